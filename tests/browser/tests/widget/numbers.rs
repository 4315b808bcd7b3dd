//! The numbers on the page against those of the bundle and of the text.

use halfyear_browser_tests::stage::{EDITION, Outcome, Stage};
use halfyear_browser_tests::{Error, Reply};
use halfyear_edition::files;
use halfyear_edition::report::Report;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A number of the bundle.
struct Number {
    /// The metric whose panel draws it.
    panel: String,
    /// What it is, for messages.
    name: String,
    /// Where the statement starts that it belongs to.
    statement: Option<u64>,
    /// As printed.
    printed: String,
}

/// Everything that is a number in `metric`, its items included.
fn numbers(panel: &str, metric: &Value, found: &mut Vec<Number>) {
    let id = metric["id"].as_str().unwrap_or_default();
    let statement = metric["source"]["start"].as_u64();
    let mut take = |what: &str, number: &Value| {
        let printed = match number {
            Value::String(digits) => digits.clone(),
            Value::Number(digits) => digits.to_string(),
            _ => return,
        };
        let name = format!("{what} of {id}");
        found.push(Number {
            panel: panel.to_owned(),
            name,
            statement,
            printed,
        });
    };
    take("level", &metric["value"]);
    take("change", &metric["change"]["value"]);
    let list = |name: &str| metric[name].as_array().cloned().unwrap_or_default();
    for gap in list("gaps") {
        take("gap", &gap["value"]);
    }
    for rank in list("ranks") {
        take("rank", &rank["place"]);
    }
    // What is counted is said in the heading, and drawn as the things themselves.
    let counted = |it: &Value| it["kind"] == "total" || it["kind"] == "firsts";
    for derived in list("derived").iter().filter(|it| !counted(it)) {
        take("derived number", &derived["value"]);
    }
    for item in list("items") {
        numbers(panel, &item, found);
    }
}

/// The digits of a number, without signs and separators.
fn digits(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect()
}

pub async fn each_panel_holds_the_numbers_of_the_bundle(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic metrics=\"all\"></half-year-infographic>")
        .await?;
    let bundle = Stage::bundle()?;
    let metrics = bundle["metrics"]
        .as_array()
        .ok_or("the bundle has no metrics")?;
    assert!(metrics.len() >= 12, "{} metrics", metrics.len());
    let texts = "Object.fromEntries([...$.shadowRoot.querySelectorAll('[data-metric]')].map(it =>
        [it.dataset.metric, [...it.querySelectorAll('[data-n]')].map(n => n.innerText)]))";
    let texts = stage.page.value(texts).await?;
    let shows = |panel: &str, number: &str| {
        let shown = texts[panel]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        shown.map(digits).any(|shown| shown == digits(number))
    };
    let mut all = Vec::new();
    for metric in metrics {
        numbers(metric["id"].as_str().unwrap_or_default(), metric, &mut all);
    }
    assert!(all.len() > 60, "{} numbers", all.len());
    let mut missing = Vec::new();
    for Number {
        panel,
        name,
        statement,
        printed,
    } in &all
    {
        // A panel may repeat a statement that another one draws in full.
        let others = all
            .iter()
            .filter(|it| statement.is_some() && it.statement == *statement);
        if !shows(panel, printed) && !others.into_iter().any(|it| shows(&it.panel, printed)) {
            missing.push(format!("{panel} does not show {printed}, the {name}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    stage.quiet().await
}

/// Opens every number; returns what it says, what the event and the card said.
async fn open_all(stage: &Stage) -> Result<Vec<Value>, Error> {
    let open = "(async () => {
        const told = [];
        const frame = () => new Promise(done => requestAnimationFrame(done));
        for (const button of $.shadowRoot.querySelectorAll('[data-n]')) {
            __events.length = 0;
            button.click();
            await frame();
            const card = $.shadowRoot.querySelector('[part~=card]');
            told.push({
                number: button.querySelector('b')?.textContent ?? button.textContent,
                derived: button.classList.contains('derived'),
                events: __events.map(e => e.detail),
                open: card.matches(':popover-open'),
                quote: card.querySelector('blockquote')?.textContent ?? '',
                marked: [...card.querySelectorAll('mark')].map(it => it.textContent),
                text: card.textContent,
            });
            card.hidePopover();
        }
        return told;
    })()";
    let told = stage.page.value(open).await?;
    Ok(told.as_array().cloned().unwrap_or_default())
}

/// The folder of the texts and editions.
fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

pub async fn every_number_opens_its_source_sentence(stage: Stage) -> Outcome {
    let seed = fs::read_to_string(seeds().join(EDITION).with_extension("txt"))?;
    let characters: Vec<char> = seed.chars().collect();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let whole = bare(&seed);

    stage
        .show("<half-year-infographic metrics=\"all\"></half-year-infographic>")
        .await?;
    let told = open_all(&stage).await?;
    assert!(told.len() > 60, "{} numbers", told.len());
    for it in &told {
        let detail = &it["events"][0];
        assert_eq!(it["events"].as_array().map(Vec::len), Some(1), "{it}");
        assert_eq!(it["open"], true, "{it}");
        let place = |name: &str| detail[name].as_u64().map_or(0, |n| n as usize);
        let span = characters
            .get(place("start")..place("end"))
            .ok_or_else(|| it.to_string())?;
        let span: String = span.iter().collect();
        assert_eq!(
            detail["quote"].as_str().map(bare),
            Some(bare(&span)),
            "{it}"
        );
        let quote = it["quote"].as_str().unwrap_or_default();
        assert!(!quote.is_empty() && whole.contains(&bare(quote)), "{it}");
        let marked = it["marked"].as_array().cloned().unwrap_or_default();
        assert!(!marked.is_empty(), "no number is marked: {it}");
        if it["derived"] == false {
            let number = digits(it["number"].as_str().unwrap_or_default());
            let found = marked
                .iter()
                .any(|mark| digits(mark.as_str().unwrap_or_default()) == number);
            // A place may be a word in the text: 首位.
            let word = marked
                .iter()
                .all(|mark| digits(mark.as_str().unwrap_or_default()).is_empty());
            assert!(found || word, "another number is marked: {it}");
        }
    }
    stage.quiet().await
}

pub async fn english_opens_the_same_sentences(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic metrics=\"all\"></half-year-infographic>")
        .await?;
    let quotes = |told: Vec<Value>| -> Vec<Value> {
        told.into_iter()
            .map(|it| json!([it["events"][0]["start"], it["quote"]]))
            .collect()
    };
    let chinese = quotes(open_all(&stage).await?);
    stage.page.value("$.setAttribute('lang', 'en')").await?;
    stage
        .page
        .until("$.shadowRoot.textContent.includes('Keqiao')")
        .await?;
    let english = quotes(open_all(&stage).await?);
    assert!(chinese.len() > 60, "{} numbers", chinese.len());
    assert_eq!(chinese, english);
    stage.quiet().await
}

pub async fn another_figure_in_the_text_is_another_figure_on_the_page(stage: Stage) -> Outcome {
    let text = fs::read_to_string(seeds().join(EDITION).with_extension("txt"))?;
    assert_eq!(text.matches("8.2%").count(), 1);
    let folder = std::env::temp_dir().join(format!("halfyear-seed-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for extension in ["txt", "toml"] {
        let file = Path::new(EDITION).with_extension(extension);
        let text = fs::read_to_string(seeds().join(&file))?;
        fs::write(folder.join(&file), text.replace("8.2%", "8.3%"))?;
    }
    let built = files::build_all(&folder);
    fs::remove_dir_all(&folder)?;
    let told = |reports: Vec<_>| {
        reports
            .iter()
            .map(|it: &Report| it.render(false))
            .collect::<String>()
    };
    let built = built.map_err(told)?;
    let json = built[0].json.clone();

    let tree = Stage::widget()?.with(&format!("editions/{EDITION}.json"), Reply::json(json));
    stage
        .open(
            tree,
            "<half-year-infographic metrics=\"gdp\"></half-year-infographic>",
        )
        .await?;
    stage.page.drawn(1).await?;
    let told = open_all(&stage).await?;
    let shown: Vec<String> = told
        .iter()
        .filter_map(|it| it["number"].as_str().map(digits))
        .collect();
    for (number, expected) in [("8.3", true), ("6.9", true), ("8.2", false), ("6.8", false)] {
        assert_eq!(
            shown.iter().any(|it| it == number),
            expected,
            "{number}: {shown:?}"
        );
    }
    stage.quiet().await
}

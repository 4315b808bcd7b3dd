//! The numbers on the page against those of the bundle and of the text.

use halfyear_browser_tests::stage::{EDITION, Outcome, Stage};
use halfyear_browser_tests::{Error, Reply};
use halfyear_edition::files;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that is a number in `metric`, its items included: what it is and
/// how it is printed.
fn numbers(metric: &Value, path: &str) -> Vec<(String, String)> {
    let id = metric["id"].as_str().unwrap_or_default();
    let path = if path.is_empty() {
        id.to_owned()
    } else {
        format!("{path}.{id}")
    };
    let mut found = Vec::new();
    let mut take = |what: &str, number: &Value| match number {
        Value::String(digits) => found.push((format!("{path}.{what}"), digits.clone())),
        Value::Number(digits) => found.push((format!("{path}.{what}"), digits.to_string())),
        _ => {}
    };
    take("value", &metric["value"]);
    take("change", &metric["change"]["value"]);
    let list = |name: &str| metric[name].as_array().cloned().unwrap_or_default();
    for gap in list("gaps") {
        take("gap", &gap["value"]);
    }
    for rank in list("ranks") {
        take("rank", &rank["place"]);
    }
    for derived in list("derived") {
        take("derived", &derived["value"]);
    }
    for item in list("items") {
        found.extend(numbers(&item, &path));
    }
    found
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
    let mut missing = Vec::new();
    for metric in metrics {
        let id = metric["id"].as_str().unwrap_or_default();
        let shown = texts[id]
            .as_array()
            .ok_or_else(|| format!("no panel shows {id}"))?;
        let shown: Vec<String> = shown.iter().filter_map(Value::as_str).map(digits).collect();
        for (what, number) in numbers(metric, "") {
            if !shown.contains(&digits(&number)) {
                missing.push(format!("{what} = {number}; the panel shows {shown:?}"));
            }
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
    let changed = folder.join(EDITION).with_extension("txt");
    fs::write(&changed, text.replace("8.2%", "8.3%"))?;
    let built = files::build(&changed, &seeds().join(EDITION).with_extension("toml"));
    fs::remove_dir_all(&folder)?;
    let json = built.map_err(|report| report.render(false))?.json;

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

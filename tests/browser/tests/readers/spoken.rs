//! What a screen reader is told: the accessibility tree of the browser.

use halfyear_browser_tests::{Error, Outcome, Stage};
use serde_json::{Value, json};

const ALL: &str = "<half-year-infographic metrics=\"all\"></half-year-infographic>";

/// A node of the tree, as it is announced.
struct Spoken {
    role: String,
    name: String,
    description: String,
}

/// Everything that is not hidden from a screen reader.
async fn tree(stage: &Stage) -> Result<Vec<Spoken>, Error> {
    let page = &stage.page;
    page.devtools("Accessibility.enable", json!({})).await?;
    let tree = page
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await?;
    let nodes = tree["nodes"].as_array().ok_or("there is no tree")?;
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let heard = nodes.iter().filter(|node| node["ignored"] != true);
    Ok(heard
        .map(|node| Spoken {
            role: text(&node["role"]),
            name: text(&node["name"]),
            description: text(&node["description"]),
        })
        .collect())
}

/// Without spaces and invisible characters, which are not heard.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{ad}'))
        .collect()
}

pub async fn the_figure_has_a_name_and_a_summary(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    let bundle = Stage::bundle()?;
    for lang in ["zh", "en"] {
        stage
            .page
            .value_with("$.setAttribute('lang', arg)", json!(lang))
            .await?;
        let place = bundle["place"]["short"][lang].as_str().unwrap_or_default();
        stage
            .page
            .until(&format!("$.shadowRoot.textContent.includes('{place}')"))
            .await?;
        let title = bare(bundle["title"][lang].as_str().unwrap_or_default());
        let tree = tree(&stage).await?;
        let figure = tree
            .iter()
            .find(|it| {
                matches!(it.role.as_str(), "article" | "figure" | "region" | "group")
                    && bare(&it.name) == title
            })
            .ok_or_else(|| format!("{lang}: nothing is named {title}"))?;
        // In plain words: the finding's own numbers are in it.
        assert!(
            figure.description.chars().count() > 60 && figure.description.contains("8.2"),
            "{lang}: described as {}",
            figure.description
        );
    }
    stage.quiet().await
}

/// A number of the bundle: what it is of, its digits, and its unit.
struct Stated {
    label: String,
    /// Where it is stated: what two metrics take from one statement, one may
    /// say for both.
    statement: String,
    digits: String,
    unit: &'static str,
    path: String,
}

/// The words that say the unit of a number printed in `unit`.
fn unit(unit: &Value) -> &'static str {
    match unit.as_str().unwrap_or_default() {
        "亿元" => "亿元",
        "万元" => "万元",
        "元" => "元",
        "万人次" => "万人次",
        "公里" => "公里",
        "GW" => "GW",
        "个" => "个",
        "项" => "项",
        "%" => "%",
        "分" => "分",
        "倍" => "倍",
        "个百分点" => "个百分点",
        _ => "",
    }
}

/// Every number of `metric` and its items.
fn stated(metric: &Value, above: &str, found: &mut Vec<Stated>) {
    let path = format!("{above}{}", metric["id"].as_str().unwrap_or_default());
    let label = bare(metric["label"]["zh"].as_str().unwrap_or_default());
    let statement = metric["source"]["start"].to_string();
    let mut state = |what: &str, number: &Value, unit: &'static str| {
        let digits = match number {
            Value::String(digits) => digits.trim_start_matches(['-', '−', '+']).to_owned(),
            Value::Number(digits) => digits.to_string(),
            _ => return,
        };
        let (label, path) = (label.clone(), format!("{path}.{what}"));
        found.push(Stated {
            label,
            statement: statement.clone(),
            digits,
            unit,
            path,
        });
    };
    state("value", &metric["value"], unit(&metric["unit"]));
    state(
        "change",
        &metric["change"]["value"],
        unit(&metric["change"]["unit"]),
    );
    let list = |name: &str| metric[name].as_array().cloned().unwrap_or_default();
    for gap in list("gaps") {
        state("gap", &gap["value"], "百分点");
    }
    for rank in list("ranks") {
        state("rank", &rank["place"], "第");
    }
    for derived in list("derived") {
        state("derived", &derived["value"], unit(&derived["unit"]));
    }
    for item in list("items") {
        stated(&item, &format!("{path}."), found);
    }
}

/// Whether the number `digits` stands in `text`, and not only as a part of
/// another.
fn holds(text: &str, digits: &str) -> bool {
    let alone = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_digit() && c != '.');
    text.match_indices(digits).any(|(at, _)| {
        alone(text[..at].chars().next_back()) && alone(text[at + digits.len()..].chars().next())
    })
}

pub async fn every_number_is_said_with_its_label_and_unit(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    let bundle = Stage::bundle()?;
    let mut numbers = Vec::new();
    for metric in bundle["metrics"].as_array().into_iter().flatten() {
        stated(metric, "", &mut numbers);
    }
    assert!(numbers.len() > 60, "{} numbers", numbers.len());
    let said: Vec<String> = tree(&stage)
        .await?
        .into_iter()
        .filter(|it| it.role == "button")
        .map(|it| bare(&it.name))
        .collect();
    let is_said = |it: &Stated, label: &str| {
        said.iter()
            .any(|name| name.contains(label) && name.contains(it.unit) && holds(name, &it.digits))
    };
    let unsaid: Vec<String> = numbers
        .iter()
        .filter(|it| {
            let same =
                |other: &&Stated| other.statement == it.statement && other.digits == it.digits;
            let mut labels = numbers.iter().filter(same).map(|other| &other.label);
            !labels.any(|label| is_said(it, label))
        })
        .map(|it| format!("{}: {} {} {}", it.path, it.label, it.digits, it.unit))
        .collect();
    assert!(
        unsaid.is_empty(),
        "not said with label and unit:\n{}\n\nsaid:\n{}",
        unsaid.join("\n"),
        said.join("\n")
    );

    // In English a number may be written in another unit: whatever is written
    // is said, with what it is of.
    stage.page.value("$.setAttribute('lang', 'en')").await?;
    stage
        .page
        .until("$.shadowRoot.textContent.includes('Keqiao')")
        .await?;
    let written =
        "[...$.shadowRoot.querySelectorAll('[data-n]')].filter(it => it.checkVisibility())
        .map(it => [it.querySelector('b').textContent, it.querySelector('u')?.textContent ?? ''])";
    let written = stage.page.value(written).await?;
    let said: Vec<String> = tree(&stage)
        .await?
        .into_iter()
        .filter(|it| it.role == "button")
        .map(|it| bare(&it.name))
        .collect();
    let written = written.as_array().ok_or("there are no numbers")?;
    assert!(written.len() > 60, "{} numbers", written.len());
    for number in written {
        let digits = bare(number[0].as_str().unwrap_or_default());
        let digits = digits.trim_start_matches(['+', '−']);
        let found = said.iter().any(|name| {
            name.contains(digits) && name.chars().filter(|c| c.is_alphabetic()).count() >= 6
        });
        assert!(found, "{number} is not said among\n{}", said.join("\n"));
    }
    stage.quiet().await
}

//! One bundle, five outputs, the same numbers.

use crate::{LIVE, open};
use halfyear_browser_tests::{Error, Outcome, Stage, stage::EDITION};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Numbers as bare digits: an output may set them with signs, units and commas of its own.
type Numbers = BTreeSet<String>;

/// Every run of digits in `text` but years: a name may hold one, and is not said everywhere.
fn digits(text: &str) -> Numbers {
    let text = text.replace(',', "");
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let runs = runs.map(|run| run.trim_matches('.'));
    let year = |run: &str| run.parse().is_ok_and(|it: u32| (1990..2100).contains(&it));
    runs.filter(|run| !run.is_empty() && !year(run))
        .map(str::to_owned)
        .collect()
}

/// What each output holds, as it is read by whoever reads that.
const READ: &str = "(async () => {
    const opened = root => [...root.querySelectorAll('.panels [data-n] b')].map(it => it.textContent);
    const parse = (text, type) => new DOMParser().parseFromString(text, type);
    const painted = parse(await (await fetch(arg)).text(), 'text/html');
    const drawing = parse(await $.toSVG(), 'image/svg+xml');
    const table = $.shadowRoot.querySelector('table');
    return {
        live: opened($.shadowRoot),
        painted: opened(painted.querySelector('template').content),
        // The last cell of a row says where it is from.
        table: [...table.querySelectorAll('td:not(:last-child)')].map(it => it.textContent),
        read: ['.panels', 'header'].map(it => $.shadowRoot.querySelector(it).innerText),
        drawing: [...drawing.querySelectorAll('text')].map(it => it.textContent),
        file: await $.toCSV(),
    };
})()";

fn all(told: &Value) -> Numbers {
    let texts = told
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    texts.flat_map(digits).collect()
}

/// The values of the file.
fn values(file: &str) -> Result<Numbers, Error> {
    let mut found = Numbers::new();
    for row in csv::Reader::from_reader(file.as_bytes()).records() {
        found.extend(digits(&row?[3]));
    }
    Ok(found)
}

pub async fn are_the_same_in_five_outputs(stage: Stage) -> Outcome {
    let mut faults = Vec::new();
    for lang in ["zh", "en"] {
        open(
            &stage,
            &LIVE.replace("lang=\"en\"", &format!("lang=\"{lang}\"")),
        )
        .await?;
        stage.page.drawn(1).await?;
        let file = format!("editions/{EDITION}.{lang}.html");
        let told = stage.page.value_with(READ, json!(file)).await?;
        let live = all(&told["live"]);
        assert!(live.len() > 40, "{live:?}");
        let mut compare = |name: &str, own: &Numbers, with: &Numbers| {
            let differ: Vec<_> = own.symmetric_difference(with).collect();
            if !differ.is_empty() {
                faults.push(format!("{lang}, {name}: {differ:?}"));
            }
        };
        compare("painted", &all(&told["painted"]), &live);
        compare("table", &all(&told["table"]), &live);
        compare(
            "file",
            &values(told["file"].as_str().unwrap_or_default())?,
            &live,
        );
        // A drawing does not say which of its numbers can be opened: it holds all that are read.
        compare("drawing", &all(&told["drawing"]), &all(&told["read"]));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    stage.quiet().await
}

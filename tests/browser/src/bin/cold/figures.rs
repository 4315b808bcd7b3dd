//! An edition's figures as peers draw them: bars with a name, a length and words.

use serde_json::{Value, json};

/// A list of `{title, bars: [{name, value, words}]}` for the metrics that the edition shows.
pub fn figures(bundle: &Value) -> Value {
    let shown = |metric: &&Value| {
        let choice = bundle["choice"].as_array();
        choice.is_none_or(|ids| ids.contains(&metric["id"]))
    };
    let metrics = bundle["metrics"].as_array().into_iter().flatten();
    let figures = metrics.filter(shown).map(|metric| {
        let title = [&metric["heading"], &metric["label"]]
            .into_iter()
            .find_map(|it| it["zh"].as_str());
        json!({ "title": title.unwrap_or_default(), "bars": bars(metric) })
    });
    figures.collect()
}

fn bars(metric: &Value) -> Vec<Value> {
    let mut bars = Vec::new();
    let mut add = |name: &str, value: &Value, unit: &Value| {
        if let Some(printed) = value.as_str() {
            let words = [printed, unit.as_str().unwrap_or_default()].concat();
            let value: f64 = printed.parse().unwrap_or(0.0);
            bars.push(json!({ "name": name, "value": value, "words": words }));
        }
    };
    let name = metric["label"]["zh"].as_str().unwrap_or_default();
    add(name, &metric["value"], &metric["unit"]);
    let change = &metric["change"];
    add("增长", &change["value"], &change["unit"]);
    for derived in metric["derived"].as_array().into_iter().flatten() {
        let of = derived["of"].as_str().unwrap_or_default();
        add(of, &derived["value"], &derived["unit"]);
    }
    for rank in metric["ranks"].as_array().into_iter().flatten() {
        let within = rank["within"].as_str().unwrap_or_default();
        let place = rank["place"].to_string();
        add(within, &json!(place), &json!("位"));
    }
    for item in metric["items"].as_array().into_iter().flatten() {
        bars.extend(self::bars(item));
    }
    bars
}

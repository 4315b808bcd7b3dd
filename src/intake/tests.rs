use super::*;
use serde_json::{Value, json};

impl Plain for Value {
    fn field(&self, name: &str) -> Self {
        self.get(name).cloned().unwrap_or_default()
    }

    fn is_nothing(&self) -> bool {
        self.is_null()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<u32> {
        self.as_u64().and_then(|it| it.try_into().ok())
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn list(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }
}

/// A bundle in which every field has a value of its own, and each name of each table occurs.
fn full() -> Value {
    let text = |it: &str| json!({"zh": format!("{it}文"), "en": it});
    let span = |start: u32| json!({"start": start, "end": start + 2});
    let month = |it: &str| json!({"from": it, "to": "2023-06"});
    let change = |(i, basis): (usize, &(&str, Basis))| {
        json!({"id": basis.0, "unit": "%", "value": "-2.50",
            "change": {"value": i.to_string(), "unit": "%", "basis": basis.0, "bound": "over", "at": span(7)}})
    };
    let kind = |it: &(&str, Derivation)| {
        json!({"kind": it.0, "of": "全省", "label": text("d"), "value": "6.8", "unit": "%",
            "bound": "under", "from": "8.2 − 1.4", "rounded": true, "at": [span(1), span(4)]})
    };
    let bound = |it: &(&str, Bound)| json!({"id": it.0, "bound": it.0});
    let panel = |it: &(&str, Panel)| json!({"id": it.0, "panel": it.0});
    let level = |it: &(&str, Level)| json!({"names": [it.0], "level": it.0, "label": text("s")});
    let metric = json!({
        "id": "a", "group": "g", "label": text("l"), "heading": text("h"), "note": text("n"),
        "indicator": "名", "metric": "m", "value": "937.63", "unit": "亿元",
        "gaps": [{"to": "全国", "value": "-2.7", "unit": "元", "own": "5.5", "at": span(3)}],
        "ranks": [{"within": "绍兴市", "place": 2, "bound": "under", "at": span(5)}],
        "period": month("2022-01"), "at": span(9),
        "source": {"file": "f", "line": 3, "start": 1, "end": 30, "quote": "引"},
        "derived": DERIVATIONS.iter().map(kind).collect::<Vec<_>>(),
        "items": [{"id": "b", "items": [{"id": "c"}]}],
        "a-field-of-tomorrow": 1,
    });
    let mut metrics = vec![metric, json!({"id": "p", "panel": "hologram"})];
    metrics.extend(BASES.iter().enumerate().map(change));
    metrics.extend(BOUNDS.iter().map(bound));
    metrics.extend(Panel::ALL.iter().map(panel));
    json!({
        "version": 1, "id": "x", "place": {"name": text("1"), "short": text("2"), "within": text("3")},
        "period": month("2023-01"), "title": text("t"), "lede": text("e"),
        "scopes": Level::ALL.iter().map(level).collect::<Vec<_>>(), "choice": ["a", "p"],
        "metrics": metrics,
        "sources": [{"file": "f", "name": text("q"), "sha256": "00",
            "sentences": [{"line": 3, "start": 0, "end": 40, "text": "句"}]}],
    })
}

#[test]
fn agrees_with_the_types_own_deserializer() {
    let value = full();
    let reference: Bundle = serde_json::from_value(value.clone()).expect("the types read it");
    assert_eq!(bundle(value).expect("so does this"), reference);
}

#[test]
fn names_the_field_at_fault() {
    #[track_caller]
    fn check(pointer: &str, value: Value, expected: &str) {
        let mut document = full();
        *document.pointer_mut(pointer).expect("a field") = value.clone();
        let fault = bundle(document.clone()).expect_err(pointer);
        assert_eq!(fault.to_string(), expected);
        assert!(
            pointer == "/version" || serde_json::from_value::<Bundle>(document).is_err(),
            "the types take {pointer} = {value}"
        );
    }
    check(
        "/version",
        json!(99),
        &Stamp { version: 99 }
            .check()
            .expect_err("newer")
            .to_string(),
    );
    check("/id", json!(7), "id: not a text");
    check("/metrics", json!(null), "metrics: missing");
    check("/metrics", json!({}), "metrics: not a list");
    check(
        "/metrics/0/value",
        json!(937.63),
        "metrics[0].value: not a text",
    );
    check(
        "/metrics/0/gaps/0/value",
        json!(null),
        "metrics[0].gaps[0].value: missing",
    );
    check(
        "/metrics/0/ranks/0/place",
        json!(-1),
        "metrics[0].ranks[0].place: not a whole number",
    );
    check(
        "/metrics/0/ranks/0/bound",
        json!("roughly"),
        "metrics[0].ranks[0].bound: not one of exact, about, over, under",
    );
    check(
        "/metrics/0/items/0/items/0/id",
        json!([]),
        "metrics[0].items[0].items[0].id: not a text",
    );
    check(
        "/sources/0/sentences/0/text",
        json!(null),
        "sources[0].sentences[0].text: missing",
    );
    check(
        "/period/from",
        json!("June"),
        "period.from: not a month: write year and month as in \"2023-06\"",
    );
}

#[test]
fn stops_where_an_object_holds_itself() {
    let mut inner = json!({"id": "z"});
    for _ in 0..100 {
        inner = json!({"id": "y", "items": [inner]});
    }
    let mut document = full();
    document["metrics"] = json!([inner]);
    let fault = bundle(document).expect_err("too deep");
    assert!(fault.message.contains("deeply"), "{fault}");
}

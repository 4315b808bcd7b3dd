//! Good bundles are taken, others refused with the field's path.

use halfyear_bundle::{Bundle, Fault, Metric, Sentence, from_json, to_json};
use proptest::prelude::*;

const GOOD: &str = r#"{
    "version": 1,
    "id": "yunxi-2024-h1",
    "place": {
        "name": { "zh": "云溪区", "en": "Yunxi District" },
        "short": { "zh": "云溪", "en": "Yunxi" },
        "within": { "zh": "东州", "en": "Dongzhou" }
    },
    "period": { "from": "2024-01", "to": "2024-06" },
    "title": { "zh": "增速快过全省", "en": "Faster than the province" },
    "scopes": [{ "names": ["全省"], "level": "province", "label": { "zh": "东省", "en": "Dong" } }],
    "choice": ["gdp"],
    "metrics": [{
        "id": "gdp",
        "group": "economy",
        "panel": "comparison",
        "value": "120.5",
        "unit": "亿元",
        "at": { "start": 3, "end": 8 },
        "source": { "file": "yunxi.txt", "line": 1, "start": 0, "end": 10, "quote": "生产总值120.5亿元" },
        "gaps": [{ "to": "全省", "value": "2.1" }],
        "ranks": [{ "within": "全省", "place": 1 }],
        "derived": [{ "kind": "benchmark", "of": "全省", "value": "5.4", "unit": "%", "from": "7.5 − 2.1" }],
        "items": [{ "id": "target" }]
    }],
    "sources": [{
        "file": "yunxi.txt",
        "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
        "sentences": [{ "line": 1, "start": 0, "end": 12, "text": "生产总值120.5亿元。" }]
    }]
}"#;

fn good() -> Bundle {
    let mut bundle: Bundle = serde_json::from_str(GOOD).expect("the types read it");
    let sentence = &mut bundle.sources[0].sentences[0];
    sentence.end = u32::try_from(sentence.text.chars().count()).expect("short");
    bundle
}

#[test]
fn a_good_bundle_comes_back_as_it_was() {
    let bundle = good();
    assert_eq!(from_json(&to_json(&bundle)), Ok(bundle));
}

#[test]
fn faults_name_the_field() {
    #[track_caller]
    fn check(spoil: impl FnOnce(&mut Bundle), path: &str) {
        let mut bundle = good();
        spoil(&mut bundle);
        let fault = halfyear_bundle::check(&bundle).expect_err(path);
        assert_eq!(fault.path, path, "{fault}");
    }
    check(|it| it.version = 2, "version");
    check(|it| it.version = 0, "version");
    check(|it| it.id = "../x".into(), "id");
    check(|it| it.id.clear(), "id");
    check(|it| it.title.en = "x".repeat(5_000), "title");
    check(
        |it| std::mem::swap(&mut it.period.from, &mut it.period.to),
        "period",
    );
    check(|it| it.scopes[0].names[0].clear(), "scopes[0].names[0]");
    check(|it| it.choice.push("gpd".into()), "choice[1]");
    check(|it| it.metrics.push(it.metrics[0].clone()), "metrics[0].id");
    check(|it| it.metrics[0].group = "gdp".into(), "metrics[0].group");
    check(
        |it| it.metrics[0].ranks[0].place = 0,
        "metrics[0].ranks[0].place",
    );
    check(
        |it| it.metrics[0].gaps[0].to.clear(),
        "metrics[0].gaps[0].to",
    );
    check(
        |it| it.metrics[0].gaps[0].unit = Some("元".into()),
        "metrics[0].gaps[0].unit",
    );
    check(
        |it| it.metrics[0].derived[0].from.clear(),
        "metrics[0].derived[0].from",
    );
    check(
        |it| it.metrics[0].items[0].id = "A".into(),
        "metrics[0].items[0].id",
    );
    check(
        |it| it.metrics[0].unit = Some("元".repeat(99)),
        "metrics[0].unit",
    );
    check(
        |it| it.metrics[0].at.as_mut().expect("it has one").end = 99,
        "metrics[0].at",
    );
    check(|it| it.sources.clear(), "metrics[0].source");
    check(|it| it.sources[0].sha256.truncate(9), "sources[0].sha256");
    check(
        |it| it.sources[0].sentences[0].end = 3,
        "sources[0].sentences[0]",
    );
    check(
        |it| {
            let sentence = it.sources[0].sentences[0].clone();
            it.sources[0].sentences.push(sentence);
        },
        "sources[0].sentences[1]",
    );
}

/// Depth, number and length are bounded, and looking at them is not slow.
#[test]
fn hostile_sizes_are_refused() {
    #[track_caller]
    fn check(spoil: impl FnOnce(&mut Bundle), message: &str) {
        let mut bundle = good();
        spoil(&mut bundle);
        let fault = halfyear_bundle::check(&bundle).expect_err(message);
        assert!(fault.message.contains(message), "{fault}");
    }
    let nested = |depth: usize| {
        let innermost = Metric {
            id: "a".into(),
            ..Metric::default()
        };
        (0..depth).fold(innermost, |inner, _| Metric {
            id: "a".into(),
            items: vec![inner],
            ..Metric::default()
        })
    };
    check(|it| it.metrics.push(nested(9)), "too deep");
    check(
        |it| {
            it.choice.clear();
            it.metrics = (0..3_000)
                .map(|id| Metric {
                    id: format!("m{id}"),
                    ..Metric::default()
                })
                .collect();
        },
        "more than 2,000",
    );
    check(
        |it| {
            it.sources[0].sentences = vec![Sentence {
                text: "长".repeat(50_000),
                start: 0,
                end: 50_000,
                line: 1,
            }];
        },
        "longer than 100,000 bytes",
    );
    let long = " ".repeat(9 << 20);
    let fault = from_json(&long).expect_err("it is too long");
    assert!(fault.message.contains("longer than 8 MB"), "{fault}");
}

#[test]
fn text_that_is_no_bundle() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(from_json(text).expect_err(text).to_string(), expected);
    }
    check("", "EOF while parsing a value at line 1 column 0");
    check(
        "[]",
        "invalid length 0, expected an object with a version at line 1 column 2",
    );
    check(
        "{\"version\": \"1\"}",
        "version: invalid type: string \"1\", expected u32 at line 1 column 15",
    );
    // A newer version is refused for being newer, not for what it lacks.
    check(
        "{\"version\": 9}",
        "version: newer than this software: update half-year-infographic.js or halfyear",
    );
    check("{\"version\": 1}", "missing field `id` at line 1 column 14");
    let deep = format!("{{\"version\": 1, \"x\": {}", "[".repeat(100_000));
    let fault = from_json(&deep).expect_err("it never ends");
    assert!(fault.message.contains("EOF"), "{fault}");
}

#[test]
fn unknown_fields_and_panels_are_passed_over() -> Result<(), Fault> {
    let text = to_json(&good())
        .replacen("{", "{\"later\": [1, {}],", 1)
        .replace("comparison", "hologram");
    let bundle = from_json(&text)?;
    assert!(bundle.metrics[0].panel.is_tile());
    Ok(())
}

proptest! {
    /// Whatever is cut out of a bundle or written over it, there is an answer.
    #[test]
    fn a_damaged_bundle_is_answered(at in 0_usize..3_000, length in 0_usize..40, by in "[\\[\\]{}\":,0-9a-z]{0,8}") {
        let text = to_json(&good());
        let start = text.floor_char_boundary(at.min(text.len()));
        let end = text.floor_char_boundary((start + length).min(text.len()));
        let mut damaged = text.clone();
        damaged.replace_range(start..end, &by);
        if let Ok(bundle) = from_json(&damaged) {
            prop_assert_eq!(halfyear_bundle::check(&bundle), Ok(()));
        }
    }
}

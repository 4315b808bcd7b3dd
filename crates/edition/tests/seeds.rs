//! The editions of `seeds/`, from their texts as the reader reads them.

use halfyear_edition::Bundle;
use halfyear_edition::files::{self, build};
use halfyear_edition::report::{File, Report};
use halfyear_reader::read;
use proptest::prelude::*;
use std::path::Path;

fn seed(extension: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/keqiao-2023-h1");
    let mut file = files::file(&path.with_extension(extension)).expect("the seed is there");
    file.path = format!("keqiao-2023-h1.{extension}");
    file
}

/// The bundle of the seed with its text changed.
fn built(from: &str, to: &str) -> Result<Bundle, Report> {
    let mut text = seed("txt");
    assert!(text.text.contains(from), "the seed says {from}");
    text.text = text.text.replace(from, to);
    let reading = read(&text.path, &text.text);
    build(seed("toml"), text, &reading).map(|built| built.bundle)
}

/// What a metric derives, as `of value`.
fn derived(bundle: &Bundle, id: &str) -> Vec<String> {
    let metric = bundle.metrics.iter().find(|metric| metric.id == id);
    let derived = &metric.expect("the edition has it").derived;
    let said = derived.iter().map(|it| format!("{} {}", it.of, it.value));
    said.collect()
}

#[test]
fn every_metric_that_pages_ask_for_is_there() {
    let bundle = built("", "").expect("the seed supports its edition");
    let ids: Vec<&str> = bundle.metrics.iter().map(|it| it.id.as_str()).collect();
    let asked = "stars gdp growth tourism mayday investment completion projects transport textile \
                 hightech exports rural satisfaction kindergarten ranks";
    for id in asked.split_whitespace() {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
}

#[test]
fn derived_numbers_follow_the_text() {
    #[track_caller]
    fn check(from: &str, to: &str, id: &str, expected: &[&str]) {
        let bundle = built(from, to).expect("the seed supports its edition");
        assert_eq!(derived(&bundle, id), expected);
    }
    check("8.2%", "8.2%", "gdp", &["全国 5.5", "全省 6.8", "全市 7.9"]);
    check("8.2%", "8.3%", "gdp", &["全国 5.6", "全省 6.9", "全市 8.0"]);
    check(
        "15.4、",
        "15.5、",
        "completion",
        &["全省 67.1", "全市 73.9"],
    );
    check("600.81%", "600.81%", "mayday", &[" 4.917", " 7.0081"]);
    check("56.1", "60", "transport", &[" 60"]);
}

/// A report as its lines, without what differs between machines.
fn refused(from: &str, to: &str) -> String {
    let report = built(from, to).expect_err("the text does not support the edition");
    report.lines().join("\n")
}

#[test]
fn a_text_that_supports_no_figure_stops_the_build() {
    #[track_caller]
    fn check(from: &str, to: &str, expected: &[&str]) {
        let said = refused(from, to);
        for part in expected {
            assert!(said.contains(part), "{part} is not in: {said}");
        }
    }
    let gdp = "2023年上半年，柯桥区地区生产总值为937.63亿元，同比增长8.2%，";
    check(
        gdp,
        "上半年，",
        &["edition keqiao-2023-h1, metric gdp", "地区生产总值"],
    );
    check(
        gdp,
        &format!("2023年上半年，柯桥区地区生产总值为940亿元。{gdp}"),
        &[
            "metric gdp: lines",
            "differ on 地区生产总值",
            "937.63",
            "940",
        ],
    );
    // Headlines are held against the text as well.
    check(
        "104.2%",
        "94.2%",
        &[
            "claim of the title",
            "transport.change is 94.2 %",
            "not doubled",
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is cut out of an edition or written over it, there is a bundle or a reason, and the
    /// reason can be told.
    #[test]
    fn a_damaged_edition_is_answered(at in 0_usize..16_000, length in 0_usize..60, by in "[\\[\\]{}\"=,.:a-z五一0-9\n]{0,12}") {
        let mut edition = seed("toml");
        let start = edition.text.floor_char_boundary(at.min(edition.text.len()));
        let end = edition.text.floor_char_boundary((start + length).min(edition.text.len()));
        edition.text.replace_range(start..end, &by);
        let text = seed("txt");
        let reading = read(&text.path, &text.text);
        if let Err(report) = build(edition, text, &reading) {
            prop_assert!(!report.render(false).is_empty());
            prop_assert_eq!(report.lines().len(), report.diagnostics.len());
        }
    }

    /// The same of the text.
    #[test]
    fn a_damaged_text_is_answered(at in 0_usize..5_000, length in 0_usize..60, by in "[，。、0-9.%亿元增长]{0,12}") {
        let mut text = seed("txt");
        let start = text.text.floor_char_boundary(at.min(text.text.len()));
        let end = text.text.floor_char_boundary((start + length).min(text.text.len()));
        text.text.replace_range(start..end, &by);
        let reading = read(&text.path, &text.text);
        match build(seed("toml"), text, &reading) {
            Ok(built) => prop_assert_eq!(halfyear_bundle::check(&built.bundle), Ok(())),
            Err(report) => prop_assert!(!report.render(false).is_empty()),
        }
    }
}

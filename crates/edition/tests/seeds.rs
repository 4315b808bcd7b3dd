//! The editions of `seeds/`, from their texts as the reader reads them.

use halfyear_edition::Bundle;
use halfyear_edition::files::{self, build};
use halfyear_edition::report::{File, Report};
use halfyear_reader::read;
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

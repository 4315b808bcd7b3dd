//! A small picture of every panel, as the markup that a page carries.

use crate::{Scene, template};
use halfyear_bundle::Bundle;
use halfyear_picture::{Choices, Lang, Layout, draw};
use serde_json::{Value, json};
use std::sync::Arc;

/// A bundle with one metric. Its text is its id, so that every span has something to mark.
fn bundle(metrics: &[Value]) -> Bundle {
    serde_json::from_value(json!({
        "version": 1,
        "id": "one",
        "place": {"name": {"zh": "甲区", "en": "Jia"}, "short": {"zh": "甲", "en": "Jia"}, "within": {}},
        "period": {"from": "2023-01", "to": "2023-06"},
        "title": {"zh": "标题", "en": "A title"},
        "scopes": [
            {"names": ["全省"], "level": "province", "label": {"zh": "乙", "en": "Yi"}},
            {"names": ["全市"], "level": "city", "label": {"zh": "丙", "en": "Bing"}},
        ],
        "metrics": metrics,
        "sources": [],
    }))
    .expect("a bundle")
}

/// The markup of the panel, a tag on a line.
fn panel(metric: Value, lang: Lang) -> String {
    let choices = Choices {
        lang,
        ..Choices::default()
    };
    let html = template(Scene {
        picture: Arc::new(draw(&bundle(&[metric]), &choices)),
        layout: Layout::Poster,
    });
    let (_, from) = html.split_once("<section").expect("a panel");
    let (panel, _) = from.split_once("</section>").expect("its end");
    ["<section", panel].concat().replace("><", ">\n<")
}

fn benchmark(of: &str, value: &str) -> Value {
    json!({"kind": "benchmark", "of": of, "value": value, "unit": "%", "from": "a − b"})
}

#[track_caller]
fn check(name: &str, metric: Value) {
    let both = [Lang::Zh, Lang::En].map(|lang| panel(metric.clone(), lang));
    insta::assert_snapshot!(name, both.join("\n\n"));
}

#[test]
fn stars() {
    check(
        "stars",
        json!({"id": "stars", "panel": "stars", "label": {"zh": "星级", "en": "Stars"}, "items": [
            {"id": "four", "value": "1", "unit": "项", "label": {"zh": "四星", "en": "four-star"}},
            {"id": "five", "value": "2", "unit": "项", "label": {"zh": "五星", "en": "five-star"},
                "ranks": [{"within": "全省", "place": 2}]},
        ], "derived": [{"kind": "total", "of": "", "value": "3", "unit": "项", "from": "2 + 1"}]}),
    );
}

#[test]
fn comparison() {
    check(
        "comparison",
        json!({"id": "gdp", "panel": "comparison", "label": {"zh": "总值", "en": "Product"},
            "value": "937.63", "unit": "亿元",
            "change": {"value": "8.2", "unit": "%", "basis": "year-on-year"},
            "gaps": [{"to": "全省", "value": "1.4"}, {"to": "全市", "value": "-0.3"}],
            "derived": [benchmark("全省", "6.8"), benchmark("全市", "8.5")]}),
    );
}

#[test]
fn growth_with_a_fall_and_an_outlier() {
    let item = |id: &str, rate: &str| {
        json!({"id": id, "label": {"zh": id, "en": id}, "value": "5", "unit": "万元",
            "change": {"value": rate, "unit": "%", "basis": "year-on-year"}})
    };
    check(
        "growth",
        json!({"id": "growth", "panel": "growth", "items": [
            item("a", "12"), item("b", "-4"), item("c", "900"), item("d", "30"),
        ]}),
    );
}

#[test]
fn then_now() {
    check(
        "then-now",
        json!({"id": "t", "panel": "then-now", "label": {"zh": "游客", "en": "Visits"},
            "indicator": "全域旅游人次", "value": "150", "unit": "万人",
            "change": {"value": "50", "unit": "%", "basis": "year-on-year"},
            "derived": [{"kind": "previous", "of": "", "value": "100", "unit": "万人", "from": "a"}]}),
    );
}

#[test]
fn unit_chart() {
    check(
        "unit-chart",
        json!({"id": "m", "panel": "unit-chart", "label": {"zh": "游客", "en": "Visits"},
        "value": "1.5", "unit": "万人次",
        "change": {"value": "50", "unit": "%", "basis": "year-on-year"},
        "derived": [
            {"kind": "previous", "of": "", "value": "1", "unit": "万人次", "from": "a"},
            {"kind": "multiple", "of": "", "value": "1.5", "unit": "倍", "from": "1 + 50%"},
        ]}),
    );
}

#[test]
fn completion() {
    check(
        "completion",
        json!({"id": "c", "panel": "completion", "label": {"zh": "完成率", "en": "Completed"},
            "value": "82.6", "unit": "%",
            "gaps": [{"to": "全省", "value": "15.4"}, {"to": "全市", "value": "8.7"}],
            "derived": [benchmark("全省", "67.2"), benchmark("全市", "73.9")]}),
    );
}

#[test]
fn progress() {
    check(
        "progress",
        json!({"id": "p", "panel": "progress", "label": {"zh": "投资", "en": "Invested"},
            "value": "56.1", "unit": "亿元",
            "items": [{"id": "target", "value": "100", "unit": "亿元", "bound": "over"}],
            "derived": [{"kind": "progress", "of": "", "value": "56.1", "unit": "%", "bound": "under", "from": "56.1 ÷ 100"}]}),
    );
}

#[test]
fn share() {
    check(
        "share",
        json!({"id": "s", "panel": "share", "label": {"zh": "满意度", "en": "Satisfied"},
            "value": "99.88", "unit": "%"}),
    );
}

#[test]
fn projects() {
    check(
        "projects",
        json!({"id": "w", "panel": "projects", "items": [
            {"id": "a", "label": {"zh": "电厂", "en": "A plant"}, "note": {"zh": "在建", "en": "Begun"}, "items": [
                {"id": "m", "label": {"zh": "总投资", "en": "investment"}, "value": "100", "unit": "亿元"},
                {"id": "l", "label": {"zh": "全长", "en": "length"}, "value": "15.7", "unit": "公里", "bound": "about"},
            ]},
            {"id": "b", "label": {"zh": "大桥", "en": "A bridge"}, "value": "25", "unit": "亿元"},
        ]}),
    );
}

#[test]
fn ranks() {
    let rank = |id: &str, within: &str, place: u32| json!({"id": id, "label": {"zh": id, "en": id}, "ranks": [{"within": within, "place": place}]});
    check(
        "ranks",
        json!({"id": "r", "panel": "ranks",
            "items": [rank("a", "全市", 1), rank("b", "全省", 2), rank("c", "全省", 1)],
            "derived": [{"kind": "firsts", "of": "全省", "value": "1", "unit": "个", "from": "1"}]}),
    );
}

#[test]
fn tile() {
    check(
        "tile",
        json!({"id": "t", "label": {"zh": "投资", "en": "Invested"}, "value": "59.95", "unit": "亿元",
            "change": {"value": "-95.1", "unit": "%", "basis": "year-on-year"},
            "gaps": [{"to": "全省", "value": "-1.2"}], "ranks": [{"within": "全市", "place": 3}],
            "items": [{"id": "b", "label": {"zh": "件数", "en": "Cases"}, "value": "5000", "unit": "个", "bound": "over"}]}),
    );
}

/// Growth of plain tiles is drawn on one scale, however few of them are shown.
#[test]
fn tiles_share_a_scale() {
    let tile = |id: &str, rate: &str| json!({"id": id, "label": {"zh": id, "en": id}, "change": {"value": rate, "unit": "%", "basis": "year-on-year"}});
    let all = [tile("a", "30"), tile("b", "15"), tile("c", "-10")];
    for (shown, expected) in [
        ("", vec!["75%", "37.50%", "25%"]),
        ("c b", vec!["25%", "37.50%"]),
    ] {
        let choices = Choices {
            metrics: shown.to_owned(),
            ..Choices::default()
        };
        let html = template(Scene {
            picture: Arc::new(draw(&bundle(&all), &choices)),
            layout: Layout::Poster,
        });
        let threads = html.split("<svg class=\"thread\"").skip(1);
        let widths = threads.filter_map(|it| it.split('"').nth(3));
        assert_eq!(widths.collect::<Vec<_>>(), expected, "{shown}");
    }
}

#[test]
fn what_lacks_its_numbers_is_a_tile() {
    for kind in [
        "stars",
        "comparison",
        "then-now",
        "unit-chart",
        "completion",
        "progress",
        "share",
    ] {
        let metric = json!({"id": "x", "panel": kind, "label": {"zh": "某", "en": "Some"}, "value": "3", "unit": "个"});
        let drawn = panel(metric, Lang::En);
        assert!(drawn.contains("class=\"panel tile"), "{kind}: {drawn}");
    }
}

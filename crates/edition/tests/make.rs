//! A small report with its facts given, made into a bundle or into what is wrong with it.

use halfyear_edition::report::{File, Report};
use halfyear_edition::{Edition, Evidence, make};
use halfyear_facts::{Basis, Bound, Change, Fact, Gap, Rank, Source, Span};

const REPORT: &str = "\
上半年，云溪区地区生产总值为120.5亿元，同比增长7.5%，比全省、全市平均高2.1、0.4个百分点，总量居全市第一。
“五一”假期接待游客12.6万人次，增长320%。
全年计划投资40亿元以上，上半年已完成投资25亿元。
“415X”集群有5家龙头企业。
";

const EDITION: &str = r#"
id = "yunxi-2024-h1"
period = { from = "2024-01", to = "2024-06" }
source = { zh = "工作报告", en = "Report" }
title = { zh = "增速快过全省", en = "Faster than the province" }
claims = [{ of = "gdp.gap.全省", is = "positive" }]
place.name = { zh = "云溪区", en = "Yunxi District" }
place.short = { zh = "云溪", en = "Yunxi" }
place.within = { zh = "东州", en = "Dongzhou" }

[[scopes]]
names = ["全省", "东省"]
level = "province"
label = { zh = "东省", en = "Dong" }

[[scopes]]
names = ["全市"]
level = "city"
label = { zh = "东州", en = "Dongzhou" }

[[metrics]]
id = "gdp"
panel = "comparison"
find = "地区生产总值"
label = { zh = "生产总值", en = "Gross domestic product" }

[[metrics]]
id = "mayday"
panel = "unit-chart"
find = "接待游客"
label = { zh = "游客", en = "Visits" }
heading = { zh = "是去年的{mayday.multiple:round1}倍", en = "{mayday.multiple:round1} times last year’s" }

[[metrics]]
id = "investment"
panel = "progress"
find = "完成投资"
label = { zh = "投资", en = "Investment" }

[[metrics.items]]
id = "target"
find = { indicator = "计划投资", target = true }
label = { zh = "全年目标", en = "Target" }
"#;

/// The facts of a report in the words of [`REPORT`]: whatever stands where its figures stand.
fn facts(text: &str) -> (Vec<Fact>, Vec<Span>) {
    let count = |text: &str| u32::try_from(text.chars().count()).expect("a short text");
    let mut facts = Vec::new();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = start + count(line.trim_end());
        let span = Span::new(start, end);
        sentences.push(span);
        let figure = |before: &str, after: &str| {
            let (head, tail) = line.split_once(before)?;
            let (figure, _) = tail.split_once(after)?;
            let from = start + count(head) + count(before);
            let at = Span::new(from, from + count(figure));
            Some((figure.parse().ok()?, at))
        };
        let fact = |indicator: &str, before: &str, unit: &str| {
            let (value, at) = figure(before, unit)?;
            Some(Fact {
                indicator: indicator.into(),
                metric: None,
                value: Some(value),
                unit: Some(unit.into()),
                bound: if line.contains(&format!("{unit}以上")) && before == "计划投资" {
                    Bound::Over
                } else {
                    Bound::Exact
                },
                change: figure("增长", "%").map(|(value, at)| Change {
                    value,
                    unit: "%".into(),
                    basis: Basis::YearOnYear,
                    bound: Bound::Exact,
                    at: Some(at),
                }),
                gaps: vec![],
                ranks: vec![],
                period: None,
                target: before == "计划投资",
                at: Some(at),
                source: Source {
                    file: "yunxi.txt".into(),
                    line: u32::try_from(index).expect("a short text") + 1,
                    start,
                    end,
                    quote: line.trim_end().into(),
                },
            })
        };
        if let Some(mut gdp) = fact("地区生产总值", "生产总值为", "亿元") {
            let gap = |to: &str, before, after| {
                let (value, at) = figure(before, after)?;
                Some(Gap {
                    proper: None,
                    to: to.into(),
                    value,
                    own: None,
                    own_at: None,
                    unit: None,
                    at: Some(at),
                })
            };
            gdp.gaps.extend(gap("全省", "平均高", "、"));
            gdp.gaps.extend(gap("全市", "2.1、", "个"));
            if line.contains("居全市第一") {
                gdp.ranks.push(Rank {
                    of: None,
                    proper: None,
                    within: "全市".into(),
                    place: 1,
                    bound: Bound::Exact,
                    at: None,
                });
            }
            facts.push(gdp);
        }
        facts.extend(fact("接待游客", "接待游客", "万人次"));
        facts.extend(fact("计划投资", "计划投资", "亿元"));
        facts.extend(fact("完成投资", "已完成投资", "亿元"));
        start += count(line);
    }
    (facts, sentences)
}

/// The bundle as JSON, or the diagnostics as a person reads them.
fn made(report: &str, edition: &str) -> String {
    let (facts, sentences) = facts(report);
    let evidence = Evidence {
        file: "yunxi.txt",
        text: report,
        facts: &facts,
        sentences: &sentences,
    };
    let bundle = match Edition::parse(edition) {
        Ok(edition) => make(&edition, &evidence),
        Err(diagnostic) => Err(vec![diagnostic]),
    };
    match bundle {
        Ok(made) => halfyear_bundle::to_json_pretty(&made.bundle),
        Err(diagnostics) => Report {
            edition: File {
                path: "yunxi.toml".into(),
                text: edition.into(),
            },
            seed: File {
                path: "yunxi.txt".into(),
                text: report.into(),
            },
            diagnostics,
        }
        .render(false),
    }
}

#[test]
fn a_bundle_holds_facts_words_and_what_follows() {
    insta::assert_snapshot!(made(REPORT, EDITION));
}

/// A change of the text is a change of its own figure, of what follows from it, and of the digest.
#[test]
fn a_changed_figure_changes_what_follows() {
    let before = made(REPORT, EDITION);
    let after = made(&REPORT.replace("7.5%", "7.6%"), EDITION);
    let changes: Vec<(&str, &str)> = before
        .lines()
        .zip(after.lines())
        .filter(|(a, b)| a != b && !a.contains("sha256"))
        .filter(|(a, _)| !a.contains("quote") && !a.contains("text"))
        .map(|(a, b)| (a.trim(), b.trim()))
        .collect();
    assert_eq!(
        changes,
        [
            (r#""value": "7.5","#, r#""value": "7.6","#),
            (r#""value": "5.4","#, r#""value": "5.5","#),
            (r#""from": "7.5 − 2.1","#, r#""from": "7.6 − 2.1","#),
            (r#""value": "7.1","#, r#""value": "7.2","#),
            (r#""from": "7.5 − 0.4","#, r#""from": "7.6 − 0.4","#),
        ]
    );
}

#[test]
fn what_the_text_does_not_support() {
    #[track_caller]
    fn check(name: &str, from: &str, to: &str) {
        assert!(REPORT.contains(from), "{from}");
        let report = REPORT.replace(from, to);
        insta::assert_snapshot!(name, made(&report, EDITION));
    }
    let visits = "“五一”假期接待游客12.6万人次，增长320%。\n";
    check("a_sentence_is_gone", visits, "");
    check(
        "two_sentences_contradict_each_other",
        visits,
        "“五一”假期接待游客12.6万人次，增长320%。\n又说接待游客13.6万人次。\n",
    );
    check("a_change_is_gone", "，增长320%", "");
    check("a_claim_is_false", "高2.1", "高-2.1");
    check("all_is_gone", REPORT, "无。\n");
}

#[test]
fn what_an_edition_says_wrongly() {
    #[track_caller]
    fn check(name: &str, from: &str, to: &str) {
        assert!(EDITION.contains(from), "{from}");
        let edition = EDITION.replacen(from, to, 1);
        insta::assert_snapshot!(name, made(REPORT, &edition));
    }
    check("an_unknown_key", "panel = \"unit", "pannel = \"unit");
    check("an_unknown_panel", "unit-chart", "unit-hart");
    check("not_toml", "[[scopes]]", "[[scopes]");
    check("a_typed_figure", "增速快过全省", "增速快了7.5%，快过全省");
    check(
        "an_unknown_figure",
        "{mayday.multiple:round1}倍",
        "{maday.multiple}倍",
    );
    check(
        "an_unknown_scope",
        "names = [\"全市\"]",
        "names = [\"本市\"]",
    );
    check("an_unknown_claim", "is = \"positive\"", "is = \"postive\"");
    check(
        "a_wrong_unit",
        "find = \"接待游客\"",
        "find = { indicator = \"接待游客\", unit = \"亿人次\" }",
    );
    check("an_aim_for_a_result", ", target = true", "");
    check("an_id_twice", "id = \"mayday\"", "id = \"gdp\"");
    check("straight_quotes", "last year’s", "last year's");
}

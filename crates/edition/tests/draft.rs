//! Drafts build and draw as they are, whatever the report.

use halfyear_bundle::Period;
use halfyear_edition::files::build;
use halfyear_edition::report::{File, Report};
use halfyear_edition::{Bundle, Evidence, Known, draft};
use halfyear_reader::{own_name, read};
use proptest::prelude::*;
use std::{fs, path::Path};

/// The draft of a text and the bundle that it makes.
fn drafted(text: &str) -> Result<(String, Bundle), Report> {
    drafted_for(text, None)
}

/// The same for months that the text may not say.
fn drafted_for(text: &str, period: Option<Period>) -> Result<(String, Bundle), Report> {
    drafted_as("report.txt", text, period)
}

/// The same for a file of that name.
fn drafted_as(file: &str, text: &str, period: Option<Period>) -> Result<(String, Bundle), Report> {
    let seed = File {
        path: file.into(),
        text: text.into(),
    };
    let reading = read(&seed.path, text);
    let evidence = Evidence {
        file: &seed.path,
        text,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let own = own_name(text);
    let known = Known {
        id: "report",
        place: None,
        named: own.as_deref(),
        period,
        months: reading.months,
        year: reading.year,
    };
    let toml = draft(&evidence, &known).map_err(|diagnostics| Report {
        seed: seed.clone(),
        diagnostics,
        ..Report::default()
    })?;
    let edition = File {
        path: "report.toml".into(),
        text: toml.clone(),
    };
    let built = build(edition, seed, &reading)?;
    Ok((toml, built.bundle))
}

const SEED: &str = include_str!("../../../seeds/keqiao-2023-h1.txt");

const REPORTS: [&str; 5] = [
    SEED,
    // A city's bulletin, with falls and no benchmarks.
    "2024年上半年东州市经济运行情况\n\
     根据统一核算，上半年东州市地区生产总值1250.4亿元，同比增长5.1%。\n\
     东州市规模以上工业增加值同比下降2.3%。固定资产投资同比下降8.6%。\n\
     社会消费品零售总额430.2亿元，增长3.7%。进出口总额88.9亿元，下降12.4%。\n\
     居民人均可支配收入21560元，增长5.0%。东州市接待游客820.5万人次，增长31.2%。\n",
    // A county, with a name that holds a figure and a share.
    "云溪县2022年1至6月工作总结\n\
     1至6月，云溪县完成固定资产投资35.8亿元，增长12.5%，增速居全市第二。\n\
     总投资5亿元以上项目开工7个。森林覆盖率为68.5%。\n\
     云溪县城镇新增就业3200人，同比增长260%。\n",
    // One statement.
    "2021年上半年，云溪县地区生产总值为80亿元。\n",
    // Ranks alone.
    "2021年上半年，云溪县营商环境满意度居全省第一。招商引资考核居全市第三。\n",
];

#[test]
fn a_draft_makes_a_bundle() {
    for text in REPORTS {
        let (toml, bundle) =
            drafted(text).unwrap_or_else(|report| panic!("{}", report.render(false)));
        assert!(!bundle.metrics.is_empty(), "{toml}");
        let shown = match bundle.choice.len() {
            0 => bundle.metrics.len(),
            shown => shown,
        };
        assert!(shown <= 16, "{toml}");
        assert!(!bundle.title.is_empty());
    }
}

/// Each text of the reader's corpus holds one phenomenon; none of them makes a draft that does not
/// build.
#[test]
fn every_text_of_the_corpus_makes_a_bundle() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut drafts = 0;
    for entry in fs::read_dir(corpus).expect("the corpus is there") {
        let path = entry.expect("it can be listed").path();
        let file = fs::read_to_string(&path).expect("UTF-8");
        let text = file.split("\n----").next().unwrap_or_default();
        let period = Period {
            from: "2023-01".parse().expect("a month"),
            to: "2023-06".parse().expect("a month"),
        };
        match drafted_for(text, Some(period)) {
            Ok((_, bundle)) => {
                assert!(!bundle.metrics.is_empty(), "{}", path.display());
                drafts += 1;
            }
            Err(report) => {
                let said = report.render(false);
                assert!(
                    said.contains("no statistical statement")
                        || said.contains("no statement stands for itself"),
                    "{}: {said}",
                    path.display()
                );
            }
        }
    }
    assert!(drafts > 30, "{drafts}");
}

#[test]
fn a_draft_for_a_person_to_go_on_from() {
    let (toml, _) = drafted(REPORTS[2]).unwrap_or_else(|report| panic!("{}", report.render(false)));
    insta::assert_snapshot!(toml);
}

#[test]
fn a_text_without_figures_or_months_is_refused() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let said = drafted(text).expect_err(text).render(false);
        assert!(said.contains(expected), "{said}");
    }
    check("今天天气很好。\n", "no statistical statement found");
    check(
        "云溪县地区生产总值为80亿元。\n",
        "--period 2023-01..2023-06",
    );
}

/// What a draft shows of a report in a file of that name.
fn shown(file: &str, text: &str) -> (String, Bundle) {
    let (toml, bundle) =
        drafted_as(file, text, None).unwrap_or_else(|report| panic!("{}", report.render(false)));
    (toml, bundle)
}

#[test]
fn the_year_and_the_place_may_stand_in_the_file_name() {
    #[track_caller]
    fn check(file: &str, text: &str, period: &str, place: &str, comment: &str) {
        let (toml, bundle) = shown(file, text);
        let months = format!("{}..{}", bundle.period.from, bundle.period.to);
        assert_eq!(
            (months.as_str(), bundle.place.name.zh.as_str()),
            (period, place)
        );
        assert!(toml.contains(comment), "{toml}");
    }
    let text = "上半年，全区地区生产总值80亿元，增长5%。全区固定资产投资增长7%。\n";
    check(
        "keqiao-2023-h1.txt",
        text,
        "2023-01..2023-06",
        "柯桥区",
        "# - the year: ",
    );
    check(
        "keqiao2021.txt",
        text,
        "2021-01..2021-06",
        "柯桥区",
        "# - the place: it is spelt",
    );
    check(
        "2019.txt",
        text,
        "2019-01..2019-06",
        "全区",
        "# - the place: the text does not",
    );
    let text = "2020年前三季度，重庆外贸进出口增长11.4%。重庆企业出口增长3%。\n";
    check("a.txt", text, "2020-01..2020-09", "重庆市", "# - the title");
}

#[test]
fn the_title_says_the_finding() {
    #[track_caller]
    fn check(text: &str, zh: &str, en: &str) {
        let (toml, bundle) = shown("a.txt", text);
        assert_eq!(
            (bundle.title.zh.as_str(), bundle.title.en.as_str()),
            (zh, en),
            "{toml}"
        );
    }
    check(
        "2022年上半年，云溪县地区生产总值80亿元，增长6.5%，高于全省1.2个百分点。\n",
        "地区生产总值增长6.5%，快于全省",
        "GDP grew 6.5%, outpacing the province",
    );
    check(
        "2022年上半年，云溪县地区生产总值80亿元，增长6.5%。云溪县工业投资增长20.1%。\n",
        "地区生产总值增长6.5%，工业投资增长20.1%",
        "GDP grew 6.5%, with industrial investment up 20.1%",
    );
    check(
        "2022年上半年，云溪县地区生产总值80亿元，增长6.5%。云溪县进出口总额下降9%。\n",
        "地区生产总值增长6.5%，进出口总额下降9%",
        "GDP grew 6.5%, but foreign trade fell 9%",
    );
    check(
        "2022年上半年，云溪县接待游客1.6亿人次，同比增长25.6%。\n",
        "接待游客1.6亿人次，增长25.6%",
        "Visits rose 25.6% to 160 million",
    );
    check(
        "2022年上半年，云溪縣地區生產總值80億元，增長6.5%。雲溪縣工業投資增長20.1%。\n",
        "地区生产总值增长6.5%，工业投资增长20.1%",
        "GDP grew 6.5%, with industrial investment up 20.1%",
    );
}

#[test]
fn what_no_label_may_say_is_not_shown() {
    let text = "2023年上半年，清川市地区生产总值58.3亿元，增长7.2%。36个行业中，增加值实现增长的行业有22个，其中增加值实现两位数增长的行业有12个。\n";
    let (toml, _) = shown("report.txt", text);
    assert!(toml.contains("增加值实现增长的行业"), "{toml}");
    assert!(!toml.contains("zh = \"指标\""), "{toml}");
}

#[test]
fn a_distance_in_yuan_is_drawn_nowhere() {
    let (toml, bundle) = shown(
        "report.txt",
        "2023年上半年，清川市地区生产总值58.3亿元，增长7.2%，比邻近的杭州市少337亿元。\
         居民人均可支配收入23000元，增长5.1%，低于全省平均水平2300元。\
         固定资产投资增长7.1%，高于全省2.3个百分点。\n",
    );
    let gaps = bundle.metrics.iter().flat_map(|it| &it.gaps);
    let gaps: Vec<&str> = gaps.map(|gap| gap.value.as_str()).collect();
    assert!(gaps.iter().all(|gap| *gap == "2.3"), "{gaps:?} in\n{toml}");
}

#[test]
fn few_months_are_better_than_none() {
    #[track_caller]
    fn check(text: &str, from: &str, to: &str) {
        let (toml, bundle) = shown("report.txt", text);
        let period = (bundle.period.from.to_string(), bundle.period.to.to_string());
        assert_eq!(period, (from.to_owned(), to.to_owned()), "{toml}");
        assert!(toml.contains("hardly anything says of which"), "{toml}");
        // Nothing moved that a title could tell of.
        assert!(bundle.title.zh.starts_with("数说"), "{toml}");
    }
    check(
        "清川市开发区综述\n\n开发区入驻企业320家。企业研发机构45家。从业人员1.2万人。专利120项。\
         2019年实现产值58.3亿元。\n",
        "2019-01",
        "2019-12",
    );
    // A look back is of a year.
    check(
        "一年来，我们攻坚克难。县内企业增至320家，新建学校12所，改造老旧小区21个。\n",
        "--01",
        "--12",
    );
}

#[test]
fn what_is_measured_alike_shares_a_list() {
    let (toml, bundle) = shown(
        "a.txt",
        "2022年上半年，云溪县地区生产总值80亿元，增长6.5%，增速比一季度加快0.3个百分点。\
         固定资产投资增长7.1%。社会消费品零售总额增长4.2%。汽车类零售额增长12.5%。\
         饮料类零售额增长8.1%。烟酒类零售额下降2.4%。家具类零售额增长300%。\
         预计全年财政总收入将达7亿元。\n",
    );
    let list = bundle.metrics.iter().find(|it| it.id == "growth-2");
    let list = list.unwrap_or_else(|| panic!("no second list in\n{toml}"));
    let labels: Vec<&str> = list.items.iter().map(|it| it.label.en.as_str()).collect();
    assert_eq!(labels, ["Cars", "Drinks", "Tobacco and alcohol"]);
    // One that would crush the others stands alone; a change of a rate and a forecast nowhere.
    assert!(bundle.choice.iter().any(|id| {
        let metric = bundle.metrics.iter().find(|it| it.id == *id);
        metric.is_some_and(|it| it.label.en == "Retail sales of furniture")
    }));
    assert!(
        !toml.contains("增速") && !toml.contains("财政总收入"),
        "{toml}"
    );
}

#[test]
fn what_is_reckoned_of_a_year_that_is_over_is_shown() {
    let (toml, bundle) = shown(
        "a.txt",
        "1月18日，县政府公布，2016年云溪县预计实现地区生产总值612.4亿元，增长9.9%。\
         规模以上工业增加值302.7亿元，增长10.8%，增幅居绍兴市四县第一。\
         全年夺星15颗，比三季度多3颗，夺星数居全市第二。\n",
    );
    let labels: Vec<&str> = bundle
        .metrics
        .iter()
        .map(|it| it.label.en.as_str())
        .collect();
    assert!(labels.contains(&"Gross domestic product"), "{labels:?}");
    assert!(labels.contains(&"Stars won"), "{labels:?}");
    assert!(
        toml.contains("from = \"2016-01\", to = \"2016-12\""),
        "{toml}"
    );
    // The four counties of a city are called by its name.
    assert!(toml.contains("en = \"Shaoxing\""), "{toml}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Sentences in any order, left out or twice: a draft that builds, or a reason.
    #[test]
    fn any_choice_of_sentences_is_answered(picks in prop::collection::vec((0_usize..5, 0_usize..40), 1..25)) {
        let sentence = |(report, at): &(usize, usize)| {
            let sentences: Vec<&str> = REPORTS[*report].split_inclusive('。').collect();
            sentences[at % sentences.len()].to_owned()
        };
        let text: String = picks.iter().map(sentence).collect();
        if let Err(report) = drafted(&text) {
            let said = report.render(false);
            prop_assert!(
                said.contains("no statistical statement")
                    || said.contains("no statement stands for itself")
                    || said.contains("which months"),
                "{said}"
            );
        }
    }
}

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
    let seed = File {
        path: "report.txt".into(),
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

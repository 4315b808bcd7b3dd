//! The seed and the article it retells say the same facts.
//!
//! The article itself is not ours to keep: its path comes through `HALFYEAR_ARTICLE`.

use halfyear_facts::{Bound, Fact};
use halfyear_reader::read;
use serde::Deserialize;
use std::path::Path;

/// Further statements that a text may make beside those of the table.
const FURTHER: usize = 2;

#[derive(Deserialize)]
struct Table {
    fact: Vec<Expected>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    indicator: String,
    value: Option<String>,
    unit: Option<String>,
    #[serde(default)]
    bound: Bound,
    growth: Option<String>,
    #[serde(default)]
    gaps: Vec<String>,
    #[serde(default)]
    ranks: Vec<String>,
    #[serde(default)]
    target: bool,
    period: Option<String>,
    metric: Option<String>,
}

impl Expected {
    fn is(&self, fact: &Fact) -> bool {
        let gaps = fact
            .gaps
            .iter()
            .map(|gap| format!("{} {}", gap.to, gap.value));
        let ranks = fact
            .ranks
            .iter()
            .map(|rank| format!("{} {}", rank.within, rank.place));
        let growth = fact.change.as_ref();
        fact.indicator.contains(&self.indicator)
            && fact.value.as_ref().map(|value| value.as_str()) == self.value.as_deref()
            && fact.unit == self.unit
            && fact.bound == self.bound
            && growth.map(|change| change.value.as_str()) == self.growth.as_deref()
            && growth.is_none_or(|change| change.unit == "%")
            && gaps.eq(self.gaps.iter().cloned())
            && ranks.eq(self.ranks.iter().cloned())
            && fact.target == self.target
            && self.period.as_ref().is_none_or(|period| {
                let said = fact.period.as_ref();
                said.map(|p| format!("{}..{}", p.from, p.to)).as_ref() == Some(period)
            })
            && self
                .metric
                .as_ref()
                .is_none_or(|metric| fact.metric.as_ref() == Some(metric))
    }
}

#[track_caller]
fn check(file: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let table =
        std::fs::read_to_string(root.join("tests/facts/keqiao-2023-h1.toml")).expect("the table");
    let table: Table = toml::from_str(&table).expect("a table of facts");
    let text = std::fs::read_to_string(file).expect("a text");
    let mut facts = read("keqiao.txt", &text).facts;
    let mut missing = Vec::new();
    for expected in &table.fact {
        match facts.iter().position(|fact| expected.is(fact)) {
            Some(found) => {
                facts.remove(found);
            }
            None => missing.push(expected),
        }
    }
    let rest: Vec<&Fact> = facts.iter().collect();
    assert!(
        missing.is_empty(),
        "not found: {missing:#?}\nleft over: {rest:#?}"
    );
    assert!(rest.len() <= FURTHER, "nobody expected: {rest:#?}");
}

#[test]
fn the_seed_says_every_fact() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    check(&root.join("seeds/keqiao-2023-h1.txt"));
}

#[test]
fn the_article_says_the_same() {
    match std::env::var_os("HALFYEAR_ARTICLE") {
        Some(file) => check(Path::new(&file)),
        None => println!("skipped: set HALFYEAR_ARTICLE to the article's path to read it too"),
    }
}

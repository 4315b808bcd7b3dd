//! Tables of the ways in which reports say the same, tried one by one.

use halfyear_facts::Fact;
use halfyear_reader::read;

/// The ways of a table.
fn ways(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .split('|')
        .map(str::trim)
        .filter(|way| !way.is_empty())
}

/// What a fact says, shortest.
fn line(fact: &Fact) -> String {
    let change = fact.change.as_ref();
    let change = change.map(|it| format!(" {}{}", it.value.as_str(), it.unit));
    let value = fact.value.as_ref().map(|it| format!(" ={}", it.as_str()));
    let gaps = fact
        .gaps
        .iter()
        .map(|it| format!(" {}{}", it.to, it.value.as_str()));
    let ranks = fact.ranks.iter().map(|it| format!(" #{}", it.place));
    let rest: String = gaps.chain(ranks).collect();
    [
        &*fact.indicator,
        &value.unwrap_or_default(),
        &change.unwrap_or_default(),
        &rest,
    ]
    .concat()
}

/// Every way of a table, put into a sentence at `{}`, says one of the facts that are expected, and
/// no other; a fact may say more at its end than expected.
#[track_caller]
pub fn check(sentence: &str, table: &'static str, expected: &[&str]) {
    let mut wrong = Vec::new();
    for way in ways(table) {
        let text = format!("2023年上半年，{}。", sentence.replace("{}", way));
        let mut said: Vec<String> = read("report.txt", &text).facts.iter().map(line).collect();
        let all = expected.iter().all(|fact| {
            let found = said.iter().position(|it| it.contains(fact));
            found.map(|at| said.remove(at)).is_some()
        });
        if !all || !said.is_empty() {
            let said: Vec<String> = read("report.txt", &text).facts.iter().map(line).collect();
            wrong.push(format!("{text} {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

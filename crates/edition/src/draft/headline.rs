//! What a draft says first: a finding that the text supports, with the claims that hold it.

use super::choose::Chosen;
use super::names::{Place, Scope, within_sentence};
use super::page::quoted;
use halfyear_bundle::Basis;
use halfyear_facts::Fact;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A sentence, and what has to hold for it.
pub struct Title {
    pub words: [String; 2],
    pub claims: Vec<String>,
    /// The ids of what it speaks of.
    of: Vec<String>,
}

/// The finding: faster than its benchmarks, else the growth of what comes first and the greatest
/// change beside it.
pub fn title(chosen: &[Chosen], scopes: &[Scope], place: &Place) -> Title {
    let first = chosen.first();
    let ahead = first.filter(|it| it.panel == "comparison").map(|it| {
        let positive = it
            .fact
            .gaps
            .iter()
            .filter(|gap| above_zero(gap.value.as_str()));
        let ahead = positive.filter_map(|gap| {
            let scope = scopes.iter().find(|scope| scope.names.contains(&gap.to))?;
            Some((gap.to.as_str(), scope))
        });
        (it, ahead.collect::<Vec<_>>())
    });
    if let Some((it, ahead)) = ahead.filter(|(_, ahead)| !ahead.is_empty()) {
        let zh: Vec<&str> = ahead.iter().map(|it| it.1.label[0].as_str()).collect();
        let en: Vec<String> = ahead.iter().map(|it| it.1.label[1].clone()).collect();
        let claim = |(to, _): &(&str, &Scope)| claim(&format!("{}.gap.{to}", it.id), true);
        return Title {
            words: [
                format!("{}增速快过{}", it.label[0], zh.join("、")),
                format!("{} outgrew {}", place.short[1], listed(&en)),
            ],
            claims: ahead.iter().map(claim).collect(),
            of: vec![it.id.clone()],
        };
    }
    let greatest = chosen.iter().skip(1).filter(|it| it.is_known);
    let greatest = greatest.max_by_key(|it| size(it));
    let said: Vec<(&Chosen, [String; 2])> = first
        .filter(|it| it.is_known)
        .into_iter()
        .chain(greatest)
        .filter_map(|it| Some((it, changed(it)?)))
        .collect();
    let (zh, en): (Vec<&str>, Vec<&str>) = said
        .iter()
        .map(|(_, [zh, en])| (zh.as_str(), en.as_str()))
        .unzip();
    let words = match en.as_slice() {
        [] => [
            format!("{}这几个月", place.short[0]),
            format!("{} in figures", place.short[1]),
        ],
        [one] => [zh.join("，"), (*one).to_owned()],
        [one, other, ..] => [zh.join("，"), format!("{one}, {}", within_sentence(other))],
    };
    Title {
        words,
        claims: said.iter().filter_map(|(it, _)| direction(it)).collect(),
        of: said.iter().map(|(it, _)| it.id.clone()).collect(),
    }
}

/// The two greatest changes besides, and what has to hold for them.
pub fn lede(chosen: &[Chosen], title: &Title) -> Option<Title> {
    // Without an English name it is no sentence.
    let mut more: Vec<&Chosen> = chosen
        .iter()
        .filter(|it| it.is_known && !title.of.contains(&it.id))
        .collect();
    more.sort_by_key(|it| Reverse(size(it)));
    let said: Vec<(&Chosen, [String; 2])> = more
        .into_iter()
        .filter_map(|it| Some((it, changed(it)?)))
        .take(2)
        .collect();
    if said.is_empty() {
        return None;
    }
    let (zh, en): (Vec<&str>, Vec<&str>) = said
        .iter()
        .map(|(_, [zh, en])| (zh.as_str(), en.as_str()))
        .unzip();
    Some(Title {
        words: [zh.join("，") + "。", en.join(". ") + "."],
        claims: said.iter().filter_map(|(it, _)| direction(it)).collect(),
        of: Vec::new(),
    })
}

/// How much a metric changed, whichever way.
fn size(it: &Chosen) -> Option<Decimal> {
    let change = Decimal::from_str_exact(year_on_year(&it.fact)?).ok()?;
    Some(change.abs())
}

/// The change of a metric as a clause.
fn changed(it: &Chosen) -> Option<[String; 2]> {
    let change = year_on_year(&it.fact)?;
    let (id, [zh, en]) = (&it.id, &it.label);
    Some(if above_zero(change) {
        [
            format!("{zh}增长{{{id}.change}}%"),
            format!("{en} rose {{{id}.change}}%"),
        ]
    } else if change.starts_with('-') {
        [
            format!("{zh}下降{{{id}.change:abs}}%"),
            format!("{en} fell {{{id}.change:abs}}%"),
        ]
    } else {
        [format!("{zh}与上年持平"), format!("{en} stood still")]
    })
}

/// The claim that a change goes the way that its clause says.
fn direction(it: &Chosen) -> Option<String> {
    let change = year_on_year(&it.fact)?;
    let moves = above_zero(change) || change.starts_with('-');
    moves.then(|| claim(&format!("{}.change", it.id), above_zero(change)))
}

fn claim(of: &str, is_positive: bool) -> String {
    let is = if is_positive { "positive" } else { "negative" };
    format!("{{ of = {}, is = \"{is}\" }}", quoted(of))
}

/// The change in percent against the year before.
pub fn year_on_year(fact: &Fact) -> Option<&str> {
    let change = fact.change.as_ref()?;
    let fits = change.unit == "%" && change.basis == Basis::YearOnYear;
    fits.then(|| change.value.as_str())
}

fn above_zero(number: &str) -> bool {
    Decimal::from_str_exact(number).is_ok_and(|it| it > Decimal::ZERO)
}

/// `city, province and nation`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

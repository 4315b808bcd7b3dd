//! What a draft says first: a finding that the text supports, with the claims that hold it.

use super::choose::{Chosen, is_part, year_on_year};
use super::names::{Place, place_before, within_sentence};
use super::scopes::Scope;
use super::toml::quoted;
use super::worth::is_headline;
use crate::agree::scale;
use halfyear_catalogue::simplified;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A sentence, and what has to hold for it.
pub struct Title {
    pub words: [String; 2],
    pub claims: Vec<String>,
    /// The ids of what it speaks of.
    of: Vec<String>,
}

/// The finding: how the first metric did and against whom, and what stands out beside it.
pub fn title(chosen: &[Chosen], scopes: &[Scope], place: &Place) -> Title {
    let none = || Title {
        words: [
            format!("数说{}", place.short[0]),
            format!("{} in figures", place.short[1]),
        ],
        claims: Vec::new(),
        of: Vec::new(),
    };
    let shown: Vec<&Chosen> = chosen
        .iter()
        .filter(|it| it.is_english && !it.is_rank_only && is_of_the_whole(it))
        .collect();
    let first = shown.first().filter(|it| change(it).is_some());
    let best = first_rank(chosen, scopes);
    let Some(&first) = first else {
        let moving = shown
            .iter()
            .find(|it| change(it).is_some_and(|it| !it.is_zero()));
        return best
            .or_else(|| moving.map(|it| moved(it)))
            .unwrap_or_else(none);
    };
    let mut title = match level(first) {
        Some(title) => title,
        None => moved(first),
    };
    if let Some(beside) = compared(first, scopes) {
        title.add(beside, ["，", ", "]);
    } else if let Some(mut best) = best.filter(|best| best.of != title.of) {
        best.words[1] = within_sentence(&best.words[1]);
        title.add(best, ["，", ", and "]);
    } else if first.fact.value.is_none() || first.metric == Some("gdp") {
        let rises = rises(first);
        // What such reports are read for, and else whatever moved most.
        let others = shown
            .iter()
            .filter(|it| it.id != first.id && it.metric.is_some() && moves(it));
        let size = |it: &&&Chosen| {
            let is_headline = it.metric.is_some_and(is_headline);
            (is_headline, change(it).map(|it| it.abs()))
        };
        if let Some(other) = others.max_by_key(size) {
            let (zh, en) = match (rises, self::rises(other)) {
                (true, true) => ("{zh}增长{to}%", "with {en} up {to}%"),
                (true, false) => ("{zh}下降{to:abs}%", "but {en} fell {to:abs}%"),
                (false, true) => ("{zh}增长{to}%", "but {en} rose {to}%"),
                (false, false) => ("{zh}下降{to:abs}%", "with {en} down {to:abs}%"),
            };
            let fill = |words: &str| {
                words
                    .replace("{zh}", &other.label[0])
                    .replace("{en}", &within_sentence(&other.label[1]))
                    .replace("{to", &format!("{{{}.change", other.id))
            };
            let other = Title {
                words: [fill(zh), fill(en)],
                claims: vec![direction(other)],
                of: vec![other.id.clone()],
            };
            title.add(other, ["，", ", "]);
        }
    }
    title
}

impl Title {
    fn add(&mut self, other: Self, between: [&str; 2]) {
        for ((words, more), between) in self.words.iter_mut().zip(other.words).zip(between) {
            *words += between;
            *words += &more;
        }
        self.claims.extend(other.claims);
        self.of.extend(other.of);
    }
}

/// What a person reads after the headline: two more things that moved, and what has to hold.
pub fn lede(chosen: &[Chosen], title: &Title) -> Option<Title> {
    let mut more: Vec<&Chosen> = chosen
        .iter()
        .filter(|it| it.is_english && moves(it) && is_of_the_whole(it))
        .filter(|it| !title.of.contains(&it.id) && !it.fact.indicator.contains('占'))
        .collect();
    // The sectors are in the list.
    more.sort_by_key(|it| (is_part(it), Reverse(it.worth)));
    more.truncate(2);
    let mut said = more.into_iter().map(moved);
    let mut lede = said.next()?;
    if let Some(mut other) = said.next() {
        other.words[1] = within_sentence(&other.words[1]);
        lede.add(other, ["，", "; "]);
    }
    lede.words[0].push('。');
    lede.words[1].push('.');
    Some(lede)
}

/// Whether a statement is of the report's own place, not of one that lies in it.
fn is_of_the_whole(it: &Chosen) -> bool {
    place_before(&it.label[0]).is_none()
}

/// Whether a change is one to tell beside the first: what grew tenfold is most often small.
fn moves(it: &Chosen) -> bool {
    change(it).is_some_and(|it| !it.is_zero() && it.abs() <= Decimal::from(300))
}

/// `GDP grew 8.2%`.
fn moved(it: &Chosen) -> Title {
    let (id, zh, en) = (&it.id, &it.label[0], &it.label[1]);
    let is_gdp = it.metric == Some("gdp");
    let en = if is_gdp { "GDP" } else { en };
    let (words, claims) = match change(it).unwrap_or_default() {
        zero if zero.is_zero() => (
            [format!("{zh}与上年持平"), format!("{en} stood still")],
            Vec::new(),
        ),
        up if up > Decimal::ZERO => (
            [
                format!("{zh}增长{{{id}.change}}%"),
                format!(
                    "{en} {} {{{id}.change}}%",
                    if is_gdp { "grew" } else { "rose" }
                ),
            ],
            vec![direction(it)],
        ),
        _ => (
            [
                format!("{zh}下降{{{id}.change:abs}}%"),
                format!("{en} fell {{{id}.change:abs}}%"),
            ],
            vec![direction(it)],
        ),
    };
    Title {
        words,
        claims,
        of: vec![it.id.clone()],
    }
}

/// `Foreign trade rose 11.4% to 461.39 billion yuan`: for what is no gross domestic product.
fn level(it: &Chosen) -> Option<Title> {
    let is_gdp = it.metric == Some("gdp");
    let value = Decimal::from_str_exact(it.fact.value.as_ref()?.as_str()).ok()?;
    let unit: String = it.fact.unit.as_deref()?.chars().map(simplified).collect();
    let (size, plain) = scale(&unit);
    let noun = match plain {
        "元" => "yuan",
        "美元" => "US dollars",
        // The label says what is counted.
        "人次" => "",
        _ => return None,
    };
    let whole = value.checked_mul(size)?;
    let form = match whole {
        it if it >= Decimal::from(1_000_000_000) => "billion",
        it if it >= Decimal::from(1_000_000) => "million",
        _ => return None,
    };
    if is_gdp || !it.fact.bound.is_exact() || change(it)?.is_zero() {
        return None;
    }
    let mut title = moved(it);
    let (id, zh) = (&it.id, &it.label[0]);
    let change = title.words[0].strip_prefix(zh.as_str())?.to_owned();
    title.words[0] = format!("{zh}{{{id}.value:unit}}，{change}");
    let level = format!(" to {{{id}.value:{form}}} {form} {noun}");
    title.words[1] += level.trim_end();
    Some(title)
}

/// `Fixed investment ranked first in Guangdong`.
fn first_rank(chosen: &[Chosen], scopes: &[Scope]) -> Option<Title> {
    let whole = chosen.iter().filter(|it| is_of_the_whole(it));
    let mut ranked: Vec<&Chosen> = whole.filter(|it| it.is_english).collect();
    ranked.sort_by_key(|it| Reverse(it.worth));
    ranked.into_iter().find_map(|it| {
        let ranks = it.fact.ranks.iter();
        let mut firsts = ranks.filter(|rank| rank.place == 1 && rank.bound.is_exact());
        let rank = firsts.next()?;
        let mut named = scopes.iter().filter(|it| !it.label[1].starts_with('“'));
        let scope = named.find(|it| it.names.contains(&rank.within))?;
        let of = if it.is_rank_only {
            format!("ranks.{}.rank.{}", it.id, rank.within)
        } else {
            format!("{}.rank.{}", it.id, rank.within)
        };
        Some(Title {
            words: [
                format!("{}居{}第一", it.label[0], scope.label[0]),
                format!("{} ranked first in {}", it.label[1], scope.label[1]),
            ],
            claims: vec![format!("{{ of = {}, is = \"first\" }}", quoted(&of))],
            of: vec![it.id.clone()],
        })
    })
}

/// `outpacing China and Zhejiang`.
fn compared(it: &Chosen, scopes: &[Scope]) -> Option<Title> {
    if it.panel != "comparison" || !rises(it) {
        return None;
    }
    let gaps = it.fact.gaps.iter().filter_map(|gap| {
        let scope = scopes.iter().find(|scope| scope.names.contains(&gap.to))?;
        Some((gap, scope))
    });
    let gaps: Vec<_> = gaps.collect();
    let side = |ahead: bool| {
        let of_side = gaps.iter().filter(|(gap, _)| {
            let value = Decimal::from_str_exact(gap.value.as_str()).unwrap_or_default();
            !value.is_zero() && (value > Decimal::ZERO) == ahead
        });
        of_side.collect::<Vec<_>>()
    };
    let ahead = !side(true).is_empty();
    let told = side(ahead);
    if told.is_empty() {
        return None;
    }
    let zh: Vec<&str> = told.iter().map(|(_, it)| it.label[0].as_str()).collect();
    // Urban residents are no place, and stand within a sentence.
    let within = |it: &Scope| match it.is_place {
        true => it.label[1].clone(),
        false => within_sentence(&it.label[1]),
    };
    let en: Vec<String> = told.iter().map(|(_, it)| within(it)).collect();
    let en: Vec<&str> = en.iter().map(String::as_str).collect();
    let (than, faster) = match ahead {
        true => ("快于", "outpacing"),
        false => ("慢于", "slower than"),
    };
    let claims = told.iter().map(|(gap, _)| {
        let of = format!("{}.gap.{}", it.id, gap.to);
        claim(&of, ahead)
    });
    Some(Title {
        words: [
            format!("{than}{}", zh.join("、")),
            format!("{faster} {}", listed(&en)),
        ],
        claims: claims.collect(),
        of: Vec::new(),
    })
}

/// The claim that a change goes the way that its clause says.
fn direction(it: &Chosen) -> String {
    claim(&format!("{}.change", it.id), rises(it))
}

fn claim(of: &str, is_positive: bool) -> String {
    let is = if is_positive { "positive" } else { "negative" };
    format!("{{ of = {}, is = \"{is}\" }}", quoted(of))
}

fn rises(it: &Chosen) -> bool {
    change(it).is_some_and(|it| it > Decimal::ZERO)
}

/// The change in percent that a sentence may tell: one that the text does not limit.
fn change(it: &Chosen) -> Option<Decimal> {
    let change = it.fact.change.as_ref()?;
    let said = year_on_year(&it.fact).filter(|_| change.bound.is_exact())?;
    Decimal::from_str_exact(said).ok()
}

/// `city, province and nation`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

//! Which statements a draft shows, how each is found again, and what draws it.

use super::names::{Place, chinese_label, english_label};
use crate::agree::scale;
use crate::evidence::Evidence;
use crate::file::{Find, Months};
use crate::find::{Wanted, find};
use halfyear_bundle::{Basis, Bound, Period};
use halfyear_facts::Fact;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many single metrics a draft has; growth and ranks come on top.
const MOST: usize = 14;
/// How many statements that only tell a rank the list of ranks has besides.
const MOST_RANKS: usize = 8;

/// A statement that the draft shows.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub id: String,
    pub find: Find,
    pub fact: Fact,
    pub label: [String; 2],
    pub panel: &'static str,
    /// Whether all it says is a rank, which needs no picture of its own.
    pub is_rank_only: bool,
    /// Whether its English name comes from the catalogue.
    pub is_known: bool,
}

/// The months that most statements speak of; the longer run where two are as frequent.
pub fn period(evidence: &Evidence<'_>) -> Option<Period> {
    let mut counts: BTreeMap<(bool, String, String), (usize, Period)> = BTreeMap::new();
    for fact in evidence.facts.iter().filter(|fact| !fact.target) {
        let Some(period) = &fact.period else { continue };
        // A report tells of the year so far, or of the year.
        let so_far = period.from.month() == 1 && period.to.month() > 1;
        let key = (so_far, period.to.to_string(), period.from.to_string());
        counts.entry(key).or_insert((0, period.clone())).0 += 1;
    }
    counts
        .into_iter()
        .max_by_key(|((so_far, _, _), (count, _))| (*so_far, *count))
        .map(|(_, (_, period))| period)
}

/// The best statements, in the order of the text; the gross domestic product first.
pub fn chosen(
    evidence: &Evidence<'_>,
    period: &Period,
    place: &Place,
    edition: &str,
) -> Vec<Chosen> {
    // Aims are shown where a text has nothing else.
    let aims = evidence.facts.iter().all(|fact| fact.target);
    let mut found: Vec<(usize, &Fact, Find)> = Vec::new();
    for (at, fact) in evidence.facts.iter().enumerate() {
        if fact.target && !aims || found.iter().any(|(_, other, _)| alike(fact, other)) {
            continue;
        }
        if let Some(find) = findable(evidence, period, place, edition, fact) {
            found.push((at, fact, find));
        }
    }
    let worth_of = |index: &usize| {
        let worth = found
            .get(*index)
            .map_or(0, |(_, fact, _)| worth(fact, period));
        std::cmp::Reverse(worth)
    };
    let is_rank_only = |index: &usize| {
        let fact = found.get(*index).map(|(_, fact, _)| *fact);
        fact.is_some_and(|fact| fact.value.is_none() && fact.change.is_none())
    };
    let (mut ranks, mut best): (Vec<usize>, Vec<usize>) = (0..found.len()).partition(is_rank_only);
    ranks.retain(|index| found.get(*index).is_some_and(|it| !it.1.ranks.is_empty()));
    for (list, most) in [(&mut best, MOST), (&mut ranks, MOST_RANKS)] {
        list.sort_by_key(worth_of);
        list.truncate(most);
        list.sort_by_key(|index| {
            let fact = found
                .get(*index)
                .map(|(at, fact, _)| (*at, fact.metric.as_deref()));
            fact.map(|(at, metric)| (metric != Some("gdp"), at))
        });
    }
    let mut chosen: Vec<Chosen> = Vec::new();
    for (_, fact, find) in best.iter().chain(&ranks).filter_map(|at| found.get(*at)) {
        let known = fact.metric.as_deref().and_then(halfyear_catalogue::get);
        let number = chosen.len() + 1;
        let wish = known.map_or_else(|| format!("m{number}"), |it| it.id.replace('_', "-"));
        let id = if chosen.iter().any(|other| other.id == wish) {
            format!("{wish}-{number}")
        } else {
            wish
        };
        chosen.push(Chosen {
            id,
            find: find.clone(),
            label: [
                chinese_label(place.own(&fact.indicator), evidence.text),
                english_label(known.map(|it| it.en), &fact.indicator, evidence.text),
            ],
            panel: panel(fact),
            is_rank_only: fact.value.is_none() && fact.change.is_none(),
            is_known: known.is_some(),
            fact: (*fact).clone(),
        });
    }
    chosen
}

fn alike(one: &Fact, other: &Fact) -> bool {
    one.indicator == other.indicator && one.period == other.period
}

/// How much a statement is worth showing.
fn worth(fact: &Fact, period: &Period) -> usize {
    let known = fact.metric.as_deref().and_then(|id| {
        halfyear_catalogue::indicators()
            .iter()
            .position(|indicator| indicator.id == id)
    });
    // The catalogue names first what such reports name first.
    let known = known.map_or(0, |at| 12 + 8_usize.saturating_sub(at / 8));
    let level = usize::from(fact.value.is_some()) * 4;
    let share = usize::from(panel(fact) == "share") * 6;
    let change = usize::from(fact.change.is_some()) * 6;
    let beyond = fact.gaps.len().min(2) * 4 + fact.ranks.len().min(2) * 3;
    let now = usize::from(fact.period.as_ref().is_none_or(|it| it == period)) * 5;
    known + level + share + change + beyond + now
}

/// The simplest look-up that gives just this statement.
fn findable(
    evidence: &Evidence<'_>,
    period: &Period,
    place: &Place,
    edition: &str,
    fact: &Fact,
) -> Option<Find> {
    let plain = Find {
        indicator: Some(fact.indicator.clone()),
        target: fact.target,
        ..Find::default()
    };
    let months = fact.period.as_ref().map(|it| Months {
        from: it.from,
        to: it.to,
    });
    let dated = Find {
        period: months,
        ..plain.clone()
    };
    let measured = Find {
        unit: fact.unit.clone(),
        ..plain.clone()
    };
    let near = near(evidence, fact);
    let placed = Find {
        near: near.clone(),
        ..plain.clone()
    };
    let all = Find {
        near,
        period: months,
        unit: fact.unit.clone(),
        ..plain.clone()
    };
    [plain, dated, measured, placed, all]
        .into_iter()
        .find(|wish| {
            let wanted = Wanted {
                edition,
                metric: "",
                find: wish,
                range: 0..0,
                period,
                place: [&place.name[0], &place.short[0]],
            };
            find(evidence, &wanted).is_ok_and(|found| {
                found.value == fact.value && found.unit == fact.unit && found.source == fact.source
            })
        })
}

/// The words of its own sentence that lead up to a statement.
fn near(evidence: &Evidence<'_>, fact: &Fact) -> Option<String> {
    let quote = evidence.words(fact.source.span());
    let words = quote
        .split(['，', '。', '；', ',', ';', '\n', '\r'])
        .next()?;
    let words: String = words.chars().take(24).collect();
    (!words.is_empty()).then_some(words)
}

/// What draws a statement best, where nobody says otherwise.
fn panel(fact: &Fact) -> &'static str {
    let number = |it: &halfyear_facts::Decimal| Decimal::from_str_exact(it.as_str()).ok();
    let value = fact.value.as_ref().and_then(number);
    let growth = fact.change.as_ref().filter(|change| {
        change.unit == "%" && change.basis == Basis::YearOnYear && change.bound == Bound::Exact
    });
    let growth = growth.and_then(|change| number(&change.value));
    let unit = fact.unit.as_deref().unwrap_or_default();
    let is_share =
        unit == "%" && value.is_some_and(|it| it > Decimal::ZERO && it <= Decimal::ONE_HUNDRED);
    // A change of the price level hides in money, not in heads: only those have a year before.
    let is_count = ["人", "人次", "户", "家", "个", "件", "辆", "台", "起"]
        .contains(&scale(unit).1)
        && value.is_some_and(|it| it > Decimal::ZERO);
    match growth {
        Some(_) if value.is_some() && !fact.gaps.is_empty() => "comparison",
        None if is_share && !fact.gaps.is_empty() => "completion",
        None if is_share => "share",
        Some(growth) if is_count && growth >= Decimal::from(200) => "unit-chart",
        Some(growth) if is_count && growth > Decimal::from(-100) => "then-now",
        _ => "tile",
    }
}

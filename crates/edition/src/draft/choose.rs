//! Which statements a draft shows, and how each is found again.

use super::names::{NAMELESS, Place, chinese_label, english_label, place_before};
use super::panel::panel;
use super::worth::{is_of_amount, is_of_rate, is_second, worth};
use crate::evidence::Evidence;
use crate::file::{Find, Months};
use crate::find::{Wanted, find};
use halfyear_bundle::{Basis, Period};
use halfyear_facts::Fact;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many single metrics a draft has; growth and ranks come on top.
const MOST: usize = 22;
/// How many statements make second reckonings of the same superfluous.
const ENOUGH: usize = 6;
/// How many shares of a whole: each takes a picture of its own.
const MOST_SHARES: usize = 3;
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
    /// The catalogue's id of what it measures.
    pub metric: Option<&'static str>,
    /// How much it is worth showing, among the others.
    pub worth: usize,
    /// Whether all it says is a rank, which needs no picture of its own.
    pub is_rank_only: bool,
    /// Whether its label is English, not a quotation.
    pub is_english: bool,
}

/// The months that most statements speak of; the longer run where two are as frequent. None where
/// few statements say when they were true.
pub fn period(evidence: &Evidence<'_>) -> Option<Period> {
    let dated = evidence.facts.iter().filter(|fact| fact.period.is_some());
    match dated.count() * 4 < evidence.facts.len() {
        true => None,
        false => period_of_few(evidence),
    }
}

/// The same, however few statements say so.
pub fn period_of_few(evidence: &Evidence<'_>) -> Option<Period> {
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

/// Whether a statement looks ahead. What a report of January says of the year 预计 is reckoned, and
/// over; of the year that goes on it is a forecast.
fn is_forecast(fact: &Fact, words: &str, period: &Period) -> bool {
    let says = |said: &[&str]| said.iter().any(|word| words.contains(word));
    let over = fact.period.as_ref() == Some(period) && !says(&["将", "將"]);
    says(&["力争", "力爭", "有望"]) || says(&["预计", "預計"]) && !over
}

/// The best statements, in the order of the text; the gross domestic product first.
pub fn chosen(
    evidence: &Evidence<'_>,
    period: &Period,
    place: &Place,
    edition: &str,
) -> Vec<Chosen> {
    // Aims are shown where a text has nothing else, and so are changes of rates.
    let aims = evidence.facts.iter().all(|fact| fact.target);
    let rates = evidence.facts.iter().all(is_of_rate);
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for (at, fact) in evidence.facts.iter().enumerate() {
        let known = fact.target && !aims || is_of_rate(fact) && !rates;
        if known || is_of_amount(fact) || found.iter().any(|other| alike(fact, other.fact)) {
            continue;
        }
        let Some(find) = findable(evidence, period, place, edition, fact) else {
            continue;
        };
        if !aims && is_forecast(fact, evidence.words(fact.source.span()), period) {
            continue;
        }
        let own = place.own(&fact.indicator);
        // A measure without what is measured: the reader lost its beginning.
        if halfyear_catalogue::is_bare(&own) {
            continue;
        }
        let known = fact.metric.as_deref().and_then(halfyear_catalogue::get);
        let known = known.or_else(|| halfyear_catalogue::find(&own));
        // What no label may say, nobody would know on the page.
        let chinese = chinese_label(&own, evidence.text);
        if chinese == NAMELESS {
            continue;
        }
        let (english, is_english) = english_label(known.map(|it| it.en), &own, evidence.text);
        found.push(Candidate {
            at,
            fact,
            find,
            metric: known.map(|it| it.id),
            // The product goes by many names, and each of them is long enough.
            label: match known.filter(|it| it.id == "gdp") {
                Some(gdp) => [gdp.zh.to_owned(), english],
                None => [chinese, english],
            },
            is_english,
            said: [
                fact.value.as_ref().map(ToString::to_string),
                fact.unit.clone(),
                fact.change.as_ref().map(|it| it.value.to_string()),
            ],
            worth: match place_before(&own) {
                // A part of the place is not what the report is of.
                Some(_) => worth(fact, None, is_english, period) / 2,
                None => worth(fact, known.map(|it| it.id), is_english, period),
            },
        });
    }
    // One thing once: the same label, however the text names it.
    found.sort_by_key(|it| (Reverse(it.worth), it.at));
    let mut said: Vec<([String; 2], [Option<String>; 3])> = Vec::new();
    found.retain(|it| {
        let [zh, en] = it.label.clone().map(|it| it.to_lowercase());
        let is_told = said.iter().any(|(label, figures)| {
            let same = figures.iter().all(Option::is_some) && *figures == it.said;
            label[0] == zh || label[1] == en || same
        });
        said.push(([zh, en], it.said.clone()));
        !is_told
    });
    // 工业投资、民间投资2项指标居全市第一: the ranks are what it tells.
    let is_rank_only = |it: &Candidate<'_>| {
        let is_list = it.label[0].contains('、') && !it.fact.ranks.is_empty();
        it.fact.change.is_none() && (it.fact.value.is_none() || is_list)
    };
    let (mut ranks, mut best): (Vec<_>, Vec<_>) = found.into_iter().partition(is_rank_only);
    ranks.retain(|it| !it.fact.ranks.is_empty());
    // The rank of a growth says no more than that of what grew.
    let called = |name: &str| {
        let known = halfyear_catalogue::find(name);
        known.map_or(name, |it| it.zh).to_owned()
    };
    let growing = |it: &Candidate<'_>| {
        let ends = ["增速", "增幅", "涨幅"].iter();
        let of = ends.filter_map(|end| it.label[0].strip_suffix(end)).next();
        of.map(called)
    };
    let told: Vec<(String, Vec<u32>)> = best
        .iter()
        .chain(&ranks)
        .map(|it| (called(&it.label[0]), places_of(it.fact)))
        .collect();
    ranks.retain(|it| growing(it).is_none_or(|of| !told.contains(&(of, places_of(it.fact)))));
    // Another reckoning is for a text that tells little.
    let firsts = best.iter().filter(|it| !is_second(it.fact)).count();
    best.retain(|it| firsts < ENOUGH || !is_second(it.fact));
    // The shares of the three sectors make a whole together, and say little apart.
    let of_sector = |it: &Candidate<'_>| {
        ["primary-share", "secondary-share", "tertiary-share"]
            .contains(&it.metric.unwrap_or_default())
    };
    let whole = best.iter().filter(|it| of_sector(it)).count() == 3;
    let mut shares = usize::from(whole);
    best.retain(|it| {
        if of_sector(it) {
            return whole;
        }
        let is_share = panel(it.fact) == "share";
        shares += usize::from(is_share);
        !is_share || shares <= MOST_SHARES
    });
    best.truncate(MOST);
    ranks.truncate(MOST_RANKS);
    for list in [&mut best, &mut ranks] {
        list.sort_by_key(|it| (it.metric != Some("gdp"), it.at));
    }
    // What nobody would open a report with does not open the page.
    if let Some(first) = (0..best.len()).max_by_key(|at| (best[*at].worth, Reverse(*at)))
        && best[0].fact.metric.as_deref() != Some("gdp")
    {
        let first = best.remove(first);
        best.insert(0, first);
    }
    let mut chosen: Vec<Chosen> = Vec::new();
    for it in best.into_iter().chain(ranks) {
        let number = chosen.len() + 1;
        let wish = it
            .metric
            .map_or_else(|| format!("m{number}"), str::to_owned);
        let id = if chosen.iter().any(|other| other.id == wish) {
            format!("{wish}-{number}")
        } else {
            wish
        };
        chosen.push(Chosen {
            id,
            panel: panel(it.fact),
            is_rank_only: is_rank_only(&it),
            is_english: it.is_english,
            worth: it.worth,
            metric: it.metric,
            fact: it.fact.clone(),
            find: it.find,
            label: it.label,
        });
    }
    chosen
}

/// A statement that may be shown.
struct Candidate<'a> {
    at: usize,
    fact: &'a Fact,
    find: Find,
    label: [String; 2],
    /// The catalogue's id.
    metric: Option<&'static str>,
    is_english: bool,
    /// Level, unit and change: what says all three alike is one thing under two names.
    said: [Option<String>; 3],
    worth: usize,
}

fn places_of(fact: &Fact) -> Vec<u32> {
    fact.ranks.iter().map(|rank| rank.place).collect()
}

fn alike(one: &Fact, other: &Fact) -> bool {
    one.indicator == other.indicator && one.period == other.period
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

/// The sectors, which tell only together.
pub fn is_part(it: &Chosen) -> bool {
    let id = it.metric.unwrap_or_default();
    ["primary", "secondary", "tertiary"].contains(&id)
}

/// The change in percent against the year before.
pub fn year_on_year(fact: &Fact) -> Option<&str> {
    let change = fact.change.as_ref()?;
    let fits = change.unit == "%" && change.basis == Basis::YearOnYear;
    fits.then(|| change.value.as_str())
}

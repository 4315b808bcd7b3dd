//! From drafts to facts: spans in characters, periods with years, repeats left out, contradictions named.

use crate::Diagnostic;
use crate::draft::{Draft, Move};
use crate::outcome::audit::{Guess, Ledger, Numeral};
use crate::outcome::contradiction::contradiction;
use crate::outcome::covers::covers;
use crate::outcome::headline;
use crate::outcome::saying::{
    anybody, counts_money, kind_of_place, names_something, once, unowned,
};
use crate::subjects::said::rateless;
use crate::text::index::Index;
use crate::text::period::Calendar;
use crate::text::place::Own;
use crate::words::time::{Part, Time, Year};
use halfyear_facts::{Bound, Change, Decimal, Fact, Gap, Rank, Source};
use rustc_hash::FxHashMap;

/// How many earlier statements of the same name a statement is held against.
const NEAR: usize = 16;

pub(crate) fn finish(
    file: &str,
    index: &Index,
    drafts: Vec<Draft>,
    guesses: Vec<Guess>,
    calendar: &Calendar,
    own: &Own,
) -> (Vec<Fact>, Vec<Diagnostic>, Vec<Numeral>) {
    let (year, last_month) = (calendar.year(), calendar.last_month());
    let mut facts: Vec<Fact> = Vec::with_capacity(drafts.len());
    let mut diagnostics = Vec::new();
    let mut ledger = Ledger::new();
    // The facts that say the same thing of the same time, by name.
    let mut known: FxHashMap<(String, Option<Part>), Vec<usize>> = FxHashMap::default();
    known.reserve(drafts.len());
    // What a headline tells is held against what the text below tells in full.
    let (headlines, body): (Vec<Draft>, Vec<Draft>) = drafts
        .into_iter()
        .filter(tells)
        .partition(|draft| draft.headline);
    for draft in body.into_iter().chain(headlines) {
        let time = draft.time.or_else(|| {
            let dynamic = draft.change.is_some() || !draft.gaps.is_empty();
            let whole = dynamic || calendar.titled && !draft.timeless;
            calendar.whole().filter(|_| whole)
        });
        let time = time.filter(|_| !draft.timeless);
        let time = time.map(|time| covers(&draft, time));
        let earlier = |time: &Time| matches!(time.year, Year::Relative(by) if by < 0);
        let time = time.filter(|time| !(earlier(time) && calendar.looks_back()));
        let period = time.and_then(|time| time.resolve(year, last_month));
        let Some(fact) = fact(file, index, &draft, period, own) else {
            continue;
        };
        // 一季度, 二季度 of a text without a year are not the same time.
        let when = match fact.period {
            None => time.map(|time| time.part),
            Some(_) => None,
        };
        if draft.headline
            && let Some(place) = headline::told_in_full(&fact, &facts, own)
        {
            ledger.note(&draft, place, true);
            continue;
        }
        let name = own.without(&fact.indicator).to_owned();
        let same = known.entry((name, when)).or_default();
        let (mut repeated, mut contradicted) = (None, None);
        // A name said a thousand times is not compared a thousand times with itself.
        for &place in same.iter().rev().take(NEAR) {
            let Some(before) = facts.get(place) else {
                continue;
            };
            if before.indicator == fact.indicator && repeats(before, &fact) {
                repeated = Some(place);
            } else if contradicted.is_none() {
                contradicted = contradiction(before, &fact);
            }
        }
        // What was said before, and otherwise between, was told of there.
        diagnostics.extend(contradicted.filter(|_| repeated.is_none()));
        ledger.note(&draft, repeated.unwrap_or(facts.len()), repeated.is_some());
        if repeated.is_none() {
            same.push(facts.len());
            facts.push(fact);
        }
    }
    let mut sorted: Vec<usize> = (0..facts.len()).collect();
    sorted.sort_by_key(|&i| (facts[i].source.start, facts[i].source.end));
    let mut order = vec![0; facts.len()];
    for (place, &i) in sorted.iter().enumerate() {
        order[i] = place;
    }
    facts.sort_by_key(|fact| (fact.source.start, fact.source.end));
    let numerals = ledger.settle(guesses, &order, index);
    (facts, diagnostics, numerals)
}

/// Whether a draft says anything, and of what.
fn tells(draft: &Draft) -> bool {
    let name = draft.name.plain.as_str();
    // 9个市累计增速加快0.5个百分点以上: of a kind of place alone nobody says what grew.
    let named = match &draft.level {
        Some(level) => {
            let unit = level.unit.as_deref().unwrap_or_default();
            !unowned(name) && !counts_money(name, unit)
        }
        None => !kind_of_place(rateless(name)),
    };
    draft.says() && named && names_something(name) && !anybody(name)
}

fn fact(
    file: &str,
    index: &Index,
    draft: &Draft,
    period: Option<halfyear_facts::Period>,
    own: &Own,
) -> Option<Fact> {
    let span = |at: &std::ops::Range<usize>| index.span(at.start, at.end);
    let decimal = |digits: &str| digits.parse::<Decimal>().ok();
    let source = span(&draft.bytes);
    let quote = index.text().get(draft.bytes.clone())?;
    let quote: String = match quote.contains('\n') {
        true => quote.lines().map(str::trim).collect(),
        false => quote.trim().to_owned(),
    };
    let level = draft.level.as_ref();
    Some(Fact {
        indicator: once(draft.name.printed()),
        metric: halfyear_catalogue::find(&draft.name.plain)
            .map(|indicator| indicator.id.to_owned()),
        value: match level {
            Some(level) => Some(decimal(&level.digits)?),
            None => None,
        },
        unit: level.and_then(|level| level.unit.clone()),
        bound: level.map_or(Bound::Exact, |level| level.bound),
        change: match &draft.change {
            Some(Move {
                digits,
                unit,
                basis,
                bound,
                at,
            }) => Some(Change {
                value: decimal(digits)?,
                unit: unit.clone(),
                basis: *basis,
                bound: *bound,
                at: at.as_ref().map(span),
            }),
            None => None,
        },
        gaps: draft
            .gaps
            .iter()
            .filter_map(|gap| {
                Some(Gap {
                    to: gap.to.clone(),
                    proper: own.proper(&gap.to),
                    value: decimal(&gap.digits)?,
                    unit: gap.unit.clone(),
                    own: gap.own.as_deref().and_then(decimal),
                    own_at: gap.own_at.as_ref().map(span),
                    at: gap.at.as_ref().map(span),
                })
            })
            .collect(),
        ranks: draft
            .ranks
            .iter()
            .map(|rank| Rank {
                within: rank.within.clone(),
                proper: own.proper(&rank.within),
                of: rank.of,
                place: rank.place,
                bound: rank.bound,
                // 领跑全省, 依次是A、B、C: no numeral says the place.
                at: Some(&rank.at).filter(|at| !at.is_empty()).map(span),
            })
            .collect(),
        target: draft.target,
        period,
        at: level.map(|level| span(&level.at)),
        source: Source {
            file: file.to_owned(),
            line: index.line(draft.bytes.start),
            start: source.start,
            end: source.end,
            quote,
        },
    })
}

/// Whether a fact says nothing that the one before did not say.
fn repeats(before: &Fact, fact: &Fact) -> bool {
    let level = fact.value.is_none() || before.value == fact.value && before.unit == fact.unit;
    let change = match (&before.change, &fact.change) {
        (_, None) => true,
        (Some(a), Some(b)) => a.value == b.value && a.unit == b.unit && a.basis == b.basis,
        (None, Some(_)) => false,
    };
    let gaps = fact.gaps.iter().all(|gap| {
        before
            .gaps
            .iter()
            .any(|g| g.to == gap.to && g.value == gap.value)
    });
    let ranks = fact.ranks.iter().all(|rank| {
        before
            .ranks
            .iter()
            .any(|r| r.within == rank.within && r.of == rank.of && r.place == rank.place)
    });
    let period = before.period == fact.period || fact.period.is_none();
    level && change && gaps && ranks && period
}

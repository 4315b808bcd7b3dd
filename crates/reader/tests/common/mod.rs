//! Facts as lines of text, for tables that people write and read.

#![allow(dead_code, reason = "each test uses what it needs")]

pub mod ways;

use halfyear_facts::{Basis, Bound, Change, Fact, Ranked};

/// A fact on one line: `出口 = 215.3 亿元; +5.9%; 全省 #2; @2023-01..2023-03`.
///
/// A limit stands before a number (`>` over, `<` under, `~` about), a basis other than the
/// year before after it, a benchmark's own figure in brackets after the gap.
pub fn line(fact: &Fact) -> String {
    let mut parts = Vec::new();
    parts.push(match (&fact.value, &fact.unit) {
        (Some(value), unit) => {
            let unit = unit
                .as_ref()
                .map_or(String::new(), |unit| format!(" {unit}"));
            format!("{} = {}{value}{unit}", fact.indicator, mark(fact.bound))
        }
        (None, _) => fact.indicator.clone(),
    });
    parts.extend(fact.change.as_ref().map(change));
    for gap in &fact.gaps {
        let own = gap
            .own
            .as_ref()
            .map_or(String::new(), |own| format!(" ({own})"));
        parts.push(format!(
            "{} {}{}{own}",
            gap.to,
            sign(gap.value.is_negative()),
            gap.value
        ));
    }
    for rank in &fact.ranks {
        let of = match rank.of {
            None => "",
            Some(Ranked::Size) => " by size",
            Some(Ranked::Rate) => " by rate",
        };
        parts.push(format!(
            "{} #{}{}{of}",
            rank.within,
            mark(rank.bound),
            rank.place
        ));
    }
    if fact.target {
        parts.push("target".to_owned());
    }
    if let Some(period) = &fact.period {
        parts.push(format!("@{}..{}", period.from, period.to));
    }
    parts.join("; ")
}

fn change(change: &Change) -> String {
    let basis = match change.basis {
        Basis::YearOnYear => "",
        Basis::QuarterOnQuarter => " on the quarter",
        Basis::MonthOnMonth => " on the month",
        Basis::YearStart => " since the year began",
        Basis::TwoYearAverage => " on average over two years",
        Basis::AnnualAverage => " a year on average",
        Basis::Other => " on another time",
    };
    let sign = sign(change.value.is_negative());
    format!(
        "{}{sign}{}{}{basis}",
        mark(change.bound),
        change.value,
        change.unit
    )
}

fn sign(negative: bool) -> &'static str {
    if negative { "" } else { "+" }
}

fn mark(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "",
        Bound::About => "~",
        Bound::Over => ">",
        Bound::Under => "<",
    }
}

//! One indicator with two figures for the same time.
//!
//! A false alarm costs more than a silence: people stop looking. So only exact figures in one unit
//! count, of results rather than aims, and one that is the other rounded is no other figure.

use crate::Diagnostic;
use halfyear_facts::{Bound, Decimal, Fact, Span};

/// What contradicts itself in two facts of one indicator, the later one second.
pub(crate) fn contradiction(before: &Fact, fact: &Fact) -> Option<Diagnostic> {
    let same_time = fact.period.is_some() && before.period == fact.period;
    // One statement that gives several figures compares with several times.
    let apart = before.source.end <= fact.source.start || fact.source.end <= before.source.start;
    if !same_time || !apart || before.target || fact.target {
        return None;
    }
    let level = levels(before, fact);
    let (first, second) = match level {
        Some((first, second)) if differ(first.value, second.value) => (first, second),
        // Exports in yuan and in dollars grow each by itself.
        None if before.value.is_some() && fact.value.is_some() => return None,
        _ => changes(before, fact).filter(|(one, other)| differ(one.value, other.value))?,
    };
    let said = |figure: &Figure| format!("{}{}", figure.value.as_str(), figure.unit);
    Some(Diagnostic {
        span: second.at,
        other: Some(first.at),
        message: format!(
            "{} {} {} here and {} on line {}",
            fact.indicator,
            second.verb,
            said(&second),
            said(&first),
            before.source.line
        ),
        hint: "keep the figure that is right, or say which months or places each is for".into(),
    })
}

struct Figure<'f> {
    value: &'f Decimal,
    unit: &'f str,
    at: Span,
    verb: &'static str,
}

fn levels<'f>(before: &'f Fact, fact: &'f Fact) -> Option<(Figure<'f>, Figure<'f>)> {
    let figure = |fact: &'f Fact| {
        Some(Figure {
            value: fact.value.as_ref().filter(|_| fact.bound == Bound::Exact)?,
            unit: fact.unit.as_deref().unwrap_or_default(),
            at: fact.at?,
            verb: "is",
        })
    };
    let (first, second) = (figure(before)?, figure(fact)?);
    (first.unit == second.unit).then_some((first, second))
}

fn changes<'f>(before: &'f Fact, fact: &'f Fact) -> Option<(Figure<'f>, Figure<'f>)> {
    let (one, other) = (before.change.as_ref()?, fact.change.as_ref()?);
    // Points are against any of many times.
    let alike = one.unit == "%" && other.unit == "%" && one.basis == other.basis;
    let exact = one.bound == Bound::Exact && other.bound == Bound::Exact;
    let figure = |change: &'f halfyear_facts::Change| {
        Some(Figure {
            value: &change.value,
            unit: &change.unit,
            at: change.at?,
            verb: "changes by",
        })
    };
    let figures = (figure(one)?, figure(other)?);
    (alike && exact).then_some(figures)
}

/// Whether two numbers are different ones, and not one of them the other rounded or cut.
fn differ(one: &Decimal, other: &Decimal) -> bool {
    let (Some(one), Some(other)) = (one.parts(), other.parts()) else {
        return one != other;
    };
    let ((fine, places), (coarse, fewer)) = match one.1 >= other.1 {
        true => (one, other),
        false => (other, one),
    };
    let Some(step) = 10_i64.checked_pow(places - fewer) else {
        return true;
    };
    let (cut, rest) = (fine / step, (fine % step).abs());
    let away = match rest >= step - rest {
        true => fine.signum(),
        false => 0,
    };
    coarse != cut && coarse != cut + away
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_differ() {
        #[track_caller]
        fn check(one: &str, other: &str, expected: bool) {
            let number = |text: &str| text.parse::<Decimal>().expect("a number");
            assert_eq!(differ(&number(one), &number(other)), expected);
            assert_eq!(differ(&number(other), &number(one)), expected);
        }
        check("937.63", "937.63", false);
        check("937.63", "937.6", false);
        check("937.66", "937.7", false);
        check("937.66", "937.6", false);
        check("937.60", "937.6", false);
        check("937.63", "938", false);
        check("-3.25", "-3.3", false);
        check("937.63", "937.7", true);
        check("937.63", "936.63", true);
        check("8.2", "-8.2", true);
        check("-3.25", "-3.4", true);
    }
}

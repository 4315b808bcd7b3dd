//! This year beside the last.

use crate::desk::Desk;
use crate::figure::Figure;
use crate::number::{Room, round, shift};
use crate::scale::{Mark, Scale, millionths};
use crate::unit::{Kind, Unit};
use halfyear_bundle::{Decimal, Derivation, Metric};

/// This year's level beside last year's, as two bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThenNow {
    /// The growth.
    pub change: Option<Figure>,
    /// Then and now, in this order.
    pub periods: Vec<Period>,
}

/// A level at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// When.
    pub name: String,
    /// How much.
    pub figure: Figure,
    /// The bar.
    pub mark: Mark,
    /// Whether it is this year's.
    pub now: bool,
}

pub(crate) fn then_now(desk: &mut Desk, metric: &Metric) -> Option<ThenNow> {
    let value = metric.value.as_ref()?;
    let previous = previous(metric)?;
    let numbers = [millionths(previous), millionths(value)];
    let scale = Scale::of(&numbers);
    let basis = metric.change.as_ref().map(|it| it.basis);
    let then = Period {
        name: desk.earlier(basis),
        figure: desk.derived(metric, Derivation::Previous, Room::Narrow)?,
        mark: scale.mark(numbers[0]),
        now: false,
    };
    let now = Period {
        name: now(desk),
        figure: desk.level(metric, Room::Narrow)?,
        mark: scale.mark(numbers[1]),
        now: true,
    };
    Some(ThenNow {
        change: desk.change(metric),
        periods: vec![then, now],
    })
}

/// Two blocks of dots, one dot for a stated number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitChart {
    /// The growth.
    pub change: Option<Figure>,
    /// How many times the earlier level it is.
    pub multiple: Option<Figure>,
    /// Then and now, in this order.
    pub blocks: Vec<Block>,
    /// What a dot stands for.
    pub key: String,
}

/// One year's dots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// When.
    pub name: String,
    /// How much.
    pub figure: Figure,
    /// How many dots.
    pub dots: u32,
    /// Whether it is this year's.
    pub now: bool,
}

/// More dots than this are a texture and no longer dots.
const MOST: u64 = 400;

pub(crate) fn unit_chart(desk: &mut Desk, metric: &Metric) -> Option<UnitChart> {
    let unit = desk.counted(metric, metric.unit.as_deref().unwrap_or_default());
    let now_count = count(metric.value.as_ref()?, unit)?;
    let then_count = count(previous(metric)?, unit)?;
    let most = now_count.max(then_count);
    let (leading, power) = dot(most);
    let worth = u64::from(leading) * 10_u64.pow(power);
    let dots = |count: u64| u32::try_from((count + worth / 2) / worth).unwrap_or(u32::MAX);
    let words = desk.lang.words();
    let of = Unit::of(unit);
    let counted = match (desk.lang, of.kind) {
        (crate::Lang::Zh, _) => of.base,
        (crate::Lang::En, Some(Kind::Count(many))) => many,
        (crate::Lang::En, Some(Kind::Money(_, name) | Kind::Measure(_, name))) => name,
        (crate::Lang::En, _) => "",
    };
    let number = round(leading, power, desk.lang);
    let key = [words.dot, &number, words.space, counted].concat();
    let basis = metric.change.as_ref().map(|it| it.basis);
    let blocks = vec![
        Block {
            name: desk.earlier(basis),
            figure: desk.derived(metric, Derivation::Previous, Room::Wide)?,
            dots: dots(then_count),
            now: false,
        },
        Block {
            name: now(desk),
            figure: desk.level(metric, Room::Wide)?,
            dots: dots(now_count),
            now: true,
        },
    ];
    Some(UnitChart {
        change: desk.change(metric),
        multiple: desk.derived(metric, Derivation::Multiple, Room::Wide),
        blocks,
        key,
    })
}

fn now(desk: &Desk) -> String {
    let year = desk.bundle.period.to.year();
    year.map_or(desk.lang.words().this_time.to_owned(), |year| {
        year.to_string()
    })
}

fn previous(metric: &Metric) -> Option<&Decimal> {
    let of = |it: &&halfyear_bundle::Derived| it.kind == Derivation::Previous;
    metric.derived.iter().find(of).map(|it| &it.value)
}

/// A level as a whole number of what its unit counts; `None` for one below zero.
fn count(value: &Decimal, unit: &str) -> Option<u64> {
    if value.is_negative() {
        return None;
    }
    let full = shift(value.as_str(), Unit::of(unit).power as i32);
    full.split('.').next()?.parse().ok()
}

/// The smallest of 1, 2, 5, 10, 20 ... that keeps the dots few enough: leading digit and power.
fn dot(most: u64) -> (u32, u32) {
    for power in 0..18 {
        for leading in [1, 2, 5] {
            if most / 10_u64.pow(power) <= MOST * u64::from(leading) {
                return (leading, power);
            }
        }
    }
    (5, 17)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_dot_is_a_round_number() {
        assert_eq!(dot(344_600), (1, 3));
        assert_eq!(dot(400), (1, 0));
        assert_eq!(dot(401), (2, 0));
        assert_eq!(dot(14_846_700), (5, 4));
    }

    proptest! {
        /// There are never more dots than can be told apart.
        #[test]
        fn dots_stay_few(count in 0_u64..1_000_000_000_000_000) {
            let (leading, power) = dot(count);
            prop_assert!(count / (u64::from(leading) * 10_u64.pow(power)) <= MOST);
        }
    }
}

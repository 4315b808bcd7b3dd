//! What a headline tells and the text below tells in full: GDP突破2200亿元 over 实现地区生产总值2236.57亿元.

use crate::subjects::said::rateless;
use crate::text::place::Own;
use crate::words::places::is_name;
use halfyear_catalogue::simplified;
use halfyear_facts::{Bound, Change, Decimal, Fact, Rank};

/// How many of a text's facts a headline is held against.
const NEAR: usize = 256;

/// How many characters before a measure are looked at for whose it is.
const OWNER: usize = 8;

/// The first of the facts that says all that a headline's does, its figures rounded or not.
pub(crate) fn told_in_full(head: &Fact, facts: &[Fact], own: &Own) -> Option<usize> {
    let full = || {
        let told = facts.iter().take(NEAR).enumerate();
        told.filter(|(_, fact)| says_all(head, fact))
    };
    let plain = |name: &str| -> String { name.chars().map(simplified).collect() };
    let indicator = plain(&head.indicator);
    // GDP增速跃居全市第二
    let what = measured(rateless(&indicator), own);
    let mut same = full().filter(|(_, fact)| measured(&plain(&fact.indicator), own) == what);
    // 门票收入 of 三星堆博物馆门票收入, 工业 of 规模以上工业增加值
    let mut short = own.without(&indicator);
    // 工业增幅全市第五
    if head.value.is_none() && head.change.is_none() {
        short = rateless(short);
    }
    let named = short.chars().nth(1).is_some();
    let mut longer = full().filter(|(_, fact)| named && plain(&fact.indicator).contains(short));
    same.next().or_else(|| longer.next()).map(|(at, _)| at)
}

/// What a name measures, as the catalogue knows it, and whose it says that is.
fn measured<'n>(name: &'n str, own: &Own) -> (&'n str, &'n str) {
    let name = own.without(name);
    let starts = name.char_indices().map(|(at, _)| at).take(OWNER);
    let known = starts.into_iter().find_map(|at| {
        let (owner, rest) = name.split_at(at);
        let whose = at == 0 || is_name(owner);
        let known = halfyear_catalogue::find(rest).filter(|_| whose)?;
        Some((owner, known.id))
    });
    let (owner, measure) = known.unwrap_or(("", name));
    match own.names.iter().any(|name| name == owner) {
        true => ("", measure),
        false => (owner, measure),
    }
}

/// Whether a fact says all that a headline's does.
fn says_all(head: &Fact, fact: &Fact) -> bool {
    let level = match (&head.value, &fact.value) {
        (None, _) => true,
        (Some(rough), Some(full)) => {
            let (rough, unit) = scaled(rough, head.unit.as_deref());
            let (full, whole) = scaled(full, fact.unit.as_deref());
            (unit == whole || unit.is_empty()) && rounds(full, rough, head.bound)
        }
        (Some(_), None) => false,
    };
    let change = |told: &Change| {
        fact.change.as_ref().is_some_and(|full| {
            let (rough, exact) = (scaled(&told.value, None).0, scaled(&full.value, None).0);
            told.unit == full.unit && told.basis == full.basis && rounds(exact, rough, told.bound)
        })
    };
    let gaps = head.gaps.iter().all(|gap| {
        let mut told = fact.gaps.iter();
        told.any(|it| it.to == gap.to && it.value == gap.value)
    });
    let ranks = head.ranks.iter().all(|rank| {
        let among =
            |it: &Rank| it.within.contains(&rank.within) || rank.within.contains(&it.within);
        let same = |it: &Rank| it.place == rank.place && among(it);
        fact.ranks.iter().any(same)
    });
    let period = head.period.is_none() || fact.period == head.period;
    let aim = head.target == fact.target;
    level && aim && period && gaps && ranks && head.change.as_ref().is_none_or(change)
}

/// A number in its bare unit, thousandths of it whole, and that unit: 1.1 万亿元 in 元.
fn scaled<'u>(number: &Decimal, unit: Option<&'u str>) -> (Option<i128>, &'u str) {
    let mut unit = unit.unwrap_or_default();
    let mut scale = 1000_i128;
    for (prefix, by) in [
        ("万亿", 1_000_000_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
    ] {
        if let Some(rest) = unit.strip_prefix(prefix) {
            (unit, scale) = (rest, scale * by);
            break;
        }
    }
    let value = number.parts().and_then(|(digits, behind)| {
        let scaled = i128::from(digits).checked_mul(scale)?;
        Some(scaled / 10_i128.checked_pow(behind)?)
    });
    (value, unit)
}

/// Whether a number is another one rounded, cut, or named as the mark it passed.
fn rounds(full: Option<i128>, rough: Option<i128>, bound: Bound) -> bool {
    let (Some(full), Some(rough)) = (full, rough) else {
        return false;
    };
    if full == rough {
        return true;
    }
    if full.signum() != rough.signum() || rough == 0 {
        return false;
    }
    let (full, rough) = (full.abs(), rough.abs());
    let within = |share: i128| (full - rough).abs() * share <= full;
    let mut step = 1;
    while rough % (step * 10) == 0 {
        step *= 10;
    }
    let cut = full / step * step;
    let rounded = (full + step / 2) / step * step;
    match bound {
        Bound::Exact => (rough == rounded || rough == cut) && within(20),
        Bound::About => within(20),
        // 突破2000亿元 of 2103 is a mark that was passed, of 2860 none.
        Bound::Over => rough <= full && within(8),
        Bound::Under => rough >= full && within(8),
    }
}

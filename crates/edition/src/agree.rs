//! Whether two statements of one indicator can both be true.

use halfyear_bundle::Bound;
use halfyear_facts::{Decimal as Printed, Fact};
use rust_decimal::Decimal;

/// In what two statements of one indicator contradict each other.
pub(crate) fn difference(one: &Fact, other: &Fact) -> Option<String> {
    if let (Some(a), Some(b)) = (&one.value, &other.value) {
        let (a_unit, b_unit) = (one.unit.as_deref(), other.unit.as_deref());
        let apart = match (scaled(a, a_unit), scaled(b, b_unit)) {
            (Some((a, a_rest)), Some((b, b_rest))) if a_rest == b_rest => {
                !agree((a, one.bound), (b, other.bound))
            }
            _ => true,
        };
        if apart {
            let (a_unit, b_unit) = (a_unit.unwrap_or_default(), b_unit.unwrap_or_default());
            return Some(format!("{b} {b_unit} and {a} {a_unit}"));
        }
    }
    if let (Some(a), Some(b)) = (&one.change, &other.change)
        && a.basis == b.basis
        && a.unit == b.unit
        && !numbers_agree((&a.value, a.bound), (&b.value, b.bound))
    {
        return Some(format!(
            "a change of {} and {} {}",
            b.value, a.value, a.unit
        ));
    }
    for a in &one.gaps {
        for b in other.gaps.iter().filter(|b| b.to == a.to) {
            if !numbers_agree((&a.value, Bound::Exact), (&b.value, Bound::Exact)) {
                return Some(format!("a gap to {} of {} and {}", a.to, b.value, a.value));
            }
        }
    }
    for a in &one.ranks {
        let same_scope = |b: &&halfyear_facts::Rank| b.within == a.within && b.of == a.of;
        for b in other.ranks.iter().filter(same_scope) {
            if a.bound == b.bound && a.place != b.place {
                return Some(format!("place {} and {} in {}", b.place, a.place, a.within));
            }
        }
    }
    None
}

fn numbers_agree(a: (&Printed, Bound), b: (&Printed, Bound)) -> bool {
    match (exact(a.0), exact(b.0)) {
        (Some(x), Some(y)) => agree((x, a.1), (y, b.1)),
        _ => a.0 == b.0,
    }
}

/// Whether both can be true. An `about` is taken to be right within a twentieth.
fn agree(a: (Decimal, Bound), b: (Decimal, Bound)) -> bool {
    use Bound::{About, Exact, Over, Under};
    match (a, b) {
        ((a, Exact), (b, Exact)) => a == b,
        ((low, Over), (high, Exact | Under)) | ((high, Exact | Under), (low, Over)) => low <= high,
        ((high, Under), (low, Exact)) | ((low, Exact), (high, Under)) => low <= high,
        ((a, About), (b, _)) | ((b, _), (a, About)) => {
            let apart = a
                .checked_sub(b)
                .and_then(|apart| apart.abs().checked_mul(Decimal::from(20)));
            apart.is_some_and(|apart| apart <= a.abs().max(b.abs()))
        }
        ((_, Over), (_, Over)) | ((_, Under), (_, Under)) => true,
    }
}

fn exact(printed: &Printed) -> Option<Decimal> {
    Decimal::from_str_exact(printed.as_str()).ok()
}

/// The number in the unit without its 万 or 亿, and that unit.
fn scaled<'a>(value: &Printed, unit: Option<&'a str>) -> Option<(Decimal, &'a str)> {
    let (scale, rest) = scale(unit.unwrap_or_default());
    Some((exact(value)?.checked_mul(scale)?, rest))
}

/// What a unit multiplies by, and the unit that is left: 亿元 is 100,000,000 and 元.
pub(crate) fn scale(unit: &str) -> (Decimal, &str) {
    let mut scale = Decimal::ONE;
    let mut rest = unit;
    loop {
        let mut letters = rest.chars();
        let factor = match letters.next() {
            Some('千') if !rest.starts_with("千瓦") && !rest.starts_with("千克") => 1_000,
            Some('百') => 100,
            Some('万') => 10_000,
            Some('亿') => 100_000_000,
            _ => return (scale, rest),
        };
        match scale.checked_mul(Decimal::from(factor)) {
            Some(product) => scale = product,
            None => return (scale, rest),
        }
        rest = letters.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_a_scale() {
        #[track_caller]
        fn check(unit: &str, expected: u64, rest: &str) {
            assert_eq!(scale(unit), (Decimal::from(expected), rest));
        }
        check("元", 1, "元");
        check("万元", 10_000, "元");
        check("亿元", 100_000_000, "元");
        check("万亿元", 1_000_000_000_000, "元");
        check("万人次", 10_000, "人次");
        check("千瓦时", 1, "千瓦时");
        check("亿千瓦时", 100_000_000, "千瓦时");
        check("", 1, "");
    }

    #[test]
    fn limited_numbers_agree_where_both_can_be_true() {
        #[track_caller]
        fn check(a: (i64, Bound), b: (i64, Bound), expected: bool) {
            let number = |it: (i64, Bound)| (Decimal::from(it.0), it.1);
            assert_eq!(agree(number(a), number(b)), expected, "{a:?} {b:?}");
            assert_eq!(agree(number(b), number(a)), expected, "{b:?} {a:?}");
        }
        use Bound::{About, Exact, Over, Under};
        check((937, Exact), (937, Exact), true);
        check((937, Exact), (938, Exact), false);
        check((900, Over), (937, Exact), true);
        check((950, Over), (937, Exact), false);
        check((950, Under), (937, Exact), true);
        check((900, Under), (937, Exact), false);
        check((940, About), (937, Exact), true);
        check((1000, About), (937, Exact), false);
        check((900, Over), (950, Under), true);
        check((950, Over), (900, Under), false);
        check((900, Over), (800, Over), true);
    }
}

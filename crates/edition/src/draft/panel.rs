//! What draws a statement.

use crate::agree::scale;
use halfyear_bundle::{Basis, Bound};
use halfyear_facts::Fact;
use rust_decimal::Decimal;

/// What draws a statement best, where nobody says otherwise.
pub fn panel(fact: &Fact) -> &'static str {
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

//! How much a statement is worth showing.

use super::panel::panel;
use halfyear_bundle::{Basis, Period};
use halfyear_facts::Fact;

/// A change of a rate, which says little by itself: 增速比一季度回落0.2个百分点.
pub fn is_of_rate(fact: &Fact) -> bool {
    let change = fact
        .change
        .as_ref()
        .filter(|change| change.unit == "百分点");
    change.is_some() && fact.value.is_none() && fact.ranks.is_empty() && fact.gaps.is_empty()
}

/// How much more there is in amounts, beside the rate that tells the same: 增加3.2亿元, 增收3.2亿元.
pub fn is_of_amount(fact: &Fact) -> bool {
    let change = fact.change.as_ref();
    let is_amount = change.is_some_and(|it| !["%", "百分点", "‰"].contains(&it.unit.as_str()));
    let mut ends = [
        "增加", "减少", "減少", "增收", "减收", "減收", "少收", "增支", "减支", "減支",
    ]
    .iter();
    is_amount && fact.value.is_none() && ends.any(|end| fact.indicator.ends_with(end))
}

/// Another reckoning of what is told besides: （两年平均）, （实际）, 环比.
pub fn is_second(fact: &Fact) -> bool {
    let basis = fact.change.as_ref().map(|change| change.basis);
    let name = &fact.indicator;
    name.contains("两年平均")
        || name.ends_with(['）', ')']) && fact.metric.is_none()
        // 夺星15颗,比一季度多3颗: the level is told here alone.
        || fact.value.is_none() && basis.is_some_and(|it| it != Basis::YearOnYear)
}

/// How much a statement is worth showing.
pub fn worth(fact: &Fact, metric: Option<&str>, is_english: bool, period: &Period) -> usize {
    let named = match metric {
        Some(id) if is_headline(id) => 24,
        Some(_) => 14,
        None if is_english => 8,
        None => 0,
    };
    let level = usize::from(fact.value.is_some()) * 4;
    let share = usize::from(panel(fact) == "share") * 4;
    let change = usize::from(fact.change.is_some()) * 8;
    let beyond = fact.gaps.len().min(2) * 4 + fact.ranks.len().min(2) * 5;
    let now = usize::from(fact.period.as_ref().is_none_or(|it| it == period)) * 12;
    let whole = named + level + share + change + beyond + now;
    match is_second(fact) {
        true => whole / 2,
        false => whole,
    }
}

/// What such reports are read for.
pub fn is_headline(metric: &str) -> bool {
    [
        "gdp",
        "industry-output",
        "industry-gross",
        "investment",
        "industry-investment",
        "retail",
        "trade",
        "exports",
        "budget-revenue",
        "budget-revenue-all",
        "income",
        "income-urban",
        "income-rural",
        "tourists",
        "tourism-revenue",
        "fdi",
        "services-revenue",
        "private-investment",
        "high-tech-manufacturing",
        "strategic-output",
        "deposits",
        "loans",
        "population",
        "urbanisation",
        "jobs",
        "stars-won",
        "flags-won",
    ]
    .contains(&metric)
}

//! Numbers that the text does not print but that follow from what it prints.

use crate::arithmetic::{
    Number, Rounded, bound_of_quotient, bound_of_sum, difference, factor, signed,
};
use halfyear_bundle::{
    Basis, Bound, Change, Decimal as Printed, Derivation, Derived, Gap, Metric, Span, Text,
};
use rust_decimal::Decimal;

/// Why a number does not follow, as the end of a sentence.
pub(crate) type Reason = String;

/// The benchmark's own figure: the rate less the gap to it.
///
/// The rate is the growth where there is one, else the level in percent. `None` where the text
/// prints the benchmark's figure itself.
pub(crate) fn benchmark(metric: &Metric, gap: &Gap) -> Result<Option<Derived>, Reason> {
    let rate = match &metric.change {
        Some(change) if change.unit == "%" => Some((&change.value, change.bound, change.at)),
        _ if metric.unit.as_deref() == Some("%") => metric
            .value
            .as_ref()
            .map(|value| (value, metric.bound, metric.at)),
        _ => None,
    };
    // A gap alone (比全省高 1.4 个百分点) is shown as it is.
    let Some((rate, bound, at)) = rate else {
        return Ok(None);
    };
    let (a, b) = (number(rate, bound)?, number(&gap.value, Bound::Exact)?);
    let own = a.exact.checked_sub(b.exact).ok_or("it is too large")?;
    if let Some(printed) = &gap.own {
        let printed = number(printed, Bound::Exact)?;
        let unit = Decimal::new(1, printed.exact.scale().min(own.scale()));
        let apart = printed.exact.checked_sub(own).ok_or("it is too large")?;
        if apart.abs() > unit {
            return Err(format!(
                "{} is {own}, but the text prints {}",
                difference(rate.as_str(), gap.value.as_str()),
                printed.exact
            ));
        }
        return Ok(None);
    }
    let places = a.exact.scale().min(b.exact.scale());
    let result = Rounded::places(own, places).ok_or("it is too large")?;
    Ok(Some(Derived {
        kind: Derivation::Benchmark,
        of: gap.to.clone(),
        label: Text::default(),
        value: result.value,
        unit: "%".into(),
        bound,
        from: difference(rate.as_str(), gap.value.as_str()),
        rounded: result.rounded,
        at: spans([at, gap.at]),
    }))
}

/// The level a year before: the level ÷ (1 + growth), or the level less the growth.
pub(crate) fn previous(metric: &Metric) -> Result<Derived, Reason> {
    let (value, unit) = level(metric)?;
    let change = year_on_year(metric)?;
    let now = number(value, metric.bound)?;
    let (from, result, bound) = if change.unit == "%" {
        let growth = growth(change)?;
        let before = now
            .exact
            .checked_div(growth.exact)
            .ok_or("it is too large")?;
        // No more digits than the operand with the fewest has.
        let digits = now.significant.min(growth.significant);
        (
            format!(
                "{} ÷ ({})",
                signed(value.as_str()),
                factor(change.value.as_str())
            ),
            Rounded::significant(before, digits),
            bound_of_quotient(metric.bound, change.bound),
        )
    } else if change.unit == unit {
        let by = number(&change.value, change.bound)?;
        let before = now.exact.checked_sub(by.exact).ok_or("it is too large")?;
        let places = now.exact.scale().min(by.exact.scale());
        (
            difference(value.as_str(), change.value.as_str()),
            Rounded::places(before, places),
            bound_of_quotient(metric.bound, change.bound),
        )
    } else {
        return Err(format!(
            "a level in {unit} cannot be traced back by a change in {}",
            change.unit
        ));
    };
    let result = result.ok_or("it is too large")?;
    Ok(Derived {
        kind: Derivation::Previous,
        of: String::new(),
        label: Text::default(),
        value: result.value,
        unit: unit.to_owned(),
        bound,
        from,
        rounded: result.rounded,
        at: spans([metric.at, change.at]),
    })
}

/// How many times the level a year before: 1 + growth.
pub(crate) fn multiple(metric: &Metric) -> Result<Derived, Reason> {
    let change = year_on_year(metric)?;
    if change.unit != "%" {
        return Err(format!("a change in {} gives no multiple", change.unit));
    }
    let growth = growth(change)?;
    let result = Rounded::exact(growth.exact.normalize()).ok_or("it is too large")?;
    Ok(Derived {
        kind: Derivation::Multiple,
        of: String::new(),
        label: Text::default(),
        value: result.value,
        unit: "倍".into(),
        bound: change.bound,
        from: factor(change.value.as_str()),
        rounded: false,
        at: spans([change.at]),
    })
}

/// The sum of the items' levels.
pub(crate) fn total(metric: &Metric) -> Result<Derived, Reason> {
    let mut sum = Decimal::ZERO;
    let mut places = None;
    let mut bound = Bound::Exact;
    let mut parts = Vec::new();
    let mut at = Vec::new();
    let mut shared = None;
    for item in &metric.items {
        let (value, unit) = level(item).map_err(|why| format!("item {}: {why}", item.id))?;
        let shared = *shared.get_or_insert(unit);
        if unit != shared {
            return Err(format!("{shared} and {unit} have no sum"));
        }
        let part = number(value, item.bound)?;
        sum = sum.checked_add(part.exact).ok_or("it is too large")?;
        let scale = part.exact.scale();
        places = Some(places.map_or(scale, |places: u32| places.min(scale)));
        bound = bound_of_sum(bound, item.bound);
        parts.push(signed(value.as_str()));
        at.extend(item.at);
    }
    let places = places.ok_or("it has no items")?;
    let result = Rounded::places(sum, places).ok_or("it is too large")?;
    Ok(Derived {
        kind: Derivation::Total,
        of: String::new(),
        label: Text::default(),
        value: result.value,
        unit: shared.unwrap_or_default().to_owned(),
        bound,
        from: parts.join(" + "),
        rounded: result.rounded,
        at,
    })
}

/// The level as a share of the item `target`, in percent. A target of "100 or more" is taken at
/// its floor: whoever reaches 100 has reached it.
pub(crate) fn progress(metric: &Metric) -> Result<Derived, Reason> {
    let (value, unit) = level(metric)?;
    let target = metric
        .items
        .iter()
        .find(|item| item.id == "target")
        .ok_or("it has no item with the id target")?;
    let (goal, goal_unit) = level(target).map_err(|why| format!("item target: {why}"))?;
    if unit != goal_unit {
        return Err(format!("the level is in {unit}, the target in {goal_unit}"));
    }
    let (now, goal_number) = (number(value, metric.bound)?, number(goal, Bound::Exact)?);
    let share = now
        .exact
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|product| product.checked_div(goal_number.exact))
        .ok_or("the target is zero, or the level too large")?;
    let result = Rounded::significant(share, now.significant).ok_or("it is too large")?;
    Ok(Derived {
        kind: Derivation::Progress,
        of: String::new(),
        label: Text::default(),
        value: result.value,
        unit: "%".into(),
        bound: metric.bound,
        from: format!("{} ÷ {}", signed(value.as_str()), signed(goal.as_str())),
        rounded: result.rounded,
        at: spans([metric.at, target.at]),
    })
}

/// How many of the items are first within the scope that has these names; `None` for none.
pub(crate) fn firsts(metric: &Metric, names: &[String]) -> Option<Derived> {
    let first: Vec<Option<Span>> = metric
        .items
        .iter()
        .flat_map(|item| &item.ranks)
        .filter(|rank| rank.place == 1 && rank.bound.is_exact() && names.contains(&rank.within))
        .map(|rank| rank.at)
        .collect();
    let result = Rounded::exact(Decimal::from(first.len())).filter(|_| !first.is_empty())?;
    Some(Derived {
        kind: Derivation::Firsts,
        of: names.first()?.clone(),
        label: Text::default(),
        value: result.value,
        unit: "个".into(),
        bound: Bound::Exact,
        from: vec!["1"; first.len()].join(" + "),
        rounded: false,
        at: first.into_iter().flatten().collect(),
    })
}

fn level(metric: &Metric) -> Result<(&Printed, &str), Reason> {
    let value = metric.value.as_ref().ok_or("the text gives no level")?;
    Ok((value, metric.unit.as_deref().unwrap_or_default()))
}

fn year_on_year(metric: &Metric) -> Result<&Change, Reason> {
    let change = metric.change.as_ref().ok_or("the text gives no change")?;
    if change.basis == Basis::YearOnYear {
        Ok(change)
    } else {
        Err("the change is not against the year before".into())
    }
}

/// 1 + growth, which has two more digits behind the point than the growth in percent.
fn growth(change: &Change) -> Result<Number, Reason> {
    let percent = number(&change.value, Bound::Exact)?;
    let exact = percent
        .exact
        .checked_div(Decimal::ONE_HUNDRED)
        .and_then(|part| part.checked_add(Decimal::ONE))
        .ok_or("it is too large")?;
    if exact <= Decimal::ZERO {
        return Err("a fall of 100 % or more leaves nothing to reckon with".into());
    }
    let whole = exact.trunc();
    let before = if whole.is_zero() {
        0
    } else {
        whole.to_string().len()
    };
    let behind = percent.exact.scale() + 2;
    Ok(Number {
        exact,
        significant: u32::try_from(before).unwrap_or(u32::MAX) + behind,
    })
}

fn number(printed: &Printed, bound: Bound) -> Result<Number, Reason> {
    Number::of(printed, bound).ok_or_else(|| format!("{printed} has more than 28 digits"))
}

fn spans<const N: usize>(at: [Option<Span>; N]) -> Vec<Span> {
    at.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;

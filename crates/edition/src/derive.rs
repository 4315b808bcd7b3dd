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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn printed(text: &str) -> Printed {
        text.parse().expect("a decimal")
    }

    fn metric(value: &str, unit: &str, bound: Bound, change: &str) -> Metric {
        Metric {
            value: (!value.is_empty()).then(|| printed(value)),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            bound,
            change: (!change.is_empty()).then(|| Change {
                value: printed(change),
                unit: "%".into(),
                basis: Basis::YearOnYear,
                bound: Bound::Exact,
                at: None,
            }),
            ..Metric::default()
        }
    }

    fn said(derived: Result<Derived, Reason>) -> String {
        match derived {
            Ok(it) => format!(
                "{}{}{} = {}{}",
                match it.bound {
                    Bound::Exact => "",
                    Bound::About => "about ",
                    Bound::Over => "over ",
                    Bound::Under => "under ",
                },
                it.value,
                it.unit,
                it.from,
                if it.rounded { ", rounded" } else { "" }
            ),
            Err(why) => why,
        }
    }

    #[test]
    fn benchmarks() {
        #[track_caller]
        fn check(metric: &Metric, gap: &str, own: Option<&str>, expected: &str) {
            let gap = Gap {
                proper: None,
                to: "全省".into(),
                value: printed(gap),
                own: own.map(printed),
                own_at: None,
                unit: None,
                at: None,
            };
            let derived = match benchmark(metric, &gap) {
                Ok(None) => "nothing".to_owned(),
                Ok(Some(derived)) => said(Ok(derived)),
                Err(why) => why,
            };
            assert_eq!(derived, expected);
        }
        let gdp = metric("937.63", "亿元", Bound::Exact, "8.2");
        check(&gdp, "1.4", None, "6.8% = 8.2 − 1.4");
        check(&gdp, "0.2", None, "8.0% = 8.2 − 0.2");
        check(&gdp, "-1.4", None, "9.6% = 8.2 + 1.4");
        check(&gdp, "0.25", None, "8.0% = 8.2 − 0.25, rounded");
        check(&gdp, "1.4", Some("6.8"), "nothing");
        check(&gdp, "1.4", Some("6.9"), "nothing");
        check(
            &gdp,
            "1.4",
            Some("7.8"),
            "8.2 − 1.4 is 6.8, but the text prints 7.8",
        );
        let rate = metric("82.6", "%", Bound::Exact, "");
        check(&rate, "15.4", None, "67.2% = 82.6 − 15.4");
        let level = metric("12", "个", Bound::Exact, "");
        check(&level, "3", None, "nothing");
        let fall = metric("", "", Bound::Exact, "-3.1");
        check(&fall, "1.4", None, "-4.5% = −3.1 − 1.4");
    }

    #[test]
    fn levels_a_year_before() {
        #[track_caller]
        fn check(value: &str, bound: Bound, change: &str, expected: &str) {
            let metric = metric(value, "万人次", bound, change);
            assert_eq!(said(previous(&metric)).replace("万人次", ""), expected);
        }
        let exact = Bound::Exact;
        check(
            "34.46",
            exact,
            "600.81",
            "4.917 = 34.46 ÷ (1 + 600.81%), rounded",
        );
        check(
            "1484.67",
            exact,
            "35.96",
            "1092.0 = 1484.67 ÷ (1 + 35.96%), rounded",
        );
        check("120", exact, "20", "100 = 120 ÷ (1 + 20%)");
        check("90", exact, "-10", "100 = 90 ÷ (1 − 10%)");
        check(
            "1800",
            Bound::Over,
            "11",
            "over 1600 = 1800 ÷ (1 + 11%), rounded",
        );
        check(
            "5",
            exact,
            "-100",
            "a fall of 100 % or more leaves nothing to reckon with",
        );
        check("5", exact, "", "the text gives no change");
        check("", exact, "5", "the text gives no level");
    }

    #[test]
    fn multiples_sums_and_shares() {
        let visits = metric("34.46", "万人次", Bound::Exact, "600.81");
        assert_eq!(said(multiple(&visits)), "7.0081倍 = 1 + 600.81%");

        let item = |id: &str, value: &str, unit: &str| Metric {
            id: id.into(),
            ..metric(value, unit, Bound::Exact, "")
        };
        let mut stars = Metric::default();
        assert_eq!(said(total(&stars)), "it has no items");
        stars.items = vec![item("five", "7", "项"), item("four", "3", "项")];
        assert_eq!(said(total(&stars)), "10项 = 7 + 3");
        stars.items.push(item("three", "1", "个"));
        assert_eq!(said(total(&stars)), "项 and 个 have no sum");

        let mut transport = metric("56.1", "亿元", Bound::Exact, "104.2");
        assert_eq!(
            said(progress(&transport)),
            "it has no item with the id target"
        );
        transport.items = vec![item("target", "120", "亿元")];
        assert_eq!(said(progress(&transport)), "46.8% = 56.1 ÷ 120, rounded");
        transport.items = vec![item("target", "100", "亿元")];
        assert_eq!(said(progress(&transport)), "56.1% = 56.1 ÷ 100");
        transport.items = vec![item("target", "100", "万元")];
        assert_eq!(
            said(progress(&transport)),
            "the level is in 亿元, the target in 万元"
        );
        transport.items = vec![item("target", "0", "亿元")];
        assert_eq!(
            said(progress(&transport)),
            "the target is zero, or the level too large"
        );
    }

    proptest! {
        /// Growing the derived level again gives the printed one, but for the rounding.
        #[test]
        fn a_level_traced_back_grows_to_itself(level in 1_i64..10_000_000, percent in -9_000_i64..200_000) {
            let (level, percent) = (Decimal::new(level, 2), Decimal::new(percent, 2));
            let it = metric(&level.to_string(), "亿元", Bound::Exact, &percent.to_string());
            let derived = previous(&it).expect("a level and a change");
            let before = Decimal::from_str_exact(derived.value.as_str()).expect("a decimal");
            let again = before * (Decimal::ONE + percent / Decimal::ONE_HUNDRED);
            let digits = level.to_string().trim_start_matches(['0', '.']).len().min(3) as u32;
            let part = Decimal::from(5) / Decimal::from(10_u64.pow(digits.saturating_sub(1).min(1)));
            prop_assert!((again - level).abs() <= level * part, "{level} {percent} {again}");
        }

        #[test]
        fn hostile_numbers_give_a_reason(value in "-?[0-9]{1,40}(\\.[0-9]{1,20})?", change in "-?[0-9]{1,40}(\\.[0-9]{1,20})?") {
            let it = metric(&value, "亿元", Bound::Exact, &change);
            let _ = (previous(&it), multiple(&it), total(&it), progress(&it));
        }
    }
}

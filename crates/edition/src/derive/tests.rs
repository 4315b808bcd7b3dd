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

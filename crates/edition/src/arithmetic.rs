//! Exact decimals, and how many of their digits may be believed.

use halfyear_bundle::Bound;
use halfyear_facts::Decimal as Printed;
use rust_decimal::{Decimal, RoundingStrategy};

/// A printed number, ready to be reckoned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number, exactly.
    pub exact: Decimal,
    /// How many significant digits were printed.
    pub significant: u32,
}

impl Number {
    /// Reads a printed number; `None` for more than 28 digits.
    ///
    /// The zeros at the end of a whole number count as printed where the number is exact
    /// (`1800 户`), and not where it is a limit (`超 1800 亿元`).
    pub fn of(printed: &Printed, bound: Bound) -> Option<Self> {
        let exact = Decimal::from_str_exact(printed.as_str()).ok()?;
        let digits = printed.as_str().trim_start_matches(['-', '0', '.']);
        let digits = match (printed.as_str().contains('.'), bound) {
            (false, Bound::About | Bound::Over | Bound::Under) => digits.trim_end_matches('0'),
            _ => digits,
        };
        let significant = digits.bytes().filter(u8::is_ascii_digit).count();
        Some(Self {
            exact,
            significant: u32::try_from(significant).ok()?.max(1),
        })
    }
}

/// A result: the number to print and whether digits were cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rounded {
    pub value: Printed,
    pub rounded: bool,
}

impl Rounded {
    /// To so many significant digits, halves away from zero as statistics offices round. Zeros
    /// that division leaves behind an exact result go.
    pub fn significant(exact: Decimal, digits: u32) -> Option<Self> {
        let strategy = RoundingStrategy::MidpointAwayFromZero;
        let value = exact.round_sf_with_strategy(digits, strategy)?;
        let value = if value == exact {
            value.normalize()
        } else {
            value
        };
        Self::printed(exact, value)
    }

    /// To so many digits behind the point; zeros stay, for a rate of 8.0 is no rougher than 8.3.
    pub fn places(exact: Decimal, places: u32) -> Option<Self> {
        let value = exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        Self::printed(exact, value)
    }

    /// All digits.
    pub fn exact(exact: Decimal) -> Option<Self> {
        Self::printed(exact, exact)
    }

    fn printed(exact: Decimal, value: Decimal) -> Option<Self> {
        Some(Self {
            value: value.to_string().parse().ok()?,
            rounded: value != exact,
        })
    }
}

/// What limits a quotient whose numerator and denominator are limited.
pub(crate) fn bound_of_quotient(numerator: Bound, denominator: Bound) -> Bound {
    let turned = match denominator {
        Bound::Over => Bound::Under,
        Bound::Under => Bound::Over,
        other => other,
    };
    bound_of_sum(numerator, turned)
}

/// What limits a sum or a product of limited numbers.
pub(crate) fn bound_of_sum(one: Bound, other: Bound) -> Bound {
    match (one, other) {
        (Bound::Exact, bound) | (bound, Bound::Exact) => bound,
        (one, other) if one == other => one,
        _ => Bound::About,
    }
}

/// The number as it stands in a formula: a true minus sign.
pub(crate) fn signed(number: &str) -> String {
    match number.strip_prefix('-') {
        Some(digits) => format!("\u{2212}{digits}"),
        None => number.to_owned(),
    }
}

/// `a − b` with `b`'s own sign drawn in: `8.2 − 1.4`, `8.2 + 1.4`.
pub(crate) fn difference(a: &str, b: &str) -> String {
    match b.strip_prefix('-') {
        Some(b) => format!("{} + {b}", signed(a)),
        None => format!("{} \u{2212} {b}", signed(a)),
    }
}

/// `1 + p%` with the sign drawn in: `1 + 8.2%`, `1 − 3%`.
pub(crate) fn factor(percent: &str) -> String {
    match percent.strip_prefix('-') {
        Some(digits) => format!("1 \u{2212} {digits}%"),
        None => format!("1 + {percent}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn printed_digits_are_counted() {
        #[track_caller]
        fn check(text: &str, bound: Bound, expected: u32) {
            let printed = text.parse().expect("a decimal");
            let number = Number::of(&printed, bound).expect("within range");
            assert_eq!(number.significant, expected, "{text} {bound:?}");
        }
        check("937.63", Bound::Exact, 5);
        check("0.050", Bound::Exact, 2);
        check("-3.1", Bound::Exact, 2);
        check("100", Bound::Exact, 3);
        check("1800", Bound::Over, 2);
        check("100.0", Bound::About, 4);
        check("0", Bound::Exact, 1);
        check("0", Bound::Over, 1);
    }

    #[test]
    fn rounding_keeps_what_was_reckoned() {
        #[track_caller]
        fn check(text: &str, digits: u32, expected: &str, rounded: bool) {
            let exact = Decimal::from_str_exact(text).expect("a decimal");
            let result = Rounded::significant(exact, digits).expect("within range");
            assert_eq!((result.value.as_str(), result.rounded), (expected, rounded));
        }
        check("1091.9903", 5, "1092.0", true);
        check("4.91716", 4, "4.917", true);
        check("1621.6", 2, "1600", true);
        check("56.10", 5, "56.1", false);
        check("-0.25", 1, "-0.3", true);
        check("0", 3, "0", false);
    }

    proptest! {
        #[test]
        fn rounding_errs_by_half_a_unit_at_most(mantissa in any::<i64>(), scale in 0_u32..18, digits in 1_u32..12) {
            let exact = Decimal::from_i128_with_scale(i128::from(mantissa), scale);
            let result = Rounded::significant(exact, digits).expect("within range");
            let value = Decimal::from_str_exact(result.value.as_str()).expect("a decimal");
            // Half a unit of the last digit kept, were the first digit the smallest it can be.
            prop_assert!((value - exact).abs() * Decimal::from(2) * Decimal::from(10_u64.pow(digits)) <= exact.abs() * Decimal::from(10), "{exact} to {value}");
            prop_assert_eq!(result.rounded, value != exact);
        }

        #[test]
        fn a_difference_reads_as_it_reckons(a in -9999_i64..9999, b in -9999_i64..9999) {
            let (a, b) = (Decimal::new(a, 1), Decimal::new(b, 1));
            let text = difference(&a.to_string(), &b.to_string()).replace('\u{2212}', "-");
            let parts: Vec<&str> = text.split(' ').collect();
            let read = |at: usize| Decimal::from_str_exact(parts[at]).expect("a decimal");
            let reckoned = if parts[1] == "-" { read(0) - read(2) } else { read(0) + read(2) };
            prop_assert_eq!(reckoned, a - b);
        }
    }
}

//! What headings say in words, held against the figures.

use crate::figures::{Figure, Figures};
use crate::file::{Claim, nearest};
use Refusal::{Malformed, Unsupported};
use halfyear_bundle::Bound;
use rust_decimal::Decimal;

type Test = fn(Decimal) -> bool;

/// What a figure can be claimed to be. A bound goes with the claim: "over 100" is `doubled`,
/// "under 100" is not.
const CLAIMS: [(&str, &str, Test); 15] = [
    ("positive", "greater than 0", |it| it > Decimal::ZERO),
    ("negative", "less than 0", |it| it < Decimal::ZERO),
    ("first", "1", |it| it == Decimal::ONE),
    ("nearly-doubled", "from 90 to 100 %", |it| {
        within(it, 90, 100)
    }),
    ("doubled", "100 % or more", |it| it >= Decimal::ONE_HUNDRED),
    ("tripled", "200 % or more", |it| it >= Decimal::from(200)),
    ("over-a-tenth", "over 10 %", |it| over(it, 1, 10)),
    ("over-a-quarter", "over 25 %", |it| over(it, 1, 4)),
    ("over-a-third", "over a third", |it| over(it, 1, 3)),
    ("over-half", "over 50 %", |it| over(it, 1, 2)),
    ("over-two-thirds", "over two thirds", |it| over(it, 2, 3)),
    ("over-three-quarters", "over 75 %", |it| over(it, 3, 4)),
    ("over-nine-tenths", "over 90 %", |it| over(it, 9, 10)),
    ("nearly-all", "from 99 to 100 %", |it| within(it, 99, 100)),
    ("all", "100 %", |it| it == Decimal::ONE_HUNDRED),
];

fn within(it: Decimal, low: u32, high: u32) -> bool {
    Decimal::from(low) <= it && it < Decimal::from(high)
}

/// Whether a figure in percent is over the fraction.
fn over(it: Decimal, numerator: u32, denominator: u32) -> bool {
    it.checked_mul(Decimal::from(denominator))
        .is_none_or(|it| it > Decimal::from(numerator * 100))
}

/// Why a claim does not stand, as a lower-case sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The text does not support it.
    Unsupported(String),
    /// It is not a claim, or speaks of no figure.
    Malformed(String),
}

/// Whether the figures, or the words of the report, support a claim.
///
/// # Errors
/// Why they do not.
pub(crate) fn check(claim: &Claim, figures: &Figures<'_>, seed: &str) -> Result<(), Refusal> {
    let named = |name: &str| figures.named(name).map_err(Malformed);
    match claim {
        Claim {
            of: None,
            is: None,
            above: None,
            equals: None,
            says: Some(words),
        } => {
            if seed.contains(words.as_str()) {
                Ok(())
            } else {
                Err(Unsupported(format!("the text does not say “{words}”")))
            }
        }
        Claim {
            of: Some(of),
            is: Some(is),
            above: None,
            equals: None,
            says: None,
        } => is_so(of, &named(of)?, is),
        Claim {
            of: Some(of),
            is: None,
            above: Some(other),
            equals: None,
            says: None,
        } => {
            let (a, b) = (named(of)?, named(other)?);
            let lowest = !matches!(a.bound, Bound::Under | Bound::About);
            let highest = !matches!(b.bound, Bound::Over | Bound::About);
            holds(
                a.unit == b.unit && number(&a)? > number(&b)? && lowest && highest,
                || {
                    format!(
                        "{of} is {}, which is not above {other}, {}",
                        said(&a),
                        said(&b)
                    )
                },
            )
        }
        Claim {
            of: Some(of),
            is: None,
            above: None,
            equals: Some(other),
            says: None,
        } => {
            let (a, b) = (named(of)?, named(other)?);
            holds(
                a.unit == b.unit && number(&a)? == number(&b)? && a.bound == b.bound,
                || format!("{of} is {}, but {other} is {}", said(&a), said(&b)),
            )
        }
        _ => Err(Malformed(
            "a claim is { of = \"gdp.change\", is = \"positive\" }, or above or equals in place \
             of is, or { says = \"words of the text\" }"
                .into(),
        )),
    }
}

fn is_so(of: &str, figure: &Figure, is: &str) -> Result<(), Refusal> {
    let Some((_, meaning, test)) = CLAIMS.iter().find(|(name, _, _)| *name == is) else {
        let known = CLAIMS.iter().map(|(name, _, _)| *name);
        return Err(Malformed(match nearest(is, known.clone()) {
            Some(known) => format!("no claim is called {is}: did you mean {known}?"),
            None => {
                let all: Vec<&str> = known.collect();
                format!("no claim is called {is}: use one of {}", all.join(", "))
            }
        }));
    };
    let value = number(figure)?;
    let beyond = Decimal::from(u32::MAX);
    // A limited figure supports a claim if all that it may be does, tried at its far end.
    let true_at_limit = match figure.bound {
        Bound::Exact => true,
        Bound::Over => test(beyond),
        Bound::Under => test(-beyond),
        Bound::About => [95, 105].into_iter().all(|percent| {
            value
                .checked_mul(Decimal::new(percent, 2))
                .is_some_and(test)
        }),
    };
    holds(test(value) && true_at_limit, || {
        format!("{of} is {}, which is not {is} ({meaning})", said(figure))
    })
}

fn holds(so: bool, why: impl FnOnce() -> String) -> Result<(), Refusal> {
    if so { Ok(()) } else { Err(Unsupported(why())) }
}

fn number(figure: &Figure) -> Result<Decimal, Refusal> {
    Decimal::from_str_exact(figure.value.as_str())
        .map_err(|_| Malformed(format!("{} has more than 28 digits", figure.value)))
}

fn said(figure: &Figure) -> String {
    let bound = match figure.bound {
        Bound::Exact => "",
        Bound::About => "about ",
        Bound::Over => "over ",
        Bound::Under => "under ",
    };
    format!("{bound}{} {}", figure.value, figure.unit)
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_tells_of_every_claim() {
        let guide = include_str!("../../../seeds/README.md");
        for (name, _, _) in CLAIMS {
            assert!(guide.contains(&format!("`{name}`")), "{name}");
        }
    }

    #[test]
    fn a_claim_holds_or_not() {
        #[track_caller]
        fn check(value: &str, bound: Bound, is: &str, expected: bool) {
            let figure = Figure {
                value: value.parse().expect("a decimal"),
                unit: "%".into(),
                bound,
            };
            assert_eq!(
                is_so("x.change", &figure, is).is_ok(),
                expected,
                "{value} {bound:?} {is}"
            );
        }
        use Bound::{About, Exact, Over, Under};
        check("0.3", Exact, "positive", true);
        check("0", Exact, "positive", false);
        check("-0.1", Exact, "negative", true);
        check("104.2", Exact, "doubled", true);
        check("95.1", Exact, "doubled", false);
        check("95.1", Exact, "nearly-doubled", true);
        check("100", Over, "doubled", true);
        check("120", Under, "doubled", false);
        check("102", About, "doubled", false);
        check("50", Exact, "over-half", false);
        check("56.1", Exact, "over-half", true);
        check("33.3", Exact, "over-a-third", false);
        check("33.4", Exact, "over-a-third", true);
        check("99.88", Exact, "nearly-all", true);
        check("100", Exact, "nearly-all", false);
        check("1", Exact, "first", true);
        check("1", Exact, "frist", false);
    }
}

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number as printed: an optional `-`, digits, and perhaps a point and more digits.
///
/// It is kept as text, so that nothing is lost and trailing zeros survive; arithmetic belongs
/// to the edition, which does it in exact decimals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^-?[0-9]+(\.[0-9]+)?$", "maxLength" = 64)))]
#[serde(try_from = "String", into = "String")]
pub struct Decimal(String);

impl Decimal {
    /// The text, for instance `937.63`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.starts_with('-')
    }

    /// The number as an integer and how many of its digits stand behind the point:
    /// `937.63` is `(93763, 2)`. `None` where that is more than an `i64` holds.
    pub fn parts(&self) -> Option<(i64, u32)> {
        let mut mantissa = 0_i64;
        let mut scale = 0;
        let mut behind = false;
        for byte in self.0.bytes() {
            match byte {
                b'.' => behind = true,
                b'0'..=b'9' => {
                    mantissa = mantissa
                        .checked_mul(10)?
                        .checked_add(i64::from(byte - b'0'))?;
                    scale += u32::from(behind);
                }
                _ => {}
            }
        }
        Some((
            if self.is_negative() {
                -mantissa
            } else {
                mantissa
            },
            scale,
        ))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotADecimal;

    fn try_from(text: String) -> Result<Self, NotADecimal> {
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if text.len() <= 64 && all_digits(whole) && all_digits(part) {
            Ok(Self(text))
        } else {
            Err(NotADecimal)
        }
    }
}

impl std::str::FromStr for Decimal {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        text.to_owned().try_into()
    }
}

/// The text is not a plain decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADecimal;

impl fmt::Display for NotADecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number: write digits, perhaps with one point, as in \"937.63\"")
    }
}

impl std::error::Error for NotADecimal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_decimal() {
        #[track_caller]
        fn check(text: &str, expected: Option<(i64, u32)>) {
            let parts = text
                .parse::<Decimal>()
                .ok()
                .and_then(|decimal| decimal.parts());
            assert_eq!(parts, expected, "{text}");
        }
        check("937.63", Some((93763, 2)));
        check("-0.3", Some((-3, 1)));
        check("8.20", Some((820, 2)));
        check("1800", Some((1800, 0)));
        check("99999999999999999999", None);
        for wrong in [
            "", "-", ".5", "5.", "1,000", "1.2.3", "１", "1e3", "--1", "+1",
        ] {
            check(wrong, None);
        }
    }
}

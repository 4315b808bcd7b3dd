use serde::{Deserialize, Serialize};
use std::fmt;

/// A run of whole months, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
}

/// A month as ISO 8601 writes it, `2023-06`; as XML Schema writes one of no year, `--06`, where
/// nobody says which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(extend("pattern" = "^([1-9][0-9]{3}|-)-(0[1-9]|1[0-2])$"))
)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: Option<u16>,
    month: u8,
}

impl Month {
    /// A month of a year from 1000 to 9999; `month` from 1 to 12.
    pub fn new(year: u16, month: u8) -> Option<Self> {
        let known = (1000..=9999).contains(&year);
        let year = Some(year).filter(|_| known)?;
        Some(Self {
            year: Some(year),
            ..Self::undated(month)?
        })
    }

    /// A month of no year; `month` from 1 to 12.
    pub fn undated(month: u8) -> Option<Self> {
        let year = None;
        (1..=12).contains(&month).then_some(Self { year, month })
    }

    /// The year, where it is said.
    pub fn year(self) -> Option<u16> {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}", self.month),
            None => write!(f, "--{:02}", self.month),
        }
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<Self, NotAMonth> {
        let parse = || {
            if let Some(month) = text.strip_prefix("--") {
                return (month.len() == 2).then(|| Self::undated(month.parse().ok()?))?;
            }
            let (year, month) = text.split_once('-')?;
            let plain = year.len() == 4 && month.len() == 2;
            plain.then(|| Self::new(year.parse().ok()?, month.parse().ok()?))?
        };
        parse().ok_or(NotAMonth)
    }
}

impl std::str::FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        text.to_owned().try_into()
    }
}

/// The text is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl fmt::Display for NotAMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month: write year and month as in \"2023-06\"")
    }
}

impl std::error::Error for NotAMonth {}

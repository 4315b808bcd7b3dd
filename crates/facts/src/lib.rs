//! What a statistical statement says, and where it says it.
//!
//! A [`Fact`] is one statement of a report: an indicator with its level, its
//! change, its gaps to benchmarks and its ranks. Every number keeps the
//! [`Span`] of the characters it was read from, so that a figure on a page can
//! lead back to its sentence.
//!
//! Numbers are [`Decimal`]: the digits as printed, never binary floating point.

mod decimal;
mod period;
mod span;

pub use decimal::{Decimal, NotADecimal};
pub use period::{Month, NotAMonth, Period};
pub use span::{Source, Span};

use serde::{Deserialize, Serialize};

/// One statement: an indicator and what the text says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// The shortest complete noun phrase that names what is measured.
    pub indicator: String,
    /// The catalogue's id of the indicator; `null` for one it does not know.
    pub metric: Option<String>,
    /// The level as printed; `null` where the text gives only a change, a gap or a rank.
    pub value: Option<Decimal>,
    /// The unit of the level as printed: `亿元`, `万人次`, `%`.
    pub unit: Option<String>,
    /// How the text limits the level.
    #[serde(default)]
    pub bound: Bound,
    /// The change against an earlier period.
    pub change: Option<Change>,
    /// Distances to other places' figures, in percentage points where the figure is a rate.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// Places in a ranking.
    #[serde(default)]
    pub ranks: Vec<Rank>,
    /// The text says it as an aim, not as a result.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub target: bool,
    /// The months the statement speaks of; `null` where the text does not say.
    pub period: Option<Period>,
    /// Where the level's own digits stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
    /// Where the statement stands.
    pub source: Source,
}

/// How a text limits a number: `约`, `超`, `近`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The number as it stands.
    #[default]
    Exact,
    /// `约`, `左右`: near the number, on either side.
    About,
    /// `超`, `逾`, `余`, `多`, `以上`, `突破`: more than the number.
    Over,
    /// `近`, `不足`, `以下`: less than the number.
    Under,
}

impl Bound {
    /// Whether the number stands without a limit; for serde.
    pub fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

/// A change against an earlier period. A fall is negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// How much; `11倍` is `1100`, `持平` is `0`.
    pub value: Decimal,
    /// `%` for a growth rate, `百分点` for the change of a rate, else the level's own unit.
    pub unit: String,
    /// Against what.
    pub basis: Basis,
    /// How the text limits the change.
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// Where its digits stand; none for a change told in words (`持平`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
}

/// The earlier period a change is measured against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The same months of the year before; what `增长` means where a report says no more.
    #[default]
    YearOnYear,
    /// The quarter before.
    QuarterOnQuarter,
    /// The month before (`环比` in a monthly text).
    MonthOnMonth,
    /// The end of the year before (`比年初`).
    YearStart,
    /// Two years' average annual rate (`两年平均`).
    TwoYearAverage,
    /// The average annual rate over the years that the text names (`年均`, `三年平均`).
    AnnualAverage,
    /// Another time that the text names.
    Other,
}

/// A distance to another place's figure for the same indicator. Below it is negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The benchmark as named: `全省`, `绍兴市`.
    pub to: String,
    /// The name of the place that this means, where the text tells: `浙江省` for `全省`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proper: Option<String>,
    /// Percentage points, unless it has a unit.
    pub value: Decimal,
    /// The unit of a distance that is an amount: `元`. A bundle holds no such distance, for it would
    /// stand among percentage points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The benchmark's own figure where the text prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Decimal>,
    /// Where the digits of that figure stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_at: Option<Span>,
    /// Where its digits stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
}

impl Gap {
    /// Whether the distance is of percentage points, which is what a picture draws.
    #[must_use]
    pub fn in_points(&self) -> bool {
        self.unit.is_none()
    }
}

/// What of an indicator is ranked: 总量居全省第二，增速居全省第一.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Ranked {
    /// How much there is: `总量`, `规模`.
    Size,
    /// How fast it grew: `增速`, `增幅`.
    Rate,
}

/// A place in a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rank {
    /// Among whom, as named: `全省`, `绍兴市`.
    pub within: String,
    /// The name of the place that this means, where the text tells: `浙江省` for `全省`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proper: Option<String>,
    /// What is ranked, where the text ranks more than one thing of the indicator within one scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Ranked>,
    /// 1 is the first.
    pub place: u32,
    /// `Under` for "among the first N" (`前两位`).
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// Where the words that say so stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
}

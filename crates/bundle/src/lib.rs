//! The document that the widget draws: one per edition.
//!
//! A [`Bundle`] holds everything a picture needs: the facts with their sources, the numbers
//! derived from them with the arithmetic that gives them, the words in both languages, and which
//! panel draws what. It is made when the project is built; whoever draws it only scales and draws.
//!
//! Unknown fields are ignored. A newer [`VERSION`] is refused by [`check`].

mod check;
#[cfg(feature = "json")]
mod json;

pub use check::{Fault, Stamp, check};
pub use halfyear_facts::{
    Basis, Bound, Change, Decimal, Gap, Month, Period, Rank, Ranked, Source, Span,
};
#[cfg(feature = "json")]
pub use json::{from_json, to_json, to_json_pretty};

use serde::{Deserialize, Serialize};

/// The version of the document that this code reads and writes.
pub const VERSION: u32 = 1;

/// The JSON Schema of [`Bundle`], indented, with a line break at the end.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .for_deserialize()
        .into_generator()
        .into_root_schema_for::<Bundle>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// An edition, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle {
    /// The version of this document's form.
    pub version: u32,
    /// The edition's id: `keqiao-2023-h1`.
    pub id: String,
    /// Whose half-year it is.
    pub place: Place,
    /// Which months it tells of.
    pub period: Period,
    /// The finding in one sentence.
    pub title: Text,
    /// What else to know, in a sentence or two.
    #[serde(default)]
    pub lede: Text,
    /// The places that gaps and ranks speak of, and what to call them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
    /// The ids of the metrics shown where nobody chooses; empty for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choice: Vec<String>,
    /// What is drawn, in the edition's order.
    pub metrics: Vec<Metric>,
    /// The texts that the numbers come from.
    pub sources: Vec<Document>,
}

/// Whose half-year it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// In full: 柯桥区, Keqiao District.
    pub name: Text,
    /// As a label beside a bar: 柯桥, Keqiao.
    pub short: Text,
    /// What it belongs to: 浙江绍兴; Shaoxing, Zhejiang.
    pub within: Text,
}

/// A place that gaps and ranks are measured against, under all the names that the text gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scope {
    /// As [`Gap::to`], [`Rank::within`] and [`Derived::of`] name it: 全省, 浙江省.
    pub names: Vec<String>,
    /// How far it reaches.
    pub level: Level,
    /// What to call it: 浙江, Zhejiang.
    pub label: Text,
}

/// How far a place reaches.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The whole country.
    Nation,
    /// A province, an autonomous region or a municipality.
    Province,
    /// A prefecture.
    City,
    /// A county or a district.
    County,
    /// Another circle: a river delta, a development zone.
    #[default]
    #[serde(other)]
    Other,
}

impl Level {
    /// Every level by its name.
    pub const ALL: [(&'static str, Self); 5] = [
        ("nation", Self::Nation),
        ("province", Self::Province),
        ("city", Self::City),
        ("county", Self::County),
        ("other", Self::Other),
    ];
}

/// What people read, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Chinese, simplified.
    #[serde(default)]
    pub zh: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Text {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// Something drawn: a statement of the text with its label, or several under one heading.
///
/// The fields from `indicator` to `source` are those of the fact; they are empty where the metric
/// is only the heading of its [`items`](Metric::items).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metric {
    /// Unique among its siblings: `gdp`.
    pub id: String,
    /// Metrics of a group can be chosen together: `economy`, `people`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub label: Text,
    /// What it shows, said as a finding.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub heading: Text,
    /// A remark underneath.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// What draws it.
    #[serde(default, skip_serializing_if = "Panel::is_tile")]
    pub panel: Panel,
    /// The indicator as the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The catalogue's id of the indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// The level as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The unit of the level as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How the text limits the level.
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// The change against an earlier period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Distances to other places' figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// Places in rankings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranks: Vec<Rank>,
    /// The months it speaks of, where they are not the edition's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Where the level's digits stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
    /// Where the statement stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What follows from its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived: Vec<Derived>,
    /// The statements under this heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Metric>,
}

/// What draws a metric. A panel that this version does not know is drawn as a tile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// Projects by the stars they won: an item for each number of stars, the ids being `five`
    /// to `one`; the total is derived.
    Stars,
    /// A figure, its growth, and the growth of the benchmarks.
    Comparison,
    /// Growth rates in order, on one scale.
    Growth,
    /// This year's level beside last year's, which is derived.
    ThenNow,
    /// One dot for a stated number, last year's and this year's; level and multiple are derived.
    UnitChart,
    /// A rate with its benchmarks marked on it.
    Completion,
    /// A result on the way to its target, which is the item `target`; the share is derived.
    Progress,
    /// A share of a whole, or a score of a hundred.
    Share,
    /// Great works, an item each, whose figures are the item's items.
    Projects,
    /// Places in rankings, an item each.
    Ranks,
    /// A plain figure.
    #[default]
    #[serde(other)]
    Tile,
}

impl Panel {
    /// Every panel by its name.
    pub const ALL: [(&'static str, Self); 11] = [
        ("stars", Self::Stars),
        ("comparison", Self::Comparison),
        ("growth", Self::Growth),
        ("then-now", Self::ThenNow),
        ("unit-chart", Self::UnitChart),
        ("completion", Self::Completion),
        ("progress", Self::Progress),
        ("share", Self::Share),
        ("projects", Self::Projects),
        ("ranks", Self::Ranks),
        ("tile", Self::Tile),
    ];

    /// Whether it is the plain tile; for serde.
    pub fn is_tile(&self) -> bool {
        *self == Self::Tile
    }
}

/// A number that the text does not print but that follows from what it prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Derived {
    /// What kind of consequence it is.
    pub kind: Derivation,
    /// Of whom or what: the benchmark for [`Derivation::Benchmark`], else the place.
    pub of: String,
    /// Its name for people: 浙江, last year.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub label: Text,
    /// The number, rounded to the digits that its operands support.
    pub value: Decimal,
    /// Its unit; empty for a multiple or a count.
    pub unit: String,
    /// How its operands limit it: a share of a target of "over 100" is `under`.
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// The arithmetic, with `−`, `×` and `÷`: `8.2 − 1.4`.
    pub from: String,
    /// Whether `value` was rounded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rounded: bool,
    /// Where the operands stand.
    #[serde(default)]
    pub at: Vec<Span>,
}

/// How a derived number follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Derivation {
    /// A benchmark's own figure: the rate less the gap to it.
    Benchmark,
    /// The level a year before: the level ÷ (1 + growth).
    Previous,
    /// How many times the earlier level: 1 + growth.
    Multiple,
    /// A sum of items.
    Total,
    /// A result as a share of its target, in percent.
    Progress,
    /// How many of the items are first within a scope.
    Firsts,
    /// One that this version does not know.
    #[default]
    #[serde(other)]
    Other,
}

/// A text that numbers come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// The file's name, without folders; a metric's `source.file` names it.
    pub file: String,
    /// What people call it.
    #[serde(default)]
    pub name: Text,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The sentences that numbers of this bundle stand in.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
}

/// A whole sentence of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// The line it starts on; the first is 1.
    pub line: u32,
    /// The first character, counted in Unicode scalar values from the start of the file.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The characters from `start` to `end`, as they are: line breaks are kept, so that spans fit.
    pub text: String,
}

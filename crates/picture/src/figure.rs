//! Figures: numbers that can be opened, and what they open.

use crate::number::Wording;
use halfyear_bundle::{Level, Span};

/// A number on the page. Panels hand it on a lot, so it is no more than an address.
pub type Figure = Box<Number>;

/// A number on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// How it is written.
    pub words: Wording,
    /// Its name for those who do not see where it stands: what it is of, and the number spoken.
    pub name: String,
    /// Whether it follows from printed numbers and is not printed itself.
    pub derived: bool,
    /// What it opens, in [`Picture::details`](crate::Picture::details).
    pub detail: usize,
}

/// What a number opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The id of the metric that it belongs to.
    pub metric: String,
    /// What the number is of.
    pub label: String,
    /// The number as on the page.
    pub words: Wording,
    /// What else is known of it, a phrase each: what it is compared with, how it was printed.
    pub remarks: Vec<String>,
    /// The arithmetic of a derived number, with its result: `8.2 − 1.4 = 6.8`.
    pub arithmetic: Option<String>,
    /// The sentences it comes from: one, unless it was derived from several.
    pub sentences: Vec<Passage>,
    /// What people call the text.
    pub source: String,
    /// The statement as printed.
    pub quote: String,
    /// Where the statement stands.
    pub span: Span,
}

/// A sentence of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The line of the text it starts on, from 1.
    pub line: u32,
    /// Its characters, in order.
    pub segments: Vec<Segment>,
}

/// A run of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The characters.
    pub text: String,
    /// Whether they are the number, or one that it was derived from.
    pub marked: bool,
}

/// A place in a ranking, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placing {
    /// What is ranked.
    pub subject: String,
    /// `全省第`; `no.`.
    pub before: String,
    /// The place.
    pub figure: Figure,
    /// Empty; `in the province`.
    pub after: String,
    /// Where, as people call it.
    pub within: String,
    /// How far the ranking reaches.
    pub reach: Level,
    /// The place: 1 is the first.
    pub place: u32,
}

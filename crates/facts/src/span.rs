use serde::{Deserialize, Serialize};

/// A run of characters of a file: Unicode scalar values counted from its start, `end` not included.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first character.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The characters from `start` up to `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Whether `inner` lies within.
    pub fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

/// Where a statement stands: its own words and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The file's name, without folders.
    pub file: String,
    /// The line it starts on; the first is 1.
    pub line: u32,
    /// The first character, counted in Unicode scalar values from the start of the file.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words themselves, joined where the file breaks the line.
    pub quote: String,
}

impl Source {
    /// The characters it covers.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

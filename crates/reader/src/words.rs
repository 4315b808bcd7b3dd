//! Words and numerals: the tables, the tokens that they make, numbers and times.

pub(crate) mod classes;
pub(crate) mod lexicon;
pub(crate) mod nouns;
pub(crate) mod numeral;
pub(crate) mod places;
pub(crate) mod table;
pub(crate) mod time;
pub(crate) mod token;

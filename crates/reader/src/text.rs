//! The text as it is laid out: lines that belong together, written in one way, and sentences; whose
//! report it is, of which months, and what it compares places by.

pub(crate) mod compared;
pub(crate) mod how_many;
pub(crate) mod index;
pub(crate) mod layout;
pub(crate) mod normal;
mod one_of_many;
pub(crate) mod own_words;
pub(crate) mod period;
pub(crate) mod place;
pub(crate) mod sentence;
mod short_names;
pub(crate) mod titled;
pub(crate) mod unlisted;
mod whole_of_parts;

//! From drafts to facts: what contradicts what, and what became of every numeral.

pub(crate) mod audit;
pub(crate) mod contradiction;
pub(crate) mod covers;
pub(crate) mod finish;
mod headline;
pub(crate) mod saying;

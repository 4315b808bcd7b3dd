//! What stands around a number: clauses and their groups of numbers, names, verbs and roles.

pub(crate) mod among;
pub(crate) mod basis;
pub(crate) mod bearer;
pub(crate) mod clause;
pub(crate) mod comparison;
pub(crate) mod doings;
pub(crate) mod edges;
pub(crate) mod et_cetera;
pub(crate) mod following;
pub(crate) mod lead;
mod led;
pub(crate) mod listed;
pub(crate) mod measure;
pub(crate) mod name;
pub(crate) mod noun;
pub(crate) mod of_levels;
pub(crate) mod phrase;
pub(crate) mod predicate;
pub(crate) mod role;
mod traded_with;

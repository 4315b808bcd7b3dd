//! Of what a figure is: named before it, carried from before, shared in a list, or of an owner.

pub(crate) mod again;
pub(crate) mod aims;
pub(crate) mod alike;
mod by_measure;
pub(crate) mod cause;
pub(crate) mod counted;
pub(crate) mod deed;
pub(crate) mod firm;
pub(crate) mod income;
pub(crate) mod list;
pub(crate) mod owner;
pub(crate) mod parts;
mod parts_told;
pub(crate) mod rung;
pub(crate) mod said;
pub(crate) mod shared;
pub(crate) mod speaker;
pub(crate) mod spoken_of;
pub(crate) mod target;
pub(crate) mod those;
pub(crate) mod together;
pub(crate) mod topic;
pub(crate) mod view;
pub(crate) mod when;
pub(crate) mod whose;
pub(crate) mod without;
pub(crate) mod works;

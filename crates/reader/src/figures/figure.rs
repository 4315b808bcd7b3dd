//! A number where it stands: what every reading of one needs to know.

use crate::phrases::clause::{Group, Item};
use crate::phrases::lead::Lead;
use crate::words::token::Quantity;
use std::ops::Range;

/// A number, or the first of a group, with what stands around it.
#[derive(Clone, Copy)]
pub(crate) struct Figure<'f> {
    /// The tokens of its clause.
    pub(crate) clause: &'f Range<usize>,
    /// The numbers that are said together with it.
    pub(crate) group: &'f Group,
    /// The words that lead up to it, understood.
    pub(crate) lead: &'f Lead,
    pub(crate) quantity: &'f Quantity,
    /// Where the next number of the clause begins, or the clause ends.
    pub(crate) limit: usize,
}

impl Figure<'_> {
    /// The number itself, as an item of its group.
    pub(crate) fn item(&self) -> &Item {
        &self.group.items[0]
    }

    /// The token after the group.
    pub(crate) fn next(&self) -> usize {
        self.group.range.end
    }

    /// Whether another number follows in the clause.
    pub(crate) fn goes_on(&self) -> bool {
        self.limit < self.clause.end
    }
}

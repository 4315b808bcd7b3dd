//! Clauses that are read whole, mostly with the figures of the next: 温州、绍兴分列第三、四位,总量分别为…….

use crate::statement::Sentence;
use std::ops::Range;

impl Sentence<'_> {
    /// Reads a clause of such a kind; gives the token after all that it tells.
    pub(crate) fn told_ahead(&mut self, clause: &Range<usize>) -> Option<usize> {
        let told = self.distributed_in_brackets(clause);
        let told = told.or_else(|| self.ladder(clause));
        let told = told.or_else(|| self.equals(clause));
        let told = told.or_else(|| self.followers(clause));
        let told = told.or_else(|| self.foremost_of(clause));
        let told = told.or_else(|| self.against_all(clause));
        let told = told.or_else(|| self.by_its_pace(clause));
        let told = told.or_else(|| self.by_their_paces(clause));
        let told = told.or_else(|| self.named_ahead(clause));
        told.or_else(|| self.beyond_together(clause))
    }
}

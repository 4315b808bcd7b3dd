//! Places in a ranking told before the figure that they rest on: 襄阳排名第二,为2743.6亿元.

use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::places::is_name;
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// Opens the statement of a place that is ranked, where its figure comes next, of what the places are
    /// measured by; gives the token after the rank.
    pub(super) fn ranked_before_its_figure(
        &mut self,
        group: &Group,
        lead: &Lead,
        places: &[String],
    ) -> Option<usize> {
        let [item] = group.items.as_slice() else {
            return None;
        };
        let What::Rank(rank) = &item.what else {
            return None;
        };
        let exact = rank.bound == Bound::Exact && self.tokens().get(group.range.end).is_some();
        if !exact || !lead.ranks || !self.amount_follows(group.range.end) {
            return None;
        }
        let place = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let whole = self.with_tail(place.clone());
        if !is_name(&place.plain) || whole == place {
            return None;
        }
        // Among whom, nobody says: those that the text compares.
        let within = match (lead.others.is_empty(), places) {
            (false, [within]) => Some(within.clone()),
            (false, _) => return None,
            (true, _) => self.carried.parts_within.clone(),
        };
        let target = *self.open(vec![whole], &lead.subject).first()?;
        if let Some(within) = within {
            self.stand(target, &within, item, lead)?;
        }
        self.carried.pending = None;
        self.carried.current = vec![target];
        Some(group.range.end)
    }
}

//! Places in a ranking told before the figure that they rest on: 襄阳排名第二,为2743.6亿元.

use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// 比排名第一的淮安市低8.1个百分点, 是第二名绵阳的6倍: whether a rank is where another place stands.
    pub(super) fn of_the_place_after(&self, group: &Group) -> bool {
        let next = group.range.end;
        let after = self.tokens().get(next..).unwrap_or_default();
        let text = |token: &Token| &self.normal.text[token.range()];
        let large = |place: &Token| text(place).ends_with(['市', '县', '区', '省', '州']);
        match after {
            [of, place, ..] if matches!(of.kind, Kind::Of) => large(place),
            [place, ..] => place.kind.nominal() && is_name(text(place)),
            [] => false,
        }
    }

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

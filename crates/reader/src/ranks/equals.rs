//! Places that share a place in a ranking, and then the one figure of all: 贵州和西藏并列第二,同比增长均为10.5%.

use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// No such list has more tokens.
const LONGEST: usize = 24;

impl Sentence<'_> {
    /// Reads such a clause with the figure in the next; gives the token after it.
    pub(crate) fn equals(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let list = clause.start..clause.end.min(clause.start + LONGEST);
        let alike = list
            .clone()
            .find(|&i| self.phrases.token_text(i).contains("并列"))?;
        let turns = |i: &usize| {
            let token = &tokens[*i];
            token.is(Class::Conn) || matches!(token.kind, Kind::Time(_))
        };
        let skip = list.clone().take_while(turns).count();
        // 均并列: a word between the list and the verb.
        let joins = |i: &usize| tokens[*i].is(Class::All) || tokens[*i].is(Class::Adverb);
        let how = (list.start..alike).rev().take_while(joins).count();
        let places = self.places_of_list(list.start + skip..alike - how)?;
        let rank = (alike..list.end).find_map(|i| match &tokens[i].kind {
            Kind::Rank(place) if place.bound == Bound::Exact => Some((i, place.place)),
            _ => None,
        });
        let (at, place) = rank?;
        let comma = |token: &Token| matches!(token.kind, Kind::Comma);
        let last = at + 1 == clause.end && tokens.get(clause.end).is_some_and(comma);
        if places.len() < 2 || !last {
            return None;
        }
        let figure = self.figure_of_each(clause.end, places.len())?;
        let Some(names) = self.places_measured(&places, figure.measure.as_ref()) else {
            return Some(figure.end);
        };
        let scope = (alike..at).rev().find(|&i| tokens[i].is(Class::Scope));
        let within = scope.map(|i| self.place_name(i));
        if let Some(within) = &within {
            self.carried.within = Some(within.clone());
            self.carried.frames.note(within);
            self.carried.frames.note_part(within);
        }
        let within = within.or_else(|| self.of_all_parts());
        let numeral = self.bytes(tokens[at].range());
        for target in self.tell_each(names, clause, &figure) {
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.stand_as(within.clone(), place, None, &numeral);
            }
        }
        Some(figure.end)
    }
}

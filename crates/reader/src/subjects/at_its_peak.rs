//! What got as high as ever, before it is told how high: 工业增加值增速达到今年以来的最高点,增速加快到11.3%.

use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// What a clause tells of whose rate it says to be at its peak, where the rate itself follows right after.
    pub(super) fn at_its_peak(&self, clause: &Range<usize>) -> Option<Name> {
        let tokens = self.tokens();
        let last = tokens.get(clause.end.checked_sub(1)?)?;
        let peak = &self.normal.text[last.range()];
        if !Lexicon::get().ends_in(Noun::Peak, peak) {
            return None;
        }
        let [comma, next] = tokens.get(clause.end..clause.end + 2)? else {
            return None;
        };
        let follows = matches!(comma.kind, Kind::Comma) && next.is(Class::Rate);
        let mut near = clause.clone().take(12).skip(1);
        let rate = near
            .find(|&i| tokens[i].is(Class::Rate))
            .filter(|_| follows)?;
        match self.phrases.subject(clause.start..rate, None) {
            Subject::Named(mut names) => {
                let name = names.pop()?;
                halfyear_catalogue::names_exactly(&name.plain).then_some(name)
            }
            _ => None,
        }
    }
}

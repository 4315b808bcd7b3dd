//! Who comes right after the place just told, and then the figures of all: 紧随其后的是无锡市和南京市,分别为6127.4亿元和
//! 4386.95亿元.

use crate::statement::Sentence;
use crate::words::lexicon::Class;
use std::ops::Range;

/// No such words have more tokens.
const LONGEST: usize = 32;

/// How such clauses begin.
const AFTER: [&str; 9] = [
    "紧随",
    "紧跟",
    "紧接",
    "紧追",
    "排在其后",
    "排在后",
    "位居其后",
    "位列其后",
    "其次",
];

/// What stands between such a beginning and the list.
const LINKS: [&str; 8] = [
    "的是",
    "的分别是",
    "的为",
    "的依次是",
    "的则是",
    "的有",
    "的还有",
    "是",
];

impl Sentence<'_> {
    /// Reads such a clause with the figures in the next; gives the token after them.
    pub(crate) fn followers(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let skip = clause.clone().take_while(|&i| tokens[i].is(Class::Conn));
        let start = clause.start + skip.count();
        let begin = tokens.get(start).filter(|_| start < clause.end)?.start;
        let words = self.normal.text.get(begin..)?;
        AFTER.iter().find(|after| words.starts_with(**after))?;
        let end = clause.end.min(start + LONGEST);
        let list = (start + 1..end).find(|&i| {
            let before = self.normal.text.get(begin..tokens[i].start);
            before.is_some_and(|before| LINKS.iter().any(|link| before.ends_with(link)))
        })?;
        let places = self.places_of_list(list..clause.end)?;
        if places.len() < 2 {
            return None;
        }
        let figures = self.figures_of_all(clause.end, places.len(), false)?;
        let Some(names) = self.places_measured(&places, figures.measure.as_ref()) else {
            return Some(figures.end);
        };
        self.tell_each(names, clause, &figures);
        Some(figures.end)
    }
}

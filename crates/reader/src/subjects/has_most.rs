//! Who has most of something, told in words before the figure: 邮政业为用工人数最多的行业门类,为1.55万人.

use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// Notes of what the figure is that follows such a clause.
    pub(super) fn has_most(&mut self, clause: &Range<usize>) -> bool {
        let Some(name) = self.most_of(clause) else {
            return false;
        };
        self.carried.current.clear();
        self.carried.pending = Some(name);
        true
    }

    /// 邮政业用工人数 of 邮政业为吸纳用工人数最多的行业门类.
    fn most_of(&self, clause: &Range<usize>) -> Option<Name> {
        let text = |i: usize| self.phrases.token_text(i);
        let of = clause
            .clone()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Of))?;
        let is = clause.clone().find(|&i| {
            self.tokens()[i].is(Class::Level) && matches!(text(i), "为" | "是") || text(i) == "为"
        })?;
        if is == clause.start || is + 1 >= of {
            return None;
        }
        let (first, last) = (&self.tokens()[is + 1], &self.tokens()[of - 1]);
        let words = self.normal.text.get(first.start..last.end)?;
        let most = ["最多", "最大", "最高"];
        let measured = most.iter().find_map(|most| words.strip_suffix(*most))?;
        let measured = self
            .phrases
            .name_of(first.start..first.start + measured.len());
        // 吸纳用工人数: what is done with what is measured.
        let scanned = crate::scan::scan(&measured.plain, 0..measured.plain.len());
        let verb = scanned.tokens.first().filter(|token| token.is(Class::Act));
        let verb = verb.map_or(0, |verb| measured.plain[..verb.end].chars().count());
        let measure = measured.without_first(verb);
        let Subject::Named(names) = self.phrases.subject(clause.start..is, None) else {
            return None;
        };
        let part = names.into_iter().next()?;
        let lexicon = Lexicon::get();
        let measures =
            measure.plain.chars().count() > 2 && lexicon.ends_in(Noun::Measure, &measure.plain);
        (measures && lexicon.ends_in(Noun::Category, &part.plain)).then(|| part.then(&measure))
    }
}

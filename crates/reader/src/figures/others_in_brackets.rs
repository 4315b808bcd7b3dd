//! Figures in brackets after another place within a clause: 比安徽(339.3亿元,增长12.8%)多15.8亿元,
//! 仅次于石家庄(653.9亿元).

use crate::figures::in_brackets::Aside;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::is_name;
use std::ops::Range;

impl Sentence<'_> {
    /// Opens statements of the places that a clause compares with, each of the figures that stand in
    /// brackets after it, of the same that the clause told of.
    pub(crate) fn others_in_brackets(&mut self, clause: &Range<usize>) {
        if self.scanned.asides_in(clause).is_empty() {
            return;
        }
        let asides = self.asides_with_figures(clause);
        let &[target] = self.carried.current.as_slice() else {
            return;
        };
        for aside in asides {
            let Some((name, words)) = self.compared_in_brackets(target, clause, &aside) else {
                continue;
            };
            let before = self.carried.current.clone();
            let opened = self.alone(name, &words);
            self.carried.current = before;
            self.tell_aside(opened, aside);
        }
    }

    /// The name of what brackets after a place tell: 安徽 and the measure of the statement it is compared with.
    fn compared_in_brackets(
        &self,
        target: usize,
        clause: &Range<usize>,
        aside: &Aside,
    ) -> Option<(Name, Range<usize>)> {
        let level = aside.level.as_ref()?;
        let draft = self.drafts.get(target)?;
        let unit = draft.level.as_ref()?.unit.as_deref()?;
        let alike = unscaled(unit) == unscaled(&self.unit(level));
        let sums = matches!(level.kind, Some(UnitKind::Money | UnitKind::People));
        let words = self.name_before_bracket(clause.start, aside.at);
        let at = words
            .start
            .checked_sub(1)
            .filter(|&at| at >= clause.start)?;
        let place = self.phrases.name(words.clone());
        let ranked = ["前一名", "后一名", "前一位", "后一位"]
            .iter()
            .find_map(|rank| place.plain.strip_prefix(*rank));
        let place = ranked.map_or(place.clone(), |rest| place.last(rest.chars().count()));
        let before = self.tokens().get(at)?;
        let compares = before.is(Class::Than)
            || before.is(Class::Gap)
            || matches!(before.kind, crate::words::token::Kind::And)
            || self.normal.text[before.range()].ends_with("次于")
            || ["压过", "险胜", "反超", "超越"]
                .iter()
                .any(|verb| self.normal.text[before.range()].ends_with(verb));
        if !alike || !sums || !compares || !is_name(&place.plain) || draft.target {
            return None;
        }
        // The gap may have told it already.
        let at = self.bytes(level.at.clone());
        let told = draft
            .gaps
            .iter()
            .any(|gap| gap.own_at.as_ref() == Some(&at));
        let letters = draft.name.plain.chars().count();
        let own = (2..letters.min(10))
            .rev()
            .find(|&n| is_name(&draft.name.first(n).plain));
        let measure = draft.name.last(letters - own.unwrap_or(0));
        let measured = halfyear_catalogue::find(&measure.plain).is_some();
        (!told && measured).then(|| (place.then(&measure), words))
    }
}

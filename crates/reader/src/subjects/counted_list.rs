//! Lists that their count sums up before their measure: 生物医药、先进钢铁、新能源3个产业增加值均同比增长,
//! 增速分别为……

use crate::phrases::et_cetera::SUMS;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::token::Kind;
use std::ops::Range;

/// A list and its count stand within so many words.
const REACH: usize = 60;

impl Sentence<'_> {
    /// Whether the number at a token counts those that a list right before it names: 3个 after three.
    pub(crate) fn sums_up(&self, clause: &Range<usize>, number: usize) -> bool {
        let from = clause.start.max(number.saturating_sub(REACH));
        let listed = self.tokens().get(from..number).unwrap_or_default();
        let parting = |kind: &Kind| matches!(kind, Kind::Pause | Kind::And);
        let parts = listed.iter().filter(|token| parting(&token.kind)).count() + 1;
        let named = listed.last().is_some_and(|last| last.kind.nominal());
        let Some(Kind::Quantity(quantity)) = self.tokens().get(number).map(|it| &it.kind) else {
            return false;
        };
        let rest = &self.normal.text[self.tokens()[number].end..];
        let counts = quantity.kind == Some(UnitKind::Count)
            && SUMS.iter().any(|noun| rest.starts_with(noun))
            && quantity.number.digits.parse() == Ok(parts);
        counts && named && parts > 1
    }

    /// Such a list, with what measures all of it, and where it stands.
    pub(super) fn counted_list(
        &self,
        start: usize,
        count: usize,
    ) -> Option<(Vec<Name>, Range<usize>)> {
        let near = start..self.tokens().len().min(start + REACH);
        let number = near
            .clone()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Quantity(_)))?;
        let breaks = |&i: &usize| self.tokens()[i].kind.breaks();
        let from = (start..number)
            .rev()
            .find(breaks)
            .map_or(start, |at| at + 1);
        if !self.sums_up(&(from..number), number) {
            return None;
        }
        let end = near.end.max(number + 1);
        let (after, _) = self.phrases.after(number + 1, end);
        let tail = Lexicon::get().tail(&after.plain)?;
        let tail = after.last(tail.chars().count());
        match self.phrases.subject(from..number, Some(count)) {
            Subject::Named(names) if names.len() == count => {
                let names = names.iter().map(|name| name.then(&tail)).collect();
                Some((names, from..number))
            }
            _ => None,
        }
    }
}

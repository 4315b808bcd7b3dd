//! Figures of another time told beside the one that is meant: 比2010年的0.57%下降0.04个百分点.

use crate::outcome::audit::Part;
use crate::phrases::clause::Group;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Notes for the audit what tokens are that no fact holds.
    pub(crate) fn mark(&mut self, tokens: Range<usize>, part: Part) {
        self.marked.extend(tokens.map(|i| (i, part)));
    }

    /// Where 的水平 after a number ends: 比去年底42.5%的水平提高.
    pub(crate) fn after_level(&self, end: usize) -> usize {
        match self.tokens().get(end..end + 2) {
            Some([of, level]) if matches!(of.kind, Kind::Of) && level.is(Class::Mean) => end + 2,
            _ => end,
        }
    }

    /// 比2010年的年均增长率0.57%下降0.04个百分点: the figure of another time, and how far from it.
    pub(crate) fn compared_with_figure(&self, group: &Group, before: &Range<usize>) -> bool {
        let moves = |token: &Token| token.is(Class::Rise) || token.is(Class::Fall);
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        let against = |token: &Token| {
            token.is(Class::Than)
                || token.is(Class::Basis)
                    && self.normal.text[token.range()].starts_with(['比', '较'])
        };
        let than = words.iter().position(against);
        let after = self.after_level(group.range.end);
        // 分别较上年同期4314亿元、4828亿元增……
        let each = words.iter().any(|token| token.is(Class::Each));
        (group.items.len() == 1 || each)
            && self.tokens().get(after).is_some_and(moves)
            && than.is_some_and(|than| {
                let after = &words[than + 1..];
                let time = |token: &Token| matches!(token.kind, Kind::Time(_));
                // 比去年的15.0亿公斤增长22.8%
                let alone = after.iter().all(|token| matches!(token.kind, Kind::Of));
                (after.iter().any(time) || alone) && !after.iter().any(moves)
            })
    }
}

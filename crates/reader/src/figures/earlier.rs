//! Figures of another time told beside the one that is meant: 比2010年的0.57%下降0.04个百分点.

use crate::draft::{Move, signed};
use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::basis::basis;
use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::{Basis, Bound};
use std::ops::Range;

impl Sentence<'_> {
    /// Whether a rate is one that what was told has had for so long: 连续10个季度保持在8%以上.
    pub(crate) fn kept_on(&self, figure: Figure) -> bool {
        let rate = figure.quantity.kind == Some(UnitKind::Rate);
        if !rate || figure.quantity.bound == Bound::Exact {
            return false;
        }
        let near = figure.lead.end.saturating_sub(12);
        let words = self
            .tokens()
            .get(figure.clause.start.max(near)..figure.lead.end);
        let long = words
            .unwrap_or_default()
            .iter()
            .any(|token| self.normal.text[token.range()].contains("连续"));
        let grew = self.spoken_of().is_some_and(|draft| draft.change.is_some());
        let bare = || self.phrases.trimmed(figure.lead.subject.clone()).is_empty();
        long && grew && bare()
    }

    /// 各月增速保持在10%以上: how it went in each of the months, and not in all of them.
    pub(crate) fn month_for_month(&self, lead: &Lead) -> bool {
        let mut words = lead.subject.clone().map(|i| self.phrases.token_text(i));
        words.any(|word| word.ends_with("各月") || word.ends_with("各季度"))
    }

    /// 增速4月为0.3%,5月为3.9%: the same growth of another month, which is no level of what grew; `None`
    /// where a number is none.
    pub(crate) fn at_the_next_time(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let rate = figure.quantity.kind == Some(UnitKind::Rate);
        if !rate || !lead.level || !lead.subject_is_time(self.tokens()) {
            return None;
        }
        let [current] = *self.carried.current.as_slice() else {
            return None;
        };
        let draft = self.drafts.get(current)?;
        let change = draft.change.as_ref().filter(|change| change.unit == "%")?;
        let grew = draft.level.is_none() && rateless(&draft.name.plain) == draft.name.plain;
        let basis = Some(change.basis).filter(|_| grew)?;
        let item = figure.group.items.first()?;
        let target = self.of_this_time(current, lead);
        let quantity = figure.quantity;
        let falls = item.negative.unwrap_or(false) || quantity.number.minus;
        let change = Move {
            digits: signed(&quantity.number.digits, falls),
            unit: "%".to_owned(),
            basis,
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        };
        match target == current {
            true => self.mark(figure.group.range.clone(), Part::Earlier),
            false => {
                self.drafts.get_mut(target)?.change = Some(change);
                self.cover(target, lead, item);
            }
        }
        Some(figure.group.range.end)
    }

    /// Notes for the audit what tokens are that no fact holds.
    pub(crate) fn mark(&mut self, tokens: Range<usize>, part: Part) {
        self.marked.extend(tokens.map(|i| (i, part)));
    }

    /// Keeps the names of a list whose figures of an earlier time were told: the later ones follow.
    pub(crate) fn wait_for_later(&mut self, lead: &Lead, count: usize) {
        if let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), Some(count))
            && names.len() == count
        {
            self.carried.pending_list = self.whole_names(lead, names);
        }
    }

    /// Where 的水平 after a number ends: 比去年底42.5%的水平提高.
    pub(crate) fn after_level(&self, end: usize) -> usize {
        match self.tokens().get(end..end + 2) {
            Some([of, level]) if matches!(of.kind, Kind::Of) && level.is(Class::Mean) => end + 2,
            _ => end,
        }
    }

    /// 是2018年全年投放量的1.58倍: how many times as much as something was then, which is no figure of its own.
    pub(crate) fn multiple_of_then(&self, first: &Quantity, before: &Range<usize>) -> bool {
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        let is = |token: &Token| {
            let word = &self.normal.text[token.range()];
            matches!(word, "是" | "为" | "相当于" | "达到" | "达")
        };
        let then = words
            .windows(2)
            .any(|two| is(&two[0]) && matches!(two[1].kind, Kind::Time(_)));
        first.kind == Some(UnitKind::Times)
            && then
            && matches!(words, [.., what, of] if what.kind.nominal() && matches!(of.kind, Kind::Of))
    }

    /// Against when something is measured that is told from the figure of that time: 比年初的100亿元.
    pub(crate) fn basis_of_figure(&self, before: &Range<usize>) -> Option<Basis> {
        let words = self.tokens().get(before.clone())?;
        words.iter().rev().find_map(|token| match token.kind {
            Kind::Time(time) => Some(self.measured_against(time, token.end)),
            _ if token.is(Class::Basis) => Some(basis(token.argument(Class::Basis))),
            _ => None,
        })
    }

    /// 比2009年同期的66.83%[高1.48个百分点]: what differs from the figure of another time has moved,
    /// against that time.
    pub(crate) fn moved_from_its_figure(&mut self, lead: &mut Lead, before: &Range<usize>) {
        let figure = self.carried.from_figure.take();
        let Some((_, basis)) = figure.filter(|(end, _)| *end == before.start) else {
            return;
        };
        lead.basis = lead.basis.or(Some(basis));
        if let [only] = self.tokens().get(lead.subject.clone()).unwrap_or_default()
            && only.is(Class::Gap)
        {
            lead.falls = Some(only.negative(Class::Gap));
            lead.subject.end = lead.subject.start;
            lead.from = lead.subject.start;
        }
    }

    /// 降幅较1-6月的10.7%[进一步扩大]: whether a movement follows that nobody measures.
    fn moves_on(&self, from: usize) -> bool {
        let mut words = self.tokens().get(from..).unwrap_or_default().iter();
        let moves = words.find(|token| !token.is(Class::Adverb));
        moves.is_some_and(|token| {
            let said = &self.normal.text[token.range()];
            MOVES.iter().any(|verb| said.starts_with(verb))
        })
    }

    /// 比2010年的年均增长率0.57%下降0.04个百分点: the figure of another time, and how far from it.
    pub(crate) fn compared_with_figure(&self, group: &Group, before: &Range<usize>) -> bool {
        let moves = |token: &Token| token.is(Class::Rise) || token.is(Class::Fall);
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        let after = self.after_level(group.range.end);
        // 较一季度6.4%的降幅收窄, 高于上年同期4.1%的增速
        let number = self.tokens().get(group.range.end.wrapping_sub(1));
        let rest = number.map_or("", |number| &self.normal.text[number.end..]);
        let rate = rest.strip_prefix('的').is_some_and(|rest| {
            let rates = ["增速", "增幅", "降幅", "涨幅", "增长率", "升幅", "跌幅"];
            rates.iter().any(|rate| rest.starts_with(rate))
        });
        let against = |token: &Token| {
            token.is(Class::Than)
                || rate && token.is(Class::Gap)
                || token.is(Class::Basis)
                    && self.normal.text[token.range()].starts_with(['比', '较'])
        };
        let than = words.iter().position(against);
        // 比2009年同期的66.83%高1.48个百分点
        let differs = |token: &Token| moves(token) || token.is(Class::Gap);
        // 分别较上年同期4314亿元、4828亿元增……
        let each = words.iter().any(|token| token.is(Class::Each));
        (group.items.len() == 1 || each)
            && (rate || self.tokens().get(after).is_some_and(differs) || self.moves_on(after))
            && than.is_some_and(|than| {
                let after = &words[than + 1..];
                let time = |token: &Token| {
                    matches!(token.kind, Kind::Time(_)) || rate && token.is(Class::Basis)
                };
                // 比去年的15.0亿公斤增长22.8%
                let alone = after.iter().all(|token| matches!(token.kind, Kind::Of));
                (after.iter().any(time) || alone) && !after.iter().any(moves)
            })
    }
}

/// How a rate itself moves.
const MOVES: [&str; 10] = [
    "扩大", "收窄", "加快", "放缓", "回落", "回升", "提高", "提升", "加速", "减缓",
];

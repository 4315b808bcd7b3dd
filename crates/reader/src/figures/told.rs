//! Changes told in words: 持平, 翻番.

use crate::draft::{Distance, Move};
use crate::figures::gap::figure;
use crate::phrases::basis::basis_at;
use crate::phrases::clause::{Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::predicate::lead;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::{Basis, Bound};
use std::ops::Range;

impl Sentence<'_> {
    /// A change told in words at the end of a clause: 与上年持平, 实现翻番.
    pub(crate) fn told(&mut self, rest: Range<usize>) -> bool {
        let found = rest
            .clone()
            .find(|&i| self.tokens()[i].is(Class::Flat) || self.tokens()[i].is(Class::Double));
        match found {
            Some(at) => self.told_at(rest.start, at).is_some(),
            None => false,
        }
    }

    /// 增长6.1%,与1—2月份持平: the rate is what it was.
    fn as_before(&mut self, lead: &Lead, targets: &[usize], at: usize) -> Option<()> {
        let &[target] = targets else {
            return Some(());
        };
        let index = self.point_change_of(target, lead)?;
        // 增速与1-5月份持平;……,增速加快1.8个百分点: against the same.
        self.points_basis = lead.basis.or(self.points_basis);
        let draft = self.drafts.get_mut(index)?;
        draft.change = Some(Move {
            digits: "0".to_owned(),
            unit: "百分点".to_owned(),
            basis: lead.basis.unwrap_or_default(),
            bound: Bound::Exact,
            at: None,
        });
        let item = Item {
            what: What::Amount(Quantity::none()),
            token: at,
            negative: None,
        };
        self.cover(index, lead, &item);
        Some(())
    }

    /// 价格环比持平,其中城市持平: what is told without a time is measured as its whole is, but
    /// 与上年持平 is one word of the table.
    fn basis_told(&self, lead: &Lead, word: &str, target: usize) -> Option<Basis> {
        let bare = !word.contains(['年', '期', '同']);
        let view = || self.view_of_time().filter(|_| bare);
        let whole = || self.basis_of_the_whole(target, true).filter(|_| bare);
        self.of_quarter(lead.basis).or_else(view).or_else(whole)
    }

    fn told_at(&mut self, start: usize, at: usize) -> Option<()> {
        let flat = self.tokens()[at].is(Class::Flat);
        let mut lead = lead(&self.normal.text, self.tokens(), start..at, false);
        // 同比上涨2.5%,环比持平: nothing but against what stands before it.
        let first = self.tokens()[start..at].first();
        if flat && lead.basis.is_none() && first.is_some_and(|token| token.is(Class::Basis)) {
            lead.basis = Some(basis_at(&self.normal.text, self.tokens(), start));
            lead.subject = start..start;
        }
        // 与全省平均水平持平, 与上年基本持平
        let with = (start..at).rev().find(|&i| {
            let token = &self.tokens()[i];
            matches!(token.kind, Kind::And) || token.is(Class::Than) || token.is(Class::Prep)
        });
        // 数量跟江苏持平: as much as another's, in a word that the table lacks here.
        let loose = |token: &Token| self.normal.text[token.range()].contains('跟');
        if flat && with.is_none() && self.tokens()[start..at].iter().any(loose) {
            return None;
        }
        let (mut others, mut timed) = (0..0, false);
        if let Some(with) = with {
            let compared = &self.tokens()[with + 1..at];
            let time = compared
                .iter()
                .any(|token| matches!(token.kind, Kind::Time(_)));
            // 增速和宜春持平: nothing but the rate stands before.
            let rate = (start < with)
                && self.tokens()[start..with]
                    .iter()
                    .all(|token| token.is(Class::Rate) || token.is(Class::Itself));
            let named =
                |token: &Token| crate::words::places::is_name(&self.normal.text[token.range()]);
            let place = compared
                .iter()
                .any(|token| token.is(Class::Scope) || named(token))
                || rate
                    && compared
                        .iter()
                        .all(|token| matches!(token.kind, Kind::Text));
            timed = time;
            if time || place {
                lead.subject = start..with;
                lead.from = with;
            }
            let than = compared.iter().find_map(|token| match token.kind {
                Kind::Time(time) => Some(self.measured_against(time, token.end)),
                _ => None,
            });
            lead.basis = lead.basis.or(than);
            self.against_the_month_before(&mut lead, &(with..at));
            if place && !time {
                others = with + 1..at;
            }
        }
        // 与去年同期位次持平: the place in the ranking is what it was.
        let ranked = self.tokens()[start..at]
            .iter()
            .any(|token| ["位次", "排名", "名次"].contains(&&self.normal.text[token.range()]));
        if ranked {
            return Some(());
        }
        // 增速居全省第12位,与上月持平: the place again.
        let after_rank = matches!(
            self.tokens().get(..start),
            Some([.., rank, comma])
                if matches!(comma.kind, Kind::Comma) && matches!(rank.kind, Kind::Rank(_))
        );
        if after_rank && flat && timed && self.phrases.trimmed(lead.subject.clone()).is_empty() {
            return Some(());
        }
        // 生产总值、进出口总额翻一番
        let listed = self.tokens()[lead.subject.clone()]
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let count = if flat { 1 } else { listed + 1 };
        let targets = match others.is_empty() {
            true => self.targets(&lead, count)?,
            false => self.compared(&lead)?,
        };
        let moved = |&i: &usize| {
            self.drafts
                .get(i)
                .is_some_and(|draft| draft.change.is_some())
        };
        // 增速与去年同期持平: one word of the table.
        let word = &self.normal.text[self.tokens()[at].range()];
        let rate_as_before =
            lead.rate.is_some() && (word.starts_with('与') || lead.basis.is_some());
        if flat
            && others.is_empty()
            && lead.than.is_none()
            && (with.is_some() || rate_as_before)
            && targets.iter().any(moved)
        {
            return match timed || rate_as_before {
                true => self.as_before(&lead, &targets, at),
                false => Some(()),
            };
        }
        // 增速实现翻番,同比增长109.6%: the rate did, and what it is follows.
        if !flat && lead.rate.is_some() {
            return Some(());
        }
        let digits = match (flat, word.contains('两')) {
            (true, _) => "0",
            (false, false) => "100",
            (false, true) => "300",
        };
        for target in targets {
            let item = Item {
                what: What::Amount(Quantity::none()),
                token: at,
                negative: None,
            };
            // 伽师县与上年同期持平: by what the whole is measured.
            let fresh = self.drafts.get(target).filter(|draft| !draft.says());
            if let Some(name) = fresh.map(|draft| draft.name.clone()) {
                self.drafts.get_mut(target)?.name = self.with_tail(name);
            }
            if others.is_empty() {
                // 失业率为4.25%,与上年持平: a rate moves in points.
                let rate = self.drafts.get(target).is_some_and(|draft| {
                    let level = draft.level.as_ref();
                    level.and_then(|level| level.unit.as_deref()) == Some("%")
                        || rateless(&draft.name.plain) != draft.name.plain
                });
                let change = Move {
                    digits: digits.to_owned(),
                    unit: if flat && rate { "百分点" } else { "%" }.into(),
                    basis: self.basis_told(&lead, word, target).unwrap_or_default(),
                    bound: Bound::Exact,
                    at: None,
                };
                // 一季度下降1.9%,1-4月持平
                let target = self.of_this_time(target, &lead);
                let index = self.change_of(target, &lead, &change);
                self.drafts.get_mut(index)?.change = Some(change);
                self.cover(index, &lead, &item);
            } else if flat {
                let names = self.others(others.clone());
                let gaps: Vec<Distance> = names
                    .into_iter()
                    .map(|(to, own)| Distance {
                        to,
                        digits: "0".into(),
                        unit: None,
                        own: own.as_ref().map(figure),
                        own_at: own.map(|own| self.bytes(own.at)),
                        at: None,
                    })
                    .collect();
                self.drafts.get_mut(target)?.gaps.extend(gaps);
                self.cover(target, &lead, &item);
            }
        }
        Some(())
    }
}

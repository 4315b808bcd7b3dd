//! Levels in brackets right after the names of parts: 苏州(5187亿元)、南京(4230亿元)居前两位, with the
//! growth beside them: 甲县(52.1亿元,增长6.3%).

use crate::draft::{Move, signed};
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Basis;
use std::ops::Range;

/// A level that stands in brackets.
struct Aside {
    /// How many tokens stand before it.
    at: usize,
    level: Quantity,
    /// By how much it grew, and whether it fell.
    growth: Option<(Quantity, bool)>,
}

impl Sentence<'_> {
    /// Reads the levels in brackets of a clause, where what was told before says what they measure.
    pub(crate) fn levels_in_brackets(&mut self, clause: &Range<usize>) {
        let asides = self.asides_with_levels(clause);
        let Some((first, names)) = asides
            .first()
            .filter(|_| asides.len() > 1)
            .and_then(|first| Some((first.at, self.parts_before(clause.start, &asides)?)))
        else {
            return;
        };
        let targets = self.open(names, &(clause.start..first));
        for (target, aside) in targets.into_iter().zip(asides) {
            self.set_level(target, &aside.level);
            let bytes = self.bytes(aside.level.at.start..aside.level.unit.end);
            let growth = aside.growth.map(|(rate, falls)| {
                let at = self.bytes(rate.at.start..rate.unit.end);
                let falls = falls ^ rate.number.minus;
                Move {
                    digits: signed(&rate.number.digits, falls),
                    unit: "%".to_owned(),
                    basis: Basis::default(),
                    bound: rate.bound,
                    at: Some(at),
                }
            });
            let Some(draft) = self.drafts.get_mut(target) else {
                continue;
            };
            draft.cover(&bytes);
            if let Some(at) = growth.as_ref().and_then(|growth| growth.at.clone()) {
                draft.cover(&at);
            }
            draft.change = growth;
        }
    }

    fn asides_with_levels(&self, clause: &Range<usize>) -> Vec<Aside> {
        let within = |at: usize| clause.start < at && at <= clause.end;
        let asides = self.scanned.asides.iter().filter(|(at, _)| within(*at));
        let asides = asides.filter_map(|(at, inner)| {
            let noun = self.tokens().get(at - 1)?;
            let (first, rest) = inner.split_first()?;
            let level = amount(first).filter(|_| noun.kind.nominal() || noun.is(Class::Scope))?;
            let growth = match rest {
                [] => None,
                [pause, words @ .., last]
                    if pause.kind.breaks() || matches!(pause.kind, Kind::Pause) =>
                {
                    Some(growth(words, last)?)
                }
                _ => return None,
            };
            Some(Aside {
                at: *at,
                level,
                growth,
            })
        });
        asides.collect()
    }

    /// The names before the brackets with what all of them are measured by: told before of the whole,
    /// in the same unit.
    fn parts_before(&self, start: usize, asides: &[Aside]) -> Option<Vec<Name>> {
        let mut from = start;
        let mut names = Vec::with_capacity(asides.len());
        for aside in asides {
            // 总量居前三位的是A县(52亿元): the name right before the bracket.
            let named = |&i: &usize| {
                let token = &self.tokens()[i];
                token.kind.nominal() || token.is(Class::Scope)
            };
            let name = (from..aside.at).rev().take_while(named).count();
            let words = self.phrases.trimmed(aside.at - name..aside.at);
            let part = self.phrases.name(words);
            let whole = self.with_tail(part.clone());
            if whole == part || part.is_empty() || part.plain.contains('、') {
                return None;
            }
            let measure = whole.plain.get(part.plain.len()..)?;
            let unit = self.unit(&aside.level);
            let told = self.drafts.iter().rev().take(12).any(|draft| {
                let level = draft.level.as_ref();
                draft.name.plain.ends_with(measure)
                    && level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
            });
            if !told {
                return None;
            }
            names.push(whole);
            from = aside.at;
        }
        Some(names)
    }
}

/// The amount that a token is.
fn amount(token: &Token) -> Option<Quantity> {
    match &token.kind {
        Kind::Quantity(quantity)
            if matches!(
                quantity.kind,
                Some(UnitKind::Money | UnitKind::Amount | UnitKind::People | UnitKind::Count)
            ) =>
        {
            Some(quantity.clone())
        }
        _ => None,
    }
}

/// The growth that words and a last token tell: 增长6.3%, 同比下降2%.
fn growth(words: &[Token], last: &Token) -> Option<(Quantity, bool)> {
    let Kind::Quantity(rate) = &last.kind else {
        return None;
    };
    let said = |token: &Token| {
        [Class::Rise, Class::Fall, Class::Basis]
            .iter()
            .any(|&class| token.is(class))
    };
    let moves = words
        .iter()
        .find(|token| token.is(Class::Rise) || token.is(Class::Fall))?;
    let plain = rate.kind == Some(UnitKind::Rate) && words.iter().all(said);
    plain.then(|| (rate.clone(), moves.is(Class::Fall)))
}

//! Levels of several, and in brackets how much each of them grew: 甲、乙出口分别为84.7亿元(增长6.2%)、
//! 53.1亿元(下降14.8%).

use crate::figures::in_brackets::{bare, growth};
use crate::phrases::lead::Lead;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

/// A level, how much it grew and whether it fell, and the token after both.
struct Item {
    at: usize,
    level: Quantity,
    growth: Option<(Quantity, bool)>,
    end: usize,
}

impl Sentence<'_> {
    /// Reads such a list, which goes on behind the clause that it begins in; gives the token after it.
    pub(crate) fn distributed_in_brackets(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let each = clause.clone().find(|&i| tokens[i].is(Class::Each))?;
        let figure = |&i: &usize| matches!(tokens[i].kind, Kind::Quantity(_));
        let first = (each + 1..clause.end.min(each + 6)).find(figure)?;
        let leads = [
            Class::Level,
            Class::Act,
            Class::Deed,
            Class::Before,
            Class::Adverb,
        ];
        let verb = |token: &Token| leads.iter().any(|&class| token.is(class));
        let items = self.items_in_brackets(first);
        let grown = items.iter().filter(|item| item.growth.is_some()).count();
        if !tokens[each + 1..first].iter().all(verb) || items.len() < 2 || grown < 2 {
            return None;
        }
        let subject = clause.start..each;
        let lead = Lead {
            subject: subject.clone(),
            from: each,
            end: first,
            level: true,
            each: true,
            ..Lead::default()
        };
        let names = match self.phrases.subject(subject.clone(), Some(items.len())) {
            Subject::Named(names) if names.len() == items.len() => names,
            _ => return None,
        };
        self.times(clause);
        let names = self.whole_names(&lead, names);
        let end = items.last().map(|item| item.end);
        for (target, item) in self.open(names, &subject).into_iter().zip(items) {
            self.set_level(target, &item.level);
            let bytes = self.bytes(tokens[item.at].start..tokens[item.end - 1].end);
            // What stands aside is none of the tokens.
            let aside = item.growth.as_ref();
            let aside = aside.map(|(rate, _)| self.bytes(rate.at.start..rate.unit.end));
            let change = item
                .growth
                .map(|(rate, falls)| self.move_in_brackets(&rate, falls));
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.change = change;
                draft.cover(&bytes);
                if let Some(aside) = aside {
                    draft.cover(&aside);
                }
            }
        }
        end
    }

    /// The levels of a list, with what stands in brackets behind each.
    fn items_in_brackets(&self, first: usize) -> Vec<Item> {
        let tokens = self.tokens();
        let mut items = Vec::new();
        let mut at = first;
        // No list is longer.
        while items.len() < 12
            && let Some(Kind::Quantity(level)) = tokens.get(at).map(|token| &token.kind)
            && level.kind != Some(UnitKind::Rate)
        {
            let (growth, end) = self.growth_in_brackets(at + 1);
            items.push(Item {
                at,
                level: level.clone(),
                growth,
                end,
            });
            let goes_on = tokens
                .get(end)
                .is_some_and(|token| matches!(token.kind, Kind::Pause | Kind::And));
            if !goes_on {
                break;
            }
            at = end + 1;
        }
        items
    }

    /// A growth in brackets before a token or from it on, and the token after them.
    fn growth_in_brackets(&self, from: usize) -> (Option<(Quantity, bool)>, usize) {
        if let Some(inner) = self.scanned.aside_before(from) {
            return (grown(inner), from);
        }
        let tokens = self.tokens().get(from..).unwrap_or_default();
        let opens = tokens
            .first()
            .is_some_and(|token| matches!(token.kind, Kind::Open));
        let close = tokens
            .iter()
            .take(6)
            .position(|token| matches!(token.kind, Kind::Close));
        match close.filter(|_| opens) {
            Some(close) => {
                let growth = grown(&tokens[1..close]);
                let end = if growth.is_some() {
                    from + close + 1
                } else {
                    from
                };
                (growth, end)
            }
            None => (None, from),
        }
    }
}

/// 增长6.2%, 同比下降3%, 6.2%: a rate, and whether it is of a fall.
fn grown(inner: &[Token]) -> Option<(Quantity, bool)> {
    match inner {
        [rate] => bare(rate),
        [words @ .., last] => growth(words, last),
        [] => None,
    }
}

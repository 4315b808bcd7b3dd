//! Those that a limit holds for, named before their own figures: 采购额超1亿元的县有A、B和C,采购额分别为……

use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// How many words such a list has at most.
const LONGEST: usize = 200;

impl Sentence<'_> {
    /// Notes the list that a clause ends in, where each of those named has its figure in the next. The
    /// limit that they have in common is no figure of anybody.
    pub(crate) fn note_those(&mut self, clause: &Range<usize>) -> bool {
        let Some((list, measure)) = self.those_listed(clause) else {
            return false;
        };
        if let Some(measure) = measure {
            self.carried.measure = Some(measure);
            self.carried.places = true;
        }
        self.carried.before = Some(list);
        self.carried.current.clear();
        self.carried.pending = None;
        true
    }

    /// Where the list begins, and what was limited where the figures do not say of what they are.
    fn those_listed(&self, clause: &Range<usize>) -> Option<(usize, Option<Name>)> {
        let words = self.tokens().get(clause.clone())?;
        let text = |token: &Token| &self.normal.text[token.range()];
        let amount = |token: &Token| {
            matches!(token.kind, Kind::Quantity(_))
                || text(token).starts_with(['亿', '万', '千', '百'])
        };
        let above = |token: &Token| token.is(Class::Gap) || token.is(Class::Before);
        let limit = words
            .windows(2)
            .position(|two| matches!(two[1].kind, Kind::Of) && amount(&two[0]))?;
        let bound = matches!(&words[limit].kind, Kind::Quantity(it) if it.bound != Bound::Exact);
        let limited = bound || limit > 0 && above(&words[limit - 1]);
        let link = |token: &Token| {
            matches!(
                text(token),
                "有" | "是" | "为" | "包括" | "分别是" | "分别有" | "依次是" | "依次为"
            )
        };
        let kind = &words[limit + 2..];
        let link = kind.iter().take(6).position(link)?;
        let first = clause.end - kind[link + 1..].len();
        let goes_on = |token: &&Token| !token.kind.breaks();
        let list = self.tokens().get(first..)?;
        let list = &list[..list.iter().take(LONGEST).take_while(goes_on).count()];
        let parts = |token: &&Token| matches!(token.kind, Kind::Pause | Kind::And);
        let numeral = |token: &Token| {
            matches!(
                token.kind,
                Kind::Quantity(_) | Kind::Number(_) | Kind::Rank(_)
            )
        };
        let count = list.iter().filter(parts).count() + 1;
        // 其合同金额分别为3.24亿美元、2.91亿美元……
        let after = self.tokens().get(first + list.len() + 1..)?;
        let each = after
            .iter()
            .take(6)
            .position(|token| token.is(Class::Each))?;
        let measures = [Class::Here, Class::Rate, Class::Act, Class::Deed];
        let measured = after[..each]
            .iter()
            .all(|token| token.kind.nominal() || measures.iter().any(|&class| token.is(class)));
        let figures = after[each..].iter().take(LONGEST).take_while(goes_on);
        let figures = figures
            .filter(|token| matches!(token.kind, Kind::Quantity(_)))
            .count();
        let fits = limited && measured && count > 1 && figures == count;
        if !fits || list.iter().any(numeral) {
            return None;
        }
        if after[..each].iter().any(|token| token.kind.nominal()) {
            return Some((first, None));
        }
        // 进出口额超百亿元的县有A、B,分别达120亿元和110亿元
        let name = self
            .phrases
            .name(self.phrases.trimmed(clause.start..clause.start + limit));
        let verb = ["超过", "超", "突破", "高于", "达到", "达"];
        let verb = verb.iter().find(|verb| name.plain.ends_with(**verb));
        let name = name.first(name.plain.chars().count() - verb.map_or(0, |it| it.chars().count()));
        let whole = name.first(rateless(&name.plain).chars().count());
        // 增速超过10%的县有A、B,分别为12.1%、11.2%: no levels.
        let grows = after[each..]
            .iter()
            .take(3)
            .any(|token| token.is(Class::Rise));
        if whole != name && !grows {
            return None;
        }
        let name = whole;
        let known = Lexicon::get().ends_in(Noun::Measure, &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        known.then_some((first, Some(name)))
    }

    /// A、B低于1000亿元,分别为899.2、819.2亿元: a limit of both, and their figures follow.
    pub(crate) fn limits_a_list(&self, clause: &Range<usize>, group: &Group) -> bool {
        let before = self.tokens().get(clause.start..group.range.start);
        let listed = before.is_some_and(|words| {
            let pause = |token: &Token| matches!(token.kind, Kind::Pause | Kind::And);
            words.iter().any(pause)
        });
        let limited = match group.items.as_slice() {
            [item] => matches!(&item.what, What::Amount(q) if q.bound != Bound::Exact),
            _ => false,
        };
        let after = self.tokens().get(clause.end..).unwrap_or_default();
        let each = after.iter().take(3).any(|token| token.is(Class::Each));
        // 产销双双突破30万辆,分别达……
        let all = before.is_some_and(|words| {
            words.iter().any(|token| {
                token.is(Class::All) || self.normal.text[token.range()].starts_with('均')
            })
        });
        listed && limited && each && !all && group.range.end == clause.end
    }

    /// 增速高于全省平均水平的县区有6个: how many fare better or worse than another.
    pub(crate) fn those_above(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        lead.gap?;
        let tokens = self.tokens();
        let start = self.phrases.trimmed(lead.subject.start..lead.end).start;
        let of = (start..lead.end).rfind(|&i| matches!(tokens[i].kind, Kind::Of))?;
        let said = |i: &usize| !tokens[*i].is(Class::Level) && !tokens[*i].is(Class::Share);
        let those = of + 1..of + 1 + (of + 1..lead.end).take_while(said).count();
        let after = tokens.get(those.end..lead.end)?;
        let whole = !after.iter().any(|token| token.kind.nominal());
        let compares = tokens.get(start..of)?.iter().any(|it| it.is(Class::Gap));
        if first.kind != Some(UnitKind::Count) || !whole || !compares {
            return None;
        }
        if tokens
            .get(those.clone())?
            .iter()
            .any(|it| it.kind.nominal())
        {
            return Some(self.phrases.name(start..those.end));
        }
        let all = self.those_among(lead.subject.start, first)?;
        Some(self.phrases.name(start..of + 1).then(&all))
    }

    /// 11个县区中,……的有3个: what the clause before counts all of, in the same unit.
    fn those_among(&self, start: usize, first: &Quantity) -> Option<Name> {
        let before = self.tokens().get(..start)?;
        let among = before
            .iter()
            .rposition(|token| !matches!(token.kind, Kind::Comma))
            .filter(|&at| self.normal.text[before[at].range()].starts_with('中'))?;
        let names = before[..among].iter().rev();
        let named = |token: &&Token| token.kind.nominal() || token.is(Class::Itself);
        let from = among - names.take_while(named).count();
        let same = match &before.get(from.checked_sub(1)?)?.kind {
            Kind::Quantity(all) => self.unit(all) == self.unit(first),
            _ => false,
        };
        (same && from < among).then(|| self.phrases.name(from..among))
    }
}

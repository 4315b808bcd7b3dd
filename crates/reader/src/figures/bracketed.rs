//! Growth in brackets right after names: 西夏区(13.0%)和灵武市(8.2%)地区生产总值增速.

use crate::carried::Podium;
use crate::draft::{Move, signed};
use crate::figures::ordered::announced;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Basis;
use std::ops::Range;

/// As many words may stand between a word for growth and the list that it is told of.
const REACH: usize = 12;

impl Sentence<'_> {
    /// Reads the rates in brackets of a clause; what the clause says of their names joins them.
    pub(crate) fn bracketed(&mut self, clause: &Range<usize>) {
        let rates = self.rates_in_brackets(clause);
        let (Some((first, _)), Some((last, _))) = (rates.first(), rates.last()) else {
            return;
        };
        let (first, last) = (*first, *last);
        if let Some(names) = self.named_after(clause.start, first, &rates) {
            let targets = self.open(names, &(clause.start..first));
            for (target, (_, rate)) in targets.into_iter().zip(rates) {
                let bytes = self.bytes(rate.at.clone());
                self.set_level(target, &rate);
                if let Some(draft) = self.drafts.get_mut(target) {
                    draft.cover(&bytes);
                }
            }
            return;
        }
        // 增速居全市前三位的依次是A县(12.5%)、B县(12.1%)、C县(11.6%)
        let mut podium = self.podium_of_places(clause.start..first);
        let counted = self.measure_of_counted(last..clause.end);
        let listed = counted.and_then(|it| self.each_of(clause.start, &rates, &it));
        if let Some(parts) = listed.or_else(|| self.places_named(clause.start, &rates)) {
            let targets = self.open_each(parts);
            return self.grew(&targets, rates, &mut podium);
        }
        let named = match self.rate_of_all(last, clause.end) {
            Some(end) => self.names_before(clause.start..end, rates.len()),
            None => self.amounts_before(clause.start, &rates),
        };
        let Some(names) = named.filter(|names| names.len() == rates.len()) else {
            let measure = self.measure_of_those(clause.start..first);
            let grew = !self.tells_a_ratio(clause.start..first);
            let measure =
                measure.or_else(|| self.measure_compared(last..clause.end).filter(|_| grew));
            let measure = measure.filter(|_| rates.len() > 1);
            let parts = measure.and_then(|it| self.each_of(clause.start, &rates, &it));
            if let Some(parts) = parts {
                let targets = self.open_each(parts);
                self.grew(&targets, rates, &mut podium);
            }
            return;
        };
        let targets = self.open(names, &(clause.start..first));
        self.grew(&targets, rates, &mut podium);
    }

    /// Gives each statement the rate that stands in brackets after its name.
    fn grew(
        &mut self,
        targets: &[usize],
        rates: Vec<(usize, Quantity)>,
        podium: &mut Option<Podium>,
    ) {
        for (&target, (_, rate)) in targets.iter().zip(rates) {
            let bytes = self.bytes(rate.at.start..rate.unit.end);
            let change = self.move_in_brackets(&rate, false);
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.change = Some(change);
                draft.cover(&bytes);
            }
            self.next_on(podium, target, &rate);
        }
    }

    /// A rate in brackets: by how much something grew, or fell where a word or a minus says so.
    pub(crate) fn move_in_brackets(&self, rate: &Quantity, falls: bool) -> Move {
        Move {
            digits: signed(&rate.number.digits, falls || rate.number.minus),
            unit: "%".to_owned(),
            basis: Basis::default(),
            bound: rate.bound,
            at: Some(self.bytes(rate.at.clone())),
        }
    }

    /// 美国旅客人均消费(1,353元)按年上升16.7%: the level stands in brackets after the name.
    pub(crate) fn level_in_brackets(&mut self, target: usize, lead: &Lead) {
        let named = |&i: &usize| {
            let token = &self.tokens()[i];
            token.kind.nominal() || token.is(Class::Deed)
        };
        let Some(last) = lead.subject.clone().rev().find(named) else {
            return;
        };
        let level = match self.scanned.aside_before(last + 1) {
            Some(
                [
                    Token {
                        kind: Kind::Quantity(level),
                        ..
                    },
                ],
            ) => level.clone(),
            _ => return,
        };
        let amount = matches!(
            level.kind,
            Some(UnitKind::Money | UnitKind::Amount | UnitKind::People | UnitKind::Count)
        );
        let bare = self
            .drafts
            .get(target)
            .is_some_and(|draft| draft.level.is_none());
        if amount && bare {
            self.set_level(target, &level);
            let bytes = self.bytes(level.at.clone());
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.cover(&bytes);
            }
        }
    }

    /// 增速低于全市平均的有3个,分别为A县(4.2%)、B县(3.9%): by what the places are measured.
    fn places_named(
        &self,
        start: usize,
        rates: &[(usize, Quantity)],
    ) -> Option<Vec<(Name, Range<usize>)>> {
        let measure = self
            .carried
            .measure
            .as_ref()
            .filter(|_| self.carried.places)?;
        self.each_of(start, rates, measure)
    }

    /// A市(23.1%)、B市(11.8%)2个市规上工业增加值增速高于……;C市(5.9%)等3个市低于……: by what those that the
    /// list counts are measured, here or before.
    fn measure_of_counted(&mut self, after: Range<usize>) -> Option<Name> {
        let tokens = self.tokens().get(after)?;
        // A(6.9%)、B(6.7%)等7个省份的GDP增速超过6%
        let so_on = |token: &Token| &self.normal.text[token.range()] == "等";
        let skip = usize::from(tokens.first().is_some_and(so_on));
        let (count, rest) = tokens.get(skip..)?.split_first()?;
        let counts = match &count.kind {
            Kind::Quantity(q) => q.kind == Some(UnitKind::Count),
            // 7省份的增速
            Kind::Number(_) => true,
            _ => false,
        };
        let tells = |token: &Token| token.is(Class::Gap) || token.is(Class::Rate);
        let nouns = rest.iter().take(6).position(tells)?;
        let next = rest.get(nouns).filter(|_| counts)?;
        if next.is(Class::Gap) {
            return self.measure_so_far();
        }
        let last = nouns.checked_sub(1).filter(|_| next.is(Class::Rate))?;
        let said = &self.normal.text[rest[last].range()];
        let mut ends = said.char_indices().map(|(at, _)| &said[at..]);
        let Some(known) = ends.find(|end| halfyear_catalogue::names_exactly(end)) else {
            // A市(21.5%)、B市(10.9%)2个市累计增速在10%以上: of what was told of the whole.
            return self.measure_so_far();
        };
        let measure = self
            .phrases
            .name_of(rest[last].end - known.len()..rest[last].end);
        self.carried.measure = Some(measure.clone());
        Some(measure)
    }

    /// 高于全省平均增速的市分别是:A市(6.3%)、B市(5.7%); GDP增速高于全省的有A市(6.3%)、B市(5.7%): by what
    /// those that a list names are measured.
    pub(crate) fn measure_of_those(&self, words: Range<usize>) -> Option<Name> {
        let tokens = self.tokens();
        let start = words.start.saturating_sub(REACH);
        let rate = (start..words.end).rfind(|&i| tokens[i].is(Class::Rate))?;
        let parted = (start..rate).rfind(|&i| tokens[i].kind.breaks());
        let from = parted.map_or(start, |comma| comma + 1);
        // 从上半年GDP增速来看
        let timed = (from..rate).rfind(|&i| matches!(tokens[i].kind, Kind::Time(_)));
        let from = timed.map_or(from, |time| time + 1);
        // 7个市州工业投资增速: how many there are is no part of it.
        let count = (from..rate).rfind(|&i| matches!(tokens[i].kind, Kind::Quantity(_)));
        let from = count.map_or(from, |count| count + 1);
        let name = announced(self.phrases.name(self.phrases.trimmed(from..rate)));
        // 对五大市场出口
        let whom = name
            .plain
            .starts_with('对')
            .then(|| name.plain.find("市场"));
        let name = match whom.flatten() {
            Some(at) => name.last(name.plain[at..].chars().count() - "市场".chars().count()),
            None => name,
        };
        let kinds = ['省', '市', '州', '盟', '县', '区', '旗', '乡', '镇', '份'];
        let name = match count {
            Some(_) => name.last(name.plain.trim_start_matches(kinds).chars().count()),
            None => name,
        };
        let known = Lexicon::get().ends_in(Noun::Measure, &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        match known {
            true => Some(name),
            false => self.measure_so_far().map(announced),
        }
    }

    /// A市(6.0%)、B市(5.3%)均高于全省平均水平: what the places that a benchmark is beside are measured by.
    fn measure_compared(&self, after: Range<usize>) -> Option<Name> {
        let after = self.tokens().get(after)?;
        // 其后依次是商丘(9.3%)、开封(9.0%), where the title says by what
        // ……襄阳(6.2%)、十堰(6.0%)三市, ……等5个市州
        let sums = |token: &Token| {
            let text = &self.normal.text[token.range()];
            let kinds = text.trim_start_matches(crate::words::numeral::is_chinese);
            let kind = kinds.chars().all(|c| "省市州盟县区旗镇地".contains(c));
            text == "等" || matches!(token.kind, Kind::Quantity(_) | Kind::Number(_)) || kind
        };
        let compares = after.iter().take(3).any(|token| token.is(Class::Gap))
            || self.carried.compared_by.is_some() && after.len() < 4 && after.iter().all(sums);
        let known = |name: &&Name| halfyear_catalogue::names_exactly(&name.plain);
        let measure = self.carried.measure.as_ref().filter(known);
        let measure = measure.or(self.carried.compared_by.as_ref()).cloned();
        measure.filter(|_| compares)
    }

    /// What was measured last, in this paragraph or the one before.
    fn measure_so_far(&self) -> Option<Name> {
        let carried = self.carried.measure.as_ref();
        // 五金、电料类零售额 of the paragraph before is measured of goods, and of no places.
        let goods = |name: &&Name| name.plain.contains(['类', '、']);
        let before = self.carried.measure_before.as_ref().filter(|it| !goods(it));
        carried.or(before).cloned()
    }

    /// The places of a list, each with what all of them are measured by.
    fn each_of(
        &self,
        start: usize,
        rates: &[(usize, Quantity)],
        measure: &Name,
    ) -> Option<Vec<(Name, Range<usize>)>> {
        let mut names = Vec::with_capacity(rates.len());
        let mut from = start;
        for (at, _) in rates {
            let words = self.with_other(from, self.name_before_bracket(from, *at));
            let part = self.phrases.name(words.clone());
            let abroad = |name: &str| Lexicon::get().is_one_of(Noun::Abroad, name);
            let place = crate::words::places::is_name(&part.plain)
                || Lexicon::get().ends_in(Noun::Agent, &part.plain)
                || part.plain.split(['与', '和']).all(abroad);
            if !place {
                return None;
            }
            names.push((part.then(measure), words));
            from = *at;
        }
        Some(names)
    }

    /// 中国大陆与香港(16.1%): two that have one figure.
    fn with_other(&self, from: usize, words: Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let nouns = |&i: &usize| tokens[i].kind.nominal();
        match words.start.checked_sub(1).filter(|&and| and > from) {
            Some(and) if matches!(tokens[and].kind, Kind::And) => {
                and - (from..and).rev().take_while(nouns).count()..words.end
            }
            _ => words,
        }
    }

    /// The rates in brackets of a clause, each with the number of tokens before it.
    fn rates_in_brackets(&self, clause: &Range<usize>) -> Vec<(usize, Quantity)> {
        let asides = self.scanned.asides_in(clause).iter();
        asides
            .filter_map(|(at, inner)| match inner.as_slice() {
                [
                    Token {
                        kind: Kind::Quantity(q),
                        ..
                    },
                ] if q.kind == Some(UnitKind::Rate) => {
                    let noun = self.tokens().get(at - 1)?;
                    noun.kind.nominal().then(|| (*at, q.clone()))
                }
                _ => None,
            })
            .collect()
    }

    /// 对全市经济的贡献率分别为洪洞县(23.9%)、尧都区(16.9%): what is measured stands before the list.
    fn named_after(
        &self,
        start: usize,
        first: usize,
        rates: &[(usize, Quantity)],
    ) -> Option<Vec<Name>> {
        let each = (start..first)
            .rev()
            .find(|&i| self.tokens()[i].is(Class::Each))?;
        // 增速分别为: no levels.
        let before = each.checked_sub(1).and_then(|i| self.tokens().get(i));
        if before.is_some_and(|token| token.is(Class::Rate)) {
            return None;
        }
        let measure = self.phrases.trimmed(start..each);
        let to = measure.clone().find(|&i| {
            let word = &self.normal.text[self.tokens()[i].range()];
            word.starts_with('对')
        });
        let measure = self.phrases.name(to.unwrap_or(measure.start)..measure.end);
        if !["率", "占比", "比重"]
            .iter()
            .any(|end| measure.plain.ends_with(end))
        {
            return None;
        }
        let mut from = each + 1;
        let mut names = Vec::with_capacity(rates.len());
        for (at, _) in rates {
            let part = self.phrases.trimmed(from..*at);
            names.push(self.phrases.name(part).then(&measure));
            from = *at;
        }
        Some(names)
    }

    /// Where the names end that a 增速 after the last bracket is of, with the noun that they share.
    fn rate_of_all(&self, last: usize, end: usize) -> Option<usize> {
        let after = self.tokens().get(last..end)?;
        let nouns = after
            .iter()
            .take_while(|token| token.kind.nominal())
            .count();
        if after.get(nouns)?.is(Class::Rate) {
            return Some(last + nouns);
        }
        // A业(91.2%)、B业(84.7%)等行业均实现两位数以上增长
        let rest = after.get(nouns..)?;
        let told = rest
            .iter()
            .take(6)
            .find(|token| token.is(Class::Rise) || matches!(token.kind, Kind::Rank(_)))?;
        // ……等快速增长, ……增长较快
        let how = [Class::All, Class::Level, Class::Adverb, Class::Rise];
        let all = how.iter().any(|&class| rest[0].is(class));
        (told.is(Class::Rise) && all).then_some(last)
    }

    fn names_before(&self, words: Range<usize>, count: usize) -> Option<Vec<Name>> {
        match self.phrases.subject(words, (count > 1).then_some(count)) {
            // A县(5.2%)、B县(4.1%)增速居前: by what their whole is measured.
            Subject::Named(names) => {
                let names = self.whole_names(&Lead::default(), names).into_iter();
                Some(names.map(|name| self.with_tail(name)).collect())
            }
            _ => None,
        }
    }

    /// 地区生产总值(7.5%)、规上工业增加值(12.7%): what is measured in money grows by a rate.
    fn amounts_before(&self, start: usize, rates: &[(usize, Quantity)]) -> Option<Vec<Name>> {
        let mut in_brackets = self.scanned.asides.iter().filter(|(_, inner)| {
            matches!(inner.as_slice(), [Token { kind: Kind::Quantity(q), .. }] if q.kind == Some(UnitKind::Rate))
        });
        in_brackets.nth(1)?;
        let parts = |token: &Token| matches!(token.kind, Kind::Pause | Kind::And);
        let name = |(at, _): &(usize, Quantity)| {
            let from = (start..*at)
                .rev()
                .find(|&i| parts(&self.tokens()[i]))
                .map_or(start, |i| i + 1);
            let Subject::Named(names) = self.phrases.subject(from..*at, None) else {
                return None;
            };
            let name = names.into_iter().next()?;
            let money = halfyear_catalogue::find(&name.plain)?.unit.ends_with('元');
            money.then_some(name)
        };
        rates.iter().map(name).collect()
    }
}

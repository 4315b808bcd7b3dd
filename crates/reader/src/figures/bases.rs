//! Against when something moved: 比2022年同期增长8%, and against two times at once:
//! 同比、环比分别下降0.4%和0.2%.

use crate::draft::{Move, signed};
use crate::figures::change::percent;
use crate::phrases::basis::{against, basis};
use crate::phrases::clause::{Group, What, item_of};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::time::{Part, Time, Year};
use crate::words::token::{Kind, Token};
use halfyear_facts::Basis;
use std::ops::Range;

impl Sentence<'_> {
    /// The basis that a comparison with a time means, which ends at a byte of the text: 比2022年同期 in
    /// what is told of 2023 is the year before.
    pub(crate) fn measured_against(&self, time: Time, end: usize) -> Basis {
        let own = self.time();
        let year = match own.map_or(Year::Unsaid, |own| own.year) {
            Year::Named(year) => Some(year),
            Year::Relative(by) => self
                .carried
                .year
                .and_then(|it| it.checked_add_signed(by.into())),
            Year::Unsaid | Year::Between(..) => self.carried.year,
        };
        let before = year.and_then(|year| year.checked_sub(1));
        if before.is_none() || Year::Named(before.unwrap_or_default()) != time.year {
            return against(time);
        }
        let part = own.map_or(Part::Unsaid, |own| own.part);
        let whole = |part| matches!(part, Part::Unsaid | Part::Months(1, 12));
        let same = self.normal.text[end..]
            .trim_start_matches('的')
            .starts_with("同")
            || part == time.part
            || whole(part) && whole(time.part);
        match same {
            true => Basis::YearOnYear,
            false => against(time),
        }
    }

    /// Tells the year before from other years that a growth is compared with: 比2022年同期增长8%.
    pub(crate) fn settle_basis(&self, lead: &mut Lead) {
        if lead.basis != Some(Basis::Other) {
            return;
        }
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let named = words.iter().find_map(|token| match token.kind {
            Kind::Time(time) if matches!(time.year, Year::Named(_)) => Some((time, token.end)),
            _ => None,
        });
        if let Some((time, end)) = named {
            lead.basis = Some(self.measured_against(time, end));
        }
    }

    /// 1—7月增长5%,比1—6月提高0.2个百分点: one month more, and no quarter.
    pub(crate) fn against_the_month_before(&self, lead: &mut Lead, before: &Range<usize>) {
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        // 与1—6月持平
        let with = |token: &Token| &self.normal.text[token.range()] == "与";
        let compared = words.windows(2).find_map(|two| match &two[1].kind {
            Kind::Time(time) if two[0].is(Class::Than) || with(&two[0]) => Some(time.part),
            _ => None,
        });
        // 8月份工业增加值增长5%,较7月回落1个百分点
        if let (Some(Part::Months(from, to)), Some(now)) = (compared, self.time())
            && from == to
            && now.part == Part::Months(to + 1, to + 1)
        {
            lead.basis = Some(Basis::MonthOnMonth);
        }
        let compared = compared.and_then(|part| match part {
            Part::Months(1, to) => Some(to),
            _ => None,
        });
        // 较上半年 is one word of the table.
        let quarters = [("上半年", 6), ("前三季度", 9), ("一季度", 3)];
        let word = words.iter().find(|token| token.is(Class::Basis));
        let word = word.map_or("", |word| &self.normal.text[word.range()]);
        let in_word = quarters.iter().find(|(end, _)| word.ends_with(end));
        let compared = compared.or(in_word.map(|&(_, to)| to));
        // 分地区看,……: of the months that the report is of.
        let whole = || self.carried.months.map(|(from, to)| Part::Months(from, to));
        if let Some(Part::Months(1, now)) = self.time().map(|time| time.part).or_else(whole)
            && compared.is_some_and(|to| now == to + 1)
            && lead.basis == Some(Basis::QuarterOnQuarter)
        {
            lead.basis = Some(Basis::MonthOnMonth);
        }
    }

    /// The bases of times that are compared with one after the other: 比一季度和上年同期.
    pub(super) fn bases_of_times(&self, first: usize, end: usize, whole: bool) -> Vec<Basis> {
        let tokens = self.tokens().get(first..end).unwrap_or_default();
        let listed = |it: &&Token| {
            let time = matches!(it.kind, Kind::Time(_) | Kind::Pause | Kind::And);
            time || it.is(Class::Time)
        };
        let word = tokens.first().filter(|it| it.is(Class::Basis) && !whole);
        let word = word.map(|it| basis(it.argument(Class::Basis)));
        let times = tokens.iter().skip(1).take_while(listed);
        let times = times.filter_map(|it| match it.kind {
            Kind::Time(time) => Some(against(time)),
            _ => None,
        });
        let bases: Vec<Basis> = word.into_iter().chain(times).collect();
        // 比一季度、上半年、前三季度: of which only the last is the time before.
        let alike = |(i, basis): (usize, &Basis)| bases[..i].contains(basis);
        match bases.iter().enumerate().any(alike) {
            true => Vec::new(),
            false => bases,
        }
    }

    /// 存款比年初增加42亿元。其中,住户存款增加28亿元: a part is measured against the time that its whole is,
    /// where that is measured against one alone.
    pub(crate) fn basis_of_the_whole(&self, part: usize, rate: bool) -> Option<Basis> {
        let whole = self.carried.taken_apart;
        let whole = whole.filter(|&whole| (self.carried.measured_from..part).contains(&whole))?;
        let draft = self.drafts.get(whole)?;
        let change = draft.change.as_ref()?;
        let twice = self.drafts.get(whole + 1..part)?.iter().any(|other| {
            other.change.is_some() && other.name.plain.starts_with(draft.name.plain.as_str())
        });
        let passing = matches!(
            change.basis,
            Basis::MonthOnMonth | Basis::QuarterOnQuarter | Basis::YearStart | Basis::Other
        );
        (passing && !twice && rate == (change.unit == "%")).then_some(change.basis)
    }

    /// 同比、环比分别下降0.4%和0.2%; 同比、环比均上涨0.2%.
    pub(crate) fn against_both(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let both = group.items.len() == 2 || group.items.len() == 1 && lead.all;
        let [.., first, between] = self.tokens().get(lead.subject.clone())? else {
            return None;
        };
        let joined = matches!(between.kind, Kind::Pause | Kind::And);
        let second = lead
            .basis
            .filter(|_| both && joined && first.is(Class::Basis))?;
        let bases = [basis(first.argument(Class::Basis)), second];
        let lead = &Lead {
            subject: lead.subject.start..lead.subject.end - 2,
            all: false,
            ..lead.clone()
        };
        let &[target] = self.targets(lead, 1)?.as_slice() else {
            return None;
        };
        for (i, basis) in bases.into_iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            let falls = item.negative.or(lead.falls).unwrap_or(false);
            let points = quantity.kind == Some(UnitKind::Points);
            let change = Move {
                digits: signed(
                    &percent(quantity, &self.normal.text),
                    falls || quantity.number.minus,
                ),
                unit: match quantity.kind {
                    _ if points => self.point_unit(quantity),
                    Some(UnitKind::Rate | UnitKind::Times) => "%".to_owned(),
                    _ => self.unit(quantity),
                },
                basis: self.of_quarter(Some(basis)).unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let lead = &Lead {
                basis: Some(basis),
                ..lead.clone()
            };
            match points {
                true => {
                    let index = self.point_change_of(target, lead)?;
                    self.drafts.get_mut(index)?.change = Some(change);
                    self.cover(index, lead, item);
                }
                false => self.tell(target, lead, item, change)?,
            }
        }
        Some(group.range.end)
    }
}

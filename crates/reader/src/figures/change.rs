//! Changes: growth rates, amounts more or less, multiples.

use crate::draft::{Move, signed};
use crate::phrases::clause::{Group, Item, What, item_of};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::numeral;
use crate::words::time::Part;
use crate::words::token::{Kind, Quantity};
use halfyear_facts::Basis;

impl Sentence<'_> {
    /// 增长8.2%, 增加12亿元.
    pub(crate) fn growth(
        &mut self,
        group: &Group,
        lead: &Lead,
        kind: Option<UnitKind>,
    ) -> Option<usize> {
        // 增速在30%以上的企业
        let limit = self
            .tokens()
            .get(group.range.end)
            .is_some_and(|token| token.is(Class::After));
        let next = self.tokens().get(group.range.end + usize::from(limit));
        let after_next = self.tokens().get(group.range.end + usize::from(limit) + 1);
        // 锚定增长7%的目标 is no growth that was.
        if next.is_some_and(|token| matches!(token.kind, Kind::Of))
            && after_next.is_some_and(|token| {
                token.is(Class::Target)
                    || token.kind.nominal()
                    // 增幅超过10%的有13个
                    || token.is(Class::Level) && lead.rate.is_some()
            })
        {
            return None;
        }
        // 去年同期为增长11.7%, 1-8月份为下降0.3%: the figure of another time, told beside.
        if lead.level && (lead.subject_is_time(self.tokens()) || self.month_for_month(lead)) {
            self.mark(group.range.clone(), crate::outcome::audit::Part::Earlier);
            return Some(group.range.end);
        }
        // 完成预算的56.8%,增长3.3%: what grew is not the share.
        // 占比31.6%,同比提高2.8%: that share was raised, with a loose unit.
        let raised = self.raises(lead);
        if let Some(base) = self.carried.base.take()
            && !raised
        {
            self.carried.current = vec![base];
        }
        if kind == Some(UnitKind::Rate) && lead.subject.is_empty() {
            self.back_from_shares(group.items.len());
        }
        if let Some(end) = self.against_both(group, lead) {
            return Some(end);
        }
        let targets = self.targets(lead, group.items.len())?;
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        let (targets, aside) = match kind {
            Some(UnitKind::Count) if targets.len() > 1 => self.counted_alike(targets, group)?,
            _ => (targets, None),
        };
        // 生产总值超千亿的县达到9个,比上年增加1个: no value added grows by places.
        let counted = |&target: &usize| {
            self.drafts.get(target).is_some_and(|draft| {
                let known = halfyear_catalogue::find(&draft.name.plain);
                draft.level.is_none() && known.is_some_and(|it| it.unit.ends_with('元'))
            })
        };
        if kind == Some(UnitKind::Count) && targets.iter().any(counted) {
            return None;
        }
        // 有10种价格上涨,平均涨幅为5.0%: their prices grew, and not how many they are.
        let of_those = |&target: &usize| {
            let name = self.drafts.get(target).map(|draft| &draft.name.plain);
            name.is_some_and(|name| {
                let whose = name.rsplit_once('的').map(|(_, whose)| whose);
                whose.is_some_and(|it| Lexicon::get().is_one_of(Noun::Doers, it))
            })
        };
        let rated = kind == Some(UnitKind::Rate) && lead.rate_at.is_some();
        if rated && targets.iter().any(of_those) {
            return None;
        }
        // 增加值9552万元,同比增长2.2: by what, nobody says.
        let measured = |&target: &usize| {
            let level = self.drafts.get(target).and_then(|it| it.level.as_ref());
            level.is_some_and(|level| level.unit.is_some())
        };
        if kind.is_none() && targets.iter().any(measured) {
            return Some(group.range.end);
        }
        let rate = matches!(kind, Some(UnitKind::Rate | UnitKind::Times));
        let targets = match targets.as_slice() {
            &[target] if !rate => vec![self.counted_in(target, group)?],
            _ => targets,
        };
        let fresh = |&target: &usize| self.drafts.get(target).is_some_and(|draft| !draft.says());
        if targets.len() > 1 && targets.iter().all(fresh) {
            let names = targets
                .iter()
                .map(|&i| self.drafts[i].name.clone())
                .collect();
            for (&target, name) in targets.iter().zip(self.parts(names)) {
                self.drafts[target].name = name;
            }
        }
        let alone = targets.len() == 1;
        for (i, &target) in targets.iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let falls = item.negative.or(lead.falls).or(lead.rate).unwrap_or(false);
            let change = Move {
                digits: signed(
                    &percent(quantity, &self.normal.text),
                    // 降幅超过一成,为-12.3%, 下降-2.7%: it fell all the same.
                    falls || quantity.number.minus,
                ),
                unit: match rate {
                    true => "%".to_owned(),
                    false if kind.is_none() => String::new(),
                    false => self.unit(quantity),
                },
                basis: self
                    .basis_said(lead)
                    .unwrap_or_else(|| self.basis_of(target, rate, lead.added)),
                bound: quantity.bound,
                // 持平 among others has no digits.
                at: Some(self.bytes(quantity.at.clone())).filter(|at| !at.is_empty()),
            };
            let target = self.second_of_its_kind(target, lead);
            let target = self.of_this_time(target, lead);
            let target = self.of_what_contributes(target, lead)?;
            let target = self.sharer(target, rate && !raised);
            self.without_its_rate(target);
            if self.told_already(target, lead, &change) {
                return None;
            }
            let index = self.change_of(target, lead, &change);
            let draft = self.drafts.get_mut(index)?;
            if !draft.says() {
                let name = std::mem::take(&mut draft.name);
                // 订单年增5%: on the year.
                let before = name
                    .plain
                    .strip_suffix('年')
                    .and_then(|it| it.chars().last());
                let yearly = before.is_some_and(|c| !c.is_ascii_digit());
                let name = name.first(name.plain.chars().count() - usize::from(yearly));
                // 规上企业净增37家: firms themselves, and nothing of theirs.
                let name = match kind {
                    Some(UnitKind::Count) => name,
                    _ => self.industry(self.with_tail(name)),
                };
                self.drafts.get_mut(index)?.name = name;
            }
            self.drafts.get_mut(index)?.change = Some(change);
            self.cover(index, lead, item);
            if alone {
                self.level_in_brackets(index, lead);
            }
        }
        if let Some(aside) = aside {
            self.carried.current = vec![aside];
        }
        Some(group.range.end)
    }

    /// 项目68个,其中工业项目9个,引资额321亿元,同比分别多14个、3个: of those that the same unit counted, and
    /// the one that is left for what follows.
    fn counted_alike(
        &self,
        targets: Vec<usize>,
        group: &Group,
    ) -> Option<(Vec<usize>, Option<usize>)> {
        let unit = |item: &Item| match &item.what {
            What::Amount(quantity) => Some(self.unit(quantity)),
            _ => None,
        };
        let units: Option<Vec<String>> = group.items.iter().map(unit).collect();
        let units = units?;
        let level = |i: usize| self.drafts.get(i)?.level.as_ref()?.unit.as_deref();
        let other = |&(i, unit): &(usize, &String)| {
            level(i).is_some_and(|it| unscaled(it) != unscaled(unit))
        };
        let Some((odd, unit)) = targets.iter().copied().zip(&units).find(other) else {
            return Some((targets, None));
        };
        let fits = |&i: &usize| {
            let still = self.drafts.get(i).is_some_and(|it| it.change.is_none());
            still && level(i).is_some_and(|it| unscaled(it) == unscaled(unit))
        };
        let lately = self.drafts.len().saturating_sub(16);
        let alike: Vec<usize> = (self.carried.sentence.max(lately)..self.drafts.len())
            .filter(fits)
            .collect();
        let last = alike.len().checked_sub(targets.len())?;
        Some((alike[last..].to_vec(), Some(odd)))
    }

    /// Gives a statement a change: to the second growth of its own where it has one already.
    pub(crate) fn tell(
        &mut self,
        target: usize,
        lead: &Lead,
        item: &Item,
        change: Move,
    ) -> Option<()> {
        let index = self.change_of(target, lead, &change);
        self.drafts.get_mut(index)?.change = Some(change);
        self.cover(index, lead, item);
        Some(())
    }

    /// The basis of the view that holds: 从环比看 in a clause of a quarter is the quarter before.
    pub(crate) fn view_of_time(&self) -> Option<Basis> {
        self.of_quarter(self.carried.view)
    }

    /// The basis that the words before a number tell, or the view that holds.
    pub(crate) fn basis_said(&self, lead: &Lead) -> Option<Basis> {
        match lead.than {
            // 一季度……,增速比1-2月提高0.4个百分点: against the time that it names.
            Some(_) => lead.basis,
            None => self.of_quarter(lead.basis),
        }
        .or(self.view_of_time())
    }

    /// 环比 in a clause of a quarter: the quarter before, not the month.
    pub(crate) fn of_quarter(&self, basis: Option<Basis>) -> Option<Basis> {
        let quarter = self.time().is_some_and(
            |time| matches!(time.part, Part::Months(from, to) if to == from + 2 && to % 3 == 0),
        );
        match basis {
            Some(Basis::MonthOnMonth) if quarter => Some(Basis::QuarterOnQuarter),
            basis => basis,
        }
    }

    /// The basis of a change that names none: 比年初增加31亿元,增长13% is measured like what stands
    /// before it, and 上半年贷款增加13万亿元 since the year began.
    fn basis_of(&self, target: usize, rate: bool, added: bool) -> Basis {
        let Some(draft) = self.drafts.get(target) else {
            return Basis::default();
        };
        // 增长36.2%,净增48.2亿元: against the same.
        let same = |change: &&Move| change.unit != "%" || added && !rate;
        if let Some(change) = draft.change.as_ref().filter(same) {
            return change.basis;
        }
        if let Some(basis) = self.basis_of_the_whole(target, rate) {
            return basis;
        }
        let balance = ["贷款", "存款", "余额"]
            .iter()
            .any(|end| draft.name.plain.ends_with(end));
        let from_january = self
            .time()
            .is_some_and(|time| matches!(time.part, Part::Months(1, last) if last > 1));
        // 6月份,存款增加108.1亿元: in that month.
        if balance && !rate && self.time().is_some_and(|time| time.is_one_month()) {
            return Basis::MonthOnMonth;
        }
        match (!rate && from_january && (balance || added), added) {
            (true, _) => Basis::YearStart,
            // 五年来新增35家
            (false, true) => Basis::Other,
            (false, false) => Basis::default(),
        }
    }

    /// 是去年的3倍: two hundred percent more.
    pub(crate) fn multiple(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let count = group.items.len();
        let targets = self.targets(lead, count)?;
        let targets = match count {
            1 => vec![*targets.last()?],
            _ => targets,
        };
        if targets.len() != count {
            return None;
        }
        for (target, item) in targets.into_iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            let change = Move {
                digits: more_than_once(&quantity.number.digits)?,
                unit: "%".into(),
                basis: lead.basis.unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            self.tell(target, lead, item, change)?;
        }
        Some(group.range.end)
    }
}

/// The growth in percent of what is so many times as much: 200 for 3.
fn more_than_once(times: &str) -> Option<String> {
    let percent = numeral::shift(times, 2);
    let (whole, part) = percent.split_once('.').unwrap_or((&percent, ""));
    let whole = whole.parse::<u64>().ok()?.checked_sub(100)?.to_string();
    Some(match part {
        "" => whole,
        part => format!("{whole}.{part}"),
    })
}

/// A growth in percent: 1.2倍 is 120.
pub(crate) fn percent(quantity: &Quantity, text: &str) -> String {
    let times =
        quantity.kind == Some(UnitKind::Times) && !text[quantity.unit.clone()].ends_with('成');
    numeral::shift(&quantity.number.digits, if times { 2 } else { 0 })
}

pub(crate) fn basis_word(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::MonthOnMonth | Basis::QuarterOnQuarter) => "环比",
        Some(Basis::YearStart) => "比年初",
        Some(Basis::TwoYearAverage) => "两年平均",
        Some(Basis::AnnualAverage) => "年均",
        _ => "同比",
    }
}

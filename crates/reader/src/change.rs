//! Changes: growth rates, points, gaps to other places, multiples, 持平 and 翻番.

use crate::clause::{Group, Item, What};
use crate::draft::{Distance, Draft, Move, signed};
use crate::gap::figure;
use crate::lead::{Lead, lead};
use crate::lexicon::{Class, UnitKind};
use crate::name::Name;
use crate::numeral;
use crate::phrase::Subject;
use crate::statement::Sentence;
use crate::token::{Kind, Quantity, Token};
use halfyear_facts::{Basis, Bound};
use std::ops::Range;

impl Sentence<'_> {
    /// 增长8.2%, 增加12亿元.
    pub(crate) fn growth(
        &mut self,
        group: &Group,
        lead: &Lead,
        kind: Option<UnitKind>,
    ) -> Option<usize> {
        let next = self.tokens().get(group.range.end);
        let after_next = self.tokens().get(group.range.end + 1);
        // 锚定增长7%的目标 is no growth that was.
        if next.is_some_and(|token| matches!(token.kind, Kind::Of))
            && after_next.is_some_and(|token| token.is(Class::Target) || token.kind.nominal())
        {
            return None;
        }
        // 完成预算的56.8%,增长3.3%: what grew is not the share.
        if let Some(base) = self.carried.base.take() {
            self.carried.current = vec![base];
        }
        let targets = self.targets(lead, group.items.len())?;
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        let rate = matches!(kind, Some(UnitKind::Rate | UnitKind::Times));
        for (i, &target) in targets.iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let falls = item.negative.or(lead.falls).or(lead.rate).unwrap_or(false);
            let change = Move {
                digits: signed(
                    &percent(quantity, &self.normal.text),
                    falls ^ quantity.number.minus,
                ),
                unit: match rate {
                    true => "%".to_owned(),
                    false if kind.is_none() => String::new(),
                    false => self.unit(quantity),
                },
                basis: lead.basis.unwrap_or_else(|| self.basis_before(target)),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let target = self.of_this_time(target, lead);
            let target = self.sharer(target, rate);
            let Some(index) = self.change_of(target, lead, &change) else {
                // 增加31亿元,增长13%: one movement, told as an amount besides.
                let at = change.at.unwrap_or_default();
                self.drafts.get_mut(target)?.besides.push(at);
                self.cover(target, lead, item);
                continue;
            };
            let draft = self.drafts.get_mut(index)?;
            if !draft.says() {
                let name = std::mem::take(&mut draft.name);
                let name = self.with_tail(name);
                self.drafts.get_mut(index)?.name = name;
            }
            self.drafts.get_mut(index)?.change = Some(change);
            self.cover(index, lead, item);
        }
        Some(group.range.end)
    }

    /// 采矿业增加值占比96%,同比下降15.6%: in percent the part grows, not its share.
    fn sharer(&mut self, target: usize, rate: bool) -> usize {
        let part = self.drafts.get(target).and_then(|draft| {
            let share = ["占比", "比重", "份额"]
                .iter()
                .any(|end| draft.name.plain.ends_with(end));
            let percent = draft.level.as_ref()?.unit.as_deref() == Some("%");
            let at = draft.name.plain.rfind('占').filter(|&at| at > 0)?;
            (rate && share && percent)
                .then(|| draft.name.first(draft.name.plain[..at].chars().count()))
        });
        let Some(part) = part else { return target };
        let part = self.with_tail(part);
        self.open(vec![part], &(0..0))
            .first()
            .copied()
            .unwrap_or(target)
    }

    /// 比年初增加31亿元,增长13%: the second is measured like the first.
    fn basis_before(&self, target: usize) -> Basis {
        let change = self
            .drafts
            .get(target)
            .and_then(|draft| draft.change.as_ref());
        change
            .filter(|change| change.unit != "%")
            .map_or(Basis::default(), |change| change.basis)
    }

    /// 一季度增长5.3%,二季度增长4.7%: the same indicator of another time is a statement of its own.
    fn of_this_time(&mut self, target: usize, lead: &Lead) -> usize {
        let time = self.time();
        let Some(draft) = self.drafts.get(target) else {
            return target;
        };
        let moved = draft.change.is_some() && draft.time != time;
        if !moved || lead.kind.is_some() || lead.than.is_some() {
            return target;
        }
        let name = draft.name.clone();
        let subject = lead.from..lead.from;
        self.open(vec![name], &subject)
            .first()
            .copied()
            .unwrap_or(target)
    }

    /// The statement that a change belongs to: the subject's own, or one more for a second growth;
    /// none for an amount whose rate is told too.
    fn change_of(&mut self, target: usize, lead: &Lead, change: &Move) -> Option<usize> {
        let Some(draft) = self.drafts.get(target) else {
            return Some(target);
        };
        let Some(first) = &draft.change else {
            return Some(target);
        };
        let points = change.unit.ends_with('点') || first.unit.ends_with('点');
        let amount = (change.unit == "%") != (first.unit == "%") && !points;
        if amount && first.basis == change.basis {
            if change.unit != "%" {
                return None;
            }
            let draft = self.drafts.get_mut(target)?;
            let first = draft.change.take()?;
            draft.besides.extend(first.at);
            return Some(target);
        }
        // The growth rate is the indicator's change; an amount since another time stands beside it.
        let amount_first = amount && change.unit == "%";
        let word = if amount {
            let amount = if amount_first { first } else { change };
            let verb = if amount.digits.starts_with('-') {
                "减少"
            } else {
                "增加"
            };
            Name::default().and(&format!("{}{verb}", basis_word(Some(amount.basis))))
        } else {
            match (lead.kind, &lead.than) {
                (Some(kind), _) => self.kind_word(kind),
                (None, Some(than)) => self.phrases.name(than.clone()),
                // 环比上涨0.4%,同比上涨1.8%: the usual one needs no word.
                (None, None)
                    if change.basis == Basis::YearOnYear && first.basis != change.basis =>
                {
                    Name::default()
                }
                (None, None) => Name::default().and(basis_word(lead.basis)),
            }
        };
        let mut second = Draft {
            name: draft.name.then(&word),
            time: draft.time,
            target: draft.target,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        if amount_first {
            second.change = self.drafts[target].change.take();
        }
        self.drafts.push(second);
        if amount_first {
            return Some(target);
        }
        let second = self.drafts.len() - 1;
        self.carried.latest = Some((target, second));
        Some(second)
    }

    /// What the text calls a second growth, shortest: 实际增长.
    fn kind_word(&self, kind: usize) -> Name {
        let token = &self.scanned.tokens[kind];
        let said = self.phrases.name_of(token.range());
        let word = match token.argument(Class::Kind) {
            "nominal" => "名义",
            "real" => "实际",
            "annual" => "年均",
            _ => "两年平均",
        };
        let traditional = said.plain != said.printed;
        let printed = match (word, traditional) {
            ("名义", true) => "名義增長",
            ("实际", true) => "實際增長",
            ("年均", _) => "年均增长",
            (_, true) => "兩年平均增長",
            ("名义", false) => "名义增长",
            ("实际", false) => "实际增长",
            (_, false) => "两年平均增长",
        };
        Name {
            plain: format!("{word}增长"),
            printed: printed.to_owned(),
        }
    }

    /// Percentage points: a gap to other places, or a change of a rate.
    pub(crate) fn points(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        if !lead.others.is_empty() && lead.gap.is_some() {
            return self.distances(group, lead);
        }
        let falls = lead.falls?;
        if let Some(end) = self.several_times(group, lead, falls) {
            return Some(end);
        }
        let targets = self.targets(lead, group.items.len())?;
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        for (i, &target) in targets.iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let change = Move {
                digits: signed(&quantity.number.digits, item.negative.unwrap_or(falls)),
                unit: self.point_unit(quantity),
                basis: lead.basis.unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let index = self.point_change_of(target, lead)?;
            self.drafts.get_mut(index)?.change = Some(change);
            self.cover(index, lead, item);
        }
        Some(group.range.end)
    }

    /// 较一季度、上半年分别提高7.9个和3.4个百分点: one rate, compared with several times.
    fn several_times(&mut self, group: &Group, lead: &Lead, falls: bool) -> Option<usize> {
        let count = group.items.len();
        let end = group.range.start;
        // 较一季度 may be one word; the other times follow it.
        let first = (lead.subject.start..end).rev().take(24).find(|&i| {
            let token = &self.tokens()[i];
            let than = self.normal.text[token.range()].starts_with(['比', '较']);
            than && (token.is(Class::Basis) || token.is(Class::Than))
        })?;
        let listed = |token: &Token| matches!(token.kind, Kind::Time(_) | Kind::Pause | Kind::And);
        let others = self.tokens()[first + 1..end]
            .iter()
            .take_while(|token| listed(token) || token.is(Class::Time))
            .filter(|token| !matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let times = others + usize::from(self.tokens()[first].is(Class::Basis));
        if count < 2 || times != count {
            return None;
        }
        let lead = &Lead {
            subject: lead.subject.start..first.min(lead.subject.end),
            ..lead.clone()
        };
        let targets = self.targets(lead, 1)?;
        let &[target] = targets.as_slice() else {
            return None;
        };
        let word = self.rate_word(lead);
        for item in &group.items {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let draft = self.drafts.get(target)?;
            let rate = draft.level.is_some() && draft.change.is_none();
            let moved = Draft {
                name: match rate {
                    true => draft.name.clone(),
                    false => draft.name.then(&word),
                },
                time: draft.time,
                change: Some(Move {
                    digits: signed(&quantity.number.digits, item.negative.unwrap_or(falls)),
                    unit: self.point_unit(quantity),
                    basis: Basis::Other,
                    bound: quantity.bound,
                    at: Some(self.bytes(quantity.at.clone())),
                }),
                bytes: self.bytes(quantity.at.clone()),
                ..Draft::default()
            };
            self.drafts.push(moved);
            self.cover(self.drafts.len() - 1, lead, item);
        }
        Some(group.range.end)
    }

    /// A level in % moves in points itself; of anything else it is the growth rate that moves.
    fn point_change_of(&mut self, target: usize, lead: &Lead) -> Option<usize> {
        let draft = self.drafts.get(target)?;
        let level_is_rate = draft
            .level
            .as_ref()
            .is_some_and(|level| matches!(level.unit.as_deref(), Some("%" | "‰" | "百分点")));
        let fresh = !draft.says();
        let word = self.rate_word(lead);
        if draft.change.is_none() && level_is_rate {
            return Some(target);
        }
        if fresh {
            let is_rate = ["率", "比重", "占比", "增速", "降幅", "比例", "强度"]
                .iter()
                .any(|end| draft.name.plain.ends_with(end));
            let sector = draft.name.plain.ends_with("产业") && self.carried.structure;
            let word = match sector {
                true => Name::default().and("比重"),
                false => word,
            };
            let named = RATES.iter().any(|rate| draft.name.plain.ends_with(rate));
            if !named && (lead.rate.is_some() || !is_rate) {
                self.drafts[target].name = draft.name.then(&word);
            }
            return Some(target);
        }
        let moved = Draft {
            // A rate moves itself, whatever it is compared with.
            name: match level_is_rate {
                true => draft.name.clone(),
                false => draft.name.then(&word),
            },
            time: draft.time,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        self.drafts.push(moved);
        Some(self.drafts.len() - 1)
    }

    /// What the text calls the rate that moves: 涨幅.
    fn rate_word(&self, lead: &Lead) -> Name {
        let said = lead.rate_at.and_then(|i| self.tokens().get(i));
        said.and_then(|token| {
            let text = &self.normal.text[token.range()];
            RATES.iter().find_map(|rate| {
                let at = token.start + text.find(rate)?;
                Some(self.phrases.name_of(at..at + rate.len()))
            })
        })
        .unwrap_or_else(|| {
            Name::default().and(if lead.rate == Some(true) {
                "降幅"
            } else {
                "增速"
            })
        })
    }

    /// 是去年的3倍: two hundred percent more.
    pub(crate) fn multiple(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let [item] = group.items.as_slice() else {
            return None;
        };
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let percent = numeral::shift(&quantity.number.digits, 2);
        let (whole, part) = percent.split_once('.').unwrap_or((&percent, ""));
        let whole = whole.parse::<u64>().ok()?.checked_sub(100)?.to_string();
        let digits = match part {
            "" => whole,
            part => format!("{whole}.{part}"),
        };
        let targets = self.targets(lead, 1)?;
        let &target = targets.last()?;
        let change = Move {
            digits,
            unit: "%".into(),
            basis: lead.basis.unwrap_or_default(),
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        };
        let index = self.change_of(target, lead, &change)?;
        self.drafts.get_mut(index)?.change = Some(change);
        self.cover(index, lead, item);
        Some(group.range.end)
    }

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

    fn told_at(&mut self, start: usize, at: usize) -> Option<()> {
        let flat = self.tokens()[at].is(Class::Flat);
        let mut lead = lead(&self.normal.text, self.tokens(), start..at, false);
        // 与全省平均水平持平, 与上年基本持平
        let with = (start..at).rev().find(|&i| {
            let token = &self.tokens()[i];
            matches!(token.kind, Kind::And) || token.is(Class::Than) || token.is(Class::Prep)
        });
        let mut others = 0..0;
        if let Some(with) = with {
            let compared = &self.tokens()[with + 1..at];
            let time = compared
                .iter()
                .any(|token| matches!(token.kind, Kind::Time(_)));
            let place = compared.iter().any(|token| token.is(Class::Scope));
            if time || place {
                lead.subject = start..with;
                lead.from = with;
            }
            if place && !time {
                others = with + 1..at;
            }
        }
        let targets = self.targets(&lead, 1)?;
        // 增长6.1%,与1—2月份持平: the rate is what it was.
        let moved = |&i: &usize| {
            self.drafts
                .get(i)
                .is_some_and(|draft| draft.change.is_some())
        };
        if flat
            && others.is_empty()
            && lead.than.is_none()
            && with.is_some()
            && targets.iter().any(moved)
        {
            return Some(());
        }
        let word = &self.normal.text[self.tokens()[at].range()];
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
            if others.is_empty() {
                let change = Move {
                    digits: digits.to_owned(),
                    unit: "%".into(),
                    basis: lead.basis.unwrap_or_default(),
                    bound: Bound::Exact,
                    at: None,
                };
                let index = self.change_of(target, &lead, &change)?;
                self.drafts.get_mut(index)?.change = Some(change);
                self.cover(index, &lead, &item);
            } else if flat {
                let names = self.others(others.clone());
                let gaps: Vec<Distance> = names
                    .into_iter()
                    .map(|(to, own)| Distance {
                        to,
                        digits: "0".into(),
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

    /// 拉动经济增长2个百分点; 分别拉动增长2.1和2.4个百分点.
    pub(crate) fn contribution(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let pull = lead.pull?;
        let count = group.items.len();
        let owner = self.phrases.subject(
            lead.subject.start..pull.max(lead.subject.start),
            (count > 1).then_some(count),
        );
        let owners = match owner {
            Subject::Named(names) => names,
            Subject::Carried => {
                let current = &self.carried.current;
                let name = |&i: &usize| Some(contributor(&self.drafts.get(i)?.name));
                current.iter().filter_map(name).collect()
            }
            Subject::Unclear => return None,
        };
        if owners.len() != count {
            return None;
        }
        for (owner, item) in owners.into_iter().zip(&group.items) {
            self.contributes(owner, item, lead, pull, group.items[0].token)?;
        }
        Some(group.range.end)
    }

    fn contributes(
        &mut self,
        owner: Name,
        item: &Item,
        lead: &Lead,
        pull: usize,
        first: usize,
    ) -> Option<()> {
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let rest = (pull..first)
            .filter(|&i| !self.tokens()[i].is(Class::Before) && !self.tokens()[i].is(Class::Level))
            .fold(Name::default(), |name, i| {
                name.then(&self.phrases.name(i..i + 1))
            });
        // 影响CPI下降0.12个百分点: a fall is negative, and no part of the name.
        let falls = ["下降", "下跌", "回落"]
            .iter()
            .find(|fall| rest.plain.ends_with(**fall));
        let rises = ["上涨", "上升", "增长"]
            .iter()
            .find(|rise| rest.plain.starts_with("影响") && rest.plain.ends_with(**rise));
        let rest = match falls.or(rises) {
            Some(fall) => rest.first(rest.plain.chars().count() - fall.chars().count()),
            None => rest,
        };
        let mut quantity = quantity.clone();
        quantity.number.minus |= falls.is_some();
        let quantity = &quantity;
        let name = owner.then(&rest);
        let target = self.alone(name, &lead.subject);
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        // What moves next in points is the contribution; a growth is of what contributes.
        if let [of] = *self.carried.current.as_slice() {
            self.carried.base = Some(of);
            self.carried.current = vec![target];
        }
        Some(())
    }

    /// Begins a statement without making it the one carried on with.
    pub(crate) fn alone(&mut self, name: Name, subject: &Range<usize>) -> usize {
        let current = self.carried.current.clone();
        let chain = self.carried.chain.len();
        let opened = self.open(vec![name], subject);
        self.carried.chain.truncate(chain);
        if !current.is_empty() {
            self.carried.current = current;
        }
        opened.first().copied().unwrap_or_default()
    }
}

/// Who contributes, where the statement before was of the contribution: 工业 of 工业对经济增长的贡献率.
fn contributor(name: &Name) -> Name {
    if !name.plain.contains("贡献率") {
        return name.clone();
    }
    let at = ["对", "经济增长", "贡献率"]
        .iter()
        .find_map(|word| name.plain.find(word));
    let count = at.map_or(0, |at| name.plain[..at].chars().count());
    if count == 0 {
        name.clone()
    } else {
        name.first(count)
    }
}

/// Nouns for a rate of change.
const RATES: [&str; 7] = ["增速", "增幅", "涨幅", "降幅", "跌幅", "升幅", "幅度"];

/// The number of a group that belongs to the statement at a place: its own, or the one for all.
fn item_of(group: &Group, i: usize) -> &Item {
    group.items.get(i).unwrap_or(&group.items[0])
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
        _ => "同比",
    }
}

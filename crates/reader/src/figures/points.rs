//! Percentage points: how a rate moved.

use crate::draft::{Draft, Move, signed};
use crate::phrases::clause::{Group, Item, What, item_of};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::alike::ends_in;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};
use halfyear_facts::Basis;

impl Sentence<'_> {
    /// Percentage points: a gap to other places, or a change of a rate.
    pub(crate) fn points(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        if !lead.others.is_empty() && lead.gap.is_some() {
            return self.distances(group, lead);
        }
        let falls = lead.falls?;
        if let Some(end) = self.several_times(group, lead, falls) {
            return Some(end);
        }
        if let Some(end) = self.against_both(group, lead) {
            return Some(end);
        }
        let targets = match self.share_that_moves(group, lead) {
            Some(share) => vec![share],
            // 完成年度目标的49.7%,进度超过去年同期1.3个百分点
            None if self.of_progress(lead) => vec![self.last_share()?],
            None => self.targets(lead, group.items.len())?,
        };
        // 完成年度目标的45.4%,增速比上年同期回落7.2个百分点: the growth told before moved.
        let targets = match *targets.as_slice() {
            [target] => vec![self.whole_of_the_sharer(target, lead, group)],
            _ => targets,
        };
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        // 7个县投资增速回升,……提高5.6个百分点: no count moves in points.
        let count = |&target: &usize| {
            let level = self
                .drafts
                .get(target)
                .and_then(|draft| draft.level.as_ref());
            let unit = level
                .and_then(|level| level.unit.as_deref())
                .unwrap_or_default();
            let growth = self
                .drafts
                .get(target)
                .is_some_and(|draft| draft.change.is_some());
            ends_in(unit, &['个', '家', '项', '种', '类']) && !growth
        };
        if lead.rate.is_none() && targets.iter().any(count) {
            return None;
        }
        // 增速比一季度提高0.6个百分点;……,增速提高3.5个百分点: against the same.
        let said = self.basis_said(lead);
        // 由去年的40%上升至63.2%,提升了23.2个百分点: against what is told there.
        let near = group.range.start.saturating_sub(16)..group.range.start;
        let earlier = |token: &Token| {
            token.is(Class::From) && self.normal.text[token.range()].ends_with("年的")
        };
        let earlier = self.tokens()[near].iter().any(earlier);
        self.points_basis = said.or(self.points_basis.filter(|_| !earlier));
        for (i, &target) in targets.iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            // 采购经理指数49.7,上升0.2个点: the index itself.
            let level = self.drafts.get(target).filter(|it| it.change.is_none());
            let level = level.and_then(|draft| draft.level.as_ref());
            let index = level.is_some_and(|level| level.unit.is_none());
            // 分别增长19.6个百分点、8.2%和57.8%
            let percent = quantity.kind == Some(UnitKind::Rate);
            let change = Move {
                digits: signed(&quantity.number.digits, item.negative.unwrap_or(falls)),
                unit: match percent {
                    true => "%".to_owned(),
                    false if index && !self.printed(quantity.unit.clone()).contains("分") => {
                        "点".to_owned()
                    }
                    false => self.point_unit(quantity),
                },
                basis: said.or(self.points_basis).unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            // 市区增速虽比1—4月份回升1.5个百分点: by what the whole is measured.
            let fresh = self.drafts.get(target).filter(|draft| !draft.says());
            if let Some(name) = fresh.map(|draft| draft.name.clone()).filter(|name| {
                lead.rate.is_some()
                    || self.carried.places
                    || crate::words::places::is_name(&name.plain)
            }) {
                self.drafts[target].name = self.with_tail(name);
            }
            let target = match percent {
                true => self.change_of(target, lead, &change),
                false if index => target,
                false => self.point_change_of(target, lead)?,
            };
            self.drafts.get_mut(target)?.change = Some(change);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }

    /// Whether the words before a number name nothing but how far a plan was done.
    fn of_progress(&self, lead: &Lead) -> bool {
        let words = self.phrases.trimmed(lead.subject.clone());
        let name = self.phrases.name(words).plain;
        matches!(name.as_str(), "进度" | "完成进度" | "投资进度" | "执行进度")
    }

    /// 占进口总值的比重提升4.5个百分点: a share of what was named before, without its level.
    fn share_that_moves(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let words = self.tokens().get(lead.subject.clone())?;
        let begins = words
            .iter()
            .position(|token| !matches!(token.kind, Kind::Time(_)) && !token.is(Class::Conn))?;
        let whole = words.last()?.is(Class::Ratio);
        // 增长5%,占比提高1.4个百分点
        let alone = begins + 1 == words.len() && self.last_share().is_none();
        let shared = words[begins].is(Class::Share);
        if group.items.len() != 1 || !whole || !(shared || alone) {
            return None;
        }
        let of = Lead {
            share: shared.then_some(lead.subject.start + begins),
            end: lead.subject.end,
            ..lead.clone()
        };
        let Subject::Named(names) = self.level_subject(&of) else {
            return None;
        };
        self.open(names, &lead.subject).first().copied()
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
        // 比上年全年 is one time.
        let basis = &self.tokens()[first];
        let goes_on = |next: &Token| next.start == basis.end && matches!(next.kind, Kind::Time(_));
        let whole = self.tokens().get(first + 1).is_some_and(goes_on);
        let times = others + usize::from(basis.is(Class::Basis) && !whole);
        // 比上月和上年同月均下降0.1个百分点
        let alike = count == 1 && lead.all && times == 2;
        if !(alike || count > 1 && times == count) {
            return None;
        }
        let items: Vec<&Item> = (0..times).map(|i| item_of(group, i)).collect();
        let bases = self.bases_of_times(first, end, whole);
        let lead = &Lead {
            subject: lead.subject.start..first.min(lead.subject.end),
            all: false,
            ..lead.clone()
        };
        let targets = self.targets(lead, 1)?;
        let &[target] = targets.as_slice() else {
            return None;
        };
        let fell = self.drafts.get(target);
        let fell = fell.and_then(|draft| self.fall_that_moved(lead, draft));
        let word = fell.unwrap_or_else(|| self.rate_word(lead));
        for (i, item) in items.into_iter().enumerate() {
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
                    basis: bases.get(i).copied().unwrap_or(Basis::Other),
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
    pub(crate) fn point_change_of(&mut self, target: usize, lead: &Lead) -> Option<usize> {
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
            let rates = [
                "率",
                "比重",
                "占比",
                "增速",
                "降幅",
                "比例",
                "强度",
                "程度",
                "满意度",
                "份额",
            ];
            let is_rate = rates.iter().any(|end| draft.name.plain.ends_with(end));
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
        if let Some((of, second)) = self.carried.latest
            && of == target
            && let Some(growth) = self.drafts.get(second)
            && let Some(kind) = growth.name.plain.strip_suffix("增长")
        {
            // 两年平均增长6.0%,比一季度加快0.7个百分点: that rate moved.
            let kind = kind.chars().count();
            let moved = Draft {
                name: growth.name.first(kind).then(&word),
                time: growth.time,
                bytes: growth.bytes.clone(),
                ..Draft::default()
            };
            self.drafts.push(moved);
            return Some(self.drafts.len() - 1);
        }
        let draft = self.drafts.get(target)?;
        // 两年平均增长10.2%,较一季度提升0.7个百分点, where no other growth was told.
        let mean = |change: &Move| change.basis == Basis::TwoYearAverage;
        let word = match draft.change.as_ref().is_some_and(mean) {
            true => Name::default().and("两年平均").then(&word),
            false => word,
        };
        let word = self.fall_that_moved(lead, draft).unwrap_or(word);
        // GDP增速回落2.7个百分点,两年平均增速加快0.2个百分点
        let rate = draft.name.plain.strip_suffix("增速");
        let rate = rate.filter(|rate| !rate.is_empty() && !rate.ends_with("两年平均"));
        let of_two = rate.filter(|_| lead.basis == Some(Basis::TwoYearAverage));
        let of_two = of_two.map(|rate| {
            let whose = draft.name.first(rate.chars().count());
            whose.and("两年平均增速")
        });
        // 占汽车类商品的比重较去年提高3.9个百分点,较一季度提高0.8个百分点: the share did, both times.
        let points = |change: &Move| change.unit.ends_with('点');
        let share = draft.level.is_none()
            && draft.change.as_ref().is_some_and(points)
            && ["率", "比重", "占比", "比例"]
                .iter()
                .any(|end| draft.name.plain.ends_with(end));
        let itself = level_is_rate || share;
        let moved = Draft {
            // A rate moves itself, whatever it is compared with.
            name: match itself || RATES.iter().any(|rate| draft.name.plain.ends_with(rate)) {
                true => of_two.unwrap_or_else(|| draft.name.clone()),
                false => draft.name.then(&word),
            },
            time: draft.time,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        self.drafts.push(moved);
        Some(self.drafts.len() - 1)
    }

    /// 下降2.9%,……比一季度收窄39.5个百分点: the fall did, where no word says what.
    fn fall_that_moved(&self, lead: &Lead, draft: &Draft) -> Option<Name> {
        let verb = self.tokens().get(lead.from..lead.end)?;
        let narrows =
            |token: &Token| matches!(&self.normal.text[token.range()], "收窄" | "扩大" | "缩小");
        let fell = draft.change.as_ref()?.digits.starts_with('-');
        (fell && lead.rate_at.is_none() && verb.iter().any(narrows))
            .then(|| Name::default().and("降幅"))
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
}

/// Nouns for a rate of change.
const RATES: [&str; 7] = ["增速", "增幅", "涨幅", "降幅", "跌幅", "升幅", "幅度"];

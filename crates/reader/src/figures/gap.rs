//! Gaps to other places: 分别高于全国、全省2.7、1.4个百分点.

use crate::draft::{Distance, signed};
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

/// Those compared with, each with its own figure where one is told.
type Names = Vec<(String, Option<Quantity>)>;

impl Sentence<'_> {
    /// 分别高于全国、全省2.7、1.4个百分点.
    pub(crate) fn distances(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let below = lead.gap?;
        // 增加值增长快于GDP增速4.4个百分点
        let mut without = lead.clone();
        let grows = |i: usize| {
            let token = &self.tokens()[i];
            token.is(Class::Rise) && &self.normal.text[token.range()] == "增长"
        };
        if lead.subject.len() > 1 && grows(lead.subject.end - 1) {
            without.subject.end -= 1;
        }
        let lead = &without;
        let mut names = self.others(lead.others.clone());
        let count = group.items.len();
        // 高于目标1.2个百分点 compares with no other place; what is spoken of stays.
        // 快于全市平均水平的占8个, 超千亿的县达到9个
        let counts =
            matches!(&group.items[0].what, What::Amount(q) if q.kind == Some(UnitKind::Count));
        if self.tokens()[lead.others.clone()]
            .iter()
            .any(|token| token.is(Class::Share) || counts && matches!(token.kind, Kind::Of))
        {
            return None;
        }
        // 高于全市平均水平的有6个: so many are above.
        let above = self.tokens().get(lead.others.end.wrapping_sub(1));
        if above.is_some_and(|token| matches!(token.kind, Kind::Of)) {
            return None;
        }
        let to_plan = names.iter().all(|(name, _)| planned(name));
        // 力争高于全市1个百分点; of 超额完成目标0.2个百分点 nobody says of what.
        if lead.target && !to_plan || to_plan && names.iter().any(|(name, _)| name.is_empty()) {
            return Some(group.range.end);
        }
        if count == 2 && names.len() == 1 {
            names = self.scopes_apart(lead.others.clone()).unwrap_or(names);
        }
        if let [one] = names.as_slice()
            && count > 1
        {
            // 分别高于全部投资11.7、3.6、15.4个百分点: one benchmark, a gap for each.
            let one = one.clone();
            let targets = self.compared_each(lead, count)?;
            let targets = self.those_with_rates(targets, group)?;
            if targets.len() != count || one.0.is_empty() {
                return None;
            }
            names = vec![one; count];
            self.carried.current = targets.clone();
            self.put_distances(group, lead, names, below, &targets);
            return Some(group.range.end);
        }
        // 比全国、全省均高1.1个百分点, 跑赢全国、全省1.1个百分点
        let alike = Group {
            items: vec![group.items[0].clone(); names.len()],
            range: group.range.clone(),
        };
        let group = match count == 1 && names.len() > 1 && (lead.all || !lead.each) {
            true => &alike,
            false => group,
        };
        if names.len() != group.items.len() || names.iter().any(|(name, _)| name.is_empty()) {
            return None;
        }
        let count = names.len();
        let targets = self.compared(lead)?;
        if lead.all && targets.len() > 1 && count == 1 {
            // 均高于全省0.3个百分点
            let names = vec![names.first()?.clone(); targets.len()];
            let group = Group {
                items: vec![group.items[0].clone(); targets.len()],
                range: group.range.clone(),
            };
            self.put_distances(&group, lead, names, below, &targets);
            return Some(group.range.end);
        }
        let &target = targets.last().filter(|_| targets.len() == 1)?;
        // 实际增长8.4%,名义增速比全国高1.6个百分点: the growth that was told first.
        let words = lead.subject.start.min(lead.from)..lead.end;
        let words = self.tokens().get(words).unwrap_or_default();
        let mut words = words.iter();
        if words.any(|token| self.normal.text[token.range()].starts_with("名义")) {
            self.carried.latest = None;
        }
        let target = self.whole_of_the_sharer(self.latest(target), lead, group);
        self.own_rate(target, lead);
        let names = self.places_alone(lead, target, names);
        self.put_distances(group, lead, names, below, &vec![target; count]);
        Some(group.range.end)
    }

    /// 完成投资277.36亿元,比全市投资增速高3.4个百分点: the place, where what is measured there is the same.
    fn places_alone(&self, lead: &Lead, target: usize, names: Names) -> Names {
        let own = self.drafts.get(target).map_or("", |it| &it.name.plain);
        let scope = self.tokens().get(lead.others.start);
        let scope = scope.filter(|token| token.is(Class::Scope));
        let Some(place) = scope.map(|_| self.place_name(lead.others.start)) else {
            return names;
        };
        let alone = |(name, figure): (String, Option<Quantity>)| {
            let measure = name.strip_prefix(place.as_str()).unwrap_or_default();
            match measure.chars().count() > 1 && own.ends_with(measure) {
                true => (place.clone(), figure),
                false => (name, figure),
            }
        };
        names.into_iter().map(alone).collect()
    }

    /// 生产总值增速为6.1%,全国同期为5.3%: the figure of those compared with; what is spoken of stays.
    pub(crate) fn of_a_benchmark(&self, lead: &Lead, first: &Quantity) -> bool {
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let place = words.iter().any(|token| token.is(Class::Scope));
        let alone = words.iter().all(|token| {
            token.is(Class::Scope)
                || token.is(Class::Conn)
                || token.is(Class::Mean)
                || matches!(token.kind, Kind::Time(_) | Kind::Comma)
        });
        let [current] = *self.carried.current.as_slice() else {
            return false;
        };
        let grew = self.drafts.get(current).is_some_and(|draft| {
            let percent = |level: &crate::draft::Level| level.unit.as_deref() == Some("%");
            draft.change.is_some() && !draft.level.as_ref().is_some_and(percent)
        });
        let moves = lead.falls.is_some() || lead.rate.is_some() || lead.share.is_some();
        first.kind == Some(UnitKind::Rate) && lead.level && place && alone && grew && !moves
    }

    /// What is compared: what was said of the same before, else what is named or spoken of.
    pub(crate) fn compared(&mut self, lead: &Lead) -> Option<Vec<usize>> {
        if let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), None)
            && let [name] = names.as_slice()
            && let Some(known) = self.said(name).or_else(|| self.part_said(name))
        {
            self.carried.pending = None;
            self.carried.current = vec![known];
            return Some(vec![known]);
        }
        if let Some(income) = self.income_of_residents(lead) {
            return Some(vec![income]);
        }
        self.targets(lead, 1)
    }

    /// 居民人均可支配收入增长5.6%,其中农村居民增速快于城镇居民1.4个百分点: of what was told of all.
    fn income_of_residents(&mut self, lead: &Lead) -> Option<usize> {
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let whose = name.first(rateless(&name.plain).chars().count());
        let income = self.income_of(&whose)?;
        self.open(vec![income], &lead.subject).first().copied()
    }

    /// As many statements as there are gaps: a list named here, else the last ones said.
    fn compared_each(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        match self.phrases.subject(lead.subject.clone(), Some(count)) {
            Subject::Named(names) if names.len() == count => {
                let mut names = self.whole_names(lead, names);
                // A、B增速: the rate of each.
                let last = names.last()?.clone();
                let letters = last.plain.chars().count();
                let rate = letters - rateless(&last.plain).chars().count();
                // 佛山、合肥GDP增速
                let is_place = |name: &str| crate::words::places::is_name(name);
                let place = (2..letters.min(8))
                    .rev()
                    .find(|&n| is_place(&last.first(n).plain));
                let place = place.filter(|_| !is_place(&last.plain));
                let rate = place.map_or(rate, |place| letters - place);
                for name in &mut names {
                    let bare = rateless(&name.plain) == name.plain;
                    if rate > 0 && bare && (place.is_none() || is_place(&name.plain)) {
                        *name = name.then(&last.last(rate));
                    }
                }
                let mut targets = Vec::new();
                for name in names {
                    // 兰州增速比全省低1.5个百分点
                    let bare = name.first(rateless(&name.plain).chars().count());
                    let rate = name.plain.strip_prefix(bare.plain.as_str());
                    let name = match rate.filter(|rate| !rate.is_empty() && is_place(&bare.plain)) {
                        Some(rate) => self.with_tail(bare).and(rate),
                        None => name,
                    };
                    targets.push(match self.said(&name) {
                        Some(known) => known,
                        None => *self.open(vec![name], &lead.subject).first()?,
                    });
                }
                self.carried.current = targets.clone();
                Some(targets)
            }
            Subject::Named(_) | Subject::Unclear if !lead.subject.is_empty() && !lead.itself => {
                let rate = self.tokens()[lead.subject.clone()]
                    .iter()
                    .all(|token| token.is(Class::Rate) || token.is(Class::Itself));
                rate.then(|| self.carried_targets(lead, count))?
            }
            _ => self.carried_targets(lead, count).or_else(|| {
                let last = self.carried.last_said(count).filter(|_| lead.each);
                // A、B的增幅均高于全国,分别比全国高4.6、0.4个百分点
                last.map(<[usize]>::to_vec)
                    .or_else(|| self.listed_before(None, count))
            }),
        }
    }

    /// 比全国全区分别低0.5个和0.1个百分点: two benchmarks with nothing between.
    fn scopes_apart(&self, range: Range<usize>) -> Option<Names> {
        // 东部沿海33个国家级开发区 are one.
        let text = |i: usize| matches!(self.tokens()[i].kind, Kind::Text | Kind::Name);
        if range.clone().any(text) {
            return None;
        }
        let scopes: Vec<usize> = range
            .filter(|&i| self.tokens()[i].is(Class::Scope))
            .collect();
        let [first, second] = scopes.as_slice() else {
            return None;
        };
        (first + 1 == *second).then(|| {
            vec![
                (self.place_name(*first), None),
                (self.place_name(*second), None),
            ]
        })
    }

    /// The gap to one more benchmark: 、全省0.1个百分点 after 高于全国0.4.
    pub(crate) fn next_distance(
        &mut self,
        group: &Group,
        lead: &Lead,
        target: usize,
    ) -> Option<usize> {
        let below = lead.gap?;
        let names = self.others(lead.others.clone());
        if names.len() != 1 || group.items.len() != 1 || names[0].0.is_empty() {
            return None;
        }
        self.put_distances(group, lead, names, below, &[target]);
        Some(group.range.end)
    }

    fn put_distances(
        &mut self,
        group: &Group,
        lead: &Lead,
        names: Names,
        below: bool,
        targets: &[usize],
    ) {
        // 降幅分别比全国、全省低3.7、1.3个百分点
        let fall = lead.rate == Some(true)
            || self.tokens()[lead.subject.clone()]
                .last()
                .is_some_and(|rate| rate.is(Class::Rate) && rate.negative(Class::Rate))
            // 比全区平均增速下降幅度小10.4个百分点
            || self.tokens()[lead.others.clone()]
                .last()
                .is_some_and(|rate| rate.is(Class::Rate) && rate.negative(Class::Rate));
        for (((to, own), item), &target) in names.into_iter().zip(&group.items).zip(targets) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let distance = Distance {
                to,
                // 降幅高于全省2.1个百分点: the rate itself lies below.
                digits: signed(
                    &quantity.number.digits,
                    item.negative.unwrap_or(below) ^ fall ^ quantity.number.minus,
                ),
                unit: match quantity.kind {
                    Some(UnitKind::Points | UnitKind::Rate) => None,
                    _ => Some(self.unit(quantity)).filter(|unit| !unit.is_empty()),
                },
                own: own.as_ref().map(figure),
                own_at: own.map(|own| self.bytes(own.at)),
                at: Some(self.bytes(quantity.at.clone())),
            };
            if distance.unit.is_some() {
                self.note_rival(target, &distance.to);
            }
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.gaps.push(distance);
            }
            self.cover(target, lead, item);
            self.carried.distance = Some((below, target));
        }
    }

    /// The benchmarks of a comparison, each with its own figure where brackets hold one.
    pub(crate) fn others(&self, range: Range<usize>) -> Names {
        let mut names: Names = vec![(String::new(), None)];
        let last = range.end;
        for i in range {
            let token = &self.tokens()[i];
            let skip = token.is(Class::Mean)
                || token.is(Class::Each)
                || token.is(Class::Rate)
                || token.is(Class::Adverb) && !token.is(Class::All)
                || ["均", "都", "皆"].contains(&&self.normal.text[token.range()])
                || matches!(token.kind, Kind::Of | Kind::Time(_) | Kind::Rank(_))
                // 比排名末位的湘潭高21.5个百分点
                || token.is(Class::Pole) || token.is(Class::RankVerb)
                // 比最低的铜陵高1.1个百分点
                || ["最低", "最高", "最慢", "最快", "最少", "最多"].contains(&&self.normal.text[token.range()]);
            match token.kind {
                Kind::Pause | Kind::And => names.push((String::new(), None)),
                // 高出整体增速6.9个百分点: all of them are compared with.
                _ if token.is(Class::Mean)
                    && self.normal.text[token.range()].starts_with("整体")
                    && names.last().is_some_and(|(name, _)| name.is_empty()) =>
                {
                    names
                        .last_mut()
                        .into_iter()
                        .for_each(|last| last.0.push_str("整体"));
                }
                _ if skip => {}
                _ => {
                    if let Some((name, _)) = names.last_mut() {
                        // 市内六区 is no 全市六区.
                        let more = last > i + 1 && self.tokens()[i + 1].kind.nominal();
                        name.push_str(&match more {
                            true => self.printed(token.range()),
                            false => self.place_name(i),
                        });
                    }
                }
            }
            let own = self
                .scanned
                .aside_before(i + 1)
                .and_then(|inner| match inner {
                    [
                        Token {
                            kind: Kind::Quantity(quantity),
                            ..
                        },
                    ] => Some(quantity.clone()),
                    _ => None,
                });
            if let (Some(_), Some(last)) = (&own, names.last_mut()) {
                last.1 = own;
            }
        }
        names
    }

    /// A place as it is called: 我省 is 全省.
    pub(crate) fn place_name(&self, i: usize) -> String {
        let token = &self.tokens()[i];
        match token.argument(Class::Scope) {
            "" | "-" => self.printed(token.range()),
            called => called.to_owned(),
        }
    }
}

/// Whether a benchmark is only what was planned.
fn planned(name: &str) -> bool {
    ["目标", "计划", "预期", "任务"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// A benchmark's own figure.
pub(crate) fn figure(own: &Quantity) -> String {
    signed(&own.number.digits, own.number.minus)
}

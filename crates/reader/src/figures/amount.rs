//! What a group of numbers is said of, and how.

use crate::figures::apart_by::PASSES;
use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::clause::{Group, What};
use crate::phrases::comparison::pulled_itself;
use crate::phrases::lead::Lead;
use crate::phrases::measure::contributor;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::phrases::predicate::lead;
use crate::phrases::role::{Role, role};
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    /// Reads a group of numbers; gives the token after what it used, where it could be read.
    pub(crate) fn group(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        if self
            .tokens()
            .get(group.range.end)
            .is_some_and(|token| token.is(Class::Compared))
        {
            // 与2010年的3312568人相比: the earlier figure; what is spoken of stays.
            self.mark(group.range.clone(), Part::Earlier);
            self.compare_with_time(&before);
            return Some(group.range.end + 1);
        }
        if self.compared_with_figure(group, &before) {
            self.mark(group.range.clone(), Part::Earlier);
            let end = self.after_level(group.range.end);
            let basis = self.basis_of_figure(&before);
            self.carried.from_figure = basis.map(|basis| (end, basis));
            return Some(end);
        }
        let read = match group.items.first()?.what {
            What::Rank(_) => self.rank(group, before),
            What::Amount(ref quantity) => {
                let mut quantity = quantity.clone();
                // 恢复到2019年同期的九成: a share, and not so many times as much.
                if self.normal.text[quantity.unit.clone()].ends_with('成') {
                    quantity.kind = Some(UnitKind::Rate);
                }
                self.amount(clause, group, &quantity, before, limit)
            }
        };
        // 是2018年的2.4倍, 为10年来最高: what is spoken of stays.
        let passing = matches!(
            &group.items.first()?.what,
            What::Amount(q) if matches!(q.kind, Some(UnitKind::Times | UnitKind::Degree))
        );
        if let Some(end) = read {
            self.rank_in_brackets(end);
        }
        if read.is_none() && !passing {
            // What follows would be said of what could not be read.
            self.carried.current.clear();
            self.carried.pending = None;
            // 新签约78个,总投资164亿元, where nobody knows what was signed.
            if matches!(&group.items.first()?.what, What::Amount(q) if q.kind == Some(UnitKind::Count))
            {
                self.carried.entity = None;
                self.carried.works = None;
            }
        }
        read
    }

    pub(crate) fn amount(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        first: &Quantity,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        if let Some(end) = self.apart_by(group, first, &before) {
            return Some(end);
        }
        if self.multiple_of_then(first, &before) {
            self.mark(group.range.clone(), Part::Earlier);
            return Some(group.range.end);
        }
        let mut lead = lead(&self.normal.text, self.tokens(), before.clone(), false);
        // 增幅均超过15%: the limit says that it is so of all.
        let from = self
            .tokens()
            .get(group.range.start)
            .map_or(0, |token| token.start);
        let bound = self
            .normal
            .text
            .get(from..first.at.start)
            .unwrap_or_default();
        lead.all |= group.items.len() == 1 && bound.starts_with('均');
        // 青岛、威海和东营进口增速超3成: of each of them.
        let listed = self.tokens()[lead.subject.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause));
        let rate = first.kind == Some(UnitKind::Rate) && lead.rate.is_some();
        lead.all |= listed && rate && group.items.len() == 1 && first.bound != Bound::Exact;
        if !matches!(first.kind, Some(UnitKind::Rate | UnitKind::Times)) {
            // 占地320亩 is no share.
            lead.share = None;
        }
        if first.kind == Some(UnitKind::Times)
            && lead.share.is_some_and(|at| {
                matches!(
                    self.printed(self.tokens()[at].range()).as_str(),
                    "是" | "为"
                )
            })
        {
            // 是全国平均的1.2倍, 为平日的2.3倍
            lead.share = None;
        }
        self.against_the_month_before(&mut lead, &before);
        self.moved_from_its_figure(&mut lead, &before);
        self.settle_basis(&mut lead);
        self.kind_in_the_name(&mut lead);
        lead.target |= self.will_be(&before) || self.goes_by_an_aim(&before);
        self.total_of_all_parts(&lead);
        if self.limits_a_list(clause, group) {
            return None;
        }
        if first.kind == Some(UnitKind::Times) && self.of_a_mean(&before) {
            return Some(group.range.end);
        }
        // 占年计划的58%: how much of the plan was done.
        lead.target &= lead.share.is_none();
        let steps = self.tokens().get(group.range.end).is_some_and(|next| {
            self.normal.text[next.range()].starts_with(['位', '名']) && next.is(Class::Itself)
        });
        // 比上月上升2位, where a rank was told: the steps of the rank.
        let unit = &self.normal.text[first.unit.clone()];
        let climbs = lead.falls.is_some()
            && !lead.reach
            && matches!(unit, "位" | "名" | "个位次" | "个名次" | "个位")
            && match self.phrases.subject(lead.subject.clone(), None) {
                Subject::Carried => true,
                // 评估排名在全省上升33位
                Subject::Named(names) => names.iter().any(|name| {
                    ["排名", "位次", "名次", "排位"]
                        .iter()
                        .any(|rank| name.plain.contains(rank))
                }),
                Subject::Unclear => false,
            };
        // 仅次于1月份的896亿元: another time's figure; what is spoken of stays.
        let second = self.tokens()[before.clone()]
            .iter()
            .any(|token| self.normal.text[token.range()].ends_with("仅次于"));
        if second {
            self.mark(group.range.clone(), Part::Earlier);
            return Some(group.range.end);
        }
        // 14个市增速高于全省平均增速5.7%: the benchmark's own figure.
        let last = before.end.checked_sub(1).and_then(|i| self.tokens().get(i));
        let mean = last.is_some_and(|last| last.is(Class::Rate) || last.is(Class::Mean));
        // 超过全省5.7%增速的还有襄阳
        let after = self.tokens().get(group.range.end..group.range.end + 2);
        let of_it =
            after.is_some_and(|two| two[0].is(Class::Rate) && matches!(two[1].kind, Kind::Of));
        if (mean || of_it) && lead.gap.is_some() && first.kind == Some(UnitKind::Rate) {
            return Some(group.range.end);
        }
        if let Some(end) = self.grew_more(group, &lead, first) {
            return Some(end);
        }
        if let Some(end) = self.net_of_the_new(group, &lead) {
            return Some(end);
        }
        if lead.hushed || steps || climbs || self.of_longer_time(&lead) {
            // 前移3位 says nothing of the indicator, which is spoken of still.
            return Some(group.range.end);
        }
        if lead.earlier {
            self.mark(group.range.clone(), Part::Earlier);
            // 由3.8%降至0.6%: the subject waits for the later figure.
            let subject = match lead.pull {
                // 对全市的贡献率由40%上升至63%: of what was named before.
                Some(_) => self.level_subject(&lead),
                None => self.phrases.subject(lead.subject.clone(), None),
            };
            let count = group.items.len();
            match subject {
                // 城镇化率、绿化率分别由60%、45%提高到65%、48%
                _ if count > 1 => self.wait_for_later(&lead, count),
                Subject::Named(names) => {
                    let name = names.into_iter().next();
                    let whose = |name: Name| match name.plain.starts_with('占') {
                        // 占总产值的比重由14.6%升至23.1%: of what is spoken of.
                        true => self
                            .spoken_of()
                            .map(|said| contributor(&said.name).then(&name)),
                        false => Some(self.share_of_what_is_spoken_of(name)),
                    };
                    let name = name.and_then(whose);
                    let from = lead.subject.clone();
                    self.carried.pending_from = name.clone().map(|name| (name, from));
                    self.carried.pending = name;
                }
                _ => {}
            }
            return Some(group.range.end);
        }
        let words = &self.tokens()[before.clone()];
        if let Some((below, target)) = self.carried.distance.take()
            && first.kind == Some(UnitKind::Points)
            && lead.gap.is_none()
            && words
                .first()
                .is_some_and(|token| matches!(token.kind, Kind::Pause | Kind::And))
        {
            let lead = Lead {
                others: before.start + 1..before.end,
                gap: Some(below),
                ..lead
            };
            return self.next_distance(group, &lead, target);
        }
        let figure = Figure {
            clause,
            group,
            lead: &lead,
            quantity: first,
            limit,
        };
        // 产值同比下降的8户: how many did, and no growth.
        let counts = matches!(first.kind, Some(UnitKind::Count | UnitKind::People));
        if counts && lead.falls.is_some() && words_end_in_of(words) {
            return self.some_of_them(figure);
        }
        if self.is_a_mark_ahead(figure) {
            self.mark(group.range.clone(), Part::Threshold);
            return Some(group.range.end);
        }
        let counted = self.those_within(figure, &before);
        if let Some(end) = counted.or_else(|| self.count_of_the_owner(figure, &before)) {
            return Some(end);
        }
        if self.by(figure) {
            // A、B、C分别以2311亿元、2071亿元、2053亿元列全省第2、3、4位
            // 嘉兴市GDP以250亿元居全省第5位
            // 以17012亿元毫无悬念位列第一
            let after = self.tokens().get(group.range.end..).unwrap_or_default();
            let how = |token: &&Token| token.is(Class::Adverb);
            let ranks = after.iter().take(3).find(|token| !how(token));
            let passes = |next: &Token| PASSES.contains(&&self.normal.text[next.range()]);
            let ranks = ranks.is_some_and(|next| next.is(Class::RankVerb) || passes(next));
            if group.items.len() > 1 || ranks {
                lead.subject.end -= 1;
                // 以1296亿元紧随其后: what follows is no noun that the number counts.
                lead.level |= ranks && first.kind != Some(UnitKind::Rate);
                if ranks && first.kind == Some(UnitKind::Rate) && self.grew_to_its_place(&lead) {
                    lead.rate = Some(false);
                }
            } else if first.kind != Some(UnitKind::Rate) {
                return self.level_by_which(figure);
            }
        }
        // A业和B业增幅最大,分别为22.5%和21.6%
        if group.items.len() > 1
            && lead.each
            && lead.subject.is_empty()
            && let Some(start) = self.carried.before
        {
            let words = &self.tokens()[start..before.start.max(start)];
            let said = words.iter().find(|token| token.is(Class::Rate));
            let said = said.map(|token| token.negative(Class::Rate));
            lead.rate = lead.rate.or(said);
        }
        if first.kind == Some(UnitKind::Rate)
            && let Some(end) = self.rate_after(group)
        {
            return self.growth_before_its_noun(group, &lead, end);
        }
        if self.of_a_benchmark(&lead, first) || self.taken_from(group, &lead, first) {
            return Some(group.range.end);
        }
        pulled_itself(&mut lead, first);
        self.added_to_the_same(&mut lead, first);
        self.growth_without_verb(&mut lead, first);
        self.paced(&mut lead, first);
        // 超额完成目标2.8个百分点: what is spoken of stays.
        let planned = first.kind == Some(UnitKind::Points) && lead.target && lead.falls.is_none();
        if planned && (lead.gap.is_none() || lead.others.is_empty()) {
            return Some(group.range.end);
        }
        let named = self.those_above(&lead, first);
        if let Some(name) = named.or_else(|| self.earned_more(&lead, first)) {
            let target = self.open(vec![name], &lead.subject).first().copied()?;
            self.set_level(target, first);
            self.cover(target, &lead, &group.items[0]);
            return Some(group.range.end);
        }
        if let Some(end) = self.latter_than_former(group, &lead, first) {
            return Some(end);
        }
        match role(&lead, first) {
            Role::Growth => match self.or_in_percent(group, first) {
                Some(rate) => self.grew_by_both(group, &lead, first, rate),
                None => self.growth(group, &lead, first.kind),
            },
            Role::Points => self.points(group, &lead),
            // 领先于宿迁的894.4亿元: the other's own figure.
            Role::Distance if words_end_in_of(words) => Some(group.range.end),
            Role::Distance if self.benchmarked(&lead) => self.distances(group, &lead),
            Role::Distance => None,
            Role::Contribution => self.contribution(group, &lead),
            Role::Multiple => self.multiple(group, &lead),
            Role::Level => self.level(Figure {
                clause,
                group,
                lead: &lead,
                quantity: first,
                limit,
            }),
            Role::Nothing => None,
        }
    }

    /// 二季度还将有6个项目到位外资1.5亿美元: to come.
    fn will_be(&self, before: &Range<usize>) -> bool {
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        words.windows(2).any(|two| {
            let will = self.normal.text[two[0].range()].ends_with('将');
            let done = [Class::Level, Class::Keep, Class::Act, Class::Reach];
            will && done.iter().any(|&class| two[1].is(class))
        })
    }

    /// 是全国平均水平的10倍, 是“十二五”时期的1.6倍: what is spoken of stays.
    fn of_a_mean(&self, before: &Range<usize>) -> bool {
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        match words {
            [.., mean, of] => {
                matches!(of.kind, Kind::Of)
                    && ["水平", "时期", "期间"]
                        .iter()
                        .any(|end| self.normal.text[mean.range()].ends_with(end))
                    && words.iter().any(|it| {
                        self.normal.text[it.range()].starts_with(['是', '为', '达', '相'])
                    })
            }
            _ => false,
        }
    }

    /// Whether what is compared with is a place or a mean: 低 of 低改油茶林 compares nothing.
    pub(crate) fn benchmarked(&self, lead: &Lead) -> bool {
        let others = self.tokens().get(lead.others.clone()).unwrap_or_default();
        others.iter().any(|token| {
            let text = &self.normal.text[token.range()];
            token.is(Class::Scope)
                || token.is(Class::Mean)
                || text.ends_with(['省', '市', '区', '县', '州', '国'])
                || crate::words::places::is_name(text)
        })
    }
}

/// Whether the last of some words is 的.
fn words_end_in_of(words: &[Token]) -> bool {
    words
        .last()
        .is_some_and(|last| matches!(last.kind, Kind::Of))
}

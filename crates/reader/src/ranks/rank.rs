//! Places in rankings: 居全省第3位, 绍兴市第一, 继续保持首位.

use crate::draft::{Draft, Move, signed};
use crate::phrases::clause::{Group, What, item_of};
use crate::phrases::lead::Lead;
use crate::phrases::measure::{judged, whole_measure};
use crate::phrases::phrase::Subject;
use crate::phrases::predicate::lead;
use crate::ranks::before::judged_alone;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};
use halfyear_facts::{Basis, Bound, Ranked};
use std::ops::Range;

impl Sentence<'_> {
    pub(crate) fn rank(&mut self, group: &Group, before: Range<usize>) -> Option<usize> {
        let mut lead = lead(&self.normal.text, self.tokens(), before.clone(), true);
        // 由一季度的全省第四升至全省第二
        lead.earlier |= self
            .tokens()
            .get(group.range.end)
            .is_some_and(|next| next.is(Class::Reach))
            && self.tokens()[before.clone()]
                .iter()
                .any(|token| token.is(Class::From));
        if lead.earlier {
            // 由全市第12位上升到第6位: the later place is the one.
            if let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), None)
                && let [name] = names.as_slice()
                && !judged_alone(&name.plain)
            {
                // 费县GDP增幅由第26名跃升至第5名,罗庄区由第35名跃升至第10名
                let short = name.first(rateless(&name.plain).chars().count());
                let measure = whole_measure(&short);
                self.carried.measure = measure.or(self.carried.measure.take());
                self.carried.pending = Some(self.with_tail(name.clone()));
            }
            let within = match self.places(&mut lead).unwrap_or_default().pop() {
                Some(within) => Some(within),
                // 全市排名由第8位升至第3位
                None => lead
                    .subject
                    .rev()
                    .find(|&i| self.tokens()[i].is(Class::Scope))
                    .map(|i| self.place_name(i)),
            };
            self.carried.within = within.or(self.carried.within.take());
            self.mark(group.range.clone(), crate::outcome::audit::Part::Earlier);
            return Some(group.range.end);
        }
        // 占比居全市首位、全省第2位: of the share as well.
        let goes_on = before
            .start
            .checked_sub(2)
            .and_then(|i| self.tokens().get(i..i + 2));
        let goes_on = goes_on.is_some_and(|two| {
            matches!(two[0].kind, Kind::Rank(_)) && matches!(two[1].kind, Kind::Pause)
        });
        if let Some(base) = self.carried.base.take_if(|_| !goes_on) {
            self.carried.current = vec![base];
        }
        // 增速的位次也从垫底升到第7位
        if let [.., from, pole] = self.tokens().get(lead.subject.clone()).unwrap_or_default()
            && from.is(Class::From)
            && pole.is(Class::Pole)
        {
            lead.subject.end -= 2;
        }
        self.leave_out_equals(&mut lead);
        let from_the_end = |i: usize| self.tokens()[i].is(Class::Pole);
        if (lead.from..lead.end).any(from_the_end) {
            return self.rank_from_the_end(group, &lead);
        }
        let count = group.items.len();
        if self.of_the_place_after(group) {
            return Some(group.range.end);
        }
        if self.tells_who(group, &before) {
            return None;
        }
        let mut places = self.places(&mut lead)?;
        if places.is_empty() && group.items.len() == 1 {
            places.extend(self.among_the_same(&lead));
        }
        if let Some(end) = self.rank_of_what_follows(group, &lead, &places) {
            return Some(end);
        }
        if let Some(end) = self.holders(group, &lead, &places) {
            return Some(end);
        }
        let each = lead.each
            || self
                .tokens()
                .get(lead.from..lead.end)
                .unwrap_or_default()
                .iter()
                .any(|t| t.is(Class::Each));
        if count == 2
            && let [within] = places.as_slice()
            && let Some(both) = self.size_and_rate(before)
        {
            return self.rank_of_both(group, &lead, within, both);
        }
        // GDP总量3252.7亿元、增速5.9%,分别居全市第二、第一
        if count == 2
            && each
            && lead.subject.is_empty()
            && let ([within], [current]) = (places.as_slice(), self.carried.current.as_slice())
            && self.carried.last_said(2).is_none()
            && self
                .drafts
                .get(*current)
                .is_some_and(|draft| draft.level.is_some() && draft.change.is_some())
        {
            let both = [Ranked::Size, Ranked::Rate];
            return self.rank_of_both(group, &lead, within, both);
        }
        // 24个乡镇中,总量排名:城厢镇52.17亿元,第1位
        let alone = lead.from == lead.end
            && self.carried.within.is_some()
            && matches!(self.carried.current.as_slice(), [one] if *one >= self.carried.sentence);
        if !lead.ranks && lead.subject.is_empty() && lead.others.is_empty() && !alone {
            return None;
        }
        // 7个 of a list that are ranked are no subject.
        if self
            .tokens()
            .get(lead.subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Quantity(_)))
            && self.said_indicators(&lead).is_none()
        {
            return None;
        }
        // A、B分别增长15.6%、14.9%,列第二、三位: one for each of them.
        let each =
            each || count > 1 && self.carried.current.len() == count && lead.subject.is_empty();
        let exact =
            matches!(&group.items[0].what, What::Rank(place) if place.bound == Bound::Exact);
        let goes_on = exact && !self.carried.current.is_empty();
        if goes_on && places.is_empty() && lead.ranks && lead.subject.is_empty() {
            // 排位第2位, and nobody said among whom; what is spoken of stays.
            return Some(group.range.end);
        }
        let distributed = each && count > 1 && places.len() == 1;
        // 在全省和副省级城市中均列第2位
        let alike = count == 1 && places.len() > 1;
        if !distributed && !alike && places.len() != count {
            return None;
        }
        self.carried.within = places.last().cloned();
        for within in &places {
            self.carried.frames.note(within);
        }
        if self.holds_from_here(group) {
            self.carried.always_within = self.carried.within.clone();
        }
        let vague = group
            .items
            .iter()
            .all(|item| matches!(&item.what, What::Rank(place) if place.bound != Bound::Exact));
        // A、B、C分列前三: of as many as there are places.
        let spread = match &group.items[0].what {
            What::Rank(all) if each && count == 1 && vague && self.in_order(&lead) => {
                usize::try_from(all.place).ok()
            }
            _ => None,
        };
        let spread = spread.filter(|places| *places > 1);
        let spread = spread.and_then(|places| self.ranked(&lead, Some(places), false));
        let targets = match spread {
            Some(targets) => targets,
            None => self.ranked(&lead, distributed.then_some(count), vague)?,
        };
        if let Some(end) = self.first_ones(group, &places, &targets, each.then_some(&lead)) {
            return Some(end);
        }
        if distributed {
            // 增速分列全县第二、第三: one rank for each.
            let within = places.first()?;
            if targets.len() != count {
                return None;
            }
            for (target, item) in targets.into_iter().zip(&group.items) {
                self.stand(target, within, item, &lead)?;
            }
            return Some(group.range.end);
        }
        for target in targets {
            // 同比增长12.3%,……两年平均增长1.7%,排名全市第七: of the indicator, not of its mean, where
            // nothing else was compared with that.
            let latest = self.latest(target);
            let mean =
                |draft: &Draft| draft.name.plain.ends_with("两年平均增长") && draft.gaps.is_empty();
            let target = match self.drafts.get(latest).is_some_and(mean) {
                true => {
                    // What follows goes on with the indicator.
                    self.carried.latest = None;
                    target
                }
                false => latest,
            };
            for (i, within) in places.iter().enumerate() {
                self.stand(target, within, item_of(group, i), &lead)?;
            }
            self.rate_in_brackets(target, group, &lead);
        }
        Some(group.range.end)
    }

    /// 在全球前20位货运枢纽机场中, 排名前两位的国家: who they are, not where something stands; nor is
    /// 被评为最佳城市第一位.
    fn tells_who(&self, group: &Group, before: &Range<usize>) -> bool {
        let words = self.tokens().get(before.clone()).unwrap_or_default();
        let said = match words {
            [first, .., last] => &self.normal.text[first.start..last.end],
            [one] => &self.normal.text[one.range()],
            [] => "",
        };
        let judged = said.split_once('被').is_some_and(|(_, by)| {
            ["评为", "列为", "选为"]
                .iter()
                .any(|what| by.contains(what))
        });
        let [item] = group.items.as_slice() else {
            return judged;
        };
        let next = |i: usize| self.tokens().get(group.range.end + i);
        let nominal = |i: usize| next(i).is_some_and(|token| token.kind.nominal());
        let of = next(0).is_some_and(|token| matches!(token.kind, Kind::Of));
        let several = matches!(&item.what, What::Rank(place) if place.bound == Bound::Under);
        let among = words.iter().any(|token| token.is(Class::Prep));
        judged || several && (among && nominal(0) || of && nominal(1) && !self.holds(next(1)))
    }

    /// Whether a word begins who holds a place: 居前三位的[是].
    fn holds(&self, token: Option<&Token>) -> bool {
        let text = |token: &Token| self.normal.text[token.range()].starts_with(['有', '是', '为']);
        token.is_some_and(text)
    }

    /// 固定资产投资增速排全市第一(12.4%): the rate itself.
    fn rate_in_brackets(&mut self, target: usize, group: &Group, lead: &Lead) {
        let words = self.tokens().get(lead.subject.start..lead.end);
        let rate = words
            .unwrap_or_default()
            .iter()
            .rev()
            .find(|token| token.is(Class::Rate));
        let aside = self.scanned.aside_before(group.range.end);
        let (Some(rate), Some(inner)) = (rate, aside) else {
            return;
        };
        let [
            Token {
                kind: Kind::Quantity(quantity),
                ..
            },
        ] = inner
        else {
            return;
        };
        let change = Move {
            digits: signed(
                &quantity.number.digits,
                rate.negative(Class::Rate) || quantity.number.minus,
            ),
            unit: "%".to_owned(),
            basis: Basis::default(),
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        };
        let bytes = self.bytes(quantity.at.clone());
        if let Some(draft) = self.drafts.get_mut(target).filter(|draft| !draft.moves())
            && quantity.kind == Some(UnitKind::Rate)
        {
            draft.change = Some(change);
            draft.name = draft
                .name
                .first(rateless(&draft.name.plain).chars().count());
            draft.key = std::cell::OnceCell::new();
            draft.cover(&bytes);
        }
    }

    /// 居全盟第5位（下同）: the ranks that follow are among the same.
    fn holds_from_here(&self, group: &Group) -> bool {
        let last = self.tokens()[..group.range.end].last();
        let after = last.and_then(|last| self.normal.text.get(last.end..));
        after.is_some_and(|after| {
            after
                .trim_start_matches(['(', '（', '，'])
                .starts_with("下同")
        })
    }

    /// 增速与越城区并列全市第2位: with whom a place is shared says nothing of the indicator.
    fn leave_out_equals(&self, lead: &mut Lead) {
        let alike = self.tokens()[lead.from..lead.end]
            .iter()
            .any(|token| self.normal.text[token.range()].contains("并列"));
        let with = lead.subject.clone().rev().find(|&i| {
            let token = &self.tokens()[i];
            token.is(Class::Than) || matches!(token.kind, Kind::And)
        });
        if let Some(with) = with.filter(|_| alike) {
            lead.subject.end = with;
        }
    }

    /// Those ranked among, one for each rank; `None` where a list of strong ones is meant.
    fn places(&self, lead: &mut Lead) -> Option<Vec<String>> {
        let mut places: Vec<String> = self
            .others(lead.others.clone())
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| !name.is_empty())
            .collect();
        // 位列“千强镇”第206名, 全国百强县第9位: the place is ranked, no indicator.
        let list = ["百强", "千强", "00强", "榜", "名单"];
        // 以5007亿元的GDP居全国百强县首位: the indicator among those of the list.
        let begins = lead.from.checked_sub(1).and_then(|i| self.tokens().get(i));
        let begins = begins.is_none_or(|token| token.kind.breaks());
        if lead.subject.is_empty()
            && begins
            && places
                .iter()
                .any(|place| list.iter().any(|word| place.contains(word)))
        {
            return None;
        }
        if !places.is_empty() {
            return Some(places);
        }
        let subject = lead.subject.clone();
        let tokens = self.tokens().get(subject.clone()).unwrap_or_default();
        let scope = subject
            .clone()
            .rev()
            .find(|&i| self.tokens()[i].is(Class::Scope));
        let first = tokens.first();
        if let Some(scope) = scope.filter(|&scope| {
            // 在我省……考核中继续保持首位
            tokens[..scope - subject.start]
                .iter()
                .any(|token| token.is(Class::Prep))
                || first.is_some_and(|token| matches!(token.kind, Kind::Rivals))
        }) {
            places.push(self.place_name(scope));
            if scope == subject.start {
                lead.subject.start += 1;
            }
        } else if let Some(first) = first
            && first.is(Class::Scope)
            && tokens
                .last()
                .is_some_and(|last| judged(&self.normal.text[last.range()]))
        {
            // 全省重点项目考核排名第7位
            places.push(self.place_name(subject.start));
            lead.subject.start += 1;
        } else if lead.ranks {
            // 海安市增长9.7%,居首位: among those that the others of its kind are.
            let part = self
                .carried
                .current
                .last()
                .is_some_and(|&it| self.of_a_part(it));
            let frames = &self.carried.frames;
            // 全市居全省第6位 says nothing of among whom its counties stand.
            let whole = |within: &String| part && frames.of_whole(within);
            // 四川21市州GDP放榜: a part that leads is no first of the country.
            let compared = self.carried.parts_within.as_ref().filter(|_| part);
            // 位次由第12位退至第16位: nothing else is named.
            let alone = lead.subject.len() < 2;
            let benchmark = self.benchmark_of_the_last().filter(|_| alone);
            let near = benchmark.as_ref().is_some_and(|it| it != "全国") && part;
            let beyond = |within: &String| (compared.is_some() || near) && within == "全国";
            let parts = frames.of_parts().filter(|it| part && !beyond(it));
            let within = self.carried.within.clone();
            let within = within.filter(|it| !whole(it) && !beyond(it));
            let within = within.or(parts).or(compared.cloned());
            let within = within.or(benchmark);
            places.extend(within.or_else(|| self.among_the_counted(part)));
        }
        Some(places)
    }
}

//! Places in rankings: 居全省第3位, 绍兴市第一, 继续保持首位.

use crate::clause::{Group, Item, What};
use crate::draft::{Draft, Standing};
use crate::lead::{Lead, lead};
use crate::lexicon::Class;
use crate::name::Name;
use crate::phrase::Subject;
use crate::said::rateless;
use crate::statement::Sentence;
use crate::token::Kind;
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    pub(crate) fn rank(&mut self, group: &Group, before: Range<usize>) -> Option<usize> {
        let mut lead = lead(&self.normal.text, self.tokens(), before.clone(), true);
        if lead.earlier {
            // 由全市第12位上升到第6位: the later place is the one.
            if let Some(within) = self.places(&mut lead)?.pop() {
                self.carried.within = Some(within);
            }
            return Some(group.range.end);
        }
        if let Some(base) = self.carried.base.take() {
            self.carried.current = vec![base];
        }
        self.leave_out_equals(&mut lead);
        let from_the_end = |i: usize| self.tokens()[i].is(Class::Pole);
        if (lead.from..lead.end).any(from_the_end) {
            // 全省倒数第二 is the place that nobody counts; what is spoken of stays.
            return Some(group.range.end);
        }
        let count = group.items.len();
        let places = self.places(&mut lead)?;
        let each = lead.each
            || self
                .tokens()
                .get(lead.from..lead.end)
                .unwrap_or_default()
                .iter()
                .any(|t| t.is(Class::Each));
        if count == 2
            && let [within] = places.as_slice()
            && self.size_and_rate(before)
        {
            return self.rank_of_both(group, &lead, within.clone());
        }
        if !lead.ranks && lead.subject.is_empty() && lead.others.is_empty() {
            return None;
        }
        // 7个 of a list that are ranked are no subject.
        if self
            .tokens()
            .get(lead.subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Quantity(_)))
        {
            return None;
        }
        let distributed = each && count > 1 && places.len() == 1;
        if !distributed && places.len() != count {
            return None;
        }
        let vague = group
            .items
            .iter()
            .all(|item| matches!(&item.what, What::Rank(place) if place.bound != Bound::Exact));
        let targets = self.ranked(&lead, distributed.then_some(count), vague)?;
        self.carried.within = places.last().cloned();
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
            let target = self.latest(target);
            for (within, item) in places.iter().zip(&group.items) {
                self.stand(target, within, item, &lead)?;
            }
        }
        Some(group.range.end)
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
        if lead.subject.is_empty()
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
            places.extend(self.carried.within.clone());
        }
        Some(places)
    }

    /// The statements that a rank is of: what was said of the same before, else new ones.
    fn ranked(&mut self, lead: &Lead, several: Option<usize>, vague: bool) -> Option<Vec<usize>> {
        let (subject, rate) = self.without_rate(lead.subject.clone());
        let listed = self.tokens()[subject.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let judged_whole = self.tokens()[subject.clone()]
            .last()
            .is_some_and(|last| judged(&self.normal.text[last.range()]));
        let count = several.or_else(|| self.listed(&subject, lead));
        let read = match listed && !judged_whole {
            true => self.phrases.subject(subject.clone(), count.or(Some(1))),
            false if subject.is_empty() => Subject::Carried,
            false => self.phrases.subject(subject.clone(), None),
        };
        let names = match read {
            Subject::Unclear => return None,
            Subject::Carried => {
                return self.carried_ranked(lead, several);
            }
            Subject::Named(names) => names,
        };
        if several.is_some_and(|count| count != names.len()) {
            return None;
        }
        let mut names: Vec<Name> = names.into_iter().map(before_et_cetera).collect();
        let after = self.tokens().get(subject.end).map(|token| token.range());
        if judged_whole
            && let ([name], Some(after)) = (names.as_mut_slice(), after)
            && name.plain.ends_with("综合")
            && &self.normal.text[after.clone()] == "排名"
        {
            *name = name.then(&self.phrases.name_of(after));
        }
        let names = match names.len() {
            1 => names,
            _ => self.whole_names(lead, names),
        };
        let whole = lead.subject.start..subject.end;
        let mut targets = Vec::new();
        for name in names {
            // 增速 ranks what was said; alone it is the rank of the rate.
            let short = rateless(&name.plain).chars().count();
            let bare = name.first(short);
            let known = self.said(&bare).or_else(|| self.known(&name));
            let target = match known {
                Some(known) => known,
                // A、B等指标增速居前三: too little for facts of their own.
                None if listed && vague => continue,
                None => {
                    let rate = rate.clone().filter(|_| short == name.plain.chars().count());
                    let name = match rate {
                        Some(rate) => name.then(&rate),
                        None => self.owned_rate(name),
                    };
                    self.open(vec![name], &whole).first().copied()?
                }
            };
            targets.push(target);
        }
        self.carried.pending = None;
        self.carried.current = targets.clone();
        Some(targets)
    }

    /// 完成率, 增量 alone is that of what was spoken of.
    fn owned_rate(&self, name: Name) -> Name {
        let short = name.plain.ends_with('率') && name.plain.chars().count() == 3
            || matches!(name.plain.as_str(), "增量" | "单产" | "增加额");
        let known = halfyear_catalogue::find(&name.plain).is_some();
        match self.carried.current.as_slice() {
            [current] if short && !known => self.drafts[*current].name.then(&name),
            _ => name,
        }
    }

    fn carried_ranked(&mut self, lead: &Lead, several: Option<usize>) -> Option<Vec<usize>> {
        if let Some(count) = several {
            let chain = &self.carried.chain;
            let from = chain.len().checked_sub(count)?;
            return chain.get(from..).map(<[usize]>::to_vec);
        }
        if let Some(pending) = self.carried.pending.take() {
            let at = lead.from..lead.from;
            return Some(match self.said(&pending) {
                Some(known) => {
                    self.carried.current = vec![known];
                    vec![known]
                }
                None => self.open(vec![pending], &at),
            });
        }
        let current = self.carried.current.clone();
        (!current.is_empty()).then_some(current)
    }

    /// How many names a list before a rank has: 和 parts it only where all are ranked alike.
    fn listed(&self, subject: &Range<usize>, lead: &Lead) -> Option<usize> {
        let tokens = &self.tokens()[subject.clone()];
        let pauses = tokens
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause))
            .count();
        let last = tokens
            .iter()
            .rev()
            .find(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let and = last.is_some_and(|token| matches!(token.kind, Kind::And));
        let alike = pauses > 0
            || lead.all
            || self.tokens()[subject.end..lead.end].iter().any(|token| {
                token.is(Class::All)
                    || matches!(token.kind, Kind::Several)
                    || token.is(Class::RankVerb)
                        && self.normal.text[token.range()].starts_with('均')
            });
        alike.then_some(1 + pauses + usize::from(and))
    }

    /// The subject without 增速, 总量 and 3项指标 at its end, and the noun of the rate.
    fn without_rate(&self, subject: Range<usize>) -> (Range<usize>, Option<Name>) {
        let mut subject = self.phrases.trimmed(subject);
        let mut rate = None;
        while let Some(last) = subject.end.checked_sub(1).filter(|&i| i >= subject.start) {
            let token = &self.tokens()[last];
            let before = last
                .checked_sub(1)
                .filter(|&i| i >= subject.start)
                .map(|i| &self.tokens()[i].kind);
            // 五星数量 is a name of its own; 总量及增速 stands for what was named.
            let alone = before.is_none_or(|kind| matches!(kind, Kind::And | Kind::Pause));
            if token.is(Class::Rate) {
                rate = Some(self.phrases.name_of(token.range()));
            } else if !(matches!(token.kind, Kind::Several | Kind::And | Kind::Pause)
                || token.is(Class::Itself) && alone
                || token.is(Class::All)
                || token.is(Class::Adverb))
            {
                break;
            }
            subject.end = last;
        }
        (subject, rate)
    }

    /// Gives a statement a place in a ranking.
    fn stand(&mut self, target: usize, within: &str, item: &Item, lead: &Lead) -> Option<()> {
        let What::Rank(place) = &item.what else {
            return Some(());
        };
        let standing = Standing {
            within: within.to_owned(),
            place: place.place,
            bound: place.bound,
            at: self.bytes(self.tokens()[item.token].range()),
        };
        let draft = self.drafts.get_mut(target)?;
        let said = draft
            .ranks
            .iter()
            .find(|known| known.within == standing.within);
        let target = match said {
            None => {
                draft.ranks.push(standing);
                target
            }
            Some(said) if said.place == standing.place && !lead.itself => target,
            // 总量居全省第二,增速居全省首位: the rate's rank is a statement of its own.
            Some(_) => {
                let rate = Draft {
                    name: draft.name.and("增速"),
                    time: draft.time,
                    bytes: draft.bytes.clone(),
                    ranks: vec![standing],
                    ..Draft::default()
                };
                self.drafts.push(rate);
                self.drafts.len() - 1
            }
        };
        self.cover(target, lead, item);
        Some(())
    }

    /// Whether 总量和增速 is what is ranked.
    fn size_and_rate(&self, before: Range<usize>) -> bool {
        let words = self.tokens().get(before).unwrap_or_default();
        let size = words.iter().position(|token| {
            token.is(Class::Itself) && !token.is(Class::RankVerb) && !token.is(Class::Each)
        });
        size.is_some_and(|size| {
            size <= 1
                && matches!(
                    words.get(size + 1..),
                    Some([and, rate, ..])
                        if matches!(and.kind, Kind::And | Kind::Pause) && rate.is(Class::Rate)
                )
        })
    }

    /// 总量和增速分别居全市第2、第1位: the rate's rank is a statement of its own.
    fn rank_of_both(&mut self, group: &Group, lead: &Lead, within: String) -> Option<usize> {
        let &[target] = self.carried.current.as_slice() else {
            return None;
        };
        let draft = self.drafts.get(target)?;
        let rate = Draft {
            name: draft.name.and("增速"),
            time: draft.time,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        self.drafts.push(rate);
        for (target, item) in [target, self.drafts.len() - 1]
            .into_iter()
            .zip(&group.items)
        {
            self.stand(target, &within, item, lead)?;
        }
        Some(group.range.end)
    }
}

/// Whether words name something that is judged as a whole: 经济指标综合排名, 高质量发展考核.
pub(crate) fn judged(words: &str) -> bool {
    [
        "考核",
        "评比",
        "评价",
        "测评",
        "综合排名",
        "综合",
        "评估",
        "竞赛",
    ]
    .iter()
    .any(|end| words.ends_with(end))
}

/// 科技服务业营收等 before 8项指标: only what is named.
fn before_et_cetera(name: Name) -> Name {
    match name.plain.rsplit_once('等') {
        Some((before, rest))
            if before.chars().count() > 1 && (rest.is_empty() || rest.ends_with("指标")) =>
        {
            name.first(before.chars().count())
        }
        _ => name,
    }
}

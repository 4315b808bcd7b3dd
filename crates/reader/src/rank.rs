//! Places in rankings: 居全省第3位, 绍兴市第一, 继续保持首位.

use crate::clause::{Group, What};
use crate::draft::{Draft, Standing};
use crate::lead::{Lead, lead};
use crate::lexicon::Class;
use crate::phrase::Subject;
use crate::statement::Sentence;
use crate::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    pub(crate) fn rank(&mut self, group: &Group, before: Range<usize>) -> Option<usize> {
        let lead = lead(&self.normal.text, self.tokens(), before.clone(), true);
        if let Some(base) = self.carried.base.take() {
            self.carried.current = vec![base];
        }
        let mut places: Vec<String> = self
            .others(lead.others.clone())
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| !name.is_empty())
            .collect();
        let mut subject = lead.subject.clone();
        // 位列“千强镇”第206名, 全国百强县第9位: the place is ranked, no indicator.
        let list = ["百强", "千强", "00强", "榜", "名单"];
        if subject.is_empty()
            && places
                .iter()
                .any(|place| list.iter().any(|word| place.contains(word)))
        {
            return None;
        }
        if places.is_empty() {
            // 在我省……考核中继续保持首位
            let scope = subject
                .clone()
                .rev()
                .find(|&i| self.tokens()[i].is(Class::Scope));
            let in_phrase = scope.filter(|&i| {
                self.tokens()
                    .get(subject.start..i)
                    .unwrap_or_default()
                    .iter()
                    .any(|token| token.is(Class::Prep))
            });
            if let Some(scope) = in_phrase {
                places.push(self.place_name(scope));
            } else if lead.ranks {
                places.extend(self.carried.within.clone());
            }
        }
        let each = lead.each
            || self
                .tokens()
                .get(lead.from..lead.end)
                .unwrap_or_default()
                .iter()
                .any(|t| t.is(Class::Each));
        let count = group.items.len();
        if count == 2 && places.len() == 1 && self.size_and_rate(before) {
            return self.rank_of_both(group, &lead, places.pop()?);
        }
        if each && count > 1 && places.len() == 1 {
            // 增速分列全县第二、第三: one rank for each of the last statements.
            let chain = &self.carried.chain;
            let last = chain
                .len()
                .checked_sub(count)
                .and_then(|from| chain.get(from..))?
                .to_vec();
            let carried = matches!(
                self.phrases.subject(lead.subject.clone(), None),
                Subject::Carried
            );
            let within = places.pop().filter(|_| carried)?;
            for (target, item) in last.into_iter().zip(&group.items) {
                let What::Rank(place) = &item.what else {
                    continue;
                };
                let at = self.bytes(self.tokens()[item.token].range());
                let standing = Standing {
                    within: within.clone(),
                    place: place.place,
                    bound: place.bound,
                    at,
                };
                self.drafts.get_mut(target)?.ranks.push(standing);
                self.cover(target, &lead, item);
            }
            return Some(group.range.end);
        }
        if places.len() != count {
            return None;
        }
        if !lead.ranks && subject.is_empty() && lead.others.is_empty() {
            return None;
        }
        // 7个 of a list that are ranked are no subject.
        if self
            .tokens()
            .get(subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Quantity(_)))
        {
            return None;
        }
        self.carried.within = places.last().cloned();
        if subject.is_empty() {
            subject = lead.from..lead.from;
        }
        let several = self
            .tokens()
            .get(subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let targets = match self
            .phrases
            .subject(subject.clone(), several.then_some(count))
        {
            Subject::Unclear => return None,
            Subject::Carried => {
                if let Some(pending) = self.carried.pending.take() {
                    self.open(vec![pending], &subject)
                } else {
                    self.carried.current.clone()
                }
            }
            Subject::Named(names) => match names.as_slice() {
                [name] if self.known(name).is_some() => {
                    self.carried.current = self.known(name).into_iter().collect();
                    self.carried.current.clone()
                }
                _ => self.open(names, &subject),
            },
        };
        if targets.is_empty() {
            return None;
        }
        for target in targets {
            let second = self.latest(target);
            let compared = self
                .drafts
                .get(second)
                .is_some_and(|draft| !draft.gaps.is_empty());
            let target = if compared || lead.itself {
                second
            } else {
                target
            };
            for (within, item) in places.iter().zip(&group.items) {
                let What::Rank(place) = &item.what else {
                    continue;
                };
                let token = &self.tokens()[item.token];
                let standing = Standing {
                    within: within.clone(),
                    place: place.place,
                    bound: place.bound,
                    at: self.bytes(token.range()),
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
                self.cover(target, &lead, item);
            }
        }
        Some(group.range.end)
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
            let What::Rank(place) = &item.what else {
                return None;
            };
            let at = self.bytes(self.tokens()[item.token].range());
            let standing = Standing {
                within: within.clone(),
                place: place.place,
                bound: place.bound,
                at,
            };
            self.drafts.get_mut(target)?.ranks.push(standing);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }
}

//! Growth whose number stands before its noun: 以9.2%的GDP增速, 保持8.2%的增长.

use crate::draft::{Move, signed};
use crate::figures::change::percent;
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Where 的增速 ends after a number: 9.2%的[GDP]增速.
    pub(crate) fn rate_after(&self, group: &Group) -> Option<usize> {
        let of = group.range.end;
        if !matches!(self.tokens().get(of)?.kind, Kind::Of) {
            return None;
        }
        // 8.2%的较快增长, 8.2%的正增长: how it grew is no name.
        let how = |token: &Token| {
            token.is(Class::Basis)
                || token.is(Class::Adverb)
                || matches!(&self.normal.text[token.range()], "正" | "速度" | "较高速度")
        };
        let rate = (of + 1..of + 4).find(|&i| {
            let token = self.tokens().get(i);
            token.is_none_or(|token| !token.kind.nominal() && !how(token))
        })?;
        // 超六成的县增速快于全省平均水平: how many of them.
        let (doers, _) = self.phrases.after(of + 1, rate);
        if Lexicon::get().is_one_of(Noun::Doers, &doers.plain) {
            return None;
        }
        let after = self.tokens().get(rate + 1);
        // 8%以上的增速目标 is no rate that was.
        let follows = |token: &Token| {
            let word = &self.normal.text[token.range()];
            [
                "紧随", "紧跟", "领跑", "领先", "位居", "交出", "跑出", "仅次", "力压", "反超",
            ]
            .iter()
            .any(|verb| word.starts_with(verb))
        };
        let aim = after.is_some_and(|token| {
            token.is(Class::Target) || token.kind.nominal() && !follows(token)
        });
        let token = self.tokens().get(rate)?;
        let verb = (token.is(Class::Rise) || token.is(Class::Fall))
            && self.tokens()[of + 1..rate].iter().all(how)
            && after.is_none_or(|token| token.kind.breaks());
        ((token.is(Class::Rate) || verb) && !aim).then_some(rate + 1)
    }

    /// 以9.2%的GDP增速: what grew stands between the number and 增速, or was named before.
    pub(crate) fn growth_before_its_noun(
        &mut self,
        group: &Group,
        lead: &Lead,
        end: usize,
    ) -> Option<usize> {
        // 1.0%的涨幅中: the growth told before, taken apart; 高于投资6%的平均增速 compares.
        if lead.gap.is_some()
            || self
                .tokens()
                .get(end)
                .is_some_and(|token| token.is(Class::PrepEnd))
        {
            return None;
        }
        let noun = group.range.end + 1..end - 1;
        let how = !self.tokens()[end - 1].is(Class::Rate);
        let named = match how {
            true => Subject::Carried,
            false => self.phrases.subject(noun.clone(), None),
        };
        if group.items.len() > 1 {
            return self.rates_of_each(group, lead, named, end);
        }
        let item = &group.items[0];
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let target = match named {
            Subject::Named(names) => {
                let whose = self.who_by(&lead.subject);
                let names = names.into_iter().map(|name| self.headed(name));
                let names: Vec<Name> = names.map(|name| whose.then(&name)).collect();
                self.open(names, &noun).first().copied()?
            }
            // 以5.0%的增速: what was spoken of; a name before 以 is whose rate it is.
            // A clause between may have turned to something else.
            _ if self.carried.before.is_some()
                && self.phrases.subject(lead.subject.clone(), None) == Subject::Carried =>
            {
                return None;
            }
            _ => {
                // 投资保持8.2%的增长
                let mut lead = lead.clone();
                lead.subject.end = self.without_keeping(&lead.subject);
                let target = *self.targets(&lead, 1)?.first()?;
                // 延津县以18.4%的增速: by what the places are measured.
                let draft = self.drafts.get(target).filter(|draft| !draft.says());
                if let Some(name) = draft.map(|draft| draft.name.clone()) {
                    let name = self.with_tail(name);
                    self.drafts.get_mut(target)?.name = name;
                }
                target
            }
        };
        let last = self.tokens().get(end - 1)?;
        let falls = last.negative(Class::Rate) || how && last.is(Class::Fall);
        self.tell(target, lead, item, self.grown(lead, quantity, falls))?;
        Some(end)
    }

    /// 投资、消费分别保持15.2%和9.8%的增长: a rate for each.
    fn rates_of_each(
        &mut self,
        group: &Group,
        lead: &Lead,
        named: Subject,
        end: usize,
    ) -> Option<usize> {
        let count = group.items.len();
        let mut lead = lead.clone();
        lead.subject.end = self.without_keeping(&lead.subject);
        let last = self.tokens().get(end - 1)?;
        let falls = last.negative(Class::Rate) || last.is(Class::Fall);
        let targets = match named {
            // A市、B县以12.3%和11.8%的财政收入增速
            Subject::Named(names) => {
                let [measure] = names.as_slice() else {
                    return None;
                };
                let whose = self.phrases.subject(lead.subject.clone(), Some(count));
                let Subject::Named(whose) = whose else {
                    return None;
                };
                let names = whose.iter().map(|whose| whose.then(measure)).collect();
                self.carried.measure = Some(measure.clone());
                self.open(names, &lead.subject)
            }
            _ => self.targets(&lead, count)?,
        };
        if targets.len() != count {
            return None;
        }
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            self.tell(target, &lead, item, self.grown(&lead, quantity, falls))?;
        }
        Some(end)
    }

    /// 广安以8.0%的GDP增速: the part or place whose rate it is.
    fn who_by(&self, subject: &Range<usize>) -> Name {
        let by = subject
            .clone()
            .rev()
            .find(|&i| &self.normal.text[self.tokens()[i].range()] == "以");
        let owner = by.map(|by| self.phrases.owner(subject.start..by));
        let lexicon = Lexicon::get();
        owner
            .filter(|owner| {
                crate::words::places::is_name(&owner.plain)
                    || lexicon.ends_in(Noun::Agent, &owner.plain)
                    || lexicon.ends_in(Noun::Category, &owner.plain)
            })
            .unwrap_or_default()
    }

    /// 投资增速由一季度的3.2%提高到6.5%: the later rate is the growth of what was named.
    pub(crate) fn rate_that_reached(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let alone = lead.reach && lead.subject.is_empty();
        if !alone || first.kind != Some(UnitKind::Rate) {
            return None;
        }
        let waiting = self.carried.pending.as_ref()?;
        let rateless = rateless(&waiting.plain);
        let name = waiting.first(rateless.chars().count());
        let growth = ["增速", "增幅", "涨幅", "增长率", "增长速度"];
        let falls = waiting.plain.ends_with("降幅");
        let named = falls || growth.iter().any(|end| waiting.plain.ends_with(end));
        let rate = named && rateless.len() < waiting.plain.len();
        if !rate {
            return None;
        }
        self.carried.pending = None;
        let target = self.open(vec![name], &lead.subject).first().copied()?;
        self.tell(
            target,
            lead,
            &group.items[0],
            self.grown(lead, first, falls),
        )?;
        Some(group.range.end)
    }

    /// A growth in percent as a number says it.
    fn grown(&self, lead: &Lead, quantity: &Quantity, falls: bool) -> Move {
        Move {
            digits: signed(
                &percent(quantity, &self.normal.text),
                falls || quantity.number.minus,
            ),
            unit: "%".to_owned(),
            basis: lead.basis.unwrap_or_default(),
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        }
    }

    /// Where the name ends before 保持 or 以.
    fn without_keeping(&self, subject: &Range<usize>) -> usize {
        let keeps = |&i: &usize| {
            let word = &self.normal.text[self.tokens()[i].range()];
            !matches!(
                word,
                "录得"
                    | "取得"
                    | "保持"
                    | "保持了"
                    | "维持"
                    | "维持了"
                    | "实现"
                    | "实现了"
                    | "以"
                    | "了"
            )
        };
        let name = subject.clone().rev().find(keeps);
        name.map_or(subject.start, |last| last + 1)
    }
}

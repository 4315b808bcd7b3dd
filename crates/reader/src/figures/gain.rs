//! How many came or went: 市场主体新增8681户 are new ones, 企业净增35家 and 新增19家 after how many
//! there are move that number.

use crate::draft::{Move, signed};
use crate::phrases::basis::{added, basis};
use crate::phrases::clause::{Group, Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Basis;

impl Sentence<'_> {
    /// 全市市场主体新增8681户: 全市新增市场主体.
    pub(crate) fn new_ones(&self, name: Name, lead: &Lead) -> Name {
        let Some(new) = lead.new_ones.and_then(|at| self.tokens().get(at)) else {
            return name;
        };
        let new = self.phrases.name_of(new.range());
        let place = match name.plain.starts_with('全') {
            true => 2,
            false => 0,
        };
        let rest = name.last(name.plain.chars().count().saturating_sub(place));
        name.first(place).then(&new).then(&rest)
    }

    /// 沙湾县贷款余额403亿元,贷款新增37亿元: whose the same was that this sentence just told of.
    pub(crate) fn whose_new_ones(&self, name: &Name, lead: &Lead) -> Option<Name> {
        lead.new_ones?;
        let before = &self.spoken_of()?.name;
        let at = before
            .plain
            .find(name.plain.as_str())
            .filter(|at| *at > 0)?;
        let letters = before.plain[..at].chars().count();
        let lexicon = Lexicon::get();
        (2..=letters).rev().map(|n| before.first(n)).find(|owner| {
            crate::words::places::is_name(&owner.plain)
                || lexicon.ends_in(Noun::Agent, &owner.plain)
        })
    }

    /// The name without 新增 and the like before it, or before whose they are.
    pub(crate) fn without_keep(&self, name: &Name) -> Name {
        let place = match name.plain.starts_with('全') {
            true => 2,
            false => 0,
        };
        let total = name.plain.chars().count();
        let rest = name.last(total.saturating_sub(place));
        let cut = [
            "新增",
            "净增",
            "新认定",
            "新培育",
            "新登记",
            "新设立",
            "新设",
            "新引进",
            "新建",
        ]
        .iter()
        .find(|word| rest.plain.starts_with(**word))
        .map(|word| word.chars().count());
        match cut {
            Some(cut) => name.first(place).then(&rest.last(total - place - cut)),
            None => name.clone(),
        }
    }

    /// 同比16.6%, 两年平均9.1%, 绥口则为-6.8%: what is compared or signed moved, though no verb says so.
    pub(crate) fn growth_without_verb(&self, lead: &mut Lead, quantity: &Quantity) {
        let rate = quantity.kind == Some(UnitKind::Rate);
        let otherwise = lead.falls.is_some()
            || lead.rate.is_some()
            || lead.reach
            || lead.gap.is_some()
            || lead.share.is_some()
            || lead.pull.is_some();
        if !rate || otherwise {
            return;
        }
        let subject = lead.subject.clone();
        // 增15.1%,两年平均16.6%: nothing but the comparison stands before the number.
        if lead.basis.is_none()
            && self.phrases.trimmed(lead.subject.clone()).is_empty()
            && let Some(at) = lead
                .subject
                .clone()
                .find(|&i| self.tokens()[i].is(Class::Basis))
        {
            let basis = basis(self.tokens()[at].argument(Class::Basis));
            lead.basis = Some(basis);
            let mean = matches!(basis, Basis::TwoYearAverage | Basis::AnnualAverage);
            lead.kind = mean.then_some(at);
            lead.subject = lead.subject.end..lead.subject.end;
        }
        let compared = lead.basis.is_some() && !lead.level;
        let signed = || {
            let name = self.phrases.name(subject.clone()).plain;
            quantity.number.minus && !name.ends_with(['率', '比', '值'])
        };
        if compared || signed() {
            lead.falls = Some(false);
        }
    }

    /// 新增企业4家,累计新增94家: the same of a longer time, which the text does not name.
    pub(crate) fn of_longer_time(&self, lead: &Lead) -> bool {
        let start = lead.from.min(lead.subject.start);
        let words = self.tokens().get(start..lead.end).unwrap_or_default();
        let text = |token: &Token| &self.normal.text[token.range()];
        let known = self
            .spoken_of()
            .is_some_and(|draft| draft.name.plain.starts_with("新增"));
        known
            && words.iter().any(|token| text(token).starts_with("累计"))
            && words.iter().any(|token| added(text(token)))
            && !words.iter().any(|token| token.kind.nominal())
    }

    /// 增加9千人或0.08%: the rate, where both are told.
    pub(crate) fn or_in_percent(&self, group: &Group, first: &Quantity) -> Option<Quantity> {
        let [or, rate, ..] = self.tokens().get(group.range.end..)? else {
            return None;
        };
        match &rate.kind {
            Kind::Quantity(rate)
                if rate.kind == Some(UnitKind::Rate)
                    && first.kind != rate.kind
                    && &self.normal.text[or.range()] == "或" =>
            {
                Some(rate.clone())
            }
            _ => None,
        }
    }

    /// Reads a growth told as an amount and as a rate: the rate, and the amount beside it.
    pub(crate) fn grew_by_both(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
        rate: Quantity,
    ) -> Option<usize> {
        let [item] = group.items.as_slice() else {
            return None;
        };
        let end = group.range.end + 2;
        let kind = rate.kind;
        let both = Group {
            items: vec![Item {
                what: What::Amount(rate),
                token: end - 1,
                negative: item.negative,
            }],
            range: group.range.start..end,
        };
        self.growth(&both, lead, kind)?;
        let beside = self.bytes(first.at.clone());
        let target = *self.carried.current.last()?;
        self.drafts.get_mut(target)?.besides.push(beside);
        Some(end)
    }

    /// 比年初增加2282亿元,同比多增226亿元: how much more was added than a year ago, which is a change
    /// of what was added; gives the token after it.
    pub(crate) fn grew_more(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let [current] = *self.carried.current.as_slice() else {
            return None;
        };
        let words = self.tokens().get(lead.from..lead.end)?;
        let verb = words.iter().rev().find(|token| token.is(Class::Hush))?;
        let less = match &self.normal.text[verb.range()] {
            "多增" | "多增加" | "同比多增" => false,
            "少增" | "少增加" | "同比少增" => true,
            _ => return None,
        };
        let amount = matches!(
            first.kind,
            Some(UnitKind::Money | UnitKind::People | UnitKind::Count)
        );
        let [item] = group.items.as_slice() else {
            return None;
        };
        let draft = self.drafts.get(current).filter(|_| amount)?;
        let own = self.grew_more_itself(lead);
        let flow = ["新增", "净增"]
            .iter()
            .any(|new| draft.name.plain.contains(new));
        let told = draft
            .change
            .as_ref()
            .is_some_and(|change| change.unit != "%");
        let target = match (flow, told) {
            _ if let Some(own) = own => self.alone(own.and("新增额"), &(0..0)),
            (true, false) if draft.change.is_none() => current,
            (false, true) => self.alone(draft.name.and("新增额"), &(0..0)),
            _ => return None,
        };
        let change = Move {
            digits: signed(&first.number.digits, less),
            unit: self.unit(first),
            basis: lead.basis.unwrap_or_default(),
            bound: first.bound,
            at: Some(self.bytes(first.at.clone())),
        };
        self.drafts.get_mut(target)?.change = Some(change);
        self.cover(target, lead, item);
        Some(group.range.end)
    }

    /// 新增企业14家,净增7家: how many more there are now, which is no growth of how many came.
    pub(crate) fn net_of_the_new(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let [current] = *self.carried.current.as_slice() else {
            return None;
        };
        let [item] = group.items.as_slice() else {
            return None;
        };
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let verb = lead.end.checked_sub(1)?;
        let net = &self.normal.text[self.tokens().get(verb)?.range()] == "净增";
        let subject = self.phrases.trimmed(lead.subject.clone());
        let counts = matches!(quantity.kind, Some(UnitKind::Count | UnitKind::People));
        if !net || !counts || !(subject.is_empty() || subject == (verb..lead.end)) {
            return None;
        }
        let name = &self.drafts.get(current)?.name;
        let place = if name.plain.starts_with('全') { 2 } else { 0 };
        let all = self.without_keep(name);
        let new = all != *name && !name.plain.contains("净增");
        let rest = all.last(all.plain.chars().count().checked_sub(place)?);
        let own = all.first(place).and("净增").then(&rest);
        let target = new.then(|| self.alone(own, &(0..0)))?;
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        Some(group.range.end)
    }

    /// 存款比年初增加20亿元,同比多增3亿元,其中定期存款同比多增2亿元: the part that this was added to.
    fn grew_more_itself(&self, lead: &Lead) -> Option<Name> {
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let lent = ["存款", "贷款", "余额"];
        let ends = lent.iter().any(|end| name.plain.ends_with(end));
        (ends && name.plain.chars().count() > 2).then_some(name)
    }

    /// 农民人均增收2300元: how much more each of them earned, which is no growth of anything told.
    pub(crate) fn earned_more(&self, lead: &Lead, quantity: &Quantity) -> Option<Name> {
        let words = self.tokens().get(lead.subject.end..lead.end)?;
        let more = words
            .iter()
            .any(|token| self.normal.text[token.range()].starts_with("增收"));
        if !more || quantity.kind != Some(UnitKind::Money) {
            return None;
        }
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let each = ["人均", "户均"].iter().any(|end| name.plain.ends_with(end));
        let whose = name.plain.chars().count() > 3;
        (each && whose).then(|| name.and("增收"))
    }

    /// 规上企业252家,新增19家: how many came to what was counted just before.
    pub(crate) fn added_to_the_same(&self, lead: &mut Lead, quantity: &Quantity) {
        if lead.falls.is_some() {
            return;
        }
        let words = self.phrases.trimmed(lead.subject.clone());
        let [only] = self.tokens().get(words.clone()).unwrap_or_default() else {
            return;
        };
        let word = &self.normal.text[only.range()];
        if !added(word) {
            return;
        }
        // 平均每天新增18户
        let each = |token: &Token| {
            let text = &self.normal.text[token.range()];
            text.contains(['每', '均']) && token.is(Class::Adverb)
        };
        if self.tokens()[lead.subject.clone()].iter().any(each) {
            return;
        }
        if self.new_in_a_time(lead) {
            return;
        }
        let unit = self.unit(quantity);
        let same = self.spoken_of().is_some_and(|draft| {
            let level = draft.level.as_ref();
            level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
                && draft.change.is_none()
        });
        let next = self.tokens().get(lead.end + 1);
        let noun = next.is_some_and(|token| token.kind.nominal());
        if same && !noun {
            lead.falls = Some(word.contains('减'));
            lead.added = true;
            lead.subject = words.end..words.end;
            lead.from = words.start;
        }
    }

    /// Whether a number is of those that came in a time, or among the others: 当年新增51户.
    fn new_in_a_time(&self, lead: &Lead) -> bool {
        let said = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        // 规上企业27户,其中新增3户
        let among = lead.from.min(lead.subject.start);
        let before = self.tokens().get(among.saturating_sub(1)..lead.subject.end);
        let mut before = before.unwrap_or_default().iter();
        let among = before.any(|token| self.normal.text[token.range()].starts_with("其中"));
        let timed = among || said.iter().any(|token| matches!(token.kind, Kind::Time(_)));
        let last = said.last().map(|last| &self.normal.text[last.range()]);
        timed && last == Some("新增")
    }

    /// 规上企业402户,当年新增51户: new ones, which are told of beside how many there are.
    pub(crate) fn new_ones_of_the_time(&self, lead: &Lead, quantity: &Quantity) -> Option<Name> {
        let alone = self.phrases.trimmed(lead.subject.clone()).len() == 1;
        let counts = matches!(
            quantity.kind,
            Some(UnitKind::Count | UnitKind::People | UnitKind::Amount)
        );
        if !alone || !counts || !self.new_in_a_time(lead) {
            return None;
        }
        let whole = self.spoken_of()?;
        let unit = whole.level.as_ref()?.unit.as_deref();
        // 茶园4.1万亩,其中新增1860亩
        let same = unit.is_some_and(|unit| unscaled(unit) == unscaled(&self.unit(quantity)));
        if !same || whole.name.plain.contains("新增") {
            return None;
        }
        let place = usize::from(whole.name.plain.starts_with('全')) * 2;
        let rest = whole.name.plain.chars().count() - place;
        Some(Name::default().and("新增").then(&whole.name.last(rest)))
    }
}

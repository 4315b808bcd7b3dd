//! Which statement a change belongs to: the one spoken of, the part of a share, a second growth beside the
//! first.

use crate::draft::{Draft, Move};
use crate::figures::change::basis_word;
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::part_of_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::ends_in;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::token::Kind;
use halfyear_catalogue::simplified;
use halfyear_facts::Basis;

/// How many statements back what is spoken of can have been told of: nobody who reads looks further.
const SAID_LATELY: usize = 16;

impl Sentence<'_> {
    /// 优良天数123天,优良率78.3%,比上年增加14天: no share grows by days, but what was counted in
    /// them does.
    pub(crate) fn counted_in(&self, target: usize, group: &Group) -> Option<usize> {
        let unit = |i: usize| self.drafts.get(i)?.level.as_ref()?.unit.as_deref();
        let What::Amount(quantity) = &group.items.first()?.what else {
            return Some(target);
        };
        let points = self.normal.text[quantity.unit.clone()].ends_with('点');
        // 9459户贫困户年均增收9000元: no count grows by money.
        let kind = unit(target)
            .and_then(|unit| Lexicon::get().unit(unit))
            .map(|it| it.1);
        let money = |kind| kind == Some(UnitKind::Money);
        let counted = |kind| matches!(kind, Some(UnitKind::Count | UnitKind::People));
        // 项目37个,投资额286亿元,同比增加9个、多出73亿元: each of what was told in its unit.
        let other = money(quantity.kind) && counted(kind) || counted(quantity.kind) && money(kind);
        if !other && (unit(target) != Some("%") || quantity.kind.is_none() || points) {
            return Some(target);
        }
        let own = self.unit(quantity);
        let said = self.carried.sentence..self.drafts.len();
        said.rev()
            .take(SAID_LATELY)
            .find(|&i| unit(i) == Some(&own) && self.drafts[i].change.is_none())
    }

    /// Whether the verb is one that shares take and amounts seldom: 提高.
    pub(crate) fn raises(&self, lead: &Lead) -> bool {
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        words.iter().any(|token| {
            ["提高", "提升", "提高了", "提升了"].contains(&&self.normal.text[token.range()])
        })
    }

    /// 采矿业增加值占比96%,同比下降15.6%: in percent the part grows, not its share.
    pub(crate) fn sharer(&mut self, target: usize, rate: bool) -> usize {
        let part = self.drafts.get(target).and_then(|draft| {
            let percent = draft.level.as_ref()?.unit.as_deref() == Some("%");
            part_of_share(&draft.name).filter(|_| rate && percent)
        });
        let Some(part) = part else { return target };
        let part = self.with_tail(part);
        self.open(vec![part], &(0..0))
            .first()
            .copied()
            .unwrap_or(target)
    }

    /// 一季度增长5.3%,二季度增长4.7%: the same indicator of another time is a statement of its own.
    pub(crate) fn of_this_time(&mut self, target: usize, lead: &Lead) -> usize {
        let time = self.time();
        let Some(draft) = self.drafts.get(target) else {
            return target;
        };
        let told = draft.change.is_some() || !draft.ranks.is_empty() && draft.level.is_none();
        let moved = told && draft.time != time;
        if !moved || lead.kind.is_some() || lead.than.is_some() {
            return target;
        }
        let name = match draft.change {
            Some(_) => draft.name.clone(),
            None => draft
                .name
                .first(rateless(&draft.name.plain).chars().count()),
        };
        let subject = lead.from..lead.from;
        self.open(vec![name], &subject)
            .first()
            .copied()
            .unwrap_or(target)
    }

    /// 名义GDP增长9%,实际GDP增长7%: another growth of the one GDP.
    pub(crate) fn second_of_its_kind(&self, target: usize, lead: &Lead) -> usize {
        let own = self.drafts.get(target).filter(|draft| !draft.says());
        let Some(draft) = own.filter(|_| lead.kind.is_some()) else {
            return target;
        };
        let lately = target.saturating_sub(SAID_LATELY);
        let said = self.carried.sentence.max(lately)..target;
        let first = said.clone().find(|&before| {
            let before = &self.drafts[before];
            before.name == draft.name && before.change.is_some() && before.time == draft.time
        });
        first.unwrap_or(target)
    }

    /// 生产总值增速居全省第一,达6.8%: the growth of what has a rank so far.
    pub(crate) fn without_its_rate(&mut self, target: usize) {
        if let Some(draft) = self.drafts.get_mut(target)
            && draft.level.is_none()
            && draft.change.is_none()
            && !(draft.ranks.is_empty() && draft.gaps.is_empty())
        {
            let count = rateless(&draft.name.plain).chars().count();
            draft.name = draft.name.first(count);
            draft.key = std::cell::OnceCell::new();
        }
    }

    /// 汽车制造业增加值下降31.2%,贡献率为-126.8%,其中5月降幅收窄至8.6%: no contribution grows so.
    pub(crate) fn of_what_contributes(&mut self, target: usize, lead: &Lead) -> Option<usize> {
        let contributes = |draft: &Draft| {
            draft.level.is_some()
                && ["贡献率", "拉动"]
                    .iter()
                    .any(|word| draft.name.plain.contains(word))
        };
        let draft = self.drafts.get(target)?;
        // 对经济增长贡献率达81.3%,两年平均增长9.3%
        let second = lead.kind.is_some() || lead.basis == Some(Basis::TwoYearAverage);
        if !contributes(draft) || lead.rate.is_none() && !second {
            return Some(target);
        }
        let time = self.time();
        let before = self.drafts.get(self.carried.sentence..target)?;
        let grew = before
            .iter()
            .rposition(|draft| !contributes(draft) && draft.change.is_some())?;
        if second {
            return Some(self.carried.sentence + grew);
        }
        let grew = before.get(grew)?;
        let (name, other) = (grew.name.clone(), grew.time != time);
        other.then(|| {
            self.open(vec![name], &(lead.from..lead.from))
                .first()
                .copied()
        })?
    }

    /// 制造业增长3%,……下降4%: one growth cannot be two, so that the second is of something else.
    pub(crate) fn told_already(&self, target: usize, lead: &Lead, change: &Move) -> bool {
        let first = self.drafts.get(target).and_then(|d| d.change.as_ref());
        let bare = lead.kind.is_none()
            && lead.than.is_none()
            && lead.basis.is_none()
            && self.carried.without.is_none();
        let same = |first: &Move| {
            first.unit == change.unit
                && first.basis == change.basis
                && first.digits != change.digits
        };
        bare && change.unit == "%" && first.is_some_and(same)
    }

    /// Whether a growth is told 同口径, by the rules of one year for both.
    fn says_comparable(&self, lead: &Lead) -> bool {
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        words
            .iter()
            .any(|token| self.normal.text[token.range()].contains("同口径"))
    }

    /// The statement that a change belongs to: the subject's own, or one more for a second growth,
    /// or for an amount beside its rate.
    pub(crate) fn change_of(&mut self, target: usize, lead: &Lead, change: &Move) -> usize {
        let Some(draft) = self.drafts.get(target) else {
            return target;
        };
        // 收入22.37亿元,扣除留抵退税因素后下降6.8%,自然口径下降9.7%: the first is none of what the level tells of.
        let excluded =
            self.carried.without.is_some() && self.phrases.trimmed(lead.subject.clone()).is_empty();
        let Some(first) = &draft.change else {
            if excluded && draft.level.is_some() && self.natural_follows(lead.end) {
                return self.second_of(target, &Name::default());
            }
            return target;
        };
        let points = ends_in(&change.unit, &['点']) || ends_in(&first.unit, &['点']);
        let amount = (change.unit == "%") != (first.unit == "%") && !points;
        // The growth rate is the indicator's change; an amount since another time stands beside it.
        // 比2006年增长14.3亿元,年均递增19.1%: a mean over years is not that rate.
        let at = first.at.as_ref().map_or(0, |at| at.start);
        let before = self.file.get(..at).unwrap_or_default();
        // 净增160亿元,年均增长4.4%: what was added stands beside it.
        let added = ["净增", "新增", "净增加"]
            .iter()
            .any(|word| before.ends_with(word));
        let mean = lead
            .kind
            .filter(|_| change.unit == "%" && change.basis != Basis::YearOnYear && !added);
        let amount_first = amount && change.unit == "%" && mean.is_none();
        let word = if let Some(mean) = mean.filter(|_| amount) {
            self.kind_word(mean)
        } else if amount {
            let amount = if amount_first { first } else { change };
            Name::default().and(&self.amount_word(amount))
        } else {
            match (lead.kind, &lead.than) {
                _ if self.carried.without.is_some() => Name::default(),
                (Some(kind), _) => self.kind_word(kind),
                (None, Some(than)) => self.phrases.name(than.clone()),
                // 环比上涨0.4%,同比上涨1.8%: the usual one needs no word.
                (None, None)
                    if change.basis == Basis::YearOnYear && first.basis != change.basis =>
                {
                    Name::default()
                }
                (None, None) => match self.in_prices(lead) {
                    Some(prices) => prices.and("增长"),
                    // 同比增长13%,是2006年的2.2倍
                    None if lead.basis == Some(Basis::Other) => self.than_when(lead),
                    // 增长7.2%,同口径增长9.5%
                    None if self.says_comparable(lead) => Name::default().and("同口径增长"),
                    None => Name::default().and(basis_word(lead.basis)),
                },
            }
        };
        let rate = match amount_first {
            true => self.drafts[target].change.take(),
            false => None,
        };
        let second = self.second_of(target, &word);
        match rate {
            Some(_) => {
                self.drafts[second].change = rate;
                target
            }
            None => {
                self.carried.latest = Some((target, second));
                second
            }
        }
    }

    /// What an amount by which something moved is called beside the rate: 增加, or 增收 where the text
    /// says so.
    fn amount_word(&self, amount: &Move) -> String {
        let at = amount.at.as_ref().map_or(0, |at| at.start);
        let before = self.file.get(..at).unwrap_or_default();
        let last = || before.chars().rev().take(2).map(simplified);
        let verb = ["增收", "减收", "少收", "增支", "减支"]
            .iter()
            .find(|verb| verb.chars().rev().eq(last()));
        let verb = verb.filter(|_| amount.basis == Basis::YearOnYear);
        if let Some(verb) = verb {
            return (*verb).to_owned();
        }
        let verb = match amount.digits.starts_with('-') {
            true => "减少",
            false => "增加",
        };
        match amount.basis {
            // 比2月份增加23亿元 is against no time that a word is for, and the usual one needs none.
            Basis::Other | Basis::YearOnYear => verb.to_owned(),
            basis => format!("{}{verb}", basis_word(Some(basis))),
        }
    }

    /// Another statement of what one tells, under its name and a word more.
    fn second_of(&mut self, target: usize, word: &Name) -> usize {
        let draft = &self.drafts[target];
        let second = Draft {
            name: draft.name.then(word),
            time: draft.time,
            target: draft.target,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        self.drafts.push(second);
        self.drafts.len() - 1
    }

    /// The time that a growth is measured against, as a word for it: 比2006年; nothing where none is named.
    fn than_when(&self, lead: &Lead) -> Name {
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let time = words
            .iter()
            .find(|token| matches!(token.kind, Kind::Time(_)));
        time.map_or(Name::default(), |time| {
            Name::default()
                .and("比")
                .then(&self.phrases.name_of(time.range()))
        })
    }
}

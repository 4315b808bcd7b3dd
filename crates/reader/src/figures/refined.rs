//! What a later figure says more exactly, and what a name says the usual way round.

use crate::draft::{Level, signed};
use crate::figures::change::percent;
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::part_of_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// 7月接待游客43.9万人次,1—7月累计接待144万人次: the verb alone tells the same of another time.
    pub(crate) fn done_in_another_time(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let words = self.phrases.trimmed(lead.subject.clone());
        let verb = self
            .tokens()
            .get(words.start)
            .filter(|_| words.len() == 1)?;
        let said = &self.normal.text[verb.range()];
        let acts = verb.is(Class::Act) || verb.is(Class::Deed);
        let draft = self.spoken_of().filter(|draft| {
            let level = draft.level.as_ref();
            // 贷款新增738亿元 is no balance.
            acts && lead.new_ones.is_none()
                && draft.name.plain.contains(said)
                && level.and_then(|level| level.unit.clone()) == Some(self.unit(first))
                && self.time() != draft.time
        })?;
        let name = draft.name.clone();
        let &target = self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, first);
        self.cover(target, lead, &group.items[0]);
        Some(group.range.end)
    }

    /// 重庆接待游客3859.61万人次;武汉接待2239.75万人次, 长沙1052.3万人次: whom another place received as well.
    pub(crate) fn guests_as_before(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let unit = self.unit(first);
        if !unit.ends_with("人次") {
            return None;
        }
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let place = name.plain.strip_suffix("接待").unwrap_or(&name.plain);
        if !crate::words::places::is_name(place) {
            return None;
        }
        let since = self.carried.sentence_before.min(self.carried.sentence);
        let told = self.drafts.get(since..)?.iter().rev().take(6);
        let mut guests = told.filter_map(|draft| {
            let level = draft.level.as_ref()?.unit.as_deref()?;
            let at = draft.name.plain.find("接待").filter(|at| *at > 0)?;
            let measure = draft.name.plain[at..].chars().count();
            (unscaled(level) == unscaled(&unit) && measure > 2).then(|| draft.name.last(measure))
        });
        Some(name.first(place.chars().count()).then(&guests.next()?))
    }

    /// GDP36801.87亿元,增量达2195.47亿元: how much more of what was told of there is than before.
    pub(crate) fn grown_by(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        if !matches!(name.plain.as_str(), "增量" | "经济增量")
            || first.kind != Some(UnitKind::Money)
        {
            return None;
        }
        let told = self.spoken_of()?;
        let level = told.level.as_ref()?.unit.as_deref()?;
        let known = told.name.plain.ends_with("GDP") || told.name.plain.ends_with("生产总值");
        (known && unscaled(level) == unscaled(&self.unit(first)))
            .then(|| told.name.clone().and("增量"))
    }

    /// 财政收入30.2亿元,突破30亿元大关: a mark that was passed, and what was told is spoken of still.
    pub(crate) fn passes_a_mark(&self, lead: &Lead, first: &Quantity) -> bool {
        let &[current] = self.carried.current.as_slice() else {
            return false;
        };
        let level = self.drafts.get(current).and_then(|it| it.level.as_ref());
        let Some(level) = level.filter(|it| it.bound == Bound::Exact) else {
            return false;
        };
        let passed = ["破", "迈", "跨", "越", "站上", "闯"];
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let mut words = words.iter().map(|token| &self.normal.text[token.range()]);
        let passes = words.any(|word| passed.iter().any(|it| word.contains(it)));
        let unit = self.unit(first);
        let alike = level.unit.as_deref().is_some_and(|it| same_kind(it, &unit));
        passes && alike && first.kind != Some(UnitKind::Rate)
    }

    /// 同比增速均超20%,分别为27.6%和23.1%: the growths themselves.
    pub(crate) fn growths_refined(
        &mut self,
        group: &Group,
        lead: &Lead,
        targets: &[usize],
    ) -> Option<usize> {
        let rough = |&i: &usize| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|draft| {
                let change = draft.change.as_ref();
                draft.level.is_none()
                    && change.is_some_and(|it| it.unit == "%" && it.bound != Bound::Exact)
            })
        };
        if targets.len() != group.items.len() || !targets.iter().all(rough) {
            return None;
        }
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            if quantity.kind != Some(UnitKind::Rate) {
                return None;
            }
            let at = self.bytes(quantity.at.clone());
            let draft = self.drafts.get_mut(target)?;
            let change = draft.change.as_mut()?;
            let falls = change.digits.starts_with('-') || quantity.number.minus;
            change.digits = signed(&percent(quantity, &self.normal.text), falls);
            change.bound = quantity.bound;
            draft.besides.extend(change.at.replace(at));
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }
}

/// 出栏生猪29万头 as 生猪出栏, 生产原煤1286万吨 as 原煤产量.
pub(crate) fn by_its_noun(name: Name, first: &Quantity) -> Name {
    let amount = matches!(first.kind, Some(UnitKind::Amount));
    let turned = [
        ("出栏", "出栏", true),
        ("存栏", "存栏", true),
        ("生产", "产量", amount),
        ("产", "产量", amount),
    ];
    let noun = |verb: &str| {
        let noun = name.plain.strip_prefix(verb)?;
        let count = noun.chars().count();
        let plain =
            count > 0 && !noun.starts_with(['量', '值', '能', '业', '品', '出', '销', '率']);
        (plain && Lexicon::get().ending(Noun::Measure, noun).is_none()).then_some(count)
    };
    let found = turned
        .iter()
        .filter(|(.., fits)| *fits)
        .find_map(|(verb, measure, _)| Some((noun(verb)?, measure)));
    match found {
        // 出栏 stays as it is printed.
        Some((count, measure)) if name.plain.starts_with(measure) => {
            name.last(count).then(&name.first(measure.chars().count()))
        }
        Some((count, measure)) => name.last(count).and(measure),
        None => name,
    }
}

impl Sentence<'_> {
    /// A level whose subject was named before: 突破1200亿元,达到1218.6亿元; 增长8%,达到86亿元.
    pub(crate) fn carried_level(&mut self, lead: &Lead, first: &Quantity) -> Option<usize> {
        if let Some(measured) = self.measured_twice(lead, first) {
            return Some(measured);
        }
        if let Some(pending) = self.carried.pending.take() {
            let each = pending.plain.starts_with('每') && pending.plain.chars().count() < 4;
            if each || !self.measurable(&pending, first, lead) {
                return None;
            }
            let from = self.carried.pending_from.take();
            let from = from.filter(|(name, _)| *name == pending);
            let subject = from.map_or(lead.subject.clone(), |(_, subject)| subject);
            // 规上企业由27户增加到31户,实现产值97.6亿元
            self.note_counted(&pending, first);
            return self.open(vec![pending], &subject).first().copied();
        }
        let [current] = *self.carried.current.as_slice() else {
            let fits = |topic: &Name| {
                let unit = halfyear_catalogue::find(&topic.plain)?.unit;
                Some(first.kind == Some(UnitKind::Money) && unit.ends_with('元'))
            };
            let (topic, _) = self.carried.topic.as_ref()?;
            let fits = self.carried.current.is_empty() && fits(topic) == Some(true);
            return fits.then(|| self.of_heading(lead))?;
        };
        let unit = self.unit(first);
        // 总量占全市的37.2%;9月当月完成202.7亿元: of what the share was of.
        let base = self.carried.base.filter(|&base| {
            let level = self.drafts.get(base).and_then(|it| it.level.as_ref());
            let alike = level.is_some_and(|it| it.unit.as_deref() == Some(unit.as_str()));
            alike && self.only_done(lead)
        });
        let current = base.unwrap_or(current);
        let draft = self.drafts.get(current)?;
        // 突破10亿元大关,完成11.68亿元
        let told = lead.level || lead.reach || self.only_done(lead);
        match &draft.level {
            // 1-5月增长1.3%,到上半年加快至2.7%: a growth, and of which time is not clear.
            None if first.kind == Some(UnitKind::Rate)
                && lead.reach
                && draft.change.as_ref().is_some_and(|it| it.unit == "%") =>
            {
                None
            }
            None => {
                let said = lead.level || lead.reach || lead.itself;
                let name = draft.name.clone();
                (said && self.measurable(&name, first, lead)).then_some(current)
            }
            // 工业投资占投资总额的32.1%,达75亿元
            Some(level)
                if level.unit.as_deref() == Some("%")
                    && first.kind == Some(UnitKind::Money)
                    && (lead.reach || lead.level) =>
            {
                let part = part_of_share(&draft.name)?;
                let fits = self.measurable(&part, first, lead);
                fits.then(|| self.open(vec![part], &lead.subject).first().copied())?
            }
            // 突破2万元,达到20230元; 突破千亿元大关,超过1100亿元
            Some(level)
                if level.bound != Bound::Exact
                    && (first.bound == Bound::Exact && told || passes_further(level, first))
                    && !lead.itself
                    && level
                        .unit
                        .as_deref()
                        .is_some_and(|rough| same_kind(rough, &unit)) =>
            {
                Some(current)
            }
            // 用电量3.9亿千瓦时,其中6月当月0.7亿千瓦时: the same of another time.
            Some(level)
                if level.unit.as_deref() == Some(unit.as_str())
                    && (lead.only_time(self.tokens()) || self.only_done(lead))
                    && self.time() != draft.time =>
            {
                let name = draft.name.clone();
                self.open(vec![name], &(lead.from..lead.from))
                    .first()
                    .copied()
            }
            Some(level) if level.unit.as_deref().map(unscaled) == Some(unscaled(&unit)) => {
                let refined = level.bound != Bound::Exact && first.bound == Bound::Exact;
                if refined && !lead.itself && (lead.level || lead.reach) {
                    return Some(current);
                }
                if lead.so_far && !lead.itself {
                    // 新增上市公司3家,累计达21家
                    let all = self.without_keep(&draft.name.clone()).and("累计");
                    return self
                        .open(vec![all], &(lead.from..lead.from))
                        .first()
                        .copied();
                }
                let all = self.without_keep(&draft.name);
                if !lead.itself {
                    // 里程新增45公里、突破900公里
                    // 新增市场主体7113户,达到47050户
                    let reached = self.tokens()[lead.from..lead.end].iter().any(|token| {
                        let text = &self.normal.text[token.range()];
                        text.starts_with('达') || text.ends_with('达') || text.ends_with("达到")
                    });
                    let of_all = (first.bound != Bound::Exact || reached) && all != draft.name;
                    return of_all
                        .then(|| self.open(vec![all], &(lead.from..lead.from)))?
                        .first()
                        .copied();
                }
                // 新增58家,总数达到623家
                let word = (lead.from..lead.subject.end.max(lead.from) + 3)
                    .filter_map(|i| self.tokens().get(i))
                    .find(|token| token.is(Class::Itself))?;
                let word = self.phrases.name_of(word.range());
                if all.plain.ends_with("企业") {
                    // 新增规上企业37户,总数401户,完成产值554亿元
                    self.carried.owner = Some(all.clone());
                }
                let all = all.then(&word);
                let subject = lead.from..lead.from;
                self.open(vec![all], &subject).first().copied()
            }
            // 人均生产总值47654元,折合6908美元
            Some(_) if first.kind == Some(UnitKind::Money) && self.converts(lead) => {
                let name = draft.name.clone();
                self.open(vec![name], &(lead.from..lead.from))
                    .first()
                    .copied()
            }
            Some(_) => None,
        }
    }

    /// Whether nothing but 完成 stands before a number.
    pub(crate) fn only_done(&self, lead: &Lead) -> bool {
        let words = self.phrases.trimmed(lead.subject.clone());
        let [only] = self.tokens().get(words).unwrap_or_default() else {
            return false;
        };
        lead.share.is_none() && !lead.target && &self.normal.text[only.range()] == "完成"
    }

    /// Whether the words before a number say that it is the same in another currency.
    pub(crate) fn converts(&self, lead: &Lead) -> bool {
        let from = lead.subject.start.min(lead.from);
        let words = self.tokens().get(from..lead.end).unwrap_or_default();
        words
            .iter()
            .any(|token| self.normal.text[token.range()].contains(['折', '汇']))
    }
}

/// Whether a level is told to be over a round mark, and now over a closer one.
fn passes_further(level: &Level, first: &Quantity) -> bool {
    let round = |digits: &str| {
        digits
            .get(1..)
            .is_some_and(|rest| rest.bytes().all(|b| b == b'0'))
    };
    let over = level.bound == Bound::Over && first.bound == Bound::Over;
    over && round(&level.digits) && !round(&first.number.digits)
}

/// Whether a rough figure may be told exactly in another unit: 200万 in 万人次.
fn same_kind(rough: &str, exact: &str) -> bool {
    same_currency(rough, exact) || matches!(rough, "万" | "亿") && exact.starts_with(rough)
}

/// Whether two units are amounts of the same money: 万元 and 元.
pub(crate) fn same_currency(a: &str, b: &str) -> bool {
    // 突破10亿大关
    let money = |unit: &str| unit.ends_with(['元', '亿']).then(|| unit.ends_with("美元"));
    money(a).is_some() && money(a) == money(b)
}

//! Shares: 第三产业增加值占GDP的比重为47%.

use crate::draft::Draft;
use crate::figures::figure::Figure;
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::{contributor, is_share, part_of_share, without_share};
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::phrases::role::ratio_alone;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::subjects::said::rateless;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// Verbs of a share, besides 占 itself: 为全市的三成, 占到了全市的三成.
const SHARES: &str = "仅为 为 是 约占 仅占 只占 已占 占到了 占据了 占到 占了 占去";

impl Sentence<'_> {
    /// The subject of a level; of a share it takes in what the whole is.
    pub(crate) fn level_subject(&mut self, lead: &Lead) -> Subject {
        let done = |i: usize| self.normal.text[self.tokens()[i].range()].ends_with("完成");
        let carried = || {
            // 完成目标的58%,占全市的三成: both of what was named before them.
            let current = self.carried.base.as_ref().or(self
                .carried
                .current
                .last()
                .filter(|_| self.carried.current.len() == 1));
            // 开工率93.8%,完成年度投资计划的86.1%: of the works.
            let plan = lead.share.is_some_and(done);
            let current = current.and_then(|&i| self.drafts.get(i));
            let current = current.filter(|draft| !(plan && draft.name.plain.ends_with('率')));
            let pending = self.carried.pending.clone().map(|name| {
                let count = name.plain.chars().count();
                let ratio = if is_share(&name.plain) { 2 } else { 0 };
                name.first(count - ratio)
            });
            let works = self.carried.works.as_ref().filter(|(_, here)| *here);
            let works = works.filter(|_| plan);
            let works = works.map(|(works, _)| works.clone());
            let said = pending.or(current.map(|draft| {
                // 增速快于……,对经济增长的贡献率
                let rate = draft.name.plain.ends_with("增速");
                let count = draft.name.plain.chars().count();
                let name = draft.name.first(if rate { count - 2 } else { count });
                part_of_share(&name).unwrap_or(name)
            }));
            said.or(works)
        };
        // A、B、C继续领先,合计对经济增长的贡献率为59%: of all together.
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        if let Some(all) = self.contributed_together(lead) {
            return all;
        }
        // 对经济增长的贡献率: of what was named before.
        if let Some(to) = words
            .first()
            .filter(|token| self.normal.text[token.range()].starts_with('对'))
            && words.iter().any(|token| token.is(Class::Pull))
        {
            let rest = self
                .phrases
                .name_of(to.start..words.last().map_or(to.end, |last| last.end));
            let name = carried().map(|part| contributor(&part).then(&rest));
            return name.map_or(Subject::Unclear, |name| Subject::Named(vec![name]));
        }
        let said = self.phrases.name(lead.subject.clone());
        // 25个行业实现增长,增长面达78.1%: of those counted.
        if matches!(said.plain.as_str(), "增长面" | "上涨面" | "下降面")
            && let Some((_, doers)) = &self.carried.doers
        {
            return Subject::Named(vec![doers.then(&said)]);
        }
        if matches!(said.plain.as_str(), "贡献度" | "贡献率") {
            // 拉动GDP增长1.9个百分点,贡献度为30.5%
            let name = carried().map(|part| contributor(&part).then(&said));
            return name.map_or(Subject::Unclear, |name| Subject::Named(vec![name]));
        }
        let Some(share) = lead.share else {
            let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
            // 占比55.3% is a share of what was named before.
            if let [.., ratio] = words
                && ratio.is(Class::Ratio)
                && words.iter().rev().skip(1).all(|token| {
                    matches!(token.kind, Kind::Time(_))
                        || token.is(Class::Conn)
                        || token.is(Class::Adverb)
                })
            {
                // 居前5位的行业分别是A、B,合计占比84.7%: of all of those, and of nothing told before.
                if self.says_together(&lead.subject) && self.carried.current.len() < 2 {
                    return Subject::Unclear;
                }
                let name = carried().map(|part| {
                    self.share_of_whole(&part)
                        .unwrap_or_else(|| part.then(&self.phrases.name_of(ratio.range())))
                });
                return name.map_or(Subject::Unclear, |name| Subject::Named(vec![name]));
            }
            if let Some(subject) = self.share_within(words, lead, &carried) {
                return subject;
            }
            let subject = self.phrases.subject(lead.subject.clone(), None);
            return match self.of_another_region(subject, &lead.subject) {
                // 一般公共预算收入28.6亿元,其中税收占比76.8%
                Subject::Named(names) if matches!(names.as_slice(), [one] if one.plain.ends_with("占比")) =>
                {
                    let whole = |name: &Name| {
                        let part = name.first(name.plain.chars().count() - 2);
                        self.share_of_whole(&part)
                    };
                    let names = names
                        .iter()
                        .map(|name| whole(name).unwrap_or_else(|| name.clone()));
                    Subject::Named(names.collect())
                }
                subject => subject,
            };
        };
        let words = lead.subject.start..share;
        if let Some(all) = self.sharers(&words) {
            let end = self.share_end(lead, share);
            let named = |part| Subject::Named(vec![self.share_name(&part, share, end)]);
            return all.map_or(Subject::Unclear, named);
        }
        let part = self.phrases.subject(words.clone(), None);
        let part = match self.of_another_region(part, &words) {
            Subject::Named(names) => Subject::Named(
                names
                    .into_iter()
                    .map(|name| part_of_share(&name).unwrap_or(name))
                    .collect(),
            ),
            part => part,
        };
        let part = match part {
            Subject::Named(names) => names.into_iter().next(),
            Subject::Carried => carried(),
            Subject::Unclear => None,
        };
        let Some(part) = part else {
            return Subject::Unclear;
        };
        let end = self.share_end(lead, share);
        Subject::Named(vec![self.share_name(&part, share, end)])
    }

    /// 农林牧渔业总产值22.3亿元。其中:农业产值11.4亿元,占51.1%: of what is taken apart.
    fn share_of_whole(&self, part: &Name) -> Option<Name> {
        let whole = self.whole_of(part)?;
        let unit = |draft: &Draft| draft.level.as_ref()?.unit.clone();
        let said = self.drafts.get(self.carried.sentence..)?;
        let own = said.iter().rev().take(4).find(|draft| draft.name == *part);
        // 税收占比76.8%: named by the share alone.
        let alike = own.is_none_or(|own| {
            let units = unit(own).zip(unit(whole));
            units.is_some_and(|(own, whole)| unscaled(&own) == unscaled(&whole))
        });
        // 经营性收入50万元以上的村占比: of villages, and of no income.
        let percent = unit(whole).as_deref() == Some("%") || part.plain.contains("以上的");
        let count = whole.name.plain.chars().count() <= 16 && whole.level.is_some() && !percent;
        let share = Name::default().and("占").then(&whole.name).and("比重");
        (alike && count && whole.name != *part).then(|| part.then(&share))
    }

    /// 对经济增长的贡献率分别为6%、41.4%、52.6%: of the ones said last.
    pub(crate) fn contributors(&self, lead: &Lead, count: usize) -> Option<Vec<Name>> {
        let words = self.tokens().get(lead.subject.clone())?;
        let to = words
            .first()
            .filter(|token| self.normal.text[token.range()].starts_with('对'))?;
        if !words.iter().any(|token| token.is(Class::Pull)) {
            return None;
        }
        let rest = self.phrases.name_of(to.start..words.last()?.end);
        if let Some(sectors) = self.sectors(count) {
            return Some(sectors.iter().map(|name| name.then(&rest)).collect());
        }
        let last = self.carried.last_said(count)?;
        let name = |&i: &usize| Some(contributor(&self.drafts.get(i)?.name).then(&rest));
        last.iter().map(name).collect()
    }

    /// 合同利用外资、实际利用外资……,占比分别达91.6%和63.5%: of each of those just told.
    pub(crate) fn ratios_of_each(&self, lead: &Lead, count: usize) -> Option<Vec<Name>> {
        if count < 2 || !ratio_alone(self.tokens(), lead) || self.carried.current.len() != count {
            return None;
        }
        let name = |&i: &usize| {
            let draft = self
                .drafts
                .get(i)
                .filter(|draft| !is_share(&draft.name.plain))?;
            Some(draft.name.and("占比"))
        };
        self.carried.current.iter().map(name).collect()
    }

    /// 新兴产业产值增长52%,(产值)占比由36%提高到41%: the share of what is spoken of, whose measure may be
    /// named again.
    pub(crate) fn share_of_what_is_spoken_of(&self, name: Name) -> Name {
        let part = ["占比", "比重"]
            .iter()
            .find_map(|end| name.plain.strip_suffix(*end));
        let (Some(part), Some(said)) = (part, self.spoken_of()) else {
            return name;
        };
        let whose = rateless(&said.name.plain);
        match whose.ends_with(part) && !is_share(whose) {
            true => {
                let whole = said.name.first(whose.chars().count());
                whole.then(&name.last(name.plain.chars().count() - part.chars().count()))
            }
            false => name,
        }
    }

    /// 第三产业增加值 and 占GDP的比重 as one name.
    pub(crate) fn share_name(&mut self, part: &Name, share: usize, end: usize) -> Name {
        let whole = self.phrases.name(share..end);
        // 分别完成年度任务的61.7%和54.8%
        let each = whole
            .plain
            .strip_prefix("分别完成")
            .map(|rest| rest.chars().count());
        let whole = match each {
            Some(rest) => Name::default().and("完成").then(&whole.last(rest)),
            None => whole,
        };
        let verb = SHARES.split(' ').find(|verb| whole.plain.starts_with(verb));
        let whole = match verb {
            Some(verb) => {
                let rest = whole.last(whole.plain.chars().count() - verb.chars().count());
                // 为调整预算的97.3%: how much of it was done.
                let planned = ["预算", "预算数", "计划", "任务"];
                let planned = planned.iter().any(|end| rest.plain.ends_with(end));
                let verb = if planned && verb.ends_with('为') {
                    "完成"
                } else {
                    "占"
                };
                Name::default().and(verb).then(&rest)
            }
            None => whole,
        };
        if end > share + 1 && whole.plain.starts_with('占') {
            self.carried.whole = Some(match whole.plain.ends_with("比重") {
                true => whole.clone(),
                false => whole.and("比重"),
            });
        }
        match end - share {
            // 占15.3%……占13.7%: of the same whole.
            1 => match &self.carried.whole {
                Some(whole) => part.then(whole),
                None => match self.share_of_whole(part) {
                    Some(share) => share,
                    None => part.and("占比"),
                },
            },
            _ if is_share(&whole.plain) => part.then(&whole),
            // 年度计划投资41亿元,已完成年度计划的50.4%: of what was invested.
            _ if whole.plain.starts_with("完成年度计划")
                && let Some(plan) = part.plain.find("年度计划") =>
            {
                let works = part.first(part.plain[..plan].chars().count());
                works.and("投资").then(&whole).and("比例")
            }
            _ if ["完成", "实现", "恢复"].contains(&&*whole.first(2).plain) => {
                part.then(&whole).and("比例")
            }
            // 为2019年同期的118%
            _ if self.tokens()[share + 1..end]
                .iter()
                .all(|token| matches!(token.kind, Kind::Time(_))) =>
            {
                let time = self.phrases.name(share + 1..end);
                part.and("相当于").then(&time).and("比例")
            }
            _ => part.then(&whole).and("比重"),
        }
    }

    /// 占全市的四成、全省的近三成: the same share of another whole.
    pub(crate) fn further_whole(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let words = self.tokens().get(lead.subject.start..figure.item().token)?;
        let limited = words.last().is_some_and(|last| last.is(Class::Before));
        let [place, of] = &words[..words.len() - usize::from(limited)] else {
            return None;
        };
        let pause = self.tokens().get(lead.subject.start.checked_sub(1)?)?;
        let fits = place.is(Class::Scope)
            && matches!(of.kind, Kind::Of)
            && matches!(pause.kind, Kind::Pause)
            && self.is_share(figure.quantity);
        let share = self.drafts.get(self.last_share().filter(|_| fits)?)?;
        let (part, _) = share.name.plain.split_once('占')?;
        let part = share.name.first(part.chars().count());
        let whole = self.phrases.name_of(place.range());
        let name = part.and("占").then(&whole).and("比重");
        let target = *self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        Some(figure.next())
    }

    /// 占GDP的比重分别为6.1%、47.1%和46.8%.
    pub(crate) fn shares(&mut self, group: &Group, lead: &Lead, share: usize) -> Option<usize> {
        let count = group.items.len();
        let parts = match self.phrases.subject(lead.subject.start..share, Some(count)) {
            Subject::Named(names) => names,
            Subject::Carried => {
                let name = |&i: &usize| self.drafts.get(i).map(|draft| without_share(&draft.name));
                match self.carried.last_said(count) {
                    Some(last) => last.iter().filter_map(name).collect(),
                    None => self.list_before(count)?.0,
                }
            }
            Subject::Unclear => return None,
        };
        let end = self.share_end(lead, share);
        let names = match parts.as_slice() {
            [part] => self.shares_of_wholes(part, share..end, count)?,
            _ if parts.len() == count => {
                let name = |part: &Name| self.share_name(part, share, end);
                parts.iter().map(name).collect()
            }
            _ => return None,
        };
        let targets = self.open(names, &lead.subject);
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            self.set_level(target, quantity);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }

    /// 税收占财政总收入和一般公共预算收入的比重分别为89.5%和83.4%: one part of several wholes.
    fn shares_of_wholes(
        &self,
        part: &Name,
        words: Range<usize>,
        count: usize,
    ) -> Option<Vec<Name>> {
        let tokens = self.tokens().get(words.start + 1..words.end)?;
        let (ratio, wholes) = tokens.split_last()?;
        let wholes: Vec<&[Token]> = wholes
            .split(|token| matches!(token.kind, Kind::And | Kind::Pause))
            .collect();
        let name = |whole: &&[Token]| {
            let end = match whole {
                [.., last, of] if matches!(of.kind, Kind::Of) => last.end,
                [.., last] => last.end,
                [] => return None,
            };
            let whole = self.phrases.name_of(whole.first()?.start..end);
            Some(part.and("占").then(&whole).and("比重"))
        };
        (ratio.is(Class::Ratio) && wholes.len() == count)
            .then(|| wholes.iter().map(name).collect::<Option<Vec<Name>>>())?
    }

    /// One past the last token of the whole that a share is of.
    pub(crate) fn share_end(&self, lead: &Lead, share: usize) -> usize {
        let mut end = lead.end;
        while end > share + 1 {
            let token = &self.tokens()[end - 1];
            let outside = matches!(token.kind, Kind::Of)
                || [
                    Class::Level,
                    Class::Before,
                    Class::Adverb,
                    Class::Reach,
                    Class::Basis,
                    Class::Each,
                ]
                .iter()
                .any(|&class| token.is(class));
            if !outside {
                break;
            }
            end -= 1;
        }
        end
    }
}

//! What a sentence has spoken of so far, where a clause does not name it again.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::is_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use halfyear_facts::Basis;
use std::ops::Range;

/// More levels than one 均 is said of.
const MOST_TOLD: usize = 4;

impl Sentence<'_> {
    /// The share that was told last in this sentence: 占总投资57.6%,占比提高1.8个百分点.
    pub(crate) fn last_share(&self) -> Option<usize> {
        let last = self.drafts.len().checked_sub(1)?;
        let draft = self.drafts.get(last)?;
        (is_share(&draft.name.plain) && last >= self.carried.sentence && draft.level.is_some())
            .then_some(last)
    }

    /// 三水区GDP增长8.7%,规上工业增加值增长9.2%: the place, which is not the report's own, that this sentence
    /// began with and that every indicator after is of, until it names another.
    pub(crate) fn place_begun_with(&self, subject: &Range<usize>, names: &[Name]) -> Option<Name> {
        let known = |name: &Name| halfyear_catalogue::names_exactly(&name.plain);
        let words = subject.clone().take(4);
        // 南宁市进出口 may be one token.
        let ours = |i: usize| {
            let text = self.phrases.token_text(i);
            let of_it =
                |own: &String| text.starts_with(own) && !self.phrases.of_another_kind(text, own);
            self.phrases.own.iter().any(of_it)
        };
        // 完成投资占全市的54.1%: of which whole, and not whose.
        let mut words = words.take_while(|&i| !self.tokens()[i].is(Class::Share));
        let anew = words.any(|i| self.tokens()[i].is(Class::Scope) || ours(i));
        if anew {
            return None;
        }
        if let Some(place) = self.place_led(names) {
            return Some(place);
        }
        if !names.iter().all(known) {
            return None;
        }
        let said = self.drafts.get(self.carried.sentence..)?;
        // 金昌市一马当先,GDP增速达到15.2%
        if let Some((place, before)) = &self.carried.place {
            let since = self.drafts.get(*before..)?.last();
            if since.is_none_or(|it| it.name.plain.starts_with(place.plain.as_str())) {
                return Some(place.clone());
            }
        }
        let place = |name: &Name| {
            let letters = name.plain.chars().count().min(9);
            let mut starts = (2..letters).rev().map(|n| name.first(n));
            let place = starts
                .find(|it| crate::words::places::is_name(&it.plain) || self.counted_places(it))?;
            let measure = name.plain.strip_prefix(place.plain.as_str())?;
            halfyear_catalogue::names_exactly(measure).then_some(place)
        };
        place(&said.first()?.name)?;
        // 羊口镇总产值占全市比重 is of the place as well.
        let told = said.iter().rev().take(12);
        let of = told.into_iter().find_map(|draft| place(&draft.name))?;
        let last = &said.last()?.name.plain;
        last.starts_with(of.plain.as_str()).then_some(of)
    }

    /// 8个重点移民区县完成地区生产总值1390亿元: whether a sentence begins with places that it counts and calls so.
    fn counted_places(&self, name: &Name) -> bool {
        let kinds = [
            "区县",
            "县区",
            "县市",
            "市县",
            "县市区",
            "乡镇",
            "镇街",
            "旗县",
            "市州",
            "街镇",
        ];
        if !kinds.iter().any(|kind| name.plain.ends_with(kind)) {
            return false;
        }
        let first = self.tokens().windows(2).take(8);
        let mut first = first.filter(|pair| matches!(pair[0].kind, Kind::Quantity(_)));
        first.any(|pair| self.normal.text[pair[1].start..].starts_with(name.plain.as_str()))
    }

    /// 亳州投资增长8.2%,其中制造业投资增长19.6%: whether a part is told of the place that the sentence began with; the next
    /// place is measured by the whole.
    pub(crate) fn part_of_a_place(&self, subject: &Range<usize>) -> bool {
        let first = subject.start.checked_sub(1).unwrap_or(subject.start);
        let mut words = (first..subject.end.min(first + 3)).map(|i| self.phrases.token_text(i));
        let part = words.any(|word| word.starts_with("其中"));
        let told = self.carried.sentence < self.drafts.len();
        part && told && self.of_a_part(self.carried.sentence)
    }

    /// 再来看泉州,上半年GDP达6512.1亿元: notes the place that a clause turns to.
    pub(crate) fn turns_to_a_place(&mut self, clause: &Range<usize>) -> bool {
        if clause.len() > 5 {
            return false;
        }
        let words = self.text_of(clause.clone());
        let Some((turn, place)) = words.split_once('看') else {
            return false;
        };
        let turns = |c: char| "先再接着最后首来我们且回头".contains(c);
        let named = crate::words::places::is_name(place);
        if !turn.chars().all(turns) || !named {
            return false;
        }
        let place = Name::default().and(place);
        self.carried.place = Some((place, self.drafts.len()));
        self.carried.current.clear();
        true
    }

    /// Notes the place that a clause without a number begins with: 金昌市一马当先.
    pub(crate) fn note_place(&mut self, first: &Name, at: usize) {
        let is_name = |name: &Name| crate::words::places::is_name(&name.plain);
        let letters = first.plain.chars().count();
        // Nothing but an idiom stands behind it, or why: 永靖县靠黄河三峡“出圈”.
        let said = [letters, letters.saturating_sub(4)].map(|n| first.first(n));
        let moved = || {
            let mut letters = first.plain.chars().take(10).enumerate().skip(2);
            let why =
                letters.find(|(_, c)| matches!(c, '靠' | '受' | '凭' | '因' | '借' | '未' | '依'));
            why.map(|(n, _)| first.first(n))
        };
        let found = said.into_iter().find(is_name);
        let place = found.or_else(|| moved().filter(|it| is_name(it)));
        let own = self.phrases.is_own(at);
        let own = own
            || place
                .as_ref()
                .is_some_and(|it| self.phrases.own.iter().any(|own| it.plain == *own));
        let told = self.drafts.len();
        let place = place.filter(|_| !own).map(|place| (place, told));
        self.carried.place = place.or(self.carried.place.take());
    }

    pub(crate) fn carried_targets(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let carried = &mut self.carried;
        if let Some(pending) = carried.pending.take()
            && (carried.current.is_empty() || !lead.itself)
            && count == 1
        {
            // 增速由一季度的-2.1%转为增长5.6%
            let grew = lead.falls.is_some() || lead.rate.is_some();
            let rest = pending.first(rateless(&pending.plain).chars().count());
            let name = if grew { rest } else { pending };
            return Some(self.open(vec![name], &lead.subject));
        }
        if count > 1 && carried.current.len() != count {
            // 营业收入……、利润……,分别增长8.5%和12.4%: the last ones said.
            // 增长2.3%……下降0.7%,降幅分别收窄8.7和3.7个百分点: the rates said last.
            // 分别较一季度提高4.2个、4.1个百分点
            let than = matches!(
                lead.basis,
                Some(Basis::QuarterOnQuarter | Basis::MonthOnMonth | Basis::Other)
            );
            let rates = (lead.rate.is_some() || than && lead.each) && lead.falls.is_some();
            let moved = |&i: &usize| Some(self.drafts.get(i)?.change.is_some());
            let last = carried.last_said(count)?;
            let all = |how: bool| last.iter().all(|i| moved(i) == Some(how));
            if !(all(false) || rates && all(true)) {
                return None;
            }
            // What follows is said of all of them: 分别比一季度回落1.1和1.8个百分点.
            carried.current = last.to_vec();
            return Some(carried.current.clone());
        }
        if count == 1
            && let Some(all) = self.all_told(lead)
        {
            self.carried.current = all.clone();
            return Some(all);
        }
        let current = self.carried.current.clone();
        if current.is_empty() && count == 1 {
            return self
                .at_another_time(lead)
                .or_else(|| Some(vec![self.of_heading(lead)?]));
        }
        (!current.is_empty()).then_some(current)
    }

    /// 分别完成A和B,占年计划的48.9%和36.4%,[同比增长7.7%和9.1%]: what several reached grew, and not the shares
    /// that were told between.
    pub(crate) fn back_from_shares(&mut self, count: usize) {
        let Some(last) = self.carried.last_said(2 * count).filter(|_| count > 1) else {
            return;
        };
        let (levels, shares) = last.split_at(count);
        let of_it = |(&level, &share): (&usize, &usize)| {
            let (level, share) = (self.drafts.get(level), self.drafts.get(share));
            let pair = level.zip(share);
            pair.is_some_and(|(level, share)| {
                let rest = share.name.plain.strip_prefix(level.name.plain.as_str());
                let parted = rest.is_some_and(|rest| rest.starts_with(['占', '完']));
                parted && level.level.is_some() && level.change.is_none()
            })
        };
        if levels.iter().zip(shares).all(of_it) {
            self.carried.current = levels.to_vec();
        }
    }

    /// 出口100亿元,进口20亿元,均增长3%: all the levels before that did not move yet; 双双 is of two.
    fn all_told(&self, lead: &Lead) -> Option<Vec<usize>> {
        let words = self.tokens().get(lead.from..lead.end)?;
        let said = |word: &str| {
            let mut words = words.iter();
            // 增幅均在25%以上, 均超25%
            words.any(|token| {
                !token.kind.nominal() && self.normal.text[token.range()].starts_with(word)
            })
        };
        let most = match (said("双双"), said("均") || said("都")) {
            (true, _) => 2,
            (false, true) => MOST_TOLD,
            _ => return None,
        };
        let moves = (lead.falls.is_some() || lead.rate.is_some())
            && lead.gap.is_none()
            && lead.subject.is_empty();
        let still = |&&i: &&usize| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|it| it.level.is_some() && it.change.is_none() && !it.timeless)
        };
        let last = self.carried.chain.iter().rev().take(most);
        let mut all: Vec<usize> = last.take_while(still).copied().collect();
        all.reverse();
        // 甲公司营收3亿元;乙公司营收5亿元、利税1亿元,增幅都在30%以上: of those after the semicolon, where these
        // are several.
        let since = all.iter().filter(|&&i| i >= self.carried.part).count();
        if since > 1 {
            all.drain(..all.len() - since);
        }
        (moves && all.len() > 1).then_some(all)
    }

    /// The last of the statements that this sentence spoke of.
    pub(crate) fn spoken_of(&self) -> Option<&Draft> {
        let &last = self.carried.current.last()?;
        self.drafts
            .get(last)
            .filter(|_| last >= self.carried.sentence)
    }

    /// A业、B业产值分别为100亿元、80亿元,A业、B业分别增长3%、5%: the same, by how much they grew.
    pub(crate) fn told_by_level(&mut self, names: &[Name], lead: &Lead) -> Option<Vec<usize>> {
        let time = self.time();
        let said = self
            .carried
            .sentence
            .max(self.drafts.len().saturating_sub(16));
        let tail = self
            .carried
            .tail
            .as_ref()
            .map_or("", |tail| tail.plain.as_str());
        let same = |name: &Name| {
            // 甲市2874亿元、乙市2586亿元,乙市增长6.2%
            let place = crate::words::places::is_name(&name.plain);
            let whole = place.then(|| self.with_tail(name.clone()));
            let of_it = |draft: &Draft| {
                let fresh = draft.level.is_some() && draft.change.is_none();
                let rest = draft.name.plain.strip_prefix(name.plain.as_str());
                let named = rest.is_some_and(|rest| rest.is_empty() || rest == tail);
                let named = named || whole.as_ref().is_some_and(|it| *it == draft.name);
                fresh && named && draft.time == time
            };
            Some(said + self.drafts.get(said..)?.iter().position(of_it)?)
        };
        let told = names.iter().map(same).collect::<Option<Vec<usize>>>();
        let told = told.filter(|_| lead.falls.is_some() && lead.rate.is_none())?;
        self.carried.current = told.clone();
        Some(told)
    }

    /// 摘得19颗星,其中优胜星12颗,总星数列全市第一: the statement of all of them, and no part's.
    pub(crate) fn all_stars(&self, name: &Name) -> Option<usize> {
        let all = ["总星数", "夺星总数", "夺星数"].contains(&name.plain.as_str());
        let mut said = (self.carried.sentence..self.drafts.len()).take(8);
        let stars = |&i: &usize| {
            let draft = &self.drafts[i];
            draft.name.plain.ends_with('星') && draft.level.is_some()
        };
        said.find(|i| all && stars(i))
    }

    /// A statement of this sentence that a short name such as 五星数量 means.
    pub(crate) fn known(&self, name: &Name) -> Option<usize> {
        // 接待游客4437万人次,……接待人次位居全省第一; 居民收入5164元,……收入增加了2191元
        let means = |draft: &Draft| {
            let unit = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            let unit = unit.map_or("", |unit| unit.trim_start_matches(['万', '亿']));
            // A clause between may have turned to something else.
            let short = name.plain.chars().count() == 2 && self.carried.before.is_none();
            let counted = unit.chars().count() > 1 && name.plain.ends_with(unit);
            // 出口 is a part of 进出口.
            let part = name.plain == "出口" && draft.name.plain.ends_with("进出口");
            // 生产总值1862亿元,经济总量居全省第二
            let whole = name.plain == "经济总量"
                && ["生产总值", "GDP"]
                    .iter()
                    .any(|gdp| draft.name.plain.ends_with(gdp));
            // 粮食总产量367亿斤,总产居全省第五
            let crop = name.plain == "总产" && draft.name.plain.ends_with("产量");
            // 夺得8颗星,夺星数居全省第三
            let stars = name.plain.ends_with("星数") && draft.name.plain.ends_with('星');
            counted
                || whole
                || crop
                || stars
                || short
                    && !part
                    && Lexicon::get().ends_in(Noun::Measure, &name.plain)
                    && draft.name.plain.ends_with(name.plain.as_str())
        };
        // 出口额12亿元,出口额增长5%
        let same = |draft: &Draft| {
            draft.name.plain == name.plain && draft.change.is_none() && draft.time == self.time()
        };
        if let [current] = *self.carried.current.as_slice()
            && current >= self.carried.sentence
            && self
                .drafts
                .get(current)
                .is_some_and(|draft| means(draft) || same(draft))
        {
            return Some(current);
        }
        // 接待游客68万人次,旅游收入6.3亿元,接待量居全省第三
        if name.plain == "接待量" {
            let said = self
                .carried
                .sentence
                .max(self.drafts.len().saturating_sub(8));
            let guests = |draft: &Draft| draft.name.plain.starts_with("接待");
            let guests = self.drafts.get(said..)?.iter().position(guests);
            return guests.map(|at| said + at);
        }
        // A、B、C分别接待游客……,C同比下降7.6%
        let of_one = self.one_of_the_last(name).filter(|&one| {
            let bare = |draft: &Draft| draft.change.is_none() && draft.level.is_some();
            self.drafts.get(one).is_some_and(bare)
        });
        if of_one.is_some() && !Lexicon::get().ends_in(Noun::Measure, &name.plain) {
            return of_one;
        }
        let core = ["数量", "总量", "增速", "增幅", "规模", "总额"]
            .iter()
            .find_map(|tail| name.plain.strip_suffix(tail))?;
        let core_len = core.chars().count();
        // 与全市比,城镇增速……,农村增速……: of the incomes told last.
        if matches!(core, "城镇" | "农村" | "城镇居民" | "农村居民") {
            let told = self.drafts.len().saturating_sub(6)..self.drafts.len();
            let incomes = |draft: &Draft| {
                let name = &draft.name.plain;
                name.starts_with(core) && name.ends_with("收入") && draft.change.is_some()
            };
            return told.rev().find(|&i| incomes(&self.drafts[i]));
        }
        // The rate of what was named further back is said by itself.
        let rate = name.plain.ends_with(['速', '幅']);
        (self.carried.sentence..self.drafts.len())
            .filter(|i| !rate || self.carried.current.contains(i))
            .find(|&i| {
                let name = &self.drafts[i].name.plain;
                // 出口总额 is no part of the name 进出口.
                let part = matches!(core, "出口" | "进口") && name.contains("进出口");
                core_len >= 2 && name.contains(core) && !part
            })
    }
}

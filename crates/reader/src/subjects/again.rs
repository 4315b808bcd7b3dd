//! Subjects that the sentence before, or a list before, named: a heading, the parts just told.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::counted_works;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// 规上工业实现销售收入、利税、利润分别增长……: what is bare in the list is of who stands before the verb.
    pub(crate) fn of_one_owner(&self, lead: &Lead, names: Vec<Name>) -> Vec<Name> {
        let words = self.phrases.trimmed(lead.subject.clone());
        let first = words
            .clone()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Pause | Kind::And))
            .filter(|_| names.len() > 1);
        let verb = first.and_then(|end| self.phrases.verb(words.start..end));
        let owner = verb.map(|verb| self.phrases.owner(words.start..verb));
        let lexicon = Lexicon::get();
        let bare = |name: &Name| {
            lexicon.is_one_of(Noun::Whose, &name.plain)
                || lexicon.is_one_of(Noun::Follows, &name.plain)
        };
        let Some(owner) = owner.filter(|owner| owner.plain.ends_with(['业', '司'])) else {
            // 茶叶产销两旺,产量和产值分别达742吨和9360万元
            let first = names
                .first()
                .filter(|_| names.len() > 1 && names.iter().all(bare));
            let first = first.and_then(|name| Some((self.of_topic(name)?, name)));
            let Some((whole, name)) = first else {
                return names;
            };
            let topic = whole.plain.chars().count() - name.plain.chars().count();
            let topic = whole.first(topic);
            return names.iter().map(|name| topic.then(name)).collect();
        };
        names
            .into_iter()
            .map(|name| if bare(&name) { owner.then(&name) } else { name })
            .collect()
    }

    /// 固定资产投资低位趋稳。1—8月完成98.5亿元: the indicator that the sentence before was about.
    pub(crate) fn of_heading(&mut self, lead: &Lead) -> Option<usize> {
        let (topic, _) = self.carried.topic.as_ref()?;
        let known = halfyear_catalogue::names_exactly(&topic.plain);
        let first = self.carried.sentence == self.drafts.len() && self.carried.before.is_none();
        let topic = topic.clone();
        (known && first).then(|| self.open(vec![topic], &lead.subject).first().copied())?
    }

    /// 煤、原油分别进口3亿吨、1亿吨,进口均价分别上涨71.6%、61.5%: another measure of the ones said last.
    pub(crate) fn measured_again(&mut self, measure: &Name, count: usize) -> Option<Vec<usize>> {
        let last = self.carried.last_said(count)?;
        let names: Vec<Name> = last
            .iter()
            .filter_map(|&i| Some(self.drafts.get(i)?.name.clone()))
            .collect();
        let first = names.first().filter(|_| names.len() == count)?;
        // 产值居前三位的是A业、B业、C业,产值分别达到……: of them nothing was told yet.
        // 甲市、乙市分列二、三位,GDP分别为……: of which only the place was told.
        let untold = |&i: &usize| {
            let told = self.drafts.get(i);
            told.is_some_and(|it| !it.moves() && it.gaps.is_empty())
        };
        if last.iter().all(untold) {
            let last = last.to_vec();
            // 消费增长较快的是A、B,零售额分别增长……: the other measure takes the place of the first.
            let first = Lexicon::get().ending(Noun::Measure, &first.plain);
            let first = first.filter(|end| {
                !end.ends_with('业') && names.iter().all(|name| name.plain.ends_with(end))
            });
            let cut = first.map_or(0, |end| end.chars().count());
            for &i in &last {
                let draft = self.drafts.get_mut(i)?;
                if !draft.name.plain.ends_with(measure.plain.as_str()) {
                    let part = draft.name.plain.chars().count() - cut;
                    draft.name = draft.name.first(part).then(measure);
                }
            }
            return Some(last);
        }
        // 金融机构存贷余额 says itself whose it is.
        if measure.plain.chars().count() > 6 && !measure.plain.starts_with("人均") {
            return None;
        }
        // 新开工项目41个、竣工27个,总投资分别为……: of the works themselves.
        if Lexicon::get().is_one_of(Noun::Own, &measure.plain) {
            let names = names.iter().map(|name| name.then(measure)).collect();
            let opened = self.open(names, &(0..0));
            for &i in &opened {
                self.drafts.get_mut(i)?.timeless = true;
            }
            return Some(opened);
        }
        let length = first.plain.chars().count();
        let shared = (2..length).rev().find(|&n| {
            let end = first.last(n).plain;
            let ends =
                |name: &Name| name.plain.ends_with(end.as_str()) && name.plain.len() > end.len();
            names.iter().all(ends)
        })?;
        // 城镇常住居民人均可支配收入……,人均消费支出: whose it is per head stays.
        let end = first.last(shared).plain;
        let head = end.find(measure.first(2).plain.as_str()).unwrap_or(0);
        let cut = shared - end[..head].chars().count();
        let again = |name: &Name| name.first(name.plain.chars().count() - cut).then(measure);
        let names = names.iter().map(again).collect();
        Some(self.open(names, &(0..0)))
    }

    /// 建成服务站84个、服务点627个,覆盖率分别为……: the rates of what was counted last.
    pub(crate) fn rated_each(&mut self, rate: &Name, count: usize) -> Option<Vec<usize>> {
        let of_work = Lexicon::get().is_one_of(Noun::OfWork, &rate.plain);
        let last = self.carried.last_said(count).filter(|_| of_work)?;
        let counted = |&i: &usize| {
            let draft = self.drafts.get(i)?;
            let unit = draft.level.as_ref()?.unit.as_deref()?;
            (!unit.contains(['%', '元'])).then(|| draft.name.then(rate))
        };
        let names = last.iter().map(counted).collect::<Option<Vec<Name>>>()?;
        Some(self.open(names, &(0..0)))
    }

    /// 新能源汽车、医疗设备等产业增长迅猛,产值均增长50%: the measure of all that the clause before
    /// listed.
    pub(crate) fn measure_of_all(&mut self, lead: &Lead, names: &[Name]) -> Option<Vec<usize>> {
        let [measure] = names else { return None };
        let bare = Lexicon::get().is_one_of(Noun::Whose, &measure.plain);
        let start = self.carried.before.filter(|_| lead.all && bare)?;
        let comma = lead.subject.start.checked_sub(1)?;
        let listed = self.tokens().get(start..comma)?;
        // No clause but the one right before.
        if listed.iter().any(|token| token.kind.breaks()) {
            return None;
        }
        let pauses = listed
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause));
        let parts = pauses.count() + 1;
        match parts {
            1 => None,
            _ => self.listed_before(Some(measure), parts),
        }
    }

    /// 次坞镇、山下湖镇增速领跑,同比增长均在50%以上: all that the clause before listed; `None` where it
    /// listed nothing.
    pub(crate) fn all_listed_before(
        &mut self,
        lead: &Lead,
        count: usize,
    ) -> Option<Option<Vec<usize>>> {
        let start = self.carried.before.filter(|_| lead.all && count == 1)?;
        let listed = self.tokens().get(start..lead.subject.start)?;
        let parts = listed
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause))
            .count();
        (parts > 0).then(|| self.listed_before(None, parts + 1))
    }

    /// 项目295个,其中工业项目58个、农业项目18个;累计到位资金48.98亿元: of all the works that were counted, and
    /// not of the last part of them.
    pub(crate) fn back_to_the_counted(&mut self, clause: &Range<usize>) {
        let first = self.tokens().get(clause.start);
        let sums = first.map(|first| &self.normal.text[first.range()]);
        let all = ["累计", "合计", "共", "总计"];
        if !sums.is_some_and(|sums| all.iter().any(|all| sums.starts_with(all))) {
            return;
        }
        let whole = self.carried.taken_apart;
        let works = whole.and_then(|whole| counted_works(&self.drafts.get(whole)?.name));
        if let Some(works) = works {
            self.carried.entity = Some(works.clone());
            self.carried.works = Some((works, true));
        }
    }

    /// 价格上涨3.6%,其中食品价格上涨13.2%。1-11月累计上涨2.4%: another time is of what was taken apart.
    pub(crate) fn back_to_whole(&mut self) {
        let whole = self.carried.taken_apart.take();
        // 重点项目63个,其中新建41个。目前已开工52个
        let works = whole.and_then(|whole| counted_works(&self.drafts.get(whole)?.name));
        if works.is_some() && self.carried.works.is_some() {
            self.carried.works = works.map(|works| (works, false));
        }
        let timed = matches!(self.tokens().first(), Some(it) if matches!(it.kind, Kind::Time(_)));
        if let Some(whole) = whole
            && timed
        {
            self.carried.current = vec![whole];
        }
    }
}

impl Sentence<'_> {
    /// Whose exports and imports follow: of a partner, or of the firms whose trade was told since the last semicolon.
    pub(crate) fn trader(&self) -> Option<Name> {
        let whole = self.drafts.get(self.carried.measured_from..)?;
        let partner = whole.iter().rev().take(4).find_map(partner);
        let here = || {
            self.drafts
                .get(self.carried.part.max(self.carried.measured_from)..)
        };
        let since = self.drafts.len() == self.carried.sentence;
        // 其中民营企业进出口80亿元;出口60亿元 is of the whole.
        let firms = || match since {
            true => whole.last().and_then(firms_that_trade),
            false => here()?.iter().rev().take(4).find_map(firms_that_trade),
        };
        partner.or_else(firms)
    }
}

/// 民营企业 of 民营企业进出口, 一般贸易 of 一般贸易进出口.
fn firms_that_trade(draft: &Draft) -> Option<Name> {
    let whose = draft.name.plain.strip_suffix("进出口")?;
    let kinds = ["企业", "贸易"];
    kinds
        .iter()
        .any(|kind| whose.ends_with(kind))
        .then(|| draft.name.first(whose.chars().count()))
}

/// With whom trade was told: 对日本 of 对日本进出口.
pub(crate) fn partner(draft: &Draft) -> Option<Name> {
    let with = ["进出口", "出口", "进口"]
        .iter()
        .find_map(|end| draft.name.plain.strip_suffix(*end))?;
    // 义乌市进出口……;出口……
    (with.starts_with('对') || crate::words::places::is_name(with))
        .then(|| draft.name.first(with.chars().count()))
}

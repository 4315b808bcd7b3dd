//! How some of those counted before fare: 入驻企业43户,其中已投产21户; 企业104家,其中停产5户、减产16户.

use crate::draft::Draft;
use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::{ends_in, unscaled};
use crate::subjects::whose::begun_or_not;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

/// How firms and works fare, as a number of them is told to.
const FARE: [&str; 20] = [
    "正常生产",
    "建成投产",
    "竣工投产",
    "停产半停产",
    "半停产",
    "停产",
    "减产",
    "增产",
    "投产",
    "达产",
    "在建",
    "复工",
    "停工",
    "未开工",
    "未投产",
    "开工",
    "竣工",
    "盈利",
    "亏损",
    "关停",
];

/// What else is said of those counted before the noun for them, the longer before the shorter that they end in.
const SAID: [&str; 14] = [
    "新入驻",
    "入驻",
    "入园",
    "落户",
    "新签约",
    "签约",
    "新引进",
    "引进",
    "新开工",
    "在库",
    "新入库",
    "入库",
    "新增",
    "累计",
];

/// What only some of those counted did.
const SOME: [&str; 5] = ["增长的", "上升的", "下降的", "下滑的", "持平的"];

/// Those that fare.
const COUNTED: [&str; 8] = [
    "企业", "项目", "工程", "单位", "市场", "矿井", "煤矿", "房企",
];

impl Sentence<'_> {
    /// 投产企业: the name of those that a number tells to fare so, among the ones that the sentence counted.
    pub(crate) fn those_who_fare(&self, figure: Figure) -> Option<Name> {
        let (lead, first) = (figure.lead, figure.quantity);
        if !matches!(first.kind, Some(UnitKind::Count | UnitKind::People)) {
            return None;
        }
        let said = self.phrases.trimmed(lead.subject.clone());
        let after = figure.next()..figure.clause.end;
        let said = match said.is_empty() {
            // 其中9个已投产
            true if after.len() < 5 => self.phrases.name(after),
            true => return None,
            // 停产5户企业: who they are, what follows says.
            false => match self.tokens().get(after.start).map(|next| &next.kind) {
                Some(Kind::Text | Kind::Name) => return None,
                _ => self.phrases.name(said),
            },
        };
        let still = ['已', '仍', '尚', '有', '仅', '共', '均'];
        let bare = said.plain.trim_start_matches(still);
        // 停产的有3家
        let bare = bare.trim_end_matches(['有', '的']);
        FARE.iter().find(|fare| **fare == bare)?;
        let unit = self.unit(first);
        let counts = |draft: &&Draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level.is_some_and(|level| alike(unscaled(level), unscaled(&unit)))
                && COUNTED.iter().any(|noun| draft.name.plain.ends_with(noun))
                && !FARE.iter().any(|fare| draft.name.plain.contains(fare))
                // 产值下降的企业47家,停产3家: of all of them.
                && !SOME.iter().any(|some| draft.name.plain.contains(some))
        };
        let drafts = self.drafts.get(self.carried.measured_from..)?;
        let whole = &drafts.iter().rev().take(6).find(counts)?.name;
        let noun = COUNTED.iter().find(|noun| whole.plain.ends_with(**noun))?;
        let stem = whole.plain.strip_suffix(noun)?;
        let told = SAID.iter().find_map(|said| stem.strip_suffix(*said));
        // 现代建筑产业园[入驻]企业; 全县[停产]规上工业企业
        let scope = usize::from(stem.starts_with('全')) * 2;
        let before = told.map_or(scope, |before| before.chars().count());
        let after = match told {
            Some(_) => noun.chars().count(),
            None => whole.plain.chars().count().checked_sub(scope)?,
        };
        // As it is printed.
        let at = said.plain.find(bare)?;
        let fare = said
            .first(said.plain[..at].chars().count() + bare.chars().count())
            .last(bare.chars().count());
        Some(whole.first(before).then(&fare).then(&whole.last(after)))
    }

    /// 453家规上企业中亏损企业187家, 规上企业中停产5户: those that fare so, among the firms before them.
    pub(crate) fn among_the_firms(&self, name: Name) -> Name {
        let Some((firms, some)) = name.plain.split_once("企业中") else {
            return name;
        };
        let letters = some.chars().count();
        if FARE.contains(&some) {
            let firms = name.first(firms.chars().count() + 2);
            return name.last(letters).then(&firms);
        }
        match COUNTED.iter().any(|noun| some.ends_with(noun)) {
            true => name.last(letters),
            false => name,
        }
    }

    /// 24个重点项目中,已开工19个
    pub(super) fn done_of_the_works(&mut self, figure: Figure) -> Option<usize> {
        let subject = &figure.lead.subject;
        let deed = self.deed_of_some(figure);
        let alone = !deed.is_empty()
            && deed.len() < 3
            && deed.clone().all(|i| self.tokens()[i].is(Class::Deed));
        // 实施推进项目12个,转移输出1860人: of other things.
        let unit = &self.normal.text[figure.quantity.unit.clone()];
        let alone = alone && !unit.ends_with(['人', '名']);
        let works = self.works_counted().filter(|_| alone)?;
        // 16个新开工项目有9个得到开工: begun works of those that were to begin.
        let begun = self.phrases.name(deed.clone());
        let new = works.plain.find('新').filter(|_| !begun.is_empty());
        let works = match new.map(|at| at + '新'.len_utf8()) {
            Some(at) if works.plain[at..].starts_with(begun.plain.as_str()) => {
                let skip = works.plain[..at].chars().count();
                Name::default().and("已").then(&works.without_first(skip))
            }
            _ => begun_or_not(&works),
        };
        // 全县亿元以上项目46个,竣工9个
        let scope = usize::from(works.plain.starts_with('全')) * 2;
        let rest = works.last(works.plain.chars().count() - scope);
        // 引进投产项目 of 引进项目12个,已有9个投产
        let said = SAID.iter().find(|said| rest.plain.starts_with(**said));
        let said = said.map_or(0, |said| said.chars().count());
        let name = match works.plain.starts_with('已') {
            true => works,
            false => works
                .first(scope + said)
                .then(&begun)
                .then(&rest.without_first(said)),
        };
        let target = self.alone(name, subject);
        self.carried.current = vec![target];
        // 新签约项目47个、开工39个,分别完成……: a list, whatever is told of all.
        let before = subject.start.checked_sub(1);
        let listed = before.and_then(|i| self.tokens().get(i));
        if listed.is_some_and(|it| matches!(it.kind, Kind::Pause)) {
            self.carried.chain.push(target);
        }
        Some(self.put_level(figure, target))
    }

    /// What was done to some of the works: [竣工] of 竣工9个, of 66个重点项目已竣工9个, of 66个重点项目已有9个竣工
    /// and of 66个重点项目中,9个已竣工.
    fn deed_of_some(&self, figure: Figure) -> Range<usize> {
        let said = self.phrases.trimmed(figure.lead.subject.clone());
        if matches!(
            &*self.phrases.name(said.clone()).plain,
            "" | "有" | "已有" | "中有"
        ) {
            let after = self.phrases.trimmed(figure.next()..figure.clause.end);
            let got = after.clone().next();
            let got = got.is_some_and(|i| self.phrases.token_text(i) == "得到");
            return after.start + usize::from(got)..after.end;
        }
        let counted = self.carried.works.as_ref().filter(|(_, here)| *here);
        let Some((works, _)) = counted else {
            return said;
        };
        let again = |&end: &usize| self.phrases.name(said.start..end).plain == works.plain;
        let Some(end) = (said.start..said.end + 1).skip(1).take(8).find(again) else {
            return said;
        };
        let counts = said.start.checked_sub(1).and_then(|i| self.tokens().get(i));
        if !counts.is_some_and(|it| matches!(it.kind, Kind::Quantity(_))) {
            return said;
        }
        match self.phrases.trimmed(end..said.end) {
            nothing if nothing.is_empty() => figure.next()..figure.clause.end,
            deed => deed,
        }
    }

    /// The works that were counted just before: some of them are told of.
    fn works_counted(&self) -> Option<Name> {
        let doers = self.carried.doers.as_ref().map(|(_, doers)| doers);
        let works = self.carried.works.as_ref();
        // 重点项目63个……。目前已开工52个: those of the sentence before, where this one begins so.
        let first = self.carried.sentence == self.drafts.len();
        let works = works
            .filter(|(_, here)| *here || first)
            .map(|(works, _)| works);
        let works = doers
            .filter(|doers| Lexicon::get().ends_in(Noun::Works, &doers.plain))
            .or(works)?;
        Some(works.clone())
    }
}

/// Whether two units count the same: firms are 家 and 户.
fn alike(one: &str, other: &str) -> bool {
    let firms = |unit: &str| unit.chars().count() == 1 && ends_in(unit, &['家', '户']);
    one == other || firms(one) && firms(other)
}

//! Who is counted in the places, schools and zones that are named after a whole: 在校学生7万人,其中小学3万人.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;

/// Who is counted in schools.
const IN_SCHOOLS: [&str; 8] = [
    "专任教师",
    "教师",
    "在校学生",
    "在校生",
    "学生",
    "毕业生",
    "招生",
    "教职工",
];

/// How visits are named.
const VISITS: [&str; 6] = ["接待游客", "接待人次", "接待量", "游客", "客流量", "接待"];

/// What places that have visitors, and zones that have firms, end in.
const SIGHTS: [&str; 14] = [
    "馆",
    "园",
    "村",
    "景区",
    "寺",
    "山",
    "湖",
    "古镇",
    "街区",
    "古城",
    "峡",
    "洞",
    "岛",
    "度假区",
];
const ZONES: [&str; 12] = [
    "园",
    "园区",
    "走廊",
    "新区",
    "开发区",
    "高新区",
    "经开区",
    "街道",
    "镇",
    "乡",
    "县",
    "区",
];

/// Within how many words of a sentence it is told by what it goes on.
const TOLD_AHEAD: usize = 48;

/// How many statements back a whole may stand.
const NEAR: usize = 6;

impl Sentence<'_> {
    /// The name of a school, a sight or a zone with who is counted there, as the whole before tells.
    pub(crate) fn headcount(&self, name: Name, first: &Quantity) -> Name {
        let unit = self.unit(first);
        let ends = |ends: &[&str]| ends.iter().any(|end| name.plain.ends_with(end));
        let who = match first.kind {
            Some(UnitKind::People) if unit.ends_with("人次") && ends(&SIGHTS) => {
                self.counted_before(&unit, |whole| ending(whole, &VISITS))
            }
            Some(UnitKind::People) if Lexicon::get().ends_in(Noun::Institution, &name.plain) => {
                self.counted_before(&unit, |whole| contained(whole, &IN_SCHOOLS))
            }
            Some(UnitKind::Count) if ends(&ZONES) && self.told_by_zones(first) => {
                // 高新园131家、科创走廊64家: none of the other zones.
                let firms = |whole: &Name| {
                    let whole = without_all(whole);
                    let zone = ZONES.iter().any(|end| whole.plain.contains(end));
                    (whole.plain.ends_with("企业") && !zone).then_some(whole)
                };
                return match self.counted_before(&unit, firms) {
                    Some(firms) => name.then(&firms),
                    None => name,
                };
            }
            _ => None,
        };
        who.map_or(name.clone(), |who| name.and(who))
    }

    /// 普通中学232所,在校学生23万人: of the institutions counted before; 发明专利 of what was applied
    /// for or granted.
    pub(crate) fn within(&self, name: Name) -> Name {
        let lexicon = Lexicon::get();
        if lexicon.is_one_of(Noun::Within, &name.plain)
            && let Some(institution) = &self.carried.institution
        {
            return institution.then(&name);
        }
        // 普通本专科招生9.1万人,在校生31.4万人: of the same school, where no kindergarten's.
        if lexicon.is_one_of(Noun::Within, &name.plain)
            && !name.plain.starts_with("在园")
            && let Some(said) = self.drafts.get(self.carried.sentence..)
            && let Some(level) = said
                .iter()
                .rev()
                .take(3)
                .find_map(|draft| school(&draft.name))
        {
            return level.then(&name);
        }
        if lexicon.is_one_of(Noun::Patent, &name.plain)
            && let Some(draft) = self.spoken_of()
            && let Some(at) = ["申请", "授权"]
                .iter()
                .find_map(|done| draft.name.plain.find(done))
        {
            let count = draft.name.plain[..at].chars().count();
            return name.then(&draft.name.first(count + 2).last(2));
        }
        name
    }

    /// What the last statements in a unit were of, as far as they say so.
    fn counted_before<T>(&self, unit: &str, said: impl Fn(&Name) -> Option<T>) -> Option<T> {
        let told = self.drafts.get(self.carried.measured_from..)?;
        let alike = |draft: &&Draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level.is_some_and(|level| unscaled(level) == unscaled(unit))
        };
        let mut told = told.iter().rev().take(NEAR).filter(alike);
        told.find_map(|draft| said(&draft.name))
    }

    /// 分园区看, 分县区看: whether the sentence goes through the zones of a place before a number.
    fn told_by_zones(&self, first: &Quantity) -> bool {
        let before = self.tokens().iter().take(TOLD_AHEAD);
        let mut before = before.take_while(|token| token.start < first.at.start);
        let ends = before.clone().last().map_or(0, |token| token.end);
        let start = before.next().map_or(0, |token| token.start);
        let before = self.normal.text.get(start..ends).unwrap_or_default();
        [
            "分园区看",
            "分县区看",
            "分区域看",
            "分镇街看",
            "分乡镇看",
            "分县市区看",
            "分板块看",
        ]
        .iter()
        .any(|view| before.contains(view))
    }
}

/// Which of some words a name holds.
fn contained(name: &Name, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| name.plain.contains(word))
}

/// Which of some words a name ends in.
fn ending(name: &Name, words: &[&'static str]) -> Option<&'static str> {
    words
        .iter()
        .copied()
        .find(|word| name.plain.ends_with(word))
}

/// 高新技术企业 of 全区高新技术企业.
fn without_all(name: &Name) -> Name {
    name.without_first(usize::from(name.plain.starts_with('全')) * 2)
}

/// Whose pupils a name counts: 普通本专科 of 普通本专科招生.
fn school(name: &Name) -> Option<Name> {
    let pupils = ["在校学生", "在校生", "毕业生", "招生"]
        .iter()
        .find(|end| name.plain.ends_with(**end))?;
    let count = name.plain.chars().count() - pupils.chars().count();
    (count > 1).then(|| name.first(count))
}

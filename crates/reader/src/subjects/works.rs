//! How far works got, and what was invested in them.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

/// What is built, as a field of work is called: 高速公路方面.
const FIELDS: [&str; 14] = [
    "公路", "道路", "铁路", "航道", "港口", "码头", "站场", "水利", "管网", "电网", "建设", "工程",
    "改造", "绿化",
];

/// How the parts of works are called, which are done by so much.
const PARTS: [&str; 14] = [
    "工程", "主体", "结构", "路基", "桥梁", "桥涵", "隧道", "路面", "基础", "土建", "施工", "征地",
    "拆迁", "改造",
];

impl Sentence<'_> {
    /// 在高速公路方面,完成投资1.02亿元: the works that a sentence turns to.
    pub(crate) fn note_field(&mut self, clause: &Range<usize>) {
        let Some(words) = self.tokens().get(clause.clone()) else {
            return;
        };
        let led = |token: &&Token| token.is(Class::Conn) || token.is(Class::Prep);
        let from = words.iter().take_while(led).count();
        let [first, .., last] = &words[from..] else {
            return;
        };
        let said = &self.normal.text[first.start..last.end];
        let Some(field) = said.strip_suffix("方面") else {
            return;
        };
        if FIELDS.iter().any(|end| field.ends_with(end)) {
            let works = self.phrases.name_of(first.start..first.start + field.len());
            self.carried.works = Some((works, true));
        }
    }

    /// 在建项目185个,完成235.8亿元: what was invested in the works counted just before.
    pub(crate) fn invested_in_works(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let tokens = self.tokens().get(lead.subject.clone())?;
        let verb = tokens.last()?;
        let alone = tokens[..tokens.len() - 1].iter().all(|token| {
            token.is(Class::Adverb) || token.is(Class::All) || matches!(token.kind, Kind::Time(_))
        });
        let done = alone
            && first.kind == Some(UnitKind::Money)
            && &self.normal.text[verb.range()] == "完成";
        let (works, _) = self.carried.works.as_ref().filter(|_| done)?;
        Some(works.and("完成投资"))
    }

    /// 签订合同19个,已开工项目14个,6个项目建成投产,合同金额4亿元,实际到位资金1亿元: whether what came in is of all that
    /// was counted, and of no one of them alone.
    pub(crate) fn came_in_for_several(&self, name: &Name) -> bool {
        let parts = self.carried.taken_apart.is_some();
        if parts || !name.plain.ends_with("到位资金") {
            return false;
        }
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let attribute = |draft: &&Draft| {
            let ends = ["金额", "率"];
            draft.timeless || ends.iter().any(|end| draft.name.plain.ends_with(end))
        };
        let counts = |draft: &&Draft| {
            let counted = ["项目", "合同", "协议", "工程", "企业"];
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            matches!(level, Some("个" | "项" | "份" | "家"))
                && counted.iter().any(|noun| draft.name.plain.ends_with(noun))
        };
        let before = said.iter().rev().take(8).filter(|it| !attribute(it));
        before.take_while(counts).count() > 1
    }

    /// 交通固定资产投资27亿元,其中高速公路完成19.3亿元: of the investment.
    pub(crate) fn part_of_investment(&self, name: Name, lead: &Lead, first: &Quantity) -> Name {
        let tokens = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let done = tokens.last().map(|verb| &self.normal.text[verb.range()]);
        let parts = self.carried.taken_apart.map(|whole| whole..=whole + 12);
        let whole = parts.filter(|parts| parts.contains(&self.drafts.len()));
        let whole = whole.and_then(|parts| self.drafts.get(*parts.start()));
        let invested = whole.is_some_and(|whole| whole.name.plain.ends_with("投资"));
        let lexicon = Lexicon::get();
        let measured = lexicon.ends_in(Noun::Measure, &name.plain);
        match first.kind == Some(UnitKind::Money) && done == Some("完成") && invested && !measured
        {
            true => name.and("投资"),
            false => name,
        }
    }

    /// 路基工程完成92%: how far a part of the works got.
    pub(crate) fn done_of_the_works_part(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let tokens = self.tokens().get(lead.subject.clone())?;
        let done = &self.normal.text[tokens.last()?.range()] == "完成";
        if !done || first.kind != Some(UnitKind::Rate) {
            return None;
        }
        let words = lead.subject.start..lead.subject.end - 1;
        let name = self.phrases.name(self.phrases.trimmed(words));
        let part = PARTS.iter().any(|end| name.plain.ends_with(end));
        let alone = !name.plain.contains(['、', '的']) && name.plain.chars().count() <= 16;
        (part && alone).then(|| name.and("完成比例"))
    }
}

//! Who speaks for a firm, and what is said of it then: 博敏电子行政总监告诉记者,公司上半年产值4.3亿元.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::firm::firm_in;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use std::ops::Range;

/// What those are who speak for a firm.
const TITLES: [&str; 10] = [
    "董事长",
    "总经理",
    "副总",
    "总监",
    "负责人",
    "厂长",
    "总裁",
    "创始人",
    "车间主任",
    "经理",
];

/// What stands between the firm and the title, and is part of neither.
const BETWEEN: [&str; 11] = [
    "一位", "行政", "的", "有关", "相关", "财务", "销售", "生产", "技术", "常务", "执行",
];

/// How a firm is called by those who speak for it.
const ITSELF: [&str; 5] = ["该公司", "该企业", "公司", "企业", "集团"];

impl Sentence<'_> {
    /// Notes whose firm the one who speaks in a clause without a number is of.
    pub(crate) fn note_speaker(&mut self, clause: &Range<usize>) {
        let [first, ..] = &self.tokens()[clause.clone()] else {
            return;
        };
        let end = self.tokens()[clause.end - 1].end;
        let words = self.normal.text.get(first.start..end).unwrap_or_default();
        // Few clauses have a letter that all titles have one of, and looking for words costs more.
        if !words.contains(['董', '理', '副', '监', '负', '厂', '裁', '创', '任']) {
            return;
        }
        let Some(title) = TITLES.iter().filter_map(|title| words.find(title)).min() else {
            return;
        };
        let mut whose = &words[..title];
        while let Some(rest) = BETWEEN.iter().find_map(|word| whose.strip_suffix(word)) {
            whose = rest;
        }
        let name = self.phrases.name_of(first.start..first.start + whose.len());
        let topic = self.carried.topic.as_ref().map(|(topic, _)| topic);
        let firm = match ITSELF.contains(&name.plain.as_str()) {
            // 公司董事长 speaks for the firm that the sentence before told of.
            true => topic.and_then(firm_in),
            false => firm_in(&name).or_else(|| {
                let letters = name.plain.chars().count();
                let makes = Lexicon::get().ends_in(Noun::Maker, &name.plain);
                (makes && (4..16).contains(&letters)).then_some(name)
            }),
        };
        if let Some(firm) = firm {
            self.carried.speaker = Some((firm, true));
        }
    }

    /// What a firm's measure is called where somebody speaks for it: 公司产值, 产值.
    pub(crate) fn of_the_speaker(&self, name: &Name) -> Option<Name> {
        let (firm, here) = self.carried.speaker.as_ref()?;
        let account = |name: &str| Lexicon::get().is_one_of(Noun::Account, name);
        let own = ITSELF.iter().find_map(|own| name.plain.strip_prefix(own));
        let measure = match own {
            Some(measure) => name.last(measure.chars().count()),
            None if *here => name.clone(),
            None => return None,
        };
        account(&measure.plain).then(|| firm.then(&measure))
    }
}

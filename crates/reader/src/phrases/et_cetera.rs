//! What sums up a list that does not name all: 等重大项目, 三大支柱产业.

use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

/// What the parts of a list are called where they are counted: 三大主导产业.
pub(crate) const SUMS: [&str; 11] = [
    "产业", "行业", "产品", "领域", "企业", "门类", "集群", "板块", "税种", "市场", "园区",
];

impl Phrases<'_> {
    /// The noun after 等 where a list stands before it, or one that was signed or won, and the token
    /// that holds it.
    pub(crate) fn after_et_cetera(&self, range: Range<usize>) -> Option<(usize, Name)> {
        let pause = range
            .clone()
            .find(|&i| matches!(self.tokens[i].kind, Kind::Pause));
        // 引进福耀玻璃等重大项目20个
        let first = self.tokens.get(range.start)?;
        let acts = [Class::Act, Class::Deed, Class::Keep];
        let verb = range.len() > 1 && acts.iter().any(|&class| first.is(class));
        let won = verb || self.text(first.range()).chars().take(4).any(|c| c == '了');
        let last = self.name_of(self.tokens.get(range.end.checked_sub(1)?)?.range());
        let works = won && Lexicon::get().ends_in(Noun::Works, &last.plain);
        let from = pause.or(works.then_some(range.start))?;
        (from..range.end).rev().find_map(|i| {
            let token = &self.tokens[i];
            let text = self.text(token.range());
            let at = text
                .rfind('等')
                .filter(|_| matches!(token.kind, Kind::Text))?;
            let rest = token.start + at + '等'.len_utf8()..token.end;
            let name = self.name_of(rest);
            // 三等, 等级, 等于
            let other = name.plain.starts_with(['级', '次', '于'])
                || pause.is_none() && text[..at].ends_with(crate::words::numeral::is_chinese);
            let verb = self.name_of(first.range());
            let name = match verb.is_empty()
                || pause.is_some()
                || !acts.iter().any(|&class| first.is(class))
            {
                true => name,
                false => verb.then(&name),
            };
            (!name.is_empty() && !other).then_some((i, name))
        })
    }
}

/// Where a count of what a list named begins: 三大支柱产业 in 钢铁、铝业和电力三大支柱产业增加值.
pub(crate) fn summed_up(name: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let pair = letters.windows(2).rev().find(|pair| {
        let numeral = pair[0].1.is_ascii_digit() && pair[1].1 == '大';
        (numeral || crate::words::numeral::is_chinese(pair[0].1))
            && matches!(pair[1].1, '大' | '个' | '类' | '种')
    })?;
    let rest = &name[pair[1].0..];
    // 12大产业集群 has two digits.
    let digits = name[..pair[0].0].trim_end_matches(|c: char| c.is_ascii_digit());
    SUMS.iter()
        .any(|noun| rest.contains(noun))
        .then_some(digits.len())
}

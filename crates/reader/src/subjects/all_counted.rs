//! What is told of all parts of a place, which are counted before it: 全市13个县(市、区)经济总量合计.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// 前五强GDP of 前五强GDP合计, 前十县(市)生产总值 of 排名前十的县(市)实现生产总值: of the first so many, and not of all.
    pub(crate) fn of_the_first(&self, name: Name, lead: &Lead) -> Name {
        let start = self.phrases.trimmed(lead.subject.clone()).start;
        let of = start.checked_sub(1).filter(|&i| {
            let token = self.tokens().get(i);
            token.is_some_and(|token| matches!(token.kind, Kind::Of))
        });
        let rank = of.unwrap_or(start).checked_sub(1);
        let rank = rank.and_then(|i| self.tokens().get(i));
        let first = rank.filter(|token| match &token.kind {
            Kind::Rank(place) => place.bound == Bound::Under && place.place > 1,
            _ => false,
        });
        match first {
            Some(first) => self.phrases.name_of(first.range()).then(&name),
            None => name,
        }
    }

    /// 经济总量 of 13个县经济总量, where words say that the parts are taken together; else it is of some of them.
    pub(crate) fn of_all_counted(&self, name: Name, lead: &Lead) -> Name {
        let start = self.phrases.trimmed(lead.subject.clone()).start;
        let count = start.checked_sub(1).and_then(|i| self.tokens().get(i));
        let counts = count.is_some_and(
            |it| matches!(&it.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Count)),
        );
        let kind = self.phrases.token_text(start);
        let parts = Lexicon::get().is_one_of(Noun::Places, kind);
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let together = words.iter().any(|token| {
            let text = &self.normal.text[token.range()];
            ["合计", "共", "总共", "累计"].contains(&text)
        });
        let all = start.checked_sub(2).and_then(|i| self.tokens().get(i));
        let all = all.is_some_and(|it| it.is(Class::Scope));
        let rest = name.plain.strip_prefix(kind).filter(|it| !it.is_empty());
        match rest.filter(|_| counts && parts && together && all) {
            Some(rest) => name.last(rest.chars().count()),
            None => name,
        }
    }
}

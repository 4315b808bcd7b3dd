//! Some of those just counted, by what they did: 1000家重点企业已有689家实施技改项目.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// The longest that is said of what they did, in characters.
const LONGEST: usize = 14;

/// The clause before is looked at no further back, in tokens.
const NEAR: usize = 64;

impl Sentence<'_> {
    /// Reads how many of them did so; gives the token after that.
    pub(super) fn some_that_did(&mut self, figure: Figure) -> Option<usize> {
        let words = self
            .tokens()
            .get(figure.lead.subject.start..figure.lead.end)?;
        let some = |token: &Token| matches!(&self.normal.text[token.range()], "已有" | "有" | "已");
        if figure.quantity.kind != Some(UnitKind::Count) || !words.last().is_some_and(some) {
            return None;
        }
        let whole = self.counted_just_before(figure)?;
        let did = figure.next()..figure.clause.end;
        let tokens = self.tokens().get(did.clone())?;
        let acts = [Class::Act, Class::Deed];
        let begins = tokens.first()?;
        let moves = |token: &Token| {
            let fares = [
                Class::Rise,
                Class::Fall,
                Class::Flat,
                Class::Rate,
                Class::Level,
            ];
            let figure = matches!(
                token.kind,
                Kind::Quantity(_) | Kind::Number(_) | Kind::Rank(_)
            );
            figure || fares.iter().any(|&class| token.is(class))
        };
        let act = |token: &Token| acts.iter().any(|&class| token.is(class));
        // 已有28个开工建设: 开工建设重点项目, told elsewhere.
        if !act(begins) || tokens.iter().all(act) || tokens.iter().any(moves) {
            return None;
        }
        let did = self.phrases.name(did);
        if did.plain.chars().count() > LONGEST {
            return None;
        }
        let target = self.alone(did.and("的").then(&whole), &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let last = self
            .tokens()
            .get(figure.clause.end.checked_sub(1)?)?
            .range();
        let last = self.bytes(last);
        self.drafts.get_mut(target)?.cover(&last);
        Some(figure.clause.end)
    }

    /// Those that the number right before counted by the same unit: 重点企业 of 1000家重点企业已有.
    fn counted_just_before(&self, figure: Figure) -> Option<Name> {
        let unit = self.unit(figure.quantity);
        let told = self.drafts.get(self.carried.sentence..)?.last()?;
        let level = told.level.as_ref()?;
        let same = level.unit.as_deref() == Some(unit.as_str());
        // 重点重抓的35家企业,已有10家……: in this clause, or in the one right before.
        let near = self.tokens().get(..figure.clause.start)?;
        let comma = near.last().is_some_and(|it| matches!(it.kind, Kind::Comma));
        let before = near.get(..near.len() - usize::from(comma))?;
        let before = &before[before.len().saturating_sub(NEAR)..];
        let from = before.iter().rposition(|token| token.kind.breaks());
        let from = before
            .get(from.map_or(0, |at| at + 1)..)
            .unwrap_or_default();
        let from = from.first().or(self.tokens().get(figure.clause.start))?;
        let same = same && self.bytes(from.range()).start <= level.at.start;
        let words = self.phrases.trimmed(figure.lead.subject.clone());
        let noun = self.phrases.name(words);
        let noun = noun.plain.trim_end_matches("已有").trim_end_matches('已');
        let named = noun.is_empty() || told.name.plain.ends_with(noun);
        (same && named).then(|| told.name.clone())
    }
}

//! A total after the parts of a count is the whole's: 重点项目63个,其中新建34个,续建29个,总投资392亿元.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::counted_works;
use crate::statement::Sentence;
use crate::words::token::{Kind, Token};
use std::ops::RangeInclusive;

/// How many parts a sentence may have; a total after a single one is that one's.
const PARTS: RangeInclusive<usize> = 2..=5;

impl Sentence<'_> {
    /// Speaks of the whole again, where a total follows parts that 其中 begins.
    pub(crate) fn total_of_all_parts(&mut self, lead: &Lead) {
        let totals = ["总投资", "总投资额", "计划总投资", "项目总投资"];
        if !(1..=4).contains(&lead.subject.len()) {
            return;
        }
        let total = self.phrases.name(lead.subject.clone());
        if !totals.contains(&total.plain.as_str()) {
            return;
        }
        // ……前期项目3项。总投资519.86亿元: of what the sentence before took apart.
        let here = self.carried.sentence;
        let from = match here == self.drafts.len() {
            true => Some(self.carried.sentence_before),
            false => self.takes_apart(lead).then_some(here),
        };
        let said = from.and_then(|from| self.drafts.get(from..));
        let said = said.unwrap_or_default();
        let works = whole_of_parts(said).and_then(|whole| counted_works(&whole.name));
        if let Some(works) = works {
            self.carried.works = Some((works.clone(), true));
            self.carried.entity = Some(works);
            self.carried.owner = None;
        }
    }

    /// Whether 其中 stands between the first count of the sentence and the total.
    fn takes_apart(&self, lead: &Lead) -> bool {
        let before = self.tokens().get(..lead.subject.start).unwrap_or_default();
        let count = |it: &Token| matches!(it.kind, Kind::Quantity(_));
        let first = before.iter().position(count).unwrap_or(before.len());
        let parts = before[first..].iter();
        let parts = parts.map(|token| &self.normal.text[token.range()]);
        parts.filter(|word| *word == "其中").count() == 1
    }
}

/// The statement that counts of the same kind follow, as its parts do.
fn whole_of_parts(said: &[Draft]) -> Option<&Draft> {
    let unit = |draft: &Draft| draft.level.as_ref()?.unit.clone();
    let whole = said.first()?;
    let counted = unit(whole)?;
    let alike = said[1..]
        .iter()
        .all(|part| unit(part).as_ref() == Some(&counted));
    (PARTS.contains(&(said.len() - 1)) && alike).then_some(whole)
}

//! A total after parts that sum up to the whole is the whole's: 重点项目63个,其中新建34个,续建29个,总投资392亿元.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::counted_works;
use crate::statement::Sentence;
use std::ops::RangeInclusive;

/// How many parts a sentence may have.
const PARTS: RangeInclusive<usize> = 2..=5;

impl Sentence<'_> {
    /// Speaks of the whole again, where a total follows counts that sum up to it.
    pub(crate) fn total_of_all_parts(&mut self, lead: &Lead) {
        let totals = ["总投资", "总投资额", "计划总投资", "项目总投资"];
        let total = self.phrases.name(lead.subject.clone());
        if !totals.contains(&total.plain.as_str()) {
            return;
        }
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let works = whole_of_parts(said).and_then(|whole| counted_works(&whole.name));
        if let Some(works) = works {
            self.carried.works = Some((works.clone(), true));
            self.carried.entity = Some(works);
            self.carried.owner = None;
        }
    }
}

/// The statement whose count those after it sum up to.
fn whole_of_parts(said: &[Draft]) -> Option<&Draft> {
    let count = |draft: &Draft| {
        let level = draft.level.as_ref()?;
        let count: u64 = level.digits.parse().ok()?;
        Some((count, level.unit.clone()?))
    };
    PARTS.filter(|&parts| parts < said.len()).find_map(|parts| {
        let (whole, parts) = said[said.len() - parts - 1..].split_first()?;
        let (all, unit) = count(whole)?;
        let mut sum = 0_u64;
        for part in parts {
            let (part, its) = count(part)?;
            sum = sum.checked_add(part).filter(|_| its == unit)?;
        }
        (sum == all).then_some(whole)
    })
}

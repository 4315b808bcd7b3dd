//! By how much the latter of two has more than the former: 福州842万人,泉州885万人,后者多出43万人.

use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::places::is_name;
use crate::words::token::Quantity;
use std::ops::Range;

impl Sentence<'_> {
    /// Reads such an amount; gives the token after it. It is no change of anything.
    pub(super) fn than_the_former(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let words = self.text_of(before.clone());
        let rest = words.strip_prefix("后者").or(words.strip_prefix("前者"))?;
        let rest = rest.trim_start_matches(['则', '还', '要', '却', '仅', '只']);
        let below = match rest {
            "多" | "多出" | "高" | "高出" | "领先" => false,
            "少" | "低" | "落后" => true,
            _ => return None,
        };
        let latter = words.starts_with('后');
        let end = group.range.end;
        let Some(&[former, second]) = self.carried.last_said(2) else {
            return Some(end);
        };
        let (target, other) = match latter {
            true => (second, former),
            false => (former, second),
        };
        if let Some(to) = self.place_of_the_same(other, target) {
            let distance = self.distance(to, first, below);
            self.drafts.get_mut(target)?.gaps.push(distance);
            let lead = Lead {
                from: before.start,
                ..Lead::default()
            };
            self.cover(target, &lead, group.items.first()?);
        }
        Some(end)
    }

    /// The place of one statement, where another is of the same of another place.
    fn place_of_the_same(&self, one: usize, other: usize) -> Option<String> {
        let place = |i: usize| {
            let name = &self.drafts.get(i)?.name;
            let letters = name.plain.chars().count();
            let place = (2..letters.min(8)).rev().map(|n| name.first(n));
            place.into_iter().find(|it| is_name(&it.plain))
        };
        let (first, second) = (place(one)?, place(other)?);
        let measure = |i: usize, place: &str| {
            let draft = self.drafts.get(i)?;
            draft.name.plain.strip_prefix(place).map(str::to_owned)
        };
        let same = measure(one, &first.plain)? == measure(other, &second.plain)?;
        same.then(|| first.printed().to_owned())
    }
}

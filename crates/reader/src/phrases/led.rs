//! What led a place to its figures, between the two: 石门县[在重大项目的带动下]开工项目67个.

use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::words::lexicon::Class;
use std::ops::Range;

/// So far from the place what led it ends, in tokens.
const REACH: usize = 40;

/// How words end that say that something led it.
const LED: [&str; 7] = ["带动", "推动", "拉动", "支撑", "引领", "影响", "作用"];

impl Phrases<'_> {
    /// The place that a range begins with, where what led it follows, and the token after 下.
    pub(crate) fn led(&self, range: &Range<usize>) -> Option<(Name, usize)> {
        let text = |i: usize| self.token_text(i);
        let first = range.start + usize::from(text(range.start).starts_with("其中"));
        let by = (first + 1..range.end.min(first + 3)).find(|&i| text(i) == "在")?;
        let place = self.name(first..by);
        // 青溪区, which no table holds
        let county = (3..=4).contains(&place.plain.chars().count())
            && place.plain.ends_with(['县', '区', '旗', '镇']);
        if !county && !crate::words::places::is_name(&place.plain) {
            return None;
        }
        let mut near = by + 1..range.end.min(by + REACH);
        let below = near.find(|&i| {
            let ends = self.tokens[i].is(Class::PrepEnd) && text(i) == "下";
            ends && LED
                .iter()
                .any(|end| self.text(0..self.tokens[i].start).ends_with(end))
        })?;
        Some((place, below + 1))
    }
}

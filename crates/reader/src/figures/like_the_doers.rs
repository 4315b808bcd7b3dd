//! What measures the parts that follow a count of doers: 22个大类的产值实现正增长,其中,医药制造业增速达42.6%.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;

/// 其中 stands no further from the count, in bytes.
const REACH: usize = 240;

impl Sentence<'_> {
    /// Notes what some of those counted fared by, where some of them follow.
    pub(super) fn measured_like_the_doers(&mut self, measure: &Name, how: &Name, end: usize) {
        let lexicon = Lexicon::get();
        let tail = |name: &Name| {
            let whole = name.first(rateless(&name.plain).chars().count());
            lexicon.is_one_of(Noun::Tail, &whole.plain).then_some(whole)
        };
        // 产值实现正增长, where the measure stands in how they fared.
        let begins = || (2..6).rev().find_map(|letters| tail(&how.first(letters)));
        let Some(tail) = tail(measure).or_else(begins) else {
            return;
        };
        let Some(last) = end.checked_sub(1).and_then(|i| self.tokens().get(i)) else {
            return;
        };
        let after = self.normal.text.get(last.end..).unwrap_or_default();
        let mut near = after.char_indices().map(|(at, _)| at);
        let near = near.find(|&at| at >= REACH).unwrap_or(after.len());
        if after[..near].contains("其中") {
            self.carried.tail = Some(tail);
        }
    }
}

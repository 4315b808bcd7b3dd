//! By how much a distance between two places grew or shrank: 与襄阳的差距为86.5亿元,较去年同期缩小22.3亿元.

use crate::phrases::clause::Group;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::token::Quantity;
use std::ops::Range;

/// So many tokens before, the distance may have been told.
const REACH: usize = 24;

/// Words for a distance.
const APART: [&str; 6] = ["差距", "相差", "差额", "差值", "优势", "领先"];

impl Sentence<'_> {
    /// The token after such an amount: neither place has so much more or less than it had.
    pub(super) fn distance_moved(
        &self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let amount = matches!(
            first.kind,
            Some(UnitKind::Money | UnitKind::People | UnitKind::Amount)
        );
        let words = self.text_of(before.clone());
        let verb = words.trim_end_matches('了');
        let moves = ["缩小", "扩大", "拉大", "收窄", "缩减", "拉开"];
        let moves = moves.iter().any(|it| verb.ends_with(it));
        if !amount || !moves || group.items.len() != 1 {
            return None;
        }
        // 差距比上年同期缩小112.3亿元; 城乡居民收入差距缩小235元 tells of incomes.
        let own = [
            "差距",
            "这一差距",
            "两者差距",
            "二者差距",
            "两市差距",
            "两地差距",
        ];
        if own.iter().any(|own| words.starts_with(own)) {
            return Some(group.range.end);
        }
        let comma = before.start.checked_sub(1)?;
        self.tokens().get(comma)?.kind.breaks().then_some(())?;
        let told = (comma.saturating_sub(REACH)..comma)
            .rev()
            .take_while(|&i| !self.tokens()[i].kind.breaks())
            .any(|i| {
                let text = self.phrases.token_text(i);
                APART.iter().any(|apart| text.contains(apart))
            });
        told.then_some(group.range.end)
    }
}

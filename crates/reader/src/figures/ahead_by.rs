//! By how much a place leads another that it passed clauses before: 反超台州(3318.4亿元),重回全省第6,领先43.4亿元.

use crate::figures::apart_by::PASSES;
use crate::figures::two_places::Against;
use crate::phrases::clause::Group;
use crate::statement::Sentence;
use crate::words::token::Quantity;
use std::ops::Range;

/// So many tokens before, the other may have been named.
const REACH: usize = 24;

impl Sentence<'_> {
    /// Reads such an amount; gives the token after it. Where nobody was passed, it is of nothing.
    pub(super) fn ahead_by(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        if let Some(end) = self.than_the_former(group, first, before) {
            return Some(end);
        }
        let words = self.text_of(before.clone());
        if let Some(end) = self.passed_by(group, first, before, &words) {
            return Some(end);
        }
        if let Some(end) = self.behind(group, first, before) {
            return Some(end);
        }
        let lead = matches!(words.as_str(), "领先" | "仅领先" | "只领先");
        if !lead {
            return None;
        }
        let end = group.range.end;
        let Some(other) = self.passed_before(before.start) else {
            return Some(end);
        };
        let &[target] = self.carried.current.as_slice() else {
            return Some(end);
        };
        self.put_where_it_fits(group, first, (target, other), false, before.start);
        Some(end)
    }

    /// 落后襄阳32.4亿元: how far the place spoken of is behind another.
    fn behind(&mut self, group: &Group, first: &Quantity, before: &Range<usize>) -> Option<usize> {
        let (from, to) = (self.tokens().get(before.start)?, before.end.checked_sub(1)?);
        let (start, end) = (from.start, self.tokens().get(to)?.end);
        let words = self.normal.text.get(start..end)?;
        let rest = words.trim_start_matches(['仅', '只', '还']);
        let rest = rest.strip_prefix("落后").filter(|_| before.len() < 4)?;
        let other = self.place_in(end - rest.len()..end)?;
        (other.end == end).then_some(())?;
        if let &[target] = self.carried.current.as_slice() {
            self.put_where_it_fits(group, first, (target, other), true, before.start);
        }
        Some(group.range.end)
    }

    /// 总量被邵阳反超13.8亿元: how far the place spoken of is behind another.
    fn passed_by(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
        words: &str,
    ) -> Option<usize> {
        let passed = PASSES.iter().find_map(|verb| words.strip_suffix(*verb))?;
        passed.contains('被').then_some(())?;
        let by = before
            .clone()
            .find(|&i| self.phrases.token_text(i).contains('被'))?;
        let start = self.tokens().get(by)?.start + self.phrases.token_text(by).find('被')?;
        let start = start + "被".len();
        let end = self.tokens().get(before.end.checked_sub(2)?)?.end;
        let other = self.place_in(start..end);
        if let (Some(other), &[target]) = (other, self.carried.current.as_slice()) {
            self.put_where_it_fits(group, first, (target, other), true, before.start);
        }
        Some(group.range.end)
    }

    /// Tells how far a place is from another, where their own figures do not say otherwise.
    fn put_where_it_fits(
        &mut self,
        group: &Group,
        first: &Quantity,
        (target, other): (usize, Range<usize>),
        below: bool,
        from: usize,
    ) {
        let against = self.against_its_level(target, &other, first);
        let fits = match against {
            Against::Unknown => true,
            Against::Below(it) => it == below,
            _ => false,
        };
        if fits {
            self.put_apart(group, first, target, other, below, from);
        }
    }

    /// The place that this sentence told to be passed, last before a token.
    fn passed_before(&self, token: usize) -> Option<Range<usize>> {
        let near = token.saturating_sub(REACH)..token;
        near.rev().find_map(|i| {
            let verb = self.phrases.token_text(i);
            let passes = PASSES.iter().any(|it| verb.ends_with(it));
            let next = self.tokens().get(i + 1).filter(|_| passes)?;
            self.place_in(next.range())
        })
    }
}

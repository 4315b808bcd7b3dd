//! What a figure leaves out: 剔除房地产业,服务业增加值增长6.2%; 扣除留抵退税因素后下降8.3%.

use crate::name::Name;
use crate::statement::Sentence;
use crate::token::Kind;
use std::ops::Range;

/// The longest run of characters that says what is left out.
const LONGEST: usize = 16;
/// Words for what was named before, for prices, and for what defines a measure.
const UNNAMED: &[&str] = &["价格", "物价", "上述", "该", "这", "其", "的"];

impl Sentence<'_> {
    /// Notes what the figures of a clause leave out, as it stands in brackets after their names.
    /// True where the clause says nothing else.
    pub(crate) fn note_exclusion(&mut self, clause: &Range<usize>) -> bool {
        self.exclusion(clause).is_some_and(|(without, alone)| {
            self.carried.without = Some(without);
            alone
        })
    }

    fn exclusion(&self, clause: &Range<usize>) -> Option<(Name, bool)> {
        let words = self.tokens().get(clause.clone())?;
        let text = |i: usize| &self.normal.text[words[i].range()];
        let verb = (0..words.len().min(3)).find(|&i| matches!(text(i), "剔除" | "扣除"))?;
        let led = (0..verb).all(|i| {
            matches!(words[i].kind, Kind::Time(_) | Kind::Word(_)) || matches!(text(i), "若" | "如")
        });
        let from = words.get(verb + 1)?.start;
        let rest = &self.normal.text[from..words.last()?.end];
        let comma = self.tokens().get(clause.end);
        let alone = comma.is_some_and(|it| matches!(it.kind, Kind::Comma))
            && !words.iter().any(|it| matches!(it.kind, Kind::Quantity(_)));
        // 扣除留抵退税因素后下降8.3%
        let end = match rest.find('后') {
            Some(after) => from + after,
            None if alone => from + rest.len(),
            None => return None,
        };
        let what = self.phrases.name_of(from..end);
        let count = what.plain.chars().count();
        if !led
            || !(1..=LONGEST).contains(&count)
            || UNNAMED.iter().any(|word| what.plain.contains(word))
        {
            return None;
        }
        let what = match what.plain.strip_suffix("影响") {
            Some(short) => what.first(short.chars().count()),
            None => what,
        };
        let verb = self.phrases.name_of(words[verb].range());
        let without = Name::default().and("（").then(&verb).then(&what).and("）");
        Some((without, alone))
    }

    /// Names the statements opened since by what they leave out.
    pub(crate) fn leave_out(&mut self, since: usize) {
        let Some(without) = self.carried.without.take() else {
            return;
        };
        for draft in self.drafts.get_mut(since..).unwrap_or_default() {
            draft.name = draft.name.then(&without);
        }
    }
}

//! What was told in all, told once more for each day or month: 发送旅客217.3万人次,日均7960人次.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;

impl Sentence<'_> {
    /// Reads a daily or monthly mean of what was spoken of, in the same unit; gives the token after it.
    pub(crate) fn mean_of_days(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let words = self.tokens().get(lead.subject.start..lead.end)?;
        let text = |token| &self.normal.text[crate::words::token::Token::range(token)];
        let mean = words
            .iter()
            .find(|token| matches!(text(token), "日均" | "月均"))?;
        let alone = |token: &crate::words::token::Token| {
            token.is(Class::Adverb) || token.is(Class::Level) || token.is(Class::Before)
        };
        let &[current] = self.carried.current.as_slice() else {
            return None;
        };
        let whole = self.drafts.get(current)?;
        let base = |unit: &str| {
            unit.trim_start_matches(['万', '亿', '萬', '億', '千'])
                .to_owned()
        };
        let unit = base(whole.level.as_ref()?.unit.as_deref()?);
        let alike = base(&self.unit(figure.quantity)) == unit && !unit.is_empty();
        if !words.iter().all(alone) || !alike || current < self.carried.sentence {
            return None;
        }
        let name = Name::default().and(text(mean)).then(&whole.name);
        let target = self.alone(name, &lead.subject);
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        Some(figure.next())
    }
}

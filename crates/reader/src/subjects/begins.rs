//! How sentences and clauses begin and end: with a list of parts to come, with a name of their own.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// Whether rows for its parts follow a sentence, more than so many words before it says so: 其中:
    pub(crate) fn announces_parts(&self, words: usize) -> bool {
        match self.tokens() {
            [before @ .., among, colon] => {
                let among = &self.normal.text[among.range()];
                before.len() >= words && among == "其中" && matches!(colon.kind, Kind::Colon)
            }
            _ => false,
        }
    }

    /// The statement of the sentence before, where that told of one thing alone.
    pub(crate) fn sole(&self) -> Option<usize> {
        let said = self.drafts.get(self.carried.sentence..)?;
        let first = said.first().filter(|draft| draft.change.is_some())?;
        let same = |draft: &Draft| draft.name.plain.starts_with(first.name.plain.as_str());
        said.iter().all(same).then_some(self.carried.sentence)
    }

    /// Whether a clause begins with something of its own: 景区接待游客量快速增长, but neither 从走势看 nor
    /// 总量超越邻市.
    pub(crate) fn names_anew(&self, clause: &Range<usize>) -> bool {
        let first = self.phrases.trimmed(clause.clone()).start;
        let view = self.tokens().get(clause.start).is_some_and(|token| {
            token.is(Class::From) || token.is(Class::Prep) || token.is(Class::Compared)
        });
        let named = self.tokens()[clause.clone()]
            .get(first.saturating_sub(clause.start))
            .is_some_and(|token| token.kind.nominal() && !token.is(Class::Itself));
        named && !view
    }

    /// Whether nothing but a `、` parts a subject from the figure before it.
    pub(super) fn next_of_a_list(&self, lead: &Lead) -> bool {
        let words = self.phrases.trimmed(lead.subject.clone());
        let before = self.tokens().get(..words.start).unwrap_or_default();
        matches!(before, [.., figure, pause]
            if matches!(pause.kind, Kind::Pause) && matches!(figure.kind, Kind::Quantity(_)))
    }
}

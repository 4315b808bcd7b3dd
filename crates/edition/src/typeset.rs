//! The words of an edition with their figures in place, and what is wrong with them.

use crate::copy::slips;
use crate::diagnostic::{Diagnostic, Document};
use crate::evidence::Evidence;
use crate::figures::Figures;
use crate::file::{Edition, Entry, Words};
use crate::template::{Language, fill, pieces};
use halfyear_bundle::{Metric, Text};
use std::ops::Range;
use toml::Spanned;

/// The words of an entry and of its items.
pub(crate) struct Texts {
    label: Text,
    heading: Text,
    note: Text,
    items: Vec<Texts>,
}

/// Puts the words where they belong.
pub(crate) fn put(metric: &mut Metric, texts: Texts) {
    metric.label = texts.label;
    metric.heading = texts.heading;
    metric.note = texts.note;
    for (item, texts) in metric.items.iter_mut().zip(texts.items) {
        put(item, texts);
    }
}

pub(crate) struct Typesetter<'a> {
    edition: &'a Edition,
    evidence: &'a Evidence<'a>,
    figures: &'a Figures<'a>,
    problems: Vec<Diagnostic>,
}

impl<'a> Typesetter<'a> {
    pub fn new(edition: &'a Edition, evidence: &'a Evidence<'a>, figures: &'a Figures<'a>) -> Self {
        Self {
            edition,
            evidence,
            figures,
            problems: Vec::new(),
        }
    }

    /// All that was wrong.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.problems
    }

    pub fn entries(&mut self, entries: &[Entry]) -> Vec<Texts> {
        entries
            .iter()
            .map(|entry| {
                // An entry that cannot be found was reported before.
                let original = self.edition.original(entry).unwrap_or(entry);
                let label = entry.label.as_ref().or(original.label.as_ref());
                Texts {
                    label: self.optional(label),
                    heading: self.optional(entry.heading.as_ref()),
                    note: self.optional(entry.note.as_ref()),
                    items: self.entries(&entry.items),
                }
            })
            .collect()
    }

    pub fn optional(&mut self, words: Option<&Words>) -> Text {
        words.map_or_else(Text::default, |words| self.text(words))
    }

    pub fn text(&mut self, words: &Words) -> Text {
        Text {
            zh: self.filled(&words.zh, Language::Chinese),
            en: self.filled(&words.en, Language::English),
        }
    }

    fn filled(&mut self, words: &Spanned<String>, language: Language) -> String {
        let text = words.get_ref();
        if text.trim().is_empty() {
            let hint = "say it in both languages, or take the whole of it out";
            self.problem("there are no words".into(), words.span(), Some(hint));
            return String::new();
        }
        let pieces = match pieces(text) {
            Ok(pieces) => pieces,
            Err(why) => {
                self.problem(why, words.span(), None);
                return String::new();
            }
        };
        for slip in slips(&pieces, language, self.evidence.text) {
            let range = self.within(words, &slip.words);
            self.problem(slip.message, range, None);
        }
        match fill(&pieces, self.figures, language) {
            Ok(text) => text,
            Err((inside, why)) => {
                let range = self.within(words, &format!("{{{inside}}}"));
                self.problem(why, range, None);
                String::new()
            }
        }
    }

    /// Where a piece of a text stands in the edition file; the whole text where escapes hide it.
    fn within(&self, words: &Spanned<String>, piece: &str) -> Range<usize> {
        let span = words.span();
        let raw = self.edition.toml.get(span.clone()).unwrap_or_default();
        // A quotation mark as the slip is not the one that opens the string.
        let inner = raw.get(1..).unwrap_or_default();
        inner.find(piece).map_or(span.clone(), |at| {
            let start = span.start + 1 + at;
            start..start + piece.len()
        })
    }

    fn problem(&mut self, why: String, range: Range<usize>, hint: Option<&str>) {
        let message = format!("edition {}: {why}", self.edition.id());
        let mut diagnostic = Diagnostic::error(message).at(Document::Edition, range, "");
        diagnostic.hint = hint.map(str::to_owned);
        self.problems.push(diagnostic);
    }
}

//! A report and what the reader found in it.

use halfyear_bundle::{Metric, Sentence, Span};
use halfyear_facts::Fact;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::ops::Range;

/// A report and what the reader found in it.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The file's name, without folders; the facts' sources name it.
    pub file: &'a str,
    /// The file's words, the whole of them.
    pub text: &'a str,
    /// The statements found in it.
    pub facts: &'a [Fact],
    /// Its sentences, in order.
    pub sentences: &'a [Span],
}

impl Evidence<'_> {
    /// The bytes that the characters of a span take.
    pub fn bytes(&self, span: Span) -> Range<usize> {
        let mut starts = self.text.char_indices().map(|(at, _)| at);
        let start = starts.nth(span.start as usize).unwrap_or(self.text.len());
        let end = match span.end.saturating_sub(span.start) as usize {
            0 => start,
            length => starts.nth(length - 1).unwrap_or(self.text.len()),
        };
        start..end
    }

    /// The words that a span covers.
    pub(crate) fn words(&self, span: Span) -> &str {
        self.text.get(self.bytes(span)).unwrap_or_default()
    }

    /// The sentences that a fact stands in.
    pub(crate) fn sentences_of(&self, fact: &Fact) -> impl Iterator<Item = &str> {
        let span = fact.source.span();
        self.sentences
            .iter()
            .filter(move |sentence| touch(**sentence, span))
            .map(|sentence| self.words(*sentence))
    }

    /// The sentences that the numbers of metrics stand in, once each, in the order of the text.
    pub(crate) fn sentences_with(&self, metrics: &[Metric]) -> Vec<Sentence> {
        let mut spans = Vec::new();
        gather(metrics, &mut spans);
        let held: BTreeSet<Span> = self
            .sentences
            .iter()
            .copied()
            .filter(|sentence| spans.iter().any(|span| touch(*sentence, *span)))
            .collect();
        held.into_iter()
            .map(|span| {
                let bytes = self.bytes(span);
                let before = self.text.get(..bytes.start).unwrap_or_default();
                let breaks = before.bytes().filter(|byte| *byte == b'\n').count();
                Sentence {
                    line: u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1),
                    start: span.start,
                    end: span.end,
                    text: self.words(span).to_owned(),
                }
            })
            .collect()
    }

    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub(crate) fn sha256(&self) -> String {
        Sha256::digest(self.text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

fn touch(sentence: Span, span: Span) -> bool {
    sentence.start < span.end && span.start < sentence.end
}

/// Where the statements and the numbers of metrics stand.
fn gather(metrics: &[Metric], spans: &mut Vec<Span>) {
    for metric in metrics {
        spans.extend(metric.source.as_ref().map(halfyear_facts::Source::span));
        spans.extend(metric.at);
        spans.extend(metric.change.as_ref().and_then(|change| change.at));
        spans.extend(metric.gaps.iter().filter_map(|gap| gap.at));
        spans.extend(metric.ranks.iter().filter_map(|rank| rank.at));
        gather(&metric.items, spans);
    }
}

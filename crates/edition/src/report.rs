//! Diagnostics for people at a terminal: `file:line:column`, the excerpt, a caret, a hint.

use crate::diagnostic::{Diagnostic, Document, Mark, Severity};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// How many characters of a line are kept before, in and after what is pointed at: a hostile file
/// may be one line of many megabytes. The renderer cuts the rest to the width of the terminal.
const KEPT: usize = 1_000;

/// A file that diagnostics point into.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Its path, as the person gave it.
    pub path: String,
    /// Its words.
    pub text: String,
}

/// What went wrong with some files, ready to be told.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The edition file; empty where there is none.
    pub edition: File,
    /// The text of the report; empty where there is none.
    pub seed: File,
    /// What is to be told.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// A report of one thing, about no file in particular.
    pub fn of(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            ..Self::default()
        }
    }

    /// Whether something keeps a bundle from being made.
    pub fn is_failure(&self) -> bool {
        let is_error = |it: &Diagnostic| it.severity == Severity::Error;
        self.diagnostics.iter().any(is_error)
    }

    /// All of it, one paragraph for each diagnostic; with colours where `styled`.
    pub fn render(&self, styled: bool) -> String {
        let renderer = if styled {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let paragraphs: Vec<String> = self
            .diagnostics
            .iter()
            .map(|diagnostic| self.paragraph(&renderer, diagnostic))
            .collect();
        paragraphs.join("\n\n")
    }

    /// One line for each diagnostic: `path:line:column: message; hint`.
    pub fn lines(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|diagnostic| {
                let place = diagnostic.marks.first().map_or(String::new(), |mark| {
                    let file = self.file(mark.document);
                    let excerpt = Excerpt::of(&file.text, mark);
                    format!("{}:{}:{}: ", file.path, excerpt.line, excerpt.column)
                });
                let hint = diagnostic.hint.as_ref();
                let hint = hint.map_or(String::new(), |hint| format!(" ({hint})"));
                format!("{place}{}{hint}", diagnostic.message)
            })
            .collect()
    }

    fn file(&self, document: Document) -> &File {
        match document {
            Document::Edition => &self.edition,
            Document::Seed => &self.seed,
        }
    }

    fn paragraph(&self, renderer: &Renderer, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let excerpts: Vec<(&Mark, Excerpt)> = diagnostic
            .marks
            .iter()
            .map(|mark| (mark, Excerpt::of(&self.file(mark.document).text, mark)))
            .collect();
        let mut elements: Vec<Element<'_>> = Vec::new();
        for (index, (mark, excerpt)) in excerpts.iter().enumerate() {
            let kind = if index == 0 {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let path = self.file(mark.document).path.as_str();
            let mut annotation = kind.span(excerpt.range.clone());
            if !mark.label.is_empty() {
                annotation = annotation.label(mark.label.as_str());
            }
            let snippet = Snippet::source(excerpt.text.as_str())
                .line_start(excerpt.line)
                .annotation(annotation);
            if excerpt.is_cut {
                // The renderer would count the column from where the excerpt starts.
                let origin = Origin::path(path).line(excerpt.line);
                elements.push(origin.char_column(excerpt.column).into());
                elements.push(snippet.into());
            } else {
                elements.push(snippet.path(path).into());
            }
        }
        if let Some(hint) = &diagnostic.hint {
            elements.push(Level::HELP.message(hint.as_str()).into());
        }
        let title = level.primary_title(diagnostic.message.as_str());
        renderer.render(&[Group::with_title(title).elements(elements)])
    }
}

/// The part of a line that is shown.
struct Excerpt {
    text: String,
    /// The bytes of `text` that are pointed at.
    range: Range<usize>,
    /// The first is 1.
    line: usize,
    /// In characters of the whole line; the first is 1.
    column: usize,
    /// Whether the line starts before the text.
    is_cut: bool,
}

impl Excerpt {
    fn of(text: &str, mark: &Mark) -> Self {
        let start = floor(text, mark.range.start);
        let end = floor(text, mark.range.end).max(start);
        let (before, after) = text.split_at(start);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let head = before.get(line_start..).unwrap_or_default();
        let rest = after.split(['\n', '\r']).next().unwrap_or_default();
        let length = rest.len().min(end - start);
        let (marked, tail) = rest.split_at(length);

        let column = head.chars().count() + 1;
        let skipped = (column - 1).saturating_sub(KEPT);
        let mut text: String = head.chars().skip(skipped).collect();
        let from = text.len();
        text.extend(marked.chars().take(KEPT));
        let to = text.len();
        text.extend(tail.chars().take(KEPT));
        Self {
            text,
            range: from..to,
            line,
            column,
            is_cut: skipped > 0,
        }
    }
}

/// The nearest boundary of characters at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

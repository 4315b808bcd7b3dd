//! Texts from files and from standard input.

use halfyear_edition::files;
use halfyear_edition::report::{File, Report};
use halfyear_edition::{Diagnostic, Document};
use halfyear_facts::Span;
use halfyear_reader::{Reading, read};
use std::io::Read;
use std::path::Path;

/// The most characters that a sentence may have. The longest in real reports have some 800; beyond
/// this it is a text without full stops, whose statements nobody could look up.
const LONGEST_SENTENCE: u32 = 20_000;

/// The text at a path; `-` is standard input.
pub fn text(path: &Path) -> Result<File, Report> {
    if path != Path::new("-") {
        return files::file(path);
    }
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => files::text("stdin", bytes),
        Err(error) => Err(Report::of(Diagnostic::error(format!(
            "cannot read standard input: {error}"
        )))),
    }
}

/// What the reader finds in a text.
pub fn reading(seed: &File) -> Result<Reading, Report> {
    let name = Path::new(&seed.path).file_name();
    let name = name.map_or_else(|| seed.path.clone().into(), |name| name.to_string_lossy());
    let reading = read(&name, &seed.text);
    match endless(seed, &reading) {
        Some(diagnostic) => Err(Report {
            seed: seed.clone(),
            ..Report::of(diagnostic)
        }),
        None => Ok(reading),
    }
}

fn endless(seed: &File, reading: &Reading) -> Option<Diagnostic> {
    let length = |span: &Span| span.end.saturating_sub(span.start);
    let sentence = reading
        .sentences
        .iter()
        .find(|span| length(span) > LONGEST_SENTENCE)?;
    let start = seed
        .text
        .char_indices()
        .nth(sentence.start as usize)
        .map_or(0, |(at, _)| at);
    Some(
        Diagnostic::error(format!(
            "{}: a sentence of {} characters: no full stop ends it",
            seed.path,
            length(sentence)
        ))
        .at(Document::Seed, start..start, "it starts here")
        .hint("check that this is the text of a report, with its punctuation and line breaks"),
    )
}

//! Texts from files and from standard input.

use halfyear_edition::files;
use halfyear_edition::report::{File, Report};
use halfyear_edition::{Diagnostic, Document};
use halfyear_reader::{Reading, read};
use std::io::Read;
use std::path::Path;

/// The most characters that a sentence may have. The longest in real reports have some 800; beyond
/// this it is a text without full stops, whose statements nobody could look up.
const LONGEST_SENTENCE: usize = 20_000;

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
    if let Some(diagnostic) = endless(seed) {
        return Err(Report {
            seed: seed.clone(),
            ..Report::of(diagnostic)
        });
    }
    Ok(read(&name(seed), &seed.text))
}

/// What the sources of facts call the file: its name without folders.
pub fn name(seed: &File) -> String {
    let name = Path::new(&seed.path).file_name();
    name.map_or_else(
        || seed.path.clone(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn endless(seed: &File) -> Option<Diagnostic> {
    let text = &seed.text;
    let stops = text
        .match_indices(['。', '！', '？', '；', '\n', '.', '!', '?', ';'])
        .filter(|&(at, stop)| {
            // The point of a decimal ends no sentence.
            stop != "." || !text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
        })
        .map(|(at, stop)| at + stop.len())
        .chain([text.len()]);
    let mut start = 0;
    for end in stops {
        let sentence = &text[start..end];
        // Bytes first: characters are counted only where there may be too many.
        if sentence.len() > LONGEST_SENTENCE {
            let length = sentence.chars().count();
            if length > LONGEST_SENTENCE {
                let message = format!(
                    "{}: {length} characters without a full stop or a line break",
                    seed.path
                );
                let hint = "check that this is the text of a report, with its punctuation";
                let diagnostic = Diagnostic::error(message);
                let diagnostic = diagnostic.at(Document::Seed, start..start, "from here on");
                return Some(diagnostic.hint(hint));
            }
        }
        start = end;
    }
    None
}

//! Many texts, a handful at a time, so that memory does not grow with their number.

use crate::input;
use halfyear_edition::Diagnostic;
use halfyear_edition::report::{File, Report};
use serde::Deserialize;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// How many texts are read at once: enough for many cores, little for memory.
const TEXTS: usize = 256;
/// And how many bytes of them, where they are long.
const BYTES: usize = 16 << 20;

/// A text, or why there is none.
pub type Text = Result<File, Report>;

/// A text that may still have to be understood, which any core can do.
#[derive(Debug)]
pub enum Source {
    /// The text of a file.
    Text(Text),
    /// A line of NDJSON: its file, its number, its bytes.
    Line(String, usize, Vec<u8>),
}

impl Source {
    /// The text.
    pub fn text(self) -> Text {
        match self {
            Self::Text(text) => text,
            Self::Line(name, number, bytes) => line(&name, number, &bytes),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.as_ref().map_or(0, |file| file.text.len()),
            Self::Line(.., bytes) => bytes.len(),
        }
    }
}

/// A line of NDJSON.
#[derive(Deserialize)]
struct Line {
    text: String,
    /// What its facts call it.
    #[serde(alias = "id")]
    file: Option<String>,
}

/// Gives the texts of files to `take`, a handful at a time; `take` says whether to go on.
pub fn files<E>(
    paths: &[PathBuf],
    mut take: impl FnMut(Vec<Source>) -> Result<(), E>,
) -> Result<(), E> {
    let mut batch = Batch::default();
    for path in paths {
        batch.add(Source::Text(input::text(path)));
        if batch.is_full() {
            take(batch.empty())?;
        }
    }
    take(batch.empty())
}

/// Gives the texts of NDJSON files to `take`: objects with `text` and perhaps `file` or `id`.
pub fn lines<E>(
    paths: &[PathBuf],
    mut take: impl FnMut(Vec<Source>) -> Result<(), E>,
) -> Result<(), E> {
    let mut batch = Batch::default();
    for path in paths {
        let name = path.display().to_string();
        let fault = |error: io::Error| {
            let message = format!("cannot read {name}: {error}");
            Source::Text(Err(Report::of(Diagnostic::error(message))))
        };
        let mut source = match open(path) {
            Ok(source) => source,
            Err(error) => {
                batch.add(fault(error));
                continue;
            }
        };
        for number in 1_usize.. {
            let mut bytes = Vec::new();
            match source.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) if bytes.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(_) => batch.add(Source::Line(name.clone(), number, bytes)),
                Err(error) => {
                    batch.add(fault(error));
                    break;
                }
            }
            if batch.is_full() {
                take(batch.empty())?;
            }
        }
    }
    take(batch.empty())
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::new(fs::File::open(path)?)))
}

fn line(name: &str, number: usize, bytes: &[u8]) -> Text {
    match serde_json::from_slice::<Line>(bytes) {
        Ok(line) => Ok(File {
            path: line.file.unwrap_or_else(|| format!("{name}:{number}")),
            text: line.text,
        }),
        Err(error) => {
            let message = format!("{name}:{number}: not a report in JSON: {error}");
            let hint = "write one object a line, with \"text\" and perhaps \"file\"";
            Err(Report::of(Diagnostic::error(message).hint(hint)))
        }
    }
}

#[derive(Default)]
struct Batch {
    texts: Vec<Source>,
    bytes: usize,
}

impl Batch {
    fn add(&mut self, text: Source) {
        self.bytes += text.bytes();
        self.texts.push(text);
    }

    fn is_full(&self) -> bool {
        self.texts.len() >= TEXTS || self.bytes >= BYTES
    }

    fn empty(&mut self) -> Vec<Source> {
        self.bytes = 0;
        std::mem::take(&mut self.texts)
    }
}

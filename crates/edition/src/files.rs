//! The edge: seeds from a folder, bundles into one.

use crate::diagnostic::{Diagnostic, Document};
use crate::report::{File, Report};
use crate::{Bundle, Edition, Evidence, make};
use halfyear_bundle::to_json;
use halfyear_reader::{Reading, read};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A bundle made from two files.
#[derive(Clone, Debug)]
pub struct Built {
    /// The bundle.
    pub bundle: Bundle,
    /// It as JSON.
    pub json: String,
    /// What somebody should look at all the same.
    pub report: Report,
}

/// Makes the bundles of all editions in a folder: of each `ID.toml` with its `ID.txt`.
///
/// # Errors
/// A report for each edition that cannot be made, or one for the folder.
pub fn build_all(seeds: &Path) -> Result<Vec<Built>, Vec<Report>> {
    let unreadable = |error| vec![Report::of(cannot_read(seeds, &error))];
    let mut editions = Vec::new();
    for entry in fs::read_dir(seeds).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|it| it == "toml") {
            editions.push(path);
        }
    }
    editions.sort();
    let mut built = Vec::new();
    let mut failed = Vec::new();
    for edition in editions {
        match build(&edition.with_extension("txt"), &edition) {
            Ok(bundle) => built.push(bundle),
            Err(report) => failed.push(report),
        }
    }
    if failed.is_empty() {
        Ok(built)
    } else {
        Err(failed)
    }
}

/// Makes the bundles of all editions in a folder and writes each as `ID.json` into another.
///
/// # Errors
/// As [`build_all`], or a file that cannot be written.
pub fn write_all(seeds: &Path, out: &Path) -> Result<Vec<PathBuf>, Vec<Report>> {
    let mut written = Vec::new();
    for built in build_all(seeds)? {
        let path = out.join(format!("{}.json", built.bundle.id));
        write(&path, built.json.as_bytes()).map_err(|error| {
            vec![Report::of(Diagnostic::error(format!(
                "cannot write {}: {error}",
                path.display()
            )))]
        })?;
        written.push(path);
    }
    Ok(written)
}

/// Makes the bundle of a report and its edition.
///
/// # Errors
/// What the text does not support, what the edition says wrongly, or a file that cannot be read.
pub fn build(seed: &Path, edition: &Path) -> Result<Built, Report> {
    let edition = file(edition).map_err(|report| Report {
        edition: report.seed,
        diagnostics: report.diagnostics.into_iter().map(of_edition).collect(),
        ..Report::default()
    })?;
    let form = Edition::parse(&edition.text).map_err(|diagnostic| Report {
        edition: edition.clone(),
        ..Report::of(diagnostic)
    })?;
    let (seed, reading) = reading(seed)?;
    let name = file_name(&seed.path);
    let evidence = Evidence {
        file: &name,
        text: &seed.text,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let made = make(&form, &evidence);
    let (bundle, diagnostics) = match made {
        Ok(made) => (Ok(made.bundle), made.diagnostics),
        Err(diagnostics) => (Err(()), diagnostics),
    };
    let report = Report {
        edition,
        seed,
        diagnostics,
    };
    match bundle {
        Ok(bundle) => Ok(Built {
            json: to_json(&bundle),
            bundle,
            report,
        }),
        Err(()) => Err(report),
    }
}

/// A text and what the reader finds in it.
///
/// # Errors
/// The file cannot be read, is empty or is not UTF-8.
pub fn reading(path: &Path) -> Result<(File, Reading), Report> {
    let seed = file(path)?;
    let reading = read(&file_name(&seed.path), &seed.text);
    Ok((seed, reading))
}

/// What the reader noticed, as diagnostics that [`Report`] renders.
pub fn noticed(seed: &File, reading: &Reading) -> Vec<Diagnostic> {
    let evidence = Evidence {
        file: "",
        text: &seed.text,
        facts: &[],
        sentences: &[],
    };
    reading
        .diagnostics
        .iter()
        .map(|it| {
            Diagnostic::warning(&it.message)
                .at(Document::Seed, evidence.bytes(it.span), "")
                .hint(&it.hint)
        })
        .collect()
}

/// A text file; the report of an error has it as its seed.
///
/// # Errors
/// The file cannot be read, is empty or is not UTF-8.
pub fn file(path: &Path) -> Result<File, Report> {
    let bytes = fs::read(path).map_err(|error| Report::of(cannot_read(path, &error)))?;
    text(&path.display().to_string(), bytes)
}

/// Text from bytes, wherever they are from.
///
/// # Errors
/// There are none, or they are not UTF-8.
pub fn text(path: &str, bytes: Vec<u8>) -> Result<File, Report> {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let file = |text| File {
        path: path.to_owned(),
        text,
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.trim_start_matches('\u{feff}').trim().is_empty() => {
            let message = format!("{path} is empty: give a file with the text of a report");
            Err(Report::of(Diagnostic::error(message)))
        }
        Ok(text) => Ok(file(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let end = text.get(at..).and_then(|rest| rest.chars().next());
            let end = at + end.map_or(0, char::len_utf8);
            let encoding = if utf16 { "UTF-16" } else { "GB18030" };
            let diagnostic = Diagnostic::error(format!(
                "{path} is not UTF-8: byte {at} (counted from 0) is 0x{byte:02X}"
            ))
            .at(Document::Seed, at..end, "from here on")
            .hint(format!(
                "convert it, if it is {encoding}: iconv -f {encoding} -t UTF-8 {path} > new.txt"
            ));
            Err(Report {
                seed: file(text),
                ..Report::of(diagnostic)
            })
        }
    }
}

/// Writes a file beside its place and then moves it there, so that no half of it is ever seen and
/// an old file stays good until the new one is whole. Makes the folder where there is none.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".halfyear-");
    // Temporary files are for their owner alone; a bundle is for the web server too, as far as
    // the person's umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
}

/// Tells cargo of a failed build, a line for each thing that is wrong.
pub fn tell_cargo(reports: &[Report]) {
    for line in reports.iter().flat_map(Report::lines) {
        println!("cargo::error={line}");
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(
        || path.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn of_edition(mut diagnostic: Diagnostic) -> Diagnostic {
    for mark in &mut diagnostic.marks {
        mark.document = Document::Edition;
    }
    diagnostic
}

fn cannot_read(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("cannot read {}: {error}", path.display()))
}

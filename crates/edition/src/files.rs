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
        match build_file(&edition) {
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

fn build_file(path: &Path) -> Result<Built, Report> {
    let edition = edition(path)?;
    let seed = file(&path.with_extension("txt"))?;
    let reading = read(&file_name(&seed.path), &seed.text);
    build(edition, seed, &reading)
}

/// Makes the bundles of all editions in a folder and writes each as `ID.json` into another.
///
/// # Errors
/// As [`build_all`], or a file that cannot be written.
pub fn write_all(seeds: &Path, out: &Path) -> Result<Vec<PathBuf>, Vec<Report>> {
    let mut written = Vec::new();
    for built in build_all(seeds)? {
        let path = out.join(format!("{}.json", built.bundle.id));
        write(&path, built.json.as_bytes()).map_err(|error| cannot_write(&path, &error))?;
        written.push(path);
    }
    Ok(written)
}

/// Makes the bundle of a report and its edition.
///
/// # Errors
/// What the text does not support, or what the edition says wrongly.
pub fn build(edition: File, seed: File, reading: &Reading) -> Result<Built, Report> {
    let name = file_name(&seed.path);
    let evidence = Evidence {
        file: &name,
        text: &seed.text,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let made = match Edition::parse(&edition.text) {
        Ok(form) => make(&form, &evidence),
        Err(diagnostic) => Err(vec![diagnostic]),
    };
    let report = |diagnostics| Report {
        edition,
        seed: seed.clone(),
        diagnostics,
    };
    match made {
        Ok(made) => Ok(Built {
            json: to_json(&made.bundle),
            bundle: made.bundle,
            report: report(made.diagnostics),
        }),
        Err(diagnostics) => Err(report(diagnostics)),
    }
}

/// An edition file; the report of an error has it as its edition.
///
/// # Errors
/// The file cannot be read, is empty or is not UTF-8.
pub fn edition(path: &Path) -> Result<File, Report> {
    file(path).map_err(|report| Report {
        edition: report.seed,
        diagnostics: report.diagnostics.into_iter().map(of_edition).collect(),
        ..Report::default()
    })
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
            let diagnostic = Diagnostic::warning(&it.message);
            let mut diagnostic = diagnostic.at(Document::Seed, evidence.bytes(it.span), "");
            if let Some(other) = it.other {
                diagnostic = diagnostic.at(Document::Seed, evidence.bytes(other), "said before");
            }
            diagnostic.hint(&it.hint)
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
            let bytes = error.as_bytes();
            let byte = bytes.get(at).copied().unwrap_or_default();
            // Two bytes make a Han character in GB18030; one makes a letter with an accent.
            let encoding = match (bytes, bytes.get(at + 1)) {
                ([0xff, 0xfe, ..] | [0xfe, 0xff, ..], _) => "UTF-16",
                (_, Some(0x40..)) => "GB18030",
                _ => "ISO-8859-1",
            };
            let text = String::from_utf8_lossy(bytes).into_owned();
            let end = text.get(at..).and_then(|rest| rest.chars().next());
            let end = at + end.map_or(0, char::len_utf8);
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

/// For the build script: makes the bundles of all seeds in a folder into `OUT_DIR`, as `ID.json`,
/// with a list of them, `editions.rs`. What a text does not support is told to cargo, which then
/// stops.
pub fn for_cargo(seeds: &Path) {
    println!("cargo::rerun-if-changed={}", seeds.display());
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo::error=OUT_DIR is not set: call this from a build script");
        return;
    };
    let list = clear(&out)
        .and_then(|()| write_all(seeds, &out))
        .and_then(|written| {
            let list = out.join("editions.rs");
            write(&list, listed(&written).as_bytes()).map_err(|error| cannot_write(&list, &error))
        });
    for line in list.err().iter().flatten().flat_map(Report::lines) {
        println!("cargo::error={line}");
    }
}

/// Takes away the bundles of editions that are no more.
fn clear(out: &Path) -> Result<(), Vec<Report>> {
    let unreadable = |error| vec![Report::of(cannot_read(out, &error))];
    for entry in fs::read_dir(out).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|it| it == "json") {
            fs::remove_file(&path).map_err(unreadable)?;
        }
    }
    Ok(())
}

/// An array of ids and bundles, as Rust.
fn listed(written: &[PathBuf]) -> String {
    let entries: Vec<String> = written
        .iter()
        .filter_map(|path| Some((path.file_stem()?.to_str()?, path)))
        .map(|(id, path)| format!("({id:?}, include_str!({path:?}))"))
        .collect();
    format!("&[{}]\n", entries.join(", "))
}

fn cannot_write(path: &Path, error: &io::Error) -> Vec<Report> {
    let message = format!("cannot write {}: {error}", path.display());
    vec![Report::of(Diagnostic::error(message))]
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

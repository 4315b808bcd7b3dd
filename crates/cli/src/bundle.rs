//! `halfyear bundle`: a report and its edition to the document that the widget draws.

use crate::{Done, input, output};
use clap::Args;
use halfyear_bundle::to_json_pretty;
use halfyear_edition::files::{self, build};
use halfyear_edition::report::{File, Report};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The text of the report, as UTF-8
    file: PathBuf,
    /// The edition file; by default the one beside the text, FILE.toml for FILE.txt
    #[arg(long, value_name = "FILE")]
    edition: Option<PathBuf>,
    /// Where to write the bundle; by default standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Done {
    let edition = arguments.edition.clone();
    let edition = edition.unwrap_or_else(|| arguments.file.with_extension("toml"));
    let edition = files::edition(&edition).map_err(|mut report| {
        if !edition.exists() {
            let hint = "write one, or have a first one written by `halfyear draft`";
            for diagnostic in &mut report.diagnostics {
                diagnostic.hint = Some(hint.to_owned());
            }
        }
        output::fault(&report)
    })?;
    let seed = input::text(&arguments.file).map_err(|report| output::fault(&report))?;
    let built = made(edition, seed).map_err(|report| output::fault(&report))?;
    output::tell(&built.report);
    output::put(&to_json_pretty(&built.bundle), arguments.out.as_deref())
}

/// Makes the bundle of two texts.
pub fn made(edition: File, seed: File) -> Result<files::Built, Report> {
    let reading = input::reading(&seed)?;
    build(edition, seed, &reading)
}

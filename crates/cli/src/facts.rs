//! `halfyear facts`: every statistical statement found in plain text.

use crate::{Done, Fault, input, output, table};
use clap::{Args, ValueEnum};
use halfyear_edition::files::noticed;
use halfyear_edition::report::Report;
use halfyear_edition::{Diagnostic, Document};
use halfyear_facts::Fact;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Texts of reports, as UTF-8; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print them; by default a table on a terminal, else json
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for people
    Table,
    /// One array
    Json,
    /// One statement a line
    Ndjson,
    /// One statement a line, for spreadsheets
    Csv,
}

pub fn run(arguments: &Arguments) -> Done {
    let terminal = io::stdout().is_terminal();
    let format = arguments.format.unwrap_or(match terminal {
        true => Format::Table,
        false => Format::Json,
    });
    let mut facts = Vec::new();
    let mut done = Ok(());
    for path in &arguments.files {
        match found(path) {
            Ok(mut found) => facts.append(&mut found),
            Err(fault) => done = Err(fault),
        }
    }
    // Where no file could be read there is nothing to print, not an empty list.
    if done.is_ok() || !facts.is_empty() {
        output::print(&written(&facts, format)?)?;
    }
    done
}

/// The statements of a file; what a person should look at is told.
fn found(path: &Path) -> Result<Vec<Fact>, Fault> {
    let fault = |report: Report| output::fault(&report);
    let seed = input::text(path).map_err(fault)?;
    let reading = input::reading(&seed).map_err(fault)?;
    let diagnostics = match reading.facts.is_empty() {
        true => {
            let message = format!("{}: no statistical statement found", seed.path);
            let hint = "give the text of a Chinese report";
            vec![
                Diagnostic::error(message)
                    .at(Document::Seed, 0..0, "")
                    .hint(hint),
            ]
        }
        false => noticed(&seed, &reading),
    };
    let report = Report {
        seed,
        diagnostics,
        ..Report::default()
    };
    output::tell(&report);
    if report.is_failure() {
        return Err(Fault);
    }
    Ok(reading.facts)
}

fn written(facts: &[Fact], format: Format) -> Result<String, Fault> {
    let lines = |facts: &[Fact]| -> serde_json::Result<String> {
        let mut text = String::new();
        for fact in facts {
            text.push_str(&serde_json::to_string(fact)?);
            text.push('\n');
        }
        Ok(text)
    };
    let text = match format {
        Format::Table => return Ok(table::table(facts)),
        Format::Csv => table::csv(facts),
        Format::Json => serde_json::to_string_pretty(facts)
            .map(|text| text + "\n")
            .map_err(io::Error::from),
        Format::Ndjson => lines(facts).map_err(io::Error::from),
    };
    text.map_err(|error| output::fault(&Report::of(Diagnostic::error(error.to_string()))))
}

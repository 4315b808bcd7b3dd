//! `halfyear facts`: every statistical statement found in plain text.

use crate::{Done, Fault, audit, input, output, table};
use clap::{Args, ValueEnum};
use halfyear_edition::files::noticed;
use halfyear_edition::report::{File, Report};
use halfyear_edition::{Diagnostic, Document};
use halfyear_reader::Reading;
use serde::Serialize;
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
    /// Print every numeral instead, with the fact it became part of, or why it is none
    #[arg(long)]
    audit: bool,
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
    let mut numerals = Vec::new();
    let mut done = Ok(());
    for path in &arguments.files {
        match found(path, arguments.audit) {
            Ok((seed, reading)) if arguments.audit => {
                let name = input::name(&seed);
                numerals.extend(audit::rows(&name, &seed, &reading));
            }
            Ok((_, mut reading)) => facts.append(&mut reading.facts),
            Err(fault) => done = Err(fault),
        }
    }
    // Where no file could be read there is nothing to print, not an empty list.
    if done.is_ok() || !(facts.is_empty() && numerals.is_empty()) {
        let text = match arguments.audit {
            true => written(&numerals, format, audit::table, audit::csv),
            false => written(&facts, format, table::table, table::csv),
        };
        output::print(
            &text.map_err(|error| {
                output::fault(&Report::of(Diagnostic::error(error.to_string())))
            })?,
        )?;
    }
    done
}

/// What a file says; what a person should look at is told.
fn found(path: &Path, audit: bool) -> Result<(File, Reading), Fault> {
    let fault = |report: Report| output::fault(&report);
    let seed = input::text(path).map_err(fault)?;
    let reading = input::reading(&seed).map_err(fault)?;
    // An audit of a text without facts says why each numeral is none.
    let diagnostics = match reading.facts.is_empty() && !audit {
        true => {
            let message = format!("{}: no statistical statement found", seed.path);
            let hint = "give the text of a Chinese report; --audit tells what its numerals are";
            let diagnostic = Diagnostic::error(message);
            vec![diagnostic.at(Document::Seed, 0..0, "").hint(hint)]
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
    Ok((report.seed, reading))
}

fn written<T: Serialize>(
    rows: &[T],
    format: Format,
    table: impl Fn(&[T]) -> String,
    csv: impl Fn(&[T]) -> io::Result<String>,
) -> io::Result<String> {
    match format {
        Format::Table => Ok(table(rows)),
        Format::Csv => csv(rows),
        Format::Json => Ok(serde_json::to_string_pretty(rows)? + "\n"),
        Format::Ndjson => {
            let mut text = String::new();
            for row in rows {
                text.push_str(&serde_json::to_string(row)?);
                text.push('\n');
            }
            Ok(text)
        }
    }
}

//! `halfyear facts`: every statistical statement found in plain text.

use crate::output::Stop;
use crate::sink::{Format, Layout, Printable, Sink};
use crate::texts::{self, Source, Text};
use crate::{Done, Fault, audit, input, output, table};
use clap::{Args, ValueEnum};
use halfyear_edition::files::noticed;
use halfyear_edition::report::{File, Report};
use halfyear_edition::{Diagnostic, Document};
use halfyear_reader::Reading;
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Texts of reports, as UTF-8; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to print them; by default a table on a terminal, else json
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// What the files hold
    #[arg(long, value_enum, default_value_t = Kind::Text)]
    from: Kind,
    /// Print every numeral instead, with the fact it became part of, or why it is none
    #[arg(long)]
    audit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A report each
    Text,
    /// A report a line: {"text": "..", "file": ".."}
    Ndjson,
}

pub fn run(arguments: &Arguments) -> Done {
    if arguments.audit {
        let layout = Layout {
            table: audit::table,
            csv: audit::csv,
        };
        return stream(arguments, layout, |seed, reading| {
            audit::rows(&input::name(seed), seed, &reading)
        });
    }
    let layout = Layout {
        table: table::table,
        csv: table::csv,
    };
    stream(arguments, layout, |_, reading| reading.facts)
}

/// Reads a handful of texts on all cores, prints their rows in order, and goes on to the next.
fn stream<T: Serialize + Send>(
    arguments: &Arguments,
    layout: Layout<T>,
    rows: impl Fn(&File, Reading) -> Vec<T> + Sync,
) -> Done {
    let terminal = io::stdout().is_terminal();
    let format = arguments.format.unwrap_or(match terminal {
        true => Format::Table,
        false => Format::Json,
    });
    // For people; a program that reads many texts has no use for what they should look at.
    let tell = format == Format::Table;
    let csv = layout.csv;
    let mut sink = Sink::new(format, layout);
    let mut faults = 0;
    let mut good = 0;
    let take = |batch: Vec<Source>| {
        let read = |source: Source| {
            let (report, rows) = read(source.text(), arguments, tell, &rows);
            (report, rows.map(|rows| Printable::of(rows, format, csv)))
        };
        let batch: Vec<_> = batch.into_par_iter().map(read).collect();
        let mut texts = Vec::with_capacity(batch.len());
        for (report, rows) in batch {
            output::tell(&report);
            match rows {
                Some(rows) => texts.push(rows.map_err(output::unwritable)?),
                None => faults += 1,
            }
        }
        good += texts.len();
        sink.add(texts)
    };
    let streamed = match arguments.from {
        Kind::Text => texts::files(&arguments.files, take),
        Kind::Ndjson => texts::lines(&arguments.files, take),
    };
    // Where no file could be read there is nothing to print, not an empty list.
    match streamed.and_then(|()| sink.finish(faults == 0 || good > 0)) {
        Err(Stop::Fault(fault)) => Err(fault),
        _ if faults > 0 => Err(Fault),
        _ => Ok(()),
    }
}

/// The rows of a text, and what a person should look at; no rows where the text is at fault.
fn read<T>(
    text: Text,
    arguments: &Arguments,
    tell: bool,
    rows: impl Fn(&File, Reading) -> Vec<T>,
) -> (Report, Option<Vec<T>>) {
    let read = text.and_then(|seed| Ok((input::reading(&seed)?, seed)));
    let (reading, seed) = match read {
        Ok(read) => read,
        Err(report) => return (report, None),
    };
    // In a corpus a text without statements is no fault, and an audit says why there are none.
    let must = arguments.from == Kind::Text && !arguments.audit;
    if reading.facts.is_empty() && must {
        let message = format!("{}: no statistical statement found", seed.path);
        let hint = "give the text of a Chinese report; --audit tells what its numerals are";
        let diagnostic = Diagnostic::error(message);
        let diagnostic = diagnostic.at(Document::Seed, 0..0, "").hint(hint);
        let report = Report {
            seed,
            ..Report::of(diagnostic)
        };
        return (report, None);
    }
    let diagnostics = match tell {
        true => noticed(&seed, &reading),
        false => Vec::new(),
    };
    let rows = rows(&seed, reading);
    let report = Report {
        seed,
        diagnostics,
        ..Report::default()
    };
    (report, Some(rows))
}

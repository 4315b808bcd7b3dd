//! Rows to standard output as they come, in the format asked for.

use crate::output::{self, Printed};
use clap::ValueEnum;
use serde::Serialize;
use std::io;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for people
    Table,
    /// One array
    Json,
    /// One object a line
    Ndjson,
    /// One row a line, for spreadsheets
    Csv,
}

/// How rows of a kind are laid out where that is more than serialising them.
pub struct Layout<T> {
    /// All of them as columns.
    pub table: fn(&[T]) -> String,
    /// Some of them as comma-separated values, under a header.
    pub csv: Csv<T>,
}

type Csv<T> = fn(&[T]) -> io::Result<String>;

/// Rows of a text as they are printed, which any core can make.
#[derive(Debug)]
pub struct Printable<T> {
    /// Kept for a table's columns.
    kept: Vec<T>,
    /// How many rows are in `text`.
    rows: usize,
    /// With what stands between two of them, not before the first or after the last.
    text: String,
}

impl<T: Serialize> Printable<T> {
    /// Writes rows in a format.
    pub fn of(rows: Vec<T>, format: Format, csv: Csv<T>) -> io::Result<Self> {
        let count = rows.len();
        let text = match format {
            Format::Table => {
                return Ok(Self {
                    kept: rows,
                    rows: 0,
                    text: String::new(),
                });
            }
            Format::Csv => {
                let text = csv(&rows)?;
                // The header stands once.
                text.split_once('\n')
                    .map_or("", |(_, rest)| rest)
                    .to_owned()
            }
            Format::Json | Format::Ndjson => {
                let between = if format == Format::Json { ",\n" } else { "\n" };
                let rows: Result<Vec<String>, _> = rows.iter().map(serde_json::to_string).collect();
                rows?.join(between)
            }
        };
        Ok(Self {
            kept: Vec::new(),
            rows: count,
            text,
        })
    }
}

/// Takes rows and prints them; only a table has to wait for the last one, for its columns.
pub struct Sink<T> {
    format: Format,
    layout: Layout<T>,
    kept: Vec<T>,
    rows: usize,
}

impl<T: Serialize> Sink<T> {
    pub fn new(format: Format, layout: Layout<T>) -> Self {
        Self {
            format,
            layout,
            kept: Vec::new(),
            rows: 0,
        }
    }

    /// Prints the rows of some texts, or keeps them for the table.
    pub fn add(&mut self, texts: Vec<Printable<T>>) -> Printed {
        let mut text = String::new();
        for printable in texts {
            self.kept.extend(printable.kept);
            if printable.rows == 0 {
                continue;
            }
            match (self.format, self.rows) {
                (Format::Json, 0) => text.push_str("[\n"),
                (Format::Json, _) => text.push_str(",\n"),
                (Format::Csv, 0) => text.push_str(&self.header()?),
                _ => {}
            }
            text.push_str(&printable.text);
            if self.format == Format::Ndjson {
                text.push('\n');
            }
            self.rows += printable.rows;
        }
        match text.is_empty() {
            true => Ok(()),
            false => output::print(&text),
        }
    }

    fn header(&self) -> Result<String, output::Stop> {
        (self.layout.csv)(&[]).map_err(output::unwritable)
    }

    /// Prints what has to stand at the end; `anyway` also where there was no row.
    pub fn finish(self, anyway: bool) -> Printed {
        let none = self.rows == 0;
        match self.format {
            Format::Table if anyway || !self.kept.is_empty() => {
                output::print(&(self.layout.table)(&self.kept))
            }
            Format::Json if !none => output::print("\n]\n"),
            Format::Json if anyway => output::print("[]\n"),
            Format::Csv if none && anyway => output::print(&self.header()?),
            _ => Ok(()),
        }
    }
}

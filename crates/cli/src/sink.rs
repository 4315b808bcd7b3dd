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
#[derive(Clone, Copy)]
pub struct Layout<T> {
    /// All of them as columns.
    pub table: fn(&[T]) -> String,
    /// Some of them as comma-separated values, under a header.
    pub csv: fn(&[T]) -> io::Result<String>,
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

    /// Prints some rows, or keeps them for the table.
    pub fn add(&mut self, rows: Vec<T>) -> Printed {
        if rows.is_empty() {
            return Ok(());
        }
        let text = match self.format {
            Format::Table => {
                self.kept.extend(rows);
                return Ok(());
            }
            Format::Csv => {
                let text = (self.layout.csv)(&rows).map_err(output::unwritable)?;
                match self.rows {
                    0 => text,
                    // The header stands once.
                    _ => text
                        .split_once('\n')
                        .map_or("", |(_, rest)| rest)
                        .to_owned(),
                }
            }
            Format::Json | Format::Ndjson => self.lines(&rows)?,
        };
        self.rows += rows.len();
        output::print(&text)
    }

    fn lines(&self, rows: &[T]) -> Result<String, output::Stop> {
        let mut text = String::new();
        for (at, row) in rows.iter().enumerate() {
            if self.format == Format::Json {
                text.push_str(match self.rows + at {
                    0 => "[\n",
                    _ => ",\n",
                });
            }
            let row = serde_json::to_string(row).map_err(io::Error::from);
            text.push_str(&row.map_err(output::unwritable)?);
            if self.format == Format::Ndjson {
                text.push('\n');
            }
        }
        Ok(text)
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
            Format::Csv if none && anyway => {
                let header = (self.layout.csv)(&[]).map_err(output::unwritable)?;
                output::print(&header)
            }
            _ => Ok(()),
        }
    }
}

//! `halfyear facts --audit`: every numeral of a text, and what became of it.

use comfy_table::{CellAlignment, Table};
use halfyear_edition::report::File;
use halfyear_facts::Fact;
use halfyear_reader::Reading;
use serde::Serialize;
use std::io;

/// A numeral, and the fact that it became part of or why it is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The file's name, without folders.
    file: String,
    /// The line it stands on; the first is 1.
    line: u32,
    /// The first character, counted in Unicode scalar values from the start of the file.
    start: u32,
    /// One past the last.
    end: u32,
    /// The digits as they stand.
    text: String,
    /// `fact`, `date`, `name`, ...
    is: &'static str,
    /// The indicator of its fact.
    indicator: Option<String>,
    /// The words around it, for people.
    #[serde(skip)]
    context: String,
}

/// How many characters of context stand on either side.
const CONTEXT: usize = 8;

/// The numerals of a text, in its order.
pub fn rows(name: &str, seed: &File, reading: &Reading) -> Vec<Row> {
    let letters: Vec<char> = seed.text.chars().collect();
    let words = |from: usize, to: usize| -> String {
        let part = letters.get(from..to.min(letters.len())).unwrap_or_default();
        part.iter()
            .map(|letter| if letter.is_control() { ' ' } else { *letter })
            .collect()
    };
    let mut line = 1;
    let mut seen = 0;
    let mut rows = Vec::with_capacity(reading.numerals.len());
    for numeral in &reading.numerals {
        let (start, end) = (numeral.span.start as usize, numeral.span.end as usize);
        let passed = letters.get(seen..start).unwrap_or_default();
        line += passed.iter().filter(|letter| **letter == '\n').count();
        seen = seen.max(start);
        let fact = numeral.part.fact().and_then(|at| reading.facts.get(at));
        rows.push(Row {
            file: name.to_owned(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            start: numeral.span.start,
            end: numeral.span.end,
            text: words(start, end),
            is: numeral.part.word(),
            indicator: fact.map(|fact: &Fact| fact.indicator.clone()),
            context: format!(
                "{}[{}]{}",
                words(start.saturating_sub(CONTEXT), start),
                words(start, end),
                words(end, end + CONTEXT)
            ),
        });
    }
    rows
}

/// Columns for people, and a line that counts.
pub fn table(rows: &[Row]) -> String {
    let mut table = Table::new();
    table.load_style(crate::table::STYLE).set_header([
        "source",
        "numeral",
        "is",
        "indicator",
        "where it stands",
    ]);
    if let Some(column) = table.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for row in rows {
        table.add_row([
            format!("{}:{}", row.file, row.line),
            row.text.clone(),
            row.is.to_owned(),
            row.indicator.clone().unwrap_or_default(),
            row.context.clone(),
        ]);
    }
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for row in rows {
        match kinds.iter_mut().find(|(kind, _)| *kind == row.is) {
            Some((_, count)) => *count += 1,
            None => kinds.push((row.is, 1)),
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let counts: Vec<String> = kinds
        .iter()
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    format!(
        "{table}\n\n{} numerals: {}\n",
        rows.len(),
        counts.join(", ")
    )
}

/// One numeral a row, under a header.
pub fn csv(rows: &[Row]) -> io::Result<String> {
    let mut out = csv::WriterBuilder::new()
        .has_headers(false)
        .from_writer(Vec::new());
    out.write_record(["file", "line", "start", "end", "text", "is", "indicator"])?;
    for row in rows {
        out.serialize(row)?;
    }
    let bytes = out.into_inner().map_err(|error| error.into_error())?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

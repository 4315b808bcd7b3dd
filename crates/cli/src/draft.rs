//! `halfyear draft`: a first edition file for a new report.

use crate::{Done, input, output};
use clap::Args;
use halfyear_bundle::{Month, Period};
use halfyear_edition::files::noticed;
use halfyear_edition::report::Report;
use halfyear_edition::{Diagnostic, Evidence, Known, draft};
use halfyear_reader::own_name;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The text of the report, as UTF-8; - is standard input
    file: PathBuf,
    /// The edition's id; by default the file's name, or place and months
    #[arg(long)]
    id: Option<String>,
    /// The place in full, in Chinese; by default the one that the text names most
    #[arg(long)]
    place: Option<String>,
    /// The months, as in 2023-01..2023-06; by default those that the text speaks of most
    #[arg(long, value_parser = months)]
    period: Option<Period>,
    /// Where to write the edition; by default standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write over an edition that is there already
    #[arg(long)]
    force: bool,
}

pub fn run(arguments: &Arguments) -> Done {
    let fault = |report: Report| output::fault(&report);
    if let Some(out) = arguments
        .out
        .as_ref()
        .filter(|out| out.exists() && !arguments.force)
    {
        let message = format!("{} is there already", out.display());
        let hint = "write elsewhere, or over it with --force";
        return Err(fault(Report::of(Diagnostic::error(message).hint(hint))));
    }
    let seed = input::text(&arguments.file).map_err(fault)?;
    let reading = input::reading(&seed).map_err(fault)?;
    let name = input::name(&seed);
    let evidence = Evidence {
        file: &name,
        text: &seed.text,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let own = own_name(&seed.text);
    let id = arguments.id.clone().unwrap_or_else(|| id(&name));
    let known = Known {
        id: &id,
        place: arguments.place.as_deref(),
        named: own.as_deref(),
        period: arguments.period.clone(),
        months: reading.months,
        year: reading.year,
    };
    match draft(&evidence, &known) {
        Ok(toml) => {
            let diagnostics = noticed(&seed, &reading);
            output::tell(&Report {
                seed,
                diagnostics,
                ..Report::default()
            });
            output::put(&toml, arguments.out.as_deref())
        }
        Err(diagnostics) => Err(fault(Report {
            seed,
            diagnostics,
            ..Report::default()
        })),
    }
}

/// `2023-01..2023-06`.
fn months(text: &str) -> Result<Period, String> {
    let (from, to) = text
        .split_once("..")
        .ok_or("write two months, as in 2023-01..2023-06")?;
    let month = |text: &str| text.parse::<Month>().map_err(|error| error.to_string());
    let (from, to) = (month(from)?, month(to)?);
    if from > to {
        return Err("the first month is after the last".into());
    }
    Ok(Period { from, to })
}

/// The file's name as an id: lower case, other signs as hyphens.
fn id(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let lower = stem.to_ascii_lowercase();
    let words: Vec<&str> = lower
        .split(|it: char| !it.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match words.is_empty() {
        true => "report".into(),
        false => words.join("-"),
    }
}

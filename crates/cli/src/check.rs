//! `halfyear check`: bundles, editions and seed texts, told apart by what they are called and hold.

use crate::bundle::made;
use crate::{Done, Fault, input, json, output};
use clap::Args;
use halfyear_bundle::{Metric, from_json};
use halfyear_edition::Edition;
use halfyear_edition::files::{self, noticed};
use halfyear_edition::report::{File, Report};
use halfyear_facts::Source;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Bundles (.json), editions (.toml, with their .txt beside them where there is one) and seed
    /// texts (.txt); - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Done {
    let mut done = Ok(());
    for path in &arguments.files {
        match checked(path) {
            Ok(said) => output::print_all(&format!("{}: {said}\n", path.display()))?,
            Err(report) => {
                output::tell(&report);
                done = Err(Fault);
            }
        }
    }
    done
}

/// What the file is, where it is good.
fn checked(path: &Path) -> Result<String, Report> {
    let extension = path.extension().and_then(|it| it.to_str());
    if extension == Some("toml") {
        return edition(path);
    }
    let file = input::text(path)?;
    if extension == Some("json") || file.text.trim_start().starts_with('{') {
        return bundle(&file);
    }
    seed(path, file)
}

fn bundle(file: &File) -> Result<String, Report> {
    let bundle = from_json(&file.text).map_err(|fault| Report {
        diagnostics: vec![json::diagnostic(&file.text, &fault)],
        seed: file.clone(),
        ..Report::default()
    })?;
    Ok(format!(
        "a good bundle, {} with {} metrics",
        bundle.id,
        bundle.metrics.len()
    ))
}

fn edition(path: &Path) -> Result<String, Report> {
    let edition = files::edition(path)?;
    let seed = path.with_extension("txt");
    if seed.exists() {
        return together(edition, files::file(&seed)?);
    }
    let form = Edition::parse(&edition.text).map_err(|diagnostic| Report {
        edition,
        ..Report::of(diagnostic)
    })?;
    Ok(format!(
        "a good edition file, {}; not held against a text, for there is no {}",
        form.id(),
        seed.display()
    ))
}

fn seed(path: &Path, seed: File) -> Result<String, Report> {
    let edition = path.with_extension("toml");
    if edition.exists() {
        return together(files::edition(&edition)?, seed);
    }
    let reading = input::reading(&seed)?;
    let diagnostics = noticed(&seed, &reading);
    output::tell(&Report {
        seed,
        diagnostics,
        ..Report::default()
    });
    Ok(format!("a text with {} statements", reading.facts.len()))
}

/// An edition held against its text, and the statements that it leaves out.
fn together(edition: File, seed: File) -> Result<String, Report> {
    let reading = input::reading(&seed)?;
    let built = made(edition, seed)?;
    output::tell(&built.report);
    let mut shown = Vec::new();
    sources(&built.bundle.metrics, &mut shown);
    let unused: Vec<String> = reading
        .facts
        .iter()
        .filter(|fact| !shown.contains(&&fact.source))
        .map(|fact| format!("{} (line {})", fact.indicator, fact.source.line))
        .collect();
    let unused = match unused.len() {
        0 => String::new(),
        _ => format!("; not shown: {}", unused.join(", ")),
    };
    Ok(format!(
        "a good edition, {} with {} metrics from {} statements{unused}",
        built.bundle.id,
        built.bundle.metrics.len(),
        reading.facts.len()
    ))
}

fn sources<'a>(metrics: &'a [Metric], shown: &mut Vec<&'a Source>) {
    for metric in metrics {
        shown.extend(&metric.source);
        sources(&metric.items, shown);
    }
}

//! The command `halfyear`: arguments in, files and exit status out. What it does is in the crates
//! it calls; a module here is one subcommand.
//!
//! It ends with 0; with 1 where the input is at fault, which a diagnostic on standard error
//! explains; with 2 for wrong usage.

mod audit;
mod bundle;
mod check;
mod draft;
mod facts;
mod input;
mod json;
mod output;
mod render;
mod schema;
mod sink;
mod table;
mod texts;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Half-year reports of Chinese places: their figures, and infographics of them.
#[derive(Debug, Parser)]
#[command(name = "halfyear", version, max_term_width = 100)]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Print every statistical statement found in plain text
    Facts(facts::Arguments),
    /// Make the JSON bundle that the widget draws
    Bundle(bundle::Arguments),
    /// Write a first edition file for a new report
    Draft(draft::Arguments),
    /// Validate bundles, editions and seed texts
    Check(check::Arguments),
    /// Draw a finished infographic without a browser
    Render(render::Arguments),
    /// Print the JSON Schema of a bundle
    Schema,
}

/// The input was at fault; what is wrong has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fault;

/// What a subcommand ends with.
type Done = Result<(), Fault>;

fn main() -> ExitCode {
    let done = match Command::parse().task {
        Task::Facts(arguments) => facts::run(&arguments),
        Task::Bundle(arguments) => bundle::run(&arguments),
        Task::Draft(arguments) => draft::run(&arguments),
        Task::Check(arguments) => check::run(&arguments),
        Task::Render(arguments) => render::run(&arguments),
        Task::Schema => schema::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Fault) => ExitCode::FAILURE,
    }
}

//! Results on standard output or in files, diagnostics on standard error.

use crate::{Done, Fault};
use halfyear_edition::Diagnostic;
use halfyear_edition::files;
use halfyear_edition::report::Report;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Tells what is wrong, in colour where the terminal has some.
pub fn tell(report: &Report) {
    if !report.diagnostics.is_empty() {
        anstream::eprintln!("{}\n", report.render(true));
    }
}

/// Tells what keeps the command from going on.
pub fn fault(report: &Report) -> Fault {
    tell(report);
    Fault
}

/// Puts a result into a file, which stays as it was until the new one is whole, or on standard
/// output.
pub fn put(text: &str, out: Option<&Path>) -> Done {
    put_bytes(text.as_bytes(), out)
}

/// The same for what is not text.
pub fn put_bytes(bytes: &[u8], out: Option<&Path>) -> Done {
    let Some(path) = out.filter(|path| *path != Path::new("-")) else {
        return all(print_bytes(bytes));
    };
    files::write(path, bytes).map_err(|error| {
        let message = format!("cannot write {}: {error}", path.display());
        fault(&Report::of(Diagnostic::error(message)))
    })
}

/// Why printing ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The reader has seen enough (`| head`), which is no fault.
    Enough,
    /// Standard output cannot be written; it was told.
    Fault(Fault),
}

/// What printing ends with.
pub type Printed = Result<(), Stop>;

/// Prints.
pub fn print(text: &str) -> Printed {
    print_bytes(text.as_bytes())
}

/// Prints all there is to print.
pub fn print_all(text: &str) -> Done {
    all(print(text))
}

fn print_bytes(bytes: &[u8]) -> Printed {
    let mut out = std::io::stdout().lock();
    let printed = out.write_all(bytes).and_then(|()| out.flush());
    printed.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Stop::Enough,
        _ => unwritable(error),
    })
}

fn all(printed: Printed) -> Done {
    match printed {
        Err(Stop::Fault(fault)) => Err(fault),
        _ => Ok(()),
    }
}

/// Tells that standard output cannot be written.
pub fn unwritable(error: std::io::Error) -> Stop {
    let message = format!("cannot write to standard output: {error}");
    Stop::Fault(fault(&Report::of(Diagnostic::error(message))))
}

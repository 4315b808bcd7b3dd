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
        return print_bytes(bytes);
    };
    files::write(path, bytes).map_err(|error| {
        let message = format!("cannot write {}: {error}", path.display());
        fault(&Report::of(Diagnostic::error(message)))
    })
}

/// Prints. A reader that has seen enough (`| head`) is no fault.
pub fn print(text: &str) -> Done {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Done {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let message = format!("cannot write to standard output: {error}");
            Err(fault(&Report::of(Diagnostic::error(message))))
        }
        _ => Ok(()),
    }
}

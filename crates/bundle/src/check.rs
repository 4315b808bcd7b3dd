use crate::{Bundle, VERSION};
use std::fmt;

/// What keeps a bundle from being drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field at fault: `metrics[3].unit`.
    pub path: String,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Fault {}

/// Whether this code can draw the bundle.
///
/// # Errors
/// The first field that keeps it from being drawn.
pub fn check(bundle: &Bundle) -> Result<(), Fault> {
    if bundle.version > VERSION {
        return Err(Fault {
            path: "version".into(),
            message: "newer than this widget: load a newer half-year-infographic.js".into(),
        });
    }
    Ok(())
}

//! Why a chore stopped.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a chore stopped, and what to do about it.
pub struct Failure(pub String);

/// What a chore comes to.
pub type Done = Result<(), Failure>;

impl Failure {
    pub fn at(verb: &str, path: &Path, error: io::Error) -> Failure {
        Failure(format!("cannot {verb} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Failure {
        Failure(text)
    }
}

impl From<&str> for Failure {
    fn from(text: &str) -> Failure {
        Failure(text.to_owned())
    }
}

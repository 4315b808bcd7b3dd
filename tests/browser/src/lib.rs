//! Pages, a server for them, and browsers that open them.
//!
//! [`Site`] serves folders with any file replaced or broken, [`Driver`] starts
//! a browser's WebDriver program, [`Page`] is one window with what it logged,
//! [`Picture`] what it looked like, [`Stage`] is all of them for one test, and [`run`] a program of such tests.

mod driver;
mod page;
mod picture;
mod site;
pub mod stage;
mod trials;

pub use driver::{Driver, Engine};
pub use page::Page;
pub use picture::{Likeness, Picture};
pub use site::{Reply, Site, Tree};
pub use stage::{Outcome, Stage};
pub use trials::run;

/// Why a test or a photograph did not come about.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The folder that the environment variable `name` names.
///
/// # Errors
/// When the variable is not set: `cargo xtask` sets it.
pub fn folder(name: &str) -> Result<std::path::PathBuf, Error> {
    let told = std::env::var_os(name).map(std::path::PathBuf::from);
    told.ok_or_else(|| format!("{name} is not set: run `cargo xtask test browser`").into())
}

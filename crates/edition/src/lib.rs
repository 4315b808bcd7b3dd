//! Facts and an edition file to a bundle.
//!
//! An [`Edition`] says what to show of a report and in which words, but holds no figure: it names
//! facts by their indicators. [`make`] finds them among what the reader found in the text, derives
//! what follows from them in exact decimals, fills the words in, and gives the [`Bundle`] that is
//! drawn. What the text does not support is a [`Diagnostic`] that points into both files.
//!
//! The core does no IO; the module `files` (feature `files`) reads, writes and renders diagnostics
//! for the build script, the command and the chores.

mod agree;
mod arithmetic;
mod claims;
mod copy;
mod derive;
mod diagnostic;
#[cfg(feature = "draft")]
mod draft;
mod evidence;
mod figures;
mod file;
#[cfg(feature = "files")]
pub mod files;
mod find;
mod finish;
mod make;
#[cfg(feature = "files")]
pub mod report;
mod template;
mod typeset;
mod words;

pub use diagnostic::{Diagnostic, Document, Mark, Severity};
#[cfg(feature = "draft")]
pub use draft::{Known, draft};
pub use evidence::Evidence;
pub use file::Edition;
pub use halfyear_bundle::Bundle;
pub use make::{Made, make};

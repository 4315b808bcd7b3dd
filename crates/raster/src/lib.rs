//! Fonts for drawings, and drawings to pixels.
//!
//! [`Fonts`] measures text and turns it into shapes with the fonts that somebody gives it; a
//! character that none of them has is remembered, so that an edge can say so instead of passing on
//! empty boxes. [`png`] paints a drawing whose text is shapes. Nothing here looks for files.

mod fonts;
mod paint;

pub use fonts::Fonts;
pub use paint::{Error, png};

pub use fontdb::Database;

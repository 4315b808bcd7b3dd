//! The widget: a picture as a Leptos view inside a custom element.
//!
//! [`halfyear_picture`] decides what is drawn; the panels here build a tree of nodes from it, and
//! one function turns that tree into a view ([`node`]). In a browser the element mounts it; on a
//! server the same view prints the markup that the element later adopts.

mod card;
#[cfg(not(target_arch = "wasm32"))]
mod editions;
#[cfg(any(test, target_arch = "wasm32"))]
mod intake;
mod layout;
mod marks;
pub mod node;
mod panels;
mod style;
#[cfg(not(target_arch = "wasm32"))]
mod template;
mod view;

#[cfg(target_arch = "wasm32")]
mod element;

/// The code that decides what the markup is and how it looks, as a digest: markup painted by the
/// same code has the same styles.
pub const BUILD: &str = env!("HALFYEAR_BUILD");

#[cfg(not(target_arch = "wasm32"))]
pub use editions::editions;
pub use style::STYLE;
#[cfg(not(target_arch = "wasm32"))]
pub use template::{style_digest, template};
pub use view::{Infographic, Scene};

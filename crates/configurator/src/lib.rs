//! The page on which people choose what an infographic shows, and copy how to embed it.
//!
//! What is chosen ([`state`]), what it is called ([`words`]) and what is copied ([`ways`]) is plain
//! data; the rest are Leptos components around the live widget, which the page loads as any other
//! page would.

pub mod state;
pub mod way;
pub mod ways;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod controls;
#[cfg(target_arch = "wasm32")]
mod marked;
#[cfg(target_arch = "wasm32")]
mod metrics;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod report;
#[cfg(target_arch = "wasm32")]
mod stage;
#[cfg(target_arch = "wasm32")]
mod take;
#[cfg(target_arch = "wasm32")]
mod worker;

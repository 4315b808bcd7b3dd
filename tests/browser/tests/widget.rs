//! The widget in browsers.
fn main() {}

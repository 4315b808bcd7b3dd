//! The command `halfyear`.
fn main() {}

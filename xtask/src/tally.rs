//! What came of tests.

/// How many tests were run, and what came of them.
#[derive(Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    pub ignored: usize,
}

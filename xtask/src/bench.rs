//! The project's own benchmarks, as tables of ratios.

use crate::folders::Compiled;
use crate::plan::Plan;
use crate::process::{Done, Output, program, run};

/// Runs them.
pub fn measure(arguments: &[String]) -> Done {
    if !arguments.is_empty() {
        return Err("`cargo xtask bench` takes no arguments".into());
    }
    let mut plan = Plan::default();
    plan.step("speed of the reader", "", || {
        let compiled = Compiled::claim()?;
        let mut bench = program("cargo", &["bench", "--package", "halfyear-reader"]);
        bench.args(["--bench", "throughput"]);
        bench.env("CARGO_TARGET_DIR", &compiled.path);
        run(&mut bench, Output::Shown)
    });
    plan.run()
}

//! Photographs of the poster, for people to look at.

use crate::folders::{Compiled, pages};
use crate::machine;
use crate::plan::Plan;
use crate::process::{Done, Output, program, run};
use crate::{tools, widget};

/// Builds the widget as the preview does and photographs it.
pub fn take(arguments: &[String]) -> Done {
    let mut plan = Plan::default();
    let help = arguments.iter().any(|a| a == "--help" || a == "-h");
    if !help {
        machine::plan_rust(&mut plan);
        machine::plan_browser(&mut plan);
        tools::wasm_bindgen()?.plan(&mut plan);
        plan.step(
            "build the widget",
            "Mend what the compiler names above.",
            || widget::develop(&pages("shots")),
        );
    }
    let arguments = arguments.to_vec();
    plan.step("photograph the poster", "", move || {
        let compiled = Compiled::claim()?;
        let mut shots = program("cargo", &["run", "--package"]);
        shots
            .args(["halfyear-browser-tests", "--bin", "shots", "--"])
            .args(&arguments);
        shots
            .env("CARGO_TARGET_DIR", &compiled.path)
            .env("HALFYEAR_WIDGET", pages("shots"));
        machine::tell_browser(&mut shots)?;
        run(&mut shots, Output::Shown)
    });
    plan.run()
}

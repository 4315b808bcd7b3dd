//! The preview page, served by trunk.

use crate::plan::Plan;
use crate::process::{Done, Failure, Output, program, run};
use crate::{machine, tools, widget};
use std::env;
use std::path::PathBuf;

/// Installs what is missing and serves the page until it is interrupted.
pub fn serve(arguments: &[String]) -> Done {
    let mut plan = Plan::default();
    machine::plan_rust(&mut plan);
    tools::wasm_bindgen()?.plan(&mut plan);
    tools::trunk().plan(&mut plan);
    let arguments = arguments.to_vec();
    plan.step(
        "serve the preview (the address follows; the first build takes a minute or two; Ctrl-C ends it)",
        "If the port is taken, add `--port` with another one.",
        move || {
            let mut trunk = program(tools::trunk().path()?, &["serve"]);
            trunk.args(&arguments).env("TRUNK_SKIP_VERSION_CHECK", "true");
            run(&mut trunk, Output::Served)
        },
    );
    plan.run()
}

/// Builds what the page loads into the folder in which trunk assembles it; the
/// hook in Trunk.toml.
pub fn stage() -> Done {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::from("`stage` is what trunk calls: use `cargo xtask preview` or `trunk serve`")
        })?;
    let mut plan = Plan::default();
    machine::plan_rust(&mut plan);
    tools::wasm_bindgen()?.plan(&mut plan);
    plan.step(
        "build the widget",
        "Mend what is named above; the page then reloads.",
        move || widget::develop(&folder),
    );
    plan.run()
}

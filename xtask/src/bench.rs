//! The project's own benchmarks, as tables of ratios.

use crate::folders::{Compiled, pages};
use crate::plan::Plan;
use crate::process::{Done, Failure, Output, program, run};
use crate::{dist, machine, tools, widget};
use std::env;

const PARTS: [&str; 2] = ["reader", "page"];

/// Runs the parts named, or all of them.
pub fn measure(arguments: &[String]) -> Done {
    if let Some(unknown) = arguments.iter().find(|it| !PARTS.contains(&it.as_str())) {
        let known = PARTS.join(", ");
        return Err(format!("there is no benchmark `{unknown}`: name {known}").into());
    }
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|it| it == part);
    let mut plan = Plan::default();
    if wanted("page") {
        plan_page(&mut plan)?;
    }
    if wanted("reader") {
        plan.step("speed of the reader", "", || {
            let compiled = Compiled::claim()?;
            let mut bench = program("cargo", &["bench", "--package", "halfyear-reader"]);
            bench.args(["--bench", "throughput"]);
            bench.env("CARGO_TARGET_DIR", &compiled.path);
            run(&mut bench, Output::Shown)
        });
    }
    plan.run()
}

/// Cold loads beside other ways of showing the same.
fn plan_page(plan: &mut Plan) -> Done {
    machine::plan_rust(plan);
    tools::wasm_bindgen()?.plan(plan);
    machine::plan_browser(plan);
    machine::plan_node(plan);
    for tool in [
        tools::wasm_opt(),
        tools::esbuild(),
        tools::chartjs(),
        tools::lit(),
    ] {
        tool.plan(plan);
    }
    let advice = "Mend what the compiler names above.";
    plan.step("build the widget as it ships", advice, || {
        widget::ship(&pages("widget"))
    });
    dist::plan_copy(plan);
    plan.step(
        "cold loads of a page, on slow 4G and a quarter of the processor",
        "",
        || {
            let compiled = Compiled::claim()?;
            let mut cold = program("cargo", &["run", "--quiet", "--package"]);
            cold.args(["halfyear-browser-tests", "--bin", "cold"]);
            let modules = [tools::chartjs().modules()?, tools::lit().modules()?];
            let modules = env::join_paths(modules)
                .map_err(|error| Failure::from(format!("cannot name the libraries: {error}")))?;
            cold.env("CARGO_TARGET_DIR", &compiled.path)
                .env("HALFYEAR_DIST", pages("published"))
                .env("HALFYEAR_PEERS", pages("peers"))
                .env("HALFYEAR_ESBUILD", tools::esbuild().path()?)
                .env("HALFYEAR_NODE_PATH", modules);
            machine::tell_browser(&mut cold)?;
            run(&mut cold, Output::Shown)
        },
    );
    Ok(())
}

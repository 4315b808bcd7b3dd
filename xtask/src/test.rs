//! Every test there is, or parts of them.

use crate::folders::{Compiled, pages, repository};
use crate::plan::Plan;
use crate::process::{Done, Failure, Output, program, run, run_tests};
use crate::{dist, machine, tidy, tools, widget};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const PARTS: [&str; 5] = ["lint", "native", "wasm", "browser", "sizes"];
const WASM: &str = "wasm32-unknown-unknown";

/// Runs the parts named, or all of them; what follows `--` goes to the test
/// programs.
pub fn run_parts(arguments: &[String]) -> Done {
    let mut halves = arguments.splitn(2, |argument| argument == "--");
    let parts = halves.next().unwrap_or_default();
    let passed = halves.next().unwrap_or_default().to_vec();
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("there is no part `{unknown}`: name {}", PARTS.join(", ")).into());
    }
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|name| name == part);
    let mut plan = Plan::default();
    machine::plan_rust(&mut plan);
    let pages = wanted("browser") || wanted("sizes");
    if wanted("wasm") || pages {
        tools::wasm_bindgen()?.plan(&mut plan);
    }
    // Native tests measure drawings with the fonts that come along; what is published holds some.
    if wanted("native") || wanted("wasm") || pages {
        machine::plan_browser(&mut plan);
    }
    if pages {
        machine::plan_node(&mut plan);
        tools::wasm_opt().plan(&mut plan);
        tools::esbuild().plan(&mut plan);
    }
    if wanted("browser") {
        machine::plan_engines(&mut plan);
        tools::trunk().plan(&mut plan);
        tools::geckodriver().plan(&mut plan);
        tools::axe().plan(&mut plan);
        tools::vite().plan(&mut plan);
    }
    if wanted("lint") {
        plan_lint(&mut plan);
    }
    if wanted("native") {
        let passed = passed.clone();
        plan.tests("native tests", "", move |tally| {
            let compiled = Compiled::claim()?;
            let mut tests = cargo(&compiled, "test");
            tests.args(["--workspace", "--exclude", "halfyear-browser-tests"]);
            run_tests(tests.args(["--no-fail-fast", "--"]).args(&passed), tally)
        });
    }
    if wanted("wasm") {
        plan.tests("tests of the wasm in a browser", "", |tally| {
            let compiled = Compiled::claim()?;
            run_tests(&mut wasm_tests(&compiled)?, tally)
        });
    }
    if pages {
        let advice = "Mend what the compiler names above.";
        plan.step("build the widget as it ships", advice, || {
            widget::ship(&self::pages("widget"))
        });
        dist::plan_copy(&mut plan);
    }
    if wanted("browser") {
        let advice = "Mend what trunk names above.";
        plan.step("build the preview page", advice, || {
            let mut trunk = program(tools::trunk().path()?, &["build", "--dist"]);
            trunk
                .arg(self::pages("preview-tested"))
                .env("TRUNK_SKIP_VERSION_CHECK", "true");
            run(&mut trunk, Output::Shown)
        });
        plan.tests("browser tests", "", move |tally| {
            let compiled = Compiled::claim()?;
            let mut tests = cargo(&compiled, "test");
            tests.args(["--package", "halfyear-browser-tests", "--no-fail-fast"]);
            tests.env("HALFYEAR_WIDGET", self::pages("widget"));
            tests.env("HALFYEAR_PREVIEW", self::pages("preview-tested"));
            tests.env("HALFYEAR_FRONT", self::pages("preview-tested"));
            tests.env("HALFYEAR_DIST", self::pages("published"));
            tests.env("HALFYEAR_BUNDLED", self::pages("bundled"));
            tests.env("HALFYEAR_NODE_MODULES", tools::vite().modules()?);
            tests.env("HALFYEAR_AXE", tools::axe().path()?);
            tests.env("HALFYEAR_GECKODRIVER", tools::geckodriver().path()?);
            machine::tell_browser(&mut tests)?;
            machine::tell_engines(&mut tests)?;
            run_tests(tests.arg("--").args(&passed), tally)
        });
    }
    if wanted("sizes") {
        let advice = "Make the widget smaller, or say in tests/sizes/budgets.toml why not.";
        plan.check("sizes of what readers download", advice, || {
            let compiled = Compiled::claim()?;
            let mut sizes = cargo(&compiled, "run");
            sizes
                .args(["--package", "halfyear-sizes", "--"])
                .arg(self::pages("published"));
            run(&mut sizes, Output::Shown)
        });
    }
    plan.run_and_count()
}

fn plan_lint(plan: &mut Plan) {
    plan.check("tidiness of the tree", "", tidy::check);
    plan.check("format", "Run `cargo fmt --all`.", || {
        run(
            &mut program("cargo", &["fmt", "--all", "--check"]),
            Output::Shown,
        )
    });
    plan.check("clippy", "", || {
        let compiled = Compiled::claim()?;
        let mut clippy = cargo(&compiled, "clippy");
        clippy.args(["--workspace", "--all-targets", "--", "-D", "warnings"]);
        run(&mut clippy, Output::Shown)
    });
    plan.check("clippy for wasm", "", || {
        let compiled = Compiled::claim()?;
        let mut clippy = cargo(&compiled, "clippy");
        clippy.args([
            "--package",
            "halfyear",
            "--package",
            "halfyear-export",
            "--package",
            "halfyear-configurator",
            "--package",
            "halfyear-reading",
            "--all-targets",
            "--target",
            WASM,
            "--",
            "-D",
            "warnings",
        ]);
        run(&mut clippy, Output::Shown)
    });
}

fn cargo(compiled: &Compiled, command: &str) -> Command {
    let mut cargo = program("cargo", &[command]);
    cargo.env("CARGO_TARGET_DIR", &compiled.path);
    cargo
}

/// wasm-bindgen's runner serves the test wasm and opens it in Chromium.
fn wasm_tests(compiled: &Compiled) -> Result<Command, Failure> {
    let runner = tools::wasm_bindgen()?
        .path()?
        .with_file_name("wasm-bindgen-test-runner");
    let browser = machine::chromium().ok_or("no browser is installed")?;
    let driver = machine::chromedriver().ok_or("no chromedriver is installed")?;
    let folder = pages("wasm-tests");
    fs::create_dir_all(&folder).map_err(|e| Failure::at("create", &folder, e))?;
    let wishes: PathBuf = folder.join("webdriver.json");
    let json = format!(
        r#"{{"goog:chromeOptions": {{"binary": {browser:?}, "args": ["--headless=new",
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]}}}}"#
    );
    fs::write(&wishes, json).map_err(|e| Failure::at("write", &wishes, e))?;
    let mut tests = cargo(compiled, "test");
    tests.args([
        "--package",
        "halfyear",
        "--target",
        WASM,
        "--lib",
        "--tests",
    ]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    tests
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", wishes);
    tests.current_dir(repository());
    Ok(tests)
}

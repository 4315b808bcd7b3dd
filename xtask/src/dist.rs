//! Everything that is published.

use crate::folders::{Compiled, pages, repository};
use crate::plan::Plan;
use crate::process::{Done, Failure, Output, program, run};
use crate::{machine, tools, widget};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const HELP: &str = "\
  cargo xtask dist [--base ADDRESS]   ADDRESS is where the folder will lie, with a slash at its end;
                                      frames and their descriptions need it in full";

/// Builds `dist/`.
pub fn publish(arguments: &[String]) -> Done {
    let base = match arguments {
        [] => String::new(),
        [name, base] if name == "--base" && base.ends_with('/') => base.clone(),
        _ => return Err(format!("that is not how to call it:\n\n{HELP}").into()),
    };
    let mut plan = Plan::default();
    machine::plan_rust(&mut plan);
    tools::wasm_bindgen()?.plan(&mut plan);
    machine::plan_browser(&mut plan);
    machine::plan_node(&mut plan);
    tools::wasm_opt().plan(&mut plan);
    tools::esbuild().plan(&mut plan);
    let folder = repository().join("dist");
    let built = folder.clone();
    let advice = "Mend what the compiler names above.";
    plan.step("build what readers download", advice, move || {
        empty(&built)?;
        widget::ship(&built)?;
        widget::ship_page(&built)
    });
    plan_pages(&mut plan, folder.clone(), base);
    machine::plan_engines(&mut plan);
    tools::geckodriver().plan(&mut plan);
    let advice = "What is in dist/ is not fit to be published: mend what the test names.";
    plan.step(
        "open what is published as people use it",
        advice,
        move || {
            let compiled = Compiled::claim()?;
            let mut tests = program("cargo", &["test", "--quiet", "--package"]);
            tests.args(["halfyear-browser-tests", "--test", "published"]);
            tests.env("CARGO_TARGET_DIR", &compiled.path);
            tests.env("HALFYEAR_GECKODRIVER", tools::geckodriver().path()?);
            tests
                .env("HALFYEAR_DIST", &folder)
                .env("HALFYEAR_FRONT", &folder);
            machine::tell_browser(&mut tests)?;
            machine::tell_engines(&mut tests)?;
            run(&mut tests, Output::Shown)
        },
    );
    plan.run()
}

/// What is published of the widget that an earlier step has built, for tests to open.
pub fn plan_copy(plan: &mut Plan) {
    plan.step("copy the widget to what is published", "", || {
        let folder = pages("published");
        empty(&folder)?;
        copy(&pages("widget"), &folder)
    });
    plan_pages(plan, pages("published"), String::new());
}

/// From the widget as it ships to what is published of it, in `folder`.
fn plan_pages(plan: &mut Plan, folder: PathBuf, base: String) {
    let rendered = folder.clone();
    plan.step("render the editions", "", move || render(&rendered));
    plan.step("name, pack and weigh the files", "", move || {
        let compiled = Compiled::claim()?;
        let mut publish = cargo(&compiled, "halfyear-publish");
        publish.arg(&folder).arg(repository());
        let version = env!("CARGO_PKG_VERSION");
        run(publish.args([version, &base]), Output::Shown)
    });
}

/// Removes what an earlier build left: a hashed name would stay beside its successor.
fn empty(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|e| Failure::at("remove", folder, e))?;
    }
    fs::create_dir_all(folder).map_err(|e| Failure::at("create", folder, e))
}

/// Copies a folder with what is in it.
fn copy(from: &Path, to: &Path) -> Done {
    fs::create_dir_all(to).map_err(|e| Failure::at("create", to, e))?;
    let listed = fs::read_dir(from).map_err(|e| Failure::at("read", from, e))?;
    for entry in listed.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(|e| Failure::at("copy", &path, e))?;
        }
    }
    Ok(())
}

/// Every edition as the command renders it, beside its bundle.
fn render(folder: &Path) -> Done {
    let compiled = Compiled::claim()?;
    let editions = folder.join("editions");
    let listed = fs::read_dir(&editions).map_err(|e| Failure::at("read", &editions, e))?;
    for bundle in listed.flatten().map(|entry| entry.path()) {
        if bundle.extension() != Some("json".as_ref()) {
            continue;
        }
        let named = |ending: &str| bundle.with_extension(ending);
        for lang in ["zh", "en"] {
            for format in ["html", "svg", "png"] {
                let mut render = cargo(&compiled, "halfyear-cli");
                render.arg("render").arg(&bundle);
                render.args(["--format", format, "--lang", lang]);
                if format == "html" {
                    // It works where it lies, and says where the script is.
                    render.args(["--script", "../half-year-infographic.js"]);
                }
                render.arg("-o").arg(named(&format!("{lang}.{format}")));
                run(&mut render, Output::Progress)?;
            }
        }
        let mut render = cargo(&compiled, "halfyear-cli");
        render.arg("render").arg(&bundle);
        render.args(["--format", "csv", "--metrics", "all", "-o"]);
        run(render.arg(named("csv")), Output::Progress)?;
    }
    Ok(())
}

/// A program of this workspace.
fn cargo(compiled: &Compiled, package: &str) -> Command {
    let mut cargo = program("cargo", &["run", "--quiet", "--package", package, "--"]);
    cargo.env("CARGO_TARGET_DIR", &compiled.path);
    cargo
}

//! The widget as files that a page can load: loader, glue, wasm, bundles.

use crate::folders::Compiled;
use crate::process::{Done, Failure, Output, program, run};
use crate::shrink::{shrink, shrink_loader};
use crate::tools;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a page includes; it finds the rest beside itself.
pub const LOADER: &str = "half-year-infographic.js";
const TARGET: &str = "wasm32-unknown-unknown";
/// Leptos' views behind one type, as .cargo/config.toml has it for everybody.
const FLAGS: &str = "--cfg\x1ferase_components";

/// A wasm that a page fetches: the package that it is made of, and the name of its files.
const WIDGET: (&str, &str) = ("halfyear", "halfyear");
/// Fetched by those who save.
const EXPORT: (&str, &str) = ("halfyear-export", "halfyear-export");
/// The page on which people choose, and what reads a report in its worker.
const PAGE: [(&str, &str); 2] = [
    ("halfyear-configurator", "halfyear-configurator"),
    ("halfyear-reading", "halfyear-reading"),
];

/// Builds quickly, with assertions, into `folder`: what the preview page loads.
pub fn develop(folder: &Path) -> Done {
    let compiled = Compiled::claim()?;
    for module in [WIDGET, EXPORT].into_iter().chain(PAGE) {
        let mut cargo = rustc(&compiled, "dev", module.0);
        bound(&mut cargo, &compiled, "debug", module, folder)?;
    }
    Ok(())
}

/// Builds what readers download into `folder`: std compiled for size without
/// panic messages, then everything shrunk. There is no other way to build it,
/// so that its size can be held to a budget.
pub fn ship(folder: &Path) -> Done {
    shipped(&[WIDGET, EXPORT], folder)?;
    shrink_loader(&folder.join(LOADER))
}

/// Adds the front page, on which people choose and copy, to what is in `folder`.
pub fn ship_page(folder: &Path) -> Done {
    shipped(&PAGE, folder)?;
    let www = crate::folders::repository().join("www");
    for file in ["configurator.css", "reading.js"] {
        copy(&www.join(file), &folder.join(file))?;
    }
    // What trunk is told stands on lines of its own.
    let page = www.join("index.html");
    let text = fs::read_to_string(&page).map_err(|e| Failure::at("read", &page, e))?;
    let lines = text.lines().filter(|line| !line.contains("data-trunk"));
    let front = folder.join("index.html");
    let text = lines.collect::<Vec<_>>().join("\n") + "\n";
    fs::write(&front, text).map_err(|e| Failure::at("write", &front, e))
}

fn shipped(modules: &[(&str, &str)], folder: &Path) -> Done {
    let compiled = Compiled::claim()?;
    for &module in modules {
        let mut cargo = rustc(&compiled, "widget", module.0);
        // None of these is stable, but the compiler is pinned. Nobody reads the
        // debug format of a value or the place of a panic in a widget.
        let flags = [FLAGS, "-Zfmt-debug=none", "-Zlocation-detail=none"].join("\x1f");
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags);
        cargo.env("RUSTC_BOOTSTRAP", "1").args([
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
            "-Zpanic-immediate-abort",
            "--config=profile.widget.panic='immediate-abort'",
        ]);
        bound(&mut cargo, &compiled, "widget", module, folder)?;
        shrink(folder, module.1)?;
    }
    Ok(())
}

fn rustc(compiled: &Compiled, profile: &str, package: &str) -> Command {
    let mut cargo = program("cargo", &["rustc", "--package", package, "--lib"]);
    // The library crate type beside it would cost the link-time optimisation.
    cargo.args([
        "--crate-type",
        "cdylib",
        "--target",
        TARGET,
        "--profile",
        profile,
    ]);
    cargo.env("CARGO_TARGET_DIR", &compiled.path);
    cargo
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS);
    cargo
}

/// Compiles a module and puts wasm and glue into `folder`; with the widget, what it needs beside.
fn bound(
    cargo: &mut Command,
    compiled: &Compiled,
    profile: &str,
    (package, name): (&str, &str),
    folder: &Path,
) -> Done {
    let file = format!("{}.wasm", package.replace('-', "_"));
    let wasm = compiled.path.join(TARGET).join(profile).join(file);
    if name == WIDGET.1 {
        let bundles = compile(cargo)?;
        bind(&wasm, name, folder)?;
        assemble(&bundles, folder)
    } else {
        run(cargo, Output::Shown)?;
        bind(&wasm, name, folder)
    }
}

/// Compiles, and returns where the build script left the bundles.
fn compile(cargo: &mut Command) -> Result<PathBuf, Failure> {
    run(cargo, Output::Shown)?;
    // Nothing is left to compile: this only asks for the places.
    let said = cargo
        .args(["--quiet", "--message-format=json"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|e| Failure::from(format!("cannot start `cargo`: {e}")))?;
    let said = String::from_utf8_lossy(&said.stdout);
    let script = said.lines().find(|line| {
        line.contains("\"reason\":\"build-script-executed\"") && line.contains("#halfyear@")
    });
    let place = script
        .and_then(|line| line.split_once("\"out_dir\":\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(place, _)| place.replace("\\\\", "\\"));
    place
        .map(PathBuf::from)
        .ok_or_else(|| "the build script of the widget did not run".into())
}

/// The glue of a wasm, and the wasm as the glue wants it.
fn bind(wasm: &Path, name: &str, folder: &Path) -> Done {
    let mut bindgen = program(tools::wasm_bindgen()?.path()?, &["--target", "web"]);
    bindgen
        .args(["--no-typescript", "--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(wasm);
    run(&mut bindgen, Output::Progress)
}

/// What the widget needs beside its wasm: the loader, and the bundles.
fn assemble(bundles: &Path, folder: &Path) -> Done {
    fs::create_dir_all(folder.join("editions")).map_err(|e| Failure::at("create", folder, e))?;
    let loader = crate::folders::repository().join("src").join(LOADER);
    copy(&loader, &folder.join(LOADER))?;
    let editions = fs::read_dir(bundles).map_err(|e| Failure::at("read", bundles, e))?;
    for edition in editions.flatten().map(|entry| entry.path()) {
        if let Some(name) = edition
            .file_name()
            .filter(|_| edition.extension() == Some("json".as_ref()))
        {
            copy(&edition, &folder.join("editions").join(name))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Done {
    fs::copy(from, to)
        .map(drop)
        .map_err(|e| Failure::at("copy", from, e))
}

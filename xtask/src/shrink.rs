//! Takes from the widget's files what no reader needs.
//!
//! wasm-bindgen writes the glue for everything that any crate in the wasm
//! exports, and the wasm keeps what the glue can reach. So the glue comes
//! first: bundled from the functions that the loader can call, it loses the
//! classes of other crates, and takes in the modules beside it; then the wasm loses what the glue no longer names.

use crate::process::{Done, Failure, Output, program, run};
use crate::tools;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Shrinks the loader in place.
pub fn shrink_loader(loader: &Path) -> Done {
    write(loader, &minify(loader, &[])?)
}

/// Shrinks the glue and the wasm of the module `name` in `folder`, in place.
pub fn shrink(folder: &Path, name: &str) -> Done {
    let glue = folder.join(format!("{name}.js"));
    let wasm = folder.join(format!("{name}_bg.wasm"));
    let whole = read(&glue)?;

    let entry = folder.join("entry.js");
    let mut functions = names_after(&whole, "export function ");
    // What the glue only hands on from a module beside it.
    functions.extend(names_after(&whole, "export { "));
    functions.remove("initSync");
    let functions: Vec<&str> = functions.into_iter().collect();
    let exports = format!(
        "export {{ default, {} }} from './{name}.js';",
        functions.join(", ")
    );
    write(&entry, &exports)?;
    // Neither a registry nor a disposer is a reason to keep a class that nothing
    // uses.
    let registry = "new FinalizationRegistry";
    let unused = format!("/* @__PURE__ */ {registry}");
    write(&glue, &whole.replace(registry, &unused))?;
    let bundled = minify(&entry, &["--bundle", "--define:Symbol.dispose=undefined"]);
    fs::remove_file(&entry).map_err(|e| Failure::at("remove", &entry, e))?;
    let bundled = bundled?;
    write(&glue, &bundled)?;
    let modules = folder.join("snippets");
    if modules.exists() {
        fs::remove_dir_all(&modules).map_err(|e| Failure::at("remove", &modules, e))?;
    }

    let called = names_after(&whole, "wasm.");
    let roots = called.into_iter().filter(|name| calls(&bundled, name));
    let roots = roots.map(|name| format!(r#"{{"name":"{name}","export":"{name}","root":true}}"#));
    let graph = folder.join("graph.json");
    write(
        &graph,
        &format!("[{}]", roots.collect::<Vec<_>>().join(",")),
    )?;
    let pruned = prune(&wasm, &graph);
    fs::remove_file(&graph).map_err(|e| Failure::at("remove", &graph, e))?;
    pruned
}

/// What rustc turns on for this target, and wasm-bindgen needs.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Drops what the exports in `graph` do not reach, names, and bytes.
fn prune(wasm: &Path, graph: &Path) -> Done {
    let optimiser = tools::wasm_opt().path()?;
    let mut reach = program(optimiser.with_file_name("wasm-metadce"), &FEATURES);
    reach
        .arg("--graph-file")
        .arg(graph)
        .arg(wasm)
        .arg("-o")
        .arg(wasm);
    // It lists all that it drops.
    run(&mut reach, Output::Unheard)?;
    let mut optimise = program(optimiser, &FEATURES);
    optimise.args(["-Oz", "--strip-debug", "--strip-producers"]);
    run(optimise.arg(wasm).arg("-o").arg(wasm), Output::Progress)
}

/// A module without comments, white space and long names.
fn minify(module: &Path, options: &[&str]) -> Result<String, Failure> {
    let mut esbuild = program(tools::esbuild().path()?, &["--minify", "--format=esm"]);
    esbuild
        .args(["--target=es2022", "--charset=utf8", "--log-level=warning"])
        .args(options);
    let small = module.with_extension("small");
    run(
        esbuild
            .arg(module)
            .arg(format!("--outfile={}", small.display())),
        Output::Shown,
    )?;
    let text = read(&small)?;
    fs::remove_file(&small).map_err(|e| Failure::at("remove", &small, e))?;
    Ok(text)
}

/// The identifiers that follow `marker` in `code`.
fn names_after<'a>(code: &'a str, marker: &str) -> BTreeSet<&'a str> {
    let starts = code
        .match_indices(marker)
        .map(|(at, _)| &code[at + marker.len()..]);
    let names = starts.map(|rest| rest.split(|c: char| !is_name(c)).next().unwrap_or_default());
    names.filter(|name| !name.is_empty()).collect()
}

/// Whether `code` uses a member called `name`.
fn calls(code: &str, name: &str) -> bool {
    code.match_indices(name)
        .any(|(at, _)| code[..at].ends_with('.') && !code[at + name.len()..].starts_with(is_name))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| Failure::at("read", path, e))
}

fn write(path: &Path, text: &str) -> Done {
    fs::write(path, text).map_err(|e| Failure::at("write", path, e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_glue_calls_is_found() {
        let code = "export function mount(a){wasm.mount(a),wasm.__free(a)}export class B{}";
        assert_eq!(
            names_after(code, "export function "),
            BTreeSet::from(["mount"])
        );
        assert_eq!(
            names_after(code, "wasm."),
            BTreeSet::from(["__free", "mount"])
        );
        for (name, called) in [
            ("mount", true),
            ("__free", true),
            ("mou", false),
            ("B", false),
        ] {
            assert_eq!(calls(code, name), called, "{name}");
        }
    }
}

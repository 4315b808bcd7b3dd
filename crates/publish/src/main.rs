//! Turns what was built into what is published: `halfyear-publish DIST REPOSITORY VERSION BASE`.
//!
//! `DIST` holds the widget as it ships and the editions as they were rendered; afterwards it holds
//! everything that any web server can serve. The same files give the same bytes: nothing here
//! knows the time or the machine.

mod hashed;
mod npm;
mod pages;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What is published, and how.
pub struct Job {
    /// The folder.
    pub dist: PathBuf,
    /// Where the sources lie.
    pub repository: PathBuf,
    /// The version of the package.
    pub version: String,
    /// The address of the folder, with a slash at its end; empty where it is not known.
    pub base: String,
}

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let [dist, repository, version, base] = given.as_slice() else {
        let _ = writeln!(io::stderr(), "use `cargo xtask dist`");
        return ExitCode::from(2);
    };
    let job = Job {
        dist: dist.into(),
        repository: repository.into(),
        version: version.clone(),
        base: base.clone(),
    };
    match publish(&job) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "cannot publish: {error}");
            ExitCode::FAILURE
        }
    }
}

fn publish(job: &Job) -> io::Result<()> {
    let names = hashed::rename(&job.dist)?;
    let schema = job.repository.join("crates/bundle/bundle.schema.json");
    fs::copy(schema, job.dist.join("bundle.schema.json"))?;
    for file in ["half-year-infographic.d.ts", "custom-elements.json"] {
        fs::copy(
            job.repository.join("www/npm").join(file),
            job.dist.join(file),
        )?;
    }
    let editions = pages::editions(&job.dist)?;
    pages::make(job, &names, &editions)?;
    npm::pack(job, &names)?;
    let integrity = hashed::integrity(&job.dist)?;
    write_json(&job.dist.join("integrity.json"), &integrity)?;
    let mut sizes = serde_json::Map::new();
    for (name, weight) in halfyear_sizes::weigh_folder(&job.dist)? {
        let halfyear_sizes::Weight { raw, gzip, brotli } = weight;
        let weight = serde_json::json!({ "raw": raw, "gzip": gzip, "brotli": brotli });
        sizes.insert(name, weight);
    }
    write_json(&job.dist.join("sizes.json"), &sizes.into())
}

/// Writes a document for people and programs.
pub fn write_json(path: &Path, value: &serde_json::Value) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    fs::write(path, text + "\n")
}

/// The files of a folder and of those in it, as paths from it, in order.
pub fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(next) = pending.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                let parts: Vec<_> = name.iter().map(|it| it.to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

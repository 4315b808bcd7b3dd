//! Weighs the files of a folder: raw, gzip and brotli, and holds them to
//! `budgets.toml`.

use halfyear_sizes::{Weight, weigh_folder};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Deserialize)]
struct Budgets {
    budget: Vec<Budget>,
}

#[derive(Deserialize)]
struct Budget {
    what: String,
    files: Vec<String>,
    brotli: usize,
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("name the folder to weigh, or run `cargo xtask test sizes`");
        return ExitCode::from(2);
    };
    match weigh_folder(&folder).and_then(|weights| report(&weights)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cannot weigh {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Prints the table; true when every budget is kept.
fn report(weights: &BTreeMap<String, Weight>) -> io::Result<bool> {
    println!(
        "{:>9} {:>9} {:>9}  file (bytes)",
        "raw", "gzip -9", "brotli 11"
    );
    for (name, Weight { raw, gzip, brotli }) in weights {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    let budgets: Budgets = toml::from_str(include_str!("../budgets.toml"))
        .map_err(|e| io::Error::other(format!("tests/sizes/budgets.toml: {e}")))?;
    let mut kept = true;
    for Budget {
        what,
        files,
        brotli,
    } in budgets.budget
    {
        let mut sum = 0;
        for file in &files {
            let named = weights.iter().find(|it| built(it.0) == *file);
            let (_, weight) = named.ok_or_else(|| {
                io::Error::other(format!("no {file}, which tests/sizes/budgets.toml names"))
            })?;
            sum += weight.brotli;
        }
        let verdict = if sum <= brotli { "within" } else { "ABOVE" };
        println!("{sum:>29}  {what}: {verdict} the budget of {brotli}");
        kept &= sum <= brotli;
    }
    Ok(kept)
}

/// A published file's name without the digest that it may hold.
fn built(name: &str) -> String {
    let whole = || {
        let (stem, ending) = name.rsplit_once('.')?;
        let (stem, digest) = stem.rsplit_once('-')?;
        let digest = digest.len() == 10 && digest.bytes().all(|it| it.is_ascii_hexdigit());
        digest.then(|| format!("{stem}.{ending}"))
    };
    whole().unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_no_part_of_a_name() {
        #[track_caller]
        fn check(name: &str, expected: &str) {
            assert_eq!(built(name), expected);
        }
        check("halfyear_bg-87b567174d.wasm", "halfyear_bg.wasm");
        check("halfyear-export-2b8629ede0.js", "halfyear-export.js");
        check("half-year-infographic.js", "half-year-infographic.js");
        check(
            "editions/keqiao-2023-h1.json",
            "editions/keqiao-2023-h1.json",
        );
    }
}

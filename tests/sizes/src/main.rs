//! Weighs the files of a folder: raw, gzip and brotli, and holds them to
//! `budgets.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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

#[derive(Clone, Copy)]
struct Weight {
    raw: usize,
    gzip: usize,
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
            let weight = weights.get(file).ok_or_else(|| {
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

fn weigh_folder(folder: &Path) -> io::Result<BTreeMap<String, Weight>> {
    let mut weights = BTreeMap::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(next) = pending.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                weights.insert(name.display().to_string(), weigh(&std::fs::read(&path)?)?);
            }
        }
    }
    Ok(weights)
}

fn weigh(bytes: &[u8]) -> io::Result<Weight> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes)?;
    brotli.flush()?;
    Ok(Weight {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.into_inner().len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_what_can_be_unpacked_again() {
        let text = "a thread, a thread, a thread".repeat(100);
        let weight = weigh(text.as_bytes()).expect("memory");
        assert_eq!(weight.raw, text.len());
        assert!(weight.brotli < weight.gzip && weight.gzip < 100);
    }
}

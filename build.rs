//! Makes the bundles of all seeds, so that a figure that its text does not support stops the build;
//! and a digest of the code that draws, by which painted markup is known again.

use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the markup and its styles are decided.
const DRAWING: [&str; 4] = [
    "src",
    "crates/picture/src",
    "crates/bundle/src",
    "crates/facts/src",
];

fn main() {
    halfyear_edition::files::for_cargo("seeds".as_ref());
    match digest() {
        Ok(digest) => println!("cargo::rustc-env=HALFYEAR_BUILD={digest}"),
        Err(error) => println!("cargo::error=cannot read the code that draws: {error}"),
    }
}

fn digest() -> io::Result<String> {
    let mut files = Vec::new();
    for folder in DRAWING {
        println!("cargo::rerun-if-changed={folder}");
        collect(folder.as_ref(), &mut files)?;
    }
    files.sort();
    let mut sum = Sha256::new();
    for file in files {
        // A clone may end its lines otherwise.
        let text = fs::read_to_string(&file)?.replace('\r', "");
        sum.update(text);
    }
    let bytes = sum.finalize();
    Ok(bytes.iter().take(6).map(|it| format!("{it:02x}")).collect())
}

/// The code below `folder`, without what only tests hold.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let code = path.extension().is_some_and(|it| it == "rs" || it == "css");
        if path.is_dir() {
            collect(&path, files)?;
        } else if code && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    Ok(())
}

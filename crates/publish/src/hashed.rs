//! Names that change with their content, and what browsers hold files to.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;
use std::{fs, io};

/// Files whose names change with their content, those before others that name them.
const HASHED: [&str; 4] = [
    "halfyear_bg.wasm",
    "halfyear.js",
    "halfyear-export_bg.wasm",
    "halfyear-export.js",
];
/// What names them: a module names its wasm, and the loader all of them.
const NAMING: [&str; 3] = [
    "halfyear.js",
    "halfyear-export.js",
    "half-year-infographic.js",
];

/// A file's name as it was built, and as it is published.
pub type Names = Vec<(String, String)>;

/// Gives the files in `folder` their names, also where other files name them.
///
/// # Errors
/// When one of them is not there, or the loader does not name one: it would not find it.
pub fn rename(folder: &Path) -> io::Result<Names> {
    let mut names = Names::new();
    for built in HASHED {
        let path = folder.join(built);
        if NAMING.contains(&built) {
            refer(&path, &names)?;
        }
        let content = fs::read(&path)?;
        let published = name(built, &content);
        fs::rename(&path, folder.join(&published))?;
        names.push((built.to_owned(), published));
    }
    let loader = folder.join("half-year-infographic.js");
    refer(&loader, &names)?;
    let text = fs::read_to_string(loader)?;
    for (built, published) in &names {
        if !text.contains(published.as_str()) {
            let message = format!("the loader does not name {built}: look at FILES in it");
            return Err(io::Error::other(message));
        }
    }
    Ok(names)
}

/// A name with a part of the content's digest before its ending.
fn name(built: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let short: String = digest
        .iter()
        .take(5)
        .map(|it| format!("{it:02x}"))
        .collect();
    match built.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{short}.{ending}"),
        None => format!("{built}-{short}"),
    }
}

/// Puts published names in place of built ones, where they are whole.
fn refer(path: &Path, names: &Names) -> io::Result<()> {
    let mut text = fs::read_to_string(path)?;
    for (built, published) in names {
        for (before, after) in [("./", ""), ("\"", "\""), ("'", "'")] {
            let from = format!("{before}{built}{after}");
            text = text.replace(&from, &format!("{before}{published}{after}"));
        }
    }
    fs::write(path, text)
}

/// What a browser holds content to: `sha384-…`.
pub fn sri(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// What browsers hold every script, module and data file to.
///
/// # Errors
/// When a file cannot be read.
pub fn integrity(folder: &Path) -> io::Result<Value> {
    let mut all = Map::new();
    for name in crate::files(folder)? {
        let whole = [".js", ".wasm", ".json", ".css"]
            .iter()
            .any(|it| name.ends_with(it));
        if whole && !name.starts_with("npm/") && name != "sizes.json" {
            let digest = sri(&fs::read(folder.join(&name))?);
            all.insert(name, digest.into());
        }
    }
    Ok(all.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_alone() {
        let (one, two) = (name("a_bg.wasm", b"1"), name("a_bg.wasm", b"2"));
        assert_eq!(one, name("a_bg.wasm", b"1"));
        assert_ne!(one, two);
        assert!(one.starts_with("a_bg-") && one.ends_with(".wasm"), "{one}");
    }

    #[test]
    fn digests_are_as_browsers_want_them() {
        // RFC 6234's digest of no content.
        assert!(sri(b"").starts_with(
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        ));
    }
}

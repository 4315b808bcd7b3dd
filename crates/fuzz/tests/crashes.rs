//! Inputs that broke a promise once, each in a file that is named for what it is.

use halfyear_fuzz::{EDITION, SEED, bundle, edits, reads};
use std::fs;
use std::path::Path;

#[track_caller]
fn each(target: &str, check: impl Fn(&str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("crashes")
        .join(target);
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("a folder of crashes") {
        let path = entry.expect("an entry").path();
        check(&fs::read_to_string(&path).expect("an input"));
        seen += 1;
    }
    assert!(seen > 0, "no crashes are kept of {target}");
}

#[test]
fn texts() {
    each("read", |text| {
        reads(text);
        edits(EDITION, text);
    });
}

#[test]
fn editions() {
    each("edition", |toml| edits(toml, SEED));
}

#[test]
fn bundles() {
    each("bundle", |json| {
        let _ = bundle(json);
    });
}

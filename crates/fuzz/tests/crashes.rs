//! Inputs that broke a promise once, each in a file that is named for what it is.

use halfyear_fuzz::{EDITION, SEED, bundle, edits, reads};
use std::fs;
use std::path::Path;

#[test]
fn what_broke_once_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crashes");
    let mut seen = 0;
    for target in ["read", "edition", "bundle"] {
        let Ok(folder) = fs::read_dir(root.join(target)) else {
            continue;
        };
        for entry in folder {
            let path = entry.expect("an entry").path();
            println!("{}", path.display());
            let input = fs::read_to_string(&path).expect("an input");
            match target {
                "edition" => edits(&input, SEED),
                "bundle" => drop(bundle(&input)),
                _ => {
                    reads(&input);
                    edits(EDITION, &input);
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 0, "no crash is kept");
}

//! Reports in our own words, each built around one way of saying things, with what they say.
//!
//! A file of `tests/corpus` holds a text, a line of dashes, and the facts in the order of the text.
//! `HALFYEAR_BLESS=1` writes what the reader says; read the difference before keeping it.

mod common;

use std::path::{Path, PathBuf};

const RULE: &str = "\n----\n";

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_report_says_its_facts_and_no_other() {
    let mut wrong = Vec::new();
    for path in files() {
        let file = std::fs::read_to_string(&path).expect("a report");
        let (text, expected) = file.split_once(RULE).unwrap_or((&file, ""));
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let said: Vec<String> = halfyear_reader::read(&name, text)
            .facts
            .iter()
            .map(common::line)
            .collect();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        if said == expected {
            continue;
        }
        if std::env::var_os("HALFYEAR_BLESS").is_some() {
            let blessed = format!("{text}{RULE}{}\n", said.join("\n"));
            std::fs::write(&path, blessed).expect("a file that can be written");
            continue;
        }
        let missing: Vec<_> = expected
            .iter()
            .filter(|line| !said.iter().any(|s| s == **line))
            .collect();
        let further: Vec<_> = said
            .iter()
            .filter(|line| !expected.contains(&line.as_str()))
            .collect();
        wrong.push(format!(
            "{name}\n  missing {missing:#?}\n  further {further:#?}"
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_corpus_is_large_enough() {
    assert!(files().len() >= 40, "{} reports", files().len());
}

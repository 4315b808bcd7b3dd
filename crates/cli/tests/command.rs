//! The command as a person runs it: what it prints, what it leaves behind, how it ends.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What a run gave, as one text: status, standard output, standard error.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> String {
    let mut command = Command::cargo_bin("halfyear").expect("the command is built");
    let output = command
        .current_dir(folder)
        .args(arguments)
        .write_stdin(input)
        .output()
        .expect("the command starts");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let status = output.status.code().expect("it ends by itself");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    format!("{status}\n{out}--\n{}\n", err.trim_end())
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("the folder can be written to");
    }
    folder
}

const SEED: &[u8] = include_bytes!("../../../seeds/keqiao-2023-h1.txt");
const EDITION: &str = include_str!("../../../seeds/keqiao-2023-h1.toml");

#[test]
fn input_at_fault_is_explained() {
    #[track_caller]
    fn check(name: &str, file: &str, bytes: &[u8], arguments: &[&str]) {
        let folder = folder(&[(file, bytes)]);
        let said = run(folder.path(), arguments, b"");
        assert!(said.starts_with("1\n"), "{said}");
        insta::assert_snapshot!(name, said);
    }
    let latin1 = ["产值一亿元。\ncaf".as_bytes(), b"\xe9\n"].concat();
    let gb18030 = ["产值一亿元。\n".as_bytes(), b"\xb2\xfa\xd6\xb5\n"].concat();
    check("an_empty_file", "a.txt", b"", &["facts", "a.txt"]);
    check(
        "a_blank_file",
        "a.txt",
        b"\xef\xbb\xbf \n\n",
        &["check", "a.txt"],
    );
    check("latin_1", "a.txt", &latin1, &["facts", "a.txt"]);
    check("gb18030", "a.txt", &gb18030, &["facts", "a.txt"]);
    check("utf_16", "a.txt", b"\xff\xfe\x00\x4e", &["facts", "a.txt"]);
    check("no_such_file", "a.txt", b"", &["facts", "b.txt"]);
    check("no_edition", "a.txt", SEED, &["bundle", "a.txt"]);
    check(
        "not_a_report",
        "a.txt",
        b"Hello, world.\n",
        &["facts", "a.txt"],
    );
    check(
        "a_newer_bundle",
        "a.json",
        b"{\"version\": 2, \"x\": []}",
        &["check", "a.json"],
    );
    check(
        "not_json",
        "a.json",
        b"{\"version\": 1, ",
        &["check", "a.json"],
    );
    check(
        "a_field_of_the_wrong_kind",
        "a.json",
        b"{\"version\":1,\"id\":\"a\",\"place\":{\"name\":{},\"short\":{},\"within\":{}},\
          \"period\":{\"from\":\"2023-01\",\"to\":\"2023-13\"}}",
        &["check", "a.json"],
    );
    check(
        "a_slip_in_an_edition",
        "a.toml",
        EDITION.replacen("panel", "pannel", 1).as_bytes(),
        &["check", "a.toml"],
    );
}

/// 20 MB without a full stop is told in a line, not in 20 MB.
#[test]
fn a_text_without_end_is_refused() {
    let folder = folder(&[("a.txt", "产值一亿元，".repeat(1_200_000).as_bytes())]);
    let said = run(folder.path(), &["facts", "a.txt"], b"");
    assert!(said.starts_with("1\n"), "{said:.200}");
    assert!(said.contains("no full stop ends it"), "{said:.400}");
    assert!(said.len() < 10_000);
}

/// A good file stays until a better one is whole.
#[test]
fn a_failure_overwrites_nothing() {
    let edition = EDITION.replacen("panel", "pannel", 1);
    let folder = folder(&[
        ("a.txt", SEED),
        ("a.toml", edition.as_bytes()),
        ("out.json", b"old"),
    ]);
    let said = run(folder.path(), &["bundle", "a.txt", "-o", "out.json"], b"");
    assert!(said.starts_with("1\n"), "{said}");
    let out = fs::read(folder.path().join("out.json")).expect("it is there");
    assert_eq!(out, b"old");
    let names = fs::read_dir(folder.path()).expect("it is there");
    assert_eq!(names.count(), 3, "nothing is left beside it");
}

#[test]
fn wrong_usage_ends_with_2() {
    #[track_caller]
    fn check(arguments: &[&str]) {
        let folder = folder(&[]);
        let said = run(folder.path(), arguments, b"");
        assert!(said.starts_with("2\n"), "{said}");
    }
    check(&[]);
    check(&["fcats"]);
    check(&["facts"]);
    check(&["facts", "--format", "xml", "a.txt"]);
    check(&["schema", "a.txt"]);
}

#[test]
fn the_schema_is_the_one_committed() {
    let folder = folder(&[]);
    let schema = include_str!("../../bundle/bundle.schema.json");
    assert_eq!(
        run(folder.path(), &["schema"], b""),
        format!("0\n{schema}--\n\n")
    );
}

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

/// What is good all the same, but should be looked at: people are told, programs that read many
/// texts are not.
#[test]
fn a_contradiction_is_shown_in_both_places() {
    let text = "柯桥区2023年上半年报告\n上半年，全区地区生产总值937.63亿元，增长8.2%。\n\
                出口平稳。\n上半年，地区生产总值973.63亿元。\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let told = |arguments: &[&str]| {
        let said = run(folder.path(), arguments, b"");
        assert!(said.starts_with("0\n"), "{said}");
        said
    };
    let checked = told(&["check", "a.txt"]);
    insta::assert_snapshot!("a_contradiction", checked);
    let (_, warning) = checked.split_once("--\n").expect("a mark between both");
    for arguments in [
        ["draft", "a.txt"].as_slice(),
        &["facts", "--format", "table", "a.txt"],
    ] {
        assert!(told(arguments).ends_with(warning), "{arguments:?}");
    }
    assert!(told(&["facts", "--format", "ndjson", "a.txt"]).ends_with("--\n\n"));
}

/// 20 MB without a full stop is told in a line, not in 20 MB; the point of a decimal is none.
#[test]
fn a_text_without_end_is_refused() {
    for statement in ["产值一亿元，", "产值增长8.2%，"] {
        let folder = folder(&[("a.txt", statement.repeat(1_200_000).as_bytes())]);
        let said = run(folder.path(), &["facts", "a.txt"], b"");
        assert!(said.starts_with("1\n"), "{said:.200}");
        assert!(said.contains("without a full stop"), "{said:.400}");
        assert!(said.len() < 10_000);
    }
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

/// What is made is good, and made again it is the same.
#[test]
fn a_bundle_is_made_and_checked() {
    let folder = folder(&[("a.txt", SEED), ("a.toml", EDITION.as_bytes())]);
    let made = run(
        folder.path(),
        &["bundle", "a.txt", "-o", "new/out.json"],
        b"",
    );
    assert_eq!(made, "0\n--\n\n");
    let checked = run(folder.path(), &["check", "new/out.json"], b"");
    assert!(
        checked.starts_with("0\nnew/out.json: a good bundle, keqiao-2023-h1 with"),
        "{checked}"
    );
    let file = fs::read_to_string(folder.path().join("new/out.json")).expect("it was written");
    let printed = run(folder.path(), &["bundle", "a.txt"], b"");
    assert_eq!(printed, format!("0\n{file}--\n\n"));
    let typed = ["bundle", "-", "--edition", "a.toml"];
    let typed = run(folder.path(), &typed, SEED).replace("stdin", "a.txt");
    assert_eq!(typed, printed);
}

/// A draft makes a bundle without a hand on it, and never takes the place of an edition.
#[test]
fn a_draft_is_made_and_kept() {
    let folder = folder(&[("Keqiao 2023.txt", SEED)]);
    let draft = ["draft", "Keqiao 2023.txt", "-o", "Keqiao 2023.toml"];
    assert_eq!(run(folder.path(), &draft, b""), "0\n--\n\n");
    let made = run(folder.path(), &["bundle", "Keqiao 2023.txt"], b"");
    assert!(made.starts_with("0\n{"), "{made}");
    assert!(made.contains("\"id\": \"keqiao-2023\""), "{made}");
    let again = run(folder.path(), &draft, b"");
    assert!(
        again.starts_with("1\n--\nerror: Keqiao 2023.toml is there already"),
        "{again}"
    );
    let months = ["draft", "-", "--period", "2023-01..2023-13"];
    assert!(run(folder.path(), &months, SEED).starts_with("2\n"));
    let named = [
        "draft",
        "-",
        "--place",
        "云溪县",
        "--id",
        "x",
        "--period",
        "2022-01..2022-06",
    ];
    let named = run(folder.path(), &named, SEED);
    assert!(
        named.contains("Yunxi County") && named.contains("2022-06"),
        "{named}"
    );
}

/// All formats print the same statements.
#[test]
fn facts_in_every_format() {
    let folder = folder(&[("a.txt", SEED)]);
    let facts = |format: &str, file: &str| {
        let said = run(folder.path(), &["facts", "--format", format, file], SEED);
        assert!(said.starts_with("0\n"), "{said}");
        let (out, _) = said[2..].rsplit_once("--\n").expect("a mark between both");
        out.to_owned()
    };
    let json: serde_json::Value = serde_json::from_str(&facts("json", "a.txt")).expect("JSON");
    let json = json.as_array().expect("an array");
    assert!(json.len() >= 33, "{}", json.len());
    let lines = facts("ndjson", "a.txt");
    let lines = lines
        .lines()
        .map(|it| serde_json::from_str(it).expect("JSON"));
    assert_eq!(&lines.collect::<Vec<serde_json::Value>>(), json);
    let rows = facts("csv", "a.txt");
    let mut rows = csv::Reader::from_reader(rows.as_bytes());
    assert_eq!(rows.records().count(), json.len());
    let table = facts("table", "a.txt");
    for fact in json {
        let indicator = fact["indicator"].as_str().expect("a name");
        assert!(table.contains(indicator), "{indicator}");
    }
    // Without a terminal it is JSON; from standard input it is the same.
    let plain = run(folder.path(), &["facts", "-"], SEED).replace("stdin", "a.txt");
    assert_eq!(
        plain,
        run(folder.path(), &["facts", "--format", "json", "a.txt"], b"")
    );
}

/// The audit passes over no digit, and says of each numeral what it is.
#[test]
fn every_numeral_is_accounted_for() {
    let folder = folder(&[("a.txt", SEED)]);
    let audit = |format: &str| {
        let arguments = ["facts", "--audit", "--format", format, "a.txt"];
        let said = run(folder.path(), &arguments, b"");
        let (out, _) = said[2..].rsplit_once("--\n").expect("a mark between both");
        out.to_owned()
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&audit("json")).expect("JSON");
    let number = |row: &serde_json::Value, key: &str| row[key].as_u64().expect("a number");
    let text = std::str::from_utf8(SEED).expect("UTF-8");
    let mut line = 1;
    for (at, letter) in text.chars().enumerate() {
        let at = at as u64;
        let held = |row: &&serde_json::Value| number(row, "start") <= at && at < number(row, "end");
        let row = rows.iter().find(held);
        if letter.is_ascii_digit() {
            let row = row.unwrap_or_else(|| panic!("{letter} in line {line} is passed over"));
            assert_eq!(number(row, "line"), line);
            assert!(row["text"].as_str().is_some_and(|it| it.contains(letter)));
            assert_eq!(row["is"] == "fact", row["indicator"].is_string(), "{row}");
        }
        line += u64::from(letter == '\n');
    }
    let csv = audit("csv");
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(csv.records().count(), rows.len());
    assert!(audit("table").contains(&format!("{} numerals: ", rows.len())));
}

/// `halfyear facts .. | head -1` is no error.
#[test]
fn a_reader_that_leaves_is_no_fault() {
    let folder = folder(&[("a.txt", SEED.repeat(20).as_slice())]);
    let command = assert_cmd::cargo::cargo_bin("halfyear");
    let mut child = std::process::Command::new(command)
        .current_dir(folder.path())
        .args(["facts", "a.txt"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// Reports a line each, as engines that hold corpora pass them.
#[test]
fn a_corpus_goes_through_in_lines() {
    let text = std::str::from_utf8(SEED).expect("UTF-8");
    let report = |key: &str, id: usize| {
        let report = serde_json::json!({ key: format!("r{id}"), "text": text, "more": 1 });
        report.to_string() + "\n"
    };
    // More than a handful, so that several are needed.
    let mut lines: String = (0..300).map(|id| report("id", id)).collect();
    lines += "\n{\"text\": \"没有数字。\"}\n";
    let folder = folder(&[("a.txt", SEED)]);
    let arguments = ["facts", "--from", "ndjson", "--format", "ndjson", "-"];
    let said = run(folder.path(), &arguments, lines.as_bytes());
    assert!(said.starts_with("0\n"), "{said:.300}");
    let one = run(
        folder.path(),
        &["facts", "--format", "ndjson", "a.txt"],
        b"",
    );
    let facts = |said: &str| -> Vec<serde_json::Value> {
        let lines = said.lines().filter(|line| line.starts_with('{'));
        lines
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    };
    let (all, one) = (facts(&said), facts(&one));
    assert_eq!(all.len(), 300 * one.len());
    for (at, fact) in all.iter().enumerate() {
        assert_eq!(fact["source"]["file"], format!("r{}", at / one.len()));
        assert_eq!(fact["indicator"], one[at % one.len()]["indicator"]);
    }
    // A bad line is told, and the others go through.
    let bad = report("file", 0) + "{\"txt\": 1}\n" + &report("file", 1);
    let said = run(folder.path(), &arguments, bad.as_bytes());
    assert!(said.starts_with("1\n"), "{said:.300}");
    assert!(
        said.contains("-:2: not a report in JSON: missing field `text`"),
        "{said}"
    );
    assert_eq!(facts(&said).len(), 2 * one.len());
}

/// One bad file among good ones: the good ones are printed, and the status says it.
#[test]
fn a_bad_file_does_not_hide_good_ones() {
    let folder = folder(&[("a.txt", SEED), ("b.txt", b"")]);
    let said = run(
        folder.path(),
        &["facts", "--format", "csv", "b.txt", "a.txt"],
        b"",
    );
    assert!(said.starts_with("1\nindicator,"), "{said}");
    assert!(said.contains("b.txt is empty"), "{said}");
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

/// Each text of the reader's corpus is drafted and drawn, or refused with a reason.
#[test]
fn the_corpus_is_drafted_and_drawn() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut drawn = 0;
    for entry in fs::read_dir(corpus).expect("the corpus is there") {
        let path = entry.expect("it can be listed").path();
        let file = fs::read_to_string(&path).expect("UTF-8");
        let text = file.split("\n----").next().unwrap_or_default();
        let folder = folder(&[("a-2023-h1.txt", text.as_bytes())]);
        let drafted = run(
            folder.path(),
            &["draft", "a-2023-h1.txt", "-o", "a-2023-h1.toml"],
            b"",
        );
        if !drafted.starts_with("0\n") {
            let refused = drafted.starts_with("1\n")
                && ["no statistical statement", "stands for itself"]
                    .iter()
                    .any(|why| drafted.contains(why));
            assert!(refused, "{}: {drafted}", path.display());
            continue;
        }
        // In one language and the other by turns: a phenomenon has more than one text.
        let lang = ["zh", "en"][drawn % 2];
        let render = ["render", "a-2023-h1.txt", "--format", "svg", "--lang", lang];
        let drawing = run(folder.path(), &render, b"");
        let is_whole = drawing.starts_with("0\n<svg") && drawing.contains("</svg>");
        assert!(is_whole, "{}: {drawing}", path.display());
        drawn += 1;
    }
    assert!(drawn > 30, "{drawn}");
}

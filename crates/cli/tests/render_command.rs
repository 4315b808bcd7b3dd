//! `halfyear render` as a person runs it.

mod edition;

use assert_cmd::Command;
use edition::{figures, picture};
use halfyear_picture::{Lang, Layout};
use std::path::Path;

/// What a run of the command gave: status, what it wrote, what it said.
fn run(arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/keqiao-2023-h1.txt");
    let output = Command::cargo_bin("halfyear")
        .expect("the command is built")
        .arg("render")
        .arg(seed)
        .args(arguments)
        .output()
        .expect("the command starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), output.stdout, said)
}

#[test]
fn the_command_ends_as_its_contract_says() {
    #[track_caller]
    fn check(arguments: &[&str], status: i32, starts: &[u8], said: &str) {
        let (code, out, err) = run(arguments);
        assert_eq!(code, status, "{arguments:?}: {err}");
        assert!(out.starts_with(starts), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    check(&[], 0, b"<svg ", "");
    check(
        &["--lang", "en", "--layout", "strip", "--theme", "dark"],
        0,
        b"<svg ",
        "",
    );
    check(&["--format", "html"], 0, b"<!-- ", "style-src");
    check(&["--format", "csv"], 0, "编号,指标".as_bytes(), "");
    check(
        &["--format", "png", "--metrics", "gdp", "--width", "320"],
        0,
        b"\x89PNG",
        "",
    );
    check(
        &["--preset", "social", "--format", "png"],
        0,
        b"\x89PNG",
        "",
    );
    check(&["--metrics", "gdp nonsense"], 2, b"", "nonsense");
    check(&["--metrics", "-all"], 1, b"", "nothing is left to draw");
    check(&["--format", "gif"], 2, b"", "gif");
    check(&["--width", "100"], 2, b"", "240");
    check(&["--scale", "9"], 2, b"", "9");
    check(&["--preset", "long", "--format", "png"], 2, b"", "-o FILE");
    check(&["-o", "picture.doc"], 2, b"", "--format");
    check(
        &["--format", "png", "--font", "Cargo.toml"],
        1,
        b"",
        "this is no font",
    );
    // A character of no font, for it is nobody's.
    let nobodys = [
        "--format",
        "png",
        "--metrics",
        "gdp",
        "--heading",
        "一\u{10fffd}",
    ];
    check(
        &nobodys,
        1,
        b"",
        "no font here has the characters \u{10fffd}",
    );
    let outlines = [
        "--text",
        "outlines",
        "--metrics",
        "gdp",
        "--heading",
        "一\u{10fffd}",
    ];
    check(&outlines, 1, b"", "apt install fonts-noto-cjk");
}

/// Files of a long picture, as official accounts take them.
#[test]
fn a_long_picture_is_as_wide_as_posts_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("long.png");
    let name = out.to_str().expect("a name in UTF-8");
    let (code, _, said) = run(&["--preset", "long", "--metrics", "all", "-o", name]);
    assert_eq!(code, 0, "{said}");
    let files: Vec<_> = std::fs::read_dir(folder.path())
        .expect("it is there")
        .collect();
    assert!(files.len() > 1, "{} files", files.len());
    for number in 1..=files.len() {
        let bytes = std::fs::read(folder.path().join(format!("long-{number}.png")));
        let bytes = bytes.expect("they are numbered");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four"));
        assert_eq!(side(16), 1080);
        assert!(side(20) <= 10_000 && bytes.len() <= 5_000_000);
    }
}

/// Painted before any script: the numbers of the picture are in the markup, and what a person chose
/// is on the element, escaped.
#[test]
fn the_element_is_complete_without_a_script() {
    let (code, html, said) = run(&["--format", "html", "--lang", "en", "--heading", "\"<b>\""]);
    assert_eq!(code, 0, "{said}");
    let html = String::from_utf8(html).expect("UTF-8");
    assert!(html.contains("lang=\"en\" heading=\"&quot;&lt;b>&quot;\"><template"));
    assert!(html.contains("<template shadowrootmode=\"open\" shadowrootclonable><style>"));
    assert!(!html.contains("<b>\""), "the heading is text");
    for panel in &picture(Lang::En, Layout::Poster, "").panels {
        for figure in figures(panel) {
            let number = &figure.words.number;
            assert!(html.contains(number), "{number} of {}", panel.id);
        }
    }
}

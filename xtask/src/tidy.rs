//! What the tree promises beyond what compilers check.

use crate::folders::repository;
use crate::process::{Done, answer, program};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A file holds one idea: about 400 lines.
const LINES: usize = 450;
/// What is written by people, and in lines.
const WRITTEN: [&str; 7] = ["css", "html", "js", "md", "rs", "toml", "yml"];

/// Fails with every breach there is.
pub fn check() -> Done {
    let root = repository();
    let listed = answer(&mut program(
        "git",
        &["ls-files", "-co", "--exclude-standard", "-z"],
    ));
    let listed = listed.ok_or("git does not list the files: is this a clone?")?;
    let architecture = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default();
    let files = listed.split('\0').filter(|path| !path.is_empty());
    let files: Vec<(&str, String)> = files
        .filter_map(|path| Some((path, fs::read_to_string(root.join(path)).ok()?)))
        .collect();
    let figures = figures(&files);

    let mut breaches = Vec::new();
    for (path, text) in &files {
        let written = without_tests(path, text);
        let lines = written.lines().count();
        if is_written(path) && lines > LINES {
            breaches.push(format!(
                "{path} has {lines} lines: split it, a file holds one idea"
            ));
        }
        // Put together here, so that this file does not breach it.
        for home in ["home", "root", "Users"].map(|name| format!("/{name}/")) {
            if text.contains(&home) {
                breaches.push(format!("{path} holds a path of one machine, {home}"));
            }
        }
        if let Some(folder) = path.strip_suffix("/Cargo.toml")
            && !architecture.contains(&format!("`{folder}"))
            && !Path::new(folder)
                .parent()
                .is_some_and(|p| names(&architecture, p))
        {
            breaches.push(format!("ARCHITECTURE.md does not say what {folder} is for"));
        }
        if draws(path) {
            let typed = figures.iter().filter(|figure| holds(written, figure));
            breaches.extend(typed.map(|figure| {
                format!("{path} holds the figure {figure}, which has to come from a text in seeds/")
            }));
        }
    }
    for breach in &breaches {
        eprintln!("      {breach}");
    }
    match breaches.len() {
        0 => Ok(()),
        1 => Err("one breach".into()),
        count => Err(format!("{count} breaches").into()),
    }
}

fn is_written(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|e| e.to_str());
    extension.is_some_and(|extension| WRITTEN.contains(&extension))
}

/// Whether the document names the folder `path` itself, as in `tests/`.
fn names(document: &str, path: &Path) -> bool {
    document.contains(&format!("`{}/`", path.display()))
}

/// The text up to the tests in it; nothing of a file that only serves tests.
fn without_tests<'a>(path: &str, text: &'a str) -> &'a str {
    if path.ends_with("tests.rs") || path.ends_with(".snap") {
        return "";
    }
    let inline = text.find("#[cfg(test)]\nmod tests {");
    inline.map_or(text, |start| &text[..start])
}

/// Whether no figure may be typed into the file.
fn draws(path: &str) -> bool {
    let edition = path.starts_with("seeds/") && path.ends_with(".toml");
    edition
        || ["www/", "src/"]
            .iter()
            .any(|folder| path.starts_with(folder))
}

/// The figures of the texts that cannot be taken for a length or a ratio:
/// decimals of three digits or more.
fn figures(files: &[(&str, String)]) -> BTreeSet<String> {
    let texts = files
        .iter()
        .filter(|(path, _)| path.starts_with("seeds/") && path.ends_with(".txt"));
    let words = texts.flat_map(|(_, text)| text.split(|c: char| !c.is_ascii_digit() && c != '.'));
    let figures = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.matches('.').count() == 1 && word.len() > 3);
    figures.map(str::to_owned).collect()
}

/// Whether `text` holds `figure` as a number of its own.
fn holds(text: &str, figure: &str) -> bool {
    text.match_indices(figure).any(|(start, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !digit(text[..start].chars().next_back())
            && !digit(text[start + figure.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_as_a_number_of_its_own() {
        for (text, found) in [
            ("937.63", true),
            ("a 937.63, b", true),
            ("1937.63", false),
            ("937.635", false),
        ] {
            assert_eq!(holds(text, "937.63"), found, "{text}");
        }
    }

    #[test]
    fn tests_may_hold_figures() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n937.63";
        for (path, left) in [("src/a.rs", "fn a() {}\n"), ("src/tests.rs", "")] {
            assert_eq!(without_tests(path, text), left, "{path}");
        }
    }

    #[test]
    fn lengths_are_not_figures() {
        let files = [("seeds/a.txt", "增长8.2%,937.63亿元。2023年".to_owned())];
        assert_eq!(figures(&files), BTreeSet::from(["937.63".to_owned()]));
    }
}

//! The tables of words: tab-separated, one class a row.

use rustc_hash::FxHashMap;

/// Words by their first letter: to ask, at each letter of many texts, whether one begins there.
pub(crate) struct Beginnings(FxHashMap<char, Vec<&'static str>>);

impl Beginnings {
    pub(crate) fn of(words: &[&'static str]) -> Self {
        let mut by_letter: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
        for word in words {
            if let Some(first) = word.chars().next() {
                by_letter.entry(first).or_default().push(word);
            }
        }
        Self(by_letter)
    }

    /// Whether a text, whose first letter is given, begins with one of them.
    pub(crate) fn begin(&self, text: &str, first: char) -> bool {
        let words = self.0.get(&first);
        words.is_some_and(|words| words.iter().any(|word| text.starts_with(word)))
    }
}

/// The rows of a table: everything but comments and empty lines.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

pub(crate) fn rows2(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(table).filter_map(|row| row.split_once('\t'))
}

pub(crate) fn rows3(
    table: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    rows2(table).filter_map(|(class, rest)| {
        let (argument, words) = rest.split_once('\t')?;
        Some((class, argument, words))
    })
}

//! The tables of words: tab-separated, one class a row.

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

//! Where in a JSON text the field at fault stands.

use halfyear_bundle::Fault;
use halfyear_edition::{Diagnostic, Document};
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::ops::Range;

/// A fault of a bundle, pointing into its text.
pub fn diagnostic(text: &str, fault: &Fault) -> Diagnostic {
    let (message, at) = match placed(text, &fault.message) {
        Some((message, at)) => (message, at..at),
        None => (fault.message.as_str(), 0..0),
    };
    // The value itself is the better place; a text that is no JSON has only the other.
    let place = match field(text, &fault.path) {
        nothing if nothing.is_empty() => at,
        value => value,
    };
    let message = match fault.path.as_str() {
        "" => message.to_owned(),
        path => format!("{path}: {message}"),
    };
    Diagnostic::error(format!("not a bundle that can be drawn: {message}")).at(
        Document::Seed,
        place,
        "",
    )
}

/// The message without its ending ` at line 3 column 14`, and that place in bytes.
fn placed<'a>(text: &str, message: &'a str) -> Option<(&'a str, usize)> {
    let (message, place) = message.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let start: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    // Columns of serde_json count bytes, from 1.
    let at = (start + column.saturating_sub(1)).min(text.len());
    Some((message, text.floor_char_boundary(at)))
}

/// The bytes of the value at a path like `metrics[3].unit`, or of the last part that is there.
fn field(text: &str, path: &str) -> Range<usize> {
    let mut value = text;
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        let inner = match part.strip_suffix(']') {
            Some(index) => index.parse::<usize>().ok().and_then(|index| {
                let items: Vec<&RawValue> = serde_json::from_str(value).ok()?;
                items.get(index).map(|item| item.get())
            }),
            None => {
                let fields = serde_json::from_str::<HashMap<String, &RawValue>>(value).ok();
                fields.and_then(|fields| fields.get(part).map(|field| field.get()))
            }
        };
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    // Each value is a part of the text before, so its address tells where.
    let start = (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    match value.len() == text.len() {
        true => 0..0,
        false => start..start + value.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found() {
        #[track_caller]
        fn check(path: &str, expected: &str) {
            let text = r#"{"a": [{"b": "x"}, {"b": [1, 22]}], "c": {"d": null}}"#;
            assert_eq!(text.get(field(text, path)), Some(expected));
        }
        check("a[0].b", "\"x\"");
        check("a[1].b[1]", "22");
        check("c.d", "null");
        check("c.missing", r#"{"d": null}"#);
        check("a[7].b", r#"[{"b": "x"}, {"b": [1, 22]}]"#);
        check("", "");
    }

    #[test]
    fn a_place_is_read_off_the_message() {
        assert_eq!(
            placed("{\n 柯}", "odd at line 2 column 2"),
            Some(("odd", 3))
        );
        assert_eq!(placed("{}", "odd"), None);
    }
}

use crate::{Bundle, Fault, Stamp, check};

/// The most bytes that a bundle may have; the largest edition has a hundredth of it.
const MOST_BYTES: usize = 8 << 20;

/// Reads and checks a bundle.
///
/// # Errors
/// The field at fault, or the line and column where the text stops being JSON.
pub fn from_json(text: &str) -> Result<Bundle, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault::new(
            "",
            "longer than 8 MB: a bundle is some 50 KB, so this is another file",
        ));
    }
    // The version comes first: a newer document may have another form altogether.
    parse::<Stamp>(text)?.check()?;
    let bundle = parse(text)?;
    check(&bundle)?;
    Ok(bundle)
}

/// Writes a bundle as it is published: without spaces, with a line break at the end.
pub fn to_json(bundle: &Bundle) -> String {
    // No map has keys other than strings and no number is outside of JSON, so nothing can fail.
    let mut text = serde_json::to_string(bundle).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes a bundle for people to read: indented, with a line break at the end.
pub fn to_json_pretty(bundle: &Bundle) -> String {
    let mut text = serde_json::to_string_pretty(bundle).unwrap_or_default();
    text.push('\n');
    text
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let mut input = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut input).map_err(|error| {
        let path = match error.path().to_string() {
            root if root == "." || root == "?" => String::new(),
            path => path,
        };
        Fault::new(path, error.inner().to_string())
    })?;
    input
        .end()
        .map_err(|error| Fault::new("", error.to_string()))?;
    Ok(value)
}

//! How many rose and how many fell, in two words: 9个县区投资增速5升4降. What these are is told by no
//! noun, so they count nothing.

use super::names::{take_in, without_taken};
use crate::words::numeral;
use crate::words::token::{Kind, Token};

/// Puts such numbers together, as a name.
pub(super) fn tallies(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let numeric = |token: &Token| matches!(token.kind, Kind::Number(_) | Kind::Quantity(_));
    let mut found = false;
    for i in 0..raw.len() {
        if !numeric(&raw[i]) {
            continue;
        }
        let Some(end) = tally(&text[raw[i].start..]).map(|len| raw[i].start + len) else {
            continue;
        };
        let Some(last) = (i..raw.len()).take(6).find(|&last| raw[last].end == end) else {
            continue;
        };
        take_in(&mut raw, i, last);
        raw[i].kind = Kind::Name;
        found = true;
    }
    match found {
        true => without_taken(raw),
        false => raw,
    }
}

/// The bytes of 5升4降, 三增一减 at the beginning of a text.
fn tally(text: &str) -> Option<usize> {
    let rest = moved(text, &['升', '增', '涨'])?;
    let rest = moved(rest, &['降', '减', '跌'])?;
    Some(text.len() - rest.len())
}

/// What follows a whole number and one of some verbs.
fn moved<'t>(text: &'t str, verbs: &[char]) -> Option<&'t str> {
    let counts = |c: char| c.is_ascii_digit() || numeral::is_chinese(c);
    let rest = text.trim_start_matches(counts);
    let rest = (rest.len() < text.len()).then_some(rest)?;
    rest.strip_prefix(verbs)
}

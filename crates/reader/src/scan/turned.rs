//! Growth that turned: 由上月的增长转为下降0.7% tells that it fell, and how it was before is in no number.

use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};

/// No such phrase has more tokens.
const LONGEST: usize = 8;

/// Leaves out how it was before.
pub(crate) fn turned(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 0;
    while i + 3 < raw.len() {
        // 由上年同期 may be one word.
        if text[raw[i].range()].starts_with(['由', '从'])
            && let Some(turn) = turn(text, &raw, i)
        {
            raw.drain(i..=turn);
        }
        i += 1;
    }
    raw
}

/// The word before the growth that it turned into.
fn turn(text: &str, raw: &[Token], from: usize) -> Option<usize> {
    let moves = |token: &Token| token.is(Class::Rise) || token.is(Class::Fall);
    let near = raw.get(from + 1..raw.len().min(from + LONGEST))?;
    let turn = near
        .iter()
        .position(|it| text[it.range()].starts_with('转') || &text[it.range()] == "变为")?;
    let before = &near[..turn];
    let counts = |token: &Token| {
        matches!(token.kind, Kind::Quantity(_) | Kind::Number(_)) || token.kind.breaks()
    };
    let told = before.iter().any(moves) && !before.iter().any(counts);
    // 转为增长 may be one word.
    let whole = moves(&near[turn]);
    let next = raw.get(from + 2 + turn).is_some_and(moves);
    (told && (whole || next)).then_some(from + turn + usize::from(!whole))
}

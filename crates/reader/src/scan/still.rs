//! How a rate went that is told after it: 零售额增速比上半年有所回落但仍保持20%的较快增长.

use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};

/// No such aside has more tokens.
const LONGEST: usize = 8;

/// Leaves out that it fell or rose since, as what it still is follows.
pub(super) fn still(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 1;
    while i + 3 < raw.len() {
        if raw[i].is(Class::Rate)
            && raw[i - 1].kind.nominal()
            && let Some(but) = but_still(text, &raw, i)
        {
            raw.drain(i..=but);
        }
        i += 1;
    }
    raw
}

/// The 但 before 仍保持, where nothing but a movement stands between it and a rate.
fn but_still(text: &str, raw: &[Token], rate: usize) -> Option<usize> {
    let near = raw.get(rate + 1..raw.len().min(rate + LONGEST))?;
    let but = near
        .iter()
        .position(|token| matches!(&text[token.range()], "但" | "但是" | "不过"))?;
    let moved = near[..but]
        .iter()
        .any(|token| token.is(Class::Rise) || token.is(Class::Fall));
    let counts = near[..but].iter().any(|token| {
        let number = matches!(token.kind, Kind::Quantity(_) | Kind::Number(_));
        number || token.kind.breaks() && !matches!(token.kind, Kind::Comma)
    });
    let after = near.get(but + 1).map_or("", |next| &text[next.range()]);
    let still = ["仍", "依然", "依旧", "继续", "还"].iter();
    let mut still = still.filter(|word| after.starts_with(**word));
    (moved && !counts && still.next().is_some()).then_some(rate + 1 + but)
}

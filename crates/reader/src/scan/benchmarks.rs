//! How many stand in the name of a benchmark: 高于东部沿海33个国家级开发区0.74个百分点, 比11个设区市平均水平高2.1个百分点.

use super::words::as_text;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// No benchmark has more tokens on either side of the number.
const NEAR: usize = 8;

/// Makes such counts part of the words around them.
pub(crate) fn benchmarks(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let counts = (1..raw.len()).filter(|&i| counts(text, &raw, i)).collect();
    as_text(raw, counts)
}

/// Whether a number counts those who are compared with.
fn counts(text: &str, raw: &[Token], i: usize) -> bool {
    let Kind::Quantity(quantity) = &raw[i].kind else {
        return false;
    };
    let noun = raw.get(i + 1);
    let noun = noun.filter(|next| next.kind.nominal() || next.is(Class::Scope));
    let touches = noun.is_some_and(|noun| noun.start == raw[i].end);
    if quantity.kind != Some(UnitKind::Count) || !touches {
        return false;
    }
    let compares = |token: &Token| {
        let word = &text[token.range()];
        token.is(Class::Than) || token.is(Class::Gap) && word.ends_with('于')
    };
    let before = raw[..i].iter().rev().take(NEAR);
    let mut before =
        before.take_while(|token| !token.kind.breaks() && !matches!(token.kind, Kind::Quantity(_)));
    let after = raw[i + 1..].iter().take(NEAR);
    let mut after = after.take_while(|token| !token.kind.breaks());
    let points = |token: &Token| match &token.kind {
        Kind::Quantity(it) => text[it.unit.clone()].ends_with(['点', '點']),
        _ => false,
    };
    before.any(compares) && after.any(points)
}

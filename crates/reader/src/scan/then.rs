//! Rates of another time that a growth is compared with: 与上年同期增幅相比低2.8个百分点 is 与上年同期相比.

use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};

/// Leaves out the noun of the rate, as the time alone says the same.
pub(super) fn then(mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 2;
    while i + 1 < raw.len() {
        if of_then(&raw, i) {
            raw.remove(i);
        }
        i += 1;
    }
    raw
}

/// Whether a rate stands between a time that is compared with and the word for how it moved.
fn of_then(raw: &[Token], rate: usize) -> bool {
    let (before, time, next) = (&raw[rate - 2], &raw[rate - 1], &raw[rate + 1]);
    let links = before.is(Class::Than) || matches!(before.kind, Kind::And);
    let then = time.is(Class::Basis) || links && matches!(time.kind, Kind::Time(_));
    let moves = [
        Class::Compared,
        Class::Gap,
        Class::Fall,
        Class::Rise,
        Class::Each,
    ];
    raw[rate].is(Class::Rate) && then && moves.iter().any(|&class| next.is(class))
}

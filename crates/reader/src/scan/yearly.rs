//! How much there was in a year: 城镇新增就业年均1270万人, where 年均 is part of the name and tells of no growth.

use super::words::as_text;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// The figure stands as near.
const NEAR: usize = 8;

/// Makes the word part of the name it stands in.
pub(crate) fn yearly(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let of_a_level = |&i: &usize| mean(text, &raw[i]) && leads_to_level(&raw[i + 1..]);
    let places = (0..raw.len()).filter(of_a_level).collect();
    as_text(raw, places)
}

fn mean(text: &str, token: &Token) -> bool {
    token.is(Class::Kind) && matches!(&text[token.range()], "年均" | "年平均")
}

/// Whether the next figure tells how much there is, and no growth.
fn leads_to_level(after: &[Token]) -> bool {
    let moves = |token: &Token| {
        [Class::Rise, Class::Fall, Class::Rate, Class::Reach]
            .iter()
            .any(|&class| token.is(class))
    };
    let near = after.iter().take(NEAR);
    let mut near = near.take_while(|token| !token.kind.breaks() && !moves(token));
    near.any(|token| match &token.kind {
        Kind::Quantity(it) => !matches!(it.kind, Some(UnitKind::Rate | UnitKind::Times) | None),
        _ => false,
    })
}

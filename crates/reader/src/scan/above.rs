//! Limits that tell which ones are counted: 产值过10亿元的企业达到11家, 19个年产值超10亿元的项目.

use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// Whether tokens are an amount, those above it and how many these are: 10亿元的企业达到11家.
pub(super) fn counted_above(tokens: &[Token]) -> bool {
    let quantity = |token: Option<&Token>, kind: UnitKind| {
        token.is_some_and(
            |token| matches!(&token.kind, Kind::Quantity(quantity) if quantity.kind == Some(kind)),
        )
    };
    let [amount, of, those, next, ..] = tokens else {
        return false;
    };
    let count = match next.is(Class::Level) {
        true => tokens.get(4),
        false => Some(next),
    };
    quantity(Some(amount), UnitKind::Money)
        && matches!(of.kind, Kind::Of)
        && those.kind.nominal()
        && quantity(count, UnitKind::Count)
}

/// Whether a count stands close before an amount, in its clause: 19个年预计产值超.
pub(super) fn counts_before(tokens: &[Token]) -> bool {
    let near = tokens.iter().rev().take(5);
    let mut near = near.take_while(|token| !token.kind.breaks());
    near.any(|token| matches!(&token.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Count)))
}

/// Where the limit of works ends that are above an amount: after 的 of 10亿元的项目.
pub(super) fn of_works(text: &str, tokens: &[Token]) -> Option<usize> {
    let [_, of, works, ..] = tokens else {
        return None;
    };
    let noun = &text[works.range()];
    let works = ["项目", "企业", "工程"]
        .iter()
        .any(|it| noun.starts_with(it));
    (works && matches!(of.kind, Kind::Of)).then_some(of.end)
}

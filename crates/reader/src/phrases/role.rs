//! What a group of numbers says.

use crate::phrases::lead::Lead;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};

/// What a group of numbers says.
pub(crate) enum Role {
    Level,
    Growth,
    Points,
    Distance,
    Contribution,
    Multiple,
    Nothing,
}

pub(crate) fn role(lead: &Lead, quantity: &Quantity) -> Role {
    let compared = lead.gap.is_some() && !lead.others.is_empty();
    let moves = lead.falls.is_some() && !lead.reach;
    match quantity.kind {
        Some(UnitKind::Points) if lead.pull.is_some() => Role::Contribution,
        Some(UnitKind::Points) if compared || moves => Role::Points,
        Some(UnitKind::Points) => Role::Nothing,
        // 拉动生产总值增长6.5%, with a loose unit
        Some(UnitKind::Rate) if lead.pulls && moves => Role::Contribution,
        Some(UnitKind::Times) if lead.of && lead.against_time => Role::Multiple,
        Some(UnitKind::Rate | UnitKind::Times) if moves || lead.rate.is_some() => Role::Growth,
        Some(UnitKind::Times) if lead.reach => Role::Nothing,
        _ if compared => match quantity.kind {
            Some(
                UnitKind::Money
                | UnitKind::People
                | UnitKind::Count
                | UnitKind::Amount
                | UnitKind::Score,
            ) => Role::Distance,
            _ => Role::Nothing,
        },
        Some(UnitKind::Rate) => Role::Level,
        // 不断扩大的五年
        Some(UnitKind::Degree) if lead.of => Role::Nothing,
        Some(_) if moves => Role::Growth,
        None if moves && lead.basis.is_some() => Role::Growth,
        _ => Role::Level,
    }
}

/// Whether all that stands before the number is 占比 and the like.
pub(crate) fn ratio_alone(tokens: &[Token], lead: &Lead) -> bool {
    let words = tokens.get(lead.subject.clone()).unwrap_or_default();
    let Some((ratio, rest)) = words.split_last() else {
        return false;
    };
    ratio.is(Class::Ratio)
        && rest.iter().all(|token| {
            // 这一占比高于全省2.4个百分点
            matches!(token.kind, Kind::Time(_))
                // 较去年同期占比提升8.3个百分点
                || [Class::Conn, Class::Adverb, Class::Here, Class::Basis]
                    .iter()
                    .any(|&class| token.is(class))
        })
}

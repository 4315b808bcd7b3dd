//! Rates told without their sign, as older accounts of towns do: 占年计划的58.2,同比增长17.8.

use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Number, Quantity, Token};
use halfyear_facts::Bound;

/// No rate that is told so is as high.
const HIGHEST: f64 = 1000.0;

/// How many words before a number tell what it is of.
const NEAR: usize = 16;

/// Takes a bare number at the end of a clause for a rate, where the words before it can only be of one.
pub(crate) fn bare_rates(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let found: Vec<usize> = (1..raw.len())
        .filter(|&i| is_rate(&raw, i) && !of_a_ratio(text, &raw, i))
        .collect();
    for i in found {
        let Kind::Number(number) = &raw[i].kind else {
            continue;
        };
        let at = raw[i].range();
        raw[i].kind = Kind::Quantity(Quantity {
            number: number.clone(),
            unit: at.end..at.end,
            at,
            kind: Some(UnitKind::Rate),
            bound: Bound::Exact,
        });
    }
    raw
}

fn is_rate(raw: &[Token], i: usize) -> bool {
    let Kind::Number(number) = &raw[i].kind else {
        return false;
    };
    let ends = raw.get(i + 1).is_none_or(|next| next.kind.breaks());
    let before = &raw[i - 1];
    let grew = before.is(Class::Rise) || before.is(Class::Fall);
    let compared = i.checked_sub(2).and_then(|at| raw.get(at));
    let compared = compared.is_some_and(|it| it.is(Class::Basis));
    // 占年计划的58.2
    let near = raw[i.saturating_sub(4)..i].iter();
    let shared = near.clone().any(|token| token.is(Class::Share));
    let share = shared && matches!(before.kind, Kind::Of);
    let decimal = number.digits.contains('.');
    ends && plausible(number) && (grew && (decimal || compared) || share && decimal)
}

/// 城乡收入比1.74,比上年缩小0.04: whether what moves is a number without a unit itself.
fn of_a_ratio(text: &str, raw: &[Token], i: usize) -> bool {
    let near = &raw[i.saturating_sub(NEAR)..i];
    let said = near
        .first()
        .map_or("", |first| &text[first.start..raw[i].start]);
    let ratios = [
        "收入比",
        "倍差",
        "比值",
        "之比",
        "指数",
        "系数",
        "性别比",
        "PMI",
    ];
    ratios.iter().any(|ratio| said.contains(ratio))
}

fn plausible(number: &Number) -> bool {
    let value = number.digits.parse::<f64>();
    !number.chinese && value.is_ok_and(|value| value < HIGHEST)
}

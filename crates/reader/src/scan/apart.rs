//! How far apart two are, in words that begin with 与: 与全省平均水平相比低9.2个百分点, 与全国的差距缩小到2.7个百分点.

use crate::words::lexicon::{Class, Entry, Lexicon, UnitKind};
use crate::words::token::{Kind, Token};

/// No such phrase has more tokens.
const LONGEST: usize = 14;

/// Says it as 比全省平均水平低9.2个百分点 and 低于全国2.7个百分点 do.
pub(crate) fn apart(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 0;
    while i + 3 < raw.len() {
        let with = matches!(&text[raw[i].range()], "与" | "同" | "和" | "跟");
        if with && raw[i + 1].is(Class::Scope) {
            compared(text, &mut raw, i);
            lags(text, &mut raw, i);
        }
        i += 1;
    }
    raw
}

/// The entry of a word.
fn entry(word: &str) -> Option<&'static Entry> {
    Lexicon::get().words(word).next().map(|(_, _, entry)| entry)
}

/// 与全省15.5%的平均水平相比低9.2个百分点
fn compared(text: &str, raw: &mut Vec<Token>, with: usize) {
    let mut near = with + 2..raw.len().min(with + LONGEST);
    let Some(at) = near.find(|&i| text[raw[i].range()].starts_with("相比")) else {
        return;
    };
    if raw[with..at].iter().any(|token| token.kind.breaks()) {
        return;
    }
    let comma = raw.get(at + 1);
    let comma = usize::from(comma.is_some_and(|next| matches!(next.kind, Kind::Comma)));
    let gap = raw.get(at + 1 + comma);
    if let Some(than) = entry("比").filter(|_| gap.is_some_and(|it| it.is(Class::Gap))) {
        raw[with].kind = Kind::Word(than);
        raw.drain(at..=at + comma);
    }
}

/// 与全国的差距由3.3个百分点缩小到2.7个百分点, 与全省还有2个百分点的差距: so far behind.
fn lags(text: &str, raw: &mut Vec<Token>, with: usize) {
    let near = with + 2..raw.len().min(with + LONGEST);
    let breaks = near.clone().find(|&i| raw[i].kind.breaks());
    let near = near.start..breaks.unwrap_or(near.end);
    let points = |token: &Token| matches!(&token.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Points));
    let behind = near
        .clone()
        .find(|&i| text[raw[i].range()].starts_with("差距"));
    let figure = near.clone().rev().find(|&i| points(&raw[i]));
    let (Some(behind), Some(figure), Some(below)) = (behind, figure, entry("低于")) else {
        return;
    };
    let said = |words: &str| {
        raw[with + 2..figure]
            .iter()
            .any(|it| text[it.range()].ends_with(words))
    };
    let told = match behind < figure {
        true => said("到") || said("至") || said("为"),
        false => said("有"),
    };
    if !told {
        return;
    }
    raw[with].kind = Kind::Word(below);
    if behind > figure {
        raw.drain(figure + 1..=behind);
    }
    raw.drain(with + 2..figure);
}

//! First places that no numeral says: 增速领跑全省, 增幅全市最高.

use super::rivals::{RANKED, bracket};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::token::{Kind, Place, Token};
use halfyear_facts::Bound;

/// 增速领跑全省: the first place among all of them, which no numeral says.
pub(crate) fn led(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let raw = foremost(text, raw);
    let leads = |token: &Token| &text[token.range()] == "领跑";
    if !raw.iter().any(leads) {
        return raw;
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len() + 1);
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        tokens.push(token.clone());
        i += 1;
        let Some(scope) = raw.get(i).filter(|it| leads(token) && it.is(Class::Scope)) else {
            continue;
        };
        // 领跑全省县(市、区)
        let kinds = raw
            .get(i + 1)
            .filter(|kind| RANKED.contains(&&text[kind.range()]));
        let end = kinds
            .and_then(|_| bracket(text, &raw, i + 2))
            .unwrap_or(i + 1);
        let last = &raw[end - 1];
        let counted = raw[end..]
            .iter()
            .take(8)
            // 领跑全省;绵阳位居全省第二: of another.
            .take_while(|next| !matches!(next.kind, Kind::Semicolon))
            .any(|next| matches!(next.kind, Kind::Rank(_)));
        // 领跑全省,居全市第一: where a place is counted, the other is a figure of speech.
        if counted || raw.get(end).is_some_and(|next| next.kind.nominal()) {
            continue;
        }
        tokens.push(match end - i {
            1 => scope.clone(),
            _ => Token {
                kind: Kind::Rivals,
                start: scope.start,
                end: last.end,
            },
        });
        tokens.push(Token {
            kind: Kind::Rank(Place {
                place: 1,
                bound: Bound::Exact,
            }),
            start: last.end,
            end: last.end,
        });
        i = end;
    }
    tokens
}

/// 以17230元居首, 增速在全市独占鳌头: the first place, where nothing follows in its clause.
fn first_in_words(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let words = ["居首", "独占鳌头"];
    let first = |token: &Token| words.iter().find(|it| text[token.range()].ends_with(**it));
    let verb = Lexicon::get().words("位居").next();
    let Some((_, _, verb)) = verb.filter(|_| raw.iter().any(|token| first(token).is_some())) else {
        return raw;
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len() + 2);
    for (i, token) in raw.iter().enumerate() {
        let ends = raw.get(i + 1).is_none_or(|next| next.kind.breaks());
        let Some(word) = first(token).filter(|_| ends) else {
            tokens.push(token.clone());
            continue;
        };
        // What stands before it in one token keeps its kind; the place is in its last letter.
        let start = token.end - word.len();
        let at = token.end - "首".len();
        if start > token.start {
            tokens.push(Token {
                end: start,
                ..token.clone()
            });
        }
        tokens.push(Token {
            kind: Kind::Word(verb),
            start,
            end: at,
        });
        tokens.push(Token {
            kind: Kind::Rank(Place {
                place: 1,
                bound: Bound::Exact,
            }),
            start: at,
            end: token.end,
        });
    }
    tokens
}

/// 增幅全市最高, 增速全省最快: the first place, which no numeral says.
fn foremost(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut raw = first_in_words(text, raw);
    let superlative = |token: &Token| matches!(&text[token.range()], "最高" | "最快" | "最大");
    for i in 2..raw.len() {
        let ends = raw.get(i + 1).is_none_or(|next| next.kind.breaks());
        let grew = raw[i - 2].is(Class::Rate) && !raw[i - 2].negative(Class::Rate);
        if ends && grew && raw[i - 1].is(Class::Scope) && superlative(&raw[i]) {
            raw[i].kind = Kind::Rank(Place {
                place: 1,
                bound: Bound::Exact,
            });
        }
    }
    raw
}

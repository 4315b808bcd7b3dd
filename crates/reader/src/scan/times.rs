//! Stretches of time among the tokens.

use super::words::{push, words};
use crate::words::lexicon::Class;
use crate::words::time;
use crate::words::token::{Kind, Token};

/// Puts stretches of time together.
pub(crate) fn times(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut end = 0;
    for token in raw {
        if token.end <= end {
            continue;
        }
        if token.start < end {
            // The time took part of this token: 年增长 of 2019年增长.
            for rest in words(text, end..token.end) {
                push(&mut tokens, rest.kind, rest.start, rest.end);
            }
            continue;
        }
        let may_begin = match token.kind {
            // Most numbers are none, and what follows the digits tells.
            Kind::Number(ref number) => time::may_follow(&text[token.end..], number.chinese),
            Kind::Mark => text[token.range()].starts_with(['“', '"']),
            Kind::Text => text[token.range()].starts_with(['前', '头', '首', '第']),
            _ => token.is(Class::Time),
        };
        let ordinal = text[..token.start].ends_with('第');
        let found = (may_begin && !ordinal)
            .then(|| time::parse(&text[token.start..]))
            .flatten();
        match found {
            Some((len, time)) => {
                end = token.start + len;
                push(&mut tokens, Kind::Time(time), token.start, end);
                if token.end > end {
                    push(&mut tokens, Kind::Text, end, token.end);
                }
            }
            None => {
                end = token.end;
                let kind = if token.is(Class::Time) {
                    demote(&token)
                } else {
                    token.kind
                };
                push(&mut tokens, kind, token.start, token.end);
            }
        }
    }
    several(text, &mut tokens);
    tokens
}

/// 一、二、三季度: the noun stands once.
fn several(text: &str, tokens: &mut [Token]) {
    for i in (2..tokens.len()).rev() {
        let next = &text[tokens[i].range()];
        let noun = ["季度", "月份", "月"]
            .iter()
            .find(|noun| next.ends_with(**noun));
        let (Kind::Time(_), Some(noun)) = (&tokens[i].kind, noun) else {
            continue;
        };
        let mut at = i;
        while let Some([number, parting]) = at.checked_sub(2).and_then(|from| tokens.get(from..at))
            && matches!(number.kind, Kind::Number(_))
            && matches!(parting.kind, Kind::Pause | Kind::And)
            && let Some((_, time)) = time::parse(&format!("{}{noun}", &text[number.range()]))
        {
            at -= 2;
            tokens[at].kind = Kind::Time(time);
        }
    }
}

/// A word that could have begun a time but did not.
fn demote(token: &Token) -> Kind {
    let other = [Class::Adverb, Class::Conn, Class::Mean, Class::Basis];
    if other.iter().any(|&class| token.is(class)) {
        token.kind.clone()
    } else {
        Kind::Text
    }
}

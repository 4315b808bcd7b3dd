//! Ranks of those compared with: 比第二名汨罗市多713.4亿元 tells how far ahead somebody is of that city, and
//! 第二名 says only which it is.

use crate::words::lexicon::Class;
use crate::words::places::{begins_with_place, is_name};
use crate::words::token::{Kind, Token};

/// Leaves out the place that the other one holds.
pub(crate) fn beside(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut raw = passed(text, raw);
    let held: Vec<usize> = (0..raw.len()).filter(|&i| holds(text, &raw, i)).collect();
    if held.is_empty() {
        return raw;
    }
    let of = |i: usize| matches!(raw[i + 1].kind, Kind::Of);
    let left_out: Vec<usize> = held
        .iter()
        .flat_map(|&i| i - usize::from(raw[i - 1].is(Class::RankVerb))..i + 1 + usize::from(of(i)))
        .collect();
    super::leave_out(&mut raw, left_out.into_iter());
    raw
}

/// ,超过钦州升至全区第4位: whom something went past on its way to a place tells nothing of itself.
fn passed(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let passes = |i: usize| {
        let Some([comma, verb, other, to]) = raw.get(i..i + 4) else {
            return false;
        };
        let verb = &text[verb.range()];
        let verbs = ["超过", "反超", "赶超", "超越"];
        let ranked = raw[i + 4..].iter().take(3);
        matches!(comma.kind, Kind::Comma)
            && verbs.iter().any(|it| verb.ends_with(it))
            && is_name(&text[other.range()])
            && to.is(Class::RankVerb)
            && ranked
                .into_iter()
                .any(|it| matches!(it.kind, Kind::Rank(_)))
    };
    let found: Vec<usize> = (0..raw.len()).filter(|&i| passes(i)).collect();
    super::leave_out(&mut raw, found.into_iter().flat_map(|i| [i + 1, i + 2]));
    raw
}

/// Whether a rank is that of a place which something is compared with.
fn holds(text: &str, raw: &[Token], i: usize) -> bool {
    // 比排名第一的淮安市
    let verb = i
        .checked_sub(1)
        .is_some_and(|verb| raw[verb].is(Class::RankVerb));
    let with = i.checked_sub(1 + usize::from(verb));
    let Some(with) = with.and_then(|with| raw.get(with)) else {
        return false;
    };
    let compares = with.is(Class::Than) || matches!(&text[with.range()], "与" | "同" | "跟");
    if !compares || !matches!(raw[i].kind, Kind::Rank(_)) {
        return false;
    }
    let of = raw.get(i + 1).is_some_and(|of| matches!(of.kind, Kind::Of));
    let other = raw.get(i + 1 + usize::from(of));
    other.is_some_and(|other| {
        let name = &text[other.range()];
        is_name(name) || begins_with_place(name)
    })
}

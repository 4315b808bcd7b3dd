//! Why something moved, and what is left out of it: 受高温影响[,]最高负荷达82万千瓦, 扣除留抵退税因素[后]增长4.7%.

use crate::words::lexicon::{Class, Lexicon};
use crate::words::token::{Kind, Token};

/// How many words such a reason has at most.
const LONGEST: usize = 12;

/// Ends the reason before the words that follow it in the same clause, as 后 would.
pub(crate) fn because(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    raw = moved_by(text, raw);
    let begins = |token: &Token| match &text[token.range()] {
        "受" => Some("影响"),
        "剔除" | "扣除" => Some("因素"),
        _ => None,
    };
    let mut at = 0;
    while at < raw.len() {
        if let Some(end) = begins(&raw[at]).and_then(|last| reason(text, &raw, at + 1, last)) {
            let (i, from, to) = end;
            let kind = raw[i].kind.clone();
            let (start, stop) = (raw[i].start, raw[i].end);
            let Some((_, _, entry)) = Lexicon::get().words("后").next() else {
                return raw;
            };
            let pieces = [
                (start, from, kind.clone()),
                (from, to, Kind::Word(entry)),
                (to, stop, kind),
            ];
            let pieces = pieces.into_iter().filter(|(start, end, _)| start < end);
            let pieces = pieces.map(|(start, end, kind)| Token { kind, start, end });
            raw.splice(i..i + 1, pieces);
            let before = at.checked_sub(1).and_then(|before| raw.get(before));
            let named = before.is_some_and(|before| before.kind.nominal());
            let upto = raw[at..].iter().position(|token| token.end == to);
            match upto.filter(|_| named) {
                // 建筑业税收[受“营改增”影响]入库4亿元
                Some(last) => drop(raw.drain(at..=at + last)),
                None => at = i,
            }
            continue;
        }
        at += 1;
    }
    raw
}

/// The token in which a reason ends, and the bytes of its last word, where more follows in the clause.
fn reason(text: &str, raw: &[Token], from: usize, last: &str) -> Option<(usize, usize, usize)> {
    let words = raw.get(from..)?.iter().take(LONGEST).enumerate();
    let mut words = words.take_while(|(_, token)| !parts(token));
    let (i, at) = words.find_map(|(i, token)| {
        let words = matches!(token.kind, Kind::Text | Kind::Word(_));
        let at = text[token.range()].find(last).filter(|_| words)?;
        Some((from + i, token.start + at))
    })?;
    let end = at + last.len();
    let inside = end < raw[i].end;
    // 受疫情影响,……: a clause of its own; 扣除……因素后 and 因素影响 say so themselves.
    let next = raw.get(i + 1);
    let goes_on = inside || next.is_some_and(|next| !parts(next));
    let ended = next.is_some_and(|next| !inside && next.is(Class::PrepEnd));
    (goes_on && !ended).then_some((i, at, end))
}

/// 建筑业税收受“营改增”影响: parts 受 from what it happened to.
fn moved_by(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let word = Lexicon::get().words("受").next().map(|(_, _, entry)| entry);
    let Some(entry) = word else {
        return raw;
    };
    let mut at = 0;
    while at < raw.len() {
        let (start, end) = (raw[at].start, raw[at].end);
        let said = &text[start..end];
        let quoted = text[end..].starts_with(['“', '‘']);
        let bears = matches!(raw[at].kind, Kind::Text) && said.len() > 3 && said.ends_with('受');
        if bears && quoted {
            raw[at].end = end - '受'.len_utf8();
            let (start, kind) = (raw[at].end, Kind::Word(entry));
            raw.insert(at + 1, Token { kind, start, end });
        }
        at += 1;
    }
    raw
}

/// Whether a token parts two clauses.
fn parts(token: &Token) -> bool {
    matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon)
}

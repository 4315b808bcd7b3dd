//! Why something moved, and what is left out of it: 受高温影响[,]最高负荷达82万千瓦, 扣除留抵退税因素[后]增长4.7%.

use crate::words::lexicon::{Class, Lexicon};
use crate::words::token::{Kind, Token};

/// How many words such a reason has at most.
const LONGEST: usize = 12;

/// How many bytes the name of a part has at most that is left out.
const LONGEST_PART: usize = 48;

/// Ends the reason before the words that follow it in the same clause, as 后 would, or leaves it out
/// where what it moved stands before it.
pub(crate) fn because(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let after = Lexicon::get().words("后").next().map(|(_, _, entry)| entry);
    let raw = moved_by(text, raw);
    let Some(after) = after.filter(|_| raw.iter().any(|token| begins(text, token).is_some()))
    else {
        return raw;
    };
    let mut told = Vec::with_capacity(raw.len() + 2);
    let mut at = 0;
    while let Some(token) = raw.get(at) {
        let reason = begins(text, token)
            .and_then(|last| reason(text, &raw, at, last).or_else(|| left_out(text, &raw, at)));
        let Some(reason) = reason else {
            told.push(token.clone());
            at += 1;
            continue;
        };
        let last = &raw[reason.token];
        // 建筑业税收[受“营改增”影响]入库4亿元
        let before: Option<&Token> = told.last();
        if !before.is_some_and(|before| before.kind.nominal()) {
            told.extend_from_slice(&raw[at..reason.token]);
            push(&mut told, last.kind.clone(), last.start, reason.from);
            // What is left out may end where no word says so.
            told.push(Token {
                kind: Kind::Word(after),
                start: reason.from,
                end: reason.to,
            });
        }
        push(&mut told, last.kind.clone(), reason.to, last.end);
        at = reason.token + 1;
    }
    told
}

/// The word that a reason ends in, where one begins.
fn begins(text: &str, token: &Token) -> Option<&'static str> {
    match &text[token.range()] {
        "受" => Some("影响"),
        "剔除" | "扣除" => Some("因素"),
        _ => None,
    }
}

fn push(told: &mut Vec<Token>, kind: Kind, start: usize, end: usize) {
    if start < end {
        told.push(Token { kind, start, end });
    }
}

/// Where a reason ends.
struct Reason {
    token: usize,
    /// The bytes of its last word.
    from: usize,
    to: usize,
}

/// The end of the reason that begins with a token, where more follows in the clause.
fn reason(text: &str, raw: &[Token], begins: usize, last: &str) -> Option<Reason> {
    let words = raw.get(begins + 1..)?.iter().take(LONGEST).enumerate();
    let mut words = words.take_while(|(_, token)| !parts(token));
    let (token, from) = words.find_map(|(i, token)| {
        let words = matches!(token.kind, Kind::Text | Kind::Word(_));
        let at = text[token.range()].find(last).filter(|_| words)?;
        Some((begins + 1 + i, token.start + at))
    })?;
    let to = from + last.len();
    let inside = to < raw[token].end;
    // 受疫情影响,……: a clause of its own; 扣除……因素后 and 因素影响 say so themselves.
    let next = raw.get(token + 1);
    let goes_on = inside || next.is_some_and(|next| !parts(next));
    let ended = next.is_some_and(|next| !inside && next.is(Class::PrepEnd));
    (goes_on && !ended).then_some(Reason { token, from, to })
}

/// The end of what a figure leaves out, where no 后 says so: 扣除房地产开发投资[的]固定资产投资,
/// 扣除房地产开发投资[]增长11.9%.
fn left_out(text: &str, raw: &[Token], verb: usize) -> Option<Reason> {
    let leaves_out = matches!(&text[raw[verb].range()], "扣除" | "剔除");
    let words = raw.get(verb + 1..).filter(|_| leaves_out)?;
    let nouns = words.iter().take(LONGEST);
    let nouns = nouns.take_while(|it| it.kind.nominal()).count();
    let last = raw.get(verb + nouns).filter(|_| nouns > 0)?;
    let next = words.get(nouns)?;
    let moves = [Class::Rise, Class::Fall, Class::Basis];
    let grows = moves.iter().any(|&class| next.is(class));
    let of = matches!(next.kind, Kind::Of) && words.get(nouns + 1)?.kind.nominal();
    let (token, to) = match of {
        true => (verb + 1 + nouns, next.end),
        false => (verb + nouns, last.end),
    };
    let named = last.end - raw[verb].end <= LONGEST_PART;
    (named && (of || grows)).then_some(Reason {
        token,
        from: last.end,
        to,
    })
}

/// 建筑业税收受“营改增”影响: parts 受 from what it happened to.
fn moved_by(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let word = Lexicon::get().words("受").next().map(|(_, _, entry)| entry);
    let Some(entry) = word else {
        return raw;
    };
    let mut parted = Vec::with_capacity(raw.len() + 1);
    for token in raw {
        let said = &text[token.range()];
        let quoted = text[token.end..].starts_with(['“', '‘']);
        let text_alone = matches!(token.kind, Kind::Text);
        if text_alone && quoted && said.len() > '受'.len_utf8() && said.ends_with('受') {
            let (start, end) = (token.end - '受'.len_utf8(), token.end);
            push(&mut parted, Kind::Text, token.start, start);
            push(&mut parted, Kind::Word(entry), start, end);
        } else {
            parted.push(token);
        }
    }
    parted
}

/// Whether a token parts two clauses.
fn parts(token: &Token) -> bool {
    matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon)
}

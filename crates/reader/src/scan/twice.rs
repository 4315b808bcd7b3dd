//! Verbs of a level that are said twice: 实现利税完成1.9亿元 is 实现利税1.9亿元, 一季度为下降29.3% is
//! 一季度下降29.3%.

use crate::words::lexicon::Class;
use crate::words::time::{Time, Year};
use crate::words::token::{Kind, Token};

/// No noun between the two has more tokens.
const LONGEST: usize = 6;

/// Leaves out the second of them.
pub(super) fn once(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 2;
    while i + 1 < raw.len() {
        if again(text, &raw, i) || before_a_move(text, &raw, i) {
            raw.remove(i);
        }
        i += 1;
    }
    raw
}

/// Whether a verb stands before a number though its noun has one already.
fn again(text: &str, raw: &[Token], verb: usize) -> bool {
    let number = |token: &Token| matches!(token.kind, Kind::Quantity(_)) || token.is(Class::Before);
    let done = |token: &Token| matches!(&text[token.range()], "实现" | "完成" | "累计完成");
    if !done(&raw[verb]) || !number(&raw[verb + 1]) {
        return false;
    }
    let nouns = raw[..verb].iter().rev().take(LONGEST);
    let nouns = nouns.take_while(|token| token.kind.nominal()).count();
    let first = verb.checked_sub(nouns + 1).and_then(|at| raw.get(at));
    nouns > 0 && first.is_some_and(|first| &text[first.range()] == "实现")
}

/// Whether 为 stands before a word that says itself how something moved.
fn before_a_move(text: &str, raw: &[Token], verb: usize) -> bool {
    let moves = raw[verb + 1].is(Class::Rise) || raw[verb + 1].is(Class::Fall);
    // 2023年为增长9.3% tells of another year beside.
    let part = |time: Time| time.year == Year::Unsaid && time.says_part();
    let told = match raw[verb - 1].kind {
        Kind::Time(time) => part(time),
        _ => raw[verb - 1].is(Class::Rate),
    };
    moves && told && &text[raw[verb].range()] == "为"
}

//! Who stands for a kind: 以锂电为主的电气机械制造业, 包括口罩在内的纺织品, which names no other industry.

use crate::words::token::{Kind, Token};

/// What ends the words for it, before 的.
const ENDS: [&str; 9] = [
    "为主",
    "为代表",
    "为主体",
    "为核心",
    "为龙头",
    "为重点",
    "为支撑",
    "为主导",
    "为特色",
];

/// As many words may stand between.
const REACH: usize = 16;

/// Leaves such words out, where they hold no number.
pub(crate) fn without_exemplars(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut of = 1;
    while of < raw.len() {
        let named = matches!(raw[of].kind, Kind::Of);
        let ends = |end: &&str| text[..raw[of].start].ends_with(*end);
        let begins: &[&str] = match named {
            true if ENDS.iter().any(ends) => &["以"],
            true if ends(&"在内") => &["包括", "包含", "含"],
            _ => &[],
        };
        let from = (!begins.is_empty()).then(|| {
            let words = raw[..of].iter().enumerate().rev().take(REACH);
            words
                .take_while(|(_, token)| {
                    (!token.kind.breaks() || matches!(token.kind, Kind::Pause | Kind::And))
                        && !matches!(token.kind, Kind::Number(_) | Kind::Quantity(_) | Kind::Of)
                })
                .find(|(_, token)| begins.contains(&&text[token.range()]))
                .map(|(at, _)| at)
        });
        match from.flatten() {
            Some(from) => {
                raw.drain(from..=of);
                of = from + 1;
            }
            None => of += 1,
        }
    }
    raw
}

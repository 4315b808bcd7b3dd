//! Who stands for a kind: 以锂电为主的电气机械制造业, which names no other industry.

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
        let named = matches!(raw[of].kind, Kind::Of)
            && ENDS
                .iter()
                .any(|end| text[raw[of - 1].range()].ends_with(end));
        let from = named.then(|| {
            let words = raw[..of].iter().enumerate().rev().take(REACH);
            words
                .take_while(|(_, token)| {
                    !token.kind.breaks()
                        && !matches!(token.kind, Kind::Number(_) | Kind::Quantity(_) | Kind::Of)
                })
                .find(|(_, token)| &text[token.range()] == "以")
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

//! Ranks of those compared with: 比第二名汨罗市多713.4亿元 tells how far ahead somebody is of that city, and
//! 第二名 says only which it is.

use crate::words::lexicon::Class;
use crate::words::places::{begins_with_place, is_name};
use crate::words::token::{Kind, Token};

/// Leaves out the place that the other one holds.
pub(crate) fn beside(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 0;
    while i + 2 < raw.len() {
        let with = raw[i].is(Class::Than) || matches!(&text[raw[i].range()], "与" | "同" | "跟");
        if with && matches!(raw[i + 1].kind, Kind::Rank(_)) {
            let of = usize::from(matches!(raw[i + 2].kind, Kind::Of));
            let other = raw.get(i + 2 + of).map_or("", |token| &text[token.range()]);
            if is_name(other) || begins_with_place(other) {
                raw.drain(i + 1..i + 2 + of);
            }
        }
        i += 1;
    }
    raw
}

//! 国有 right after 中: 规模以上工业中国有控股企业 tells of no 中国.

use crate::words::lexicon::Lexicon;
use crate::words::token::Kind;
use std::ops::Range;

/// What follows 国有 in the names of what the state owns; 中国有色 is a company.
const OWNED: [&str; 8] = [
    "控股",
    "企业",
    "及国有",
    "经济",
    "资本",
    "独资",
    "工业",
    "投资",
];

/// Whom it may be among: 工业中国有企业.
const AMONG: [&str; 5] = ["业", "投资", "企业", "经济", "单位"];

/// What 中 is where 中国 at a place is 中 and the beginning of 国有, and the bytes of 国有.
pub(super) fn state_owned(text: &str, word: Range<usize>) -> Option<(Kind, Range<usize>)> {
    let (before, after) = (&text[..word.start], &text[word.end..]);
    let owned = after.strip_prefix('有')?;
    let apart = &text[word.clone()] == "中国"
        && AMONG.iter().any(|end| before.ends_with(end))
        && OWNED.iter().any(|kind| owned.starts_with(kind));
    let among = Lexicon::get().verb("中").filter(|_| apart)?;
    let (state, end) = (word.start + "中".len(), word.end + "有".len());
    Some((Kind::Word(among), state..end))
}

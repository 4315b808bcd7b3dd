//! The few that a limit leaves, whose verb has grown together with the first name: 过10亿元的只有柳林、孝义.

use crate::words::lexicon::Lexicon;
use crate::words::token::{Kind, Token};

/// Verbs of such a list, which are no word of the table elsewhere.
const VERBS: [&str; 5] = ["只有", "仅有", "还有", "唯有", "就有"];

/// Takes the verb off the first name of such a list.
pub(crate) fn only(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let Some((_, _, has)) = Lexicon::get().words("有").next() else {
        return raw;
    };
    let mut i = 1;
    while let Some(token) = raw.get(i) {
        let word = &text[token.range()];
        let verb = VERBS.iter().find(|verb| word.starts_with(**verb));
        let start = token.start;
        if let Some(verb) = verb
            && matches!(token.kind, Kind::Text)
            && verb.len() < word.len()
            && matches!(raw[i - 1].kind, Kind::Of)
        {
            let kind = Kind::Word(has);
            let end = start + verb.len();
            raw[i].start = end;
            // Only 有 of it, as where it stands alone.
            let start = end - "有".len();
            raw.insert(i, Token { kind, start, end });
        }
        i += 1;
    }
    raw
}

//! The few that a limit leaves, whose verb has grown together with the first name: 过10亿元的只有柳林、孝义;
//! and how places stand, told after their figures.

use crate::words::lexicon::Lexicon;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};

/// Verbs of such a list, which are no word of the table elsewhere.
const VERBS: [&str; 5] = ["只有", "仅有", "还有", "唯有", "就有"];

/// Takes the verb off the first name of such a list.
pub(crate) fn only(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let verb = |token: &Token| {
        let word = &text[token.range()];
        let verb = VERBS.iter().find(|verb| word.starts_with(**verb))?;
        (matches!(token.kind, Kind::Text) && verb.len() < word.len()).then_some(*verb)
    };
    let Some((_, _, has)) = Lexicon::get().words("有").next() else {
        return raw;
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len() + 1);
    for mut token in raw {
        let of = tokens
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Of));
        if let Some(verb) = verb(&token).filter(|_| of) {
            let kind = Kind::Word(has);
            token.start += verb.len();
            // Only 有 of it, as where it stands alone.
            let (start, end) = (token.start - "有".len(), token.start);
            tokens.push(Token { kind, start, end });
        }
        // 只有武汉超过3000亿元, 前三名为襄阳
        let ranked = tokens
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Rank(_)));
        let ahead = ["只有", "仅有"].iter().chain(match ranked {
            true => &["为", "是"][..],
            false => &[],
        });
        let word = &text[token.range()];
        let mut rest = ahead.filter_map(|word_ahead| word.strip_prefix(*word_ahead));
        if let Some(rest) = rest.find(|rest| is_name(rest)) {
            let at = token.end - rest.len();
            let link = Lexicon::get().words("为").next().filter(|_| ranked);
            if let Some((_, _, link)) = link {
                let (start, end) = (token.start, at);
                let kind = Kind::Word(link);
                tokens.push(Token { kind, start, end });
            }
            token.start = at;
        }
        tokens.push(token);
    }
    tokens
}

/// Says of a place how it stands, right after its figure: 屯溪区29874元最高.
const POLES: [&str; 10] = [
    "最高", "最低", "最大", "最小", "最多", "最少", "次之", "居末", "殿后", "最快",
];

/// Leaves such words out: they are no part of what has the figure.
pub(crate) fn without_poles(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let pole = |i: &usize| {
        let figure = matches!(raw[i - 1].kind, Kind::Quantity(_));
        let ends = raw.get(i + 1).is_none_or(|next| next.kind.breaks());
        figure && ends && POLES.contains(&&text[raw[*i].range()])
    };
    let poles: Vec<usize> = (1..raw.len()).filter(pole).collect();
    super::leave_out(&mut raw, poles.into_iter());
    raw
}

//! Where sentences end.

use crate::text::period::Calendar;
use crate::words::numeral::is_chinese;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// A sentence longer than this is cut: no person wrote it.
const LONGEST: usize = 12_000;

/// The sentences of a normalised text.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut soft = 0;
    let mut next = 0;
    while let Some(&byte) = text.as_bytes().get(next) {
        let at = next;
        // Most are Chinese characters, which begin so and end nothing, whichever they are.
        let c = match byte {
            0xE4..=0xE9 => '中',
            _ => text[at..].chars().next().unwrap_or('中'),
        };
        next += c.len_utf8();
        // Marks that close the sentence before.
        if at < start {
            continue;
        }
        let end = next;
        let ends = match c {
            '。' | '!' | '?' | '…' => true,
            // A full stop of the keyboard, not a decimal point nor an abbreviation.
            '.' => {
                let before = text[..at].chars().next_back();
                let after = text[end..].chars().next();
                // 七二九.二: a decimal point among Chinese digits.
                let numeral = |c: Option<char>| c.is_some_and(is_chinese);
                before.is_some_and(|c| !c.is_ascii())
                    && !after.is_some_and(|c| c.is_ascii_digit())
                    && !(numeral(before) && numeral(after))
            }
            _ => false,
        };
        if matches!(c, ',' | ';') {
            soft = end;
        }
        let cut = if ends {
            let after = text[end..].trim_start_matches(['”', '’', '。', '!', '?']);
            Some(text.len() - after.len())
        } else if end - start > LONGEST {
            Some(if soft > start { soft } else { end })
        } else {
            None
        };
        if let Some(cut) = cut {
            sentences.push(start..cut);
            start = cut;
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// Tells the calendar of the times in a sentence.
pub(crate) fn note_times(text: &str, tokens: &[Token], title: bool, calendar: &mut Calendar) {
    if let [first, .., last] = tokens {
        calendar.plan(&text[first.start..last.end]);
    }
    for token in tokens {
        match token.kind {
            // 2015年以来最好: the time of a record, not of the report.
            Kind::Time(_) if text[token.end..].starts_with("以来") => {}
            // 降幅比1-2月收窄: the time before.
            Kind::Time(_) if text[..token.start].ends_with(['比', '较', '与', '同']) => {}
            // 由2005年的300亿元扩大到1026亿元
            Kind::Time(_)
                if text[..token.start].ends_with(['由', '从'])
                    && text[token.end..].starts_with('的') => {}
            Kind::Time(time) => calendar.note(time, title),
            Kind::Name => {
                let digits = text[token.range()].trim_matches(|c: char| !c.is_ascii_digit());
                calendar.name(digits.get(..4).unwrap_or(digits));
            }
            _ => {}
        }
    }
}

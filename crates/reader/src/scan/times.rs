//! Stretches of time among the tokens.

use super::words::{push, words};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::time;
use crate::words::token::{Kind, Token};

/// Puts stretches of time together.
pub(crate) fn times(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut end = 0;
    for mut token in raw {
        if token.end <= end {
            continue;
        }
        // 德保县元至6月: 元 is January, and none of the county's name.
        if let Some(january) = january_after(text, &token).filter(|&at| at >= end) {
            push(&mut tokens, Kind::Text, token.start, january);
            token.start = january;
        }
        if token.start < end {
            // The time took part of this token: 年增长 of 2019年增长.
            for rest in words(text, end..token.end) {
                push(&mut tokens, rest.kind, rest.start, rest.end);
            }
            continue;
        }
        let may_begin = match token.kind {
            // Most numbers are none, and what follows the digits tells.
            Kind::Number(ref number) => time::may_follow(&text[token.end..], number.chinese),
            Kind::Mark => text[token.range()].starts_with(['“', '"']),
            Kind::Text => text[token.range()].starts_with(['前', '头', '首', '第', '元']),
            _ => token.is(Class::Time),
        };
        let found = match may_begin && !text[..token.start].ends_with('第') {
            true => time::parse(&text[token.start..]),
            false => None,
        };
        match found {
            Some((len, time)) => {
                end = token.start + len + level_of_then(&text[token.start..], len);
                push(&mut tokens, Kind::Time(time), token.start, end);
                if token.end > end {
                    push(&mut tokens, Kind::Text, end, token.end);
                }
            }
            None => {
                end = token.end;
                let kind = if token.is(Class::Time) {
                    demote(&token)
                } else {
                    token.kind
                };
                push(&mut tokens, kind, token.start, token.end);
            }
        }
    }
    several(text, &mut tokens);
    tokens
}

/// Where 元 begins that ends a text and stands for January: 元至6月, 元—5月.
fn january_after(text: &str, token: &Token) -> Option<usize> {
    let before = matches!(token.kind, Kind::Text).then(|| text[token.range()].strip_suffix('元'));
    let before = before.flatten().filter(|before| !before.is_empty())?;
    let to = text[token.end..].strip_prefix(['至', '到', '-', '—', '~'])?;
    let months = to.trim_start_matches(|c: char| c.is_ascii_digit());
    (months.len() < to.len() && months.starts_with('月')).then(|| token.start + before.len())
}

/// 超过2019年同期水平8.3%, 恢复至2019年同期水平的八成: the length of 水平, which a figure follows.
fn level_of_then(text: &str, time: usize) -> usize {
    let (time, rest) = text.split_at(time);
    let figure = rest.strip_prefix("水平");
    let figure = figure.filter(|it| {
        let number = it.strip_prefix('的').unwrap_or(it);
        number.starts_with(|first: char| {
            first.is_ascii_digit() || "一二三四五六七八九两".contains(first)
        })
    });
    match figure.filter(|_| time.ends_with("同期")) {
        Some(figure) => rest.len() - figure.len(),
        None => 0,
    }
}

/// 一、二、三季度: the noun stands once.
fn several(text: &str, tokens: &mut [Token]) {
    for i in (2..tokens.len()).rev() {
        let next = &text[tokens[i].range()];
        let noun = ["季度", "月份", "月"]
            .iter()
            .find(|noun| next.ends_with(**noun));
        let (Kind::Time(_), Some(noun)) = (&tokens[i].kind, noun) else {
            continue;
        };
        let mut at = i;
        while let Some([number, parting]) = at.checked_sub(2).and_then(|from| tokens.get(from..at))
            && matches!(number.kind, Kind::Number(_))
            && matches!(parting.kind, Kind::Pause | Kind::And)
            && let Some((_, time)) = time::parse(&format!("{}{noun}", &text[number.range()]))
        {
            at -= 2;
            tokens[at].kind = Kind::Time(time);
        }
    }
}

/// A word that could have begun a time but did not.
fn demote(token: &Token) -> Kind {
    let other = [Class::Adverb, Class::Conn, Class::Mean, Class::Basis];
    if other.iter().any(|&class| token.is(class)) {
        token.kind.clone()
    } else {
        Kind::Text
    }
}

/// Takes how long something grew for what it is, no figure: 五年来, 近五年, 五年增长70%. What grew
/// so is measured against the beginning.
pub(crate) fn spans(text: &str, tokens: &mut Vec<Token>) {
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        let i = next;
        next += 1;
        let Kind::Quantity(quantity) = &token.kind else {
            continue;
        };
        if &text[quantity.unit.clone()] != "年" || &*quantity.number.digits == "1" {
            continue;
        }
        let (start, mut end) = (token.start, token.end);
        let mut before = ["过去的", "过去", "最近", "近", "这"]
            .iter()
            .find(|word| text[..start].ends_with(**word));
        let compared = text[..start].ends_with(['与', '和', '比', '较', '同']);
        let after = ["以来", "来", "间", "前"]
            .iter()
            .filter(|word| **word != "前" || compared)
            .find(|word| text[end..].starts_with(**word));
        end += after.map_or(0, |word| word.len());
        if after == Some(&"前") {
            // 比五年前 is one word.
            before = ["比", "较"]
                .iter()
                .find(|word| text[..start].ends_with(**word));
        }
        let rest = text[end..].trim_start_matches(',');
        // 四年来首次突破8%, 近十年最高: no growth of so many years.
        let mean = rest.starts_with("平均") || rest.starts_with("年均");
        let first = rest.starts_with(['首', '最', '新', '连', '同', '第', '以'])
            || mean && before.is_none();
        let grew = ["累计", "增长", "增加", "提高", "上升", "下降", "翻", "净增"]
            .iter()
            .any(|word| rest.starts_with(word));
        let spans = before.is_some() || after.is_some() || grew;
        if first || !spans {
            continue;
        }
        let Some((_, _, against)) = Lexicon::get().words("较前值").next() else {
            continue;
        };
        tokens[i].kind = Kind::Word(against);
        tokens[i].end = end;
        // 来 may begin a longer word.
        if let Some(after) = tokens.get_mut(i + 1).filter(|after| after.start < end) {
            after.start = end;
            if after.end <= end {
                tokens.remove(i + 1);
            }
        }
        let begins = start - before.map_or(0, |word| word.len());
        if let Some(last) = i.checked_sub(1).and_then(|i| tokens.get_mut(i))
            && (last.start..last.end).contains(&begins)
        {
            last.end = begins;
            let empty = last.start == begins;
            tokens[i].start = begins;
            if empty {
                tokens.remove(i - 1);
                next = i;
            }
        }
    }
}

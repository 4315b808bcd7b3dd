//! Numbers with their units and limits, and places in rankings.

use super::names::{take_in, without_taken};
use super::unitless::{fraction, people};
use super::words::push;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::numeral;
use crate::words::token::{Kind, Number, Place, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// Gives numbers their units, limits and ranks.
pub(crate) fn quantities(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let counts = |token: &Token| match token.kind {
        Kind::Number(_) => true,
        Kind::Text => text[token.range()].ends_with("百分之"),
        _ => false,
    };
    if !raw.iter().any(counts) {
        return raw;
    }
    let lexicon = Lexicon::get();
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut end = 0;
    for token in raw {
        if token.end <= end {
            continue;
        }
        let start = token.start.max(end);
        match token.kind {
            Kind::Number(ref number) if start == token.start => {
                if let Some(share) = fraction(text, &token, number) {
                    end = share.at.end;
                    push(&mut tokens, Kind::Quantity(share), token.start, end);
                    continue;
                }
                if let Some(rank) = rank(text, &token, number, &mut tokens) {
                    end = rank;
                    continue;
                }
                let mut at = token.end;
                let mut bound = Bound::Exact;
                for (word, limit) in [
                    ("余", Bound::Over),
                    ("多", Bound::Over),
                    ("来", Bound::About),
                ] {
                    if text[at..].starts_with(word) {
                        at += word.len();
                        bound = limit;
                    }
                }
                // 十方面实事, 三方协议: no cubic metres.
                let sides = || {
                    let rest = text[at..].strip_prefix('方').unwrap_or_default();
                    rest.starts_with(['面', '向', '案', '式', '便', '位', '针', '阵', '协'])
                };
                let unit = lexicon.unit(&text[at..]).filter(|_| !sides());
                let alone = unit.is_none_or(|(length, _)| length == '万'.len_utf8());
                let unit = people(&text[at..]).filter(|_| alone).or(unit);
                let (unit_len, kind) = match unit {
                    Some((len, kind)) => (len, Some(kind)),
                    None => {
                        at = token.end;
                        (0, None)
                    }
                };
                let number_at = number.digits_at(text, token.start);
                if unit_len == 0 {
                    end = token.end;
                    push(&mut tokens, token.kind, token.start, token.end);
                    continue;
                }
                let mut unit = at..at + unit_len;
                let mut kind = kind;
                // 2万多亩: the limit stands inside the unit.
                let scaled = text[unit.clone()].ends_with(['万', '亿', '千', '百']);
                let inner = text[unit.end..]
                    .chars()
                    .next()
                    .filter(|c| matches!(c, '多' | '余'));
                if scaled
                    && let Some(c) = inner
                    && let Some((len, inner_kind)) = lexicon.unit(&text[unit.end + c.len_utf8()..])
                {
                    unit.end += c.len_utf8() + len;
                    kind = Some(inner_kind);
                    bound = Bound::Over;
                }
                unit.end += or_else(&text[unit.end..]);
                end = unit.end;
                if text[end..].starts_with('多') || text[end..].starts_with('余') {
                    bound = Bound::Over;
                    end += '多'.len_utf8();
                }
                let mut number = number.clone();
                let mut at = number_at..token.end;
                if let Some(rest) = smaller(text, &number, &unit) {
                    number.digits = rest.digits.into();
                    unit.end = rest.unit.0;
                    kind = Some(rest.unit.1);
                    end = unit.end;
                    at.end = rest.at_end;
                }
                if kind == Some(UnitKind::Times) && text[unit.clone()].ends_with('成') {
                    end = tenths(text, &mut number, &mut at, end);
                }
                let quantity = Quantity {
                    number,
                    at,
                    unit,
                    kind,
                    bound,
                };
                push(&mut tokens, Kind::Quantity(quantity), token.start, end);
            }
            Kind::Text if text[start..token.end].ends_with("百分之") => {
                let cut = token.end - "百分之".len();
                if cut > start {
                    push(&mut tokens, Kind::Text, start, cut);
                }
                end = token.end;
                let found =
                    numeral::chinese(&text[end..]).or_else(|| numeral::arabic(&text[end..]));
                if let Some(n) = found {
                    let at = end..end + n.len;
                    end = at.end;
                    let quantity = Quantity {
                        number: Number {
                            digits: n.digits.into(),
                            chinese: n.chinese,
                            minus: false,
                        },
                        at,
                        unit: cut..token.end,
                        kind: Some(UnitKind::Rate),
                        bound: Bound::Exact,
                    };
                    push(&mut tokens, Kind::Quantity(quantity), cut, end);
                }
            }
            kind => {
                end = token.end;
                push(&mut tokens, kind, start, token.end);
            }
        }
    }
    bounds(text, tokens)
}

/// What a number goes on with in a smaller scale.
struct Smaller {
    /// The whole number in the larger scale.
    digits: String,
    /// Where the digits of the smaller end.
    at_end: usize,
    /// Where the unit of both ends, and its kind.
    unit: (usize, UnitKind),
}

/// 1117万9千人 is 1117.9 in 万人, 3亿5000万元 is 3.5 in 亿元.
fn smaller(text: &str, number: &Number, unit: &Range<usize>) -> Option<Smaller> {
    let (larger, scale) = power(&text[unit.clone()])?;
    let rest = &text[unit.end..];
    let chinese = || numeral::chinese(rest).filter(|_| number.chinese);
    let less = numeral::arabic(rest).or_else(chinese)?;
    let at_end = unit.end + less.len;
    let (_, smaller) = power(&text[at_end..])?;
    let places = scale.checked_sub(smaller).filter(|&places| places > 0)?;
    let (len, kind) = Lexicon::get().unit(&text[at_end..])?;
    let whole = larger == unit.len()
        && ![&*number.digits, &less.digits]
            .iter()
            .any(|it| it.contains('.'));
    (whole && less.digits.len() <= places).then(|| {
        let part = format!("{:0>places$}", less.digits);
        // 3兆5813亿元 is counted in 亿元, as 兆 is not everywhere the same.
        let digits = match scale {
            12 => format!("{}{part}", number.digits),
            _ => {
                let digits = format!("{}.{part}", number.digits);
                digits
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned()
            }
        };
        Smaller {
            digits,
            at_end,
            unit: (at_end + len, kind),
        }
    })
}

/// The scale that a text starts with, in bytes and as a power of ten: 千万 is 7.
fn power(text: &str) -> Option<(usize, usize)> {
    let power = |c: char| match c {
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        '兆' => Some(12),
        _ => None,
    };
    let powers = text.chars().map_while(power);
    let (count, sum) = powers.fold((0, 0), |(count, sum), power| (count + 1, sum + power));
    (count > 0).then_some((count * '千'.len_utf8(), sum))
}

/// The bytes of the other unit in brackets: 万头[(只)], 万台[(套)].
fn or_else(text: &str) -> usize {
    let rest = text.strip_prefix('(').unwrap_or_default();
    // No unit is as long as that, and brackets that nobody closes are not looked through.
    let near = rest.char_indices().nth(8).map_or(rest.len(), |(at, _)| at);
    let inner = rest[..near].split_once(')').map_or("", |(inner, _)| inner);
    let whole = Lexicon::get().unit(inner);
    let other = whole.is_some_and(|(len, _)| len == inner.len()) && !inner.contains('%');
    if other { inner.len() + "()".len() } else { 0 }
}

/// 三成五 is 35 %: takes the digit after 成 and gives the number in percent.
fn tenths(text: &str, number: &mut Number, at: &mut Range<usize>, end: usize) -> usize {
    number.digits = numeral::shift(&number.digits, 1).into();
    let Some(last) = text[end..]
        .chars()
        .next()
        .filter(|&c| numeral::is_chinese(c))
    else {
        return end;
    };
    let Some(n) = numeral::chinese(&text[end..end + last.len_utf8()]) else {
        return end;
    };
    if n.digits.len() == 1 && number.digits.ends_with('0') {
        let tens = number.digits.strip_suffix('0').unwrap_or_default();
        number.digits = format!("{tens}{}", n.digits).into();
        at.end = end + n.len;
        return at.end;
    }
    end
}

/// Whether a word joins the first and the last of several places: 第4至6位.
pub(crate) fn reaches(word: &str) -> bool {
    matches!(word, "至" | "到" | "-" | "~" | "—")
}

/// Reads 第3位, 第一, 前两位; gives the byte after it.
fn rank(text: &str, token: &Token, number: &Number, tokens: &mut Vec<Token>) -> Option<usize> {
    if let [.., first, pause] = tokens.as_slice()
        && let Kind::Rank(place) = &first.kind
        && place.bound == Bound::Exact
        && (matches!(pause.kind, Kind::Pause | Kind::And) || reaches(&text[pause.range()]))
        && let Some(end) = goes_on(text, token.end)
        && let Ok(place) = number.digits.parse::<u32>()
    {
        // 第1、2、4位, 第4至6位
        let bound = Bound::Exact;
        push(tokens, Kind::Rank(Place { place, bound }), token.start, end);
        return Some(end);
    }
    let last = tokens.last()?;
    let before = &text[last.range()];
    // 分列二、三位
    if matches!(
        before,
        "分列" | "分居" | "分别位居" | "分别列" | "分别居" | "分别位列"
    ) && goes_on(text, token.end) == Some(token.end)
        && let Ok(place @ 1..) = number.digits.parse::<u32>()
    {
        let bound = Bound::Exact;
        push(
            tokens,
            Kind::Rank(Place { place, bound }),
            token.start,
            token.end,
        );
        return Some(token.end);
    }
    let ordinal = before.ends_with('第');
    let among = before.ends_with('前');
    if !(matches!(last.kind, Kind::Text) && (ordinal || among)) || last.end != token.start {
        return None;
    }
    let place = number.digits.parse::<u32>().ok().filter(|&p| p > 0)?;
    let mut end = token.end;
    let mut counted = false;
    for word in ["位", "名", "强"] {
        if !counted && text[end..].starts_with(word) && (among || word != "强") {
            end += word.len();
            counted = true;
        }
    }
    // 坐稳全省第四把交椅
    if ordinal && text[end..].starts_with("把交椅") {
        end += "把交椅".len();
        counted = true;
    }
    let next = text[end..].chars().next();
    // 由全省第四升至第二
    let moves = [
        "升", "降", "跃", "跌", "滑", "上升", "提升", "前移", "下降", "变为", "到", "至",
    ]
    .iter()
    .any(|verb| text[end..].starts_with(verb));
    let free = moves || next.is_none_or(|c| !c.is_alphanumeric() || "的和且并及与、增".contains(c));
    let start = last.end - '第'.len_utf8();
    let text_start = last.start;
    let kind = if counted || (free && (ordinal || place > 1)) {
        Kind::Rank(Place {
            place,
            bound: if among { Bound::Under } else { Bound::Exact },
        })
    } else if ordinal {
        // 第三届: the number is part of a name.
        Kind::Name
    } else {
        return None;
    };
    tokens.pop();
    if text_start < start {
        push(tokens, Kind::Text, text_start, start);
    }
    push(tokens, kind, start, end);
    Some(end)
}

/// Where one of several places ends: 位 follows it, or further ones and then 位.
fn goes_on(text: &str, at: usize) -> Option<usize> {
    let after = &text[at..];
    if let Some(word) = ["位", "名"].iter().find(|word| after.starts_with(**word)) {
        return Some(at + word.len());
    }
    let end = after.find(|c: char| {
        !(c.is_ascii_digit() || numeral::is_chinese(c) || matches!(c, '、' | '和' | '与'))
    })?;
    let counted = end > 0 && !after.starts_with(|c: char| c.is_ascii_digit());
    (counted && after[end..].starts_with(['位', '名'])).then_some(at)
}

/// Lets the words around a quantity limit it: 约, 超, 左右, 以上.
fn bounds(text: &str, mut tokens: Vec<Token>) -> Vec<Token> {
    let limit = |token: Option<&Token>, class: Class| match token?.kind {
        Kind::Word(entry) if entry.is(class) => Some(entry.bound(class)),
        _ => None,
    };
    for i in 0..tokens.len() {
        if !matches!(tokens[i].kind, Kind::Quantity(_)) {
            continue;
        }
        let before = limit(i.checked_sub(1).and_then(|b| tokens.get(b)), Class::Before);
        // A noun right after 以上 makes it a threshold: 10亿元以上项目.
        let named = tokens.get(i + 2).is_some_and(|next| {
            // 其中10亿元以上5个: how many of that size.
            let counted =
                matches!(&next.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Count));
            let went = ["用于", "投向", "用在"];
            let went = went.iter().any(|verb| text[next.range()].starts_with(verb));
            next.kind.nominal() && !went || matches!(next.kind, Kind::Of) || counted
        });
        let after = limit(tokens.get(i + 1).filter(|_| !named), Class::After);
        if let Kind::Quantity(quantity) = &mut tokens[i].kind
            && let Some(bound) = after.or(before)
        {
            quantity.bound = bound;
        }
        if after.is_some() {
            take_in(&mut tokens, i, i + 1);
        }
    }
    without_taken(tokens)
}

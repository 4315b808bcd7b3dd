//! From the characters of a sentence to its tokens.

use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::numeral;
use crate::time;
use crate::token::{Kind, Number, Place, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// A sentence as tokens, what stands in brackets kept apart.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    pub(crate) tokens: Vec<Token>,
    /// What stands in brackets; `.0` is the number of tokens before it.
    pub(crate) asides: Vec<(usize, Vec<Token>)>,
    /// The numerals, as bytes of the text.
    pub(crate) numerals: Vec<Range<usize>>,
    /// The sentence's first byte.
    pub(crate) start: usize,
}

/// Scans a range of the normalised text.
pub(crate) fn scan(text: &str, range: Range<usize>) -> Scanned {
    let start = range.start;
    let raw = words(text, range);
    let numerals = numerals(text, &raw);
    let raw = times(text, raw);
    let raw = quantities(text, raw);
    let raw = ranges(text, raw);
    let raw = names(text, raw);
    Scanned {
        numerals,
        start,
        ..asides(raw)
    }
}

/// Where the numerals stand, those in known names (PM2.5) among them.
fn numerals(text: &str, raw: &[Token]) -> Vec<Range<usize>> {
    let mut numerals = Vec::new();
    for token in raw {
        match &token.kind {
            Kind::Number(number) => {
                numerals.push(token.start + usize::from(number.minus)..token.end)
            }
            Kind::Name => {
                let mut at = token.start;
                while let Some(found) = text[at..token.end].find(|c: char| c.is_ascii_digit()) {
                    let Some(n) = numeral::arabic(&text[at + found..token.end]) else {
                        break;
                    };
                    numerals.push(at + found..at + found + n.len);
                    at += found + n.len;
                }
            }
            _ => {}
        }
    }
    numerals
}

/// Words of the table, numerals, punctuation, and the text between.
fn words(text: &str, range: Range<usize>) -> Vec<Token> {
    let lexicon = Lexicon::get();
    let mut tokens = Vec::new();
    let sentence = &text[range.clone()];
    let mut at = range.start;
    for (start, end, id) in lexicon.words(sentence) {
        let (start, end) = (start + range.start, end + range.start);
        if start < at {
            continue;
        }
        at = unknown(text, at, start, range.end, &mut tokens);
        if start < at {
            continue;
        }
        let entry = lexicon.entry(id);
        let kind =
            if entry.is(Class::Plain) && text[start..end].contains(|c: char| c.is_ascii_digit()) {
                Kind::Name
            } else if entry.is(Class::Plain) {
                Kind::Text
            } else if let Ok(place) = entry.argument(Class::RankWord).parse() {
                Kind::Rank(Place {
                    place,
                    bound: Bound::Exact,
                })
            } else {
                Kind::Word(id)
            };
        push(&mut tokens, kind, start, end);
        at = end;
    }
    unknown(text, at, range.end, range.end, &mut tokens);
    settle_near(text, &mut tokens);
    tokens
}

/// Adds a token; text joins the text before it.
fn push(tokens: &mut Vec<Token>, kind: Kind, start: usize, end: usize) {
    if let (Some(last), Kind::Text) = (tokens.last_mut(), &kind)
        && matches!(last.kind, Kind::Text)
        && last.end == start
    {
        last.end = end;
        return;
    }
    tokens.push(Token { kind, start, end });
}

/// Scans what lies between two words; a numeral may reach into the next word.
fn unknown(text: &str, from: usize, to: usize, end: usize, tokens: &mut Vec<Token>) -> usize {
    let mut at = from;
    while at < to {
        let rest = &text[at..end];
        let Some(c) = rest.chars().next() else { break };
        let next = at + c.len_utf8();
        if c.is_ascii_digit() {
            if let Some(n) = numeral::arabic(rest) {
                let minus = negative(text, at, tokens);
                number(tokens, &n, minus, at);
                at += n.len;
                continue;
            }
        } else if numeral::is_chinese(c)
            && let Some(n) = numeral::chinese(rest)
        {
            number(tokens, &n, false, at);
            at += n.len;
            continue;
        }
        let kind = match c {
            ',' => Kind::Comma,
            '、' => Kind::Pause,
            ';' => Kind::Semicolon,
            ':' => Kind::Colon,
            '(' => Kind::Open,
            ')' => Kind::Close,
            '和' | '与' | '及' => Kind::And,
            '的' => Kind::Of,
            '。' | '!' | '?' | '“' | '”' | '"' | '‘' | '’' | '\'' | '《' | '》' | '—' | '…'
            | '~' | '/' | '·' | '.' | '-' | '[' | ']' | '<' | '>' | '|' => Kind::Mark,
            _ => Kind::Text,
        };
        push(tokens, kind, at, next);
        at = next;
    }
    at
}

fn number(tokens: &mut Vec<Token>, n: &numeral::Numeral, minus: bool, at: usize) {
    if minus {
        tokens.pop();
    }
    let number = Number {
        digits: n.digits.as_str().into(),
        chinese: n.chinese,
        minus,
    };
    let start = if minus { at - 1 } else { at };
    push(tokens, Kind::Number(number), start, at + n.len);
}

/// Whether the hyphen before a number is a minus sign: nothing that could be a range stands before it.
fn negative(text: &str, at: usize, tokens: &[Token]) -> bool {
    let hyphen = text[..at].ends_with('-')
        && matches!(tokens.last(), Some(token) if matches!(token.kind, Kind::Mark) && token.end == at);
    let before = tokens.len().checked_sub(2).and_then(|i| tokens.get(i));
    hyphen
        && before.is_none_or(|token| {
            matches!(
                token.kind,
                Kind::Word(_) | Kind::Comma | Kind::Pause | Kind::Open | Kind::Text
            ) && !text[..at - 1].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
        })
}

/// Demotes the words that count only right before a number where none follows.
fn settle_near(text: &str, tokens: &mut [Token]) {
    let lexicon = Lexicon::get();
    // Whether a number, or a word that leads up to one, follows; and whether a rank does.
    let (mut number, mut rank) = (false, false);
    for token in tokens.iter_mut().rev() {
        match token.kind {
            Kind::Word(id) => {
                let entry = lexicon.entry(id);
                let counts = number || rank && entry.is(Class::RankVerb);
                if entry.near && !counts {
                    token.kind = Kind::Text;
                    number = false;
                } else {
                    number = entry.near
                        || [Class::Before, Class::Scope, Class::Time, Class::Each]
                            .iter()
                            .any(|&class| entry.is(class));
                }
                rank = rank && entry.is(Class::Scope);
            }
            Kind::Number(_) | Kind::Rank(_) => {
                rank = matches!(token.kind, Kind::Rank(_));
                number = true;
            }
            Kind::Text => {
                // 浙江省第, before 二: those ranked among.
                let ordinal = text[token.range()].ends_with(['第', '前']);
                rank = number && ordinal || rank && !ordinal;
                number = false;
            }
            _ => (number, rank) = (false, rank && matches!(token.kind, Kind::Pause | Kind::And)),
        }
    }
}

/// Puts stretches of time together.
fn times(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut end = 0;
    for token in raw {
        if token.end <= end {
            continue;
        }
        if token.start < end {
            // The time took part of this token: what is left is text.
            push(&mut tokens, Kind::Text, end, token.end);
            continue;
        }
        let may_begin = match token.kind {
            Kind::Number(_) => true,
            Kind::Mark => text[token.range()].starts_with(['“', '"']),
            Kind::Text => text[token.range()].starts_with(['前', '头', '第']),
            _ => token.is(Class::Time),
        };
        let ordinal = text[..token.start].ends_with('第');
        let found = (may_begin && !ordinal)
            .then(|| time::parse(&text[token.start..]))
            .flatten();
        match found {
            Some((len, time)) => {
                end = token.start + len;
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
    tokens
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

/// Gives numbers their units, limits and ranks.
fn quantities(text: &str, raw: Vec<Token>) -> Vec<Token> {
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
                let unit = lexicon.unit(&text[at..]);
                let (unit_len, kind) = match unit {
                    Some((len, kind)) => (len, Some(kind)),
                    None => {
                        at = token.end;
                        (0, None)
                    }
                };
                let number_at = if number.minus {
                    token.start + 1
                } else {
                    token.start
                };
                if unit_len == 0 {
                    push(&mut tokens, token.kind.clone(), token.start, token.end);
                    end = token.end;
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
                end = unit.end;
                if text[end..].starts_with('多') || text[end..].starts_with('余') {
                    bound = Bound::Over;
                    end += '多'.len_utf8();
                }
                let mut number = number.clone();
                let mut at = number_at..token.end;
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
    bounds(&mut tokens);
    tokens
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

/// Reads 第3位, 第一, 前两位; gives the byte after it.
fn rank(text: &str, token: &Token, number: &Number, tokens: &mut Vec<Token>) -> Option<usize> {
    let last = tokens.last()?;
    let before = &text[last.range()];
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
    let next = text[end..].chars().next();
    let free = next.is_none_or(|c| !c.is_alphanumeric() || "的和且并及与、增".contains(c));
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

/// Lets the words around a quantity limit it: 约, 超, 左右, 以上.
fn bounds(tokens: &mut Vec<Token>) {
    let lexicon = Lexicon::get();
    let limit = |token: Option<&Token>, class: Class| match token {
        Some(Token {
            kind: Kind::Word(id),
            ..
        }) if lexicon.entry(*id).is(class) => Some(lexicon.entry(*id).bound(class)),
        _ => None,
    };
    let raw = std::mem::take(tokens);
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        let mut token = token.clone();
        if let Kind::Quantity(quantity) = &mut token.kind {
            if let Some(bound) = limit(i.checked_sub(1).and_then(|b| raw.get(b)), Class::Before) {
                quantity.bound = bound;
            }
            // A noun right after 以上 makes it a threshold: 10亿元以上项目.
            let named = raw
                .get(i + 2)
                .is_some_and(|next| next.kind.nominal() || matches!(next.kind, Kind::Of));
            if !named && let Some(bound) = limit(raw.get(i + 1), Class::After) {
                quantity.bound = bound;
                token.end = raw[i + 1].end;
                i += 1;
            }
        }
        tokens.push(token);
        i += 1;
    }
}

/// Puts numbers together that are one figure only as a pair: 5%—6%, 3.2:45.1:51.7.
fn ranges(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let numeric = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.kind, Kind::Number(_) | Kind::Quantity(_)))
    };
    let joins = |token: &Token| {
        matches!(
            text[token.range()].trim_matches('—'),
            "" | "-" | "~" | "至" | "到" | ":" | "∶" | "/"
        ) && !matches!(token.kind, Kind::Number(_) | Kind::Quantity(_))
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        let mut last = i;
        while numeric(raw.get(last)) {
            // —— is two marks.
            let marks = raw[last + 1..]
                .iter()
                .take(2)
                .take_while(|token| joins(token))
                .count();
            if marks == 0 || !numeric(raw.get(last + 1 + marks)) {
                break;
            }
            last += 1 + marks;
        }
        if last > i {
            push(&mut tokens, Kind::Range, token.start, raw[last].end);
        } else {
            push(&mut tokens, token.kind.clone(), token.start, token.end);
        }
        i = last + 1;
    }
    tokens
}

/// Puts names together: what quotation marks hold, 415X, 4131, thresholds.
fn names(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        if let Some(close) = quotation(text, &raw, i) {
            push(&mut tokens, Kind::Name, token.start, raw[close].end);
            i = close + 1;
            continue;
        }
        let next = raw.get(i + 1);
        let touches = next.is_some_and(|next| next.start == token.end);
        let letter = |at: usize| text[at..].starts_with(|c: char| c.is_ascii_alphabetic());
        let after_letter = text[..token.start].ends_with(|c: char| c.is_ascii_alphabetic());
        let named = match &token.kind {
            Kind::Number(number) if !number.chinese => {
                let nominal = next.is_some_and(|next| next.kind.nominal());
                letter(token.end) || after_letter || touches && nominal && number.digits.len() >= 2
            }
            // 五星, 六大特色: words, not figures.
            Kind::Number(_) => {
                push(&mut tokens, Kind::Text, token.start, token.end);
                i += 1;
                continue;
            }
            // 连续三年: for how long, not how much.
            Kind::Quantity(quantity)
                if quantity.kind == Some(UnitKind::Degree)
                    && text[..token.start].ends_with("连续") =>
            {
                if let Some(last) = tokens.last_mut() {
                    last.end = token.end;
                }
                i += 1;
                continue;
            }
            Kind::Quantity(quantity) if worded(text, quantity, next) => {
                push(&mut tokens, Kind::Text, token.start, token.end);
                i += 1;
                continue;
            }
            Kind::Quantity(quantity) => {
                // A limit and a noun: 10亿元以上项目, 65岁以上人口.
                let limited = next.is_some_and(|next| next.is(Class::After));
                limited
                    || after_letter
                        && quantity.kind == Some(UnitKind::Count)
                        && quantity.number.digits.len() < 3
            }
            _ => false,
        };
        if named {
            let mut end = token.end;
            if let Some(next) = next
                && next.is(Class::After)
            {
                end = next.end;
                i += 1;
            }
            push(&mut tokens, Kind::Name, token.start, end);
        } else {
            push(&mut tokens, token.kind.clone(), token.start, token.end);
        }
        i += 1;
    }
    tokens
}

/// Whether a quantity is a way of speaking (三个, 一批) and no figure: a small Chinese count that
/// something follows.
fn worded(text: &str, quantity: &Quantity, next: Option<&Token>) -> bool {
    let count = matches!(
        quantity.kind,
        Some(
            UnitKind::Count
                | UnitKind::People
                | UnitKind::Degree
                | UnitKind::Amount
                | UnitKind::Score
        )
    );
    let follows = next.is_some_and(|next| {
        !matches!(
            next.kind,
            Kind::Comma | Kind::Semicolon | Kind::Mark | Kind::Pause
        )
    });
    let scaled = text[quantity.unit.clone()].starts_with(['万', '亿']);
    let small = quantity.number.digits.len() == 1;
    quantity.number.chinese
        && count
        && !scaled
        && (&*quantity.number.digits == "1" || small && follows)
}

/// Where a quotation that is a name closes: short, and no sentence of its own.
fn quotation(text: &str, tokens: &[Token], open: usize) -> Option<usize> {
    let mark = text[tokens[open].range()].chars().next()?;
    let closing = match mark {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '"' => '"',
        _ => return None,
    };
    if !matches!(tokens[open].kind, Kind::Mark) {
        return None;
    }
    let mut close = open + 1;
    while let Some(token) = tokens.get(close).filter(|_| close < open + 24) {
        match token.kind {
            Kind::Mark if text[token.range()].starts_with(closing) => {
                let long = text[tokens[open].end..token.start].chars().count() > 40;
                return (!long).then_some(close);
            }
            Kind::Comma | Kind::Semicolon if mark != '《' => return None,
            Kind::Mark if text[token.range()].starts_with('。') => return None,
            _ => close += 1,
        }
    }
    None
}

/// Takes what stands in brackets out of the sentence.
fn asides(raw: Vec<Token>) -> Scanned {
    let mut scanned = Scanned::default();
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        if matches!(token.kind, Kind::Open)
            && let Some(close) = raw[i + 1..]
                .iter()
                .take(80)
                .position(|token| matches!(token.kind, Kind::Close))
        {
            let inner = raw[i + 1..i + 1 + close].to_vec();
            scanned.asides.push((scanned.tokens.len(), inner));
            i += close + 2;
            continue;
        }
        scanned.tokens.push(token.clone());
        i += 1;
    }
    scanned
}

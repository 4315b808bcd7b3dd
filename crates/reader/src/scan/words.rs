//! Words of the table, numerals, punctuation, and the text between.

use super::state_owned::state_owned;
use crate::text::normal::pictograph;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::numeral;
use crate::words::token::{Kind, Number, Place, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// Words of the table, numerals, punctuation, and the text between.
pub(crate) fn words(text: &str, range: Range<usize>) -> Vec<Token> {
    let lexicon = Lexicon::get();
    let sentence = &text[range.clone()];
    // A word or a sign takes some three characters.
    let mut tokens = Vec::with_capacity(sentence.len() / 8 + 4);
    let mut at = range.start;
    for (start, end, entry) in lexicon.words(sentence) {
        let (start, end) = (start + range.start, end + range.start);
        if start < at {
            continue;
        }
        // 热线上半年受理, not 线上 and 半年
        if text[end..].starts_with("半年")
            && let Some(half) = text[..end].strip_suffix(['上', '下']).map(str::len)
            && let Some((_, _, entry)) = lexicon.words(&text[half..]).next()
            && half >= at
        {
            at = unknown(text, at, half, range.end, &mut tokens);
            let end = end + "半年".len();
            push(&mut tokens, Kind::Word(entry), half, end);
            at = at.max(end);
            continue;
        }
        // 加上级补助收入, 加上解支出: 上 belongs to what is added.
        let higher = &text[start..end] == "加上" && text[end..].starts_with(['级', '解']);
        let end = end - if higher { "上".len() } else { 0 };
        // 第十一位 is no holiday.
        if text[..start].ends_with('第') && &text[start..end] == "十一" {
            continue;
        }
        at = unknown(text, at, start, range.end, &mut tokens);
        if start < at {
            continue;
        }
        let kind =
            if entry.is(Class::Plain) && text[start..end].contains(|c: char| c.is_ascii_digit()) {
                Kind::Name
            } else if &text[start..end] == "以及" {
                Kind::And
            } else if entry.is(Class::Plain) || begins_a_name(text, start..end) {
                Kind::Text
            } else if let Ok(place) = entry.argument(Class::RankWord).parse() {
                Kind::Rank(Place {
                    place,
                    bound: Bound::Exact,
                })
            } else {
                Kind::Word(entry)
            };
        if let Some((among, owned)) = state_owned(text, start..end) {
            push(&mut tokens, among, start, owned.start);
            push(&mut tokens, Kind::Text, owned.start, owned.end);
            at = owned.end;
            continue;
        }
        // 数字经济增长30.3%: the verb, where a figure follows and nothing pulls the economy.
        let pulled = text[..start].ends_with(['动', '对', '进', '献', '响']);
        if &text[start..end] == "经济增长"
            && !pulled
            && text[end..].starts_with(|c: char| c.is_ascii_digit() || "约近超".contains(c))
            && let Some(grew) = lexicon.verb("增")
        {
            let verb = end - "增长".len();
            push(&mut tokens, Kind::Text, start, verb);
            push(&mut tokens, Kind::Word(grew), verb, end);
            at = end;
            continue;
        }
        push(&mut tokens, kind, start, end);
        at = end;
    }
    unknown(text, at, range.end, range.end, &mut tokens);
    settle_near(text, &mut tokens);
    tokens
}

/// Whether a word for where something is begins a name, or is part of 旗下: 中铝集团, 上汽集团.
fn begins_a_name(text: &str, word: Range<usize>) -> bool {
    let (before, after) = (&text[..word.start], &text[word.end..]);
    match &text[word] {
        "下" if before.ends_with('旗') => true,
        "中" | "上" | "下" | "内" => {
            before.ends_with([',', ';', ':', '。', '\n'])
                && after.starts_with(|c: char| c.is_alphabetic())
        }
        _ => false,
    }
}

/// Adds a token; text joins the text before it.
pub(crate) fn push(tokens: &mut Vec<Token>, kind: Kind, start: usize, end: usize) {
    if let (Some(last), Kind::Text) = (tokens.last_mut(), &kind)
        && matches!(last.kind, Kind::Text)
        && last.end == start
    {
        last.end = end;
        return;
    }
    tokens.push(Token { kind, start, end });
}

/// Makes text of the tokens at these places, which rise.
pub(super) fn as_text(raw: Vec<Token>, places: Vec<usize>) -> Vec<Token> {
    if places.is_empty() {
        return raw;
    }
    let mut places = places.into_iter().peekable();
    let mut tokens = Vec::with_capacity(raw.len());
    for (i, token) in raw.into_iter().enumerate() {
        let kind = match places.next_if_eq(&i) {
            Some(_) => Kind::Text,
            None => token.kind,
        };
        push(&mut tokens, kind, token.start, token.end);
    }
    tokens
}

/// Scans what lies between two words; a numeral may reach into the next word.
fn unknown(text: &str, from: usize, to: usize, end: usize, tokens: &mut Vec<Token>) -> usize {
    let lexicon = Lexicon::get();
    let mut at = from;
    while at < to {
        let rest = &text[at..end];
        let Some(c) = rest.chars().next() else { break };
        let next = at + c.len_utf8();
        let numeral = numeral::is_chinese(c);
        // Most are Chinese characters that are no more than that.
        let word = ('\u{4e00}'..='\u{9fff}').contains(&c) && !numeral;
        if word && !matches!(c, '和' | '与' | '及' | '的') {
            push(tokens, Kind::Text, at, next);
            at = next;
            continue;
        }
        if c.is_ascii_digit() {
            // 26.66万m2,757套: the digit of a unit, and no thousands.
            let square = matches!(c, '2' | '3') && text[..at].ends_with(['m', 'M']);
            let rest = if square { &rest[..1] } else { rest };
            if let Some(n) = numeral::arabic(rest) {
                // 4..2%: misprinted, and no 4.
                let misprint = rest[n.len..].strip_prefix("..");
                let more = misprint.and_then(numeral::arabic);
                if let Some(more) = more {
                    let end = at + n.len + "..".len() + more.len;
                    push(tokens, Kind::Name, at, end);
                    at = end;
                    continue;
                }
                let minus = negative(text, at, tokens);
                number(text, tokens, &n, minus, at);
                at += n.len;
                continue;
            }
        } else if numeral && let Some(n) = numeral::chinese(rest) {
            // 数十条, 几百家: how many, nobody says.
            if matches!(c, '十' | '百' | '千' | '万' | '亿') && text[..at].ends_with(['数', '几'])
            {
                push(tokens, Kind::Text, at, at + n.len);
                at += n.len;
                continue;
            }
            number(text, tokens, &n, false, at);
            at += n.len;
            continue;
        }
        // 二三十个, 三五家: an estimate.
        let estimate = match numeral {
            true => numeral::estimate(rest),
            false => 0,
        };
        if estimate > 0 {
            push(tokens, Kind::Text, at, at + estimate);
            at += estimate;
            continue;
        }
        if let Some(digits) = round(rest, tokens) {
            // 突破百亿元
            let n = numeral::Numeral {
                digits: digits.into(),
                len: c.len_utf8(),
                chinese: true,
            };
            number(text, tokens, &n, false, at);
            at = next;
            continue;
        }
        let digit = |c: char| c.is_ascii_digit();
        let arrow = match c {
            '↑' | '⬆' | '↗' if rest[c.len_utf8()..].starts_with(digit) => Some("增"),
            '↓' | '⬇' | '↘' if rest[c.len_utf8()..].starts_with(digit) => Some("降"),
            '+' if signs(text, at, next) => Some("增"),
            _ => None,
        };
        if let Some(verb) = arrow {
            // +12%, ↑12% as 增12%
            let kind = lexicon.verb(verb).map_or(Kind::Text, Kind::Word);
            push(tokens, kind, at, next);
            at = next;
            continue;
        }
        let kind = match c {
            // 鲁迅故里—沈园景区, 鸣沙山·月牙泉
            '—' | '·' if links_names(&text[..at], &text[next..]) => Kind::Text,
            ',' => Kind::Comma,
            '、' => Kind::Pause,
            ';' => Kind::Semicolon,
            ':' => Kind::Colon,
            '(' => Kind::Open,
            ')' => Kind::Close,
            // 20亿元的和兴集团粮油基地
            '和' if text[..at].ends_with('的') => Kind::Text,
            '和' | '与' | '及' => Kind::And,
            '的' => Kind::Of,
            '。'
            | '!'
            | '?'
            | '“'
            | '”'
            | '"'
            | '‘'
            | '’'
            | '\''
            | '《'
            | '》'
            | '—'
            | '…'
            | '~'
            | '/'
            | '·'
            | '.'
            | '-'
            | '['
            | ']'
            | '<'
            | '>'
            | '|'
            | '‖'
            | '●'
            | '■'
            | '◆'
            | '•'
            | '①'..='⑳'
            | '★'
            | '▲'
            | '◇'
            | '□'
            | '○'
            | '▪'
            | '※'
            | '→' => Kind::Mark,
            c if pictograph(c) => Kind::Mark,
            _ => Kind::Text,
        };
        push(tokens, kind, at, next);
        at = next;
    }
    at
}

/// Whether one dash stands between words, and no other beside it.
fn links_names(before: &str, after: &str) -> bool {
    let han = |c: Option<char>| c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let said = ["是", "为", "即", "看"]
        .iter()
        .any(|verb| before.ends_with(verb));
    han(before.chars().next_back()) && han(after.chars().next()) && !said
}

/// The digits of a round amount that a limit or a verb of level stands before: 突破百亿元.
fn round(rest: &str, tokens: &[Token]) -> Option<&'static str> {
    let digits = match rest.chars().next()? {
        '百' => "100",
        '千' => "1000",
        '万' => "10000",
        _ => return None,
    };
    let last = tokens.last()?;
    let told = last.is(Class::Before) || last.is(Class::Level);
    let money = ["亿元", "亿美元"]
        .iter()
        .any(|unit| rest[3..].starts_with(unit));
    (told && money).then_some(digits)
}

/// Whether a plus stands before a number, and after none.
fn signs(text: &str, at: usize, next: usize) -> bool {
    let number = text[next..].starts_with(|c: char| c.is_ascii_digit());
    number && !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
}

fn number(text: &str, tokens: &mut Vec<Token>, n: &numeral::Numeral<'_>, minus: bool, at: usize) {
    if minus {
        tokens.pop();
    }
    let number = Number {
        digits: (*n.digits).into(),
        chinese: n.chinese,
        minus,
    };
    let sign = if minus { sign(text, at) } else { 0 };
    push(tokens, Kind::Number(number), at - sign, at + n.len);
}

/// How many bytes a sign before a number takes: a hyphen, or after a verb a dash: 增速达—6.9%.
fn sign(text: &str, at: usize) -> usize {
    let before = &text[..at];
    let dash = before
        .strip_suffix('—')
        .is_some_and(|verb| verb.ends_with(['达', '为', '是', '至', '到', '速', '幅']));
    match dash {
        true => '—'.len_utf8(),
        false => usize::from(before.ends_with('-')),
    }
}

/// Whether the hyphen before a number is a minus sign: nothing that could be a range stands before it.
fn negative(text: &str, at: usize, tokens: &[Token]) -> bool {
    let sign = sign(text, at);
    let hyphen = sign > 0
        && matches!(tokens.last(), Some(token) if matches!(token.kind, Kind::Mark) && token.end == at);
    let before = tokens.len().checked_sub(2).and_then(|i| tokens.get(i));
    hyphen
        && before.is_none_or(|token| {
            matches!(
                token.kind,
                Kind::Word(_)
                    | Kind::Comma
                    | Kind::Pause
                    | Kind::And
                    | Kind::Of
                    | Kind::Open
                    | Kind::Text
            ) && !text[..at - sign].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
        })
}

/// What words begin with for a plan, and for how far it should be done by now.
const PLANNED: [&str; 5] = ["时间进度", "序时", "时序", "目标", "计划"];

/// Demotes the words that count only right before a number where none follows.
fn settle_near(text: &str, tokens: &mut [Token]) {
    // Whether a number, or a word that leads up to one, follows; and whether a rank does.
    let (mut number, mut rank) = (false, false);
    // Whether a plan follows, or how far it should be done by now: 落后时间进度.
    let mut plan = false;
    // Whether words that mean nothing follow right after.
    let mut name = false;
    for i in (0..tokens.len()).rev() {
        let between = i > 0 && matches!(tokens[i - 1].kind, Kind::Text);
        let token = &mut tokens[i];
        // 菲达环保: no verb, but a part of a name.
        if name && between && text[token.range()] == *"达" {
            token.kind = Kind::Text;
        }
        name = matches!(token.kind, Kind::Text);
        let word = &text[token.range()];
        let lags = plan && word.chars().count() > 1;
        plan = PLANNED.iter().any(|it| word.starts_with(it));
        match token.kind {
            Kind::Word(entry) => {
                let ranks = entry.is(Class::RankVerb) || entry.is(Class::Scope);
                let counts = number || lags || rank && ranks;
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
                // 破千亿
                let round = ["百亿", "千亿", "万亿"];
                number = round.iter().any(|it| text[token.range()].starts_with(it));
            }
            _ => (number, rank) = (false, rank && matches!(token.kind, Kind::Pause | Kind::And)),
        }
    }
}

//! From the characters of a sentence to its tokens.

mod above;
mod apart;
mod bare_rates;
mod because;
mod benchmarks;
mod beside;
mod brackets;
mod cells;
mod exemplars;
mod foremost;
mod names;
mod only;
mod owns;
mod producers;
mod quantities;
mod rivals;
mod sums;
mod tally;
mod times;
mod turned;
mod unitless;
mod words;
mod works;
mod yearly;

use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::numeral;
use crate::words::token::{Kind, Quantity, Token};
use brackets::{lists, moves, states};
pub(crate) use quantities::reaches;
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

impl Scanned {
    /// What stands in brackets after the tokens of a range, in their order.
    pub(crate) fn asides_in(&self, tokens: &Range<usize>) -> &[(usize, Vec<Token>)] {
        let until = |token: usize| self.asides.partition_point(|&(at, _)| at <= token);
        let (from, to) = (until(tokens.start), until(tokens.end));
        self.asides.get(from..to).unwrap_or_default()
    }

    /// What stands in brackets before a token.
    pub(crate) fn aside_before(&self, token: usize) -> Option<&[Token]> {
        let found = self.asides.partition_point(|&(at, _)| at < token);
        let (at, inner) = self.asides.get(found)?;
        (*at == token).then_some(inner.as_slice())
    }
}

/// Scans a range of the normalised text.
pub(crate) fn scan(text: &str, range: Range<usize>) -> Scanned {
    let start = range.start;
    let raw = words::words(text, range);
    let numerals = numerals(text, &raw);
    let raw = unnumbered(text, raw);
    let raw = times::times(text, raw);
    let mut raw = tally::tallies(text, quantities::quantities(text, raw));
    times::spans(text, &mut raw);
    let raw = names::ranges(text, bare_rates::bare_rates(text, raw));
    let raw = sums::summed(text, rivals::several(text, raw));
    let raw = rivals::rivals(text, yearly::yearly(text, raw));
    let raw = benchmarks::benchmarks(text, raw);
    let raw = beside::beside(
        text,
        foremost::led(text, only::without_poles(text, only::only(text, raw))),
    );
    let raw = producers::counted(text, works::works(text, raw));
    let raw = because::because(text, raw);
    let raw = turned::turned(text, apart::apart(text, raw));
    let raw = names::names(text, raw);
    let raw = cells::uncaptioned(text, wholes(text, raw));
    let raw = exemplars::without_exemplars(text, raw);
    Scanned {
        numerals,
        start,
        ..owns::owns(text, asides(text, cells::grown(text, raw)))
    }
}

/// Leaves out the number of a list's item that a sentence begins with: 一、GDP, 6、人均GDP.
fn unnumbered(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    if let [first, pause, next, ..] = raw.as_slice()
        && matches!(&first.kind, Kind::Number(number) if number.digits.len() < 3)
        && matches!(pause.kind, Kind::Pause)
        // 一、二季度
        && !matches!(next.kind, Kind::Number(_))
    {
        raw.drain(..2);
    }
    // 01 项目建设热气腾腾: the number of a heading.
    if let Some(first) = raw.first()
        && matches!(&first.kind, Kind::Number(number) if number.digits.len() == 2)
        && text[first.range()].starts_with('0')
        && !text[first.end..].starts_with(['月', '日', ':', '-', '/', '.'])
    {
        raw.remove(0);
    }
    // 1.新罗区(608亿元)、2.上杭县(282亿元)
    let numbers: Vec<usize> = (0..raw.len())
        .filter(|&i| item_number(text, &raw, i))
        .collect();
    if numbers.is_empty() {
        return raw;
    }
    leave_out(&mut raw, numbers.into_iter().flat_map(|i| [i, i + 1]));
    raw
}

/// Leaves out the tokens at these places, which rise.
fn leave_out(raw: &mut Vec<Token>, places: impl Iterator<Item = usize>) {
    let mut places = places.peekable();
    let mut at = 0;
    raw.retain(|_| {
        let out = places.next_if_eq(&at).is_some();
        at += 1;
        !out
    });
}

/// Whether a token is the number of a list's item, within a sentence.
fn item_number(text: &str, raw: &[Token], i: usize) -> bool {
    let Some([number, point, next]) = raw.get(i..i + 3) else {
        return false;
    };
    let short =
        matches!(&number.kind, Kind::Number(number) if !number.chinese && number.digits.len() < 3);
    let begins = i
        .checked_sub(1)
        .and_then(|before| raw.get(before))
        .is_none_or(|before| matches!(before.kind, Kind::Colon | Kind::Pause | Kind::Semicolon));
    short && begins && &text[point.range()] == "." && matches!(next.kind, Kind::Text)
}

/// Where the numerals stand, those in known names (PM2.5) among them.
fn numerals(text: &str, raw: &[Token]) -> Vec<Range<usize>> {
    let mut numerals = Vec::new();
    for token in raw {
        match &token.kind {
            Kind::Number(number) => numerals.push(number.digits_at(text, token.start)..token.end),
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

/// Leaves out how much the whole of a share is: 占年初预算数109466万元的56.3%.
fn wholes(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 0;
    while i + 2 < raw.len() {
        let share = matches!(&raw[i + 2].kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate))
            && matches!(raw[i + 1].kind, Kind::Of)
            && matches!(&raw[i].kind, Kind::Quantity(q) if q.kind != Some(UnitKind::Rate));
        let said = || {
            let before = raw[..i].iter().rev().take(8).take_while(|token| {
                !token.kind.breaks() && !matches!(token.kind, Kind::Quantity(_))
            });
            let plans = ["计划", "预算", "目标", "任务"];
            let mut planned = false;
            before.into_iter().any(|token| {
                let word = &text[token.range()];
                planned |= plans.iter().any(|plan| word.contains(plan));
                // 为年度计划430亿元的69.4%
                token.is(Class::Share) || word == "完成" || planned && word == "为"
            })
        };
        if share && said() {
            raw.remove(i);
        }
        i += 1;
    }
    raw
}

const LEADS_TO_A_LIST: [&str; 8] = [
    "有",
    "是",
    "为",
    "包括",
    "分别有",
    "分别是",
    "分别为",
    "依次为",
];

/// Takes what stands in brackets out of the sentence.
fn asides(text: &str, mut raw: Vec<Token>) -> Scanned {
    let mut scanned = Scanned::default();
    let bracket = |token: &Token| {
        matches!(token.kind, Kind::Open)
            || matches!(token.kind, Kind::Mark) && &text[token.range()] == "["
    };
    if !raw.iter().any(bracket) {
        scanned.tokens = raw;
        return scanned;
    }
    // Brackets that hold a rate and nothing more.
    let in_brackets = raw
        .windows(3)
        .filter(|three| {
            matches!(three[0].kind, Kind::Open)
                && matches!(&three[1].kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate))
                && matches!(three[2].kind, Kind::Close)
        })
        .count();
    // Brackets that hold a growth with its verb.
    let moved = raw
        .split(|token| matches!(token.kind, Kind::Open))
        .skip(1)
        .filter(|after| {
            let close = after
                .iter()
                .take(5)
                .position(|it| matches!(it.kind, Kind::Close));
            close.is_some_and(|close| moves(&after[..close]))
        })
        .count();
    // 西夏区(13.0%)和灵武市(8.2%)地区生产总值增速: what grew stands behind the brackets.
    let completed = raw.windows(3).any(|three| {
        matches!(three[0].kind, Kind::Close) && three[1].kind.nominal() && three[2].is(Class::Rate)
    });
    let last_close = raw
        .iter()
        .rposition(|token| matches!(token.kind, Kind::Close))
        .unwrap_or(0);
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        // 国内生产总值[2]900309亿元: the mark of a footnote.
        if let [open, note, close, ..] = &raw[i..]
            && matches!(note.kind, Kind::Number(_))
            && &text[open.range()] == "["
            && &text[close.range()] == "]"
        {
            scanned
                .asides
                .push((scanned.tokens.len(), vec![note.clone()]));
            i += 3;
            continue;
        }
        if matches!(token.kind, Kind::Open)
            && i < last_close
            && let Some(close) = raw[i + 1..]
                .iter()
                .take(80)
                .position(|token| matches!(token.kind, Kind::Close))
        {
            let inner = raw[i + 1..i + 1 + close].to_vec();
            // 下降近两成(19.6%): the bracket is exact.
            if let [only] = inner.as_slice()
                && let Kind::Quantity(exact) = &only.kind
                && exact.kind == Some(UnitKind::Rate)
                && let Some(rough) = scanned.tokens.last_mut()
                && text[rough.range()].ends_with('成')
                && matches!(&rough.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Times))
            {
                rough.kind = only.kind.clone();
                rough.end = only.end;
                i += close + 2;
                continue;
            }
            if let [
                ..,
                Token {
                    kind: Kind::Quantity(growth),
                    ..
                },
            ] = inner.as_slice()
                && !completed
                // 主要为大陆(占总数78.1%)、台湾(5.4%)
                && !scanned.asides.iter().rev().take(32).any(|(_, said)| tells_a_share(said))
                && grows(&scanned.tokens, &inner, growth, in_brackets)
            {
                // 增速较快的行业有: the list begins after it.
                let names = scanned.tokens.iter().rev();
                let names = names.take_while(|token| token.kind.nominal()).count();
                let begins = scanned.tokens.len() - names;
                let listed = begins.checked_sub(1).map(|at| scanned.tokens[at].clone());
                if let Some(verb) = listed
                    && LEADS_TO_A_LIST.contains(&&text[verb.range()])
                {
                    let kind = Kind::Comma;
                    let (start, end) = (verb.end, verb.end);
                    scanned.tokens.insert(begins, Token { kind, start, end });
                }
                if let Some(entry) = Lexicon::get().verb("增") {
                    let (start, end) = (growth.at.start, growth.at.start);
                    let kind = Kind::Word(entry);
                    scanned.tokens.push(Token { kind, start, end });
                }
                scanned.tokens.extend(inner);
                i += close + 2;
                continue;
            }
            if moved > 1
                && moves(&inner)
                && scanned
                    .tokens
                    .last()
                    .is_some_and(|name| name.kind.nominal())
            {
                // 服装(上升7.6%);中药(上升3.1%): each with its own.
                scanned.tokens.extend(inner);
                i += close + 2;
                continue;
            }
            // 小学86所(含教学点19所)
            if let Some(some) = brackets::some_of_those(text, &scanned.tokens, &inner) {
                let (open, close) = (raw[i].clone(), raw[i + close + 1].clone());
                i += inner.len() + 2;
                scanned.tokens.push(open);
                scanned.tokens.extend(some);
                scanned.tokens.push(close);
                continue;
            }
            let converts = brackets::converts(text, &scanned.tokens, &inner);
            if converts || states(&scanned.tokens, &inner) || lists(&inner) {
                scanned.tokens.extend_from_slice(&raw[i..i + close + 2]);
                i += close + 2;
                continue;
            }
            // 增速高于全省的县(市、区): of which kinds they are.
            if let [.., how, of, places] = scanned.tokens.as_mut_slice()
                && matches!(of.kind, Kind::Of)
                && !matches!(how.kind, Kind::Quantity(_))
                && places.kind.nominal()
                && text[places.range()].ends_with(['市', '县', '区'])
                && let (Some(first), Some(last)) = (inner.first(), inner.last())
                && text[first.start..last.end]
                    .chars()
                    .all(|c| "市县区州旗盟、".contains(c))
            {
                places.end = raw[i + close + 1].end;
                i += close + 2;
                continue;
            }
            scanned.asides.push((scanned.tokens.len(), inner));
            i += close + 2;
            continue;
        }
        let (start, end) = (token.start, token.end);
        let kind = std::mem::replace(&mut raw[i].kind, Kind::Mark);
        scanned.tokens.push(Token { kind, start, end });
        i += 1;
    }
    scanned
}

/// Whether brackets tell a share: 占总数78.1%.
fn tells_a_share(inner: &[Token]) -> bool {
    inner.iter().any(|token| token.is(Class::Share))
}

/// Whether what stands in brackets after a name is its growth: 增速较快的有汽车(12.7%)、电子(8.2%),
/// 机械(-3.2%). One rate alone in a sentence may be anything.
fn grows(before: &[Token], inner: &[Token], rate: &Quantity, in_brackets: usize) -> bool {
    let named = before
        .last()
        .is_some_and(|token| token.kind.nominal() || token.is(Class::Deed) || token.is(Class::Act));
    let said = |classes: &[Class]| {
        let told = |token: &Token| classes.iter().any(|&class| token.is(class));
        before.iter().any(told)
    };
    let growth = rate.number.minus || said(&[Class::Rise, Class::Fall, Class::Rate]);
    // 增速……,分别比全省(6.3%)、金华(6.7%)高: what it is compared with.
    let compared = before
        .iter()
        .rev()
        .take_while(|token| !matches!(token.kind, Kind::Comma))
        .any(|token| token.is(Class::Than));
    inner.len() == 1
        && named
        && in_brackets > 1
        && rate.kind == Some(UnitKind::Rate)
        && growth
        && !compared
        && !said(&[Class::Share, Class::Ratio, Class::Gap, Class::Pull])
}

//! From the characters of a sentence to its tokens.

mod above;
mod apart;
mod asides;
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
mod plans;
mod producers;
mod quantities;
mod rivals;
mod state_owned;
mod still;
mod sums;
mod tally;
mod then;
mod times;
mod turned;
mod twice;
mod unitless;
mod words;
mod works;
mod yearly;

use crate::words::lexicon::{Class, UnitKind};
use crate::words::numeral;
use crate::words::token::{Kind, Token};
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
    let raw = sums::summed(text, rivals::several(text, sums::of_kinds(text, raw)));
    let raw = rivals::rivals(text, yearly::yearly(text, raw));
    let raw = benchmarks::benchmarks(
        text,
        then::then(still::still(text, plans::plans(text, raw))),
    );
    let raw = beside::beside(
        text,
        foremost::led(text, only::without_poles(text, only::only(text, raw))),
    );
    let raw = producers::counted(text, works::works(text, plans::planned_works(text, raw)));
    let raw = because::because(text, raw);
    let raw = turned::turned(text, apart::apart(text, twice::once(text, raw)));
    let raw = names::names(text, raw);
    let raw = cells::uncaptioned(text, wholes(text, raw));
    let raw = exemplars::without_exemplars(text, raw);
    Scanned {
        numerals,
        start,
        ..owns::owns(text, asides::asides(text, cells::grown(text, raw)))
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
        // 完成全年170家任务的71.8%
        let plan = matches!(
            &text[raw[i + 1].range()],
            "任务" | "目标" | "目标任务" | "计划"
        );
        let of = i + 1 + usize::from(plan);
        let percent = raw.get(of + 1).map(|it| &it.kind);
        let share = matches!(percent, Some(Kind::Quantity(q)) if q.kind == Some(UnitKind::Rate))
            && matches!(raw[of].kind, Kind::Of)
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
                token.is(Class::Share) || word.starts_with("完成") || planned && word == "为"
            })
        };
        if share && said() {
            raw.remove(i);
        }
        i += 1;
    }
    raw
}

//! Every numeral of a text, and what became of it.

use crate::draft::Draft;
use crate::scan::Scanned;
use crate::text::index::Index;
use crate::words::lexicon::UnitKind;
use crate::words::token::{Kind, Token};
use halfyear_facts::Span;
use std::ops::Range;

/// A numeral of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its digits.
    pub span: Span,
    /// What it is.
    pub part: Part,
}

/// What a numeral is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The fact at this place in [`crate::Reading::facts`].
    Fact(usize),
    /// A statement that the fact at this place made before.
    Repeat(usize),
    /// A date or a stretch of time: 5月12日, 上半年.
    Date,
    /// A name: “415X”, 5G, 第七次.
    Name,
    /// A limit inside a name: 10亿元以上项目.
    Threshold,
    /// How long or how old: 45天, 20周年.
    Duration,
    /// The number of a list's item: 一、, (二), 3.
    Listing,
    /// From so much to so much: 5%—6%.
    Range,
    /// One number to another: 3.2:45.1:51.7.
    Ratio,
    /// The figure of an earlier time that a change starts from: 由5%提高到8%.
    Earlier,
    /// A way of speaking: 两大, 三个.
    Wording,
    /// A figure whose indicator or role the reader is not sure of.
    Unsure,
}

impl Part {
    /// The word for it, as a table shows it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fact(_) => "fact",
            Self::Repeat(_) => "repeat",
            Self::Date => "date",
            Self::Name => "name",
            Self::Threshold => "threshold",
            Self::Duration => "duration",
            Self::Listing => "listing",
            Self::Range => "range",
            Self::Ratio => "ratio",
            Self::Earlier => "earlier",
            Self::Wording => "wording",
            Self::Unsure => "unsure",
        }
    }

    /// The place of the fact in [`crate::Reading::facts`], where there is one.
    pub fn fact(self) -> Option<usize> {
        match self {
            Self::Fact(fact) | Self::Repeat(fact) => Some(fact),
            _ => None,
        }
    }
}

/// A numeral before the facts are known, in bytes of the file.
#[derive(Clone, Debug)]
pub(crate) struct Guess {
    pub(crate) bytes: Range<usize>,
    pub(crate) part: Part,
}

/// What the numerals of a sentence are where no fact holds them. `marked` are
/// tokens of which the reading already told what they are.
pub(crate) fn guesses(
    text: &str,
    scanned: &Scanned,
    marked: &[(usize, Part)],
    bytes: impl Fn(Range<usize>) -> Range<usize>,
    into: &mut Vec<Guess>,
) {
    if scanned.numerals.is_empty() {
        return;
    }
    let mut marked = marked.to_vec();
    marked.sort_unstable_by_key(|&(i, _)| i);
    let known = |i: usize| {
        let at = marked.binary_search_by_key(&i, |&(i, _)| i).ok()?;
        Some(marked[at].1)
    };
    let mut tokens: Vec<(&Token, Option<Part>)> = scanned
        .tokens
        .iter()
        .enumerate()
        .map(|(i, token)| (token, known(i)))
        .chain(
            scanned
                .asides
                .iter()
                .flat_map(|(_, inner)| inner.iter().map(|token| (token, None))),
        )
        .collect();
    if !scanned.asides.is_empty() {
        tokens.sort_by_key(|(token, _)| token.start);
    }
    let mut at = 0;
    // One token may hold all numerals of a sentence, and is looked at once.
    let mut known: Option<(usize, Part)> = None;
    for numeral in &scanned.numerals {
        while tokens
            .get(at)
            .is_some_and(|(token, _)| token.end <= numeral.start)
        {
            at += 1;
        }
        let part = match (tokens.get(at), known) {
            (_, Some((seen, part))) if seen == at => part,
            (Some((_, Some(part))), _) => *part,
            (Some((token, _)), _) => part(text, token),
            (None, _) => Part::Wording,
        };
        known = Some((at, part));
        into.push(Guess {
            bytes: bytes(numeral.clone()),
            part: if listing(text, scanned, numeral) {
                Part::Listing
            } else {
                part
            },
        });
    }
}

fn part(text: &str, token: &Token) -> Part {
    let words = &text[token.range()];
    match &token.kind {
        Kind::Time(_) => Part::Date,
        Kind::Name
            if words.ends_with("以上") || words.ends_with("以下") || words.ends_with("以内") =>
        {
            Part::Threshold
        }
        Kind::Name => Part::Name,
        Kind::Range if words.contains(':') => Part::Ratio,
        Kind::Range => Part::Range,
        Kind::Text | Kind::Word(_) | Kind::Rivals | Kind::Several => Part::Wording,
        // The one of 1.74:1.
        Kind::Quantity(quantity) if quantity.kind.is_none() && words.contains(':') => Part::Ratio,
        Kind::Quantity(quantity) if quantity.kind == Some(UnitKind::Degree) => Part::Duration,
        _ => Part::Unsure,
    }
}

/// Whether a numeral numbers an item of a list: it begins the sentence and `、`, `.` or a bracket follows.
fn listing(text: &str, scanned: &Scanned, numeral: &Range<usize>) -> bool {
    let before = &text[scanned.start..numeral.start];
    let after = &text[numeral.end..];
    // 国内生产总值[2]
    if before.ends_with('[') && after.starts_with(']') {
        return true;
    }
    // 1.新罗区(608亿元)、2.上杭县(282亿元)
    let item = numeral.len() < 3
        && before.ends_with(['、', ';', ':'])
        && after
            .strip_prefix('.')
            .is_some_and(|name| name.starts_with(char::is_alphabetic));
    if item {
        return true;
    }
    let begins = before
        .chars()
        .all(|c| matches!(c, '(' | '第' | '—' | '-' | '•'));
    begins && before.len() < 12 && after.starts_with(['、', '.', ')'])
}

/// The numerals with the facts that hold them.
pub(crate) struct Ledger {
    /// First byte, last byte, the fact, whether it was made before.
    held: Vec<(usize, usize, usize, bool)>,
}

impl Ledger {
    pub(crate) fn new() -> Self {
        Self { held: Vec::new() }
    }

    /// Notes the numbers of a draft that became the fact at `fact`.
    pub(crate) fn note(&mut self, draft: &Draft, fact: usize, repeat: bool) {
        let level = draft.level.iter().map(|level| &level.at);
        let change = draft.change.iter().filter_map(|change| change.at.as_ref());
        let gaps = draft.gaps.iter().filter_map(|gap| gap.at.as_ref());
        let own = draft.gaps.iter().filter_map(|gap| gap.own_at.as_ref());
        let ranks = draft.ranks.iter().map(|rank| &rank.at);
        let besides = draft.besides.iter();
        for at in level
            .chain(change)
            .chain(gaps)
            .chain(own)
            .chain(ranks)
            .chain(besides)
        {
            self.held.push((at.start, at.end, fact, repeat));
        }
    }

    /// What each numeral is; `order` gives a fact's place after sorting.
    pub(crate) fn settle(
        mut self,
        guesses: Vec<Guess>,
        order: &[usize],
        index: &Index,
    ) -> Vec<Numeral> {
        self.held.sort_unstable();
        guesses
            .into_iter()
            .map(|guess| {
                let after = self
                    .held
                    .partition_point(|(start, ..)| *start <= guess.bytes.start);
                let holder = after.checked_sub(1).and_then(|i| self.held.get(i));
                let part = match holder {
                    Some(&(_, end, fact, repeat)) if guess.bytes.start < end => {
                        let fact = order.get(fact).copied().unwrap_or_default();
                        if repeat {
                            Part::Repeat(fact)
                        } else {
                            Part::Fact(fact)
                        }
                    }
                    _ => guess.part,
                };
                Numeral {
                    span: index.span(guess.bytes.start, guess.bytes.end),
                    part,
                }
            })
            .collect()
    }
}

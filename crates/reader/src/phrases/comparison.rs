//! Comparisons among the words before a number: 比全省高, 高于全省, 由上年同期下降转为.

use crate::phrases::among::{among, among_before};
use crate::phrases::basis::against;
use crate::phrases::lead::Lead;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token, backwards};
use halfyear_facts::Basis;

/// What ends a comparison.
pub(crate) enum Comparison {
    /// 高于 before the benchmarks.
    Gap(usize),
    /// 比 before a time or the benchmarks.
    Than(usize),
    /// Those ranked among.
    Among(usize),
}

/// Where words begin that say from what a growth turned: 由上年同期下降.
pub(crate) fn turned(words: &[Token]) -> Option<usize> {
    let [.., from, time, moved] = words else {
        return None;
    };
    let moves = moved.is(Class::Fall) || moved.is(Class::Rise) || moved.is(Class::Flat);
    let told = moves && matches!(time.kind, Kind::Time(_)) && from.is(Class::From);
    told.then_some(words.len() - 3)
}

/// Whether words end in a comparison with several times: 比上年同期、2017年全年.
pub(crate) fn several_times(words: &[Token]) -> bool {
    let listed = |token: &&Token| {
        matches!(token.kind, Kind::Time(_) | Kind::Pause | Kind::And) || token.is(Class::Each)
    };
    let times = words.iter().rev().take_while(listed).count();
    let than = words.iter().rev().nth(times);
    times > 1 && than.is_some_and(|than| than.is(Class::Basis) || than.is(Class::Than))
}

/// Whether the growth right before a number of points is that of an indicator compared with, by its name alone:
/// 快于同期可支配收入增长[2个百分点].
pub(crate) fn grew_less(text: &str, words: &[Token]) -> bool {
    let [before @ .., grew, number] = words else {
        return false;
    };
    let points = matches!(&number.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Points));
    if !points || &text[grew.range()] != "增长" {
        return false;
    }
    let than = |token: &Token| token.is(Class::Gap) && text[token.range()].ends_with('于');
    let near = before.len().saturating_sub(NAMED_BY);
    let Some(gap) = before[near..].iter().rposition(than) else {
        return false;
    };
    let named = &before[near + gap + 1..];
    // 快于全市平均水平,同比增长 says by how much it grew itself.
    let part = |token: &Token| {
        token.kind.nominal()
            || matches!(token.kind, Kind::Of | Kind::Time(_) | Kind::And)
            || [Class::Scope, Class::Mean, Class::Plain]
                .iter()
                .any(|&class| token.is(class))
    };
    named.iter().all(part)
        && named
            .iter()
            .any(|token| token.kind.nominal() || token.is(Class::Plain))
}

/// So many words name an indicator that is compared with.
const NAMED_BY: usize = 8;

/// Whether the token ends a comparison that began further left.
pub(crate) fn comparison(
    text: &str,
    tokens: &[Token],
    start: usize,
    at: usize,
    rank: bool,
    found: &Lead,
) -> Option<Comparison> {
    if rank {
        if !found.others.is_empty() {
            return None;
        }
        let first = match found.ranks {
            true => among_before(text, tokens, start, at),
            false => among(text, tokens, start, at),
        };
        return first.map(Comparison::Among);
    }
    if !found.others.is_empty() || found.reach {
        return None;
    }
    if found.falls.is_none()
        && found.gap.is_none()
        && let Some(gap) = backwards(tokens, start, at, |t| t.is(Class::Gap))
    {
        return Some(Comparison::Gap(gap));
    }
    backwards(tokens, start, at, |t| t.is(Class::Than)).map(Comparison::Than)
}

/// Takes in what stands between 比 and the word of comparison.
pub(crate) fn compared(tokens: &[Token], than: usize, end: usize, found: &mut Lead) -> usize {
    let between = &tokens[than + 1..end];
    let time = between.iter().find_map(|token| match token.kind {
        Kind::Time(time) => Some(time),
        _ => None,
    });
    let place = between.iter().any(|token| {
        token.is(Class::Scope)
            || token.is(Class::Target)
            || matches!(token.kind, Kind::Text | Kind::Name)
    });
    found.each |= between.iter().any(|token| token.is(Class::Each));
    // 比全国、全省均高1.1个百分点
    found.all |= between.iter().any(|token| token.is(Class::All));
    if time.is_some() && !place {
        found.basis = found.basis.or(Some(time.map_or(Basis::Other, against)));
        found.than = Some(than..end);
        if let Some(below) = found.gap.take() {
            found.falls = Some(below);
        }
    } else {
        found.others = than + 1..end;
    }
    than
}

/// 拉动船舶行业用电量同比增长9.3%: what was pulled grew by so many percent, as 同比 says; without it
/// a loose writer means points.
pub(crate) fn pulled_itself(lead: &mut Lead, quantity: &Quantity) {
    let grew = lead.pulls && lead.falls.is_some() && lead.basis.is_some();
    if let Some(pull) = lead.pull.filter(|_| grew)
        && quantity.kind == Some(UnitKind::Rate)
        && pull + 1 < lead.subject.end
    {
        lead.subject.start = pull + 1;
        (lead.pull, lead.pulls) = (None, false);
    }
}

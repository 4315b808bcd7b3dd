//! Figures of those compared with, before the noun of the comparison: 高于全省6.5%的平均水平1.7个百分点.

use super::Scanned;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// Sets such figures aside, as if they stood in brackets after the benchmark.
pub(crate) fn owns(text: &str, mut scanned: Scanned) -> Scanned {
    let mut i = 1;
    while i + 2 < scanned.tokens.len() {
        if !(is_rate(&scanned.tokens[i]) && compared(text, &scanned.tokens, i)) {
            i += 1;
            continue;
        }
        // 全国5.5%、全省6.5%的平均水平
        let mut figures = vec![i];
        let mut first = i;
        while first >= 4
            && matches!(scanned.tokens[first - 2].kind, Kind::Pause | Kind::And)
            && is_rate(&scanned.tokens[first - 3])
            && scanned.tokens[first - 4].is(Class::Scope)
        {
            first -= 3;
            figures.push(first);
        }
        scanned.tokens.remove(i + 1);
        shift(&mut scanned, i + 1);
        for at in figures {
            let figure = scanned.tokens.remove(at);
            shift(&mut scanned, at);
            // 高于7.0%的预期目标: it is the figure of what follows.
            let after = match scanned.tokens[at - 1].is(Class::Scope) {
                true => at,
                false => at + 1,
            };
            scanned.asides.push((after, vec![figure]));
        }
        scanned.asides.sort_by_key(|(at, _)| *at);
        i += 1;
    }
    scanned
}

/// Moves what was set aside after a token that is no more.
fn shift(scanned: &mut Scanned, removed: usize) {
    for (at, _) in &mut scanned.asides {
        *at -= usize::from(*at > removed);
    }
}

fn is_rate(token: &Token) -> bool {
    matches!(&token.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate))
}

/// Whether a rate is that of a benchmark: a place or 高于 stands before it, 的平均水平 or the like
/// after it, and then by how much.
fn compared(text: &str, tokens: &[Token], rate: usize) -> bool {
    let before = &tokens[rate - 1];
    let [of, noun, rest @ ..] = &tokens[rate + 1..] else {
        return false;
    };
    let benchmark = [Class::Mean, Class::Rate, Class::Target]
        .iter()
        .any(|&class| noun.is(class))
        || ["目标", "水平", "计划"]
            .iter()
            .any(|end| text[noun.range()].ends_with(end));
    let points = rest
        .iter()
        .take(4)
        .take_while(|token| !token.kind.breaks())
        .any(|token| match &token.kind {
            Kind::Quantity(q) => q.kind == Some(UnitKind::Points),
            Kind::Number(_) => true,
            _ => false,
        });
    let than = [Class::Scope, Class::Gap, Class::Than]
        .iter()
        .any(|&class| before.is(class));
    than && matches!(of.kind, Kind::Of) && benchmark && points
}

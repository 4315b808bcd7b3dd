//! Clauses, and the numbers in them that are said together.

use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Place, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// The clauses of a sentence, as ranges of its tokens.
pub(crate) fn clauses(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let (mut counted, mut each) = (false, false);
    for (i, token) in tokens.iter().enumerate() {
        let ends = match token.kind {
            Kind::Comma if each => !(numeric(tokens, i.wrapping_sub(1)) && numeric(tokens, i + 1)),
            Kind::Pause | Kind::And if numeric(tokens, i.wrapping_sub(1)) => {
                !list_goes_on(tokens, i + 1, each) && !benchmark(tokens, i + 1) && !turns(tokens, i)
            }
            Kind::Pause if counted && !each => true,
            Kind::And if counted => numeric(tokens, i + 1),
            _ => token.kind.breaks(),
        };
        if ends {
            if start < i {
                clauses.push(start..i);
            }
            start = i + 1;
            counted = false;
            each = false;
        } else {
            counted |= match &token.kind {
                Kind::Quantity(_) => !picks(tokens, i),
                // 居前三位的是A、B、C: the list of those.
                Kind::Rank(place) => {
                    !(place.bound == Bound::Under
                        && tokens.get(i + 1).is_some_and(|next| {
                            // 前三名为A、B、C
                            matches!(next.kind, Kind::Of) || next.is(Class::Level)
                        }))
                }
                _ => false,
            };
            each |= token.is(Class::Each);
        }
    }
    if start < tokens.len() {
        clauses.push(start..tokens.len());
    }
    clauses
}

/// Whether an amount only says who is named after it: 财政收入过百亿元的有A、B.
fn picks(tokens: &[Token], i: usize) -> bool {
    let Kind::Quantity(quantity) = &tokens[i].kind else {
        return false;
    };
    let kinds = [UnitKind::Money, UnitKind::Rate];
    let limits = tokens[..i].last().is_some_and(|it| it.is(Class::Gap));
    let beyond = (quantity.bound == Bound::Over || limits)
        && quantity.kind.is_some_and(|kind| kinds.contains(&kind));
    let after = tokens.get(i + 1..).unwrap_or_default();
    // 超过全省5.7%增速的还有A、B
    let rated =
        quantity.kind == Some(UnitKind::Rate) && after.first().is_some_and(|it| it.is(Class::Rate));
    let after = after.get(usize::from(rated)..).unwrap_or_default();
    let adverb = |token: &&Token| token.is(Class::Adverb);
    let of = after.first().is_some_and(|of| matches!(of.kind, Kind::Of));
    let noun = after.get(1).is_some_and(|noun| noun.kind.nominal());
    let mut after = after.iter().skip(1 + usize::from(noun)).take(3);
    let link = after.find(|token| !adverb(token));
    (beyond || rated) && of && link.is_some_and(|link| link.is(Class::Level))
}

fn numeric(tokens: &[Token], i: usize) -> bool {
    tokens.get(i).is_some_and(|token| {
        matches!(
            token.kind,
            Kind::Number(_) | Kind::Quantity(_) | Kind::Rank(_)
        )
    })
}

/// More numbers than any list has that move by words of their own.
const LONGEST_LIST: usize = 16;

/// Whether numbers around a `、` move by words of their own in the same unit: 增加1.4万人、减少0.3万人.
fn turns(tokens: &[Token], pause: usize) -> bool {
    let moves = |i: usize| {
        let token = tokens.get(i);
        token.is_some_and(|token| token.is(Class::Rise) || token.is(Class::Fall))
    };
    let kind = |i: usize| match &tokens.get(i)?.kind {
        Kind::Quantity(quantity) => quantity.kind,
        _ => None,
    };
    let Some(mut first) = pause.checked_sub(2).filter(|&i| moves(i)) else {
        return false;
    };
    // 增长2.7%、下降4.5%和增长9.2%: back to where the list begins.
    for _ in 0..LONGEST_LIST {
        let before = first.checked_sub(3).filter(|&i| {
            moves(i) && matches!(tokens[i + 2].kind, Kind::Pause) && kind(i + 1) == kind(pause - 1)
        });
        let Some(before) = before else { break };
        first = before;
    }
    let alone = first
        .checked_sub(1)
        .is_some_and(|i| tokens[i].is(Class::Basis) || matches!(tokens[i].kind, Kind::Comma));
    alone && moves(pause + 1) && kind(pause - 1).is_some() && kind(pause - 1) == kind(pause + 2)
}

/// Whether what follows a `、` after a number is the next benchmark of a comparison:
/// 高于全国0.4、全省0.1个百分点.
fn benchmark(tokens: &[Token], next: usize) -> bool {
    let before = next.checked_sub(3).and_then(|i| tokens.get(i));
    let compares = |token: &Token| token.is(Class::Scope) || token.is(Class::Mean);
    let figure = |i: usize| {
        let token = tokens.get(i);
        token.is_some_and(|token| matches!(token.kind, Kind::Number(_) | Kind::Quantity(_)))
    };
    before.is_some_and(compares)
        && tokens.get(next).is_some_and(|token| token.is(Class::Scope))
        && (figure(next + 1)
            || tokens
                .get(next + 1)
                .is_some_and(|token| token.is(Class::Mean))
                && figure(next + 2))
}

/// Whether what follows a `、` after a number is the next number of the same list.
fn list_goes_on(tokens: &[Token], next: usize, each: bool) -> bool {
    let mut i = next;
    while let Some(token) = tokens.get(i).filter(|_| i < next + 3) {
        let sign = token.end - token.start == 1 && token.is(Class::Rise);
        let limits = token.is(Class::Before)
            || sign
            || each
                && [Class::Rise, Class::Fall, Class::Level, Class::Gap]
                    .iter()
                    .any(|&c| token.is(c));
        // 增长5.2%、下降1.6%和持平
        if each && token.is(Class::Flat) {
            return true;
        }
        // 新增1700公里、突破7000公里: a verb of its own.
        if !limits || !each && token.is(Class::Level) {
            break;
        }
        i += 1;
    }
    if !numeric(tokens, i) {
        return false;
    }
    // 5个项目、3个平台: each number has a noun of its own.
    !tokens
        .get(i + 1)
        .is_some_and(|after| matches!(after.kind, Kind::Text | Kind::Name))
        || each
}

/// A number of a group with the word of direction right before it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) what: What,
    pub(crate) token: usize,
    /// Direction said for this item alone: 分别增长3%、下降1%.
    pub(crate) negative: Option<bool>,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    Amount(Quantity),
    Rank(Place),
}

/// Numbers said together: 2.7、1.4、0.3个百分点.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) items: Vec<Item>,
    /// Its tokens.
    pub(crate) range: Range<usize>,
}

/// Whether a rank is that of a benchmark: 低于[第二位]的嘉兴市0.3个百分点.
fn of_a_rival(tokens: &[Token], rank: usize) -> bool {
    let mut before = tokens[..rank].iter().rev();
    let before = before.find(|it| !it.is(Class::RankVerb));
    let compared = before.is_some_and(|it| it.is(Class::Gap) || it.is(Class::Than));
    let of = tokens.get(rank + 1);
    compared && of.is_some_and(|of| matches!(of.kind, Kind::Of))
}

/// The groups of a clause.
pub(crate) fn groups(text: &str, tokens: &[Token], clause: &Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut i = clause.start;
    while i < clause.end {
        let what = match &tokens[i].kind {
            Kind::Quantity(quantity) => What::Amount(quantity.clone()),
            Kind::Rank(place) if !of_a_rival(tokens, i) => What::Rank(place.clone()),
            Kind::Number(number) => What::Amount(Quantity {
                number: number.clone(),
                at: tokens[i].range(),
                unit: tokens[i].end..tokens[i].end,
                kind: None,
                bound: halfyear_facts::Bound::Exact,
            }),
            // 分别增长5.2%、下降1.6%和持平
            _ if tokens[i].is(Class::Flat)
                && let Some(unchanged) = unchanged(tokens, groups.last(), i) =>
            {
                What::Amount(unchanged)
            }
            _ => {
                i += 1;
                continue;
            }
        };
        let joined = groups
            .last()
            .is_some_and(|group| joins(tokens, group, i, &what));
        let before = i.checked_sub(1).and_then(|b| tokens.get(b));
        let direction = before.and_then(|token| {
            let gap = joined && token.is(Class::Gap);
            let moves = token.is(Class::Rise) || token.is(Class::Fall);
            match gap {
                true => Some(token.negative(Class::Gap)),
                false => moves.then(|| token.is(Class::Fall)),
            }
        });
        let item = Item {
            what,
            token: i,
            negative: direction,
        };
        match groups.last_mut() {
            Some(group) if joined => {
                group.items.push(item);
                group.range.end = i + 1;
            }
            _ => groups.push(Group {
                items: vec![item],
                range: i..i + 1,
            }),
        }
        i += 1;
        if let Some(rest) = ranks_up_to(text, tokens, i - 1)
            && let Some(group) = groups.last_mut()
        {
            i += 2;
            group.items.extend(rest);
            group.range.end = i;
        }
    }
    // 高于全国0.4、全省0.1个百分点: the unit stands once.
    for i in (1..groups.len()).rev() {
        let next = groups[i].range.start;
        if !(2..=3).contains(&(next - groups[i - 1].range.end))
            || !benchmark(tokens, groups[i - 1].range.end + 1)
        {
            continue;
        }
        let Some(What::Amount(unit)) = groups[i].items.first().map(|item| item.what.clone()) else {
            continue;
        };
        if let Some(What::Amount(bare)) = groups[i - 1].items.last_mut().map(|item| &mut item.what)
            && unit.kind == Some(UnitKind::Points)
        {
            bare.unit = unit.unit;
            bare.kind = unit.kind;
        }
    }
    for group in &mut groups {
        share_unit(text, group);
        share_direction(group);
    }
    groups
}

/// 分列第一至第四位: the places after the first.
fn ranks_up_to(text: &str, tokens: &[Token], first: usize) -> Option<Vec<Item>> {
    let [from, to, last] = tokens.get(first..first + 3)? else {
        return None;
    };
    let (Kind::Rank(from), Kind::Rank(last)) = (&from.kind, &last.kind) else {
        return None;
    };
    let several = from.place..last.place;
    let links = crate::scan::reaches(&text[to.range()]) && several.len() < 30;
    let item = |before: u32| Item {
        what: What::Rank(Place {
            place: before + 1,
            bound: last.bound,
        }),
        // Those between are told by no numeral.
        token: first + if before + 1 == last.place { 2 } else { 1 },
        negative: None,
    };
    (links && !several.is_empty()).then(|| several.map(item).collect())
}

/// No change in the unit of the numbers of a list before it.
fn unchanged(tokens: &[Token], group: Option<&Group>, i: usize) -> Option<Quantity> {
    let group = group.filter(|group| {
        let directed = group.items.iter().any(|item| item.negative.is_some());
        let between = tokens.get(group.range.end..i).unwrap_or_default();
        let parts = |token: &Token| matches!(token.kind, Kind::Pause | Kind::And);
        directed && !between.is_empty() && between.iter().all(parts)
    })?;
    let What::Amount(last) = &group.items.last()?.what else {
        return None;
    };
    let mut none = last.clone();
    none.number.digits = "0".into();
    none.at = tokens[i].start..tokens[i].start;
    Some(none)
}

/// Whether a number belongs to the group before it: only separators, limits and directions between.
fn joins(tokens: &[Token], group: &Group, i: usize, what: &What) -> bool {
    let between = tokens.get(group.range.end..i).unwrap_or_default();
    let separated = between
        .first()
        .is_some_and(|token| matches!(token.kind, Kind::Pause | Kind::And | Kind::Comma));
    let plain = between.iter().skip(1).all(|token| {
        matches!(token.kind, Kind::And)
            || [
                Class::Before,
                Class::Rise,
                Class::Fall,
                Class::Level,
                Class::Gap,
            ]
            .iter()
            .any(|&class| token.is(class))
    });
    let last = group.items.last().map(|item| &item.what);
    let alike = matches!(
        (last, what),
        (Some(What::Amount(_)), What::Amount(_)) | (Some(What::Rank(_)), What::Rank(_))
    );
    separated && plain && alike
}

/// In 分别增长65.3%、52.6%和下降9.4%、18.8% the last two fell.
fn share_direction(group: &mut Group) {
    let mut said = None;
    for item in group.items.iter_mut().skip(1) {
        said = item.negative.or(said);
        item.negative = said;
    }
}

/// In 2.7、1.4、0.3个百分点 the unit stands once, at the end.
fn share_unit(text: &str, group: &mut Group) {
    let mut unit = None;
    for item in group.items.iter_mut().rev() {
        if let What::Amount(quantity) = &mut item.what {
            match (&unit, quantity.unit.is_empty()) {
                // 1.4个、6.6个百分点: the first 个 is the beginning of 个百分点.
                (Some((range, Some(UnitKind::Points))), false)
                    if quantity.unit.len() == '个'.len_utf8()
                        && quantity.kind == Some(UnitKind::Count) =>
                {
                    quantity.unit = Range::clone(range);
                    quantity.kind = Some(UnitKind::Points);
                }
                // 6360.6亿、2004.4亿元: the first 亿 is the beginning of 亿元.
                (Some((range, kind)), false)
                    if text[quantity.unit.clone()].ends_with(['万', '亿'])
                        && quantity.unit.len() < range.len()
                        && text[Range::clone(range)].starts_with(&text[quantity.unit.clone()]) =>
                {
                    quantity.unit = Range::clone(range);
                    quantity.kind = *kind;
                }
                (Some((range, kind)), true) => {
                    quantity.unit = Range::clone(range);
                    quantity.kind = *kind;
                }
                (_, false) => unit = Some((quantity.unit.clone(), quantity.kind)),
                _ => {}
            }
        }
    }
}

/// The number of a group that belongs to the statement at a place: its own, or the one for all.
pub(crate) fn item_of(group: &Group, i: usize) -> &Item {
    group.items.get(i).unwrap_or(&group.items[0])
}

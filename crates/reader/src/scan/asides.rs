//! What stands in brackets: kept apart, or read on where it is the growth of what stands before it.

use super::Scanned;
use super::brackets::{converts, lists, moves, some_of_those, states};
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::token::{Kind, Quantity, Token};

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
pub(super) fn asides(text: &str, mut raw: Vec<Token>) -> Scanned {
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
            if let Some(some) = some_of_those(text, &scanned.tokens, &inner) {
                let (open, close) = (raw[i].clone(), raw[i + close + 1].clone());
                i += inner.len() + 2;
                scanned.tokens.push(open);
                scanned.tokens.extend(some);
                scanned.tokens.push(close);
                continue;
            }
            let converts = converts(text, &scanned.tokens, &inner);
            // 下降15.8%(同期入库农业税118万元): of the year before.
            let then = inner.first().is_some_and(|it| &text[it.range()] == "同期");
            let moves = [Class::Rise, Class::Fall, Class::Flat];
            let moves = |it: &Token| moves.iter().any(|&class| it.is(class));
            let earlier = then && !inner.get(1).is_some_and(moves);
            if converts || !earlier && (states(&scanned.tokens, &inner) || lists(&inner)) {
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

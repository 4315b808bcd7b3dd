//! What brackets hold: a growth, several statements, or one of their own.

use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};

/// Whether brackets hold a growth and nothing more, but for what grew: 上升7.6%, 零售量上升9.7%.
pub(super) fn moves(inner: &[Token]) -> bool {
    let (Some(last), Some(verb)) = (inner.last(), inner.iter().rev().nth(1)) else {
        return false;
    };
    let rate = matches!(&last.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate));
    let noun = inner[..inner.len() - 2]
        .iter()
        .all(|token| token.kind.nominal());
    rate && noun && inner.len() < 4 && (verb.is(Class::Rise) || verb.is(Class::Fall))
}

/// Whether brackets hold several statements: (GDP增长7.8%,高0.8个点;投资增长11.2%,高1.2个点).
pub(super) fn lists(inner: &[Token]) -> bool {
    let moves = inner.windows(3).filter(|three| {
        three[0].kind.nominal()
            && (three[1].is(Class::Rise) || three[1].is(Class::Fall))
            && matches!(&three[2].kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate))
    });
    moves.count() > 1
}

/// Whether what stands in brackets after a number is a statement of its own: 14.4%(猪肉价格上涨21.1%).
pub(super) fn states(before: &[Token], inner: &[Token]) -> bool {
    let numeric = |token: &Token| matches!(token.kind, Kind::Quantity(_) | Kind::Rank(_));
    let after_number = before.last().is_some_and(numeric);
    let said = inner.iter().skip(1).any(numeric);
    let words = [
        Class::Rise,
        Class::Fall,
        Class::Share,
        Class::Ratio,
        Class::Gap,
        Class::Than,
        Class::RankVerb,
        Class::Conn,
    ];
    let begins = inner.first().is_some_and(|token| {
        words.iter().any(|&class| token.is(class))
            || token.is(Class::Basis)
            // 增长11.2%(实际增长8.3%)
            || token.is(Class::Kind)
            || matches!(token.kind, Kind::Text)
    });
    // 增长6.1%(全省第3), 增长7.3%(总量居全省第1位,增速居全市第2位)
    let what = [Class::Scope, Class::Itself, Class::Rate];
    let ranked = inner
        .first()
        .is_some_and(|token| what.iter().any(|&class| token.is(class)))
        && inner
            .iter()
            .any(|token| matches!(token.kind, Kind::Rank(_)));
    // 增长8.4%(两年平均5.1%)
    let mean = matches!(inner, [basis, rate] if basis.is(Class::Basis) && numeric(rate));
    after_number && (ranked || mean)
        || after_number
            && said
            && begins
            && inner
                .iter()
                .any(|token| words.iter().any(|&class| token.is(class)))
}

/// What closes a quotation that a token opens, and what opened it.
pub(super) fn opens(text: &str, token: &Token) -> Option<(char, char)> {
    if !matches!(token.kind, Kind::Mark) {
        return None;
    }
    let mark = text[token.range()].chars().next()?;
    let closing = match mark {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '"' => '"',
        _ => return None,
    };
    Some((mark, closing))
}

/// Where a quotation that is a name closes: short, and no sentence of its own.
pub(super) fn quotation(text: &str, tokens: &[Token], open: usize) -> Option<usize> {
    let (mark, closing) = opens(text, &tokens[open])?;
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

/// Whether brackets after an amount of money tell it in another: 20937元(折合3408美元).
pub(super) fn converts(text: &str, before: &[Token], inner: &[Token]) -> bool {
    let money = |token: Option<&Token>| matches!(token.map(|token| &token.kind), Some(Kind::Quantity(it)) if it.kind == Some(UnitKind::Money));
    let words = match inner {
        [first, .., last] => &text[first.start..last.start],
        _ => return false,
    };
    money(before.last()) && money(inner.last()) && words.ends_with(['折', '合'])
}

/// What brackets after a number tell of some of those counted, with 其中 before it: (含小学教学点19所),
/// (省级以上8家).
pub(super) fn some_of_those(text: &str, before: &[Token], inner: &[Token]) -> Option<Vec<Token>> {
    let kind = |token: &Token| match &token.kind {
        Kind::Quantity(quantity) => quantity.kind,
        _ => None,
    };
    let whole = kind(before.last()?)?;
    let counts = [UnitKind::Count, UnitKind::People, UnitKind::Amount];
    let alike = inner.iter().any(|token| kind(token) == Some(whole));
    let first = inner.first().filter(|_| counts.contains(&whole) && alike)?;
    let word = ["包括", "包含", "含"]
        .into_iter()
        .find(|word| text[first.range()].starts_with(word));
    let rung = || {
        let last = inner.last()?;
        let words = &text[first.start..last.start];
        let alone = kind(last).is_some() && Lexicon::get().is_one_of(Noun::Rung, words);
        alone.then_some(0)
    };
    let cut = first.start + word.map(str::len).or_else(rung)?;
    let entry = Lexicon::get().words("其中").next()?.2;
    let among = Token {
        kind: Kind::Word(entry),
        start: first.start,
        end: cut,
    };
    let rest = inner.iter().map(|token| Token {
        kind: token.kind.clone(),
        start: token.start.max(cut),
        end: token.end,
    });
    let rest = rest.filter(|token| token.start < token.end);
    Some(std::iter::once(among).chain(rest).collect())
}

//! How many a list held, which is no figure: 汽车、纺织、建材3个行业分别增长……, as 三个行业 is none.

use super::words::as_text;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};

/// How far before 分别 the sum stands, and how long a list may be.
const REACH: usize = 40;

/// Takes such sums for words.
pub(crate) fn summed(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let each = (0..raw.len()).filter(|&i| raw[i].is(Class::Each));
    let sums = each.filter_map(|each| sum(text, &raw, each)).collect();
    as_text(raw, sums)
}

/// 全省5大支柱产业实现增加值: a number that stands for one of words, as 五大支柱产业 does.
pub(super) fn of_kinds(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let counts = |i: &usize| {
        let Kind::Number(number) = &raw[*i].kind else {
            return false;
        };
        let next = raw.get(i + 1).filter(|it| it.kind.nominal());
        let rest = next.map_or("", |next| &text[next.range()]);
        let kinds = rest.strip_prefix('大').unwrap_or_default();
        let sums = ["产业", "行业", "企业", "市", "集群", "板块", "园区", "领域"];
        let sums = sums.iter().any(|noun| kinds.contains(noun));
        number.digits.len() < 3 && sums && !kinds.starts_with('类')
    };
    let found = (0..raw.len()).filter(counts).collect();
    as_text(raw, found)
}

/// How many numbers follow 分别, parted as a list is.
fn told_after(raw: &[Token], each: usize) -> usize {
    raw[each + 1..]
        .iter()
        .take(REACH)
        .take_while(|token| !token.kind.breaks() || matches!(token.kind, Kind::Pause | Kind::And))
        .filter(|token| matches!(token.kind, Kind::Quantity(_)))
        .count()
}

/// The count before 分别 that equals how many its list names, or how many numbers follow where the
/// names have pauses of their own: 石油、煤炭及其他燃料加工业,汽车制造业2个行业分别增长……
fn sum(text: &str, raw: &[Token], each: usize) -> Option<usize> {
    let near = each.saturating_sub(REACH);
    let clause = raw[near..each]
        .iter()
        .rposition(|token| token.kind.breaks() && !matches!(token.kind, Kind::Pause | Kind::And));
    let start = clause.map_or(near, |at| near + at + 1);
    let mut counts = (start..each).filter(|&i| matches!(raw[i].kind, Kind::Quantity(_)));
    let (at, None) = (counts.next()?, counts.next()) else {
        return None;
    };
    let Kind::Quantity(quantity) = &raw[at].kind else {
        return None;
    };
    let count: usize = quantity.number.digits.parse().ok()?;
    let counted = matches!(quantity.kind, Some(UnitKind::Count | UnitKind::People));
    let parted = raw[start..at]
        .iter()
        .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
        .count();
    let before = at.checked_sub(1).and_then(|i| raw.get(i))?;
    let named = before.kind.nominal() && before.end == raw[at].start;
    let noun = raw.get(at + 1).filter(|noun| noun.kind.nominal());
    let sums = noun.is_some() || text[quantity.unit.clone()].chars().count() > 1;
    let comma = start.checked_sub(1).and_then(|i| raw.get(i));
    let listed = parted > 0 || comma.is_some_and(|token| matches!(token.kind, Kind::Comma));
    let all = (parted > 0 && parted + 1 == count) || (listed && told_after(raw, each) == count);
    (counted && count > 1 && all && named && sums).then_some(at)
}

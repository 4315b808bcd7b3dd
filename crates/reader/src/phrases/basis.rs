//! Against what a change is measured.

use crate::words::lexicon::{Class, UnitKind};
use crate::words::time::{Part, Time, Year};
use crate::words::token::{Kind, Token};
use halfyear_facts::Basis;

/// The basis that the table of words names.
pub(crate) fn basis(argument: &str) -> Basis {
    match argument {
        "month" => Basis::MonthOnMonth,
        // 环比 in a monthly text is the month before; a quarter says so itself.
        "previous" => Basis::MonthOnMonth,
        "quarter" => Basis::QuarterOnQuarter,
        "year-start" => Basis::YearStart,
        "two-year" => Basis::TwoYearAverage,
        "annual" => Basis::AnnualAverage,
        "other" => Basis::Other,
        _ => Basis::YearOnYear,
    }
}

/// The basis that a comparison with a time means.
pub(crate) fn against(time: Time) -> Basis {
    match (time.year, time.part) {
        (_, Part::LastMonth) => Basis::MonthOnMonth,
        (_, Part::LastQuarter) => Basis::QuarterOnQuarter,
        (Year::Relative(-1), Part::Months(12, 12)) => Basis::YearStart,
        // 比去年全年 is of more months than the report.
        (Year::Relative(-1), Part::Months(1, 12)) => Basis::Other,
        (Year::Relative(-1), _) => Basis::YearOnYear,
        (Year::Unsaid, Part::Months(1, 1)) if time.until => Basis::YearStart,
        (Year::Unsaid, Part::Months(from, to)) if to - from == 2 => Basis::QuarterOnQuarter,
        // 比上半年, 比1-5月: the stretch of the year told before.
        (Year::Unsaid, Part::Months(1, 6 | 9)) => Basis::QuarterOnQuarter,
        (Year::Unsaid, Part::Months(1, to)) if to < 12 => Basis::MonthOnMonth,
        _ => Basis::Other,
    }
}

/// The basis that the word of a table means, which 同期 takes from the word before it:
/// 较历史最好年份(2019年)同期.
pub(crate) fn basis_at(text: &str, tokens: &[Token], at: usize) -> Basis {
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let then = &text[tokens[at].range()] == "同期";
    let word = before.filter(|it| then && it.is(Class::Basis));
    // 比去年12月: the months of that year.
    if text[tokens[at].range()].ends_with(['年'])
        && let Some(Kind::Time(time)) = tokens.get(at + 1).map(|next| &next.kind)
        && time.year == Year::Unsaid
    {
        return against(Time {
            year: Year::Relative(-1),
            ..*time
        });
    }
    basis(word.unwrap_or(&tokens[at]).argument(Class::Basis))
}

/// Whether a word says by itself how many came or went: 新增, 净增.
pub(crate) fn added(word: &str) -> bool {
    matches!(word, "新增" | "净增" | "净增加" | "净减少" | "累计新增")
}

/// Whether what stands before a word that keeps what it counts says since when, or that there are
/// several: 比上年末新增, 较2023年末净增, 分别净增.
pub(crate) fn added_since(before: &[Token], word: &str) -> bool {
    match before {
        [.., basis] if basis.is(Class::Basis) => true,
        [.., than, time] if matches!(time.kind, Kind::Time(_)) => {
            than.is(Class::Than) && added(word)
        }
        [_, .., each] => each.is(Class::Each) && added(word) && !word.contains("新增"),
        _ => false,
    }
}

/// 净增48.2亿元: by how much money something grew, where nothing else stands before it.
pub(crate) fn added_money(word: &str, number: Option<&Token>) -> bool {
    let money = number.is_some_and(
        |token| matches!(&token.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Money)),
    );
    money && matches!(word, "净增" | "净增加")
}

/// 同比多入库56个, 同比少赚31亿元: whether less was done, and where the words begin that say so.
pub(crate) fn more_done(text: &str, words: &[Token]) -> Option<(bool, usize)> {
    let word = |token: &Token| &text[token.range()];
    let verb = |said: &str| (1..=3).contains(&said.chars().count());
    let words = match words {
        [words @ .., about] if about.is(Class::Before) => words,
        words => words,
    };
    let (at, said) = match words {
        [.., basis, one] if basis.is(Class::Basis) => (words.len() - 1, word(one)),
        [.., basis, more, done]
            if basis.is(Class::Basis) && matches!(word(more), "多" | "少") && verb(word(done)) =>
        {
            (words.len() - 2, word(more))
        }
        _ => return None,
    };
    let rest = said.strip_prefix(['多', '少'])?;
    // 同比少减12.7亿元: less was lost.
    let done = words
        .last()
        .map_or(rest, word)
        .trim_start_matches(['多', '少']);
    if done.starts_with(['减', '降', '亏', '跌', '流']) {
        return None;
    }
    let known = words[at].is(Class::Rise) || words[at].is(Class::Fall);
    let fits = at + 1 < words.len() || !known && verb(rest);
    fits.then_some((said.starts_with('少'), at))
}

/// 一季度下降2.1%,上半年转正为1.1%: whether words tell of a growth that a fall became.
pub(crate) fn turned_positive(text: &str, words: &[Token]) -> bool {
    words
        .iter()
        .any(|token| text[token.range()].ends_with("转正"))
}

//! Stretches of time: 2023年上半年, 1至6月, 前5个月, 截至6月底, “五一”.

mod cursor;

use cursor::Cursor;
use halfyear_facts::{Month, Period};

/// A stretch of time as said, before the year is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) year: Year,
    pub(crate) part: Part,
    /// A day is named: 5月12日. Something happened then; no figure covers it.
    pub(crate) day: bool,
    /// It is an end that is named, or the year's beginning: 截至6月, 6月底, 年初. A flow covers the
    /// months up to it.
    pub(crate) until: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Unsaid,
    Named(u16),
    /// From one year to another, both included.
    Between(u16, u16),
    /// Years from the report's own: 去年 is -1.
    Relative(i8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// Nothing but the year.
    Unsaid,
    /// Months of the year, both included.
    Months(u8, u8),
    /// From the year's beginning up to where the report stands.
    SoFar,
    /// A time that is no month of the calendar: 春节.
    Floating,
    /// The month before: 上月.
    LastMonth,
    /// The quarter before.
    LastQuarter,
}

impl Time {
    /// Whether it says which months.
    pub(crate) fn says_part(&self) -> bool {
        self.part != Part::Unsaid
    }

    /// The months from the year's first to its last.
    pub(crate) fn since_january(self) -> Self {
        match self.part {
            Part::Months(_, last) => Self {
                part: Part::Months(1, last),
                ..self
            },
            _ => self,
        }
    }

    /// Whether it is a single month.
    pub(crate) fn is_one_month(&self) -> bool {
        matches!(self.part, Part::Months(from, to) if from == to)
    }

    /// The months, given the report's year and its last month.
    pub(crate) fn resolve(&self, year: Option<u16>, last_month: Option<u8>) -> Option<Period> {
        let (first, last) = match self.year {
            Year::Between(first, last) => (first, last),
            Year::Named(year) => (year, year),
            Year::Unsaid => (year?, year?),
            Year::Relative(by) => {
                let year = year?.checked_add_signed(i16::from(by))?;
                (year, year)
            }
        };
        let (from, to) = match self.part {
            Part::Months(from, to) => (from, to),
            // 今年 reaches as far as the report does.
            Part::Unsaid if self.year == Year::Relative(0) => (1, last_month.unwrap_or(12)),
            Part::Unsaid => (1, 12),
            Part::SoFar => (1, last_month?),
            Part::Floating | Part::LastMonth | Part::LastQuarter => return None,
        };
        Some(Period {
            from: Month::new(first, from)?,
            to: Month::new(last, to)?,
        })
    }
}

/// Whether a text may follow the number that a stretch of time begins with: 2023年, 1-6月, 3个季度,
/// 十五期间, 十一长假.
pub(crate) fn may_follow(text: &str, chinese: bool) -> bool {
    match text.chars().next() {
        Some('年' | '月' | '季' | '-' | '—' | '~' | '至' | '到') => true,
        Some('个') => text.starts_with("个季"),
        Some('期' | '时' | '以' | '末' | '节' | '小' | '假' | '黄' | '长') => chinese,
        _ => false,
    }
}

const DASHES: &[&str] = &["-", "—", "~", "至", "到"];

/// The stretch of time that a text starts with, and its bytes.
pub(crate) fn parse(text: &str) -> Option<(usize, Time)> {
    let mut cursor = Cursor { text, at: 0 };
    // What begins with a digit is no word.
    let worded = !text.starts_with(|c: char| c.is_ascii_digit());
    for (words, part) in [
        (
            ["上个月末", "上个月", "上月末", "上月"].as_slice(),
            Part::LastMonth,
        ),
        (
            ["上季度末", "上季度", "上季末", "上季", "上期"].as_slice(),
            Part::LastQuarter,
        ),
    ] {
        if worded && cursor.eat_any(words) {
            let year = Year::Unsaid;
            return Some((
                cursor.at,
                Time {
                    year,
                    part,
                    day: false,
                    until: false,
                },
            ));
        }
    }
    let as_of = worded && cursor.eat_any(&["截至到", "截止到", "截至", "截止"]);
    let year = cursor.attempt(year);
    cursor.eat("的");
    let after_year = cursor.at;
    let part = cursor.attempt(|c| part(c, as_of));
    if part.is_none() && after_year > 0 && text[..after_year].ends_with('的') {
        cursor.at -= "的".len();
    }
    let (part, day) = match (year, part) {
        (None, None) => return None,
        (_, Some(found)) => found,
        (Some(_), None) => {
            if cursor.eat_any(&["以来", "迄今"]) {
                (Part::SoFar, false)
            } else if cursor.eat_any(&["年末", "年底", "底", "末"]) {
                (Part::Months(12, 12), false)
            } else {
                (Part::Unsaid, false)
            }
        }
    };
    cursor.eat_any(&["以来", "期间", "假期", "时期", "同期", "同季", "同月"]);
    let ended = text[..cursor.at].ends_with(['末', '底', '初']);
    let time = Time {
        year: year.unwrap_or(Year::Unsaid),
        part,
        day,
        until: ended || as_of && matches!(part, Part::Months(..)),
    };
    Some((cursor.at, time))
}

fn year(cursor: &mut Cursor) -> Option<Year> {
    if cursor.rest().starts_with(|c: char| c.is_ascii_digit()) {
        return named_year(cursor);
    }
    for (word, by) in [
        ("今年", 0),
        ("本年度", 0),
        ("本年", 0),
        ("去年", -1),
        ("上年度", -1),
        ("上年", -1),
        ("前年", -2),
        ("明年", 1),
        ("当年", 0),
        ("同年", 0),
    ] {
        if cursor.eat(word) {
            return Some(Year::Relative(by));
        }
    }
    for (word, first) in [
        ("八五", 1991),
        ("九五", 1996),
        ("十五", 2001),
        ("十一五", 2006),
        ("十二五", 2011),
        ("十三五", 2016),
        ("十四五", 2021),
        ("十五五", 2026),
    ] {
        if cursor.eat(word) || quoted(cursor, word) {
            return cursor
                .eat_any(&["期间", "时期", "以来", "末"])
                .then_some(Year::Between(first, first + 4));
        }
    }
    named_year(cursor)
}

/// 2023年, 2021—2023年.
fn named_year(cursor: &mut Cursor) -> Option<Year> {
    let first = four_digits(cursor)?;
    if let Some(last) = cursor.attempt(|c| {
        c.eat("年");
        c.eat_any(DASHES).then_some(())?;
        let last = four_digits(c)?;
        c.eat("年").then_some(last)
    }) {
        return (first < last).then_some(Year::Between(first, last));
    }
    (cursor.eat("年度") || cursor.eat("年")).then_some(Year::Named(first))
}

fn four_digits(cursor: &mut Cursor) -> Option<u16> {
    let at = cursor.at;
    let value = cursor.number(2100)?;
    let taken = &cursor.text[at..cursor.at];
    let plain = taken.len() == 4 || taken.chars().count() == 4;
    (plain && value >= 1900).then_some(u16::try_from(value).ok()?)
}

fn quoted(cursor: &mut Cursor, word: &str) -> bool {
    let quotes = cursor.rest().starts_with(['“', '"', '‘', '\'']);
    quotes
        && cursor
            .attempt(|c| {
                (c.eat_any(&["“", "\"", "‘", "'"])
                    && c.eat(word)
                    && c.eat_any(&["”", "\"", "’", "'"]))
                .then_some(())
            })
            .is_some()
}

fn part(cursor: &mut Cursor, as_of: bool) -> Option<(Part, bool)> {
    let months = |from, to| Some((Part::Months(from, to), false));
    if cursor.eat("上半年") {
        return match cursor.eat_any(&["末", "底"]) {
            true => months(6, 6),
            false => months(1, 6),
        };
    }
    if cursor.eat("下半年") {
        return months(7, 12);
    }
    if cursor.eat_any(&["全年", "年度"]) {
        return months(1, 12);
    }
    if cursor.eat("年初") {
        return months(1, 1);
    }
    if cursor.eat_any(&["年末", "年底", "末", "底"]) {
        return months(12, 12);
    }
    if cursor.eat_any(&["以来", "年内"]) {
        return Some((Part::SoFar, false));
    }
    let start = cursor.at;
    for (word, month) in [
        ("五一", Some(5)),
        ("国庆", Some(10)),
        ("十一", Some(10)),
        ("元旦", Some(1)),
        ("清明", Some(4)),
        ("春节", None),
        ("端午", None),
        ("中秋", None),
    ] {
        let found = cursor.attempt(|c| {
            let said = quoted(c, word) || c.eat(word);
            c.eat_any(&["节日", "节"]);
            let holiday = c.eat_any(&["小长假", "假期", "假日", "黄金周", "长假", "期间"]);
            // 国庆7天, 国庆七天长假
            let days = c.attempt(|c| {
                c.small(15)?;
                c.eat("天").then(|| c.eat_any(&["长假", "假期"]))
            });
            let holiday = holiday || days.is_some();
            // 上年春节
            let dated = c.at > start && start > 0 && word != "十一";
            (said && (holiday || dated)).then_some(())
        });
        if found.is_some() {
            return Some(match month {
                Some(month) => (Part::Months(month, month), false),
                None => (Part::Floating, false),
            });
        }
    }
    cursor
        .attempt(quarters)
        .or_else(|| cursor.attempt(|c| several_months(c)))
        .or_else(|| cursor.attempt(|c| month(c, as_of)))
}

/// 一季度, 第二季度, 前三季度, 首三季, 1-3季度.
fn quarters(cursor: &mut Cursor) -> Option<(Part, bool)> {
    if cursor.eat("首季度") || cursor.eat("首季") {
        return Some((Part::Months(1, 3), false));
    }
    // 首三季, as newspapers in Hong Kong say
    let up_to = cursor.eat_any(&["前", "首"]);
    let numbered = !up_to && cursor.eat("第");
    let first = cursor.small(4)?;
    let last = cursor.attempt(|c| c.eat_any(DASHES).then(|| c.small(4)).flatten());
    cursor.eat("个");
    let noun = cursor.eat("季度") || (numbered || up_to) && cursor.eat("季");
    noun.then_some(())?;
    let last = last.unwrap_or(first);
    let from = if up_to { 1 } else { first * 3 - 2 };
    let end = cursor.eat_any(&["末", "底"]);
    let from = if end { last * 3 } else { from };
    (from <= last * 3).then_some((Part::Months(from, last * 3), false))
}

/// 前5个月, 头两个月, 首十一个月.
fn several_months(cursor: &mut Cursor) -> Option<(Part, bool)> {
    cursor.eat_any(&["前", "头", "首"]).then_some(())?;
    let last = cursor.small(12)?;
    cursor.eat_any(&["个月", "月"]).then_some(())?;
    Some((Part::Months(1, last), false))
}

/// 6月, 1-6月份, 元至6月, 1月至6月, 6月底, 5月12日.
fn month(cursor: &mut Cursor, as_of: bool) -> Option<(Part, bool)> {
    let first = match cursor.eat("元") {
        true => 1,
        false => cursor.small(12)?,
    };
    let named = cursor.eat("月份") || cursor.eat("月");
    let last = cursor.attempt(|c| {
        c.eat_any(DASHES).then_some(())?;
        let last = c.small(12)?;
        (c.eat("月份") || c.eat("月")).then_some(last)
    });
    match last {
        Some(last) => (first <= last).then_some((Part::Months(first, last), false)),
        None if named => {
            cursor.eat_any(&["末", "底"]);
            let day = cursor
                .attempt(|c| {
                    c.small(31)?;
                    c.attempt(|c| {
                        c.eat("日");
                        c.eat_any(DASHES).then_some(())?;
                        c.small(31)
                    });
                    c.eat_any(&["日", "号"]).then_some(())
                })
                .is_some();
            Some((Part::Months(first, first), day && !as_of))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests;

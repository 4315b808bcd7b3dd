//! The phrases of a picture in both languages, as a table.

use crate::choices::Lang;
use halfyear_bundle::{Month, Period};

/// The phrases of one language.
pub(crate) struct Words {
    /// Between a name and what is said of it.
    pub(crate) comma: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) space: &'static str,
    pub(crate) year_on_year: &'static str,
    pub(crate) other_basis: &'static str,
    /// The growth rate of something: put behind its name.
    pub(crate) growth_of: &'static str,
    pub(crate) faster: &'static str,
    pub(crate) slower: &'static str,
    pub(crate) higher: &'static str,
    pub(crate) lower: &'static str,
    pub(crate) than: &'static str,
    pub(crate) derived: &'static str,
    pub(crate) derived_key: &'static str,
    pub(crate) dot_before: &'static str,
    pub(crate) dot_after: &'static str,
    pub(crate) multiple: &'static str,
    pub(crate) a_year_before: &'static str,
    pub(crate) now: &'static str,
    pub(crate) target: &'static str,
    pub(crate) mid_year: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) calculation: &'static str,
    pub(crate) rounded: &'static str,
    pub(crate) rank_before: &'static str,
    pub(crate) rank_among: &'static str,
    pub(crate) source: &'static str,
    pub(crate) line_before: &'static str,
    pub(crate) line_after: &'static str,
}

const ZH: Words = Words {
    comma: "，",
    stop: "。",
    space: "",
    year_on_year: "同比",
    other_basis: "",
    growth_of: "增速",
    faster: "快",
    slower: "慢",
    higher: "高",
    lower: "低",
    than: "比",
    derived: "推算",
    derived_key: "虚线为推算值，点开可见算式。",
    dot_before: "一点为",
    dot_after: "",
    multiple: "相当于上年同期的",
    a_year_before: "上年同期",
    now: "今年",
    target: "目标",
    mid_year: "年中",
    printed: "原文",
    calculation: "推算",
    rounded: "四舍五入",
    rank_before: "第",
    rank_among: "前",
    source: "来源",
    line_before: "第",
    line_after: "行",
};

const EN: Words = Words {
    comma: ", ",
    stop: ". ",
    space: " ",
    year_on_year: "year on year",
    other_basis: "",
    growth_of: "growth",
    faster: "faster",
    slower: "slower",
    higher: "higher",
    lower: "lower",
    than: "than",
    derived: "derived",
    derived_key: "Dotted: derived. Open one to see the sum.",
    dot_before: "One dot: ",
    dot_after: "",
    multiple: "Times the year before",
    a_year_before: "a year before",
    now: "this year",
    target: "target",
    mid_year: "mid-year",
    printed: "As printed",
    calculation: "Derived",
    rounded: "rounded",
    rank_before: "no.",
    rank_among: "top",
    source: "Source",
    line_before: "line ",
    line_after: "",
};

impl Lang {
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: Month) -> &'static str {
    MONTHS
        .get(usize::from(month.month()) - 1)
        .copied()
        .unwrap_or_default()
}

/// A period for people: `2023 年 1—6 月`, `January to June 2023`.
pub(crate) fn period(period: &Period, lang: Lang) -> String {
    let (from, to) = (period.from, period.to);
    let whole = from.month() == 1 && to.month() == 12;
    let number = |n: u16| n.to_string();
    match lang {
        Lang::Zh => {
            let year = [&number(from.year()), "\u{202f}年"].concat();
            if from.year() != to.year() {
                return [
                    &*year,
                    "\u{202f}",
                    &number(from.month().into()),
                    "\u{202f}月—",
                    &number(to.year()),
                    "\u{202f}年\u{202f}",
                    &number(to.month().into()),
                    "\u{202f}月",
                ]
                .concat();
            }
            if whole {
                return year;
            }
            let mut months = number(from.month().into());
            if from != to {
                months.push('—');
                months.push_str(&number(to.month().into()));
            }
            [&*year, "\u{202f}", &months, "\u{202f}月"].concat()
        }
        Lang::En => {
            let year = number(to.year());
            if from == to {
                [month_name(to), " ", &year].concat()
            } else if from.year() != to.year() {
                [
                    month_name(from),
                    " ",
                    &number(from.year()),
                    " to ",
                    month_name(to),
                    " ",
                    &year,
                ]
                .concat()
            } else if whole {
                year
            } else {
                [month_name(from), " to ", month_name(to), " ", &year].concat()
            }
        }
    }
}

/// How far a benchmark or a ranking reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The whole country.
    Nation,
    /// A province.
    Province,
    /// A city.
    City,
    /// Anything else.
    Other,
}

impl Scope {
    /// Of a name as printed: `全省` and `浙江省` are a province.
    pub fn of(name: &str) -> Self {
        if name.ends_with('国') {
            Self::Nation
        } else if name.ends_with('省') || name.ends_with("自治区") {
            Self::Province
        } else if name.ends_with('市') {
            Self::City
        } else {
            Self::Other
        }
    }

    /// A benchmark's name in English where the edition gives none.
    pub(crate) fn english(self) -> Option<&'static str> {
        match self {
            Self::Nation => Some("Nation"),
            Self::Province => Some("Province"),
            Self::City => Some("City"),
            Self::Other => None,
        }
    }

    /// Where a rank holds, in English.
    pub(crate) fn english_within(self) -> Option<&'static str> {
        match self {
            Self::Nation => Some("in the nation"),
            Self::Province => Some("in the province"),
            Self::City => Some("in the city"),
            Self::Other => None,
        }
    }
}

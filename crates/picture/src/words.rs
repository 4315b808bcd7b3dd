//! The phrases of a picture in both languages, as a table.

use crate::choices::Lang;
use halfyear_bundle::{Basis, Month, Period};

/// The phrases of one language.
#[derive(Debug)]
pub struct Words {
    /// Between a name and what is said of it.
    pub comma: &'static str,
    /// Between a heading and its content.
    pub colon: &'static str,
    /// At the end of a sentence.
    pub stop: &'static str,
    /// Between two words.
    pub space: &'static str,
    /// Against when something changed, in the order of [`Basis`](halfyear_bundle::Basis).
    pub bases: [&'static str; 7],
    /// The growth rate of something: put behind its name.
    pub growth_of: &'static str,
    /// Of a growth rate above another.
    pub faster: &'static str,
    /// Of a growth rate below another.
    pub slower: &'static str,
    /// Of a level above another.
    pub higher: &'static str,
    /// Of a level below another.
    pub lower: &'static str,
    /// Of one as high as another.
    pub even: &'static str,
    /// Before what is compared with.
    pub than: &'static str,
    /// Before what a difference is measured from.
    pub against: &'static str,
    /// Of a number that the text does not print.
    pub derived: &'static str,
    /// What a dotted line under a number means.
    pub derived_key: &'static str,
    /// The same where nothing can be opened.
    pub derived_still: &'static str,
    /// Before the number that a dot stands for.
    pub dot: &'static str,
    /// How many times the earlier level.
    pub multiple: &'static str,
    /// Before and behind such a number.
    pub times: (&'static str, &'static str),
    /// Before and behind a total.
    pub in_all: (&'static str, &'static str),
    /// Before and behind the number of first places.
    pub firsts: (&'static str, &'static str),
    /// What that number counts.
    pub first_places: &'static str,
    /// The earlier period, where it is not a calendar year.
    pub earlier: &'static str,
    /// The period itself, where nobody says its year.
    pub this_time: &'static str,
    /// What a result is to become.
    pub target: &'static str,
    /// The end of June.
    pub mid_year: &'static str,
    /// The end of another month.
    pub now: &'static str,
    /// Before a number that arithmetic bounds from above.
    pub less_than: &'static str,
    /// Of a share of a target.
    pub of_target: &'static str,
    /// Before a number whose point English has moved.
    pub printed: &'static str,
    /// Before a place in a ranking.
    pub rank_before: &'static str,
    /// Before a place that bounds several.
    pub rank_among: &'static str,
    /// Beside the scope of a ranking by size, where there is one by growth too.
    pub rank_by_size: &'static str,
    /// Beside the scope of a ranking by growth, where there is one by size too.
    pub rank_by_rate: &'static str,
    /// Before the name of a text.
    pub source: &'static str,
    /// Before a line's number.
    pub line_before: &'static str,
    /// Behind a line's number.
    pub line_after: &'static str,
    /// Copies a quotation.
    pub copy: &'static str,
    /// The name of the table.
    pub table: &'static str,
    /// The head of its first column.
    pub indicator: &'static str,
    /// The head of the column of levels.
    pub level: &'static str,
    /// The head of the column of changes.
    pub change: &'static str,
    /// The head of the column of comparisons.
    pub compared: &'static str,
    /// Opens the menu of what can be saved.
    pub save: &'static str,
    /// What can be saved: a word for programs, and its name.
    pub saved: [(&'static str, &'static str); 5],
}

impl Words {
    /// Against when something changed: `比年初`, `vs the start of the year`.
    pub(crate) fn basis(&self, basis: Basis) -> &'static str {
        self.bases.get(basis as usize).copied().unwrap_or_default()
    }

    /// A line of the text: `第 12 行`, `line 12`.
    pub fn line(&self, number: u32) -> String {
        [self.line_before, &*number.to_string(), self.line_after].concat()
    }
}

const ZH: Words = Words {
    comma: "，",
    colon: "：",
    stop: "。",
    space: "",
    bases: [
        "同比",
        "环比",
        "环比",
        "比年初",
        "两年平均",
        "年均",
        "较早前",
    ],
    growth_of: "增速",
    faster: "快",
    slower: "慢",
    higher: "高",
    lower: "低",
    even: "持平",
    than: "比",
    against: "比",
    derived: "推算",
    derived_key: "带虚线的数为推算值，点开可见算式。",
    derived_still: "带虚线的数为推算值。",
    dot: "一点代表",
    multiple: "相当于上年同期的倍数",
    times: ("是上年同期的 ", ""),
    in_all: ("共 ", ""),
    firsts: ("", "第一"),
    first_places: "第一",
    earlier: "上年同期",
    this_time: "本期",
    target: "全年目标",
    mid_year: "时间过半",
    now: "当前",
    less_than: "不到",
    of_target: "占目标 ",
    printed: "原文数值",
    rank_before: "第",
    rank_among: "前",
    rank_by_size: "总量",
    rank_by_rate: "增速",
    source: "来源",
    line_before: "第 ",
    line_after: " 行",
    copy: "复制引文",
    table: "数据表",
    indicator: "指标",
    level: "数值",
    change: "增长",
    compared: "比较与位次",
    save: "保存",
    saved: [
        ("png", "图片 PNG"),
        ("svg", "矢量图 SVG"),
        ("csv", "表格 CSV"),
        ("json", "数据 JSON"),
        ("embed", "复制嵌入代码"),
    ],
};

const EN: Words = Words {
    comma: ", ",
    colon: ": ",
    stop: ". ",
    space: " ",
    bases: [
        "year on year",
        "vs the quarter before",
        "vs the month before",
        "vs the start of the year",
        "a year over two years",
        "a year on average",
        "vs an earlier time",
    ],
    growth_of: "growth",
    faster: "faster",
    slower: "slower",
    higher: "higher",
    lower: "lower",
    even: "level",
    than: "than",
    against: "against",
    derived: "derived",
    derived_key: "Dotted: derived. Open one to see the sum.",
    derived_still: "Dotted: derived from figures in the text.",
    dot: "One dot: ",
    multiple: "multiple of the year before",
    times: ("", " the year before"),
    in_all: ("", " in all"),
    firsts: ("first ×\u{202f}", ""),
    first_places: "first places",
    earlier: "a year before",
    this_time: "this year",
    target: "target for the year",
    mid_year: "mid-year",
    now: "now",
    less_than: "under",
    of_target: " of the target",
    printed: "as printed",
    rank_before: "no.",
    rank_among: "top",
    rank_by_size: " by size",
    rank_by_rate: " by growth",
    source: "Source",
    line_before: "line ",
    line_after: "",
    copy: "Copy the quotation",
    table: "Table",
    indicator: "Indicator",
    level: "Level",
    change: "Change",
    compared: "Compared and ranked",
    save: "Save",
    saved: [
        ("png", "Picture, PNG"),
        ("svg", "Drawing, SVG"),
        ("csv", "Table, CSV"),
        ("json", "Data, JSON"),
        ("embed", "Copy embed code"),
    ],
};

impl Lang {
    /// The phrases of this language.
    pub fn words(self) -> &'static Words {
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

/// A period for people: `2023 年 1—6 月`, `January to June 2023`; without the year that nobody says.
pub(crate) fn period(period: &Period, lang: Lang) -> String {
    let (from, to) = (period.from, period.to);
    let one_year = from.year() == to.year();
    let whole = one_year && from.month() == 1 && to.month() == 12;
    let number = |n: u16| n.to_string();
    match lang {
        Lang::Zh => {
            let year = |month: Month| match month.year() {
                Some(year) => [&number(year), "\u{202f}年"].concat(),
                None => String::new(),
            };
            let space = match from.year() {
                Some(_) => "\u{202f}",
                None => "",
            };
            let first = number(from.month().into());
            let last = number(to.month().into());
            match (whole, one_year, from == to) {
                (true, ..) if from.year().is_none() => "全年".to_owned(),
                (true, ..) => year(from),
                (_, false, _) => [
                    &*year(from),
                    space,
                    &first,
                    "\u{202f}月—",
                    &year(to),
                    space,
                    &last,
                    "\u{202f}月",
                ]
                .concat(),
                (_, _, true) => [&*year(from), space, &first, "\u{202f}月"].concat(),
                _ => [&*year(from), space, &first, "—", &last, "\u{202f}月"].concat(),
            }
        }
        Lang::En => {
            let dated = |month: Month| match month.year() {
                Some(year) => [month_name(month), " ", &number(year)].concat(),
                None => month_name(month).to_owned(),
            };
            match (whole, one_year, from == to) {
                (true, ..) if let Some(year) = to.year() => number(year),
                (_, _, true) => dated(to),
                (_, false, _) => [&*dated(from), " to ", &dated(to)].concat(),
                _ => [month_name(from), " to ", &dated(to)].concat(),
            }
        }
    }
}

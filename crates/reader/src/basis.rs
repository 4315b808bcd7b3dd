//! Against what a change is measured.

use crate::lead::Lead;
use crate::lexicon::Class;
use crate::name::Name;
use crate::statement::Sentence;
use crate::time::{Part, Time, Year};
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
        (Year::Relative(-1), _) => Basis::YearOnYear,
        (Year::Unsaid, Part::Months(1, 1)) => Basis::YearStart,
        (Year::Unsaid, Part::Months(from, to)) if to - from == 2 => Basis::QuarterOnQuarter,
        // 比上半年, 比1-5月: the stretch of the year told before.
        (Year::Unsaid, Part::Months(1, 6 | 9)) => Basis::QuarterOnQuarter,
        (Year::Unsaid, Part::Months(1, to)) if to < 12 => Basis::MonthOnMonth,
        _ => Basis::Other,
    }
}

/// Whether a word says by itself how many came or went: 新增, 净增.
pub(crate) fn added(word: &str) -> bool {
    matches!(word, "新增" | "净增" | "净增加" | "净减少" | "累计新增")
}

impl Sentence<'_> {
    /// 按不变价格计算增长7.8%, after the growth in current prices: in which prices.
    pub(crate) fn in_prices(&self, lead: &Lead) -> Option<Name> {
        let words = self.tokens().get(lead.from..lead.end)?;
        let said = words.iter().find(|token| {
            token.is(Class::Basis) && self.normal.text[token.range()].contains('价')
        })?;
        let said = self.phrases.name_of(said.range());
        let count = said.plain.chars().count();
        let plan = usize::from(said.plain.starts_with('按'));
        let end = match said.plain.ends_with("计算") {
            true => 2,
            false => 0,
        };
        Some(said.first(count - end).last(count - end - plan))
    }

    /// What the text calls a second growth, shortest: 实际增长.
    pub(crate) fn kind_word(&self, kind: usize) -> Name {
        let token = &self.scanned.tokens[kind];
        let said = self.phrases.name_of(token.range());
        let word = match token.argument(Class::Kind) {
            "nominal" => "名义",
            "real" => "实际",
            "annual" => "年均",
            _ if said.plain.starts_with('月') => "月均",
            _ if said.plain.starts_with('年') => "年均",
            "real-average" => "两年平均实际",
            "natural" => "自然口径",
            _ => "两年平均",
        };
        let traditional = said.plain != said.printed;
        let printed = match (word, traditional) {
            ("名义", true) => "名義增長",
            ("实际", true) => "實際增長",
            ("月均", _) => "月均增长",
            ("年均", _) => "年均增长",
            ("两年平均实际", true) => "兩年平均實際增長",
            ("两年平均实际", false) => "两年平均实际增长",
            ("自然口径", true) => "自然口徑增長",
            ("自然口径", false) => "自然口径增长",
            (_, true) => "兩年平均增長",
            ("名义", false) => "名义增长",
            ("实际", false) => "实际增长",
            (_, false) => "两年平均增长",
        };
        Name {
            plain: format!("{word}增长"),
            printed: printed.to_owned(),
        }
    }
}

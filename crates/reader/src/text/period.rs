//! Which year and months a report speaks of.

use crate::words::time::{Part, Time, Year};
use std::collections::BTreeMap;

/// How often a report of one month tells of stretches that end in it, at most.
const PASSING: u32 = 2;

/// Counts what a text says of time.
#[derive(Debug, Default)]
pub(crate) struct Calendar {
    /// Years said with months, or in a title.
    strong: BTreeMap<u16, u32>,
    /// Years said alone: how often, and how many of them with no day.
    weak: BTreeMap<u16, (u32, u32)>,
    /// The first year that is said, where it is said alone.
    first: Option<u16>,
    /// Years that stand in names: 2023中国绍兴.
    named: BTreeMap<u16, u32>,
    /// Last months of stretches that begin in January.
    last: BTreeMap<u8, u32>,
    /// 今年 is said.
    relative: bool,
    /// 上年 is said.
    earlier: bool,
    /// The year in the file's name, for a text that says none: keqiao-2023-h1.txt.
    filed: Option<u16>,
    /// The year that opens or closes a five-year plan: “十四五”开局之年.
    planned: Option<u16>,
    /// The months that the title names, or the year alone.
    title: Option<Part>,
    /// The title tells of one month by 月份, which no date does.
    pub(crate) month: bool,
    /// The title says a period.
    pub(crate) titled: bool,
}

impl Calendar {
    /// The calendar of a file.
    pub(crate) fn of(file: &str) -> Self {
        let runs = file.split(|c: char| !c.is_ascii_digit());
        // 2023, 202306 or 20230630.
        let years = runs.filter(|run| matches!(run.len(), 4 | 6 | 8));
        let year = |run: &str| run.get(..4)?.parse().ok();
        Self {
            filed: years
                .filter_map(year)
                .find(|year| (1990..=2100).contains(year)),
            ..Self::default()
        }
    }

    /// Notes a time; `title` for one in the text's first line.
    pub(crate) fn note(&mut self, time: Time, title: bool) {
        match time.year {
            Year::Named(year) if title || time.says_part() && !time.day => {
                *self.strong.entry(year).or_default() += if title { 20 } else { 1 };
            }
            Year::Named(year) => {
                let (said, alone) = self.weak.entry(year).or_default();
                *said += 1;
                if !time.day {
                    *alone += 1;
                    self.first = self.first.or(Some(year));
                }
            }
            Year::Relative(0) => self.relative = true,
            Year::Relative(_) => self.earlier = true,
            Year::Unsaid | Year::Between(..) => {}
        }
        if let Part::Months(1, last) = time.part
            && last > 1
        {
            *self.last.entry(last).or_default() += if title { 20 } else { 1 };
        }
        if title && self.title.is_none() && matches!(time.year, Year::Named(_)) {
            self.title = match time.part {
                Part::Unsaid => Some(Part::Months(1, 12)),
                part @ Part::Months(..) => Some(part),
                _ => None,
            };
        }
        self.titled |= title && (time.says_part() || matches!(time.year, Year::Named(_)));
    }

    /// Notes the year that a sentence calls the first or the last of a five-year plan.
    pub(crate) fn plan(&mut self, sentence: &str) {
        // Few sentences have either character, and looking for words costs more.
        if !sentence.contains('局') && !sentence.contains('官') {
            return;
        }
        let ends = [
            ("开局之年", 0),
            ("开局年", 0),
            ("收官之年", 4),
            ("收官年", 4),
        ];
        let Some((at, by)) = ends
            .iter()
            .find_map(|(end, by)| Some((sentence.find(end)?, by)))
        else {
            return;
        };
        let before = sentence[..at].trim_end_matches(['”', '"', '规', '划', '的']);
        let plans = [
            ("十一五", 2006),
            ("十二五", 2011),
            ("十三五", 2016),
            ("十四五", 2021),
            ("十五五", 2026),
        ];
        let plan = plans.iter().find(|(plan, _)| before.ends_with(plan));
        self.planned = self.planned.or(plan.map(|(_, first)| first + by));
    }

    /// Notes a number that may be a year in a name.
    pub(crate) fn name(&mut self, digits: &str) {
        if let Ok(year @ 1990..=2100) = digits.parse() {
            *self.named.entry(year).or_default() += 1;
        }
    }

    /// The report's year.
    pub(crate) fn year(&self) -> Option<u16> {
        let strong = self.strong.iter();
        let strong = strong.max_by_key(|&(&year, &said)| (said, year));
        if let Some((&year, _)) = strong {
            return Some(year);
        }
        if self.relative {
            // Years said alone beside 今年 are other years; names tell which one 今年 is.
            let named = self.named.keys().next_back().copied();
            let named = named.filter(|_| self.filed.is_none());
            return named.or(self.filed).or(self.planned);
        }
        if self.filed.is_some() {
            return self.filed;
        }
        if self.planned.is_some() {
            return self.planned;
        }
        // Of years said as often, the one that the text begins with.
        let weak = self.weak.iter();
        let said = weak
            .max_by_key(|&(&year, &(said, alone))| (said + alone, self.first == Some(year), year));
        let (&year, &(said, _)) = said?;
        // Beside 上年 a year said but once may be one compared with.
        let sure = said > 1 || !self.earlier || self.first == Some(year);
        sure.then_some(year)
    }

    /// Whether a report of one year calls that year 去年 as well, which tells no year before it.
    pub(crate) fn looks_back(&self) -> bool {
        self.earlier && self.filed.is_none() && self.begins_with_its_year()
    }

    /// 2016年,全县实现地区生产总值……: whether the first year that is said alone is that of the report.
    fn begins_with_its_year(&self) -> bool {
        self.strong.is_empty() && self.first.is_some() && self.first == self.year()
    }

    /// The last month that the report covers.
    pub(crate) fn last_month(&self) -> Option<u8> {
        self.last
            .iter()
            .max_by_key(|&(&month, &n)| (n, month))
            .map(|(&month, _)| month)
    }

    /// The months that the report as a whole is of, where it names months.
    pub(crate) fn months(&self) -> Option<(u8, u8)> {
        match self.stretch()? {
            Part::Months(from, to) => Some((from, to)),
            _ => None,
        }
    }

    fn stretch(&self) -> Option<Part> {
        let stretch = self.last_month().map(|last| Part::Months(1, last));
        // 2022年6月份居民消费价格……: of that month, though it tells once of 1—6月 as well.
        let passing = self.last.values().sum::<u32>() <= PASSING;
        let one = |part: &Part| matches!(part, Part::Months(from, to) if from == to);
        let month = self.title.filter(|it| self.month && passing && one(it));
        month.or(stretch).or(self.title)
    }

    /// The stretch that the report as a whole is of.
    pub(crate) fn whole(&self) -> Option<Time> {
        let yearly = self.begins_with_its_year().then_some(Part::Months(1, 12));
        Some(Time {
            year: Year::Unsaid,
            part: self.stretch().or(yearly)?,
            day: false,
            until: false,
        })
    }
}

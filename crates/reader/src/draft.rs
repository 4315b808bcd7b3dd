//! A statement while the reader is still collecting what the text says of it.

use crate::phrases::name::Name;
use crate::words::time::{Time, Year};
use crate::words::token::Place;
use halfyear_facts::{Basis, Bound, Ranked};
use std::cell::OnceCell;
use std::ops::Range;

/// A fact before its place in the file is counted in characters and its period has a year.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: Name,
    pub(crate) level: Option<Level>,
    pub(crate) change: Option<Move>,
    pub(crate) gaps: Vec<Distance>,
    pub(crate) ranks: Vec<Standing>,
    pub(crate) time: Option<Time>,
    pub(crate) target: bool,
    /// An attribute of a work (总投资, 全长), true at all times.
    pub(crate) timeless: bool,
    /// Whether a headline tells it, which the text below may tell in full.
    pub(crate) headline: bool,
    /// Figures that say the same another way: an amount beside its rate. Bytes of the file.
    pub(crate) besides: Vec<Range<usize>>,
    /// Bytes of the file.
    pub(crate) bytes: Range<usize>,
    /// The name as it compares, once something was said of it: it stays then.
    pub(crate) key: OnceCell<(String, Option<char>)>,
}

impl Draft {
    /// 2021年6月,预算收入累计完成31.5亿元: since the year began; “五一”累计接待 is of those days.
    pub(crate) fn sums_up(&mut self, so_far: bool) {
        let month = self
            .time
            .filter(|time| so_far && time.is_one_month() && !time.until);
        if let Some(month) = month.filter(|time| time.year != Year::Unsaid) {
            self.time = Some(month.since_january());
        }
    }

    /// Takes the words of a range of the file in.
    pub(crate) fn cover(&mut self, bytes: &Range<usize>) {
        if self.bytes.is_empty() {
            self.bytes = bytes.clone();
        }
        self.bytes.start = self.bytes.start.min(bytes.start);
        self.bytes.end = self.bytes.end.max(bytes.end);
    }

    /// Gives it a place in a ranking.
    pub(crate) fn stand(&mut self, within: String, place: &Place, at: Range<usize>) {
        self.cover(&at);
        self.ranks.push(Standing {
            within,
            of: None,
            place: place.place,
            bound: place.bound,
            at,
        });
    }

    /// Gives it a place that words tell, or one numeral of several: nothing where nobody said among whom.
    pub(crate) fn stand_as(
        &mut self,
        within: Option<String>,
        place: u32,
        of: Option<Ranked>,
        at: &Range<usize>,
    ) {
        self.ranks.extend(within.map(|within| Standing {
            within,
            of,
            place,
            bound: Bound::Exact,
            at: at.clone(),
        }));
    }

    /// Whether it tells how much there is, or by how much it grew.
    pub(crate) fn moves(&self) -> bool {
        self.level.is_some() || self.change.is_some()
    }

    /// Whether it says anything at all.
    pub(crate) fn says(&self) -> bool {
        self.level.is_some()
            || self.change.is_some()
            || !self.gaps.is_empty()
            || !self.ranks.is_empty()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) digits: String,
    pub(crate) unit: Option<String>,
    pub(crate) bound: Bound,
    pub(crate) at: Range<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Move {
    pub(crate) digits: String,
    pub(crate) unit: String,
    pub(crate) basis: Basis,
    pub(crate) bound: Bound,
    pub(crate) at: Option<Range<usize>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Distance {
    pub(crate) to: String,
    pub(crate) digits: String,
    /// None for percentage points.
    pub(crate) unit: Option<String>,
    pub(crate) own: Option<String>,
    /// Where the benchmark's own figure stands.
    pub(crate) own_at: Option<Range<usize>>,
    /// None for 持平.
    pub(crate) at: Option<Range<usize>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) within: String,
    pub(crate) of: Option<Ranked>,
    pub(crate) place: u32,
    pub(crate) bound: Bound,
    pub(crate) at: Range<usize>,
}

/// Digits with the sign of a fall.
pub(crate) fn signed(digits: &str, negative: bool) -> String {
    let zero = digits.chars().all(|c| matches!(c, '0' | '.'));
    if negative && !zero {
        format!("-{digits}")
    } else {
        digits.to_owned()
    }
}

//! Scales: where a number stands between the ends of a mark.
//!
//! Positions are whole ten-thousandths of the scale's length, so that nothing here rounds in
//! binary and every output draws the same picture.

use halfyear_bundle::Decimal;

/// The length of every scale.
pub const FULL: i64 = 10_000;

/// A bar from its scale's zero, in ten-thousandths of the scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Where it starts.
    pub start: i64,
    /// How far it reaches.
    pub length: i64,
    /// Whether it reaches to the left of the zero.
    pub falls: bool,
    /// Whether the number lies beyond the end of the scale; the mark is then drawn broken.
    pub beyond: bool,
}

/// A number as an integer of millionths, so that numbers of different precision compare.
/// Saturates far beyond any statistic.
pub(crate) fn millionths(value: &Decimal) -> i64 {
    let most = if value.is_negative() { -MOST } else { MOST };
    let Some((mantissa, scale)) = value.parts() else {
        return most;
    };
    match 6_u32.checked_sub(scale) {
        Some(up) => mantissa.checked_mul(10_i64.pow(up)).unwrap_or(most),
        None => mantissa / 10_i64.checked_pow(scale - 6).unwrap_or(i64::MAX),
    }
    .clamp(-MOST, MOST)
}

/// The largest number on a scale: it leaves room for sums of two.
const MOST: i64 = i64::MAX / 4;

/// `part` of `whole` in ten-thousandths, to the nearest. Numbers too large to be multiplied lose
/// digits that no drawing could show.
fn ratio(mut part: i64, mut whole: i64) -> i64 {
    while whole > i64::MAX / (2 * FULL) {
        part /= 2;
        whole /= 2;
    }
    if whole == 0 {
        return 0;
    }
    (part * FULL + whole / 2) / whole
}

/// Puts things in the order of their keys, the smallest first; equals stay as they are.
pub(crate) fn in_order<T>(keyed: Vec<(i64, T)>) -> Vec<T> {
    let mut keys: Vec<(i64, usize)> = Vec::new();
    let mut things: Vec<Option<T>> = Vec::new();
    for (key, thing) in keyed {
        keys.push((key, things.len()));
        things.push(Some(thing));
    }
    // Sorting code is large: all sorts share that for keys.
    keys.sort_unstable();
    let take = |(_, index): (i64, usize)| things.get_mut(index).and_then(Option::take);
    keys.into_iter().filter_map(take).collect()
}

/// A common scale for bars: it starts at zero and ends at the largest number, on either side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scale {
    low: i64,
    high: i64,
}

/// A number more than this many times the next one would crush the rest.
const CRUSHES: i64 = 3;

impl Scale {
    /// For numbers given in millionths.
    pub(crate) fn of(numbers: &[i64]) -> Self {
        Self {
            low: numbers.iter().copied().min().unwrap_or(0).min(0),
            high: numbers.iter().copied().max().unwrap_or(0).max(0),
        }
    }

    /// The same, but of three numbers or more one that would crush the rest is left beyond the end.
    pub(crate) fn sparing(numbers: &[i64]) -> Self {
        let (mut first, mut second) = (0, 0);
        for size in numbers.iter().map(|it| it.abs()) {
            if size > first {
                (first, second) = (size, first);
            } else {
                second = second.max(size);
            }
        }
        if numbers.len() > 2 && second > 0 && first > second.saturating_mul(CRUSHES) {
            // A tenth of room behind the longest that is drawn in full, for the broken one.
            let end = second + second / 10;
            let scale = Self::of(numbers);
            return Self {
                low: scale.low.max(-end),
                high: scale.high.min(end),
            };
        }
        Self::of(numbers)
    }

    /// Where zero stands.
    pub(crate) fn zero(self) -> i64 {
        self.place(0)
    }

    fn place(self, number: i64) -> i64 {
        ratio(number - self.low, self.high - self.low)
    }

    /// The bar for a number.
    pub(crate) fn mark(self, number: i64) -> Mark {
        let within = number.clamp(self.low, self.high);
        let (zero, end) = (self.zero(), self.place(within));
        Mark {
            start: zero.min(end),
            length: (end - zero).abs(),
            falls: number < 0,
            beyond: within != number,
        }
    }
}

/// `part` of `whole` in ten-thousandths, within the scale.
pub(crate) fn share(part: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    ratio(part.clamp(0, whole), whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fall_goes_to_the_left() {
        let scale = Scale::of(&[-50, 150]);
        assert_eq!(scale.zero(), 2500);
        let fall = scale.mark(-50);
        assert_eq!((fall.start, fall.length, fall.falls), (0, 2500, true));
        let rise = scale.mark(150);
        assert_eq!((rise.start, rise.length, rise.falls), (2500, 7500, false));
    }

    #[test]
    fn an_outlier_is_broken_and_says_so() {
        let numbers = [600, 104, 95, 8];
        let scale = Scale::sparing(&numbers);
        assert!(scale.mark(600).beyond);
        assert!(!scale.mark(104).beyond);
        assert_eq!(scale.mark(600).length, FULL);
        assert_eq!(Scale::sparing(&[104, 95, 8]), Scale::of(&[104, 95, 8]));
    }

    proptest! {
        /// Lengths are proportional to the numbers, to the nearest ten-thousandth.
        #[test]
        fn bars_are_proportional(numbers in prop::collection::vec(0_i64..1_000_000_000, 1..12)) {
            let scale = Scale::of(&numbers);
            let most = numbers.iter().copied().max().unwrap_or(0);
            for number in numbers {
                let length = scale.mark(number).length;
                if most == 0 {
                    prop_assert_eq!(length, 0);
                } else {
                    let error = (length * most - number * FULL).abs();
                    prop_assert!(error <= most, "{} of {}: {}", number, most, length);
                }
            }
        }
    }
}

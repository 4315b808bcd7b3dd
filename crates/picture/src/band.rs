//! The woven band of the header: one thread for each metric that grew.

use crate::scale::{FULL, Scale, in_order, millionths};
use halfyear_bundle::Metric;

/// How many threads a band has at most.
const MOST: usize = 14;

/// A thread of the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its thickness, in ten-thousandths of the thickest.
    pub thickness: i64,
    /// Whether its growth lies beyond the scale of the others.
    pub beyond: bool,
}

/// The growth rates of the metrics as threads, thickest first.
pub(crate) fn weave(metrics: &[&Metric]) -> Vec<Thread> {
    let mut rates = Vec::new();
    for metric in metrics {
        for it in std::iter::once(*metric).chain(&metric.items) {
            if let Some(change) = it.change.as_ref().filter(|change| change.unit == "%") {
                let rate = (it.indicator.as_deref(), millionths(&change.value).abs());
                // What several panels show is one thread.
                if !rates.contains(&rate) {
                    rates.push(rate);
                }
            }
        }
    }
    let keyed = rates.into_iter().map(|rate| (-rate.1, rate.1)).collect();
    let mut numbers: Vec<i64> = in_order(keyed);
    // A band is narrow, however much a report tells.
    numbers.truncate(MOST);
    let scale = Scale::sparing(&numbers);
    let thread = |number: &i64| {
        let mark = scale.mark(*number);
        Thread {
            thickness: mark.length.min(FULL),
            beyond: mark.beyond,
        }
    };
    numbers.iter().map(thread).collect()
}

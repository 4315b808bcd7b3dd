//! Which months a statement covers, where the time that it was told at is not all of them.

use crate::draft::Draft;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use crate::words::time::{Part, Time, Year};

/// The time that a statement covers: a flow told at the end of June is of the half year, an aim told
/// of 今年 of the whole of it.
pub(crate) fn covers(draft: &Draft, time: Time) -> Time {
    let flows = |name: &str| Lexicon::get().ends_in(Noun::Flow, name);
    if time.until && time.is_one_month() && flows(&draft.name.plain) {
        return time.since_january();
    }
    let this_year = time.part == Part::Unsaid && time.year == Year::Relative(0);
    match draft.target && this_year {
        true => Time {
            part: Part::Months(1, 12),
            ..time
        },
        false => time,
    }
}

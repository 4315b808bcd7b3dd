//! Which months a statement covers, where the time that it was told at is not all of them.

use crate::draft::Draft;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use crate::words::time::{Part, Time, Year};

/// The time that a statement covers: a flow told at the end of June is of the half year, an aim told
/// of 今年 of the whole of it.
pub(crate) fn covers(draft: &Draft, time: Time) -> Time {
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

/// Whether something is counted over months: 税收, and with it by how much it grew and which part of a
/// plan it is (税收增加, 税收完成年初预算比例). What is 新增 is so whatever it is: 城镇新增就业.
fn flows(name: &str) -> bool {
    let moved = ["增加", "减少", "增收", "减收", "增支", "减支"];
    let before_verb = moved.iter().find_map(|verb| name.strip_suffix(verb));
    let of_plan = ["完成", "占"].iter().find_map(|verb| {
        let part = name.ends_with("比例") || name.ends_with("比重");
        let (before, _) = name.rsplit_once(verb).filter(|_| part)?;
        (!before.is_empty()).then_some(before)
    });
    let stem = before_verb.or(of_plan).unwrap_or(name);
    name.contains("新增") || Lexicon::get().ends_in(Noun::Flow, stem)
}

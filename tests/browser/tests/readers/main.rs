//! What every reader gets: those who hear it, use keys, need large type, high
//! contrast or paper, and those with another browser.

mod axe;
mod boxes;
mod engines;
mod keys;
mod marks;
mod media;
mod shift;
mod spoken;

use halfyear_browser_tests::{run, tests};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        axe::finds_nothing_in_any_look,
        axe::finds_nothing_in_the_card_and_the_table,
        boxes::texts_have_their_room,
        boxes::also_at_twice_the_size,
        boxes::also_with_labels_twice_as_long,
        boxes::also_both_at_once,
        boxes::the_card_has_its_room,
        engines::draw_the_poster_alike,
        keys::open_a_source_and_come_back,
        keys::reach_every_number_and_show_where_they_are,
        keys::open_the_table,
        marks::bars_are_as_long_as_their_numbers,
        marks::there_is_a_dot_for_each_stated_number,
        marks::nearly_all_is_not_all,
        media::forced_colours_leave_every_mark_visible,
        media::who_wants_no_motion_gets_none,
        media::paper_shows_no_tools_and_splits_no_panel,
        shift::nothing_moves_while_it_loads,
        spoken::the_figure_has_a_name_and_a_summary,
        spoken::every_number_is_said_with_its_label_and_unit,
    ])
}

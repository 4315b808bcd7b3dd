//! The widget in real browsers: what it shows, what its attributes do, what
//! becomes of it when the world is broken.

mod attributes;
mod broken;
mod life;
mod numbers;

use halfyear_browser_tests::{run, tests};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        numbers::each_panel_holds_the_numbers_of_the_bundle,
        numbers::every_number_opens_its_source_sentence,
        numbers::another_figure_in_the_text_is_another_figure_on_the_page,
        numbers::english_opens_the_same_sentences,
        attributes::metrics_choose_and_order,
        attributes::lang_changes_the_words,
        attributes::theme_changes_the_colours,
        attributes::layout_changes_the_layout,
        attributes::hide_and_heading,
        attributes::nonsense_is_reported_once_and_the_rest_is_drawn,
        attributes::two_elements_are_independent,
        attributes::the_property_bundle_takes_an_object,
        attributes::set_while_it_is_drawn_are_not_lost,
        broken::nothing_that_is_missing_takes_the_fallback_away,
        broken::the_last_good_picture_stays,
        life::a_move_in_the_document_changes_nothing,
        life::removal_frees_everything,
    ])
}

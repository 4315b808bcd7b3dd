//! What an element shows, as files: by its methods and by its menu.

mod files;
mod menu;

use halfyear_browser_tests::{run, tests};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        files::nothing_of_it_is_fetched_before_somebody_saves,
        files::the_drawing_is_that_of_the_command,
        files::the_table_is_that_of_the_command,
        files::pixels_show_the_drawing,
        files::what_cannot_be_saved_says_why,
        files::every_engine_saves,
        menu::opens_saves_and_closes_by_keyboard,
        menu::gives_every_kind_of_file,
        menu::is_hidden_with_the_tools,
    ])
}

//! Every way of embedding, on pages of all kinds.

mod pages;
mod painted;
mod waking;

use halfyear_browser_tests::{run, tests};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        waking::changes_not_one_pixel,
        waking::below_the_fold_only_the_loader_is_fetched,
        waking::the_first_click_is_not_lost,
        waking::markup_of_another_build_is_drawn_anew,
        pages::are_lived_with_in_every_engine,
        pages::hold_a_hundred_in_every_engine,
        pages::of_servers_that_do_not_know_wasm_are_drawn,
        pages::without_scripts_show_everything,
        pages::in_a_sandboxed_frame_draw,
    ])
}

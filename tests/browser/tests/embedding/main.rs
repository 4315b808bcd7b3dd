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
        waking::many_on_a_page_share_one_wasm,
        pages::are_lived_with_in_every_engine,
        pages::without_scripts_show_everything,
        pages::in_a_sandboxed_frame_draw,
    ])
}

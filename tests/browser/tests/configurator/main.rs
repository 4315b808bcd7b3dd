//! The configurator, as the preview page shows it.

mod choose;
mod report;

use halfyear_browser_tests::{Error, Stage, Tree, folder, run, tests};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        choose::loads_with_an_empty_console,
        choose::every_infographic_on_it_is_drawn,
        choose::the_address_holds_what_is_chosen,
        choose::metrics_are_ordered_by_keys,
        choose::each_way_has_its_snippet,
        choose::fits_a_phone,
        choose::axe_finds_nothing,
        report::says_the_same_as_the_command,
        report::becomes_an_infographic_that_points_both_ways,
        report::says_what_the_draft_left_out,
        report::can_be_put_right_by_hand,
        report::without_a_year_asks_for_it,
        report::long_ones_do_not_stop_the_page,
    ])
}

/// Opens the page with a query, and waits for the first infographic.
async fn open(stage: &Stage, query: &str) -> Result<(), Error> {
    let tree = Tree::of(folder("HALFYEAR_PREVIEW")?);
    let address = stage.site.serve(tree);
    stage.page.visit(&[&*address, query].concat()).await?;
    stage.page.drawn(1).await
}

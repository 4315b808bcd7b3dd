//! The widget in real browsers: what it shows, what its attributes do, what
//! becomes of it when the world is broken.

mod attributes;
mod broken;
mod life;
mod numbers;
mod preview;
mod stage;

use halfyear_browser_tests::{Driver, Engine, Error, Site};
use libtest_mimic::{Arguments, Trial};
use stage::Test;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::runtime::Runtime;

macro_rules! tests {
    ($($area:ident :: $test:ident),* $(,)?) => {
        [$((
            concat!(stringify!($area), "::", stringify!($test)),
            (|stage| Box::pin($area::$test(stage))) as Test,
        )),*]
    };
}

const TESTS: &[(&str, Test)] = &tests![
    preview::loads_with_an_empty_console,
    preview::every_infographic_on_it_is_drawn,
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
    broken::nothing_that_is_missing_takes_the_fallback_away,
    broken::the_last_good_picture_stays,
    life::a_move_in_the_document_changes_nothing,
    life::removal_frees_everything,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match trials(&arguments) {
        Ok((trials, drivers)) => {
            let conclusion = libtest_mimic::run(&arguments, trials);
            drop(drivers);
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Every test in every engine, and the drivers, which the last test outlives.
fn trials(arguments: &Arguments) -> Result<(Vec<Trial>, Vec<Arc<Driver>>), Error> {
    let runtime = Arc::new(Runtime::new()?);
    let site = runtime.block_on(Site::start())?;
    let mut trials = Vec::new();
    let mut drivers = Vec::new();
    for engine in Engine::ALL {
        // To list the tests takes no browser.
        let driver = match arguments.list {
            true => None,
            false => Some(Arc::new(Driver::start(engine)?)),
        };
        drivers.extend(driver.clone());
        for &(name, test) in TESTS {
            let (runtime, site, driver) = (Arc::clone(&runtime), site.clone(), driver.clone());
            let run = move || {
                let driver = driver.ok_or("no driver runs while tests are only listed")?;
                let ran = runtime.block_on(stage::run(&driver, site, test));
                ran.map_err(|error| error.to_string().into())
            };
            trials.push(Trial::test(format!("{}::{name}", engine.name()), run));
        }
    }
    Ok((trials, drivers))
}

//! A test program: every test in every engine, with one driver and one server.

use crate::stage::{self, Test};
use crate::{Driver, Engine, Error, Site};
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// The tests named `area::test`, with their names, for [`run`].
#[macro_export]
macro_rules! tests {
    ($($area:ident :: $test:ident),* $(,)?) => {
        [$((
            concat!(stringify!($area), "::", stringify!($test)),
            (|stage| Box::pin($area::$test(stage))) as $crate::stage::Test,
        )),*]
    };
}

/// Runs `tests` as the arguments of the program want it.
pub fn run(tests: &[(&'static str, Test)]) -> ExitCode {
    let arguments = Arguments::from_args();
    match trials(&arguments, tests) {
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
fn trials(
    arguments: &Arguments,
    tests: &[(&'static str, Test)],
) -> Result<(Vec<Trial>, Vec<Arc<Driver>>), Error> {
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
        for &(name, test) in tests {
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

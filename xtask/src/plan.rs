//! A chore as a list of steps: what is done, how far it is, how long it took.

use crate::failure::{Done, Failure};
use crate::process::so_far;
use crate::tally::Tally;
use std::time::Instant;

/// Steps that are counted before the first one begins.
#[derive(Default)]
pub struct Plan {
    steps: Vec<Step>,
}

struct Step {
    title: String,
    advice: &'static str,
    work: Work,
}

enum Work {
    /// What later steps need: without it the chore ends.
    Needed(Box<dyn FnOnce() -> Done>),
    /// A check that counts as one test; the others go on without it.
    Check(Box<dyn FnOnce() -> Done>),
    /// A program that runs any number of tests and counts them.
    Tests(Box<dyn FnOnce(&mut Tally) -> Done>),
}

impl Plan {
    /// Adds a step that the following ones need. `advice` says in one sentence
    /// what to do when it fails, where the failure does not say so itself.
    pub fn step(
        &mut self,
        title: impl Into<String>,
        advice: &'static str,
        work: impl FnOnce() -> Done + 'static,
    ) {
        self.push(title.into(), advice, Work::Needed(Box::new(work)));
    }

    /// Adds a step that counts as one test.
    pub fn check(
        &mut self,
        title: impl Into<String>,
        advice: &'static str,
        work: impl FnOnce() -> Done + 'static,
    ) {
        self.push(title.into(), advice, Work::Check(Box::new(work)));
    }

    /// Adds a step that runs tests.
    pub fn tests(
        &mut self,
        title: impl Into<String>,
        advice: &'static str,
        work: impl FnOnce(&mut Tally) -> Done + 'static,
    ) {
        self.push(title.into(), advice, Work::Tests(Box::new(work)));
    }

    fn push(&mut self, title: String, advice: &'static str, work: Work) {
        self.steps.push(Step {
            title,
            advice,
            work,
        });
    }

    /// Runs the steps in order.
    pub fn run(self) -> Done {
        self.work(&mut Tally::default())
    }

    /// Runs the steps in order and says how many tests passed.
    pub fn run_and_count(self) -> Done {
        let began = Instant::now();
        let mut tally = Tally::default();
        let done = self.work(&mut tally);
        let Tally {
            passed,
            failed,
            ignored,
        } = tally;
        if let Err(failure) = &done {
            eprintln!("\n{failure}");
        }
        eprintln!("\ntook {}", so_far(began));
        if ignored > 0 {
            println!("{passed} passed, {failed} failed, {ignored} ignored");
        } else {
            println!("{passed} passed, {failed} failed");
        }
        done.map_err(|_| Failure::from("not everything passed; what failed is named above"))
    }

    fn work(self, tally: &mut Tally) -> Done {
        let count = self.steps.len();
        let mut failures = Vec::new();
        for (
            index,
            Step {
                title,
                advice,
                work,
            },
        ) in self.steps.into_iter().enumerate()
        {
            let began = Instant::now();
            eprintln!("[{}/{count}] {title}", index + 1);
            let needed = matches!(work, Work::Needed(_));
            let done = match work {
                Work::Needed(work) => work(),
                Work::Check(work) => {
                    let done = work();
                    tally.passed += usize::from(done.is_ok());
                    tally.failed += usize::from(done.is_err());
                    done
                }
                Work::Tests(work) => {
                    let failed = tally.failed;
                    let done = work(tally);
                    // It did not come to running them.
                    tally.failed += usize::from(done.is_err() && tally.failed == failed);
                    done
                }
            };
            if let Err(failure) = done {
                failures.push(
                    format!("{title}: {failure}\n{advice}")
                        .trim_end()
                        .to_owned(),
                );
                if needed {
                    break;
                }
            } else if began.elapsed().as_secs() > 0 {
                eprintln!("      done in {}", so_far(began));
            }
        }
        if failures.is_empty() {
            Ok(())
        } else {
            Err(failures.join("\n").into())
        }
    }
}

//! A chore as a list of steps: what is done, how far it is, how long it took.

use crate::process::{Done, Failure, so_far};
use std::time::Instant;

/// Steps that are counted before the first one begins.
#[derive(Default)]
pub struct Plan {
    steps: Vec<Step>,
}

struct Step {
    title: String,
    advice: &'static str,
    work: Box<dyn FnOnce() -> Done>,
}

impl Plan {
    /// Adds a step. `advice` says in one sentence what to do when it fails.
    pub fn step(
        &mut self,
        title: impl Into<String>,
        advice: &'static str,
        work: impl FnOnce() -> Done + 'static,
    ) {
        let title = title.into();
        self.steps.push(Step {
            title,
            advice,
            work: Box::new(work),
        });
    }

    /// Runs the steps in order and stops at the first that fails.
    pub fn run(self) -> Done {
        let count = self.steps.len();
        for (index, step) in self.steps.into_iter().enumerate() {
            let began = Instant::now();
            eprintln!("[{}/{count}] {}", index + 1, step.title);
            (step.work)().map_err(|failure| {
                let what = format!("{} did not work: {failure}", step.title);
                let failure = Failure::from(what);
                if step.advice.is_empty() {
                    failure
                } else {
                    failure.mend(step.advice)
                }
            })?;
            if began.elapsed().as_secs() > 0 {
                eprintln!("      done in {}", so_far(began));
            }
        }
        Ok(())
    }
}

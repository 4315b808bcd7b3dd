//! The chores of this repository: `cargo xtask help`.

mod bench;
mod dist;
mod failure;
mod folders;
mod gallery;
mod machine;
mod plan;
mod preview;
mod process;
mod shots;
mod shrink;
mod tally;
mod test;
mod tidy;
mod tools;
mod widget;

use std::process::ExitCode;

const HELP: &str = "\
the chores of halfyear

  cargo xtask preview [TRUNK OPTIONS]   serve the preview page, reload it when a source changes
                                        (for instance --port 9000, --open)
  cargo xtask test [PART...]            run every test, or parts of them:
                                        lint native wasm browser sizes
                                        (what follows -- goes to the test programs)
  cargo xtask dist [--base ADDRESS]     everything that is published, into dist/
  cargo xtask bench [PART...]           how fast things are, as ratios: reader page
  cargo xtask shots [OPTIONS]           photograph the poster; cargo xtask shots --help
  cargo xtask gallery [--renew]         hold every panel and layout to its picture in gallery/,
                                        or take the pictures anew
  cargo xtask help                      this text

What is missing on this machine is installed into a cache folder of yours, never into
the repository: $XDG_CACHE_HOME/halfyear, ~/.cache/halfyear or ~/Library/Caches/halfyear.
Set CARGO_TARGET_DIR to keep the compiled code of this clone to itself.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match command {
        "preview" => preview::serve(rest),
        "test" => test::run_parts(rest),
        "gallery" => gallery::hang(rest),
        "bench" => bench::measure(rest),
        "dist" => dist::publish(rest),
        "shots" => shots::take(rest),
        "stage" => preview::stage(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            eprintln!("there is no chore `{other}`; these are the ones that exist:\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask {command}: {failure}");
            ExitCode::FAILURE
        }
    }
}

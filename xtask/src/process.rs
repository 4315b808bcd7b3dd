//! Running other programs, with a sign of life while they take long.

pub use crate::failure::{Done, Failure};
use crate::folders;
use crate::tally::Tally;
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may be silent before it is said that it still runs.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How much of a program's output is shown when it fails.
const TAIL: usize = 40;

/// What becomes of a program's output.
#[derive(Clone, Copy, PartialEq)]
pub enum Output {
    /// It is what the person asked for.
    Shown,
    /// The same from a program that goes on until it is interrupted.
    Served,
    /// It is progress: passed on to a terminal, otherwise kept in case of
    /// failure.
    Progress,
    /// Only of interest in case of failure.
    Unheard,
}

/// Runs `command` to its end.
pub fn run(command: &mut Command, output: Output) -> Done {
    let name = command.get_program().to_string_lossy().into_owned();
    let name = Path::new(&name)
        .file_stem()
        .map_or(name.clone(), |s| s.to_string_lossy().into());
    let unseen = output == Output::Progress && !io::stderr().is_terminal();
    let kept = unseen || output == Output::Unheard;
    if kept {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
    }
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|e| Failure(format!("cannot start `{name}`: {e}")))?;

    let tail = Tail::default();
    let readers = [
        child.stdout.take().map(|pipe| tail.follow(pipe)),
        child.stderr.take().map(|pipe| tail.follow(pipe)),
    ];
    let pulse = (output != Output::Served).then(|| Pulse::start(tail.clone()));
    let status = child.wait();
    drop(pulse);
    // The readers end with the pipes, which a daemon left behind may hold
    // open: only a failed program's last words are worth waiting for.
    let status = status.map_err(|e| Failure(format!("lost `{name}`: {e}")))?;
    if status.success() {
        return Ok(());
    }
    for reader in readers.into_iter().flatten() {
        let _ = reader.join();
    }
    for line in tail.lines() {
        eprintln!("      {line}");
    }
    Err(Failure(format!("`{name}` failed ({status})")))
}

/// Runs `command`, passes its standard output on and adds up the results that
/// it holds, in the words of Rust's own test programs.
pub fn run_tests(command: &mut Command, tally: &mut Tally) -> Done {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|e| Failure(format!("cannot start `cargo`: {e}")))?;
    let pulse = Pulse::start(Tail::default());
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|pipe| BufReader::new(pipe).lines())
    {
        let Ok(line) = line else { break };
        println!("{line}");
        if line.starts_with("test result: ") {
            tally.passed += count(&line, "passed");
            tally.failed += count(&line, "failed");
            tally.ignored += count(&line, "ignored");
        }
    }
    drop(pulse);
    let status = child
        .wait()
        .map_err(|e| Failure(format!("lost `cargo`: {e}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure(format!("failed ({status})")))
    }
}

/// The number before `word` in a line of results.
fn count(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line
        .split([' ', ';'])
        .filter(|part| !part.is_empty())
        .collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// Says now and then that a program still runs, unless a terminal shows the
/// program's own progress; ends when it is dropped.
struct Pulse {
    _running: mpsc::Sender<()>,
}

impl Pulse {
    fn start(tail: Tail) -> Pulse {
        let (running, ended) = mpsc::channel();
        let began = Instant::now();
        if !io::stderr().is_terminal() {
            thread::spawn(move || {
                while ended.recv_timeout(HEARTBEAT) == Err(mpsc::RecvTimeoutError::Timeout) {
                    let last = tail.lines().pop().unwrap_or_default();
                    eprintln!("      {} so far  {}", so_far(began), last.trim());
                }
            });
        }
        Pulse { _running: running }
    }
}

/// The time since `began`, for people.
pub fn so_far(began: Instant) -> String {
    match began.elapsed().as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// The last lines of a program's output.
#[derive(Clone, Default)]
struct Tail(Arc<Mutex<VecDeque<String>>>);

impl Tail {
    fn follow(&self, pipe: impl Read + Send + 'static) -> thread::JoinHandle<()> {
        let tail = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).trim_end().to_owned();
                let Ok(mut lines) = tail.0.lock() else { return };
                if lines.len() == TAIL {
                    lines.pop_front();
                }
                lines.push_back(line);
            }
        })
    }

    fn lines(&self) -> Vec<String> {
        self.0
            .lock()
            .map(|lines| lines.iter().cloned().collect())
            .unwrap_or_default()
    }
}

/// What `command` prints, or nothing when it cannot run or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// A program with arguments, in the root of the repository.
pub fn program(name: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folders::repository());
    command
}

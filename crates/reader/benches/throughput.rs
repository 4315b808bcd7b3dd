//! How fast texts are read, as a ratio: to that of checking that they are UTF-8 and finding their
//! numerals with a regular expression, in turns in one run. Absolute times say little on a machine
//! that does other things too.
//!
//! A second table holds hostile texts of one size against ten times as much: a ratio of the time
//! for each byte that stays near 1 says that the time is proportional to the length.

#[path = "../tests/hostile_texts/mod.rs"]
mod hostile_texts;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

/// About as many bytes as each text is repeated to.
const BYTES: usize = 1_000_000;
/// Turns; the fastest of each counts.
const TURNS: usize = 7;

fn main() -> io::Result<()> {
    let reports = reports()?;
    let numerals =
        regex::Regex::new("[0-9０-９]+(?:[.．·][0-9０-９]+)?|[〇一二三四五六七八九十百千万亿两]+")
            .map_err(io::Error::other)?;
    println!(
        "{:<28} {:>8} {:>8}  times the yardstick",
        "text", "MB/s", "yard"
    );
    let all = reports.concat();
    let prose = "全区上下深入学习贯彻会议精神，坚持稳中求进，经济运行总体平稳。".to_owned();
    for (name, texts) in [
        ("reports one by one", reports),
        ("reports as one text", vec![repeated(&all, BYTES)]),
        ("prose without numerals", vec![repeated(&prose, BYTES)]),
    ] {
        let size: usize = texts.iter().map(String::len).sum();
        let times = BYTES.div_ceil(size);
        let (mut own, mut yard) = (Duration::MAX, Duration::MAX);
        for _ in 0..TURNS {
            own = own.min(timed(|| {
                for text in (0..times).flat_map(|_| &texts) {
                    black_box(halfyear_reader::read("bench", black_box(text)));
                }
            }));
            yard = yard.min(timed(|| {
                for text in (0..times).flat_map(|_| &texts) {
                    let checked = std::str::from_utf8(black_box(text.as_bytes()));
                    black_box(checked.map_or(0, |it| numerals.find_iter(it).count()));
                }
            }));
        }
        let speed = |it: Duration| (size * times) as f64 / 1e6 / it.as_secs_f64();
        println!(
            "{name:<28} {:>8.1} {:>8.1}  {:.1}",
            speed(own),
            speed(yard),
            own.as_secs_f64() / yard.as_secs_f64(),
        );
    }
    println!(
        "\n{:<28} {:>8} {:>8}  time for a byte at 10 MB against 1 MB",
        "hostile text", "1 MB/s", "10 MB/s"
    );
    for word in hostile_texts::WORDS {
        let time = |size: usize, turns: usize| {
            let text = repeated(word, size);
            let read = || drop(black_box(halfyear_reader::read("bench", black_box(&text))));
            (0..turns).map(|_| timed(read)).min().unwrap_or_default()
        };
        let (one, ten) = (time(BYTES, 3), time(10 * BYTES, 1));
        println!(
            "{:<28} {:>8.1} {:>8.1}  {:.1}",
            word.escape_debug().to_string(),
            BYTES as f64 / 1e6 / one.as_secs_f64(),
            BYTES as f64 / 1e5 / ten.as_secs_f64(),
            ten.as_secs_f64() / one.as_secs_f64() / 10.0,
        );
    }
    Ok(())
}

fn timed(does: impl FnOnce()) -> Duration {
    let began = Instant::now();
    does();
    began.elapsed()
}

fn repeated(text: &str, bytes: usize) -> String {
    text.repeat(bytes.div_ceil(text.len()))
}

/// The seeds, and the reports of the corpus without the facts that stand under them.
fn reports() -> io::Result<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut reports = Vec::new();
    for folder in ["seeds", "tests/corpus"] {
        let mut files: Vec<_> = fs::read_dir(root.join(folder))?
            .flatten()
            .map(|it| it.path())
            .filter(|it| it.extension() == Some("txt".as_ref()))
            .collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(file)?;
            let report = text.split_once("\n----\n").map_or(&*text, |(it, _)| it);
            reports.push(report.to_owned());
        }
    }
    Ok(reports)
}

//! How fast texts are read, as a ratio: to that of checking that they are UTF-8 and finding their
//! numerals with a regular expression, in turns in one run. Absolute times say little on a machine
//! that does other things too.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

/// About as many bytes as each text is repeated to.
const BYTES: usize = 1_000_000;
/// Turns; the fastest of each counts.
const TURNS: usize = 7;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds = String::new();
    for folder in ["seeds", "tests/corpus"] {
        let mut files: Vec<_> = fs::read_dir(root.join(folder))?
            .flatten()
            .map(|it| it.path())
            .filter(|it| it.extension() == Some("txt".as_ref()))
            .collect();
        files.sort();
        for file in files {
            seeds.push_str(&fs::read_to_string(file)?);
        }
    }
    let numerals =
        regex::Regex::new("[0-9０-９]+(?:[.．·][0-9０-９]+)?|[〇一二三四五六七八九十百千万亿两]+")
            .map_err(io::Error::other)?;
    println!(
        "{:<28} {:>8} {:>8}  times the yardstick",
        "text", "MB/s", "yard"
    );
    for (name, text) in [
        ("reports", seeds.clone()),
        ("第", "第".to_owned()),
        ("分别", "分别".to_owned()),
        ("digits", "1234567890".to_owned()),
        ("open brackets", "（".to_owned()),
        ("one sentence without end", "生产总值增长8.2%，".to_owned()),
        ("亿元", "亿元".to_owned()),
    ] {
        for size in [BYTES, 4 * BYTES] {
            let text = text.repeat(size.div_ceil(text.len()));
            let bytes = text.as_bytes();
            let (mut own, mut yard) = (Duration::MAX, Duration::MAX);
            for _ in 0..if size > BYTES { 2 } else { TURNS } {
                let began = Instant::now();
                black_box(halfyear_reader::read("bench", black_box(&text)));
                own = own.min(began.elapsed());
                let began = Instant::now();
                let checked = std::str::from_utf8(black_box(bytes)).map_err(io::Error::other)?;
                black_box(numerals.find_iter(checked).count());
                yard = yard.min(began.elapsed());
            }
            let speed = |it: Duration| bytes.len() as f64 / 1e6 / it.as_secs_f64();
            println!(
                "{:<28} {:>8.1} {:>8.1}  {:.1}",
                format!("{name}, {} MB", size / BYTES),
                speed(own),
                speed(yard),
                own.as_secs_f64() / yard.as_secs_f64(),
            );
        }
    }
    Ok(())
}

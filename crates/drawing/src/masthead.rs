//! What stands around panels in every layout: the kicker, the woven band, the source line.

use crate::ink::Ink;
use crate::pen::Pen;
use crate::run::{Run, text};
use halfyear_picture::{Picture, Thread};

/// Place, what it lies in, months.
pub(crate) fn kicker(picture: &Picture) -> Vec<Run> {
    let part = |words: &str| text(words, 14.0, Ink::Muted).after(14.0);
    let mut runs = vec![text(&picture.place, 14.0, Ink::Own).strong()];
    for words in [&picture.within, &picture.period] {
        if !words.is_empty() {
            runs.push(part(words));
        }
    }
    runs
}

/// The woven band: a stripe for each thread, as wide as its growth, of plies in a twill.
pub(crate) fn band(pen: &mut Pen, threads: &[Thread], width: f64) {
    const WIDEST: f64 = 16.0;
    const BETWEEN: f64 = 1.6;
    const PLY: f64 = 2.4;
    if threads.is_empty() {
        return;
    }
    pen.y += 20.0;
    let mut weft = 0_u32;
    for (even, thread) in [false, true].into_iter().cycle().zip(threads) {
        let thick = (thread.thickness as f64 * WIDEST / 10_000.0).max(1.0);
        let plies = (thick / PLY).floor().max(1.0);
        let ply = thick / plies;
        let ink = match (thread.beyond, even) {
            (true, _) => Ink::Alarm,
            (false, true) => Ink::Even,
            (false, false) => Ink::Own,
        };
        for i in 0..plies as u32 {
            // Each ply runs over three of the warp and under one, a step further than the last.
            let step = -f64::from(weft % 4 * 2);
            let middle = pen.y + (f64::from(i) + 0.5) * ply;
            pen.dashes(middle, width, ply - 0.4, "6.5 1.5", step, ink);
            weft += 1;
        }
        pen.y += thick + BETWEEN;
    }
    pen.y -= BETWEEN;
}

/// Whose report the figures are from.
pub(crate) fn source(picture: &Picture, size: f64) -> Run {
    let words = picture.words();
    let line = [words.source, words.colon, &picture.source].concat();
    text(&line, size, Ink::Muted)
}

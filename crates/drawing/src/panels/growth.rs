use crate::ink::Ink;
use crate::panels::parts::part;
use crate::pen::{Anchor, Pen, Room};
use crate::run::{BODY, NOTE, Run, figure, text};
use crate::wrap::Fit;
use halfyear_picture::{FULL, Growth, Mark, Row};

const KNOT: f64 = 5.0;
const AFTER: f64 = 12.0;

/// A row for each indicator: name, thread, rate, level.
pub(crate) fn growth(pen: &mut Pen, it: &Growth, width: f64) {
    pen.y += 4.0;
    let name = |row: &Row| text(&row.name, BODY, Ink::Text);
    let level = |row: &Row| row.level.as_ref().map(|it| figure(it, NOTE, Ink::Muted));
    let widest = |runs: &dyn Fn(&Row) -> Option<Run>| {
        it.rows
            .iter()
            .filter_map(runs)
            .map(|run| pen.width(&[run]))
            .fold(0.0, f64::max)
    };
    let names = widest(&|row| Some(name(row)));
    let levels = widest(&level);
    // Names, threads and levels side by side, unless that leaves the threads no room.
    let beside = pen.style.room > Room::Narrow && names + levels + 48.0 < width * 0.6;
    let (left, right) = if beside {
        (names + 20.0, width - levels - 20.0)
    } else {
        (0.0, width)
    };
    let scale = it
        .rows
        .iter()
        .map(|row| {
            let room = right - left - AFTER - pen.width(&[rate(row)]);
            let end = (row.mark.start + row.mark.length).max(1);
            room * FULL as f64 / end as f64
        })
        .fold(right - left, f64::min);
    for row in &it.rows {
        if beside {
            let middle = pen.y + 17.0;
            let base = middle + BODY * 0.36;
            pen.line(0.0, base, Anchor::Start, &[name(row)]);
            pen.line(width, base, Anchor::End, level(row).as_slice());
            rated(pen, row, (left, right, middle), scale);
            pen.y += 34.0;
        } else {
            over(pen, &name(row), level(row), width);
            rated(pen, row, (left, right, pen.y + 12.0), scale);
            pen.y += 28.0;
        }
    }
}

/// The name and the level over their thread: on one line where they fit on one.
fn over(pen: &mut Pen, name: &Run, level: Option<Run>, width: f64) {
    let words: Vec<Run> = [Some(name.clone()), level.clone()]
        .into_iter()
        .flatten()
        .collect();
    if pen.width(&words) + 16.0 <= width {
        pen.y += 22.0;
        pen.line(0.0, pen.y - 4.0, Anchor::Start, &words[..1]);
        pen.line(width, pen.y - 4.0, Anchor::End, level.as_slice());
    } else {
        pen.paragraph(0.0, width, 22.0, Fit::Full, name);
        pen.flow(0.0, width, 20.0, level.as_slice());
    }
}

fn rate(row: &Row) -> Run {
    figure(&row.figure, BODY, Ink::Text).strong()
}

/// A thread with a knot at its end; returns where it ends on the right.
pub(crate) fn thread(pen: &mut Pen, mark: &Mark, (left, y): (f64, f64), scale: f64) -> f64 {
    let from = left + part(mark.start, scale);
    let to = from + part(mark.length, scale);
    let ink = if mark.falls { Ink::Alarm } else { Ink::Own };
    pen.rule((from, y), (to, y), 2.5, ink);
    let knot = if mark.falls { from } else { to };
    pen.disc(knot, y, KNOT, ink);
    if mark.beyond {
        // Two strokes across the thread say that it goes on beyond the scale.
        let cut = if mark.falls { from + 28.0 } else { to - 28.0 };
        pen.rule((cut - 3.0, y), (cut + 3.0, y), 4.0, Ink::Paper);
        for x in [cut - 4.0, cut + 2.0] {
            pen.rule((x - 2.0, y + 6.0), (x + 4.0, y - 6.0), 1.5, ink);
        }
    }
    to
}

/// A thread, its rate, and a hairline for the rest of the scale.
fn rated(pen: &mut Pen, row: &Row, (left, right, y): (f64, f64, f64), scale: f64) {
    let to = thread(pen, &row.mark, (left, y), scale);
    let words = [rate(row)];
    pen.line(to + AFTER, y + BODY * 0.36, Anchor::Start, &words);
    let rest = to + AFTER + pen.width(&words) + 8.0;
    if rest < right {
        pen.rule((rest, y), (right, y), 1.0, Ink::Hairline);
    }
}

//! This year beside the last.

use crate::ink::Ink;
use crate::node::Path;
use crate::panels::parts::{lead, part};
use crate::pen::{Anchor, Pen};
use crate::run::{BODY, MORE, NOTE, Run, figure, large, text};
use halfyear_picture::{Block, ThenNow, UnitChart};

/// Two columns under the growth between them.
pub(crate) fn then_now(pen: &mut Pen, it: &ThenNow, width: f64) {
    const BETWEEN: f64 = 16.0;
    const HEIGHT: f64 = 170.0;
    lead(pen, (None, it.change.as_ref()), width, 46.0);
    let count = it.periods.len().max(1) as f64;
    let wide = ((width - BETWEEN * (count - 1.0)) / count).min(200.0);
    let ground = pen.y + 34.0 + HEIGHT;
    for (i, period) in it.periods.iter().enumerate() {
        let x = i as f64 * (wide + BETWEEN);
        let (bar, ink) = if period.now {
            (Ink::Own, Ink::Own)
        } else {
            (Ink::Other, Ink::Text)
        };
        let high = part(period.mark.length, HEIGHT);
        pen.bar(x, ground - high, (wide, high), bar);
        pen.rule((x, ground + 3.0), (x + wide, ground + 3.0), 1.0, Ink::Other);
        // The number over its column, as large as the column is wide.
        let steps = [MORE, 17.0, BODY, NOTE, 11.0, 9.0];
        let runs = |size: f64| large(&period.figure, size, ink);
        let fits = |size: &f64| pen.width(&runs(*size)) <= wide;
        let size = steps.into_iter().find(fits).unwrap_or(8.0);
        pen.line(x, ground - high - 8.0, Anchor::Start, &runs(size));
        let name = text(&period.name, BODY, Ink::Muted);
        pen.line(x, ground + 23.0, Anchor::Start, &[name]);
    }
    pen.y = ground + 30.0;
}

/// Dots in a column.
const ROWS: u32 = 12;

/// Two blocks of dots of one size, so that their areas compare, over their names.
pub(crate) fn unit_chart(pen: &mut Pen, it: &UnitChart, width: f64) {
    let mut runs: Vec<Run> = Vec::new();
    runs.extend(
        it.change
            .as_ref()
            .map(|it| figure(it, 29.0, Ink::Alarm).serif()),
    );
    runs.extend(
        it.multiple
            .as_ref()
            .map(|it| figure(it, MORE, Ink::Text).after(14.0)),
    );
    pen.flow(0.0, width, 38.0, &runs);
    pen.y += 10.0;
    let columns = |block: &Block| f64::from(block.dots.div_ceil(ROWS).max(1));
    let words = |block: &Block| large(&block.figure, HEAD_OF_BLOCK, Ink::Text);
    let wide = |pen: &Pen, block: &Block, pitch: f64| {
        let text = pen.width(&words(block)) + 20.0;
        text.max((columns(block) + 2.0) * pitch)
    };
    let between = |pitch: f64| 2.0 * pitch;
    let dots_wide = |pitch: f64| -> f64 {
        let columns: f64 = it.blocks.iter().map(columns).sum();
        columns * pitch + between(pitch)
    };
    let total = |pitch: f64| -> f64 {
        let all: f64 = it.blocks.iter().map(|b| wide(pen, b, pitch)).sum();
        all - between(pitch)
    };
    // The largest dots with which both blocks fit side by side, and the words under them unless
    // that makes the dots too small to count.
    let largest = |fits: &dyn Fn(f64) -> bool| {
        let steps = (16..=72).rev().map(|quarter| f64::from(quarter) / 4.0);
        steps.into_iter().find(|pitch| fits(*pitch))
    };
    let under = largest(&|pitch| total(pitch) <= width).filter(|pitch| *pitch >= 5.0);
    let pitch = under.or_else(|| largest(&|pitch| dots_wide(pitch) <= width));
    let pitch = pitch.unwrap_or(4.0);
    let rows = it.blocks.iter().map(|block| block.dots.min(ROWS)).max();
    let height = f64::from(rows.unwrap_or(1)) * pitch;
    let top = pen.y;
    let mut x = 0.0;
    pen.y = top + height + 4.0;
    for block in &it.blocks {
        let ink = if block.now { Ink::Alarm } else { Ink::Other };
        if let Some(shape) = dots(block.dots, x, top + height, pitch) {
            pen.path(&shape, ink);
        }
        let name = text(&block.name, NOTE, Ink::Muted);
        if under.is_some() {
            pen.line(x, top + height + 24.0, Anchor::Start, &[name]);
            pen.line(x, top + height + 48.0, Anchor::Start, &words(block));
            x += wide(pen, block, pitch);
        } else {
            let mut runs = vec![name];
            runs.extend(words(block));
            if let Some(first) = runs.get_mut(1) {
                *first = first.clone().after(10.0);
            }
            pen.flow(0.0, width, 30.0, &runs);
            x += (columns(block) + 2.0) * pitch;
        }
    }
    pen.y = pen
        .y
        .max(top + height + if under.is_some() { 58.0 } else { 0.0 });
    pen.flow(0.0, width, 22.0, &[text(&it.key, NOTE, Ink::Muted)]);
}

const HEAD_OF_BLOCK: f64 = 21.0;

/// Dots in columns from the ground, each a circle of the same size.
fn dots(count: u32, left: f64, ground: f64, pitch: f64) -> Option<String> {
    let radius = pitch * 0.39;
    let mut path = Path::default();
    for dot in 0..count {
        let (column, row) = (dot / ROWS, dot % ROWS);
        let x = left + (f64::from(column) + 0.5) * pitch;
        let y = ground - (f64::from(row) + 0.5) * pitch;
        path.add('M', &[x - radius, y]);
        for way in [1.0, -1.0] {
            path.add(
                'a',
                &[radius, radius, 0.0, 1.0, 0.0, way * 2.0 * radius, 0.0],
            );
        }
    }
    path.finish()
}

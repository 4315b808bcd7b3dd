//! The items of a list: sizes as bars on one gauge, the others over their names.

use crate::ink::Ink;
use crate::panels::parts::{change, part, placing};
use crate::pen::{Anchor, Pen};
use crate::run::{BODY, HEAD, MORE, NOTE, Run, figure, large, text};
use crate::wrap::Fit;
use halfyear_picture::Item;

/// Whether an item is drawn as a bar.
fn sized(it: &Item) -> bool {
    it.length.is_some() && it.gaps.is_empty() && it.badges.is_empty()
}

/// Figures that compare as bars, the others over their names, side by side as far as they fit.
pub(crate) fn items(pen: &mut Pen, items: &[Item], width: f64, gauge: Gauge) {
    const BETWEEN: f64 = 32.0;
    bars(pen, items, width, gauge);
    let told: Vec<&Item> = items
        .iter()
        .filter(|it| !sized(it))
        .filter(|it| {
            it.level.is_some()
                || it.change.is_some()
                || !it.gaps.is_empty()
                || !it.badges.is_empty()
        })
        .collect();
    let top = pen.y;
    let (mut x, mut row, mut foot) = (0.0, top, top);
    for item in told {
        let numbers = numbers(item);
        let label = text(&item.label, NOTE, Ink::Muted);
        let natural = pen
            .width(&numbers)
            .max(pen.width(std::slice::from_ref(&label)).min(190.0));
        let column = natural.min(width);
        if x > 0.0 && x + column > width + 0.01 {
            (x, row) = (0.0, foot + 18.0);
        }
        pen.y = row;
        if !numbers.is_empty() {
            pen.flow(x, width - x, 34.0, &numbers);
        }
        pen.paragraph(x, column + 0.01, 20.0, Fit::Full, &label);
        for (gap, to) in &item.gaps {
            let runs = [
                text(to, NOTE, Ink::Muted),
                figure(gap, NOTE, Ink::Text).after(6.0),
            ];
            pen.flow(x, width - x, 21.0, &runs);
        }
        for place in &item.badges {
            pen.flow(x, width - x, 24.0, &placing(place, false, NOTE));
        }
        foot = foot.max(pen.y);
        x += column + BETWEEN;
    }
    pen.y = foot;
}

/// Where bars of sizes start and how long the longest may be: the same for every list on one scale.
#[derive(Clone, Copy)]
pub(crate) struct Gauge {
    left: f64,
    room: f64,
    /// Whether names stand beside their bars, and not over them.
    beside: bool,
}

/// The gauge that leaves every name and number of these items its room.
pub(crate) fn gauge<'i>(pen: &Pen, items: impl IntoIterator<Item = &'i Item>, width: f64) -> Gauge {
    let (mut names, mut numbers) = (0.0_f64, 0.0_f64);
    for it in items.into_iter().filter(|it| sized(it)) {
        names = names.max(pen.width(&[name(it)]));
        numbers = numbers.max(pen.width(&size(it)));
    }
    let left = names + 14.0;
    let room = width - left - numbers - 10.0;
    if room >= 40.0 {
        let beside = true;
        return Gauge { left, room, beside };
    }
    Gauge {
        left: 0.0,
        room: (width - numbers - 10.0).max(12.0),
        beside: false,
    }
}

fn name(it: &Item) -> Run {
    text(&it.label, NOTE, Ink::Muted)
}

/// The number at the end of a bar, and its change.
fn size(it: &Item) -> Vec<Run> {
    let level = it.level.iter();
    let mut runs: Vec<Run> = level
        .flat_map(|level| large(level, MORE, Ink::Text))
        .collect();
    let changed = it.change.as_ref();
    runs.extend(changed.map(|changed| change(changed, BODY).after(10.0)));
    runs
}

/// Sizes of one unit: name, bar, number, and the change behind it.
fn bars(pen: &mut Pen, items: &[Item], width: f64, gauge: Gauge) {
    const LEADING: f64 = 30.0;
    let Gauge { left, room, beside } = gauge;
    let mut any = false;
    for it in items.iter().filter(|it| sized(it)) {
        any = true;
        if beside {
            let base = pen.y + LEADING / 2.0 + NOTE * 0.36;
            pen.line(0.0, base, Anchor::Start, &[name(it)]);
        } else {
            pen.paragraph(0.0, width, 20.0, Fit::Full, &name(it));
        }
        let middle = pen.y + LEADING / 2.0;
        let long = part(it.length.unwrap_or_default(), room);
        pen.bar(left, middle - 6.0, (long, 12.0), Ink::Own);
        let base = middle + MORE * 0.36;
        pen.line(left + long + 10.0, base, Anchor::Start, &size(it));
        pen.y += LEADING;
    }
    if any {
        pen.y += 4.0;
    }
}

fn numbers(item: &Item) -> Vec<Run> {
    let mut runs = Vec::new();
    if let Some(level) = &item.level {
        runs.extend(large(level, HEAD, Ink::Text));
    }
    if let Some(changed) = &item.change {
        runs.push(change(changed, BODY).after(10.0));
    }
    runs
}

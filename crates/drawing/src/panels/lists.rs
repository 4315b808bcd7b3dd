//! Lists of figures, works and places.

use crate::ink::Ink;
use crate::panels::growth::thread;
use crate::panels::items::{gauge, items};
use crate::panels::parts::{badges, lead, medal, placing, reach};
use crate::pen::{Anchor, Pen, Room};
use crate::run::{BODY, NOTE, figure, text};
use crate::wrap::Fit;
use halfyear_picture::{Placing, Projects, Ranks, Tile};

/// Columns side by side where there is room, beneath each other where there is none.
fn columns<T>(pen: &mut Pen, parts: &[T], width: f64, draw: impl Fn(&mut Pen, &T, f64)) {
    const BETWEEN: f64 = 40.0;
    let abreast = if pen.style.room == Room::Narrow || width < 520.0 {
        1
    } else {
        parts.len().clamp(1, if width > 900.0 { 3 } else { 2 })
    };
    let column = (width - BETWEEN * (abreast - 1) as f64) / abreast as f64;
    for row in parts.chunks(abreast) {
        let top = pen.y;
        let mut foot = top;
        for (i, part) in row.iter().enumerate() {
            let mut sheet = Pen::new(pen.style);
            draw(&mut sheet, part, column);
            foot = foot.max(top + sheet.y);
            let x = i as f64 * (column + BETWEEN);
            pen.place(sheet.into_group(x, top));
        }
        pen.y = foot + 20.0;
    }
    pen.y -= 20.0;
}

/// A column for each great work.
pub(crate) fn projects(pen: &mut Pen, it: &Projects, width: f64) {
    pen.y += 4.0;
    columns(pen, &it.works, width, |pen, work, width| {
        let name = text(&work.name, 19.0, Ink::Text).serif();
        pen.paragraph(0.0, width, 28.0, Fit::Even, &name);
        if !work.note.is_empty() {
            let note = text(&work.note, NOTE, Ink::Muted);
            pen.paragraph(0.0, width, 20.0, Fit::Full, &note);
        }
        pen.y += 4.0;
        let all = it.works.iter().flat_map(|work| &work.items);
        let gauge = gauge(pen, all, width);
        items(pen, &work.items, width, gauge);
    });
}

/// Places, those of each reach in a column, the number of first places over it.
pub(crate) fn ranks(pen: &mut Pen, it: &Ranks, width: f64) {
    pen.y += 4.0;
    columns(pen, &it.groups, width, |pen, group, width| {
        reach(pen, group, width);
        if !group.name.is_empty() {
            pen.y += 4.0;
            for row in &group.rows {
                pen.y += 3.0;
                let top = pen.y;
                let left = medal(pen, row) + 14.0;
                let subject = text(&row.subject, BODY, Ink::Text);
                pen.y = top + 5.0;
                pen.paragraph(left, width - left, 22.0, Fit::Full, &subject);
                pen.y = pen.y.max(top + 30.0) + 4.0;
                pen.rule((0.0, pen.y), (width, pen.y), 1.0, Ink::Hairline);
            }
            return;
        }
        let head = |row: &Placing| placing(row, false, NOTE);
        let heads = group.rows.iter().map(|row| pen.width(&head(row)));
        let left = heads.fold(0.0, f64::max) + 20.0;
        // Where the column is too narrow for both, the subject stands under its place.
        let beside = width - left >= 110.0;
        for row in &group.rows {
            let top = pen.y;
            pen.line(0.0, top + 9.0 + 16.4, Anchor::Start, &head(row));
            let subject = text(&row.subject, BODY, Ink::Text);
            if beside {
                pen.y += 9.0;
                pen.paragraph(left, width - left, 22.0, Fit::Full, &subject);
                pen.y = pen.y.max(top + 31.0);
            } else {
                pen.y += 32.0;
                pen.paragraph(0.0, width, 22.0, Fit::Full, &subject);
            }
            pen.y += 9.0;
            pen.rule((0.0, pen.y), (width, pen.y), 1.0, Ink::Hairline);
        }
    });
}

/// A figure with all that is known of it.
pub(crate) fn tile(pen: &mut Pen, it: &Tile, width: f64) {
    let own = &it.own;
    lead(pen, (own.level.as_ref(), own.change.as_ref()), width, 46.0);
    for (gap, to) in &own.gaps {
        let runs = [
            text(to, NOTE, Ink::Muted),
            figure(gap, BODY, Ink::Text).after(8.0),
        ];
        pen.flow(0.0, width, 24.0, &runs);
    }
    if let Some(mark) = &it.thread {
        pen.y += 12.0;
        pen.rule((0.0, pen.y), (width, pen.y), 1.0, Ink::Hairline);
        // The knot at its end stays on the paper.
        thread(pen, mark, (0.0, pen.y), width - 6.0);
        pen.y += 10.0;
    }
    badges(pen, &own.badges, false, width);
    if !it.items.is_empty() {
        pen.y += 8.0;
        let gauge = gauge(pen, &it.items, width);
        items(pen, &it.items, width, gauge);
    }
}

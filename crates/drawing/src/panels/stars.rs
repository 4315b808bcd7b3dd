use crate::ink::Ink;
use crate::node::Path;
use crate::panels::parts::{badges, counted};
use crate::pen::{Anchor, Pen};
use crate::run::{BODY, MORE, Run, large, text};
use halfyear_picture::{StarGroup, Stars};
use std::f64::consts::TAU;

/// Room between groups.
const BETWEEN: f64 = 24.0;

/// Columns of stars, a brace under each group with its count.
pub(crate) fn stars(pen: &mut Pen, it: &Stars, width: f64) {
    let columns: u32 = it.groups.iter().map(|group| group.count).sum();
    let gaps = BETWEEN * it.groups.len().saturating_sub(1) as f64;
    let pitch = ((width - gaps) / f64::from(columns.max(1))).clamp(16.0, 54.0);
    let radius = (pitch * 0.42).min(14.0);
    let rows = (radius * 2.6).max(20.0);
    pen.y += 10.0;
    let mut x = 0.0;
    let mut top = pen.y;
    let height = f64::from(it.of) * rows;
    for group in &it.groups {
        let words = words(group);
        let drawn = f64::from(group.count) * pitch;
        let wide = drawn.max(pen.width(&words));
        if x > 0.0 && x + wide > width + 0.01 {
            x = 0.0;
            top += height + 60.0;
        }
        let left = x + (wide - drawn) / 2.0;
        column(pen, group, it.of, (left, top), pitch, (radius, rows));
        let foot = top + height + 4.0;
        let inset = (pitch / 2.0 - radius).max(0.0);
        brace(pen, left + inset, left + drawn - inset, foot);
        pen.line(x + wide / 2.0, foot + 31.0, Anchor::Middle, &words);
        x += wide + BETWEEN;
    }
    pen.y = top + height + 42.0;
    if let Some(total) = &it.total {
        pen.y += 4.0;
        counted(pen, total, pen.style.lang.words().in_all, width);
    }
    badges(pen, &it.badges, true, width);
}

fn words(group: &StarGroup) -> Vec<Run> {
    let mut runs = large(&group.figure, MORE, Ink::Text);
    runs.push(text(&group.label, BODY, Ink::Text).after(5.0));
    runs
}

/// Filled from the ground; what was missed is outlined.
fn column(pen: &mut Pen, group: &StarGroup, of: u32, at: (f64, f64), pitch: f64, size: (f64, f64)) {
    let (radius, rows) = size;
    let (mut won, mut missed) = (Path::default(), Path::default());
    for project in 0..group.count {
        for row in 0..of {
            let middle = (
                at.0 + (f64::from(project) + 0.5) * pitch,
                at.1 + (f64::from(row) + 0.5) * rows,
            );
            if of - row <= group.stars {
                star(&mut won, middle, radius);
            } else {
                star(&mut missed, middle, radius - 0.6);
            }
        }
    }
    if let Some(shape) = won.finish() {
        pen.path(&shape, Ink::Gold);
    }
    if let Some(shape) = missed.finish() {
        pen.stroke(&shape, Ink::Gold, 1.2);
    }
}

/// A five-pointed star around its middle.
fn star(path: &mut Path, middle: (f64, f64), radius: f64) {
    for corner in 0..10_u32 {
        // The inner corners of a pentagram lie at 0.382 of its radius; a little more is calmer.
        let reach = if corner % 2 == 0 {
            radius
        } else {
            radius * 0.42
        };
        let turn = TAU * f64::from(corner) / 10.0;
        let at = [
            middle.0 + reach * turn.sin(),
            // Five points weigh more below their middle.
            middle.1 + radius * 0.06 - reach * turn.cos(),
        ];
        path.add(if corner == 0 { 'M' } else { 'L' }, &at);
    }
    path.add('z', &[]);
}

fn brace(pen: &mut Pen, from: f64, to: f64, y: f64) {
    let mut path = Path::default();
    path.add('M', &[from, y]);
    path.add('v', &[6.0]);
    path.add('H', &[to]);
    path.add('v', &[-6.0]);
    if let Some(shape) = path.finish() {
        pen.stroke(&shape, Ink::Other, 1.0);
    }
}

//! What a glance takes in: lead figures without their panels, in a strip, alone, or on the card of a
//! shared link.

use crate::Drawing;
use crate::ink::Ink;
use crate::masthead::{band, kicker, source};
use crate::panels::{Pair, lead, set, setting};
use crate::pen::{Pen, Style};
use crate::run::{BODY, MORE, NOTE, text};
use crate::sheet::{Block, document};
use crate::wrap::Fit;
use halfyear_picture::{Panel, Picture};

/// The lead figures in a row, as many to a line as fit.
pub(crate) fn strip(picture: &Picture, style: Style, width: f64) -> Block {
    let mut pen = Pen::new(style);
    pen.flow(0.0, width, 22.0, &kicker(picture));
    pen.y += 12.0;
    cells(&mut pen, &picture.panels, width, NOTE, 37.0);
    Block::of(pen, 0.0)
}

/// Lead figures, at most so large, under their names.
fn cells(pen: &mut Pen, panels: &[Panel], width: f64, names: f64, most: f64) {
    /// A cell is at least so wide.
    const LEAST: f64 = 200.0;
    const BETWEEN: f64 = 20.0;
    const PAD: f64 = 14.0;
    let told: Vec<&Panel> = panels
        .iter()
        .filter(|it| has_figure(it) || !it.heading.is_empty())
        .collect();
    let fit = (((width + BETWEEN) / (LEAST + BETWEEN)) as usize).max(1);
    // Rows of like length.
    let lines = told.len().div_ceil(fit).max(1);
    let columns = told.len().div_ceil(lines).max(1);
    let unit = (width + BETWEEN) / columns as f64;
    let room = unit - BETWEEN - PAD;
    let pairs: Vec<Pair> = told
        .iter()
        .filter(|it| has_figure(it))
        .map(|it| pair(it))
        .collect();
    let setting = setting(pen, &pairs, room, most);
    for row in told.chunks(columns) {
        let top = pen.y;
        let mut foot = top;
        for (i, it) in row.iter().enumerate() {
            let mut cell = Pen::new(pen.style);
            let label = text(&it.label, names, Ink::Muted);
            cell.paragraph(PAD, room, names + 7.0, Fit::Full, &label);
            let mut inner = Pen::new(pen.style);
            if has_figure(it) {
                set(&mut inner, pair(it), room, setting);
                of(&mut inner, it, room);
            } else {
                let finding = text(&it.heading, MORE, Ink::Text).serif();
                inner.y += 4.0;
                inner.paragraph(0.0, room, 26.0, Fit::Even, &finding);
            }
            let height = inner.y;
            cell.place(inner.into_group(PAD, cell.y));
            cell.y += height;
            foot = foot.max(top + cell.y);
            let x = i as f64 * unit;
            pen.bar(x, top + 2.0, (2.0, cell.y - 2.0), Ink::Own);
            pen.place(cell.into_group(x, top));
        }
        pen.y = foot + 20.0;
    }
    pen.y -= 20.0;
}

/// Whether a panel has a figure to lead with.
fn has_figure(it: &Panel) -> bool {
    it.lead.level.is_some() || it.lead.change.is_some()
}

/// What the lead figure is of, where that is not the metric itself.
fn of(pen: &mut Pen, it: &Panel, width: f64) {
    let of = text(&it.lead.of, NOTE, Ink::Muted);
    pen.paragraph(0.0, width, 20.0, Fit::Full, &of);
}

/// The lead figure of a panel and its change.
fn pair(it: &Panel) -> Pair<'_> {
    (it.lead.level.as_ref(), it.lead.change.as_ref())
}

/// One number with its name.
pub(crate) fn single(it: &Panel, style: Style, width: f64) -> Block {
    let mut pen = Pen::new(style);
    let label = text(&it.label, BODY, Ink::Muted);
    pen.paragraph(0.0, width, 22.0, Fit::Full, &label);
    lead(&mut pen, pair(it), width, 57.0);
    of(&mut pen, it, width);
    Block::of(pen, 24.0)
}

/// The picture that stands for a link: headline, band and lead figures on 1200 by 630 pixels.
pub(crate) fn social(picture: &Picture, style: Style) -> Drawing {
    const SIZE: (f64, f64) = (1200.0, 630.0);
    const SIDE: f64 = 64.0;
    /// As many figures as a glance takes in.
    const MOST: usize = 4;
    let width = SIZE.0 - 2.0 * SIDE;
    let mut top = Pen::new(style);
    top.flow(0.0, width, 26.0, &kicker(picture));
    if !picture.title.is_empty() {
        top.y += 10.0;
        let title = |size| text(&picture.title, size, Ink::Text).serif();
        let short = |size: &f64| top.lines(&title(*size), width, Fit::Even).len() <= 2;
        let size = [72.0, 64.0, 57.0, 50.0, 46.0, 41.0]
            .into_iter()
            .find(short)
            .unwrap_or(37.0);
        top.paragraph(0.0, width, (size * 1.28).round(), Fit::Even, &title(size));
    }
    top.y += 4.0;
    band(&mut top, &picture.band, width);
    let mut foot = Pen::new(style);
    let told: Vec<Panel> = picture
        .panels
        .iter()
        .filter(|it| has_figure(it) && it.lead.of.is_empty())
        .take(MOST)
        .cloned()
        .collect();
    cells(&mut foot, &told, width, BODY, 57.0);
    let mut last = Pen::new(style);
    if !picture.source.is_empty() {
        last.paragraph(0.0, width, 22.0, Fit::Full, &source(picture, BODY));
    }
    // The figures stand in the middle of what the headline and the source leave.
    let end = SIZE.1 - 40.0 - last.y;
    let room = end - (48.0 + top.y) - foot.y;
    let at = 48.0 + top.y + (room / 2.0).max(8.0);
    let mut marks = vec![top.into_group(SIDE, 48.0), foot.into_group(SIDE, at)];
    // Too long a headline pushes the source off the card, never the figures.
    if room > 12.0 {
        marks.push(last.into_group(SIDE, end));
    }
    document(picture, style, SIZE, marks)
}

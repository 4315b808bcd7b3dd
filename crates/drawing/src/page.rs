//! Layouts: how the panels of a picture stand on the sheet.

use crate::glance::{single, strip};
use crate::ink::Ink;
use crate::masthead::{band, kicker, source};
use crate::panels::panel;
use crate::pen::{Pen, Room, Style};
use crate::run::{MORE, NOTE, text};
use crate::sheet::{Block, Sheet};
use crate::wrap::Fit;
use halfyear_picture::{Body, Layout, Panel, Picture};

/// Between columns.
const GUTTER: f64 = 40.0;

/// A picture in a layout.
pub(crate) fn page<'a>(
    picture: &Picture,
    layout: Layout,
    style: Style<'a>,
    width: f64,
) -> Sheet<'a> {
    let margins = match style.room {
        Room::Narrow => (20.0, 26.0, 26.0),
        Room::Middle => (40.0, 40.0, 36.0),
        Room::Wide => (72.0, 52.0, 44.0),
    };
    let inner = width - 2.0 * margins.0;
    let mut blocks = Vec::new();
    match layout {
        Layout::Poster => {
            blocks.push(header(picture, style, inner));
            blocks.extend(rows(picture, style, inner));
        }
        Layout::Cards => {
            blocks.push(header(picture, style, inner));
            blocks.extend(cards(picture, style, inner));
        }
        Layout::Strip => blocks.push(strip(picture, style, inner)),
        Layout::Figure => {
            for it in &picture.panels {
                blocks.push(single(it, style, inner));
            }
        }
    }
    if !picture.source.is_empty() {
        blocks.push(footer(picture, style, inner));
    }
    Sheet {
        style,
        width,
        margins,
        blocks,
    }
}

/// Place, finding, what else to know, and the woven band.
fn header(picture: &Picture, style: Style, width: f64) -> Block {
    let mut pen = Pen::new(style);
    pen.flow(0.0, width, 22.0, &kicker(picture));
    let title = |size| text(&picture.title, size, Ink::Text).serif();
    let size = match style.room {
        Room::Narrow => 29.0,
        Room::Middle => 37.0,
        Room::Wide => 46.0,
    };
    // Where the headline leaves room the lede stands at its right, on its last line.
    let words = (width - GUTTER) * 0.66;
    let aside = style.room == Room::Wide
        && !picture.title.is_empty()
        && pen.lines(&title(size), words, Fit::Even).len() <= 2;
    let words = if aside { words } else { width };
    let lines = |size| pen.lines(&title(size), words, Fit::Even).len();
    let size = if size > 41.0 && lines(size) > 2 && lines(41.0) <= 2 {
        41.0
    } else {
        size
    };
    if !picture.title.is_empty() {
        pen.y += 8.0;
        pen.paragraph(0.0, words, (size * 1.28).round(), Fit::Even, &title(size));
    }
    if !picture.lede.is_empty() {
        let size = if style.room == Room::Middle {
            MORE
        } else {
            16.0
        };
        let lede = text(&picture.lede, size, Ink::Muted);
        let leading = (size * 1.65).round();
        if aside {
            let left = words + GUTTER;
            let room = width - left - 18.0;
            let height = pen.lines(&lede, room, Fit::Full).len() as f64 * leading;
            let foot = pen.y.max(height + 4.0) - 6.0;
            pen.y = foot - height;
            let top = pen.y;
            pen.paragraph(left + 18.0, room, leading, Fit::Full, &lede);
            pen.bar(left, top + 3.0, (2.0, height - 4.0), Ink::Own);
            pen.y = foot + 6.0;
        } else {
            pen.y += 10.0;
            // Lines of some 40 Han characters are as long as an eye follows.
            let measure = width.min(size * 42.0);
            pen.paragraph(0.0, measure, leading, Fit::Full, &lede);
        }
    }
    band(&mut pen, &picture.band, width);
    Block::of(pen, 0.0)
}

/// The panels in rows of twelve columns, under hairlines.
fn rows(picture: &Picture, style: Style, width: f64) -> Vec<Block> {
    let columns = |it: &Panel| match style.room {
        Room::Narrow => 12,
        Room::Middle => it.spans[1],
        Room::Wide => it.spans[0],
    };
    let unit = (width + GUTTER) / 12.0;
    let mut blocks = Vec::new();
    let mut row: Vec<(&Panel, f64)> = Vec::new();
    let mut used = 0;
    for it in &picture.panels {
        let span = columns(it).clamp(1, 12);
        if used + span > 12 {
            blocks.push(abreast(&row, style, GUTTER));
            row.clear();
            used = 0;
        }
        row.push((it, f64::from(span) * unit - GUTTER));
        used += span;
    }
    if !row.is_empty() {
        blocks.push(abreast(&row, style, GUTTER));
    }
    blocks
}

/// Panels side by side, each with its width under a hairline.
fn abreast(row: &[(&Panel, f64)], style: Style, gutter: f64) -> Block {
    let mut sheet = Pen::new(style);
    let mut x = 0.0;
    for (it, width) in row {
        let mut pen = Pen::new(style);
        pen.rule((0.0, 0.5), (*width, 0.5), 1.0, Ink::Hairline);
        pen.y += 22.0;
        panel(&mut pen, it, *width);
        sheet.y = sheet.y.max(pen.y);
        sheet.place(pen.into_group(x, 0.0));
        x += width + gutter;
    }
    Block::of(
        sheet,
        if style.room == Room::Narrow {
            32.0
        } else {
            38.0
        },
    )
}

/// One card for each metric, in columns of like width.
fn cards(picture: &Picture, style: Style, width: f64) -> Vec<Block> {
    const BETWEEN: f64 = 20.0;
    const PAD: f64 = 22.0;
    let columns = (((width + BETWEEN) / (320.0 + BETWEEN)) as usize).clamp(1, 4);
    let span = |it: &Panel| match it.body {
        Body::Growth(_) | Body::Ranks(_) | Body::Projects(_) => columns,
        Body::Stars(_) | Body::UnitChart(_) => columns.min(2),
        _ => 1,
    };
    // Rows are filled in order; what a row has left over goes to its last card.
    let mut packed: Vec<Vec<(&Panel, usize)>> = Vec::new();
    let mut used = columns;
    for it in &picture.panels {
        let wide = span(it);
        if used + wide > columns {
            packed.push(Vec::new());
            used = 0;
        }
        used += wide;
        if let Some(row) = packed.last_mut() {
            row.push((it, wide));
        }
    }
    let unit = (width + BETWEEN) / columns as f64;
    let mut blocks = Vec::new();
    for row in packed {
        let taken: usize = row.iter().map(|it| it.1).sum();
        let last = row.len() - 1;
        let mut drawn = Vec::new();
        let mut height = 0.0_f64;
        for (i, (it, wide)) in row.into_iter().enumerate() {
            let wide = if i == last {
                wide + columns - taken
            } else {
                wide
            };
            let outer = wide as f64 * unit - BETWEEN;
            let mut pen = Pen::new(style);
            panel(&mut pen, it, outer - 2.0 * PAD);
            height = height.max(pen.y + 2.0 * PAD);
            drawn.push((pen, outer));
        }
        let mut sheet = Pen::new(style);
        let mut x = 0.0;
        for (pen, outer) in drawn {
            sheet.frame(x + 0.5, 0.5, (outer - 1.0, height - 1.0), 4.0);
            sheet.place(pen.into_group(x + PAD, PAD));
            x += outer + BETWEEN;
        }
        sheet.y = height;
        blocks.push(Block::of(sheet, BETWEEN));
    }
    blocks
}

/// Where it is from.
fn footer(picture: &Picture, style: Style, width: f64) -> Block {
    let mut pen = Pen::new(style);
    pen.rule((0.0, 0.5), (width, 0.5), 1.0, Ink::Hairline);
    pen.y += 14.0;
    pen.paragraph(0.0, width, 20.0, Fit::Full, &source(picture, NOTE));
    // What the dotted lines are, unless a panel has said it.
    let said = |it: &Panel| matches!(&it.body, Body::Comparison(it) if !it.key.is_empty());
    let derived = picture.details.iter().any(|it| it.arithmetic.is_some());
    if derived && !picture.panels.iter().any(said) {
        let key = text(picture.words().derived_still, NOTE, Ink::Muted);
        pen.paragraph(0.0, width, 20.0, Fit::Full, &key);
    }
    Block::of(pen, 38.0)
}

//! Panels: the marks of each kind.

mod compare;
mod growth;
mod items;
mod lists;
mod parts;
mod stars;
mod time;

#[cfg(test)]
mod tests;

use crate::ink::Ink;
use crate::pen::{Pen, Room};
use crate::run::{BODY, HEAD, MORE, NOTE, text};
use crate::wrap::Fit;
use halfyear_picture::{Body, Lang, Panel};

pub(crate) use parts::{Pair, change, lead, set, setting};

/// A panel without its hairline: names, marks, remark.
pub(crate) fn panel(pen: &mut Pen, panel: &Panel, width: f64) {
    let label = text(&panel.label, BODY, Ink::Muted);
    pen.paragraph(0.0, width, 22.0, Fit::Full, &label);
    if !panel.heading.is_empty() {
        let heading = |size| text(&panel.heading, size, Ink::Text).serif();
        let most = if pen.style.room == Room::Narrow {
            21.0
        } else {
            HEAD
        };
        // Chinese rather a little smaller than broken inside a word.
        let short = pen.style.lang == Lang::Zh && pen.width(&[heading(MORE)]) <= width;
        let size = if short && pen.width(&[heading(most)]) > width {
            MORE
        } else {
            most
        };
        pen.y += 2.0;
        let heading = heading(size);
        pen.paragraph(0.0, width, (size * 1.35).round(), Fit::Even, &heading);
    }
    pen.y += 6.0;
    match &panel.body {
        Body::Stars(it) => stars::stars(pen, it, width),
        Body::Comparison(it) => compare::comparison(pen, it, width),
        Body::Growth(it) => growth::growth(pen, it, width),
        Body::ThenNow(it) => time::then_now(pen, it, width),
        Body::UnitChart(it) => time::unit_chart(pen, it, width),
        Body::Completion(it) => compare::completion(pen, it, width),
        Body::Progress(it) => compare::progress(pen, it, width),
        Body::Share(it) => parts::share(pen, it, width),
        Body::Projects(it) => lists::projects(pen, it, width),
        Body::Ranks(it) => lists::ranks(pen, it, width),
        Body::Tile(it) => lists::tile(pen, it, width),
    }
    if !panel.note.is_empty() {
        pen.y += 10.0;
        let note = text(&panel.note, NOTE, Ink::Muted);
        pen.paragraph(0.0, width, 20.0, Fit::Full, &note);
    }
}

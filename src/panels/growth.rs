use crate::marks::{maybe, number, spacer, thread};
use crate::node::{Node, el};
use halfyear_picture::{Growth, Row};

/// A row for each indicator: name, thread, rate, level.
pub(crate) fn growth(it: &Growth) -> Vec<Node> {
    let row = |row: &Row| {
        let track = el("div", "track")
            .all(spacer(row.mark.start))
            .with(thread(&row.mark))
            .with(number(&row.figure, "end"))
            .with(el("span", "rest"));
        el("li", if row.mark.falls { "row falls" } else { "row" })
            .with(el("span", "name").text(&row.name))
            .with(track)
            .with(el("span", "level").all(maybe(row.level.as_ref(), "")))
    };
    vec![el("ul", "rows").all(it.rows.iter().map(row))]
}

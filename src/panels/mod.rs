//! Panels: the marks of each kind as nodes.

mod compare;
mod growth;
mod lists;
mod share;
mod stars;
mod time;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use crate::marks::unbroken;
use crate::node::{Node, el};
use halfyear_picture::{Body, Lang, Panel};

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The element of a heading's level, 1 to 6.
pub(crate) fn heading(level: u8) -> &'static str {
    let index = usize::from(level.clamp(1, 6)) - 1;
    HEADINGS.get(index).copied().unwrap_or("h6")
}

/// A panel with its heading, marks and remark.
pub(crate) fn panel(panel: &Panel, level: u8, lang: Lang) -> Node {
    let name = panel.body.name();
    let [wide, middle] = panel.spans.map(|span| span.to_string());
    let class = ["panel ", name, " w", &wide, " m", &middle].concat();
    let mut title = el(heading(level), "").with(el("span", "label").text(&panel.label));
    if !panel.heading.is_empty() {
        title = title
            .text(" ")
            .with(el("span", "finding").text(&unbroken(&panel.heading)));
    }
    let mut node = el("section", &class)
        .attr("part", ["panel ", name].concat())
        .attr("data-metric", &*panel.id)
        .with(title)
        .all(marks(&panel.body, lang));
    if !panel.note.is_empty() {
        node = node.with(el("p", "note").text(&unbroken(&panel.note)));
    }
    node
}

fn marks(body: &Body, lang: Lang) -> Vec<Node> {
    match body {
        Body::Stars(it) => stars::stars(it, lang.words()),
        Body::Comparison(it) => compare::comparison(it),
        Body::Growth(it) => growth::growth(it),
        Body::ThenNow(it) => time::then_now(it),
        Body::UnitChart(it) => time::unit_chart(it, lang.words()),
        Body::Completion(it) => compare::completion(it),
        Body::Progress(it) => compare::progress(it),
        Body::Share(it) => share::share(it),
        Body::Projects(it) => lists::projects(it),
        Body::Ranks(it) => lists::ranks(it, lang.words()),
        Body::Tile(it) => lists::tile(it),
    }
}

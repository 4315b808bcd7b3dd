//! Layouts: how the panels of a picture stand on the page.

use crate::marks::{drawing, lead, maybe, unbroken};
use crate::node::{Node, el};
use crate::panels;
use halfyear_picture::{Figure, Layout, Panel, Picture, TableRow, Thread, Words};

/// A picture in a layout.
pub(crate) fn page(picture: &Picture, layout: Layout) -> Node {
    let lang = picture.lang.tag();
    match layout {
        Layout::Figure => el("span", "figures")
            .attr("lang", lang)
            .all(picture.panels.iter().map(inline)),
        Layout::Strip => frame(picture, "strip")
            .with(el("ul", "strip-list").all(picture.panels.iter().map(cell))),
        Layout::Cards => full(picture, "cards"),
        Layout::Poster => full(picture, "poster"),
    }
}

/// The named whole with its plain words.
fn frame(picture: &Picture, class: &str) -> Node {
    let name = if picture.title.is_empty() {
        &picture.place
    } else {
        &picture.title
    };
    el("article", class)
        .attr("lang", picture.lang.tag())
        .attr("part", class)
        .attr("aria-label", &**name)
        .attr("aria-describedby", "summary")
        .with(
            el("p", "")
                .attr("id", "summary")
                .attr("hidden", "")
                .text(&picture.summary),
        )
}

fn full(picture: &Picture, class: &str) -> Node {
    let below = (picture.level + u8::from(!picture.title.is_empty())).min(6);
    let drawn = picture
        .panels
        .iter()
        .map(|panel| panels::panel(panel, below, picture.lang));
    let mut node = frame(picture, class)
        .with(header(picture))
        .with(el("div", "panels").all(drawn));
    if !picture.table.is_empty() {
        node = node.with(table(picture));
    }
    if picture.tools || !picture.source.is_empty() {
        node = node.with(footer(picture));
    }
    node
}

fn header(picture: &Picture) -> Node {
    let kicker = el("p", "kicker")
        .with(el("b", "").text(&picture.place))
        .with(el("span", "").text(&picture.within))
        .with(el("span", "").text(&picture.period));
    let mut words = el("div", "words").with(kicker);
    if !picture.title.is_empty() {
        words = words.with(
            el(panels::heading(picture.level), "title")
                .attr("part", "title")
                .all(phrases(&picture.title)),
        );
    }
    let mut node = el("header", "").attr("part", "header").with(words);
    if !picture.lede.is_empty() {
        node = node.with(
            el("p", "lede")
                .attr("part", "lede")
                .text(&unbroken(&picture.lede)),
        );
    }
    node.all(band(&picture.band))
}

/// A headline cut behind its punctuation, so that a line breaks there and not inside a phrase that
/// would fit.
fn phrases(text: &str) -> Vec<Node> {
    let ends = |c: char| "，、；：。？！".contains(c);
    let cut = text.split_inclusive(ends);
    cut.map(|phrase| el("span", "phrase").text(phrase))
        .collect()
}

/// The width of the widest stripe, in tenths of a pixel.
const WIDEST: i64 = 160;
/// The least that still shows.
const NARROWEST: i64 = 10;
/// Between stripes.
const BETWEEN: i64 = 16;
/// The thickness of a ply, about.
const PLY: i64 = 24;

/// The woven band: a stripe for each thread, as wide as its growth, of plies in a twill: each runs
/// over three of the warp and under one, a step further than the ply above.
fn band(threads: &[Thread]) -> Option<Node> {
    if threads.is_empty() {
        return None;
    }
    let mut weft = Vec::new();
    let mut top = 0;
    for (even, thread) in [false, true].into_iter().cycle().zip(threads) {
        let width = (thread.thickness * WIDEST / 10_000).max(NARROWEST);
        let tone = match (thread.beyond, even) {
            (true, _) => "beyond",
            (false, true) => "even",
            (false, false) => "",
        };
        let plies = (width / PLY).max(1);
        for ply in 0..plies {
            let middle = tenths(top + (2 * ply + 1) * width / (2 * plies));
            let step = weft.len() % 4 * 2;
            let line = el("line", tone)
                .attr("x2", "100%")
                .attr("y1", &*middle)
                .attr("y2", &*middle)
                .attr("stroke-width", tenths(width / plies - 4))
                .attr("stroke-dashoffset", step.to_string());
            weft.push(line);
        }
        top += width + BETWEEN;
    }
    Some(
        drawing("band")
            .attr("part", "band")
            .attr("width", "100%")
            .attr("height", tenths(top - BETWEEN))
            .all(weft),
    )
}

fn tenths(number: i64) -> String {
    [&*(number / 10).to_string(), ".", &(number % 10).to_string()].concat()
}

/// The facts as a table.
fn table(picture: &Picture) -> Node {
    let words = picture.words();
    let row = |row: &TableRow| {
        let compared = row
            .compared
            .iter()
            .map(|figure| el("li", "").text(&figure.words.spoken));
        let derived = row
            .derived
            .iter()
            .map(|figure| el("li", "").text(&figure.name));
        el("tr", "")
            .with(el("th", "").attr("scope", "row").text(&row.label))
            .with(told(&row.level))
            .with(told(&row.change))
            .with(el("td", "").with(el("ul", "").all(compared).all(derived)))
            .with(el("td", "line").text(&words.line(row.line)))
    };
    let head = [
        words.indicator,
        words.level,
        words.change,
        words.compared,
        words.source,
    ]
    .map(|name| el("th", "").attr("scope", "col").text(name));
    let grid = el("table", "")
        .with(el("thead", "").with(el("tr", "").all(head)))
        .with(el("tbody", "").all(picture.table.iter().map(row)));
    let class = if picture.tools { "table" } else { "table bare" };
    el("details", class)
        .attr("part", "table")
        .with(el("summary", "").text(words.table))
        .with(el("div", "scroll").with(grid))
}

/// A number as text: the table repeats what opens above it.
fn told(figure: &Option<Figure>) -> Node {
    let text = figure.as_ref().map(|it| it.words.text());
    el("td", "").text(text.as_deref().unwrap_or_default())
}

fn footer(picture: &Picture) -> Node {
    let words = picture.words();
    let mut node = el("footer", "").attr("part", "footer");
    if !picture.source.is_empty() {
        let source = el("p", "")
            .text(words.source)
            .text(words.colon)
            .text(&picture.source);
        node = node.with(source);
    }
    if picture.tools {
        node = node.all(menu(words));
    }
    node
}

/// What can be saved, behind a button. The browser opens and closes it, and gives the focus back.
fn menu(words: &Words) -> [Node; 2] {
    let choice = |(kind, name): &(&str, &str)| {
        let button = el("button", "")
            .attr("type", "button")
            .attr("data-save", *kind);
        el("li", "").with(button.text(name))
    };
    [
        el("button", "save")
            .attr("type", "button")
            .attr("popovertarget", "menu")
            .text(words.save),
        el("ul", "menu")
            .attr("id", "menu")
            .attr("part", "menu")
            .attr("popover", "auto")
            .attr("aria-label", words.save)
            .all(words.saved.iter().map(choice)),
    ]
}

/// One metric of a strip.
fn cell(panel: &Panel) -> Node {
    let mut label = el("p", "label").text(&panel.label);
    if !panel.lead.of.is_empty() {
        label = label.text(" ").with(el("span", "of").text(&panel.lead.of));
    }
    el("li", "cell")
        .attr("data-metric", &*panel.id)
        .with(label)
        .all(lead(&panel.lead.level, &panel.lead.change))
}

/// One number of a running text.
fn inline(panel: &Panel) -> Node {
    let lead = &panel.lead;
    el("span", "figure")
        .attr("data-metric", &*panel.id)
        .all(maybe(lead.level.as_ref().or(lead.change.as_ref()), ""))
}

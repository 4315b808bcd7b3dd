use crate::marks::{change, drawing, lead, number, percent, whole};
use crate::node::{Node, el};
use halfyear_picture::{Period, ThenNow, UnitChart, Words};

/// Two columns under the growth between them.
pub(crate) fn then_now(it: &ThenNow) -> Vec<Node> {
    let period = |period: &Period| {
        let column = drawing("bar")
            .attr("width", "100%")
            .attr("height", percent(period.mark.length))
            .with(whole());
        let plot = el("div", "plot")
            .with(number(&period.figure, "end"))
            .with(column);
        el("li", if period.now { "own" } else { "" })
            .with(plot)
            .with(el("span", "name").text(&period.name))
    };
    let mut nodes: Vec<Node> = lead(&None, &it.change).into_iter().collect();
    nodes.push(el("ul", "columns").all(it.periods.iter().map(period)));
    nodes
}

/// Dots in a column.
const ROWS: u32 = 12;
/// From one dot to the next.
const PITCH: u32 = 12;
/// Columns left free between the blocks.
const BETWEEN: u32 = 2;

/// Two blocks of dots of one size, so that their areas compare, over their names.
pub(crate) fn unit_chart(it: &UnitChart, words: &Words) -> Vec<Node> {
    let columns = |dots: u32| dots.div_ceil(ROWS);
    let gaps = BETWEEN * (it.blocks.len().saturating_sub(1)) as u32;
    let all: u32 = it
        .blocks
        .iter()
        .map(|block| columns(block.dots))
        .sum::<u32>()
        + gaps;
    let most = it.blocks.iter().map(|block| block.dots.min(ROWS)).max();
    let (width, height) = (all.max(1) * PITCH, most.unwrap_or(1) * PITCH);
    let mut art = drawing("dots").attr(
        "viewBox",
        ["0 0 ", &width.to_string(), " ", &height.to_string()].concat(),
    );
    let mut names = el("div", "blocks");
    let mut column = 0;
    for block in &it.blocks {
        let class = if block.now { "now" } else { "then" };
        art = art.with(el("path", class).attr("d", dots(column, block.dots, height)));
        let name = el("p", ["block ", class].concat().as_str())
            .with(el("span", "name").text(&block.name))
            .with(number(&block.figure, ""));
        names = names.with(name);
        column += columns(block.dots) + BETWEEN;
    }
    let (before, after) = words.times;
    let multiple = it.multiple.as_ref().map(|figure| {
        let times = el("span", "times").text(before);
        times.with(number(figure, "")).text(after)
    });
    let top = el("p", "lead").all(change(&it.change)).all(multiple);
    vec![top, art, names, el("p", "note").text(&it.key)]
}

/// Dots as a line for each column, dashed with dashes of no length: one element, however many
/// there are. The last column stands on the ground.
fn dots(first: u32, dots: u32, height: u32) -> String {
    let mut path = String::new();
    let mut left = dots;
    let mut column = first;
    while left > 0 {
        let here = left.min(ROWS);
        path.push('M');
        path.push_str(&(column * PITCH + PITCH / 2).to_string());
        path.push(' ');
        path.push_str(&(height - PITCH / 2).to_string());
        path.push('v');
        // A little further than the last dot, or rounding might lose it.
        path.push('-');
        path.push_str(&((here - 1) * PITCH).to_string());
        path.push_str(".1");
        left -= here;
        column += 1;
    }
    path
}

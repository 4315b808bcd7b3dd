use crate::marks::{badges, drawing, number};
use crate::node::{Node, el};
use halfyear_picture::{StarGroup, Stars, Words};

/// A star in a square of 24, drawn from its top.
const STAR: &str = "l3.1 7.1 7.7.8-5.8 5.1 1.7 7.6-6.7-4-6.7 4 1.7-7.6-5.8-5.1 7.7-.8z";
const WIDTH: u32 = 30;
/// The width of a column in pixels where there is room; groups shrink in proportion to it.
const ROOM: u32 = 54;
const HEIGHT: u32 = 27;

pub(crate) fn stars(it: &Stars, words: &Words) -> Vec<Node> {
    let groups = it.groups.iter().map(|group| column(group, it.of, words));
    let mut nodes = vec![el("div", "groups").all(groups)];
    if let Some(total) = &it.total {
        let (before, after) = words.in_all;
        let all = el("p", "note").text(before);
        nodes.push(all.with(number(total, "")).text(after));
    }
    nodes.extend(badges(&it.badges, true));
    nodes
}

/// A column for each project, filled from the ground, and a brace with the count.
fn column(group: &StarGroup, of: u32, words: &Words) -> Node {
    let (mut won, mut missed) = (String::new(), String::new());
    for column in 0..group.count {
        for row in 0..of {
            let path = if of - row <= group.stars {
                &mut won
            } else {
                &mut missed
            };
            path.push('M');
            path.push_str(&(column * WIDTH + WIDTH / 2).to_string());
            path.push(' ');
            path.push_str(&(row * HEIGHT + 2).to_string());
            path.push_str(STAR);
        }
    }
    let (width, height) = ((group.count * WIDTH).to_string(), (of * HEIGHT).to_string());
    let mut art = drawing("")
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .attr("width", (group.count * ROOM).to_string());
    for (class, path) in [("won", won), ("missed", missed)] {
        if !path.is_empty() {
            art = art.with(el("path", class).attr("d", path));
        }
    }
    let count = el("span", "").with(number(&group.figure, ""));
    let count = count.text(words.space).text(&group.label);
    el("div", "group")
        .with(art)
        .with(el("p", "brace").with(count))
}

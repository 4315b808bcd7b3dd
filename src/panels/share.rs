use crate::marks::{badges, change, drawing, number};
use crate::node::{Node, el};
use halfyear_picture::Share;

/// A weave of a hundred squares beside the figure. Threads run over and under in turn.
pub(crate) fn share(it: &Share) -> Vec<Node> {
    let full = it.filled / 100;
    let (mut over, mut under, mut empty) = (String::new(), String::new(), String::new());
    for square in 0..100 {
        // From the ground up, row by row.
        let (column, row) = (square % 10, 9 - square / 10);
        let path = if square >= full {
            &mut empty
        } else if (column + row) % 2 == 0 {
            &mut over
        } else {
            &mut under
        };
        path.push('M');
        path.push_str(&(column * 10 + 1).to_string());
        path.push(' ');
        path.push_str(&(row * 10 + 1).to_string());
        path.push_str("h8v8h-8z");
    }
    let mut art = drawing("weave").attr("viewBox", "0 0 100 100");
    for (class, path) in [("over", over), ("under", under), ("empty", empty)] {
        if !path.is_empty() {
            art = art.with(el("path", class).attr("d", path));
        }
    }
    // The square that is full in part.
    let part = it.filled % 100;
    if part > 0 {
        let tenths = part * 8 / 10;
        let width = [&*(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat();
        art = art.with(
            el("rect", "part")
                .attr("x", (full % 10 * 10 + 1).to_string())
                .attr("y", ((9 - full / 10) * 10 + 1).to_string())
                .attr("width", width)
                .attr("height", "8"),
        );
    }
    let words = el("p", "lead")
        .with(number(&it.figure, "big"))
        .all(change(&it.change));
    let mut nodes = vec![el("div", "portion").with(art).with(words)];
    nodes.extend(badges(&it.badges, false));
    nodes
}

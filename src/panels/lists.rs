use crate::marks::{badges, change, lead, maybe, number, placing};
use crate::node::{Node, el};
use halfyear_picture::{Great, Item, Placing, Projects, RankGroup, Ranks, Tile, Words};

/// A card for each great work.
pub(crate) fn projects(it: &Projects) -> Vec<Node> {
    let work = |work: &Great| {
        let mut node = el("li", "work").with(el("p", "name").text(&work.name));
        if !work.note.is_empty() {
            node = node.with(el("p", "note").text(&work.note));
        }
        node.with(figures(&work.items))
    };
    vec![el("ul", "works").all(it.works.iter().map(work))]
}

/// Figures over their names.
fn figures(items: &[Item]) -> Node {
    let figure = |it: &Item| {
        let numbers = maybe(it.level.as_ref(), "")
            .into_iter()
            .chain(change(&it.change))
            .chain(it.gaps.iter().map(|(gap, _)| number(gap, "gap")));
        el("div", "item")
            .with(el("dt", "").text(&it.label))
            .with(el("dd", "").all(numbers).all(badges(&it.badges, false)))
    };
    let told = |it: &&Item| {
        it.level.is_some() || it.change.is_some() || !it.gaps.is_empty() || !it.badges.is_empty()
    };
    el("dl", "items").all(items.iter().filter(told).map(figure))
}

/// Places, a list for each reach.
pub(crate) fn ranks(it: &Ranks, words: &Words) -> Vec<Node> {
    let row = |row: &Placing| {
        el("li", "")
            .with(placing(row))
            .with(el("span", "name").text(&row.subject))
    };
    let list = |group: &RankGroup| {
        let mut node = el("div", "reach");
        if let Some(firsts) = &group.firsts {
            let (before, after) = words.firsts;
            let count = el("p", "note").text(before);
            node = node.with(count.with(number(firsts, "")).text(after));
        }
        node.with(el("ul", "ranking").all(group.rows.iter().map(row)))
    };
    vec![el("div", "rankings").all(it.groups.iter().map(list))]
}

/// A figure with all that is known of it.
pub(crate) fn tile(it: &Tile) -> Vec<Node> {
    let own = &it.own;
    let mut nodes: Vec<Node> = lead(&own.level, &own.change).into_iter().collect();
    if !own.gaps.is_empty() {
        let gap = |(gap, to): &(_, String)| {
            el("li", "")
                .with(el("span", "name").text(to))
                .text(" ")
                .with(number(gap, "gap"))
        };
        nodes.push(el("ul", "gaps").all(own.gaps.iter().map(gap)));
    }
    nodes.extend(badges(&own.badges, false));
    if !it.items.is_empty() {
        nodes.push(figures(&it.items));
    }
    nodes
}

use crate::marks::{badges, bar, change, lead, maybe, medal, number, placing, spacer, thread};
use crate::node::{Node, el};
use halfyear_picture::{Great, Item, Placing, Projects, RankGroup, Ranks, Tile, Words};

/// A card for each great work.
pub(crate) fn projects(it: &Projects) -> Vec<Node> {
    let work = |work: &Great| {
        let mut node = el("li", "work").with(el("p", "name").text(&work.name));
        if !work.note.is_empty() {
            node = node.with(el("p", "note").text(&work.note));
        }
        node.all(figures(&work.items))
    };
    vec![el("ul", "works").all(it.works.iter().map(work))]
}

/// Figures: those that compare as bars, the others over their names.
fn figures(items: &[Item]) -> Vec<Node> {
    let alone = |it: &Item| it.gaps.is_empty() && it.badges.is_empty();
    let sized = |it: &Item| {
        let length = it.length.filter(|_| alone(it))?;
        let numbers = el("span", "")
            .all(maybe(it.level.as_ref(), ""))
            .all(change(&it.change));
        Some(
            el("li", "size")
                .with(el("span", "name").text(&it.label))
                .with(numbers)
                .with(el("div", "whole-bar").with(bar("bar", length, "100%"))),
        )
    };
    let bars: Vec<Node> = items.iter().filter_map(sized).collect();
    let mut nodes = Vec::new();
    if !bars.is_empty() {
        nodes.push(el("ul", "sizes").all(bars));
    }
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
    let bare = |it: &&Item| it.length.is_none() || !alone(it);
    let rest: Vec<Node> = items.iter().filter(told).filter(bare).map(figure).collect();
    if !rest.is_empty() {
        nodes.push(el("dl", "items").all(rest));
    }
    nodes
}

/// Places, a list for each reach.
pub(crate) fn ranks(it: &Ranks, words: &Words) -> Vec<Node> {
    let list = |group: &RankGroup| {
        let row = |row: &Placing| {
            let place = if group.name.is_empty() {
                placing(row)
            } else {
                medal(row)
            };
            el("li", "")
                .with(place)
                .with(el("span", "name").text(&row.subject))
        };
        let mut head = el("p", "reach-name").with(el("b", "").text(&group.name));
        if let Some(firsts) = &group.firsts {
            let (before, after) = words.firsts;
            let count = el("span", "").text(before);
            head = head.with(count.with(number(firsts, "")).text(after));
        }
        let class = if group.name.is_empty() {
            "ranking said"
        } else {
            "ranking"
        };
        el("div", "reach")
            .with(head)
            .with(el("ul", class).all(group.rows.iter().map(row)))
    };
    vec![el("div", "rankings").all(it.groups.iter().map(list))]
}

/// A figure with all that is known of it.
pub(crate) fn tile(it: &Tile) -> Vec<Node> {
    let own = &it.own;
    let mut nodes: Vec<Node> = lead(&own.level, &own.change).into_iter().collect();
    if let Some(mark) = &it.thread {
        let class = if mark.falls { "track falls" } else { "track" };
        let track = el("div", class).all(spacer(mark.start));
        nodes.push(track.with(thread(mark)));
    }
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
        nodes.extend(figures(&it.items));
    }
    nodes
}

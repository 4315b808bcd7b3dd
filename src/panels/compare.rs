use crate::marks::{badges, bar, change, drawing, lead, maybe, number, percent, rest, spacer};
use crate::node::{Node, el};
use halfyear_picture::{Comparison, Lane, Progress};

/// A figure over the bars of those compared.
pub(crate) fn comparison(it: &Comparison) -> Vec<Node> {
    let mut nodes: Vec<Node> = lead(&it.level, &it.change).into_iter().collect();
    let lane = |lane: &Lane| {
        let mut track = el("div", "track").all(spacer(lane.mark.start));
        track = track
            .with(bar("bar", lane.mark.length, "100%"))
            .with(number(&lane.figure, "end"));
        el("li", if lane.own { "lane own" } else { "lane" })
            .with(el("span", "name").text(&lane.name))
            .with(track)
            .all(maybe(lane.gap.as_ref(), "gap"))
    };
    nodes.push(el("ul", "lanes").all(it.lanes.iter().map(lane)));
    nodes.extend(badges(&it.badges, false));
    nodes.extend(key(it.key));
    nodes
}

fn key(text: &str) -> Option<Node> {
    (!text.is_empty()).then(|| el("p", "note key").text(text))
}

/// The height of a benchmark's row under the bar, in pixels.
const ROW: i64 = 28;

/// A bar out of the whole, with a tick for each benchmark and a line from it to its name.
pub(crate) fn completion(it: &Comparison) -> Vec<Node> {
    let mut nodes: Vec<Node> = lead(&it.level, &None).into_iter().collect();
    let mut art = drawing("bullet").with(rect("whole", 10_000));
    let mut others: Vec<&Lane> = Vec::new();
    for lane in &it.lanes {
        if lane.own {
            art = art.with(rect("own", lane.mark.length));
        } else {
            others.push(lane);
        }
    }
    // Names stand on the side of their tick that has more room, in the order that keeps the lines
    // from crossing them.
    let before = others.iter().all(|lane| lane.mark.length > 4500);
    if !before {
        others.reverse();
    }
    let mut leaders = drawing("leaders");
    let mut rows = el("ul", if before { "ticks before" } else { "ticks" });
    for (row, lane) in (0..).zip(&others) {
        let at = percent(lane.mark.length);
        let foot = (row * ROW + ROW / 2).to_string();
        art = art.with(line("tick", &at, "100%"));
        leaders = leaders.with(line("", &at, &foot));
        let room = if before {
            rest(lane.mark.length)
        } else {
            lane.mark.length
        };
        let words = el("span", "words")
            .with(el("span", "name").text(&lane.name))
            .text(" ")
            .with(number(&lane.figure, ""))
            .text(" ")
            .all(maybe(lane.gap.as_ref(), "gap"));
        let room = spacer(room);
        rows = rows.with(if before {
            el("li", "").with(words).all(room)
        } else {
            el("li", "").all(room).with(words)
        });
    }
    nodes.push(art);
    nodes.push(el("div", "under").with(leaders).with(rows));
    nodes.extend(badges(&it.badges, false));
    nodes
}

fn rect(class: &str, length: i64) -> Node {
    el("rect", class)
        .attr("width", percent(length))
        .attr("height", "100%")
}

fn line(class: &str, x: &str, y: &str) -> Node {
    el("line", class).attr("x1", x).attr("x2", x).attr("y2", y)
}

/// A thread from nothing to the target, with a mark at the year's half.
pub(crate) fn progress(it: &Progress) -> Vec<Node> {
    let mut top = el("p", "lead").with(number(&it.figure, "big"));
    top = top.all(change(&it.change));
    let (at, time) = (percent(it.at), percent(it.time));
    let thread = |class, to: &str| {
        el("line", class)
            .attr("x2", to)
            .attr("y1", "50%")
            .attr("y2", "50%")
    };
    let art = drawing("way")
        .with(thread("whole", "100%"))
        .with(thread("own", &at))
        .with(line("time", &time, "100%"))
        .with(
            el("circle", "")
                .attr("cx", &*at)
                .attr("cy", "50%")
                .attr("r", "7"),
        );
    let moment = el("p", "moment")
        .attr("aria-hidden", "true")
        .all(spacer(it.time))
        .with(el("span", "").text(it.time_name));
    let mut under = el("p", "goal");
    if let Some(share) = &it.share {
        let (before, after) = it.share_words;
        let part = el("span", "").text(before).with(number(share, ""));
        under = under.with(part.text(after));
    }
    let goal = el("span", "target")
        .text(&it.target_name)
        .text(" ")
        .with(number(&it.target, ""));
    let mut nodes = vec![top, moment, art, under.with(goal)];
    nodes.extend(badges(&it.badges, true));
    nodes
}

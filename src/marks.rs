//! Marks that panels share: bars, threads, numbers, badges.
//!
//! Lengths are geometry attributes in percent, which no content security policy forbids and every
//! engine resolves against the room there is.

use crate::node::{Node, el};
use halfyear_picture::{FULL, Figure, Level, Mark, Placing};

/// Ten-thousandths as a percentage: 8260 is `82.60%`.
pub(crate) fn percent(part: i64) -> String {
    let mut out = (part / 100).to_string();
    let rest = part % 100;
    if rest != 0 {
        out.push('.');
        if rest < 10 {
            out.push('0');
        }
        out.push_str(&rest.to_string());
    }
    out.push('%');
    out
}

/// A drawing that assistive technology passes over: the numbers beside it say the same.
pub(crate) fn drawing(class: &str) -> Node {
    el("svg", class).attr("aria-hidden", "true")
}

/// A drawing as wide as a part of its row.
pub(crate) fn long(class: &str, length: i64, height: &str) -> Node {
    drawing(class)
        .attr("width", percent(length))
        .attr("height", height)
}

/// A solid bar.
pub(crate) fn bar(class: &str, length: i64, height: &str) -> Node {
    long(class, length, height).with(whole())
}

/// A rectangle that fills its drawing.
pub(crate) fn whole() -> Node {
    el("rect", "").attr("width", "100%").attr("height", "100%")
}

/// Room before a mark that does not start at the left end.
pub(crate) fn spacer(length: i64) -> Option<Node> {
    (length > 0).then(|| long("room", length, "1"))
}

/// A thread with a knot at its end.
pub(crate) fn thread(mark: &Mark) -> Node {
    let knot = if mark.falls { "0" } else { "100%" };
    let line = el("line", "")
        .attr("x2", "100%")
        .attr("y1", "50%")
        .attr("y2", "50%");
    let end = el("circle", "")
        .attr("cx", knot)
        .attr("cy", "50%")
        .attr("r", "5");
    let mut drawn = long("thread", mark.length, "12").with(line).with(end);
    if mark.beyond {
        // Two strokes across the thread say that it goes on beyond the scale.
        let cut = el("svg", "cut")
            .attr("x", if mark.falls { "14%" } else { "86%" })
            .with(el("path", "").attr("d", "M-2 12 4 0M4 12 10 0"));
        drawn = drawn.with(cut);
    }
    drawn
}

/// A number that opens its source.
pub(crate) fn number(figure: &Figure, class: &str) -> Node {
    let mut classes = String::from("n");
    for more in [class, if figure.derived { "derived" } else { "" }] {
        if !more.is_empty() {
            classes.push(' ');
            classes.push_str(more);
        }
    }
    let words = &figure.words;
    let mut button = el("button", &classes)
        .attr("type", "button")
        .attr("part", "number")
        .attr("popovertarget", "card")
        .attr("data-n", figure.detail.to_string())
        .attr("aria-label", &*figure.name);
    for (tag, text) in [
        ("i", &words.before),
        ("b", &words.number),
        ("u", &words.unit),
    ] {
        if !text.is_empty() {
            button = button.with(el(tag, "").text(text));
        }
    }
    button
}

/// A number, if there is one.
pub(crate) fn maybe(figure: Option<&Figure>, class: &str) -> Option<Node> {
    figure.map(|figure| number(figure, class))
}

/// A change with its direction as a class.
pub(crate) fn change(figure: &Option<Figure>) -> Option<Node> {
    let figure = figure.as_ref()?;
    let falls = figure.words.number.starts_with('−');
    Some(number(figure, if falls { "change fall" } else { "change" }))
}

/// A place in a ranking, in reading order.
pub(crate) fn placing(it: &Placing) -> Node {
    let scope = match it.reach {
        Level::Nation | Level::Province => "place wide",
        _ => "place",
    };
    let mut node = el("span", scope).text(&it.before).text("\u{202f}");
    node = node.with(number(&it.figure, ""));
    if !it.after.is_empty() {
        node = node.text("\u{a0}").text(&it.after);
    }
    node
}

/// A place in a ranking as a medal: where it is won stands over the list.
pub(crate) fn medal(it: &Placing) -> Node {
    let mut class = String::from("medal");
    if matches!(it.reach, Level::Nation | Level::Province) {
        class.push_str(" wide");
    }
    if it.place == 1 {
        class.push_str(" first");
    }
    el("span", "place")
        .with(el("span", "unseen").text(&it.before))
        .with(number(&it.figure, &class))
        .with(el("span", "unseen").text(&it.after))
}

/// Places in rankings as a row of badges; nothing where there are none.
pub(crate) fn badges(places: &[Placing], named: bool) -> Option<Node> {
    if places.is_empty() {
        return None;
    }
    let badge = |it: &Placing| {
        let mut badge = el("li", "badge").attr("part", "badge");
        if named {
            badge = badge.text(&it.subject).text(" ");
        }
        badge.with(placing(it))
    };
    Some(el("ul", "badges").all(places.iter().map(badge)))
}

/// The figure of a panel: number and change on one line.
pub(crate) fn lead(level: &Option<Figure>, changed: &Option<Figure>) -> Option<Node> {
    // A change without a level is the figure itself.
    let alone = level
        .is_none()
        .then(|| maybe(changed.as_ref(), "big change"))
        .flatten();
    let beside = level.as_ref().and_then(|_| change(changed));
    let numbers = maybe(level.as_ref(), "big")
        .into_iter()
        .chain(alone)
        .chain(beside);
    let parts: Vec<Node> = numbers.collect();
    (!parts.is_empty()).then(|| el("p", "lead").all(parts))
}

/// Text whose words with a hyphen stay whole: a word joiner behind it forbids the break.
pub(crate) fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        out.push(letter);
        let inside = before.is_ascii_alphanumeric()
            && letters.peek().is_some_and(char::is_ascii_alphanumeric);
        if letter == '-' && inside {
            out.push('\u{2060}');
        }
        before = letter;
    }
    out
}

/// The rest of a scale behind a mark.
pub(crate) fn rest(of: i64) -> i64 {
    (FULL - of).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hyphens_inside_words_are_joined() {
        let joined = unbroken("five-star, half - year, -1, 2023-06");
        assert_eq!(
            joined,
            "five-\u{2060}star, half - year, -1, 2023-\u{2060}06"
        );
    }

    #[test]
    fn ten_thousandths_are_percentages() {
        assert_eq!(percent(8260), "82.60%");
        assert_eq!(percent(10_000), "100%");
        assert_eq!(percent(7), "0.07%");
    }
}

//! The card that a number opens: what it is, what it is compared with, and its sentence.

use crate::node::{Node, el};
use halfyear_picture::{Detail, Picture};

/// The content of the card, for the number that was chosen last.
pub(crate) fn card(picture: &Picture, chosen: Option<usize>) -> Node {
    let card = el("div", "card")
        .attr("id", "card")
        .attr("part", "card")
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("lang", picture.lang.tag());
    match chosen.and_then(|index| picture.details.get(index)) {
        Some(detail) => filled(card.attr("aria-label", &*detail.label), picture, detail),
        None => card,
    }
}

fn filled(card: Node, picture: &Picture, detail: &Detail) -> Node {
    let words = picture.words();
    let number = el(
        "strong",
        if detail.arithmetic.is_some() {
            "derived"
        } else {
            ""
        },
    )
    .text(&detail.words.text());
    let mut card = card.with(
        el("p", "card-head")
            .with(number)
            .text(" ")
            .with(el("span", "").text(&detail.label)),
    );
    if let Some(sum) = &detail.arithmetic {
        let sum = el("p", "sum")
            .text(words.derived)
            .text(words.colon)
            .with(el("b", "").text(sum));
        card = card.with(sum);
    }
    if !detail.remarks.is_empty() {
        let remark = |it: &String| el("li", "").text(it);
        card = card.with(el("ul", "remarks").all(detail.remarks.iter().map(remark)));
    }
    for passage in &detail.sentences {
        let mut quote = el("blockquote", "").attr("lang", "zh-Hans");
        for segment in &passage.segments {
            quote = if segment.marked {
                quote.with(el("mark", "").text(&segment.text))
            } else {
                quote.text(&segment.text)
            };
        }
        let cite = el("p", "cite")
            .text(&detail.source)
            .text(words.comma)
            .text(&words.line(passage.line));
        card = card.with(quote).with(cite);
    }
    if !detail.sentences.is_empty() {
        let copy = el("button", "copy").attr("type", "button");
        card = card.with(copy.text(words.copy));
    }
    card
}

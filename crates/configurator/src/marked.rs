//! The text with every numeral marked, a slice at a time so that a long one stops nobody.

use crate::page::Page;
use crate::report::{Numeral, Report};
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, HtmlElement, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// How many numerals are marked before the browser has its turn.
const SLICE: usize = 250;

/// What is left to be marked.
struct Rest {
    text: String,
    numerals: Vec<(Numeral, String)>,
    /// The next numeral.
    next: usize,
    /// Where the text goes on, in bytes and in characters.
    at: (usize, u32),
}

#[component]
pub fn Marked() -> impl IntoView {
    let page: Page = expect_context();
    let report: Report = expect_context();
    let pane: NodeRef<Div> = NodeRef::new();
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let Some(pane) = pane.get() else {
            return;
        };
        turn.update_value(|it| *it += 1);
        let numerals = report.reading.with(|it| {
            let named = |numeral: &Numeral| {
                let fact = numeral.fact.and_then(|at| it.facts.get(at));
                let title = match fact {
                    Some(fact) => fact.indicator.clone(),
                    None => page.say(words::kind(&numeral.is))().to_owned(),
                };
                (numeral.clone(), title)
            };
            it.numerals.iter().map(named).collect()
        });
        let rest = Rest {
            text: report.text.get_untracked(),
            numerals,
            next: 0,
            at: (0, 0),
        };
        pane.replace_children_with_node_0();
        mark(pane.into(), rest, turn, turn.get_value());
    });
    let chosen = window_event_listener_untyped("half-year-select", move |event| {
        let detail = event.unchecked_ref::<web_sys::CustomEvent>().detail();
        let number = |name: &str| {
            let value = js_sys::Reflect::get(&detail, &name.into()).ok()?;
            value.as_f64().map(|it| it as u32)
        };
        let inside = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let (Some(pane), Some(start), Some(end)) =
            (pane.get_untracked(), number("start"), number("end"))
            && inside.is_some_and(|it| it.id() == "poster")
        {
            show(report, &pane, start, end);
        }
    });
    on_cleanup(move || chosen.remove());
    let pressed = move |event: leptos::ev::MouseEvent| {
        let target: Option<Element> = event.target().and_then(|it| it.dyn_into().ok());
        let place = target.and_then(|it| it.get_attribute("data-i")?.parse::<usize>().ok());
        if let Some(place) = place {
            event.prevent_default();
            open(page, report, place);
        }
    };
    view! { <div class="marked" lang="zh-Hans" tabindex="0" node_ref=pane on:click=pressed></div> }
}

/// Marks a slice, and comes back for the next.
fn mark(pane: HtmlElement, mut rest: Rest, turn: StoredValue<u32>, own: u32) {
    // Another text has come, or nobody looks any more.
    if turn.try_get_value() != Some(own) {
        return;
    }
    let append = |node: &Node| drop(pane.append_child(node));
    let until = rest.numerals.len().min(rest.next + SLICE);
    while rest.next < until {
        let (numeral, title) = &rest.numerals[rest.next];
        let start = walk(&rest.text, rest.at, numeral.start);
        let end = walk(&rest.text, start, numeral.end);
        if end.0 > start.0 {
            append(&document().create_text_node(&rest.text[rest.at.0..start.0]));
            let words = &rest.text[start.0..end.0];
            if let Some(mark) = marked(numeral, title, rest.next, words) {
                append(&mark);
            }
            rest.at = end;
        }
        rest.next += 1;
    }
    if rest.next == rest.numerals.len() {
        append(&document().create_text_node(&rest.text[rest.at.0..]));
        return;
    }
    set_timeout(move || mark(pane, rest, turn, own), Duration::ZERO);
}

/// Goes on from a place to a character.
fn walk(text: &str, from: (usize, u32), to: u32) -> (usize, u32) {
    let ahead = to.saturating_sub(from.1) as usize;
    let rest = &text[from.0..];
    let bytes = rest.char_indices().nth(ahead).map_or(rest.len(), |it| it.0);
    (from.0 + bytes, to.max(from.1))
}

fn marked(numeral: &Numeral, title: &str, place: usize, words: &str) -> Option<Element> {
    let fact = numeral.fact.is_some();
    // A link breaks over lines as its text would, as no button does.
    let mark = document()
        .create_element(if fact { "a" } else { "span" })
        .ok()?;
    let attributes = [
        ("class", &*["num ", &*numeral.is].concat()),
        ("title", title),
        ("data-at", &numeral.start.to_string()),
    ];
    for (name, value) in attributes {
        mark.set_attribute(name, value).ok()?;
    }
    if fact {
        mark.set_attribute("href", "#poster").ok()?;
        mark.set_attribute("data-i", &place.to_string()).ok()?;
    }
    mark.set_text_content(Some(words));
    Some(mark)
}

/// Shows the numeral that a number of the infographic came from.
fn show(report: Report, pane: &HtmlElement, start: u32, end: u32) {
    let place = report.reading.with_untracked(|it| {
        let inside = |it: &&Numeral| it.fact.is_some() && it.start < end && it.end > start;
        it.numerals.iter().find(inside).map(|it| it.start)
    });
    if let Ok(Some(earlier)) = pane.query_selector(".here") {
        // A class can be taken from any element.
        let _ = earlier.class_list().remove_1("here");
    }
    let Some(place) = place else {
        return;
    };
    if let Ok(Some(mark)) = pane.query_selector(&format!("[data-at=\"{place}\"]")) {
        let _ = mark.class_list().add_1("here");
        into_view(&mark);
    }
}

/// Opens the number of the infographic that a numeral became.
fn open(page: Page, report: Report, place: usize) {
    let span = report
        .reading
        .with_untracked(|it| it.numerals.get(place).map(|it| (it.start, it.end)));
    let number = span.and_then(|(start, end)| page.number_at(start, end));
    let Some(element) = page.element.get_untracked() else {
        return;
    };
    let found = number.and_then(|number| {
        let root = element.shadow_root()?;
        root.query_selector(&format!("[data-n=\"{number}\"]"))
            .ok()?
    });
    match found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        Some(number) => {
            report.apart.set(String::new());
            into_view(&number);
            number.click();
        }
        None => report.apart.set(report.reading.with_untracked(|it| {
            let fact = it.numerals.get(place).and_then(|it| it.fact);
            let fact = fact.and_then(|at| it.facts.get(at));
            fact.map(|it| it.indicator.clone()).unwrap_or_default()
        })),
    }
}

fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

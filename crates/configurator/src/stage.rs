//! The live widget in its frame.

use crate::browser::NAME;
use crate::page::Page;
use crate::state::WIDTHS;
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[component]
pub fn Stage() -> impl IntoView {
    let page: Page = expect_context();
    let frame: NodeRef<Div> = NodeRef::new();
    // The element is made by hand: a page has it whether or not the script has defined it yet.
    Effect::new(move |_| {
        let Some(frame) = frame.get() else {
            return;
        };
        let made = document().create_element(NAME).ok();
        if let Some(element) = made.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            element.set_id("poster");
            untrack(|| apply(page, &element));
            // An empty frame takes it.
            let _ = frame.append_child(&element);
            page.element.set(Some(element));
        }
    });
    Effect::new(move |_| {
        page.state.track();
        if let Some(element) = page.element.get_untracked() {
            apply(page, &element);
            page.drawn.update(|it| *it += 1);
        }
    });
    let ready = window_event_listener_untyped("half-year-ready", move |_| {
        page.drawn.update(|it| *it += 1);
    });
    on_cleanup(move || ready.remove());
    // The browser's own handle has set a width: it is one that a person chose.
    let resized = move |_| {
        let Some(frame) = frame.get_untracked() else {
            return;
        };
        let styled = frame.get_attribute("style").unwrap_or_default();
        let width = styled.split("width:").nth(1).and_then(|it| {
            let digits = it
                .trim_start()
                .split(|c: char| !c.is_ascii_digit())
                .next()?;
            digits.parse::<u32>().ok()
        });
        if let Some(width) = width {
            let width = width.clamp(WIDTHS.0, WIDTHS.1);
            page.change("width", |it| it.width = Some(width));
        }
    };
    let width = move || match page.state.with(|it| it.width) {
        Some(width) => format!("width: {width}px"),
        None => String::new(),
    };
    view! {
        <section class="stage" aria-label=page.say(words::STAGE)>
            <div class="frame" node_ref=frame style=width on:pointerup=resized></div>
        </section>
    }
}

/// Gives the element what is chosen.
fn apply(page: Page, element: &HtmlElement) {
    for (name, value) in page.state.with(|it| it.attributes()) {
        let now = element.get_attribute(name);
        // Attributes of these names can be set on any element.
        let _ = match value.is_empty() {
            true if now.is_some() => element.remove_attribute(name),
            false if now.as_deref() != Some(&*value) => element.set_attribute(name, &value),
            _ => Ok(()),
        };
    }
    // Where none is chosen it is the page's, which has just changed with it.
    if page.state.with(|it| it.lang.is_empty()) {
        let _ = element.set_attribute("lang", page.tongue().tag().get(..2).unwrap_or("zh"));
    }
}

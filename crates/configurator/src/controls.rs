//! The controls.

use crate::metrics::Metrics;
use crate::page::Page;
use crate::state::{State, WIDTHS};
use crate::words::{self, Both, Named};
use leptos::prelude::*;

#[component]
pub fn Controls() -> impl IntoView {
    let page: Page = expect_context();
    let selects = words::SELECTS
        .into_iter()
        .map(|(name, title, options)| view! { <Choice name title options /> })
        .collect_view();
    let parts = words::PARTS
        .into_iter()
        .map(|(part, title)| {
            view! {
                <label class="tick">
                    <input
                        type="checkbox"
                        name=part
                        prop:checked=move || !page.state.with(|it| it.hide.iter().any(|it| it == part))
                        on:change:target=move |event| {
                            let out = !event.target().checked();
                            page.change("hide", |it| it.leave_out(part, out));
                        }
                    />
                    <span>{page.say(title)}</span>
                </label>
            }
        })
        .collect_view();
    let width = move || page.state.with(|it| it.width);
    view! {
        <form
            class="controls"
            aria-label=page.say(words::CONTROLS)
            on:submit=|event| event.prevent_default()
        >
            {selects}
            <label class="field">
                <span>{page.say(words::HEADING)}</span>
                <input
                    type="text"
                    name="heading"
                    prop:value=move || page.state.with(|it| it.heading.clone())
                    on:input:target=move |event| {
                        let heading = event.target().value();
                        page.change("heading", |it| it.heading = heading);
                    }
                />
            </label>
            <label class="field">
                <span>
                    {page.say(words::WIDTH)} " "
                    <output>
                        {move || match width() {
                            Some(width) => format!("{width} px"),
                            None => page.say(words::FULL)().to_owned(),
                        }}
                    </output>
                </span>
                <input
                    type="range"
                    name="width"
                    min=WIDTHS.0
                    max=WIDTHS.1
                    step="10"
                    prop:value=move || width().unwrap_or(WIDTHS.1).to_string()
                    on:input:target=move |event| {
                        let wide = event.target().value().parse().ok();
                        let wide = wide.filter(|it| *it < WIDTHS.1);
                        page.change("width", |it| it.width = wide);
                    }
                />
            </label>
            <fieldset class="parts">
                <legend>{page.say(words::HIDE)}</legend>
                {parts}
            </fieldset>
            <Metrics />
        </form>
    }
}

/// One of several, side by side.
#[component]
fn Choice(name: &'static str, title: Both, options: &'static [Named]) -> impl IntoView {
    let page: Page = expect_context();
    let field = move |state: &State| match name {
        "lang" => state.lang.clone(),
        "theme" => state.theme.clone(),
        _ => state.layout.clone(),
    };
    let options = options
        .iter()
        .map(|(value, title)| {
            let chosen = move || page.state.with(|it| field(it) == *value);
            let choose = move |_| {
                page.change(name, |it| {
                    let field = match name {
                        "lang" => &mut it.lang,
                        "theme" => &mut it.theme,
                        _ => &mut it.layout,
                    };
                    *field = (*value).to_owned();
                });
            };
            view! {
                <label>
                    <input type="radio" name=name value=*value prop:checked=chosen on:change=choose />
                    <span>{page.say(*title)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice">
            <legend>{page.say(title)}</legend>
            <div>{options}</div>
        </fieldset>
    }
}

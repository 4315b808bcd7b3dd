//! The whole page.

use crate::browser;
use crate::controls::Controls;
use crate::page::Page;
use crate::panel::ReportPanel;
use crate::report::Report;
use crate::stage::Stage;
use crate::state::State;
use crate::take::Take;
use crate::words::{self, Tongue};
use halfyear_bundle::from_json;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    let Ok(Some(root)) = document().query_selector("#configurator") else {
        return;
    };
    root.replace_children_with_node_0();
    mount_to(root.unchecked_into(), || view! { <App /> }).forget();
}

fn query() -> String {
    window().location().search().unwrap_or_default()
}

#[component]
fn App() -> impl IntoView {
    let page = Page {
        state: RwSignal::new(State::of(&query())),
        bundle: RwSignal::new(None),
        element: RwSignal::new_local(None),
        drawn: RwSignal::new(0),
        last: RwSignal::new(""),
    };
    provide_context(page);
    let back = window_event_listener(leptos::ev::popstate, move |_| {
        page.last.set("");
        page.state.set(State::of(&query()));
    });
    on_cleanup(move || back.remove());
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            // The language is an attribute like any other.
            let _ = root.set_attribute("lang", page.tongue().tag());
        }
        document().set_title(page.tongue().say(words::TITLE));
    });
    let edition = Memo::new(move |_| page.edition());
    let report = Report::new();
    provide_context(report);
    let reads = Memo::new(move |_| page.state.with(|it| it.read));
    Effect::new(move |_| {
        if reads.get() {
            page.bundle.set(None);
            if let Some(bundle) = report.reading.with_untracked(|it| it.bundle.clone()) {
                page.give(&bundle);
            }
            return;
        }
        page.hand(JsValue::NULL);
        let address = ["editions/", &*edition.get(), ".json"].concat();
        spawn_local(async move {
            let json = browser::fetched(&address).await;
            if !page.state.with_untracked(|it| it.read) {
                page.bundle.set(json.and_then(|it| from_json(&it).ok()));
            }
        });
    });
    view! {
        <header class="top">
            <div>
                <h1>{page.say(words::TITLE)}</h1>
                <p>{page.say(words::LEDE)}</p>
            </div>
            <Tongues />
        </header>
        <main>
            <Modes />
            <div class="desk" class:reads=reads class:waiting=move || reads.get() && page.bundle.with(Option::is_none)>
                <div class="left">
                    <Show when=move || reads.get()>
                        <ReportPanel />
                    </Show>
                    <Controls />
                </div>
                <Stage />
            </div>
            <Take />
            <Samples />
        </main>
    }
}

/// The switch of the page's own language.
#[component]
fn Tongues() -> impl IntoView {
    let page: Page = expect_context();
    let choice = move |tag: &'static str, name: &'static str, tongue: Tongue| {
        view! {
            <button
                type="button"
                lang=tongue.tag()
                aria-pressed=move || (page.tongue() == tongue).to_string()
                on:click=move |_| page.change("page", |it| it.page = tag.to_owned())
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="tongues">
            {choice("zh", "中文", Tongue::Zh)} {choice("en", "English", Tongue::En)}
        </div>
    }
}

/// The switch between a finished edition and a report of one's own.
#[component]
fn Modes() -> impl IntoView {
    let page: Page = expect_context();
    let tabs = words::TABS
        .into_iter()
        .map(|(mode, title)| {
            let read = mode == "read";
            let choose = move |_| {
                page.change("mode", |it| {
                    it.read = read;
                    it.metrics.clear();
                });
            };
            view! {
                <button
                    type="button"
                    id=["mode-", mode].concat()
                    aria-pressed=move || page.state.with(|it| it.read == read).to_string()
                    on:click=choose
                >
                    {page.say(title)}
                </button>
            }
        })
        .collect_view();
    view! { <div class="tongues modes">{tabs}</div> }
}

/// The element in other places than the frame.
#[component]
fn Samples() -> impl IntoView {
    let page: Page = expect_context();
    let [before, between, behind] = words::SENTENCE;
    // The element takes the language of those around it where it starts, and does not watch them.
    let lang = move || page.tongue().tag().get(..2).unwrap_or("zh");
    view! {
        <section class="samples" aria-labelledby="samples">
            <h2 id="samples">{page.say(words::SAMPLES)}</h2>
            <h3>{page.say(words::STRIP)}</h3>
            <half-year-infographic id="strip" lang=lang layout="strip" metrics="gdp tourism hightech rural" />
            <div class="beside">
                <div>
                    <h3>{page.say(words::COLUMN)}</h3>
                    <half-year-infographic id="column" lang=lang metrics="gdp stars mayday" hide="lede table source tools" />
                </div>
                <div>
                    <h3>{page.say(words::FIGURE)}</h3>
                    <p class="prose">
                        {page.say(before)}
                        <half-year-infographic id="figure" lang=lang layout="figure" metrics="gdp" />
                        {page.say(between)}
                        <half-year-infographic lang=lang layout="figure" metrics="mayday" />
                        {page.say(behind)}
                    </p>
                    <h3>{page.say(words::DARK)}</h3>
                    <half-year-infographic id="dark" theme="dark" lang="en" metrics="transport satisfaction" hide="lede table source tools title" />
                </div>
            </div>
        </section>
    }
}

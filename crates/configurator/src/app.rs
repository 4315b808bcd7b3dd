//! The whole page.

use crate::browser;
use crate::controls::Controls;
use crate::report::{Report, ReportPanel, object};
use crate::stage::Stage;
use crate::state::State;
use crate::take::Take;
use crate::words::{self, Both, Tongue};
use halfyear_bundle::{Bundle, Text, from_json};
use halfyear_picture::{Choices, draw};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The edition that the element shows by itself.
const EDITION: &str = "keqiao-2023-h1";

/// What every part of the page works with.
#[derive(Clone, Copy)]
pub struct Page {
    /// What is chosen.
    pub state: RwSignal<State>,
    /// The bundle of the edition chosen.
    pub bundle: RwSignal<Option<Bundle>>,
    /// The infographic in the frame.
    pub element: RwSignal<Option<HtmlElement>, LocalStorage>,
    /// Counts what it has drawn.
    pub drawn: RwSignal<u32>,
    /// The last change, so that those of one kind in a row are one step back.
    last: RwSignal<&'static str>,
}

impl Page {
    /// The language of the page.
    pub fn tongue(self) -> Tongue {
        let chosen = self.state.with(|it| it.page.clone());
        match chosen.is_empty() {
            true => Tongue::of(&window().navigator().language().unwrap_or_default()),
            false => Tongue::of(&chosen),
        }
    }

    /// A text, as long as it is shown in the page's language.
    pub fn say(self, both: Both) -> impl Fn() -> &'static str + Clone {
        move || self.tongue().say(both)
    }

    /// The language that the infographic speaks.
    pub fn spoken(self) -> Tongue {
        match self.state.with(|it| it.lang.clone()) {
            none if none.is_empty() => self.tongue(),
            chosen => Tongue::of(&chosen),
        }
    }

    /// A label of the edition, in the page's language.
    pub fn label(self, text: &Text) -> String {
        let (first, second) = match self.tongue() {
            Tongue::Zh => (&text.zh, &text.en),
            Tongue::En => (&text.en, &text.zh),
        };
        if first.is_empty() {
            second.clone()
        } else {
            first.clone()
        }
    }

    /// Has the infographic draw a bundle that lies nowhere.
    pub fn give(self, bundle: &Bundle) {
        self.bundle.set(Some(bundle.clone()));
        self.hand(object(bundle));
    }

    fn hand(self, bundle: JsValue) {
        if let Some(element) = self.element.get_untracked() {
            // The element has that property.
            let _ = js_sys::Reflect::set(&element, &"bundle".into(), &bundle);
        }
    }

    /// The ids of the metrics shown, in order.
    pub fn shown(self) -> Vec<String> {
        let chosen = self.state.with_untracked(|it| it.metrics.clone());
        let own = self.bundle.with_untracked(|it| {
            let bundle = it.as_ref()?;
            let all = bundle.metrics.iter().map(|it| it.id.clone()).collect();
            Some(if bundle.choice.is_empty() {
                all
            } else {
                bundle.choice.clone()
            })
        });
        if chosen.is_empty() {
            own.unwrap_or_default()
        } else {
            chosen
        }
    }

    /// The number of the infographic whose digits stand at a place of the text.
    pub fn number_at(self, start: u32, end: u32) -> Option<usize> {
        let mut choices = Choices::default();
        for (name, value) in self.state.with_untracked(|it| it.attributes()) {
            choices.set(name, Some(value).filter(|it| !it.is_empty()));
        }
        self.bundle.with_untracked(|bundle| {
            let picture = draw(bundle.as_ref()?, &choices);
            let here = |at: halfyear_bundle::Span| at.start < end && at.end > start;
            // A number that follows from others stands nowhere itself.
            let own = picture
                .details
                .iter()
                .position(|it| it.arithmetic.is_none() && here(it.span));
            own.or_else(|| picture.details.iter().position(|it| here(it.span)))
        })
    }

    /// The edition's id.
    pub fn edition(self) -> String {
        match self.state.with(|it| it.edition.clone()) {
            none if none.is_empty() => EDITION.to_owned(),
            chosen => chosen,
        }
    }

    /// Changes what is chosen, and the address with it. Changes of one `kind` that follow each
    /// other, as letters typed, are one step in the browser's history.
    pub fn change(self, kind: &'static str, change: impl FnOnce(&mut State)) {
        let mut next = self.state.get_untracked();
        change(&mut next);
        if next == self.state.get_untracked() {
            return;
        }
        let path = window().location().pathname().unwrap_or_default();
        let address = [path, next.query()].concat();
        if let Ok(history) = window().history() {
            let nothing = JsValue::NULL;
            // A browser that allows no more of them in a while goes on with the last.
            let _ = match self.last.get_untracked() == kind {
                true => history.replace_state_with_url(&nothing, "", Some(&address)),
                false => history.push_state_with_url(&nothing, "", Some(&address)),
            };
        }
        self.last.set(kind);
        self.state.set(next);
    }
}

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
    view! {
        <section class="samples" aria-labelledby="samples">
            <h2 id="samples">{page.say(words::SAMPLES)}</h2>
            <h3>{page.say(words::STRIP)}</h3>
            <half-year-infographic id="strip" layout="strip" metrics="gdp tourism hightech rural" />
            <div class="beside">
                <div>
                    <h3>{page.say(words::COLUMN)}</h3>
                    <half-year-infographic id="column" metrics="gdp stars mayday" hide="lede table source tools" />
                </div>
                <div>
                    <h3>{page.say(words::FIGURE)}</h3>
                    <p class="prose">
                        {page.say(before)}
                        <half-year-infographic id="figure" layout="figure" metrics="gdp" />
                        {page.say(between)}
                        <half-year-infographic layout="figure" metrics="mayday" />
                        {page.say(behind)}
                    </p>
                    <h3>{page.say(words::DARK)}</h3>
                    <half-year-infographic id="dark" theme="dark" lang="en" metrics="transport satisfaction" hide="lede table source tools title" />
                </div>
            </div>
        </section>
    }
}

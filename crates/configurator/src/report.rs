//! A report of the person's own: pasted or dropped, read in a worker, marked, drawn.

use crate::app::Page;
use crate::browser::{blob, download};
use crate::marked::Marked;
use crate::words;
use crate::worker::ask;
use halfyear_bundle::{Bundle, to_json};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// What the worker makes of a text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Reading {
    pub facts: Vec<Fact>,
    pub numerals: Vec<Numeral>,
    pub edition: String,
    pub bundle: Option<Bundle>,
    pub problems: Vec<String>,
}

/// A statement.
#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    pub indicator: String,
}

/// A numeral of the text, in characters.
#[derive(Clone, Debug, Deserialize)]
pub struct Numeral {
    pub start: u32,
    pub end: u32,
    pub is: String,
    pub fact: Option<usize>,
}

/// The report and what became of it.
#[derive(Clone, Copy)]
pub struct Report {
    pub text: RwSignal<String>,
    pub reading: RwSignal<Reading>,
    /// Whether the text is shown as it was read, or to be written.
    pub read: RwSignal<bool>,
    /// The indicator chosen last, where the infographic does not show it.
    pub apart: RwSignal<String>,
    /// Counts the questions, so that an answer that is too late is passed over.
    turn: RwSignal<u32>,
}

impl Report {
    pub fn new() -> Self {
        Self {
            text: RwSignal::default(),
            reading: RwSignal::default(),
            read: RwSignal::new(false),
            apart: RwSignal::default(),
            turn: RwSignal::new(0),
        }
    }

    /// Reads the text, and drafts an edition; or amends the one that there is.
    pub fn ask(self, page: Page, changes: Option<serde_json::Value>) {
        self.turn.update(|it| *it += 1);
        let turn = self.turn.get_untracked();
        let edition = changes
            .is_some()
            .then(|| self.reading.with_untracked(|it| it.edition.clone()));
        let question = json!({
            "text": self.text.get_untracked(),
            "edition": edition,
            "changes": changes.unwrap_or_else(|| json!([])),
        });
        spawn_local(async move {
            let answer = ask(&question.to_string()).await;
            if self.turn.get_untracked() != turn {
                return;
            }
            let reading = answer.and_then(|it| serde_json::from_str::<Reading>(&it).ok());
            let reading = reading.unwrap_or_else(|| Reading {
                problems: vec![page.tongue().say(words::NO_WORKER).to_owned()],
                ..Reading::default()
            });
            if let Some(bundle) = &reading.bundle {
                page.give(bundle);
            }
            self.apart.set(String::new());
            self.read.set(!reading.numerals.is_empty());
            self.reading.set(reading);
        });
    }

    /// Reads another text.
    fn take(self, page: Page, text: String) {
        self.text.set(text);
        page.change("metrics", |it| it.metrics.clear());
        self.ask(page, None);
    }
}

#[component]
pub fn ReportPanel() -> impl IntoView {
    let page: Page = expect_context();
    let report: Report = expect_context();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let typed = move |text: String| {
        if let Some(earlier) = pending.get_value() {
            earlier.clear();
        }
        let later = move || report.take(page, text);
        pending.set_value(set_timeout_with_handle(later, Duration::from_millis(400)).ok());
    };
    let file = move |file: File| {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok();
            if let Some(text) = text.and_then(|it| it.as_string()) {
                report.take(page, text);
            }
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let first = event.data_transfer().and_then(|it| it.files()?.get(0));
        first.into_iter().for_each(file);
    };
    let picked =
        move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
            let first = event.target().files().and_then(|it| it.get(0));
            first.into_iter().for_each(file);
        };
    let problems = move || report.reading.with(|it| it.problems.clone());
    let counted = move || {
        let apart = report.apart.get();
        if !apart.is_empty() {
            return Some([&*apart, page.say(words::APART)()].concat());
        }
        report.reading.with(|it| {
            (!it.numerals.is_empty()).then(|| {
                let [numerals, facts] = words::COUNTED;
                let (numerals, facts) = (page.say(numerals)(), page.say(facts)());
                format!("{} {numerals}{} {facts}", it.numerals.len(), it.facts.len())
            })
        })
    };
    view! {
        <section
            class="report"
            aria-labelledby="report"
            on:dragover=|event| event.prevent_default()
            on:drop=dropped
        >
            <h2 id="report">{page.say(words::REPORT)}</h2>
            <p class="help">{page.say(words::REPORT_HELP)}</p>
            <Show
                when=move || report.read.get()
                fallback=move || view! {
                    <textarea
                        id="text"
                        rows="12"
                        lang="zh-Hans"
                        spellcheck="false"
                        aria-labelledby="report"
                        placeholder=page.say(words::PASTE)
                        prop:value=move || report.text.get()
                        on:input:target=move |event| typed(event.target().value())
                    ></textarea>
                }
            >
                <Marked />
            </Show>
            <p class="bulk">
                <label class="file">
                    <input type="file" accept=".txt,text/plain" on:change:target=picked />
                    <span>{page.say(words::OPEN)}</span>
                </label>
                <Show when=move || report.read.get()>
                    <button type="button" on:click=move |_| report.read.set(false)>
                        {page.say(words::REWRITE)}
                    </button>
                    <button type="button" id="save-bundle" on:click=move |_| hand_over(page, report, false)>
                        {page.say(words::BUNDLE)}
                    </button>
                    <button type="button" id="save-edition" on:click=move |_| hand_over(page, report, true)>
                        {page.say(words::EDITION)}
                    </button>
                </Show>
            </p>
            <p class="help" role="status" id="counted">{counted}</p>
            <ul class="problems">
                {move || problems().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// Hands over the bundle, or the edition file, with what is shown in the order shown.
fn hand_over(page: Page, report: Report, edition: bool) {
    let ids = page.shown();
    let question = json!({
        "text": report.text.get_untracked(),
        "edition": report.reading.with_untracked(|it| it.edition.clone()),
        "changes": [{ "change": "order", "ids": ids }],
    });
    spawn_local(async move {
        let answer = ask(&question.to_string()).await;
        let reading = answer.and_then(|it| serde_json::from_str::<Reading>(&it).ok());
        let Some(reading) = reading else {
            return;
        };
        let (name, text) = match (edition, &reading.bundle) {
            (false, Some(bundle)) => ("report.json", to_json(bundle)),
            _ => ("report.toml", reading.edition),
        };
        if let Some(file) = blob(&text) {
            download(name, &file);
        }
    });
}

/// An object of a bundle, as the element takes it.
pub fn object(bundle: &Bundle) -> JsValue {
    js_sys::JSON::parse(&to_json(bundle)).unwrap_or_default()
}

//! The pane of a report: the field that takes it, the marked text, and what can be taken along.

use crate::browser::{blob, download};
use crate::marked::Marked;
use crate::page::Page;
use crate::report::{Reading, Report};
use crate::words;
use crate::worker::ask;
use halfyear_bundle::to_json;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

#[component]
pub fn ReportPanel() -> impl IntoView {
    let page: Page = expect_context();
    let report: Report = expect_context();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let typed = move |text: String| {
        if let Some(earlier) = pending.get_value() {
            earlier.clear();
        }
        let later = move || report.take(page, text, String::new());
        pending.set_value(set_timeout_with_handle(later, Duration::from_millis(400)).ok());
    };
    let file = move |file: File| {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok();
            if let Some(text) = text.and_then(|it| it.as_string()) {
                report.take(page, text, file.name());
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
            <Show when=move || report.reading.with(|it| it.undated)>
                <p class="field undated">
                    <label for="year">{page.say(words::UNDATED)}</label>
                    <input
                        id="year"
                        type="text"
                        inputmode="numeric"
                        maxlength="4"
                        size="4"
                        on:input:target=move |event| report.date(page, &event.target().value())
                    />
                </p>
            </Show>
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
        "file": report.name(),
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

//! The metrics: which of them, and in which order.

use crate::page::Page;
use crate::report::Report;
use crate::words;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// A metric as the list shows it.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    id: String,
    label: String,
    shown: bool,
}

/// Those shown, in order, and the others behind them in the edition's.
fn rows(page: Page) -> Vec<Row> {
    let chosen = page.state.with(|it| it.metrics.clone());
    page.bundle.with(|bundle| {
        let Some(bundle) = bundle else {
            return Vec::new();
        };
        let all: Vec<&str> = bundle.metrics.iter().map(|it| &*it.id).collect();
        let shown: Vec<&str> = match (chosen.is_empty(), bundle.choice.is_empty()) {
            (true, true) => all.clone(),
            (true, false) => bundle.choice.iter().map(|it| &**it).collect(),
            (false, _) => chosen.iter().map(|it| &**it).collect(),
        };
        let mut ids = shown.clone();
        ids.retain(|id| all.contains(id));
        ids.extend(all.iter().filter(|id| !shown.contains(id)));
        let row = |id: &str| {
            let metric = bundle.metrics.iter().find(|it| it.id == id);
            Row {
                id: id.to_owned(),
                label: metric.map_or_else(String::new, |it| {
                    let label = if it.label.is_empty() {
                        &it.heading
                    } else {
                        &it.label
                    };
                    page.label(label)
                }),
                shown: shown.contains(&id),
            }
        };
        ids.into_iter().map(row).collect()
    })
}

/// Takes a list over as what is shown.
fn show(page: Page, kind: &'static str, rows: &[Row]) {
    let shown = rows.iter().filter(|it| it.shown);
    let ids: Vec<String> = shown.map(|it| it.id.clone()).collect();
    // An infographic of nothing is nobody's wish.
    if !ids.is_empty() {
        page.change(kind, |it| it.metrics = ids);
    }
}

/// Puts the metric `id` where `other` stands.
fn place(page: Page, id: &str, other: &str) {
    let mut rows = untrack(|| rows(page));
    let at = |rows: &[Row], id: &str| rows.iter().position(|it| it.id == id);
    if let (Some(from), Some(to)) = (at(&rows, id), at(&rows, other)) {
        let row = rows.remove(from);
        rows.insert(to, row);
        show(page, "order", &rows);
    }
}

/// Moves the metric `id` by one; the focus goes with it.
fn step(page: Page, id: &str, back: bool) {
    let rows = untrack(|| rows(page));
    let Some(at) = rows.iter().position(|it| it.id == id) else {
        return;
    };
    let other = if back {
        at.checked_sub(1)
    } else {
        Some(at + 1)
    };
    if let Some(other) = other.and_then(|it| rows.get(it)) {
        place(page, id, &other.id);
        focus(id);
    }
}

fn focus(id: &str) {
    let id = ["metric-", id].concat();
    request_animation_frame(move || {
        let input = document().get_element_by_id(&id);
        if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // What has gone meanwhile needs no focus.
            let _ = input.focus();
        }
    });
}

#[component]
pub fn Metrics() -> impl IntoView {
    let page: Page = expect_context();
    let rows_now = Memo::new(move |_| rows(page));
    let dragged = RwSignal::new(String::new());
    let over = RwSignal::new(String::new());
    let all = move |_| page.change("all", |it| it.metrics = vec!["all".to_owned()]);
    let all = move |event: leptos::ev::MouseEvent| {
        let mut every = rows_now.get_untracked();
        if every.is_empty() {
            return all(event);
        }
        for row in &mut every {
            row.shown = true;
        }
        show(page, "all", &every);
    };
    view! {
        <fieldset class="metrics" aria-describedby="metrics-help">
            <legend>{page.say(words::METRICS)}</legend>
            <p id="metrics-help" class="help">{page.say(words::METRICS_HELP)}</p>
            <p class="bulk">
                <button type="button" on:click=move |_| page.change("own", |it| it.metrics.clear())>
                    {page.say(words::OWN)}
                </button>
                <button type="button" on:click=all>
                    {page.say(words::ALL)}
                </button>
            </p>
            <ol>
                <For
                    each=move || rows_now.get()
                    key=|row| (row.id.clone(), row.label.clone(), row.shown)
                    let(row)
                >
                    <Metric row dragged over />
                </For>
            </ol>
        </fieldset>
    }
}

#[component]
fn Metric(row: Row, dragged: RwSignal<String>, over: RwSignal<String>) -> impl IntoView {
    let page: Page = expect_context();
    let Row { id, label, shown } = row;
    let id = StoredValue::new(id);
    let own = move || id.get_value();
    let toggle = move |_| {
        let mut rows = untrack(|| rows(page));
        for row in rows.iter_mut().filter(|it| it.id == own()) {
            row.shown = !row.shown;
        }
        show(page, "metrics", &rows);
        focus(&own());
    };
    let keys = move |event: KeyboardEvent| {
        let back = match &*event.key() {
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            step(page, &own(), back);
        }
    };
    let button = move |title: words::Both, sign: &'static str, back: bool| {
        view! {
            <button
                type="button"
                class="step"
                tabindex="-1"
                title=page.say(title)
                aria-label=page.say(title)
                on:click=move |_| step(page, &own(), back)
            >
                {sign}
            </button>
        }
    };
    view! {
        <li
            draggable="true"
            class:over=move || over.get() == own() && dragged.get() != own()
            class:shown=shown
            data-id=own()
            on:dragstart=move |_| dragged.set(own())
            on:dragend=move |_| {
                dragged.set(String::new());
                over.set(String::new());
            }
            on:dragover=move |event| {
                event.prevent_default();
                over.set(own());
            }
            on:drop=move |event| {
                event.prevent_default();
                place(page, &dragged.get_untracked(), &own());
                over.set(String::new());
            }
            on:keydown=keys
        >
            <label class="tick">
                <input
                    type="checkbox"
                    id=["metric-", &own()].concat()
                    prop:checked=shown
                    on:change=toggle
                />
                <span>{label}</span>
            </label>
            {button(words::UP, "↑", true)}
            {button(words::DOWN, "↓", false)}
            <Show when=move || page.state.with(|it| it.read)>
                <Amend id=own() />
            </Show>
        </li>
    }
}

/// What a person can put right of a metric: its names, and what draws it.
#[component]
fn Amend(id: String) -> impl IntoView {
    let page: Page = expect_context();
    let report: Report = expect_context();
    let metric = page.bundle.with_untracked(|it| {
        let found = it.as_ref()?.metrics.iter().find(|it| it.id == id);
        found.cloned()
    });
    let metric = metric.unwrap_or_default();
    let panel = serde_json::to_value(metric.panel).unwrap_or_default();
    let panel = panel.as_str().unwrap_or("tile").to_owned();
    let names = [metric.label.zh, metric.label.en];
    let own = StoredValue::new(id);
    let names = words::LABELS
        .into_iter()
        .zip(names)
        .map(|((lang, title), name)| {
            let renamed = move |to: String| {
                let change =
                    json!([{ "change": "label", "id": own.get_value(), "lang": lang, "to": to }]);
                report.ask(page, Some(change));
            };
            view! {
                <label class="field">
                    <span>{page.say(title)}</span>
                    <input
                        type="text"
                        name=["label-", lang].concat()
                        prop:value=name
                        on:change:target=move |event| renamed(event.target().value())
                    />
                </label>
            }
        })
        .collect_view();
    let panels = words::PANELS
        .into_iter()
        .map(|(name, title)| {
            view! { <option value=name selected=name == panel>{page.say(title)}</option> }
        })
        .collect_view();
    let drawn = move |to: String| {
        let change = json!([{ "change": "panel", "id": own.get_value(), "to": to }]);
        report.ask(page, Some(change));
    };
    view! {
        <details class="amend">
            <summary>{page.say(words::AMEND)}</summary>
            {names}
            <label class="field">
                <span>{page.say(words::PANEL)}</span>
                <select name="panel" on:change:target=move |event| drawn(event.target().value())>
                    {panels}
                </select>
            </label>
        </details>
    }
}

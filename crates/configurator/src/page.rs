//! What every part of the page works with.

use crate::browser::object;
use crate::state::State;
use crate::words::{Both, Tongue};
use halfyear_bundle::{Bundle, Text};
use halfyear_picture::{Choices, draw};
use leptos::prelude::*;
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
    pub last: RwSignal<&'static str>,
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

    pub fn hand(self, bundle: JsValue) {
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

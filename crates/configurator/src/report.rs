//! A report of the person's own: pasted or dropped, read in a worker, marked, drawn.

use crate::page::Page;
use crate::words;
use crate::worker::ask;
use halfyear_bundle::Bundle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::json;

/// What the worker makes of a text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Reading {
    pub facts: Vec<Fact>,
    pub numerals: Vec<Numeral>,
    pub edition: String,
    pub bundle: Option<Bundle>,
    pub problems: Vec<String>,
    pub undated: bool,
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
    /// The name that the text goes by: it may tell the year.
    pub file: RwSignal<String>,
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
            file: RwSignal::default(),
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
            "file": self.name(),
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

    /// The name of the text; nothing where it was pasted.
    pub fn name(self) -> Option<String> {
        Some(self.file.get_untracked()).filter(|it| !it.is_empty())
    }

    /// Reads the text as one of this year.
    pub fn date(self, page: Page, year: &str) {
        if year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit()) {
            self.file.set(["report-", year, ".txt"].concat());
            self.ask(page, None);
        }
    }

    /// Reads another text, which came in a file or was pasted.
    pub fn take(self, page: Page, text: String, file: String) {
        self.text.set(text);
        self.file.set(file);
        page.change("metrics", |it| it.metrics.clear());
        self.ask(page, None);
    }
}

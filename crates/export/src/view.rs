//! What an element shows: its bundle, as chosen, in its width.

use crate::failure;
use halfyear_bundle::{Bundle, from_json, to_json};
use halfyear_drawing::{Drawing, Estimate, Letters, Options, Text, Theme};
use halfyear_picture::{Choices, Lang, Layout, Picture, draw};
use js_sys::JSON;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

const CHOICES: [&str; 5] = ["metrics", "layout", "hide", "heading", "heading-level"];
/// Where an element has no width of its own: in running text, and where it is not shown.
const NARROW: f64 = 390.0;
const WIDE: f64 = 1200.0;

pub(crate) struct View {
    pub(crate) bundle: Bundle,
    pub(crate) picture: Picture,
    options: Options,
}

impl View {
    pub(crate) fn of(element: &HtmlElement, bundle: &JsValue, lang: &str) -> Result<Self, JsValue> {
        let json = JSON::stringify(bundle)?.as_string().unwrap_or_default();
        let bundle = from_json(&json).map_err(|fault| failure(&fault.to_string()))?;
        let mut choices = Choices {
            lang: Lang::of(lang).unwrap_or_default(),
            ..Choices::default()
        };
        for name in CHOICES {
            // The element has said already what makes no sense.
            choices.set(name, element.get_attribute(name));
        }
        let theme = match element.get_attribute("theme").as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        };
        let width = match element.get_bounding_client_rect().width() {
            _ if choices.layout == Layout::Figure => NARROW,
            none if none < 1.0 => WIDE,
            width => width,
        };
        let options = Options {
            width: width.round() as u32,
            theme,
            text: Text::Live,
            layout: choices.layout,
        };
        Ok(Self {
            picture: draw(&bundle, &choices),
            bundle,
            options,
        })
    }

    /// The drawing for wherever it goes.
    pub(crate) fn svg(&self) -> Drawing {
        let lang = self.picture.lang;
        halfyear_drawing::svg(&self.picture, &self.options, &Estimate { lang })
    }

    /// The drawing for here and now: in the theme shown, with letters as wide as they are.
    pub(crate) fn still(&self, letters: &dyn Letters) -> Drawing {
        let options = match self.options.theme {
            Theme::Auto if prefers_dark() => Options {
                theme: Theme::Dark,
                ..self.options
            },
            Theme::Auto => Options {
                theme: Theme::Light,
                ..self.options
            },
            _ => self.options,
        };
        halfyear_drawing::svg(&self.picture, &options, letters)
    }

    pub(crate) fn csv(&self) -> String {
        halfyear_drawing::csv(&self.picture)
    }

    pub(crate) fn json(&self) -> String {
        to_json(&self.bundle)
    }

    /// `keqiao-2023-h1.en.png`.
    pub(crate) fn file_name(&self, kind: &str) -> String {
        let safe = |c: char| match c {
            '/' | '\\' | ':' => '-',
            c => c,
        };
        let id: String = self.bundle.id.chars().map(safe).collect();
        let lang = match self.picture.lang {
            Lang::Zh => ".zh.",
            Lang::En => ".en.",
        };
        [&*id, if kind == "json" { "." } else { lang }, kind].concat()
    }
}

fn prefers_dark() -> bool {
    let asked = web_sys::window().and_then(|it| {
        let query = it.match_media("(prefers-color-scheme: dark)");
        query.ok().flatten()
    });
    asked.is_some_and(|it| it.matches())
}

//! The element as the page carries it, before any script.

use halfyear::{Scene, style_digest, template};
use halfyear_browser_tests::{Error, folder, stage::EDITION};
use halfyear_picture::{Choices, Hide, Lang, Layout, draw};
use halfyear_snippet::{Files, painted};
use std::sync::Arc;

/// The snippet of the whole edition, with the attributes in `attributes`, of which those that
/// choose are drawn.
///
/// # Errors
/// When the bundle of the widget cannot be read.
pub fn snippet(attributes: &[(&str, &str)]) -> Result<String, Error> {
    let file = folder("HALFYEAR_WIDGET")?.join(format!("editions/{EDITION}.json"));
    let bundle = halfyear_bundle::from_json(&std::fs::read_to_string(file)?)?;
    let of = |name| {
        let found = attributes.iter().find(|it| it.0 == name);
        found.map_or("", |it| it.1)
    };
    let layout = Layout::ALL.iter().find(|it| it.0 == of("layout"));
    let layout = layout.map_or(Layout::Poster, |it| it.1);
    let choices = Choices {
        metrics: of("metrics").to_owned(),
        lang: Lang::of(of("lang")).unwrap_or_default(),
        layout,
        hide: Hide {
            table: of("hide").contains("table"),
            ..Hide::default()
        },
        ..Choices::default()
    };
    let files = Files {
        loader: "half-year-infographic.js".into(),
        ..Files::default()
    };
    let markup = template(Scene {
        picture: Arc::new(draw(&bundle, &choices)),
        layout,
    });
    Ok(painted(&files, attributes, &markup, &style_digest()))
}

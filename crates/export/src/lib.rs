//! What an element shows, as files.
//!
//! A wasm of its own: a page that nobody saves from never fetches it. Each function takes the
//! element, the bundle that it draws, and the language that it speaks; everything else is read off
//! the element, so that a file shows what the page shows.

#![cfg(target_arch = "wasm32")]

mod hand_over;
mod letters;
mod pixels;
mod view;

use view::View;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlElement};

/// The drawing, for any machine: it leaves room for whichever fonts a reader has, and is the same
/// that the command `halfyear render` makes.
///
/// # Errors
/// When the bundle cannot be drawn.
#[wasm_bindgen]
pub fn svg(element: &HtmlElement, bundle: &JsValue, lang: &str) -> Result<String, JsValue> {
    Ok(View::of(element, bundle, lang)?.svg().svg)
}

/// The numbers, a row each.
///
/// # Errors
/// When the bundle cannot be read.
#[wasm_bindgen]
pub fn csv(element: &HtmlElement, bundle: &JsValue, lang: &str) -> Result<String, JsValue> {
    Ok(View::of(element, bundle, lang)?.csv())
}

/// The drawing as pixels, `scale` for each of its own, in the fonts of this machine.
///
/// # Errors
/// When the bundle cannot be drawn, or the browser holds no picture as large.
#[wasm_bindgen]
pub async fn png(
    element: HtmlElement,
    bundle: JsValue,
    lang: String,
    scale: Option<f64>,
) -> Result<Blob, JsValue> {
    let view = View::of(&element, &bundle, &lang)?;
    pixels::png(&view, scale.unwrap_or(2.0)).await
}

/// What the menu's button `kind` does: hands a file to the person, or the embed code to the
/// clipboard.
///
/// # Errors
/// As for the file.
#[wasm_bindgen]
pub async fn save(
    element: HtmlElement,
    bundle: JsValue,
    lang: String,
    kind: String,
) -> Result<(), JsValue> {
    let view = View::of(&element, &bundle, &lang)?;
    let text = |text: &str, kind: &str| hand_over::text(text, kind);
    let file = match &*kind {
        "png" => match pixels::png(&view, 2.0).await {
            Ok(file) => file,
            // Some browsers hold no large pictures.
            Err(_) => pixels::png(&view, 1.0).await?,
        },
        "svg" => text(&view.svg().svg, "image/svg+xml")?,
        // Spreadsheets take a file for UTF-8 where it says so.
        "csv" => text(
            &["\u{feff}", &view.csv()].concat(),
            "text/csv;charset=utf-8",
        )?,
        "json" => text(&view.json(), "application/json")?,
        _ => return hand_over::embed_code(&element).await,
    };
    hand_over::download(&file, &view.file_name(&kind))
}

/// An error as the loader throws it.
fn failure(message: &str) -> JsValue {
    js_sys::Error::new(message).into()
}

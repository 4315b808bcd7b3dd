//! Letters as wide as this browser draws them.

use crate::failure;
use halfyear_drawing::{Estimate, Face, Letters, families};
use halfyear_picture::Lang;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

/// The size that widths are measured at; they grow in proportion.
const SIZE: f64 = 100.0;

pub(crate) struct Measured {
    lang: Lang,
    canvas: CanvasRenderingContext2d,
    known: RefCell<HashMap<(Face, String), f64>>,
}

impl Measured {
    pub(crate) fn new(lang: Lang) -> Result<Self, JsValue> {
        let (_, canvas) = canvas(&document()?)?;
        Ok(Self {
            lang,
            canvas,
            known: RefCell::default(),
        })
    }

    fn measure(&self, text: &str, face: Face) -> f64 {
        let weight = if face.bold { "700" } else { "400" };
        let families = families(self.lang, face.serif);
        self.canvas
            .set_font(&format!("{weight} {SIZE}px {families}"));
        match self.canvas.measure_text(text) {
            Ok(measured) => measured.width(),
            Err(_) => Estimate { lang: self.lang }.width(text, face, SIZE),
        }
    }
}

impl Letters for Measured {
    fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        let key = (face, text.to_owned());
        let known = self.known.borrow().get(&key).copied();
        let width = known.unwrap_or_else(|| {
            let width = self.measure(text, face);
            self.known.borrow_mut().insert(key, width);
            width
        });
        width * size / SIZE
    }
}

pub(crate) fn document() -> Result<Document, JsValue> {
    let document = web_sys::window().and_then(|it| it.document());
    document.ok_or_else(|| failure("there is no document to draw in"))
}

/// A canvas that is in no document, and what draws on it.
pub(crate) fn canvas(
    document: &Document,
) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let context = canvas.get_context("2d")?;
    let context = context.ok_or_else(|| failure("this browser gives no canvas to draw on"))?;
    Ok((canvas, context.unchecked_into()))
}

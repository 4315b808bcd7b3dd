//! The drawing as pixels: the browser's own, through an image and a canvas.

use crate::failure;
use crate::hand_over::{revoked, text};
use crate::letters::{Measured, canvas, document};
use crate::view::View;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlImageElement};

/// Where browsers agree that a side is too long.
const LONGEST: f64 = 16_384.0;

pub(crate) async fn png(view: &View, scale: f64) -> Result<Blob, JsValue> {
    if !(0.1..=10.0).contains(&scale) {
        return Err(failure("a scale is a number from 0.1 to 10"));
    }
    let drawing = view.still(&Measured::new(view.picture.lang)?);
    let (width, height) = (
        (f64::from(drawing.width) * scale).round(),
        (f64::from(drawing.height) * scale).round(),
    );
    let large = || failure("this browser holds no picture as large: give a smaller scale");
    if width > LONGEST || height > LONGEST {
        return Err(large());
    }
    let document = document()?;
    let image: HtmlImageElement = document.create_element("img")?.unchecked_into();
    let address = revoked(&text(&drawing.svg, "image/svg+xml")?)?;
    image.set_src(&address.0);
    JsFuture::from(image.decode()).await?;
    let (canvas, context) = canvas(&document)?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let blob = Promise::new(&mut |done, _| {
        let taken = Closure::once_into_js(move |blob: JsValue| done.call1(&JsValue::NULL, &blob));
        // Where it throws, the promise does too.
        let _ = canvas.to_blob(taken.unchecked_ref());
    });
    JsFuture::from(blob).await?.dyn_into().map_err(|_| large())
}

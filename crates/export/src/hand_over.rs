//! Files for the person at the page, and text for the clipboard.

use crate::failure;
use crate::letters::document;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Url};

/// The loader, as pages name it.
const LOADER: &str = "half-year-infographic.js";

pub(crate) fn text(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)
}

/// The address of a blob, as long as this value lives.
pub(crate) struct Address(pub(crate) String);

pub(crate) fn revoked(blob: &Blob) -> Result<Address, JsValue> {
    Url::create_object_url_with_blob(blob).map(Address)
}

impl Drop for Address {
    fn drop(&mut self) {
        // What is not there needs no revoking.
        let _ = Url::revoke_object_url(&self.0);
    }
}

pub(crate) fn download(file: &Blob, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    let address = revoked(file)?;
    link.set_href(&address.0);
    link.set_download(name);
    link.click();
    // Some browsers take the blob later than the click.
    let kept = Closure::once_into_js(move || drop(address));
    let window = web_sys::window().ok_or_else(|| failure("there is no window"))?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(kept.unchecked_ref(), 60_000)?;
    Ok(())
}

/// Script and element, as they stand on this page, without the content.
pub(crate) async fn embed_code(element: &HtmlElement) -> Result<(), JsValue> {
    let document = document()?;
    let script = document.query_selector(&["script[src*='", LOADER, "']"].concat())?;
    let address = script.and_then(|it| js_sys::Reflect::get(&it, &"src".into()).ok());
    let address = address.and_then(|it| it.as_string());
    let copy: Element = element.clone_node()?.unchecked_into();
    for own in ["id", "class", "style", "slot"] {
        copy.remove_attribute(own)?;
    }
    let code = [
        "<script type=\"module\" src=\"",
        address.as_deref().unwrap_or(LOADER),
        "\"></script>\n",
        &copy.outer_html(),
        "\n",
    ]
    .concat();
    let window = web_sys::window().ok_or_else(|| failure("there is no window"))?;
    JsFuture::from(window.navigator().clipboard().write_text(&code)).await?;
    Ok(())
}

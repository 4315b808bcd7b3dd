//! What the page asks of the browser.

use crate::ways::{Place, Published};
use halfyear_bundle::{Bundle, to_json};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlLinkElement, Response, Window};

#[wasm_bindgen(inline_js = "
    export const module = (address) => import(address);
    export const method = (element, name, ...given) => element[name](...given);
    export const digest = async (text) => {
      const sum = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(text));
      return sum ? 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(sum))) : '';
    };
")]
extern "C" {
    /// A module of the page's own.
    #[wasm_bindgen(catch)]
    pub async fn module(address: &str) -> Result<JsValue, JsValue>;
    /// What a method of an element promises.
    #[wasm_bindgen(catch, variadic)]
    pub async fn method(
        element: &JsValue,
        name: &str,
        given: &[JsValue],
    ) -> Result<JsValue, JsValue>;
    /// The digest of a text as a content security policy names it.
    #[wasm_bindgen(catch)]
    pub async fn digest(text: &str) -> Result<JsValue, JsValue>;
}

/// The element's name.
pub const NAME: &str = "half-year-infographic";

/// The text of a file of the site.
pub async fn fetched(address: &str) -> Option<String> {
    let answer = JsFuture::from(window().fetch_with_str(address))
        .await
        .ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The folder that the page lies in.
pub fn folder() -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    [&*origin, folder, "/"].concat()
}

/// Where the files lie, as the page's own hints say.
pub fn place() -> Place {
    let link = |selector: &str| {
        let found = document().query_selector(selector).ok().flatten();
        let link: Option<HtmlLinkElement> = found.and_then(|it| it.dyn_into().ok());
        link.map_or_else(Published::default, |it| Published {
            address: it.href(),
            integrity: it.integrity(),
        })
    };
    let mut place = Place {
        folder: folder(),
        glue: link("link[rel=modulepreload][data-is=glue]"),
        wasm: link("link[rel=preload][data-is=wasm]"),
        loader: Published::default(),
    };
    let script = document().query_selector("script[src*=half-year-infographic]");
    let integrity = script
        .ok()
        .flatten()
        .and_then(|it| it.get_attribute("integrity"));
    place.loader.integrity = integrity.unwrap_or_default();
    place
}

/// Puts a text into the clipboard; whether the browser let it.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Only secure pages have one.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Hands a file to the person.
pub fn download(name: &str, blob: &web_sys::Blob) {
    let Ok(address) = web_sys::Url::create_object_url_with_blob(blob) else {
        return;
    };
    let link = document().create_element("a");
    if let Some(link) = link.ok().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Attributes can be set on any element.
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let kept = Closure::once_into_js(move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    let window: Window = window();
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(kept.unchecked_ref(), 60_000);
}

/// A text as a file.
pub fn blob(text: &str) -> Option<web_sys::Blob> {
    web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).ok()
}

/// An object of a bundle, as the element takes it.
pub fn object(bundle: &Bundle) -> JsValue {
    js_sys::JSON::parse(&to_json(bundle)).unwrap_or_default()
}

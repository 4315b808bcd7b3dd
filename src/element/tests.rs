//! The wasm's side of the contract, in a browser but without the loader.

use super::*;
use js_sys::JSON;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Every edition, as the build script left it.
const EDITIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/editions.rs"));

fn root() -> web_sys::HtmlElement {
    let document = web_sys::window().and_then(|it| it.document());
    let element = document.and_then(|it| it.create_element("div").ok());
    element.expect("a document").unchecked_into()
}

fn object_of(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

/// All steps at once.
fn mount(root: web_sys::HtmlElement, bundle: JsValue) -> Result<Handle, JsValue> {
    let mut draft = draft(bundle)?;
    draft.draw(&Object::new());
    Ok(draft.mount(root))
}

fn text(root: &web_sys::HtmlElement) -> String {
    root.text_content().unwrap_or_default()
}

/// Mounts `json` and returns what is said against it.
fn refused(json: &str) -> String {
    let root = root();
    let refusal = mount(root.clone(), object_of(json)).err();
    assert_eq!(text(&root), "", "something of {json} is mounted");
    let field = |name: &str| {
        let value = refusal
            .as_ref()
            .and_then(|it| Reflect::get(it, &name.into()).ok());
        value.and_then(|it| it.as_string()).unwrap_or_default()
    };
    assert_eq!(field("kind"), "bundle", "{json}");
    field("message")
}

#[wasm_bindgen_test]
fn every_edition_is_drawn_and_freed() {
    for (id, json) in EDITIONS {
        let root = root();
        let handle = mount(root.clone(), object_of(json));
        let handle = handle.unwrap_or_else(|it| panic!("{id}: {it:?}"));
        assert!(!text(&root).is_empty(), "{id}");
        drop(handle);
        assert_eq!(text(&root), "", "{id} left something behind");
    }
}

#[wasm_bindgen_test]
fn a_refused_bundle_names_its_field_and_the_old_one_stays() {
    for (json, named) in [
        ("null", "version"),
        ("[]", "version"),
        ("{}", "version"),
        (r#"{"version":"1"}"#, "version"),
        (r#"{"version":99}"#, "version"),
        (r#"{"version":1}"#, "period.from"),
        (
            r#"{"version":1,"id":"a","period":{"from":"2023-01","to":"2023-06"}}"#,
            "metrics",
        ),
    ] {
        let message = refused(json);
        assert!(message.contains(named), "{json}: {message}");
    }

    let (_, json) = EDITIONS[0];
    let root = root();
    let mut handle = mount(root.clone(), object_of(json)).expect("an edition");
    let before = text(&root);
    assert!(handle.replace(JsValue::NULL).is_err());
    assert_eq!(text(&root), before);
}

#[wasm_bindgen_test]
fn markup_in_a_bundle_is_text() {
    let (_, json) = EDITIONS[0];
    let hostile = "<img src=x onerror=alert(1)>";
    let bundle = object_of(json);
    let title = Object::new();
    for lang in ["zh", "en"] {
        Reflect::set(&title, &lang.into(), &hostile.into()).expect("a plain object");
    }
    Reflect::set(&bundle, &"title".into(), &title).expect("a plain object");
    let root = root();
    let _handle = mount(root.clone(), bundle).expect("an edition");
    assert!(text(&root).contains(hostile));
    assert_eq!(root.query_selector("img"), Ok(None));
}

#[wasm_bindgen_test]
fn an_object_that_holds_itself_ends() {
    let (_, json) = EDITIONS[0];
    let bundle = object_of(json);
    let metrics = Reflect::get(&bundle, &"metrics".into()).expect("metrics");
    let first = Reflect::get(&metrics, &0.into()).expect("a metric");
    Reflect::set(&first, &"items".into(), &metrics).expect("a plain object");
    assert!(mount(root(), bundle).is_err());
}

#[wasm_bindgen_test]
fn nonsense_is_complained_of_with_what_makes_sense() {
    let (_, json) = EDITIONS[0];
    let mut handle = mount(root(), object_of(json)).expect("an edition");
    for (name, value, sense) in [
        ("layout", "circle", "poster"),
        ("heading-level", "7", "6"),
        ("hide", "all", "title"),
        ("metrics", "moon", "gdp"),
    ] {
        handle.set(name, Some(value.to_owned()));
        let complaints = handle.complaints();
        assert_eq!(complaints.len(), 1, "{name}: {complaints:?}");
        assert!(complaints[0].contains(sense), "{complaints:?}");
        handle.set(name, None);
        assert!(handle.complaints().is_empty(), "{name}");
    }
    assert!(handle.choose(usize::MAX).is_undefined());
}

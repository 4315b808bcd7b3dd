//! The element's side of the wasm: what the loader calls.
//!
//! Nothing here panics on what a page may do: errors go back to the loader as
//! `{kind, message}`, and the picture that stands stays.

use crate::BUILD;
use crate::intake::{self, Plain};
use crate::node::painted;
use crate::style::STYLE;
use crate::view::{Infographic, Scene};
use halfyear_bundle::Bundle;
use halfyear_picture::{Choices, Picture, draw, nonsense};
use js_sys::{Array, Object, Reflect};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::wasm_bindgen::{self, prelude::*};
use std::any::Any;
use std::sync::Arc;

// Nothing here calls it: the glue hands it on to the loader.
#[wasm_bindgen(module = "/src/element/attend.js")]
extern "C" {
    #[wasm_bindgen(reexport)]
    fn attend(body: &JsValue, ask: &JsValue, tell: &JsValue, pressed: &JsValue, save: &JsValue);
}

/// The style sheet for the shadow root.
#[wasm_bindgen]
pub fn style() -> String {
    STYLE.to_owned()
}

/// What painted markup says of the code that painted it, in `data-build`: where it is another, its
/// style sheet is too.
#[wasm_bindgen]
pub fn build() -> String {
    BUILD.to_owned()
}

/// A mounted infographic. Freeing it unmounts the view and releases everything.
#[wasm_bindgen]
pub struct Handle {
    bundle: Arc<Bundle>,
    choices: Choices,
    scene: ArcRwSignal<Scene>,
    chosen: ArcRwSignal<Option<usize>>,
    /// What to say on the console, once each.
    complaints: Vec<String>,
    _mounted: Box<dyn Any>,
}

/// An infographic that is not mounted yet. Each step is apart from the others, so that it can be a
/// task of its own: together they would be felt on a slow machine.
#[wasm_bindgen]
pub struct Draft {
    bundle: Arc<Bundle>,
    choices: Choices,
    scene: Option<Scene>,
    complaints: Vec<String>,
}

/// Reads a bundle.
///
/// # Errors
/// `{kind: "bundle", message}` for a bundle that cannot be drawn.
#[wasm_bindgen]
pub fn draft(bundle: JsValue) -> Result<Draft, JsValue> {
    Ok(Draft {
        bundle: Arc::new(read(bundle)?),
        choices: Choices::default(),
        scene: None,
        complaints: Vec::new(),
    })
}

#[wasm_bindgen]
impl Draft {
    /// Draws it as the attributes in `options` choose.
    pub fn draw(&mut self, options: &Object) {
        for pair in Object::entries(options).iter() {
            let pair = Array::from(&pair);
            if let Some(name) = pair.get(0).as_string() {
                let complaints = self.choices.set(&name, pair.get(1).as_string());
                self.complaints.extend(complaints);
            }
        }
        self.scene = Some(scene(&self.bundle, &self.choices, &mut self.complaints));
    }

    /// Puts it into `root`. What stands there stays, node for node, where this would draw the
    /// same; else it is exchanged for what this draws.
    pub fn mount(mut self, root: web_sys::HtmlElement) -> Handle {
        let drawn = self.scene.take();
        let drawn =
            drawn.unwrap_or_else(|| scene(&self.bundle, &self.choices, &mut self.complaints));
        mount(root, self, drawn)
    }
}

fn mount(root: web_sys::HtmlElement, draft: Draft, drawn: Scene) -> Handle {
    let scene = ArcRwSignal::new(drawn);
    let chosen = ArcRwSignal::new(None);
    let (shown, opened) = (scene.clone(), chosen.clone());
    let (same, standing) = standing(&root);
    let offered = if same { standing.clone() } else { Vec::new() };
    let place = root.clone();
    let (mounted, left): (UnmountHandle<_>, _) = painted::offer(offered, || {
        mount_to(place, move || {
            view! { <Infographic scene=shown chosen=opened /> }
        })
    });
    // What was drawn anew stands beside what it is drawn for, until here.
    let left = if same { left } else { standing };
    if !left.is_empty() {
        // It has been seen: nothing grows a second time.
        root.set_class_name("hy still");
    }
    for element in left {
        element.remove();
    }
    // An attribute can be set on any element.
    let _ = root.set_attribute("data-build", BUILD);
    Handle {
        bundle: draft.bundle,
        choices: draft.choices,
        scene,
        chosen,
        complaints: draft.complaints,
        _mounted: Box::new(mounted),
    }
}

#[wasm_bindgen]
impl Handle {
    /// Sets one attribute; `undefined` or `null` removes it.
    pub fn set(&mut self, name: &str, value: Option<String>) {
        self.complaints.extend(self.choices.set(name, value));
        self.redraw();
    }

    /// Puts another bundle in place of the one shown.
    ///
    /// # Errors
    /// As [`draft`]; the old bundle stays.
    pub fn replace(&mut self, bundle: JsValue) -> Result<(), JsValue> {
        self.bundle = Arc::new(read(bundle)?);
        self.redraw();
        Ok(())
    }

    /// Fills the card for a number, and returns the detail of the event `half-year-select`;
    /// `undefined` for a number that is not there.
    pub fn choose(&self, detail: usize) -> JsValue {
        let scene = self.scene.get_untracked();
        let Some(it) = scene.picture.details.get(detail) else {
            return JsValue::UNDEFINED;
        };
        self.chosen.set(Some(detail));
        object(&[
            ("metric", it.metric.as_str().into()),
            ("quote", it.quote.as_str().into()),
            ("start", it.span.start.into()),
            ("end", it.span.end.into()),
        ])
    }

    /// What there is to know of a number at a glance: its name, the number in words, what it is
    /// compared with.
    pub fn glance(&self, detail: usize) -> Vec<String> {
        let scene = self.scene.get_untracked();
        let Some(it) = scene.picture.details.get(detail) else {
            return Vec::new();
        };
        let mut lines = vec![it.label.clone(), it.words.spoken.clone()];
        lines.extend(it.arithmetic.iter().chain(&it.remarks).cloned());
        lines.dedup();
        lines
    }

    /// What has to be said of the attributes since this was last asked.
    pub fn complaints(&mut self) -> Vec<String> {
        std::mem::take(&mut self.complaints)
    }

    fn redraw(&mut self) {
        let next = scene(&self.bundle, &self.choices, &mut self.complaints);
        self.chosen.set(None);
        self.scene.set(next);
    }
}

/// Whether this code painted what stands in `root`, and what that is.
fn standing(root: &web_sys::Element) -> (bool, Vec<web_sys::Element>) {
    let mut standing = Vec::new();
    let mut next = root.first_element_child();
    while let Some(element) = next {
        next = element.next_element_sibling();
        standing.push(element);
    }
    let painter = root.get_attribute("data-build");
    (painter.as_deref() == Some(BUILD), standing)
}

fn scene(bundle: &Bundle, choices: &Choices, complaints: &mut Vec<String>) -> Scene {
    let picture: Picture = draw(bundle, choices);
    if !picture.unknown.is_empty() {
        let mut known: Vec<&str> = vec!["all"];
        for metric in &bundle.metrics {
            for name in [&*metric.id, &*metric.group] {
                if !name.is_empty() && !known.contains(&name) {
                    known.push(name);
                }
            }
        }
        let unknown = picture.unknown.join(" ");
        complaints.push(nonsense("metrics", &unknown, &known.join(" ")));
    }
    Scene {
        picture: Arc::new(picture),
        layout: choices.layout,
    }
}

/// A bundle from a plain object.
fn read(value: JsValue) -> Result<Bundle, JsValue> {
    intake::bundle(value).map_err(|it| fault(&it.to_string()))
}

impl Plain for JsValue {
    fn field(&self, name: &str) -> Self {
        // To ask anything else would throw, and each exception takes a place in the table of
        // references that nothing gives back.
        if !self.is_object() {
            return JsValue::UNDEFINED;
        }
        Reflect::get(self, &name.into()).unwrap_or_default()
    }

    fn is_nothing(&self) -> bool {
        self.is_null() || self.is_undefined()
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<u32> {
        let number = self.as_f64()?;
        let whole = number as u32;
        (f64::from(whole) == number).then_some(whole)
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }

    fn list(&self) -> Option<Vec<Self>> {
        Array::is_array(self).then(|| Array::from(self).to_vec())
    }
}

fn fault(message: &str) -> JsValue {
    object(&[("kind", "bundle".into()), ("message", message.into())])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

#[cfg(test)]
mod tests;

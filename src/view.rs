//! The component: a picture as a Leptos view.

use crate::card::card;
use crate::layout::page;
use halfyear_picture::{Layout, Picture};
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown: a picture, and how it is arranged.
#[derive(Clone)]
pub struct Scene {
    /// What is drawn.
    pub picture: Arc<Picture>,
    /// How it is arranged.
    pub layout: Layout,
}

/// The infographic. `chosen` is the number whose card is open, by its detail.
#[component]
pub fn Infographic(
    /// What is shown.
    scene: ArcRwSignal<Scene>,
    /// The number chosen last.
    chosen: ArcRwSignal<Option<usize>>,
) -> impl IntoView {
    let shown = scene.clone();
    (
        move || shown.with(|scene| page(&scene.picture, scene.layout)),
        move || scene.with(|scene| card(&scene.picture, chosen.get())),
    )
}

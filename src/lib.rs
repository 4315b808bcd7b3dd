//! The widget: a picture as a Leptos view inside a custom element.

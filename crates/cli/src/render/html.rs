//! The element with its declarative shadow root: complete before any script runs.

use halfyear::{STYLE, Scene, markup};
use halfyear_picture::{Layout, Picture};
use std::sync::Arc;

/// The element, ready to be pasted, and the script that wakes it. `attributes` are the element's
/// own; those with nothing in them are left out.
pub fn element(picture: Picture, layout: Layout, attributes: &[(&str, &str)]) -> String {
    let mut out = String::from(
        "<script type=\"module\" src=\"half-year-infographic.js\"></script>\n<half-year-infographic",
    );
    for (name, value) in attributes.iter().filter(|it| !it.1.is_empty()) {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(&escaped(value));
        out.push('"');
    }
    let scene = Scene {
        picture: Arc::new(picture),
        layout,
    };
    // What the loader builds in its shadow root, with the styles that it adopts.
    for part in [
        "><template shadowrootmode=\"open\"><style>",
        STYLE,
        "</style><div class=\"hy\">",
        &markup(scene),
        "</div></template></half-year-infographic>\n",
    ] {
        out.push_str(part);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

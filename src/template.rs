//! The element's declarative shadow root: complete before any script runs.

use crate::view::{Infographic, Scene};
use crate::{BUILD, STYLE};
use base64::prelude::{BASE64_STANDARD, Engine};
use leptos::prelude::*;
use sha2::{Digest, Sha256};

/// The markup of a scene as a declarative shadow root, with its styles. A page that copies the
/// element copies it too.
pub fn template(scene: Scene) -> String {
    let owner = Owner::new();
    let drawn = owner.with(|| {
        let scene = ArcRwSignal::new(scene);
        view! { <Infographic scene chosen=ArcRwSignal::new(None) /> }.to_html()
    });
    drop(owner);
    [
        "<template shadowrootmode=\"open\" shadowrootclonable><style>",
        STYLE,
        "</style><div class=\"hy\" data-build=\"",
        BUILD,
        "\">",
        &drawn,
        "</div></template>",
    ]
    .concat()
}

/// What a content security policy has to name in its `style-src` for the styles of a template:
/// `sha256-…`.
pub fn style_digest() -> String {
    let digest = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    ["sha256-", &digest].concat()
}

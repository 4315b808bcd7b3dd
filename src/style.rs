//! The style sheet, one file for each idea.

/// Everything that a shadow root adopts.
pub const STYLE: &str = concat!(
    include_str!("style/tokens.css"),
    include_str!("style/type.css"),
    include_str!("style/page.css"),
    include_str!("style/marks.css"),
    include_str!("style/panels.css"),
    include_str!("style/card.css"),
    include_str!("style/media.css"),
);

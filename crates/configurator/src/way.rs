//! The ways of embedding.

/// A way of embedding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// The element, drawn when the page is open.
    #[default]
    Element,
    /// The element as it is painted before any script.
    Painted,
    /// A frame.
    Frame,
    /// The package for pages with a bundler.
    Npm,
    /// A vector drawing.
    Svg,
    /// Pixels.
    Png,
}

impl Way {
    /// Every way, as they stand beside each other.
    pub const ALL: [Self; 6] = [
        Self::Element,
        Self::Painted,
        Self::Frame,
        Self::Npm,
        Self::Svg,
        Self::Png,
    ];

    /// The name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Painted => "html",
            Self::Frame => "iframe",
            Self::Npm => "npm",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The way of that name; the element where there is none.
    pub fn named(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|it| it.name() == name);
        found.unwrap_or_default()
    }
}

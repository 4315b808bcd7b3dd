//! Colours, by what they are for, and the switch between the two themes.

/// Whether a drawing is on light or on dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light, and dark where the reader's system asks for it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A colour by its purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The ground.
    Paper,
    /// Text.
    Text,
    /// Text of less weight.
    Muted,
    /// Lines that set things apart.
    Hairline,
    /// The whole that a mark is a part of.
    Track,
    /// The place itself.
    Own,
    /// The one thing to see first, and a fall.
    Alarm,
    /// Stars and first places.
    Gold,
    /// Everybody else.
    Other,
    /// Every other stripe of the band: the place's colour, paler.
    Even,
}

/// Every colour on light and on dark paper.
pub(crate) const PALETTE: &[(Ink, &str, &str)] = &[
    (Ink::Paper, "#fbf8f2", "#12151c"),
    (Ink::Text, "#1e222b", "#ede9e0"),
    (Ink::Muted, "#636a76", "#a3a9b5"),
    (Ink::Hairline, "#e2dcd0", "#2a2f3a"),
    (Ink::Track, "#ece6da", "#232833"),
    (Ink::Own, "#24427c", "#8fb0f5"),
    (Ink::Alarm, "#be3a26", "#ff8a70"),
    (Ink::Gold, "#a8740b", "#e2b04a"),
    (Ink::Other, "#8f887a", "#6c7280"),
    (Ink::Even, "#4f6795", "#7289bd"),
];

impl Ink {
    /// The colour in a theme; light where the theme is a matter of the reader's system.
    pub(crate) fn hex(self, theme: Theme) -> &'static str {
        let found = PALETTE.iter().find(|it| it.0 == self);
        let (_, light, dark) = found.unwrap_or(&PALETTE[1]);
        if theme == Theme::Dark { dark } else { light }
    }
}

/// The class that the switch below is confined to.
pub(crate) const CLASS: &str = "halfyear";

/// The style sheet that swaps every light colour for its dark one. The drawing is complete in
/// light without it: a host that strips style sheets loses the switch and nothing else.
pub(crate) fn switch() -> String {
    let mut out = String::from("@media(prefers-color-scheme:dark){");
    for (_, light, dark) in PALETTE {
        for what in ["fill", "stroke"] {
            for part in [
                ".", CLASS, " [", what, "=\"", light, "\"]{", what, ":", dark, "}",
            ] {
                out.push_str(part);
            }
        }
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits");
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_and_marks_stand_out() {
        for theme in [Theme::Light, Theme::Dark] {
            let paper = Ink::Paper.hex(theme);
            for text in [Ink::Text, Ink::Muted, Ink::Own, Ink::Alarm] {
                let ratio = contrast(text.hex(theme), paper);
                assert!(ratio >= 4.5, "{text:?} on {theme:?}: {ratio}");
            }
            for mark in [Ink::Own, Ink::Alarm, Ink::Gold, Ink::Other] {
                let ratio = contrast(mark.hex(theme), paper);
                assert!(ratio >= 3.0, "{mark:?} on {theme:?}: {ratio}");
            }
        }
    }

    /// The switch finds colours by their light value, so each has to be somebody's alone.
    #[test]
    fn light_colours_are_distinct() {
        for (i, one) in PALETTE.iter().enumerate() {
            assert!(PALETTE[i + 1..].iter().all(|other| other.1 != one.1));
        }
    }
}

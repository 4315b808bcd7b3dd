//! Letters: how wide a run of text is, without a browser to ask.

use halfyear_picture::Lang;

/// A cut of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Face {
    /// Whether it is a serif, for headlines and figures, or a sans, for text.
    pub serif: bool,
    /// Whether it is bold.
    pub bold: bool,
}

/// Text.
pub(crate) const SANS: Face = Face {
    serif: false,
    bold: false,
};
/// Numbers in text.
pub(crate) const STRONG: Face = Face {
    serif: false,
    bold: true,
};
/// Headlines and figures.
pub(crate) const SERIF: Face = Face {
    serif: true,
    bold: true,
};

/// What knows letters. Widths are in pixels at a size in pixels.
pub trait Letters {
    /// How wide a run of text is.
    fn width(&self, text: &str, face: Face, size: f64) -> f64;

    /// The shapes of a run of text whose baseline starts at `x` and `y`, as the data of a path;
    /// `None` from what knows only widths, or where nothing is to be seen.
    fn outline(&self, text: &str, face: Face, size: f64, at: (f64, f64)) -> Option<String> {
        let _ = (text, face, size, at);
        None
    }
}

/// Widths that leave room for whichever of the usual fonts a reader has: those of the widest of
/// them, character by character.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    /// The language, which decides how wide quotation marks are.
    pub lang: Lang,
}

impl Letters for Estimate {
    fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        let table = match (face.serif, face.bold) {
            (true, _) => SERIF_BOLD,
            (false, true) => SANS_BOLD,
            (false, false) => SANS_REGULAR,
        };
        let hundredths: u32 = text.chars().map(|c| self.hundredths(c, table)).sum();
        f64::from(hundredths) * size / 100.0
    }
}

impl Estimate {
    /// The width of a character in hundredths of an em.
    fn hundredths(self, c: char, table: &[u8; 95]) -> u32 {
        let ascii = usize::try_from(u32::from(c)).ok().and_then(|code| {
            let index = code.checked_sub(0x20)?;
            table.get(index)
        });
        match (ascii, c) {
            (Some(width), _) => u32::from(*width),
            (None, '\u{202f}') => 28,
            (None, '\u{2009}') => 28,
            (None, '\u{a0}') => 33,
            (None, '\u{2018}' | '\u{2019}') if self.lang == Lang::En => 34,
            (None, '\u{201c}' | '\u{201d}') if self.lang == Lang::En => 52,
            (None, '−' | '¥' | '£' | '€' | '–') => 61,
            // Latin letters with marks are as wide as the widest without.
            (None, '\u{c0}'..='\u{24f}') => 80,
            (None, '\u{300}'..='\u{36f}') => 0,
            _ => 100,
        }
    }
}

// Hundredths of an em for U+0020 to U+007E: the wider of the Latin letters of the usual Chinese
// fonts (Source Han, which is Noto CJK) and of those that stand in for them (Arial, Times).
#[rustfmt::skip]
const SANS_REGULAR: &[u8; 95] = &[
    28, 33, 48, 56, 56, 93, 68, 28, 34, 34, 47, 59, 28, 35, 28, 40, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 59, 59, 59, 56, 102, 67, 67, 73, 73, 67, 62, 78, 73, 30, 54, 67, 56, 84, 73, 78,
    67, 78, 73, 67, 62, 73, 67, 95, 67, 67, 62, 34, 40, 34, 56, 56, 61, 57, 62, 51, 62, 56, 33, 57,
    61, 28, 28, 56, 29, 93, 61, 61, 62, 62, 39, 50, 38, 61, 53, 81, 50, 53, 50, 34, 27, 34, 59,
];
#[rustfmt::skip]
const SANS_BOLD: &[u8; 95] = &[
    28, 37, 58, 59, 59, 97, 74, 33, 38, 38, 51, 59, 33, 37, 33, 39, 59, 59, 59, 59, 59, 59, 59, 59,
    59, 59, 34, 34, 59, 59, 59, 62, 101, 73, 73, 73, 73, 67, 62, 78, 76, 33, 57, 73, 62, 86, 75, 78,
    67, 78, 73, 67, 63, 75, 67, 95, 67, 67, 62, 38, 39, 38, 59, 57, 63, 60, 65, 56, 65, 59, 38, 62,
    64, 31, 31, 61, 32, 97, 65, 63, 65, 65, 44, 56, 43, 64, 58, 87, 57, 58, 52, 39, 30, 39, 59,
];
#[rustfmt::skip]
const SERIF_BOLD: &[u8; 95] = &[
    25, 36, 56, 62, 60, 100, 84, 28, 40, 40, 50, 61, 34, 37, 34, 40, 60, 60, 60, 60, 60, 60, 60, 60,
    60, 60, 34, 34, 61, 61, 61, 50, 97, 75, 71, 73, 79, 67, 65, 78, 87, 43, 50, 78, 67, 101, 82, 79,
    68, 79, 76, 60, 70, 82, 74, 110, 73, 73, 67, 38, 40, 38, 61, 60, 45, 59, 68, 57, 66, 58, 41, 60,
    69, 35, 34, 66, 36, 101, 69, 63, 68, 64, 50, 50, 40, 68, 58, 88, 60, 59, 52, 40, 34, 40, 61,
];

/// The families of a face, the wished-for first, as the value of `font-family`.
///
/// They are named one by one, for the widths above are theirs: what a system calls its own face may
/// be much wider. English names Latin families first, because Chinese ones have full-width
/// quotation marks; the families named have lining figures, which Georgia has not.
pub fn families(lang: Lang, serif: bool) -> &'static str {
    match (lang, serif) {
        (Lang::Zh, false) => {
            "'PingFang SC','Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif"
        }
        (Lang::Zh, true) => {
            "'Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,serif"
        }
        (Lang::En, false) => {
            "'Helvetica Neue','Segoe UI',Roboto,Arial,'Liberation Sans','Noto Sans','Noto Sans CJK SC',sans-serif"
        }
        (Lang::En, true) => {
            "'Source Serif 4','Iowan Old Style',Charter,Cambria,'Noto Serif','Noto Serif CJK SC','Times New Roman',serif"
        }
    }
}

//! Runs of text, and the numbers that are set in them.

use crate::ink::Ink;
use crate::letters::{Face, SANS, SERIF, STRONG};
use crate::wrap::spaced;
use halfyear_picture::Figure;

/// The steps of the type scale, in pixels: 1.25 each.
pub(crate) const NOTE: f64 = 13.0;
pub(crate) const BODY: f64 = 15.0;
pub(crate) const MORE: f64 = 19.0;
pub(crate) const HEAD: f64 = 23.0;

/// A run of text in one face, size and colour. It never breaks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) face: Face,
    pub(crate) size: f64,
    pub(crate) ink: Ink,
    /// Dotted underneath.
    pub(crate) derived: bool,
    /// Room before it, unless it starts a line.
    pub(crate) gap: f64,
}

/// Text in the sans.
pub(crate) fn text(text: &str, size: f64, ink: Ink) -> Run {
    Run {
        text: spaced(text),
        face: SANS,
        size,
        ink,
        derived: false,
        gap: 0.0,
    }
}

impl Run {
    /// In the bold sans.
    pub(crate) fn strong(mut self) -> Self {
        self.face = STRONG;
        self
    }

    /// In the bold serif.
    pub(crate) fn serif(mut self) -> Self {
        self.face = SERIF;
        self
    }

    /// With room before it.
    pub(crate) fn after(mut self, gap: f64) -> Self {
        self.gap = gap;
        self
    }
}

/// A number as one run, its words around it.
pub(crate) fn figure(it: &Figure, size: f64, ink: Ink) -> Run {
    Run {
        derived: it.derived,
        ..text(&it.words.text(), size, ink)
    }
}

/// A number in the serif, its words around it in the sans and smaller.
pub(crate) fn large(it: &Figure, size: f64, ink: Ink) -> Vec<Run> {
    let small = if size > 40.0 {
        MORE
    } else if size > 20.0 {
        BODY
    } else {
        NOTE
    };
    let words = &it.words;
    let mut runs = Vec::new();
    let before = words.before.trim();
    let symbol = before.chars().count() == 1 && !before.chars().all(char::is_alphabetic);
    if symbol {
        runs.push(text(before, size, ink).serif());
    } else if !before.is_empty() {
        runs.push(text(before, small, Ink::Muted));
    }
    runs.push(Run {
        derived: it.derived,
        gap: if before.is_empty() || symbol {
            0.0
        } else {
            small / 4.0
        },
        ..text(&words.number, size, ink).serif()
    });
    let unit = words.unit.trim();
    if !unit.is_empty() {
        let tight = unit == "%";
        let gap = if tight { size / 16.0 } else { size / 8.0 };
        // A percent sign belongs to the digits.
        let unit_size = if tight {
            (size * 0.6).max(small)
        } else {
            small
        };
        let unit_ink = if tight { ink } else { Ink::Muted };
        runs.push(text(unit, unit_size, unit_ink).after(gap.max(2.0)));
    }
    runs
}

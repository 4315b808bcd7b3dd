//! Several classes of words, asked for at once.

use crate::words::lexicon::Class;

/// Several classes, as bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes(u64);

impl Classes {
    pub(crate) const fn of(classes: &[Class]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < classes.len() {
            bits |= 1 << classes[i] as u64;
            i += 1;
        }
        Self(bits)
    }

    /// Whether any class of a word, as bits, is one of them.
    pub(crate) fn meet(self, bits: u64) -> bool {
        self.0 & bits != 0
    }

    pub(crate) fn contain(self, class: Class) -> bool {
        self.meet(1 << class as u64)
    }
}

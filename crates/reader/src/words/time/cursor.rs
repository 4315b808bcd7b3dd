//! A cursor over the words of a time.

use crate::words::numeral;

/// A cursor over a text.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn eat(&mut self, word: &str) -> bool {
        // The third byte tells most characters apart, and spares looking at the rest.
        let third = word.as_bytes().get(2);
        let bytes = self.text.as_bytes();
        let found = third.is_none_or(|third| bytes.get(self.at + 2) == Some(third))
            && self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    pub(super) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// A whole number no greater than `most`, before `unit`.
    pub(super) fn number(&mut self, most: u32) -> Option<u32> {
        let found = numeral::arabic(self.rest()).or_else(|| numeral::chinese(self.rest()))?;
        let value = found.digits.parse().ok()?;
        (value <= most).then(|| {
            self.at += found.len;
            value
        })
    }

    pub(super) fn small(&mut self, most: u8) -> Option<u8> {
        let value = self.number(u32::from(most))?;
        u8::try_from(value).ok().filter(|&v| v >= 1)
    }

    /// `then` or nothing: the cursor goes back where it fails.
    pub(super) fn attempt<T>(&mut self, then: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let found = then(self);
        if found.is_none() {
            self.at = at;
        }
        found
    }
}

//! From byte offsets of a file to characters and lines.

use halfyear_facts::Span;

/// How many bytes lie between two checkpoints.
const STEP: usize = 16;

/// Counts characters and lines up to any byte of a text, without counting from the start each time.
pub(crate) struct Index<'t> {
    text: &'t str,
    /// Characters and line breaks before each multiple of [`STEP`].
    checkpoints: Vec<(u32, u32)>,
}

impl<'t> Index<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let (mut chars, mut lines) = (0, 0);
        for piece in text.as_bytes().chunks(STEP) {
            checkpoints.push((chars, lines));
            let (c, l) = count(piece);
            chars += c;
            lines += l;
        }
        Self { text, checkpoints }
    }

    /// The text itself.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    fn before(&self, byte: usize) -> (u32, u32) {
        let nearest = (byte / STEP).min(self.checkpoints.len().saturating_sub(1));
        let Some(&(chars, lines)) = self.checkpoints.get(nearest) else {
            return (0, 0);
        };
        let rest = self.text.as_bytes().get(nearest * STEP..byte);
        let (c, l) = count(rest.unwrap_or_default());
        (chars + c, lines + l)
    }

    /// How many characters stand before a byte.
    pub(crate) fn chars(&self, byte: usize) -> u32 {
        self.before(byte).0
    }

    /// The line a byte stands on; the first is 1.
    pub(crate) fn line(&self, byte: usize) -> u32 {
        self.before(byte).1 + 1
    }

    /// The characters between two bytes.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.chars(start), self.chars(end))
    }
}

/// Characters and line breaks in a piece of UTF-8, which may begin inside a character.
fn count(bytes: &[u8]) -> (u32, u32) {
    // No piece has more bytes than such a number holds.
    let (mut chars, mut lines) = (0_u8, 0_u8);
    for &byte in bytes.iter().take(STEP) {
        // Every byte of a character but its first is 0b10xx_xxxx.
        chars += u8::from(byte & 0xC0 != 0x80);
        lines += u8::from(byte == b'\n');
    }
    (u32::from(chars), u32::from(lines))
}

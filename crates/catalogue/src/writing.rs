//! Traditional characters in simplified ones.

use std::sync::OnceLock;

/// The first character of the table of traditional ones.
const FIRST: u32 = 0x3400;
/// One past the last.
const END: u32 = 0xfb00;

/// The table, for those who ask it of every character of a text.
#[derive(Clone, Copy, Debug)]
pub struct Simplifier(&'static [char]);

impl Simplifier {
    /// The table, made when it is first asked for.
    pub fn get() -> Self {
        static TABLE: OnceLock<Vec<char>> = OnceLock::new();
        Self(TABLE.get_or_init(|| {
            let mut table: Vec<char> = (FIRST..END)
                .map(|c| char::from_u32(c).unwrap_or(' '))
                .collect();
            let pairs = include_str!("../data/traditional.tsv")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split_once('\t'))
                .flat_map(|(traditional, simplified)| traditional.chars().zip(simplified.chars()));
            for (traditional, simplified) in pairs {
                let at = u32::from(traditional).checked_sub(FIRST);
                if let Some(entry) = at.and_then(|at| table.get_mut(at as usize)) {
                    *entry = simplified;
                }
            }
            table
        }))
    }

    /// A character as simplified Chinese writes it.
    #[inline]
    pub fn of(self, c: char) -> char {
        let at = u32::from(c).checked_sub(FIRST);
        at.and_then(|at| self.0.get(at as usize))
            .copied()
            .unwrap_or(c)
    }
}

/// A character as simplified Chinese writes it.
pub fn simplified(c: char) -> char {
    Simplifier::get().of(c)
}

#[cfg(test)]
mod tests {
    #[test]
    fn characters() {
        let said: String = "區級稅收，GDP".chars().map(super::simplified).collect();
        assert_eq!(said, "区级税收，GDP");
    }
}

//! Which kinds of places a text calls its own: 全区, 我区.

use crate::text::unlisted::ENDINGS;

/// Words before a place that is only compared with: 居绍兴市第一, 高于浙江省.
pub(crate) const COMPARED: &[&str] = &["居", "列", "比", "于", "占", "快", "全", "与", "名", "在"];

/// Where a text calls kinds of places its own, found once and asked of every place that it names.
pub(crate) struct OwnWords<'h> {
    head: &'h str,
    /// One past each such word, and the kind that it ends in.
    said: Vec<(usize, char)>,
}

impl<'h> OwnWords<'h> {
    pub(crate) fn of(head: &'h str) -> Self {
        let words = head.match_indices('全').chain(head.match_indices('我'));
        let own = |(at, word): (usize, &str)| {
            let kind = head[at + word.len()..].chars().next()?;
            // 居全市第一, 高于全市平均 are said by those who lie in it.
            let before = &head[..at];
            let compared = || COMPARED.iter().any(|word| before.ends_with(word));
            let own = ENDINGS.contains(&kind) && !compared();
            own.then(|| (at + word.len() + kind.len_utf8(), kind))
        };
        let said = words.filter_map(own).collect();
        Self { head, said }
    }

    /// How often the text calls a kind of place its own.
    pub(crate) fn count(&self, kind: Option<char>) -> usize {
        let kind = kind.filter(|kind| ENDINGS.contains(kind));
        let said = self.said.iter().filter(|(_, said)| Some(*said) == kind);
        said.filter(|(end, _)| !compared_after(&self.head[*end..]))
            .count()
    }

    /// Whether the text up to a byte calls any kind of place its own.
    pub(crate) fn any_before(&self, at: usize) -> bool {
        let before = |&(end, _): &(usize, char)| self.head.get(end..at);
        let mut after = self.said.iter().filter_map(before);
        after.any(|after| !compared_after(after))
    }
}

/// Whether what follows such a word compares with the place.
fn compared_after(after: &str) -> bool {
    ["平均", "第", "各", "前"]
        .iter()
        .any(|it| after.starts_with(it))
}

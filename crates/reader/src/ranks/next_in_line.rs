//! Ranks of one place after another among the same: 柯桥区增长12.4%,居全市首位;诸暨市增长9.8%,居第二位.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::places::begins_with_place;

/// No sentence ranks more places one by one.
const NEAR: usize = 32;

impl Sentence<'_> {
    /// Among whom a place stands where nobody says so: those among whom the sentence ranked the one
    /// before it.
    pub(super) fn among_the_same(&self, lead: &Lead) -> Option<String> {
        let &[current] = self.carried.current.as_slice() else {
            return None;
        };
        let said = self.drafts.get(self.carried.sentence..current)?;
        let one = self.drafts.get(current)?;
        let ranked = |draft: &&Draft| !draft.ranks.is_empty();
        let before = said.iter().rev().take(NEAR).find(ranked)?;
        let [rank] = before.ranks.as_slice() else {
            return None;
        };
        let bare = lead.ranks && lead.subject.is_empty() && one.ranks.is_empty();
        let of_places = begins_with_place(&one.name.plain) && !one.name.plain.contains("全");
        (bare && of_places).then(|| rank.within.clone())
    }
}

//! Honours that differ only in who gave them: 省级未来乡村12个、市级15个; A级景区32家,其中5A级1家.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// A name that says no more than a rung, with what stands on it: what was counted before in the
    /// same unit, and what was done with it.
    pub(crate) fn on_a_rung(&self, name: Name, first: &Quantity) -> Name {
        let bare = first.kind == Some(UnitKind::Count)
            && Lexicon::get().ends_in(Noun::Rung, &name.plain)
            && name.plain.chars().count() < 8;
        if !bare {
            return name;
        }
        let unit = self.unit(first);
        let since = self.carried.measured_from.min(self.carried.sentence);
        let said = self.drafts.get(since..).unwrap_or_default();
        let whole = said.iter().rev().take(6).find_map(|draft| {
            let level = draft.level.as_ref()?;
            let alike = level.unit.as_deref() == Some(unit.as_str());
            (alike && !Lexicon::get().ends_in(Noun::Rung, &draft.name.plain)).then_some(&draft.name)
        });
        let Some(whole) = whole else {
            return name;
        };
        let letters = whole.plain.chars().count();
        let (verb, begins) = beginning(&whole.plain);
        let rung = rung_at(&whole.plain[begins..]);
        let core = whole.last(letters - whole.plain[..begins + rung].chars().count());
        // 市级以上龙头企业23家,其中省级3家
        let above = ["及以上", "以上"]
            .iter()
            .find(|above| core.plain.starts_with(**above));
        let core = match above.filter(|_| !name.plain.ends_with("以上")) {
            Some(above) => core.last(core.plain.chars().count() - above.chars().count()),
            None => core,
        };
        let said = beginning(&name.plain).0.is_empty();
        let verb = whole
            .first(whole.plain[..begins].chars().count())
            .last(verb.chars().count());
        match said {
            true => verb.then(&name).then(&core),
            false => name.then(&core),
        }
    }
}

/// The verb that a name begins with, and where what was done to begins: 新增 of 全市新增省级未来乡村.
fn beginning(name: &str) -> (&str, usize) {
    let (mut from, mut end) = (0, 0);
    for (start, until, word) in Lexicon::get().words(name) {
        let verb = word.is(Class::Keep) || word.is(Class::Act);
        if start != end || !verb && !word.is(Class::Scope) {
            break;
        }
        if word.is(Class::Scope) {
            from = until;
        }
        end = until;
    }
    (&name[from..end], end)
}

/// How many bytes a rung at the beginning takes: 省级 of 省级未来乡村.
fn rung_at(name: &str) -> usize {
    let mut ends = name.match_indices('级').map(|(at, end)| at + end.len());
    ends.rfind(|&end| Lexicon::get().is_one_of(Noun::Rung, &name[..end]))
        .unwrap_or(0)
}

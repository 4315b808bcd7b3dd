//! The growth itself in brackets, where a gap of it is told: 社零增速(3.4%)低于全省1.2个百分点.

use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::Kind;

impl Sentence<'_> {
    /// Gives a statement the growth that stands in brackets after the word for it.
    pub(crate) fn own_rate(&mut self, target: usize, lead: &Lead) {
        let mut words = lead.subject.start.min(lead.from)..lead.end;
        let rate = words.find(|&i| self.tokens()[i].is(Class::Rate));
        let Some(rate) = rate else {
            return;
        };
        let figure = match self.scanned.aside_before(rate + 1) {
            Some([only]) => match &only.kind {
                Kind::Quantity(it) if it.kind == Some(UnitKind::Rate) => Some(it.clone()),
                _ => None,
            },
            _ => None,
        };
        let Some(figure) = figure else {
            return;
        };
        let falls = self.tokens()[rate].negative(Class::Rate);
        let change = self.move_in_brackets(&figure, falls);
        if let Some(draft) = self.drafts.get_mut(target)
            && draft.change.is_none()
            && draft.level.is_none()
        {
            let letters = rateless(&draft.name.plain).chars().count();
            draft.name = draft.name.first(letters);
            draft.change = Some(change);
        }
    }
}

//! How high something is, as a statement keeps it: digits, unit and bound of its level.

use crate::draft::{Level, signed};
use crate::figures::change::percent;
use crate::phrases::measure::plans_to_invest;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// Gives a statement its level.
    pub(crate) fn set_level(&mut self, target: usize, quantity: &Quantity) {
        let unit = match quantity.kind {
            None => None,
            Some(UnitKind::Points) => Some(self.point_unit(quantity)),
            Some(UnitKind::Rate) if self.normal.text[quantity.unit.clone()].ends_with('‰') => {
                Some("‰".to_owned())
            }
            Some(UnitKind::Rate | UnitKind::Times) => Some("%".to_owned()),
            _ => Some(self.unit(quantity)),
        };
        let unit = match (
            unit,
            self.priced_by(target)
                .filter(|_| quantity.kind == Some(UnitKind::Money)),
        ) {
            (Some(money), Some(measure)) => Some(format!("{money}/{measure}")),
            (unit, _) => unit,
        };
        let level = Level {
            digits: signed(&percent(quantity, &self.normal.text), quantity.number.minus),
            unit,
            bound: quantity.bound,
            at: self.bytes(quantity.at.clone()),
        };
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.target |= plans_to_invest(&draft.name.plain);
            // 突破千亿元,达1025.6亿元: the same, told once more.
            draft
                .besides
                .extend(draft.level.take().map(|rough| rough.at));
            // 景区接待38.2万人次: those who are counted so often.
            let visits = level.unit.as_deref().is_some_and(|it| it.ends_with("人次"));
            let sight = draft.name.plain.strip_suffix("接待");
            // 乡村旅游接待 is a noun.
            let sight = sight.is_some_and(|it| !it.is_empty() && !it.ends_with("旅游"));
            if visits && sight {
                draft.name = draft.name.and("游客");
            }
            draft.level = Some(level);
        }
    }
}

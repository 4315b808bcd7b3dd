//! Rates of several places, after that of another: 工业投资占全部投资比重44.8%,而德兴、弋阳分别为58.3%和61.0%;
//! 龙南市增长7.4%,全南、定南分别以7.2%和7.1%紧随其后.

use crate::draft::Draft;
use crate::phrases::clause::{Group, Item, What};
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::places::{begins_with_place, is_name};
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// Reads rates of places that nobody says to be shares or growths: as what was told last of the whole or
    /// of another place. No amount of money is so many percent. Nothing where they are no such rates.
    pub(crate) fn rates_of_places(
        &mut self,
        targets: &[usize],
        group: &Group,
    ) -> Option<Option<usize>> {
        let rate = |item: &Item| match &item.what {
            What::Amount(it) if it.kind == Some(UnitKind::Rate) => Some(it.clone()),
            _ => None,
        };
        let rates: Vec<Quantity> = group.items.iter().map(rate).collect::<Option<_>>()?;
        let places = targets.iter().all(|&i| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|draft| is_name(&draft.name.plain) && !draft.says())
        });
        if !places || rates.len() != targets.len() {
            return None;
        }
        if let Some(share) = self.share_told_before(targets) {
            for &target in targets {
                if let Some(draft) = self.drafts.get_mut(target) {
                    draft.name = draft.name.then(&share);
                }
            }
            return None;
        }
        let before = targets.first().and_then(|first| first.checked_sub(1));
        let before = before.filter(|&it| it >= self.carried.sentence && self.of_a_part(it));
        let grew = before.and_then(|it| self.drafts.get(it)).is_some_and(|it| {
            let change = it.change.as_ref();
            it.level.is_none() && change.is_some_and(|change| change.unit == "%")
        });
        for (&target, rate) in targets.iter().zip(&rates).filter(|_| grew) {
            let change = self.move_in_brackets(rate, false);
            let bytes = self.bytes(rate.at.clone());
            let place = self.drafts.get(target)?.name.clone();
            let name = self.with_tail(place);
            let draft = self.drafts.get_mut(target)?;
            draft.name = name;
            draft.change = Some(change);
            draft.cover(&bytes);
        }
        Some(grew.then_some(group.range.end))
    }

    /// The share of the whole that this sentence told last, without whose it is.
    fn share_told_before(&self, targets: &[usize]) -> Option<Name> {
        let first = *targets.first()?;
        let said = self.drafts.get(self.carried.sentence..first)?;
        let percent = |draft: &&Draft| {
            let unit = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            unit == Some("%")
        };
        let share = &said.iter().rev().take(3).find(percent)?.name;
        let scope = usize::from(share.plain.starts_with('全')) * 2;
        let share = share.without_first(scope);
        (!begins_with_place(&share.plain)).then_some(share)
    }
}

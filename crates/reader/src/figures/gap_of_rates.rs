//! Which of several statements gaps in points are of: 开工率92.9%,完成投资86.5亿元,投资完成率58.6%,分别高于全市平均3.2个
//! 和5.8个百分点 are told of the two rates, as no amount lies points above another.

use crate::phrases::clause::{Group, What};
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;

impl Sentence<'_> {
    /// Those of the statements that can have such a gap, as many as there are gaps; `None` where it is not clear.
    pub(super) fn those_with_rates(
        &self,
        targets: Vec<usize>,
        group: &Group,
    ) -> Option<Vec<usize>> {
        let points = group.items.iter().all(
            |item| matches!(&item.what, What::Amount(it) if it.kind == Some(UnitKind::Points)),
        );
        let rate = |&target: &usize| {
            self.drafts.get(target).is_some_and(|draft| {
                let unit = draft.level.as_ref().map(|level| level.unit.as_deref());
                let amount = unit
                    .flatten()
                    .is_some_and(|unit| !matches!(unit, "%" | "‰" | "百分点"));
                !amount || draft.change.is_some()
            })
        };
        if !points || targets.iter().all(rate) {
            return Some(targets);
        }
        let said = self.carried.chain.iter().rev().copied();
        let said = said.take_while(|&it| it >= self.carried.sentence);
        let mut rates: Vec<usize> = said.filter(rate).take(targets.len()).collect();
        rates.reverse();
        (rates.len() == targets.len()).then_some(rates)
    }
}

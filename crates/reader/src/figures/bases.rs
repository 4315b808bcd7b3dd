//! One movement measured against two times at once: 同比、环比分别下降0.4%和0.2%.

use crate::draft::{Move, signed};
use crate::figures::change::percent;
use crate::phrases::basis::basis;
use crate::phrases::clause::{Group, What, item_of};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::Kind;

impl Sentence<'_> {
    /// 同比、环比分别下降0.4%和0.2%; 同比、环比均上涨0.2%.
    pub(crate) fn against_both(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let both = group.items.len() == 2 || group.items.len() == 1 && lead.all;
        let [.., first, between] = self.tokens().get(lead.subject.clone())? else {
            return None;
        };
        let joined = matches!(between.kind, Kind::Pause | Kind::And);
        let second = lead
            .basis
            .filter(|_| both && joined && first.is(Class::Basis))?;
        let bases = [basis(first.argument(Class::Basis)), second];
        let lead = &Lead {
            subject: lead.subject.start..lead.subject.end - 2,
            all: false,
            ..lead.clone()
        };
        let &[target] = self.targets(lead, 1)?.as_slice() else {
            return None;
        };
        for (i, basis) in bases.into_iter().enumerate() {
            let item = item_of(group, i);
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            let falls = item.negative.or(lead.falls).unwrap_or(false);
            let points = quantity.kind == Some(UnitKind::Points);
            let change = Move {
                digits: signed(
                    &percent(quantity, &self.normal.text),
                    falls ^ quantity.number.minus,
                ),
                unit: match quantity.kind {
                    _ if points => self.point_unit(quantity),
                    Some(UnitKind::Rate | UnitKind::Times) => "%".to_owned(),
                    _ => self.unit(quantity),
                },
                basis: self.of_quarter(Some(basis)).unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let lead = &Lead {
                basis: Some(basis),
                ..lead.clone()
            };
            match points {
                true => {
                    let index = self.point_change_of(target, lead)?;
                    self.drafts.get_mut(index)?.change = Some(change);
                    self.cover(index, lead, item);
                }
                false => self.tell(target, lead, item, change)?,
            }
        }
        Some(group.range.end)
    }
}

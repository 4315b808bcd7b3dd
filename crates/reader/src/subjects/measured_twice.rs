//! Two measures of one thing, one right after the other: 销售商品房228套2.8万平方米.

use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::token::{Kind, Quantity};

impl Sentence<'_> {
    /// 销售商品房228套2.8万平方米: two measures of one thing, one right after the other.
    pub(crate) fn measured_twice(&mut self, lead: &Lead, first: &Quantity) -> Option<usize> {
        let at = lead.end.checked_sub(1).filter(|_| lead.from == lead.end)?;
        let (before, number) = (self.tokens().get(at)?, self.tokens().get(lead.end)?);
        let touches = matches!(before.kind, Kind::Quantity(_)) && before.end == number.start;
        let draft = self.spoken_of().filter(|_| touches)?;
        let unit = draft.level.as_ref()?.unit.as_deref()?;
        let name = (unscaled(unit) != unscaled(&self.unit(first))).then(|| draft.name.clone())?;
        self.open(vec![name], &(lead.from..lead.from))
            .first()
            .copied()
    }
}

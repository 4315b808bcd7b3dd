//! Marks that something has not reached yet, and no figure of it: 离6000亿元门槛只有一步之遥,
//! 距5万亿元只差临门一脚.

use crate::figures::figure::Figure;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::token::Kind;

impl Sentence<'_> {
    /// Whether a figure is only what something comes close to.
    pub(crate) fn is_a_mark_ahead(&self, figure: Figure) -> bool {
        let quantity = figure.quantity;
        let unit = &self.normal.text[quantity.unit.clone()];
        let money = quantity.kind == Some(UnitKind::Money) || unit.ends_with(['亿', '万']);
        let Some(before) = figure.group.range.start.checked_sub(1) else {
            return false;
        };
        let far = ["离", "距", "距离"]
            .iter()
            .any(|far| self.phrases.token_text(before).ends_with(far));
        let next = figure.next()..self.tokens().len().min(figure.next() + 6);
        let mut said = next.take_while(|&i| !matches!(self.tokens()[i].kind, Kind::Comma));
        let close = said.any(|i| {
            let word = self.phrases.token_text(i);
            ["差", "一步之遥", "咫尺", "不远", "门槛", "大关", "关口"]
                .iter()
                .any(|close| word.contains(close))
        });
        money && far && close
    }
}

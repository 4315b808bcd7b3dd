//! A share of a plan that is named after it: 实际利用外资完成全年61%的任务.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::token::Kind;

/// What may be named so.
const PLANS: [&str; 6] = ["任务", "目标", "计划", "目标任务", "任务数", "预算"];

impl Sentence<'_> {
    /// Reads such a share of what a name says; gives the token after the plan.
    pub(super) fn share_of_the_plan_after(&mut self, figure: Figure, of: &Name) -> Option<usize> {
        let lead = figure.lead;
        let (plan, end) = self.phrases.after(figure.next() + 1, figure.clause.end);
        let percent = figure.quantity.kind == Some(UnitKind::Rate);
        // A verb, a time and a limit at most.
        let near = lead.end.saturating_sub(4).max(lead.subject.start)..lead.end;
        let words = self.tokens().get(near.clone())?;
        let done = words
            .iter()
            .position(|token| &self.normal.text[token.range()] == "完成")?;
        if !percent || !PLANS.contains(&plan.plain.as_str()) || of.plain.contains("完成") {
            return None;
        }
        let when = (near.start + done + 1..near.end)
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Time(_)));
        let when = when.map_or(Name::default(), |i| self.phrases.name(i..i + 1));
        let name = of.and("完成").then(&when).then(&plan).and("比例");
        let target = *self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        let noun = self.tokens().get(end.checked_sub(1)?)?.range();
        let noun = self.bytes(noun);
        self.drafts.get_mut(target)?.cover(&noun);
        Some(end)
    }
}

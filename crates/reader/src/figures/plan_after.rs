//! A share of a plan that is named after it: 实际利用外资完成全年61%的任务.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;

/// What may be named so.
const PLANS: [&str; 6] = ["任务", "目标", "计划", "目标任务", "任务数", "预算"];

impl Sentence<'_> {
    /// Reads such a share of what a name says; gives the token after the plan.
    pub(super) fn share_of_the_plan_after(&mut self, figure: Figure, of: &Name) -> Option<usize> {
        let lead = figure.lead;
        let (plan, end) = self.phrases.after(figure.next() + 1, figure.clause.end);
        let percent = figure.quantity.kind == Some(UnitKind::Rate);
        // 完成全年 is one token here.
        let near = lead.end.saturating_sub(3).max(lead.subject.start)..lead.end;
        let done = |&i: &usize| self.phrases.token_text(i).starts_with("完成");
        let done = near.clone().find(done)?;
        if !percent || !PLANS.contains(&plan.plain.as_str()) || of.plain.contains("完成") {
            return None;
        }
        let done = self.phrases.name(done..done + 1);
        let name = of.then(&done).then(&plan).and("比例");
        let target = *self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        let noun = self.tokens().get(end.checked_sub(1)?)?.range();
        let noun = self.bytes(noun);
        self.drafts.get_mut(target)?.cover(&noun);
        Some(end)
    }
}

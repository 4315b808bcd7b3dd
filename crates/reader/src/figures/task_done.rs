//! How much of a task was done, where the clause before counts it: 农村改厕任务38283座,完成38649座.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::token::Kind;

/// No task is named in more tokens, nor in more characters.
const NEAR: usize = 16;
const LONGEST: usize = 14;

/// What a task is called: 考核指标 is one that is looked at later.
const TASKS: [&str; 4] = ["任务", "考核指标", "任务数", "任务指标"];

impl Sentence<'_> {
    /// Reads it, of what the task was to do; gives the token after it.
    pub(super) fn task_done(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let words = self.tokens().get(lead.subject.start..lead.end)?;
        let text = |i: usize| self.phrases.token_text(i);
        let done = words.iter().map(|token| &self.normal.text[token.range()]);
        let done = !words.is_empty()
            && done
                .clone()
                .all(|it| matches!(it, "已" | "实际" | "完成" | "已完成"))
            && done.clone().any(|it| it.ends_with("完成"));
        let comma = figure.clause.start.checked_sub(1)?;
        let (count, task) = (comma.checked_sub(1)?, comma.checked_sub(2)?);
        let told = match &self.tokens().get(count)?.kind {
            Kind::Quantity(told) => self.unit(told),
            _ => return None,
        };
        let parted = matches!(self.tokens().get(comma)?.kind, Kind::Comma);
        let same = told == self.unit(figure.quantity);
        let set = TASKS.iter().find(|set| text(task).ends_with(**set))?;
        if !(done && parted && same) {
            return None;
        }
        let near = task.saturating_sub(NEAR)..task;
        let from = near.rev().find(|&i| self.tokens()[i].kind.breaks());
        let from = from.map_or(task.saturating_sub(NEAR), |at| at + 1);
        let named = self.phrases.name(self.phrases.trimmed(from..task + 1));
        let letters = named.plain.strip_suffix(*set)?.chars().count();
        if !(3..=LONGEST).contains(&letters) {
            return None;
        }
        // 考核指标23.1万亩: what was to be done.
        let last = self.drafts.last_mut();
        if let Some(last) = last.filter(|last| last.name.plain.ends_with(*set)) {
            last.target = true;
        }
        let named = Name::default().and("完成").then(&named.first(letters));
        let target = *self.open(vec![named], &(0..0)).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        Some(figure.next())
    }
}

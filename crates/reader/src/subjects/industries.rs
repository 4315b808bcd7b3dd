//! Lists that are summed up: 化学原料、汽车制造等行业分别增长20.9%、14.6%.

use crate::draft::Draft;
use crate::phrases::name::{Name, before_et_cetera};
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;

/// How many statements back the measure of industries is looked for.
const NEAR: usize = 24;

impl Sentence<'_> {
    /// The names of a list without what sums them up; of industries that only grew, with their value added, where
    /// that was what was measured last.
    pub(super) fn without_sum_of_all(&self, names: Vec<Name>) -> Vec<Name> {
        let sums = ["等行业", "等产业", "等重点行业", "等支柱产业"];
        let summed = names
            .last()
            .is_some_and(|last| sums.iter().any(|sum| last.plain.ends_with(sum)));
        let names: Vec<Name> = names.into_iter().map(before_et_cetera).collect();
        let bare = |name: &Name| {
            !Lexicon::get().ends_in(Noun::Measure, &name.plain)
                && halfyear_catalogue::find(&name.plain).is_none()
        };
        if !summed || !names.iter().all(bare) || !self.measured_industry() {
            return names;
        }
        names.iter().map(|name| name.and("增加值")).collect()
    }

    /// Whether the value added of industry, or of a part of it, was the last that was measured in money.
    fn measured_industry(&self) -> bool {
        let measures = ["值", "额", "润", "投资", "收入", "税", "量", "贷款"];
        let measured = |draft: &&Draft| {
            let name = rateless(&draft.name.plain);
            measures.iter().any(|end| name.ends_with(end))
        };
        let last = self.drafts.iter().rev().take(NEAR).find(measured);
        last.is_some_and(|draft| {
            let name = rateless(&draft.name.plain);
            let whole = name.strip_suffix("增加值");
            whole.is_some_and(|it| it.ends_with("工业") || it.ends_with("制造业"))
        })
    }
}

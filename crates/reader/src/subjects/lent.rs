//! Whose new loans are, where the balance of theirs was told: 制造业贷款余额……,新增信贷投入58.5亿元.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;

/// What is newly lent.
const LENT: [&str; 5] = [
    "新增信贷投入",
    "新增贷款",
    "新增信贷",
    "新增贷款投放",
    "新增信贷投放",
];

impl Sentence<'_> {
    /// The name with the trade that the balance before it is of.
    pub(crate) fn lent_to(&self, name: Name) -> Name {
        if !LENT.contains(&name.plain.as_str()) {
            return name;
        }
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let trade = said.iter().rev().take(3).find_map(|draft| {
            let whose = draft.name.plain.strip_suffix("贷款余额")?;
            // 企业和机关团体贷款余额
            let trade = Lexicon::get().ends_in(Noun::Category, whose) || whose.ends_with("团体");
            trade.then(|| draft.name.first(whose.chars().count()))
        });
        trade.map_or(name.clone(), |trade| trade.then(&name))
    }
}

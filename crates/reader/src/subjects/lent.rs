//! Whose new loans are, where the balance of theirs was told: 制造业贷款余额……,新增信贷投入58.5亿元.

use crate::phrases::lead::Lead;
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

/// Whom loans are for stands in so many words before them, and in so many characters.
const NEAR: usize = 8;
const LONGEST: usize = 12;

impl Sentence<'_> {
    /// 银行业为小微企业发放贷款86.5亿元: no loans of the whole place, and so named with whom they are for.
    pub(crate) fn lent_for(&self, name: Name, lead: &Lead) -> Name {
        let whom = matches!(name.plain.as_str(), "发放贷款" | "投放贷款")
            .then(|| self.for_whom(lead))
            .flatten();
        whom.map_or(name.clone(), |whom| whom.then(&name))
    }

    fn for_whom(&self, lead: &Lead) -> Option<Name> {
        let near = lead.end.saturating_sub(NEAR).max(lead.subject.start)..lead.end;
        let text = |i: usize| self.phrases.token_text(i);
        let for_ = near.clone().find(|&i| text(i) == "为")?;
        let lent = (for_..near.end).find(|&i| text(i).starts_with(['发', '投']))?;
        let from = self.tokens().get(for_)?.start;
        let whom = self.phrases.name_of(from..self.tokens().get(lent)?.start);
        (2..=LONGEST)
            .contains(&whom.plain.chars().count())
            .then_some(whom)
    }

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

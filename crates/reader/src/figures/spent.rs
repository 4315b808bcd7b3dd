//! What part of a budget went to people's livelihood: 一般公共预算支出的78.4%用于民生.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;

/// Verbs before what money went to.
const WENT_TO: [&str; 4] = ["用于", "投向", "用在", "投入"];

impl Sentence<'_> {
    /// 支出的78.4%用于民生, 83.6%的支出用于民生, 其中七成以上投向民生领域: a share of what is named before
    /// the number, after it, or was spoken of; gives the token after the clause.
    pub(crate) fn spent_on_livelihood(&mut self, figure: Figure) -> Option<usize> {
        let Figure { clause, lead, .. } = figure;
        if figure.quantity.kind != Some(UnitKind::Rate) {
            return None;
        }
        // 一般公共预算支出中,用于民生的占比达68.9%
        let said = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        if matches!(
            said.plain.as_str(),
            "用于民生的占比" | "用于民生的比重" | "用于民生"
        ) && let Some(whole) = &self.carried.whole
        {
            let name = Name::default().and("民生支出").then(whole);
            let target = *self.open(vec![name], &lead.subject).first()?;
            self.set_level(target, figure.quantity);
            self.cover(target, lead, figure.item());
            return Some(figure.next());
        }
        let number = self.tokens().get(figure.item().token)?;
        let end = self.tokens().get(clause.end.checked_sub(1)?)?.end;
        let rest = self.normal.text.get(number.end..end)?;
        let (verb, to) = WENT_TO
            .iter()
            .filter(|_| rest.contains(['用', '投']))
            .find_map(|verb| Some((rest.find(verb)?, rest.split_once(verb)?.1)))?;
        if !to.starts_with("民生") {
            return None;
        }
        let of = rest.len() - rest.trim_start_matches('的').len();
        let whole = match (of < verb, self.phrases.subject(lead.subject.clone(), None)) {
            (true, _) => self.phrases.name_of(number.end + of..number.end + verb),
            (false, Subject::Named(names)) => names.into_iter().next()?,
            (false, _) => {
                let &[current] = self.carried.current.as_slice() else {
                    return None;
                };
                self.drafts.get(current)?.name.clone()
            }
        };
        let name = Name::default().and("民生支出占").then(&whole).and("比重");
        let target = *self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        let bytes = self.bytes(number.start..end);
        self.drafts.get_mut(target)?.cover(&bytes);
        Some(clause.end)
    }
}

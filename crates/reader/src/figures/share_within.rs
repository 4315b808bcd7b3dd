//! Shares that are told with where they are held: 在全市产值中的比重为69.3%, 纺织品出口在全省的占比达到12.5%.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};

/// So many words tell of the whole, at most.
const LONGEST: usize = 8;

impl Sentence<'_> {
    /// What a share is of and in, as the words before its number say; `None` where they say it otherwise.
    pub(crate) fn share_within(
        &self,
        words: &[Token],
        lead: &Lead,
        carried: &dyn Fn() -> Option<Name>,
    ) -> Option<Subject> {
        let (ratio, rest) = words.split_last()?;
        if !ratio.is(Class::Ratio) {
            return None;
        }
        let rest = match rest.split_last() {
            Some((of, rest)) if matches!(of.kind, Kind::Of) => rest,
            _ => rest,
        };
        let text = |token: &Token| &self.normal.text[token.range()];
        let near = rest.len().saturating_sub(LONGEST);
        let at = near
            + rest[near..]
                .iter()
                .rposition(|it| matches!(text(it), "在" | "于"))?;
        let whole = &rest[at + 1..];
        let among = whole
            .last()
            .is_some_and(|last| text(last).starts_with('中'));
        // 在全市产值中: of whatever was named before; 在全省的占比: of what stands before it, in the whole place.
        let whole = match among {
            true => &whole[..whole.len() - 1],
            false if whole.iter().all(|it| it.is(Class::Scope)) => whole,
            false => return None,
        };
        let (from, to) = (whole.first()?.start, whole.last()?.end);
        let share = match among || at == 0 {
            true => Name::default()
                .and("占")
                .then(&self.phrases.name_of(from..to))
                .and("比重"),
            false => self.phrases.name_of(rest[at].start..ratio.end),
        };
        if at == 0 {
            let name = carried().map(|part| part.then(&share));
            return Some(name.map_or(Subject::Unclear, |name| Subject::Named(vec![name])));
        }
        let start = lead.subject.start;
        match self.phrases.subject(start..start + at, None) {
            Subject::Named(names) if !names.is_empty() => Some(Subject::Named(
                names.iter().map(|name| name.then(&share)).collect(),
            )),
            _ => None,
        }
    }
}

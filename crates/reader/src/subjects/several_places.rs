//! Places that are counted without a unit, and of which all together a figure is: 皖北6市新设外资企业24家.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::Kind;

/// What 市 and 县 only begin: no place of several.
const WIDER: [&str; 14] = [
    "市场", "市级", "市值", "市民", "市政", "市属", "市直", "县域", "县级", "县属", "区域", "区间",
    "区级", "镇级",
];

impl Sentence<'_> {
    /// The name with how many they are and where, which stand right before it.
    pub(crate) fn of_several_places(&self, name: Name, lead: &Lead) -> Name {
        self.several_places(&name, lead).unwrap_or(name)
    }

    fn several_places(&self, name: &Name, lead: &Lead) -> Option<Name> {
        let kind = name
            .plain
            .starts_with(['市', '县', '区', '镇', '乡', '州', '旗']);
        let wider = WIDER.iter().any(|word| name.plain.starts_with(word));
        if !kind || wider || name.plain.chars().count() < 3 {
            return None;
        }
        let start = self.tokens().get(lead.subject.start)?.start;
        let count = lead.subject.start.checked_sub(1)?;
        let number = self.tokens().get(count)?;
        if !matches!(number.kind, Kind::Number(_)) || number.end != start {
            return None;
        }
        // 皖北, 苏北 and 沿江 say which.
        let which = count.checked_sub(1).and_then(|i| self.tokens().get(i));
        let which = which.filter(|it| {
            it.end == number.start && (matches!(it.kind, Kind::Text) || it.is(Class::Scope))
        });
        let from = which.map_or(number.start, |it| it.start);
        Some(self.phrases.name_of(from..start).then(name))
    }
}

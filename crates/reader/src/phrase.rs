//! Noun phrases: what a number measures.

use crate::lexicon::{Class, Lexicon};
use crate::normal::Normal;
use crate::token::{Kind, Token};
use std::ops::Range;

/// A name, put together from runs of the normalised text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// As normalised: for comparing and looking up.
    pub(crate) plain: String,
    /// As printed.
    pub(crate) printed: String,
}

impl Name {
    pub(crate) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// This name and then another.
    pub(crate) fn then(&self, other: &Self) -> Self {
        Self {
            plain: format!("{}{}", self.plain, other.plain),
            printed: format!("{}{}", self.printed, other.printed),
        }
    }

    /// This name and then words that are the same in every way of writing.
    pub(crate) fn and(&self, word: &str) -> Self {
        Self {
            plain: format!("{}{word}", self.plain),
            printed: format!("{}{word}", self.printed),
        }
    }
}

/// What stands before a predicate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nothing that names: carry on with what was named before.
    #[default]
    Carried,
    /// A name, or several of a list.
    Named(Vec<Name>),
    /// Words that are no name the reader trusts.
    Unclear,
}

/// Makes names out of tokens of one text.
pub(crate) struct Phrases<'a> {
    pub(crate) normal: &'a Normal,
    pub(crate) file: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Names of the report's own place: 柯桥区, 柯桥.
    pub(crate) own: &'a [String],
}

/// Longer than any indicator's name.
const LONGEST: usize = 40;

impl Phrases<'_> {
    fn text(&self, range: Range<usize>) -> &str {
        self.normal.text.get(range).unwrap_or_default()
    }

    pub(crate) fn token_text(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |token| self.text(token.range()))
    }

    /// The name that a run of tokens spells, with what stands in brackets left out.
    pub(crate) fn name(&self, range: Range<usize>) -> Name {
        let mut name = Name::default();
        for token in self.tokens.get(range).unwrap_or_default() {
            name = name.then(&self.name_of(token.range()));
        }
        name
    }

    pub(crate) fn name_of(&self, bytes: Range<usize>) -> Name {
        let printed = self.normal.printed(bytes.clone(), self.file);
        Name {
            plain: self.text(bytes).to_owned(),
            printed: self
                .file
                .get(printed)
                .unwrap_or_default()
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect(),
        }
    }

    /// Skips what may stand before a subject: connectives, times, prepositional phrases, the own place.
    fn trimmed(&self, mut range: Range<usize>) -> Range<usize> {
        while range.start < range.end {
            let token = &self.tokens[range.start];
            let droppable = [
                Class::Conn,
                Class::Report,
                Class::Adverb,
                Class::Here,
                Class::Target,
                Class::All,
                Class::Basis,
                Class::Before,
                Class::Kind,
                Class::Each,
                Class::Compared,
                Class::Level,
                Class::PrepEnd,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_)
                    | Kind::Of
                    | Kind::Mark
                    | Kind::Comma
                    | Kind::Pause
                    | Kind::And
                    | Kind::Close
                    | Kind::Open
            ) || droppable.iter().any(|&class| token.is(class));
            let phrase_end = (range.start..range.end)
                .rev()
                .find(|&i| token.is(Class::Prep) && self.tokens[i].is(Class::PrepEnd));
            if let Some(end) = phrase_end {
                range.start = end + 1;
            } else if skip || token.is(Class::Prep) || self.is_own(range.start) {
                range.start += 1;
            } else {
                break;
            }
        }
        while range.start < range.end {
            let token = &self.tokens[range.end - 1];
            let droppable = [
                Class::Adverb,
                Class::All,
                Class::Each,
                Class::Conn,
                Class::Basis,
                Class::Level,
                Class::Before,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_) | Kind::Pause | Kind::And | Kind::Mark
            ) || droppable.iter().any(|&class| token.is(class));
            if !skip {
                break;
            }
            range.end -= 1;
        }
        range
    }

    fn is_own(&self, i: usize) -> bool {
        let text = self.token_text(i);
        self.own.iter().any(|own| own == text)
    }

    /// The subject in a run of tokens.
    pub(crate) fn subject(&self, range: Range<usize>, several: Option<usize>) -> Subject {
        let range = self.trimmed(range);
        if range.is_empty() {
            return Subject::Carried;
        }
        if self.tokens[range.end - 1].is(Class::Rate)
            || range.clone().all(|i| self.tokens[i].is(Class::Itself))
        {
            let rest = self.trimmed(range.start..range.end - 1);
            if rest.is_empty() {
                return Subject::Carried;
            }
        }
        if let Some(count) = several {
            return self
                .split(range.clone(), count)
                .unwrap_or_else(|| self.list(range));
        }
        match self.one(range.clone()) {
            Some(name) if name.is_empty() => Subject::Carried,
            Some(_) if range.clone().all(|i| self.tokens[i].is(Class::Scope)) => Subject::Carried,
            Some(name) if only_counts(&name) => Subject::Unclear,
            Some(name) => Subject::Named(vec![name]),
            None => Subject::Unclear,
        }
    }

    /// The names that one word stands for: 城乡居民收入 where two numbers follow.
    fn split(&self, range: Range<usize>, count: usize) -> Option<Subject> {
        let at = range.clone().find(|&i| self.tokens[i].is(Class::Split))?;
        let parts: Vec<&str> = self.tokens[at].argument(Class::Split).split('|').collect();
        let whole = self.name(range.clone());
        let (before, after) = (self.name(range.start..at), self.name(at + 1..range.end));
        let listed = range
            .clone()
            .any(|i| matches!(self.tokens[i].kind, Kind::Pause | Kind::Comma));
        if parts.len() != count || listed || whole.plain.chars().count() > LONGEST {
            return None;
        }
        let name = |part: &&str| {
            let mut name = before.and(part).then(&after);
            self.strip_own(&mut name);
            name
        };
        Some(Subject::Named(parts.iter().map(name).collect()))
    }

    /// The names of a list: A、B和C.
    fn list(&self, range: Range<usize>) -> Subject {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = range.start;
        for i in range.clone() {
            if matches!(self.tokens[i].kind, Kind::Pause | Kind::And | Kind::Comma) && start < i {
                parts.push(start..i);
                start = i + 1;
            }
        }
        parts.push(start..range.end);
        let names: Vec<Name> = parts
            .into_iter()
            .filter_map(|part| self.one(part))
            .collect();
        if names.is_empty() || names.iter().any(Name::is_empty) {
            return Subject::Unclear;
        }
        Subject::Named(names)
    }

    /// One name: `None` where the words are no name.
    fn one(&self, range: Range<usize>) -> Option<Name> {
        let lexicon = Lexicon::get();
        let range = self.trimmed(range);
        // 公路塌方、雨雪冰冻等应急事件 is one kind of thing.
        if let Some((i, name)) = self.after_et_cetera(range.clone()) {
            let rest = self.name(i + 1..range.end);
            return Some(name.then(&rest));
        }
        // 27个行业中 is where, not what.
        if range.end > range.start + 1 && self.tokens[range.end - 1].is(Class::PrepEnd) {
            return None;
        }
        let verb = range.clone().rev().find(|&i| self.is_verb(i, range.start));
        let mut name = match verb {
            None => self.nominal(range.clone())?,
            Some(verb) => {
                let object = self.nominal(verb + 1..range.end)?;
                let owner = self.trimmed(range.start..verb);
                let owner = self.owner(owner);
                let token = &self.tokens[verb];
                let so_far = verb > range.start && self.token_text(verb - 1) == "累计";
                let word = self.name(verb - usize::from(so_far)..verb + 1);
                if object.is_empty() {
                    if token.is(Class::Keep) {
                        return None;
                    }
                    owner
                } else {
                    let complete = lexicon.ends_in("measure", &object.plain)
                        && object.plain.chars().count() >= 3;
                    let keeps = token.is(Class::Keep)
                        || (token.is(Class::Act) || token.is(Class::Deed)) && !complete;
                    if keeps {
                        owner.then(&word).then(&object)
                    } else {
                        owner.then(&object)
                    }
                }
            }
        };
        if name.is_empty() {
            return Some(name);
        }
        self.strip_own(&mut name);
        let long = name.plain.chars().count() > LONGEST;
        let real = name.plain.chars().any(|c| c.is_alphabetic());
        (!long && real).then_some(name)
    }

    /// Whether a token is the verb of a clause whose subject begins at `start`.
    fn is_verb(&self, i: usize, start: usize) -> bool {
        let token = &self.tokens[i];
        let begins = i == start || self.tokens[i - 1].is(Class::Adverb);
        token.is(Class::Level)
            || token.is(Class::Act)
            || (token.is(Class::Deed) || token.is(Class::Keep)) && begins
    }

    fn strip_own(&self, name: &mut Name) {
        for own in self.own {
            if name.plain.len() > own.len() && name.plain.starts_with(own.as_str()) {
                let cut = own.chars().count();
                let of = name.plain.chars().nth(cut) == Some('的');
                let cut = cut + usize::from(of);
                *name = Name {
                    plain: name.plain.chars().skip(cut).collect(),
                    printed: name.printed.chars().skip(cut).collect(),
                };
                break;
            }
        }
    }

    /// Who did it, where that is part of the name: 印染产业实现产值.
    fn owner(&self, range: Range<usize>) -> Name {
        let range = self.trimmed(range);
        let last = range.clone().rev().find(|&i| !self.inside(i));
        if last.is_some() {
            return Name::default();
        }
        let end = range
            .clone()
            .rev()
            .find(|&i| !self.tokens[i].is(Class::Adverb));
        let Some(end) = end else {
            return Name::default();
        };
        if range
            .clone()
            .all(|i| self.tokens[i].is(Class::Scope) || self.is_own(i))
        {
            return Name::default();
        }
        let mut name = self.name(range.start..end + 1);
        self.strip_own(&mut name);
        if name.plain.chars().count() > 30 || self.own.contains(&name.plain) {
            return Name::default();
        }
        name
    }

    /// Whether a token may stand inside a name: most words of the table are nouns there.
    fn inside(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let outside = [
            Class::Conn,
            Class::Report,
            Class::Each,
            Class::Reach,
            Class::Flat,
            Class::Double,
            Class::From,
            Class::Time,
        ];
        match token.kind {
            Kind::Text | Kind::Name | Kind::Of | Kind::Pause | Kind::And => true,
            Kind::Word(_) => {
                let level = token.is(Class::Level) && !token.is(Class::Adverb);
                !level && !outside.iter().any(|&class| token.is(class))
            }
            _ => false,
        }
    }

    /// A run of nouns; `None` where something else stands among them.
    fn nominal(&self, range: Range<usize>) -> Option<Name> {
        let mut range = self.trimmed(range);
        // Only what follows the last word that cannot be part of a name.
        let foreign = range.clone().rev().find(|&i| !self.inside(i));
        if let Some(foreign) = foreign {
            range = self.trimmed(foreign + 1..range.end);
        }
        if range.is_empty() {
            return Some(Name::default());
        }
        if matches!(self.tokens[range.end - 1].kind, Kind::Of) {
            return Some(Name::default());
        }
        Some(self.name(range))
    }

    /// The noun after 等 where a list stands before it, and the token that holds it.
    fn after_et_cetera(&self, range: Range<usize>) -> Option<(usize, Name)> {
        let pause = range
            .clone()
            .find(|&i| matches!(self.tokens[i].kind, Kind::Pause))?;
        (pause..range.end).rev().find_map(|i| {
            let token = &self.tokens[i];
            let text = self.text(token.range());
            let at = text
                .rfind('等')
                .filter(|_| matches!(token.kind, Kind::Text))?;
            let rest = token.start + at + '等'.len_utf8()..token.end;
            let name = self.name_of(rest);
            (!name.is_empty() && !name.plain.starts_with(['级', '次', '于'])).then_some((i, name))
        })
    }

    /// The nouns right after a number, and where they end: 5000余个[公路节点监控].
    pub(crate) fn after(&self, from: usize, end: usize) -> (Name, usize) {
        let mut i = from;
        while i < end {
            let token = &self.tokens[i];
            let before_noun = self
                .tokens
                .get(i + 1)
                .is_some_and(|next| next.kind.nominal());
            let modifier = (token.is(Class::Keep) || token.is(Class::Deed)) && before_noun;
            let noun = [
                Class::PrepEnd,
                Class::Itself,
                Class::Ratio,
                Class::Mean,
                Class::Scope,
                Class::Split,
            ]
            .iter()
            .any(|&class| token.is(class))
                && before_noun;
            let and = matches!(token.kind, Kind::And) && i > from;
            if !(token.kind.nominal() || modifier || noun || and) {
                break;
            }
            i += 1;
        }
        while i > from && matches!(self.tokens[i - 1].kind, Kind::And) {
            i -= 1;
        }
        (self.name(from..i), i)
    }
}

/// Whether a name ends in a count in words: 三项, 指标中两个.
fn only_counts(name: &Name) -> bool {
    let mut chars = name.plain.chars().rev();
    let (unit, digit) = (chars.next(), chars.next());
    unit.is_some_and(|c| "个项家条名位".contains(c))
        && digit.is_some_and(crate::numeral::is_chinese)
}

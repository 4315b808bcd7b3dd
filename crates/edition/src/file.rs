//! The edition file: what to show of a report, in which words. It holds no figure.

use crate::diagnostic::{Diagnostic, Document};
use halfyear_bundle::{Derivation, Level, Month, Panel};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use std::fmt;
use toml::Spanned;

/// An edition file, read but not yet held against its text.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The file's words, for excerpts.
    pub(crate) toml: String,
    pub(crate) form: Form,
}

impl Edition {
    /// Reads an edition file.
    ///
    /// # Errors
    /// Where the text is not TOML, or holds a key or a word that no edition has.
    pub fn parse(toml: &str) -> Result<Self, Diagnostic> {
        match toml::from_str(toml) {
            Ok(form) => Ok(Self {
                toml: toml.to_owned(),
                form,
            }),
            Err(error) => Err(misread(toml, &error)),
        }
    }

    /// The edition's id: `keqiao-2023-h1`.
    pub fn id(&self) -> &str {
        self.form.id.get_ref()
    }
}

impl Edition {
    /// The entry whose fact and words an entry shows: itself, or the one that `same` names.
    pub(crate) fn original<'a>(&'a self, entry: &'a Entry) -> Result<&'a Entry, Box<Diagnostic>> {
        let Some(name) = &entry.same else {
            return Ok(entry);
        };
        let mut level = &self.form.metrics;
        let mut found = None;
        for id in name.get_ref().split('.') {
            found = level.iter().find(|other| other.id.get_ref() == id);
            match found {
                Some(other) => level = &other.items,
                None => break,
            }
        }
        let problem = |why: String| {
            let message = format!("edition {}: {why}", self.id());
            let diagnostic = Diagnostic::error(message);
            Err(Box::new(diagnostic.at(Document::Edition, name.span(), "")))
        };
        match found {
            None => {
                let ids = self.form.metrics.iter().map(|it| it.id.get_ref().as_str());
                let known = nearest(name.get_ref(), ids)
                    .map_or(String::new(), |known| format!(": did you mean {known}?"));
                problem(format!("no metric is called {}{known}", name.get_ref()))
            }
            Some(other) if other.same.is_some() => problem(format!(
                "{} shows another metric itself: name that one",
                name.get_ref()
            )),
            Some(_) if entry.find.is_some() => {
                problem("an entry has either same or find: take one out".into())
            }
            Some(other) => Ok(other),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    pub id: Spanned<String>,
    pub place: Place,
    pub period: Months,
    pub source: Words,
    pub title: Words,
    pub lede: Option<Words>,
    #[serde(default)]
    pub choice: Vec<Spanned<String>>,
    #[serde(default)]
    pub claims: Vec<Spanned<Claim>>,
    #[serde(default)]
    pub scopes: Vec<Scope>,
    pub metrics: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub name: Words,
    pub short: Words,
    pub within: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Months {
    pub from: Month,
    pub to: Month,
}

/// What people read, perhaps with placeholders.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub zh: Spanned<String>,
    pub en: Spanned<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scope {
    pub names: Vec<String>,
    #[serde(deserialize_with = "level")]
    pub level: Level,
    pub label: Words,
}

/// A metric, or an item of one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub id: Spanned<String>,
    #[serde(default)]
    pub group: String,
    #[serde(default, deserialize_with = "panel")]
    pub panel: Panel,
    pub find: Option<Spanned<FindOrName>>,
    /// The id of a metric, or `metric.item`, whose fact and words this one shows again.
    pub same: Option<Spanned<String>>,
    pub label: Option<Words>,
    pub heading: Option<Words>,
    pub note: Option<Words>,
    #[serde(default)]
    pub derive: Vec<Spanned<Consequence>>,
    pub order: Option<Order>,
    #[serde(default)]
    pub claims: Vec<Spanned<Claim>>,
    #[serde(default)]
    pub items: Vec<Entry>,
}

impl Find {
    /// What is looked for, to name it.
    pub fn name(&self) -> &str {
        let either = self.indicator.as_ref().or(self.part.as_ref());
        either.map_or("", String::as_str)
    }
}

/// How a fact is recognised: by its indicator, and where that is not enough by its company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Find {
    /// The indicator, letter for letter; what says whose it is (全区, 柯桥区) may be left away.
    pub indicator: Option<String>,
    /// In place of `indicator`: a part of its name that no other indicator of the text has.
    pub part: Option<String>,
    /// The unit as printed.
    pub unit: Option<String>,
    /// The months the fact speaks of, where they are not the edition's.
    pub period: Option<Months>,
    /// Words of the sentence that the fact stands in.
    pub near: Option<String>,
    /// A scope that the fact has a rank in.
    pub within: Option<String>,
    /// Whether an aim is meant rather than a result.
    #[serde(default)]
    pub target: bool,
}

/// A number that follows, beyond those that the panel asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Consequence {
    Previous,
    Multiple,
    Total,
    Progress,
}

impl From<Consequence> for Derivation {
    fn from(consequence: Consequence) -> Self {
        match consequence {
            Consequence::Previous => Self::Previous,
            Consequence::Multiple => Self::Multiple,
            Consequence::Total => Self::Total,
            Consequence::Progress => Self::Progress,
        }
    }
}

/// By what the items are sorted, the greatest first; ranks the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    Value,
    Change,
    Rank,
}

/// Something that a heading says and that the text has to support.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    /// A figure: `gdp.change`, `gdp.gap.全省`.
    pub of: Option<String>,
    /// What it is: `positive`, `doubled`, `over-half`.
    pub is: Option<String>,
    /// A figure that it is greater than.
    pub above: Option<String>,
    /// A figure that it equals.
    pub equals: Option<String>,
    /// Words that the text holds, for what is no figure.
    pub says: Option<String>,
}

/// A [`Find`] as a table, or as the name of the indicator alone.
#[derive(Clone, Debug)]
pub(crate) struct FindOrName(pub Find);

/// `find = "地区生产总值"` is short for `find = { indicator = "地区生产总值" }`.
impl<'de> Deserialize<'de> for FindOrName {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = FindOrName;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "an indicator, or a table with indicator or part, unit, period, near, within, target",
                )
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<FindOrName, E> {
                Ok(FindOrName(Find {
                    indicator: Some(name.to_owned()),
                    ..Find::default()
                }))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FindOrName, A::Error> {
                let find = Find::deserialize(MapAccessDeserializer::new(map))?;
                if find.indicator.is_some() == find.part.is_some() {
                    return Err(de::Error::custom(
                        "find needs either an indicator or a part",
                    ));
                }
                Ok(FindOrName(find))
            }
        }
        input.deserialize_any(Either)
    }
}

/// A bundle may hold a panel that is newer than the widget; an edition may not hold a slip.
fn panel<'de, D: Deserializer<'de>>(input: D) -> Result<Panel, D::Error> {
    strict(input, &Panel::ALL)
}

fn level<'de, D: Deserializer<'de>>(input: D) -> Result<Level, D::Error> {
    strict(input, &Level::ALL)
}

fn strict<'de, D, T>(input: D, known: &[(&str, T)]) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Copy,
{
    let name = String::deserialize(input)?;
    let found = known.iter().find(|it| it.0 == name);
    found.map(|it| it.1).ok_or_else(|| {
        let names: Vec<_> = known.iter().map(|it| format!("`{}`", it.0)).collect();
        let names = names.join(", ");
        // As serde puts it, for what names the word that was probably meant.
        de::Error::custom(format_args!(
            "unknown variant `{name}`, expected one of {names}"
        ))
    })
}

/// What keeps the file from being read, with the word that was probably meant.
fn misread(toml: &str, error: &toml::de::Error) -> Diagnostic {
    let message = error.message();
    let range = error.span().unwrap_or(0..0);
    let diagnostic = Diagnostic::error(format!("the edition cannot be read: {message}"));
    let diagnostic = diagnostic.at(Document::Edition, range.clone(), "");
    let mut names = message.split('`').skip(1).step_by(2);
    let wrong = names.next();
    let hint = match wrong {
        Some(wrong) if message.starts_with("unknown") => nearest(wrong, names),
        _ => None,
    };
    match hint {
        Some(known) => diagnostic.hint(format!("did you mean `{known}`?")),
        None if toml.get(range).is_none_or(str::is_empty) => {
            diagnostic.hint("compare with an edition in seeds/ that works")
        }
        None => diagnostic,
    }
}

/// The known word that is most like the one given, if one is.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|other| {
            // Slips of the keyboard, or a word cut short.
            let slip = strsim::normalized_damerau_levenshtein(word, other);
            let cut = strsim::jaro_winkler(word, other) - 0.2;
            (slip.max(cut), other)
        })
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide names every key that the types have, and the names of panels and levels.
    #[test]
    fn the_guide_tells_of_every_key() {
        let guide = include_str!("../../../seeds/README.md");
        let refusal = |toml: &str| {
            let error = Edition::parse(toml).expect_err("no edition has this key");
            error.message
        };
        let form = refusal("x = 1");
        let metric = refusal(
            "id = \"a\"\nperiod = { from = \"2023-01\", to = \"2023-06\" }\n[[metrics]]\nx = 1",
        );
        let find = refusal("[[metrics]]\nfind = { x = 1 }");
        let keys = [form, metric, find].join(" ");
        let known = Panel::ALL.map(|it| it.0).into_iter();
        let known = known.chain(Level::ALL.map(|it| it.0));
        for key in keys.split('`').skip(1).step_by(2).chain(known) {
            let told = guide.contains(&format!("`{key}`")) || guide.contains(&format!("[{key}]"));
            let told = told || guide.contains(&format!(".{key}]"));
            assert!(told || key == "x", "{key}");
        }
        assert!(
            keys.contains("`near`") && keys.contains("`order`"),
            "{keys}"
        );
    }
}

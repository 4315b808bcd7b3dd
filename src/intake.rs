//! A bundle from a plain object.
//!
//! The page's own JSON parser makes the object; what is left is to take its fields over. Written
//! out, that costs a quarter of what a general deserializer costs in the wasm, and names the field
//! at fault. The types' own deserializer is the reference: a test holds the two against each other.

use halfyear_bundle::{
    Basis, Bound, Bundle, Change, Derivation, Derived, Document, Fault, Gap, Level, Metric, Panel,
    Period, Place, Rank, Ranked, Scope, Sentence, Source, Span, Stamp, Text,
};
use std::cell::RefCell;
use std::fmt::Display;
use std::str::FromStr;

/// A value of a language with objects: null where there is none.
pub(crate) trait Plain: Sized {
    /// A field; nothing where there is no such field, or this is no object.
    fn field(&self, name: &str) -> Self;
    fn is_nothing(&self) -> bool;
    fn text(&self) -> Option<String>;
    /// A whole number.
    fn number(&self) -> Option<u32>;
    fn truth(&self) -> Option<bool>;
    fn list(&self) -> Option<Vec<Self>>;
}

/// A field, and the way to it.
struct At<'a, P> {
    value: P,
    name: &'static str,
    index: Option<usize>,
    up: Option<&'a At<'a, P>>,
    /// The first field at fault. What is wrong is noted here and reading goes on with something
    /// empty, for to leave at every field costs far more code than to look once at the end.
    fault: &'a RefCell<Option<Fault>>,
}

/// More items in items than any bundle has; an object may hold itself.
const DEEPEST: u8 = 8;

/// Takes a bundle over.
///
/// # Errors
/// The first field that is missing or not what it should be, with its path.
pub(crate) fn bundle<P: Plain>(value: P) -> Result<Bundle, Fault> {
    let fault = &RefCell::new(None);
    let at = &At {
        value,
        name: "",
        index: None,
        up: None,
        fault,
    };
    let version = at.number("version");
    if fault.borrow().is_none() {
        Stamp { version }.check()?;
    }
    let place = at.get("place");
    let period = period(&at.get("period"));
    let read = period.map(|period| Bundle {
        version,
        id: at.string("id"),
        place: Place {
            name: place.text("name"),
            short: place.text("short"),
            within: place.text("within"),
        },
        period,
        title: at.text("title"),
        lede: at.text("lede"),
        scopes: at.list("scopes", scope),
        choice: at.list("choice", |it| it.own()),
        metrics: at
            .needed("metrics")
            .list("metrics", |it| metric(it, DEEPEST)),
        sources: at.needed("sources").list("sources", document),
    });
    match (read, fault.take()) {
        (Some(bundle), None) => Ok(bundle),
        (_, fault) => Err(fault.unwrap_or_else(|| at.found("unreadable"))),
    }
}

fn metric<P: Plain>(at: &At<P>, deeper: u8) -> Option<Metric> {
    if deeper == 0 {
        at.note("nested too deeply");
        return None;
    }
    let change = at.get("change");
    let told = at.get("period");
    let origin = at.get("source");
    Some(Metric {
        id: at.string("id"),
        group: at.optional("group").unwrap_or_default(),
        label: at.text("label"),
        heading: at.text("heading"),
        note: at.text("note"),
        panel: at.name("panel", &Panel::ALL).unwrap_or_default(),
        indicator: at.optional("indicator"),
        metric: at.optional("metric"),
        value: at.parsed("value"),
        unit: at.optional("unit"),
        bound: bound(at),
        change: change.some(|at| {
            Some(Change {
                value: at.needed("value").parsed("value")?,
                unit: at.string("unit"),
                basis: at.needed("basis").known("basis", BASES).unwrap_or_default(),
                bound: bound(at),
                at: at.get("at").some(span),
            })
        }),
        gaps: at.list("gaps", |at| {
            Some(Gap {
                proper: None,
                unit: at.optional("unit"),
                to: at.string("to"),
                value: at.needed("value").parsed("value")?,
                own: at.parsed("own"),
                own_at: at.get("own_at").some(span),
                at: at.get("at").some(span),
            })
        }),
        ranks: at.list("ranks", |at| {
            Some(Rank {
                proper: None,
                within: at.string("within"),
                of: at.known("of", RANKED),
                place: at.number("place"),
                bound: bound(at),
                at: at.get("at").some(span),
            })
        }),
        period: told.some(period),
        at: at.get("at").some(span),
        source: origin.some(source),
        derived: at.list("derived", derived),
        items: at.list("items", |it| metric(it, deeper - 1)),
    })
}

fn derived<P: Plain>(at: &At<P>) -> Option<Derived> {
    Some(Derived {
        kind: at.name("kind", DERIVATIONS).unwrap_or_default(),
        of: at.string("of"),
        label: at.text("label"),
        value: at.needed("value").parsed("value")?,
        unit: at.string("unit"),
        bound: bound(at),
        from: at.string("from"),
        rounded: at.get("rounded").value.truth().unwrap_or_default(),
        at: at.list("at", span),
    })
}

fn scope<P: Plain>(at: &At<P>) -> Option<Scope> {
    Some(Scope {
        names: at.list("names", |it| it.own()),
        level: at.name("level", &Level::ALL).unwrap_or_default(),
        label: at.text("label"),
    })
}

fn document<P: Plain>(at: &At<P>) -> Option<Document> {
    Some(Document {
        file: at.string("file"),
        name: at.text("name"),
        sha256: at.string("sha256"),
        sentences: at.list("sentences", |at| {
            Some(Sentence {
                line: at.number("line"),
                start: at.number("start"),
                end: at.number("end"),
                text: at.string("text"),
            })
        }),
    })
}

fn source<P: Plain>(at: &At<P>) -> Option<Source> {
    Some(Source {
        file: at.string("file"),
        line: at.number("line"),
        start: at.number("start"),
        end: at.number("end"),
        quote: at.string("quote"),
    })
}

fn span<P: Plain>(at: &At<P>) -> Option<Span> {
    Some(Span {
        start: at.number("start"),
        end: at.number("end"),
    })
}

fn period<P: Plain>(at: &At<P>) -> Option<Period> {
    Some(Period {
        from: at.needed("from").parsed("from")?,
        to: at.needed("to").parsed("to")?,
    })
}

fn bound<P: Plain>(at: &At<P>) -> Bound {
    at.known("bound", BOUNDS).unwrap_or_default()
}

const MISSING: &str = "missing";

impl<P: Plain> At<'_, P> {
    fn get(&self, name: &'static str) -> At<'_, P> {
        At {
            value: self.value.field(name),
            name,
            index: None,
            up: Some(self),
            fault: self.fault,
        }
    }

    /// This object, which must have such a field.
    fn needed(&self, name: &'static str) -> &Self {
        let field = self.get(name);
        if field.value.is_nothing() {
            field.note(MISSING);
        }
        self
    }

    /// What is read from this, if there is anything.
    fn some<T>(&self, read: impl FnOnce(&Self) -> Option<T>) -> Option<T> {
        if self.value.is_nothing() {
            None
        } else {
            read(self)
        }
    }

    /// The text that this is.
    fn own(&self) -> Option<String> {
        let text = self.value.text();
        if text.is_none() {
            self.wrong("a text");
        }
        text
    }

    fn number(&self, name: &'static str) -> u32 {
        let field = self.get(name);
        field.value.number().unwrap_or_else(|| {
            field.wrong("a whole number");
            0
        })
    }

    fn string(&self, name: &'static str) -> String {
        self.get(name).own().unwrap_or_default()
    }

    fn optional(&self, name: &'static str) -> Option<String> {
        let field = self.get(name);
        if field.value.is_nothing() {
            return None;
        }
        field.own()
    }

    fn text(&self, name: &'static str) -> Text {
        let field = self.get(name);
        Text {
            zh: field.optional("zh").unwrap_or_default(),
            en: field.optional("en").unwrap_or_default(),
        }
    }

    fn parsed<T>(&self, name: &'static str) -> Option<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        match self.optional(name)?.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.get(name).note(&error.to_string());
                None
            }
        }
    }

    /// One of the names of a table; an unknown one is left to the type's own default.
    fn name<T: Copy>(&self, name: &'static str, table: &[(&str, T)]) -> Option<T> {
        let text = self.optional(name)?;
        table.iter().find(|it| it.0 == text).map(|it| it.1)
    }

    /// One of the names of a table, if there is one at all.
    fn known<T: Copy>(&self, name: &'static str, table: &[(&str, T)]) -> Option<T> {
        let found = self.name(name, table);
        let field = self.get(name);
        if found.is_none() && !field.value.is_nothing() {
            let names: Vec<&str> = table.iter().map(|it| it.0).collect();
            field.wrong(&["one of ", &*names.join(", ")].concat());
        }
        found
    }

    fn list<T>(&self, name: &'static str, read: impl Fn(&At<'_, P>) -> Option<T>) -> Vec<T> {
        let field = self.get(name);
        let mut out = Vec::new();
        if field.value.is_nothing() {
            return out;
        }
        let Some(list) = field.value.list() else {
            field.wrong("a list");
            return out;
        };
        for (index, value) in list.into_iter().enumerate() {
            out.extend(read(&At {
                value,
                name,
                index: Some(index),
                up: Some(self),
                fault: self.fault,
            }));
        }
        out
    }

    fn wrong(&self, wanted: &str) {
        if self.value.is_nothing() {
            self.note(MISSING);
        } else {
            self.note(&["not ", wanted].concat());
        }
    }

    /// Keeps the first fault.
    fn note(&self, message: &str) {
        let mut fault = self.fault.borrow_mut();
        if fault.is_none() {
            *fault = Some(self.found(message));
        }
    }

    fn found(&self, message: &str) -> Fault {
        Fault {
            path: self.path(),
            message: message.to_owned(),
        }
    }

    fn path(&self) -> String {
        let mut path = self.up.map(At::path).unwrap_or_default();
        if !path.is_empty() && !self.name.is_empty() {
            path.push('.');
        }
        path.push_str(self.name);
        if let Some(index) = self.index {
            path.push('[');
            path.push_str(&index.to_string());
            path.push(']');
        }
        path
    }
}

const BOUNDS: &[(&str, Bound)] = &[
    ("exact", Bound::Exact),
    ("about", Bound::About),
    ("over", Bound::Over),
    ("under", Bound::Under),
];

const BASES: &[(&str, Basis)] = &[
    ("year-on-year", Basis::YearOnYear),
    ("quarter-on-quarter", Basis::QuarterOnQuarter),
    ("month-on-month", Basis::MonthOnMonth),
    ("year-start", Basis::YearStart),
    ("two-year-average", Basis::TwoYearAverage),
    ("annual-average", Basis::AnnualAverage),
    ("other", Basis::Other),
];

const RANKED: &[(&str, Ranked)] = &[("size", Ranked::Size), ("rate", Ranked::Rate)];

const DERIVATIONS: &[(&str, Derivation)] = &[
    ("benchmark", Derivation::Benchmark),
    ("previous", Derivation::Previous),
    ("multiple", Derivation::Multiple),
    ("total", Derivation::Total),
    ("progress", Derivation::Progress),
    ("firsts", Derivation::Firsts),
];

#[cfg(test)]
mod tests;

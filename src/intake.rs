//! A bundle from a plain object.
//!
//! The page's own JSON parser makes the object; what is left is to take its fields over. Written
//! out, that costs a quarter of what a general deserializer costs in the wasm, and names the field
//! at fault. The types' own deserializer is the reference: a test holds the two against each other.

use halfyear_bundle::{
    Basis, Bound, Bundle, Change, Derivation, Derived, Document, Fault, Gap, Level, Metric, Panel,
    Period, Place, Rank, Scope, Sentence, Source, Span, Stamp, Text,
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
        panel: at.name("panel", PANELS).unwrap_or_default(),
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
                to: at.string("to"),
                value: at.needed("value").parsed("value")?,
                own: at.parsed("own"),
                at: at.get("at").some(span),
            })
        }),
        ranks: at.list("ranks", |at| {
            Some(Rank {
                within: at.string("within"),
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
        level: at.name("level", LEVELS).unwrap_or_default(),
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

const PANELS: &[(&str, Panel)] = &[
    ("stars", Panel::Stars),
    ("comparison", Panel::Comparison),
    ("growth", Panel::Growth),
    ("then-now", Panel::ThenNow),
    ("unit-chart", Panel::UnitChart),
    ("completion", Panel::Completion),
    ("progress", Panel::Progress),
    ("share", Panel::Share),
    ("projects", Panel::Projects),
    ("ranks", Panel::Ranks),
];

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
    ("other", Basis::Other),
];

const DERIVATIONS: &[(&str, Derivation)] = &[
    ("benchmark", Derivation::Benchmark),
    ("previous", Derivation::Previous),
    ("multiple", Derivation::Multiple),
    ("total", Derivation::Total),
    ("progress", Derivation::Progress),
    ("firsts", Derivation::Firsts),
];

const LEVELS: &[(&str, Level)] = &[
    ("nation", Level::Nation),
    ("province", Level::Province),
    ("city", Level::City),
    ("county", Level::County),
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    impl Plain for Value {
        fn field(&self, name: &str) -> Self {
            self.get(name).cloned().unwrap_or_default()
        }

        fn is_nothing(&self) -> bool {
            self.is_null()
        }

        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }

        fn number(&self) -> Option<u32> {
            self.as_u64().and_then(|it| it.try_into().ok())
        }

        fn truth(&self) -> Option<bool> {
            self.as_bool()
        }

        fn list(&self) -> Option<Vec<Self>> {
            self.as_array().cloned()
        }
    }

    /// A bundle in which every field has a value of its own, and each name of each table occurs.
    fn full() -> Value {
        let text = |it: &str| json!({"zh": format!("{it}文"), "en": it});
        let span = |start: u32| json!({"start": start, "end": start + 2});
        let month = |it: &str| json!({"from": it, "to": "2023-06"});
        let change = |(i, basis): (usize, &(&str, Basis))| {
            json!({"id": basis.0, "unit": "%", "value": "-2.50",
                "change": {"value": i.to_string(), "unit": "%", "basis": basis.0, "bound": "over", "at": span(7)}})
        };
        let kind = |it: &(&str, Derivation)| {
            json!({"kind": it.0, "of": "全省", "label": text("d"), "value": "6.8", "unit": "%",
                "bound": "under", "from": "8.2 − 1.4", "rounded": true, "at": [span(1), span(4)]})
        };
        let bound = |it: &(&str, Bound)| json!({"id": it.0, "bound": it.0});
        let panel = |it: &(&str, Panel)| json!({"id": it.0, "panel": it.0});
        let level =
            |it: &(&str, Level)| json!({"names": [it.0], "level": it.0, "label": text("s")});
        let metric = json!({
            "id": "a", "group": "g", "label": text("l"), "heading": text("h"), "note": text("n"),
            "indicator": "名", "metric": "m", "value": "937.63", "unit": "亿元",
            "gaps": [{"to": "全国", "value": "-2.7", "own": "5.5", "at": span(3)}],
            "ranks": [{"within": "绍兴市", "place": 2, "bound": "under", "at": span(5)}],
            "period": month("2022-01"), "at": span(9),
            "source": {"file": "f", "line": 3, "start": 1, "end": 30, "quote": "引"},
            "derived": DERIVATIONS.iter().map(kind).collect::<Vec<_>>(),
            "items": [{"id": "b", "items": [{"id": "c"}]}],
            "a-field-of-tomorrow": 1,
        });
        let mut metrics = vec![metric, json!({"id": "p", "panel": "hologram"})];
        metrics.extend(BASES.iter().enumerate().map(change));
        metrics.extend(BOUNDS.iter().map(bound));
        metrics.extend(PANELS.iter().map(panel));
        json!({
            "version": 1, "id": "x", "place": {"name": text("1"), "short": text("2"), "within": text("3")},
            "period": month("2023-01"), "title": text("t"), "lede": text("e"),
            "scopes": LEVELS.iter().map(level).collect::<Vec<_>>(), "choice": ["a", "p"],
            "metrics": metrics,
            "sources": [{"file": "f", "name": text("q"), "sha256": "00",
                "sentences": [{"line": 3, "start": 0, "end": 40, "text": "句"}]}],
        })
    }

    #[test]
    fn agrees_with_the_types_own_deserializer() {
        let value = full();
        let reference: Bundle = serde_json::from_value(value.clone()).expect("the types read it");
        assert_eq!(bundle(value).expect("so does this"), reference);
    }

    #[test]
    fn names_the_field_at_fault() {
        #[track_caller]
        fn check(pointer: &str, value: Value, expected: &str) {
            let mut document = full();
            *document.pointer_mut(pointer).expect("a field") = value.clone();
            let fault = bundle(document.clone()).expect_err(pointer);
            assert_eq!(fault.to_string(), expected);
            assert!(
                pointer == "/version" || serde_json::from_value::<Bundle>(document).is_err(),
                "the types take {pointer} = {value}"
            );
        }
        check(
            "/version",
            json!(99),
            &Stamp { version: 99 }
                .check()
                .expect_err("newer")
                .to_string(),
        );
        check("/id", json!(7), "id: not a text");
        check("/metrics", json!(null), "metrics: missing");
        check("/metrics", json!({}), "metrics: not a list");
        check(
            "/metrics/0/value",
            json!(937.63),
            "metrics[0].value: not a text",
        );
        check(
            "/metrics/0/gaps/0/value",
            json!(null),
            "metrics[0].gaps[0].value: missing",
        );
        check(
            "/metrics/0/ranks/0/place",
            json!(-1),
            "metrics[0].ranks[0].place: not a whole number",
        );
        check(
            "/metrics/0/ranks/0/bound",
            json!("roughly"),
            "metrics[0].ranks[0].bound: not one of exact, about, over, under",
        );
        check(
            "/metrics/0/items/0/items/0/id",
            json!([]),
            "metrics[0].items[0].items[0].id: not a text",
        );
        check(
            "/sources/0/sentences/0/text",
            json!(null),
            "sources[0].sentences[0].text: missing",
        );
        check(
            "/period/from",
            json!("June"),
            "period.from: not a month: write year and month as in \"2023-06\"",
        );
    }

    #[test]
    fn stops_where_an_object_holds_itself() {
        let mut inner = json!({"id": "z"});
        for _ in 0..100 {
            inner = json!({"id": "y", "items": [inner]});
        }
        let mut document = full();
        document["metrics"] = json!([inner]);
        let fault = bundle(document).expect_err("too deep");
        assert!(fault.message.contains("deeply"), "{fault}");
    }
}

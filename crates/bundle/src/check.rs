use crate::{Bundle, Document, Metric, Rank, Source, Span, Text, VERSION};
use serde::Deserialize;
use std::fmt;

/// How deep items may stand in items: a project's figures are two below their metric.
const MOST_DEPTH: usize = 4;
/// How many metrics and items a bundle may hold in all.
const MOST_METRICS: usize = 2_000;
/// How many bytes a text that people read may have.
const MOST_TEXT: usize = 4_000;
/// How many bytes a sentence of a source may have.
const MOST_SENTENCE: usize = 100_000;
/// How many bytes an id, a unit or a name may have.
const MOST_NAME: usize = 200;

/// What keeps a bundle from being drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field at fault: `metrics[3].unit`; empty for the document itself.
    pub path: String,
    /// What is wrong and what would mend it.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// The part of a bundle that every version has: read it before the rest, whose form may be newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(expecting = "an object with a version")]
pub struct Stamp {
    /// The version of the document's form.
    pub version: u32,
}

impl Stamp {
    /// Whether this code reads that version.
    ///
    /// # Errors
    /// The version is newer than [`VERSION`], or 0.
    pub fn check(self) -> Result<(), Fault> {
        let message = match self.version {
            0 => "no version is 0: the first is 1",
            version if version > VERSION => {
                "newer than this software: update half-year-infographic.js or halfyear"
            }
            _ => return Ok(()),
        };
        Err(Fault::new("version", message))
    }
}

/// Whether this code can draw the bundle.
///
/// # Errors
/// The first field that keeps it from being drawn.
pub fn check(bundle: &Bundle) -> Result<(), Fault> {
    Stamp {
        version: bundle.version,
    }
    .check()?;
    let mut at = Path(String::new());
    at.field("id", |at| at.id(&bundle.id))?;
    at.field("place", |at| {
        at.field("name", |at| at.text(&bundle.place.name))?;
        at.field("short", |at| at.text(&bundle.place.short))?;
        at.field("within", |at| at.text(&bundle.place.within))
    })?;
    at.field("period", |at| {
        at.ensure(
            bundle.period.from <= bundle.period.to,
            "ends before it starts: exchange from and to",
        )
    })?;
    at.field("title", |at| at.text(&bundle.title))?;
    at.field("lede", |at| at.text(&bundle.lede))?;
    at.each("scopes", &bundle.scopes, |at, scope| {
        at.each("names", &scope.names, |at, name| at.name(name))?;
        at.field("label", |at| at.text(&scope.label))
    })?;
    at.each("sources", &bundle.sources, Path::document)?;
    at.each("choice", &bundle.choice, |at, id| {
        at.ensure(
            bundle.metrics.iter().any(|metric| &metric.id == id),
            "no metric has this id: take it out, or add the metric",
        )
    })?;
    let mut room = MOST_METRICS;
    at.metrics("metrics", bundle, &bundle.metrics, MOST_DEPTH, &mut room)
}

/// The field being looked at, as it is called in a fault.
struct Path(String);

impl Path {
    fn field(
        &mut self,
        name: &str,
        look: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let length = self.0.len();
        if length > 0 {
            self.0.push('.');
        }
        self.0.push_str(name);
        look(self)?;
        self.0.truncate(length);
        Ok(())
    }

    fn each<T>(
        &mut self,
        name: &str,
        items: &[T],
        mut look: impl FnMut(&mut Self, &T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.field(name, |at| {
            let length = at.0.len();
            for (index, item) in items.iter().enumerate() {
                at.0.push('[');
                at.0.push_str(&index.to_string());
                at.0.push(']');
                look(at, item)?;
                at.0.truncate(length);
            }
            Ok(())
        })
    }

    fn ensure(&self, holds: bool, message: &str) -> Result<(), Fault> {
        if holds {
            Ok(())
        } else {
            Err(Fault::new(self.0.as_str(), message))
        }
    }

    fn id(&self, id: &str) -> Result<(), Fault> {
        self.name(id)?;
        self.ensure(
            id.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "not an id: use a to z, 0 to 9 and hyphens",
        )
    }

    fn name(&self, name: &str) -> Result<(), Fault> {
        self.ensure(!name.is_empty(), "empty: give it a name")?;
        self.ensure(name.len() <= MOST_NAME, "longer than 200 bytes: shorten it")
    }

    fn text(&self, text: &Text) -> Result<(), Fault> {
        self.ensure(
            text.zh.len().max(text.en.len()) <= MOST_TEXT,
            "longer than 4,000 bytes: shorten it",
        )
    }

    fn document(&mut self, document: &Document) -> Result<(), Fault> {
        self.field("file", |at| at.name(&document.file))?;
        self.field("name", |at| at.text(&document.name))?;
        self.field("sha256", |at| {
            let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            at.ensure(
                document.sha256.len() == 64 && document.sha256.bytes().all(hexadecimal),
                "not a SHA-256: write 64 lower-case hexadecimal digits",
            )
        })?;
        let mut last = 0;
        self.each("sentences", &document.sentences, |at, sentence| {
            at.ensure(
                sentence.start >= last,
                "out of order: sort the sentences by where they start",
            )?;
            last = sentence.end;
            let length = sentence.end.checked_sub(sentence.start);
            at.ensure(
                sentence.text.len() <= MOST_SENTENCE,
                "longer than 100,000 bytes: break the sentence",
            )?;
            at.ensure(
                length.is_some_and(|length| sentence.text.chars().count() == length as usize),
                "text and span differ in length: make the bundle anew",
            )
        })
    }

    fn metrics(
        &mut self,
        name: &str,
        bundle: &Bundle,
        metrics: &[Metric],
        depth: usize,
        room: &mut usize,
    ) -> Result<(), Fault> {
        self.field(name, |at| {
            at.ensure(depth > 0, "items stand too deep in items: four levels do")
        })?;
        // Sorted rather than compared pairwise: a hostile bundle has thousands.
        let mut ids: Vec<&str> = metrics.iter().map(|metric| metric.id.as_str()).collect();
        ids.sort_unstable();
        let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
        self.each(name, metrics, |at, metric| {
            at.ensure(*room > 0, "more than 2,000 metrics: leave some out")?;
            *room -= 1;
            at.field("id", |at| {
                at.id(&metric.id)?;
                at.ensure(
                    twice.is_none_or(|pair| pair[0] != metric.id),
                    "two metrics have this id: rename one",
                )
            })?;
            at.metric(bundle, metric)?;
            if metric.items.is_empty() {
                return Ok(());
            }
            at.metrics("items", bundle, &metric.items, depth - 1, room)
        })
    }

    fn metric(&mut self, bundle: &Bundle, metric: &Metric) -> Result<(), Fault> {
        if !metric.group.is_empty() {
            self.field("group", |at| {
                at.id(&metric.group)?;
                at.ensure(
                    bundle.metrics.iter().all(|other| other.id != metric.group),
                    "a metric has this id: rename the group, for either can be chosen by it",
                )
            })?;
        }
        self.field("label", |at| at.text(&metric.label))?;
        self.field("heading", |at| at.text(&metric.heading))?;
        self.field("note", |at| at.text(&metric.note))?;
        let source = metric.source.as_ref();
        self.field("unit", |at| match &metric.unit {
            Some(unit) => at.ensure(unit.len() <= MOST_NAME, "longer than 200 bytes: shorten it"),
            None => Ok(()),
        })?;
        self.field("source", |at| at.source(bundle, source))?;
        self.field("at", |at| at.span(bundle, source, metric.at))?;
        if let Some(change) = &metric.change {
            self.field("change", |at| {
                at.field("unit", |at| at.name(&change.unit))?;
                at.field("at", |at| at.span(bundle, source, change.at))
            })?;
        }
        self.each("gaps", &metric.gaps, |at, gap| {
            at.field("to", |at| at.name(&gap.to))?;
            at.field("unit", |at| {
                at.ensure(
                    gap.in_points(),
                    "a gap is drawn in percentage points: leave this one out",
                )
            })?;
            at.field("at", |at| at.span(bundle, source, gap.at))
        })?;
        self.each("ranks", &metric.ranks, |at, rank: &Rank| {
            at.field("within", |at| at.name(&rank.within))?;
            at.field("place", |at| {
                at.ensure(rank.place > 0, "no place is 0: the first is 1")
            })?;
            at.field("at", |at| at.span(bundle, source, rank.at))
        })?;
        self.each("derived", &metric.derived, |at, derived| {
            at.field("label", |at| at.text(&derived.label))?;
            at.field("from", |at| {
                at.ensure(
                    (1..=MOST_TEXT).contains(&derived.from.len()),
                    "give the arithmetic, as in \"8.2 − 1.4\"",
                )
            })
        })
    }

    fn source(&self, bundle: &Bundle, source: Option<&Source>) -> Result<(), Fault> {
        let Some(source) = source else { return Ok(()) };
        self.ensure(
            source.start <= source.end,
            "ends before it starts: make the bundle anew",
        )?;
        self.ensure(
            bundle.sources.iter().any(|doc| doc.file == source.file),
            "names a file that is not among the sources: add the document",
        )
    }

    fn span(
        &self,
        bundle: &Bundle,
        source: Option<&Source>,
        span: Option<Span>,
    ) -> Result<(), Fault> {
        let Some(span) = span else { return Ok(()) };
        let document = source.and_then(|source| {
            bundle
                .sources
                .iter()
                .find(|document| document.file == source.file)
        });
        let stands = document.is_some_and(|document| {
            let sentences = &document.sentences;
            let next = sentences.partition_point(|sentence| sentence.start <= span.start);
            next.checked_sub(1)
                .and_then(|index| sentences.get(index))
                .is_some_and(|it| Span::new(it.start, it.end).contains(span))
        });
        self.ensure(
            stands,
            "stands in no sentence of its source: make the bundle anew",
        )
    }
}

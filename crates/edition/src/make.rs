//! Facts and an edition to a bundle, stage by stage; each stage reports all that it finds wrong.

use crate::claims::{self, Refusal};
use crate::derive::{self, Reason};
use crate::diagnostic::{Diagnostic, Document};
use crate::evidence::Evidence;
use crate::figures::Figures;
use crate::file::{Claim, Edition, Entry, Scope as NamedScope, nearest};
use crate::find::{Wanted, find};
use crate::finish::finish;
use crate::typeset::{Typesetter, put};
use halfyear_bundle::{
    Bundle, Change, Derivation, Derived, Document as Report, Gap, Metric, Panel, Period, Place,
    Scope, Text, VERSION, check,
};
use halfyear_catalogue::simplified;
use std::collections::BTreeSet;
use toml::Spanned;

/// A bundle, and what somebody should look at all the same.
#[derive(Clone, Debug)]
pub struct Made {
    /// The bundle.
    pub bundle: Bundle,
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes the bundle of an edition from what the reader found in the report.
///
/// # Errors
/// All that the text does not support, or that the edition says wrongly.
pub fn make(edition: &Edition, evidence: &Evidence<'_>) -> Result<Made, Vec<Diagnostic>> {
    let form = &edition.form;
    let mut maker = Maker {
        edition,
        evidence,
        period: Period {
            from: form.period.from,
            to: form.period.to,
        },
        problems: Vec::new(),
    };
    maker.reading();
    maker.stage()?;
    let mut metrics = maker.metrics(&form.metrics, "");
    maker.choice();
    maker.stage()?;
    maker.derive_all(&mut metrics);
    maker.stage()?;

    let mut scopes: Vec<Scope> = form.scopes.iter().map(untitled).collect();
    let figures = Figures {
        metrics: &metrics,
        scopes: &scopes,
        period: &maker.period,
    };
    let mut typesetter = Typesetter::new(edition, evidence, &figures);
    let texts = typesetter.entries(&form.metrics);
    let labels: Vec<Text> = form
        .scopes
        .iter()
        .map(|scope| typesetter.text(&scope.label))
        .collect();
    let place = Place {
        name: typesetter.text(&form.place.name),
        short: typesetter.text(&form.place.short),
        within: typesetter.text(&form.place.within),
    };
    let title = typesetter.text(&form.title);
    let lede = typesetter.optional(form.lede.as_ref());
    let source = typesetter.text(&form.source);
    let slips = typesetter.finish();
    let unsupported = maker.unsupported(&figures);
    maker.problems.extend(slips);
    maker.problems.extend(unsupported);
    maker.stage()?;

    for (scope, label) in scopes.iter_mut().zip(labels) {
        scope.label = label;
    }
    for ((entry, metric), texts) in form.metrics.iter().zip(&mut metrics).zip(texts) {
        put(metric, texts);
        finish(entry, metric, &scopes, &maker.period);
    }
    let report = Report {
        file: evidence.file.to_owned(),
        name: source,
        sha256: evidence.sha256(),
        sentences: evidence.sentences_with(&metrics),
    };
    let bundle = Bundle {
        version: VERSION,
        id: edition.id().to_owned(),
        place,
        period: maker.period,
        title,
        lede,
        scopes,
        choice: form.choice.iter().map(|id| id.get_ref().clone()).collect(),
        metrics,
        sources: vec![report],
    };
    match check(&bundle) {
        Ok(()) => Ok(Made {
            bundle,
            diagnostics: Vec::new(),
        }),
        Err(fault) => Err(vec![
            Diagnostic::error(format!("edition {}: {fault}", edition.id())).at(
                Document::Edition,
                form.id.span(),
                "",
            ),
        ]),
    }
}

struct Maker<'a, 'e> {
    edition: &'a Edition,
    evidence: &'a Evidence<'e>,
    period: Period,
    problems: Vec<Diagnostic>,
}

impl<'a> Maker<'a, '_> {
    /// Ends a stage: what follows would only repeat what has gone wrong.
    fn stage(&mut self) -> Result<(), Vec<Diagnostic>> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(std::mem::take(&mut self.problems))
        }
    }

    fn metrics(&mut self, entries: &'a [Entry], above: &str) -> Vec<Metric> {
        let mut metrics = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let path = join(above, entry.id.get_ref());
            let mut before = entries.iter().take(index);
            if let Some(twin) = before.find(|other| other.id.get_ref() == entry.id.get_ref()) {
                let message = format!("metric {path}: two entries have this id: rename one");
                let diagnostic = self.diagnostic(&entry.id, message);
                self.problems
                    .push(diagnostic.at(Document::Edition, twin.id.span(), "the first"));
            }
            let mut metric = self.metric(entry, &path);
            metric.items = self.metrics(&entry.items, &path);
            metrics.push(metric);
        }
        metrics
    }

    fn metric(&mut self, entry: &'a Entry, path: &str) -> Metric {
        let mut metric = Metric {
            id: entry.id.get_ref().clone(),
            group: entry.group.clone(),
            panel: entry.panel,
            ..Metric::default()
        };
        let original = match self.edition.original(entry) {
            Ok(original) => original,
            Err(diagnostic) => {
                self.problems.push(*diagnostic);
                return metric;
            }
        };
        let Some(wish) = &original.find else {
            return metric;
        };
        let wanted = Wanted {
            edition: self.edition.id(),
            metric: path,
            find: &wish.get_ref().0,
            range: wish.span(),
            period: &self.period,
            place: [
                self.edition.form.place.name.zh.get_ref(),
                self.edition.form.place.short.zh.get_ref(),
            ],
        };
        match find(self.evidence, &wanted) {
            Ok(fact) => {
                metric.indicator = Some(fact.indicator);
                metric.metric = fact.metric;
                metric.value = fact.value;
                // A page writes one kind of characters; the sentence keeps its own.
                let simple = |unit: String| unit.chars().map(simplified).collect::<String>();
                metric.unit = fact.unit.map(simple);
                metric.bound = fact.bound;
                metric.change = fact.change.map(|change| Change {
                    unit: simple(change.unit),
                    ..change
                });
                metric.gaps = fact.gaps.into_iter().filter(Gap::in_points).collect();
                metric.ranks = fact.ranks;
                metric.period = fact.period.filter(|period| *period != self.period);
                metric.at = fact.at;
                metric.source = Some(fact.source);
            }
            // What is shown again was reported where it is shown first.
            Err(_) if entry.same.is_some() => {}
            Err(diagnostic) => self.problems.push(diagnostic),
        }
        metric
    }

    /// With no statement at all, each metric would be missing.
    fn reading(&mut self) {
        if self.evidence.facts.is_empty() {
            let message = format!(
                "edition {}: no statistical statement found in {}",
                self.edition.id(),
                self.evidence.file
            );
            let diagnostic = Diagnostic::error(message).at(Document::Seed, 0..0, "");
            self.problems
                .push(diagnostic.hint("give the text of a Chinese report"));
        }
    }

    fn choice(&mut self) {
        let metrics = &self.edition.form.metrics;
        for id in &self.edition.form.choice {
            if metrics
                .iter()
                .all(|entry| entry.id.get_ref() != id.get_ref())
            {
                let known = metrics.iter().map(|entry| entry.id.get_ref().as_str());
                let hint =
                    nearest(id.get_ref(), known).map(|known| format!("did you mean {known}?"));
                let message = format!("choice: no metric is called {}", id.get_ref());
                let diagnostic = self.diagnostic(id, message);
                self.problems.push(Diagnostic { hint, ..diagnostic });
            }
        }
    }

    fn derive_all(&mut self, metrics: &mut [Metric]) {
        for (entry, metric) in self.edition.form.metrics.iter().zip(metrics) {
            self.derive(entry, metric, entry.id.get_ref(), Panel::Tile);
        }
    }

    fn derive(&mut self, entry: &'a Entry, metric: &mut Metric, path: &str, above: Panel) {
        for (entry, item) in entry.items.iter().zip(&mut metric.items) {
            let path = join(path, entry.id.get_ref());
            self.derive(entry, item, &path, entry_panel(metric.panel, above));
        }
        // Every place that a gap or a rank names has to have a label.
        let gaps = metric.gaps.iter().map(|gap| &gap.to);
        let ranks = metric.ranks.iter().map(|rank| &rank.within);
        let names: BTreeSet<&String> = gaps.chain(ranks).collect();
        for name in names {
            let known = &self.edition.form.scopes;
            if known.iter().all(|scope| !scope.names.contains(name)) {
                let message = format!("metric {path}: no scope is called {name}");
                let diagnostic = self.diagnostic(&entry.id, message);
                self.problems.push(diagnostic.hint(format!(
                    "add [[scopes]] with names = [\"{name}\"], a level and a label, or the name \
                     to a scope there is"
                )));
            }
        }
        // A list of growth rates or of ranks shows those, and nothing that follows from them.
        if !matches!(above, Panel::Growth | Panel::Ranks) {
            let derived = metric.gaps.iter().map(|gap| derive::benchmark(metric, gap));
            match derived.collect::<Result<Vec<_>, Reason>>() {
                Ok(derived) => metric.derived = derived.into_iter().flatten().collect(),
                Err(why) => self.underived(entry, path, "a benchmark's own figure", &why),
            }
        }
        for kind in kinds(entry) {
            let (name, derived) = match kind {
                Derivation::Previous => ("the level a year before", derive::previous(metric)),
                Derivation::Multiple => ("the multiple", derive::multiple(metric)),
                Derivation::Total => ("the total", derive::total(metric)),
                Derivation::Progress => ("the share of the target", derive::progress(metric)),
                _ => continue,
            };
            match derived {
                Ok(derived) => metric.derived.push(derived),
                Err(why) => self.underived(entry, path, name, &why),
            }
        }
        if metric.panel == Panel::Ranks {
            let scopes = &self.edition.form.scopes;
            let firsts: Vec<Derived> = scopes
                .iter()
                .filter_map(|scope| derive::firsts(metric, &scope.names))
                .collect();
            metric.derived.extend(firsts);
        }
    }

    fn underived(&mut self, entry: &Entry, path: &str, name: &str, why: &str) {
        let message = format!("metric {path}: {name} does not follow: {why}");
        let hint = "choose another panel or other derive, or give the text what is missing";
        let diagnostic = self.diagnostic(&entry.id, message).hint(hint);
        self.problems.push(diagnostic);
    }

    fn diagnostic(&self, key: &Spanned<String>, message: String) -> Diagnostic {
        Diagnostic::error(format!("edition {}, {message}", self.edition.id())).at(
            Document::Edition,
            key.span(),
            "",
        )
    }

    /// The claims that figures and text do not support.
    fn unsupported(&self, figures: &Figures<'_>) -> Vec<Diagnostic> {
        let mut claims: Vec<(&str, &Spanned<Claim>)> = Vec::new();
        let form = &self.edition.form;
        claims.extend(form.claims.iter().map(|claim| ("the title", claim)));
        let mut entries: Vec<&Entry> = form.metrics.iter().collect();
        while let Some(entry) = entries.pop() {
            let id = entry.id.get_ref().as_str();
            claims.extend(entry.claims.iter().map(|claim| (id, claim)));
            entries.extend(&entry.items);
        }
        claims.sort_by_key(|(_, claim)| claim.span().start);
        claims
            .into_iter()
            .filter_map(|(of, claim)| {
                let why = claims::check(claim.get_ref(), figures, self.evidence.text).err()?;
                let (why, hint) = match why {
                    Refusal::Malformed(why) => (why, None),
                    Refusal::Unsupported(why) => (
                        format!("the text does not support it: {why}"),
                        Some("write a heading that is true, and its claims".to_owned()),
                    ),
                };
                let message = format!("edition {}, claim of {of}: {why}", self.edition.id());
                let diagnostic = Diagnostic {
                    hint,
                    ..Diagnostic::error(message)
                };
                Some(diagnostic.at(Document::Edition, claim.span(), "claimed here"))
            })
            .collect()
    }
}

/// The numbers that a metric needs: those its panel draws, and those the edition asks for.
fn kinds(entry: &Entry) -> Vec<Derivation> {
    let mut kinds: Vec<Derivation> = match entry.panel {
        Panel::ThenNow => vec![Derivation::Previous],
        Panel::UnitChart => vec![Derivation::Previous, Derivation::Multiple],
        Panel::Stars => vec![Derivation::Total],
        Panel::Progress => vec![Derivation::Progress],
        _ => Vec::new(),
    };
    for wish in &entry.derive {
        let kind = (*wish.get_ref()).into();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The panel that an item is drawn in.
fn entry_panel(own: Panel, above: Panel) -> Panel {
    if own == Panel::Tile { above } else { own }
}

fn join(above: &str, id: &str) -> String {
    match above {
        "" => id.to_owned(),
        above => format!("{above}.{id}"),
    }
}

fn untitled(scope: &NamedScope) -> Scope {
    Scope {
        names: scope.names.clone(),
        level: scope.level,
        label: Text::default(),
    }
}

//! Figures by name: `gdp.change`, `gdp.gap.全省`, `stars.five.value`, `mayday.multiple`.

use crate::file::nearest;
use halfyear_bundle::{Bound, Decimal, Derivation, Derived, Metric, Period, Scope};

/// A figure that words or claims speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub value: Decimal,
    /// As printed; empty for a bare number.
    pub unit: String,
    pub bound: Bound,
}

/// What the figures are taken from: the metrics with all that follows from them.
pub(crate) struct Figures<'a> {
    pub metrics: &'a [Metric],
    pub scopes: &'a [Scope],
    pub period: &'a Period,
}

impl Figures<'_> {
    /// The figure that a name stands for.
    ///
    /// # Errors
    /// What is wrong with the name, as a lower-case sentence.
    pub fn named(&self, name: &str) -> Result<Figure, String> {
        let parts: Vec<&str> = name.split('.').collect();
        if parts == ["period", "year"] {
            return year(self.period);
        }
        let (metric, field) = self.metric(&parts)?;
        let nothing = || format!("the text gives no {} for {}", field.join("."), metric.id);
        match *field {
            ["value"] => {
                let value = metric.value.clone().ok_or_else(nothing)?;
                Ok(Figure {
                    value,
                    unit: metric.unit.clone().unwrap_or_default(),
                    bound: metric.bound,
                })
            }
            ["change"] => {
                let change = metric.change.as_ref().ok_or_else(nothing)?;
                Ok(Figure {
                    value: change.value.clone(),
                    unit: change.unit.clone(),
                    bound: change.bound,
                })
            }
            ["gap", scope] => {
                let names = self.scope(scope)?;
                let gap = metric.gaps.iter().find(|gap| names.contains(&gap.to));
                Ok(Figure {
                    value: gap.ok_or_else(nothing)?.value.clone(),
                    unit: "个百分点".into(),
                    bound: Bound::Exact,
                })
            }
            ["own", scope] => {
                let names = self.scope(scope)?;
                let gap = metric.gaps.iter().find(|gap| names.contains(&gap.to));
                if let Some(own) = gap.and_then(|gap| gap.own.clone()) {
                    return Ok(Figure {
                        value: own,
                        unit: "%".into(),
                        bound: Bound::Exact,
                    });
                }
                let derived = metric.derived.iter().find(|derived| {
                    derived.kind == Derivation::Benchmark && names.contains(&derived.of)
                });
                derived.map(of_derived).ok_or_else(nothing)
            }
            ["rank", scope] => {
                let names = self.scope(scope)?;
                let rank = metric
                    .ranks
                    .iter()
                    .find(|rank| names.contains(&rank.within))
                    .ok_or_else(nothing)?;
                Ok(Figure {
                    bound: rank.bound,
                    ..bare(rank.place)
                })
            }
            ["firsts", scope] => {
                let names = self.scope(scope)?;
                let derived = metric.derived.iter().find(|derived| {
                    derived.kind == Derivation::Firsts && names.contains(&derived.of)
                });
                Ok(derived.map_or_else(|| bare(0), of_derived))
            }
            ["previous"] => derived(metric, Derivation::Previous),
            ["multiple"] => derived(metric, Derivation::Multiple),
            ["total"] => derived(metric, Derivation::Total),
            ["progress"] => derived(metric, Derivation::Progress),
            ["count"] => Ok(bare(u32::try_from(metric.items.len()).unwrap_or(u32::MAX))),
            ["year"] => {
                let period = metric.period.as_ref().unwrap_or(self.period);
                year(period)
            }
            _ => Err(format!(
                "{} is no figure of a metric: use value, change, gap.全省, own.全省, rank.全省, \
                 previous, multiple, total, progress, firsts.全省, count or year",
                field.join(".")
            )),
        }
    }

    /// The metric or item that a name starts with, and the rest of the name.
    fn metric<'n, 'p>(&self, parts: &'p [&'n str]) -> Result<(&Metric, &'p [&'n str]), String> {
        let mut level = self.metrics;
        let mut found = None;
        let mut rest = parts;
        while let [id, tail @ ..] = rest {
            let Some(metric) = level.iter().find(|metric| metric.id == *id) else {
                break;
            };
            found = Some(metric);
            level = &metric.items;
            rest = tail;
        }
        found.map(|metric| (metric, rest)).ok_or_else(|| {
            let id = parts.first().copied().unwrap_or_default();
            let known = self.metrics.iter().map(|metric| metric.id.as_str());
            match nearest(id, known) {
                Some(known) => format!("no metric is called {id}: did you mean {known}?"),
                None => format!("no metric is called {id}: name one of this edition"),
            }
        })
    }

    /// All the names of the place that one of its names stands for.
    fn scope(&self, name: &str) -> Result<&[String], String> {
        self.scopes
            .iter()
            .map(|scope| scope.names.as_slice())
            .find(|names| names.iter().any(|it| it == name))
            .ok_or_else(|| format!("no scope is called {name}: add it to the edition's scopes"))
    }
}

fn derived(metric: &Metric, kind: Derivation) -> Result<Figure, String> {
    let derived = metric.derived.iter().find(|derived| derived.kind == kind);
    derived.map(of_derived).ok_or_else(|| {
        format!(
            "metric {} derives no such number: add it to derive = [..]",
            metric.id
        )
    })
}

fn of_derived(derived: &Derived) -> Figure {
    Figure {
        value: derived.value.clone(),
        unit: derived.unit.clone(),
        bound: derived.bound,
    }
}

fn year(period: &Period) -> Result<Figure, String> {
    let said = period.to.year();
    said.map(|year| bare(year.into()))
        .ok_or_else(|| "the edition's period has no year: write it before its months".to_owned())
}

fn bare(number: u32) -> Figure {
    Figure {
        value: number.into(),
        unit: String::new(),
        bound: Bound::Exact,
    }
}

//! Which statement of the text a metric of the edition means.

use crate::agree::difference;
use crate::diagnostic::{Diagnostic, Document};
use crate::evidence::Evidence;
use crate::file::{Find, Months};
use halfyear_bundle::Period;
use halfyear_facts::{Fact, Rank};
use std::ops::Range;

/// A look-up, with what a message needs to name it.
pub(crate) struct Wanted<'a> {
    /// The edition's id.
    pub edition: &'a str,
    /// The metric, or `metric.item`.
    pub metric: &'a str,
    /// What to look for.
    pub find: &'a Find,
    /// Where the edition file says so.
    pub range: Range<usize>,
    /// The edition's months.
    pub period: &'a Period,
    /// What the edition's place is called in Chinese.
    pub place: [&'a str; 2],
}

impl Wanted<'_> {
    /// Whether a fact has the name that is looked for.
    fn names(&self, indicator: &str) -> bool {
        let indicator = plain(indicator);
        match &self.find.part {
            Some(part) => indicator.contains(&plain(part)),
            None => {
                let name = plain(self.find.name());
                indicator == name || self.own(&indicator) == self.own(&name)
            }
        }
    }

    fn own<'t>(&self, indicator: &'t str) -> &'t str {
        own(self.place, indicator)
    }
}

/// An indicator without the words that say it is the place's own: 全区, 柯桥区, 柯桥.
pub(crate) fn own<'t>(place: [&str; 2], indicator: &'t str) -> &'t str {
    let whole = place[0].chars().last().map(|kind| format!("全{kind}"));
    let whose = place.iter().copied().chain(whole.as_deref());
    whose
        .filter(|whose| !whose.is_empty())
        .find_map(|whose| indicator.strip_prefix(whose))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(indicator)
}

/// The one statement that is meant: all that the text says of the indicator for those months.
///
/// # Errors
/// No statement is meant, or several that differ.
pub(crate) fn find(evidence: &Evidence<'_>, wanted: &Wanted<'_>) -> Result<Fact, Diagnostic> {
    let named: Vec<&Fact> = evidence
        .facts
        .iter()
        .filter(|fact| wanted.names(&fact.indicator))
        .collect();
    if named.is_empty() {
        return Err(missing(evidence, wanted));
    }
    let mut meant = narrow(evidence, wanted, named)?;
    if wanted.find.period.is_none() {
        let of_edition = |fact: &&Fact| {
            fact.period
                .as_ref()
                .is_none_or(|period| period == wanted.period)
        };
        if meant.iter().any(of_edition) {
            meant.retain(of_edition);
        }
    }
    one_name(evidence, wanted, &meant)?;
    for (index, one) in meant.iter().enumerate() {
        for other in meant.iter().take(index) {
            if let Some(difference) = difference(one, other) {
                return Err(contradiction(evidence, wanted, other, one, &difference));
            }
        }
    }
    merge(&meant).ok_or_else(|| missing(evidence, wanted))
}

/// A part of a name has to be a part of one name.
fn one_name(
    evidence: &Evidence<'_>,
    wanted: &Wanted<'_>,
    meant: &[&Fact],
) -> Result<(), Diagnostic> {
    let Some((first, rest)) = meant.split_first() else {
        return Ok(());
    };
    let name = plain(&first.indicator);
    let other = |fact: &&&Fact| {
        let other = plain(&fact.indicator);
        wanted.own(&other) != wanted.own(&name)
    };
    let Some(second) = rest.iter().find(other) else {
        return Ok(());
    };
    let mut diagnostic = Diagnostic::error(format!(
        "edition {}, metric {}: several indicators are called {}",
        wanted.edition,
        wanted.metric,
        wanted.find.name()
    ))
    .at(Document::Edition, wanted.range.clone(), "looked for here");
    for fact in [first, second] {
        let bytes = evidence.bytes(fact.source.span());
        diagnostic = diagnostic.at(Document::Seed, bytes, fact.indicator.as_str());
    }
    Err(diagnostic.hint("name one of them in full with indicator = \"..\""))
}

/// Keeps those that the edition's further words describe.
fn narrow<'a>(
    evidence: &Evidence<'_>,
    wanted: &Wanted<'_>,
    named: Vec<&'a Fact>,
) -> Result<Vec<&'a Fact>, Diagnostic> {
    let Find {
        unit,
        period,
        near,
        within,
        ..
    } = wanted.find;
    // An aim never stands in for a result that the text no longer gives.
    let aim = match wanted.find.target {
        true => "as an aim (target = true)",
        false => "as a result: an aim needs target = true",
    };
    let mut left = keep(evidence, wanted, named, aim, |fact| {
        fact.target == wanted.find.target
    })?;
    if let Some(near) = near {
        left = keep(
            evidence,
            wanted,
            left,
            &format!("near “{near}”"),
            |fact| evidence.sentences_of(fact).any(|text| text.contains(near)),
        )?;
    }
    if let Some(months) = period {
        let text = format!("for {} to {}", months.from, months.to);
        left = keep(evidence, wanted, left, &text, |fact| {
            fact.period.as_ref().is_some_and(|it| same(it, *months))
        })?;
    }
    if let Some(within) = within {
        left = keep(
            evidence,
            wanted,
            left,
            &format!("with a rank in {within}"),
            |fact| fact.ranks.iter().any(|rank| &rank.within == within),
        )?;
    }
    if let Some(unit) = unit {
        left = keep(evidence, wanted, left, &format!("in {unit}"), |fact| {
            fact.unit.as_ref() == Some(unit)
        })?;
    }
    Ok(left)
}

fn same(period: &Period, months: Months) -> bool {
    (period.from, period.to) == (months.from, months.to)
}

fn keep<'a>(
    evidence: &Evidence<'_>,
    wanted: &Wanted<'_>,
    facts: Vec<&'a Fact>,
    described: &str,
    is_meant: impl Fn(&Fact) -> bool,
) -> Result<Vec<&'a Fact>, Diagnostic> {
    let kept: Vec<&Fact> = facts
        .iter()
        .copied()
        .filter(|fact| is_meant(fact))
        .collect();
    if !kept.is_empty() {
        return Ok(kept);
    }
    let Wanted {
        edition,
        metric,
        find,
        range,
        ..
    } = wanted;
    let mut diagnostic = Diagnostic::error(format!(
        "edition {edition}, metric {metric}: the text has {}, but not {described}",
        find.name()
    ))
    .at(Document::Edition, range.clone(), "looked for here");
    for fact in facts.iter().take(3) {
        diagnostic = diagnostic.at(
            Document::Seed,
            evidence.bytes(fact.source.span()),
            said(fact),
        );
    }
    Err(diagnostic.hint("change what the edition asks for, or the text"))
}

fn missing(evidence: &Evidence<'_>, wanted: &Wanted<'_>) -> Diagnostic {
    let Wanted {
        edition,
        metric,
        find,
        range,
        ..
    } = wanted;
    let near = nearest(evidence, find.name());
    let hint = match near.as_slice() {
        [] if evidence.facts.is_empty() => {
            "the text holds no statement at all: is it the right file?".to_owned()
        }
        [] => "take the metric out of the edition, or say it in the text".to_owned(),
        near => {
            let list: Vec<String> = near
                .iter()
                .map(|fact| format!("{} (line {})", fact.indicator, fact.source.line))
                .collect();
            format!("the nearest that the text has: {}", list.join(", "))
        }
    };
    Diagnostic::error(format!(
        "edition {edition}, metric {metric}: the text says nothing of {}",
        find.name()
    ))
    .at(Document::Edition, range.clone(), "looked for here")
    .hint(hint)
}

/// Up to three indicators of the text that are most like the one looked for.
fn nearest<'a>(evidence: &Evidence<'a>, indicator: &str) -> Vec<&'a Fact> {
    let wanted = plain(indicator);
    let mut likes: Vec<(f64, &Fact)> = evidence
        .facts
        .iter()
        .map(|fact| (likeness(&wanted, &plain(&fact.indicator)), fact))
        .filter(|(likeness, _)| *likeness >= 0.4)
        .collect();
    likes.sort_by(|a, b| b.0.total_cmp(&a.0));
    likes.dedup_by(|a, b| a.1.indicator == b.1.indicator);
    likes.into_iter().take(3).map(|(_, fact)| fact).collect()
}

/// From 0 to 1; a name within the other is at least as like as half its letters.
fn likeness(one: &str, other: &str) -> f64 {
    let likeness = strsim::normalized_levenshtein(one, other);
    if one.contains(other) || other.contains(one) {
        likeness.max(0.5)
    } else {
        likeness
    }
}

/// The name without what typesetting adds: spaces and quotation marks.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|it| !it.is_whitespace() && !"“”‘’\"'「」『』".contains(*it))
        .collect()
}

/// The level, or whatever else the statement says, for a label.
fn said(fact: &Fact) -> String {
    let unit = fact.unit.as_deref().unwrap_or_default();
    let change = fact.change.as_ref();
    let months = fact
        .period
        .as_ref()
        .map_or(String::new(), |it| format!(" ({} to {})", it.from, it.to));
    match (&fact.value, change) {
        (Some(value), _) => format!("{value} {unit}{months}"),
        (None, Some(change)) => format!("{} {}{months}", change.value, change.unit),
        (None, None) => format!("{}{months}", fact.indicator),
    }
}

fn contradiction(
    evidence: &Evidence<'_>,
    wanted: &Wanted<'_>,
    first: &Fact,
    second: &Fact,
    difference: &str,
) -> Diagnostic {
    let Wanted {
        edition,
        metric,
        find,
        range,
        ..
    } = wanted;
    let periods_differ = matches!((&first.period, &second.period), (Some(a), Some(b)) if a != b);
    let hint = if periods_differ {
        "say which months the edition means with period = { from = .., to = .. }"
    } else {
        "mend the text; if both are right, choose one with near = \"words of its sentence\""
    };
    Diagnostic::error(format!(
        "edition {edition}, metric {metric}: lines {} and {} of the text differ on {}: {difference}",
        first.source.line, second.source.line, find.name()
    ))
    .at(
        Document::Seed,
        evidence.bytes(second.source.span()),
        said(second),
    )
    .at(
        Document::Seed,
        evidence.bytes(first.source.span()),
        said(first),
    )
    .at(Document::Edition, range.clone(), "asked for here")
    .hint(hint)
}

/// All that the statements say together; the fullest gives the source.
fn merge(facts: &[&Fact]) -> Option<Fact> {
    let fullness = |fact: &Fact| {
        let level = usize::from(fact.value.is_some()) * 8;
        let exact = usize::from(fact.bound.is_exact()) * 4;
        let change = usize::from(fact.change.is_some()) * 2;
        level + exact + change + fact.gaps.len().min(1) + fact.ranks.len().min(1)
    };
    // The first of the fullest, in the order of the text.
    let mut fullest: Option<&Fact> = None;
    for &fact in facts {
        if fullest.is_none_or(|so_far| fullness(fact) > fullness(so_far)) {
            fullest = Some(fact);
        }
    }
    let mut merged = fullest?.clone();
    for fact in facts {
        if merged.change.is_none() {
            merged.change.clone_from(&fact.change);
        }
        if merged.period.is_none() {
            merged.period.clone_from(&fact.period);
        }
        for gap in &fact.gaps {
            if merged.gaps.iter().all(|other| other.to != gap.to) {
                merged.gaps.push(gap.clone());
            }
        }
        for rank in &fact.ranks {
            let apart = |other: &Rank| other.within != rank.within || other.of != rank.of;
            if merged.ranks.iter().all(apart) {
                merged.ranks.push(rank.clone());
            }
        }
    }
    Some(merged)
}

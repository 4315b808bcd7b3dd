//! A first edition of a report: what it most likely wants to show, for a person to go on from.
//!
//! The draft builds and draws as it is. What was guessed is said in comments: names spelt by their
//! sounds, English that is still to be written, panels that a person may know better.

mod choose;
mod headline;
mod names;
mod page;
mod panel;
mod plan;
mod scopes;
mod toml;
mod whose;
mod worth;

use crate::diagnostic::{Diagnostic, Document};
use crate::evidence::Evidence;
use crate::file::Edition;
use crate::make::make;
use choose::chosen;
use halfyear_bundle::{Month, Period};
use halfyear_facts::{Fact, Gap};
use page::page;

/// What a person knows of a report that its text may not say.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// The edition's id: `keqiao-2023-h1`.
    pub id: &'a str,
    /// The place in full, in Chinese, as a person says: 柯桥区.
    pub place: Option<&'a str>,
    /// The place that the text seems to be about.
    pub named: Option<&'a str>,
    /// The months that the report is about.
    pub period: Option<Period>,
    /// The months that the text speaks of, for one that does not say of which year.
    pub months: Option<(u8, u8)>,
    /// The year that the text speaks of, for one that does not say of which months.
    pub year: Option<u16>,
}

/// How a report looks back on a year whose months it does not name.
const YEARLY: [&str; 7] = [
    "全年",
    "一年来",
    "过去一年",
    "过去的一年",
    "年度",
    "五年来",
    "过去五年",
];

/// Writes an edition file for a report.
///
/// # Errors
/// The text has no statement, or says nothing of its months.
pub fn draft(evidence: &Evidence<'_>, known: &Known<'_>) -> Result<String, Vec<Diagnostic>> {
    let fault = |message: &str, hint: &str| {
        let diagnostic = Diagnostic::error(format!("{}: {message}", evidence.file));
        vec![diagnostic.at(Document::Seed, 0..0, "").hint(hint)]
    };
    if evidence.facts.is_empty() {
        return Err(fault(
            "no statistical statement found",
            "give the text of a Chinese report",
        ));
    }
    // An amount among percentage points is drawn nowhere.
    let facts: Vec<Fact> = evidence
        .facts
        .iter()
        .cloned()
        .map(without_amounts)
        .collect();
    let evidence = &Evidence {
        facts: &facts,
        ..*evidence
    };
    let mut guess = String::new();
    let said = known.period.clone().or_else(|| choose::period(evidence));
    let undated = || {
        let (from, to) = known.months?;
        // Few statements may say so, and the year with it.
        let few = choose::period_of_few(evidence);
        let few = few.filter(|few| (few.from.month(), few.to.month()) == (from, to));
        let (from, to) = (Month::undated(from)?, Month::undated(to)?);
        few.or(Some(Period { from, to }))
    };
    let said = said.or_else(|| whose::period_of(evidence.file));
    let few = || {
        let year = |year: u16| {
            let month = |month: u8| format!("{year}-{month:02}").parse().ok();
            let (from, to) = (month(1)?, month(12)?);
            Some(Period { from, to })
        };
        let whole = || {
            let said = YEARLY.iter().any(|word| evidence.text.contains(word));
            let (from, to) = (Month::undated(1)?, Month::undated(12)?);
            said.then_some(Period { from, to })
        };
        let few = choose::period_of_few(evidence);
        let few = few.or_else(|| known.year.and_then(year));
        few.or_else(whole)
    };
    let said = said.or_else(undated);
    if said.is_none() {
        guess +=
            "# - the months: hardly anything says of which it is; write those that are meant\n";
    }
    let Some(period) = said.or_else(few) else {
        return Err(fault(
            "the text does not say which months it is about",
            "say it: --period 2023-01..2023-06",
        ));
    };
    match period.to.year() {
        None => guess += "# - the year: nobody says it; write it before each month of the period\n",
        Some(year) if known.period.is_none() && !evidence.text.contains(&year.to_string()) => {
            guess += "# - the year: the text says none, it is that of the file's name\n";
        }
        Some(_) => {}
    }
    // A file is named by somebody who knows; a text names its neighbours too.
    let spelt = || whose::place_of(evidence.file, evidence.text);
    let own = known.place.or_else(spelt).or(known.named);
    if known.place.is_none() && own != known.named {
        guess += "# - the place: it is spelt in the file's name\n";
    }
    if own.is_none() {
        guess += "# - the place: the text does not name it\n";
    }
    let place = names::Place::of(own, evidence.text);
    let mut chosen = chosen(evidence, &period, &place, known.id);
    if chosen.is_empty() {
        return Err(fault(
            "no statement stands for itself: several have the same name and differ",
            "write an edition by hand, with near = \"words of the sentence\"",
        ));
    }
    let written = |chosen: &[choose::Chosen]| {
        let toml = page(evidence, &guess, (known.id, &place, &period), chosen);
        match Edition::parse(&toml) {
            Ok(edition) => make(&edition, evidence).map(|_| toml),
            Err(diagnostic) => Err(vec![diagnostic]),
        }
    };
    loop {
        match written(&chosen) {
            Ok(toml) => return Ok(toml),
            // Something that nobody foresaw: a smaller draft is better than none.
            Err(problems) if chosen.len() < 2 => return Err(problems),
            Err(_) => {
                let without = |at: &usize| {
                    let mut fewer = chosen.clone();
                    fewer.remove(*at);
                    written(&fewer).is_ok()
                };
                let last = chosen.len() - 1;
                let wrong = (0..=last).rev().find(without);
                chosen.remove(wrong.unwrap_or(last));
            }
        }
    }
}

/// A fact without the distances that are amounts.
fn without_amounts(mut fact: Fact) -> Fact {
    fact.gaps.retain(Gap::in_points);
    fact
}

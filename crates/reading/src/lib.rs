//! A report read in the page: the reader and the drafts as a wasm of their own, for a worker.
//!
//! [`read`] is what happens to a text, [`amend`] what a person puts right by hand. Both are plain
//! functions from text to data; the worker hands them on as JSON.

mod amend;

pub use amend::{Change, amend};

use halfyear_bundle::Bundle;
use halfyear_edition::{Diagnostic, Edition, Evidence, Known, draft, make};
use halfyear_facts::{Fact, Span};
use halfyear_reader::own_name;
use serde::Serialize;

/// The name that a pasted text goes by.
pub const FILE: &str = "report.txt";

/// What a text says, and the infographic that follows from it.
#[derive(Clone, Debug, Serialize)]
pub struct Reading {
    /// The statements.
    pub facts: Vec<Fact>,
    /// Every numeral in order.
    pub numerals: Vec<Numeral>,
    /// The edition file; empty where none can be drafted.
    pub edition: String,
    /// What is drawn, where it can be.
    pub bundle: Option<Bundle>,
    /// What a person should look at, as sentences.
    pub problems: Vec<String>,
    /// The text says things, but not of which year: a file's name with the year would tell.
    pub undated: bool,
}

/// A numeral of the text.
#[derive(Clone, Debug, Serialize)]
pub struct Numeral {
    /// Where its digits stand, in characters.
    #[serde(flatten)]
    pub span: Span,
    /// What it is: `fact`, `date`, `name`, ...
    pub is: &'static str,
    /// The place of its fact among the facts.
    pub fact: Option<usize>,
}

/// The statements of a text.
pub fn facts(file: &str, text: &str) -> Vec<Fact> {
    halfyear_reader::read(file, text).facts
}

/// Reads a text, and makes what `edition` says of it; a first edition where there is none. `file`
/// is the name that the text goes by: it may tell the year that the text does not.
pub fn read(file: &str, text: &str, edition: Option<&str>) -> Reading {
    let found = halfyear_reader::read(file, text);
    let evidence = Evidence {
        file,
        text,
        facts: &found.facts,
        sentences: &found.sentences,
    };
    let mut problems: Vec<String> = found
        .diagnostics
        .iter()
        .map(|it| sentence(&it.message, &it.hint))
        .collect();
    let note = |all: &[Diagnostic], problems: &mut Vec<String>| {
        let hint = |it: &Diagnostic| sentence(&it.message, it.hint.as_deref().unwrap_or_default());
        problems.extend(all.iter().map(hint));
    };
    let own = own_name(text);
    let known = Known {
        id: "report",
        place: None,
        named: own.as_deref(),
        period: None,
        months: found.months,
        year: found.year,
    };
    let edition = match edition {
        Some(edition) => edition.to_owned(),
        None => draft(&evidence, &known).unwrap_or_else(|faults| {
            note(&faults, &mut problems);
            String::new()
        }),
    };
    let made = match edition.is_empty() {
        true => Err(Vec::new()),
        false => match Edition::parse(&edition) {
            Ok(parsed) => make(&parsed, &evidence),
            Err(fault) => Err(vec![fault]),
        },
    };
    let bundle = match made {
        Ok(made) => {
            note(&made.diagnostics, &mut problems);
            Some(made.bundle)
        }
        Err(faults) => {
            note(&faults, &mut problems);
            None
        }
    };
    let numeral = |it: &halfyear_reader::Numeral| Numeral {
        span: it.span,
        is: it.part.word(),
        fact: it.part.fact(),
    };
    let year = bundle.as_ref().map(|it| it.period.to.year());
    let undated = match year {
        Some(year) => year.is_none(),
        None => found.facts.iter().all(|fact| fact.period.is_none()) && !found.facts.is_empty(),
    };
    Reading {
        numerals: found.numerals.iter().map(numeral).collect(),
        facts: found.facts,
        edition,
        bundle,
        problems,
        undated,
    }
}

fn sentence(message: &str, hint: &str) -> String {
    match hint.is_empty() {
        true => message.to_owned(),
        false => [message, " (", hint, ")"].concat(),
    }
}

/// What the worker calls: JSON in, JSON out.
#[cfg(target_arch = "wasm32")]
mod worker {
    use super::{Change, FILE, amend, facts, read};
    use serde::Deserialize;
    use wasm_bindgen::prelude::*;

    #[derive(Deserialize)]
    struct Question {
        text: String,
        /// Only the facts, under this file's name.
        facts: Option<String>,
        /// The name that the text goes by.
        file: Option<String>,
        edition: Option<String>,
        #[serde(default)]
        changes: Vec<Change>,
    }

    /// The answer to a question; empty for what is none.
    #[wasm_bindgen]
    pub fn answer(question: &str) -> String {
        let Ok(asked) = serde_json::from_str::<Question>(question) else {
            return String::new();
        };
        if let Some(file) = asked.facts {
            return serde_json::to_string(&facts(&file, &asked.text)).unwrap_or_default();
        }
        let edition = asked.edition.map(|it| amend(&it, &asked.changes));
        let file = asked.file.as_deref().unwrap_or(FILE);
        let reading = read(file, &asked.text, edition.as_deref());
        serde_json::to_string(&reading).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "云溪县2022年上半年工作报告\n上半年，全县固定资产投资同比增长9.8%，城镇新增就业4200人，增长10.5%，森林覆盖率达61.2%。\n";

    #[test]
    fn a_text_becomes_an_edition_and_a_bundle() {
        let reading = read(FILE, TEXT, None);
        assert_eq!(reading.problems, Vec::<String>::new());
        let bundle = reading.bundle.expect("a bundle");
        assert_eq!(bundle.metrics.len(), 3);
        assert!(reading.numerals.iter().any(|it| it.is == "date"));
        let facts: Vec<_> = reading.numerals.iter().filter_map(|it| it.fact).collect();
        assert_eq!(facts, [0, 1, 1, 2]);
        // The edition is one that makes the same again.
        let again = read(FILE, TEXT, Some(&reading.edition));
        assert_eq!(again.bundle.as_ref(), Some(&bundle));
    }

    #[test]
    fn a_year_may_come_from_the_name() {
        let text = "上半年，云溪县固定资产投资同比增长9.8%，城镇新增就业4200人，增长10.5%。\n";
        let reading = read(FILE, text, None);
        assert!(reading.undated);
        assert_eq!(reading.problems, Vec::<String>::new());
        let bundle = reading.bundle.expect("a bundle of no year");
        assert_eq!(bundle.period.to.to_string(), "--06");
        let reading = read("report-2022.txt", text, None);
        let bundle = reading.bundle.expect("a bundle");
        assert!(!reading.undated);
        assert_eq!(bundle.period.from.to_string(), "2022-01");
    }

    #[test]
    fn what_cannot_be_drawn_says_why() {
        #[track_caller]
        fn check(text: &str, edition: Option<&str>, problem: &str) {
            let reading = read(FILE, text, edition);
            assert_eq!(reading.bundle, None);
            let told = reading.problems.join("\n");
            assert!(told.contains(problem), "{told}");
        }
        check("", None, "no statistical statement");
        check("今天天气很好。", None, "no statistical statement");
        check(TEXT, Some("id = "), "cannot be read");
    }
}

//! What must hold of any input, for fuzzers and for tests.
//!
//! Each function takes an input of a kind and panics where a promise is broken. [`mutate`] makes
//! such inputs from a fuzzer's bytes: random bytes alone hardly ever form a sentence.
//!
//! `tests/fuzz.rs` holds the targets; `cargo test` tries each for a moment, and
//! `BOLERO_RANDOM_TEST_TIME_MS=300000` for as long as you like. An input that broke a promise is
//! kept for good in `crashes/TARGET/`, under a name that says what it is.

mod mutate;

pub use mutate::{composed, mutated};

use halfyear_edition::{Edition, Evidence, Known, draft, make};
use halfyear_reader::{Reading, read};

/// The text of the first edition.
pub const SEED: &str = include_str!("../../../seeds/keqiao-2023-h1.txt");
/// Its edition file.
pub const EDITION: &str = include_str!("../../../seeds/keqiao-2023-h1.toml");

/// Any text is read: spans lie in it and in order, quotes are its own words, nothing with digits is
/// passed over.
///
/// # Panics
/// Where that does not hold.
pub fn reads(text: &str) -> Reading {
    let reading = read("fuzz.txt", text);
    let chars: Vec<char> = text.chars().collect();
    let words = |start: u32, end: u32| -> String {
        let words = chars.get(start as usize..end as usize);
        words.expect("a span inside the text").iter().collect()
    };
    for fact in &reading.facts {
        let source = &fact.source;
        assert!(source.start < source.end, "{fact:#?} in {text:?}");
        let quote: String = words(source.start, source.end)
            .lines()
            .map(str::trim)
            .collect();
        assert_eq!(quote, source.quote, "in {text:?}");
        let gaps = fact.gaps.iter().flat_map(|gap| [gap.at, gap.own_at]);
        let ranks = fact.ranks.iter().map(|rank| rank.at);
        let change = fact.change.iter().map(|change| change.at);
        for at in gaps.chain(ranks).chain(change).chain([fact.at]).flatten() {
            assert!(source.span().contains(at), "{fact:#?} in {text:?}");
        }
    }
    let mut end = 0;
    let mut covered = vec![false; chars.len()];
    for numeral in &reading.numerals {
        let span = numeral.span;
        assert!(
            end <= span.start && span.start < span.end,
            "{span:?} in {text:?}"
        );
        let inside = covered.get_mut(span.start as usize..span.end as usize);
        inside.expect("a numeral inside the text").fill(true);
        end = span.end;
        if let Some(fact) = numeral.part.fact() {
            assert!(fact < reading.facts.len(), "in {text:?}");
        }
    }
    for (at, (c, covered)) in chars.iter().zip(&covered).enumerate() {
        assert!(
            *covered || !c.is_ascii_digit(),
            "{c} at {at} is in no numeral of {text:?}"
        );
    }
    let mut end = 0;
    for sentence in &reading.sentences {
        assert!(
            end <= sentence.start && sentence.start <= sentence.end,
            "{text:?}"
        );
        words(sentence.start, sentence.end);
        end = sentence.end;
    }
    for diagnostic in &reading.diagnostics {
        words(diagnostic.span.start, diagnostic.span.end);
    }
    reading
}

/// A numeral, however it is printed, comes back as these digits.
///
/// # Panics
/// Where it does not.
pub fn numeral(digits: &str, printed: &str) {
    let text = format!("上半年，全市粮食产量{printed}吨。");
    let reading = reads(&text);
    let values: Vec<&str> = reading
        .facts
        .iter()
        .filter_map(|fact| Some(fact.value.as_ref()?.as_str()))
        .collect();
    assert_eq!(values, [digits], "{text}");
}

/// Any edition file and text give a good bundle or diagnostics that point into them; a draft of the
/// text is an edition file.
///
/// # Panics
/// Where they do not.
pub fn edits(toml: &str, text: &str) {
    let reading = reads(text);
    let evidence = Evidence {
        file: "fuzz.txt",
        text,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let known = Known {
        named: None,
        id: "fuzz",
        place: None,
        period: None,
        months: reading.months,
        year: reading.year,
    };
    if let Ok(drafted) = draft(&evidence, &known) {
        let edition = Edition::parse(&drafted).expect("a draft that is an edition file");
        makes(&edition, &evidence);
    }
    if let Ok(edition) = Edition::parse(toml) {
        makes(&edition, &evidence);
    }
}

fn makes(edition: &Edition, evidence: &Evidence<'_>) {
    if let Ok(made) = make(edition, evidence) {
        bundle(&halfyear_bundle::to_json(&made.bundle)).expect("a bundle that is good");
    }
}

/// Any text is a good bundle, which is written as it was read, or a fault.
///
/// # Errors
/// What is wrong with it.
///
/// # Panics
/// Where a good one does not come back.
pub fn bundle(json: &str) -> Result<(), halfyear_bundle::Fault> {
    let bundle = halfyear_bundle::from_json(json)?;
    let again = halfyear_bundle::to_json(&bundle);
    let back = halfyear_bundle::from_json(&again).expect("a bundle that was good before");
    assert_eq!(back, bundle);
    Ok(())
}

/// A bundle of the first edition.
///
/// # Panics
/// Where its seed does not support it.
pub fn good_bundle() -> String {
    let reading = read("keqiao-2023-h1.txt", SEED);
    let evidence = Evidence {
        file: "keqiao-2023-h1.txt",
        text: SEED,
        facts: &reading.facts,
        sentences: &reading.sentences,
    };
    let edition = Edition::parse(EDITION).expect("a good edition file");
    let made = make(&edition, &evidence).expect("a seed that supports its edition");
    halfyear_bundle::to_json(&made.bundle)
}

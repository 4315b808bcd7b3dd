//! Plain text to facts.
//!
//! [`read`] takes the text of a report and gives every statistical statement in it as a
//! [`Fact`], with what it noticed on the way. It does no IO and never panics.
//!
//! The modules follow the flow. `text` finds which lines belong together, writes them in one way,
//! parts them into sentences and says whose report it is and of which months; `scan` makes tokens of
//! a sentence with the tables in `words`; `phrases` parts it into clauses and understands what stands
//! before a number. `statement` reads clause after clause, with `carried` for what was said so far:
//! `subjects` tells of what a figure is, `figures` and `ranks` what it says, and each statement is a
//! `draft` until `outcome` makes facts of them, holds them against each other and accounts for every
//! numeral.

mod carried;
mod draft;
mod figures;
mod outcome;
mod phrases;
mod ranks;
mod scan;
mod statement;
mod subjects;
mod text;
mod words;

pub use outcome::audit::{Numeral, Part};
pub use text::place::own_name;

use halfyear_facts::{Fact, Span};

/// What a text says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The statements, in the order of the text.
    pub facts: Vec<Fact>,
    /// What a person should look at: contradictions, broken figures.
    pub diagnostics: Vec<Diagnostic>,
    /// The sentences of the text, as spans in order; every fact's numbers lie within one or more.
    pub sentences: Vec<Span>,
    /// The months that the text as a whole is of, the first and the last, where it says so: whatever
    /// their year, which it need not say.
    pub months: Option<(u8, u8)>,
    /// The year that the text is of, where it or the file's name tells.
    pub year: Option<u16>,
    /// Every numeral of the text, in order, with the fact it became part of or why it is none.
    pub numerals: Vec<Numeral>,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub span: Span,
    /// Where the other figure is, if two contradict each other.
    pub other: Option<Span>,
    /// What is wrong, as a lower-case sentence.
    pub message: String,
    /// What would mend it.
    pub hint: String,
}

/// Reads a text; `file` is the name that the sources of the facts carry, and its year is that of
/// a text which says none.
pub fn read(file: &str, text: &str) -> Reading {
    let index = text::index::Index::new(text);
    let head = text::place::head(text);
    let own = text::place::Own::of(&head);
    let mut normal = text::normal::Normal::default();
    let mut carried = carried::Carried::default();
    let mut calendar = text::period::Calendar::of(file);
    let mut drafts: Vec<draft::Draft> = Vec::new();
    let mut sentences = Vec::new();
    let mut guesses = Vec::new();
    let mut before = 0;
    // Rows of figures alone have no text that tells a headline in full.
    let mut headed = text.contains('。');
    let blocks = text::layout::blocks(text);
    for (number, block) in blocks.iter().cloned().enumerate() {
        let under = blocks
            .get(number + 1)
            .and_then(|under| text.get(under.clone()));
        let row = text::layout::next_row(text, before, &block);
        before = block.end;
        normal.fill(text, block);
        match row {
            true => carried.begin_row(drafts.len()),
            false => carried.begin_paragraph(drafts.len()),
        }
        headed &= text::layout::is_headline(number, &normal.text);
        let heads = headed || text::layout::is_subheading(&normal.text, under);
        let told = drafts.len();
        carried.note_section(&normal.text);
        carried.note_compared(number, &normal.text, &head, &own);
        for range in text::sentence::sentences(&normal.text) {
            let bytes = normal.printed(range.clone(), text);
            sentences.push(index.span(bytes.start, bytes.end));
            let scanned = scan::scan(&normal.text, range);
            text::sentence::note_times(&normal.text, &scanned.tokens, number == 0, &mut calendar);
            carried.year = calendar.year();
            carried.months = calendar.months();
            let mut sentence = statement::Sentence::new(
                &normal,
                text,
                &own.names,
                &scanned,
                &mut carried,
                &mut drafts,
            );
            sentence.read();
            sentence.keep_time_aside();
            let marked = std::mem::take(&mut sentence.marked);
            let file = |range| normal.printed(range, text);
            outcome::audit::guesses(&normal.text, &scanned, &marked, file, &mut guesses);
        }
        for draft in drafts.iter_mut().skip(told).filter(|_| heads) {
            draft.headline = true;
        }
    }
    let (facts, diagnostics, numerals) =
        outcome::finish::finish(file, &index, drafts, guesses, &calendar, &own);
    Reading {
        facts,
        diagnostics,
        months: calendar.months(),
        year: calendar.year(),
        sentences,
        numerals,
    }
}

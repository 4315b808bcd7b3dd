//! A bundle and choices to a picture.
//!
//! A [`Picture`] says everything that an output needs to draw an edition: which panels stand in
//! which order, where each mark stands on its scale, how each number is written and what it opens.
//! It knows no document, no style sheet and no pixels; the live widget, the markup that is painted
//! before any script, the vector drawing and the table all draw from it, and none of them decides
//! for itself what a number looks like.

mod band;
mod choices;
mod desk;
mod figure;
mod level;
mod number;
mod pack;
mod panel;
mod phrase;
mod scale;
mod table;
mod unit;
mod words;

pub use band::Thread;
pub use choices::{Choices, Hide, Lang, Layout, nonsense};
pub use figure::{Detail, Figure, Number, Passage, Placing, Segment};
pub use number::Wording;
pub use panel::{
    Block, Body, Comparison, Great, Growth, Item, Lane, Lead, Panel, Period, Progress, Projects,
    RankGroup, Ranks, Row, Share, StarGroup, Stars, ThenNow, Tile, UnitChart,
};
pub use scale::{FULL, Mark};
pub use table::TableRow;
pub use words::Words;

pub use halfyear_bundle::Level;

use desk::Desk;
use halfyear_bundle::Bundle;

/// An edition, ready to be put on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The language of every word in it.
    pub lang: Lang,
    /// Whose half-year it is: 柯桥区.
    pub place: String,
    /// What the place belongs to.
    pub within: String,
    /// Which months it tells of.
    pub period: String,
    /// The finding; empty where it is hidden.
    pub title: String,
    /// What else to know; empty where it is hidden.
    pub lede: String,
    /// The level of the headline in the page's outline.
    pub level: u8,
    /// The threads of the header's band.
    pub band: Vec<Thread>,
    /// In the order shown.
    pub panels: Vec<Panel>,
    /// Where it is from; empty where it is hidden.
    pub source: String,
    /// The whole in plain words.
    pub summary: String,
    /// The facts as rows.
    pub table: Vec<TableRow>,
    /// Whether what is only for people at a screen is shown: the menu, the table's switch.
    pub tools: bool,
    /// What the numbers open.
    pub details: Vec<Detail>,
    /// Words of the selection that choose nothing.
    pub unknown: Vec<String>,
}

impl Picture {
    /// The phrases that are the same in every picture of this language.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }
}

/// Draws a bundle as chosen.
pub fn draw(bundle: &Bundle, choices: &Choices) -> Picture {
    let (metrics, unknown) = choices::select(bundle, &choices.metrics);
    let lang = choices.lang;
    let mut desk = Desk::new(bundle, lang);
    let mut panels: Vec<Panel> = metrics
        .iter()
        .map(|metric| panel::draw(&mut desk, metric))
        .collect();
    pack::pack(&mut panels);
    let table = table::rows(&mut desk, &metrics);
    let text = |hidden: bool, text: &str| {
        if hidden {
            String::new()
        } else {
            text.to_owned()
        }
    };
    let title = choices
        .heading
        .as_deref()
        .unwrap_or_else(|| lang.pick(&bundle.title));
    let place = lang.pick(&bundle.place.name).to_owned();
    let period = words::period(&bundle.period, lang);
    Picture {
        lang,
        summary: summary(lang, &[&place, &period], &table),
        within: lang.pick(&bundle.place.within).to_owned(),
        title: text(choices.hide.title, title),
        lede: text(choices.hide.lede, lang.pick(&bundle.lede)),
        level: choices.level(),
        band: band::weave(&metrics),
        source: text(choices.hide.source, &source(bundle, lang)),
        place,
        period,
        panels,
        table: if choices.hide.table {
            Vec::new()
        } else {
            table
        },
        tools: !choices.hide.tools,
        details: desk.details,
        unknown,
    }
}

fn source(bundle: &Bundle, lang: Lang) -> String {
    let name = bundle.sources.first().map(|it| lang.pick(&it.name));
    name.unwrap_or_default().to_owned()
}

/// Every statement in plain words, for those who hear the picture.
fn summary(lang: Lang, about: &[&str], table: &[TableRow]) -> String {
    let words = lang.words();
    let mut out = about.join(words.comma);
    out.push_str(words.stop);
    for row in table {
        out.push_str(&row.label);
        let numbers = row.level.iter().chain(&row.change).chain(&row.compared);
        for figure in numbers {
            out.push_str(words.comma);
            out.push_str(&figure.words.spoken);
        }
        out.push_str(words.stop);
    }
    out.trim_end().to_owned()
}

//! Panels: what each metric is drawn as.
//!
//! A panel that lacks what it needs is drawn as a plain tile; nothing in a bundle is undrawable.

mod comparison;
mod growth;
mod progress;
mod projects;
mod ranks;
mod share;
mod stars;
mod tile;
mod time;

pub use comparison::{Comparison, Lane};
pub use growth::{Growth, Row};
pub use progress::Progress;
pub use projects::{Great, Projects};
pub use ranks::{RankGroup, Ranks};
pub use share::Share;
pub use stars::{StarGroup, Stars};
pub use tile::{Item, Tile};
pub use time::{Block, Period, ThenNow, UnitChart};

use crate::desk::Desk;
use crate::figure::Figure;
use crate::number::Room;
use halfyear_bundle as bundle;

/// One metric, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The metric's id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it shows, said as a finding; may be empty.
    pub heading: String,
    /// A remark underneath; may be empty.
    pub note: String,
    /// The number that stands for the whole where there is room for one only.
    pub lead: Lead,
    /// The marks.
    pub body: Body,
    /// Columns out of twelve where there is much room, and where there is some.
    pub spans: [u8; 2],
}

/// The number that stands for a metric.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// The level.
    pub level: Option<Figure>,
    /// The change.
    pub change: Option<Figure>,
    /// What it is of, where that is not the metric itself; may be empty.
    pub of: String,
}

/// The marks of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Projects by the stars they won.
    Stars(Stars),
    /// A figure, its growth, and the growth of the benchmarks.
    Comparison(Comparison),
    /// Growth rates in order, on one scale.
    Growth(Growth),
    /// This year's level beside last year's.
    ThenNow(ThenNow),
    /// One dot for a stated number.
    UnitChart(UnitChart),
    /// A rate with its benchmarks marked on it.
    Completion(Comparison),
    /// A result on the way to its target.
    Progress(Progress),
    /// A share of a whole, or a score of a hundred.
    Share(Share),
    /// Great works.
    Projects(Projects),
    /// Places in rankings.
    Ranks(Ranks),
    /// A plain figure.
    Tile(Tile),
}

impl Body {
    /// The name of the kind, for style hooks.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stars(_) => "stars",
            Self::Comparison(_) => "comparison",
            Self::Growth(_) => "growth",
            Self::ThenNow(_) => "then-now",
            Self::UnitChart(_) => "unit-chart",
            Self::Completion(_) => "completion",
            Self::Progress(_) => "progress",
            Self::Share(_) => "share",
            Self::Projects(_) => "projects",
            Self::Ranks(_) => "ranks",
            Self::Tile(_) => "tile",
        }
    }
}

/// Draws a metric.
pub(crate) fn draw(desk: &mut Desk, metric: &bundle::Metric) -> Panel {
    desk.metric.clone_from(&metric.id);
    let marks = match metric.panel {
        bundle::Panel::Stars => stars::draw(desk, metric).map(Body::Stars),
        bundle::Panel::Comparison => comparison::growth(desk, metric).map(Body::Comparison),
        bundle::Panel::Growth => growth::draw(desk, metric).map(Body::Growth),
        bundle::Panel::ThenNow => time::then_now(desk, metric).map(Body::ThenNow),
        bundle::Panel::UnitChart => time::unit_chart(desk, metric).map(Body::UnitChart),
        bundle::Panel::Completion => comparison::level(desk, metric).map(Body::Completion),
        bundle::Panel::Progress => progress::draw(desk, metric).map(Body::Progress),
        bundle::Panel::Share => share::draw(desk, metric).map(Body::Share),
        bundle::Panel::Projects => projects::draw(desk, metric).map(Body::Projects),
        bundle::Panel::Ranks => ranks::draw(desk, metric).map(Body::Ranks),
        bundle::Panel::Tile => None,
    };
    let body = marks.unwrap_or_else(|| Body::Tile(tile::draw(desk, metric)));
    let lead = match &body {
        Body::Growth(growth) => growth.rows.first().map(|row| Lead {
            level: None,
            change: Some(row.figure.clone()),
            of: row.name.clone(),
        }),
        Body::Ranks(ranks) => ranks.groups.first().map(|group| Lead {
            level: group.firsts.clone(),
            change: None,
            of: [
                &*group.name,
                desk.lang.words().space,
                desk.lang.words().first_places,
            ]
            .concat(),
        }),
        _ => None,
    };
    let lead = lead.unwrap_or_else(|| lead_of(desk, metric));
    Panel {
        id: metric.id.clone(),
        label: desk.label(metric),
        heading: desk.lang.pick(&metric.heading).to_owned(),
        note: desk.lang.pick(&metric.note).to_owned(),
        lead,
        body,
        spans: [12; 2],
    }
}

/// A metric's own number, else that of its first item that has one, else how often it is first.
fn lead_of(desk: &mut Desk, metric: &bundle::Metric) -> Lead {
    let (level, change) = (desk.level(metric, Room::Wide), desk.change(metric));
    if level.is_some() || change.is_some() {
        let of = String::new();
        return Lead { level, change, of };
    }
    for item in &metric.items {
        let found = lead_of(desk, item);
        if found.level.is_some() || found.change.is_some() {
            let of = desk.label(item);
            return Lead { of, ..found };
        }
    }
    Lead::default()
}

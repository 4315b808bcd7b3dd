use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use halfyear_bundle::Metric;

/// A plain figure, with all that is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tile {
    /// The metric's own numbers.
    pub own: Item,
    /// Those of the statements under its heading.
    pub items: Vec<Item>,
}

/// The numbers of one statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// Its level.
    pub level: Option<Figure>,
    /// Its change.
    pub change: Option<Figure>,
    /// Distances to benchmarks: how far, and to whom.
    pub gaps: Vec<(Figure, String)>,
    /// Places in rankings.
    pub badges: Vec<Placing>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Tile {
    Tile {
        own: item(desk, metric),
        items: items(desk, &metric.items),
    }
}

/// Every statement, and those under it, in order.
pub(crate) fn items(desk: &mut Desk, metrics: &[Metric]) -> Vec<Item> {
    let mut out = Vec::new();
    for metric in metrics {
        out.push(item(desk, metric));
        out.extend(items(desk, &metric.items));
    }
    out
}

fn item(desk: &mut Desk, metric: &Metric) -> Item {
    Item {
        label: desk.label(metric),
        level: desk.level(metric, Room::Wide),
        change: desk.change(metric),
        gaps: metric
            .gaps
            .iter()
            .map(|gap| (desk.gap(metric, gap), desk.place(metric, gap)))
            .collect(),
        badges: metric
            .ranks
            .iter()
            .map(|rank| desk.rank(metric, rank))
            .collect(),
    }
}

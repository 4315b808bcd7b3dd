use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use crate::scale::{Mark, Scale, millionths, share};
use halfyear_bundle::{Basis, Change, Metric, Panel};

/// A plain figure, with all that is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tile {
    /// The metric's own numbers.
    pub own: Item,
    /// Its growth as a thread, on one scale with that of all other tiles.
    pub thread: Option<Mark>,
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
    /// How long its bar is, in ten-thousandths of the longest: where others beside it have the same
    /// unit.
    pub length: Option<i64>,
    /// Its change.
    pub change: Option<Figure>,
    /// Distances to benchmarks: how far, and to whom.
    pub gaps: Vec<(Figure, String)>,
    /// Places in rankings.
    pub badges: Vec<Placing>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Tile {
    Tile {
        thread: thread(desk, metric),
        own: item(desk, metric),
        items: items(desk, &metric.items, &sizes(&metric.items)),
    }
}

/// The growth of a tile on the year before beside that of the bundle's other tiles, whichever of
/// them are shown: a thread is as long on every page.
fn thread(desk: &Desk, metric: &Metric) -> Option<Mark> {
    let rate = |it: &Metric| {
        let comparable = |it: &&Change| it.unit == "%" && it.basis == Basis::YearOnYear;
        let change = it.change.as_ref().filter(comparable)?;
        Some(millionths(&change.value))
    };
    let own = rate(metric)?;
    let tiles = desk.bundle.metrics.iter();
    let rates: Vec<i64> = tiles
        .filter(|it| it.panel == Panel::Tile)
        .filter_map(rate)
        .collect();
    (rates.len() > 1).then(|| Scale::sparing(&rates).mark(own))
}

/// The levels that compare, each with its unit: two or more of one unit, none below zero.
#[derive(Default)]
pub(crate) struct Sizes<'m>(Vec<(&'m str, i64)>);

/// The levels of these metrics and of those under them.
pub(crate) fn sizes(metrics: &[Metric]) -> Sizes<'_> {
    fn gather<'m>(metrics: &'m [Metric], out: &mut Vec<(&'m str, i64)>) {
        for metric in metrics {
            if let (Some(value), Some(unit)) = (&metric.value, &metric.unit) {
                out.push((unit, millionths(value)));
            }
            gather(&metric.items, out);
        }
    }
    let mut sizes = Sizes::default();
    gather(metrics, &mut sizes.0);
    sizes
}

impl Sizes<'_> {
    /// The bar of a level on the scale of its unit.
    fn length(&self, metric: &Metric) -> Option<i64> {
        let (value, unit) = (metric.value.as_ref()?, metric.unit.as_deref()?);
        let alike = || self.0.iter().filter(|it| it.0 == unit).map(|it| it.1);
        let (least, most) = (alike().min()?, alike().max()?);
        (alike().count() > 1 && least >= 0 && most > 0).then(|| share(millionths(value), most))
    }
}

/// Every statement, and those under it, in order.
pub(crate) fn items(desk: &mut Desk, metrics: &[Metric], sizes: &Sizes) -> Vec<Item> {
    let mut out = Vec::new();
    for metric in metrics {
        out.push(Item {
            length: sizes.length(metric),
            ..item(desk, metric)
        });
        out.extend(items(desk, &metric.items, sizes));
    }
    out
}

fn item(desk: &mut Desk, metric: &Metric) -> Item {
    Item {
        label: desk.label(metric),
        level: desk.level(metric, Room::Wide),
        length: None,
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

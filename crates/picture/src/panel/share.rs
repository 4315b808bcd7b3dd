use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use crate::scale::{millionths, share};
use halfyear_bundle::Metric;

/// A share of a whole as a weave of a hundred squares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The share.
    pub figure: Figure,
    /// Its change.
    pub change: Option<Figure>,
    /// How much is filled, in ten-thousandths: a hundred of them are one square.
    pub filled: i64,
    /// Places in rankings.
    pub badges: Vec<Placing>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Share> {
    let value = metric.value.as_ref()?;
    let hundred = 100_000_000;
    let part = millionths(value);
    let of_a_hundred = matches!(metric.unit.as_deref(), Some("%" | "分"));
    if !of_a_hundred || !(0..=hundred).contains(&part) {
        return None;
    }
    // Only the whole fills the weave: what falls short of it by less than can be drawn still shows.
    let filled = share(part, hundred).min(if part < hundred { 9_999 } else { 10_000 });
    Some(Share {
        figure: desk.level(metric, Room::Wide)?,
        change: desk.change(metric),
        filled,
        badges: metric
            .ranks
            .iter()
            .map(|rank| desk.rank(metric, rank))
            .collect(),
    })
}

use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use crate::scale::in_order;
use halfyear_bundle::{Derivation, Metric};

/// Columns of stars, most stars first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stars {
    /// How many stars there are to win.
    pub of: u32,
    /// Those who won the same number.
    pub groups: Vec<StarGroup>,
    /// How many they are in all.
    pub total: Option<Figure>,
    /// Places in rankings by the number of full marks.
    pub badges: Vec<Placing>,
}

/// Those who won the same number of stars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StarGroup {
    /// The stars each has won.
    pub stars: u32,
    /// How many they are: one column each.
    pub count: u32,
    /// The count as a figure.
    pub figure: Figure,
    /// What they are called.
    pub label: String,
}

/// More columns than this could not be told apart.
const MOST: i64 = 40;

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Stars> {
    let mut groups = Vec::new();
    for item in &metric.items {
        let stars = stars(&item.id)?;
        let (count, 0) = item.value.as_ref()?.parts()? else {
            return None;
        };
        let group = StarGroup {
            stars,
            count: u32::try_from(count).ok().filter(|_| count <= MOST)?,
            figure: desk.level(item, Room::Narrow)?,
            label: desk.label(item),
        };
        groups.push((-i64::from(stars), group));
    }
    let groups = in_order(groups);
    let best = groups.first()?.stars;
    let mut badges = Vec::new();
    for item in std::iter::once(metric).chain(&metric.items) {
        for rank in &item.ranks {
            badges.push(desk.rank(item, rank));
        }
    }
    Some(Stars {
        of: best.max(5),
        groups,
        total: desk.derived(metric, Derivation::Total, Room::Narrow),
        badges,
    })
}

/// The stars that an item's id names.
fn stars(id: &str) -> Option<u32> {
    let names = ["one", "two", "three", "four", "five"];
    (1..).zip(names).find(|it| it.1 == id).map(|it| it.0)
}

use crate::choices::Lang;
use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use crate::scale::{FULL, millionths, share};
use halfyear_bundle::{Derivation, Metric};

/// A result on the way to its target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The result so far.
    pub figure: Figure,
    /// Its growth.
    pub change: Option<Figure>,
    /// The result as a share of the target.
    pub share: Option<Figure>,
    /// The words before and behind that share.
    pub share_words: (&'static str, &'static str),
    /// What it is to become.
    pub target: Figure,
    /// What the target is called.
    pub target_name: String,
    /// How far along it is, in ten-thousandths.
    pub at: i64,
    /// How much of the year has passed, in ten-thousandths.
    pub time: i64,
    /// What that moment is called.
    pub time_name: &'static str,
    /// Places in rankings.
    pub badges: Vec<Placing>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Progress> {
    let value = metric.value.as_ref()?;
    let goal = metric.items.iter().find(|it| it.id == "target")?;
    if goal.unit != metric.unit {
        return None;
    }
    let months = desk.bundle.period.to.month();
    let words = desk.lang.words();
    let mut badges = Vec::new();
    for item in std::iter::once(metric).chain(&metric.items) {
        for rank in &item.ranks {
            badges.push(desk.rank(item, rank));
        }
    }
    Some(Progress {
        figure: desk.level(metric, Room::Wide)?,
        change: desk.change(metric),
        share: desk.derived(metric, Derivation::Progress, Room::Narrow),
        share_words: match desk.lang {
            Lang::Zh => (words.of_target, ""),
            Lang::En => ("", words.of_target),
        },
        target: desk.level(goal, Room::Narrow)?,
        target_name: words.target.to_owned(),
        at: share(millionths(value), millionths(goal.value.as_ref()?)),
        time: i64::from(months) * FULL / 12,
        time_name: if months == 6 {
            words.mid_year
        } else {
            words.now
        },
        badges,
    })
}

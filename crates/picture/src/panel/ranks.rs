use crate::figure::{Desk, Placing};
use halfyear_bundle::Metric;

/// Places in rankings, the widest reach first, then the best place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// In this order.
    pub rows: Vec<Placing>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Ranks> {
    let bundle = desk.bundle;
    let items: Vec<&Metric> = if metric.items.is_empty() && metric.ranks.is_empty() {
        bundle
            .metrics
            .iter()
            .flat_map(|it| std::iter::once(it).chain(&it.items))
            .collect()
    } else {
        std::iter::once(metric).chain(&metric.items).collect()
    };
    let mut rows = Vec::new();
    for item in items {
        for rank in &item.ranks {
            rows.push(desk.rank(item, rank));
        }
    }
    rows.sort_by_key(|row| (row.reach, row.place));
    (!rows.is_empty()).then_some(Ranks { rows })
}

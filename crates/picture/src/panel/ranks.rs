use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::scale::in_order;
use halfyear_bundle::{Level, Metric};

/// Places in rankings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// The widest reach first.
    pub groups: Vec<RankGroup>,
}

/// Places in the rankings of one reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankGroup {
    /// How far they reach.
    pub reach: Level,
    /// Where, if all of them are of one place; else empty, and each row has to say it.
    pub name: String,
    /// How many first places there are among them.
    pub firsts: Option<Figure>,
    /// The best place first.
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
            let row = desk.rank(item, rank);
            // By reach, then by place.
            let key = ((row.reach as i64) << 32) + i64::from(row.place);
            rows.push((key, row));
        }
    }
    let mut groups: Vec<RankGroup> = Vec::new();
    for row in in_order(rows) {
        match groups.last_mut() {
            Some(last) if last.reach == row.reach => {
                if last.name != row.within {
                    last.name.clear();
                }
                last.rows.push(row);
            }
            _ => groups.push(RankGroup {
                reach: row.reach,
                name: row.within.clone(),
                firsts: desk.firsts(metric, row.reach),
                rows: vec![row],
            }),
        }
    }
    (!groups.is_empty()).then_some(Ranks { groups })
}

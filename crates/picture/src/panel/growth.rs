use crate::desk::Desk;
use crate::figure::Figure;
use crate::number::Room;
use crate::scale::{Mark, Scale, in_order, millionths};
use halfyear_bundle::{Metric, Panel};

/// Growth rates in order, on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// Fastest first.
    pub rows: Vec<Row>,
    /// Where zero stands, in ten-thousandths.
    pub zero: i64,
}

/// One indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// Its growth.
    pub figure: Figure,
    /// Its level, where the text gives one.
    pub level: Option<Figure>,
    /// The thread.
    pub mark: Mark,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Growth> {
    let bundle = desk.bundle;
    let items: Vec<&Metric> = if metric.items.is_empty() {
        // What has a panel of its own for its growth is told there.
        let rest = bundle
            .metrics
            .iter()
            .filter(|it| it.panel != Panel::UnitChart);
        rest.flat_map(|it| std::iter::once(it).chain(&it.items))
            .collect()
    } else {
        metric.items.iter().collect()
    };
    let mut rows = Vec::new();
    for item in items {
        let Some(change) = item.change.as_ref().filter(|it| it.unit == "%") else {
            continue;
        };
        let Some(figure) = desk.change(item) else {
            continue;
        };
        let row = Row {
            name: desk.label(item),
            figure,
            level: desk.level(item, Room::Narrow),
            mark: Mark::default(),
        };
        let rate = millionths(&change.value);
        rows.push((-rate, (rate, row)));
    }
    if rows.is_empty() {
        return None;
    }
    let rows = in_order(rows);
    let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let scale = Scale::sparing(&numbers);
    Some(Growth {
        rows: rows
            .into_iter()
            .map(|(number, row)| Row {
                mark: scale.mark(number),
                ..row
            })
            .collect(),
        zero: scale.zero(),
    })
}

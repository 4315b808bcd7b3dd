//! The picture's facts as rows, for those who read better in a table.

use crate::desk::Desk;
use crate::figure::Figure;
use crate::number::Room;
use halfyear_bundle::Metric;

/// A row of the table: one statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// What it is called.
    pub label: String,
    /// Its level.
    pub level: Option<Figure>,
    /// Its change.
    pub change: Option<Figure>,
    /// What it is compared with, a phrase each.
    pub compared: Vec<Figure>,
    /// What follows from it by arithmetic.
    pub derived: Vec<Figure>,
    /// The line of the text.
    pub line: u32,
}

pub(crate) fn rows(desk: &mut Desk, metrics: &[&Metric]) -> Vec<TableRow> {
    let mut out: Vec<TableRow> = Vec::new();
    for metric in metrics {
        desk.metric.clone_from(&metric.id);
        gather(desk, metric, &mut out);
    }
    out
}

fn gather(desk: &mut Desk, metric: &Metric, out: &mut Vec<TableRow>) {
    // What only sums others up has no statement, but may be the one to show the sum.
    if metric.source.is_some() || !metric.derived.is_empty() {
        let mut compared: Vec<Figure> = Vec::new();
        for gap in &metric.gaps {
            compared.push(desk.gap(metric, gap));
        }
        for rank in &metric.ranks {
            compared.push(desk.rank(metric, rank).figure);
        }
        let derived = desk.derivations(metric);
        let row = TableRow {
            label: desk.label(metric),
            level: desk.level(metric, Room::Wide),
            change: desk.change(metric),
            compared,
            line: match &metric.source {
                Some(source) => source.line,
                None => derived.first().map_or(0, |it| desk.line(it)),
            },
            derived,
        };
        // Metrics may share a statement; what one of them adds to it joins its row.
        let same = |it: &&mut TableRow| {
            it.label == row.label
                && it.level.as_ref().map(|it| &it.words) == row.level.as_ref().map(|it| &it.words)
        };
        match out.iter_mut().find(same) {
            Some(known) => {
                join(&mut known.compared, row.compared);
                join(&mut known.derived, row.derived);
            }
            None => out.push(row),
        }
    }
    for item in &metric.items {
        gather(desk, item, out);
    }
}

/// Appends the figures that are not there yet.
fn join(known: &mut Vec<Figure>, more: Vec<Figure>) {
    for figure in more {
        if known.iter().all(|it| it.words != figure.words) {
            known.push(figure);
        }
    }
}

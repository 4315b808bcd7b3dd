//! Rows without holes: how wide each panel is where there is room for several side by side.

use crate::panel::{Body, Panel};

/// The columns of the grid.
const COLUMNS: u8 = 12;

/// The fewest columns that a panel is legible in, with much room and with some.
fn least(body: &Body) -> [u8; 2] {
    match body {
        Body::Stars(_) => [7, 12],
        Body::Comparison(_) => [5, 12],
        Body::UnitChart(_) => [8, 12],
        Body::Growth(_) | Body::Ranks(_) => [12, 12],
        Body::Projects(_) => [12, 12],
        Body::Completion(_) | Body::Progress(_) => [6, 6],
        Body::ThenNow(_) => [4, 6],
        Body::Share(_) => [4, 6],
        Body::Tile(tile) if tile.items.len() > 2 => [6, 12],
        Body::Tile(tile) if !tile.items.is_empty() => [6, 6],
        Body::Tile(_) => [4, 6],
    }
}

/// Gives every panel its columns: as many neighbours share a row as fit, and what is left over goes
/// to them in equal parts.
pub(crate) fn pack(panels: &mut [Panel]) {
    for room in 0..2 {
        let mut row = 0;
        while row < panels.len() {
            let mut used = 0;
            let mut end = row;
            while let Some(panel) = panels.get(end) {
                let width = least(&panel.body)[room];
                if used + width > COLUMNS {
                    break;
                }
                used += width;
                end += 1;
            }
            let count = (end - row) as u8;
            let spare = COLUMNS - used;
            for (i, panel) in panels[row..end].iter_mut().enumerate() {
                let extra = spare / count + u8::from((i as u8) < spare % count);
                panel.spans[room] = least(&panel.body)[room] + extra;
            }
            row = end;
        }
    }
}

//! Parts that panels share: the lead figure, badges; and the weave of a share.

use crate::ink::Ink;
use crate::node::Path;
use crate::pen::{Anchor, Pen};
use crate::run::{BODY, HEAD, MORE, NOTE, Run, figure, large, text};
use crate::wrap::Fit;
use halfyear_picture::{Figure, Level, Placing, RankGroup, Share};

/// Ten-thousandths of a length.
pub(crate) fn part(of: i64, length: f64) -> f64 {
    of as f64 * length / 10_000.0
}

/// A change, a fall in its own colour.
pub(crate) fn change(it: &Figure, size: f64) -> Run {
    let falls = it.words.number.starts_with('−');
    let ink = if falls { Ink::Alarm } else { Ink::Own };
    figure(it, size, ink).strong()
}

/// How lead figures of one rank are set.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    size: f64,
    /// Whether the change stands beside the figure, and not beneath it.
    beside: bool,
}

/// A level and its change.
pub(crate) type Pair<'a> = (Option<&'a Figure>, Option<&'a Figure>);

/// The setting in which every one of these is as large as its width allows.
pub(crate) fn setting(pen: &Pen, pairs: &[Pair], width: f64, most: f64) -> Setting {
    const STEPS: [f64; 8] = [72.0, 57.0, 46.0, 37.0, 29.0, 23.0, 19.0, 15.0];
    let fit = |size: f64, beside: bool| {
        pairs.iter().all(|pair| {
            let mut runs = main(*pair, size);
            runs.extend(beneath(*pair, size).filter(|_| beside));
            pen.width(&runs) <= width
        })
    };
    let mut steps = STEPS.into_iter().filter(|size| *size <= most);
    // Rather a line of its own for the change than a figure that is not large.
    let large = |size: &f64| *size >= (most * 0.62).min(46.0) && fit(*size, true);
    if let Some(size) = steps.clone().find(large) {
        return Setting { size, beside: true };
    }
    Setting {
        size: steps.find(|size| fit(*size, false)).unwrap_or(15.0),
        beside: false,
    }
}

/// The level; the change where there is no level.
fn main((level, changed): Pair, size: f64) -> Vec<Run> {
    match (level, changed) {
        (Some(level), _) => large(level, size, Ink::Text),
        (None, Some(changed)) => large(changed, size, Ink::Own),
        (None, None) => Vec::new(),
    }
}

fn beneath((level, changed): Pair, size: f64) -> Option<Run> {
    let run = |it| change(it, if size > 50.0 { 22.0 } else { MORE.min(size) }).after(14.0);
    level.and(changed).map(run)
}

/// The figure of a panel as large as its width allows, and its change beside or beneath it.
pub(crate) fn lead(pen: &mut Pen, pair: Pair, width: f64, most: f64) {
    let setting = setting(pen, &[pair], width, most);
    set(pen, pair, width, setting);
}

/// The figure of a panel in a setting.
pub(crate) fn set(pen: &mut Pen, pair: Pair, width: f64, setting: Setting) {
    let Setting { size, beside } = setting;
    let mut runs = main(pair, size);
    if runs.is_empty() {
        return;
    }
    let change = beneath(pair, size);
    pen.y += (size * 1.08).round();
    let base = pen.y - size * 0.2;
    runs.extend(change.clone().filter(|_| beside));
    pen.line(0.0, base, Anchor::Start, &runs);
    if let Some(run) = change.filter(|_| !beside) {
        pen.y += 4.0;
        pen.flow(0.0, width, 28.0, &[run]);
    }
}

/// The runs of a place in a ranking.
pub(crate) fn placing(it: &Placing, named: bool, size: f64) -> Vec<Run> {
    let mut runs = Vec::new();
    if named && !it.subject.is_empty() {
        runs.push(text(&it.subject, size, Ink::Text));
    }
    runs.push(text(it.before.trim(), size, Ink::Muted).after(8.0));
    let wide = matches!(it.reach, Level::Nation | Level::Province);
    let ink = if wide { Ink::Gold } else { Ink::Own };
    runs.push(figure(&it.figure, size + 5.0, ink).serif().after(4.0));
    if !it.after.is_empty() {
        runs.push(text(it.after.trim(), size, Ink::Muted).after(5.0));
    }
    runs
}

/// A count in its sentence: what stands before and behind it.
pub(crate) fn counted(pen: &mut Pen, it: &Figure, around: (&str, &str), width: f64) {
    let mut runs = Vec::new();
    if !around.0.trim().is_empty() {
        runs.push(text(around.0.trim(), NOTE, Ink::Muted));
    }
    runs.push(figure(it, NOTE, Ink::Text).after(4.0));
    if !around.1.trim().is_empty() {
        runs.push(text(around.1.trim(), NOTE, Ink::Muted).after(4.0));
    }
    pen.flow(0.0, width, 24.0, &runs);
}

/// Where places are won, and how many of them are the first.
pub(crate) fn reach(pen: &mut Pen, group: &RankGroup, width: f64) {
    let mut runs = Vec::new();
    if !group.name.is_empty() {
        runs.push(text(&group.name, BODY, Ink::Text).strong());
    }
    if let Some(firsts) = &group.firsts {
        let (before, after) = pen.style.lang.words().firsts;
        let gap = if runs.is_empty() { 0.0 } else { 12.0 };
        if !before.trim().is_empty() {
            runs.push(text(before.trim(), NOTE, Ink::Muted).after(gap));
        }
        let gap = if before.trim().is_empty() { gap } else { 2.0 };
        let mut count = large(firsts, HEAD, Ink::Text);
        if let Some(first) = count.first_mut() {
            *first = first.clone().after(gap);
        }
        runs.extend(count);
        if !after.trim().is_empty() {
            runs.push(text(after.trim(), NOTE, Ink::Muted).after(2.0));
        }
    }
    if !runs.is_empty() {
        pen.flow(0.0, width, 32.0, &runs);
    }
}

/// A place as a medal, round in a province and square in a city, solid for the first; returns how
/// wide it is.
pub(crate) fn medal(pen: &mut Pen, it: &Placing) -> f64 {
    const SIDE: f64 = 30.0;
    let province = matches!(it.reach, Level::Nation | Level::Province);
    let metal = if province { Ink::Gold } else { Ink::Own };
    let solid = it.place == 1;
    let ink = if solid { Ink::Paper } else { metal };
    let number = [figure(&it.figure, BODY, ink).serif()];
    let wide = (pen.width(&number) + 12.0).max(SIDE);
    let radius = if province { SIDE / 2.0 } else { 4.0 };
    pen.plate((0.0, pen.y), (wide, SIDE), radius, metal, solid);
    pen.line(
        wide / 2.0,
        pen.y + SIDE / 2.0 + BODY * 0.36,
        Anchor::Middle,
        &number,
    );
    wide
}

/// Places in rankings as badges.
pub(crate) fn badges(pen: &mut Pen, places: &[Placing], named: bool, width: f64) {
    if places.is_empty() {
        return;
    }
    const PAD: f64 = 14.0;
    const HEIGHT: f64 = 32.0;
    pen.y += 16.0;
    let mut x = 0.0;
    for (i, place) in places.iter().enumerate() {
        let runs = placing(place, named, NOTE);
        let wide = pen.width(&runs) + 2.0 * PAD;
        if wide > width {
            // Too much for a badge: plain lines.
            if x > 0.0 {
                pen.y += HEIGHT + 8.0;
            }
            pen.flow(0.0, width, 24.0, &runs);
            x = 0.0;
            continue;
        }
        if x > 0.0 && x + wide > width {
            x = 0.0;
            pen.y += HEIGHT + 8.0;
        }
        pen.frame(
            x + 0.5,
            pen.y + 0.5,
            (wide - 1.0, HEIGHT - 1.0),
            HEIGHT / 2.0 - 0.5,
        );
        pen.line(x + wide / 2.0, pen.y + 21.5, Anchor::Middle, &runs);
        x += wide + 8.0;
        if i + 1 == places.len() {
            pen.y += HEIGHT;
        }
    }
}

/// A weave of a hundred squares beside the figure. Threads run over and under in turn.
pub(crate) fn share(pen: &mut Pen, it: &Share, width: f64) {
    // Large enough that a square in a hundred is seen.
    let cell: f64 = if width >= 300.0 { 14.0 } else { 10.0 };
    let side = cell * 10.0;
    let square = (cell * 0.85).round();
    pen.y += 6.0;
    let top = pen.y;
    let full = it.filled / 100;
    let (mut over, mut under, mut empty) = (Path::default(), Path::default(), Path::default());
    let corner = |thread: i64| {
        // From the ground up, row by row.
        let (column, row) = (thread % 10, 9 - thread / 10);
        (
            column as f64 * cell + 0.7,
            top + row as f64 * cell + 0.7,
            (column + row) % 2 == 0,
        )
    };
    for thread in 0..100 {
        let (x, y, above) = corner(thread);
        if thread >= full {
            // What is missing is outlined, inside its square.
            let inner = square - 1.0;
            empty.add('M', &[x + 0.5, y + 0.5]);
            empty.add('h', &[inner]);
            empty.add('v', &[inner]);
            empty.add('h', &[-inner]);
            empty.add('z', &[]);
        } else {
            square_path(
                if above { &mut over } else { &mut under },
                x,
                y,
                square,
                square,
            );
        }
    }
    // The square that is full in part.
    let rest = it.filled % 100;
    let mut partly = Path::default();
    if rest > 0 {
        let (x, y, _) = corner(full);
        // What is missing of it shows, however little it is.
        let wide = (square * rest as f64 / 100.0).min(square - 2.5);
        square_path(&mut partly, x, y, wide, square);
    }
    for path in [over, partly] {
        if let Some(shape) = path.finish() {
            pen.path(&shape, Ink::Own);
        }
    }
    if let Some(shape) = under.finish() {
        pen.veil(&shape, Ink::Own, 0.72);
    }
    if let Some(shape) = empty.finish() {
        pen.stroke(&shape, Ink::Own, 1.0);
    }
    let beside = side + 20.0;
    let room = width - beside;
    let steps = [37.0, 29.0, 23.0, 19.0];
    let sized = |size: f64| large(&it.figure, size, Ink::Text);
    let fits = |size: &f64| pen.width(&sized(*size)) <= room;
    let size = steps.into_iter().find(fits).unwrap_or(15.0);
    pen.line(
        beside,
        top + side / 2.0 + size / 3.0,
        Anchor::Start,
        &sized(size),
    );
    if let Some(changed) = &it.change {
        let run = change(changed, MORE.min(size));
        // +3.1 pts vs the month before is longer than a narrow column.
        for (i, text) in pen.lines(&run, room, Fit::Full).into_iter().enumerate() {
            let line = Run {
                text,
                ..run.clone()
            };
            let down = top + side / 2.0 + size / 3.0 + 28.0 + 22.0 * i as f64;
            pen.line(beside, down, Anchor::Start, &[line]);
        }
    }
    pen.y = top + side;
    badges(pen, &it.badges, false, width);
}

fn square_path(path: &mut Path, x: f64, y: f64, width: f64, height: f64) {
    path.add('M', &[x, y]);
    path.add('h', &[width]);
    path.add('v', &[height]);
    path.add('h', &[-width]);
    path.add('z', &[]);
}

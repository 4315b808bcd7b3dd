//! Figures beside those of others: bars, a bullet, a thread to a target.

use crate::ink::Ink;
use crate::panels::parts::{badges, lead, part};
use crate::pen::{Anchor, Pen, Room};
use crate::run::{BODY, NOTE, Run, figure, large, text};
use crate::wrap::Fit;
use halfyear_picture::{Comparison, FULL, Figure, Lane, Lang, Mark, Progress};

/// A bar with its name and what stands at its end.
pub(crate) struct Strip<'a> {
    pub(crate) name: &'a str,
    pub(crate) mark: Mark,
    /// Whether it is one's own.
    pub(crate) own: bool,
    /// The number at the end.
    pub(crate) end: Run,
    /// What is said of it.
    pub(crate) more: Option<Run>,
    /// The bar's height.
    pub(crate) height: f64,
}

/// Bars on one scale, as long as the words at their ends leave room for.
pub(crate) fn strips(pen: &mut Pen, strips: &[Strip], width: f64) {
    const AFTER: f64 = 10.0;
    let name = |it: &Strip| text(it.name, BODY, Ink::Text);
    let names = strips
        .iter()
        .map(|it| pen.width(&[name(it)]))
        .fold(0.0, f64::max)
        .min(width * 0.4);
    let left = names + 14.0;
    let words = |it: &Strip, all: bool| {
        let mut runs = vec![it.end.clone()];
        if all {
            runs.extend(it.more.clone());
        }
        runs
    };
    // The scale's length is the longest that leaves every bar its words.
    let length = |all: bool| {
        strips
            .iter()
            .map(|it| {
                let room = width - left - AFTER - pen.width(&words(it, all));
                let end = (it.mark.start + it.mark.length).max(1);
                room * FULL as f64 / end as f64
            })
            .fold(width, f64::min)
    };
    let mut scale = length(true);
    let beside = scale >= 90.0;
    if !beside {
        scale = length(false).max(24.0);
    }
    for it in strips {
        let pitch = it.height.max(12.0) + 21.0;
        let middle = pen.y + pitch / 2.0;
        let base = middle + BODY * 0.36;
        pen.line(0.0, base, Anchor::Start, &[name(it)]);
        let from = left + part(it.mark.start, scale);
        let long = part(it.mark.length, scale);
        let ink = match (it.own, it.mark.falls) {
            (true, true) => Ink::Alarm,
            (true, false) => Ink::Own,
            _ => Ink::Other,
        };
        pen.bar(from, middle - it.height / 2.0, (long, it.height), ink);
        pen.line(from + long + AFTER, base, Anchor::Start, &words(it, beside));
        pen.y += pitch;
        if let (false, Some(more)) = (beside, &it.more) {
            pen.line(left, pen.y + 6.0, Anchor::Start, std::slice::from_ref(more));
            pen.y += 16.0;
        }
    }
}

/// A figure over the bars of those compared.
pub(crate) fn comparison(pen: &mut Pen, it: &Comparison, width: f64) {
    lead(pen, (it.level.as_ref(), it.change.as_ref()), width, 72.0);
    pen.y += 8.0;
    let strip = |lane| strip(lane);
    let lanes: Vec<Strip> = it.lanes.iter().map(strip).collect();
    strips(pen, &lanes, width);
    badges(pen, &it.badges, false, width);
    if !it.key.is_empty() {
        pen.y += 8.0;
        let key = text(pen.style.lang.words().derived_still, NOTE, Ink::Muted);
        pen.paragraph(0.0, width, 20.0, Fit::Full, &key);
    }
}

fn strip(lane: &Lane) -> Strip<'_> {
    let end = if lane.own {
        figure(&lane.figure, 17.0, Ink::Own)
    } else {
        figure(&lane.figure, BODY, Ink::Text)
    };
    let more = lane.gap.as_ref();
    Strip {
        name: &lane.name,
        mark: lane.mark,
        own: lane.own,
        end: end.strong(),
        more: more.map(|gap| figure(gap, NOTE, Ink::Muted).after(10.0)),
        height: if lane.own { 20.0 } else { 12.0 },
    }
}

/// A bar out of the whole, with a tick for each benchmark and a line from it to its name.
pub(crate) fn completion(pen: &mut Pen, it: &Comparison, width: f64) {
    const HEIGHT: f64 = 20.0;
    const ROW: f64 = 26.0;
    let own = it.lanes.iter().find(|lane| lane.own);
    if let Some(lane) = own {
        // The figure stands over the end of its bar.
        let runs = large(&lane.figure, 29.0, Ink::Text);
        let half = pen.width(&runs) / 2.0;
        let at = part(lane.mark.length, width).clamp(half, (width - half).max(half));
        pen.y += 36.0;
        pen.line(at, pen.y - 9.0, Anchor::Middle, &runs);
    }
    let top = pen.y;
    pen.bar(0.0, top, (width, HEIGHT), Ink::Track);
    if let Some(lane) = own {
        pen.bar(0.0, top, (part(lane.mark.length, width), HEIGHT), Ink::Own);
    }
    let mut others: Vec<&Lane> = it.lanes.iter().filter(|lane| !lane.own).collect();
    // Names stand on the side of their tick that has more room, in the order that keeps the lines
    // from crossing them.
    let before = others.iter().all(|lane| lane.mark.length > FULL * 45 / 100);
    others.sort_by_key(|lane| {
        if before {
            lane.mark.length
        } else {
            -lane.mark.length
        }
    });
    pen.y = top + HEIGHT;
    for lane in others {
        let x = part(lane.mark.length, width);
        let middle = pen.y + ROW / 2.0 + 2.0;
        pen.rule((x, top - 3.0), (x, top + HEIGHT + 3.0), 4.0, Ink::Paper);
        pen.rule((x, top - 3.0), (x, middle), 1.5, Ink::Text);
        let (to, at, anchor, room) = if before {
            (x - 7.0, x - 12.0, Anchor::End, x - 12.0)
        } else {
            (x + 7.0, x + 12.0, Anchor::Start, width - x - 12.0)
        };
        pen.rule((x, middle), (to, middle), 1.5, Ink::Text);
        let mut runs = vec![
            text(&lane.name, NOTE, Ink::Muted),
            figure(&lane.figure, BODY, Ink::Text).strong().after(7.0),
        ];
        let gap = lane.gap.as_ref();
        let gap = gap.map(|gap| figure(gap, NOTE, Ink::Muted).after(8.0));
        runs.extend(gap.clone());
        let base = middle + BODY * 0.34;
        if pen.width(&runs) <= room {
            pen.line(at, base, anchor, &runs);
        } else {
            // The distance gets a line of its own.
            pen.line(at, base, anchor, &runs[..2]);
            pen.line(at, base + 21.0, anchor, gap.as_slice());
            pen.y += 21.0;
        }
        pen.y += ROW;
    }
    badges(pen, &it.badges, false, width);
}

/// A share with the words that say of what, in the order of the language.
fn share_of_target(pen: &Pen, share: &Figure) -> [Run; 2] {
    let of_target = pen.style.lang.words().of_target.trim();
    let (share, of_target) = (
        figure(share, NOTE, Ink::Text),
        text(of_target, NOTE, Ink::Muted),
    );
    match pen.style.lang {
        Lang::Zh => [of_target, share.after(4.0)],
        Lang::En => [share, of_target.after(4.0)],
    }
}

/// A thread from nothing to the target, with a mark at the moment of the year.
pub(crate) fn progress(pen: &mut Pen, it: &Progress, width: f64) {
    const KNOT: f64 = 8.0;
    let at = part(it.at, width);
    let mut runs = large(&it.figure, 29.0, Ink::Text);
    runs.extend(
        it.change
            .as_ref()
            .map(|it| super::change(it, BODY).after(12.0)),
    );
    let half = pen.width(&runs) / 2.0;
    pen.y += 36.0;
    let over = at.clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
    pen.line(over, pen.y - 9.0, Anchor::Middle, &runs);
    let y = pen.y + 12.0;
    let moment = part(it.time, width);
    pen.rule((0.0, y), (width, y), 4.0, Ink::Track);
    pen.rule((0.0, y), (at, y), 4.0, Ink::Own);
    pen.rule((moment, y - 11.0), (moment, y + 16.0), 1.5, Ink::Text);
    pen.disc(at, y, KNOT, Ink::Own);
    let name = [text(it.time_name, NOTE, Ink::Muted)];
    let mut goal = vec![text(&it.target_name, NOTE, Ink::Muted)];
    goal.push(figure(&it.target, NOTE, Ink::Muted).after(6.0));
    let base = y + 32.0;
    pen.line(moment, base, Anchor::Middle, &name);
    // One line where the two do not meet.
    let meets = moment + pen.width(&name) / 2.0 + 16.0 > width - pen.width(&goal);
    let meets = meets || pen.style.room == Room::Narrow;
    pen.y = if meets { base + 22.0 } else { base };
    let share = it.share.as_ref().map(|share| share_of_target(pen, share));
    if let Some(share) = &share {
        pen.line(0.0, pen.y, Anchor::Start, share);
        if pen.width(share) + 16.0 + pen.width(&goal) > width {
            pen.y += 20.0;
        }
    }
    pen.line(width, pen.y, Anchor::End, &goal);
    pen.y += 6.0;
    badges(pen, &it.badges, true, width);
}

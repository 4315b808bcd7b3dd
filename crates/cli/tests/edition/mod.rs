//! The real edition as a picture, and every number that its panels show.

use halfyear_bundle::Bundle;
use halfyear_edition::files;
use halfyear_picture::{Body, Choices, Figure, Item, Lang, Layout, Panel, Picture, Placing, draw};
use halfyear_reader::read;
use std::path::Path;
use std::sync::LazyLock;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let seed = files::file(&seeds.join("keqiao-2023-h1.txt")).expect("the seed is there");
    let edition = files::edition(&seeds.join("keqiao-2023-h1.toml")).expect("so is the edition");
    let reading = read("keqiao-2023-h1.txt", &seed.text);
    let built = files::build(edition, seed, &reading).map_err(|report| report.render(false));
    built.expect("they agree").bundle
});

pub fn picture(lang: Lang, layout: Layout, metrics: &str) -> Picture {
    let choices = Choices {
        metrics: metrics.into(),
        lang,
        layout,
        ..Choices::default()
    };
    draw(&BUNDLE, &choices)
}

fn placings<'a>(places: &'a [Placing], out: &mut Vec<&'a Figure>) {
    out.extend(places.iter().map(|it| &it.figure));
}

fn items<'a>(items: &'a [Item], out: &mut Vec<&'a Figure>) {
    for item in items {
        out.extend(item.level.iter().chain(&item.change));
        out.extend(item.gaps.iter().map(|it| &it.0));
        placings(&item.badges, out);
    }
}

/// Every number that a panel shows.
pub fn figures(panel: &Panel) -> Vec<&Figure> {
    let mut out = Vec::new();
    match &panel.body {
        Body::Stars(it) => {
            out.extend(it.groups.iter().map(|it| &it.figure).chain(&it.total));
            placings(&it.badges, &mut out);
        }
        Body::Comparison(it) | Body::Completion(it) => {
            out.extend(it.level.iter().chain(&it.change));
            for lane in &it.lanes {
                out.push(&lane.figure);
                out.extend(&lane.gap);
            }
            placings(&it.badges, &mut out);
        }
        Body::Growth(it) => {
            for row in &it.rows {
                out.push(&row.figure);
                out.extend(&row.level);
            }
        }
        Body::ThenNow(it) => {
            out.extend(
                it.change
                    .iter()
                    .chain(it.periods.iter().map(|it| &it.figure)),
            );
        }
        Body::UnitChart(it) => {
            out.extend(it.change.iter().chain(&it.multiple));
            out.extend(it.blocks.iter().map(|it| &it.figure));
        }
        Body::Progress(it) => {
            out.extend([&it.figure, &it.target]);
            out.extend(it.change.iter().chain(&it.share));
            placings(&it.badges, &mut out);
        }
        Body::Share(it) => {
            out.push(&it.figure);
            out.extend(&it.change);
            placings(&it.badges, &mut out);
        }
        Body::Projects(it) => it.works.iter().for_each(|it| items(&it.items, &mut out)),
        Body::Ranks(it) => {
            for group in &it.groups {
                out.extend(&group.firsts);
                placings(&group.rows, &mut out);
            }
        }
        Body::Tile(it) => {
            items(std::slice::from_ref(&it.own), &mut out);
            items(&it.items, &mut out);
        }
    }
    out
}

//! Each kind of panel as it is drawn, and that what is drawn is in proportion.

use crate::ink::Theme;
use crate::letters::Estimate;
use crate::panels::panel;
use crate::pen::{Pen, Room, Style};
use halfyear_picture::{
    Block, Body, Comparison, Figure, Great, Growth, Item, Lane, Lang, Lead, Level, Mark, Number,
    Panel, Period, Placing, Progress, Projects, RankGroup, Ranks, Row, Share, StarGroup, Stars,
    ThenNow, Tile, UnitChart, Wording,
};
use proptest::prelude::*;

fn figure(number: &str, unit: &str) -> Figure {
    Figure::new(Number {
        words: Wording {
            number: number.into(),
            unit: unit.into(),
            ..Wording::default()
        },
        ..Number::default()
    })
}

fn derived(number: &str, unit: &str) -> Figure {
    let mut figure = figure(number, unit);
    figure.derived = true;
    figure
}

fn length(length: i64) -> Mark {
    Mark {
        length,
        ..Mark::default()
    }
}

fn place(within: &str, reach: Level) -> Placing {
    Placing {
        subject: "总量".into(),
        before: within.into(),
        figure: figure("1", ""),
        reach,
        place: 1,
        ..Placing::default()
    }
}

/// The marks of a body, 350 pixels wide, an element on each line.
fn drawn(body: Body) -> String {
    let letters = Estimate { lang: Lang::Zh };
    let style = Style {
        letters: &letters,
        lang: Lang::Zh,
        theme: Theme::Light,
        outlines: false,
        room: Room::Narrow,
    };
    let it = Panel {
        id: "a".into(),
        label: "指标".into(),
        heading: "比全省快".into(),
        note: String::new(),
        lead: Lead::default(),
        body,
        spans: [12; 2],
    };
    let mut pen = Pen::new(style);
    panel(&mut pen, &it, 350.0);
    let mut out = String::new();
    pen.into_group(0.0, 0.0).print(&mut out);
    out.replace("><", ">\n<")
}

#[track_caller]
fn check(name: &str, body: Body) {
    insta::assert_snapshot!(name, drawn(body));
}

#[test]
fn every_kind() {
    let share = Share {
        figure: figure("99.88", "%"),
        filled: 9988,
        ..Share::default()
    };
    check("share", Body::Share(share));
    let group = |stars, count: u32, number| StarGroup {
        stars,
        count,
        figure: figure(number, "\u{202f}项"),
        label: "星级".into(),
    };
    let stars = Stars {
        of: 5,
        groups: vec![group(5, 2, "2"), group(4, 1, "1")],
        total: Some(derived("3", "\u{202f}项")),
        badges: vec![place("全省第", Level::Province)],
    };
    check("stars", Body::Stars(stars));
    let lane = |name: &str, figure, mark, own| Lane {
        name: name.into(),
        figure,
        mark: length(mark),
        own,
        gap: None,
    };
    let comparison = Comparison {
        level: Some(figure("120.5", "\u{202f}亿元")),
        change: Some(figure("+7.5", "%")),
        lanes: vec![
            lane("云溪", figure("7.5", "%"), 10_000, true),
            Lane {
                gap: Some(figure("2.1", "\u{202f}个百分点")),
                ..lane("东州", derived("5.4", "%"), 7200, false)
            },
        ],
        key: "推算",
        ..Comparison::default()
    };
    check("comparison", Body::Comparison(comparison.clone()));
    check("completion", Body::Completion(comparison));
    let row = |name: &str, number, mark| Row {
        name: name.into(),
        figure: figure(number, "%"),
        level: None,
        mark,
    };
    let growth = Growth {
        rows: vec![
            Row {
                level: Some(figure("26", "\u{202f}亿元")),
                ..row(
                    "投资",
                    "+400",
                    Mark {
                        start: 2000,
                        length: 8000,
                        beyond: true,
                        ..Mark::default()
                    },
                )
            },
            row(
                "出口",
                "−10",
                Mark {
                    length: 2000,
                    falls: true,
                    ..Mark::default()
                },
            ),
        ],
        zero: 2000,
    };
    check("growth", Body::Growth(growth));
    let period = |name: &str, number, mark, now| Period {
        name: name.into(),
        figure: figure(number, "\u{202f}万人次"),
        mark: length(mark),
        now,
    };
    let then_now = ThenNow {
        change: Some(figure("+100", "%")),
        periods: vec![
            period("2023", "10", 5000, false),
            period("2024", "20", 10_000, true),
        ],
    };
    check("then_now", Body::ThenNow(then_now));
    let block = |name: &str, dots, now| Block {
        name: name.into(),
        figure: figure("3", "\u{202f}万人次"),
        dots,
        now,
    };
    let unit_chart = UnitChart {
        change: Some(figure("+320", "%")),
        multiple: Some(derived("4.2", "\u{202f}倍")),
        blocks: vec![block("2023", 3, false), block("2024", 13, true)],
        key: "一点代表一万人次".into(),
    };
    check("unit_chart", Body::UnitChart(unit_chart));
    let progress = Progress {
        figure: figure("25", "\u{202f}亿元"),
        share: Some(derived("62.5", "%")),
        target: figure("40", "\u{202f}亿元"),
        target_name: "全年目标".into(),
        at: 6250,
        time: 5000,
        time_name: "时间过半",
        ..Progress::default()
    };
    check("progress", Body::Progress(progress));
    let item = Item {
        label: "总投资".into(),
        level: Some(figure("100", "\u{202f}亿元")),
        ..Item::default()
    };
    let projects = Projects {
        works: vec![Great {
            name: "环线".into(),
            note: "在建".into(),
            items: vec![item.clone()],
        }],
    };
    check("projects", Body::Projects(projects));
    let ranks = Ranks {
        groups: vec![RankGroup {
            reach: Level::City,
            name: "绍兴市".into(),
            firsts: Some(derived("1", "\u{202f}个")),
            rows: vec![place("全市第", Level::City)],
        }],
    };
    check("ranks", Body::Ranks(ranks));
    let tile = Tile {
        own: Item {
            gaps: vec![(figure("1.4", "\u{202f}个百分点"), "全省".into())],
            ..item.clone()
        },
        items: vec![item],
        ..Tile::default()
    };
    check("tile", Body::Tile(tile));
}

/// The heights of the rectangles of a colour, in the order drawn.
fn heights(markup: &str, fill: &str) -> Vec<f64> {
    let attribute = |line: &str, name: &str| -> Option<String> {
        let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
        line[start..].split('"').next().map(str::to_owned)
    };
    markup
        .lines()
        .filter(|line| line.starts_with("<rect") && line.contains(fill))
        .filter_map(|line| attribute(line, "height")?.parse().ok())
        .collect()
}

proptest! {
    /// Bars are as long as their numbers, to a hundredth of a pixel.
    #[test]
    fn bars_are_proportional(then in 1_i64..10_000) {
        let period = |mark, now| Period {
            figure: figure("1", ""),
            mark: length(mark),
            now,
            ..Period::default()
        };
        let bars = ThenNow {
            change: None,
            periods: vec![period(then, false), period(10_000, true)],
        };
        let markup = drawn(Body::ThenNow(bars));
        let (then_high, now_high) = (heights(&markup, "#8f887a"), heights(&markup, "#24427c"));
        prop_assert_eq!((then_high.len(), now_high.len()), (1, 1));
        let error = then_high[0] - now_high[0] * then as f64 / 10_000.0;
        prop_assert!(error.abs() <= 0.02, "{}", error);
    }

    /// There are as many dots as there should be, all of one size.
    #[test]
    fn dots_are_counted(then in 0_u32..400, now in 0_u32..400) {
        let block = |dots| Block {
            figure: figure("1", ""),
            dots,
            ..Block::default()
        };
        let chart = UnitChart {
            blocks: vec![block(then), block(now)],
            ..UnitChart::default()
        };
        let markup = drawn(Body::UnitChart(chart));
        let path = |line: &&str| line.starts_with("<path");
        let dots: usize = markup.lines().filter(path).map(|it| it.matches('M').count()).sum();
        prop_assert_eq!(dots, (then + now) as usize);
        let radius = |arc: &str| arc.split_whitespace().next().map(str::to_owned);
        let mut radii: Vec<_> = markup
            .lines()
            .filter(path)
            .flat_map(|it| it.split('a').skip(1).filter(|it| !it.starts_with('t')))
            .filter_map(radius)
            .filter(|it| it.parse::<f64>().is_ok())
            .collect();
        radii.dedup();
        prop_assert!(radii.len() <= 1, "{:?}", radii);
    }

    /// A weave is filled as far as its share, except that what is missing always shows.
    #[test]
    fn a_weave_fills_with_its_share(filled in 0_i64..=10_000) {
        let share = Share {
            figure: figure("1", "%"),
            filled,
            ..Share::default()
        };
        let markup = drawn(Body::Share(share));
        let mut area = 0.0;
        for line in markup.lines().filter(|it| it.starts_with("<path") && !it.contains("stroke")) {
            for square in line.split('h').skip(2).step_by(2) {
                let wide: f64 = square.split('v').next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
                area += wide / 12.0;
            }
        }
        let error = (area - filled as f64 / 100.0).abs();
        let notch = if filled % 100 > 79 { 0.21 } else { 0.01 };
        prop_assert!(error <= notch, "{} for {}", area, filled);
        if filled < 10_000 {
            prop_assert!(area < 99.8, "{}", area);
        }
    }
}

//! Drawings of the real edition, as a reader of the SVG sees them: every number is there, nothing
//! overlaps, nothing leaves the paper, and nothing is in them that an article's editor strips.

mod edition;

use edition::{figures, picture};
use halfyear_drawing::{Drawing, Estimate, Options, Text, Theme, pages, social, svg};
use halfyear_picture::{Lang, Layout, Picture};
use halfyear_raster::{Database, Fonts, png};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use usvg::{Group, Node, Tree};

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    Arc::new(database)
});

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
const WIDTHS: [u32; 6] = [240, 320, 390, 768, 1200, 1600];

fn drawing(picture: &Picture, layout: Layout, width: u32) -> Drawing {
    let options = Options {
        width,
        layout,
        ..Options::default()
    };
    let letters = Estimate { lang: picture.lang };
    svg(picture, &options, &letters)
}

fn tree(drawing: &Drawing) -> Tree {
    let options = usvg::Options {
        fontdb: DATABASE.clone(),
        ..usvg::Options::default()
    };
    Tree::from_str(&drawing.svg, &options).expect("it is an SVG")
}

/// Every run of text with the box of its ink.
fn texts(group: &Group, out: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, out),
            Node::Text(text) => {
                let words = text.chunks().iter().map(|it| it.text()).collect();
                // The box in the page's own coordinates leaves out where an underline was moved to.
                let ink = text.flattened().bounding_box();
                let ink = ink.transform(text.abs_transform());
                out.push((words, ink.expect("a drawing is only moved")));
            }
            _ => {}
        }
    }
}

#[test]
fn every_number_is_drawn() {
    for lang in LANGS {
        for layout in [Layout::Poster, Layout::Cards] {
            for width in WIDTHS {
                let picture = picture(lang, layout, "all");
                let mut runs = Vec::new();
                texts(tree(&drawing(&picture, layout, width)).root(), &mut runs);
                let drawn: String = runs.iter().map(|it| &*it.0).collect();
                for panel in &picture.panels {
                    let figures = figures(panel);
                    assert!(!figures.is_empty(), "{} shows no number", panel.id);
                    for figure in figures {
                        let number = &figure.words.number;
                        assert!(
                            drawn.contains(number),
                            "{number} of {} at {width}",
                            panel.id
                        );
                    }
                }
            }
        }
    }
}

/// Every run of digits in `text`.
fn digits(text: &str) -> BTreeSet<String> {
    let text = text.replace(',', "");
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let runs = runs.filter(|run| !run.is_empty());
    runs.map(str::to_owned).collect()
}

/// The table and the file hold what the panels show, and nothing else.
#[test]
fn tables_hold_the_same_numbers() {
    for lang in LANGS {
        for metrics in ["", "all"] {
            let picture = picture(lang, Layout::Poster, metrics);
            let panels = picture.panels.iter().flat_map(figures);
            let shown: BTreeSet<String> = panels.flat_map(|it| digits(&it.words.number)).collect();
            assert!(shown.len() > 40, "{shown:?}");
            let rows = picture.table.iter().flat_map(|row| {
                let own = row.level.iter().chain(&row.change);
                own.chain(&row.compared).chain(&row.derived)
            });
            let table: BTreeSet<String> = rows.flat_map(|it| digits(&it.words.number)).collect();
            assert_eq!(table, shown, "the table in {lang:?}");
            let file = halfyear_drawing::csv(&picture);
            let rows = csv::Reader::from_reader(file.as_bytes()).into_records();
            let file: BTreeSet<String> = rows
                .flat_map(|row| digits(&row.expect("it is a table")[3]))
                .collect();
            assert_eq!(file, shown, "the file in {lang:?}");
        }
    }
}

/// Boxes of ink neither meet nor leave the paper, in every layout, width and language.
#[test]
fn nothing_overlaps() {
    let mut found = Vec::new();
    for lang in LANGS {
        for (name, layout) in Layout::ALL {
            for width in WIDTHS {
                let drawing = drawing(&picture(lang, *layout, "all"), *layout, width);
                apart(
                    &drawing,
                    &format!("{name} in {lang:?} at {width}"),
                    &mut found,
                );
            }
        }
        let picture = picture(lang, Layout::Poster, "");
        let letters = Estimate { lang };
        let card = social(&picture, &Options::default(), &letters);
        apart(
            &card,
            &format!("the card of a link in {lang:?}"),
            &mut found,
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Finds runs of text that meet or leave the paper.
fn apart(drawing: &Drawing, what: &str, found: &mut Vec<String>) {
    let mut runs = Vec::new();
    texts(tree(drawing).root(), &mut runs);
    if runs.is_empty() {
        found.push(format!("{what} has no text"));
    }
    for (i, (text, a)) in runs.iter().enumerate() {
        let inside = a.left() >= 0.0
            && a.top() >= 0.0
            && a.right() <= drawing.width as f32
            && a.bottom() <= drawing.height as f32;
        if !inside {
            found.push(format!("{what}: “{text}” leaves the paper: {a:?}"));
        }
        for (other, b) in &runs[i + 1..] {
            let across = a.right().min(b.right()) - a.left().max(b.left());
            let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
            if across >= 0.5 && down >= 0.5 {
                found.push(format!(
                    "{what}: “{text}” and “{other}” overlap: {a:?} {b:?}"
                ));
            }
        }
    }
}

/// What the editor of an official account leaves of an inline SVG, as those who lay articles out
/// report it: plain shapes and text with presentation attributes; no style sheet, no id, no link.
const TAGS: &[&str] = &[
    "svg", "g", "rect", "circle", "line", "path", "text", "tspan", "title", "desc",
];
const ATTRIBUTES: &[&str] = &[
    "xmlns",
    "viewBox",
    "width",
    "height",
    "style",
    "role",
    "lang",
    "transform",
    "x",
    "y",
    "dx",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "d",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-dashoffset",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "text-decoration",
];

#[test]
fn an_article_takes_it_whole() {
    for lang in LANGS {
        for (_, layout) in Layout::ALL {
            let picture = picture(lang, *layout, "all");
            let options = Options {
                theme: Theme::Light,
                layout: *layout,
                ..Options::default()
            };
            let letters = Estimate { lang };
            let plain = svg(&picture, &options, &letters);
            let document = usvg::roxmltree::Document::parse(&plain.svg).expect("it is XML");
            for node in document.descendants().filter(|it| it.is_element()) {
                let tag = node.tag_name().name();
                assert!(TAGS.contains(&tag), "<{tag}>");
                for attribute in node.attributes() {
                    let name = attribute.name();
                    assert!(ATTRIBUTES.contains(&name), "{name} of <{tag}>");
                    let value = attribute.value();
                    assert!(!value.contains("url("), "{name}={value}");
                }
            }
            // The theme that follows the reader's system is the same, one style block and its hook:
            // an editor that strips them leaves the light one.
            let auto = Options {
                theme: Theme::Auto,
                ..options
            };
            let auto = svg(&picture, &auto, &letters).svg;
            let (before, rest) = auto.split_once("<style>").expect("a style block");
            let (_, after) = rest.split_once("</style>").expect("its end");
            let stripped = [before, after].concat();
            assert_eq!(stripped.replacen(" class=\"halfyear\"", "", 1), plain.svg);
        }
    }
}

/// Cut between panels: every sheet is within the height, and together they hold what the whole
/// holds.
#[test]
fn a_long_picture_is_cut_between_panels() {
    let picture = picture(Lang::Zh, Layout::Poster, "all");
    let options = Options {
        width: 432,
        ..Options::default()
    };
    let letters = Estimate { lang: Lang::Zh };
    let cut = pages(&picture, &options, &letters, 1200);
    assert!(cut.len() > 2, "{} sheets", cut.len());
    let words = |drawing: &Drawing| {
        let mut runs = Vec::new();
        texts(tree(drawing).root(), &mut runs);
        runs.into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    let mut together: Vec<String> = Vec::new();
    for (page, number) in cut.iter().zip(1..) {
        assert!(page.height <= 1200, "{}", page.height);
        let mut found = Vec::new();
        apart(page, "a sheet", &mut found);
        assert!(found.is_empty(), "{}", found.join("\n"));
        let mut runs = words(page);
        assert_eq!(runs.pop(), Some(format!("{number} / {}", cut.len())));
        together.extend(runs);
    }
    assert_eq!(together, words(&svg(&picture, &options, &letters)));
}

#[test]
fn outlines_need_no_font_and_no_text_is_lost() {
    for lang in LANGS {
        let fonts = Fonts::new(DATABASE.as_ref().clone(), lang, &[]);
        let options = Options {
            width: 390,
            text: Text::Outlines,
            theme: Theme::Light,
            ..Options::default()
        };
        let picture = picture(lang, Layout::Poster, "gdp mayday");
        let drawing = svg(&picture, &options, &fonts);
        assert_eq!(
            fonts.missing(),
            Vec::<char>::new(),
            "install fonts-noto-cjk"
        );
        assert!(!drawing.svg.contains("<text"));
        let bytes = png(&drawing, 2.0).expect("it is painted");
        assert_eq!(&bytes[1..4], b"PNG");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four"));
        assert_eq!((side(16), side(20)), (780, drawing.height * 2));
    }
}

/// The characters that no font has are named, once each.
#[test]
fn missing_characters_are_told() {
    let fonts = Fonts::new(Database::new(), Lang::Zh, &[]);
    let picture = picture(Lang::Zh, Layout::Figure, "gdp");
    let options = Options {
        layout: Layout::Figure,
        text: Text::Outlines,
        ..Options::default()
    };
    svg(&picture, &options, &fonts);
    let missing: BTreeSet<char> = fonts.missing().into_iter().collect();
    assert!(
        "地区生产总值亿元937.63"
            .chars()
            .all(|c| missing.contains(&c))
    );
    assert!(!missing.contains(&' ') && !missing.contains(&'\u{202f}'));
}

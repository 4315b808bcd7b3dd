//! Which pictures there are.

use halfyear_browser_tests::{Error, stage::EDITION};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

const WIDTHS: [u32; 4] = [320, 390, 768, 1200];
const LANGS: [&str; 2] = ["zh", "en"];
const THEMES: [&str; 2] = ["light", "dark"];

/// Between the infographics of a sheet, in pixels.
const GAP: u32 = 24;

/// A picture to take.
pub struct Shot {
    /// The file below the gallery's folder, without its ending, and the title
    /// of the test.
    pub name: String,
    /// What it shows, for the gallery's page.
    pub title: String,
    /// The page that is photographed.
    pub page: String,
    /// The width of its window.
    pub width: u32,
    /// How many infographics are on it.
    pub elements: usize,
}

/// Every picture of the gallery: whole posters and cards one by one, what is
/// smaller on sheets that hold its languages and themes.
///
/// # Errors
/// When the bundle of the widget in `folder` cannot be read.
pub fn shots(folder: &Path) -> Result<Vec<Shot>, Error> {
    let file = folder.join(format!("editions/{EDITION}.json"));
    let bundle: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let mut shots = Vec::new();
    for layout in ["poster", "cards"] {
        for (lang, theme) in looks() {
            for width in WIDTHS {
                let mut page = Sheet::default();
                page.add(lang, theme, width, &format!("layout=\"{layout}\""));
                let name = format!("{layout}/{lang}-{theme}-{width}");
                let title = format!("{layout}, {lang}, {theme}, {width} px");
                shots.push(page.shot(name, title, width, 0));
            }
        }
    }
    for (layout, metrics) in [
        ("strip", "gdp tourism hightech rural satisfaction exports"),
        ("figure", "gdp mayday"),
    ] {
        let attributes = format!("layout=\"{layout}\" metrics=\"{metrics}\"");
        shots.push(sheet(&format!("layouts/{layout}"), layout, &attributes));
    }
    let metrics = bundle["metrics"]
        .as_array()
        .ok_or("the bundle has no metrics")?;
    for metric in metrics {
        let id = metric["id"].as_str().ok_or("a metric has no id")?;
        let attributes = format!("metrics=\"{id}\" hide=\"title lede table source\"");
        shots.push(sheet(&format!("panels/{id}"), id, &attributes));
    }
    Ok(shots)
}

fn looks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let themes = |lang| THEMES.map(move |theme| (lang, theme));
    LANGS.into_iter().flat_map(themes)
}

/// All looks of one thing.
fn sheet(name: &str, title: &str, attributes: &str) -> Shot {
    let mut page = Sheet::default();
    for width in WIDTHS {
        for (lang, theme) in looks() {
            page.add(lang, theme, width, attributes);
        }
    }
    let width = 2 * 1200 + 3 * GAP;
    page.shot(name.to_owned(), title.to_owned(), width, GAP)
}

/// Infographics side by side.
#[derive(Default)]
struct Sheet {
    body: String,
    elements: usize,
}

impl Sheet {
    fn add(&mut self, lang: &str, theme: &str, width: u32, attributes: &str) {
        self.elements += 1;
        // Writing to a string cannot fail.
        let _ = write!(
            self.body,
            "<div class=\"{theme}\" style=\"width: {width}px\"><half-year-infographic lang=\"{lang}\" \
             theme=\"{theme}\" motion=\"none\" {attributes}></half-year-infographic></div>"
        );
    }

    /// The fonts are those of one package, whatever else is installed: by the
    /// custom properties that any page may set.
    fn shot(self, name: String, title: String, width: u32, gap: u32) -> Shot {
        let page = format!(
            "<style>
             body {{ margin: 0; padding: {gap}px; background: #808080;
                     display: flex; flex-wrap: wrap; align-items: start; gap: {gap}px }}
             .light {{ background: #fff; color: #000 }}
             .dark {{ background: #000; color: #fff }}
             div {{ font: 16px/1.5 \"Noto Sans CJK SC\" }}
             half-year-infographic {{ caret-color: transparent;
                     --hy-sans: \"Noto Sans CJK SC\"; --hy-serif: \"Noto Serif CJK SC\" }}
             </style>
             <script type=\"module\" src=\"half-year-infographic.js\"></script>{}",
            self.body
        );
        Shot {
            name,
            title,
            page,
            width,
            elements: self.elements,
        }
    }
}

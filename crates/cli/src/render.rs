//! `halfyear render`: a bundle, or a report with its edition, to a finished infographic.

mod fonts;
mod format;

use crate::bundle::made;
use crate::{Done, Fault, input, output};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use format::Format;
use halfyear::Scene;
use halfyear_bundle::{Bundle, from_json};
use halfyear_drawing::{Drawing, Estimate, Letters, Options, Text, Theme};
use halfyear_edition::report::Report;
use halfyear_edition::{Diagnostic, files};
use halfyear_picture::{Choices, Hide, Lang, Layout, Picture};
use halfyear_raster::{Fonts, png};
use halfyear_snippet::{File, Files};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Pixels of a long picture's side for each of the drawing's: text of 15 is 37 in the file, which
/// a phone shows at 14.
const LONG_SCALE: f32 = 2.5;
/// The width of a long picture, in pixels of the drawing: 1080 in the file.
const LONG_WIDTH: u32 = 432;
/// The highest and the heaviest file of a long picture that official accounts take.
const LONG_HEIGHT: u32 = 10_000;
const LONG_BYTES: usize = 5_000_000;

#[derive(Debug, Args)]
pub struct Arguments {
    /// A bundle (.json), or the text of a report with its edition file beside it
    file: PathBuf,
    /// What to make; by default what the name of the output says, else an SVG
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Ids of metrics or groups in the order shown; `all`; a leading - removes
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    metrics: String,
    /// The arrangement
    #[arg(long, value_parser = layout, default_value = "poster", value_name = "poster|cards|strip|figure")]
    layout: Layout,
    /// The colours; a PNG is light unless told otherwise
    #[arg(long, value_enum, default_value_t)]
    theme: ThemeName,
    /// The language: zh or en
    #[arg(long, value_parser = lang, default_value = "zh")]
    lang: Lang,
    /// The width in pixels
    #[arg(long, value_parser = clap::value_parser!(u32).range(240..=1600), default_value_t = 1200)]
    width: u32,
    /// A headline in place of the edition's
    #[arg(long)]
    heading: Option<String>,
    /// The level of the headline in the page's outline, for HTML
    #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// What to leave out: title, lede, source, and of HTML also table, tools
    #[arg(long, value_delimiter = ' ', value_parser = ["title", "lede", "source", "table", "tools"])]
    hide: Vec<String>,
    /// When HTML fetches what makes its numbers open in place
    #[arg(long, value_parser = ["visible", "load", "idle", "interaction"])]
    wake: Option<String>,
    /// Where the page finds the script, for HTML
    #[arg(
        long,
        value_name = "ADDRESS",
        default_value = "half-year-infographic.js"
    )]
    script: String,
    /// How an SVG holds its text: live, or as outlines that need no font
    #[arg(long, value_enum, default_value_t)]
    text: TextName,
    /// Pixels of a PNG for each of the drawing's: 1, 2 or 3
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=3))]
    scale: Option<u8>,
    /// A form that a place asks for: `social`, 1200 by 630 pixels for a shared link; `long`, 1080
    /// pixels wide in one column, in as many files as official accounts need
    #[arg(long, value_enum)]
    preset: Option<Preset>,
    /// A font to use before those of the system; may be given several times
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
    /// The edition file of a text; by default the one beside it, FILE.toml for FILE.txt
    #[arg(long, value_name = "FILE")]
    edition: Option<PathBuf>,
    /// Where to write it; by default standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ThemeName {
    #[default]
    Auto,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TextName {
    #[default]
    Live,
    Outlines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Preset {
    Social,
    Long,
}

fn layout(name: &str) -> Result<Layout, String> {
    let known = Layout::ALL.iter().find(|it| it.0 == name);
    known
        .map(|it| it.1)
        .ok_or_else(|| "there are poster, cards, strip and figure".into())
}

fn lang(tag: &str) -> Result<Lang, String> {
    Lang::of(tag).ok_or_else(|| "there are zh and en".into())
}

pub fn run(arguments: &Arguments) -> Done {
    let format = Format::chosen(arguments.format, arguments.out.as_deref())
        .unwrap_or_else(|message| misused(&message));
    if arguments.preset == Some(Preset::Long) && format == Format::Png && arguments.out.is_none() {
        misused("a long picture may take several files: say where with -o FILE");
    }
    let bundle = bundle(arguments).map_err(|report| output::fault(&report))?;
    let picture = picture(arguments, &bundle)?;
    match format {
        Format::Csv => output::put(&halfyear_drawing::csv(&picture), arguments.out.as_deref()),
        Format::Html => {
            let html = markup(arguments, &bundle.id, picture);
            output::put(&html, arguments.out.as_deref())?;
            anstream::eprintln!(
                "where the page has a content security policy, add '{}' to its style-src",
                halfyear::style_digest()
            );
            Ok(())
        }
        Format::Svg => vector(arguments, &picture),
        Format::Png => pixels(arguments, &picture),
    }
}

fn markup(arguments: &Arguments, edition: &str, picture: Picture) -> String {
    let layout = Layout::ALL.iter().find(|it| it.1 == arguments.layout);
    let theme = match arguments.theme {
        ThemeName::Auto => "",
        ThemeName::Light => "light",
        ThemeName::Dark => "dark",
    };
    let lang = match arguments.lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    let level = arguments.heading_level.map(|it| it.to_string());
    let attributes = [
        ("edition", edition),
        ("metrics", &*arguments.metrics),
        ("layout", layout.map_or("", |it| it.0)),
        ("theme", theme),
        ("lang", lang),
        ("heading", arguments.heading.as_deref().unwrap_or_default()),
        ("heading-level", level.as_deref().unwrap_or_default()),
        ("hide", &arguments.hide.join(" ")),
        ("wake", arguments.wake.as_deref().unwrap_or_default()),
    ];
    let files = Files {
        loader: File::from(&*arguments.script),
        ..Files::default()
    };
    let template = halfyear::template(Scene {
        picture: Arc::new(picture),
        layout: arguments.layout,
    });
    let digest = halfyear::style_digest();
    halfyear_snippet::painted(&files, &attributes, &template, &digest)
}

/// Ends the command as wrong usage does.
fn misused(message: &str) -> ! {
    let mut command = crate::Command::command();
    command.build();
    match command.find_subcommand_mut("render") {
        Some(render) => render.error(ErrorKind::ValueValidation, message).exit(),
        None => command.error(ErrorKind::ValueValidation, message).exit(),
    }
}

fn failed(message: impl Into<String>, hint: &str) -> Fault {
    let mut diagnostic = Diagnostic::error(message);
    if !hint.is_empty() {
        diagnostic = diagnostic.hint(hint);
    }
    output::fault(&Report::of(diagnostic))
}

fn bundle(arguments: &Arguments) -> Result<Bundle, Report> {
    let path = &arguments.file;
    let file = input::text(path)?;
    if path.extension().is_some_and(|it| it == "json") || file.text.trim_start().starts_with('{') {
        return from_json(&file.text)
            .map_err(|fault| Report::of(Diagnostic::error(format!("{}: {fault}", file.path))));
    }
    let edition = arguments.edition.clone();
    let edition = files::edition(&edition.unwrap_or_else(|| path.with_extension("toml")))?;
    let built = made(edition, file)?;
    output::tell(&built.report);
    Ok(built.bundle)
}

fn picture(arguments: &Arguments, bundle: &Bundle) -> Result<Picture, Fault> {
    let hidden = |name: &str| arguments.hide.iter().any(|it| it == name);
    let choices = Choices {
        metrics: arguments.metrics.clone(),
        lang: arguments.lang,
        layout: arguments.layout,
        hide: Hide {
            title: hidden("title"),
            lede: hidden("lede"),
            source: hidden("source"),
            table: hidden("table"),
            tools: hidden("tools"),
        },
        heading: arguments.heading.clone(),
        heading_level: arguments.heading_level,
    };
    let picture = halfyear_picture::draw(bundle, &choices);
    if !picture.unknown.is_empty() {
        let mut known: Vec<&str> = bundle.metrics.iter().map(|it| &*it.id).collect();
        known.extend(bundle.metrics.iter().map(|it| &*it.group));
        known.retain(|it| !it.is_empty());
        let mut seen = std::collections::BTreeSet::new();
        known.retain(|it| seen.insert(*it));
        misused(&format!(
            "no metric or group of {} is called {}; there are {}",
            bundle.id,
            picture.unknown.join(", "),
            known.join(", ")
        ));
    }
    if picture.panels.is_empty() {
        return Err(failed(
            "nothing is left to draw",
            "name a metric in --metrics, or leave it away",
        ));
    }
    Ok(picture)
}

fn options(arguments: &Arguments, theme: Theme, text: Text) -> Options {
    let long = arguments.preset == Some(Preset::Long);
    Options {
        width: if long { LONG_WIDTH } else { arguments.width },
        theme,
        text,
        layout: arguments.layout,
    }
}

fn drawn(
    arguments: &Arguments,
    picture: &Picture,
    options: &Options,
    letters: &dyn Letters,
) -> Drawing {
    if arguments.preset == Some(Preset::Social) {
        halfyear_drawing::social(picture, options, letters)
    } else {
        halfyear_drawing::svg(picture, options, letters)
    }
}

fn vector(arguments: &Arguments, picture: &Picture) -> Done {
    let theme = match arguments.theme {
        ThemeName::Auto => Theme::Auto,
        ThemeName::Light => Theme::Light,
        ThemeName::Dark => Theme::Dark,
    };
    let drawing = match arguments.text {
        TextName::Live => {
            let options = options(arguments, theme, Text::Live);
            let letters = Estimate { lang: picture.lang };
            drawn(arguments, picture, &options, &letters)
        }
        TextName::Outlines => {
            let options = options(arguments, theme, Text::Outlines);
            let letters = fonts::load(&arguments.font, picture.lang)?;
            let drawing = drawn(arguments, picture, &options, &letters);
            fonts::complete(&letters)?;
            drawing
        }
    };
    output::put(&drawing.svg, arguments.out.as_deref())
}

fn pixels(arguments: &Arguments, picture: &Picture) -> Done {
    let theme = match arguments.theme {
        ThemeName::Dark => Theme::Dark,
        _ => Theme::Light,
    };
    let options = options(arguments, theme, Text::Outlines);
    let letters = fonts::load(&arguments.font, picture.lang)?;
    if let (Some(Preset::Long), Some(out)) = (arguments.preset, &arguments.out) {
        return long(picture, &options, &letters, out);
    }
    let drawing = drawn(arguments, picture, &options, &letters);
    fonts::complete(&letters)?;
    let scale = f32::from(arguments.scale.unwrap_or(1));
    output::put_bytes(&painted(&drawing, scale)?, arguments.out.as_deref())
}

fn painted(drawing: &Drawing, scale: f32) -> Result<Vec<u8>, Fault> {
    png(drawing, scale).map_err(|error| failed(error.to_string(), ""))
}

/// As many files as it takes: `NAME.png`, or `NAME-1.png`, `NAME-2.png` and so on.
fn long(picture: &Picture, options: &Options, letters: &Fonts, out: &Path) -> Done {
    let mut most = (LONG_HEIGHT as f32 / LONG_SCALE) as u32;
    let files = loop {
        let pages = halfyear_drawing::pages(picture, options, letters, most);
        fonts::complete(letters)?;
        let files = pages
            .iter()
            .map(|page| painted(page, LONG_SCALE))
            .collect::<Result<Vec<_>, _>>()?;
        if files.iter().all(|file| file.len() <= LONG_BYTES) {
            break files;
        }
        if most < 400 {
            return Err(failed(
                "a panel alone is heavier than an official account takes",
                "leave it out with --metrics",
            ));
        }
        most = most * 2 / 3;
    };
    let many = files.len() > 1;
    for (file, number) in files.into_iter().zip(1..) {
        let path = if many {
            numbered(out, number)
        } else {
            out.to_owned()
        };
        output::put_bytes(&file, Some(&path))?;
    }
    Ok(())
}

fn numbered(path: &Path, number: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = match path.extension() {
        Some(extension) => format!("{stem}-{number}.{}", extension.to_string_lossy()),
        None => format!("{stem}-{number}"),
    };
    path.with_file_name(name)
}

//! Photographs the widget, for people to look at.

use halfyear_browser_tests::{Driver, Engine, Error, Page, Site, Tree, folder};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
photographs of the widget, as full-page PNG files

  cargo xtask shots [OPTIONS]     zh light and en dark, at 390 and 1200 px

  --out DIR                       where to (target/shots/png)
  --width 320,768                 other widths, in CSS pixels
  --lang zh,en  --theme light     other languages, other themes: every pair is taken
  --all                           320, 390, 768 and 1200 px, both languages, both themes
  --layout figure  --metrics 'stars gdp'  --with 'hide=\"title\" heading-level=\"3\"'
                                  attributes of the element
  --scale 2                       device pixels for each CSS pixel
  --do JS                         run before each picture; $ is the element
  --name NAME                     how the files begin (the layout)
";

struct Wanted {
    out: PathBuf,
    name: String,
    attributes: String,
    widths: Vec<u32>,
    looks: Vec<(String, String)>,
    scale: f64,
    script: Option<String>,
}

fn main() -> ExitCode {
    let mut arguments = pico_args::Arguments::from_env();
    if arguments.contains(["-h", "--help"]) {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let wanted = match read(arguments) {
        Ok(wanted) => wanted,
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let taken = tokio::runtime::Runtime::new()
        .map_err(Error::from)
        .and_then(|runtime| {
            let driver = Driver::start(Engine::Chromium)?;
            runtime.block_on(take(&driver, &wanted))
        });
    match taken {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn read(mut arguments: pico_args::Arguments) -> Result<Wanted, Error> {
    let all = arguments.contains("--all");
    let mut list = |name: &'static str| -> Result<Option<Vec<String>>, Error> {
        let text: Option<String> = arguments.opt_value_from_str(name)?;
        Ok(text.map(|text| text.split(',').map(|item| item.trim().to_owned()).collect()))
    };
    let (widths, langs, themes) = (list("--width")?, list("--lang")?, list("--theme")?);
    let default_widths = if all {
        vec![320, 390, 768, 1200]
    } else {
        vec![390, 1200]
    };
    let widths = match widths {
        Some(widths) => widths
            .iter()
            .map(|width| width.parse())
            .collect::<Result<_, _>>()?,
        None => default_widths,
    };
    let both = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
    let looks = match (langs, themes) {
        (None, None) if !all => {
            vec![
                ("zh".to_owned(), "light".to_owned()),
                ("en".to_owned(), "dark".to_owned()),
            ]
        }
        (langs, themes) => {
            let themes = themes.unwrap_or_else(|| both("light", "dark"));
            let pairs = langs.unwrap_or_else(|| both("zh", "en")).into_iter();
            pairs
                .flat_map(|l| themes.iter().map(move |t| (l.clone(), t.clone())))
                .collect()
        }
    };
    let layout: Option<String> = arguments.opt_value_from_str("--layout")?;
    let metrics: Option<String> = arguments.opt_value_from_str("--metrics")?;
    let mut attributes: String = arguments.opt_value_from_str("--with")?.unwrap_or_default();
    for (name, value) in [("layout", &layout), ("metrics", &metrics)] {
        if let Some(value) = value {
            attributes.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    let out: Option<PathBuf> = arguments.opt_value_from_str("--out")?;
    let name: Option<String> = arguments.opt_value_from_str("--name")?;
    let wanted = Wanted {
        out: out.unwrap_or_else(|| PathBuf::from("target/shots/png")),
        name: name.or(layout).unwrap_or_else(|| "poster".to_owned()),
        attributes,
        widths,
        looks,
        scale: arguments.opt_value_from_str("--scale")?.unwrap_or(1.0),
        script: arguments.opt_value_from_str("--do")?,
    };
    match arguments.finish().first() {
        Some(unknown) => Err(format!("unknown option {}", unknown.to_string_lossy()).into()),
        None => Ok(wanted),
    }
}

/// Takes the pictures; false when the widget could not be drawn in one.
async fn take(driver: &Driver, wanted: &Wanted) -> Result<bool, Error> {
    let widget = folder("HALFYEAR_WIDGET")?;
    std::fs::create_dir_all(&wanted.out)?;
    let site = Site::start().await?;
    let page = Page::open(driver).await?;
    let mut complete = true;
    for (lang, theme) in &wanted.looks {
        let ground = if theme == "dark" { "#000" } else { "#fff" };
        let address = site.serve(Tree::of(&widget).with_page(&format!(
            "<html lang=\"{lang}\"><title>shot</title>
             <style>body {{ margin: 0; background: {ground} }}</style>
             <script type=\"module\" src=\"half-year-infographic.js\"></script>
             <half-year-infographic lang=\"{lang}\" theme=\"{theme}\" {}>
             not drawn</half-year-infographic>",
            wanted.attributes
        )));
        for &width in &wanted.widths {
            page.resize(width, 800, wanted.scale).await?;
            page.visit(&address).await?;
            if let Err(error) = page.drawn(1).await {
                eprintln!("{error}");
                complete = false;
            }
            if let Some(script) = &wanted.script {
                page.value(script).await?;
            }
            let file = wanted
                .out
                .join(format!("{}-{lang}-{theme}-{width}.png", wanted.name));
            std::fs::write(&file, page.photograph(width, wanted.scale).await?)?;
            println!("{}", file.display());
            for line in page.console().await? {
                eprintln!("  {line}");
            }
        }
    }
    page.close().await?;
    Ok(complete)
}

//! `toSVG()`, `toCSV()` and `toPNG()`.

use base64::Engine as _;
use halfyear_browser_tests::{Driver, Engine, Error, Outcome, Page, Picture, Stage};
use halfyear_drawing::{Estimate, Options, Theme};
use halfyear_picture::{Choices, Layout, draw};
use serde_json::{Value, json};

const VIEWS: &[&[(&str, &str)]] = &[
    &[],
    &[("metrics", "all"), ("lang", "en"), ("theme", "dark")],
    &[("metrics", "stars tourism"), ("layout", "cards")],
    &[
        ("metrics", "gdp growth"),
        ("layout", "strip"),
        ("hide", "source"),
    ],
    &[
        ("heading", "A headline of one\u{2019}s own"),
        ("lang", "en"),
    ],
];
const WIDTH: u32 = 640;

fn page(attributes: &[(&str, &str)]) -> String {
    let attributes: String = attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{value}\""))
        .collect();
    format!(
        "<div style=\"width:{WIDTH}px\"><half-year-infographic{attributes}></half-year-infographic></div>"
    )
}

/// The picture that native code draws of the same.
fn native(attributes: &[(&str, &str)], bundle: &Value) -> (halfyear_picture::Picture, Options) {
    let bundle = halfyear_bundle::from_json(&bundle.to_string()).expect("a bundle");
    let mut choices = Choices::default();
    for (name, value) in attributes {
        assert_eq!(choices.set(name, Some((*value).to_owned())), None);
    }
    let dark = attributes.contains(&("theme", "dark"));
    let options = Options {
        width: WIDTH,
        theme: if dark { Theme::Dark } else { Theme::Auto },
        layout: choices.layout,
        ..Options::default()
    };
    (draw(&bundle, &choices), options)
}

pub async fn nothing_of_it_is_fetched_before_somebody_saves(stage: Stage) -> Outcome {
    stage.show(&page(&[])).await?;
    let fetched = "performance.getEntriesByType('resource')
        .filter(it => it.name.includes('export')).length";
    assert_eq!(stage.page.value(fetched).await?, 0);
    stage.page.value("(await $.toCSV()).length").await?;
    assert_eq!(stage.page.value(fetched).await?, 2);
    stage.page.value("(await $.toSVG()).length").await?;
    assert_eq!(stage.page.value(fetched).await?, 2, "it is fetched once");
    stage.quiet().await
}

pub async fn the_drawing_is_that_of_the_command(stage: Stage) -> Outcome {
    let bundle = Stage::bundle()?;
    for view in VIEWS {
        stage.show(&page(view)).await?;
        let saved = stage.text("await $.toSVG()").await?;
        let (picture, options) = native(view, &bundle);
        let estimate = Estimate { lang: picture.lang };
        let expected = halfyear_drawing::svg(&picture, &options, &estimate).svg;
        assert!(saved == expected, "{view:?} is drawn otherwise");
        let parses =
            "!new DOMParser().parseFromString(arg, 'image/svg+xml').querySelector('parsererror')";
        assert_eq!(stage.page.value_with(parses, json!(saved)).await?, true);
        if options.layout != Layout::Poster {
            continue;
        }
        // The numbers of the page, each of which the drawing must show.
        let shown =
            "[...$.shadowRoot.querySelectorAll('[part~=panel] .n b')].map(it => it.textContent)";
        let shown = stage.page.value(shown).await?;
        let shown = shown.as_array().ok_or("no numbers")?;
        assert!(shown.len() > 20, "{} numbers", shown.len());
        for number in shown.iter().filter_map(Value::as_str) {
            let digits = number.trim_start_matches(['+', '−']);
            assert!(saved.contains(digits), "{view:?}: {number} is missing");
        }
    }
    stage.quiet().await
}

pub async fn the_table_is_that_of_the_command(stage: Stage) -> Outcome {
    let mut bundle = Stage::bundle()?;
    for view in VIEWS {
        stage.show(&page(view)).await?;
        let expected = halfyear_drawing::csv(&native(view, &bundle).0);
        assert_eq!(stage.text("await $.toCSV()").await?, expected, "{view:?}");
    }
    // Also of what a script gave it.
    bundle["metrics"][1]["value"] = json!("12345.6");
    stage.show(&page(&[])).await?;
    stage
        .page
        .value_with("void ($.bundle = arg)", bundle.clone())
        .await?;
    stage.page.drawn(2).await?;
    let saved = stage.text("await $.toCSV()").await?;
    assert!(saved.contains("12345.6"));
    assert_eq!(saved, halfyear_drawing::csv(&native(&[], &bundle).0));
    stage.quiet().await
}

/// The picture, as PNG.
async fn pixels(page: &Page, options: &str) -> Result<Picture, Error> {
    let told = page
        .value(&format!(
            "await $.toPNG({options}).then(blob => new Promise(done => {{
                const reader = new FileReader();
                reader.onload = () => done(reader.result);
                reader.readAsDataURL(blob);
            }}))"
        ))
        .await?;
    let data = told
        .as_str()
        .and_then(|it| it.strip_prefix("data:image/png;base64,"));
    let data = data.ok_or("no PNG")?;
    Picture::decode(&base64::engine::general_purpose::STANDARD.decode(data)?)
}

pub async fn pixels_show_the_drawing(stage: Stage) -> Outcome {
    for (lang, theme, paper) in [
        ("zh", "light", [0xfb, 0xf8, 0xf2]),
        ("en", "dark", [0x12, 0x15, 0x1c]),
    ] {
        let view = [("metrics", "gdp stars"), ("lang", lang), ("theme", theme)];
        stage.show(&page(&view)).await?;
        let (once, twice) = (
            pixels(&stage.page, "{ scale: 1 }").await?,
            pixels(&stage.page, "").await?,
        );
        assert_eq!(once.width(), WIDTH);
        assert_eq!(
            (twice.width(), twice.height()),
            (2 * once.width(), 2 * once.height())
        );
        assert!(once.height() > 300);
        assert_eq!(twice.pixel(2, 2), paper, "{theme}");
        // Ink on at least a hundredth of it.
        let inked = twice.count(|pixel| pixel != paper);
        let all = (twice.width() * twice.height()) as usize;
        assert!(inked * 100 > all && inked * 2 < all, "{inked} of {all}");
    }
    stage.quiet().await
}

pub async fn what_cannot_be_saved_says_why(stage: Stage) -> Outcome {
    stage.show(&page(&[])).await?;
    for (wish, reason) in [
        ("$.toPNG({ scale: 0 })", "0.1 to 10"),
        ("$.toPNG({ scale: 10 })", "smaller scale"),
    ] {
        let told = stage
            .text(&format!(
                "await {wish}.then(() => 'saved', it => it.message)"
            ))
            .await?;
        assert!(told.contains(reason), "{wish}: {told}");
    }
    stage.quiet().await
}

pub async fn every_engine_saves(stage: Stage) -> Outcome {
    let loader = "<script type=\"module\" src=\"half-year-infographic.js\"></script>";
    let body = [loader, &page(&[("metrics", "gdp mayday")])].concat();
    let address = stage.site.serve(Stage::widget()?.with_page(&body));
    let mut drawings = Vec::new();
    for engine in Engine::DRAWING {
        let driver = Driver::start(engine)?;
        let page = Page::open(&driver).await?;
        page.visit(&address).await?;
        page.until("!!$?.shadowRoot?.querySelector('[data-n]')")
            .await?;
        let svg = page.value("await $.toSVG()").await?;
        let picture = pixels(&page, "{ scale: 2 }").await;
        page.close().await?;
        let picture = picture.map_err(|error| format!("{}: {error}", engine.name()))?;
        assert_eq!(picture.width(), 2 * WIDTH, "{}", engine.name());
        let paper = picture.pixel(2, 2);
        assert!(
            picture.count(|it| it != paper) > 10_000,
            "{}",
            engine.name()
        );
        drawings.push(svg);
    }
    assert!(
        drawings.iter().all(|it| *it == drawings[0]),
        "one drawing for all"
    );
    Ok(())
}

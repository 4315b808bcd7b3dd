//! Attributes and properties, at run time.

use halfyear_browser_tests::Error;
use halfyear_browser_tests::stage::{Outcome, Stage};
use serde_json::{Value, json};

const ONE: &str = "<half-year-infographic></half-year-infographic>";

/// Sets attributes of the first infographic and waits for the next frame.
async fn set(stage: &Stage, attributes: Value) -> Outcome {
    let set = "(() => {
        for (const [name, value] of Object.entries(arg))
            value === null ? $.removeAttribute(name) : $.setAttribute(name, value);
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    })()";
    stage.page.value_with(set, attributes).await.map(drop)
}

/// The text without what only guides its lines.
fn bare(text: &str) -> String {
    let guides = |c: &char| c.is_whitespace() || ['\u{2060}', '\u{200b}'].contains(c);
    text.chars().filter(|c| !guides(c)).collect()
}

/// The ids of the panels shown, in order.
async fn panels(stage: &Stage) -> Result<Value, Error> {
    let ids = "[...$.shadowRoot.querySelectorAll('[data-metric]')].map(it => it.dataset.metric)";
    stage.page.value(ids).await
}

pub async fn metrics_choose_and_order(stage: Stage) -> Outcome {
    stage.show(ONE).await?;
    let own = panels(&stage).await?;
    for (metrics, expected) in [
        ("gdp", json!(["gdp"])),
        ("stars gdp tourism", json!(["stars", "gdp", "tourism"])),
        ("tourism, gdp", json!(["tourism", "gdp"])),
        ("gdp stars growth -stars", json!(["gdp", "growth"])),
    ] {
        set(&stage, json!({ "metrics": metrics })).await?;
        assert_eq!(panels(&stage).await?, expected, "{metrics}");
    }
    set(&stage, json!({ "metrics": "all" })).await?;
    let bundle = Stage::bundle()?;
    let all = bundle["metrics"].as_array().map_or(0, Vec::len);
    assert_eq!(panels(&stage).await?.as_array().map_or(0, Vec::len), all);
    set(&stage, json!({ "metrics": null })).await?;
    assert_eq!(
        panels(&stage).await?,
        own,
        "without the attribute the edition chooses"
    );
    stage.quiet().await
}

pub async fn lang_changes_the_words(stage: Stage) -> Outcome {
    stage
        .show(&format!("<div lang=\"en-GB\">{ONE}</div>"))
        .await?;
    let bundle = Stage::bundle()?;
    let title = |lang: &str| {
        bundle["title"][lang]
            .as_str()
            .unwrap_or("no title")
            .to_owned()
    };
    for (lang, expected) in [
        (json!(null), "en"),
        (json!("zh"), "zh"),
        (json!("en"), "en"),
    ] {
        set(&stage, json!({ "lang": lang })).await?;
        let shown = bare(&stage.shown().await?);
        assert!(
            shown.contains(&bare(&title(expected))),
            "lang {lang}: {shown}"
        );
    }
    stage.quiet().await
}

pub async fn theme_changes_the_colours(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic theme=\"light\"></half-year-infographic>")
        .await?;
    let ink = "getComputedStyle($.shadowRoot.querySelector('[data-n]')).color";
    let light = stage.text(ink).await?;
    set(&stage, json!({ "theme": "dark" })).await?;
    let dark = stage.text(ink).await?;
    assert_ne!(light, dark);
    for (scheme, expected) in [("dark", &dark), ("light", &light)] {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        let media = json!({ "features": [feature] });
        stage
            .page
            .devtools("Emulation.setEmulatedMedia", media)
            .await?;
        set(&stage, json!({ "theme": null })).await?;
        assert_eq!(&stage.text(ink).await?, expected, "theme auto, {scheme}");
    }
    stage.quiet().await
}

pub async fn layout_changes_the_layout(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic metrics=\"gdp\"></half-year-infographic>")
        .await?;
    let height = "$.getBoundingClientRect().height";
    let poster = stage.page.value(height).await?.as_f64().unwrap_or_default();
    set(&stage, json!({ "layout": "figure" })).await?;
    let figure = stage.page.value(height).await?.as_f64().unwrap_or_default();
    assert!(
        0.0 < figure && figure < poster,
        "poster {poster} px, figure {figure} px"
    );
    set(&stage, json!({ "layout": null })).await?;
    assert_eq!(stage.page.value(height).await?.as_f64(), Some(poster));
    stage.quiet().await
}

pub async fn hide_and_heading(stage: Stage) -> Outcome {
    stage.show(ONE).await?;
    let heading = "$.shadowRoot.querySelector('h1, h2, h3, h4, h5, h6')";
    set(
        &stage,
        json!({ "heading": "Our half-year", "heading-level": "4" }),
    )
    .await?;
    assert_eq!(stage.text(&format!("{heading}.localName")).await?, "h4");
    assert!(stage.shown().await?.contains("Our half-year"));
    set(&stage, json!({ "hide": "title" })).await?;
    assert!(!stage.shown().await?.contains("Our half-year"));
    let lede = bare(Stage::bundle()?["lede"]["zh"].as_str().unwrap_or_default());
    assert!(!lede.is_empty() && bare(&stage.shown().await?).contains(&lede));
    set(&stage, json!({ "hide": "title lede" })).await?;
    assert!(!bare(&stage.shown().await?).contains(&lede));
    stage.quiet().await
}

pub async fn nonsense_is_reported_once_and_the_rest_is_drawn(stage: Stage) -> Outcome {
    stage.show(ONE).await?;
    for (name, value, known) in [
        ("theme", "sepia", "light"),
        ("layout", "circle", "poster"),
        ("lang", "tlh", "zh"),
        ("metrics", "gdp moon", "tourism"),
        ("hide", "everything", "title"),
        ("heading-level", "7", "6"),
    ] {
        set(&stage, json!({ name: value })).await?;
        // Once is enough, even if it is set again.
        set(&stage, json!({ name: null })).await?;
        set(&stage, json!({ name: value })).await?;
        let console = stage.page.console().await?;
        assert_eq!(console.len(), 1, "{name}={value}: {console:?}");
        assert!(
            console[0].contains(known) && console[0].contains(name),
            "{console:?}"
        );
        assert!(stage.shown().await?.contains("937.63"), "{name}={value}");
        set(&stage, json!({ name: null })).await?;
    }
    stage.quiet().await
}

pub async fn two_elements_are_independent(stage: Stage) -> Outcome {
    stage
        .show(
            "<half-year-infographic metrics=\"gdp\" id=\"a\"></half-year-infographic>
             <half-year-infographic metrics=\"stars\" id=\"b\" lang=\"en\"></half-year-infographic>",
        )
        .await?;
    let other = "document.querySelector('#b').shadowRoot.innerHTML";
    let before = stage.text(other).await?;
    set(
        &stage,
        json!({ "metrics": "tourism", "lang": "en", "layout": "figure" }),
    )
    .await?;
    stage
        .page
        .value("$.shadowRoot.querySelector('[data-n]').click()")
        .await?;
    assert_eq!(stage.text(other).await?, before);
    let selected = "__events.filter(e => e.type === 'half-year-select').map(e => e.target)";
    assert_eq!(stage.page.value(selected).await?, json!(["a"]));
    stage.page.value("$.remove()").await?;
    stage.page.value("$.setAttribute('lang', 'zh')").await?;
    stage
        .page
        .until("$.shadowRoot.textContent.includes('五星')")
        .await?;
    stage.quiet().await
}

pub async fn the_property_bundle_takes_an_object(stage: Stage) -> Outcome {
    stage.show(ONE).await?;
    let mut bundle = Stage::bundle()?;
    bundle["title"]["zh"] = json!("换了一个标题");
    bundle["a-field-of-tomorrow"] = json!([1, 2]);
    stage
        .page
        .value_with("void ($.bundle = arg)", bundle)
        .await?;
    stage.page.drawn(2).await?;
    assert!(stage.shown().await?.contains("换了一个标题"));
    stage.page.value("void ($.bundle = null)").await?;
    stage.page.drawn(3).await?;
    assert!(!stage.shown().await?.contains("换了一个标题"));
    stage.quiet().await
}

/// It is drawn in several tasks: an attribute may be set, or the element taken away and put back,
/// between any two of them.
pub async fn set_while_it_is_drawn_are_not_lost(stage: Stage) -> Outcome {
    stage.show(ONE).await?;
    let bundle = Stage::bundle()?;
    let told = "(async () => {
        const told = [];
        const pause = () => new Promise(done => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(0);
        });
        for (const change of [
            it => it.setAttribute('lang', 'en'),
            it => (it.remove(), it.setAttribute('lang', 'en'), document.body.append(it)),
        ]) for (let tasks = 0; tasks < 8; tasks++) {
            const it = document.createElement('half-year-infographic');
            it.bundle = arg;
            document.body.append(it);
            for (let i = 0; i < tasks; i++) await pause();
            change(it);
            await it.ready;
            for (let i = 0; i < 8; i++) await pause();
            told.push(it.shadowRoot.textContent.includes('Keqiao') && it.shadowRoot.querySelectorAll('article').length);
            it.remove();
        }
        return told;
    })()";
    let told = stage.page.value_with(told, bundle).await?;
    assert_eq!(told, json!(vec![1; 16]));
    stage.quiet().await
}

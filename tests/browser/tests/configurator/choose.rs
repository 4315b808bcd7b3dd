//! A finished edition.

use crate::open;
use halfyear_browser_tests::{Outcome, Stage, folder};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The infographic in the frame.
const POSTER: &str = "document.querySelector('#poster')";

pub async fn loads_with_an_empty_console(stage: Stage) -> Outcome {
    open(&stage, "").await?;
    stage
        .page
        .until(&format!(
            "{POSTER}.shadowRoot.querySelector('[data-n]') != null"
        ))
        .await?;
    stage.quiet().await
}

pub async fn every_infographic_on_it_is_drawn(stage: Stage) -> Outcome {
    open(&stage, "").await?;
    stage
        .page
        .until(
            "[...document.querySelectorAll('half-year-infographic')]
                .every(it => it.shadowRoot?.querySelector('[data-n]') != null)",
        )
        .await
}

pub async fn the_address_holds_what_is_chosen(stage: Stage) -> Outcome {
    open(
        &stage,
        "?page=en&metrics=gdp+stars&theme=dark&layout=cards&hide=lede",
    )
    .await?;
    let page = &stage.page;
    let attributes = "['metrics', 'theme', 'layout', 'hide', 'lang']
        .map(name => document.querySelector('#poster').getAttribute(name))";
    let told = json!(["gdp stars", "dark", "cards", "lede", "en"]);
    assert_eq!(page.value(attributes).await?, told);
    page.value("document.querySelector('[name=theme][value=light]').click()")
        .await?;
    page.until(&format!("{POSTER}.getAttribute('theme') === 'light'"))
        .await?;
    assert!(stage.text("location.search").await?.contains("theme=light"));
    page.value("history.back()").await?;
    page.until(&format!("{POSTER}.getAttribute('theme') === 'dark'"))
        .await?;
    let chosen = "document.querySelector('[name=theme][value=dark]').checked";
    assert_eq!(page.value(chosen).await?, true);
    stage.quiet().await
}

pub async fn metrics_are_ordered_by_keys(stage: Stage) -> Outcome {
    open(&stage, "?metrics=gdp+stars+growth").await?;
    let page = &stage.page;
    page.until("!!document.querySelector('#metric-growth')")
        .await?;
    page.value("document.querySelector('#metric-growth').focus()")
        .await?;
    let keys = page.browser().action_chain();
    keys.key_down(Key::Alt)
        .send_keys(Key::Up)
        .key_up(Key::Alt)
        .perform()
        .await?;
    page.until(&format!(
        "{POSTER}.getAttribute('metrics') === 'gdp growth stars'"
    ))
    .await?;
    page.until("document.activeElement.id === 'metric-growth'")
        .await?;
    // The space bar takes it out.
    page.browser()
        .action_chain()
        .send_keys(Key::Space)
        .perform()
        .await?;
    page.until(&format!("{POSTER}.getAttribute('metrics') === 'gdp stars'"))
        .await?;
    stage.quiet().await
}

pub async fn each_way_has_its_snippet(stage: Stage) -> Outcome {
    open(&stage, "?metrics=gdp&lang=en").await?;
    let page = &stage.page;
    for (way, holds) in [
        (
            "element",
            "<half-year-infographic metrics=\"gdp\" lang=\"en\">",
        ),
        ("html", "<template shadowrootmode=\"open\"><style>"),
        (
            "iframe",
            "embed.html?edition=keqiao-2023-h1&amp;metrics=gdp&amp;lang=en",
        ),
        ("npm", "npm install"),
        ("svg", "keqiao-2023-h1.en.svg"),
        ("png", "keqiao-2023-h1.en.png"),
    ] {
        page.value_with(
            "document.querySelector(`[name=way][value=${arg}]`).click()",
            json!(way),
        )
        .await?;
        let there = "document.querySelector('#snippet').textContent.includes(arg)";
        let began = std::time::Instant::now();
        while page.value_with(there, json!(holds)).await? != Value::Bool(true) {
            let text = stage
                .text("document.querySelector('#snippet').textContent")
                .await?;
            assert!(
                began.elapsed().as_secs() < 20,
                "{way}: no {holds} in {text}"
            );
        }
    }
    let clipboard = "void Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async text => void (window.__copied = text) })";
    page.value(clipboard).await?;
    page.value("document.querySelector('#copy').click()")
        .await?;
    page.until("__copied === document.querySelector('#snippet').textContent")
        .await?;
    stage.quiet().await
}

pub async fn fits_a_phone(stage: Stage) -> Outcome {
    stage.page.resize(390, 800, 1.0).await?;
    for query in ["?page=zh", "?page=en", "?page=en&mode=read"] {
        open(&stage, query).await?;
        let wide = "document.documentElement.scrollWidth";
        assert_eq!(stage.page.value(wide).await?, 390, "{query}");
    }
    stage.quiet().await
}

pub async fn axe_finds_nothing(stage: Stage) -> Outcome {
    let axe = std::fs::read_to_string(folder("HALFYEAR_AXE")?)?;
    let mut found = Vec::new();
    for query in [
        "?page=zh&metrics=gdp",
        "?page=en&metrics=gdp",
        "?page=en&mode=read",
    ] {
        open(&stage, query).await?;
        stage
            .page
            .value_with("void (0, eval)(arg)", json!(axe))
            .await?;
        let findings = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
            violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}: ${rule.help}: ${node.target.flat().join(' ')}: ${node.failureSummary}`)))";
        let findings = stage.page.value(findings).await?;
        let findings = findings.as_array().ok_or("axe did not run")?;
        found.extend(findings.iter().map(|it| format!("{query}: {it}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

//! The menu in the footer.

use halfyear_browser_tests::{Outcome, Stage};
use serde_json::json;
use thirtyfour::Key;

const POSTER: &str = "<half-year-infographic metrics=\"gdp\" lang=\"en\"></half-year-infographic>";
const FOCUSED: &str = "$.shadowRoot.activeElement";
const OPEN: &str = "$.shadowRoot.querySelector('[part~=menu]').matches(':popover-open')";
/// Keeps what is handed over in place of putting it into a folder.
const CATCH: &str = "void (window.__saved = [], HTMLAnchorElement.prototype.click = function () {
    const name = this.download;
    fetch(this.href).then(it => it.text()).then(text => __saved.push({ name, text }));
})";

async fn press(stage: &Stage, key: Key) -> Outcome {
    let keys = stage.page.browser().action_chain();
    Ok(keys.send_keys(key).perform().await?)
}

pub async fn opens_saves_and_closes_by_keyboard(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    page.value(CATCH).await?;
    for _ in 0..60 {
        press(&stage, Key::Tab).await?;
        let there = format!("{FOCUSED}?.textContent === 'Save'");
        if page.value(&there).await? == json!(true) {
            break;
        }
    }
    press(&stage, Key::Enter).await?;
    page.until(OPEN).await?;
    // PNG, then SVG.
    press(&stage, Key::Tab).await?;
    press(&stage, Key::Tab).await?;
    assert_eq!(page.value(&format!("{FOCUSED}.dataset.save")).await?, "svg");
    press(&stage, Key::Enter).await?;
    page.until("__saved.length === 1").await?;
    let drawing = page.value("await $.toSVG()").await?;
    assert_eq!(
        page.value("__saved[0]").await?,
        json!({ "name": "keqiao-2023-h1.en.svg", "text": drawing })
    );
    press(&stage, Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await?;
    assert_eq!(page.value(&format!("{FOCUSED}.textContent")).await?, "Save");
    stage.quiet().await
}

pub async fn gives_every_kind_of_file(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    page.value(CATCH).await?;
    // A test has no clipboard of its own.
    let clipboard = "void Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async text => void __saved.push({ name: 'clipboard', text }) })";
    page.value(clipboard).await?;
    for (number, (kind, name, holds)) in [
        ("png", "keqiao-2023-h1.en.png", "PNG"),
        ("csv", "keqiao-2023-h1.en.csv", "937.63"),
        ("json", "keqiao-2023-h1.json", "\"id\":\"keqiao-2023-h1\""),
        (
            "embed",
            "clipboard",
            "<half-year-infographic metrics=\"gdp\" lang=\"en\"></half-year-infographic>",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        page.value(&format!(
            "$.shadowRoot.querySelector('[data-save={kind}]').click()"
        ))
        .await?;
        page.until(&format!("__saved.length === {}", number + 1))
            .await?;
        assert_eq!(page.value(&format!("__saved[{number}].name")).await?, name);
        let text = stage.text(&format!("__saved[{number}].text")).await?;
        assert!(
            text.contains(holds),
            "{kind}: {}",
            &text[..text.len().min(200)]
        );
        page.until(&format!(
            "$.shadowRoot.querySelector('[data-save={kind}]').matches('[data-saved]')"
        ))
        .await?;
    }
    stage.quiet().await
}

pub async fn is_hidden_with_the_tools(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    let shown =
        "['.save', 'summary'].map(it => !!$.shadowRoot.querySelector(it)?.checkVisibility())";
    assert_eq!(page.value(shown).await?, json!([true, true]));
    page.value("$.setAttribute('hide', 'tools')").await?;
    assert_eq!(page.value(shown).await?, json!([false, false]));
    // The table stays with those who do not see it.
    let table = "$.shadowRoot.querySelector('table').checkVisibility()";
    assert_eq!(page.value(table).await?, true);
    stage.quiet().await
}

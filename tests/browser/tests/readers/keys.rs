//! The keyboard alone.

use halfyear_browser_tests::{Error, Outcome, Stage};
use serde_json::{Value, json};
use thirtyfour::Key;

const POSTER: &str = "<button id=\"before\">before</button>
    <half-year-infographic metrics=\"all\"></half-year-infographic>
    <button id=\"after\">after</button>";

/// The element that has the focus.
const FOCUSED: &str = "($.shadowRoot.activeElement ?? document.activeElement)";
const CARD_IS_OPEN: &str = "$.shadowRoot.querySelector('[part~=card]').matches(':popover-open')";

async fn press(stage: &Stage, key: Key) -> Outcome {
    let keys = stage.page.browser().action_chain();
    Ok(keys.send_keys(key).perform().await?)
}

/// Tabs from the start of the page until `condition` holds of the focused
/// element, which it calls `it`.
async fn tab_to(stage: &Stage, condition: &str) -> Outcome {
    stage
        .page
        .value("document.querySelector('#before').focus()")
        .await?;
    for _ in 0..400 {
        press(stage, Key::Tab).await?;
        let there = format!("(it => {condition})({FOCUSED})");
        if stage.page.value(&there).await? == json!(true) {
            return Ok(());
        }
        if stage
            .page
            .value(&format!("{FOCUSED}.id === 'after'"))
            .await?
            == json!(true)
        {
            break;
        }
    }
    Err(format!("Tab never comes to an element of which {condition}").into())
}

fn digits(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect()
}

pub async fn open_a_source_and_come_back(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    for key in [Key::Enter, Key::Space] {
        tab_to(
            &stage,
            "it.matches('[data-n]:not(.derived)') && it.textContent.includes('937.63')",
        )
        .await?;
        let number = page.value(&format!("{FOCUSED}.dataset.n")).await?;
        press(&stage, key).await?;
        page.until(CARD_IS_OPEN).await?;
        let mark = "$.shadowRoot.querySelector('[part~=card] blockquote mark').textContent";
        assert_eq!(digits(&page.value(mark).await?), "937.63");
        let sentence = "$.shadowRoot.querySelector('[part~=card] blockquote').textContent.length";
        assert!(
            page.value(sentence).await?.as_u64() > Some(20),
            "no sentence"
        );
        press(&stage, Key::Escape).await?;
        page.until(&format!("!{CARD_IS_OPEN}")).await?;
        assert_eq!(
            page.value(&format!("{FOCUSED}.dataset.n")).await?,
            number,
            "Escape does not give the focus back"
        );
    }
    stage.quiet().await
}

pub async fn reach_every_number_and_show_where_they_are(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    let shown = "[...$.shadowRoot.querySelectorAll('[data-n]')]
        .filter(it => it.checkVisibility()).map((it, place) => (it.dataset.place = place, it)).length";
    let all = page.value(shown).await?.as_u64().unwrap_or_default();
    assert!(all > 60, "{all} numbers");
    page.value("document.querySelector('#before').focus()")
        .await?;
    let mut reached = Vec::new();
    let mut unmarked = Vec::new();
    // Where the focus is, and whether its outline can be seen.
    let look = format!(
        "(it => {{
            const {{ outlineStyle, outlineWidth, outlineColor }} = getComputedStyle(it);
            const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
                && !/, 0\\)|transparent/.test(outlineColor);
            return [it.dataset.place ?? null, seen, it.id, it.textContent.slice(0, 20)];
        }})({FOCUSED})"
    );
    loop {
        press(&stage, Key::Tab).await?;
        let told = page.value(&look).await?;
        if told[2] == "after" {
            break;
        }
        if reached.len() > 400 {
            return Err(Error::from("Tab never leaves the infographic"));
        }
        if told[1] != true {
            unmarked.push(told[3].clone());
        }
        let place = told[0].as_str().and_then(|it| it.parse::<u64>().ok());
        reached.extend(place);
    }
    assert!(
        unmarked.is_empty(),
        "nothing shows the focus on {unmarked:?}"
    );
    assert_eq!(reached, (0..all).collect::<Vec<_>>(), "in reading order");
    stage.quiet().await
}

pub async fn open_the_table(stage: Stage) -> Outcome {
    stage.show(POSTER).await?;
    let page = &stage.page;
    // A closed table is there for those who hear it, in no room.
    let open = "$.shadowRoot.querySelector('[part~=table]').getBoundingClientRect().height > 400";
    let closed = format!("!({open})");
    assert_eq!(
        page.value(open).await?,
        false,
        "the table is closed at first"
    );
    tab_to(&stage, "it.matches('summary')").await?;
    press(&stage, Key::Enter).await?;
    page.until(open).await?;
    press(&stage, Key::Enter).await?;
    page.until(&closed).await?;
    assert_eq!(
        page.value(&format!("{FOCUSED}.localName")).await?,
        "summary"
    );
    stage.quiet().await
}

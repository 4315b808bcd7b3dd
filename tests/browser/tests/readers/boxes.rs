//! Where the texts stand: none meets another, none is cut.

use halfyear_browser_tests::{Outcome, Stage};
use serde_json::{Value, json};

/// What is wrong in a shadow root; see the file.
const WRONG: &str = include_str!("boxes.js");

const LAYOUTS: [&str; 4] = ["poster", "cards", "strip", "figure"];
const WIDTHS: [u32; 6] = [240, 320, 390, 768, 1200, 1600];

/// A page wide enough for all: the room of the element is what counts.
async fn open(stage: &Stage) -> Outcome {
    stage.page.resize(1700, 900, 1.0).await?;
    let body = "<style>body { margin: 0 }</style>
        <div id=\"room\"><half-year-infographic metrics=\"all\"></half-year-infographic></div>";
    stage.show(body).await
}

/// Looks at the element in every layout, language and width.
async fn look(stage: &Stage) -> Outcome {
    let measure = format!(
        "(async () => {{
            for (const name of ['layout', 'lang']) $.setAttribute(name, arg[name]);
            document.querySelector('#room').style.width = `${{arg.width}}px`;
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            return ({WRONG})($.shadowRoot);
        }})()"
    );
    let mut wrong = Vec::new();
    for layout in LAYOUTS {
        for lang in ["zh", "en"] {
            for width in WIDTHS {
                let look = json!({ "layout": layout, "lang": lang, "width": width });
                let told = stage.page.value_with(&measure, look).await?;
                let told = told.as_array().ok_or("nothing was measured")?;
                let lines = told.iter().filter_map(Value::as_str);
                wrong.extend(lines.map(|line| format!("{layout} {lang} at {width} px: {line}")));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    stage.quiet().await
}

pub async fn texts_have_their_room(stage: Stage) -> Outcome {
    open(&stage).await?;
    look(&stage).await
}

pub async fn also_at_twice_the_size(stage: Stage) -> Outcome {
    open(&stage).await?;
    let twice = "void (document.documentElement.style.fontSize = '200%')";
    stage.page.value(twice).await?;
    look(&stage).await
}

pub async fn also_with_labels_twice_as_long(stage: Stage) -> Outcome {
    open_long(&stage).await?;
    look(&stage).await
}

pub async fn also_both_at_once(stage: Stage) -> Outcome {
    open_long(&stage).await?;
    let twice = "void (document.documentElement.style.fontSize = '200%')";
    stage.page.value(twice).await?;
    look(&stage).await
}

/// A page whose labels are twice as long.
async fn open_long(stage: &Stage) -> Outcome {
    open(stage).await?;
    let mut bundle = Stage::bundle()?;
    lengthen(&mut bundle);
    stage
        .page
        .value_with("void ($.bundle = arg)", bundle)
        .await?;
    stage.page.drawn(2).await
}

/// Says every label, heading and remark twice.
fn lengthen(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let text = (fields.get("zh"), fields.get("en"));
            if let (Some(Value::String(zh)), Some(Value::String(en))) = text {
                let (zh, en) = (format!("{zh}{zh}"), format!("{en} {en}"));
                fields.insert("zh".to_owned(), json!(zh));
                fields.insert("en".to_owned(), json!(en));
            } else {
                fields.values_mut().for_each(lengthen);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(lengthen),
        _ => {}
    }
}

pub async fn the_card_has_its_room(stage: Stage) -> Outcome {
    let measure = format!(
        "(async () => {{
            $.setAttribute('lang', arg);
            const frame = () => new Promise(done => requestAnimationFrame(done));
            await frame();
            const wrong = [];
            const card = $.shadowRoot.querySelector('[part~=card]');
            for (const number of $.shadowRoot.querySelectorAll('[data-n]')) {{
                if (!number.checkVisibility()) continue;
                number.scrollIntoView({{ block: 'center' }});
                number.click();
                await frame();
                wrong.push(...({WRONG})(card));
                const {{ left, right, top, bottom }} = card.getBoundingClientRect();
                if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) wrong.push(
                    `the card of ${{number.textContent}} leaves the window: ${{[left, top, right, bottom]}}`);
                card.hidePopover();
            }}
            return wrong;
        }})()"
    );
    stage
        .show(
            "<meta name=\"viewport\" content=\"width=device-width\"><style>body { margin: 0 }</style>
             <half-year-infographic metrics=\"all\"></half-year-infographic>",
        )
        .await?;
    let mut wrong = Vec::new();
    for (width, size) in [(320, "100%"), (320, "200%"), (1200, "100%"), (1200, "200%")] {
        stage.page.resize(width, 640, 1.0).await?;
        let scale = "void (document.documentElement.style.fontSize = arg)";
        stage.page.value_with(scale, json!(size)).await?;
        for lang in ["zh", "en"] {
            let told = stage.page.value_with(&measure, json!(lang)).await?;
            let told = told.as_array().ok_or("nothing was measured")?;
            let lines = told.iter().filter_map(Value::as_str);
            wrong.extend(lines.map(|line| format!("{lang} at {width} px, {size}: {line}")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    stage.quiet().await
}

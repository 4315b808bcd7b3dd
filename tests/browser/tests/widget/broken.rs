//! What a broken world gets: the fallback, one event, one line that says what
//! to change.

use halfyear_browser_tests::Reply;
use halfyear_browser_tests::stage::{EDITION, Outcome, Stage};

/// What was said about the widget, once by event and once on the console.
async fn complained_once(stage: &Stage, about: &str) -> Outcome {
    stage
        .page
        .until("__events.some(e => e.type === 'half-year-error')")
        .await?;
    // Time for a second one, which would be a defect.
    stage
        .page
        .value("new Promise(done => setTimeout(done, 100))")
        .await?;
    let events = stage.page.value("__events").await?;
    let events = events.as_array().ok_or("no events were recorded")?;
    assert_eq!(events.len(), 1, "{about}: {events:?}");
    let message = events[0]["detail"]["message"].as_str().unwrap_or_default();
    assert!(!message.is_empty(), "{about}: {events:?}");
    let console = stage.page.console().await?;
    let ours = console
        .iter()
        .filter(|line| line.contains("half-year-infographic: "));
    assert_eq!(ours.count(), 1, "{about}: {console:?}");
    let rejected = console.iter().any(|line| line.contains("unhandled"));
    assert!(!rejected, "{about}: {console:?}");
    Ok(())
}

pub async fn nothing_that_is_missing_takes_the_fallback_away(stage: Stage) -> Outcome {
    let bundle = format!("editions/{EDITION}.json");
    let html = || Reply::html("<p>no such page</p>");
    let cut = Reply::new("application/wasm", *b"\0asm\x01\0\0\0\x01");
    for (about, file, reply) in [
        ("the bundle is missing", bundle.as_str(), Reply::missing()),
        ("the bundle is a page", &bundle, html()),
        ("the bundle is empty", &bundle, Reply::json("")),
        ("the bundle is null", &bundle, Reply::json("null")),
        (
            "the bundle is newer",
            &bundle,
            Reply::json("{\"version\":99}"),
        ),
        (
            "the bundle lacks everything",
            &bundle,
            Reply::json("{\"version\":1}"),
        ),
        ("the glue is missing", "halfyear.js", Reply::missing()),
        ("the glue is a page", "halfyear.js", html()),
        ("the wasm is missing", "halfyear_bg.wasm", Reply::missing()),
        ("the wasm is cut off", "halfyear_bg.wasm", cut),
    ] {
        let tree = Stage::widget()?.with(file, reply);
        let body = "<half-year-infographic><p id=\"fallback\">in words</p></half-year-infographic>";
        stage.open(tree, body).await?;
        complained_once(&stage, about).await?;
        let seen = stage
            .page
            .value("document.querySelector('#fallback').checkVisibility()")
            .await?;
        assert_eq!(seen, true, "{about}: the fallback is gone");
    }
    Ok(())
}

pub async fn the_last_good_picture_stays(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic></half-year-infographic>")
        .await?;
    let before = stage.shown().await?;
    stage
        .page
        .value("__events.splice(0), $.setAttribute('src', 'none.json')")
        .await?;
    complained_once(&stage, "src names a file that is not there").await?;
    assert_eq!(stage.shown().await?, before);
    Ok(())
}

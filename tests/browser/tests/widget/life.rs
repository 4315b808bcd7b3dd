//! How an infographic comes, moves and goes.

use halfyear_browser_tests::stage::{Outcome, Stage};
use serde_json::json;

pub async fn a_move_in_the_document_changes_nothing(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic></half-year-infographic><main></main>")
        .await?;
    let before = stage.shown().await?;
    let same = "(() => {
        const drawn = $.shadowRoot.querySelector('[data-n]');
        document.querySelector('main').append($);
        return new Promise(done => setTimeout(() =>
            done($.shadowRoot.querySelector('[data-n]') === drawn), 50));
    })()";
    assert_eq!(stage.page.value(same).await?, true, "it was drawn anew");
    assert_eq!(stage.shown().await?, before);
    // It is still alive.
    stage.page.value("$.setAttribute('lang', 'en')").await?;
    stage
        .page
        .until("$.shadowRoot.textContent.includes('Keqiao')")
        .await?;
    stage.quiet().await
}

pub async fn removal_frees_everything(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic></half-year-infographic><main></main>")
        .await?;
    let page = &stage.page;
    let cycle = "(async () => {
        for (let i = 0; i < arg; i++) {
            const it = document.createElement('half-year-infographic');
            document.querySelector('main').append(it);
            await it.ready;
            it.shadowRoot.querySelector('[data-n]').click();
            it.remove();
            await new Promise(done => setTimeout(done));
        }
        __events.length = 0;
    })()";
    let mut held = Vec::new();
    // The first round fills caches; what grows from the second to the third
    // would grow for ever.
    for round in [20, 100, 100] {
        page.value_with(cycle, json!(round)).await?;
        page.devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
        page.devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
        let counters = page.devtools("Memory.getDOMCounters", json!({})).await?;
        let count = |name: &str| counters[name].as_u64().unwrap_or_default();
        let memory = "import(new URL('halfyear.js', location)).then(glue => glue.default())
            .then(wasm => wasm.memory.buffer.byteLength)";
        let memory = page
            .value(memory)
            .await?
            .as_u64()
            .ok_or("no memory is exported")?;
        held.push((count("nodes"), count("jsEventListeners"), memory));
    }
    let [_, (nodes, listeners, memory), last] = held[..] else {
        return Err("three rounds were meant to run".into());
    };
    assert!(memory > 0 && nodes > 0 && listeners > 0, "{held:?}");
    assert!(
        last.0 <= nodes + 50,
        "nodes, listeners, bytes of wasm after each round: {held:?}"
    );
    assert!(
        last.1 <= listeners,
        "nodes, listeners, bytes of wasm after each round: {held:?}"
    );
    assert_eq!(
        last.2, memory,
        "nodes, listeners, bytes of wasm after each round: {held:?}"
    );
    stage.quiet().await
}

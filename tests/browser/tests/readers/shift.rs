//! What moves while a page loads.

use halfyear_browser_tests::{Outcome, Stage};
use serde_json::Value;

/// Records every movement, and keeps the bundle back until the page has long
/// been painted. The page is not painted before the loader has run, as on a
/// second visit: until then nobody knows that there is an infographic.
const SLOW: &str = "<script>
    window.__shifts = [];
    new PerformanceObserver(list => {
        for (const { value, sources } of list.getEntries()) __shifts.push(
            value + ': ' + sources.map(({ node, previousRect: a, currentRect: b }) =>
                `${node?.id || node?.nodeName} from ${a.y} (${a.height} high) to ${b.y} (${b.height} high)`));
    }).observe({ type: 'layout-shift', buffered: true });
    const fetched = window.fetch;
    window.fetch = (...request) => new Promise(done => setTimeout(done, 400))
        .then(() => fetched(...request));
</script>
<script type=\"module\" src=\"half-year-infographic.js\" blocking=\"render\"></script>";

pub async fn nothing_moves_while_it_loads(stage: Stage) -> Outcome {
    // A few cards, or a strip that breaks its line, cannot be foreseen: what is
    // meant to be tall is, and a strip is one line.
    for (width, layout, metrics, about) in [
        (390, "poster", "gdp stars tourism", "<p>in words</p>"),
        (1200, "poster", "gdp stars tourism", ""),
        (1200, "cards", "all", "<p>in words</p>"),
        (1200, "strip", "gdp stars tourism", ""),
    ] {
        stage.page.resize(width, 800, 1.0).await?;
        let body = format!(
            "{SLOW}<p id=\"above\">Before it.</p>
             <half-year-infographic layout=\"{layout}\" metrics=\"{metrics}\">{about}</half-year-infographic>
             <p id=\"below\">After it.</p>"
        );
        stage.show(&body).await?;
        // The observer is told of the last frame in the next task.
        let shifts = "new Promise(done => setTimeout(() => done(__shifts), 200))";
        let shifts = stage.page.value(shifts).await?;
        let told: Vec<&str> = shifts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        assert!(
            told.is_empty(),
            "{layout} at {width} px: {}",
            told.join("\n")
        );
    }
    stage.quiet().await
}

//! From markup to a live element: nothing moves, nothing changes, no click is lost.

use crate::painted::snippet;
use halfyear_browser_tests::{Outcome, Picture, Stage};
use serde_json::{Value, json};

/// Opens a page with `body` and nothing before it.
async fn open(stage: &Stage, body: &str) -> Outcome {
    let tree = Stage::widget()?.with_page(body);
    stage.page.visit(&stage.site.serve(tree)).await
}

/// Notes every movement; to take a picture of more than the window moves things too.
const SHIFTS: &str = "<script>
    window.__shifts = [];
    new PerformanceObserver(list => __shifts.push(...list.getEntries().map(it => it.startTime + ' ' + it.value + it.sources.map(({ node, previousRect: a, currentRect: b }) =>
            `${node?.className || node?.nodeName} from ${a.y} (${a.height} high) to ${b.y} (${b.height} high)`) + ' now ' + performance.now())))
        .observe({ type: 'layout-shift', buffered: true });
</script>";

async fn seen(stage: &Stage) -> Result<Picture, halfyear_browser_tests::Error> {
    let place = json!({ "x": 0, "y": 0, "width": 1000, "height": 1600, "scale": 1 });
    stage.page.clip(place).await
}

pub async fn changes_not_one_pixel(stage: Stage) -> Outcome {
    stage.page.resize(1000, 700, 1.0).await?;
    for attributes in [
        vec![
            ("metrics", "stars tourism"),
            ("lang", "en"),
            ("theme", "dark"),
        ],
        vec![("metrics", "all"), ("wake", "interaction")],
        vec![("layout", "cards"), ("metrics", "all")],
        vec![("layout", "strip"), ("metrics", "gdp stars tourism")],
    ] {
        let mut asleep = attributes.clone();
        asleep.retain(|it| it.0 != "wake");
        asleep.push(("wake", "interaction"));
        let body = format!("{SHIFTS}{}<p>What follows.</p>", snippet(&asleep)?);
        open(&stage, &body).await?;
        let before = seen(&stage).await?;
        stage
            .page
            .value(
                "new Promise(done => setTimeout(() => done(void (
                $.kept = $.shadowRoot.querySelector('[data-n]'), __shifts.splice(0))), 200))",
            )
            .await?;
        stage.page.value("$.setAttribute('wake', 'load')").await?;
        stage.page.drawn(1).await?;
        let told = stage
            .page
            .value(
                "new Promise(done => setTimeout(() => done([__shifts, $.kept.isConnected]), 200))",
            )
            .await?;
        assert_eq!(told, json!([[], true]), "{attributes:?}");
        let after = seen(&stage).await?;
        assert!(before == after, "{attributes:?} looks different awake");
    }
    stage.quiet().await
}

pub async fn below_the_fold_only_the_loader_is_fetched(stage: Stage) -> Outcome {
    stage.page.resize(800, 600, 1.0).await?;
    let body = format!("<p style=\"height: 3000px\">Above.</p>{}", snippet(&[])?);
    open(&stage, &body).await?;
    let fetched = "new Promise(done => setTimeout(() => done(
        performance.getEntriesByType('resource').map(it => it.name.split('/').pop())), 400))";
    let names = stage.page.value(fetched).await?;
    assert_eq!(names, json!(["half-year-infographic.js"]));
    stage.page.value("void scrollTo(0, 3000)").await?;
    stage.page.drawn(1).await?;
    stage.quiet().await
}

pub async fn the_first_click_is_not_lost(stage: Stage) -> Outcome {
    let body = snippet(&[("metrics", "gdp"), ("wake", "interaction")])?;
    open(&stage, &body).await?;
    stage
        .page
        .value("$.shadowRoot.querySelector('[data-n]').click()")
        .await?;
    stage
        .page
        .until("__events.some(it => it.type === 'half-year-select')")
        .await?;
    let shown = "$.shadowRoot.querySelector('#card mark')?.checkVisibility() ?? false";
    stage.page.until(shown).await?;
    stage.quiet().await
}

pub async fn markup_of_another_build_is_drawn_anew(stage: Stage) -> Outcome {
    let body = snippet(&[("metrics", "gdp"), ("wake", "load")])?;
    for (from, to) in [
        // Another code, and the same code that would now draw something else.
        ("data-build=\"", "data-build=\"0"),
        (">937.63<", ">937.64<"),
    ] {
        assert!(body.contains(from), "{from}");
        open(&stage, &body.replace(from, to)).await?;
        stage.page.drawn(1).await?;
        let shown = stage.shown().await?;
        assert!(
            shown.contains("937.63") && !shown.contains("937.64"),
            "{shown}"
        );
        let bodies = stage
            .page
            .value("$.shadowRoot.querySelectorAll('article').length")
            .await?;
        assert_eq!(bodies, Value::from(1));
    }
    stage.quiet().await
}

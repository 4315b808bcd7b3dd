//! Forced colours, no motion, paper.

use halfyear_browser_tests::{Outcome, Stage};
use serde_json::{Value, json};

const ALL: &str = "<half-year-infographic metrics=\"all\"></half-year-infographic>";

async fn emulate(stage: &Stage, media: &str, features: &[(&str, &str)]) -> Outcome {
    let features: Vec<Value> = features
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let media = json!({ "media": media, "features": features });
    stage
        .page
        .devtools("Emulation.setEmulatedMedia", media)
        .await?;
    let frame = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
    stage.page.value(frame).await.map(drop)
}

/// Shapes that can hardly be told from the page, a line each.
const FAINT: &str = "(() => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = colour => {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = colour;
        brush.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
        const [x, y, z] = [r, g, b].map(it => (it /= 255) <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return a < 128 ? null : 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = document.createElement('i');
    ground.style.color = 'Canvas';
    document.body.append(ground);
    const page = light(getComputedStyle(ground).color);
    const contrast = colour => {
        const it = light(colour);
        return it === null ? 1 : (Math.max(it, page) + 0.05) / (Math.min(it, page) + 0.05);
    };
    const faint = {};
    const shapes = [...$.shadowRoot.querySelectorAll('svg:not(.gap) :is(rect, path, circle, line)')];
    for (const it of shapes) {
        const { fill, stroke } = getComputedStyle(it);
        // What separates two parts of a mark is as the page.
        if (it.closest('.cut') || it.matches('.tick')) continue;
        const best = Math.max(fill === 'none' ? 1 : contrast(fill), stroke === 'none' ? 1 : contrast(stroke));
        const name = `${it.parentNode.getAttribute('class')} > ${it.localName}.${it.getAttribute('class')}`;
        if (best < 3) faint[name] = `${name}: fill ${fill}, stroke ${stroke}, ${best.toFixed(1)} to 1`;
    }
    return [shapes.length, Object.values(faint)];
})()";

pub async fn forced_colours_leave_every_mark_visible(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    for scheme in ["light", "dark"] {
        let features = [
            ("forced-colors", "active"),
            ("prefers-color-scheme", scheme),
        ];
        emulate(&stage, "", &features).await?;
        let told = stage.page.value(FAINT).await?;
        assert!(told[0].as_u64() > Some(60), "{told}");
        assert_eq!(told[1], json!([]), "{scheme}: marks that the page swallows");
        // What colour alone told apart is told apart by something else.
        let pairs = "[['.lane.own .bar rect', '.lane:not(.own) .bar rect', 'fill'], ['.dots .now', '.dots .then', 'stroke']]
            .map(([a, b, which]) => [a, getComputedStyle($.shadowRoot.querySelector(a))[which],
                getComputedStyle($.shadowRoot.querySelector(b))[which]])";
        let pairs = stage.page.value(pairs).await?;
        for pair in pairs.as_array().into_iter().flatten() {
            assert_ne!(pair[1], pair[2], "{scheme}: {pair}");
        }
        let badge = "getComputedStyle($.shadowRoot.querySelector('[part~=badge]')).borderTopStyle";
        assert_eq!(stage.text(badge).await?, "solid");
    }
    stage.quiet().await
}

/// What moves, or would: running animations, and durations above nothing.
const MOVING: &str = "[
    ...$.shadowRoot.getAnimations().map(it => `${it.animationName ?? it.transitionProperty} runs`),
    ...[...$.shadowRoot.querySelectorAll('*')].flatMap(it => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
        const name = it.getAttribute('class') ?? it.localName;
        return [
            animationName !== 'none' && parseFloat(animationDuration) > 0 ? `${name} is animated` : '',
            parseFloat(transitionDuration) > 0 ? `${name} has a transition` : '',
        ];
    })].filter(Boolean)";

pub async fn who_wants_no_motion_gets_none(stage: Stage) -> Outcome {
    // Every page of these tests opens with reduced motion.
    stage.show(ALL).await?;
    assert_eq!(stage.page.value(MOVING).await?, json!([]), "reduced motion");
    emulate(&stage, "", &[("prefers-reduced-motion", "no-preference")]).await?;
    stage.page.value("$.setAttribute('motion', 'none')").await?;
    assert_eq!(
        stage.page.value(MOVING).await?,
        json!([]),
        "motion=\"none\""
    );
    stage.quiet().await
}

pub async fn paper_shows_no_tools_and_splits_no_panel(stage: Stage) -> Outcome {
    stage
        .show("<half-year-infographic metrics=\"all\" theme=\"dark\"></half-year-infographic>")
        .await?;
    stage
        .page
        .value("$.shadowRoot.querySelector('[data-n]').click()")
        .await?;
    emulate(&stage, "print", &[]).await?;
    let shown = "[...$.shadowRoot.querySelectorAll('[part~=card], [part~=tools], summary')]
        .filter(it => it.checkVisibility()).map(it => it.getAttribute('part') ?? it.localName)";
    assert_eq!(stage.page.value(shown).await?, json!([]), "tools on paper");
    let split = "[...$.shadowRoot.querySelectorAll('[data-metric]')]
        .filter(it => getComputedStyle(it).breakInside !== 'avoid').map(it => it.dataset.metric)";
    assert_eq!(
        stage.page.value(split).await?,
        json!([]),
        "panels that pages split"
    );
    let ink = "(it => [it.color, it.backgroundColor])
        (getComputedStyle($.shadowRoot.querySelector('.hy')))";
    assert_eq!(
        stage.page.value(ink).await?,
        json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]),
        "ink on white, whatever the theme"
    );
    stage.quiet().await
}

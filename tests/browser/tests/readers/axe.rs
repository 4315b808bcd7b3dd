//! axe-core, with every rule that it has.

use halfyear_browser_tests::{Outcome, Reply, Stage, folder};
use serde_json::{Value, json};

const ALL: &str = "<half-year-infographic metrics=\"all\"></half-year-infographic>";

/// What axe finds, a line each. Where it cannot tell, that is a finding too,
/// but for the contrast of what something transparent lies over: the palette
/// is tested where it is written.
const FINDINGS: &str = "axe.run(document, { resultTypes: ['violations', 'incomplete'] })
    .then(({ violations, incomplete }) => [...violations,
        ...incomplete.filter(rule => rule.id !== 'color-contrast')].flatMap(rule =>
        rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help}: ${
            node.target.flat().join(' ')}: ${node.failureSummary}`.replace(/\\s+/g, ' '))))";

async fn open(stage: &Stage, body: &str) -> Outcome {
    let axe = Reply::new("text/javascript", std::fs::read(folder("HALFYEAR_AXE")?)?);
    let page = format!(
        "<html lang=\"zh-Hans\"><title>axe</title><script src=\"axe.js\"></script>
         <main><h1>A page</h1>{body}</main>"
    );
    let tree = Stage::widget()?.with("axe.js", axe);
    stage.open(tree, &page).await?;
    stage.page.drawn(1).await
}

/// Sets attributes and waits until they are drawn.
async fn set(stage: &Stage, attributes: Value) -> Outcome {
    let set = "(() => {
        for (const [name, value] of Object.entries(arg)) $.setAttribute(name, value);
        // Figures stand in running text, on the page's own ground.
        const dark = $.getAttribute('theme') === 'dark';
        Object.assign(document.body.style, dark
            ? { background: '#000', color: '#fff' } : { background: '#fff', color: '#000' });
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    })()";
    stage.page.value_with(set, attributes).await.map(drop)
}

async fn find(stage: &Stage, about: &str, found: &mut Vec<String>) -> Outcome {
    let findings = stage.page.value(FINDINGS).await?;
    let findings = findings.as_array().ok_or("axe did not run")?;
    let lines = findings.iter().filter_map(Value::as_str);
    found.extend(lines.map(|line| format!("{about}: {line}")));
    Ok(())
}

pub async fn finds_nothing_in_any_look(stage: Stage) -> Outcome {
    open(&stage, ALL).await?;
    let mut found = Vec::new();
    for width in [390, 1200] {
        stage.page.resize(width, 900, 1.0).await?;
        for layout in ["poster", "cards", "strip", "figure"] {
            for theme in ["light", "dark"] {
                for lang in ["zh", "en"] {
                    let look = json!({ "layout": layout, "theme": theme, "lang": lang });
                    set(&stage, look).await?;
                    let about = format!("{layout} {theme} {lang} at {width} px");
                    find(&stage, &about, &mut found).await?;
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    stage.quiet().await
}

pub async fn finds_nothing_in_the_card_and_the_table(stage: Stage) -> Outcome {
    open(&stage, ALL).await?;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        for lang in ["zh", "en"] {
            set(&stage, json!({ "theme": theme, "lang": lang })).await?;
            for (what, number) in [
                ("a printed number", "[data-n]:not(.derived)"),
                ("a derived number", "[data-n].derived"),
            ] {
                let open = "$.shadowRoot.querySelector(arg).click()";
                stage.page.value_with(open, json!(number)).await?;
                let shown = "$.shadowRoot.querySelector('[part~=card]').matches(':popover-open')";
                stage.page.until(shown).await?;
                find(
                    &stage,
                    &format!("card of {what}, {theme} {lang}"),
                    &mut found,
                )
                .await?;
                let close = "$.shadowRoot.querySelector('[part~=card]').hidePopover()";
                stage.page.value(close).await?;
            }
            let table = "$.shadowRoot.querySelector('[part~=table]').open = arg";
            stage.page.value_with(table, json!(true)).await?;
            find(&stage, &format!("table, {theme} {lang}"), &mut found).await?;
            stage.page.value_with(table, json!(false)).await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    stage.quiet().await
}

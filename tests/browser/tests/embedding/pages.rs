//! Pages that are hard on what is embedded in them, in three engines.

use crate::painted::snippet;
use halfyear_browser_tests::{Driver, Engine, Outcome, Page, Reply, Stage, Tree};
use serde_json::{Value, json};

const LIVE: &str = "<script type=\"module\" src=\"half-year-infographic.js\"></script>
    <half-year-infographic metrics=\"gdp stars\"><p>in words</p></half-year-infographic>";

/// What the host page may do to it, with the markup around `ELEMENT`.
const PAGES: &[(&str, &str)] = &[
    ("plain", "ELEMENT"),
    (
        "hostile styles",
        "<style>html { font-size: 3px } * { all: unset !important }</style>ELEMENT",
    ),
    ("right to left", "<body dir=\"rtl\">ELEMENT"),
    (
        "inside another shadow root",
        "<div><template shadowrootmode=\"open\">ELEMENT</template></div>",
    ),
    (
        "two versions of the script",
        "<script type=\"module\" src=\"older.js\"></script>ELEMENT",
    ),
    (
        "inside a form and a details",
        "<form><details open><summary>More</summary>ELEMENT</details></form>",
    ),
];

/// The policy that the element has to live with.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' DIGEST; \
    img-src 'self' data: blob:; connect-src 'self'; require-trusted-types-for 'script'";

const STATE: &str = "(async () => {
    const find = root => root.querySelector('half-year-infographic')
        ?? [...root.querySelectorAll('*')].map(it => it.shadowRoot && find(it.shadowRoot)).find(Boolean);
    const it = find(document);
    await Promise.race([it.ready, new Promise(done => setTimeout(done, 8000))]);
    const body = it.shadowRoot.querySelector('.hy');
    const number = [...it.shadowRoot.querySelectorAll('[data-n]')].find(it => it.checkVisibility());
    number.click();
    await new Promise(done => setTimeout(done, 50));
    const { fontSize, direction, display } = getComputedStyle(body.querySelector('article'));
    return {
        text: body.innerText.includes('937.63'),
        card: !!it.shadowRoot.querySelector('#card mark'),
        size: parseFloat(fontSize) >= 15,
        direction, display,
        log: window.__log ?? [],
    };
})()";

fn tree(body: &str) -> Result<Tree, halfyear_browser_tests::Error> {
    let widget = Stage::widget()?;
    let older = "if (!customElements.get('half-year-infographic')) await import('./half-year-infographic.js');";
    Ok(widget
        .with("older.js", Reply::new("text/javascript", older))
        .with_page(body))
}

async fn check(page: &Page, address: &str, about: &str) -> Outcome {
    page.visit(address).await?;
    let state = page.value(STATE).await?;
    let expected = json!({
        "text": true, "card": true, "size": true,
        "direction": "ltr", "display": "block", "log": [],
    });
    assert_eq!(state, expected, "{about}");
    Ok(())
}

pub async fn are_lived_with_in_every_engine(stage: Stage) -> Outcome {
    let painted = snippet(&[("metrics", "gdp stars"), ("wake", "load")])?;
    let digest = format!("'{}'", halfyear::style_digest());
    let mut addresses = Vec::new();
    for (way, element) in [("live", LIVE), ("painted", &painted)] {
        for (name, page) in PAGES {
            let tree = tree(&page.replace("ELEMENT", element))?;
            addresses.push((format!("{way}, {name}"), stage.site.serve(tree)));
        }
        let policy = POLICY.replace("DIGEST", if way == "painted" { &digest } else { "" });
        let tree = tree(element)?.with_header("content-security-policy".parse()?, policy.parse()?);
        addresses.push((format!("{way}, strict policy"), stage.site.serve(tree)));
    }
    for (about, address) in &addresses {
        check(&stage.page, address, &format!("chromium: {about}")).await?;
        stage.quiet().await?;
    }
    for engine in [Engine::Firefox, Engine::WebKit] {
        let driver = Driver::start(engine)?;
        let page = Page::open(&driver).await?;
        let mut outcome = Ok(());
        for (about, address) in &addresses {
            outcome = check(&page, address, &format!("{}: {about}", engine.name())).await;
            if outcome.is_err() {
                break;
            }
        }
        page.close().await?;
        outcome?;
    }
    Ok(())
}

pub async fn without_scripts_show_everything(stage: Stage) -> Outcome {
    stage
        .page
        .devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
    let body = snippet(&[("metrics", "all"), ("lang", "en")])?;
    stage.page.visit(&stage.site.serve(tree(&body)?)).await?;
    stage
        .page
        .devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": false }),
        )
        .await?;
    let read = "(root => [
        root.querySelector('.hy').innerText.includes('93.763'),
        root.querySelectorAll('details table tbody tr').length > 15,
        root.querySelectorAll('.panel').length > 15,
        !customElements.get('half-year-infographic'),
    ])($.shadowRoot)";
    let told = stage.page.value(read).await?;
    assert_eq!(told, json!([true, true, true, true]));
    Ok(())
}

pub async fn in_a_sandboxed_frame_draw(stage: Stage) -> Outcome {
    // Its origin is nobody's: what it fetches has to be allowed to everybody.
    let inner = "<!doctype html><meta charset=utf-8>".to_owned() + LIVE;
    let tree = tree("<iframe id=\"f\" sandbox=\"allow-scripts\" src=\"inner.html\" width=\"600\" height=\"600\"></iframe>
        <script>addEventListener('message', it => { window.__told = it.data })</script>")?
        .with("inner.html", Reply::html(inner + "<script type=\"module\">
            addEventListener('half-year-ready', it => parent.postMessage(it.target.shadowRoot.querySelector('.hy').innerText, '*'));
        </script>"))
        .with_header("access-control-allow-origin".parse()?, "*".parse()?);
    stage.page.visit(&stage.site.serve(tree)).await?;
    stage.page.until("!!window.__told").await?;
    let told = stage.page.value("__told").await?;
    assert!(
        told.as_str().is_some_and(|it| it.contains("937.63")),
        "{told}"
    );
    let _: Value = told;
    stage.quiet().await
}

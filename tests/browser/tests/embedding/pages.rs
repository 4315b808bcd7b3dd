//! Pages that are hard on what is embedded in them, in three engines.

use crate::painted::snippet;
use halfyear_browser_tests::{Error, Outcome, Reply, Stage, Tree, folder};
use serde_json::json;

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
    (
        "moved in the page",
        "ELEMENT<main></main><script>
            const main = document.querySelector('main');
            const move = () => main.append(document.querySelector('half-year-infographic'));
            move();
            window.moved = new Promise(done => setTimeout(() => done(move()), 100));
        </script>",
    ),
];

/// The policy that the element has to live with.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' DIGEST; \
    img-src 'self' data: blob:; connect-src 'self'; require-trusted-types-for 'script'";

/// One that sleeps is woken by the click on a number, which opens what any other opens.
const STATE: &str = "(async () => {
    const find = root => root.querySelector('half-year-infographic')
        ?? [...root.querySelectorAll('*')].map(it => it.shadowRoot && find(it.shadowRoot)).find(Boolean);
    const it = find(document);
    // Some engines say that a page is loaded before its modules have run.
    await customElements.whenDefined('half-year-infographic');
    await window.moved;
    const asleep = it.getAttribute('wake') === 'interaction';
    if (asleep) await new Promise(done => setTimeout(done, 150));
    else await Promise.race([it.ready, new Promise(done => setTimeout(done, 8000))]);
    const body = it.shadowRoot.querySelector('.hy');
    const number = [...it.shadowRoot.querySelectorAll('[data-n]')].find(it => it.checkVisibility());
    number.click();
    await Promise.race([it.ready, new Promise(done => setTimeout(done, 8000))]);
    const card = () => !!it.shadowRoot.querySelector('#card mark')?.checkVisibility();
    for (let i = 0; i < 100 && !card(); i++) await new Promise(done => setTimeout(done, 20));
    const { fontSize, direction, display } = getComputedStyle(body.querySelector('article'));
    return {
        text: body.innerText.includes('937.63'),
        card: card(),
        kept: !asleep || number.isConnected,
        size: parseFloat(fontSize) >= 15,
        direction, display,
    };
})()";

/// The widget's files, and the script once more as it would be of another release.
fn tree(body: &str) -> Result<Tree, Error> {
    let script = std::fs::read(folder("HALFYEAR_WIDGET")?.join("half-year-infographic.js"))?;
    Ok(Stage::widget()?
        .with("older.js", Reply::new("text/javascript", script))
        .with_page(body)
        .recorded())
}

pub async fn are_lived_with_in_every_engine(stage: Stage) -> Outcome {
    let painted = snippet(&[("metrics", "gdp stars"), ("wake", "load")])?;
    let asleep = snippet(&[("metrics", "gdp stars"), ("wake", "interaction")])?;
    let digest = format!("'{}'", halfyear::style_digest());
    let mut pages = Vec::new();
    for (way, element) in [("live", LIVE), ("painted", &painted), ("asleep", &asleep)] {
        for (name, page) in PAGES {
            let tree = tree(&page.replace("ELEMENT", element))?;
            pages.push((format!("{way}, {name}"), stage.site.serve(tree)));
        }
        let policy = POLICY.replace("DIGEST", if way == "live" { "" } else { &digest });
        let tree = tree(element)?.with_header("content-security-policy".parse()?, policy.parse()?);
        pages.push((format!("{way}, strict policy"), stage.site.serve(tree)));
    }
    let expected = json!({
        "text": true, "card": true, "kept": true, "size": true,
        "direction": "ltr", "display": "block",
    });
    stage.everywhere(&pages, STATE, &expected).await
}

/// Half of them painted, half of them live; all of them with one wasm.
pub async fn hold_a_hundred_in_every_engine(stage: Stage) -> Outcome {
    let one = snippet(&[("metrics", "gdp"), ("wake", "load")])?;
    let live = "<half-year-infographic layout=\"figure\" metrics=\"gdp\"></half-year-infographic>";
    let tree = tree(&format!("{}{}", one.repeat(50), live.repeat(50)))?;
    let pages = [("a hundred".to_owned(), stage.site.serve(tree))];
    let state = "(async () => {
        await customElements.whenDefined('half-year-infographic');
        const all = [...document.querySelectorAll('half-year-infographic')];
        await Promise.all(all.map(it => it.ready));
        const fetched = performance.getEntriesByType('resource').filter(it => it.name.endsWith('.wasm'));
        return [all.filter(it => it.shadowRoot.textContent.includes('937.63')).length, fetched.length];
    })()";
    stage.everywhere(&pages, state, &json!([100, 1])).await
}

/// Browsers compile a wasm while it comes only where it is said to be one. Elsewhere it takes
/// longer, and the console says what to change.
pub async fn of_servers_that_do_not_know_wasm_are_drawn(stage: Stage) -> Outcome {
    let wasm = std::fs::read(folder("HALFYEAR_WIDGET")?.join("halfyear_bg.wasm"))?;
    let tree = tree(LIVE)?.with("halfyear_bg.wasm", Reply::new("text/plain", wasm));
    let pages = [("wrong type".to_owned(), stage.site.serve(tree))];
    let state = "(async () => {
        await customElements.whenDefined('half-year-infographic');
        await Promise.race([$.ready, new Promise(done => setTimeout(done, 8000))]);
        return $.shadowRoot.querySelector('.hy').innerText.includes('937.63');
    })()";
    let said = "with `application/wasm` MIME type";
    stage
        .everywhere_saying(&pages, state, &json!(true), said)
        .await
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
    // Other engines cannot be driven with scripts turned off: there the page has none.
    let (before, rest) = body.split_once("<script").ok_or("no script")?;
    let (_, after) = rest.split_once("</script>").ok_or("no script")?;
    let pages = [(
        "no script".to_owned(),
        stage.site.serve(tree(&[before, after].concat())?),
    )];
    stage
        .everywhere(&pages, read, &json!([true, true, true, true]))
        .await
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
    let pages = [("a sandbox".to_owned(), stage.site.serve(tree))];
    let told = "(async () => {
        for (let i = 0; i < 400 && !window.__told; i++) await new Promise(done => setTimeout(done, 20));
        return window.__told?.includes('937.63');
    })()";
    stage.everywhere(&pages, told, &json!(true)).await
}

//! The poster in three engines.

use halfyear_browser_tests::{Driver, Engine, Error, Outcome, Page, Stage, folder};
use serde_json::{Value, json};

const WIDTHS: [u32; 2] = [390, 1200];

/// Texts and marks in order, with their boxes from the upper left corner of
/// their panel.
const READ: &str = "(async () => {
    document.querySelector('#room').style.width = `${arg.width}px`;
    for (const name of ['lang', 'theme']) $.setAttribute(name, arg[name]);
    await $.ready;
    await new Promise(done => setTimeout(done, 100));
    const found = [];
    const walk = (node, left, top) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const range = document.createRange();
            range.selectNodeContents(node);
            const { x, y, width } = range.getBoundingClientRect();
            if (node.data.trim() && width) found.push({ what: 'text', is: node.data.trim(), x: x - left, y: y - top, width });
        } else if (node.nodeType === Node.ELEMENT_NODE && (node.checkVisibility?.() ?? true)
            && !node.matches('[part~=table] .scroll')) {
            if (node.matches('[part~=header], [part~=panel], details, footer')) {
                ({ x: left, y: top } = node.getBoundingClientRect());
                found.push({ what: 'panel', is: node.dataset.metric ?? node.localName, x: left, y: 0,
                    width: node.getBoundingClientRect().width, height: node.getBoundingClientRect().height });
            }
            if (node.matches('.derived') && getComputedStyle(node).textDecorationLine === 'underline') {
                found.push({ what: 'line', is: 'under a derived number' });
            }
            if (node.matches('rect, path, circle, line') && !node.closest('.gap')) {
                // Without the stroke, which some engines count and some do not.
                const own = node.getBBox(), to = node.getScreenCTM();
                const x = own.x * to.a + to.e, y = own.y * to.d + to.f, width = own.width * to.a;
                found.push({ what: 'mark', is: node.localName + '.' + (node.getAttribute('class') ?? ''), x: x - left, y: y - top, width });
            }
            for (const child of node.childNodes) walk(child, left, top);
        }
    };
    walk($.shadowRoot.querySelector('.hy'), 0, 0);
    return found;
})()";

struct Look {
    lang: &'static str,
    width: u32,
    items: Vec<Value>,
}

async fn read(engine: Engine, address: &str) -> Result<Vec<Look>, Error> {
    let driver = Driver::start(engine)?;
    let page = Page::open(&driver).await?;
    let looks = draw(&page, engine, address).await;
    page.close().await?;
    looks
}

async fn draw(page: &Page, engine: Engine, address: &str) -> Result<Vec<Look>, Error> {
    page.browser().set_window_rect(0, 0, 1300, 5000).await?;
    page.visit(address).await?;
    page.until("!!$?.shadowRoot?.querySelector('[data-n]')")
        .await?;
    let mut looks = Vec::new();
    for (lang, theme) in [("zh", "light"), ("en", "dark")] {
        for width in WIDTHS {
            let arg = json!({ "lang": lang, "theme": theme, "width": width });
            let items = page.value_with(READ, arg).await?;
            let items = items.as_array().cloned().ok_or("nothing was read")?;
            looks.push(Look { lang, width, items });
            // For people to look at.
            if let Ok(folder) = folder("HALFYEAR_PICTURES") {
                std::fs::create_dir_all(&folder)?;
                let name = format!("{}-{lang}-{width}.png", engine.name());
                let png = page.browser().screenshot_as_png().await?;
                std::fs::write(folder.join(name), png)?;
            }
        }
    }
    Ok(looks)
}

/// What differs between two readings, a line each.
fn differences(one: &Look, other: &Look) -> Vec<String> {
    let name = |it: &Value| format!("{} {}", it["what"], it["is"]);
    let names = |look: &Look| look.items.iter().map(name).collect::<Vec<_>>();
    let (a, b) = (names(one), names(other));
    if a != b {
        let at = a.iter().zip(&b).position(|(a, b)| a != b);
        let at = at.unwrap_or(a.len().min(b.len()));
        let (a, b) = (a.get(at), b.get(at));
        return vec![format!("draws {b:?} in place of {a:?}, number {at}")];
    }
    let mut lines = Vec::new();
    // Whether the panel broke its lines at the same places.
    let mut alike = true;
    for (a, b) in one.items.iter().zip(&other.items) {
        let mut hold = |side: &str, slack: f64| {
            let (was, is) = (
                a[side].as_f64().unwrap_or(0.0),
                b[side].as_f64().unwrap_or(0.0),
            );
            if (was - is).abs() > slack {
                lines.push(format!("{}: {side} {is:.0} in place of {was:.0}", name(a)));
            }
        };
        let height = a["height"].as_f64().unwrap_or(0.0);
        let wide = a["width"].as_f64().unwrap_or(0.0);
        match a["what"].as_str() {
            Some("panel") => {
                hold("x", 2.0);
                hold("width", 2.0);
                // A line more or less.
                hold("height", 32.0 + height * 0.1);
                alike = (height - b["height"].as_f64().unwrap_or(0.0)).abs() < 6.0;
            }
            Some("mark") => {
                hold("x", 6.0);
                hold("width", 6.0);
                hold("y", if alike { 8.0 } else { 48.0 });
            }
            // Spaces beside punctuation and between Han and digits differ.
            _ if alike => {
                hold("x", 12.0 + wide * 0.15);
                hold("y", 12.0);
            }
            _ => {}
        }
    }
    lines
}

pub async fn draw_the_poster_alike(stage: Stage) -> Outcome {
    let body = "<html lang=\"zh-Hans\"><style>body { margin: 0 }</style><div id=\"room\">
        <half-year-infographic metrics=\"all\" motion=\"none\"></half-year-infographic></div>
        <script type=\"module\" src=\"half-year-infographic.js\"></script>";
    let address = stage.site.serve(Stage::widget()?.with_page(body));
    let chromium = read(Engine::Chromium, &address).await?;
    let mut wrong = Vec::new();
    for engine in [Engine::Firefox, Engine::WebKit] {
        let looks = read(engine, &address).await;
        let looks = looks.map_err(|error| format!("{}: {error}", engine.name()))?;
        for (one, other) in chromium.iter().zip(&looks) {
            let Look { lang, width, .. } = one;
            assert!(
                one.items.len() > 300,
                "{} things are drawn",
                one.items.len()
            );
            let lines = differences(one, other);
            let about = format!("{} {lang} at {width} px", engine.name());
            wrong.extend(lines.into_iter().map(|line| format!("{about}: {line}")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    Ok(())
}

//! Every snippet that is published or documented, pasted into a page.

use crate::{published, tree};
use halfyear_browser_tests::{Error, Outcome, Stage, Tree, folder};
use serde_json::{Value, json};
use std::path::Path;

/// Files of `folder` in what is published, by the end of their names.
fn listed(folder: &str, ending: &str) -> Result<Vec<String>, Error> {
    let path = halfyear_browser_tests::folder("HALFYEAR_DIST")?.join(folder);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path)?.flatten() {
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|it| it.ends_with(ending));
    names.sort();
    assert!(!names.is_empty(), "no {ending} in {folder}");
    Ok(names)
}

/// Waits for the element, opens its first number, and says whether that worked.
const OPENS: &str = "(async () => {
    await customElements.whenDefined('half-year-infographic');
    const number = root => [...root?.querySelectorAll('[data-n]') ?? []].find(it => it.checkVisibility());
    // One that sleeps is woken by this.
    if (!number($.shadowRoot)) await $.ready;
    number($.shadowRoot).click();
    await $.ready;
    await new Promise(done => setTimeout(done, 50));
    return !!$.shadowRoot.querySelector('#card blockquote')?.checkVisibility();
})()";

/// Every edition in both languages, opened where it lies.
pub async fn of_painted_files_are_complete(stage: Stage) -> Outcome {
    let mut pages = Vec::new();
    for name in listed("editions", ".html")? {
        let address = stage.site.serve(Tree::of(folder("HALFYEAR_DIST")?));
        let address = format!("{address}editions/{name}");
        stage.page.visit(&address).await?;
        // It has no head of its own: the browser asks for an icon, and finds none.
        let told = stage.page.value(OPENS).await?;
        assert_eq!(told, json!(true), "{name}");
        let pasted = tree(&published(&format!("editions/{name}"))?.replace("../", ""))?;
        pages.push((name, stage.site.serve(pasted.recorded())));
    }
    stage.page.console().await?;
    stage.everywhere(&pages, OPENS, &json!(true)).await
}

pub async fn of_oembed_are_framed(stage: Stage) -> Outcome {
    let mut pages = Vec::new();
    for name in listed("oembed", ".json")? {
        let told: Value = serde_json::from_str(&published(&format!("oembed/{name}"))?)?;
        let html = told["html"].as_str().ok_or("no markup")?;
        // Where it will lie is not here.
        let address = html.split('"').nth(1).ok_or("no address")?;
        let (base, _) = address.split_once("embed.html").ok_or("no frame")?;
        let here = match base {
            "" => html.to_owned(),
            base => html.replace(base, ""),
        };
        let height = told["height"].as_u64().ok_or("no height")?;
        assert!(height > 500 && told["width"].as_u64() > Some(300), "{name}");
        pages.push((name, stage.site.serve(tree(&here)?.recorded())));
    }
    let framed = "(async () => {
        const frame = document.querySelector('iframe');
        const before = frame.height;
        frame.scrollIntoView();
        for (let i = 0; i < 400 && frame.height === before; i++) await new Promise(done => setTimeout(done, 20));
        const inside = frame.contentDocument.querySelector('half-year-infographic');
        await inside.ready;
        return [
            Math.abs(inside.getBoundingClientRect().height - frame.height) <= 1,
            frame.contentWindow.__log.length,
        ];
    })()";
    stage.everywhere(&pages, framed, &json!([true, 0])).await
}

/// The code blocks of a document in the language `lang`.
fn blocks(document: &str, lang: &str) -> Vec<String> {
    let fence = format!("```{lang}\n");
    let starts = document.split(&*fence).skip(1);
    let blocks = starts.filter_map(|rest| rest.split_once("```"));
    blocks.map(|(block, _)| block.to_owned()).collect()
}

pub async fn of_readmes_are_drawn(stage: Stage) -> Outcome {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let script = "<script type=\"module\" src=\"half-year-infographic.js\"></script>";
    let mut pages = Vec::new();
    for (name, text) in [
        ("README.md", std::fs::read_to_string(readme)?),
        ("npm/README.md", published("npm/README.md")?),
    ] {
        for block in blocks(&text, "html") {
            // Where the package is imported, no script stands in the page.
            let imported = !block.contains("<script");
            let body = [if imported { script } else { "" }, &block].concat();
            pages.push((name.to_owned(), stage.site.serve(tree(&body)?.recorded())));
        }
    }
    assert!(pages.len() >= 2, "{pages:?}");
    stage.everywhere(&pages, OPENS, &json!(true)).await
}

/// What the configurator writes for each way, in a page beside its files.
pub async fn of_the_configurator_are_drawn(stage: Stage) -> Outcome {
    let page = &stage.page;
    let front = || Ok::<_, Error>(Tree::of(folder("HALFYEAR_FRONT")?));
    let address = stage.site.serve(front()?);
    page.visit(&format!("{address}?metrics=gdp+stars&lang=en&theme=dark"))
        .await?;
    page.drawn(1).await?;
    let painted = "document.querySelector('#poster').shadowRoot?.querySelector('[data-n]') != null";
    page.until(painted).await?;
    for (way, sign, drawn) in [
        ("element", "<p>Keqiao", OPENS),
        ("html", "<template", OPENS),
        ("iframe", "title=", "(async () => {
            const frame = document.querySelector('iframe');
            const find = () => frame.contentDocument?.querySelector('half-year-infographic');
            for (let i = 0; i < 400 && !find()?.ready; i++) await new Promise(done => setTimeout(done, 20));
            await find().ready;
            return find().getAttribute('theme') === 'dark' && find().shadowRoot.textContent.includes('93.763');
        })()"),
        ("npm", "<p>Keqiao", OPENS),
        ("svg", "alt=", IMAGE),
        ("png", "alt=", IMAGE),
    ] {
        page.visit(&format!("{address}?metrics=gdp+stars&lang=en&theme=dark&way={way}")).await?;
        let there = format!("document.querySelector('#snippet')?.textContent.includes('{sign}') ?? false");
        page.until(&there).await?;
        let mut snippet = stage.text("document.querySelector('#snippet').textContent").await?;
        stage.quiet().await?;
        if way == "npm" {
            let (_, element) = snippet.split_once("';\n").ok_or("nothing is imported")?;
            let script = "<script type=\"module\" src=\"half-year-infographic.js\"></script>";
            snippet = [script, element].concat();
        }
        // Addresses are whole: of the page on which it was copied.
        let pasted = front()?.with_page(&format!("<base href=\"{address}\">{snippet}"));
        // A picture is saved from the page, and lies where the person puts it.
        let pasted = match drawn == IMAGE {
            true => Tree::of(folder("HALFYEAR_DIST")?.join("editions")).with_page(&snippet),
            false => pasted,
        };
        page.visit(&stage.site.serve(pasted)).await?;
        assert_eq!(page.value(drawn).await?, json!(true), "{way}: {snippet}");
        stage.quiet().await?;
    }
    Ok(())
}

const IMAGE: &str = "(async () => {
    const [image] = document.images;
    await image.decode();
    return image.naturalWidth > 300 && image.alt.length > 5;
})()";

/// Those that need no bundler; the others are built by a test of their own.
pub async fn of_the_examples_are_drawn(stage: Stage) -> Outcome {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let read = |name: &str| std::fs::read_to_string(examples.join(name));
    let page = Tree::of(folder("HALFYEAR_DIST")?).with(
        "index.html",
        halfyear_browser_tests::Reply::html(read("html/index.html")?),
    );
    let pages = [("html".to_owned(), stage.site.serve(page.recorded()))];
    let chosen = format!(
        "{OPENS}.then(it => it && document.querySelector('#quote').textContent.length > 5)"
    );
    stage.everywhere(&pages, &chosen, &json!(true)).await?;
    let article = tree(&read("cms/article.html")?)?.recorded();
    let pages = [("cms".to_owned(), stage.site.serve(article))];
    let shown = "(async () => {
        const frame = document.querySelector('iframe');
        const find = () => frame.contentDocument?.querySelector('half-year-infographic');
        for (let i = 0; i < 400 && !find()?.ready; i++) await new Promise(done => setTimeout(done, 20));
        await find().ready;
        await document.images[0].decode();
        const table = await fetch(document.querySelector('figure a').href);
        return [document.images[0].naturalWidth, table.ok, document.scripts.length <= 1];
    })()";
    stage
        .everywhere(&pages, shown, &json!([1200, true, true]))
        .await
}

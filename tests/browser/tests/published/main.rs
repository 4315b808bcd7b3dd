//! What is published, opened as people use it.

mod numbers;
mod snippets;

use halfyear_browser_tests::{Error, Outcome, Stage, Tree, folder, run, stage::EDITION, tests};
use serde_json::{Value, json};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        ways::are_drawn_from_hashed_files,
        ways::are_framed_at_their_own_height,
        ways::are_pictures_in_every_engine,
        numbers::are_the_same_in_five_outputs,
        snippets::of_painted_files_are_complete,
        snippets::of_oembed_are_framed,
        snippets::of_readmes_are_drawn,
        snippets::of_the_configurator_are_drawn,
        snippets::of_the_examples_are_drawn,
        files::are_what_their_digests_say,
    ])
}

const LIVE: &str = "<script type=\"module\" src=\"half-year-infographic.js\"></script>
    <half-year-infographic lang=\"en\"></half-year-infographic>";

fn tree(body: &str) -> Result<Tree, Error> {
    Ok(Tree::of(folder("HALFYEAR_DIST")?).with_page(body))
}

async fn open(stage: &Stage, body: &str) -> Outcome {
    stage.page.visit(&stage.site.serve(tree(body)?)).await
}

fn published(name: &str) -> Result<String, Error> {
    Ok(std::fs::read_to_string(
        folder("HALFYEAR_DIST")?.join(name),
    )?)
}

mod ways {
    use super::*;

    pub async fn are_drawn_from_hashed_files(stage: Stage) -> Outcome {
        open(&stage, LIVE).await?;
        stage.page.drawn(1).await?;
        let shown = stage.shown().await?;
        assert!(shown.contains("93.763"), "{shown}");
        let fetched = "performance.getEntriesByType('resource').map(it => it.name.split('/').pop()).join(' ')";
        let fetched = stage.text(fetched).await?;
        assert!(!fetched.contains("halfyear.js"), "{fetched}");
        // The exporter has its own, and is fetched when it is asked for.
        assert!(!fetched.contains("export"), "{fetched}");
        let drawing = stage
            .page
            .value("$.toSVG().then(it => it.slice(0, 5))")
            .await?;
        assert_eq!(drawing, json!("<svg "));
        stage.quiet().await
    }

    pub async fn are_framed_at_their_own_height(stage: Stage) -> Outcome {
        let told: Value = serde_json::from_str(&published(&format!("oembed/{EDITION}.json"))?)?;
        assert_eq!(
            (&told["version"], &told["type"]),
            (&json!("1.0"), &json!("rich"))
        );
        let html = told["html"].as_str().ok_or("no markup")?;
        // Where it lies is not known here.
        let address = html.split('"').nth(1).ok_or("no address")?;
        let file = address.rsplit('/').next().ok_or("no file")?;
        assert!(file.starts_with("embed.html?"), "{file}");
        for sandbox in ["", "sandbox=\"allow-scripts\""] {
            let body = format!(
                "<iframe id=\"f\" src=\"{file}&amp;metrics=gdp+stars&amp;lang=en\" {sandbox} width=\"600\" height=\"99\"></iframe>
                 <script src=\"embed.js\"></script>"
            );
            let tree =
                tree(&body)?.with_header("access-control-allow-origin".parse()?, "*".parse()?);
            stage.page.visit(&stage.site.serve(tree)).await?;
            stage.page.until("Number(f.height) > 300").await?;
            stage.quiet().await?;
        }
        Ok(())
    }

    /// As files, and a drawing as a part of the page.
    pub async fn are_pictures_in_every_engine(stage: Stage) -> Outcome {
        let files = ["zh.svg", "en.svg", "zh.png", "en.png"]
            .map(|it| format!("<img src=\"editions/{EDITION}.{it}\" alt=\"\">"));
        let drawing = published(&format!("editions/{EDITION}.zh.svg"))?;
        let pages = [("pictures", files.concat()), ("a drawing", drawing)]
            .map(|(about, body)| Ok((about.to_owned(), stage.site.serve(tree(&body)?.recorded()))));
        let pages: Vec<_> = pages.into_iter().collect::<Result<_, Error>>()?;
        let shown = "(async () => {
            for (const it of document.images) await it.decode();
            const pictures = [...document.images].map(it => [it.naturalWidth, it.naturalHeight > 1000]);
            const drawn = [...document.querySelectorAll('svg text')].map(it => it.textContent).join(' ');
            return pictures.length
                ? pictures.every(([width, tall]) => width === 1200 && tall)
                : drawn.includes('937.63') && document.querySelector('svg').getBoundingClientRect().height > 1000;
        })()";
        stage.everywhere(&pages, shown, &json!(true)).await
    }
}

mod files {
    use super::*;

    pub async fn are_what_their_digests_say(stage: Stage) -> Outcome {
        let integrity: Value = serde_json::from_str(&published("integrity.json")?)?;
        let sizes: Value = serde_json::from_str(&published("sizes.json")?)?;
        open(&stage, "").await?;
        let all = integrity.as_object().ok_or("no digests")?;
        assert!(all.len() > 8, "{integrity}");
        for (name, digest) in all {
            let fetched = "fetch(arg[0], { integrity: arg[1] }).then(it => it.ok)";
            let fetched = stage
                .page
                .value_with(fetched, json!([name, digest]))
                .await?;
            assert_eq!(fetched, json!(true), "{name}");
            assert!(
                sizes[name]["brotli"].as_u64() > Some(0),
                "{name} has no size"
            );
        }
        stage.quiet().await
    }
}

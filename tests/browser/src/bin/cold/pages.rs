//! The pages that are compared, each with its files as a host sends them.

use crate::figures::figures;
use halfyear_browser_tests::{Error, Reply, Tree, folder, stage::EDITION};
use halfyear_snippet::{File, Files, live};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

pub const LIVE: &str = "the live element";
pub const STATIC: &str = "a static page";
pub const CHARTJS: &str = "the page with Chart.js";
pub const LIT: &str = "the page with Lit";

/// What has to happen until all figures of a page are there.
pub enum Finish {
    /// The markup is painted.
    Markup,
    /// The same; the element takes it over later.
    Adopted,
    /// A script has left this mark.
    Mark(&'static str),
}

/// A page, and how it is told that it stands.
pub struct Sheet {
    pub name: &'static str,
    pub tree: Tree,
    pub finish: Finish,
}

/// All of them, with the same words around the figures.
pub fn all() -> Result<Vec<Sheet>, Error> {
    let dist = folder("HALFYEAR_DIST")?;
    let read = |name: &str| std::fs::read_to_string(dist.join(name));
    let bundle: Value = serde_json::from_str(&read(&format!("editions/{EDITION}.json"))?)?;
    let integrity: Value = serde_json::from_str(&read("integrity.json")?)?;
    let painted = read(&format!("editions/{EDITION}.zh.html"))?
        .replace("../half-year-infographic.js", "half-year-infographic.js");
    let (before, rest) = painted.split_once("<script").ok_or("no script is named")?;
    let (_, after) = rest.split_once("</script>").ok_or("no script is named")?;
    let still = [before, after].concat();

    let named = |stem: &str, ending: &str| {
        let mut names = integrity.as_object().into_iter().flatten();
        let digest = |name: &str| {
            let digest = name.strip_prefix(stem)?.strip_suffix(ending)?;
            Some(digest.bytes().all(|it| it.is_ascii_hexdigit()))
        };
        let found = names.find(|(name, _)| digest(name) == Some(true));
        let (name, integrity) = found.ok_or_else(|| format!("no {stem}*{ending} is published"))?;
        Ok::<_, Error>((name.as_str(), integrity.as_str().unwrap_or_default()))
    };
    let (glue, wasm) = (named("halfyear-", ".js")?, named("halfyear_bg-", ".wasm")?);
    let address = format!("editions/{EDITION}.json");
    let hinted = |(address, integrity)| File { address, integrity };
    let files = Files {
        loader: "half-year-infographic.js".into(),
        glue: hinted(glue),
        wasm: hinted(wasm),
        bundle: address.as_str().into(),
    };
    let title = bundle["title"]["zh"].as_str().unwrap_or_default();
    let element = live(&files, &[], &format!("<p>{title}</p>"));
    let mut own = Tree::default();
    for name in ["half-year-infographic.js", glue.0, wasm.0, &address] {
        own = own.with(name, Reply::packed(&dist.join(name))?);
    }

    let figures = figures(&bundle);
    let peers = bundled(&figures)?;
    let words = format!(
        "<h1>{title}</h1><p>{}</p>",
        bundle["lede"]["zh"].as_str().unwrap_or_default()
    );
    let mut charts = words.clone();
    for (index, figure) in figures.as_array().into_iter().flatten().enumerate() {
        let bars = figure["bars"].as_array().map_or(0, Vec::len);
        charts.push_str(&format!(
            "<figure><figcaption>{}</figcaption><div style=\"height:{}px\"><canvas id=\"figure-{index}\"></canvas></div></figure>",
            figure["title"].as_str().unwrap_or_default(),
            40 + bars * 32,
        ));
    }
    let script = |name: &str| format!("<script type=\"module\" src=\"{name}\"></script>");
    let peer = |name: &str| Reply::packed(&peers.join(name));
    let sheet = |name, tree: Tree, body: &str, finish| {
        let page = format!(
            "<!doctype html><html lang=\"zh-Hans\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
             <link rel=\"icon\" href=\"data:,\"><p>Before it.</p>{body}<p>After it.</p>"
        );
        let tree = tree.with("index.html", Reply::html(page).pack()?);
        Ok::<_, Error>(Sheet { name, tree, finish })
    };
    let ready = "half-year-ready";
    Ok(vec![
        sheet(STATIC, Tree::default(), &still, Finish::Markup)?,
        sheet(
            "the painted element",
            own.clone(),
            &painted,
            Finish::Adopted,
        )?,
        sheet(LIVE, own, &element, Finish::Mark(ready))?,
        sheet(
            CHARTJS,
            Tree::default().with("chartjs.js", peer("chartjs.js")?),
            &[script("chartjs.js"), charts].concat(),
            Finish::Mark("complete"),
        )?,
        sheet(
            LIT,
            Tree::default().with("lit.js", peer("lit.js")?),
            &[
                script("lit.js"),
                words,
                "<peer-figures></peer-figures>".to_owned(),
            ]
            .concat(),
            Finish::Mark("complete"),
        )?,
    ])
}

/// The peers' scripts with what they import, in a folder of their own.
fn bundled(figures: &Value) -> Result<std::path::PathBuf, Error> {
    let into = folder("HALFYEAR_PEERS")?;
    let sources = into.join("sources");
    std::fs::create_dir_all(&sources)?;
    std::fs::write(sources.join("figures.json"), figures.to_string())?;
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
    for name in ["chartjs.js", "lit.js"] {
        std::fs::copy(written.join(name), sources.join(name))?;
        let bundled = Command::new(folder("HALFYEAR_ESBUILD")?)
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .args([
                "--charset=utf8",
                "--log-level=warning",
                "--conditions=production",
            ])
            .arg(format!("--outfile={}", into.join(name).display()))
            .arg(sources.join(name))
            .env("NODE_PATH", folder("HALFYEAR_NODE_PATH")?)
            .status()?;
        if !bundled.success() {
            return Err(format!("esbuild did not bundle {name}: look at what it says").into());
        }
    }
    Ok(into)
}

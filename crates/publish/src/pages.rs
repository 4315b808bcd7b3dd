//! Pages and documents that refer to the published files.

use crate::hashed::{Names, sri};
use crate::{Job, write_json};
use halfyear_snippet::{File, Files, frame, hints};
use serde_json::{Value, json};
use std::path::Path;
use std::{fs, io};

/// An edition, as far as its pages speak of it.
pub struct Edition {
    /// Its id.
    pub id: String,
    /// Its headline in Chinese.
    pub title: String,
    /// How tall its drawing is for each pixel of its width.
    pub height: u32,
}

/// The editions in `dist`, in the order of their names.
///
/// # Errors
/// When a bundle cannot be read.
pub fn editions(dist: &Path) -> io::Result<Vec<Edition>> {
    let folder = dist.join("editions");
    let mut editions = Vec::new();
    for name in crate::files(&folder)? {
        let Some(id) = name.strip_suffix(".json") else {
            continue;
        };
        let bundle: Value = serde_json::from_slice(&fs::read(folder.join(&name))?)?;
        let title = bundle["title"]["zh"].as_str().unwrap_or_default();
        let drawing = fs::read_to_string(folder.join(format!("{id}.zh.svg")))?;
        editions.push(Edition {
            id: id.to_owned(),
            title: title.to_owned(),
            height: number(&drawing, " height=\"").unwrap_or(1600),
        });
    }
    Ok(editions)
}

/// The whole number behind the first `name` in `text`.
fn number(text: &str, name: &str) -> Option<u32> {
    let (_, rest) = text.split_once(name)?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    rest.get(..digits)?.parse().ok()
}

/// Where a page names the descriptions of frames.
const OEMBED: &str = "<!-- oembed -->\n";

/// Makes the page for frames, the descriptions of frames, and the front page's hints.
///
/// # Errors
/// When a source cannot be read, or a page not written.
pub fn make(job: &Job, names: &Names, editions: &[Edition]) -> io::Result<()> {
    let (dist, www) = (&job.dist, job.repository.join("www"));
    fs::copy(www.join("embed.js"), dist.join("embed.js"))?;
    let mut found = String::new();
    for edition in editions {
        let address = format!("{}oembed/{}.json", job.base, edition.id);
        found.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{}\">\n",
            escaped(&edition.title)
        ));
    }
    let page = fs::read_to_string(www.join("embed.html"))?;
    fs::write(dist.join("embed.html"), page.replace(OEMBED, &found))?;

    fs::create_dir_all(dist.join("oembed"))?;
    for edition in editions {
        let embed = format!("{}embed.html?edition={}", job.base, edition.id);
        let script = format!("{}embed.js", job.base);
        let html = frame(&embed, &script, &edition.title, edition.height);
        let told = json!({
            "version": "1.0", "type": "rich", "title": edition.title,
            "provider_name": "halfyear", "width": 1200, "height": edition.height, "html": html,
        });
        let path = dist.join("oembed").join(format!("{}.json", edition.id));
        write_json(&path, &told)?;
    }
    // The configurator, where it was built, learns the names from its own hints.
    let front = dist.join("index.html");
    if front.exists() {
        let page = fs::read_to_string(&front)?.replace(OEMBED, &found);
        let published = |built: &str| -> io::Result<(String, String)> {
            let found = names.iter().find(|it| it.0 == built);
            let name = found.map_or(built, |it| &*it.1).to_owned();
            let digest = sri(&fs::read(dist.join(&name))?);
            Ok((name, digest))
        };
        let (glue, wasm) = (published("halfyear.js")?, published("halfyear_bg.wasm")?);
        let files = Files {
            glue: File {
                address: &glue.0,
                integrity: &glue.1,
            },
            wasm: File {
                address: &wasm.0,
                integrity: &wasm.1,
            },
            ..Files::default()
        };
        // The page looks there for the files that its snippets name.
        let hints = hints(&files)
            .replace(
                "rel=\"modulepreload\"",
                "rel=\"modulepreload\" data-is=\"glue\"",
            )
            .replace("rel=\"preload\"", "rel=\"preload\" data-is=\"wasm\"");
        fs::write(&front, page.replace("</head>", &(hints + "</head>")))?;
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_tells_its_height() {
        assert_eq!(
            number("<svg width=\"1200\" height=\"2964\">", " height=\""),
            Some(2964)
        );
        assert_eq!(number("<svg>", " height=\""), None);
    }
}

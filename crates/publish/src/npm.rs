//! The npm package.

use crate::hashed::Names;
use crate::{Job, files, write_json};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::path::Path;
use std::{fs, io};

/// Makes `npm/` and its archive.
///
/// # Errors
/// When a file cannot be read or written.
pub fn pack(job: &Job, names: &Names) -> io::Result<()> {
    let folder = job.dist.join("npm");
    fs::create_dir_all(folder.join("editions"))?;
    let mut taken = vec!["half-year-infographic.js".to_owned(), "embed.js".to_owned()];
    taken.extend(names.iter().map(|it| it.1.clone()));
    taken.extend(
        [
            "half-year-infographic.d.ts",
            "custom-elements.json",
            "bundle.schema.json",
        ]
        .map(str::to_owned),
    );
    let editions = files(&job.dist.join("editions"))?;
    taken.extend(
        editions
            .iter()
            .filter(|it| it.ends_with(".json"))
            .map(|it| format!("editions/{it}")),
    );
    for name in &taken {
        fs::copy(job.dist.join(name), folder.join(name))?;
    }
    let sources = job.repository.join("www/npm");
    for name in ["README.md", "react.d.ts", "vue.d.ts"] {
        fs::copy(sources.join(name), folder.join(name))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(job.repository.join(name), folder.join(name))?;
    }
    let loader = folder.join("half-year-infographic.js");
    let text = bundled(&fs::read_to_string(&loader)?, names, &editions);
    fs::write(loader, text)?;
    write_json(&folder.join("package.json"), &manifest(&job.version))?;
    let archive = job
        .dist
        .join(format!("half-year-infographic-{}.tgz", job.version));
    archive_of(&folder, &archive)
}

/// The loader with its addresses as bundlers recognise them: they take the files along that are
/// named so, and only those.
fn bundled(loader: &str, names: &Names, editions: &[String]) -> String {
    let along = |file: &str| format!("new URL(\"./{file}\",import.meta.url).href");
    let mut text = loader.to_owned();
    for (_, published) in names {
        text = text.replacen(&format!("\"./{published}\""), &along(published), 1);
    }
    let ids = editions.iter().filter_map(|it| it.strip_suffix(".json"));
    let known = ids.map(|id| format!("\"{id}\":{}", along(&format!("editions/{id}.json"))));
    let known = known.collect::<Vec<_>>().join(",");
    text.replacen(
        "exporterWasm:",
        &format!("editions:{{{known}}},exporterWasm:"),
        1,
    )
}

fn manifest(version: &str) -> Value {
    json!({
        "name": "half-year-infographic",
        "version": version,
        "description": "A half-year report as an infographic, a custom element",
        "type": "module",
        "license": "MIT OR Apache-2.0",
        "main": "./half-year-infographic.js",
        "module": "./half-year-infographic.js",
        "types": "./half-year-infographic.d.ts",
        "customElements": "./custom-elements.json",
        "sideEffects": ["./half-year-infographic.js", "./embed.js"],
        "exports": {
            ".": { "types": "./half-year-infographic.d.ts", "default": "./half-year-infographic.js" },
            "./react": { "types": "./react.d.ts" },
            "./vue": { "types": "./vue.d.ts" },
            "./embed.js": "./embed.js",
            "./editions/*": "./editions/*",
            "./bundle.schema.json": "./bundle.schema.json",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "keywords": ["infographic", "web-component", "wasm", "china", "statistics"],
    })
}

/// Writes an archive as npm expects it, everything below `package/`, without times and owners.
fn archive_of(folder: &Path, archive: &Path) -> io::Result<()> {
    let packed = GzEncoder::new(fs::File::create(archive)?, Compression::best());
    let mut tar = tar::Builder::new(packed);
    for name in files(folder)? {
        let content = fs::read(folder.join(&name))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(499_162_500);
        header.set_cksum();
        tar.append_data(&mut header, format!("package/{name}"), &*content)?;
    }
    tar.into_inner()?.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundlers_find_every_file() {
        let names = vec![("a.wasm".to_owned(), "a-1.wasm".to_owned())];
        let loader = "const F={wasm:\"./a-1.wasm\",exporterWasm:\"./b\"};";
        let text = bundled(
            loader,
            &names,
            &["x.json".to_owned(), "x.zh.svg".to_owned()],
        );
        let expected = "const F={wasm:new URL(\"./a-1.wasm\",import.meta.url).href,\
            editions:{\"x\":new URL(\"./editions/x.json\",import.meta.url).href},exporterWasm:\"./b\"};";
        assert_eq!(text, expected);
    }
}

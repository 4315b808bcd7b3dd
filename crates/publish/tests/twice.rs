//! The same files give the same bytes, whenever they are published.

use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A small widget with two editions, written `age` seconds ago, published.
fn published(age: u64) -> tempfile::TempDir {
    let dist = tempfile::tempdir().expect("a folder");
    let front = "<head>\n<!-- oembed -->\n</head>\n";
    let bundle = |title: &str| format!("{{\"title\":{{\"zh\":\"{title}\"}}}}");
    fs::create_dir(dist.path().join("editions")).expect("it is ours");
    for (name, content) in [
        ("halfyear_bg.wasm", "wasm"),
        ("halfyear.js", "new URL('halfyear_bg.wasm',import.meta.url)"),
        ("halfyear-export_bg.wasm", "wasm that saves"),
        (
            "halfyear-export.js",
            "new URL('halfyear-export_bg.wasm',import.meta.url)",
        ),
        (
            "half-year-infographic.js",
            "const F={glue:\"./halfyear.js\",wasm:\"./halfyear_bg.wasm\",\
             exporter:\"./halfyear-export.js\",exporterWasm:\"./halfyear-export_bg.wasm\"};",
        ),
        ("index.html", front),
        ("editions/b.json", &bundle("second")),
        ("editions/b.zh.svg", "<svg height=\"900\">"),
        ("editions/a.json", &bundle("first \\\"&\\\"")),
        ("editions/a.zh.svg", "<svg height=\"1200\">"),
    ] {
        let path = dist.path().join(name);
        fs::write(&path, content).expect("it is ours");
        let file = File::options()
            .append(true)
            .open(path)
            .expect("it is there");
        file.set_modified(SystemTime::now() - Duration::from_secs(age))
            .expect("it is ours");
    }
    let run = Command::new(env!("CARGO_BIN_EXE_halfyear-publish"))
        .args([dist.path(), &repository()])
        .args(["1.2.3", "https://example.org/h/"])
        .output()
        .expect("it starts");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    dist
}

/// Every file below a folder with its content.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("it is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            let inner = contents(&entry.path());
            found.extend(
                inner
                    .into_iter()
                    .map(|(file, it)| (format!("{name}/{file}"), it)),
            );
        } else {
            found.insert(name, fs::read(entry.path()).expect("it is there"));
        }
    }
    found
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (one, two) = (published(0), published(86_400));
    let (one, two) = (contents(one.path()), contents(two.path()));
    assert!(one.len() > 25, "{:?}", one.keys());
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (name, content) in &one {
        assert_eq!(Some(content), two.get(name), "{name}");
    }
}

#[test]
fn the_archive_knows_no_time_and_no_owner() {
    let dist = published(0);
    let archive = fs::read(dist.path().join("half-year-infographic-1.2.3.tgz"));
    let archive = archive.expect("it is packed");
    // RFC 1952: the four bytes of the time, and the one of the system.
    assert_eq!((&archive[4..8], archive[9]), (&[0; 4][..], 255));
    let mut seen = Vec::new();
    for entry in tar::Archive::new(GzDecoder::new(&*archive))
        .entries()
        .expect("a tar")
    {
        let entry = entry.expect("a whole tar");
        let header = entry.header();
        let path = entry.path().expect("a path").to_string_lossy().into_owned();
        // The date on which npm sets every file of a package.
        assert_eq!(header.mtime().ok(), Some(499_162_500), "{path}");
        let owner = [header.uid(), header.gid()].map(|it| it.unwrap_or(0));
        assert_eq!(owner, [0, 0], "{path}");
        seen.push(path);
    }
    assert!(seen.is_sorted(), "{seen:?}");
    assert!(
        seen.contains(&"package/package.json".to_owned()),
        "{seen:?}"
    );
}

/// What section by section is promised to lie there.
#[test]
fn nothing_is_missing() {
    let dist = published(0);
    let found = contents(dist.path());
    for name in [
        "half-year-infographic.js",
        "half-year-infographic.d.ts",
        "half-year-infographic-1.2.3.tgz",
        "bundle.schema.json",
        "custom-elements.json",
        "embed.html",
        "embed.js",
        "index.html",
        "integrity.json",
        "oembed/a.json",
        "oembed/b.json",
        "sizes.json",
        "npm/package.json",
        "npm/README.md",
        "npm/editions/a.json",
        "npm/react.d.ts",
        "npm/vue.d.ts",
    ] {
        assert!(found.contains_key(name), "no {name} in {:?}", found.keys());
    }
    for page in ["index.html", "embed.html"] {
        let text = String::from_utf8_lossy(&found[page]);
        let link = "type=\"application/json+oembed\" href=\"https://example.org/h/oembed/a.json\" \
                    title=\"first &quot;&amp;&quot;\"";
        assert!(text.contains(link), "{page}: {text}");
        assert!(!text.contains("<!-- oembed -->"), "{page}");
    }
}

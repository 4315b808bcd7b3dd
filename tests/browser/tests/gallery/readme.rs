//! The gallery as a page that people can look at.

use crate::plan::Shot;
use halfyear_browser_tests::Error;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FILE: &str = "README.md";

/// The page for `shots`.
pub fn page(shots: &[Shot]) -> String {
    let mut page = String::from(
        "# Gallery\n\n\
         Every layout and panel as Chromium draws it, in both languages and themes, at 320, 390, 768 and\n\
         1200 px. These pictures are tests: a visible difference fails `cargo xtask gallery`, which puts the\n\
         new picture beside the old one as `*.new.png`. `cargo xtask gallery --renew` takes them anew,\n\
         together with this page; they are made for the browser and fonts in [taken-with.txt](taken-with.txt).\n",
    );
    let mut folder = "";
    for shot in shots {
        let (place, _) = shot.name.split_once('/').unwrap_or_default();
        if place != folder {
            let mut name = place.chars();
            let first = name.next().map(|c| c.to_ascii_uppercase());
            page.push_str("\n## ");
            page.extend(first);
            page.push_str(name.as_str());
            page.push('\n');
            folder = place;
        }
        page.push_str(&format!(
            "\n### {}\n\n![{0}]({}.png)\n",
            shot.title, shot.name
        ));
    }
    page
}

/// Writes the page, and removes pictures that are on it no more.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(gallery: &Path, page: &str) -> Result<(), Error> {
    fs::create_dir_all(gallery)?;
    for name in surplus(gallery, page)? {
        fs::remove_file(gallery.join(name))?;
    }
    Ok(fs::write(gallery.join(FILE), page)?)
}

/// Fails unless the page is `page` and every picture is on it.
///
/// # Errors
/// Which are not.
pub fn check(gallery: &Path, page: &str) -> Result<(), Error> {
    let renew = "take them anew with: cargo xtask gallery --renew";
    let surplus = surplus(gallery, page)?;
    if !surplus.is_empty() {
        return Err(format!("no test takes {surplus:?}; {renew}").into());
    }
    match fs::read_to_string(gallery.join(FILE)) {
        Ok(kept) if kept == page => Ok(()),
        _ => {
            Err(format!("gallery/{FILE} does not show the pictures that are taken; {renew}").into())
        }
    }
}

/// Pictures that the page does not show.
fn surplus(gallery: &Path, page: &str) -> Result<BTreeSet<String>, Error> {
    let mut names = BTreeSet::new();
    for folder in fs::read_dir(gallery)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let (folder, file) = (folder.file_name(), file?.file_name());
            let name = format!("{}/{}", folder.to_string_lossy(), file.to_string_lossy());
            let picture = name.ends_with(".png") && !name.ends_with(".new.png");
            if picture && !page.contains(&format!("({name})")) {
                names.insert(name);
            }
        }
    }
    Ok(names)
}

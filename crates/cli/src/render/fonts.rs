//! Fonts of the system and of the command line, and what to do where they lack a character.

use super::failed;
use crate::Fault;
use halfyear_picture::Lang;
use halfyear_raster::{Database, Fonts};
use std::path::PathBuf;

/// The given fonts, then those of the system.
pub fn load(files: &[PathBuf], lang: Lang) -> Result<Fonts, Fault> {
    let mut database = Database::new();
    for path in files {
        let bad = |why: &str| {
            failed(
                format!("{}: {why}", path.display()),
                "give a font file: .ttf, .otf, .ttc or .otc",
            )
        };
        let before = database.len();
        database
            .load_font_file(path)
            .map_err(|error| bad(&error.to_string()))?;
        if database.len() == before {
            return Err(bad("this is no font"));
        }
    }
    let first: Vec<String> = database
        .faces()
        .flat_map(|face| face.families.iter().map(|it| it.0.clone()))
        .collect();
    database.load_system_fonts();
    Ok(Fonts::new(database, lang, &first))
}

/// Fails where a character had no glyph: an empty box is no picture of it.
pub fn complete(fonts: &Fonts) -> Result<(), Fault> {
    let missing = fonts.missing();
    if missing.is_empty() {
        return Ok(());
    }
    let shown: String = missing.iter().take(40).collect();
    let more = match missing.len().saturating_sub(40) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Err(failed(
        format!("no font here has the characters {shown}{more}"),
        "install a font that has them (on Debian and Ubuntu: apt install fonts-noto-cjk; on Fedora: \
         dnf install google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts), or give one with \
         --font FILE",
    ))
}

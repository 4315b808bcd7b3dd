//! What pictures depend on beside the widget: the browser and the fonts.

use halfyear_browser_tests::{Error, folder};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The families that the pictures are set in.
const FAMILIES: [&str; 2] = ["Noto Sans CJK SC", "Noto Serif CJK SC"];
const NOTE: &str = "taken-with.txt";

/// A browser and its fonts, a line each.
#[derive(PartialEq, Eq)]
pub struct Machine {
    lines: Vec<String>,
}

impl Machine {
    /// This one.
    ///
    /// # Errors
    /// When a font is missing: its package is named.
    pub fn here() -> Result<Machine, Error> {
        let version = answer(Command::new(folder("HALFYEAR_CHROMIUM")?).arg("--version"))?;
        let major = version
            .split([' ', '.'])
            .find(|word| word.parse::<u32>().is_ok())
            .ok_or_else(|| format!("the browser says its version is `{version}`"))?;
        let mut lines = vec![format!("Chromium {major}")];
        for family in FAMILIES {
            let form = ["--format", "%{family[0]} %{fontversion}"];
            let found = answer(Command::new("fc-match").args(form).arg(family))?;
            if !found.starts_with(family) {
                return Err(format!(
                    "the pictures are set in {family}, which is not installed: apt-get install \
                     fonts-noto-cjk"
                )
                .into());
            }
            lines.push(found);
        }
        Ok(Machine { lines })
    }

    /// Whether the pictures in `gallery` were taken with the same; says so
    /// where not, because they are then compared from afar only.
    ///
    /// # Errors
    /// When there is no note of what they were taken with.
    pub fn took(&self, gallery: &Path) -> Result<bool, Error> {
        let note = fs::read_to_string(gallery.join(NOTE)).map_err(|error| {
            format!("gallery/{NOTE}: {error}; take the pictures with: cargo xtask gallery --renew")
        })?;
        let alike = note.lines().eq(self.lines.iter().map(String::as_str));
        if !alike {
            let (were, are) = (note.trim().replace('\n', ", "), self.lines.join(", "));
            eprintln!(
                "the pictures were taken with {were}; this is {are}: they are compared from afar"
            );
        }
        Ok(alike)
    }

    /// Notes that the pictures in `gallery` were taken here.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn sign(&self, gallery: &Path) -> Result<(), Error> {
        fs::create_dir_all(gallery)?;
        Ok(fs::write(gallery.join(NOTE), self.lines.join("\n") + "\n")?)
    }
}

fn answer(command: &mut Command) -> Result<String, Error> {
    let name = command.get_program().to_string_lossy().into_owned();
    let told = command.stdin(Stdio::null()).stderr(Stdio::null()).output();
    let told = told.map_err(|error| format!("cannot start {name}: {error}"))?;
    Ok(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}

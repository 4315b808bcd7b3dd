use clap::ValueEnum;
use std::path::Path;

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The element with everything in it that a page shows without a script
    Html,
    /// A vector drawing
    Svg,
    /// Pixels
    Png,
    /// The facts as comma-separated values
    Csv,
}

impl Format {
    /// The format asked for, else the one that the output's name says.
    pub fn chosen(asked: Option<Self>, out: Option<&Path>) -> Result<Self, String> {
        if let Some(format) = asked {
            return Ok(format);
        }
        let Some(extension) = out.and_then(Path::extension) else {
            return Ok(Self::Svg);
        };
        let extension = extension.to_string_lossy();
        Self::from_str(&extension, true)
            .map_err(|_| format!("what is a .{extension}? say it with --format"))
    }
}

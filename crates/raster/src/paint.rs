//! A drawing to pixels.

use halfyear_drawing::Drawing;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::fmt;

/// More pixels than this on a side are no picture for a screen.
const MOST: u32 = 20_000;

/// Why a drawing cannot be painted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// It has no pixels, or too many.
    Size {
        /// The width in pixels.
        width: u32,
        /// The height in pixels.
        height: u32,
    },
    /// It is no drawing that this can read, or its pixels cannot be encoded.
    Drawing(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { width, height } => write!(
                f,
                "a picture of {width} × {height} pixels cannot be painted; each side may have 1 to {MOST}, so choose another scale or fewer metrics"
            ),
            Self::Drawing(why) => write!(f, "the drawing cannot be painted: {why}"),
        }
    }
}

impl std::error::Error for Error {}

/// Paints a drawing whose text is shapes, `scale` pixels for each of its own, as a PNG file.
pub fn png(drawing: &Drawing, scale: f32) -> Result<Vec<u8>, Error> {
    let side = |length: u32| (f64::from(length) * f64::from(scale)).round() as u32;
    let (width, height) = (side(drawing.width), side(drawing.height));
    let size = Error::Size { width, height };
    if width > MOST || height > MOST {
        return Err(size);
    }
    let mut pixels = Pixmap::new(width, height).ok_or(size)?;
    let tree = Tree::from_str(&drawing.svg, &Options::default())
        .map_err(|it| Error::Drawing(it.to_string()))?;
    let scaled = Transform::from_scale(scale, scale);
    resvg::render(&tree, scaled, &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|it| Error::Drawing(it.to_string()))
}

//! Photographs: compared as eyes compare them, and kept small.

use crate::Error;
use image::{Rgba, RgbaImage};
use quantette::deps::palette::Srgb;
use quantette::{ImageRef, PaletteSize, Pipeline};
use std::borrow::Cow;
use std::io::Cursor;

/// How far two colours may be apart before people see it, as a part of the
/// distance from black to white. That of pixelmatch, whose measure this is
/// (Kotsarenko and Ramos, "Measuring perceived color difference using YIQ
/// NTSC transmission color space", 2010).
const SEEN: f32 = 0.1;
/// The square of the distance from black to white in that measure.
const BLACK_TO_WHITE: f32 = 35_215.0;
/// The side of the squares that [`Picture::roughly`] compares, in pixels.
const SQUARE: u32 = 16;

/// What a window, or a part of it, looked like.
#[derive(PartialEq, Eq)]
pub struct Picture {
    pixels: RgbaImage,
}

/// How two pictures compare.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Likeness {
    /// Nobody sees a difference.
    Same,
    /// So many pixels are visibly different.
    Different(u32),
    /// They are not of one size: width and height of both.
    Sizes((u32, u32), (u32, u32)),
}

impl Picture {
    /// Reads a PNG file's bytes.
    ///
    /// # Errors
    /// When they are no PNG.
    pub fn decode(png: &[u8]) -> Result<Picture, Error> {
        let decoded = image::load_from_memory_with_format(png, image::ImageFormat::Png)?;
        let pixels = decoded.into_rgba8();
        Ok(Picture { pixels })
    }

    /// How many pixels it is wide.
    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    /// How many pixels it is high.
    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// The red, green and blue of the pixel in a column of a row.
    ///
    /// # Panics
    /// When there is no such pixel.
    pub fn pixel(&self, column: u32, row: u32) -> [u8; 3] {
        let [red, green, blue, _] = self.pixels.get_pixel(column, row).0;
        [red, green, blue]
    }

    /// How many pixels are as wished.
    pub fn count(&self, wished: impl Fn([u8; 3]) -> bool) -> usize {
        let colours = self.pixels.pixels().map(|it| [it.0[0], it.0[1], it.0[2]]);
        colours.filter(|it| wished(*it)).count()
    }

    /// The picture as PNG in the 96 colours that suit it best: about a fifth
    /// of the bytes, and no difference that [`Picture::like`] sees.
    ///
    /// # Errors
    /// When it is empty.
    pub fn encode(&self) -> Result<Vec<u8>, Error> {
        let (width, height) = self.pixels.dimensions();
        let colours = |it: &Rgba<u8>| Srgb::new(it.0[0], it.0[1], it.0[2]);
        let colours: Vec<Srgb<u8>> = self.pixels.pixels().map(colours).collect();
        let picture = ImageRef::new(width, height, colours.as_slice())
            .map_err(|error| format!("a picture of {width} × {height}: {error}"))?;
        let (palette, indices) = Pipeline::new()
            .palette_size(PaletteSize::from_u8_clamped(96))
            .ditherer(None)
            .input_image(picture)
            .output_srgb8_indexed_image()
            .into_parts();
        let palette: Vec<u8> = palette
            .into_iter()
            .flat_map(|it| [it.red, it.green, it.blue])
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(Cursor::new(&mut bytes), width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(Cow::Owned(palette));
        encoder.set_compression(png::Compression::High);
        // Neighbouring indices into a palette say nothing about each other.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&indices)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// Compares pixel by pixel. What is only smoothed differently at an edge
    /// counts as the same.
    pub fn like(&self, other: &Picture) -> Likeness {
        self.compare(other, true)
    }

    /// How many pixels of two pictures of one size are visibly different,
    /// edges included; all of them where the sizes differ.
    pub fn different(&self, other: &Picture) -> u32 {
        match self.compare(other, false) {
            Likeness::Same => 0,
            Likeness::Different(pixels) => pixels,
            Likeness::Sizes((width, height), _) => width * height,
        }
    }

    fn compare(&self, other: &Picture, smooth: bool) -> Likeness {
        let (size, others) = (self.pixels.dimensions(), other.pixels.dimensions());
        if size != others {
            return Likeness::Sizes(size, others);
        }
        let threshold = BLACK_TO_WHITE * SEEN * SEEN;
        let (a, b) = (self.pixels.clone(), other.pixels.clone());
        let found = dify::diff::get_results(a, b, threshold, smooth, None, &None, &None);
        match found.map_or(0, |(pixels, _)| pixels.unsigned_abs()) {
            0 => Likeness::Same,
            pixels => Likeness::Different(pixels),
        }
    }

    /// The part of the picture, 0 to 1, that looks otherwise from afar: for
    /// pictures drawn with other fonts or by another browser, whose lines
    /// never fall on the same pixels.
    pub fn roughly(&self, other: &Picture) -> f64 {
        let (width, height) = self.pixels.dimensions();
        let (columns, rows) = (width.div_ceil(SQUARE), height.div_ceil(SQUARE));
        let mut unlike = 0_u32;
        for row in 0..rows {
            for column in 0..columns {
                let (a, b) = (self.mean(column, row), other.mean(column, row));
                let apart = a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum::<f64>();
                unlike += u32::from(apart > 96.0);
            }
        }
        f64::from(unlike) / f64::from((columns * rows).max(1))
    }

    /// The mean colour of a square and its neighbours, black outside.
    fn mean(&self, column: u32, row: u32) -> [f64; 3] {
        let (left, top) = (column * SQUARE, row * SQUARE);
        let mut sum = [0_u32; 3];
        for y in top..top + SQUARE {
            for x in left..left + SQUARE {
                if let Some(pixel) = self.pixels.get_pixel_checked(x, y) {
                    for (sum, part) in sum.iter_mut().zip(pixel.0) {
                        *sum += u32::from(part);
                    }
                }
            }
        }
        sum.map(|sum| f64::from(sum) / f64::from(SQUARE * SQUARE))
    }

    /// The sizes, in pixels, of the separate spots of the colour `rgb(r, g,
    /// b)`, paler edges not counted.
    ///
    /// # Errors
    /// When the colour is written otherwise.
    pub fn spots(&self, colour: &str) -> Result<Vec<usize>, Error> {
        let parts = colour
            .strip_prefix("rgb(")
            .and_then(|it| it.strip_suffix(')'));
        let parts: Vec<u8> = parts
            .ok_or_else(|| format!("`{colour}` is not of the form rgb(r, g, b)"))?
            .split(',')
            .map(|part| part.trim().parse())
            .collect::<Result<_, _>>()?;
        let near = |pixel: &Rgba<u8>| {
            let apart = |(a, b): (&u8, &u8)| a.abs_diff(*b) < 40;
            pixel.0.iter().zip(&parts).all(apart)
        };
        let (width, height) = self.pixels.dimensions();
        let mut left: Vec<bool> = self.pixels.pixels().map(near).collect();
        let mut spots = Vec::new();
        for start in 0..left.len() {
            let mut size = 0;
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                if !std::mem::take(&mut left[at]) {
                    continue;
                }
                size += 1;
                let (x, y) = (at as u32 % width, at as u32 / width);
                let across = [(x > 0).then(|| at - 1), (x + 1 < width).then(|| at + 1)];
                let down = [
                    (y > 0).then(|| at - width as usize),
                    (y + 1 < height).then(|| at + width as usize),
                ];
                open.extend(across.into_iter().chain(down).flatten());
            }
            if size > 0 {
                spots.push(size);
            }
        }
        Ok(spots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPER: Rgba<u8> = Rgba([251, 248, 242, 255]);
    const INK: Rgba<u8> = Rgba([36, 66, 124, 255]);

    /// Paper with a bar of `colour` whose right edge falls on a part of a
    /// pixel, 0 to 255.
    fn bar(width: u32, edge: u8, colour: Rgba<u8>) -> Picture {
        let mixed = |i: usize| {
            let (a, b) = (u16::from(PAPER.0[i]), u16::from(colour.0[i]));
            ((a * (255 - u16::from(edge)) + b * u16::from(edge)) / 255) as u8
        };
        let edge = Rgba([mixed(0), mixed(1), mixed(2), 255]);
        let pixels = RgbaImage::from_fn(200, 60, |x, y| match x {
            x if !(20..40).contains(&y) || x > width => PAPER,
            x if x == width => edge,
            _ => colour,
        });
        Picture { pixels }
    }

    #[test]
    fn what_people_see_is_a_difference() {
        let drawn = bar(100, 128, INK);
        for (about, other, same) in [
            ("the same bar", bar(100, 128, INK), true),
            (
                "a bar smoothed a little differently",
                bar(100, 150, INK),
                true,
            ),
            ("a bar two pixels longer", bar(102, 128, INK), false),
            (
                "a bar in cinnabar",
                bar(100, 128, Rgba([190, 58, 38, 255])),
                false,
            ),
            (
                "a paler bar",
                bar(100, 128, Rgba([100, 130, 180, 255])),
                false,
            ),
            ("no bar", bar(0, 0, PAPER), false),
        ] {
            assert_eq!(drawn.like(&other) == Likeness::Same, same, "{about}");
        }
    }

    #[test]
    fn fewer_colours_are_the_same_picture() {
        let drawn = bar(100, 128, INK);
        let kept = drawn.encode().and_then(|png| Picture::decode(&png));
        assert_eq!(kept.expect("a picture").like(&drawn), Likeness::Same);
    }

    #[test]
    fn from_afar_only_what_is_large_differs() {
        let drawn = bar(100, 128, INK);
        assert!(drawn.roughly(&bar(102, 0, INK)) < 0.02);
        assert!(drawn.roughly(&bar(0, 0, PAPER)) > 0.1);
    }

    #[test]
    fn spots_are_counted() {
        let pixels = RgbaImage::from_fn(40, 40, |x, y| match (x / 10 % 2, y / 10 % 2) {
            (0, 0) => INK,
            _ => PAPER,
        });
        let spots = Picture { pixels }.spots("rgb(36, 66, 124)");
        assert_eq!(spots.expect("a colour"), [100; 4]);
    }
}

//! A picture to a standalone vector drawing.
//!
//! The drawing needs no script, no style sheet and no font of its own: every mark carries its
//! colour as an attribute, and one style block, which a host may strip, swaps the colours for dark
//! ones where the reader's system asks for them. Nothing in it refers to an id or to anything
//! outside, so it can stand inline in a page beside others, or in an article whose editor lets
//! only plain shapes and text through.
//!
//! Text is laid out here, by [`Letters`]: either by [`Estimate`], which leaves room for whatever
//! usual font a reader has, or by somebody who has the fonts at hand and can turn text into shapes.

mod csv;
mod glance;
mod ink;
mod letters;
mod masthead;
mod node;
mod page;
mod panels;
mod pen;
mod run;
mod sheet;
mod wrap;

pub use csv::csv;
pub use ink::Theme;
pub use letters::{Estimate, Face, Letters, families};

use halfyear_picture::{Layout, Picture};
use pen::{Room, Style};

/// How text is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Text {
    /// As text: small, selectable, in the reader's own fonts.
    #[default]
    Live,
    /// As shapes: the same everywhere, and no font is needed. The letters have to know outlines.
    Outlines,
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The width in pixels, from 240 to 1600; others are brought within.
    pub width: u32,
    /// The colours.
    pub theme: Theme,
    /// How text is drawn.
    pub text: Text,
    /// The arrangement.
    pub layout: Layout,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 1200,
            theme: Theme::Auto,
            text: Text::Live,
            layout: Layout::Poster,
        }
    }
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The document.
    pub svg: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Draws a picture on one sheet.
pub fn svg(picture: &Picture, options: &Options, letters: &dyn Letters) -> Drawing {
    let style = style(picture, options, letters);
    let page = page::page(picture, options.layout, style, width(options));
    page.whole(picture)
}

/// Draws a picture on sheets no higher than `most` pixels, cut between panels. A panel that is
/// higher itself has a sheet of its own.
pub fn pages(
    picture: &Picture,
    options: &Options,
    letters: &dyn Letters,
    most: u32,
) -> Vec<Drawing> {
    let style = style(picture, options, letters);
    let page = page::page(picture, options.layout, style, width(options));
    page.cut(picture, f64::from(most))
}

/// Draws what people see of a link that is shared: 1200 by 630 pixels with headline and lead
/// figures. The options' width and layout are not used.
pub fn social(picture: &Picture, options: &Options, letters: &dyn Letters) -> Drawing {
    let style = Style {
        room: Room::Wide,
        ..style(picture, options, letters)
    };
    glance::social(picture, style)
}

fn width(options: &Options) -> f64 {
    f64::from(options.width.clamp(240, 1600))
}

fn style<'a>(picture: &Picture, options: &Options, letters: &'a dyn Letters) -> Style<'a> {
    let room = match options.width {
        0..600 => Room::Narrow,
        600..960 => Room::Middle,
        _ => Room::Wide,
    };
    Style {
        letters,
        lang: picture.lang,
        theme: options.theme,
        outlines: options.text == Text::Outlines,
        room,
    }
}

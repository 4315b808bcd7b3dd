//! Sheets: blocks under each other on paper, as one document or cut into several.

use crate::Drawing;
use crate::ink::{CLASS, Ink, Theme, switch};
use crate::letters::families;
use crate::node::{Node, decimal, el};
use crate::pen::{Anchor, Pen, Style};
use crate::run::{NOTE, text};
use halfyear_picture::{Lang, Picture};

/// A part of the drawing that is never cut.
pub(crate) struct Block {
    /// Drawn with its left upper corner at the origin.
    pub(crate) node: Node,
    pub(crate) height: f64,
    /// Room above it, where it does not start a sheet.
    pub(crate) above: f64,
}

impl Block {
    /// What a pen has drawn, with so much room above.
    pub(crate) fn of(pen: Pen, above: f64) -> Self {
        let height = pen.y;
        Self {
            node: pen.into_group(0.0, 0.0),
            height,
            above,
        }
    }
}

/// Everything to be drawn, and the paper it goes on.
pub(crate) struct Sheet<'a> {
    pub(crate) style: Style<'a>,
    pub(crate) width: f64,
    /// Left and right, above, below.
    pub(crate) margins: (f64, f64, f64),
    pub(crate) blocks: Vec<Block>,
}

impl Sheet<'_> {
    /// One document, as high as it comes.
    pub(crate) fn whole(self, picture: &Picture) -> Drawing {
        let (_, top, bottom) = self.margins;
        let nodes = self.blocks.into_iter().enumerate();
        let mut y = top;
        let mut marks = Vec::new();
        for (i, block) in nodes {
            if i > 0 {
                y += block.above;
            }
            marks.push(moved(block.node, self.margins.0, y));
            y += block.height;
        }
        document(picture, self.style, (self.width, y + bottom), marks)
    }

    /// Documents of at most a height.
    pub(crate) fn cut(self, picture: &Picture, most: f64) -> Vec<Drawing> {
        let (side, top, bottom) = self.margins;
        let size = |height: f64| (self.width, height);
        let mut pages: Vec<(Vec<Node>, f64)> = Vec::new();
        for block in self.blocks {
            let last = pages.last_mut();
            match last.filter(|(_, y)| y + block.above + block.height + bottom <= most) {
                Some((marks, y)) => {
                    *y += block.above;
                    marks.push(moved(block.node, side, *y));
                    *y += block.height;
                }
                None => pages.push((vec![moved(block.node, side, top)], top + block.height)),
            }
        }
        let count = pages.len();
        pages
            .into_iter()
            .enumerate()
            .map(|(i, (mut marks, y))| {
                if count > 1 {
                    let mut pen = Pen::new(self.style);
                    let number = [(i + 1).to_string(), count.to_string()].join(" / ");
                    let x = self.width - 2.0 * side;
                    pen.line(x, 0.0, Anchor::End, &[text(&number, NOTE, Ink::Muted)]);
                    marks.push(pen.into_group(side, y + bottom - 14.0));
                }
                document(picture, self.style, size(y + bottom), marks)
            })
            .collect()
    }
}

fn moved(node: Node, x: f64, y: f64) -> Node {
    let moved = ["translate(", &decimal(x), " ", &decimal(y), ")"].concat();
    el("g").attr("transform", moved).with(node)
}

/// The document around marks: its name, its plain words, its paper.
pub(crate) fn document(
    picture: &Picture,
    style: Style,
    size: (f64, f64),
    marks: Vec<Node>,
) -> Drawing {
    let (width, height) = (size.0.round().max(1.0), size.1.ceil().max(1.0));
    let name = if picture.title.is_empty() {
        [&*picture.place, " ", &picture.period].concat()
    } else {
        picture.title.clone()
    };
    let view = ["0 0 ", &decimal(width), " ", &decimal(height)].concat();
    let mut root = el("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .px("width", width)
        .px("height", height)
        .attr("viewBox", view)
        .attr("role", "img")
        .attr("lang", picture.lang.tag())
        .attr("style", manners(picture.lang))
        .attr("font-family", families(picture.lang, false))
        .with(el("title").text(&name))
        .with(el("desc").text(&picture.summary));
    if style.theme == Theme::Auto {
        root = root.attr("class", CLASS);
        root = root.with(el("style").text(&switch()));
    }
    let paper = el("rect")
        .px("width", width)
        .px("height", height)
        .attr("fill", Ink::Paper.hex(style.theme));
    let root = root.with(paper).all(marks);
    let mut svg = String::new();
    root.print(&mut svg);
    svg.push('\n');
    Drawing {
        svg,
        width: width as u32,
        height: height as u32,
    }
}

/// What no attribute says: a drawing narrows with its place, figures stand in columns, and English
/// takes narrow quotation marks even from a Chinese font.
fn manners(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "max-width:100%;height:auto;font-variant-numeric:tabular-nums lining-nums",
        Lang::En => {
            "max-width:100%;height:auto;font-variant-numeric:tabular-nums lining-nums;font-feature-settings:'palt'"
        }
    }
}

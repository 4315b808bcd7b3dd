//! The pen: lines of text, bars, threads and paths on a sheet with a cursor that goes down.

use crate::ink::{Ink, Theme};
use crate::letters::{Letters, families};
use crate::node::{Node, decimal, el};
use crate::run::Run;
use crate::wrap::{Fit, wrap};
use halfyear_picture::Lang;

/// How much room the whole drawing has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Room {
    /// One column.
    Narrow,
    /// Two.
    Middle,
    /// Several.
    Wide,
}

/// What is the same for every mark of a drawing.
#[derive(Clone, Copy)]
pub(crate) struct Style<'a> {
    pub(crate) letters: &'a dyn Letters,
    pub(crate) lang: Lang,
    pub(crate) theme: Theme,
    pub(crate) outlines: bool,
    pub(crate) room: Room,
}

/// Thin spaces as the ordinary ones of the same kind: many fonts lack the thin ones, and another
/// font that steps in has other heights.
fn common(text: &str) -> String {
    text.replace('\u{202f}', "\u{a0}").replace('\u{2009}', " ")
}

/// Where a line of text stands on its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Draws onto a sheet.
pub(crate) struct Pen<'a> {
    pub(crate) style: Style<'a>,
    nodes: Vec<Node>,
    /// How far down the sheet is drawn.
    pub(crate) y: f64,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(style: Style<'a>) -> Self {
        Self {
            style,
            nodes: Vec::new(),
            y: 0.0,
        }
    }

    /// What has been drawn, moved to a place.
    pub(crate) fn into_group(self, x: f64, y: f64) -> Node {
        let moved = ["translate(", &decimal(x), " ", &decimal(y), ")"].concat();
        el("g").attr("transform", moved).all(self.nodes)
    }

    /// Puts a finished drawing onto this sheet.
    pub(crate) fn place(&mut self, node: Node) {
        self.nodes.push(node);
    }

    /// How wide a line of runs is.
    pub(crate) fn width(&self, runs: &[Run]) -> f64 {
        let mut width = 0.0;
        for (i, run) in runs.iter().enumerate() {
            if i > 0 {
                width += run.gap;
            }
            width += self.style.letters.width(&run.text, run.face, run.size);
        }
        width
    }

    fn hex(&self, ink: Ink) -> &'static str {
        ink.hex(self.style.theme)
    }

    /// Writes a line of runs on a baseline.
    pub(crate) fn line(&mut self, x: f64, y: f64, anchor: Anchor, runs: &[Run]) {
        if runs.is_empty() {
            return;
        }
        let x = match (anchor, runs.first()) {
            // A Chinese opening mark fills the right half of its square: it hangs into the margin.
            (Anchor::Start, Some(run)) if self.style.lang == Lang::Zh => {
                let opens = run.text.starts_with(['“', '‘', '《', '（', '【']);
                // Not in every font that a reader may have, so live text hangs less.
                let hang = if self.style.outlines { 0.42 } else { 0.3 };
                x - if opens { run.size * hang } else { 0.0 }
            }
            _ => x,
        };
        if self.style.outlines {
            self.shapes(x, y, anchor, runs);
            return;
        }
        let mut node = el("text").px("x", x).px("y", y);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => node = node.attr("text-anchor", "middle"),
            Anchor::End => node = node.attr("text-anchor", "end"),
        }
        self.nodes.push(match runs {
            [run] => self.dressed(node, run).text(&common(&run.text)),
            _ => node.all(runs.iter().enumerate().map(|(i, run)| {
                let span = if i > 0 && run.gap > 0.0 {
                    el("tspan").px("dx", run.gap)
                } else {
                    el("tspan")
                };
                self.dressed(span, run).text(&common(&run.text))
            })),
        });
    }

    fn dressed(&self, node: Node, run: &Run) -> Node {
        let mut node = node
            .px("font-size", run.size)
            .attr("fill", self.hex(run.ink));
        if run.face.serif {
            node = node.attr("font-family", families(self.style.lang, true));
        }
        if run.face.bold {
            node = node.attr("font-weight", "700");
        }
        if run.derived {
            node = node.attr("text-decoration", "underline").attr(
                "style",
                "text-decoration:underline dotted 1px;text-underline-offset:.28em",
            );
        }
        node
    }

    /// The line as shapes.
    fn shapes(&mut self, x: f64, y: f64, anchor: Anchor, runs: &[Run]) {
        let whole = self.width(runs);
        let mut x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - whole / 2.0,
            Anchor::End => x - whole,
        };
        for (i, run) in runs.iter().enumerate() {
            if i > 0 {
                x += run.gap;
            }
            let letters = self.style.letters;
            if let Some(shape) = letters.outline(&run.text, run.face, run.size, (x, y)) {
                self.path(&shape, run.ink);
            }
            let width = letters.width(&run.text, run.face, run.size);
            if run.derived {
                let under = y + (run.size * 0.28).round();
                let line = el("line")
                    .px("x1", x)
                    .px("x2", x + width)
                    .px("y1", under)
                    .px("y2", under)
                    .attr("stroke", self.hex(run.ink))
                    .attr("stroke-dasharray", "1.5 2");
                self.nodes.push(line);
            }
            x += width;
        }
    }

    /// Writes runs one after the other, in as many lines as the width asks for, and goes down.
    pub(crate) fn flow(&mut self, x: f64, width: f64, leading: f64, runs: &[Run]) {
        let mut line: Vec<Run> = Vec::new();
        for run in runs {
            line.push(run.clone());
            if line.len() > 1 && self.width(&line) > width {
                line.pop();
                self.y += leading;
                self.line(x, self.y - leading * 0.28, Anchor::Start, &line);
                line = vec![run.clone()];
            }
        }
        if !line.is_empty() {
            self.y += leading;
            self.line(x, self.y - leading * 0.28, Anchor::Start, &line);
        }
    }

    /// The lines that a run breaks into.
    pub(crate) fn lines(&self, run: &Run, width: f64, fit: Fit) -> Vec<String> {
        wrap(&run.text, width, fit, |text| {
            self.style.letters.width(text, run.face, run.size)
        })
    }

    /// Writes a run as lines no wider than the width, and goes down.
    pub(crate) fn paragraph(&mut self, x: f64, width: f64, leading: f64, fit: Fit, run: &Run) {
        for line in self.lines(run, width, fit) {
            self.y += leading;
            let run = Run {
                text: line,
                ..run.clone()
            };
            let drop = (leading - run.size) / 2.0 + run.size * 0.14;
            self.line(x, self.y - drop, Anchor::Start, &[run]);
        }
    }

    /// A bar.
    pub(crate) fn bar(&mut self, x: f64, y: f64, size: (f64, f64), ink: Ink) {
        let bar = el("rect")
            .px("x", x)
            .px("y", y)
            .px("width", size.0.max(0.0))
            .px("height", size.1)
            .attr("fill", self.hex(ink));
        self.nodes.push(bar);
    }

    /// An outlined box with round corners.
    pub(crate) fn frame(&mut self, x: f64, y: f64, size: (f64, f64), radius: f64) {
        let frame = el("rect")
            .px("x", x)
            .px("y", y)
            .px("width", size.0)
            .px("height", size.1)
            .px("rx", radius)
            .attr("fill", "none")
            .attr("stroke", self.hex(Ink::Hairline));
        self.nodes.push(frame);
    }

    /// A box with round corners, struck solid or as an outline.
    pub(crate) fn plate(
        &mut self,
        (x, y): (f64, f64),
        size: (f64, f64),
        radius: f64,
        ink: Ink,
        solid: bool,
    ) {
        // An outline lies inside its box.
        let inset = if solid { 0.0 } else { 1.0 };
        let plate = el("rect")
            .px("x", x + inset)
            .px("y", y + inset)
            .px("width", size.0 - 2.0 * inset)
            .px("height", size.1 - 2.0 * inset)
            .px("rx", radius - inset);
        let colour = self.hex(ink);
        self.nodes.push(if solid {
            plate.attr("fill", colour)
        } else {
            plate
                .attr("fill", "none")
                .attr("stroke", colour)
                .px("stroke-width", 2.0)
        });
    }

    /// A straight line.
    pub(crate) fn rule(&mut self, from: (f64, f64), to: (f64, f64), thick: f64, ink: Ink) {
        let line = el("line")
            .px("x1", from.0)
            .px("y1", from.1)
            .px("x2", to.0)
            .px("y2", to.1)
            .attr("stroke", self.hex(ink))
            .px("stroke-width", thick);
        self.nodes.push(line);
    }

    /// A straight line in dashes.
    pub(crate) fn dashes(
        &mut self,
        y: f64,
        width: f64,
        thick: f64,
        dashes: &'static str,
        offset: f64,
        ink: Ink,
    ) -> &mut Self {
        let line = el("line")
            .px("x2", width)
            .px("y1", y)
            .px("y2", y)
            .attr("stroke", self.hex(ink))
            .px("stroke-width", thick)
            .attr("stroke-dasharray", dashes)
            .px("stroke-dashoffset", offset);
        self.nodes.push(line);
        self
    }

    /// A disc.
    pub(crate) fn disc(&mut self, x: f64, y: f64, radius: f64, ink: Ink) {
        let disc = el("circle")
            .px("cx", x)
            .px("cy", y)
            .px("r", radius)
            .attr("fill", self.hex(ink));
        self.nodes.push(disc);
    }

    /// A filled shape.
    pub(crate) fn path(&mut self, shape: &str, ink: Ink) {
        let path = el("path").attr("d", shape).attr("fill", self.hex(ink));
        self.nodes.push(path);
    }

    /// A filled shape that lets some of the paper through.
    pub(crate) fn veil(&mut self, shape: &str, ink: Ink, opacity: f64) {
        let path = el("path")
            .attr("d", shape)
            .attr("fill", self.hex(ink))
            .px("fill-opacity", opacity);
        self.nodes.push(path);
    }

    /// An outlined shape.
    pub(crate) fn stroke(&mut self, shape: &str, ink: Ink, thick: f64) {
        let path = el("path")
            .attr("d", shape)
            .attr("fill", "none")
            .attr("stroke", self.hex(ink))
            .px("stroke-width", thick);
        self.nodes.push(path);
    }
}

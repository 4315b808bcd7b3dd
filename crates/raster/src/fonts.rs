//! Letters from real fonts.

use fontdb::{Database, Family, ID, Query, Stretch, Style, Weight};
use halfyear_drawing::{Face, Letters};
use halfyear_picture::Lang;
use harfrust::{Feature, ShapeOptions, ShaperData, Tag, UnicodeBuffer};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{GlyphId, MetadataProvider};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

/// Chinese families with a serif, the wished-for first.
const SERIF: &[&str] = &[
    "Noto Serif SC",
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Songti SC",
    "STSong",
    "SimSun",
];
/// And without.
const SANS: &[&str] = &[
    "Noto Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimHei",
];

/// Fonts in the order in which they are asked for a character.
pub struct Fonts {
    database: Database,
    lang: Lang,
    /// For each face the fonts to try, the best first.
    orders: [Vec<ID>; 4],
    missing: RefCell<BTreeSet<char>>,
    shaped: RefCell<HashMap<(Face, String), Vec<Glyph>>>,
}

/// A glyph with its advance, in ems.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    font: Option<ID>,
    id: GlyphId,
    advance: f64,
    offset: (f64, f64),
}

impl Fonts {
    /// Fonts for a language. Families in `first` come before those that are known to suit.
    pub fn new(database: Database, lang: Lang, first: &[String]) -> Self {
        let order = |serif: bool, bold: bool| order(&database, serif, bold, first);
        let orders = [
            order(false, false),
            order(false, true),
            order(true, false),
            order(true, true),
        ];
        Self {
            orders,
            database,
            lang,
            missing: RefCell::default(),
            shaped: RefCell::default(),
        }
    }

    /// The characters that were asked for and that no font has.
    pub fn missing(&self) -> Vec<char> {
        self.missing.borrow().iter().copied().collect()
    }

    fn order(&self, face: Face) -> &[ID] {
        &self.orders[usize::from(face.serif) * 2 + usize::from(face.bold)]
    }

    /// The best font that has a character.
    fn font_of(&self, c: char, face: Face) -> Option<ID> {
        let has = |id: &ID| {
            let found = self.database.with_face_data(*id, |data, index| {
                skrifa::FontRef::from_index(data, index).is_ok_and(|font| {
                    font.charmap()
                        .map(c)
                        .is_some_and(|it| it != GlyphId::NOTDEF)
                })
            });
            found == Some(true)
        };
        self.order(face).iter().copied().find(has)
    }

    /// The glyphs of a run of text, each from the best font that has it.
    fn shape(&self, text: &str, face: Face) -> Vec<Glyph> {
        let key = (face, text.to_owned());
        if let Some(known) = self.shaped.borrow().get(&key) {
            return known.clone();
        }
        let mut glyphs = Vec::new();
        let mut run = String::new();
        let mut font = None;
        for c in text.chars() {
            if let Some(advance) = space(c) {
                self.shape_run(&run, font, &mut glyphs);
                run.clear();
                glyphs.push(Glyph {
                    font: None,
                    id: GlyphId::NOTDEF,
                    advance,
                    offset: (0.0, 0.0),
                });
                continue;
            }
            let found = self.font_of(c, face);
            if found.is_none() && !c.is_control() {
                self.missing.borrow_mut().insert(c);
            }
            if found != font {
                self.shape_run(&run, font, &mut glyphs);
                run.clear();
                font = found;
            }
            run.push(c);
        }
        self.shape_run(&run, font, &mut glyphs);
        self.shaped.borrow_mut().insert(key, glyphs.clone());
        glyphs
    }

    fn shape_run(&self, text: &str, font: Option<ID>, glyphs: &mut Vec<Glyph>) {
        let Some(id) = font.filter(|_| !text.is_empty()) else {
            return;
        };
        self.database.with_face_data(id, |data, index| {
            let Ok(font) = harfrust::FontRef::from_index(data, index) else {
                return;
            };
            let em = skrifa::FontRef::from_index(data, index).map_or(1000, |font| {
                font.metrics(Size::unscaled(), LocationRef::default())
                    .units_per_em
            });
            let em = f64::from(em);
            let shapes = ShaperData::new(&font);
            let shaper = shapes.shaper(&font).build();
            let mut features = vec![
                Feature::new(Tag::new(b"tnum"), 1, ..),
                Feature::new(Tag::new(b"lnum"), 1, ..),
            ];
            if self.lang == Lang::Zh {
                // Two marks that meet share the room of one.
                features.push(Feature::new(Tag::new(b"chws"), 1, ..));
            } else {
                // Quotation marks of a Chinese font are as wide as a character; English wants
                // them as wide as they are.
                features.push(Feature::new(Tag::new(b"pwid"), 1, ..));
                features.push(Feature::new(Tag::new(b"palt"), 1, ..));
            }
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(text);
            buffer.guess_segment_properties();
            let output = shaper.shape(buffer, ShapeOptions::new().features(&features));
            for (info, at) in output.glyph_infos().iter().zip(output.glyph_positions()) {
                glyphs.push(Glyph {
                    font: Some(id),
                    id: GlyphId::new(info.glyph_id),
                    advance: f64::from(at.x_advance) / em,
                    offset: (f64::from(at.x_offset) / em, f64::from(at.y_offset) / em),
                });
            }
        });
    }
}

/// How wide a space is, in ems: fonts leave out the rarer ones.
fn space(c: char) -> Option<f64> {
    match c {
        ' ' | '\u{a0}' => Some(0.25),
        '\u{2009}' | '\u{202f}' => Some(0.2),
        '\u{3000}' => Some(1.0),
        _ => None,
    }
}

impl Letters for Fonts {
    fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        let glyphs = self.shape(text, face);
        glyphs.iter().map(|it| it.advance).sum::<f64>() * size
    }

    fn outline(&self, text: &str, face: Face, size: f64, at: (f64, f64)) -> Option<String> {
        let mut shape = String::new();
        let (mut x, y) = at;
        for glyph in self.shape(text, face) {
            if let Some(font) = glyph.font {
                let place = (x + glyph.offset.0 * size, y - glyph.offset.1 * size);
                self.draw(font, glyph.id, size, place, &mut shape);
            }
            x += glyph.advance * size;
        }
        (!shape.is_empty()).then_some(shape)
    }
}

impl Fonts {
    fn draw(&self, font: ID, glyph: GlyphId, size: f64, at: (f64, f64), shape: &mut String) {
        self.database.with_face_data(font, |data, index| {
            let font = skrifa::FontRef::from_index(data, index).ok()?;
            let em = font
                .metrics(Size::unscaled(), LocationRef::default())
                .units_per_em;
            let mut pen = Pen {
                shape,
                scale: size / f64::from(em.max(1)),
                at,
            };
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            font.outline_glyphs()
                .get(glyph)?
                .draw(settings, &mut pen)
                .ok()
        });
    }
}

/// Writes outlines as the data of a path.
struct Pen<'a> {
    shape: &'a mut String,
    scale: f64,
    at: (f64, f64),
}

impl Pen<'_> {
    fn write(&mut self, command: char, points: &[(f32, f32)]) {
        self.shape.push(command);
        for (i, (x, y)) in points.iter().enumerate() {
            let x = self.at.0 + f64::from(*x) * self.scale;
            let y = self.at.1 - f64::from(*y) * self.scale;
            for (j, number) in [x, y].into_iter().enumerate() {
                if i + j > 0 {
                    self.shape.push(' ');
                }
                // Writing to a string does not fail.
                let hundredths = (number * 100.0).round() / 100.0;
                let _ = write!(self.shape, "{hundredths}");
            }
        }
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.write('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.write('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.shape.push('Z');
    }
}

/// The fonts to ask, the best first: families that suit, then every other one, so that a rare
/// character is found wherever it is.
fn order(database: &Database, serif: bool, bold: bool, first: &[String]) -> Vec<ID> {
    let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
    let mut out = Vec::new();
    let (own, other) = if serif { (SERIF, SANS) } else { (SANS, SERIF) };
    let generic = if serif {
        Family::Serif
    } else {
        Family::SansSerif
    };
    let named = first.iter().map(|name| Family::Name(name));
    let known = own.iter().chain(other).map(|name| Family::Name(name));
    for family in named.chain(known).chain([generic]) {
        let query = Query {
            families: &[family],
            weight,
            stretch: Stretch::Normal,
            style: Style::Normal,
        };
        out.extend(database.query(&query));
    }
    let mut rest: Vec<_> = database
        .faces()
        .filter(|it| it.style == Style::Normal)
        .collect();
    rest.sort_by_key(|it| it.weight.0.abs_diff(weight.0));
    out.extend(rest.iter().map(|it| it.id));
    let mut seen = BTreeSet::new();
    out.retain(|id| seen.insert(*id));
    out
}

//! Who has most or least of what a clause names, and then the figure: 第一产业增加值最多的是玉林市,为398.5亿元;
//! 第二、三产业增加值最多的分别是柳州市和南宁市,分别为…….

use crate::figures::of_all::{OfAll, known_measure};
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 32;

/// First and last places in words, and whether the first is meant.
const SUPERLATIVES: [(&str, bool); 8] = [
    ("最多", true),
    ("最大", true),
    ("最高", true),
    ("最快", true),
    ("最少", false),
    ("最小", false),
    ("最低", false),
    ("最慢", false),
];

/// What stands between 的 and the names.
const LINKS: [&str; 6] = ["是", "为", "分别是", "分别为", "依次是", "依次为"];

/// What one of the places has.
struct Had {
    /// Nothing where the words name only a rate: 增速最快的是.
    measure: Option<Name>,
    rate: bool,
    first: bool,
}

impl Sentence<'_> {
    /// Reads such a clause with the figures in the next; gives the token after them.
    pub(crate) fn foremost_of(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let words = clause.start..clause.end.min(clause.start + LONGEST);
        let link = |&i: &usize| {
            let of = i.checked_sub(1).and_then(|i| tokens.get(i));
            of.is_some_and(|of| matches!(of.kind, Kind::Of))
                && LINKS.contains(&self.phrases.token_text(i))
        };
        let link = words.clone().skip(2).find(link)?;
        let said = |token: &&Token| {
            LINKS.contains(&&self.normal.text[token.range()]) || token.is(Class::Each)
        };
        let links = tokens[link..words.end].iter().take_while(said).count();
        let places = self.places_of_list(link + links..clause.end)?;
        let comma = tokens.get(clause.end)?;
        if !matches!(comma.kind, Kind::Comma) {
            return None;
        }
        let had = self.had_most(clause.start..link - 1, places.len())?;
        let rate = had.iter().any(|it| it.rate);
        let figures = self.figures_of(clause.end, places.len(), rate)?;
        let growth = figures.falls.is_some();
        let whole = |(place, had): (&Name, &Had)| match &had.measure {
            Some(measure) => place.then(measure),
            None => self.with_tail(place.clone()),
        };
        let names: Vec<Name> = places.iter().zip(&had).map(whole).collect();
        let unknown = names.iter().zip(&places).any(|(name, place)| name == place);
        if unknown || had.iter().any(|it| it.rate != growth) || figures.measure.is_some() {
            return None;
        }
        let scope = words.clone().find(|&i| tokens[i].is(Class::Scope));
        let within = scope.map(|i| self.place_name(i));
        let targets = self.tell_each(names, clause, &figures);
        let nowhere = self.bytes(0..0);
        for (&target, had) in targets.iter().zip(&had) {
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.stand_as(within.clone().filter(|_| had.first), 1, None, &nowhere);
            }
        }
        Some(figures.end)
    }

    /// The figure of one place, or one figure of each.
    fn figures_of(&self, comma: usize, count: usize, rate: bool) -> Option<OfAll> {
        match count {
            1 => self.figure_of_one(comma, rate),
            _ => self.figures_of_all(comma, count, rate),
        }
    }

    /// 第二、三产业增加值最多: what each of so many places has most of.
    fn had_most(&self, words: Range<usize>, count: usize) -> Option<Vec<Had>> {
        let tokens = self.tokens();
        let lead = |i: &usize| {
            let token = &tokens[*i];
            token.is(Class::Conn)
                || token.is(Class::Scope)
                || token.is(Class::Prep)
                || matches!(token.kind, Kind::Time(_) | Kind::Rivals)
        };
        let skip = words.clone().take_while(lead).count();
        let words = words.start + skip..words.end;
        let names = match count {
            1 => vec![self.phrases.name(words)],
            _ => match self.phrases.subject(words, Some(count)) {
                Subject::Named(names) if names.len() == count => names,
                _ => return None,
            },
        };
        let had = names.iter().map(|name| {
            let most = SUPERLATIVES.iter();
            let mut most =
                most.filter_map(|(word, first)| Some((name.plain.strip_suffix(*word)?, *first)));
            let (of, first) = most.next()?;
            let rates = ["增速", "增幅", "增长率"];
            let bare = rates.iter().find_map(|rate| of.strip_suffix(*rate));
            let measure = known_measure(bare.unwrap_or(of));
            (measure.is_some() || bare == Some("")).then_some(Had {
                measure,
                rate: bare.is_some(),
                first,
            })
        });
        had.collect()
    }
}

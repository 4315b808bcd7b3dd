//! The figures of all whom the clause before lists, one of each: ,总量分别为665.9亿元、641.7亿元、596.4亿元.

use crate::draft::{Move, signed};
use crate::phrases::clause::{self, Item, What};
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use halfyear_facts::Basis;
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 48;

/// The figures of all, and what they measure where the words before them say that.
pub(crate) struct OfAll {
    items: Vec<Item>,
    pub(crate) measure: Option<Name>,
    /// They are rates of growth, or of a fall.
    pub(crate) falls: Option<bool>,
    /// The token after them.
    pub(crate) end: usize,
}

impl Sentence<'_> {
    /// As many figures right after a comma; `rate` where the clause before told of growth.
    pub(crate) fn figures_of_all(&self, comma: usize, count: usize, rate: bool) -> Option<OfAll> {
        let all = self.figures_after(comma, Class::Each, rate)?;
        (all.items.len() == count).then_some(all)
    }

    /// ,同比增长均为10.5%: one figure right after a comma that each of so many has.
    pub(crate) fn figure_of_each(&self, comma: usize, count: usize) -> Option<OfAll> {
        let one = self.figures_after(comma, Class::All, false)?;
        let [item] = one.items.as_slice() else {
            return None;
        };
        let items = vec![item.clone(); count];
        Some(OfAll { items, ..one })
    }

    /// ,为398.5亿元: the one figure right after a comma.
    pub(crate) fn figure_of_one(&self, comma: usize, rate: bool) -> Option<OfAll> {
        let one = self.figures_after(comma, Class::Level, rate);
        let one = one.or_else(|| self.figures_after(comma, Class::Rise, rate))?;
        (one.items.len() == 1).then_some(one)
    }

    /// Figures right after a comma, where a word of a class says that they are of all.
    fn figures_after(&self, comma: usize, class: Class, rate: bool) -> Option<OfAll> {
        let tokens = self.tokens();
        let start = comma + 1;
        let rest = tokens.get(start..)?;
        let length = rest.iter().take(LONGEST).position(|it| it.kind.breaks());
        // The sentence may end with them.
        let end = start + length.unwrap_or(rest.len()).min(LONGEST);
        let each = start + rest.iter().take(4).position(|it| it.is(class))?;
        let mut groups = clause::groups(&self.normal.text, tokens, &(start..end)).into_iter();
        let group = groups.next()?;
        let words = start..group.range.start;
        let named = words.clone().filter(|&i| tokens[i].kind.nominal());
        let named: Vec<usize> = named.collect();
        let measure = match named.as_slice() {
            [] => None,
            &[one] if stands_in(self.phrases.token_text(one)) => None,
            &[one] => Some(known_measure(self.phrases.token_text(one))?),
            _ => return None,
        };
        let said = |class| tokens[words.clone()].iter().find(|it| it.is(class));
        let falls = match said(Class::Rate) {
            Some(rate) => Some(rate.negative(Class::Rate)),
            None if said(Class::Fall).is_some() => Some(true),
            None if said(Class::Rise).is_some() || rate => Some(false),
            None => None,
        };
        let percent = |item: &Item| match &item.what {
            What::Amount(it) => it.kind.map(|kind| kind == UnitKind::Rate),
            What::Rank(_) => None,
        };
        let rates = percent(group.items.first()?)?;
        let alike = group.items.iter().all(|item| percent(item) == Some(rates));
        let other = said(Class::Share).is_some() || said(Class::Gap).is_some();
        // 增速居前三位的是A、B、C,GDP分别为……: the levels of what grew.
        let falls = falls.filter(|_| rates);
        let fits = alike && !other && rates == falls.is_some() && each < group.range.start;
        fits.then_some(OfAll {
            items: group.items,
            measure,
            falls,
            end: group.range.end,
        })
    }

    /// Places with what measures them; nothing where nobody said of what the figures are.
    pub(crate) fn places_measured(
        &self,
        places: &[Name],
        measure: Option<&Name>,
    ) -> Option<Vec<Name>> {
        let whole = |place: &Name| match measure {
            Some(measure) => place.then(measure),
            None => self.with_tail(place.clone()),
        };
        let names: Vec<Name> = places.iter().map(whole).collect();
        (names != places).then_some(names)
    }

    /// Opens a statement for each name with its figure; they become the ones carried on with.
    pub(crate) fn tell_each(
        &mut self,
        names: Vec<Name>,
        clause: &Range<usize>,
        all: &OfAll,
    ) -> Vec<usize> {
        self.times(&(clause.start..all.end));
        let targets = self.open(names, clause);
        self.tell_all(&targets, all);
        self.carried.pending = None;
        self.carried.before = None;
        self.carried.current = targets.clone();
        targets
    }

    /// Gives each statement its figure.
    pub(crate) fn tell_all(&mut self, targets: &[usize], all: &OfAll) {
        for (&target, item) in targets.iter().zip(&all.items) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let falls = item.negative.or(all.falls);
            let change = all.falls.and(falls).map(|falls| Move {
                digits: signed(&quantity.number.digits, falls || quantity.number.minus),
                unit: "%".to_owned(),
                basis: Basis::default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            });
            if change.is_none() {
                self.set_level(target, quantity);
            }
            let bytes = self.bytes(self.tokens()[item.token].range());
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.change = change.or(draft.change.take());
                draft.cover(&bytes);
            }
        }
    }
}

/// Whether words only stand for the measure spoken of: 累计金额分别为…….
pub(crate) fn stands_in(words: &str) -> bool {
    let sum = words.strip_prefix("累计").unwrap_or(words);
    matches!(
        sum,
        "金额" | "总额" | "总量" | "规模" | "数额" | "总值" | "体量"
    )
}

/// GDP of GDP总量; nothing where the words name nothing that is known.
pub(crate) fn known_measure(words: &str) -> Option<Name> {
    let rest = words.trim_start_matches('的');
    let mut ends = ["总量", "增速", "增幅", "规模", ""].iter();
    let known = ends.find_map(|end| {
        let measure = rest.strip_suffix(*end)?;
        halfyear_catalogue::names_exactly(measure).then_some(measure)
    })?;
    Some(Name::default().and(known))
}

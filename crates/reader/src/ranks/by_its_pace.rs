//! Places that a growth is told of ahead of its noun: 宜宾以7.8%的增速领跑全省; 自贡以7.1%的GDP增速位居全省第二.

use crate::draft::{Move, signed};
use crate::phrases::clause::{Item, What};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::is_name;
use crate::words::token::{Kind, Place, Quantity, Token};
use halfyear_facts::{Basis, Bound};
use std::ops::Range;

/// No such words have more tokens.
const LONGEST: usize = 12;

impl Sentence<'_> {
    /// Reads a clause that begins so; gives the token after it.
    pub(crate) fn by_its_pace(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let lead = |i: &usize| {
            let token = &tokens[*i];
            token.is(Class::Conn) || matches!(token.kind, Kind::Time(_))
        };
        let start = clause.start + clause.clone().take_while(lead).count();
        let (place, rest) = tokens.get(start..clause.end)?.split_first()?;
        let name = self.phrases.name_of(place.range());
        // 新疆则以……: a word between.
        let between = |token: &&Token| token.is(Class::Conn) || token.is(Class::Adverb);
        let with = start + 1 + rest.iter().take(3).take_while(between).count();
        if !is_name(&name.plain) || self.phrases.token_text(with) != "以" {
            return None;
        }
        let (figure, of, rate) = self.pace_ahead(with + 1, clause.end)?;
        let Kind::Quantity(quantity) = &tokens[figure].kind else {
            return None;
        };
        let words = self.phrases.name(of + 1..rate);
        let whole = match words.plain.as_str() {
            "" | "经济" => self.as_compared(&name),
            known if halfyear_catalogue::names_exactly(known) => name.then(&words),
            _ => return None,
        };
        if whole == name {
            return None;
        }
        // What the report's own place has goes without its name.
        let own = self.phrases.is_own(start);
        let whole = match own {
            true => whole.without_first(name.plain.chars().count()),
            false => whole,
        };
        let falls = tokens[rate].negative(Class::Rate);
        self.times(clause);
        let target = *self.open(vec![whole], &(start..start + 1)).first()?;
        self.tell_pace(target, quantity, figure, falls);
        self.carried.pending = None;
        self.carried.before = None;
        self.carried.current = vec![target];
        self.rank_of_pace(target, rate + 1..clause.end, own);
        Some(clause.end)
    }

    /// 7.8%的GDP增速: the figure, the word 的 after it and the noun.
    fn pace_ahead(&self, from: usize, end: usize) -> Option<(usize, usize, usize)> {
        let tokens = self.tokens();
        let end = end.min(from + LONGEST);
        let grows = |i: &usize| {
            let token = &tokens[*i];
            let over_the_year = token.argument(Class::Basis) == "year-on-year";
            over_the_year || token.is(Class::Rise) || token.is(Class::Adverb)
        };
        let figure = (from..end).find(|i| !grows(i))?;
        let rate = |it: &Quantity| it.kind == Some(UnitKind::Rate) && it.bound == Bound::Exact;
        let percent = matches!(&tokens[figure].kind, Kind::Quantity(it) if rate(it));
        let of = figure + 1;
        let linked = tokens.get(of).is_some_and(|it| matches!(it.kind, Kind::Of));
        let noun = (of + 1..end.min(of + 4)).find(|&i| tokens[i].is(Class::Rate))?;
        (percent && linked).then_some((figure, of, noun))
    }

    pub(super) fn tell_pace(
        &mut self,
        target: usize,
        quantity: &Quantity,
        figure: usize,
        falls: bool,
    ) {
        let change = Move {
            digits: signed(&quantity.number.digits, falls ^ quantity.number.minus),
            unit: "%".to_owned(),
            basis: Basis::default(),
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        };
        let bytes = self.bytes(self.tokens()[figure].range());
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.change = Some(change);
            draft.cover(&bytes);
        }
    }

    /// 领跑全省, 位居全省第二: where it stands, where the words say among whom.
    fn rank_of_pace(&mut self, target: usize, words: Range<usize>, own: bool) {
        let tokens = self.tokens();
        let ranked = words.clone().find_map(|i| match &tokens[i].kind {
            Kind::Rank(place) if place.bound == Bound::Exact => Some((i, place.clone())),
            _ => None,
        });
        let Some((at, place)) = ranked else { return };
        let pole = |i: usize| tokens[i].is(Class::Pole);
        let scope = (words.start..at)
            .rev()
            .find(|&i| tokens[i].is(Class::Scope));
        let within = match scope {
            Some(scope) => Some(self.place_name(scope)),
            None if own => None,
            None => self.of_all_parts(),
        };
        let alone = at + 1 == words.end && !(words.start..at).any(pole);
        let Some(within) = within.filter(|_| alone) else {
            return;
        };
        self.stand_after(target, &within, words.start..at, place);
        self.carried.within = Some(within);
    }

    /// Ranks a statement by a place that stands at the end of some words.
    pub(super) fn stand_after(
        &mut self,
        target: usize,
        within: &str,
        words: Range<usize>,
        place: Place,
    ) {
        let item = Item {
            what: What::Rank(place),
            token: words.end,
            negative: None,
        };
        let lead = Lead {
            from: words.start,
            end: words.end,
            ..Lead::default()
        };
        self.stand(target, within, &item, &lead);
    }
}

//! Several places that growths are told of ahead of their noun: 揭阳、深圳分别以7.0%、5.8%的增速领跑全省.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::is_name;
use crate::words::token::{Kind, Place, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// No such list has more places.
const MOST: usize = 8;

impl Sentence<'_> {
    /// Reads a clause that begins so, by what the places are compared; gives the token after it.
    pub(crate) fn by_their_paces(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let lead =
            |i: &usize| tokens[*i].is(Class::Conn) || matches!(tokens[*i].kind, Kind::Time(_));
        let start = clause.start + clause.clone().take_while(lead).count();
        let (places, each) = self.parted(start..clause.end, |token| {
            let name = self.phrases.name_of(token.range());
            is_name(&name.plain).then_some(name)
        })?;
        let with = each + 1;
        let said = tokens.get(each).is_some_and(|it| it.is(Class::Each));
        if !said || places.len() < 2 || self.phrases.token_text(with) != "以" {
            return None;
        }
        let percent = |it: &Quantity| it.kind == Some(UnitKind::Rate) && it.bound == Bound::Exact;
        let from = with + 1;
        let (paces, of) = self.parted(from..clause.end, |token| match &token.kind {
            Kind::Quantity(it) if percent(it) => Some(it.clone()),
            _ => None,
        })?;
        let linked = tokens.get(of).is_some_and(|it| matches!(it.kind, Kind::Of));
        let noun = tokens.get(of + 1).filter(|it| it.is(Class::Rate))?;
        let rest = of + 2..clause.end;
        let counts = |token: &Token| matches!(token.kind, Kind::Quantity(_) | Kind::Number(_));
        if !linked || paces.len() != places.len() || tokens.get(rest.clone())?.iter().any(counts) {
            return None;
        }
        let whole = |place: &Name| Some(self.as_compared(place)).filter(|whole| whole != place);
        let names = places.iter().map(whole).collect::<Option<Vec<Name>>>()?;
        let falls = noun.negative(Class::Rate);
        self.times(clause);
        let targets = self.open(names, &(start..each));
        for (i, (&target, pace)) in targets.iter().zip(&paces).enumerate() {
            self.tell_pace(target, pace, from + 2 * i, falls);
        }
        self.carried.pending = None;
        self.carried.before = None;
        self.ranks_of_paces(&targets, rest);
        Some(clause.end)
    }

    /// What stands between 、 and 和 from a token on, and the token after the last of it.
    fn parted<T>(
        &self,
        words: Range<usize>,
        one: impl Fn(&Token) -> Option<T>,
    ) -> Option<(Vec<T>, usize)> {
        let mut found = Vec::new();
        let mut at = words.start;
        while let Some(it) = self.tokens().get(at).filter(|_| at < words.end) {
            found.push(one(it)?);
            let next = self.tokens().get(at + 1)?;
            let parts = matches!(next.kind, Kind::Pause | Kind::And);
            if !parts || found.len() >= MOST {
                return Some((found, at + 1));
            }
            at += 2;
        }
        None
    }

    /// 位居全省第一、第二: where each of them stands, where the words say among whom.
    fn ranks_of_paces(&mut self, targets: &[usize], words: Range<usize>) {
        let tokens = self.tokens();
        let rank = |i: usize| match &tokens[i].kind {
            Kind::Rank(place) if place.bound == Bound::Exact => Some((i, place.clone())),
            _ => None,
        };
        let ranks: Vec<(usize, Place)> = words.clone().filter_map(rank).collect();
        let scope = words.clone().find(|&i| tokens[i].is(Class::Scope));
        let pole = words.clone().any(|i| tokens[i].is(Class::Pole));
        let Some(scope) = scope.filter(|_| ranks.len() == targets.len() && !pole) else {
            return;
        };
        let within = self.place_name(scope);
        for (&target, (at, place)) in targets.iter().zip(ranks) {
            self.stand_after(target, &within, words.start..at, place);
        }
        self.carried.within = Some(within);
    }
}

//! Places that the order of a list tells: 全省客流排名前三的景区:A景区124万人次、B景区123万人次、……

use crate::carried::{Ordered, Podium};
use crate::draft::Standing;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Quantity};
use halfyear_facts::{Bound, Decimal, Ranked};
use std::ops::Range;

impl Sentence<'_> {
    /// Where the words of a ranking end that say by what it ranks, and the ranking: 全省客流[排名前三的景区].
    pub(crate) fn podium(&self, words: &Range<usize>) -> Option<(usize, Option<Podium>)> {
        let tokens = self.tokens();
        let (at, places) = words.clone().find_map(|i| match &tokens[i].kind {
            Kind::Rank(place) if place.bound == Bound::Under && place.place > 1 => {
                Some((i, place.place))
            }
            _ => None,
        })?;
        let verb = (words.start..at).rev().take_while(|&i| {
            [Class::RankVerb, Class::Scope, Class::Adverb, Class::All]
                .iter()
                .any(|&class| tokens[i].is(class))
        });
        let until = at - verb.count();
        let scope = |&i: &usize| tokens[i].is(Class::Scope);
        let within = words.clone().find(scope).map(|i| self.place_name(i));
        let rate = (words.start..at).any(|i| tokens[i].is(Class::Rate));
        let podium = within.map(|within| Podium {
            within,
            of: if rate { Ranked::Rate } else { Ranked::Size },
            places,
            told: 0,
            last: None,
        });
        Some((until, podium))
    }

    /// The ranking that a list of places follows; among whom, the text may have said before.
    pub(crate) fn podium_of_places(&self, words: Range<usize>) -> Option<Podium> {
        let told = self.podium(&words)?.1;
        let (at, places) = words.clone().find_map(|i| match &self.tokens()[i].kind {
            Kind::Rank(place) => Some((i, place.place)),
            _ => None,
        })?;
        let follows = matches!(self.tokens().get(at + 1)?.kind, Kind::Of | Kind::Colon);
        let within = self.carried.frames.of_parts();
        let told = told.or_else(|| {
            Some(Podium {
                within: within?,
                of: Ranked::Rate,
                places,
                told: 0,
                last: None,
            })
        });
        told.filter(|_| follows)
    }

    /// 总量前三名:石桥镇72.4亿元; 增幅前三名:柳林镇41.5%: a list of places by what the sentence before measured all of them
    /// by, where the words name nothing else.
    pub(crate) fn podium_of_the_whole(
        &self,
        words: &Range<usize>,
        measure: &Name,
        falls: Option<bool>,
        percent: bool,
    ) -> Option<Ordered> {
        if percent != falls.is_some() || measure.is_empty() && falls != Some(false) {
            return None;
        }
        let whole = self.size_viewed()?;
        let (_, podium) = self.podium(words)?;
        let places = words.clone().find_map(|i| match &self.tokens()[i].kind {
            Kind::Rank(place) => Some(place.place),
            _ => None,
        })?;
        let within = self.carried.frames.of_parts();
        let within = within.or_else(|| self.carried.parts_within.clone());
        let within = within.or_else(|| self.carried.of_its_kind.clone());
        let of = if percent { Ranked::Rate } else { Ranked::Size };
        let podium = podium.or_else(|| {
            Some(Podium {
                within: within?,
                of,
                places,
                told: 0,
                last: None,
            })
        });
        Some(Ordered {
            measure: whole,
            falls,
            podium,
        })
    }

    /// Gives the next of a ranking its place, as long as the figures fall in the order of the list.
    pub(crate) fn next_on(
        &mut self,
        podium: &mut Option<Podium>,
        target: usize,
        figure: &Quantity,
    ) {
        let Some(listed) = podium else { return };
        let figure: Option<Decimal> = figure.number.digits.parse().ok();
        let falls = match (&listed.last, &figure) {
            (Some(before), Some(figure)) => at_least(before, figure),
            (None, Some(_)) => true,
            _ => false,
        };
        if !falls || listed.told == listed.places {
            *podium = None;
            return;
        }
        listed.told += 1;
        listed.last = figure;
        // Where it stands in the list says it, no numeral.
        let standing = Standing {
            within: listed.within.clone(),
            of: Some(listed.of),
            place: listed.told,
            bound: Bound::Exact,
            at: self.bytes(0..0),
        };
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.ranks.push(standing);
        }
    }
}

/// Whether one number is no smaller than another.
fn at_least(one: &Decimal, other: &Decimal) -> bool {
    let scaled = |(digits, _): (i64, u32), more: u32| {
        10_i128
            .checked_pow(more)
            .and_then(|power| i128::from(digits).checked_mul(power))
    };
    match (one.parts(), other.parts()) {
        (Some(a), Some(b)) => scaled(a, b.1) >= scaled(b, a.1),
        _ => false,
    }
}

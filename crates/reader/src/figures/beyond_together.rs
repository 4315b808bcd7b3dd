//! Places listed as beyond a mark, and then the figure of each: 广德、宁国、郎溪3个县增速在15%以上,分别为16.8%、15.9%、
//! 15.2%.

use crate::figures::of_all::known_measure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::stands_out::SIZES;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 48;

/// Places, and what they are beyond a mark of.
struct Beyond {
    places: Vec<Name>,
    measure: Option<Name>,
    rate: bool,
    /// The comma before their figures.
    end: usize,
}

impl Sentence<'_> {
    /// Reads such a clause with the figures in the next; gives the token after them.
    pub(crate) fn beyond_together(&mut self, clause: &Range<usize>) -> Option<usize> {
        let beyond = self
            .list_beyond(clause.start)
            .or_else(|| self.marked_list(clause))?;
        let all = self.figures_of_all(beyond.end, beyond.places.len(), beyond.rate)?;
        let measure = all.measure.as_ref().or(beyond.measure.as_ref());
        let whole = |place: &Name| match measure {
            Some(measure) => place.then(measure),
            None => self.with_tail(place.clone()),
        };
        let names: Vec<Name> = beyond.places.iter().map(whole).collect();
        if names == beyond.places {
            return None;
        }
        self.times(&(clause.start..all.end));
        let targets = self.open(names, &(clause.start..beyond.end));
        self.tell_all(&targets, &all);
        self.carried.pending = None;
        self.carried.before = None;
        self.carried.current = targets;
        Some(all.end)
    }

    /// GDP总量突破千亿元的有长沙、岳阳、常德、衡阳四市
    fn marked_list(&self, clause: &Range<usize>) -> Option<Beyond> {
        let tokens = self.tokens();
        let end = (clause.start..clause.start + LONGEST)
            .find(|&i| tokens.get(i).is_none_or(|token| token.kind.breaks()))?;
        let comma = tokens.get(end)?;
        let limit = self.mark_of_some(&(clause.start..end))?;
        let of = (limit..end).find(|&i| matches!(tokens[i].kind, Kind::Of))?;
        let link = (of + 1..end.min(of + 6)).find(|&i| tokens[i].is(Class::Level))?;
        let (places, rest) = self.listed_places(&tokens[link + 1..end]);
        let summed = rest.iter().all(|it| self.sums_places(it));
        let measure = self.marked_measure(clause.start, limit);
        let known = halfyear_catalogue::names_exactly(&measure.plain);
        let sized = measure.is_empty() || SIZES.contains(&measure.plain.as_str());
        let fits = places.len() > 1 && summed && (known || sized);
        (fits && matches!(comma.kind, Kind::Comma)).then(|| Beyond {
            places,
            measure: Some(measure).filter(|_| known),
            rate: false,
            end,
        })
    }

    /// The places that words begin with, and the words after them; the last may have grown together with what
    /// sums them up: 衡阳四市.
    fn listed_places<'t>(&self, words: &'t [Token]) -> (Vec<Name>, &'t [Token]) {
        let mut rest = words;
        let mut places = Vec::new();
        while let [place, after @ ..] = rest {
            let Some(at) = self.place_in(place.range()) else {
                break;
            };
            let sum = &self.normal.text[at.end..place.end];
            let sum = sum.trim_start_matches(crate::words::numeral::is_chinese);
            if !matches!(sum, "" | "市" | "县" | "区" | "州" | "地" | "城" | "等") {
                break;
            }
            let whole = at.end == place.end;
            places.push(self.phrases.name_of(at));
            rest = after;
            match rest {
                [parts, after @ ..] if whole && matches!(parts.kind, Kind::Pause | Kind::And) => {
                    rest = after;
                }
                _ => break,
            }
        }
        (places, rest)
    }

    fn list_beyond(&self, start: usize) -> Option<Beyond> {
        let words = self.tokens().get(start..)?;
        let words = &words[..words.len().min(LONGEST)];
        let comma = words.iter().position(|token| token.kind.breaks())?;
        if !matches!(words[comma].kind, Kind::Comma) {
            return None;
        }
        let words = &words[..comma];
        let link = |token: &&Token| token.is(Class::Conn) || matches!(token.kind, Kind::Time(_));
        let list = &words[words.iter().take_while(link).count()..];
        let (places, rest) = self.listed_places(list);
        let summed = rest.iter().take_while(|it| self.sums_places(it)).count();
        let (limit, named) = rest.get(summed..)?.split_last()?;
        let rate = named.iter().any(|it| it.is(Class::Rate));
        let limited = match &limit.kind {
            Kind::Quantity(it) => {
                let above = named
                    .last()
                    .is_some_and(|it| it.is(Class::Gap) || it.is(Class::Before));
                let percent = it.kind == Some(UnitKind::Rate);
                (above || it.bound != Bound::Exact) && percent == rate
            }
            _ => false,
        };
        let figure = |token: &Token| matches!(token.kind, Kind::Quantity(_) | Kind::Rank(_));
        if places.len() < 2 || !limited || named.iter().any(figure) {
            return None;
        }
        let nouns = named.iter().filter(|it| it.kind.nominal());
        let nouns: String = nouns.map(|it| &self.normal.text[it.range()]).collect();
        let measure = known_measure(&nouns);
        (nouns.is_empty() || measure.is_some()).then(|| Beyond {
            places,
            measure,
            rate,
            end: start + comma,
        })
    }

    /// 3个县, 等市州, 三市: words that only sum a list up.
    fn sums_places(&self, token: &Token) -> bool {
        let text = &self.normal.text[token.range()];
        let kind = text.trim_start_matches(crate::words::numeral::is_chinese);
        let kind = kind.trim_start_matches('等');
        let kind = kind.chars().all(|c| "省市州盟县区旗镇地()、".contains(c));
        matches!(token.kind, Kind::Quantity(_)) && token.end - token.start < 12 && {
            text.ends_with('个') || text.chars().all(|c| c.is_ascii_digit())
        } || token.kind.nominal() && kind
    }
}

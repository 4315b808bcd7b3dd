//! Places that stand out by their size, whose figure follows: 君山区体量最小,只有147.9亿元;
//! 武汉进出口总额最大,为2087.6亿元; 财政总收入德兴市最大,为27.6亿元.

use crate::figures::pace::is_rate;
use crate::phrases::measure::whole_measure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 6;

/// How a place stands out, at the end of the clause.
const POLES: [&str; 21] = [
    "遥遥领先",
    "一马当先",
    "一骑绝尘",
    "独占鳌头",
    "领先",
    "最大",
    "最小",
    "最高",
    "最低",
    "最多",
    "最少",
    "较大",
    "较小",
    "偏小",
    "次之",
    "垫底",
    "刚过线",
    "居末",
    "其次",
    "大",
    "小",
];

/// What is large or small of a place, where nothing else is named.
pub(crate) const SIZES: [&str; 8] = [
    "经济总量",
    "经济体量",
    "体量",
    "总量",
    "盘子",
    "块头",
    "规模",
    "总额",
];

/// A paragraph that tells of more has no single measure.
const MANY: usize = 64;

impl Sentence<'_> {
    /// Notes the place whose figure follows; gives whether a clause tells that one stands out.
    pub(crate) fn place_stands_out(&mut self, clause: &Range<usize>) -> bool {
        let Some((place, measure)) = self.standing_out(clause) else {
            return false;
        };
        if !self.amount_follows(clause.end) {
            // 张家界最小,占比仅1.2%: of that place, and of none before.
            if measure.is_none() && self.figure_of_a_share_follows(clause.end) {
                self.carried.current.clear();
                self.carried.pending = None;
                self.carried.place = Some((place, self.drafts.len()));
                return true;
            }
            return false;
        }
        if let Some(measure) = measure {
            self.carried.measure = Some(measure);
            self.carried.places = true;
            self.carried.tail = None;
        }
        let whole = self.as_compared(&place);
        self.carried.current.clear();
        self.carried.pending = Some(whole).filter(|whole| *whole != place);
        true
    }

    /// A place with what the places of the text are measured by: in this paragraph, else in the one before.
    pub(crate) fn as_compared(&self, place: &Name) -> Name {
        let whole = self.with_tail(place.clone());
        match self.measure_of_places_before() {
            Some(measure) if whole == *place => place.then(&measure),
            _ => whole,
        }
    }

    /// What alone the paragraph before measured, where this one measured nothing yet.
    fn measure_of_places_before(&self) -> Option<Name> {
        if self.drafts.len() > self.carried.paragraph {
            return None;
        }
        let before = self
            .drafts
            .get(self.carried.paragraph_before..self.carried.paragraph)?;
        if before.len() > MANY {
            return None;
        }
        let mut measures = before.iter().map(|draft| whole_measure(&draft.name));
        let first = measures.next()??;
        let alone = measures.all(|it| it.as_ref() == Some(&first));
        let known = halfyear_catalogue::names_exactly(&first.plain);
        (alone && known).then_some(first)
    }

    /// 舟山GDP of 舟山总量, where the text compares places by their GDP.
    pub(crate) fn size_of_a_place(&self, name: Name) -> Name {
        let mut sizes = SIZES
            .iter()
            .map(|size| (*size, name.plain.strip_suffix(*size)));
        let Some((_, Some(place))) = sizes.find(|(_, place)| place.is_some_and(is_name)) else {
            return name;
        };
        let place = name.first(place.chars().count());
        let product = self.size_viewed().or(self.carried.compared_by.clone());
        product.map_or(name, |measure| place.then(&measure))
    }

    /// The place, and by what it is measured where the clause names that.
    fn standing_out(&self, clause: &Range<usize>) -> Option<(Name, Option<Name>)> {
        if clause.len() > LONGEST {
            return None;
        }
        let skipped = |token: &Token| token.is(Class::Conn) || token.is(Class::Adverb);
        let words = self.tokens().get(clause.clone())?;
        let words = &words[words.iter().take_while(|it| skipped(it)).count()..];
        let (first, last) = (words.first()?, words.last()?);
        // A time or a number between is no part of a name.
        let named = words.iter().all(|token| {
            token.kind.nominal() || matches!(token.kind, Kind::Word(_)) && !token.is(Class::Rate)
        });
        let said = self.normal.text.get(first.start..last.end)?;
        let pole = POLES.iter().find(|pole| said.ends_with(**pole))?;
        let said = said.strip_suffix(pole)?.trim_end_matches(['为', '的']);
        // 总量相对最高
        let said = said.strip_suffix("相对").unwrap_or(said);
        let end = first.start + said.len();
        let known = |name: &Name| {
            halfyear_catalogue::names_exactly(&name.plain)
                || Lexicon::get().ends_in(Noun::Measure, &name.plain)
                    && name.plain.chars().count() > 3
        };
        if !named || said.is_empty() {
            return None;
        }
        // 武汉进出口总额最大
        if let Some(place) = self.place_in(first.start..end) {
            let rest = &self.normal.text[place.end..end];
            let rest = rest.trim_start_matches(['的', '因', '为']);
            let name = self.phrases.name_of(place);
            let sized = SIZES.contains(&rest);
            if rest.is_empty() || sized {
                // 武汉大 tells nothing of a size.
                let alone = pole.chars().count() > 1 || sized;
                return alone.then_some((name, None));
            }
            let whole = SIZES.iter().find_map(|size| rest.strip_suffix(*size));
            let start = end - rest.len();
            let measure = self
                .phrases
                .name_of(start..start + whole.unwrap_or(rest).len());
            // 进出口贸易规模, where places are told by their 进出口总额
            let told = self.carried.measure.clone();
            let told = told.or_else(|| self.measure_of_places_before());
            let begins = measure.first(2);
            if told.is_some_and(|it| it.plain.starts_with(begins.plain.as_str()))
                && whole.is_some()
                && !known(&measure)
            {
                return Some((name, None));
            }
            return known(&measure).then_some((name, Some(measure)));
        }
        // 财政总收入德兴市最大
        let starts = said.char_indices().map(|(at, _)| first.start + at);
        let starts = starts.rev().take(8).skip(1).collect::<Vec<usize>>();
        let at = starts.into_iter().find(|&at| {
            let place = &self.normal.text[at..end];
            is_name(place) && known(&self.phrases.name_of(first.start..at))
        })?;
        let (measure, place) = (first.start..at, at..end);
        let measure = self.phrases.name_of(measure);
        Some((self.phrases.name_of(place), Some(measure)))
    }

    /// Whether nothing but a verb of level stands between a comma and an amount: ,为388.5亿元.
    pub(crate) fn amount_follows(&self, comma: usize) -> bool {
        let after = self.tokens().get(comma..).unwrap_or_default();
        let Some((comma, after)) = after.split_first() else {
            return false;
        };
        let verb = |token: &&Token| {
            let itself = token.is(Class::Itself) && !token.is(Class::Rate);
            token.is(Class::Level)
                || token.is(Class::Adverb)
                || itself
                || matches!(token.kind, Kind::Time(_))
        };
        let skip = after.iter().take(5).take_while(verb).count();
        // 税收占比方面,湘西最低,为58.6%
        let measure = self.carried.measure.as_ref();
        let ratio = measure.filter(|_| self.carried.places).is_some_and(is_rate);
        let fits = |kind: Option<UnitKind>| match kind {
            Some(UnitKind::Money | UnitKind::Amount) => !ratio,
            Some(UnitKind::Rate) => ratio,
            _ => false,
        };
        let amount = |token: &Token| matches!(&token.kind, Kind::Quantity(it) if fits(it.kind));
        matches!(comma.kind, Kind::Comma) && after.get(skip).is_some_and(amount)
    }

    /// ,占比仅1.2%
    fn figure_of_a_share_follows(&self, comma: usize) -> bool {
        let after = self.tokens().get(comma + 1).map(Token::range);
        let word = after.map_or("", |at| &self.normal.text[at]);
        ["占比", "比重"].contains(&word)
    }
}

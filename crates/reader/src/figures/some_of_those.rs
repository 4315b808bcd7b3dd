//! How many of those spoken of are beyond a mark, or are of a kind: 17个市收入进度超过50%, 217个是批发业项目.

use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// The longest word for a kind of place: 县市区.
const LONGEST: usize = 4;

impl Sentence<'_> {
    /// Reads a count of some of those; gives the token after what tells which they are.
    pub(super) fn some_of_those(&mut self, figure: Figure) -> Option<usize> {
        if figure.quantity.kind != Some(UnitKind::Count) || figure.group.items.len() > 1 {
            return None;
        }
        match self.places_beyond(figure) {
            Some(end) => Some(end),
            None => self.which_they_are(figure),
        }
    }

    /// 全省11个市支出进度超过50%, 有23个城区超过100亿元: in how many places what is measured is beyond a mark, which
    /// is part of their name.
    fn places_beyond(&mut self, figure: Figure) -> Option<usize> {
        let tokens = self.tokens();
        let (noun, end) = self.phrases.after(figure.next(), figure.clause.end);
        let letters = noun.plain.chars().count();
        let kind = (1..=LONGEST.min(letters)).rev().find(|&n| {
            let kind = noun.first(n).plain;
            kind == "城区" || Lexicon::get().is_one_of(Noun::Places, &kind)
        })?;
        let (measure, mark, money, last) = match round_mark(&noun, kind) {
            // 6个区固定资产投资超百亿元
            Some((measure, mark)) if end == figure.clause.end => (measure, mark, true, end),
            Some(_) => return None,
            None => {
                let limit = tokens.get(figure.limit).filter(|_| figure.goes_on())?;
                let Kind::Quantity(mark) = &limit.kind else {
                    return None;
                };
                let marks = matches!(mark.kind, Some(UnitKind::Money | UnitKind::Rate));
                let from = self.beyond(end..figure.limit)?;
                if !marks || figure.limit + 1 != figure.clause.end {
                    return None;
                }
                let money = mark.kind == Some(UnitKind::Money);
                let mark = self.phrases.name_of(tokens[from].start..limit.end);
                (noun.without_first(kind), mark, money, figure.limit + 1)
            }
        };
        let exactly = |it: &Name| halfyear_catalogue::names_exactly(&it.plain);
        let measure = match measure.is_empty() {
            // 全省56个城区地区生产总值……;有23个城区超过100亿元
            true => self.carried.measure.clone().filter(|it| {
                let here = self.carried.paragraph < self.drafts.len();
                here && exactly(it)
            })?,
            false => measure,
        };
        let known = exactly(&measure)
            || Lexicon::get().ends_in(Noun::Measure, &measure.plain)
                && measure.plain.chars().count() > 3;
        if !known || money != Lexicon::get().ends_in(Noun::Money, &measure.plain) {
            return None;
        }
        let name = measure.then(&mark).and("的").then(&noun.first(kind));
        let target = self.alone(name, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let number = &tokens[figure.item().token];
        let words = self.bytes(number.start..tokens.get(last - 1)?.end);
        self.drafts.get_mut(target)?.cover(&words);
        if last > end {
            self.mark(last - 1..last, Part::Threshold);
        }
        // 其中2个区超过200亿元
        let places = exactly(&measure).then_some(measure);
        self.carried.measure = places.or(self.carried.measure.take());
        self.carried.pending = None;
        // 比去年同期增加2个 is told of them, and no share is.
        let counts = |token: &Token| matches!(&token.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Count));
        let after = tokens.get(last + 1..).unwrap_or_default().iter().take(5);
        let mut after = after.take_while(|token| !token.kind.breaks());
        self.carried.current = match after.any(counts) {
            true => vec![target],
            false => Vec::new(),
        };
        Some(figure.clause.end)
    }

    /// Where the word for 超过 stands, where nothing else does but 全部.
    fn beyond(&self, words: Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let all = |&i: &usize| tokens[i].is(Class::All) || tokens[i].is(Class::Adverb);
        let from = words.start + words.clone().take_while(all).count();
        let rest = tokens.get(from..words.end)?;
        let beyond =
            |it: &Token| it.is(Class::Before) || it.is(Class::Gap) && !it.negative(Class::Gap);
        (!rest.is_empty() && rest.iter().all(beyond)).then_some(from)
    }

    /// 228个新批项目中,217个是批发业项目: of which kind some of those are that the clause before counted.
    fn which_they_are(&mut self, figure: Figure) -> Option<usize> {
        let tokens = self.tokens();
        let (clause, next) = (figure.clause, figure.next());
        let is = tokens.get(next).filter(|_| next < clause.end)?;
        let first = figure.item().token == clause.start;
        let text = |token: &Token| &self.normal.text[token.range()];
        // 其他12个是……: the clauses between tell of others of them.
        let before = tokens[..clause.start].windows(2).rev().take(16);
        let mut before = before.take_while(|pair| !matches!(pair[0].kind, Kind::Semicolon));
        let among = before
            .any(|pair| text(&pair[0]).ends_with('中') && matches!(pair[1].kind, Kind::Comma));
        if !first || text(is) != "是" || !among {
            return None;
        }
        let (kind, end) = self.phrases.after(next + 1, clause.end);
        let nouns = [Noun::Works, Noun::Doers];
        let named = nouns
            .iter()
            .any(|&noun| Lexicon::get().ends_in(noun, &kind.plain));
        if !named || end != clause.end || Lexicon::get().is_one_of(Noun::Generic, &kind.plain) {
            return None;
        }
        let target = self.open(vec![kind], &(0..0)).first().copied()?;
        self.set_level(target, figure.quantity);
        self.cover_counted(target, figure, end);
        Some(end)
    }
}

/// What is measured of places, and the round mark that it is beyond, where both are in one name with a word for the
/// places at its beginning: 区固定资产投资超百亿元.
fn round_mark(noun: &Name, kind: usize) -> Option<(Name, Name)> {
    let rest = noun.without_first(kind);
    let at = rest.plain.rfind(['超', '过'])?;
    let (measure, mark) = rest.plain.split_at(at);
    let money = mark.get('超'.len_utf8()..)?.strip_suffix('元')?;
    let round = !money.is_empty() && money.chars().all(|c| "十百千万亿".contains(c));
    let letters = measure.chars().count();
    round.then(|| (rest.first(letters), rest.without_first(letters)))
}

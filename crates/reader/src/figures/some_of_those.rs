//! How many of those spoken of are beyond a mark, or are of a kind: 17个市收入进度超过50%, 217个是批发业项目.

use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};

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
        let limit = tokens.get(figure.limit).filter(|_| figure.goes_on())?;
        let all = |&i: &usize| tokens[i].is(Class::All) || tokens[i].is(Class::Adverb);
        let from = end + (end..figure.limit).take_while(all).count();
        let beyond = tokens.get(from..figure.limit)?;
        let beyond = !beyond.is_empty()
            && beyond
                .iter()
                .all(|it| it.is(Class::Before) || it.is(Class::Gap) && !it.negative(Class::Gap));
        // 超过3个的有5家 picks who is told of next, and what goes on compares.
        let ends = figure.limit + 1 == figure.clause.end;
        let Kind::Quantity(mark) = &limit.kind else {
            return None;
        };
        let marks = matches!(mark.kind, Some(UnitKind::Money | UnitKind::Rate));
        if !beyond || !ends || !marks {
            return None;
        }
        let letters = noun.plain.chars().count();
        let kind = (1..=LONGEST.min(letters)).rev().find(|&n| {
            let kind = noun.first(n).plain;
            kind == "城区" || Lexicon::get().is_one_of(Noun::Places, &kind)
        })?;
        let measure = noun.without_first(kind);
        let fits = |it: &Name| {
            let money = Lexicon::get().ends_in(Noun::Money, &it.plain);
            money == (mark.kind == Some(UnitKind::Money))
        };
        let measure = match measure.is_empty() {
            // 全省56个城区地区生产总值……;有23个城区超过100亿元
            true => self.carried.measure.clone().filter(|it| {
                let here = self.carried.paragraph < self.drafts.len();
                here && halfyear_catalogue::names_exactly(&it.plain)
            })?,
            false => measure,
        };
        let known = halfyear_catalogue::names_exactly(&measure.plain)
            || Lexicon::get().ends_in(Noun::Measure, &measure.plain)
                && measure.plain.chars().count() > 3;
        if !known || !fits(&measure) {
            return None;
        }
        let mark = self.phrases.name_of(tokens[from].start..limit.end);
        let name = measure.then(&mark).and("的").then(&noun.first(kind));
        let target = self.alone(name, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let words = self.bytes(tokens[figure.item().token].start..limit.end);
        self.drafts.get_mut(target)?.cover(&words);
        self.mark(figure.limit..figure.limit + 1, Part::Threshold);
        // 比去年同期增加2个
        self.carried.current = vec![target];
        self.carried.pending = None;
        Some(figure.clause.end)
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

//! Clauses that say by what the places that follow are measured, and nothing more:
//! 农民人均现金收入增幅,亳州14.1%; 各市零售额增速相差无几,最高的芜湖为13.8%.

use crate::carried::Pace;
use crate::phrases::measure::{parts_tail, whole_measure};
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// How many tokens the names of the places after the clause may take.
const REACH: usize = 12;

impl Sentence<'_> {
    /// Notes the measure of the places whose rates follow a clause; gives whether it is such a one.
    pub(crate) fn measured_by_the_clause(&mut self, clause: &Range<usize>) -> bool {
        let comma = self.tokens().get(clause.end);
        if !comma.is_some_and(|it| matches!(it.kind, Kind::Comma)) {
            return false;
        }
        let Some(rate) = clause.clone().rfind(|&i| self.tokens()[i].is(Class::Rate)) else {
            return false;
        };
        let each = self.phrases.token_text(clause.start).starts_with('各');
        let ends = rate + 1 == clause.end;
        if !ends && !each || !self.places_follow(clause.end + 1) {
            return false;
        }
        let name = self.phrases.name(self.phrases.trimmed(clause.start..rate));
        let name = without_each(&name);
        let name = name.first(rateless(&name.plain).chars().count());
        let known = Lexicon::get().ends_in(Noun::Measure, &name.plain)
            || halfyear_catalogue::names_exactly(&name.plain);
        if !known || is_name(&name.plain) {
            return false;
        }
        // 零售额 of the 社会消费品零售总额 that was told of before.
        let told = self.carried.measure.take();
        let whole = told.filter(|told| parts_tail(told).as_ref() == Some(&name));
        let falls = self.tokens()[rate].negative(Class::Rate);
        self.carried.measure = Some(whole.unwrap_or(name));
        self.carried.places = true;
        self.carried.tail = None;
        self.carried.pending = None;
        self.carried.current.clear();
        self.carried.pace = Some(Pace::of_parts(falls));
        true
    }

    /// 全省固定资产投资增长6.2%。兰州市增长5.8%,民间投资增长11.2%。庆阳市下降7.7%: after all of one place, the next is measured by
    /// what the paragraph began with.
    pub(crate) fn back_to_the_measure(&mut self) {
        let Some(whole) = self.drafts.get(self.carried.paragraph) else {
            return;
        };
        let told = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let (Some(last), false) = (told.last(), self.carried.sentence == self.carried.paragraph)
        else {
            return;
        };
        let Some(measure) = whole_measure(&whole.name) else {
            return;
        };
        // A part of the same: 民间投资 of 固定资产投资.
        let part = last.name.plain.ends_with("投资") && measure.plain.ends_with("投资");
        let of_it = |place: &str| last.name.plain.starts_with(place) && is_name(place);
        let mut places = told.iter().rev().take(16).filter_map(|draft| {
            let place = draft.name.plain.strip_suffix(measure.plain.as_str());
            place.filter(|_| draft.name != last.name)
        });
        if part && places.any(of_it) {
            self.carried.measure = Some(measure);
        }
    }

    /// Whether places begin right here, and the figure of one or all of them follows.
    fn places_follow(&self, from: usize) -> bool {
        let words = self.tokens().get(from..).unwrap_or_default();
        let words = &words[..words.len().min(REACH)];
        let figure = |token: &Token| matches!(token.kind, Kind::Quantity(_));
        let Some(figure) = words.iter().position(figure) else {
            return false;
        };
        let before = &words[..figure];
        let most = |token: &Token| {
            let word = &self.normal.text[token.range()];
            matches!(word, "最高" | "最快" | "最低" | "最慢") || matches!(token.kind, Kind::Of)
        };
        let skip = before.iter().take_while(|token| most(token)).count();
        let place = |token: &Token| is_name(&self.normal.text[token.range()]);
        let links = |token: &Token| {
            matches!(token.kind, Kind::Pause | Kind::And)
                || token.is(Class::Level)
                || token.is(Class::All)
                || token.is(Class::Each)
                || &self.normal.text[token.range()] == "以"
        };
        // The report's own figure is no list of others.
        !self.phrases.is_own(from + skip)
            && before.get(skip).is_some_and(place)
            && before[skip..]
                .iter()
                .all(|token| place(token) || links(token))
    }
}

/// 零售额 of 各市零售额: what each of the many has.
fn without_each(name: &Name) -> Name {
    let Some(rest) = name.plain.strip_prefix('各') else {
        return name.clone();
    };
    let kinds = ['省', '市', '州', '盟', '县', '区', '旗', '地', '乡', '镇'];
    let rest = rest.trim_start_matches(kinds).trim_start_matches('的');
    name.last(rest.chars().count())
}

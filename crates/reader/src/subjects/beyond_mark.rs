//! Those beyond a mark: what the mark is of measures the places that are told of next.
//! 一般公共预算收入超200亿元的有3个市。郑州1259.2亿元; 进出口过百亿元的只有A市,为126亿元.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::stands_out::SIZES;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No mark stands further from the beginning of its clause.
const REACH: usize = 12;

/// Verbs of passing a mark, at the end of what is measured.
const PASSES: [&str; 15] = [
    "超过", "突破", "达到", "低于", "高于", "不足", "不到", "超", "破", "过", "逾", "达", "在",
    "均", "首次",
];

impl Sentence<'_> {
    /// 的有: whether those that are beyond a figure are counted right after it.
    pub(crate) fn has_those(&self, next: usize) -> bool {
        let words = self.tokens().get(next..next + 2);
        matches!(words, Some([of, has])
            if matches!(of.kind, Kind::Of) && &self.normal.text[has.range()] == "有")
    }

    /// Notes by what the places are measured that a clause finds beyond a mark.
    pub(crate) fn note_mark(&mut self, clause: &Range<usize>) {
        let Some(limit) = self.mark_of_some(clause) else {
            return;
        };
        let name = self.marked_measure(clause.start, limit);
        if halfyear_catalogue::names_exactly(&name.plain) {
            self.carried.measure = Some(name);
            self.carried.places = true;
            self.carried.tail = None;
        }
    }

    /// 总量不足百亿的仅有甘孜州,为98.6亿元: notes the one whose figure follows a mark that it alone is beyond; gives
    /// whether a clause tells that. The mark itself is no figure of anybody.
    pub(crate) fn note_sole(&mut self, clause: &Range<usize>) -> bool {
        let Some(limit) = self.mark_of_some(clause) else {
            return false;
        };
        let [.., verb, place] = self.tokens().get(clause.clone()).unwrap_or_default() else {
            return false;
        };
        let has = ["有", "是", "为", "仅", "只"].contains(&&self.normal.text[verb.range()]);
        let Some(place) = self.place_in(place.range()).map(|it| (it, place.end)) else {
            return false;
        };
        // 仅长沙一市
        let (place, end) = place;
        let one = self.normal.text[place.end..end].trim_start_matches(['一', '1']);
        let alone = has && matches!(one, "" | "市" | "县" | "区" | "州" | "地" | "家" | "城");
        if !alone || !self.amount_follows(clause.end) {
            return false;
        }
        let measure = self.marked_measure(clause.start, limit);
        let place = self.phrases.name_of(place);
        let known = halfyear_catalogue::names_exactly(&measure.plain);
        let whole = match known {
            true => place.then(&measure),
            false if SIZES.contains(&measure.plain.as_str()) => self.with_tail(place.clone()),
            false => place.clone(),
        };
        self.carried.current.clear();
        self.carried.pending = Some(whole).filter(|whole| *whole != place);
        true
    }

    /// What is beyond a mark, as the words before it say: 进出口 of 进出口总额过百亿元.
    pub(crate) fn marked_measure(&self, start: usize, limit: usize) -> Name {
        let one = limit == start || self.tokens()[limit].kind.nominal();
        let words = start..limit + usize::from(one);
        let name = without_passing(self.phrases.name(self.phrases.trimmed(words)));
        // GDP总量 is the GDP itself.
        let whole = name.plain.strip_suffix("总量");
        let whole = whole.filter(|it| halfyear_catalogue::names_exactly(it));
        whole.map_or(name.clone(), |it| name.first(it.chars().count()))
    }

    /// Where the mark stands that some are beyond: 200亿元 of 超200亿元的有3个市.
    pub(crate) fn mark_of_some(&self, clause: &Range<usize>) -> Option<usize> {
        let near = clause.start..clause.end.min(clause.start + REACH);
        let of = near
            .clone()
            .skip(1)
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Of))?;
        let mut limit = of - 1;
        if self.tokens()[limit].is(Class::After) && limit > clause.start {
            limit -= 1;
        }
        let token = &self.tokens()[limit];
        let money = matches!(&token.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Money));
        // 超300亿元 before what it is a kind of is one token.
        let word = &self.normal.text[token.range()];
        let round = ["亿元", "百亿", "千亿", "万亿"];
        let whole = token.kind.nominal() && round.iter().any(|it| word.ends_with(it));
        let apart = limit > clause.start || whole;
        let counts = |token: &Token| {
            let text = &self.normal.text[token.range()];
            matches!(
                text,
                "有" | "达" | "为" | "是" | "共有" | "仅" | "分别是" | "分别为" | "依次是"
            )
        };
        let after = self.tokens().get(of + 1..clause.end)?;
        let some = after.iter().take(4).any(counts);
        ((money || whole) && some && apart).then_some(limit)
    }
}

/// What is beyond a mark, without the verb: 进出口 of 进出口超.
fn without_passing(mut name: Name) -> Name {
    let bare = name.plain.trim_end_matches('元');
    let numeral = |c: char| crate::words::numeral::is_chinese(c) || c.is_ascii_digit() || c == '.';
    let bare = bare.trim_end_matches(numeral);
    name = name.first(bare.chars().count());
    while let Some(rest) = PASSES.iter().find_map(|it| name.plain.strip_suffix(*it)) {
        name = name.first(rest.chars().count());
    }
    name
}

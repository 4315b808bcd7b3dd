//! Those that lead a ranking, named after it: GDP总量居全市前三位的依次是A县、B县、C县,分别为……

use crate::carried::{Ordered, Pace};
use crate::draft::Standing;
use crate::phrases::measure::{parts_tail, whole_measure};
use crate::phrases::name::{Name, before_et_cetera};
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::{Bound, Ranked};
use std::ops::Range;

/// What leads is told to be, where no places are counted: 增速较快的是.
const AHEAD: [&str; 18] = [
    "最慢", "最低", "最小", "最少", "较慢", "较低", "较快", "最快", "较高", "最高", "较大", "最大",
    "居前", "靠前", "领先", "前列", "较好", "较多",
];

/// Words between the ranking and the list.
const LINKS: [&str; 12] = [
    "分别有",
    "分别是",
    "分别为",
    "依次是",
    "依次为",
    "依次",
    "分别",
    "包括",
    "有",
    "是",
    "为",
    "如",
];

/// A list after a ranking.
struct Led {
    /// What they are ranked by, before the rate or the size of it.
    measure: Name,
    parts: Vec<Range<usize>>,
    /// The token that says that they lead.
    at: usize,
    /// How many lead, where that is counted.
    places: Option<u32>,
    /// The first is said to be the first: 依次是.
    ordered: bool,
    of: Ranked,
}

impl Sentence<'_> {
    /// Opens the statements of those that lead; their figures follow, or their places are told.
    pub(crate) fn leaders(&mut self, clause: &Range<usize>) -> bool {
        let Some(led) = self.led(clause) else {
            return false;
        };
        if led.parts.is_empty() {
            self.carried.ordered = Some(Ordered {
                measure: led.measure,
                falls: Some(false),
                podium: self.podium_of_places(clause.start..led.at + 1),
            });
            return true;
        }
        // 工业总产值增长较快,增速最快的是纺织业: what measures it was named in the clause before.
        if let Some(pending) = self
            .carried
            .pending
            .take()
            .filter(|_| led.measure.is_empty())
        {
            let tail = parts_tail(&pending);
            self.carried.tail = tail.or(self.carried.tail.take());
            let measure = whole_measure(&pending);
            self.carried.measure = measure.or(self.carried.measure.take());
        }
        let names = led.parts.iter().map(|part| {
            let part = before_et_cetera(self.phrases.name_of(part.clone()));
            match part.plain.ends_with(led.measure.plain.as_str()) {
                true => self.with_tail(part),
                false => part.then(&led.measure),
            }
        });
        let names: Vec<Name> = names.collect();
        // 贡献最大的是服务业,增加值5亿元
        if let [part] = led.parts.as_slice() {
            let part = self.phrases.name_of(part.clone());
            if Lexicon::get().ends_in(Noun::Category, &part.plain) {
                self.carried.topic = Some((part, true));
            }
        }
        // 涨幅最高的是菏泽,为6.1%: by how much it grew.
        let words = &self.tokens()[clause.clone()];
        let rate = words.iter().find(|token| token.is(Class::Rate));
        if let Some(rate) = rate.filter(|_| led.parts.len() == 1) {
            self.carried.pace = Some(Pace::of_parts(rate.negative(Class::Rate)));
        }
        let opened = self.open(names, clause);
        self.carried.chain = opened.clone();
        self.carried.pending = None;
        self.carried.before = None;
        self.in_brackets(clause, &led, &opened);
        let scope = |&i: &usize| self.tokens()[i].is(Class::Scope);
        let within = (clause.start..led.at).rfind(scope);
        let within = within.map(|i| self.place_name(i));
        let Some(within) = within.filter(|_| led.ordered && led.places.is_some()) else {
            return true;
        };
        // Where they stand in the list says it, no numeral.
        let at = self.bytes(0..0);
        for (place, &target) in (1..).zip(&opened) {
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.ranks.push(Standing {
                    within: within.clone(),
                    of: Some(led.of),
                    place,
                    bound: Bound::Exact,
                    at: at.clone(),
                });
            }
        }
        true
    }

    /// 居前三位的是A县(526亿元)、B县(465亿元): the figure of each stands in brackets.
    fn in_brackets(&mut self, clause: &Range<usize>, led: &Led, opened: &[usize]) {
        let asides = self.scanned.asides_in(clause).iter();
        let figures = asides.filter_map(|(_, inner)| match inner.as_slice() {
            [
                Token {
                    kind: Kind::Quantity(q),
                    ..
                },
            ] => Some(q.clone()),
            _ => None,
        });
        let figures: Vec<Quantity> = figures.collect();
        let percent = |quantity: &Quantity| quantity.kind == Some(UnitKind::Rate);
        let rates = figures.iter().all(percent) && led.of == Ranked::Rate;
        if figures.len() != opened.len() || !rates && figures.iter().any(percent) {
            return;
        }
        for (&target, quantity) in opened.iter().zip(&figures) {
            if !rates {
                self.set_level(target, quantity);
            }
            let change = rates.then(|| self.move_in_brackets(quantity, false));
            let bytes = self.bytes(quantity.at.clone());
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.cover(&bytes);
                draft.change = change.or(draft.change.take());
            }
        }
    }

    fn led(&self, clause: &Range<usize>) -> Option<Led> {
        let tokens = self.tokens();
        let text = &self.normal.text;
        let places = clause.clone().find_map(|i| match &tokens[i].kind {
            Kind::Rank(place) if place.bound == Bound::Under && place.place > 1 => {
                Some((i, Some(place.place)))
            }
            _ => {
                let word = &text[tokens[i].range()];
                // 价格下降的是衣着、交通通讯
                let moves = [Class::Rise, Class::Fall]
                    .iter()
                    .any(|&class| tokens[i].is(class))
                    && text[tokens[i].end..].starts_with("的是");
                // Few words end in a letter that these do.
                let ahead = word.ends_with([
                    '慢', '低', '小', '少', '快', '高', '大', '前', '先', '列', '好', '多',
                ]) && AHEAD.iter().any(|ahead| word.ends_with(ahead));
                (ahead || moves).then_some((i, None))
            }
        });
        let (at, places) = places?;
        let (parts, ordered) = self.led_after(at + 1, clause.end)?;
        let counted = places
            .is_none_or(|count| usize::try_from(count).is_ok_and(|count| parts.len() <= count));
        // 增速居前三位的是[,]A县增长6.1%,B县增长5.3%: what stood in brackets.
        let unsaid = tokens
            .get(clause.end)
            .is_some_and(|comma| comma.range().is_empty());
        // 增速最快的是A区,增长12%
        let alone = parts.len() == 1 && places.is_none() && clause.end < tokens.len();
        let listed = parts.len() > 1 && counted || parts.is_empty() && unsaid || alone;
        if !listed {
            return None;
        }
        let ends = |i: &usize| {
            let token = &tokens[*i];
            let words = [
                Class::Rate,
                Class::Itself,
                Class::RankVerb,
                Class::Scope,
                Class::Rise,
                Class::Fall,
                Class::All,
                Class::Adverb,
            ];
            let word = words.iter().any(|&class| token.is(class));
            word || text[token.range()].starts_with("在")
        };
        let own =
            |i: &usize| !tokens[*i].is(Class::Scope) && !matches!(tokens[*i].kind, Kind::Time(_));
        let start = (clause.start..at).find(own).unwrap_or(at);
        let end = (start..at).find(ends).unwrap_or(at);
        let measure = self.phrases.name(self.phrases.trimmed(start..end));
        let falls = (end..at).any(|i| tokens[i].is(Class::Fall));
        let lexicon = Lexicon::get();
        let known = lexicon.ends_in(Noun::Measure, &measure.plain)
            || halfyear_catalogue::find(&measure.plain).is_some();
        let moves = |i: usize| tokens[i].is(Class::Rise) || i == at && tokens[i].is(Class::Fall);
        let rate = (end..at + 1).any(|i| tokens[i].is(Class::Rate) || moves(i));
        let of = match rate {
            true => Ranked::Rate,
            false => Ranked::Size,
        };
        // 工业增速较快的行业有纺织业: a part of it.
        let whole = measure.plain.ends_with('业');
        // ;最慢的是B区,增长2%
        let grows = tokens.get(clause.end + 1).is_some_and(|next| {
            [Class::Rise, Class::Fall, Class::Basis]
                .iter()
                .any(|&class| next.is(class))
        });
        let bare = measure.is_empty() && (rate || alone && grows) && !parts.is_empty();
        let known = known && (rate || !parts.is_empty());
        let rises = !falls || alone;
        (rises && (known || bare)).then_some(Led {
            measure: if whole { Name::default() } else { measure },
            parts,
            at,
            places,
            ordered,
            of,
        })
    }

    /// The names of a list, as bytes of the text, and whether 依次 or 分别 stands before it.
    fn led_after(&self, from: usize, end: usize) -> Option<(Vec<Range<usize>>, bool)> {
        let tokens = self.tokens();
        let text = &self.normal.text;
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut ordered = false;
        let mut linked = false;
        let mut fresh = true;
        for token in tokens.get(from..end)? {
            let mut at = token.range();
            if !linked {
                let word = &text[at.clone()];
                let link = LINKS
                    .iter()
                    .filter_map(|link| Some((word.find(link)?, link.len())))
                    .min_by_key(|&(at, len)| (at, std::cmp::Reverse(len)));
                let Some((found, len)) = link.filter(|(found, _)| *found <= 18) else {
                    // 的, 的行业, 的县(市、区)
                    match token.kind {
                        Kind::Text | Kind::Name | Kind::Of => continue,
                        _ => return None,
                    }
                };
                let said = &word[found..found + len];
                ordered = said.starts_with("依次") || said.starts_with("分别");
                linked = true;
                at.start += found + len;
                for verb in ["是", "为", "有"] {
                    let rest = text[at.clone()].starts_with(verb);
                    at.start += if rest { verb.len() } else { 0 };
                }
                if at.is_empty() {
                    continue;
                }
            }
            match token.kind {
                Kind::Pause | Kind::And if !fresh => fresh = true,
                Kind::Text | Kind::Name => {
                    match parts.last_mut().filter(|_| !fresh) {
                        Some(last) => last.end = at.end,
                        None => parts.push(at),
                    }
                    fresh = false;
                }
                // 依次 and then 为
                _ if parts.is_empty() && (token.is(Class::Each) || token.is(Class::Level)) => {}
                _ => return None,
            }
        }
        Some((parts, ordered))
    }
}

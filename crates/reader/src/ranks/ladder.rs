//! Steps of a ranking, who stands on them, and then the figures of all: 四到六名是德阳、南充、泸州,分别为665.9亿元、
//! 641.7亿元、596.4亿元; 温州、绍兴、嘉兴分列三至五位,总量分别为…….

use crate::figures::of_all::known_measure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::numeral;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use halfyear_facts::{Bound, Ranked};
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 48;

/// Words between the steps and those who stand on them.
const LINKS: [&str; 9] = [
    "是",
    "为",
    "有",
    "分别是",
    "分别为",
    "依次是",
    "依次为",
    "依次",
    "包括",
];

/// Who stands on which steps.
struct Ladder {
    places: Vec<Name>,
    steps: Vec<u32>,
    /// What they are ranked by, where the clause names it.
    measure: Option<Name>,
    of: Ranked,
    within: Option<String>,
    /// The comma before their figures.
    end: usize,
}

impl Sentence<'_> {
    /// Reads such a clause with the figures in the next; gives the token after them.
    pub(crate) fn ladder(&mut self, clause: &Range<usize>) -> Option<usize> {
        let ladder = self.ladder_in(clause.start)?;
        let rate = ladder.of == Ranked::Rate;
        let figures = self.figures_of_all(ladder.end, ladder.places.len(), rate)?;
        let measure = figures.measure.as_ref().or(ladder.measure.as_ref());
        let names = self.places_measured(&ladder.places, measure)?;
        let within = ladder.within.or_else(|| self.of_all_parts());
        let targets = self.tell_each(names, &(clause.start..ladder.end), &figures);
        // The numerals say how many steps there are.
        let nowhere = self.bytes(0..0);
        // 增速居前三位的是A、B、C,GDP分别为……
        let of = Some(ladder.of).filter(|it| *it == Ranked::Rate && figures.falls.is_none());
        for (&target, &place) in targets.iter().zip(&ladder.steps) {
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.stand_as(within.clone(), place, of, &nowhere);
            }
        }
        Some(figures.end)
    }

    /// Among whom parts of the place stand, where a clause does not say it.
    pub(crate) fn of_all_parts(&self) -> Option<String> {
        let frames = &self.carried.frames;
        // 全省居全国第4位 tells nothing of among whom its cities stand.
        let others = |it: &String| !frames.of_whole(it) && it != "全国";
        let within = self.carried.within.clone().filter(others);
        let parts = within.or_else(|| frames.of_parts().filter(others));
        parts.or_else(|| self.carried.parts_within.clone())
    }

    /// A clause that names steps and as many places, before a comma.
    fn ladder_in(&self, start: usize) -> Option<Ladder> {
        let tokens = self.tokens();
        let words = tokens.get(start..)?;
        let words = &words[..words.len().min(LONGEST)];
        let comma = words.iter().position(|token| token.kind.breaks())?;
        let end = start + comma;
        let step = |token: &Token| matches!(token.kind, Kind::Rank(_) | Kind::Range);
        let first = start + words[..comma].iter().position(step)?;
        if !matches!(words[comma].kind, Kind::Comma) {
            return None;
        }
        let (steps, after) = self.steps(first, end)?;
        let (places, named) = match after == end {
            true => self.standing_before(start, first)?,
            false => (
                self.standing_after(after, end)?,
                self.ranked_by(start..first),
            ),
        };
        let rate = tokens[start..first].iter().any(|it| it.is(Class::Rate));
        let scope = (start..first).rev().find(|&i| tokens[i].is(Class::Scope));
        (places.len() == steps.len() && places.len() > 1).then(|| Ladder {
            measure: known_measure(&named),
            of: if rate { Ranked::Rate } else { Ranked::Size },
            within: scope.map(|i| self.place_name(i)),
            places,
            steps,
            end,
        })
    }

    /// The places of steps that begin at a token, and the token after: 四到六名, 第四至第六位, 二、三位, 前三位.
    fn steps(&self, first: usize, end: usize) -> Option<(Vec<u32>, usize)> {
        let tokens = self.tokens();
        let exact = |i: usize| match &tokens.get(i)?.kind {
            Kind::Rank(place) if place.bound == Bound::Exact && i < end => Some(place.place),
            _ => None,
        };
        let top = match &tokens[first].kind {
            Kind::Range => {
                let (from, to) = from_to(&self.normal.text[tokens[first].range()])?;
                return Some(((from..=to).collect(), first + 1));
            }
            Kind::Rank(place) if place.bound == Bound::Under => {
                return Some(((1..=place.place.min(20)).collect(), first + 1));
            }
            _ => exact(first)?,
        };
        let mut steps = vec![top];
        let mut at = first + 1;
        while at < end {
            let word = &self.normal.text[tokens[at].range()];
            let Some(next) = exact(at + 1) else { break };
            match tokens[at].kind {
                Kind::Pause | Kind::And => steps.push(next),
                _ if matches!(word, "至" | "到") && (top..top + 20).contains(&next) => {
                    steps.extend(top + 1..=next);
                }
                _ => break,
            }
            at += 2;
        }
        Some((steps, at))
    }

    /// 德阳、南充、泸州 of 四到六名是德阳、南充、泸州.
    fn standing_after(&self, from: usize, end: usize) -> Option<Vec<Name>> {
        let tokens = self.tokens();
        let links = |token: &&Token| LINKS.contains(&&self.normal.text[token.range()]);
        let link = from + tokens[from..end].iter().take(4).position(|it| links(&it))?;
        let said = tokens[link..end].iter().take_while(links).count();
        self.places_of_list(link + said..end)
    }

    /// 温州、绍兴、嘉兴 and what else stands before 分列三至五位.
    fn standing_before(&self, start: usize, first: usize) -> Option<(Vec<Name>, String)> {
        let tokens = self.tokens();
        let in_order = [
            "分列",
            "分居",
            "分获",
            "依次",
            "分别列",
            "分别居",
            "分别位",
            "分别排",
        ];
        let order = (start..first).find(|&i| {
            let text = &self.normal.text[tokens[i].start..];
            in_order.iter().any(|word| text.starts_with(word))
        })?;
        let parted = |i: &usize| matches!(tokens[*i].kind, Kind::Pause | Kind::And);
        let last = (start..order).rfind(parted)?;
        let at = tokens.get(last + 1)?.start..tokens.get(order - 1)?.end;
        let place = self.place_in(at.clone()).filter(|_| last + 1 < order)?;
        let mut places = self.places_of_list(start..last)?;
        places.push(self.phrases.name_of(place.clone()));
        Some((places, self.normal.text[place.end..at.end].to_owned()))
    }

    /// The places that a run of tokens lists, and nothing else.
    pub(crate) fn places_of_list(&self, list: Range<usize>) -> Option<Vec<Name>> {
        let words = self.tokens().get(list)?;
        let mut places = Vec::new();
        for part in words.split(|token| matches!(token.kind, Kind::Pause | Kind::And)) {
            let [place] = part else {
                return None;
            };
            let name = self.phrases.name_of(place.range());
            is_name(&name.plain).then(|| places.push(name))?;
        }
        Some(places)
    }

    /// What words before the steps say that the places are ranked by.
    fn ranked_by(&self, words: Range<usize>) -> String {
        let ends = |i: &usize| {
            let token = &self.tokens()[*i];
            token.is(Class::RankVerb) || token.is(Class::Scope)
        };
        let end = words.clone().find(ends).unwrap_or(words.end);
        self.text_of(self.phrases.trimmed(words.start..end))
    }
}

/// The first and the last step of a run of them: 4 and 6 of 四到六名.
fn from_to(words: &str) -> Option<(u32, u32)> {
    let number = |text: &str| {
        let read = numeral::chinese(text).or_else(|| numeral::arabic(text))?;
        let value: u32 = read.digits.parse().ok()?;
        Some((value, read.len))
    };
    let words = words.strip_prefix('第').unwrap_or(words);
    let (from, length) = number(words)?;
    let rest = words.get(length..)?;
    let rest = rest.trim_start_matches(['位', '名']);
    let rest = ["到", "至", "-", "—", "~"]
        .iter()
        .find_map(|dash| rest.strip_prefix(*dash))?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let (to, length) = number(rest)?;
    let ranked = rest.get(length..)?.starts_with(['位', '名']);
    (ranked && from < to && to - from < 20).then_some((from, to))
}

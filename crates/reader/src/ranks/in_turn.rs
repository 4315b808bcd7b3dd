//! Places that the figures of a list, or the count of all places, tell: A、B、C分别增长9.3%、8.8%和8.5%,位居前三;
//! 甲市、乙市分列二、三位,GDP分别为…….

use crate::draft::{Draft, Standing};
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::places::is_name;
use crate::words::token::{Kind, Place};
use halfyear_facts::{Bound, Decimal};
use std::ops::Range;

impl Sentence<'_> {
    /// A、B、C分别增长9.3%、8.8%和8.5%,位居前三: the first place, the second and the third, where as many are listed and
    /// each figure is less than the one before.
    pub(super) fn first_in_turn(
        &mut self,
        group: &Group,
        places: &[String],
        targets: &[usize],
    ) -> Option<usize> {
        let ([item], [within]) = (group.items.as_slice(), places) else {
            return None;
        };
        let What::Rank(all) = &item.what else {
            return None;
        };
        let count = u32::try_from(targets.len()).ok()?;
        if count < 2 || all.bound != Bound::Under || all.place != count {
            return None;
        }
        let told: Vec<&Draft> = targets.iter().filter_map(|&i| self.drafts.get(i)).collect();
        let falls = told
            .windows(2)
            .all(|two| less(two[0], two[1]) == Some(true));
        if !falls || told.len() != targets.len() || told.iter().any(|it| !it.ranks.is_empty()) {
            return None;
        }
        // The numeral says how many they are.
        let at = self.bytes(0..0);
        for (place, &target) in (1..).zip(targets) {
            let standing = Standing {
                within: within.clone(),
                of: None,
                place,
                bound: Bound::Exact,
                at: at.clone(),
            };
            self.drafts.get_mut(target)?.ranks.push(standing);
        }
        Some(group.range.end)
    }

    /// 甲市、乙市分列二、三位,GDP分别为4735亿元和3779亿元: opens the statements whose figures the next clause tells.
    pub(super) fn ranked_before_told(
        &mut self,
        group: &Group,
        lead: &Lead,
        places: &[String],
    ) -> Option<usize> {
        let count = group.items.len();
        let exact = |place: &Place| place.bound == Bound::Exact;
        let ranks = group
            .items
            .iter()
            .all(|item| matches!(&item.what, What::Rank(place) if exact(place)));
        let after = self.tokens().get(group.range.end..)?;
        let [comma, first, rest @ ..] = after else {
            return None;
        };
        if count < 2 || !ranks || !matches!(comma.kind, Kind::Comma) {
            return None;
        }
        let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), Some(count)) else {
            return None;
        };
        if names.len() != count || !names.iter().all(|name| is_name(&name.plain)) {
            return None;
        }
        let measure = self.phrases.name_of(first.range());
        let known = halfyear_catalogue::names_exactly(&measure.plain);
        let each = match known {
            true => rest.first(),
            false => Some(first),
        };
        let told = each.filter(|it| it.is(Class::Each))?;
        // 分别是 may name something else.
        (!self.normal.text[told.range()].ends_with('是')).then_some(())?;
        let whole = |name: &Name| match known {
            true => name.then(&measure),
            false => self.with_tail(name.clone()),
        };
        let wholes: Vec<Name> = names.iter().map(whole).collect();
        if wholes == names {
            return None;
        }
        let within = self.among_the_parts(lead, places)?;
        let targets = self.open(wholes, &lead.subject);
        for (&target, item) in targets.iter().zip(&group.items) {
            self.stand(target, &within, item, lead)?;
        }
        self.carried.within = Some(within);
        self.carried.pending = None;
        self.carried.before = None;
        self.carried.current = targets;
        Some(group.range.end)
    }

    /// Among whom a part is ranked: as the words say, else among all parts of the place.
    fn among_the_parts(&self, lead: &Lead, places: &[String]) -> Option<String> {
        let parts = self.carried.parts_within.clone();
        match places {
            [within] if !lead.others.is_empty() || parts.is_none() => Some(within.clone()),
            [_, _, ..] => None,
            _ => parts.or_else(|| self.carried.frames.of_parts()),
        }
    }

    /// 全省, where a part of the province is ranked in a text that counts all of its parts.
    pub(super) fn among_the_counted(&self, part: bool) -> Option<String> {
        let counts = part && self.carried.parts_count.is_some();
        self.carried.of_its_kind.clone().filter(|_| counts)
    }

    /// 金昌市以14.8%高居第一: the growth of a place, where the paragraph began with the growth alone of what it is
    /// measured by.
    pub(crate) fn grew_to_its_place(&self, lead: &Lead) -> bool {
        let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), None) else {
            return false;
        };
        let first = self.drafts.get(self.carried.paragraph);
        let measure = self.carried.measure.as_ref();
        let (Some(first), Some(measure)) = (first, measure) else {
            return false;
        };
        let grew = first
            .change
            .as_ref()
            .is_some_and(|change| change.unit == "%");
        grew && first.level.is_none()
            && first.name.plain.ends_with(measure.plain.as_str())
            && names.iter().all(|name| is_name(&name.plain))
    }

    /// 位列全省倒数第二, where the text says how many parts there are; what is spoken of stays.
    pub(super) fn rank_from_the_end(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let end = group.range.end;
        let [item] = group.items.as_slice() else {
            return Some(end);
        };
        let What::Rank(place) = &item.what else {
            return Some(end);
        };
        let words = lead.from..group.range.start;
        let (Some((within, count)), Some(target), Bound::Exact) =
            (self.all_parts(words), self.part_spoken_of(), place.bound)
        else {
            return Some(end);
        };
        let at = self.bytes(self.tokens().get(item.token)?.range());
        if let Some(place) = (count + 1).checked_sub(place.place).filter(|&it| it > 0)
            && lead.subject.is_empty()
        {
            self.stand_at(target, within, place, at);
        }
        Some(end)
    }

    /// 下降3.2%,全省垫底; 以178.3亿元排在末位: the last place, where the text says how many there are.
    pub(crate) fn last_place(&mut self, words: Range<usize>) -> bool {
        let Some(last) = words.clone().last().filter(|_| words.len() <= 6) else {
            return false;
        };
        let pole = matches!(self.phrases.token_text(last), "垫底" | "末位" | "末席");
        let leads = |i: usize| {
            let token = &self.tokens()[i];
            let classes = [
                Class::Scope,
                Class::RankVerb,
                Class::Prep,
                Class::PrepEnd,
                Class::Adverb,
                Class::Rate,
            ];
            matches!(token.kind, Kind::Rivals) || classes.iter().any(|&class| token.is(class))
        };
        if !pole || !(words.start..last).all(leads) {
            return false;
        }
        let (Some((within, count)), Some(target)) = (self.all_parts(words), self.part_spoken_of())
        else {
            return false;
        };
        let at = self.bytes(self.tokens()[last].range());
        self.stand_at(target, within, count, at);
        true
    }

    fn stand_at(&mut self, target: usize, within: String, place: u32, at: Range<usize>) {
        // How many there are says it, no numeral here.
        let nowhere = self.bytes(0..0);
        let Some(draft) = self.drafts.get_mut(target) else {
            return;
        };
        if draft.ranks.is_empty() {
            draft.cover(&at);
            draft.ranks.push(Standing {
                within,
                of: None,
                place,
                bound: Bound::Exact,
                at: nowhere,
            });
        }
    }

    /// The one statement spoken of, where it is of a part of the place and has a figure.
    fn part_spoken_of(&self) -> Option<usize> {
        let &[target] = self.carried.current.as_slice() else {
            return None;
        };
        let told = self.drafts.get(target).is_some_and(Draft::moves);
        (told && target >= self.carried.sentence && self.of_a_part(target)).then_some(target)
    }

    /// All parts of the place, as the words before a rank name them, and how many there are.
    fn all_parts(&self, words: Range<usize>) -> Option<(String, u32)> {
        let rivals = words
            .clone()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Rivals));
        if let Some(rivals) = rivals {
            let text = self.phrases.token_text(rivals);
            let from = text.find(|c: char| c.is_ascii_digit())?;
            let digits = text[from..].split(|c: char| !c.is_ascii_digit()).next()?;
            return Some((self.place_name(rivals), digits.parse().ok()?));
        }
        let whole = self.carried.of_its_kind.clone()?;
        let mut scopes = words.filter(|&i| self.tokens()[i].is(Class::Scope));
        let said = scopes.next().map(|i| self.place_name(i));
        let same = said.is_none_or(|said| said == whole);
        same.then_some((whole, self.carried.parts_count?))
    }
}

/// Whether the figure of one statement is less than that of the one before it, both being growths or both levels.
fn less(before: &Draft, one: &Draft) -> Option<bool> {
    let scaled = |draft: &Draft| -> Option<(i128, String)> {
        let (digits, unit) = match (&draft.level, &draft.change) {
            (Some(level), None) => (level.digits.clone(), level.unit.clone()?),
            (None, Some(change)) => (change.digits.clone(), change.unit.clone()),
            _ => return None,
        };
        let (digits, scale) = digits.parse::<Decimal>().ok()?.parts()?;
        let more = 10_i128.checked_pow(9_u32.checked_sub(scale)?)?;
        Some((i128::from(digits).checked_mul(more)?, unit))
    };
    let ((a, unit), (b, other)) = (scaled(before)?, scaled(one)?);
    (unit == other).then_some(b < a)
}

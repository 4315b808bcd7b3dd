//! What a place in a ranking is of: the size or the rate of a statement, or one place of each.

use crate::draft::Standing;
use crate::phrases::clause::{Group, Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::part_of_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::{begins_with_place, is_name};
use crate::words::token::{Kind, Place, Token};
use halfyear_facts::{Bound, Ranked};
use std::ops::Range;

impl Sentence<'_> {
    /// The share told last that a name says again: 税收比重 of 税收收入占预算收入的比重.
    pub(crate) fn share_again(&self, name: &Name) -> Option<usize> {
        let part = ["比重", "占比"]
            .iter()
            .find_map(|end| name.plain.strip_suffix(*end))
            .filter(|part| part.chars().count() > 1)?;
        let share = self.last_share()?;
        let told = self.drafts.get(share)?.name.plain.as_str();
        let whose = told.find('占').map(|at| &told[..at])?;
        whose.contains(part).then_some(share)
    }

    /// 增速及占比 of what was told to have both: its growth, and its share of the whole.
    pub(crate) fn rate_and_share(&self, names: &[Name]) -> Option<Vec<usize>> {
        let [rate, share] = names else {
            return None;
        };
        let rated = matches!(rate.plain.as_str(), "增速" | "增幅" | "总量" | "规模");
        let shared = matches!(share.plain.as_str(), "占比" | "比重");
        let told = self.last_share().filter(|_| rated && shared)?;
        let from = self.carried.sentence;
        let said = self.drafts.get(from..told)?;
        let whole = said.iter().rposition(|draft| draft.level.is_some())?;
        Some(vec![from + whole, told])
    }

    /// Gives a statement a place in a ranking.
    pub(crate) fn stand(
        &mut self,
        target: usize,
        within: &str,
        item: &Item,
        lead: &Lead,
    ) -> Option<()> {
        let What::Rank(place) = &item.what else {
            return Some(());
        };
        let mut standing = Standing {
            within: within.to_owned(),
            of: None,
            place: place.place,
            bound: place.bound,
            at: match &self.tokens()[item.token] {
                token if matches!(token.kind, Kind::Rank(_)) => self.bytes(token.range()),
                _ => self.bytes(0..0),
            },
        };
        let of = self.what_ranks(target, lead);
        if self.of_a_part(target) {
            self.carried.frames.note_part(within);
        } else {
            self.carried.frames.note_whole(within);
        }
        let draft = self.drafts.get_mut(target)?;
        // 居前三位的依次是A县、B县、C县: which of the three, the list said already.
        let counted = |known: &Standing| known.within == standing.within && known.at.is_empty();
        if standing.bound == Bound::Under && draft.ranks.iter().any(counted) {
            return Some(());
        }
        let said = draft
            .ranks
            .iter_mut()
            .filter(|known| known.within == standing.within);
        let said: Vec<&mut Standing> = said.collect();
        match said.into_iter().next() {
            None => draft.ranks.push(standing),
            Some(said) if said.place == standing.place && !lead.itself => {}
            // 总量居全省第二,增速居全省首位
            Some(said) => {
                said.of.get_or_insert(match of {
                    Ranked::Size => Ranked::Rate,
                    Ranked::Rate => Ranked::Size,
                });
                standing.of = Some(of);
                draft.ranks.push(standing);
            }
        }
        self.cover(target, lead, item);
        Some(())
    }

    /// A、B、C分列前三: the first place, the second and the third.
    pub(crate) fn first_ones(
        &mut self,
        group: &Group,
        places: &[String],
        targets: &[usize],
        each: Option<&Lead>,
    ) -> Option<usize> {
        let Some(lead) = each else {
            return self.first_in_turn(group, places, targets);
        };
        let ([item], [within]) = (group.items.as_slice(), places) else {
            return None;
        };
        let What::Rank(all) = &item.what else {
            return None;
        };
        let count = u32::try_from(targets.len()).ok()?;
        if count < 2 || !self.in_order(lead) || all.bound != Bound::Under || all.place != count {
            return None;
        }
        for (place, &target) in (1..).zip(targets) {
            let one = Item {
                what: What::Rank(Place {
                    place,
                    bound: Bound::Exact,
                }),
                ..item.clone()
            };
            self.stand(target, within, &one, lead)?;
            let ranks = &mut self.drafts.get_mut(target)?.ranks;
            // The numeral says how many they are.
            if let Some(rank) = ranks.last_mut() {
                rank.at.end = rank.at.start;
            }
        }
        Some(group.range.end)
    }

    /// 分列, 依次: in the order of the names; 分别 may be one place of each of several groups.
    pub(crate) fn in_order(&self, lead: &Lead) -> bool {
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let ordered = ["分列", "分居", "依次"];
        words.iter().any(|token| {
            let word = &self.normal.text[token.range()];
            ordered.iter().any(|it| word.starts_with(it))
        })
    }

    /// 低于全省1.9个百分点,位次第16位: those that what was told is compared with, where nobody else was named.
    pub(crate) fn benchmark_of_the_last(&self) -> Option<String> {
        let last = self.carried.current.last()?;
        let gap = self.drafts.get(*last)?.gaps.last()?;
        gap.to.starts_with('全').then(|| gap.to.clone())
    }

    /// Whether a statement is of a place that its name begins with: 海安市 of 海安市固定资产投资.
    pub(crate) fn of_a_part(&self, target: usize) -> bool {
        let Some(name) = self.drafts.get(target).map(|draft| &draft.name) else {
            return false;
        };
        let county = |n: usize| {
            let part = name.first(n).plain;
            // 青岚县, which no table holds
            part.ends_with(['县', '旗']) && !part.starts_with(['全', '各'])
        };
        begins_with_place(&name.plain) || is_name(&name.plain) || (3..=4).any(county)
    }

    /// 青岛稳居全省第一,GDP达1.5万亿元: notes whose place it is, where the next clause says of what; gives the
    /// token after it.
    pub(crate) fn rank_of_what_follows(
        &mut self,
        group: &Group,
        lead: &Lead,
        places: &[String],
    ) -> Option<usize> {
        let told = self.ranked_before_told(group, lead, places);
        if let Some(end) = told.or_else(|| self.ranked_before_its_figure(group, lead, places)) {
            return Some(end);
        }
        let ([item], [within]) = (group.items.as_slice(), places) else {
            return None;
        };
        let What::Rank(rank) = &item.what else {
            return None;
        };
        let mut after = self.tokens().get(group.range.end..)?.iter();
        let comma = matches!(after.next()?.kind, Kind::Comma);
        let measure = &self.normal.text[after.next()?.range()];
        let known = halfyear_catalogue::names_exactly(measure);
        if !comma || !known || rank.bound != Bound::Exact {
            return None;
        }
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        // 青岛毫无悬念地
        let how = |n: &usize| {
            let rest = &name.plain[name.first(*n).plain.len()..];
            rest.is_empty() || rest.ends_with('地') || rest == "毫无悬念"
        };
        let letters = name.plain.chars().count().min(8);
        let place = (2..=letters).rev().find(|n| is_name(&name.first(*n).plain));
        let place = name.first(place.filter(how)?);
        let said = self.drafts.get(self.carried.sentence..)?;
        if said
            .iter()
            .any(|it| it.name.plain.starts_with(place.plain.as_str()))
        {
            return None;
        }
        let at = self.bytes(self.tokens().get(item.token)?.range());
        // Among whom, nobody says: those that the whole stands among are others.
        let among = match lead.others.is_empty() {
            true => self.carried.parts_within.clone(),
            false => Some(within.clone()),
        };
        self.carried.place = Some((place.clone(), self.drafts.len()));
        self.carried.placed = among.map(|within| (place, within, rank.clone(), at));
        self.carried.current.clear();
        self.carried.pending = None;
        Some(group.range.end)
    }

    /// Gives the place in a ranking that was told first to what was told then.
    fn rank_told_first(&mut self) {
        let Some((place, within, rank, at)) = self.carried.placed.take() else {
            return;
        };
        let first = self.drafts.get_mut(self.carried.sentence);
        if let Some(draft) = first.filter(|it| it.name.plain.starts_with(place.plain.as_str())) {
            draft.stand(within, &rank, at);
        }
    }

    /// 第1名:翠屏区,GDP 1006.43亿元: the place that stands ahead of whose it is.
    pub(crate) fn rank_ahead(&mut self) {
        self.rank_told_first();
        let [ahead, colon, ..] = self.tokens() else {
            return;
        };
        let (Kind::Rank(place), Kind::Colon) = (&ahead.kind, &colon.kind) else {
            return;
        };
        let within = self.carried.parts_within.clone();
        let (Some(within), Some((of, _))) = (within, self.carried.place.clone()) else {
            return;
        };
        let at = self.bytes(ahead.range());
        let first = self.drafts.get_mut(self.carried.sentence);
        if let Some(draft) = first.filter(|it| it.name.plain.starts_with(of.plain.as_str())) {
            draft.stand(within, place, at);
        }
    }

    /// 增长9.3%(第2位): the place of what was just told, where the heading says among whom.
    pub(crate) fn rank_in_brackets(&mut self, end: usize) {
        let within = self.carried.always_within.clone();
        let (Some([only]), Some(within)) = (self.scanned.aside_before(end), within) else {
            return;
        };
        let Kind::Rank(place) = &only.kind else {
            return;
        };
        let at = self.bytes(only.range());
        let target = self.last_share().or(self.carried.current.last().copied());
        let Some(draft) = target.and_then(|target| self.drafts.get_mut(target)) else {
            return;
        };
        draft.stand(within, place, at);
    }

    /// What is ranked where both are: 总量和增速, 增速、总量.
    pub(crate) fn size_and_rate(&self, before: Range<usize>) -> Option<[Ranked; 2]> {
        let words = self.tokens().get(before).unwrap_or_default();
        let what = |token: &Token| match token {
            token if token.is(Class::Rate) => Some(Ranked::Rate),
            token if token.is(Class::RankVerb) || token.is(Class::Each) => None,
            token => token.is(Class::Itself).then_some(Ranked::Size),
        };
        let both = words.windows(3).take(2).find_map(|three| {
            let [first, and, second] = three else {
                return None;
            };
            let joined = matches!(and.kind, Kind::And | Kind::Pause);
            Some([what(first)?, what(second)?]).filter(|_| joined)
        });
        both.filter(|[first, second]| first != second)
    }

    /// R&D经费支出占GDP比重为2.93%,总量居全市第3位: a statement of what the share is of.
    pub(crate) fn size_of_the_sharer(&mut self, lead: &Lead) -> Option<usize> {
        let share = self.drafts.get(self.last_share()?)?;
        let part = part_of_share(&share.name)?;
        let measured = Lexicon::get().ends_in(Noun::Measure, &part.plain);
        let said = self.drafts.get(self.carried.sentence..)?;
        if let Some(whole) = said.iter().position(|draft| draft.name == part) {
            return Some(self.carried.sentence + whole);
        }
        measured.then(|| self.alone(part, &lead.subject))
    }

    /// 总量和增速分别居全市第2、第1位: one rank of each.
    pub(crate) fn rank_of_both(
        &mut self,
        group: &Group,
        lead: &Lead,
        within: &str,
        both: [Ranked; 2],
    ) -> Option<usize> {
        let &[target] = self.carried.current.as_slice() else {
            return None;
        };
        self.carried.within = Some(within.to_owned());
        self.carried.frames.note(within);
        for item in &group.items {
            self.stand(target, within, item, lead)?;
        }
        let ranks = &mut self.drafts.get_mut(target)?.ranks;
        let said = ranks.len().checked_sub(both.len())?;
        for (rank, of) in ranks[said..].iter_mut().zip(both) {
            rank.of = Some(of);
        }
        Some(group.range.end)
    }

    /// Whether a rank is of the size or of the rate of what it is said of: as the words before it
    /// say, and otherwise of the growth where one was told.
    fn what_ranks(&self, target: usize, lead: &Lead) -> Ranked {
        let words = self.tokens().get(lead.from..lead.end).unwrap_or_default();
        let size = words
            .iter()
            .any(|token| matches!(&self.normal.text[token.range()], "总量" | "规模" | "总额"));
        let rate = words.iter().any(|token| token.is(Class::Rate));
        let grew = self
            .drafts
            .get(target)
            .is_some_and(|draft| draft.change.is_some());
        match rate || grew && !size {
            true => Ranked::Rate,
            false => Ranked::Size,
        }
    }
}

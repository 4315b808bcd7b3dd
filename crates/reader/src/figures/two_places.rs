//! Two places that are compared: which statement is of one, and what the known figures of both say.

use crate::draft::Draft;
use crate::phrases::clause::{Group, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::{begins_with_place, is_name};
use crate::words::token::Quantity;
use halfyear_facts::Decimal;
use std::ops::Range;

/// How many statements are asked for the figure of the other place.
const ASKED: usize = 64;

/// Ends of the names of zones, which no table of places holds.
const ZONES: [&str; 4] = ["经开区", "开发区", "高新区", "新区"];

impl Sentence<'_> {
    /// Notes the place that one was just compared with by an amount: 后者 may mean it.
    pub(super) fn note_rival(&mut self, target: usize, other: &str) {
        let place = is_name(other) || zone(other);
        let measure = self.drafts.get(target).and_then(|draft| {
            let letters = measure_of(draft)?.chars().count();
            Some(draft.name.last(letters))
        });
        let told = self.carried.chain.len();
        let rival = measure.filter(|_| place);
        self.carried.rival =
            rival.map(|measure| (Name::default().and(other).then(&measure), target, told));
    }

    /// GDP1312.54亿元,占全市比重27.9%,比汨罗市多出713.4亿元, 增速比全省高1.3个百分点: of what the share was
    /// said of.
    pub(super) fn whole_of_the_sharer(&self, target: usize, lead: &Lead, group: &Group) -> usize {
        let unit = |i: usize| self.drafts.get(i)?.level.as_ref()?.unit.as_deref();
        let money = group
            .items
            .iter()
            .all(|item| matches!(&item.what, What::Amount(it) if it.kind == Some(UnitKind::Money)));
        let grew = |i: usize| self.drafts.get(i).is_some_and(|it| it.change.is_some());
        let mut words = lead.subject.start.min(lead.from)..lead.end;
        let pace = words.any(|i| self.tokens()[i].is(Class::Rate)) && !grew(target);
        let of = self.carried.base.filter(|&base| {
            let like = money && unit(base).is_some_and(|it| it.ends_with('元'));
            unit(target) == Some("%") && (like || pace && grew(base))
        });
        of.unwrap_or(target)
    }

    /// 比徐州多463.3亿元,不过后者7.6%的增速……: the statement of the one compared with, opened where nothing was
    /// told of it yet.
    pub(crate) fn rival_pointed_at(&mut self, lead: &Lead) -> Option<usize> {
        let (rival, target, told) = self.carried.rival.clone()?;
        if self.carried.pair.is_some() || told != self.carried.chain.len() {
            return None;
        }
        let words = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let measure = words.plain.strip_prefix("后者")?;
        if !rival.plain.ends_with(measure) {
            return None;
        }
        let said = self.drafts.get(self.carried.sentence..)?;
        let known = said.iter().rposition(|draft| draft.name == rival);
        let opened = match known {
            Some(at) => self.carried.sentence + at,
            None => {
                let at = lead.subject.end;
                *self.open(vec![rival], &(at..at)).first()?
            }
        };
        self.carried.pair = Some([target, opened]);
        self.carried.current = vec![opened];
        self.carried.pending = None;
        Some(opened)
    }

    /// 池州1109.4亿元,黄山1043.5亿元,后者比前者少65.9亿元: of the one, to the place of the other, where their figures say so.
    pub(super) fn latter_than_former(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let below = lead.gap.filter(|_| group.items.len() == 1)?;
        let latter = match self.text_of(lead.others.clone()).as_str() {
            "前者" => true,
            "后者" => false,
            _ => return None,
        };
        let said = self.phrases.name(lead.subject.clone());
        if said.plain != (if latter { "后者" } else { "前者" }) {
            return None;
        }
        let target = self.former_or_latter(lead)??;
        let other = self.carried.pair?[usize::from(!latter)];
        let (one, rival) = (self.drafts.get(target)?, self.drafts.get(other)?);
        let apart = difference(one, rival)?;
        let measure = measure_of(rival)?;
        let place = rival.name.plain.strip_suffix(measure)?.to_owned();
        let unit = self.unit(first);
        let alike = one.level.as_ref()?.unit.as_deref() == Some(unit.as_str());
        let agrees = alike && about(apart, amount_of(first)?) && (apart.0 < 0) == below;
        if !agrees || !is_name(&place) || measure_of(one) != Some(measure) {
            return Some(group.range.end);
        }
        let distance = self.distance(place, first, below);
        self.drafts.get_mut(target)?.gaps.push(distance);
        self.cover(target, lead, group.items.first()?);
        Some(group.range.end)
    }

    /// The place whose figure of the same is about so far from that of a statement, where one alone of
    /// this sentence or the one before is; and whether it has more.
    pub(super) fn partner_apart(
        &self,
        target: usize,
        first: &Quantity,
    ) -> Option<(Range<usize>, bool)> {
        let told = self.drafts.get(target)?;
        let measure = measure_of(told)?;
        let since = self.carried.sentence_before.min(self.carried.sentence);
        let since = since.max(self.drafts.len().saturating_sub(16));
        let mut found = self.drafts.get(since..)?.iter().filter_map(|other| {
            let placed = other.name.plain.strip_suffix(measure)?;
            let apart = difference(told, other)?;
            let far = apart.0 != 0 && about(apart, amount_of(first)?);
            // The sentence names it, where the statement began.
            let named = self.tokens().iter().take(400).find_map(|token| {
                let at = self.normal.text[token.range()].find(placed)?;
                Some(token.start + at..token.start + at + placed.len())
            });
            (far && !placed.is_empty()).then_some((named?, apart.0 < 0))
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// What the figures of both say, where the other one's is known.
    pub(super) fn against_its_level(
        &self,
        target: usize,
        other: &Range<usize>,
        first: &Quantity,
    ) -> Against {
        let unit = self.unit(first);
        let known = self.drafts.get(target).and_then(|told| {
            let measure = measure_of(told)?;
            // 0.99万亿元 and 99亿元 are not set beside each other here.
            let alike = told.level.as_ref()?.unit.as_deref() == Some(unit.as_str());
            alike.then_some(())?;
            let place = self.normal.text.get(other.clone())?;
            let short = halfyear_catalogue::places::short(place);
            let lately = self.drafts.iter().rev().take(ASKED);
            let mut same = lately.filter_map(|draft| {
                let owner = draft.name.plain.strip_suffix(measure)?;
                let of_it = owner == place || halfyear_catalogue::places::short(owner) == short;
                difference(told, draft).filter(|_| of_it)
            });
            same.next()
        });
        let Some(apart) = known else {
            return Against::Unknown;
        };
        let near = amount_of(first).is_some_and(|told| about(apart, told));
        match near {
            true => Against::Below(apart.0 < 0),
            false => Against::Otherwise,
        }
    }

    /// The statement that words before a comparison mean: that of the place they name, told in this
    /// sentence or the one before, or the one spoken of where they name nothing.
    pub(super) fn statement_of(&self, words: Range<usize>) -> Option<usize> {
        let mut names = words.filter(|&i| {
            let token = &self.tokens()[i];
            token.kind.nominal() || self.phrases.is_own(i)
        });
        let Some(first) = names.next() else {
            return match self.carried.current.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
        };
        let place = self.phrases.token_text(first);
        if names.next().is_some() || !is_name(place) {
            return None;
        }
        let short = halfyear_catalogue::places::short(place);
        let own = self.phrases.is_own(first);
        let since = self.carried.sentence_before.min(self.carried.sentence);
        let of_it = |draft: &Draft| {
            let name = draft.name.plain.as_str();
            let named =
                name.starts_with(place) || short.chars().count() > 1 && name.starts_with(short);
            draft.level.is_some() && (named || own && !begins_with_place(name))
        };
        let said = self.drafts.get(since..)?;
        said.iter().rposition(of_it).map(|at| since + at)
    }

    /// The first place that begins a token, and which token.
    pub(super) fn place_after(&self, from: usize, end: usize) -> Option<(usize, Range<usize>)> {
        (from..end.min(from + 4)).find_map(|i| {
            let token = self.tokens().get(i)?;
            Some((i, self.place_in(token.range())?))
        })
    }

    /// The place that a run of bytes begins with, after its rank: 济南 of 前一名济南.
    pub(crate) fn place_in(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let text = self.normal.text.get(bytes.clone())?;
        let ranked = [
            "前一名",
            "后一名",
            "前一位",
            "后一位",
            "身后的",
            "邻近的",
            "邻居",
        ]
        .iter()
        .find_map(|rank| text.strip_prefix(*rank));
        let text = ranked.unwrap_or(text);
        let start = bytes.end - text.len();
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.take(10).skip(1).collect();
        let place = ends.into_iter().rev().find(|&end| {
            let name = &text[..end];
            is_name(name) || zone(name)
        })?;
        Some(start..start + place)
    }

    /// What stands after a place, within its token and those that follow.
    pub(super) fn rest_of(&self, at: usize, place: &Range<usize>, end: usize) -> String {
        let token = self.tokens().get(at).map_or(place.end, |token| token.end);
        let mut rest = self.normal.text[place.end..token].to_owned();
        rest.push_str(&self.text_of(at + 1..end));
        rest
    }

    /// Words as they are read, without what stands in brackets among them.
    pub(crate) fn text_of(&self, words: Range<usize>) -> String {
        words.map(|i| self.phrases.token_text(i)).collect()
    }
}

/// What the known figures of two places say of the distance between them.
pub(super) enum Against {
    /// The other's is not known.
    Unknown,
    /// They are so far apart, and the one told of has less.
    Below(bool),
    /// They are not: something else is meant.
    Otherwise,
}

/// Whether a name is that of a zone of a known place: 合肥经开区.
fn zone(name: &str) -> bool {
    let whose = ZONES.iter().find_map(|zone| name.strip_suffix(zone));
    whose.is_some_and(is_name)
}

/// What a statement measures, without the place that its name begins with.
fn measure_of(draft: &Draft) -> Option<&str> {
    let name = draft.name.plain.as_str();
    let ends = name.char_indices().map(|(at, _)| at);
    let ends: Vec<usize> = ends.take(11).skip(2).collect();
    let place = ends.into_iter().rev().find(|&end| {
        let place = &name[..end];
        is_name(place) || zone(place)
    });
    let measure = &name[place.unwrap_or(0)..];
    (!measure.is_empty()).then_some(measure)
}

/// How much more one has than another, where both are told in the same unit.
fn difference(one: &Draft, other: &Draft) -> Option<(i64, u32)> {
    let (one, other) = (one.level.as_ref()?, other.level.as_ref()?);
    if one.unit != other.unit {
        return None;
    }
    let scale = |digits: &str| digits.parse::<Decimal>().ok()?.parts();
    let (a, b) = (scale(&one.digits)?, scale(&other.digits)?);
    let most = a.1.max(b.1);
    let (a, b) = (shifted(a, most)?, shifted(b, most)?);
    Some((a.checked_sub(b)?, most))
}

/// The digits of a quantity and how many of them stand behind the point.
fn amount_of(quantity: &Quantity) -> Option<(i64, u32)> {
    quantity.number.digits.parse::<Decimal>().ok()?.parts()
}

fn shifted((digits, scale): (i64, u32), to: u32) -> Option<i64> {
    digits.checked_mul(10_i64.checked_pow(to.checked_sub(scale)?)?)
}

/// Whether a difference is as large as one that is told, whatever its sign: both may be rounded.
fn about(apart: (i64, u32), told: (i64, u32)) -> bool {
    let most = apart.1.max(told.1);
    let Some((one, other)) = shifted(apart, most).zip(shifted(told, most)) else {
        return false;
    };
    let off = one.unsigned_abs().abs_diff(other.unsigned_abs());
    let rounded = 10_u64.saturating_pow(most - apart.1.min(told.1));
    off <= rounded || off.saturating_mul(10) <= other.unsigned_abs()
}

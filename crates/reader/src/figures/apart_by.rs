//! How far apart two places are, told by an amount: 与青岛相差19.9亿元, 以20.3亿元的优势压过洛阳,
//! 首次超过沅江市,多出2.35亿元.

use crate::draft::{Distance, signed};
use crate::figures::two_places::Against;
use crate::phrases::clause::{Group, Item};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity};
use std::ops::Range;

/// No such phrase has more tokens.
const REACH: usize = 14;

/// Verbs of going past somebody, before his name.
pub(super) const PASSES: [&str; 14] = [
    "压过", "领先", "超过", "反超", "险胜", "击败", "力压", "超越", "胜过", "赶超", "战胜", "超出",
    "赶上", "高于",
];

impl Sentence<'_> {
    /// Reads an amount that one place has more or less than another; gives the token after it. Where
    /// nobody could tell which of them has more, what is spoken of stays.
    pub(crate) fn apart_by(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        if let Some(end) = self.distance_moved(group, first, before) {
            return Some(end);
        }
        let amount = matches!(
            first.kind,
            Some(UnitKind::Money | UnitKind::People | UnitKind::Amount)
        );
        // 22.4亿元的差距,几乎可以忽略: how far apart two are, of whom nobody says.
        let after = self.tokens().get(group.range.end..).unwrap_or_default();
        if let [of, noun, ..] = after
            && amount
            && matches!(of.kind, Kind::Of)
            && self.normal.text[noun.range()].starts_with("差距")
        {
            return Some(group.range.end + 2);
        }
        // 与上海只差10公里 is the way there.
        let unit = self.unit(first);
        let far = unit.ends_with(['里', '米']);
        if group.items.len() != 1 || !amount || far || before.is_empty() {
            return None;
        }
        let near = before.end.saturating_sub(REACH).max(before.start)..before.end;
        let last = self.phrases.token_text(before.end - 1);
        // 以123.4亿元的优势压过天津
        if last == "以" {
            return self.by_an_advantage(group, first, before);
        }
        if last.ends_with(['差', '至', '到', '为', '有', '剩', '仅', '只'])
            || last.ends_with("差距")
        {
            let narrowed = self.narrowed_from(before);
            let before = &(narrowed.unwrap_or(before.start)..before.end);
            let near = narrowed.unwrap_or(near.start)..near.end;
            let told = self.with_another(group, first, before, near.clone());
            let told = told.or_else(|| self.advantage_left(group, first, before, near));
            let told = told.or_else(|| self.two_apart(group, first, before));
            return told.or_else(|| self.falls_short(group, before));
        }
        let more = matches!(last, "多出" | "多出了" | "高出" | "高出了");
        if let Some(end) = self.apart_again(group, first, before) {
            return Some(end);
        }
        match more {
            true => self
                .past_another(group, first, before)
                .or_else(|| self.than_the_former(group, first, before)),
            false => self.ahead_by(group, first, before),
        }
    }

    /// 与衡阳县的差距由上年的17.2亿元缩小到11.28亿元: where the words begin that tell of what was narrowed, before the
    /// figure that it was.
    fn narrowed_from(&self, before: &Range<usize>) -> Option<usize> {
        let earlier = before.start.checked_sub(1)?;
        let figure = matches!(self.tokens()[earlier].kind, Kind::Quantity(_));
        if before.len() > 2 || !figure || !self.tokens()[before.end - 1].is(Class::Reach) {
            return None;
        }
        let first = earlier.saturating_sub(REACH);
        let start = (first..earlier).rfind(|&i| self.tokens()[i].kind.breaks());
        let start = start.map_or(first, |comma| comma + 1);
        let behind = (start..earlier).any(|i| self.phrases.token_text(i).ends_with("差距"));
        behind.then_some(start)
    }

    /// 与前一名济南只差19.9亿元, 与防城港的差距缩小至5.6亿元, 与上海相差4083.6亿元.
    fn with_another(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
        near: Range<usize>,
    ) -> Option<usize> {
        let with = near.clone().find(|&i| {
            matches!(self.phrases.token_text(i), "与" | "同" | "和" | "跟")
                && self.place_after(i + 1, near.end).is_some()
        })?;
        let (at, other) = self.place_after(with + 1, near.end)?;
        let ahead = self.text_of(with + 1..at + 1);
        let next_to = ahead.contains("前一") || ahead.contains("后一") || ahead.contains("身后");
        let ahead = ["身后", "后一名", "后一位", "第二", "后面"]
            .iter()
            .any(|word| ahead.contains(word));
        let rest = self.rest_of(at, &other, near.end);
        let words = rest.trim_start_matches("相比").trim_start_matches('的');
        let behind = match words {
            "相差" | "仅相差" | "只相差" | "仅仅相差" => None,
            "差" | "只差" | "仅差" | "还差" | "仍差" | "仅仅差" => Some(!ahead),
            _ if words.starts_with("差距") && !words.ends_with('了') => Some(!ahead),
            _ => return None,
        };
        // 合肥与济南的差距缩小至19.9亿元 does not say which of them has more.
        let said = self.phrases.trimmed(before.start..with);
        let behind = behind.filter(|_| said.is_empty() || next_to);
        let end = group.range.end;
        let Some(target) = self.statement_of(before.start..with) else {
            return Some(end);
        };
        let below = match self.against_its_level(target, &other, first) {
            Against::Unknown => behind,
            Against::Below(below) => Some(below),
            Against::Otherwise => None,
        };
        if let Some(below) = below {
            self.put_apart(group, first, target, other, below, with);
        }
        Some(end)
    }

    /// 与年初目标还差20亿元, 距大关还差5348亿元: what is missing, and no figure of anything.
    fn falls_short(&self, group: &Group, before: &Range<usize>) -> Option<usize> {
        let last = self.text_of(before.end.saturating_sub(2).max(before.start)..before.end);
        let short = ["还差", "仍差", "尚差", "只差", "仅差"];
        let short = short.iter().any(|short| last.ends_with(short));
        short.then_some(group.range.end)
    }

    /// 领先曹妃甸区的优势只剩5.28亿元
    fn advantage_left(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
        near: Range<usize>,
    ) -> Option<usize> {
        let leads = near
            .clone()
            .find(|&i| matches!(self.phrases.token_text(i), "领先" | "领先于"))?;
        let (at, other) = self.place_after(leads + 1, near.end)?;
        let rest = self.rest_of(at, &other, near.end);
        if !rest.starts_with("的优势") || rest.ends_with('了') {
            return None;
        }
        let target = self.statement_of(before.start..leads);
        if let Some(target) = target
            && !matches!(
                self.against_its_level(target, &other, first),
                Against::Otherwise | Against::Below(true)
            )
        {
            self.put_apart(group, first, target, other, false, leads);
        }
        Some(group.range.end)
    }

    /// 以123.4亿元的优势压过天津, 以20.31亿元的微弱优势重回第一: of two that were told, whose figures
    /// are so far apart, where nobody is named.
    fn by_an_advantage(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let from = group.range.end;
        let of = self.tokens().get(from)?;
        // 以4.6亿元之差退居第四: behind the one told before, whose figure is so far from it.
        if self.normal.text[of.range()].starts_with("之差") {
            let target = self.statement_of(before.start..before.end - 1);
            if let Some(target) = target
                && let Some((other, true)) = self.partner_apart(target, first)
            {
                self.put_apart(group, first, target, other, true, from);
                self.carried.current = vec![target];
            }
            return Some(from + 1);
        }
        if !matches!(of.kind, Kind::Of) {
            return None;
        }
        let noun = (from + 1..from + 4).find(|&i| self.phrases.token_text(i).contains("优势"))?;
        let target = self.statement_of(before.start..before.end - 1);
        // The verb may be a word of the table, or stand in one with the noun.
        let passes = (noun..noun + 3).find(|&i| {
            let text = self.phrases.token_text(i);
            PASSES.iter().any(|verb| text.ends_with(verb))
        });
        let named = (noun..noun + 4).find_map(|i| {
            let text = self.phrases.token_text(i);
            let skip = PASSES
                .iter()
                .filter_map(|verb| Some(text.find(verb)? + verb.len()));
            let skip = skip.max().unwrap_or(0);
            let passed = skip > 0 || passes.is_some_and(|verb| verb < i);
            let start = self.tokens().get(i)?.start + skip;
            let end = self.tokens().get(i)?.end;
            Some((i, self.place_in(start..end)?)).filter(|_| passed)
        });
        let below = |against| matches!(against, Against::Below(true) | Against::Otherwise);
        match (target, named) {
            (Some(target), Some((at, other))) => {
                if !below(self.against_its_level(target, &other, first)) {
                    self.put_apart(group, first, target, other, false, from);
                }
                self.carried.current = vec![target];
                Some(at + 1)
            }
            (Some(target), None) => {
                if let Some((other, false)) = self.partner_apart(target, first) {
                    self.put_apart(group, first, target, other, false, from);
                }
                self.carried.current = vec![target];
                Some(noun + 1)
            }
            (None, _) => None,
        }
    }

    /// 比福州快3.4个百分点,总量却少224.82亿元: the size, against the one just compared with.
    fn apart_again(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let words = self.text_of(before.clone());
        let size = ["总量", "规模", "绝对量", "绝对值"]
            .iter()
            .find_map(|size| words.strip_prefix(*size))?;
        let size = size.trim_start_matches(['却', '则', '仍', '还', '也']);
        let below = match size {
            "少" | "低" => true,
            "多" | "高" | "高出" | "多出" => false,
            _ => return None,
        };
        let &[target] = self.carried.current.as_slice() else {
            return None;
        };
        let draft = self.drafts.get(target)?;
        let gap = draft.gaps.last().filter(|gap| gap.unit.is_none())?;
        let to = gap.to.clone();
        let at = gap.at.clone()?;
        // No other clause stands between.
        let comma = self.tokens().get(before.start.checked_sub(2)?)?;
        let near = self.bytes(comma.range()).end >= at.end;
        (draft.level.is_some() && near).then_some(())?;
        let distance = self.distance(to, first, below);
        self.drafts.get_mut(target)?.gaps.push(distance);
        let lead = Lead {
            from: before.start,
            ..Lead::default()
        };
        self.cover(target, &lead, group.items.first()?);
        Some(group.range.end)
    }

    /// 首次超过沅江市,多出2.35亿元: more than the one that the clause before names.
    fn past_another(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let comma = before.start.checked_sub(1)?;
        let how = |i: usize| self.tokens()[i].is(Class::Adverb);
        let alone = before.len() == 1 || before.len() == 2 && how(before.start);
        if !alone || !matches!(self.tokens().get(comma)?.kind, Kind::Comma) {
            return None;
        }
        let place = comma.checked_sub(1)?;
        let token = self.tokens().get(place)?;
        let other = self
            .place_in(token.range())
            .filter(|other| other.len() == token.range().len())?;
        let at = place.checked_sub(1)?;
        let verb = self.phrases.token_text(at);
        // 项目投资超过徐州 is of something else.
        let begins = at.checked_sub(1).is_none_or(|before| {
            let token = &self.tokens()[before];
            token.kind.breaks() || token.is(Class::Adverb) || token.is(Class::Conn)
        });
        if !begins || !PASSES.iter().any(|passes| verb.ends_with(passes)) {
            return None;
        }
        let &[target] = self.carried.current.as_slice() else {
            return None;
        };
        match self.against_its_level(target, &other, first) {
            Against::Unknown | Against::Below(false) => {
                self.put_apart(group, first, target, other, false, before.start);
            }
            _ => {}
        }
        Some(group.range.end)
    }

    /// 安化县148.93亿元,南县147.06亿元,两县仅相差1.87亿元: of the two told last, whose figures say so.
    fn two_apart(
        &mut self,
        group: &Group,
        first: &Quantity,
        before: &Range<usize>,
    ) -> Option<usize> {
        let words = self.text_of(before.clone());
        let pair = [
            "两县", "两市", "两区", "两州", "两省", "两镇", "两地", "两城", "两者", "二者", "双方",
        ];
        let rest = pair.iter().find_map(|pair| words.strip_prefix(*pair));
        if !matches!(
            rest?,
            "相差" | "仅相差" | "只相差" | "只差" | "仅差" | "仅仅相差" | "差距仅为" | "差距为"
        ) {
            return None;
        }
        let said = self.drafts.len().checked_sub(2)?;
        if said < self.carried.sentence {
            return Some(group.range.end);
        }
        if let Some((other, below)) = self.partner_apart(said, first) {
            self.put_apart(group, first, said, other, below, before.start);
        }
        Some(group.range.end)
    }

    /// An amount that lies between a place and the one spoken of.
    pub(super) fn distance(&self, to: String, first: &Quantity, below: bool) -> Distance {
        Distance {
            to,
            digits: signed(&first.number.digits, below),
            unit: Some(self.unit(first)).filter(|unit| !unit.is_empty()),
            own: None,
            own_at: None,
            at: Some(self.bytes(first.at.clone())),
        }
    }

    pub(super) fn put_apart(
        &mut self,
        group: &Group,
        first: &Quantity,
        target: usize,
        other: Range<usize>,
        below: bool,
        from: usize,
    ) {
        let Some(item): Option<Item> = group.items.first().cloned() else {
            return;
        };
        let distance = self.distance(self.printed(other), first, below);
        self.note_rival(target, &distance.to);
        self.carried.current = vec![target];
        self.carried.pending = None;
        // What is measured otherwise is not so far apart.
        let alike = self.drafts.get(target).is_some_and(|draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            let unit = distance.unit.as_deref();
            level
                .zip(unit)
                .is_some_and(|(level, unit)| unscaled(level) == unscaled(unit))
        });
        if !alike {
            return;
        }
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.gaps.push(distance);
        }
        let lead = Lead {
            from,
            ..Lead::default()
        };
        self.cover(target, &lead, &item);
    }
}

//! Puts subjects and numbers together: one statement, one fact.
//!
//! Here is what every kind of statement shares; `change`, `level` and `rank` read the kinds.

use crate::audit::Part;
use crate::carried::Carried;
use crate::clause::{self, Group, Item, What};
use crate::draft::Draft;
use crate::lead::{Lead, lead, pulled_itself};
use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::name::Name;
use crate::normal::Normal;
use crate::nouns::Noun;
use crate::pace::Pace;
use crate::phrase::{Phrases, Subject};
use crate::role::{Role, role};
use crate::scan::Scanned;
use crate::time::Time;
use crate::token::{Kind, Quantity, Token};
use std::ops::Range;

/// Reads one sentence.
pub(crate) struct Sentence<'a> {
    pub(crate) phrases: Phrases<'a>,
    pub(crate) normal: &'a Normal,
    pub(crate) file: &'a str,
    pub(crate) scanned: &'a Scanned,
    pub(crate) carried: &'a mut Carried,
    pub(crate) drafts: &'a mut Vec<Draft>,
    /// The time of this sentence, where it is not the paragraph's.
    pub(crate) aside_time: Option<Time>,
    /// Tokens that say what no fact holds: the figure of an earlier time, a limit in a name.
    pub(crate) marked: Vec<(usize, Part)>,
}

impl<'a> Sentence<'a> {
    pub(crate) fn new(
        normal: &'a Normal,
        file: &'a str,
        own: &'a [String],
        scanned: &'a Scanned,
        carried: &'a mut Carried,
        drafts: &'a mut Vec<Draft>,
    ) -> Self {
        Self {
            phrases: Phrases {
                normal,
                file,
                tokens: &scanned.tokens,
                own,
            },
            normal,
            file,
            scanned,
            carried,
            drafts,
            aside_time: None,
            marked: Vec::new(),
        }
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        &self.scanned.tokens
    }

    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.normal.printed(range, self.file)
    }

    /// The unit as printed, without a limit inside it: 2万多亩 is 万亩.
    pub(crate) fn unit(&self, quantity: &Quantity) -> String {
        let mut unit = self.printed(quantity.unit.clone());
        unit.retain(|c| !matches!(c, '多' | '余' | '餘'));
        unit
    }

    /// 百分点, or 千分点 of a rate in per mille.
    pub(crate) fn point_unit(&self, quantity: &Quantity) -> String {
        match self.normal.text[quantity.unit.clone()].contains('千') {
            true => "千分点".to_owned(),
            false => "百分点".to_owned(),
        }
    }

    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        self.phrases.name_of(range).printed
    }

    /// Reads its clauses from left to right.
    pub(crate) fn read(&mut self) {
        self.carried.chain.clear();
        self.carried.pair = None;
        self.carried.sectors.clear();
        self.forget_owners();
        self.carried.planned = false;
        self.forget_view();
        self.carried.aims = false;
        self.carried.parts = false;
        self.carried.places = false;
        if !self.goes_on() {
            self.carried.whole = None;
            self.carried.taken_apart = None;
        }
        let all = match self.tokens() {
            [first, .., last] => &self.normal.text[first.start..last.end],
            _ => "",
        };
        let mut said = self.tokens().iter().map(Token::range);
        let structure =
            all.contains("结构") && said.any(|at| self.normal.text[at].contains("结构"));
        // The sentence right after goes on with it.
        self.carried.structure = structure || self.carried.structure_before;
        self.carried.structure_before = structure;
        self.carried.pending = None;
        self.carried.doers = None;
        self.carried.pace = None;
        self.carried.ordered = None;
        self.carried.before = None;
        if !self.goes_on() {
            self.carried.within = self.carried.always_within.clone();
        }
        self.carried.sole = self.sole();
        self.carried.measured_from = match self.goes_on() {
            true => self.carried.sentence,
            false => self.drafts.len(),
        };
        self.carried.sentence = self.drafts.len();
        let counts = self.tokens().iter().any(|token| {
            matches!(
                token.kind,
                Kind::Number(_) | Kind::Quantity(_) | Kind::Rank(_) | Kind::Range
            ) || token.is(Class::Flat)
                || token.is(Class::Double)
        }) || !self.scanned.asides.is_empty();
        if !counts {
            // Nothing is said in numbers; a time or a work may still be named for what follows.
            self.times(&(0..self.tokens().len()));
            if let Some(clause) = clause::clauses(self.tokens()).into_iter().next() {
                self.no_number(&clause);
            }
            self.carried.pending = None;
            self.carried.current.clear();
            return;
        }
        let mut outside = None;
        let mut read = false;
        for (number, clause) in clause::clauses(self.tokens()).into_iter().enumerate() {
            // What the sentence before spoke of may be gone on with at once, not later.
            let view = clause.start > 0
                && self.tokens()[..clause.start]
                    .iter()
                    .rev()
                    .take(2)
                    .any(|token| token.is(Class::PrepEnd) || token.is(Class::Compared));
            if number == 1 && !view && !read && self.carried.sentence == self.drafts.len() {
                self.carried.current.clear();
            }
            let bracket = |i: usize, close| {
                let token = self.scanned.tokens.get(i);
                token.is_some_and(|token| match close {
                    true => matches!(token.kind, Kind::Close),
                    false => matches!(token.kind, Kind::Open),
                })
            };
            if clause.start > 0 && bracket(clause.start - 1, false) {
                outside = Some(self.carried.current.clone());
            }
            let closes = bracket(clause.end, true);
            read |= self.clause(&clause);
            // What follows brackets goes on with what stood before them.
            if closes && let Some(outside) = outside.take() {
                self.carried.current = outside;
            }
        }
    }

    /// The statement of the sentence before, where that told of one thing alone.
    fn sole(&self) -> Option<usize> {
        let said = self.drafts.get(self.carried.sentence..)?;
        let first = said.first().filter(|draft| draft.change.is_some())?;
        let same = |draft: &Draft| draft.name.plain.starts_with(&first.name.plain);
        said.iter().all(same).then_some(self.carried.sentence)
    }

    /// Whether the clause says something in numbers.
    fn clause(&mut self, clause: &Range<usize>) -> bool {
        self.carried.distance = None;
        let apart = self.tokens()[clause.clone()].iter().take(2);
        if apart
            .clone()
            .any(|token| self.normal.text[token.range()].starts_with("其中"))
        {
            self.carried.taken_apart = match clause.start {
                // The sentence before told of the whole first.
                0 => (self.carried.measured_from < self.carried.sentence)
                    .then_some(self.carried.measured_from),
                _ => self.carried.base.or(self.carried.current.last().copied()),
            };
        }
        let before = clause
            .start
            .checked_sub(1)
            .and_then(|i| self.tokens().get(i));
        if before.is_some_and(|token| matches!(token.kind, Kind::Semicolon)) {
            self.carried.institution = None;
        }
        self.times(clause);
        self.bracketed(clause);
        if self.ordered(clause) {
            return true;
        }
        let groups = clause::groups(&self.normal.text, self.tokens(), clause);
        let mut from = clause.start;
        let mut read = false;
        for (i, group) in groups.iter().enumerate() {
            if group.range.start < from {
                // 14类商品销售增速超过10%: part of what another says.
                continue;
            }
            let limit = groups
                .get(i + 1)
                .map_or(clause.end, |next| next.range.start);
            // 增速与全区持平、低于全国0.4个百分点
            let flat = (from..group.range.start).find(|&i| self.tokens()[i].is(Class::Flat));
            if let Some(flat) = flat
                && matches!(self.tokens()[flat + 1].kind, Kind::Pause | Kind::And)
            {
                self.told(from..flat + 1);
                from = flat + 2;
            }
            let end = self.group(clause, group, from..group.range.start, limit);
            read |= end.is_some();
            from = end.unwrap_or(group.range.end);
        }
        if self.tokens()[clause.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Range))
        {
            self.carried.current.clear();
            self.note_sectors(clause);
        }
        let told = self.told(from..clause.end);
        if !read && !told {
            self.no_number(clause);
            if !groups.is_empty() {
                // Nobody could tell whose the figure is: nor whose what follows is.
                let whose = |name: &Name| !Lexicon::get().is_one_of(Noun::Whose, &name.plain);
                self.carried.pending = self.carried.pending.take().filter(whose);
            }
            // 增长最快的3个行业分别是……: how many only begins the list.
            let ranks = |group: &Group| {
                let after = self.tokens().get(group.range.end..clause.end);
                let listed = after.unwrap_or_default().iter().take(3).any(|token| {
                    matches!(
                        &self.normal.text[token.range()],
                        "分别是" | "依次是" | "分别为"
                    )
                });
                matches!(group.items[0].what, What::Rank(_)) || listed
            };
            if groups.iter().all(ranks) {
                self.carried.aims |= self.names_aims(clause);
                self.carried.before = self.carried.before.or(Some(clause.start));
            }
        } else {
            self.carried.before = None;
        }
        let placed = |group: &Group| matches!(group.items[0].what, What::Rank(_));
        match !read && !told || groups.iter().all(placed) {
            true => self.note_pace(clause),
            false => self.carried.pace = self.carried.pace.filter(Pace::goes_on),
        }
        read || told
    }

    /// Reads a group of numbers; gives the token after what it used, where it could be read.
    fn group(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        if self
            .tokens()
            .get(group.range.end)
            .is_some_and(|token| token.is(Class::Compared))
        {
            // 与2010年的3312568人相比: the earlier figure; what is spoken of stays.
            self.mark(group.range.clone(), Part::Earlier);
            self.compare_with_time(&before);
            return Some(group.range.end + 1);
        }
        if self.compared_with_figure(group, &before) {
            self.mark(group.range.clone(), Part::Earlier);
            return Some(self.after_level(group.range.end));
        }
        let read = match group.items.first()?.what {
            What::Rank(_) => self.rank(group, before),
            What::Amount(ref quantity) => {
                let mut quantity = quantity.clone();
                // 恢复到2019年同期的九成: a share, and not so many times as much.
                if self.normal.text[quantity.unit.clone()].ends_with('成') {
                    quantity.kind = Some(UnitKind::Rate);
                }
                self.amount(clause, group, &quantity, before, limit)
            }
        };
        // 是2018年的2.4倍, 为10年来最高: what is spoken of stays.
        let passing = matches!(
            &group.items.first()?.what,
            What::Amount(q) if matches!(q.kind, Some(UnitKind::Times | UnitKind::Degree))
        );
        if read.is_none() && !passing {
            // What follows would be said of what could not be read.
            self.carried.current.clear();
            self.carried.pending = None;
            // 新签约78个,总投资164亿元, where nobody knows what was signed.
            if matches!(&group.items.first()?.what, What::Amount(q) if q.kind == Some(UnitKind::Count))
            {
                self.carried.entity = None;
            }
        }
        read
    }

    fn amount(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        first: &Quantity,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        let mut lead = lead(&self.normal.text, self.tokens(), before.clone(), false);
        // 增幅均超过15%: the limit says that it is so of all.
        let from = self
            .tokens()
            .get(group.range.start)
            .map_or(0, |token| token.start);
        let bound = self
            .normal
            .text
            .get(from..first.at.start)
            .unwrap_or_default();
        lead.all |= group.items.len() == 1 && bound.starts_with('均');
        if !matches!(first.kind, Some(UnitKind::Rate | UnitKind::Times)) {
            // 占地320亩 is no share.
            lead.share = None;
        }
        if first.kind == Some(UnitKind::Times)
            && lead
                .share
                .is_some_and(|at| self.printed(self.tokens()[at].range()) == "是")
        {
            // 是全国平均的1.2倍
            lead.share = None;
        }
        // 占年计划的58%: how much of the plan was done.
        lead.target &= lead.share.is_none();
        let steps = self.tokens().get(group.range.end).is_some_and(|next| {
            self.normal.text[next.range()].starts_with(['位', '名']) && next.is(Class::Itself)
        });
        // 比上月上升2位, where a rank was told: the steps of the rank.
        let unit = &self.normal.text[first.unit.clone()];
        let climbs = lead.falls.is_some()
            && !lead.reach
            && matches!(unit, "位" | "名" | "个位次" | "个名次" | "个位")
            && matches!(
                self.phrases.subject(lead.subject.clone(), None),
                Subject::Carried
            );
        if lead.hushed || steps || climbs || self.of_longer_time(&lead) {
            // 前移3位 says nothing of the indicator, which is spoken of still.
            return Some(group.range.end);
        }
        if lead.earlier {
            self.mark(group.range.clone(), Part::Earlier);
            // 由3.8%降至0.6%: the subject waits for the later figure.
            let subject = match lead.pull {
                // 对全市的贡献率由40%上升至63%: of what was named before.
                Some(_) => self.level_subject(&lead),
                None => self.phrases.subject(lead.subject.clone(), None),
            };
            if let Subject::Named(names) = subject {
                self.carried.pending = names.into_iter().next();
            }
            return Some(group.range.end);
        }
        let words = &self.tokens()[before.clone()];
        if let Some((below, target)) = self.carried.distance.take()
            && first.kind == Some(UnitKind::Points)
            && lead.gap.is_none()
            && words
                .first()
                .is_some_and(|token| matches!(token.kind, Kind::Pause | Kind::And))
        {
            let lead = Lead {
                others: before.start + 1..before.end,
                gap: Some(below),
                ..lead
            };
            return self.next_distance(group, &lead, target);
        }
        // A、B、C分别以2311亿元、2071亿元、2053亿元列全省第2、3、4位
        let by = lead.subject.clone().last();
        if group.items.len() > 1
            && by.is_some_and(|i| &self.normal.text[self.tokens()[i].range()] == "以")
        {
            lead.subject.end -= 1;
        }
        // A业和B业增幅最大,分别为22.5%和21.6%
        if group.items.len() > 1
            && lead.each
            && lead.subject.is_empty()
            && let Some(start) = self.carried.before
        {
            let words = &self.tokens()[start..before.start.max(start)];
            let said = words.iter().find(|token| token.is(Class::Rate));
            let said = said.map(|token| token.negative(Class::Rate));
            lead.rate = lead.rate.or(said);
        }
        if first.kind == Some(UnitKind::Rate)
            && let Some(end) = self.rate_after(group)
        {
            return self.growth_before_its_noun(group, &lead, end);
        }
        if self.of_a_benchmark(&lead, first) {
            return Some(group.range.end);
        }
        pulled_itself(&mut lead, first);
        self.added_to_the_same(&mut lead, first);
        self.growth_without_verb(&mut lead, first);
        self.paced(&mut lead, first);
        match role(&lead, first) {
            Role::Growth => self.growth(group, &lead, first.kind),
            Role::Points => self.points(group, &lead),
            Role::Distance if self.benchmarked(&lead) => self.distances(group, &lead),
            Role::Distance => None,
            Role::Contribution => self.contribution(group, &lead),
            Role::Multiple => self.multiple(group, &lead),
            Role::Level => self.level(clause, group, &lead, first, limit),
            Role::Nothing => None,
        }
    }

    /// Whether a clause without numbers says that aims follow: 主要目标是……, but not 围绕目标.
    fn names_aims(&self, clause: &Range<usize>) -> bool {
        let words = &self.tokens()[clause.clone()];
        let aim = words.iter().position(|token| token.is(Class::Target));
        aim.is_some_and(|aim| {
            let reached = [Class::Gap, Class::Before, Class::Level];
            let before = words[..aim].last();
            !words[..aim]
                .iter()
                .any(|token| token.is(Class::Prep) || token.is(Class::Act))
                // 主要指标预期全部超额完成
                && !words[aim..].iter().any(|token| {
                    self.normal.text[token.range()].ends_with("完成")
                })
                // 恢复超过预期
                && !before.is_some_and(|token| reached.iter().any(|&class| token.is(class)))
        })
    }

    /// Whether what is compared with is a place or a mean: 低 of 低改油茶林 compares nothing.
    fn benchmarked(&self, lead: &Lead) -> bool {
        let others = self.tokens().get(lead.others.clone()).unwrap_or_default();
        others.iter().any(|token| {
            token.is(Class::Scope)
                || token.is(Class::Mean)
                || self.normal.text[token.range()].ends_with(['省', '市', '区', '县', '州', '国'])
        })
    }

    /// Lets a statement reach from the predicate's first word to the number.
    pub(crate) fn cover(&mut self, index: usize, lead: &Lead, item: &Item) {
        let start = self
            .tokens()
            .get(lead.from.min(item.token))
            .map_or(0, |token| token.start);
        let end = self.tokens()[item.token].end;
        let bytes = self.bytes(start..end);
        if let Some(draft) = self.drafts.get_mut(index) {
            draft.cover(&bytes);
            draft.target |= lead.target;
        }
    }
}

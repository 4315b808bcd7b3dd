//! Puts subjects and numbers together: one statement, one fact.
//!
//! Here is what every kind of statement shares; `change`, `level` and `rank` read the kinds.

use crate::carried::{Carried, Pace};
use crate::draft::Draft;
use crate::outcome::audit::Part;
use crate::phrases::clause::{self, Group, Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::scan::Scanned;
use crate::text::normal::Normal;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::time::Time;
use crate::words::token::{Kind, Token};
use halfyear_facts::Basis;
use std::cell::{Cell, OnceCell};
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
    /// Against what the points before were measured, which those after it are as well.
    pub(crate) points_basis: Option<Basis>,
    /// That time is of a part alone, which ends with a semicolon: 其中当月增长12.4%;
    pub(crate) of_a_part: bool,
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
                edges: OnceCell::new(),
                trimmed: Cell::new([usize::MAX; 4]),
            },
            normal,
            file,
            scanned,
            carried,
            drafts,
            aside_time: None,
            of_a_part: false,
            points_basis: None,
            marked: Vec::new(),
        }
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        &self.scanned.tokens
    }

    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.normal.printed(range, self.file)
    }

    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        self.phrases.name_of(range).printed().to_owned()
    }

    /// Reads its clauses from left to right.
    pub(crate) fn read(&mut self) {
        if self.announces_parts(0) {
            self.carried.listed = Some(self.carried.sentence);
            return;
        }
        self.note_heading();
        self.note_frame();
        self.note_parts();
        self.carried.chain.clear();
        self.carried.latest = None;
        self.carried.pair = None;
        self.carried.rival = None;
        self.carried.placed = None;
        self.carried.sectors.clear();
        self.forget_owners();
        self.carried.planned = false;
        self.forget_view();
        self.carried.aims = self.carried.aimed;
        self.carried.vowed = false;
        self.carried.parts = false;
        self.carried.places = false;
        if let Some((measure, time)) = self.carried.announced.take() {
            self.carried.measure = Some(measure);
            self.carried.time = self.carried.time.or(time);
            self.carried.places = true;
        }
        if let Some(tail) = self.carried.looked_at.take() {
            self.carried.tail = Some(tail);
            self.carried.parts = true;
        }
        let closer = self.looks_closer();
        if self.goes_on() || closer {
            // 10月,货运量48.3亿吨。其中,公路35.5亿吨
            self.aside_time = self.carried.aside.take();
        }
        if !self.goes_on() {
            self.carried.base = None;
            self.carried.whole = None;
            self.back_to_whole();
        }
        self.carried.aside = None;
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
        self.carried.pending_list.clear();
        self.carried.doers = None;
        self.carried.pace = None;
        self.carried.without = None;
        self.carried.place = None;
        self.carried.led = None;
        self.carried.revenue = None;
        self.carried.ordered = None;
        self.carried.before = None;
        self.carried.pending_from = None;
        if !self.goes_on() {
            let always = self.carried.always_within.clone();
            self.carried.within = always.or(self.carried.frames.only());
        }
        self.carried.sole = self.sole();
        self.carried.measured_from = match self.goes_on() {
            true => self.carried.sentence,
            false => self.drafts.len(),
        };
        if let Some(whole) = self.carried.listed {
            self.carried.measured_from = whole;
            self.carried.taken_apart = Some(whole);
            self.carried.parts = true;
        }
        self.carried.sentence_before = self.carried.sentence.max(self.carried.paragraph);
        self.carried.sentence = self.drafts.len();
        self.carried.part = self.carried.sentence;
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
            let clauses = clause::clauses(self.tokens());
            if let Some((first, others)) = clauses.split_first() {
                self.no_number(first);
                // 从工业看,规上工业增加值增速“十升四降”: by what the places that follow are measured.
                for clause in others {
                    self.note_measure(clause);
                }
                // 首先,回顾一下各县GDP完成数据: what the colon announces.
                let colon = |clause: &&Range<usize>| {
                    let after = self.tokens().get(clause.end);
                    // 1-4月,从产品产量看, and the parts stand below.
                    let view = self.tokens()[clause.start].is(Class::From)
                        && self.tokens()[clause.end - 1].is(Class::PrepEnd);
                    view || after.is_some_and(|after| matches!(after.kind, Kind::Colon))
                };
                if let Some(last) = others.last().filter(colon) {
                    self.no_number(last);
                }
            }
            self.carried.pending = None;
            self.carried.current.clear();
            return;
        }
        self.note_parts_told();
        let mut outside = None;
        let mut read = false;
        let mut past = 0;
        for (number, clause) in clause::clauses(self.tokens()).into_iter().enumerate() {
            if clause.start < past {
                continue;
            }
            if let Some(end) = self.told_ahead(&clause) {
                past = end;
                read = true;
                continue;
            }
            // What the sentence before spoke of may be gone on with at once, not later.
            let view = clause.start > 0
                && self.tokens()[..clause.start]
                    .iter()
                    .rev()
                    .take(2)
                    .any(|token| token.is(Class::PrepEnd) || token.is(Class::Compared));
            if (1..=2).contains(&number)
                && !view
                && !read
                && self.carried.sentence == self.drafts.len()
            {
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
                outside = Some(self.carried.outside());
            }
            let closes = bracket(clause.end, true);
            let aims = self.carried.aims;
            let aimed = self.is_an_aim(&clause);
            self.carried.aims |= aimed;
            read |= self.clause(&clause);
            if aimed {
                self.carried.aims = aims;
            }
            // What follows brackets goes on with what stood before them.
            if closes && let Some(outside) = outside.take() {
                self.carried.go_on_with(outside);
            }
        }
        self.rank_ahead();
        self.back_to_the_measure();
        if self.carried.sentence < self.drafts.len() && self.announces_parts(1) {
            self.carried.listed = Some(self.carried.sentence);
        }
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
        let anew = before.is_some_and(|token| matches!(token.kind, Kind::Semicolon));
        if anew {
            self.carried.part = self.drafts.len();
            self.carried.institution = None;
            self.aside_time = self.aside_time.filter(|_| !self.of_a_part);
            self.back_to_the_counted(clause);
            // 商品房销售面积……,其中住宅……;销售额156.7亿元: of the whole again.
            let whole = self.carried.taken_apart;
            if let Some(whole) = whole.filter(|&whole| whole >= self.carried.sentence) {
                self.carried.current = vec![whole];
            }
        }
        if self.note_exclusion(clause) {
            return false;
        }
        let opened = self.drafts.len();
        self.note_vow(clause);
        self.times(clause);
        self.note_led(clause);
        if self.leaders(clause) {
            return true;
        }
        self.note_mark(clause);
        if self.note_sole(clause) || self.note_those(clause) {
            return false;
        }
        self.bracketed(clause);
        self.figures_in_brackets(clause);
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
            read |= self.structure(clause);
        }
        let told = self.told(from..clause.end) || self.last_place(from..clause.end);
        self.others_in_brackets(clause);
        if !read && !told && opened == self.drafts.len() {
            self.no_number(clause);
            self.note_sectors(clause);
            if anew && groups.is_empty() && self.names_anew(clause) {
                self.carried.current.clear();
            }
            if !groups.is_empty() {
                // Nobody could tell whose the figure is: nor whose what follows is.
                // 实际投资超5000万美元的有15个: what they are beyond is told of none of them.
                let beyond = groups.iter().any(|group| self.has_those(group.range.end));
                let whose =
                    |name: &Name| !beyond && !Lexicon::get().is_one_of(Noun::Whose, &name.plain);
                self.carried.pending = self.carried.pending.take().filter(whose);
            }
            // 增长最快的3个行业分别是……: how many only begins the list.
            let ranks = |group: &Group| {
                let first = group.items[0].token;
                if self.limits_a_list(clause, group) || self.sums_up(clause, first) {
                    return true;
                }
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
        if read || told {
            self.leave_out(opened);
        }
        let placed = |group: &Group| matches!(group.items[0].what, What::Rank(_));
        match !read && !told || groups.iter().all(placed) {
            true => self.note_pace(clause),
            false => self.carried.pace = self.carried.pace.filter(Pace::goes_on),
        }
        read || told
    }

    /// Lets a statement reach from the predicate's first word to the number.
    pub(crate) fn cover(&mut self, index: usize, lead: &Lead, item: &Item) {
        let start = self
            .tokens()
            .get(lead.from.min(item.token))
            .map_or(0, |token| token.start);
        let end = self.tokens()[item.token].end;
        let bytes = self.bytes(start..end);
        let words = lead.subject.start.min(lead.from)..lead.end;
        let words = self.tokens().get(words).unwrap_or_default();
        let mut words = words.iter().map(|token| &self.normal.text[token.range()]);
        let so_far = words.any(|word| word.contains("累计"));
        if let Some(draft) = self.drafts.get_mut(index) {
            draft.cover(&bytes);
            draft.target |= lead.target;
            draft.sums_up(so_far);
        }
    }
}

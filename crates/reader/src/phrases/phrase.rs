//! Noun phrases: what a number measures.

use crate::phrases::edges::{Edge, Edges};
use crate::phrases::name::{Name, only_counts};
use crate::text::normal::{Normal, ignorable};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// What stands before a predicate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nothing that names: carry on with what was named before.
    #[default]
    Carried,
    /// A name, or several of a list.
    Named(Vec<Name>),
    /// Words that are no name the reader trusts.
    Unclear,
}

/// Makes names out of tokens of one text.
pub(crate) struct Phrases<'a> {
    pub(crate) normal: &'a Normal,
    pub(crate) file: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Names of the report's own place: 柯桥区, 柯桥.
    pub(crate) own: &'a [String],
    /// What the tokens do at the edges of a subject.
    pub(crate) edges: OnceCell<Edges>,
    /// The range that was trimmed last, and what was left of it: many ask in turn of one subject.
    pub(crate) trimmed: Cell<[usize; 4]>,
}

/// Longer than any indicator's name.
pub(crate) const LONGEST: usize = 40;

impl Phrases<'_> {
    pub(crate) fn text(&self, range: Range<usize>) -> &str {
        self.normal.text.get(range).unwrap_or_default()
    }

    pub(crate) fn token_text(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |token| self.text(token.range()))
    }

    /// The name that a run of tokens spells, with what stands in brackets left out.
    pub(crate) fn name(&self, range: Range<usize>) -> Name {
        let tokens = self.tokens.get(range).unwrap_or_default();
        let mut name = Name::default();
        let mut tokens = tokens.iter().map(Token::range).peekable();
        while let Some(mut run) = tokens.next() {
            while let Some(next) = tokens.next_if(|next| next.start == run.end) {
                run.end = next.end;
            }
            self.add_to(&mut name, run);
        }
        name
    }

    fn add_to(&self, name: &mut Name, bytes: Range<usize>) {
        let printed = self.normal.printed(bytes.clone(), self.file);
        let printed = self.file.get(printed).unwrap_or_default();
        let plain = self.text(bytes);
        // Most is printed as it is read.
        if printed == plain && !self.normal.has_space(plain) {
            name.push(plain);
            return;
        }
        let shown: String = printed
            .split(|c: char| c.is_whitespace() || ignorable(c))
            .collect();
        name.push_printed(plain, &shown);
    }

    pub(crate) fn name_of(&self, bytes: Range<usize>) -> Name {
        let mut name = Name::default();
        self.add_to(&mut name, bytes);
        name
    }

    /// Skips what may stand before a subject: connectives, times, prepositional phrases, the own place.
    pub(crate) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let [start, end, from, to] = self.trimmed.get();
        if range == (start..end) {
            return from..to;
        }
        let trimmed = self.trim(range.clone());
        let Range {
            start: from,
            end: to,
        } = trimmed;
        self.trimmed.set([range.start, range.end, from, to]);
        trimmed
    }

    /// Whether words are a quotation and nothing else, but for how something is reckoned: “营改增”累计.
    fn only_quoted(&self, range: Range<usize>) -> bool {
        let mut words = range.rev();
        let said = |i: &usize| !self.tokens[*i].is(Class::Adverb);
        let last = words.by_ref().find(said);
        let first = words.next_back().or(last);
        let (Some(first), Some(last)) = (first, last) else {
            return false;
        };
        let text = self.text(self.tokens[first].start..self.tokens[last].end);
        text.starts_with('“') && text.find('”') == text.len().checked_sub('”'.len_utf8())
    }

    fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        let edges = self.edges();
        range.start = self.led(&range).map_or(range.start, |(_, after)| after);
        // 虽遭秋汛仍比上年增产: what went against it names nothing.
        if edges.at(range.start, Edge::CONCEDES)
            && self
                .token_text(range.start + 1)
                .starts_with(['遭', '受', '遇', '逢'])
        {
            let mut after = range.start..(range.end + 2).min(self.tokens.len());
            let still = after.find(|&i| ["仍", "但", "却"].contains(&self.token_text(i)));
            range.start = still.map_or(range.start, |still| still.min(range.end));
        }
        // What no preposition found ahead, none after it does.
        let mut may_end = true;
        while range.start < range.end {
            let token = &self.tokens[range.start];
            // 对东盟进出口: with whom is part of the name.
            if edges.at(range.start, Edge::WITH) && self.trades(range.clone()) {
                break;
            }
            // 因生猪价格低迷下降3.1%: why, and of nothing that the number tells of.
            let people = || self.token_text(range.end - 1).ends_with(['者', '人', '员']);
            if edges.at(range.start, Edge::WHY) && !people() {
                range.start = range.end;
                break;
            }
            // 以新材料为龙头的化工产业: which they are.
            if edges.at(range.start, Edge::AS)
                && let Some(of) = self.led_by(range.clone())
            {
                range.start = of + 1;
                continue;
            }
            // 扣除食品和能源的核心CPI
            let without = edges.at(range.start, Edge::WITHOUT);
            let bound = token.is(Class::Prep) && may_end;
            let phrase_end = match (without, bound) {
                (false, false) => None,
                _ => range.clone().rev().find(|&i| {
                    bound && self.tokens[i].is(Class::PrepEnd)
                        || without && matches!(self.tokens[i].kind, Kind::Of) && i + 1 < range.end
                }),
            };
            may_end &= !bound || phrase_end.is_some();
            // 剔除“营改增”累计增长16.4%: of what was told before, and not of what is left out.
            if without && phrase_end.is_none() && self.only_quoted(range.start + 1..range.end) {
                range.start = range.end;
                break;
            }
            if let Some(end) = phrase_end {
                range.start = end + 1;
            } else if edges.at(range.start, Edge::SKIPPED)
                || edges.at(range.start, Edge::OWN)
                || range.len() > 1 && token.is(Class::Scope) && self.ours(range.start)
            {
                range.start += 1;
            } else {
                break;
            }
        }
        // 受订单转移影响下降12.5%: why, and of what was told of.
        let suffers = range.start.checked_sub(1);
        if suffers.is_some_and(|i| edges.at(i, Edge::SUFFERS))
            && !range.is_empty()
            && edges.at(range.end - 1, Edge::MOVED)
        {
            range.start = range.end;
        }
        // 短收的主要原因是土地出让收入仅完成25106万元: of what that is.
        let reason = (range.start + 1..range.end.min(range.start + 8))
            .filter(|&i| edges.at(i, Edge::IS))
            .find(|&i| {
                let why = self.token_text(i - 1);
                why.ends_with("原因") || why.ends_with("主要")
            });
        range.start = reason.map_or(range.start, |i| i + 1);
        // 天目湖带动全市接待游客: who moved it, and what is told is of all.
        let all = (range.start + 1..range.end.min(range.start + 12))
            .find(|&i| edges.at(i, Edge::MOVES))
            .filter(|&i| {
                // 消费提升带动手机出口
                let moved = &self.tokens[i - 1];
                let moved = moved.is(Class::Rise) || moved.is(Class::Fall);
                i + 2 < range.end && self.tokens[i + 1].is(Class::Scope)
                    || i + 1 < range.end && moved
            });
        range.start = all.map_or(range.start, |i| i + 1);
        // 烟花爆竹产值受出口订单前移带动: why.
        if !range.is_empty()
            && edges.at(range.end - 1, Edge::MOVED)
            && let Some(why) = (range.start + 1..range.end).find(|&i| self.token_text(i) == "受")
        {
            range.end = why;
        }
        // 医药产业因防疫物资需求旺盛增长22.4%, but 因公出国
        let because = |i: &usize| {
            let next = self.tokens.get(i + 1);
            let next = next.is_some_and(|next| !self.text(next.range()).starts_with(['公', '素']));
            next && edges.at(*i, Edge::WHY)
        };
        if let Some(why) = (range.start + 1..range.end.min(range.start + 8)).find(because) {
            range.end = why;
        }
        while range.start < range.end {
            let token = &self.tokens[range.end - 1];
            let skip = edges.at(range.end - 1, Edge::DROPPED)
                || matches!(token.kind, Kind::Several) && range.len() > 1
                || self.token_text(range.end - 1) == "平均" && range.len() > 1
                // 苏州、南京的增速
                || matches!(token.kind, Kind::Of)
                    && range.len() > 1
                    && self.tokens.get(range.end).is_some_and(|next| next.is(Class::Rate));
            if !skip {
                break;
            }
            range.end -= 1;
        }
        range
    }

    /// The 的 of 以……为龙头的.
    fn led_by(&self, range: Range<usize>) -> Option<usize> {
        if self.token_text(range.start) != "以" {
            return None;
        }
        let as_what = range.clone().skip(1).take(12);
        let as_what = as_what.into_iter().find(|&i| self.token_text(i) == "为")?;
        let mut after = as_what + 1..range.end.min(as_what + 4);
        after
            .find(|&i| matches!(self.tokens[i].kind, Kind::Of))
            .filter(|&of| of + 1 < range.end)
    }

    pub(crate) fn is_own(&self, i: usize) -> bool {
        self.edges().at(i, Edge::OWN)
    }

    /// Whether a run of tokens tells with whom a place trades: 对东盟进出口, 向日本出口.
    pub(crate) fn trades(&self, range: Range<usize>) -> bool {
        if range.is_empty() || !matches!(self.token_text(range.start), "对" | "向" | "自") {
            return false;
        }
        let last = self.token_text(range.end - 1);
        // 自韩国进口
        if self.token_text(range.start) == "自" {
            return ["进口", "进口额"].iter().any(|end| last.ends_with(end));
        }
        [
            "进出口",
            "出口",
            "进口",
            "进出口总值",
            "进出口总额",
            "贸易额",
            "贸易总额",
            "进出口值",
            "出口额",
            "进口额",
            "进出口额",
        ]
        .iter()
        .any(|end| last.ends_with(end))
            // 向日本出口的产品金额
            || self.token_text(range.start) == "向"
                && range.clone().any(|i| self.token_text(i).contains("出口"))
    }

    /// Whether a place is called ours: 我国, 本市.
    fn ours(&self, i: usize) -> bool {
        self.token_text(i).starts_with(['我', '本'])
    }

    /// The subject in a run of tokens.
    pub(crate) fn subject(&self, range: Range<usize>, several: Option<usize>) -> Subject {
        let whole = range.clone();
        let mut range = self.trimmed(range);
        // The report's own place may be the first of a list.
        if several.is_some()
            && let Some(parted) = range.start.checked_sub(1).filter(|&i| i > whole.start)
            && matches!(self.tokens[parted].kind, Kind::Pause | Kind::And)
            && self.is_own(parted - 1)
        {
            range.start = parted - 1;
        }
        if range.is_empty() {
            return Subject::Carried;
        }
        if self.tokens[range.end - 1].is(Class::Rate)
            || range.clone().all(|i| self.tokens[i].is(Class::Itself))
        {
            let rest = self.trimmed(range.start..range.end - 1);
            if rest.is_empty() {
                return Subject::Carried;
            }
        }
        if let Some(count) = several {
            return self
                .split(range.clone(), count)
                .unwrap_or_else(|| self.list(range, count));
        }
        match self
            .alone(range.clone())
            .or_else(|| self.one(range.clone()))
        {
            Some(name) if name.is_empty() => Subject::Carried,
            Some(_) if range.clone().all(|i| self.tokens[i].is(Class::Scope)) => Subject::Carried,
            Some(name) if only_counts(&name) => Subject::Unclear,
            Some(name) => Subject::Named(vec![name]),
            None => Subject::Unclear,
        }
    }

    /// 存栏 in 生猪出栏、存栏, 消费: a measure that is a verb elsewhere.
    pub(crate) fn alone(&self, part: Range<usize>) -> Option<Name> {
        let word = self.token_text(part.start);
        let alone = part.len() == 1
            && [Noun::Alone, Noun::Demand]
                .iter()
                .any(|&alone| Lexicon::get().is_one_of(alone, word));
        alone.then(|| self.name(part))
    }
}

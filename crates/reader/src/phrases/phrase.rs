//! Noun phrases: what a number measures.

use crate::phrases::name::{Name, only_counts};
use crate::text::normal::{Normal, ignorable};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
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
        let bytes: usize = tokens.iter().map(|token| token.end - token.start).sum();
        let mut name = Name {
            plain: String::with_capacity(bytes),
            printed: String::with_capacity(bytes),
        };
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
        name.plain.push_str(plain);
        // Most is printed as it is read.
        if printed == plain && !plain.contains(' ') {
            name.printed.push_str(printed);
            return;
        }
        for run in printed.split(|c: char| c.is_whitespace() || ignorable(c)) {
            name.printed.push_str(run);
        }
    }

    pub(crate) fn name_of(&self, bytes: Range<usize>) -> Name {
        let mut name = Name::default();
        self.add_to(&mut name, bytes);
        name
    }

    /// Skips what may stand before a subject: connectives, times, prepositional phrases, the own place.
    pub(crate) fn trimmed(&self, mut range: Range<usize>) -> Range<usize> {
        // 虽遭秋汛仍比上年增产: what went against it names nothing.
        if ["虽", "虽然", "尽管"].contains(&self.token_text(range.start))
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
            let droppable = [
                Class::Conn,
                Class::Report,
                Class::Adverb,
                Class::Here,
                Class::Target,
                Class::All,
                Class::Basis,
                Class::Before,
                Class::Kind,
                Class::Each,
                Class::Compared,
                Class::Level,
                Class::PrepEnd,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_)
                    | Kind::Of
                    | Kind::Mark
                    | Kind::Comma
                    | Kind::Pause
                    | Kind::And
                    | Kind::Close
                    | Kind::Open
            ) || droppable.iter().any(|&class| token.is(class));
            // 对东盟进出口: with whom is part of the name.
            if self.trades(range.clone()) {
                break;
            }
            // 因生猪价格低迷下降3.1%: why, and of nothing that the number tells of.
            let people = self.token_text(range.end - 1).ends_with(['者', '人', '员']);
            if self.token_text(range.start) == "因" && !people {
                range.start = range.end;
                break;
            }
            // 以新材料为龙头的化工产业: which they are.
            if let Some(of) = self.led_by(range.clone()) {
                range.start = of + 1;
                continue;
            }
            // 扣除食品和能源的核心CPI
            let without = matches!(self.token_text(range.start), "扣除" | "剔除");
            let bound = token.is(Class::Prep) && may_end;
            let phrase_end = match (without, bound) {
                (false, false) => None,
                _ => range.clone().rev().find(|&i| {
                    bound && self.tokens[i].is(Class::PrepEnd)
                        || without && matches!(self.tokens[i].kind, Kind::Of) && i + 1 < range.end
                }),
            };
            may_end &= !bound || phrase_end.is_some();
            if let Some(end) = phrase_end {
                range.start = end + 1;
            } else if skip
                || token.is(Class::Prep)
                || self.is_own(range.start)
                || range.len() > 1 && token.is(Class::Scope) && self.ours(range.start)
            {
                range.start += 1;
            } else {
                break;
            }
        }
        let moved = ["带动", "拉动", "推动", "影响", "拖累"];
        // 受订单转移影响下降12.5%: why, and of what was told of.
        let suffers = range.start.checked_sub(1).map(|i| self.token_text(i));
        if matches!(suffers, Some("受" | "受到"))
            && !range.is_empty()
            && moved
                .iter()
                .any(|end| self.token_text(range.end - 1).ends_with(end))
        {
            range.start = range.end;
        }
        // 短收的主要原因是土地出让收入仅完成25106万元: of what that is.
        let reason = (range.start + 1..range.end.min(range.start + 8)).find(|&i| {
            let why = self.token_text(i - 1);
            self.token_text(i).starts_with('是') && (why.ends_with("原因") || why.ends_with("主要"))
        });
        range.start = reason.map_or(range.start, |i| i + 1);
        // 天目湖带动全市接待游客: who moved it, and what is told is of all.
        let moves = ["带动", "推动", "助推", "助力"];
        let all = (range.start + 1..range.end.min(range.start + 12))
            .find(|&i| moves.contains(&self.token_text(i)))
            .filter(|&i| i + 2 < range.end && self.tokens[i + 1].is(Class::Scope));
        range.start = all.map_or(range.start, |i| i + 1);
        // 烟花爆竹产值受出口订单前移带动: why.
        let why = (range.start + 1..range.end).find(|&i| self.token_text(i) == "受");
        if let Some(why) = why
            && moved
                .iter()
                .any(|end| self.token_text(range.end - 1).ends_with(end))
        {
            range.end = why;
        }
        while range.start < range.end {
            let token = &self.tokens[range.end - 1];
            let droppable = [
                Class::Adverb,
                Class::All,
                Class::Each,
                Class::Conn,
                Class::Basis,
                Class::Level,
                Class::Before,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_) | Kind::Pause | Kind::And | Kind::Mark
            ) || matches!(token.kind, Kind::Several) && range.len() > 1
                || self.token_text(range.end - 1) == "平均" && range.len() > 1
                // 苏州、南京的增速
                || matches!(token.kind, Kind::Of)
                    && range.len() > 1
                    && self.tokens.get(range.end).is_some_and(|next| next.is(Class::Rate))
                || droppable.iter().any(|&class| token.is(class));
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
        let text = self.token_text(i);
        self.own.iter().any(|own| own == text)
    }

    /// Whether a run of tokens tells with whom a place trades: 对东盟进出口, 向日本出口.
    pub(crate) fn trades(&self, range: Range<usize>) -> bool {
        if range.is_empty() || !matches!(self.token_text(range.start), "对" | "向") {
            return false;
        }
        let last = self.token_text(range.end - 1);
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
        let name = (part.len() == 1).then(|| self.name(part))?;
        [Noun::Alone, Noun::Demand]
            .iter()
            .any(|&alone| Lexicon::get().is_one_of(alone, &name.plain))
            .then_some(name)
    }
}

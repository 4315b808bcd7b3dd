//! A sentence as words, numerals and punctuation.

use crate::words::classes::Classes;
use crate::words::lexicon::{Class, Entry, UnitKind};
use crate::words::time::Time;
use halfyear_facts::Bound;
use std::ops::Range;
use std::rc::Rc;

/// A piece of a sentence; `start` and `end` are bytes of the normalised text.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Token {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it is a word of a class.
    pub(crate) fn is(&self, class: Class) -> bool {
        match self.kind {
            Kind::Word(entry) => entry.is(class),
            Kind::Rivals => class == Class::Scope,
            Kind::Several => class == Class::Itself,
            _ => false,
        }
    }

    /// Whether it is a word of one of several classes.
    pub(crate) fn is_any(&self, classes: Classes) -> bool {
        match self.kind {
            Kind::Word(entry) => entry.is_any(classes),
            Kind::Rivals => classes.contain(Class::Scope),
            Kind::Several => classes.contain(Class::Itself),
            _ => false,
        }
    }

    /// The sign of a word of direction.
    pub(crate) fn negative(&self, class: Class) -> bool {
        match self.kind {
            Kind::Word(entry) => entry.negative(class),
            _ => false,
        }
    }

    pub(crate) fn argument(&self, class: Class) -> &'static str {
        match self.kind {
            Kind::Word(entry) => entry.argument(class),
            _ => "",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Words that the tables don't know: most nouns.
    Text,
    /// A name in quotation marks, or with a number in it that counts nothing.
    Name,
    /// A word of the table.
    Word(&'static Entry),
    /// A numeral before its unit is known.
    Number(Number),
    /// A number with its unit.
    Quantity(Quantity),
    /// 第3位, 首位, 前两位.
    Rank(Place),
    /// Those ranked among: 五县(市), 全国168个重点城市.
    Rivals,
    /// As many as were listed: 3项指标.
    Several,
    /// Numbers that are one figure only together: 5%—6%.
    Range,
    /// A stretch of time.
    Time(Time),
    Comma,
    /// `、`
    Pause,
    /// `;`
    Semicolon,
    Colon,
    Open,
    Close,
    /// 和, 与, 及.
    And,
    /// 的
    Of,
    /// Any other punctuation.
    Mark,
}

impl Kind {
    /// Whether a clause ends here.
    pub(crate) fn breaks(&self) -> bool {
        matches!(
            self,
            Self::Comma | Self::Semicolon | Self::Colon | Self::Mark | Self::Open | Self::Close
        )
    }

    /// Whether it may be part of a noun phrase.
    pub(crate) fn nominal(&self) -> bool {
        matches!(self, Self::Text | Self::Name)
    }
}

/// A numeral as digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// Shared: a token is handed on many times.
    pub(crate) digits: Rc<str>,
    pub(crate) chinese: bool,
    /// A minus sign stands before it.
    pub(crate) minus: bool,
}

impl Number {
    /// Where the digits begin of a number that begins at a byte of a text, after its sign.
    pub(crate) fn digits_at(&self, text: &str, start: usize) -> usize {
        let sign = text[start..].chars().next().filter(|_| self.minus);
        start + sign.map_or(0, char::len_utf8)
    }
}

/// A number with its unit and limit.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    pub(crate) number: Number,
    /// Bytes of the digits.
    pub(crate) at: Range<usize>,
    /// Bytes of the unit; empty where there is none.
    pub(crate) unit: Range<usize>,
    pub(crate) kind: Option<UnitKind>,
    pub(crate) bound: Bound,
}

impl Quantity {
    /// No number at all: what is said in words.
    pub(crate) fn none() -> Self {
        Self {
            number: Number {
                digits: "".into(),
                chinese: false,
                minus: false,
            },
            at: 0..0,
            unit: 0..0,
            kind: None,
            bound: Bound::Exact,
        }
    }
}

/// A place in a ranking.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) place: u32,
    pub(crate) bound: Bound,
}

/// How far back the words of one comparison may reach.
const REACH: usize = 24;

/// The nearest token to the left that fits, with no number on the way but the place of a rival:
/// 低于第二位的嘉兴市.
pub(crate) fn backwards(
    tokens: &[Token],
    start: usize,
    end: usize,
    fits: impl Fn(&Token) -> bool,
) -> Option<usize> {
    let rival = |i: usize| {
        let of = tokens.get(i + 1);
        i + 1 < end && of.is_some_and(|of| matches!(of.kind, Kind::Of))
    };
    let number = |i: usize| match tokens[i].kind {
        Kind::Rank(_) => !rival(i),
        Kind::Quantity(_) => true,
        _ => false,
    };
    (start..end)
        .rev()
        .take(REACH)
        .take_while(|&i| !number(i))
        .find(|&i| fits(&tokens[i]))
}

//! What tokens do at the edges of a subject, which is cut at them again and again.

use crate::phrases::phrase::Phrases;
use crate::words::classes::Classes;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};

/// What a token does there: several at once, as bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Edge(u16);

impl Edge {
    /// Nothing at the beginning: connectives, times.
    pub(crate) const SKIPPED: Self = Self(1);
    /// Nothing at the end.
    pub(crate) const DROPPED: Self = Self(1 << 1);
    /// 虽, before what went against it.
    pub(crate) const CONCEDES: Self = Self(1 << 2);
    /// 因
    pub(crate) const WHY: Self = Self(1 << 3);
    /// 以, before what leads them.
    pub(crate) const AS: Self = Self(1 << 4);
    /// 扣除
    pub(crate) const WITHOUT: Self = Self(1 << 5);
    /// 受
    pub(crate) const SUFFERS: Self = Self(1 << 6);
    /// 影响, at the end.
    pub(crate) const MOVED: Self = Self(1 << 7);
    /// 带动, and whom after it.
    pub(crate) const MOVES: Self = Self(1 << 8);
    /// 是
    pub(crate) const IS: Self = Self(1 << 9);
    /// 对, 自, before whom a place trades with.
    pub(crate) const WITH: Self = Self(1 << 10);
    /// The report's own place.
    pub(crate) const OWN: Self = Self(1 << 11);

    pub(crate) fn is(self, what: Self) -> bool {
        self.0 & what.0 != 0
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const SKIPPED: Classes = Classes::of(&[
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
    Class::Prep,
]);

const DROPPED: Classes = Classes::of(&[
    Class::Adverb,
    Class::All,
    Class::Each,
    Class::Conn,
    Class::Basis,
    Class::Level,
    Class::Before,
]);

/// What the tokens of a sentence do at edges.
#[derive(Debug, Default)]
pub(crate) struct Edges(Vec<Edge>);

impl Edges {
    fn of(phrases: &Phrases<'_>) -> Self {
        let edge = |token: &Token| edge(phrases.text(token.range()), token, phrases.own);
        Self(phrases.tokens.iter().map(edge).collect())
    }

    /// Whether a token does so; one that is not there does nothing.
    pub(crate) fn at(&self, i: usize, what: Edge) -> bool {
        self.0.get(i).is_some_and(|edge| edge.is(what))
    }
}

impl Phrases<'_> {
    /// What its tokens do at edges; told once.
    pub(crate) fn edges(&self) -> &Edges {
        self.edges.get_or_init(|| Edges::of(self))
    }
}

fn edge(text: &str, token: &Token, own: &[String]) -> Edge {
    let passing = matches!(
        token.kind,
        Kind::Time(_) | Kind::Pause | Kind::And | Kind::Mark
    );
    let parting = matches!(
        token.kind,
        Kind::Of | Kind::Comma | Kind::Close | Kind::Open
    );
    let mut edge = match token.kind {
        Kind::Text | Kind::Name | Kind::Word(_) if own.iter().any(|own| own == text) => {
            word(text).or(Edge::OWN)
        }
        Kind::Text | Kind::Name | Kind::Word(_) => word(text),
        _ => Edge::default(),
    };
    if passing || parting || token.is_any(SKIPPED) {
        edge = edge.or(Edge::SKIPPED);
    }
    if passing || token.is_any(DROPPED) {
        edge = edge.or(Edge::DROPPED);
    }
    edge
}

/// What a word does by itself.
fn word(text: &str) -> Edge {
    let word = match text {
        "虽" | "虽然" | "尽管" => Edge::CONCEDES,
        "因" => Edge::WHY,
        "以" => Edge::AS,
        "扣除" | "剔除" => Edge::WITHOUT,
        "受" | "受到" => Edge::SUFFERS,
        "带动" | "推动" | "助推" | "助力" => Edge::MOVES,
        "对" | "向" | "自" => Edge::WITH,
        _ if text.starts_with('是') => Edge::IS,
        _ => Edge::default(),
    };
    let moved = ["带动", "拉动", "推动", "影响", "拖累"];
    let moves = text.ends_with(['动', '响', '累']) && moved.iter().any(|end| text.ends_with(end));
    match moves {
        true => word.or(Edge::MOVED),
        false => word,
    }
}

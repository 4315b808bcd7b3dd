//! Places that a clause names last, and whose figures the next one tells: 第一梯队是长沙,GDP达7012.3亿元.

use crate::figures::of_all::known_measure;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No such list has more tokens.
const LONGEST: usize = 24;

impl Sentence<'_> {
    /// Notes the one place that a clause without a number says somebody to be: 领头羊是长沙.
    pub(crate) fn note_named_last(&mut self, clause: &Range<usize>) {
        let [_, .., is, place] = self.tokens().get(clause.clone()).unwrap_or_default() else {
            return;
        };
        let is = ["是", "为"].contains(&&self.normal.text[is.range()]);
        let name = self.phrases.name_of(place.range());
        if is && is_name(&name.plain) {
            self.note_place(&name, clause.end - 1);
        }
    }

    /// 阜阳依托农产品加工业,完成42.6亿元: what helps a place has no figure; what was named before waits for it.
    pub(crate) fn place_leans_on(&self, clause: &Range<usize>) -> bool {
        let first = self.tokens().get(clause.start).map(Token::range);
        let place = first.and_then(|first| self.place_in(first));
        let rest = place.and_then(|place| self.normal.text.get(place.end..));
        let leans = ["依托", "依靠", "凭借", "借助"];
        rest.is_some_and(|rest| leans.iter().any(|verb| rest.starts_with(verb)))
    }

    /// 第二梯队有岳阳、常德、衡阳3市,GDP在2000亿元左右: whether a bare measure is of all that the clause before lists, and
    /// so of none of them alone, nor of the whole.
    pub(crate) fn of_several_named(&self, name: &Name, lead: &Lead) -> bool {
        let bare = known_measure(&name.plain).is_some();
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let whose = |i: usize| self.phrases.is_own(i);
        let owned = words.iter().any(|it| it.is(Class::Scope)) || lead.subject.clone().any(whose);
        let comma = lead.subject.start.checked_sub(1).filter(|_| bare && !owned);
        let Some(comma) = comma.filter(|&i| matches!(self.tokens()[i].kind, Kind::Comma)) else {
            return false;
        };
        let near = comma.saturating_sub(LONGEST)..comma;
        let start = near.clone().rfind(|&i| self.tokens()[i].kind.breaks());
        let words = &self.tokens()[start.map_or(near.start, |at| at + 1)..comma];
        let figure = |token: &Token| matches!(token.kind, Kind::Quantity(_));
        let link = words.iter().rposition(|token| {
            ["有", "是", "为", "包括"].contains(&&self.normal.text[token.range()])
        });
        let list = link
            .and_then(|link| words.get(link + 1..))
            .unwrap_or_default();
        let place = |token: &&Token| self.place_in(token.range()).is_some();
        let parted = list
            .iter()
            .any(|it| matches!(it.kind, Kind::Pause | Kind::And));
        parted && list.first().is_some_and(|it| place(&it)) && !words.iter().any(figure)
    }
}

//! With whom a place trades, where 与 says so: 与美国、欧盟、东盟的出口额 is 对美国出口额.

use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::words::lexicon::Class;
use crate::words::token::Kind;
use std::ops::Range;

impl Phrases<'_> {
    /// Whether 与 at a token stands before the partners, and does not join one of a list to others.
    pub(super) fn trades_with(&self, with: usize) -> bool {
        let before = with.checked_sub(1).and_then(|i| self.tokens.get(i));
        let begins = before.is_none_or(|token| {
            let ours = token.is(Class::Scope) || matches!(token.kind, Kind::Time(_) | Kind::Comma);
            ours || self.is_own(with - 1)
        });
        begins && self.token_text(with) == "与"
    }

    /// The names of such a list, each with whom; the measure of all stands behind the last.
    pub(super) fn traded_with(&self, range: Range<usize>, names: &[Name]) -> Option<Vec<Name>> {
        let with = range.start.checked_sub(1)?;
        if !self.trades_with(with) {
            return None;
        }
        let (last, others) = names.split_last()?;
        let trade = [
            "出口额",
            "进口额",
            "进出口额",
            "进出口总额",
            "贸易额",
            "进出口总值",
            "出口",
            "进口",
        ];
        let at = last.plain.find('的')?;
        let measure = last.plain.get(at + '的'.len_utf8()..)?;
        let (partner, measured) = (last.plain[..at].chars().count(), measure.chars().count());
        let traded = trade.contains(&measure) && partner > 1;
        let to = |name: &Name| Name::default().and("对").then(name);
        traded.then(|| {
            let mut all: Vec<Name> = others.iter().map(to).collect();
            all.push(to(&last.first(partner)).then(&last.last(measured)));
            all
        })
    }
}

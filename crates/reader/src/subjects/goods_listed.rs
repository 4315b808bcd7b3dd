//! Goods whose trade is told after all of them are named: 五大出口商品是橡胶、毛皮和机械,累计实现出口5.3亿美元.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use std::ops::Range;

/// So many characters name them at most.
const LONGEST: usize = 10;

impl Sentence<'_> {
    /// Notes those that a clause counts in words and lists.
    pub(super) fn lists_goods(&mut self, clause: &Range<usize>) -> bool {
        let words = self.phrases.trimmed(clause.clone());
        let (Some(first), Some(last)) = (
            self.tokens().get(words.start),
            clause.end.checked_sub(1).and_then(|i| self.tokens().get(i)),
        ) else {
            return false;
        };
        let text = self
            .normal
            .text
            .get(first.start..last.end)
            .unwrap_or_default();
        let listed = text
            .split_once('是')
            .filter(|(_, list)| list.contains('、'));
        let Some((goods, _)) = listed.filter(|(goods, _)| traded(goods)) else {
            return false;
        };
        let goods = self.phrases.name_of(first.start..first.start + goods.len());
        self.carried.topic = Some((goods, true));
        self.carried.current.clear();
        true
    }
}

/// Whether a name counts goods by how they are traded: 五大出口商品.
fn traded(goods: &str) -> bool {
    let counted = goods
        .chars()
        .next()
        .is_some_and(crate::words::numeral::is_chinese);
    let kinds = ["出口商品", "进口商品", "出口产品", "进口产品"];
    let ends = kinds.iter().any(|kind| goods.ends_with(kind));
    counted && ends && goods.chars().count() <= LONGEST
}

/// The trade of such goods, where they are what is spoken of.
pub(super) fn trade_of(goods: &Name, trade: &Name) -> Option<Name> {
    let way = matches!(trade.plain.as_str(), "出口" | "进口");
    let theirs = way && traded(&goods.plain) && goods.plain.contains(trade.plain.as_str());
    theirs.then(|| goods.then(trade))
}

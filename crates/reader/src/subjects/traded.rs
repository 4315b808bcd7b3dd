//! Goods after others that are told with how they are traded: 出口集成电路893亿元;船舶318亿元 are exports, both.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;

/// So many characters name goods, at most.
const LONGEST: usize = 10;

impl Sentence<'_> {
    /// The name with the trade that the figure right before it in this sentence was of.
    pub(crate) fn traded_as_before(&self, name: &Name) -> Option<Name> {
        let said = self.drafts.get(self.carried.sentence..)?;
        let last = said.iter().rev().find(|draft| draft.level.is_some())?;
        let told = last.name.plain.as_str();
        let way = ["出口", "进口"].iter().find(|way| {
            let ours = ["全省", "全市", "全县", "全区", "全州"];
            let ours = ours.iter().find_map(|all| told.strip_prefix(*all));
            let goods = ours.unwrap_or(told).strip_prefix(**way);
            goods.is_some_and(is_goods)
        })?;
        // The clause between may have turned to something else: 民营企业活力增强,……
        let turned = self.carried.before.is_some();
        (!turned && is_goods(&name.plain)).then(|| Name::default().and(way).then(name))
    }
}

/// Whether a name is one of goods, and neither a measure nor what was done.
fn is_goods(name: &str) -> bool {
    let lexicon = Lexicon::get();
    let mut words = lexicon.words(name);
    let verb = words.any(|(_, _, word)| {
        let said = [
            Class::Act,
            Class::Keep,
            Class::Scope,
            Class::Level,
            Class::Basis,
        ];
        said.iter().any(|&class| word.is(class))
    });
    let wider = [
        "企业",
        "市场",
        "贸易",
        "外资",
        "投资",
        "经济",
        "电商",
        "保税物流",
        "货物",
        "总值",
    ];
    let wider = wider.iter().any(|end| name.ends_with(end));
    (2..=LONGEST).contains(&name.chars().count())
        && !verb
        && !wider
        && !["出口", "进口"].iter().any(|way| name.starts_with(way))
        && !lexicon.ends_in(Noun::Measure, name)
        && !lexicon.is_one_of(Noun::Abroad, name)
        && !crate::words::places::is_name(name)
        && halfyear_catalogue::find(name).is_none()
}

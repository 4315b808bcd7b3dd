//! Homes that were sold, counted first and then measured: 销售商品房8632套,面积98.6万平方米,均价7865元/平方米.

use crate::phrases::name::Name;
use crate::statement::Sentence;

/// How far back they were counted.
const REACH: usize = 4;

/// What is told of them.
const MEASURES: [&str; 12] = [
    "面积",
    "金额",
    "均价",
    "成交面积",
    "成交金额",
    "成交额",
    "成交均价",
    "成交总额",
    "销售面积",
    "销售金额",
    "销售额",
    "销售均价",
];

impl Sentence<'_> {
    /// The measure with the homes that this sentence counted.
    pub(crate) fn of_homes_sold(&self, name: Name) -> Name {
        if !MEASURES.contains(&name.plain.as_str()) {
            return name;
        }
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let sold = said.iter().rev().take(REACH).find_map(|draft| {
            let unit = draft.level.as_ref()?.unit.as_deref()?;
            sold(&draft.name).filter(|_| unit.ends_with('套'))
        });
        let Some((homes, verb)) = sold else {
            return name;
        };
        match name.plain.starts_with("成交") || name.plain.starts_with("销售") {
            true => homes.then(&name),
            false => homes.and(verb).then(&name),
        }
    }
}

/// The homes, and what was done with them: 二手房 and 成交.
fn sold(name: &Name) -> Option<(Name, &'static str)> {
    let verb = ["销售", "成交"]
        .into_iter()
        .find(|verb| name.plain.contains(verb))?;
    let ours = usize::from(name.plain.starts_with('全')) * 2;
    let name = name.without_first(ours);
    let letters = |text: &str| text.chars().count();
    let homes = match (name.plain.strip_prefix(verb), name.plain.strip_suffix(verb)) {
        (Some(homes), _) => name.last(letters(homes)),
        (None, Some(homes)) => name.first(letters(homes)),
        (None, None) => return None,
    };
    let kinds = [
        "商品房",
        "住房",
        "住宅",
        "二手房",
        "新房",
        "存量房",
        "商品住宅",
    ];
    kinds
        .iter()
        .any(|kind| homes.plain.ends_with(kind))
        .then_some((homes, verb))
}

//! The trades of a list, each by its own name and measure: 限上批发、零售、住宿、餐饮业零售额.

use crate::phrases::name::Name;
use crate::words::lexicon::Lexicon;

/// What sells goods or serves guests, without 业.
const TRADES: [&str; 4] = ["批发", "零售", "住宿", "餐饮"];

/// 限上批发、零售、住宿、餐饮业零售额: each of them is a 业 as the last is.
pub(crate) fn each_a_trade(names: Vec<Name>) -> Vec<Name> {
    let Some((last, others)) = names.split_last() else {
        return names;
    };
    let tail = Lexicon::get().tail(&last.plain).unwrap_or_default();
    let trade = |name: &str| TRADES.iter().any(|trade| name.ends_with(trade));
    let whole = last.plain.trim_end_matches(tail).strip_suffix('业');
    let bare = |name: &Name| trade(&name.plain) && name.plain.chars().count() <= 6;
    if others.is_empty() || !whole.is_some_and(trade) || !others.iter().all(bare) {
        return names;
    }
    let mut all: Vec<Name> = others.iter().map(|name| name.and("业")).collect();
    all.push(last.clone());
    all
}

/// 限上批发业、零售业、住宿业、餐饮业销售额(营业额): those who serve guests have a 营业额.
pub(crate) fn guests_served(mut names: Vec<Name>) -> Vec<Name> {
    let sells = names
        .first()
        .is_some_and(|first| first.plain.ends_with("业销售额"));
    for name in names.iter_mut().filter(|_| sells) {
        let serves = ["住宿业销售额", "餐饮业销售额"];
        if serves.iter().any(|end| name.plain.ends_with(end)) {
            let trade = name.plain.chars().count() - "销售额".chars().count();
            *name = name.first(trade).and("营业额");
        }
    }
    names
}

/// 限额以上批发业、零售业: what says the size before the first trade of a list says it of all.
pub(crate) fn above_designated_size(mut names: Vec<Name>) -> Vec<Name> {
    let size = names.first().and_then(|first| {
        let size = ["限额以上", "限上"]
            .iter()
            .find(|size| first.plain.starts_with(**size))?;
        Some(first.first(size.chars().count()))
    });
    let trade = |name: &Name| {
        let name = name
            .plain
            .trim_end_matches(Lexicon::get().tail(&name.plain).unwrap_or_default());
        let sells = ["零售业", "批发业", "餐饮业", "住宿业", "类"];
        sells.iter().any(|end| name.ends_with(end)) && !name.contains('限')
    };
    if let Some(size) = size
        && names.iter().skip(1).all(trade)
    {
        for name in names.iter_mut().skip(1) {
            *name = size.then(name);
        }
    }
    names
}

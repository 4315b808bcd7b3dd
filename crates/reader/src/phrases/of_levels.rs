//! What several levels of government have, each its own: 省、市级重点项目, 国家、省、市级龙头企业.

use crate::phrases::name::Name;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::places::is_name;

/// The levels of government, the longest names first.
const LEVELS: [&str; 13] = [
    "自治区",
    "国家",
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
    "村",
    "部",
];

/// What follows the level in what it has.
const OF_A_LEVEL: [&str; 5] = ["重点", "级", "列", "属", "本级"];

/// How many bytes of a name are the level at its end: 省 of 桐梓县省、市级重点项目, 省级 of 省级、市级重点项目.
pub(crate) fn ends_in_level(name: &str) -> Option<usize> {
    let stem = name.strip_suffix('级').unwrap_or(name);
    let level = LEVELS.iter().find(|level| stem.ends_with(**level))?;
    Some(level.len() + name.len() - stem.len())
}

/// What a level of government has, without the level: 级重点项目 of 市级重点项目.
pub(crate) fn of_a_level(name: &str) -> Option<&str> {
    let rest = LEVELS.iter().find_map(|level| name.strip_prefix(*level))?;
    let kinds = || OF_A_LEVEL.iter();
    kinds().any(|kind| rest.starts_with(kind)).then_some(rest)
}

/// 省、市重点项目: each level has works of its own, which the last names for all.
pub(crate) fn works_of_levels(names: &[Name]) -> Option<Vec<Name>> {
    let (last, others) = names.split_last()?;
    let rest = of_a_level(&last.plain).map(|rest| last.last(rest.chars().count()))?;
    let whose = |name: &Name| {
        let whose = name.plain.len().checked_sub(ends_in_level(&name.plain)?)?;
        Some(name.plain.get(..whose)?.chars().count())
    };
    // 新增省、市级示范家庭农场: what was done is said once.
    let kept = |name: &Name| {
        let words = Lexicon::get().words(&name.plain).next();
        words.is_some_and(|(_, end, word)| end == name.plain.len() && word.is(Class::Keep))
    };
    let first = others
        .first()
        .and_then(|first| Some(first.first(whose(first)?)))?;
    let done = if kept(&first) { first } else { Name::default() };
    let alone = |name: &Name| {
        let before = whose(name).map(|letters| name.first(letters));
        before.is_some_and(|it| {
            let scope = it.plain.starts_with('全') && it.plain.chars().count() == 2;
            it.is_empty() || scope || is_name(&it.plain) || it.plain == done.plain
        })
    };
    if !others.iter().all(alone) {
        return None;
    }
    // 省级、市级重点项目: what follows the level begins behind 级.
    let graded = rest.plain.strip_prefix('级');
    let graded = graded.map(|after| rest.last(after.chars().count()));
    // 桐梓县省、市级重点项目: the place stands before the first of them alone.
    let whole = |name: &Name| {
        let letters = name.plain.chars().count();
        let level = name.last(letters - whose(name).unwrap_or(0));
        let rest = match level.plain.ends_with('级') {
            true => graded.as_ref()?,
            false => &rest,
        };
        Some(done.then(&level).then(rest))
    };
    let mut wholes = others.iter().map(whole).collect::<Option<Vec<Name>>>()?;
    wholes.push(done.then(last));
    Some(wholes)
}

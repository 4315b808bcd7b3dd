//! Names of a list that are all of one class, which tells how much of the last all of them share:
//! 黔西南州、黔东南州人均财政收入, 公路、航空运输总周转量; and what one of them says for the others: 农、林、渔业.

use crate::phrases::name::Name;
use crate::subjects::crops::is_crop;
use crate::words::lexicon::{Class, Entry, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::is_name;

/// How people and goods are carried.
const MODES: [&str; 9] = [
    "公路", "水路", "铁路", "航空", "民航", "管道", "水运", "海运", "空运",
];

/// Who has figures of its own, of several kinds.
const KINDS: [&str; 6] = ["企业", "单位", "机构", "部门", "银行", "公司"];

/// What is grown, felled, herded and caught.
const LAND: [&str; 4] = ["农", "林", "牧", "渔"];

/// What is no industry without the 制造业 behind it.
const MAKERS: [&str; 12] = [
    "装备",
    "先进",
    "高端",
    "高技术",
    "高端装备",
    "消费品",
    "原材料",
    "通用设备",
    "专用设备",
    "汽车",
    "医药",
    "食品",
];

/// What is built and sold, of which an area is told, and by what else it is measured.
const BUILT: [&str; 5] = ["商品房", "房屋", "住宅", "商品住宅", "房地产"];
const AREAS: [&str; 7] = [
    "施工面积",
    "新开工面积",
    "竣工面积",
    "销售面积",
    "待售面积",
    "销售额",
    "销售金额",
];

/// How many characters at the end of the last name all of a list share, where its names are of one class.
pub(crate) fn tail_of_a_class(names: &[Name]) -> Option<usize> {
    let (last, others) = names.split_last()?;
    let begins = |end: usize| {
        let (part, rest) = last.plain.split_at(end);
        let measured = Lexicon::get().ends_in(Noun::Measure, rest);
        // 义乌市区空气质量优良率, 黔南州人均收入: the place goes on.
        let goes_on =
            rest.starts_with(['等', '市', '区', '县', '州', '镇', '乡', '省', '城', '域']);
        let fits = measured && !goes_on && rest.chars().count() > 2;
        (fits && of_one_class(part, others)).then(|| rest.chars().count())
    };
    let mut ends = last.plain.char_indices().map(|(at, _)| at).skip(2).take(16);
    ends.find_map(begins)
}

/// Whether the beginning of the last name is what the others are.
fn of_one_class(part: &str, others: &[Name]) -> bool {
    let all = |fits: &dyn Fn(&str) -> bool| {
        fits(part) && !others.is_empty() && others.iter().all(|other| fits(&other.plain))
    };
    let kind = KINDS.iter().find(|kind| part.ends_with(**kind));
    let kind = kind.is_some_and(|kind| all(&|name| name.ends_with(kind) && name != *kind));
    kind || all(&is_name) || all(&|name| MODES.contains(&name)) || all(&is_crop)
}

/// 农、林、渔业增加值, 装备和高技术制造业: what the last says is said of the others too.
pub(crate) fn said_for_all(mut names: Vec<Name>) -> Vec<Name> {
    let Some((last, others)) = names.split_last_mut() else {
        return names;
    };
    let one_of = |words: &[&str], name: &Name| words.contains(&name.plain.as_str());
    let land = LAND.iter().any(|land| {
        let rest = last.plain.strip_prefix(*land);
        rest.is_some_and(|rest| rest.starts_with('业'))
    });
    let makes = last.plain.find("制造业").is_some_and(|at| at > 0);
    let end = match (land, makes) {
        (true, _) if others.iter().all(|name| one_of(&LAND, name)) => "业",
        (_, true) => "制造业",
        _ => return built(of_one_owner(names)),
    };
    for name in others {
        if end == "业" || one_of(&MAKERS, name) {
            *name = name.and(end);
        }
    }
    names
}

/// 黔南州固定资产投资和工业增加值, 中老铁路发送旅客、运输货物: whose the first is, the others are too.
fn of_one_owner(mut names: Vec<Name>) -> Vec<Name> {
    let owner = names.first().and_then(|first| {
        let known = |name: &Name| halfyear_catalogue::names_exactly(&name.plain);
        let place = |n: &usize| {
            let measure = first.without_first(*n);
            is_name(&first.first(*n).plain) && known(&measure)
        };
        let letters = first.plain.chars().count();
        let owner = (2..letters.min(9)).rev().find(place);
        let owner = owner.filter(|_| names.iter().skip(1).all(known));
        let acts = |name: &Name| verb_in(&name.plain) == Some(0);
        let carrier = || {
            let at = verb_in(&first.plain).filter(|&at| at > 0)?;
            let carries = ["铁路", "机场", "公司", "码头", "港", "集团"];
            let carries = carries.iter().any(|end| first.plain[..at].ends_with(end));
            let all = names.iter().skip(1).all(acts);
            (carries && all).then(|| first.plain[..at].chars().count())
        };
        Some(first.first(owner.or_else(carrier)?))
    });
    if let Some(owner) = owner {
        for name in names.iter_mut().skip(1) {
            *name = owner.then(name);
        }
    }
    names
}

/// Where the first verb of a name stands that goes on after it: 发送 of 中老铁路发送旅客.
fn verb_in(name: &str) -> Option<usize> {
    let acts = |word: &Entry| word.is(Class::Act) || word.is(Class::Deed);
    let mut words = Lexicon::get().words(name);
    let verb = words.find(|(_, end, word)| acts(word) && *end < name.len());
    verb.map(|(at, ..)| at)
}

/// 商品房施工面积、竣工面积和销售面积: all of them are of what the first names.
fn built(mut names: Vec<Name>) -> Vec<Name> {
    let head = names.first().and_then(|first| {
        let area = AREAS.iter().find(|area| first.plain.ends_with(**area))?;
        let whose = first.plain.strip_suffix(area)?;
        let whose = BUILT
            .iter()
            .any(|built| whose.ends_with(built))
            .then_some(whose)?;
        Some(first.first(whose.chars().count()))
    });
    if let Some(head) = head {
        for name in names.iter_mut().skip(1) {
            if AREAS.contains(&name.plain.as_str()) {
                *name = head.then(name);
            }
        }
    }
    names
}

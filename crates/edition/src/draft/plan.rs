//! Which of the chosen statements get a picture of their own, and which share the list of growth.

use super::choose::{Chosen, is_part, year_on_year};
use super::worth::is_headline;
use crate::words::capitalised;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// How many metrics a poster has at least, where the text has as many.
const LEAST: usize = 8;
/// How many it has at most.
const MOST: usize = 16;
/// How many growth rates a list has at most, and how many make one.
const LONGEST: usize = 10;
const SHORTEST: usize = 3;

/// What a poster shows.
#[derive(Debug, Default)]
pub struct Plan<'a> {
    /// What the list of growth rates holds; empty for no list.
    pub grown: Vec<&'a Chosen>,
    /// More lists, each of what is measured alike: retail sales by kind of goods.
    pub lists: Vec<List<'a>>,
    /// What gets a picture of its own.
    pub shown: Vec<&'a Chosen>,
    /// Whether there is a list of ranks.
    pub has_ranks: bool,
}

/// Growth rates of what is measured alike.
#[derive(Debug)]
pub struct List<'a> {
    pub id: String,
    pub label: [String; 2],
    pub items: Vec<&'a Chosen>,
    /// What all names end in.
    end: &'static str,
}

/// Goods that are told in the plural where their production is not named.
const PIECES: [&str; 7] = [
    "egetable", "robot", "vehicle", "circuit", "crop", "phone", "computer",
];

impl List<'_> {
    /// What an item is called where the list says how it is measured: 饮料, Drinks.
    pub fn label(&self, it: &Chosen) -> [String; 2] {
        let [zh, en] = &it.label;
        let zh = zh.strip_suffix(self.end).unwrap_or(zh);
        let zh = ["类商品", "商品", "类", "对", "的", "总"]
            .iter()
            .find_map(|end| zh.strip_suffix(end))
            .filter(|rest| rest.chars().count() > 1)
            .unwrap_or(zh);
        let measured = [
            "Retail sales of ",
            "Sales of ",
            "Revenue of ",
            "Production of ",
            "Gross output of ",
            "Output of ",
            "Investment in ",
            "Trade with ",
            "Trade of ",
            "Imports of ",
            "Imports from ",
            "Exports of ",
            "Exports to ",
        ];
        let rest = measured.iter().find_map(|begin| en.strip_prefix(begin));
        // Meat production is meat; industrial output is not industrial.
        let end = [" production", " harvest", " output"].iter();
        let end = end.filter_map(|end| en.strip_suffix(end));
        let mut end = end.filter(|rest| !["Industrial", "Farm", "Service"].contains(rest));
        let rest = rest.or_else(|| end.next());
        // Industrial robots, not Industrial robot: what was an adjective stands alone.
        let counted = |rest: &str| PIECES.iter().any(|piece| rest.ends_with(piece));
        let en = rest.map_or_else(
            || en.clone(),
            |rest| {
                let goods = capitalised(rest.strip_prefix("the ").unwrap_or(rest));
                if counted(rest) { goods + "s" } else { goods }
            },
        );
        [zh.strip_prefix('对').unwrap_or(zh).to_owned(), en]
    }
}

impl<'a> Plan<'a> {
    pub fn of(chosen: &'a [Chosen]) -> Self {
        let mut all: Vec<&Chosen> = chosen.iter().filter(|it| !it.is_rank_only).collect();
        // An item of the list is no metric of the page: its id has to be free.
        let is_free = chosen
            .iter()
            .all(|it| it.id != "growth" && it.id != "ranks");
        let has_ranks = is_free && has_ranks(chosen);
        let first = all.first().map(|it| it.id.as_str());
        all.sort_by_key(|it| (Some(it.id.as_str()) != first, Reverse(it.worth)));
        let mut grown: Vec<&Chosen> = match is_free {
            true => all.iter().copied().filter(|it| fits(it, &all)).collect(),
            false => Vec::new(),
        };
        let lists = lists(&mut grown);
        all.retain(|it| !lists.iter().any(|list| holds(&list.items, it)));
        grown.truncate(LONGEST);
        if grown.len() < SHORTEST {
            grown.clear();
        }
        let room = MOST - usize::from(!grown.is_empty()) - usize::from(has_ranks) - lists.len();
        let mut shown: Vec<&Chosen> = Vec::new();
        for (at, it) in all.iter().enumerate() {
            let wanted = at == 0 || !holds(&grown, it) && it.is_english;
            if wanted && shown.len() < room {
                shown.push(it);
            }
        }
        let lists_shown = MOST - room;
        // A page of one list is poor: the list gives up what has a level to tell.
        for it in all.iter().skip(1) {
            let is_rich = it.fact.value.is_some() && it.is_english && !is_part(it);
            let spare = grown.len() > SHORTEST + 1;
            if shown.len() + lists_shown < LEAST && spare && is_rich && holds(&grown, it) {
                grown.retain(|other| other.id != it.id);
                shown.push(it);
            }
        }
        // A quotation of Chinese fills a gap, no more.
        for it in all.iter().filter(|it| !it.is_english) {
            if shown.len() + lists_shown < LEAST && !holds(&shown, it) {
                shown.push(it);
            }
        }
        let order = |it: &&Chosen| chosen.iter().position(|other| other.id == it.id);
        grown.sort_by_key(order);
        shown.sort_by_key(order);
        Self {
            grown,
            lists,
            shown,
            has_ranks,
        }
    }

    /// Whether all metrics are shown.
    pub fn is_whole(&self, chosen: &[Chosen]) -> bool {
        let all = chosen.iter().filter(|it| !it.is_rank_only).count();
        self.shown.len() == all
    }
}

fn holds(list: &[&Chosen], it: &Chosen) -> bool {
    list.iter().any(|other| other.id == it.id)
}

/// What a list of things measured alike is called: the end of the names, Chinese, English.
const ALIKE: [(&str, &str, &str); 11] = [
    ("零售额", "零售额，同比", "Retail sales, year on year"),
    ("销售额", "销售额，同比", "Sales, year on year"),
    ("营业收入", "营业收入，同比", "Revenue, year on year"),
    ("营收", "营业收入，同比", "Revenue, year on year"),
    ("产量", "产量，同比", "Production, year on year"),
    ("产值", "产值，同比", "Gross output, year on year"),
    ("增加值", "增加值，同比", "Output, year on year"),
    ("投资", "投资，同比", "Investment, year on year"),
    ("进出口", "进出口，同比", "Trade, year on year"),
    ("进口", "进口，同比", "Imports, year on year"),
    ("出口", "出口，同比", "Exports, year on year"),
];

/// By what a name is measured: 进出口 of 对非洲进出口, not 出口.
fn measure(label: &str) -> Option<&'static str> {
    let ends = ALIKE.iter().map(|(end, ..)| *end);
    ends.filter(|end| label.ends_with(end))
        .max_by_key(|end| end.len())
}

/// Takes out of the growth rates those that make lists of their own: details measured alike.
fn lists<'a>(grown: &mut Vec<&'a Chosen>) -> Vec<List<'a>> {
    let mut lists = Vec::new();
    for (end, zh, en) in ALIKE {
        let detail = |it: &&Chosen| {
            let is_own = it.metric.is_none_or(|metric| !is_headline(metric)) && !is_part(it);
            let [zh, _] = &it.label;
            let of = zh.strip_suffix(end).filter(|_| measure(zh) == Some(end));
            is_own && it.is_english && of.is_some_and(|of| of.chars().count() > 1)
        };
        let mut items: Vec<&Chosen> = grown.iter().copied().filter(detail).collect();
        items.truncate(LONGEST - 2);
        // The list of all has to stay one.
        if items.len() < SHORTEST || grown.len() - items.len() < SHORTEST {
            continue;
        }
        grown.retain(|it| !holds(&items, it));
        lists.push(List {
            id: format!("growth-{}", lists.len() + 2),
            label: [zh.to_owned(), en.to_owned()],
            items,
            end,
        });
    }
    lists
}

/// Whether a growth rate belongs into the list: one that has no other picture, and that would not
/// crush the others.
fn fits(it: &Chosen, all: &[&Chosen]) -> bool {
    let change = |it: &Chosen| {
        let change = Decimal::from_str_exact(year_on_year(&it.fact)?).ok()?;
        Some(change.abs())
    };
    let Some(own) = change(it) else {
        return false;
    };
    let mut others: Vec<Decimal> = all.iter().filter_map(|it| change(it)).collect();
    others.sort_unstable();
    let usual = others.get(others.len() / 2).copied().unwrap_or_default();
    let crushes = own > Decimal::from(100) && own > usual * Decimal::from(8);
    matches!(it.panel, "tile" | "comparison") && !crushes && it.is_english
}

/// Whether there is enough for a list of ranks.
fn has_ranks(chosen: &[Chosen]) -> bool {
    let ranked = chosen.iter().filter(|it| !it.fact.ranks.is_empty());
    ranked.clone().count() > 1 || ranked.clone().any(|it| it.is_rank_only)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_their_longest_measure() {
        #[track_caller]
        fn check(label: &str, expected: Option<&str>) {
            assert_eq!(measure(label), expected, "{label}");
        }
        check("对非洲进出口", Some("进出口"));
        check("机电产品出口", Some("出口"));
        check("汽车制造业增加值", Some("增加值"));
        check("规上工业企业营业收入", Some("营业收入"));
        check("常住人口", None);
    }
}

//! Whose a name is: the report's own place left out, who did it kept.

use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Phrases<'_> {
    pub(crate) fn strip_own(&self, name: &mut Name) {
        // All that the place is called begins alike.
        let first = self.own.first().and_then(|own| own.chars().next());
        if !first.is_some_and(|first| name.plain.contains(first)) {
            return;
        }
        for own in self.own {
            // 本报讯金湾区地区生产总值: what stands before the place is no part of the name.
            let in_full = own.chars().count() > 2;
            let reported = |at: &usize| name.plain[..*at].ends_with(['讯', '电', '悉']);
            // 银川市金凤区地区生产总值: with the place that it lies in.
            let around = || {
                // Names of two to five characters.
                let begins = |at: &usize| {
                    let rest = name.plain.get(*at..);
                    rest.is_some_and(|rest| rest.starts_with(own.as_str()))
                };
                let at = [6, 9, 12, 15]
                    .into_iter()
                    .find(begins)
                    .filter(|_| in_full)?;
                crate::words::places::is_name(&name.plain[..at]).then_some(at)
            };
            let begins = match name.plain.starts_with(own.as_str()) {
                // 新乡县 is another place than 新乡.
                true if self.of_another_kind(&name.plain, own) => None,
                true => Some(0),
                false => around().or_else(|| {
                    let reports = in_full && name.plain.contains(['讯', '电', '悉']);
                    let at = reports.then(|| name.plain.find(own.as_str()))?;
                    at.filter(reported)
                }),
            };
            if let Some(at) = begins.filter(|at| name.plain.len() > at + own.len()) {
                let cut = name.plain[..at].chars().count() + own.chars().count();
                let next = name.plain.chars().nth(cut);
                // 湖南省级以上产业园区 are those of 省级以上.
                let cut = match next {
                    Some('的') => cut + 1,
                    Some('级') => cut - 1,
                    // 泉州市区居民消费价格 is of the urban area, and 泉州市区域 of none.
                    Some('区') if own.ends_with('市') && urban(name, cut) => cut - 1,
                    _ => cut,
                };
                *name = name.without_first(cut);
                break;
            }
        }
    }

    /// Whether a place called as ours is for short is of another kind: 新乡县, where ours is 新乡市.
    pub(crate) fn of_another_kind(&self, name: &str, own: &str) -> bool {
        // 岳阳楼区 is none of 岳阳's own.
        let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut longer = ends.skip_while(|end| *end <= own.len() + 1).take(4);
        if longer.any(|end| {
            let other = &name[..end];
            crate::words::places::is_name(other)
                && end > own.len() + '区'.len_utf8()
                && !self.own.iter().any(|own| own == other)
        }) {
            return true;
        }
        let kind = name.get(own.len()..).and_then(|rest| rest.chars().next());
        let Some(kind) = kind.filter(|kind| "市县区州旗".contains(*kind)) else {
            return false;
        };
        let full = format!("{own}{kind}");
        crate::words::places::is_name(&full) && !self.own.contains(&full)
    }

    /// Who did it, where that is part of the name: 印染产业实现产值.
    pub(crate) fn owner(&self, range: Range<usize>) -> Name {
        let range = self.trimmed(range);
        let last = range.clone().rev().find(|&i| !self.inside(i));
        // 建筑业企业在区内完成产值: that of the part there.
        let inner = last.map_or(range.start, |last| last + 1)..range.end;
        let there = inner.start.checked_sub(1).filter(|_| inner.len() == 1);
        if there.is_some_and(|at| self.token_text(at) == "在")
            && self.token_text(inner.start).ends_with('内')
        {
            return self.name(inner);
        }
        if last.is_some() {
            return Name::default();
        }
        let end = range
            .clone()
            .rev()
            .find(|&i| !self.tokens[i].is(Class::Adverb));
        let Some(end) = end else {
            return Name::default();
        };
        if range
            .clone()
            .all(|i| self.tokens[i].is(Class::Scope) || self.is_own(i))
        {
            return Name::default();
        }
        let mut name = self.name(range.start..end + 1);
        // 78个县实现……: a count of places tells whose figure it is.
        let counted = range
            .start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.tokens[before].kind, Kind::Quantity(_)));
        if counted && name.plain.chars().count() == 1 {
            return Name::default();
        }
        self.strip_own(&mut name);
        // 龙头企业带动电子信息产业实现产值73.8亿元
        let moved = ["带动", "推动", "拉动"]
            .iter()
            .find_map(|verb| Some(name.plain.find(verb)? + verb.len()));
        if let Some(at) = moved
            && Lexicon::get().ends_in(Noun::Category, &name.plain[at..])
        {
            name = name.last(name.plain[at..].chars().count());
        }
        // 赴苏州、无锡等地开展推介7场: where somebody went.
        if ["赴", "前往", "奔赴", "深入", "走进"]
            .iter()
            .any(|way| name.plain.starts_with(way))
        {
            return Name::default();
        }
        if name.plain.chars().count() > 30 || self.own.iter().any(|own| name.plain == *own) {
            return Name::default();
        }
        name
    }

    /// Whether what follows a time is a measure of whoever was named before it.
    pub(crate) fn measured(&self, what: &str) -> bool {
        let lexicon = Lexicon::get();
        lexicon.is_one_of(Noun::Tail, what)
            || lexicon.is_one_of(Noun::Own, what)
            || halfyear_catalogue::names_exactly(what)
            || lexicon.ends_in(Noun::Measure, what)
    }

    /// Whether words before a time name somebody or a part: 上海工厂 in 上海工厂上半年产值.
    pub(crate) fn has_figures(&self, who: Range<usize>) -> bool {
        let place = who
            .clone()
            .any(|i| self.tokens[i].is(Class::Scope) || self.is_own(i));
        let name = self.name(who);
        let lexicon = Lexicon::get();
        let letters = name.plain.chars().count();
        // 安踏体育上半年流水
        lexicon.ends_in(Noun::Category, &name.plain) && letters > 1
            || lexicon.ends_in(Noun::Maker, &name.plain) && letters > 3
            || !place
                && name.plain.chars().count() > 2
                && [
                    "工厂",
                    "公司",
                    "集团",
                    "企业",
                    "园区",
                    "产业",
                    "行业",
                    "机场",
                    "口岸",
                    "海关",
                    "铁路",
                    "开发区",
                    "高新区",
                    "经开区",
                    "新区",
                    "景区",
                    "市场",
                    "医院",
                    "公园",
                    "博物院",
                    "博物馆",
                    "古镇",
                    "古城",
                    "商场",
                    "商圈",
                    "广场",
                    "酒店",
                    "度假区",
                    "码头",
                    "银行",
                    "乐园",
                    "电厂",
                    "水电站",
                ]
                .iter()
                .any(|end| name.plain.ends_with(end))
    }
}

/// Whether the 区 at a letter of a name ends 市区.
fn urban(name: &Name, letter: usize) -> bool {
    let next = name.plain.chars().nth(letter + 1);
    next.is_some_and(|next| !"域级县间位属划块内".contains(next))
}

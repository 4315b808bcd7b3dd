//! Names without the words around them that announce figures or tell of a trend.

use crate::phrases::name::Name;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::table::Beginnings;
use std::sync::OnceLock;

/// 各县GDP完成数据: what is announced, without the words for its being figures.
pub(crate) fn without_data(name: &Name) -> Name {
    let mut plain = name.plain.as_str();
    while let Some(rest) = ["数据", "完成", "“成绩单”", "成绩单", "情况", "一览"]
        .iter()
        .find_map(|end| plain.strip_suffix(end))
    {
        plain = rest;
    }
    let name = name.first(plain.chars().count());
    // 各地 is a word of its own in 各地市财政收入.
    match plain.strip_prefix(['市', '县', '区']) {
        Some(rest) if halfyear_catalogue::names_exactly(rest) => name.last(rest.chars().count()),
        _ => name,
    }
}

/// A name without the words at its end that a state begins with: 运行 of 运行平稳.
pub(crate) fn without_beginning(name: &Name, state: &str) -> Name {
    let ends = state
        .char_indices()
        .map(|(at, c)| &state[..at + c.len_utf8()]);
    let said = ends.rev().find(|end| name.plain.ends_with(end));
    let count = said.map_or(0, |said| said.chars().count());
    name.first(name.plain.chars().count() - count)
}

/// Where words begin that tell of a trend: 固定资产投资[整体呈现回调态势].
const TRENDS: [&str; 33] = [
    "扭转", "低位", "高位", "平稳", "稳中", "稳步", "稳定", "持续", "企稳", "回升", "受益", "唱",
    "挑", "表现", "整体", "总体", "呈现", "呈", "出现", "继续", "保持", "延续", "逐步", "趋", "也",
    "仍", "交出", "亮出", "跑出", "扛起", "撑起", "发力", "拔得",
];

/// A name without the trend that a clause tells of it, and without 增速 and the like at its end:
/// 工业投资 of 工业投资增速有所回落.
pub(crate) fn without_trend(name: &Name) -> Name {
    static BEGINNINGS: OnceLock<Beginnings> = OnceLock::new();
    let beginnings = BEGINNINGS.get_or_init(|| Beginnings::of(&TRENDS));
    let trends = |&(count, (at, letter)): &(usize, (usize, char))| {
        let (whose, rest) = name.plain.split_at(at);
        beginnings.begin(rest, letter)
            && (count >= 4 || Lexicon::get().ends_in(Noun::Category, whose))
    };
    let trend = name.plain.char_indices().enumerate().skip(1).find(trends);
    let trend = trend.map_or(name.plain.len(), |(_, (at, _))| at);
    let plain = &name.plain[..trend];
    let plain = ["增速", "增幅", "降幅", "涨幅"]
        .iter()
        .find_map(|rate| plain.strip_suffix(rate))
        .unwrap_or(plain);
    name.first(plain.chars().count())
}

/// A name without the four characters at its end that tell how something fares, where a noun is
/// complete before them: 技改投资 of 技改投资一枝独秀, 汽车产业 of 汽车产业稍显平淡.
pub(crate) fn without_idiom(name: &Name) -> Name {
    let lexicon = Lexicon::get();
    let count = name.plain.chars().count().saturating_sub(4);
    let noun = name.first(count);
    let measured = |name: &str| {
        lexicon.ends_in(Noun::Measure, name) || halfyear_catalogue::names_exactly(name)
    };
    let whole = |name: &str| {
        let nouns = [
            Noun::Category,
            Noun::Agent,
            Noun::Works,
            Noun::Entity,
            Noun::Site,
            Noun::Doers,
        ];
        measured(name) || nouns.iter().any(|&kind| lexicon.ends_in(kind, name))
    };
    let sector = noun.plain.ends_with('业') && !noun.plain.ends_with("工业")
        || lexicon.ends_in(Noun::Works, &noun.plain);
    let complete = count > 3 && measured(&noun.plain) || count > 2 && sector;
    let mut tail = name.plain.chars().skip(count);
    let words = tail.all(|c| c.is_alphabetic() && !matches!(c, '占' | '比'));
    let several = noun.plain.contains(['和', '与', '及']);
    // 紧盯高质量发展要求
    let acts = [Class::Act, Class::Deed, Class::Prep];
    let begins = lexicon.words(&noun.plain).next();
    let acts = begins.is_some_and(|(at, _, word)| at == 0 && acts.iter().any(|&it| word.is(it)));
    match complete && words && !several && !acts && !whole(rateless(&name.plain)) {
        true => noun,
        false => name.clone(),
    }
}

/// 关中地区能耗 of 关中地区对能耗增长影响最大: of whom and of what, where the clause tells how much the one moved the
/// other.
pub(crate) fn without_influence(name: Name) -> Name {
    let Some((whose, what)) = name.plain.split_once('对') else {
        return name;
    };
    let others = ["针", "相", "面", "绝", "应", "核"];
    let place = whose.ends_with([
        '区', '市', '县', '省', '州', '旗', '北', '南', '中', '东', '西',
    ]);
    let measured =
        Lexicon::get().is_one_of(Noun::Measure, what) || halfyear_catalogue::names_exactly(what);
    let (before, after) = (whose.chars().count(), what.chars().count());
    let told = before > 1 && place && measured && !others.iter().any(|it| whose.ends_with(it));
    match told {
        true => name.first(before).then(&name.last(after)),
        false => name,
    }
}

/// A name without what it has passed: 进口 of 进口首次超过出口.
pub(crate) fn without_passing(name: &Name) -> Name {
    let passed = ["首次", "超过"]
        .iter()
        .filter(|_| name.plain.contains(['首', '超']))
        .find_map(|passing| name.plain.split_once(passing));
    match passed {
        // 总量首次超过某县 is of what was told.
        Some((whose, _))
            if Lexicon::get().ends_in(Noun::Measure, whose)
                && !["总量", "规模", "总额", "数量"].contains(&whose) =>
        {
            name.first(whose.chars().count())
        }
        _ => name.clone(),
    }
}

//! Whose report it is, as its title says: 滁州上半年多项指标跻身全省前列.

use halfyear_catalogue::places::{self, Division, short};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Longer than a title.
const LONGEST: usize = 60;

/// How many characters of time and quotation may stand before the place: 2022年前三季度.
const BEFORE: usize = 16;

/// Characters of times and marks, which may stand before the place.
const SKIPPED: &str =
    "0123456789年月日上下半前一二三四五六七八九十个季度今至到份首去昨-—~“”\"‘’!?,:;()[]《》·• ";

/// What goes on after a place that a title is about.
const AFTER: &[&str] = &[
    "各",
    "市",
    "区",
    "县",
    "州",
    "省",
    "盟",
    "旗",
    "地区",
    "上半年",
    "前",
    "一季",
    "二季",
    "三季",
    "四季",
    "首季",
    "半年",
    "今年",
    "1",
    "2",
    ":",
    "晒",
    "亮",
    "公布",
    "发布",
    "交",
    "工业",
    "经济",
    "县域",
    "投资",
    "外贸",
    "进出口",
    "消费",
    "GDP",
    "地区生产总值",
    "生产总值",
    "主要",
    "多项",
    "全",
    "高技术",
    "固定",
    "财政",
    "规上",
    "规模",
    "实现",
    "“",
    "跑",
    "奋",
    "稳",
    "时间",
    "前三",
    "旅游",
    "服务业",
    "项目",
    "城乡",
    "居民",
];

/// The divisions by what they are called for short.
fn shorts() -> &'static FxHashMap<&'static str, Vec<Division>> {
    static SHORTS: OnceLock<FxHashMap<&'static str, Vec<Division>>> = OnceLock::new();
    SHORTS.get_or_init(|| {
        let mut shorts: FxHashMap<&'static str, Vec<Division>> = FxHashMap::default();
        for name in places::names() {
            let all = shorts.entry(short(name)).or_default();
            all.extend(places::named(name));
        }
        shorts
    })
}

/// The one division that is called so for short.
pub(crate) fn named_short(short: &str) -> Option<&'static Division> {
    match shorts().get(short)?.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// The division that the first line of a text begins with, after times; of several of that name the
/// one that the text knows in full or calls its own.
pub(crate) fn titled(head: &str, own: impl Fn(Option<char>) -> usize) -> Option<&'static str> {
    let title = head.lines().find(|line| !line.trim().is_empty())?;
    if title.chars().count() > LONGEST || title.contains('。') {
        return None;
    }
    let mut rest = title;
    for _ in 0..BEFORE {
        if let Some((all, after)) = begun(rest) {
            // 浙江省绍兴市柯桥区: the last of them.
            let inner = begun(after).or_else(|| begun(after.get(KIND..)?));
            let lies_in = |it: &Division| {
                let in_one = |whole: Option<&str>| all.iter().any(|all| Some(all.name) == whole);
                in_one(it.city) || in_one(it.province)
            };
            if inner.is_some_and(|(inner, _)| inner.iter().any(lies_in)) {
                rest = after.get(KIND..)?;
                continue;
            }
            // 岳阳各县市区GDP排行榜: the city, and none of its counties.
            let whole = all.iter().find(|it| it.city.is_none());
            if let Some(whole) = whole.filter(|_| after.starts_with('各')) {
                return Some(whole.name);
            }
            return meant(all, head, own);
        }
        let mut chars = rest.chars();
        chars.next().filter(|&c| SKIPPED.contains(c))?;
        rest = chars.as_str();
    }
    None
}

/// Bytes of the word for the kind of a place: 市.
const KIND: usize = 3;

/// The divisions whose name a text begins with, the longest, and what follows it.
fn begun(text: &str) -> Option<(Vec<Division>, &str)> {
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .skip(2)
        .take(8)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let (name, after) = text.split_at(end);
        let goes_on = || after.is_empty() || AFTER.iter().any(|word| after.starts_with(word));
        let all = shorts().get(name).filter(|_| goes_on())?;
        // 云溪县 is no 云溪区.
        let kind = after.chars().next().filter(|c| KINDS.contains(*c));
        let of_kind = |it: &&Division| {
            kind.is_none_or(|kind| it.name.ends_with(kind) || it.name.chars().count() < 3)
        };
        let all: Vec<Division> = all.iter().filter(of_kind).copied().collect();
        (!all.is_empty()).then_some((all, after))
    })
}

/// What kinds of places end in.
const KINDS: &str = "省市区县州盟旗";

fn meant(
    all: Vec<Division>,
    head: &str,
    own: impl Fn(Option<char>) -> usize,
) -> Option<&'static str> {
    let named = |it: &&Division| head.contains(it.name);
    let large = |it: &&Division| it.city.is_none();
    if let [one] = all.as_slice() {
        return Some(one.name);
    }
    let mut fitting: Vec<&Division> = all.iter().filter(named).collect();
    if fitting.is_empty() {
        let most = all
            .iter()
            .map(|it| own(it.name.chars().next_back()))
            .max()?;
        let called = |it: &&Division| most > 0 && own(it.name.chars().next_back()) == most;
        fitting = all.iter().filter(called).collect();
    }
    if fitting.is_empty() {
        fitting = all.iter().filter(large).collect();
    }
    let first = fitting.first()?;
    let one = fitting.iter().all(|it| it.name == first.name);
    one.then_some(first.name)
}

/// 跑出“柯桥速度”, 晋江“半程”稳中有进: the district or county that a title and the text call by its short name,
/// or the province that a title does, where the text calls a place of that kind its own.
pub(crate) fn part_in_the_title(
    head: &str,
    own_words: impl Fn(Option<char>) -> usize,
) -> Option<&'static str> {
    let starts: Vec<usize> = head
        .char_indices()
        .map(|(at, _)| at)
        .take(LONGEST)
        .collect();
    let mut found: Option<&'static str> = None;
    for (i, &start) in starts.iter().enumerate() {
        // What places are called for short has two to four characters.
        for &end in starts.iter().skip(i + 2).take(3) {
            let called = &head[start..end];
            let Some(all) = shorts().get(called) else {
                continue;
            };
            // 新华社南宁电 is of no 新华区.
            if head[end..].starts_with('社') {
                continue;
            }
            // 从全国位次看甘肃前三季度经济运行
            let province = |it: &&Division| it.name.ends_with('省') && it.province.is_none();
            let part = |it: &&Division| it.city.is_some_and(|city| short(city) != called);
            let again = || head.matches(called).take(2).count() > 1;
            let meant = |it: &&Division| {
                own_words(it.name.chars().next_back()) > 0 && (province(it) || part(it) && again())
            };
            for it in all.iter().filter(meant) {
                if found.is_some_and(|found| found != it.name) {
                    return None;
                }
                found = Some(it.name);
            }
        }
    }
    found
}

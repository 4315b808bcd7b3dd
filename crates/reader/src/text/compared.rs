//! What a text compares places by, as its title or the heading of a section says: 21市州GDP放榜.

use crate::words::places::is_name;
/// Longer than a heading.
const LONGEST: usize = 48;

/// How many characters of a text are looked at for what it measures.
const EARLY: usize = 3000;

/// Words of titles that set places beside each other.
const COMPARES: [&str; 16] = [
    "放榜",
    "出炉",
    "排名",
    "排行",
    "成绩单",
    "期中考",
    "年中考",
    "半年报",
    "季报",
    "领跑",
    "公布",
    "对比",
    "榜",
    "十强",
    "谁",
    "揭晓",
];

/// The product, whatever it is called.
const PRODUCT: &[&str] = &["GDP", "地区生产总值", "生产总值"];

/// What a title must say besides, to compare places by what it names.
#[derive(Clone, Copy)]
enum Besides {
    /// That it compares, or the parts: 外贸十强, 14市州GDP.
    Either,
    /// That it compares: 工业增速排行.
    Compares,
    /// Both, and no heading of a section does: 各县经济成绩单.
    Both,
}

/// What titles name, what that may be called in the text, and what else the title must say.
const MEANT: [(&str, &[&str], Besides); 13] = [
    (
        "公共预算收入",
        &["一般公共预算收入", "地方一般公共预算收入"],
        Besides::Compares,
    ),
    ("社零", &["社会消费品零售总额"], Besides::Compares),
    (
        "可支配收入",
        &["居民人均可支配收入", "人均可支配收入"],
        Besides::Compares,
    ),
    ("GDP", PRODUCT, Besides::Either),
    ("生产总值", PRODUCT, Besides::Either),
    ("外贸", &["进出口"], Besides::Either),
    ("进出口", &["进出口"], Besides::Either),
    ("投资", &["固定资产投资"], Besides::Compares),
    (
        "工业",
        &[
            "规模以上工业增加值",
            "规上工业增加值",
            "规模工业增加值",
            "工业增加值",
        ],
        Besides::Compares,
    ),
    (
        "旅游",
        &["旅游总收入", "旅游业总收入", "旅游收入"],
        Besides::Compares,
    ),
    (
        "财政",
        &[
            "财政总收入",
            "一般公共预算收入",
            "公共财政预算收入",
            "地方财政收入",
            "财政收入",
        ],
        Besides::Compares,
    ),
    ("经济", PRODUCT, Besides::Both),
    // 13区县市“半年报”放榜
    ("", PRODUCT, Besides::Both),
];

/// What headings of sections name that is no comparison of the title's: 二、财政.
const TRADES: [&str; 8] = [
    "财政",
    "工业",
    "投资",
    "消费",
    "收入",
    "金融",
    "农业",
    "服务业",
];

/// Whether a heading turns to something else than its title compares places by.
pub(crate) fn turns(heading: &str) -> bool {
    TRADES.iter().any(|word| heading.contains(word))
}

/// What a title, or the heading of a section, compares places by.
pub(crate) fn measure(title: &str, text: &str, section: bool) -> Option<&'static str> {
    if title.chars().nth(LONGEST).is_some() || title.ends_with(['。', ';']) {
        return None;
    }
    let compares = || COMPARES.iter().any(|word| title.contains(word));
    let (_, names, besides) = MEANT.iter().find(|(said, ..)| title.contains(said))?;
    let says = match besides {
        Besides::Either => section || compares() || parts(title),
        Besides::Compares => section || compares(),
        Besides::Both => !section && compares() && parts(title),
    };
    if !says {
        return None;
    }
    if let Some(name) = names.iter().find(|name| title.contains(**name)) {
        return Some(name);
    }
    // Whatever it is called, a text calls it so early.
    let end = text
        .char_indices()
        .nth(EARLY)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let found = names
        .iter()
        .filter_map(|name| Some((head.find(name)?, *name)));
    let first = found.min_by_key(|&(at, name)| (at, std::cmp::Reverse(name.len())));
    first.map(|(_, name)| name)
}

/// Whether a title names parts of a place: 各区县, 14市州.
fn parts(title: &str) -> bool {
    let kinds = ['区', '县', '市', '州', '旗', '镇', '地', '盟', '省'];
    let each = title.match_indices('各').map(|(at, each)| at + each.len());
    let mut each = each.chain(title.match_indices('个').map(|(at, of)| at + of.len()));
    let counted = || {
        let digits = title.char_indices().filter(|(_, c)| c.is_ascii_digit());
        digits
            .map(|(at, _)| at + 1)
            .any(|at| title[at..].starts_with(kinds))
            || several_cities(title)
    };
    each.any(|at| title[at..].starts_with(kinds)) || counted()
}

/// Whether a title sets cities beside each other, and is about none of them: 东北四城半年报PK.
pub(crate) fn cities_beside(title: &str) -> bool {
    let rivals = ["PK", "VS", "对决", "比拼", "较量"];
    let mut compares = COMPARES.iter().chain(&rivals);
    several_cities(title) && compares.any(|word| title.contains(word)) || passes_another(title)
}

/// Whether one city passes another in a title: 福州紧追济南,泉州反超南通.
fn passes_another(title: &str) -> bool {
    let verbs = ["反超", "紧追", "直追", "险胜", "力压", "赶超"];
    let places = verbs.iter().flat_map(|verb| {
        let all = title.match_indices(verb);
        all.map(|(at, verb)| (&title[..at], &title[at + verb.len()..]))
    });
    // The shortest names have two letters, as nearly all of cities do.
    let mut pairs = places.filter_map(|(one, other)| {
        let (start, _) = one.char_indices().rev().nth(1)?;
        let (end, last) = other.char_indices().nth(1)?;
        Some((&one[start..], &other[..end + last.len_utf8()]))
    });
    pairs.any(|(one, other)| is_name(one) && is_name(other))
}

/// Whether words count cities: 东北四城, 27城.
fn several_cities(words: &str) -> bool {
    let mut ends = words.match_indices('城').map(|(at, _)| &words[..at]);
    ends.any(|before| {
        let last = before.chars().next_back();
        last.is_some_and(|c| c.is_ascii_digit() || "二三四五六七八九十两".contains(c))
    })
}

/// Whether a paragraph is the heading of a section, and no sentence: 二、财政:3市两位数增长.
pub(crate) fn heads(text: &str) -> bool {
    let marks = ['一', '二', '三', '四', '五', '六', '【', '■', '●', '(', '▍'];
    text.chars().nth(24).is_none() && text.starts_with(marks) && !text.ends_with(['。', ';', ','])
}

/// Whether a title speaks of the parts of a place: 各区县 of 全市. Those of a province need not be named.
pub(crate) fn parts_of(all: &str, title: &str) -> bool {
    match all.chars().next_back() {
        Some('市' | '州' | '盟') => title.contains(['区', '县', '旗']),
        Some('县') => title.contains(['乡', '镇']),
        Some('区') => title.contains(['市', '盟', '镇', '街']),
        _ => true,
    }
}

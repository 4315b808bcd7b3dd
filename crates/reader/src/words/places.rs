//! Whether words name a place: a division of the country, or a town by what it is called.

/// What comes before 镇, 乡 or 街道 where no single town is named.
const KINDS_OF_TOWNS: [&str; 23] = [
    "各",
    "全",
    "乡",
    "分城",
    "城",
    "小",
    "特色小",
    "建制",
    "中心",
    "重点",
    "强",
    "示范",
    "本",
    "该",
    "经济",
    "产业",
    "工业",
    "特色",
    "文明",
    "卫生",
    "旅游",
    "美丽",
    "千强",
];

/// Whether words are the name of a place and nothing more: 安化县, 安化, 石桥镇.
pub(crate) fn is_name(words: &str) -> bool {
    // 省会郑州
    let words = words.strip_prefix("省会").unwrap_or(words);
    halfyear_catalogue::places::is_name(words) || is_town(words)
}

/// Whether a name begins with that of a place, of two to seven letters, and something follows.
pub(crate) fn begins_with_place(name: &str) -> bool {
    let mut ends = name.char_indices().map(|(at, _)| at).skip(2).take(6);
    ends.any(|at| is_name(&name[..at]))
}

/// Whether words are the name of a town, which no table holds: 石桥镇, 云台街道.
fn is_town(words: &str) -> bool {
    let ends = ["街道", "镇", "乡"];
    let name = ends.iter().find_map(|end| words.strip_suffix(end));
    name.is_some_and(|name| {
        let letters = name.chars().count();
        let han = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        // 凤城镇 is a town, 城镇 is none.
        let kind = KINDS_OF_TOWNS
            .iter()
            .any(|kind| name == *kind || kind.chars().count() > 1 && name.ends_with(kind));
        let kind = kind || name.starts_with(['各', '全']);
        let counts = name.starts_with(crate::words::numeral::is_chinese) && letters < 2;
        han && (1..=3).contains(&letters) && !kind && !counts
    })
}

//! Whose report it is.

use std::collections::HashMap;

/// Endings of places' names.
const ENDINGS: [char; 6] = ['省', '市', '区', '县', '州', '旗'];

/// Words that end like a place's name but name none.
const COMMON: &[&str] = &[
    "市区",
    "城区",
    "地区",
    "园区",
    "社区",
    "山区",
    "全区",
    "该区",
    "景区",
    "新区",
    "城市",
    "全市",
    "超市",
    "股市",
    "上市",
    "全省",
    "全县",
    "我省",
    "我市",
    "我区",
    "我县",
    "全州",
    "灌区",
    "街区",
    "郊区",
    "校区",
    "小区",
    "辖区",
    "片区",
    "林区",
    "牧区",
    "矿区",
    "港区",
    "库区",
    "学区",
    "示范区",
    "开发区",
    "合作区",
    "功能区",
    "度假区",
    "保税区",
    "各区",
    "各市",
    "各县",
    "自治区",
    "自治州",
    "自治县",
    "直辖市",
    "县市",
    "省市",
    "区县",
    "市县",
    "强区",
    "强市",
    "强县",
    "本市",
    "本区",
    "本县",
    "外省",
    "他省",
    "夜市",
    "楼市",
    "房市",
    "都市",
    "集市",
    "产区",
    "湾区",
    "禁区",
    "特区",
    "大区",
    "高新区",
    "经开区",
    "实验区",
    "试验区",
    "先行区",
    "聚集区",
    "集聚区",
    "保护区",
    "核心区",
    "主城区",
    "设区市",
    "工业区",
];

/// The name of the place that a report is about, in full: 柯桥区.
///
/// Only the beginning of the text is looked at: a report names its place early and often.
pub fn own_name(text: &str) -> Option<String> {
    let head: Vec<char> = text
        .chars()
        .take(6000)
        .map(crate::normal::normalise)
        .collect();
    let mut counts: HashMap<String, (u32, usize)> = HashMap::new();
    for (i, c) in head.iter().enumerate() {
        if !ENDINGS.contains(c) {
            continue;
        }
        for len in 2..=3 {
            let Some(start) = i.checked_sub(len) else {
                continue;
            };
            let name: String = head[start..=i].iter().collect();
            let han = head[start..i]
                .iter()
                .all(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
            if han && !COMMON.iter().any(|common| name.ends_with(common)) {
                let entry = counts.entry(name).or_insert((0, i));
                entry.0 += 1;
            }
        }
    }
    counts
        .iter()
        .filter(|(name, (count, first))| *count >= 2 || *first < 30 && name.chars().count() == 3)
        .max_by_key(|(name, (count, first))| {
            (
                *count,
                std::cmp::Reverse(name.chars().count()),
                std::cmp::Reverse(*first),
            )
        })
        .map(|(name, _)| name.clone())
}

/// The names of the report's own place, the longest first: 柯桥区 and 柯桥.
pub(crate) fn own_names(text: &str) -> Vec<String> {
    let Some(name) = own_name(text) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    let short: String = name.chars().take(name.chars().count() - 1).collect();
    for scope in ["全区", "全市", "全县", "全省"] {
        if name.ends_with(&scope[3..]) {
            names.push(format!("{name}{scope}"));
            names.push(format!("{short}{scope}"));
        }
    }
    names.push(name);
    names.push(short);
    names
}

//! The divisions of the country: which place lies in which.

use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A province, city, county or district. Several may bear one name: each lies elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// The name in full: `柯桥区`.
    pub name: &'static str,
    /// The city that it lies in; none for a city, and where it lies right below its province.
    pub city: Option<&'static str>,
    /// The province that it lies in; none for a province.
    pub province: Option<&'static str>,
}

fn table() -> &'static FxHashMap<&'static str, Vec<Division>> {
    static TABLE: OnceLock<FxHashMap<&'static str, Vec<Division>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&'static str, Vec<Division>> = FxHashMap::default();
        let mut add = |name, city, province| {
            let same = table.entry(name).or_default();
            let division = Division {
                name,
                city,
                province,
            };
            if !same.contains(&division) {
                same.push(division);
            }
        };
        let rows = include_str!("../data/places.tsv").lines();
        for row in rows.filter(|row| !row.starts_with('#')) {
            let mut fields = row.split('\t');
            let mut field = || fields.next().unwrap_or_default();
            let (province, city, counties) = (field(), field(), field());
            let city = Some(city).filter(|city| !city.is_empty());
            add(province, None, None);
            if let Some(city) = city {
                add(city, None, Some(province));
            }
            for county in counties.split_whitespace() {
                add(county, city, Some(province));
            }
        }
        table
    })
}

/// All names in full, each once.
pub fn names() -> impl Iterator<Item = &'static str> {
    table().keys().copied()
}

/// The divisions that bear a name in full: one for 柯桥区, several for 鼓楼区.
pub fn named(name: &str) -> &'static [Division] {
    table().get(name).map_or(&[], Vec::as_slice)
}

/// Whether words are the name of a division and nothing more, in full or for short.
pub fn is_name(words: &str) -> bool {
    static NAMES: OnceLock<FxHashSet<Cow<'static, str>>> = OnceLock::new();
    let all = || {
        let mut all: FxHashSet<Cow<'static, str>> = FxHashSet::default();
        for name in names() {
            let short = short(name);
            // 大理州 for 大理白族自治州, as everybody calls it.
            if name.ends_with("自治州") {
                all.insert(Cow::Owned(format!("{short}州")));
            }
            all.extend([Cow::Borrowed(name), Cow::Borrowed(short)]);
        }
        all
    };
    // None is longer than 双江拉祜族佤族布朗族傣族自治县.
    words.len() <= 45 && NAMES.get_or_init(all).contains(words)
}

/// What kinds of divisions are called in Chinese and in English, the longer first.
const KINDS: [(&str, &str); 20] = [
    ("经济技术开发区", "Development Zone"),
    ("特别行政区", "Region"),
    ("经济开发区", "Development Zone"),
    ("高新技术产业开发区", "High-tech Zone"),
    ("自治区", "Region"),
    ("自治州", "Prefecture"),
    ("自治县", "County"),
    ("自治旗", "Banner"),
    ("开发区", "Development Zone"),
    ("高新区", "High-tech Zone"),
    ("地区", "Prefecture"),
    ("新区", "New Area"),
    ("林区", "Forestry District"),
    ("省", "Province"),
    ("市", "City"),
    ("区", "District"),
    ("县", "County"),
    ("州", "Prefecture"),
    ("盟", "League"),
    ("旗", "Banner"),
];

/// Cities that are provinces.
const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];

/// Peoples that the names of autonomous places hold, the longer first.
const PEOPLES: [&str; 48] = [
    "维吾尔",
    "柯尔克孜",
    "乌孜别克",
    "保安族",
    "布依族",
    "布朗族",
    "达斡尔族",
    "独龙族",
    "鄂伦春族",
    "鄂温克族",
    "仡佬族",
    "哈尼族",
    "哈萨克族",
    "哈萨克",
    "回族",
    "东乡族",
    "景颇族",
    "拉祜族",
    "傈僳族",
    "蒙古族",
    "蒙古",
    "苗族",
    "仫佬族",
    "毛南族",
    "纳西族",
    "怒族",
    "普米族",
    "羌族",
    "撒拉族",
    "畲族",
    "水族",
    "塔吉克",
    "土家族",
    "土族",
    "佤族",
    "锡伯",
    "瑶族",
    "彝族",
    "裕固族",
    "藏族",
    "壮族",
    "侗族",
    "傣族",
    "白族",
    "朝鲜族",
    "满族",
    "黎族",
    "各族",
];

/// The English word for the kind of place that a name ends in: `District` for 柯桥区. `None` for a
/// name that says none, or is nothing else.
pub fn kind(name: &str) -> Option<&'static str> {
    if MUNICIPALITIES.contains(&name) {
        return Some("Municipality");
    }
    let core = short(name);
    let found = KINDS.iter().find(|(kind, _)| name.ends_with(kind));
    found.filter(|_| core.len() < name.len()).map(|(_, en)| *en)
}

/// A name without what kind of place it is: `浙江` for `浙江省`, `广西` for `广西壮族自治区`; a name
/// that would be left with one character stays whole.
pub fn short(name: &str) -> &str {
    let long = |cut: &&str| cut.chars().count() > 1;
    let cut = KINDS
        .iter()
        .find_map(|(kind, _)| name.strip_suffix(kind))
        .filter(long);
    let Some(mut cut) = cut else {
        return name;
    };
    // Only autonomous places are named after peoples.
    if name.contains("自治") {
        while let Some(rest) = PEOPLES
            .iter()
            .find_map(|people| cut.strip_suffix(people))
            .filter(long)
        {
            cut = rest;
        }
    }
    cut
}

/// The English name of a place where it is not the plain sound of its characters: `Shaanxi` for
/// 陕西; without the word for its kind.
pub fn english(short: &str) -> Option<&'static str> {
    static NAMES: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let rows = include_str!("../data/place-names.tsv").lines();
        rows.filter(|row| !row.starts_with('#'))
            .filter_map(|row| row.split_once('\t'))
            .collect()
    });
    names.get(short).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_know_where_they_lie() {
        #[track_caller]
        fn check(name: &str, expected: &[(Option<&str>, Option<&str>)]) {
            let found: Vec<_> = named(name)
                .iter()
                .map(|it| (it.city, it.province))
                .collect();
            assert_eq!(found, expected, "{name}");
        }
        check("柯桥区", &[(Some("绍兴市"), Some("浙江省"))]);
        check("绍兴市", &[(None, Some("浙江省"))]);
        check("浙江省", &[(None, None)]);
        check("涪陵区", &[(None, Some("重庆市"))]);
        check("绍兴县", &[(Some("绍兴市"), Some("浙江省"))]);
        check("根据市", &[]);
        assert!(named("鼓楼区").len() > 2);
    }

    #[test]
    fn short_names() {
        #[track_caller]
        fn check(name: &str, expected: &str) {
            assert_eq!(short(name), expected);
        }
        check("浙江省", "浙江");
        check("广西壮族自治区", "广西");
        check("内蒙古自治区", "内蒙古");
        check("新疆维吾尔自治区", "新疆");
        check("柯桥区", "柯桥");
        check("歙县", "歙县");
        check("恩施土家族苗族自治州", "恩施");
        check("内蒙古自治区", "内蒙古");
        check("莫力达瓦达斡尔族自治旗", "莫力达瓦");
        check("两江新区", "两江");
        check("新区", "新区");
        check("东海县", "东海");
    }

    #[test]
    fn prefectures_are_called_short() {
        for (words, expected) in [
            ("大理州", true),
            ("红河州", true),
            ("苏州", true),
            ("南昌州", false),
        ] {
            assert_eq!(is_name(words), expected, "{words}");
        }
    }

    #[test]
    fn kinds_and_english() {
        #[track_caller]
        fn check(name: &str, expected: Option<&str>) {
            assert_eq!(kind(name), expected, "{name}");
        }
        check("柯桥区", Some("District"));
        check("恩施土家族苗族自治州", Some("Prefecture"));
        check("两江新区", Some("New Area"));
        check("重庆市", Some("Municipality"));
        check("歙县", None);
        assert_eq!(english("重庆"), Some("Chongqing"));
        assert_eq!(english("云溪"), None);
    }
}

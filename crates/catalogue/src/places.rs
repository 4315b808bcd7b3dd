//! The divisions of the country: which place lies in which.

use rustc_hash::FxHashMap;
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

/// What kinds of divisions are called, the longer first.
const KINDS: [&str; 10] = [
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "区",
    "县",
    "旗",
];

/// Peoples that the names of autonomous places hold.
const PEOPLES: [&str; 4] = ["壮族", "回族", "维吾尔", "蒙古族"];

/// A name without what kind of place it is: `浙江` for `浙江省`, `广西` for `广西壮族自治区`; a name
/// that would be left with one character stays whole.
pub fn short(name: &str) -> &str {
    let cut = KINDS.iter().find_map(|kind| name.strip_suffix(kind));
    let cut = cut.unwrap_or(name);
    let cut = PEOPLES
        .iter()
        .find_map(|people| cut.strip_suffix(people))
        .unwrap_or(cut);
    match cut.chars().count() {
        0 | 1 => name,
        _ => cut,
    }
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
    }
}

//! Known indicators and places, as data.

mod english;
pub mod places;
mod writing;

pub use english::{english, english_around, is_bare};
pub use writing::{Simplifier, simplified};

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// An indicator that such reports use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The stable name: `gdp`.
    pub id: &'static str,
    /// What a label calls it in Chinese.
    pub zh: &'static str,
    /// What a label calls it in English.
    pub en: &'static str,
    /// The unit it is usually given in, as printed; empty where it varies.
    pub unit: &'static str,
    /// Whether more of it is better.
    pub direction: Direction,
    /// The panel that shows it best, by the bundle's name.
    pub panel: &'static str,
}

/// Whether more of something is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    #[default]
    Neutral,
}

struct Catalogue {
    indicators: Vec<Indicator>,
    names: FxHashMap<&'static str, usize>,
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let mut indicators = Vec::new();
        let mut names = FxHashMap::default();
        for row in include_str!("../data/indicators.tsv").lines() {
            let mut fields = row.split('\t');
            let mut field = || fields.next().unwrap_or_default();
            let (id, zh, en) = (field(), field(), field());
            if id.is_empty() || id.starts_with('#') {
                continue;
            }
            let (unit, direction, panel, synonyms) = (field(), field(), field(), field());
            for name in synonyms.split_whitespace().chain([zh]) {
                names.entry(name).or_insert(indicators.len());
            }
            indicators.push(Indicator {
                id,
                zh,
                en,
                unit,
                direction: match direction {
                    "up" => Direction::Up,
                    "down" => Direction::Down,
                    _ => Direction::Neutral,
                },
                panel,
            });
        }
        Catalogue { indicators, names }
    })
}

/// All indicators, in the order of the table.
pub fn indicators() -> &'static [Indicator] {
    &catalogue().indicators
}

/// Every name that an indicator goes by, in simplified characters.
pub fn names() -> impl Iterator<Item = &'static str> {
    catalogue().names.keys().copied()
}

/// The indicator with an id.
pub fn get(id: &str) -> Option<&'static Indicator> {
    indicators().iter().find(|indicator| indicator.id == id)
}

/// Whether an indicator goes by exactly this name.
pub fn names_exactly(name: &str) -> bool {
    catalogue().names.contains_key(name)
}

/// Words that may stand before an indicator's name without making it another one.
const BEFORE: &[&str] = &[
    "全区",
    "全市",
    "全县",
    "全省",
    "全州",
    "全盟",
    "全旗",
    "全镇",
    "全社会",
    "实现",
    "完成",
    "累计",
    "全部",
    "县域",
];

/// The indicator that a name means, in simplified characters: `GDP`, `全区地区生产总值`.
///
/// A name with any other word before it (`高新技术产业投资`) is another indicator.
pub fn find(name: &str) -> Option<&'static Indicator> {
    let known = catalogue();
    let mut name = name;
    loop {
        if let Some(&found) = known.names.get(name) {
            return known.indicators.get(found);
        }
        name = BEFORE.iter().find_map(|before| name.strip_prefix(before))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_table_is_whole() {
        let panels = halfyear_bundle::Panel::ALL.map(|it| it.0);
        assert!(indicators().len() >= 150, "{}", indicators().len());
        let mut ids = HashSet::new();
        for indicator in indicators() {
            assert!(ids.insert(indicator.id), "{} stands twice", indicator.id);
            assert!(
                !indicator.zh.is_empty() && !indicator.en.is_empty(),
                "{}",
                indicator.id
            );
            assert!(
                panels.contains(&indicator.panel),
                "{} has panel {}",
                indicator.id,
                indicator.panel
            );
            assert_eq!(find(indicator.zh).map(|found| found.id), Some(indicator.id));
        }
    }

    #[test]
    fn names_and_what_may_stand_before_them() {
        #[track_caller]
        fn check(name: &str, expected: Option<&str>) {
            assert_eq!(find(name).map(|found| found.id), expected, "{name}");
        }
        check("GDP", Some("gdp"));
        check("国内生产总值", Some("gdp"));
        check("全区地区生产总值", Some("gdp"));
        check("高新技术产业投资额", Some("high-tech-investment"));
        check("农村居民人均可支配收入", Some("income-rural"));
        check("外星投资", None);
    }
}

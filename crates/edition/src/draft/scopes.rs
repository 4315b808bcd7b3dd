//! The circles that gaps and ranks are measured in, and which of their names mean the same.

use super::names::{Place, chinese_label, english, english_label, short};
use halfyear_bundle::Level;
use halfyear_catalogue::places;

/// A place that gaps and ranks are measured against.
#[derive(Clone, Debug)]
pub struct Scope {
    pub names: Vec<String>,
    pub level: &'static str,
    pub label: [String; 2],
    /// Whether the label was guessed from the sound.
    pub is_guess: bool,
    /// Whether it is a place or a circle of places, and not what else a report compares with.
    pub is_place: bool,
}

/// The scopes with these names, each with what the text says that it means: 全省 and 浙江省 are one
/// where that is so, or where no other province is named.
pub fn scopes(names: &[(&str, Option<&str>)], place: &Place, seed: &str) -> Vec<Scope> {
    let mut groups: Vec<(Level, String, Vec<String>)> = Vec::new();
    for &(printed, proper) in names {
        // 全市各区 are those of the city.
        let name = whole_of(printed);
        let level = level_of(name);
        let whole = name.starts_with('全') && !matches!(level, Level::Nation | Level::Other);
        let only = || {
            let mut others = names
                .iter()
                .map(|(other, _)| *other)
                .filter(|other| level_of(other) == level && !other.starts_with('全'));
            others.next().filter(|_| others.next().is_none())
        };
        let meant = match whole {
            true => proper.or_else(|| place.around(name)).or_else(only),
            // 绍兴 is the city around, or 绍兴市 where the text says that.
            false => {
                let said = names.iter().map(|(other, _)| *other);
                let wholes = place.wholes().into_iter().flatten();
                let mut fuller = wholes.map(|whole| -> &str { whole }).chain(said);
                fuller.find(|full| places::short(full) == name && *full != name)
            }
        };
        let meant = meant.unwrap_or(name);
        // 全区 in a city of an autonomous region is that region.
        let region = meant == "全区" && !place.name[0].ends_with(['区', '區']);
        let level = match level_of(meant) {
            _ if region => Level::Province,
            Level::Other => level,
            found => found,
        };
        let name = printed;
        match groups.iter_mut().find(|(_, other, _)| other == meant) {
            Some((_, _, same)) if same.iter().any(|it| it == name) => {}
            Some((_, _, same)) => same.push(name.to_owned()),
            None => groups.push((level, meant.to_owned(), vec![name.to_owned()])),
        }
    }
    groups.sort_by_key(|(level, _, _)| *level);
    groups
        .into_iter()
        .map(|(level, meant, names)| scope(&meant, names, level, seed))
        .collect()
}

fn scope(first: &str, names: Vec<String>, level: Level, seed: &str) -> Scope {
    let (level, generic) = match level {
        Level::Nation => ("nation", "China"),
        Level::Province => ("province", "the province"),
        Level::City => ("city", "the city"),
        Level::County => ("county", "the county"),
        Level::Other => ("other", ""),
    };
    let is_place = level != "other" || is_inside(first) || places::is_name(first);
    let (label, is_guess) = if level == "nation" {
        (["全国".to_owned(), generic.to_owned()], false)
    } else if is_inside(first) {
        let zh = chinese_label(first, seed);
        ([zh, "the districts".to_owned()], false)
    } else if level == "other" && is_place {
        // 绍兴, of which the text does not say that it is a city.
        ([short(first), english(first, false)], true)
    } else if level == "other" {
        (
            [
                chinese_label(first, seed),
                english_label(None, first, seed).0,
            ],
            true,
        )
    } else if first.starts_with('全') {
        let generic = match first {
            "全区" => "the region",
            "全州" => "the prefecture",
            "全盟" => "the league",
            _ => generic,
        };
        ([first.to_owned(), generic.to_owned()], false)
    } else {
        ([short(first), english(first, false)], true)
    };
    Scope {
        names,
        level,
        label,
        is_guess,
        is_place,
    }
}

/// Words for the places inside of another.
const INSIDE: [&str; 15] = [
    "各区县",
    "各县区",
    "各区市县",
    "各县市区",
    "各区",
    "各區",
    "各县",
    "各市",
    "各地市",
    "各市州",
    "县市区",
    "各县（市、区）",
    "县区",
    "区县",
    "各区（县）",
];

/// What kinds of places and their number are written with.
const KINDS: &str = "各个两三四五六七八九十县縣市区區旗（）()、";

/// How many there are.
const COUNT: [char; 10] = ['两', '三', '四', '五', '六', '七', '八', '九', '十', '个'];

/// A circle of places without the word for what lies in it: 绍兴 of 绍兴各区、县（市）.
fn whole_of(name: &str) -> &str {
    let each = name.rfind('各').map(|at| name.split_at(at));
    let each = each.filter(|(_, kinds)| kinds.chars().all(|it| KINDS.contains(it)));
    let rest = each
        .map(|(whole, _)| whole)
        .or_else(|| INSIDE.iter().find_map(|inside| name.strip_suffix(inside)));
    let counts = |it: char| COUNT.contains(&it) || it.is_ascii_digit();
    // 合肥市四县
    let counted = || {
        let rest = name.strip_suffix(['县', '区', '市', '旗'])?;
        rest.ends_with(counts).then_some(rest)
    };
    let rest = rest.or_else(counted);
    // 全市七区县, 全市10个区县
    let rest = rest.map(|rest| rest.trim_end_matches(counts));
    rest.filter(|rest| rest.chars().count() > 1).unwrap_or(name)
}

/// Whether a circle is named by the kinds of places in it alone: 县区, 五县(市).
fn is_inside(name: &str) -> bool {
    let plain = name.chars().count() > 1 && name.chars().all(|it| KINDS.contains(it));
    plain || INSIDE.contains(&name)
}

fn level_of(name: &str) -> Level {
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if ["全国", "中国", "国家", "国内"].contains(&name) {
        Level::Nation
    } else if name.chars().count() > 6 && places::named(name).is_empty() {
        Level::Other
    } else if ends(&["省", "自治区"]) {
        Level::Province
    } else if ends(&["市", "自治州", "州", "盟"]) {
        Level::City
    } else if is_inside(name) {
        Level::Other
    } else if ends(&["区", "县", "旗"]) {
        Level::County
    } else {
        Level::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_of_one_place_are_one() {
        #[track_caller]
        fn check(names: &[&str], expected: &[&str]) {
            let names: Vec<_> = names.iter().map(|name| (*name, None)).collect();
            let place = Place::of(Some("越溪区"), "");
            let said = scopes(&names, &place, "长三角").into_iter().map(|scope| {
                let names = scope.names.join("=");
                format!(
                    "{} {names} {} {}",
                    scope.level, scope.label[0], scope.label[1]
                )
            });
            assert_eq!(said.collect::<Vec<_>>(), expected);
        }
        check(
            &["全国", "全省", "浙江省", "全市"],
            &[
                "nation 全国 全国 China",
                "province 全省=浙江省 浙江 Zhejiang",
                "city 全市 全市 the city",
            ],
        );
        check(
            &["全省", "浙江省", "江苏省"],
            &[
                "province 全省 全省 the province",
                "province 浙江省 浙江 Zhejiang",
                "province 江苏省 江苏 Jiangsu",
            ],
        );
        check(
            &["全市", "全市七区县"],
            &["city 全市=全市七区县 全市 the city"],
        );
        check(
            &["全市", "全市10个区县"],
            &["city 全市=全市10个区县 全市 the city"],
        );
        check(&["合肥市四县"], &["city 合肥市四县 合肥 Hefei"]);
        check(&["五县(市)"], &["other 五县(市) 五县（市） the districts"]);
        check(&["长三角"], &["other 长三角 长三角 “长三角”"]);
        check(&["全州"], &["city 全州 全州 the prefecture"]);
        check(&["绍兴"], &["other 绍兴 绍兴 Shaoxing"]);
        let place = Place::of(Some("柯桥区"), "");
        let labels = |names: &[(&str, Option<&str>)]| -> Vec<String> {
            let scopes = scopes(names, &place, "");
            scopes.into_iter().map(|it| it.label[1].clone()).collect()
        };
        assert_eq!(
            labels(&[("全市", None), ("全省", None)]),
            ["Zhejiang", "Shaoxing"]
        );
        assert_eq!(labels(&[("全省", Some("江苏省"))]), ["Jiangsu"]);
        assert_eq!(
            labels(&[("全市", None), ("绍兴", None), ("绍兴各区、县（市）", None)]),
            ["Shaoxing"]
        );
        let place = Place::of(Some("桂岭市"), "");
        let region = scopes(&[("全区", None)], &place, "");
        assert_eq!(region[0].label[1], "the region");
        let place = Place::of(Some("东台市"), "");
        let city = scopes(&[("盐城", None)], &place, "");
        assert_eq!(city[0].label[1], "Yancheng");
        assert_eq!(labels(&[("台州市", None), ("台州", None)]), ["Taizhou"]);
    }
}

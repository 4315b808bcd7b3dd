//! Measures that only a topic of some kind has: 风电拉动强劲,发电量985.7亿千瓦时.

use crate::phrases::name::Name;
use crate::subjects::shared::joined;

/// What power is made of, or by.
const POWER: [&str; 14] = [
    "风电",
    "水电",
    "火电",
    "核电",
    "光电",
    "煤电",
    "气电",
    "新能源",
    "清洁能源",
    "光伏发电",
    "风力发电",
    "水力发电",
    "火力发电",
    "太阳能发电",
];
const OF_POWER: [&str; 5] = ["发电量", "上网电量", "装机", "装机容量", "装机规模"];

/// Industries, whose value added is that of industry alone.
pub(super) const INDUSTRIES: [&str; 10] = [
    "制造业",
    "采矿业",
    "加工业",
    "制品业",
    "供应业",
    "冶炼业",
    "纺织业",
    "采选业",
    "开采业",
    "洗选业",
];
const OF_INDUSTRY: [&str; 3] = ["工业增加值", "规模以上工业增加值", "规上工业增加值"];

/// 汽车制造业逆势发展,实现工业增加值: the topic with a measure that everything of its kind has; `here` where the
/// topic was told in this very sentence.
pub(super) fn of_its_kind(topic: &Name, name: &Name, here: bool) -> Option<Name> {
    let measures = |words: &[&str]| words.contains(&name.plain.as_str());
    let ends = |words: &[&str]| words.iter().any(|end| topic.plain.ends_with(end));
    let power = measures(&OF_POWER) && ends(&POWER);
    let industry = measures(&OF_INDUSTRY) && ends(&INDUSTRIES);
    if here && (power || industry) {
        return Some(joined(topic, name));
    }
    // 主要粮食作物播种面积进一步增加,总面积达2.05亿亩
    let all = name.plain.strip_prefix('总')?;
    let same = ["面积", "产量", "产值"].contains(&all);
    (same && topic.plain.ends_with(all)).then(|| topic.clone())
}

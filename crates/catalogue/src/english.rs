//! English for names that the table of indicators does not hold: put together from their parts.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A template and the words that call for it.
type Rule = (&'static str, &'static str);

#[derive(Default)]
struct Parts {
    things: FxHashMap<&'static str, &'static str>,
    /// Those traded with.
    partners: FxHashMap<&'static str, &'static str>,
    /// Longest first, as the rest of the lists.
    measures: Vec<Rule>,
    /// How something changed: growth of {}.
    changes: Vec<Rule>,
    before: Vec<Rule>,
    /// Preposition, measure, template.
    towards: Vec<(&'static str, &'static str, &'static str)>,
    notes: Vec<Rule>,
}

fn parts() -> &'static Parts {
    static PARTS: OnceLock<Parts> = OnceLock::new();
    PARTS.get_or_init(|| {
        let mut parts = Parts::default();
        for row in include_str!("../data/parts.tsv").lines() {
            match row.split('\t').collect::<Vec<_>>().as_slice() {
                [kind @ ("thing" | "partner"), names, en] => {
                    for name in names.split(' ') {
                        if *kind == "partner" {
                            parts.partners.entry(name).or_insert(en);
                        }
                        parts.things.entry(name).or_insert(en);
                    }
                }
                ["measure", names, en] => parts.measures.extend(rules(names, en)),
                ["change", names, en] => parts.changes.extend(rules(names, en)),
                ["before", names, en] => parts.before.extend(rules(names, en)),
                ["note", names, en] => parts.notes.extend(rules(names, en)),
                ["towards", whom, names, en] => {
                    for whom in whom.split(' ') {
                        parts
                            .towards
                            .extend(names.split(' ').map(|name| (whom, name, *en)));
                    }
                }
                _ => {}
            }
        }
        parts.measures.sort_by_key(longest);
        parts.changes.sort_by_key(longest);
        parts.before.sort_by_key(longest);
        parts
            .towards
            .sort_by_key(|(_, name, _)| std::cmp::Reverse(name.len()));
        parts
    })
}

fn rules(names: &'static str, en: &'static str) -> impl Iterator<Item = Rule> {
    names.split(' ').map(move |name| (name, en))
}

fn longest(rule: &Rule) -> std::cmp::Reverse<usize> {
    std::cmp::Reverse(rule.0.len())
}

/// English for an indicator's name in simplified characters, as a label; `None` where a part of it
/// has none.
pub fn english(name: &str) -> Option<String> {
    let phrase = phrase(&name.replace("累计完成", ""), 0)?;
    let mut letters = phrase.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// Whether a name is a measure alone, which says nothing: 接待人数, 收入.
pub fn is_bare(name: &str) -> bool {
    let mut ends = parts().measures.iter().chain(&parts().changes);
    let measure = ends.any(|(zh, _)| *zh == name);
    measure && crate::find(name).is_none()
        || ["接待", "整体", "其中", "总面积", "经济指标"].contains(&name)
}

/// English around a part of a name that has none, which is quoted: `Visits to “大木花谷”`.
pub fn english_around(name: &str) -> Option<String> {
    let mut ends = parts().changes.iter().chain(&parts().measures);
    let (rest, en) = ends.find_map(|(zh, en)| {
        let rest = name.strip_suffix(zh)?.trim_end_matches('的');
        (!rest.is_empty()).then_some((rest, en))
    })?;
    let phrase = en.replace("{}", &format!("“{}”", rest.replace(['“', '”'], "")));
    let mut letters = phrase.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// Deeper than any name; a guard, as names come from texts.
const DEEPEST: usize = 6;

/// The name within a sentence.
fn phrase(name: &str, depth: usize) -> Option<String> {
    if name.is_empty() || depth > DEEPEST {
        return None;
    }
    let deeper = |name: &str| phrase(name, depth + 1);
    noted(name, deeper)
        .or_else(|| share(name, deeper))
        .or_else(|| whole(name))
        .or_else(|| towards(name, deeper))
        .or_else(|| ended(&parts().changes, name, deeper))
        .or_else(|| begun(name, deeper))
        .or_else(|| ended(&parts().measures, name, deeper))
        .or_else(|| listed(name, deeper))
        .or_else(|| named(name))
}

/// 规模以上工业增加值（两年平均）, 固定资产投资（扣除房地产开发投资）.
fn noted(name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    let inner = name.strip_suffix(['）', ')'])?;
    let (rest, note) = inner.rsplit_once(['（', '('])?;
    let without = ["剔除", "扣除"]
        .iter()
        .find_map(|verb| note.strip_prefix(verb));
    if let Some(without) = without {
        let what = deeper(without).unwrap_or_else(|| format!("“{without}”"));
        return Some(format!("{} without {what}", deeper(rest)?));
    }
    let (_, en) = parts().notes.iter().find(|(zh, _)| *zh == note)?;
    Some(format!("{}, {en}", deeper(rest)?))
}

/// 工业投资占固定资产投资比重, 工业对经济增长贡献率.
fn share(name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    let parted = |name: &str, by: char| {
        let (of, whole) = name.split_once(by)?;
        Some((deeper(of)?, deeper(whole)?))
    };
    if let Some(rest) = ["增长的贡献率", "增长贡献率", "的贡献率", "贡献率"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
    {
        let (of, whole) = parted(rest, '对')?;
        return Some(match whole.as_str() {
            "the economy" => format!("contribution of {of} to economic growth"),
            "gross domestic product" => format!("contribution of {of} to GDP growth"),
            whole => format!("contribution of {of} to growth of {whole}"),
        });
    }
    // 固定资产投资拉动全市投资增长: told in points.
    if let Some((of, whole)) = name
        .strip_suffix("增长")
        .and_then(|rest| rest.split_once("拉动").or(rest.split_once("上拉")))
    {
        let whole = match deeper(whole)?.as_str() {
            "gross domestic product" => "GDP".to_owned(),
            whole => whole.to_owned(),
        };
        return match of {
            "" => Some(format!("contribution to growth of {whole}")),
            of => Some(format!(
                "contribution of {} to growth of {whole}",
                deeper(of)?
            )),
        };
    }
    let rest = ["的比重", "的比例", "的份额", "比重", "比例", "份额"]
        .iter()
        .find_map(|end| name.strip_suffix(end))?;
    // 投资完成年度计划比例
    if let Some((of, plan)) = rest.split_once("完成").filter(|_| !rest.contains('占')) {
        return Some(format!("{} as a share of {}", deeper(of)?, deeper(plan)?));
    }
    let (of, whole) = parted(rest, '占')?;
    let whole = if whole == "gross domestic product" {
        "GDP"
    } else {
        &whole
    };
    // 占全市工业投资比重: of the same of those around.
    if let Some((around, rest)) = rest.split_once('占').and_then(|(_, whole)| around(whole)) {
        let of_all = deeper(rest)?;
        if of_all == of {
            return Some(format!("{of} as a share of {around}’s"));
        }
    }
    let of = of
        .strip_prefix("output of ")
        .filter(|_| whole == "GDP")
        .unwrap_or(&of);
    Some(format!("{of} as a share of {whole}"))
}

/// Those around a place, and what of them is meant: 全市, 工业投资.
fn around(whole: &str) -> Option<(&'static str, &str)> {
    let all = ["全国", "全省", "全市", "全州", "全县", "全区"];
    let word = all.into_iter().find(|word| whole.starts_with(word))?;
    let rest = whole.strip_prefix(word).filter(|rest| !rest.is_empty())?;
    Some((parts().things.get(word)?, rest))
}

/// A name that the tables hold.
fn whole(name: &str) -> Option<String> {
    if let Some(known) = crate::find(name) {
        return Some(within(known.en));
    }
    parts().things.get(name).map(|&en| en.to_owned())
}

/// 对东盟进出口.
fn towards(name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    parts().towards.iter().find_map(|(whom, measure, en)| {
        let partner = name.strip_suffix(measure)?;
        if let Some(&en_partner) = parts().partners.get(partner) {
            return Some(en.replace("{}", en_partner));
        }
        Some(en.replace("{}", &deeper(partner.strip_prefix(whom)?)?))
    })
}

/// 规模以上……, 新增…….
fn begun(name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    parts().before.iter().find_map(|(zh, en)| {
        let rest = deeper(name.strip_prefix(zh)?)?;
        // A new something there may be; no new the economy.
        if (rest.starts_with("the ") || rest.contains("the economy")) && !en.starts_with("{}") {
            return None;
        }
        // What is said twice is said once.
        let said = en.replace("{}", "");
        let bare = rest.contains(said.trim()) && !said.trim().is_empty();
        if bare || rest.contains("larger ") && en.contains("larger") {
            return Some(rest);
        }
        // Turnover of larger catering firms, not turnover of catering firms, larger firms.
        if en.ends_with("larger firms") && rest.ends_with(" firms") {
            return Some(match rest.split_once(" of ") {
                Some((measure, of)) => format!("{measure} of larger {of}"),
                None => format!("larger {rest}"),
            });
        }
        // Investment in key projects, not key investment in projects.
        let kind = en
            .strip_suffix(" {}")
            .is_some_and(|kind| KINDS.contains(&kind));
        if kind && let Some(measured) = ended(&parts().measures, name, &deeper) {
            return Some(measured);
        }
        Some(en.replace("{}", &rest))
    })
}

/// Adjectives that say of which kind works and firms are, and not their measures.
const KINDS: [&str; 10] = [
    "key",
    "municipal",
    "county-level",
    "provincial",
    "national",
    "provincial and national",
    "newly begun",
    "newly signed",
    "newly finished",
    "private",
];

/// ……增加值, ……投资; ……实际增长.
fn ended(rules: &[Rule], name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    rules.iter().find_map(|(zh, en)| {
        let of = name.strip_suffix(zh)?.trim_end_matches('的');
        let of = deeper(of)?;
        // Projects in key industries, not key industries projects.
        if let Some(noun) = en
            .strip_prefix("{} ")
            .filter(|_| of.ends_with(" industries"))
        {
            return Some(format!("{noun} in {of}"));
        }
        // Larger firms are told last: output of food, larger firms.
        Some(match of.strip_suffix(", larger firms") {
            Some(of) if of.ends_with(" firms") => en.replace("{}", &format!("larger {of}")),
            Some(of) => en.replace("{}", of) + ", larger firms",
            None => en.replace("{}", &of),
        })
    })
}

/// 茶叶、水果和蔬菜.
fn listed(name: &str, deeper: impl Fn(&str) -> Option<String>) -> Option<String> {
    let items: Vec<String> = name
        .split(['、', '和', '与', '及'])
        .map(deeper)
        .collect::<Option<_>>()?;
    match items.as_slice() {
        [] | [_] => None,
        [head @ .., last] => Some(format!("{} and {last}", head.join(", "))),
    }
}

/// A thing with a word after it that says what kind of thing it is.
fn named(name: &str) -> Option<String> {
    let things = &parts().things;
    ["产业", "行业", "业", "类商品", "类", "产品", "商品"]
        .iter()
        .find_map(|end| things.get(name.strip_suffix(end)?))
        .map(|&en| en.to_owned())
}

/// A label within a sentence: `gross domestic product`, but GDP.
fn within(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests;

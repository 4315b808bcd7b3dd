//! What places and indicators are called, in both languages, as far as a text can tell.

use crate::copy::slips;
use crate::find::own;
use crate::template::{Language, pieces};
use crate::words::capitalised;
use halfyear_bundle::Level;
use pinyin::ToPinyin;

/// The report's own place.
#[derive(Clone, Debug)]
pub struct Place {
    /// In full: 柯桥区, Keqiao District.
    pub name: [String; 2],
    /// As a label: 柯桥, Keqiao.
    pub short: [String; 2],
}

impl Place {
    /// An indicator without the words that say it is the place's own.
    pub fn own<'t>(&self, indicator: &'t str) -> &'t str {
        own([&self.name[0], &self.short[0]], indicator)
    }

    /// The place with a Chinese name; without one, a word that stands for it.
    pub fn of(name: Option<&str>) -> Self {
        match name {
            Some(name) => Self {
                name: [name.to_owned(), english(name, true)],
                short: [short(name), english(name, false)],
            },
            None => Self {
                name: ["本地".into(), "The place".into()],
                short: ["本地".into(), "Here".into()],
            },
        }
    }
}

/// What a kind of place is called in English.
const KINDS: [(&str, &str); 9] = [
    ("自治区", "Region"),
    ("自治州", "Prefecture"),
    ("自治县", "County"),
    ("省", "Province"),
    ("市", "City"),
    ("区", "District"),
    ("县", "County"),
    ("州", "Prefecture"),
    ("旗", "Banner"),
];

/// Provinces whose English name is not the sound of the Chinese one.
const PROVINCES: [(&str, &str); 4] = [
    ("陕西", "Shaanxi"),
    ("内蒙古", "Inner Mongolia"),
    ("西藏", "Tibet"),
    ("全国", "China"),
];

/// The name without what kind of place it is; a name of two characters needs both.
fn short(name: &str) -> String {
    let cut = KINDS.iter().find_map(|(kind, _)| name.strip_suffix(kind));
    match cut {
        Some(cut) if cut.chars().count() > 1 => cut.to_owned(),
        _ => name.to_owned(),
    }
}

/// The name by its sound: 柯桥区 is Keqiao District.
fn english(name: &str, in_full: bool) -> String {
    let core = short(name);
    let kind = KINDS
        .iter()
        .find(|(kind, _)| core.len() < name.len() && name.ends_with(kind))
        .map(|(_, kind)| *kind);
    let core = match PROVINCES.iter().find(|(zh, _)| *zh == core) {
        Some((_, en)) => (*en).to_owned(),
        None => sound(&core),
    };
    match kind {
        Some(kind) if in_full => format!("{core} {kind}"),
        _ => core,
    }
}

/// Hanyu Pinyin without tones, as names are written: 西安 is Xi’an.
fn sound(name: &str) -> String {
    let mut text = String::new();
    for syllable in name.chars().map(|letter| letter.to_pinyin()) {
        let Some(syllable) = syllable else { continue };
        let plain = syllable.plain().replace('ü', "u");
        if !text.is_empty() && plain.starts_with(['a', 'e', 'o']) {
            text.push('’');
        }
        text.push_str(&plain);
    }
    match text.is_empty() {
        true => "The place".into(),
        false => capitalised(&text),
    }
}

/// A place that gaps and ranks are measured against.
#[derive(Clone, Debug)]
pub struct Scope {
    pub names: Vec<String>,
    pub level: &'static str,
    pub label: [String; 2],
    /// Whether the label was guessed from the sound.
    pub is_guess: bool,
}

/// The scopes with these names: 全省 and 浙江省 are one where the text has no other province.
pub fn scopes(names: &[&str], seed: &str) -> Vec<Scope> {
    let mut scopes: Vec<Scope> = Vec::new();
    for level in [
        Level::Nation,
        Level::Province,
        Level::City,
        Level::County,
        Level::Other,
    ] {
        let of_level: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| level_of(name) == level)
            .collect();
        let (whole, proper): (Vec<&str>, Vec<&str>) = of_level
            .into_iter()
            .partition(|name| name.starts_with('全') && level != Level::Other);
        match (proper.as_slice(), whole.is_empty()) {
            ([], true) => {}
            ([one], false) if level != Level::Nation => {
                let mut names = vec![(*one).to_owned()];
                names.extend(whole.iter().map(|name| (*name).to_owned()));
                scopes.push(scope(names, level, seed));
            }
            (proper, _) => {
                if !whole.is_empty() {
                    let names = whole.iter().map(|name| (*name).to_owned()).collect();
                    scopes.push(scope(names, level, seed));
                }
                for name in proper {
                    scopes.push(scope(vec![(*name).to_owned()], level, seed));
                }
            }
        }
    }
    scopes
}

fn scope(names: Vec<String>, level: Level, seed: &str) -> Scope {
    let first = names.first().map_or("", String::as_str);
    let (level, generic) = match level {
        Level::Nation => ("nation", "China"),
        Level::Province => ("province", "the province"),
        Level::City => ("city", "the city"),
        Level::County => ("county", "the county"),
        Level::Other => ("other", ""),
    };
    let (label, is_guess) = if level == "nation" {
        (["全国".to_owned(), generic.to_owned()], false)
    } else if level == "other" {
        (
            [chinese_label(first, seed), english_label(None, first, seed)],
            true,
        )
    } else if first.starts_with('全') {
        ([first.to_owned(), generic.to_owned()], false)
    } else {
        ([short(first), english(first, false)], true)
    };
    Scope {
        names,
        level,
        label,
        is_guess,
    }
}

fn level_of(name: &str) -> Level {
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if ["全国", "中国", "国家", "国内"].contains(&name) {
        Level::Nation
    } else if name.chars().count() > 6 {
        Level::Other
    } else if ends(&["省", "自治区"]) {
        Level::Province
    } else if ends(&["市", "自治州", "州", "盟"]) {
        Level::City
    } else if ends(&["区", "县", "旗"]) {
        Level::County
    } else {
        Level::Other
    }
}

/// A Chinese label: the name as the text has it, in quotation marks where it holds figures.
pub fn chinese_label(name: &str, seed: &str) -> String {
    let wide: String = name.chars().map(widened).collect();
    let quoted = format!("“{}”", wide.replace(['“', '”'], ""));
    let bare: String = wide
        .chars()
        .filter(|it| !it.is_ascii_digit() && !"{}".contains(*it))
        .collect();
    first_good([wide, quoted, bare], Language::Chinese, seed).unwrap_or_else(|| "指标".into())
}

/// An English label: the catalogue's, else the Chinese name as a quotation of the text.
pub fn english_label(known: Option<&str>, name: &str, seed: &str) -> String {
    let known = known.unwrap_or("").to_owned();
    let whole = format!("“{}”", name.replace(['“', '”'], ""));
    let held = format!("“{}”", held(name, seed));
    first_good([known, whole, held], Language::English, seed)
        .unwrap_or_else(|| "To be named".into())
}

fn first_good<const N: usize>(
    labels: [String; N],
    language: Language,
    seed: &str,
) -> Option<String> {
    labels.into_iter().find(|label| {
        !label.trim_matches(['“', '”', ' ']).is_empty()
            && pieces(label).is_ok_and(|pieces| slips(&pieces, language, seed).is_empty())
    })
}

/// What people call the report: its first line, with the edition's year in place of the figure.
pub fn title_of(seed: &str, year: u16) -> Option<String> {
    let first = seed.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line: String = first
        .trim_start_matches('\u{feff}')
        .chars()
        .map(widened)
        .collect();
    let line = line.replace(&year.to_string(), "{period.year}");
    let is_title = (4..=40).contains(&line.chars().count()) && !line.ends_with(['。', '，', '；']);
    let good = pieces(&line).is_ok_and(|pieces| slips(&pieces, Language::Chinese, seed).is_empty());
    (is_title && good).then_some(line)
}

/// An English label within a sentence: `gross domestic product`, but GDP.
pub fn within_sentence(label: &str) -> String {
    let mut letters = label.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// The longest part of a name that the text holds in one piece: a reader puts names together.
fn held<'a>(name: &'a str, seed: &str) -> &'a str {
    let bounds: Vec<usize> = name
        .char_indices()
        .map(|(at, _)| at)
        .chain([name.len()])
        .collect();
    for length in (1..bounds.len()).rev() {
        for pair in bounds.windows(length + 1) {
            let part = name.get(pair[0]..pair[length]).unwrap_or_default();
            if !part.contains(['“', '”', '{', '}', '"', '\'']) && seed.contains(part) {
                return part;
            }
        }
    }
    ""
}

/// Punctuation as Chinese sets it.
fn widened(letter: char) -> char {
    match letter {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_their_sound() {
        #[track_caller]
        fn check(name: &str, full: &str, short: &str) {
            let place = Place::of(Some(name));
            assert_eq!(
                (place.name[1].as_str(), place.short[1].as_str()),
                (full, short)
            );
        }
        check("柯桥区", "Keqiao District", "Keqiao");
        check("浙江省", "Zhejiang Province", "Zhejiang");
        check("西安市", "Xi’an City", "Xi’an");
        check("陕西省", "Shaanxi Province", "Shaanxi");
        check("歙县", "Shexian", "Shexian");
        check("内蒙古自治区", "Inner Mongolia Region", "Inner Mongolia");
    }

    #[test]
    fn titles_and_labels_in_sentences() {
        assert_eq!(
            title_of("\n 2023年上半年云溪县工作总结\n正文。", 2023).as_deref(),
            Some("{period.year}年上半年云溪县工作总结")
        );
        assert_eq!(title_of("云溪县2022年12月总结\n", 2023), None);
        assert_eq!(title_of("上半年，云溪县很好。\n", 2023), None);
        assert_eq!(
            within_sentence("Gross domestic product"),
            "gross domestic product"
        );
        assert_eq!(within_sentence("GDP per head"), "GDP per head");
        assert_eq!(within_sentence("“产值”"), "“产值”");
    }

    #[test]
    fn scopes_of_one_place_are_one() {
        #[track_caller]
        fn check(names: &[&str], expected: &[&str]) {
            let said = scopes(names, "长三角").into_iter().map(|scope| {
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
                "province 浙江省=全省 浙江 Zhejiang",
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
        check(&["长三角"], &["other 长三角 长三角 “长三角”"]);
    }

    #[test]
    fn labels_hold_no_typed_figure() {
        let seed = "总投资10亿元以上项目；工业产值";
        assert_eq!(chinese_label("工业产值", seed), "工业产值");
        assert_eq!(
            chinese_label("总投资10亿元以上项目", seed),
            "“总投资10亿元以上项目”"
        );
        assert_eq!(chinese_label("8项产值", seed), "项产值");
        assert_eq!(
            english_label(None, "其他10亿元以上项目", seed),
            "“10亿元以上项目”"
        );
        assert_eq!(english_label(Some("Output"), "工业产值", seed), "Output");
        assert_eq!(english_label(None, "全区工业产值", seed), "“全区工业产值”");
    }
}

//! What places and indicators are called, in both languages, as far as a text can tell.

use crate::copy::slips;
use crate::find::own;
use crate::template::{Language, pieces};
use crate::words::capitalised;
use halfyear_catalogue::{places, simplified};
use pinyin::ToPinyin;

/// The report's own place.
#[derive(Clone, Debug)]
pub struct Place {
    /// In full: 柯桥区, Keqiao District.
    pub name: [String; 2],
    /// As a label: 柯桥, Keqiao.
    pub short: [String; 2],
    /// Its province and its city, where there is one place of that name.
    lies_in: [Option<&'static str>; 2],
}

/// What is left of a name that is nothing but figures.
pub const NAMELESS: &str = "指标";

/// What a report calls its own place, and what that is in English.
const WHOLES: [(&str, &str); 8] = [
    ("全县", "county"),
    ("全区", "district"),
    ("全市", "city"),
    ("全省", "province"),
    ("我县", "county"),
    ("我市", "city"),
    ("我省", "province"),
    ("我区", "district"),
];

impl Place {
    /// An indicator without the words that say it is the place's own, nor those that only say what
    /// it is compared with, in simplified characters.
    pub fn own(&self, indicator: &str) -> String {
        let simple: String = indicator.chars().map(simplified).collect();
        let own = own([&self.name[0], &self.short[0]], &simple);
        let own = own.strip_suffix("同比").unwrap_or(own);
        let own = match self.name[0].ends_with("新区") {
            true => own.strip_prefix("新区").unwrap_or(own),
            false => own,
        };
        // 占全省技改投资比重 in a province, 占同期重庆外贸总值比重: of the place's own.
        let kind = self.name[0].chars().next_back().unwrap_or_default();
        let whole = format!("占全{kind}");
        let own = match self.lies_in == [None, None] && !own.ends_with(&format!("{whole}比重")) {
            true => own.replace(&whole, "占"),
            false => own.to_owned(),
        };
        let own = own.replace(&format!("占同期{}", self.short[0]), "占");
        // Verbs that the reader left in front of a known name.
        let own = ["推动", "推動", "实现", "完成", "拉动", "带动"]
            .iter()
            .find_map(|verb| own.strip_prefix(verb))
            .filter(|rest| halfyear_catalogue::names_exactly(rest))
            .unwrap_or(&own);
        let bare = own.trim_start_matches(['、', '，', '的']);
        if bare.is_empty() {
            simple
        } else {
            bare.to_owned()
        }
    }

    /// The place with a Chinese name; without one, what the text calls it: 全县, the county.
    pub fn of(name: Option<&str>, seed: &str) -> Self {
        if let Some(name) = name {
            let lies_in = match places::named(name) {
                [one] => [one.province, one.city],
                _ => [None, None],
            };
            return Self {
                name: [name.to_owned(), english(name, true)],
                short: [short(name), english(name, false)],
                lies_in,
            };
        }
        let seed: String = seed.chars().map(simplified).collect();
        let (zh, en) = WHOLES
            .into_iter()
            .filter(|(word, _)| seed.contains(word))
            .min_by_key(|(word, _)| seed.find(word))
            .unwrap_or(("本地", "place"));
        let (full, short) = (format!("The {en}"), capitalised(en));
        Self {
            name: [zh.to_owned(), full],
            short: [zh.to_owned(), short],
            lies_in: [None, None],
        }
    }

    /// What 全省 and 全市 mean to those who live here, as far as the country's divisions tell.
    pub fn around(&self, word: &str) -> Option<&'static str> {
        let [province, city] = self.lies_in;
        let kind = word.strip_prefix('全')?;
        let found = match kind {
            "省" => province,
            "市" if !self.name[0].ends_with('市') => city.or(province),
            "州" if !self.name[0].ends_with('州') => city,
            // 全区 in a city of an autonomous region
            "区" if !self.name[0].ends_with('区') => province,
            _ => None,
        };
        found.filter(|name| name.ends_with(kind))
    }

    /// The city and the province that it lies in, as far as they are known.
    pub fn wholes(&self) -> [Option<&'static str>; 2] {
        let [province, city] = self.lies_in;
        [city, province]
    }

    /// The province and the city that it lies in, as a label.
    pub fn within(&self) -> Option<[String; 2]> {
        let [province, city] = self.lies_in;
        let names: Vec<&str> = [province, city].into_iter().flatten().collect();
        let zh: String = names.iter().map(|name| short(name)).collect();
        let en: Vec<String> = names
            .iter()
            .rev()
            .map(|name| english(name, false))
            .collect();
        (!names.is_empty()).then(|| [zh, en.join(", ")])
    }
}

/// The name without what kind of place it is; a name of two characters needs both.
pub fn short(name: &str) -> String {
    places::short(name).to_owned()
}

/// The name by its sound: 柯桥区 is Keqiao District.
pub fn english(name: &str, in_full: bool) -> String {
    let core = places::short(name);
    let known = places::english(core).map(str::to_owned);
    let core = known.unwrap_or_else(|| sound(core));
    match places::kind(name) {
        Some(kind) if in_full => format!("{core} {kind}"),
        _ => core,
    }
}

/// Hanyu Pinyin without tones, as names are written: 西安 is Xi’an.
pub fn sound(name: &str) -> String {
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

/// A Chinese label: the name as the text has it, in quotation marks where it holds figures.
pub fn chinese_label(name: &str, seed: &str) -> String {
    let wide: String = name.chars().map(simplified).map(widened).collect();
    let quoted = format!("“{}”", wide.replace(['“', '”'], ""));
    let bare: String = wide
        .chars()
        .filter(|it| !it.is_ascii_digit() && !"{}".contains(*it))
        .collect();
    first_good([wide, quoted, bare], Language::Chinese, seed).unwrap_or_else(|| NAMELESS.into())
}

/// An English label: the catalogue's, else one put together from parts, else the Chinese name as a
/// quotation of the text; and whether it is English.
pub fn english_label(known: Option<&str>, name: &str, seed: &str) -> (String, bool) {
    let known = known.map(str::to_owned);
    let made = || {
        let simple: String = name.chars().map(simplified).map(widened).collect();
        halfyear_catalogue::english(&simple).or_else(|| of_a_place(&simple))
    };
    let english = known.or_else(made).unwrap_or_default();
    if let Some(english) = first_good([english], Language::English, seed) {
        return (english, true);
    }
    // A share of something has two names.
    let whole = !name.contains(['占', '对']);
    let around = halfyear_catalogue::english_around(name).filter(|_| whole);
    let around = around.unwrap_or_default();
    let whole = format!("“{}”", name.replace(['“', '”'], ""));
    let held = format!("“{}”", held(name, seed));
    let quoted = first_good([around, whole, held], Language::English, seed);
    (quoted.unwrap_or_else(|| "To be named".into()), false)
}

/// Where the name of a place ends that a name begins with, before what is measured.
pub fn place_before(name: &str) -> Option<usize> {
    let whole = |at: &usize| places::is_name(&name[..*at]);
    let at = name.char_indices().skip(2).take(8).map(|(at, _)| at);
    at.filter(whole).last()
}

/// 灵武市固定资产投资: of a place that is not the report's own.
fn of_a_place(name: &str) -> Option<String> {
    let at = place_before(name)?;
    let (place, rest) = name.split_at(at);
    let rest = halfyear_catalogue::find(rest).map(|it| it.en.to_owned());
    let rest = rest.or_else(|| halfyear_catalogue::english(&name[at..]))?;
    Some(format!("{rest} of {}", english(place, false)))
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
pub fn title_of(seed: &str, year: Option<u16>) -> Option<String> {
    let first = seed.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line: String = first
        .trim_start_matches('\u{feff}')
        .chars()
        .map(widened)
        .collect();
    let line = line.trim_matches(['【', '】']);
    let line = match year {
        Some(year) => line.replace(&year.to_string(), "{period.year}"),
        None => line.to_owned(),
    };
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
            let place = Place::of(Some(name), "");
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
        check("重庆市", "Chongqing Municipality", "Chongqing");
        check("恩施土家族苗族自治州", "Enshi Prefecture", "Enshi");
        check("两江新区", "Liangjiang New Area", "Liangjiang");
        assert_eq!(
            Place::of(None, "全县很好，我市").name,
            ["全县", "The county"]
        );
        let within = Place::of(Some("柯桥区"), "").within();
        assert_eq!(
            within,
            Some(["浙江绍兴".into(), "Shaoxing, Zhejiang".into()])
        );
    }

    #[test]
    fn titles_and_labels_in_sentences() {
        assert_eq!(
            title_of("\n 2023年上半年云溪县工作总结\n正文。", Some(2023)).as_deref(),
            Some("{period.year}年上半年云溪县工作总结")
        );
        assert_eq!(title_of("云溪县2022年12月总结\n", Some(2023)), None);
        assert_eq!(title_of("上半年，云溪县很好。\n", Some(2023)), None);
        assert_eq!(
            within_sentence("Gross domestic product"),
            "gross domestic product"
        );
        assert_eq!(within_sentence("GDP per head"), "GDP per head");
        assert_eq!(within_sentence("“产值”"), "“产值”");
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
            english_label(None, "其他10亿元以上项目", seed).0,
            "“10亿元以上项目”"
        );
        assert_eq!(english_label(Some("Output"), "工业产值", seed).0, "Output");
        assert_eq!(
            english_label(None, "珍珠产值", seed),
            ("Gross output of “珍珠”".to_owned(), false)
        );
    }
}

//! Reports composed of known facts, a shape of statement a line, from which the same facts are
//! demanded back: shapes, times and ways of printing numbers meet here as they do in no example.

mod common;

use halfyear_reader::read;
use proptest::prelude::*;

/// A statement, and the lines that `common::line` should make of its facts but for their time.
struct Said {
    text: String,
    facts: Vec<String>,
}

/// What a statement is made from; each shape takes what it needs.
#[derive(Clone, Debug)]
struct Seed {
    shape: usize,
    falls: [bool; 3],
    rates: [u32; 3],
    level: u32,
    print: usize,
    time: usize,
    place: u32,
}

/// Indicators that may follow each other in one report.
const LEVELS: [(&str, &str); 8] = [
    ("地区生产总值", "亿元"),
    ("社会消费品零售总额", "亿元"),
    ("一般公共预算收入", "亿元"),
    ("农村居民人均可支配收入", "元"),
    ("接待游客", "万人次"),
    ("全社会用电量", "亿千瓦时"),
    ("粮食总产量", "万吨"),
    ("市场主体", "万户"),
];

const TIMES: [(&str, &str); 8] = [
    ("上半年", "01..06"),
    ("一季度", "01..03"),
    ("前5个月", "01..05"),
    ("1至4月", "01..04"),
    ("1—8月", "01..08"),
    ("前三季度", "01..09"),
    ("二季度", "04..06"),
    ("", "01..12"),
];

fn tenth(number: u32) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// A rate as said and as a fact has it: 下降1.2%, -1.2%.
fn rate(falls: bool, rate: u32) -> (String, String) {
    let rate = tenth(rate);
    match falls {
        true => (format!("下降{rate}%"), format!("-{rate}%")),
        false => (format!("增长{rate}%"), format!("+{rate}%")),
    }
}

/// A number as it may be printed, and its digits.
fn printed(number: u32, way: usize) -> (String, String) {
    let plain = tenth(number);
    let (whole, part) = (number / 10, number % 10);
    let grouped = match whole {
        0..1000 => whole.to_string(),
        _ => format!("{},{:03}", whole / 1000, whole % 1000),
    };
    let wide = |c| char::from_u32(u32::from(c) + 0xfee0).expect("a wide digit");
    let said = match way % 6 {
        0 => plain.clone(),
        1 => format!("{grouped}.{part}"),
        2 => plain.chars().map(wide).collect(),
        3 => format!("{whole}·{part}"),
        4 => format!(" {plain} "),
        _ => format!("{grouped}．{part}")
            .chars()
            .map(|c| if c.is_ascii_digit() { wide(c) } else { c })
            .collect(),
    };
    (said, plain)
}

fn say(seed: &Seed, (name, unit): (&str, &str)) -> Said {
    let rates: Vec<(String, String)> = seed
        .falls
        .iter()
        .zip(seed.rates)
        .map(|(&falls, number)| rate(falls, number))
        .collect();
    let [(said, fact), (said_2, fact_2), (said_3, fact_3)] = rates.as_slice() else {
        unreachable!("three rates are made")
    };
    let (level, digits) = printed(seed.level, seed.print);
    let [points, other, _] = seed.rates.map(tenth);
    let place = seed.place;
    let (text, facts) = match seed.shape % 15 {
        0 => (
            format!("{name}{level}{unit}，同比{said}"),
            vec![format!("{name} = {digits} {unit}; {fact}")],
        ),
        1 => (format!("{name}{said}"), vec![format!("{name}; {fact}")]),
        2 => (
            format!("{name}达{level}{unit}，总量居全省第{place}位"),
            vec![format!("{name} = {digits} {unit}; 全省 #{place}")],
        ),
        3 => (
            format!("{name}增速居全市第{place}"),
            vec![format!("{name}增速; 全市 #{place}")],
        ),
        4 => (
            format!("工业投资、民间投资、基础设施投资分别{said}、{said_2}、{said_3}"),
            vec![
                format!("工业投资; {fact}"),
                format!("民间投资; {fact_2}"),
                format!("基础设施投资; {fact_3}"),
            ],
        ),
        5 => (
            format!("城镇、农村居民人均消费支出分别为{level}元和{other}元，分别{said}和{said_2}"),
            vec![
                format!("城镇居民人均消费支出 = {digits} 元; {fact}"),
                format!("农村居民人均消费支出 = {other} 元; {fact_2}"),
            ],
        ),
        6 => (
            format!("{name}{said}，高于全省平均{points}个百分点"),
            vec![format!("{name}; {fact}; 全省 +{points}")],
        ),
        7 => (
            format!("{name}{said}，分别低于全国、全省{points}、{other}个百分点"),
            vec![format!("{name}; {fact}; 全国 -{points}; 全省 -{other}")],
        ),
        8 => (
            format!("{name}{said}，高于全省（{other}%）{points}个百分点"),
            vec![format!("{name}; {fact}; 全省 +{points} ({other})")],
        ),
        9 => (
            format!("高技术产业增加值{said}，占规模以上工业增加值的比重为{points}%"),
            vec![
                format!("高技术产业增加值; {fact}"),
                format!("高技术产业增加值占规模以上工业增加值的比重 = {points} %"),
            ],
        ),
        10 => (
            format!("工业产品产销率{other}%，比上年同期提高{points}个百分点"),
            vec![format!("工业产品产销率 = {other} %; +{points}百分点")],
        ),
        11 => (
            format!("{name}{level}{unit}，与上年持平"),
            vec![format!("{name} = {digits} {unit}; +0%")],
        ),
        12 => (
            format!("{name}{level}{unit}，增长{place}.5倍"),
            vec![format!("{name} = {digits} {unit}; +{place}50%")],
        ),
        13 => (
            format!("城镇化率由{other}%提高到{points}%"),
            vec![format!("城镇化率 = {points} %")],
        ),
        _ => (
            format!("{name}超过{level}{unit}，{said}"),
            vec![format!("{name} = >{digits} {unit}; {fact}")],
        ),
    };
    Said { text, facts }
}

fn seed() -> impl Strategy<Value = Seed> {
    (
        0..15_usize,
        any::<[bool; 3]>(),
        prop::array::uniform3(1..999_u32),
        1..999_999_u32,
        0..6_usize,
        0..TIMES.len(),
        1..40_u32,
    )
        .prop_map(|(shape, falls, rates, level, print, time, place)| Seed {
            shape,
            falls,
            rates,
            level,
            print,
            time,
            place,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_composed_comes_back(
        seeds in prop::collection::vec(seed(), LEVELS.len()),
        count in 1..=LEVELS.len(),
        year in 2010..2026_u16,
    ) {
        let mut text = String::new();
        let mut expected = Vec::new();
        let mut shapes = Vec::new();
        for (seed, indicator) in seeds.iter().take(count).zip(LEVELS) {
            // A list names its own indicators, which may not come twice.
            let listed = matches!(seed.shape, 4 | 5 | 9 | 10 | 13);
            if listed && shapes.contains(&seed.shape) {
                continue;
            }
            shapes.push(seed.shape);
            let (time, months) = TIMES[seed.time];
            let said = say(seed, indicator);
            text += &format!("{year}年{time}，{}。\n", said.text);
            let (from, to) = months.split_once("..").expect("two months");
            let time = format!("; @{year}-{from}..{year}-{to}");
            expected.extend(said.facts.iter().map(|fact| format!("{fact}{time}")));
        }
        let facts = read("report.txt", &text).facts;
        let said: Vec<String> = facts.iter().map(common::line).collect();
        prop_assert_eq!(said, expected, "{}", text);
    }
}

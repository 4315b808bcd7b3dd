use super::*;
use proptest::prelude::*;

fn wording(value: &str, unit: &str, bound: Bound, role: Role, room: Room, lang: Lang) -> String {
    let value = value.parse().expect("a decimal");
    write(&value, unit, bound, role, room, lang)
        .text()
        .replace([' ', '\u{202f}', '\u{a0}'], " ")
}

#[test]
fn levels() {
    #[track_caller]
    fn check(value: &str, unit: &str, bound: Bound, zh: &str, wide: &str, narrow: &str) {
        let write = |room, lang| wording(value, unit, bound, Role::Level, room, lang);
        assert_eq!(write(Room::Wide, Lang::Zh), zh);
        assert_eq!(write(Room::Wide, Lang::En), wide);
        assert_eq!(write(Room::Narrow, Lang::En), narrow);
    }
    use Bound::{About, Exact, Over, Under};
    check(
        "937.63",
        "亿元",
        Exact,
        "937.63 亿元",
        "93.763 bn yuan",
        "¥93.763 bn",
    );
    check(
        "1484.67",
        "万人次",
        Exact,
        "1484.67 万人次",
        "14.8467 m visits",
        "14.8467 m visits",
    );
    check(
        "34.46",
        "万人次",
        Exact,
        "34.46 万人次",
        "344,600 visits",
        "344,600 visits",
    );
    check(
        "610",
        "元/吨",
        Exact,
        "610 元/吨",
        "610 yuan/t",
        "610 yuan/t",
    );
    check(
        "203.87",
        "万元",
        Exact,
        "203.87 万元",
        "2.0387 m yuan",
        "¥2.0387 m",
    );
    check(
        "1800",
        "亿元",
        Over,
        "超 1800 亿元",
        "over 180 bn yuan",
        "over ¥180 bn",
    );
    check(
        "15.7",
        "公里",
        About,
        "约 15.7 公里",
        "about 15.7 km",
        "about 15.7 km",
    );
    check("20", "GW", Exact, "20 GW", "20 GW", "20 GW");
    check("100", "亿元", Exact, "100 亿元", "10 bn yuan", "¥10 bn");
    check(
        "100.0",
        "亿元",
        Exact,
        "100.0 亿元",
        "10.00 bn yuan",
        "¥10.00 bn",
    );
    check(
        "1.2",
        "万亿元",
        Exact,
        "1.2 万亿元",
        "1.2 tn yuan",
        "¥1.2 tn",
    );
    check(
        "0.5",
        "亿元",
        Under,
        "近 0.5 亿元",
        "nearly 50 m yuan",
        "nearly ¥50 m",
    );
    check("99.88", "%", Exact, "99.88%", "99.88%", "99.88%");
    check("99.3", "分", Exact, "99.3 分", "99.3 points", "99.3 points");
    check("1", "户", Exact, "1 户", "1", "1");
    check(
        "551",
        "万亩",
        Exact,
        "551 万亩",
        "5.51 million mu",
        "5.51 million mu",
    );
    check("5000", "个", Over, "超 5000 个", "over 5,000", "over 5,000");
    check("-0.3", "%", Exact, "−0.3%", "−0.3%", "−0.3%");
    check("3.2", "万羽", Exact, "3.2 万羽", "32,000 羽", "32,000 羽");
}

#[test]
fn changes() {
    #[track_caller]
    fn check(value: &str, unit: &str, zh: &str, en: &str) {
        let write = |lang| wording(value, unit, Bound::Exact, Role::Change, Room::Narrow, lang);
        assert_eq!((&*write(Lang::Zh), &*write(Lang::En)), (zh, en));
    }
    check("8.2", "%", "+8.2%", "+8.2%");
    check("-8.2", "%", "−8.2%", "−8.2%");
    check("0", "%", "0%", "0%");
    check("1.5", "百分点", "+1.5 个百分点", "+1.5 pts");
    check("1100", "%", "+1100%", "+1,100%");
    check("0.86", "万元", "+0.86 万元", "+8,600 yuan");
    check("-44.77", "亿元", "−44.77 亿元", "−4.477 bn yuan");
}

#[test]
fn round_numbers_of_a_key() {
    #[track_caller]
    fn check(leading: u32, power: u32, zh: &str, en: &str) {
        assert_eq!(round(leading, power, Lang::Zh), zh);
        assert_eq!(round(leading, power, Lang::En), en);
    }
    check(1, 3, "一千", "1,000");
    check(2, 4, "两万", "20,000");
    check(5, 2, "五百", "500");
    check(1, 0, "一", "1");
    check(1, 6, "一百万", "1,000,000");
}

/// What an English wording says, as an integer of 10^-`scale`.
fn meant(text: &str, scale: u32) -> i128 {
    let digits: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let power = match text.split('\u{a0}').nth(1) {
        Some("tn") => 12,
        Some("bn") => 9,
        Some("m") => 6,
        _ => 0,
    };
    exact(&digits, power + scale)
}

fn exact(digits: &str, power: u32) -> i128 {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mantissa: i128 = [whole, part].concat().parse().expect("digits");
    mantissa * 10_i128.pow(power) / 10_i128.pow(part.len() as u32)
}

const PRINTED: &[(&str, u32)] = &[
    ("元", 0),
    ("万元", 4),
    ("亿元", 8),
    ("万亿元", 12),
    ("人次", 0),
    ("万人次", 4),
    ("亿人次", 8),
    ("公里", 0),
    ("GW", 0),
    ("户", 0),
    ("家", 0),
    ("个", 0),
    ("项", 0),
    ("次", 0),
    ("名", 0),
    ("分", 0),
    ("%", 0),
    ("倍", 0),
    ("个百分点", 0),
];

proptest! {
    /// English says the number that the text prints, in every unit.
    #[test]
    fn english_is_never_off_by_a_power_of_ten(
        whole in 0_u64..1_000_000_000,
        part in prop::option::of("[0-9]{1,4}"),
        unit in prop::sample::select(PRINTED),
    ) {
        let mut digits = whole.to_string();
        if let Some(part) = part {
            digits.push('.');
            digits.push_str(&part);
        }
        let value = digits.parse().expect("a decimal");
        for room in [Room::Wide, Room::Narrow] {
            let written = write(&value, unit.0, Bound::Exact, Role::Level, room, Lang::En);
            prop_assert_eq!(meant(&written.text(), 6), exact(&digits, unit.1 + 6));
        }
        let chinese = write(&value, unit.0, Bound::Exact, Role::Level, Room::Wide, Lang::Zh);
        prop_assert_eq!(chinese.number, digits);
    }
}

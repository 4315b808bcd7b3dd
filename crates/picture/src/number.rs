//! How a number is written: the one place that decides it, for every output.
//!
//! English moves the decimal point on the digits as printed, so a number is never off by a power
//! of ten and never rounded by the way.

use crate::choices::Lang;
use crate::unit::{Kind, Unit};
use halfyear_bundle::{Bound, Decimal};

/// U+202F, which keeps number and unit on one line with a thin space between them, as Chinese
/// sets it.
pub(crate) const THIN: &str = "\u{202f}";
/// U+00A0, which keeps number and unit on one line, as English sets it.
const SPACE: &str = "\u{a0}";
const MINUS: &str = "\u{2212}";

/// A number in words and digits, in reading order: `before`, `number`, `unit`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// What limits it or stands before its digits: `约`, `over`, `¥`. Ends with its own space
    /// where one belongs.
    pub before: String,
    /// Sign and digits.
    pub number: String,
    /// The unit: `亿元`, `bn yuan`, `%`. Starts with its own space where one belongs.
    pub unit: String,
    /// The same for the ear: no signs or abbreviations.
    pub spoken: String,
}

impl Wording {
    /// As one run of text.
    pub fn text(&self) -> String {
        [&*self.before, &self.number, &self.unit].concat()
    }
}

/// How much room there is for the unit, in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// A big figure with its unit beside it: `93.763 bn yuan`.
    Wide,
    /// A label: `¥93.763 bn`.
    Narrow,
}

/// Where a number stands on its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A level.
    Level,
    /// A change, whose sign is always written.
    Change,
}

/// Writes a number.
pub(crate) fn write(
    value: &Decimal,
    unit: &str,
    bound: Bound,
    role: Role,
    room: Room,
    lang: Lang,
) -> Wording {
    match lang {
        Lang::Zh => chinese(value, unit, bound, role),
        Lang::En => english(value, unit, bound, role, room),
    }
}

/// The sign and the digits without it.
fn sign(value: &Decimal, role: Role) -> (&'static str, &str) {
    let digits = value.as_str().trim_start_matches('-');
    let zero = digits.bytes().all(|b| b == b'0' || b == b'.');
    match (value.is_negative() && !zero, role) {
        (true, _) => (MINUS, digits),
        (false, Role::Change) if !zero => ("+", digits),
        _ => ("", digits),
    }
}

fn chinese(value: &Decimal, unit: &str, bound: Bound, role: Role) -> Wording {
    let (sign, digits) = sign(value, role);
    let before = match bound {
        Bound::Exact => "",
        Bound::About => "约",
        Bound::Over => "超",
        Bound::Under => "近",
    };
    let unit = if unit == "百分点" {
        "个百分点"
    } else {
        unit
    };
    let tight = unit == "%" || unit.is_empty();
    let spoken = match (role, sign) {
        (Role::Change, "+") => ["增长", before, digits, unit].concat(),
        (Role::Change, MINUS) => ["下降", before, digits, unit].concat(),
        (Role::Change, _) => "持平".into(),
        (Role::Level, MINUS) => ["负", before, digits, unit].concat(),
        (Role::Level, _) => [before, digits, unit].concat(),
    };
    Wording {
        before: if before.is_empty() {
            String::new()
        } else {
            [before, THIN].concat()
        },
        number: [sign, digits].concat(),
        unit: [if tight { "" } else { THIN }, unit].concat(),
        spoken,
    }
}

fn english(value: &Decimal, unit: &str, bound: Bound, role: Role, room: Room) -> Wording {
    let (sign, digits) = sign(value, role);
    let limit = match bound {
        Bound::Exact => "",
        Bound::About => "about\u{a0}",
        Bound::Over => "over\u{a0}",
        Bound::Under => "nearly\u{a0}",
    };
    let of = Unit::of(unit);
    // A rate of a million percent stays in full: `1 m%` is no English.
    let whole = matches!(
        of.kind,
        Some(Kind::Percent | Kind::Points | Kind::Score | Kind::Times)
    );
    let (digits, short, long) = if whole {
        (grouped(&shift(digits, of.power as i32)), "", "")
    } else {
        magnitude(digits, of.power)
    };
    let one = digits == "1" && short.is_empty();
    // What follows the digits for the eye, and for the ear.
    let (symbol, after, ear) = match of.kind {
        Some(Kind::Money(symbol, name)) if room == Room::Narrow => (symbol, "", name),
        Some(Kind::Money(_, name)) => ("", name, name),
        Some(Kind::Count(many)) if one => ("", singular(many), singular(many)),
        Some(Kind::Count(many)) => ("", many, many),
        Some(Kind::Measure(short, name)) => ("", short, name),
        Some(Kind::Percent) => ("", "%", "percent"),
        Some(Kind::Points) => ("", "pts", "percentage points"),
        Some(Kind::Score) => ("", "points", "points"),
        Some(Kind::Times) => ("", "times", "times"),
        None => ("", of.base, of.base),
    };
    let mut eye = String::new();
    for word in [short, after] {
        if word == "%" {
            eye.push_str(word);
        } else if !word.is_empty() {
            eye.push_str(SPACE);
            eye.push_str(word);
        }
    }
    let direction = match (role, sign) {
        (Role::Change, "+") => "up ",
        (Role::Change, MINUS) => "down ",
        (Role::Level, MINUS) => "minus ",
        _ => "",
    };
    let mut spoken = [
        direction,
        limit.trim_end(),
        if limit.is_empty() { "" } else { " " },
        &digits,
    ]
    .concat();
    for word in [long, ear] {
        if !word.is_empty() {
            spoken.push(' ');
            spoken.push_str(word);
        }
    }
    if role == Role::Change && sign.is_empty() {
        spoken = "unchanged".into();
    }
    Wording {
        before: [limit, symbol].concat(),
        number: [sign, &digits].concat(),
        unit: eye,
        spoken,
    }
}

fn singular(many: &'static str) -> &'static str {
    match many {
        "visits" => "visit",
        "people" => "person",
        "households" => "household",
        "companies" => "company",
        "vehicles" => "vehicle",
        "homes" => "home",
        other => other,
    }
}

/// Digits × 10^`power` as English writes them: the digits, and million, billion or trillion short
/// and long.
fn magnitude(digits: &str, power: u32) -> (String, &'static str, &'static str) {
    let whole = digits.split('.').next().unwrap_or_default();
    let full = shift(digits, power as i32);
    let figures = full.split('.').next().unwrap_or_default().len();
    let (down, short, long) = match figures {
        // Digits printed in full stay so up to six places.
        _ if power == 0 && whole.len() <= 6 => (0, "", ""),
        13.. => (12, "tn", "trillion"),
        10.. => (9, "bn", "billion"),
        7.. => (6, "m", "million"),
        _ => (0, "", ""),
    };
    let mut written = shift(digits, power as i32 - down);
    // Zeros that the text did not print behind a point are no precision.
    if !digits.contains('.') && written.contains('.') {
        written.truncate(written.trim_end_matches('0').trim_end_matches('.').len());
    }
    (grouped(&written), short, long)
}

/// Moves the point of a decimal without a sign `by` places to the right, or to the left.
pub(crate) fn shift(digits: &str, by: i32) -> String {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut all = [whole, part].concat();
    let mut point = whole.len() as i32 + by;
    while point < 1 {
        all.insert(0, '0');
        point += 1;
    }
    while point > all.len() as i32 {
        all.push('0');
    }
    let (whole, part) = all.split_at(point as usize);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    if part.is_empty() {
        whole.into()
    } else {
        [whole, ".", part].concat()
    }
}

/// Commas between thousands.
fn grouped(digits: &str) -> String {
    let whole = digits.split('.').next().unwrap_or_default().len();
    let mut out = String::new();
    for (i, digit) in digits.char_indices() {
        if i > 0 && i < whole && (whole - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A round number in words for a key: 1000 is `一千` or `1,000`.
pub(crate) fn round(leading: u32, power: u32, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let mut digits = leading.to_string();
            for _ in 0..power {
                digits.push('0');
            }
            grouped(&digits)
        }
        Lang::Zh => {
            let head = match (leading, power % 4) {
                (1, _) => "一",
                (2, 0) if power == 0 => "二",
                (2, _) => "两",
                (5, _) => "五",
                _ => return [&*leading.to_string(), &"0".repeat(power as usize)].concat(),
            };
            let tail = ["", "十", "百", "千"][power as usize % 4];
            let myriad = match power / 4 {
                0 => "",
                1 => "万",
                2 => "亿",
                _ => "万亿",
            };
            [head, tail, myriad].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wording(
        value: &str,
        unit: &str,
        bound: Bound,
        role: Role,
        room: Room,
        lang: Lang,
    ) -> String {
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
        check("1", "户", Exact, "1 户", "1 household", "1 household");
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
}

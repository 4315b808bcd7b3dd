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
    // `m m²` and `m mu` can be misread.
    let short = match of.kind {
        Some(Kind::Measure(symbol, _)) if short == "m" && symbol.starts_with('m') => "million",
        _ => short,
    };
    let one = digits == "1" && short.is_empty();
    // What follows the digits for the eye, and for the ear.
    let (symbol, after, ear) = match of.kind {
        // A sign stands before digits, not behind a symbol: +8,600 yuan.
        Some(Kind::Money(symbol, name)) if room == Room::Narrow && sign.is_empty() => {
            (symbol, "", name)
        }
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
mod tests;

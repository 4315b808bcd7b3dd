//! Numerals: Arabic with thousands separators, Chinese, and both mixed.

use std::borrow::Cow;

/// A numeral found at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numeral<'t> {
    /// Plain decimal digits: `1234.5`.
    pub(crate) digits: Cow<'t, str>,
    /// Bytes it takes.
    pub(crate) len: usize,
    /// Written in Chinese characters.
    pub(crate) chinese: bool,
}

/// The Arabic numeral that a text starts with.
pub(crate) fn arabic(text: &str) -> Option<Numeral<'_>> {
    let bytes = text.as_bytes();
    let whole = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if whole == 0 {
        return None;
    }
    let mut len = whole;
    // Thousands: groups of exactly three after a comma, the first of at most three.
    if whole <= 3 && !text.starts_with('0') {
        let group = |at: usize| {
            bytes.get(at) == Some(&b',')
                && (1..=3).all(|i| bytes.get(at + i).is_some_and(u8::is_ascii_digit))
                && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
        };
        while group(len) {
            len += 4;
        }
    }
    let grouped = len > whole;
    if bytes.get(len) == Some(&b'.') {
        let part = bytes[len + 1..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        if part > 0 {
            len += 1 + part;
        }
    }
    let digits = match grouped {
        true => text[..len].replace(',', "").into(),
        false => text[..len].into(),
    };
    Some(Numeral {
        digits,
        len,
        chinese: false,
    })
}

/// Whether a character is part of Chinese numerals.
pub(crate) fn is_chinese(c: char) -> bool {
    digit(c).is_some() || power(c).is_some() || c == '廿' || c == '卅'
}

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// No number in Chinese has more characters.
const LONGEST: usize = 32;

/// The Chinese numeral that a text starts with; a point is written `点`, or as one among digits:
/// 七二九.二.
pub(crate) fn chinese(text: &str) -> Option<Numeral<'_>> {
    let run: usize = text
        .chars()
        .take_while(|&c| is_chinese(c))
        .take(LONGEST)
        .map(char::len_utf8)
        .sum();
    let run = without_unit(text, run);
    // 大陆, 伍家岗: the forms of cheques stand in names as well.
    if matches!(
        &text[..run],
        "壹" | "贰" | "叁" | "肆" | "伍" | "陆" | "柒" | "捌" | "玖"
    ) {
        return None;
    }
    let point = text[run..].chars().next();
    let dotted = point == Some('.') && text[run + 1..].starts_with(|c| digit(c).is_some());
    // 三五 is an estimate, 三五.一 a number.
    let plain = || (text[..run].chars().count() == 2).then(|| by_digits(&text[..run]))?;
    let value = whole(&text[..run]).or_else(|| plain().filter(|_| dotted))?;
    let mut digits = value.to_string();
    let mut len = run;
    if let Some(c) = point.filter(|&c| c == '点' || dotted) {
        let rest = &text[run + c.len_utf8()..];
        let mut part = String::new();
        let mut bytes = 0;
        for c in rest.chars().take(12) {
            let Some(d) = digit(c) else { break };
            part.push(char::from(b'0' + u8::try_from(d).unwrap_or(0)));
            bytes += c.len_utf8();
        }
        if !part.is_empty() {
            digits.push('.');
            digits.push_str(&part);
            len += c.len_utf8() + bytes;
        }
    }
    Some(Numeral {
        digits: digits.into(),
        len,
        chinese: true,
    })
}

/// A run of numeral characters without what begins a unit: 一 of 一亿千瓦时, 三百 of 三百亿元.
fn without_unit(text: &str, run: usize) -> usize {
    let unit = text[run..].starts_with(['瓦', '克', '米', '伏', '卡', '焦', '赫']);
    let run = match text[..run].strip_suffix('千') {
        Some(rest) if unit && !rest.is_empty() => rest.len(),
        _ => run,
    };
    let scaled = text[run..].starts_with(AFTER_SCALE);
    // 五百六十二亿三千万元 is 562.3 in 亿元.
    let both = text[..run].split_once('亿').filter(|(_, rest)| {
        scaled && rest.ends_with('万') && whole(rest.trim_end_matches('万')).is_some()
    });
    if let Some((billions, _)) = both.filter(|(billions, _)| whole(billions).is_some()) {
        return billions.len();
    }
    match text[..run].strip_suffix(['万', '亿']) {
        // 一亿三千万元 is one number, and 千亿元 has none before its unit.
        Some(rest) if scaled && !rest.contains(['万', '亿']) && whole(rest).is_some() => {
            rest.len()
        }
        _ => run,
    }
}

/// What units begin with that are counted in 万 and 亿.
const AFTER_SCALE: [char; 30] = [
    '元', '美', '港', '日', '欧', '人', '户', '家', '个', '亩', '吨', '千', '平', '立', '件', '辆',
    '台', '只', '头', '公', '斤', '册', '株', '套', '张', '份', '名', '次', '余', '多',
];

/// The bytes of a run of two digits or more that spells no number; nothing where there is one.
pub(crate) fn estimate(text: &str) -> usize {
    let run = text.chars().take(LONGEST).take_while(|&c| is_chinese(c));
    let bytes = run.map(char::len_utf8).sum();
    let two = text.chars().take(2).filter(|&c| digit(c).is_some()).count() == 2;
    if two && whole(&text[..bytes]).is_none() {
        bytes
    } else {
        0
    }
}

/// The integer that digits spell one by one: 二〇二三.
fn by_digits(run: &str) -> Option<u64> {
    run.chars()
        .try_fold(0_u64, |n, c| n.checked_mul(10)?.checked_add(digit(c)?))
}

/// The integer that a run of Chinese numeral characters spells.
fn whole(run: &str) -> Option<u64> {
    let mut buffer = ['\0'; LONGEST];
    let count = run.chars().zip(&mut buffer).map(|(c, at)| *at = c).count();
    let chars = buffer.get(..count)?;
    let first = *chars.first()?;
    if chars.iter().all(|&c| digit(c).is_some()) {
        // Said digit by digit: 二〇二三. Two equal-rank digits (三五) are an estimate.
        if chars.len() == 2 && !chars.contains(&'〇') && !chars.contains(&'零') {
            return None;
        }
        return by_digits(run);
    }
    if power(first).is_some_and(|p| p > 10) {
        return None;
    }
    let (mut total, mut section, mut pending, mut last_power) = (0_u64, 0_u64, None, 1_u64);
    for &c in chars {
        match (digit(c), power(c)) {
            (Some(d), _) => {
                if pending.is_some_and(|p| p != 0) && d != 0 {
                    return None;
                }
                pending = Some(d);
                if d == 0 {
                    last_power = 1;
                }
            }
            (_, Some(p)) if p >= 10_000 => {
                section = section.checked_add(pending.take().unwrap_or(0))?;
                if p == 100_000_000 {
                    total = total.checked_add(section)?.checked_mul(p)?;
                } else {
                    total = total.checked_add(section.checked_mul(p)?)?;
                }
                section = 0;
                last_power = p;
            }
            (_, Some(p)) => {
                let d = match pending.take() {
                    Some(0) | None => 1,
                    Some(d) => d,
                };
                section = section.checked_add(d * p)?;
                last_power = p;
            }
            _ if c == '廿' => section = section.checked_add(20)?,
            _ if c == '卅' => section = section.checked_add(30)?,
            _ => return None,
        }
    }
    // A last digit right after a power counts tenths of it: 三万五 is 35 000; 二百三 is 230.
    let tail = match pending {
        Some(d) if last_power >= 100 && d != 0 && power(chars[chars.len() - 2]).is_some() => {
            d * (last_power / 10)
        }
        Some(d) => d,
        None => 0,
    };
    total.checked_add(section)?.checked_add(tail)
}

/// A decimal times a power of ten, as text: `1.5` and 2 give `150`.
pub(crate) fn shift(digits: &str, places: usize) -> String {
    let plain = !digits.starts_with('0') || digits.starts_with("0.") || digits == "0";
    if places == 0 && plain {
        return digits.to_owned();
    }
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut moved = String::from(whole);
    let mut rest = part.chars();
    for _ in 0..places {
        moved.push(rest.next().unwrap_or('0'));
    }
    let moved = match moved.trim_start_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    match rest.as_str() {
        "" => moved.to_owned(),
        part => format!("{moved}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        #[track_caller]
        fn check(text: &str, expected: Option<(&str, &str)>) {
            let found = arabic(text).or_else(|| chinese(text));
            let found = found.map(|n| (n.digits.into_owned(), text[n.len..].to_owned()));
            assert_eq!(found, expected.map(|(d, r)| (d.into(), r.into())), "{text}");
        }
        check("937.63亿元", Some(("937.63", "亿元")));
        check("1,234.5吨", Some(("1234.5", "吨")));
        check("12,345,678元", Some(("12345678", "元")));
        check("5,30家", Some(("5", ",30家")));
        check("2.", Some(("2", ".")));
        check("一百二十家", Some(("120", "家")));
        check("两千三百零五", Some(("2305", "")));
        check("三万五", Some(("35000", "")));
        check("廿五", Some(("25", "")));
        check("二〇二三年", Some(("2023", "年")));
        check("十二个", Some(("12", "个")));
        check("八点二个", Some(("8.2", "个")));
        check("一亿三千万人", Some(("1", "亿三千万人")));
        check("一亿千瓦时", Some(("1", "亿千瓦时")));
        check("三百亿元", Some(("300", "亿元")));
        check("两万余人次", Some(("2", "万余人次")));
        check("三百二十千米", Some(("320", "千米")));
        check("三千人", Some(("3000", "人")));
        check("百分", None);
        check("亿元", None);
        check("三五个", None);
        check("陆最佳", None);
        check("陆拾万元", Some(("60", "万元")));
    }

    #[test]
    fn shifting() {
        for (digits, places, expected) in [
            ("11", 2, "1100"),
            ("1.5", 2, "150"),
            ("0.08", 2, "8"),
            ("1.234", 2, "123.4"),
            ("0", 2, "0"),
            ("0.8", 0, "0.8"),
            ("007", 0, "7"),
        ] {
            assert_eq!(shift(digits, places), expected);
        }
    }
}

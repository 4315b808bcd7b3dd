//! The targets: each is tried for a moment with the tests, and for as long as you like by itself.

use halfyear_fuzz::{EDITION, SEED, bundle, composed, edits, good_bundle, mutated, numeral, reads};

#[test]
fn read() {
    bolero::check!().for_each(|bytes: &[u8]| {
        reads(&composed(bytes));
        reads(&mutated(SEED, bytes));
        reads(&String::from_utf8_lossy(bytes));
    });
}

#[test]
fn numerals() {
    bolero::check!()
        .with_type::<(u32, u16, u8)>()
        .for_each(|&(whole, part, style)| {
            // 一吨 is a way of speaking.
            let whole = whole % 99_999_900 + 11;
            let (digits, printed) = print(whole, part % 1000, style);
            numeral(&digits, &printed);
        });
}

#[test]
fn edition() {
    bolero::check!().for_each(|bytes: &[u8]| {
        let (toml, text) = bytes.split_at(bytes.len() / 2);
        edits(&mutated(EDITION, toml), &mutated(SEED, text));
    });
}

#[test]
fn bundles() {
    let good = good_bundle();
    bolero::check!().for_each(|bytes: &[u8]| {
        let _ = bundle(&mutated(&good, bytes));
    });
}

/// A number as plain digits, and in one of the ways in which it may stand in a text.
fn print(whole: u32, part: u16, style: u8) -> (String, String) {
    let plain = match part {
        0 => whole.to_string(),
        _ => format!("{whole}.{part:03}"),
    };
    let (head, tail) = plain
        .split_once('.')
        .map_or((&*plain, None), |(head, tail)| (head, Some(tail)));
    let point = |whole: String, point: &str| match tail {
        Some(tail) => format!("{whole}{point}{tail}"),
        None => whole,
    };
    let wide = |text: &str| -> String {
        let wide = |c| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
        text.chars().map(wide).collect()
    };
    let printed = match style % 6 {
        0 => plain.clone(),
        1 => point(grouped(head, ","), "."),
        2 => wide(&plain),
        3 => point(head.to_owned(), "·"),
        4 => point(grouped(head, ", "), "."),
        _ => return (whole.to_string(), chinese(whole)),
    };
    (plain, printed)
}

/// 1,234,567
fn grouped(digits: &str, comma: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(comma)
}

/// A number below a hundred million in Chinese.
fn chinese(number: u32) -> String {
    let (high, low) = (number / 10_000, number % 10_000);
    let gap = if high > 0 && (1..1000).contains(&low) {
        "零"
    } else {
        ""
    };
    match (high, low) {
        (0, _) => section(low),
        (_, 0) => format!("{}万", section(high)),
        _ => format!("{}万{gap}{}", section(high), section(low)),
    }
}

/// A number below ten thousand in Chinese.
fn section(number: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut text = String::new();
    let mut gap = false;
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        text.extend(DIGITS.get(digit as usize));
        text.push_str(name);
    }
    text
}

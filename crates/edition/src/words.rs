//! Numbers in words, in both languages.

/// Chinese, for counting: 两 for two, 十二, 一百零五. `None` above 9,999.
pub(crate) fn chinese(number: u32) -> Option<String> {
    match number {
        2 => Some("两".into()),
        _ => chinese_digits(number),
    }
}

/// Chinese, for ordinals: 第二 rather than 第两. `None` above 9,999.
pub(crate) fn chinese_digits(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number < 10 {
        return DIGITS.get(number as usize).map(|&word| word.to_owned());
    }
    if number > 9_999 {
        return None;
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / place % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push_str(DIGITS[0]);
            gap = false;
        }
        // Twelve is 十二; a hundred and twelve is 一百一十二.
        if !(digit == 1 && place == 10 && text.is_empty()) {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(name);
    }
    Some(text)
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// English: `twenty-one`. `None` above 99, where newspapers use figures.
pub(crate) fn english(number: u32) -> Option<String> {
    let number = number as usize;
    if let Some(word) = ONES.get(number) {
        return Some((*word).to_owned());
    }
    let tens = TENS.get(number / 10 - 2)?;
    Some(match number % 10 {
        0 => (*tens).to_owned(),
        one => format!("{tens}-{}", ONES[one]),
    })
}

/// English ordinals: `first`, `twenty-first`. `None` above 99.
pub(crate) fn english_ordinal(number: u32) -> Option<String> {
    let cardinal = english(number)?;
    let (head, last) = match cardinal.rsplit_once('-') {
        Some((tens, one)) => (format!("{tens}-"), one),
        None => (String::new(), cardinal.as_str()),
    };
    let last = match last {
        "one" => "first".into(),
        "two" => "second".into(),
        "three" => "third".into(),
        "five" => "fifth".into(),
        "eight" => "eighth".into(),
        "nine" => "ninth".into(),
        "twelve" => "twelfth".into(),
        tens if tens.ends_with('y') => format!("{}ieth", &tens[..tens.len() - 1]),
        other => format!("{other}th"),
    };
    Some(head + &last)
}

/// Whether an English word is a number that ought to come from the text.
pub(crate) fn is_english_number(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let beyond = ["hundred", "thousand", "million", "billion", "dozen"];
    // "One" and "zero" are pronoun and figure of speech more often than figures.
    ONES[2..]
        .iter()
        .chain(&TENS)
        .chain(&beyond)
        .any(|number| word == *number)
}

/// The first letter made a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        #[track_caller]
        fn check(number: u32, zh: &str, en: &str, ordinal: &str) {
            assert_eq!(chinese(number).as_deref(), Some(zh));
            assert_eq!(english(number).as_deref(), Some(en));
            assert_eq!(english_ordinal(number).as_deref(), Some(ordinal));
        }
        check(0, "零", "zero", "zeroth");
        check(1, "一", "one", "first");
        check(2, "两", "two", "second");
        check(7, "七", "seven", "seventh");
        check(10, "十", "ten", "tenth");
        check(12, "十二", "twelve", "twelfth");
        check(20, "二十", "twenty", "twentieth");
        check(21, "二十一", "twenty-one", "twenty-first");
        check(99, "九十九", "ninety-nine", "ninety-ninth");
        assert_eq!(english(100), None);
        assert_eq!(chinese_digits(2).as_deref(), Some("二"));
    }

    #[test]
    fn long_chinese_numbers() {
        #[track_caller]
        fn check(number: u32, zh: Option<&str>) {
            assert_eq!(chinese(number).as_deref(), zh);
        }
        check(100, Some("一百"));
        check(105, Some("一百零五"));
        check(112, Some("一百一十二"));
        check(120, Some("一百二十"));
        check(1005, Some("一千零五"));
        check(5020, Some("五千零二十"));
        check(9999, Some("九千九百九十九"));
        check(10_000, None);
    }

    /// Two numbers that share a word would be told apart by nobody.
    #[test]
    fn words_are_distinct() {
        let all: std::collections::HashSet<_> = (0..=9_999).map(chinese).collect();
        assert_eq!(all.len(), 10_000);
        let all: std::collections::HashSet<_> = (0..=99).map(english).collect();
        assert_eq!(all.len(), 100);
    }
}

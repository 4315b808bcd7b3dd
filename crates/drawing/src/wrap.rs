//! Where lines of text break.
//!
//! The places where a line may break are those of Unicode's line breaking algorithm, less those
//! that part a number from its unit, and with those at Chinese quotation marks that the algorithm
//! cannot tell from Western ones. Among them the lines are chosen that are of like length and end
//! at punctuation.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// How the lines of a text are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// All of like length, as in a headline.
    Even,
    /// Full ones, and a last one as long as it comes.
    Full,
}

/// Breaks a text into lines no wider than `width`, where a word is not wider than that itself.
pub(crate) fn wrap(text: &str, width: f64, fit: Fit, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    if !text.contains('\n') && measure(text) <= width {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    for paragraph in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        lines.extend(paragraph_lines(paragraph, width, fit, &measure));
    }
    lines
}

fn paragraph_lines(
    text: &str,
    width: f64,
    fit: Fit,
    measure: &impl Fn(&str) -> f64,
) -> Vec<String> {
    // Every place where a line can start or end, with both ends of the text.
    let mut places = vec![0];
    places.extend(breaks(text));
    places.push(text.len());
    places.dedup();
    let line = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
    // The least cost of the lines up to each place, and where the last of them starts.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..places.len() {
        let mut cheapest = (f64::INFINITY, end - 1);
        for start in (0..end).rev() {
            let words = line(places[start], places[end]);
            let over = measure(words) - width;
            // A single word that is too wide has nowhere else to go.
            if over > 0.01 && start + 1 < end {
                break;
            }
            let last = end + 1 == places.len();
            let cost = best[start].0 + cost(words, over, width, last, fit);
            if cost < cheapest.0 {
                cheapest = (cost, start);
            }
        }
        best.push(cheapest);
    }
    let mut lines = Vec::new();
    let mut end = places.len() - 1;
    while end > 0 {
        let start = best[end].1;
        lines.push(line(places[start], places[end]).to_owned());
        end = start;
    }
    lines.reverse();
    lines
}

/// What a line costs: the square of the room it leaves, and more where it ends inside a phrase.
fn cost(words: &str, over: f64, width: f64, last: bool, fit: Fit) -> f64 {
    let room = (-over).max(0.0) / width.max(1.0);
    let ends_phrase = words.ends_with([
        '，', '。', '、', '；', '：', '！', '？', '”', '’', ')', '）',
    ]) || words.is_ascii() && words.ends_with([',', '.', ';', ':']);
    match fit {
        Fit::Even => {
            let inside = if last || ends_phrase { 0.0 } else { 0.35 };
            1.0 + room * room + inside
        }
        // A last line of a word or two looks lost.
        Fit::Full if last => 0.05 * room + if room > 0.8 { 0.3 } else { 0.0 },
        Fit::Full => {
            let inside = if ends_phrase { 0.0 } else { 0.02 };
            0.1 + room * room + inside
        }
    }
}

/// The places inside a text where a line may break, as byte offsets.
fn breaks(text: &str) -> Vec<usize> {
    let mut out: Vec<usize> = linebreaks(text)
        .filter(|(place, kind)| *kind == BreakOpportunity::Allowed && !parts_number(text, *place))
        .map(|(place, _)| place)
        .collect();
    for (place, c) in text.char_indices() {
        let before = text[..place].chars().next_back();
        let opens = matches!(c, '“' | '‘') && before.is_some_and(|it| han(it) || ends(it));
        let behind = matches!(before, Some('”' | '’')) && han(c) && {
            // An apostrophe before a Han character is nothing that occurs.
            text[..place]
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|it| han(it) || it.is_alphanumeric())
        };
        if opens || behind {
            out.push(place);
        }
    }
    out.sort_unstable();
    out
}

/// Whether a break here would part a number from its unit, or a sign from its number.
fn parts_number(text: &str, place: usize) -> bool {
    let before = text[..place].trim_end();
    let (Some(last), Some(next)) = (before.chars().next_back(), text[place..].chars().next())
    else {
        return false;
    };
    if inside_unit(text, place) {
        return true;
    }
    // A hyphen joins: `high-tech` stays whole.
    if last == '-' && next.is_alphanumeric() {
        return true;
    }
    let apart = before.len() < place;
    let digit = last.is_ascii_digit() || last == '%';
    // In English the word behind a number may be a unit too.
    (digit && last != '%' && (han(next) || apart && next.is_ascii_lowercase()))
        || (matches!(last, '约' | '超' | '近' | '第' | '前') && next.is_ascii_digit())
}

/// Counted things and measures whose names have more than one character.
const UNITS: &[&str] = &[
    "个百分点",
    "平方公里",
    "平方米",
    "千瓦时",
    "立方米",
    "百分点",
    "人次",
    "公里",
    "美元",
    "公顷",
];

/// Whether a place lies inside the unit of the number before it: within 万亿元, 万人次, 个百分点.
fn inside_unit(text: &str, place: usize) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c == '\u{202f}';
    let Some((last, digit)) = text[..place].char_indices().rfind(|it| digits(it.1)) else {
        return false;
    };
    let start = last + digit.len_utf8();
    let unit = &text[start..];
    let counted = unit.trim_start_matches(['万', '亿', '千', '百', '十']);
    let name = UNITS.iter().find(|name| counted.starts_with(**name));
    // A unit of one character follows its magnitude: 万元, 亿户.
    let single = counted
        .chars()
        .next()
        .filter(|c| han(*c) && counted.len() < unit.len());
    let long = name.map_or_else(|| single.map_or(0, char::len_utf8), |name| name.len());
    place < start + (unit.len() - counted.len()) + long
}

/// The text with a thin space wherever Han characters and Latin letters or digits meet. Behind a
/// digit it keeps the line together, because there a unit follows.
pub(crate) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        match before {
            Some(last) if west(last) && han(c) => out.push('\u{202f}'),
            Some(last) if han(last) && west(c) && c != '%' => out.push('\u{2009}'),
            _ => {}
        }
        out.push(c);
        before = Some(c);
    }
    out
}

fn west(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '%'
}

fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn ends(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Han and full-width punctuation one em, everything else half of one.
    fn ems(text: &str) -> f64 {
        text.chars()
            .map(|c| if c.is_ascii() { 0.5 } else { 1.0 })
            .sum()
    }

    #[track_caller]
    fn check(text: &str, width: f64, fit: Fit, expected: &[&str]) {
        assert_eq!(wrap(text, width, fit, ems), expected);
    }

    #[test]
    fn lines_end_where_phrases_do() {
        check(
            "增速快过全市、全省和全国，“五一”客流是去年的七倍",
            13.0,
            Fit::Even,
            &["增速快过全市、全省和全国，", "“五一”客流是去年的七倍"],
        );
        check(
            "增速快过全市、全省和全国，“五一”客流是去年的七倍",
            11.5,
            Fit::Even,
            &["增速快过全市、", "全省和全国，“五一”", "客流是去年的七倍"],
        );
    }

    #[test]
    fn numbers_keep_their_units() {
        check("一共937.63亿元", 6.0, Fit::Full, &["一共", "937.63亿元"]);
        check(
            "快了15.4个百分点啊",
            7.5,
            Fit::Full,
            &["快了", "15.4个百分点啊"],
        );
        check(
            "a gain of 15.4 points",
            8.0,
            Fit::Full,
            &["a gain of", "15.4 points"],
        );
    }

    #[test]
    fn scripts_are_set_apart() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            let shown = spaced(text)
                .replace('\u{202f}', "_")
                .replace('\u{2009}', " ");
            assert_eq!(shown, expected);
        }
        check("高出15.4个百分点", "高出 15.4_个百分点");
        check("增长8.2%左右", "增长 8.2%_左右");
        check("“415X”集群", "“415X”集群");
        check("2023 年", "2023 年");
        check("plain words", "plain words");
    }

    #[test]
    fn words_that_fit_stay_whole() {
        check("short", 10.0, Fit::Full, &["short"]);
        check("", 10.0, Fit::Full, &[]);
        check("unbreakable", 2.0, Fit::Full, &["unbreakable"]);
    }

    proptest! {
        /// Nothing is lost, no line starts with punctuation, and lines that could be narrower are.
        #[test]
        fn lines_hold_the_text(text in "[增长超第全省个，。、”“ a-c0-9%.]{1,60}", width in 4.0..30.0_f64) {
            let lines = wrap(&text, width, Fit::Full, ems);
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(['，', '。', '、']), "{:?}", lines);
            }
        }
    }
}

//! What the words of an edition must be: free of typed figures, and set as each language sets them.

use crate::template::{Language, Piece};
use crate::words::is_english_number;

/// What is wrong with some words, and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    pub words: String,
    pub message: String,
}

/// Stands for a figure while the words around it are looked at.
const FIGURE: char = '\u{fffc}';

/// All that is wrong with a text; `seed` is the report it is about.
pub(crate) fn slips(pieces: &[Piece<'_>], language: Language, seed: &str) -> Vec<Slip> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Figure(_) => text.push(FIGURE),
        }
    }
    let mut slips = Vec::new();
    let bare = without_names(&text, language, seed);
    slips.extend(typed_digits(&bare, seed));
    match language {
        Language::Chinese => {
            slips.extend(typed_chinese_numbers(&bare));
            slips.extend(chinese_punctuation(&text));
        }
        Language::English => {
            slips.extend(typed_english_numbers(&bare));
            slips.extend(english_punctuation(&bare));
        }
    }
    slips
}

/// The text without quotations that the seed holds too: `“1+3”` is a name, not a figure. In English
/// a Chinese name that has no English one may be quoted as well.
fn without_names(text: &str, language: Language, seed: &str) -> String {
    let is_han = |it: char| ('\u{3400}'..='\u{9fff}').contains(&it);
    let is_name = |quoted: &str| {
        seed.contains(quoted) || language == Language::English && quoted.chars().all(is_han)
    };
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('“') {
        bare.push_str(before);
        let Some((quoted, after)) = tail.split_once('”') else {
            rest = tail;
            continue;
        };
        if !is_name(quoted) {
            bare.push_str(quoted);
        }
        bare.push(' ');
        rest = after;
    }
    bare.push_str(rest);
    bare
}

fn typed_digits(text: &str, seed: &str) -> Vec<Slip> {
    text.split(|it: char| !(it.is_ascii_alphanumeric() || it == '.' || is_wide_digit(it)))
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.contains(|it: char| it.is_ascii_digit() || is_wide_digit(it)))
        // 415X is a name if the report uses it.
        .filter(|word| !(word.contains(|it: char| it.is_ascii_alphabetic()) && seed.contains(word)))
        .map(|word| Slip {
            words: word.to_owned(),
            message: format!(
                "{word} is typed: take it from the text with a placeholder such as {{gdp.change}}, \
                 or quote a name as the text does"
            ),
        })
        .collect()
}

fn is_wide_digit(letter: char) -> bool {
    ('０'..='９').contains(&letter)
}

fn typed_chinese_numbers(text: &str) -> Vec<Slip> {
    const NUMERALS: &str = "二两三四五六七八九十百千万亿";
    const COUNTED: &str = "倍成个项家次名位分亿万";
    let letters: Vec<char> = text.chars().collect();
    let mut slips = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let numerals = letters[at..]
            .iter()
            .take_while(|it| NUMERALS.contains(**it))
            .count();
        let next = letters.get(at + numerals);
        let words: String = letters.iter().skip(at).take(numerals + 1).collect();
        // 百分点 and 百分比 are words of their own.
        if numerals > 0 && next.is_some_and(|it| COUNTED.contains(*it)) && words != "百分" {
            slips.push(Slip {
                message: format!(
                    "{words} is a typed figure: take it from the text with a placeholder such as \
                     {{stars.five.value:words}}, or quote a name as the text does"
                ),
                words,
            });
        }
        at += numerals + 1;
    }
    slips
}

fn typed_english_numbers(text: &str) -> Vec<Slip> {
    // "70.4 million" is typed no more than its figure is.
    let scaled = ["hundred", "thousand", "million", "billion"]
        .iter()
        .fold(text.to_owned(), |text, scale| {
            text.replace(&format!("{FIGURE} {scale}"), " ")
        });
    scaled
        .split(|it: char| !(it.is_ascii_alphabetic() || it == '-'))
        .filter(|word| {
            let mut parts = word.split('-');
            // "One" alone is more often a pronoun; in "twenty-one" it is a figure.
            parts.clone().any(is_english_number)
                && parts.all(|part| is_english_number(part) || part == "one")
        })
        .map(|word| Slip {
            words: word.to_owned(),
            message: format!(
                "{word} is a typed figure: take it from the text with a placeholder such as \
                 {{stars.five.value:words}}"
            ),
        })
        .collect()
}

fn chinese_punctuation(text: &str) -> Vec<Slip> {
    let wide = |it: char| match it {
        ',' => Some("，"),
        ';' => Some("；"),
        ':' => Some("："),
        '?' => Some("？"),
        '!' => Some("！"),
        '(' => Some("（"),
        ')' => Some("）"),
        '"' => Some("“ or ”"),
        '\'' => Some("‘ or ’"),
        _ => None,
    };
    let slip = |narrow: char, wide: &str| Slip {
        words: narrow.to_string(),
        message: format!("{narrow} is half as wide as Chinese sets it: use {wide}"),
    };
    text.chars()
        .filter_map(|it| Some(slip(it, wide(it)?)))
        .collect()
}

fn english_punctuation(text: &str) -> Vec<Slip> {
    text.chars()
        .filter_map(|it| {
            let message = match it {
                '\'' => "a straight apostrophe: use ’".to_owned(),
                '"' => "a straight quotation mark: use “ or ”".to_owned(),
                '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' => {
                    format!("{it} is Chinese punctuation: use the English mark")
                }
                '\u{3400}'..='\u{9fff}' => format!("{it} is Chinese: say it in English"),
                _ => return None,
            };
            Some(Slip {
                words: it.to_string(),
                message,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::pieces;

    const SEED: &str = "“415X”集群；“1+3”产业；“十项重大工程”；8.2%；“五一”";

    #[track_caller]
    fn check(language: Language, text: &str, expected: &[&str]) {
        let pieces = pieces(text).expect("braces in pairs");
        let found: Vec<String> = slips(&pieces, language, SEED)
            .into_iter()
            .map(|slip| slip.words)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn chinese_copy() {
        let check = |text, expected| check(Language::Chinese, text, expected);
        check("增速快过全市、全省和全国，“五一”客流翻番", &[]);
        check(
            "{stars.total:words}项之中{stars.five.value:words}项满星",
            &[],
        );
        check("“415X”集群", &[]);
        check("415X集群", &[]);
        check("“1+3”产业", &[]);
        check("“十项重大工程”星级评定", &[]);
        check("增长8.2%", &["8.2"]);
        check("增长８%", &["８"]);
        check("“2+4”产业", &["2", "4"]);
        check("是去年的七倍", &["七倍"]);
        check("两个百亿项目", &["两个", "百亿项"]);
        check("一个五星工程", &[]);
        check("高出{gdp.gap.全省}个百分点", &[]);
        check("快,真快;(是)\"么\"", &[",", ";", "(", ")", "\"", "\""]);
    }

    #[test]
    fn english_copy() {
        let check = |text, expected| check(Language::English, text, expected);
        check(
            "{stars.five.value:Words} of {stars.total:words} with full marks",
            &[],
        );
        check("The five-star count, no one’s “415X” cluster", &[]);
        check("The “十项重大工程”", &[]);
        check("{gdp.value:billion} billion yuan", &[]);
        check("a billion yuan", &["billion"]);
        check("Seven times", &["Seven"]);
        check(
            "Twenty-one projects, a hundred more",
            &["Twenty-one", "hundred"],
        );
        check("Up 8.2 points.", &["8.2"]);
        check("last year's \"crowds\"", &["'", "\"", "\""]);
        check("fast，柯", &["，", "柯"]);
    }
}

//! Words with figures in them: `“五一”客流是去年的{mayday.multiple:round:words}倍`.

use crate::agree::scale;
use crate::arithmetic::{Rounded, signed};
use crate::figures::Figures;
use crate::file::nearest;
use crate::words;
use rust_decimal::Decimal;

/// The two languages that everything is said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Chinese,
    English,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// What stands between braces.
    Figure(&'a str),
}

/// Takes a text apart.
///
/// # Errors
/// A brace without its other half, with what stands there.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let (words, tail) = rest.split_at(open);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        let inside = tail
            .strip_prefix('{')
            .and_then(|tail| tail.split_once('}'))
            .filter(|(inside, _)| !inside.contains('{'));
        let Some((figure, after)) = inside else {
            return Err("a brace without its other half: write {metric.field}".into());
        };
        pieces.push(Piece::Figure(figure));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    Ok(pieces)
}

const FORMS: [&str; 11] = [
    "words", "Words", "ordinal", "Ordinal", "round", "round1", "abs", "cheng", "unit", "million",
    "billion",
];

/// The figure that stands for a placeholder: its name and, after colons, the forms it takes.
///
/// | form | what it gives |
/// | --- | --- |
/// | none | the digits |
/// | `words`, `Words` | 七, `seven`, `Seven` |
/// | `ordinal`, `Ordinal` | 二 (after 第), `second`, `Second` |
/// | `round`, `round1` | to a whole number, to one digit; refused where that misstates by over 5 % |
/// | `abs` | without its sign, where the words say which way |
/// | `cheng` | tenths: 九成五; Chinese only |
/// | `unit` | with its unit: 70.4亿元; Chinese only |
/// | `million`, `billion` | in millions, billions of the plain unit |
///
/// # Errors
/// What is wrong with the placeholder, as a lower-case sentence.
pub(crate) fn figure(
    placeholder: &str,
    figures: &Figures<'_>,
    language: Language,
) -> Result<String, String> {
    let mut parts = placeholder.split(':');
    let figure = figures.named(parts.next().unwrap_or_default().trim())?;
    let mut exact = Decimal::from_str_exact(figure.value.as_str())
        .map_err(|_| format!("{} has more than 28 digits", figure.value))?;
    // The digits as printed, until a form changes the number.
    let mut digits = signed(figure.value.as_str());
    let (scale, plain_unit) = scale(&figure.unit);
    let mut named_scale = scale == Decimal::ONE;
    let mut said = None;
    for form in parts {
        match form {
            "round" | "round1" => {
                let rounded = Rounded::places(exact, u32::from(form == "round1"))
                    .ok_or("the figure is too large")?;
                let value = Decimal::from_str_exact(rounded.value.as_str())
                    .map_err(|_| "the figure is too large".to_owned())?;
                if (value - exact).abs() * Decimal::from(20) > exact.abs() {
                    return Err(format!(
                        "{value} would misstate {exact} by more than 5 %: use another form"
                    ));
                }
                exact = value;
                digits = signed(&exact.to_string());
            }
            "abs" => {
                exact = exact.abs();
                digits = exact.to_string();
            }
            "million" | "billion" => {
                let size = if form == "million" {
                    1_000_000
                } else {
                    1_000_000_000
                };
                exact = exact
                    .checked_mul(scale)
                    .and_then(|it| it.checked_div(Decimal::from(size)))
                    .ok_or("the figure is too large")?
                    .normalize();
                digits = signed(&exact.to_string());
                named_scale = true;
            }
            "unit" if language == Language::Chinese => {
                said = Some(format!("{digits}{}", figure.unit));
                named_scale = true;
            }
            "unit" => {
                return Err(format!(
                    "{} is Chinese: use million or billion and write the unit",
                    figure.unit
                ));
            }
            "words" | "Words" | "ordinal" | "Ordinal" | "cheng" => {
                said = Some(in_words(exact, form, language)?);
            }
            other => {
                return Err(match nearest(other, FORMS.into_iter()) {
                    Some(known) => format!("no form is called {other}: did you mean {known}?"),
                    None => format!("no form is called {other}: use one of {}", FORMS.join(", ")),
                });
            }
        }
    }
    if !named_scale {
        let advice = match language {
            Language::Chinese => "unit",
            Language::English => "million or billion",
        };
        return Err(format!(
            "{} is printed in {}, not in {plain_unit}: add the form {advice}",
            figure.value, figure.unit
        ));
    }
    Ok(said.unwrap_or(digits))
}

fn in_words(exact: Decimal, form: &str, language: Language) -> Result<String, String> {
    let whole = || {
        let whole = exact.normalize();
        u32::try_from(whole).ok().filter(|_| whole.scale() == 0)
    };
    let number = whole()
        .ok_or_else(|| format!("{exact} is no whole number of things: add the form round first"))?;
    let word = match (form, language) {
        ("words" | "Words", Language::Chinese) => words::chinese(number),
        ("ordinal" | "Ordinal", Language::Chinese) => words::chinese_digits(number),
        ("cheng", Language::Chinese) => tenths(number),
        ("words", Language::English) => words::english(number),
        ("Words", Language::English) => words::english(number).map(|it| words::capitalised(&it)),
        ("ordinal", Language::English) => words::english_ordinal(number),
        ("Ordinal", Language::English) => {
            words::english_ordinal(number).map(|it| words::capitalised(&it))
        }
        _ => return Err(format!("the form {form} is Chinese: write the percent")),
    };
    word.ok_or_else(|| format!("{number} is too large for words: leave the form away"))
}

/// 95 is 九成五, 40 is 四成. `None` outside of 10 to 99.
fn tenths(percent: u32) -> Option<String> {
    if !(10..100).contains(&percent) {
        return None;
    }
    let mut text = words::chinese(percent / 10)? + "成";
    if !percent.is_multiple_of(10) {
        text += &words::chinese_digits(percent % 10)?;
    }
    Some(text)
}

/// The words with their figures in place.
///
/// # Errors
/// The first placeholder that is wrong, and why.
pub(crate) fn fill<'a>(
    pieces: &[Piece<'a>],
    figures: &Figures<'_>,
    language: Language,
) -> Result<String, (&'a str, String)> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Figure(inside) => {
                let said = figure(inside, figures, language).map_err(|why| (*inside, why))?;
                text.push_str(&said);
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use halfyear_bundle::{Change, Derivation, Derived, Metric, Period};
    use proptest::prelude::*;

    fn said(text: &str, language: Language) -> String {
        let change = |value: &str| Change {
            value: value.parse().expect("a decimal"),
            unit: "%".into(),
            basis: Default::default(),
            bound: Default::default(),
            at: None,
        };
        let metric = |id: &str, value: &str, unit: &str| Metric {
            id: id.into(),
            value: Some(value.parse().expect("a decimal")),
            unit: Some(unit.into()),
            ..Metric::default()
        };
        let mut stars = metric("stars", "10", "项");
        stars.items = vec![metric("five", "7", "项"), metric("two", "2", "项")];
        let mut gdp = metric("gdp", "937.63", "亿元");
        gdp.change = Some(change("-8.2"));
        gdp.derived = vec![Derived {
            kind: Derivation::Multiple,
            of: String::new(),
            label: Default::default(),
            value: "7.0081".parse().expect("a decimal"),
            unit: "倍".into(),
            bound: Default::default(),
            from: "1 + 600.81%".into(),
            rounded: false,
            at: vec![],
        }];
        let figures = Figures {
            metrics: &[
                stars,
                gdp,
                metric("share", "95", "%"),
                metric("fifth", "20", "%"),
            ],
            scopes: &[],
            period: &Period {
                from: "2023-01".parse().expect("a month"),
                to: "2023-06".parse().expect("a month"),
            },
        };
        match pieces(text) {
            Ok(pieces) => match fill(&pieces, &figures, language) {
                Ok(text) => text,
                Err((inside, why)) => format!("{inside} - {why}"),
            },
            Err(why) => why,
        }
    }

    #[test]
    fn the_guide_tells_of_every_form() {
        let guide = include_str!("../../../seeds/README.md");
        for form in FORMS {
            assert!(guide.contains(&format!("`{form}`")), "{form}");
        }
    }

    #[test]
    fn figures_in_words() {
        #[track_caller]
        fn check(text: &str, zh: &str, en: &str) {
            assert_eq!(said(text, Language::Chinese), zh);
            assert_eq!(said(text, Language::English), en);
        }
        check("no figure", "no figure", "no figure");
        check("{stars.five.value}", "7", "7");
        check("{stars.five.value:words}!", "七!", "seven!");
        check("{stars.five.value:Words}", "七", "Seven");
        check("{stars.two.value:words}", "两", "two");
        check("{stars.two.value:ordinal}", "二", "second");
        check("{stars.count:Ordinal}", "二", "Second");
        check("{gdp.multiple:round:words}", "七", "seven");
        check("{gdp.multiple:round1}", "7.0", "7.0");
        check("{gdp.change}", "−8.2", "−8.2");
        check("{gdp.change:abs}", "8.2", "8.2");
        check("{gdp.value:billion}", "93.763", "93.763");
        check("{gdp.value:million}", "93763", "93763");
        check("{period.year}", "2023", "2023");
    }

    #[test]
    fn figures_in_one_language() {
        #[track_caller]
        fn check(text: &str, language: Language, expected: &str) {
            assert_eq!(said(text, language), expected);
        }
        use Language::{Chinese, English};
        check("{gdp.value:unit}", Chinese, "937.63亿元");
        check("{share.value:cheng}", Chinese, "九成五");
        check("{fifth.value:cheng}", Chinese, "两成");
        check(
            "{gdp.value}",
            Chinese,
            "gdp.value - 937.63 is printed in 亿元, not in 元: add the form unit",
        );
        check(
            "{gdp.value}",
            English,
            "gdp.value - 937.63 is printed in 亿元, not in 元: add the form million or billion",
        );
        check(
            "{gdp.value:unit}",
            English,
            "gdp.value:unit - 亿元 is Chinese: use million or billion and write the unit",
        );
        check(
            "{gdp.multiple:words}",
            English,
            "gdp.multiple:words - 7.0081 is no whole number of things: add the form round first",
        );
        check(
            "{gpd.value}",
            English,
            "gpd.value - no metric is called gpd: did you mean gdp?",
        );
        check(
            "{gdp.value:wrods}",
            English,
            "gdp.value:wrods - no form is called wrods: did you mean words?",
        );
        check(
            "{gdp.previous}",
            English,
            "gdp.previous - metric gdp derives no such number: add it to derive = [..]",
        );
        check(
            "a } b",
            English,
            "a brace without its other half: write {metric.field}",
        );
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart_and_put_together(text in "[a-z五一{}.:]{0,40}") {
            if let Ok(pieces) = pieces(&text) {
                let again: String = pieces
                    .iter()
                    .map(|piece| match piece {
                        Piece::Words(words) => (*words).to_owned(),
                        Piece::Figure(inside) => format!("{{{inside}}}"),
                    })
                    .collect();
                prop_assert_eq!(again, text);
            }
        }

        #[test]
        fn any_placeholder_is_answered(inside in "[a-z0-9.:]{0,30}|(stars|gdp|share)\\.(five\\.)?(value|change|multiple)(:(words|round|abs|cheng|unit|million)){0,4}") {
            for language in [Language::Chinese, Language::English] {
                let placeholder = format!("{{{inside}}}");
                prop_assert!(!said(&placeholder, language).is_empty());
            }
        }
    }
}

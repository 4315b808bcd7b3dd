//! What a report's file name says of it, where its text does not: `anji2020.txt`.

use super::names::sound;
use halfyear_bundle::Period;
use halfyear_catalogue::{places, simplified};

/// The place that the letters of a file's name spell, if the text is of a place of that kind and
/// only one such place is spelt so.
pub fn place_of(file: &str, text: &str) -> Option<&'static str> {
    let letters: String = file
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_ascii_lowercase();
    if letters.len() < 4 {
        return None;
    }
    let text: String = text.chars().map(simplified).collect();
    let spelt = |name: &str| {
        let known = places::english(name).map(str::to_owned);
        let sound = known.unwrap_or_else(|| sound(name)).to_ascii_lowercase();
        sound.replace('’', "")
    };
    let own = |name: &str| {
        let kind = name.chars().next_back().unwrap_or_default();
        ["全", "我", "该", "本", "新"]
            .iter()
            .any(|word| text.contains(&format!("{word}{kind}")))
    };
    let mut found: Vec<&'static places::Division> = Vec::new();
    for name in places::names().filter(|name| own(name) || text.contains(places::short(name))) {
        let (short, whole) = (spelt(places::short(name)), spelt(name));
        let fits = |it: &&places::Division| {
            let city = it.city.map(|city| spelt(places::short(city)));
            [&short, &whole].into_iter().any(|said| {
                *said == letters
                    || city.as_deref().and_then(|city| letters.strip_prefix(city)) == Some(said)
            })
        };
        found.extend(places::named(name).iter().filter(fits));
    }
    // Of several, the one of the text's kind, then the one whose or whose province's name it has.
    if found.iter().any(|it| own(it.name)) {
        found.retain(|it| own(it.name));
    }
    if found.len() > 1 {
        let named = |name: Option<&str>| name.is_some_and(|it| text.contains(places::short(it)));
        if found.iter().any(|it| named(Some(it.name))) {
            found.retain(|it| named(Some(it.name)));
        } else {
            found.retain(|it| named(it.city) || named(it.province));
        }
    }
    match found.as_slice() {
        [one] => Some(one.name),
        _ => None,
    }
}

/// The months that a file's name says: `keqiao-2023-h1.txt`.
pub fn period_of(file: &str) -> Option<Period> {
    let lower = file.to_ascii_lowercase();
    let mut words = lower.split(|it: char| !it.is_ascii_alphanumeric());
    let year: u16 = words
        .by_ref()
        .find_map(|word| word.parse().ok().filter(|it| (1990..=2100).contains(it)))?;
    let (from, to) = match words.next()? {
        "h1" => (1, 6),
        "h2" => (7, 12),
        "q1" => (1, 3),
        "q2" => (4, 6),
        "q3" => (7, 9),
        "q4" => (10, 12),
        _ => return None,
    };
    let month = |month: u8| format!("{year}-{month:02}").parse().ok();
    Some(Period {
        from: month(from)?,
        to: month(to)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_names() {
        #[track_caller]
        fn check(file: &str, text: &str, expected: Option<&str>) {
            assert_eq!(place_of(file, text), expected, "{file}");
        }
        check("keqiao-2023-h1.txt", "全区增长", Some("柯桥区"));
        check("keqiao-2023-h1.txt", "全县增长", None);
        check("shaoxing2023.txt", "全市增长", Some("绍兴市"));
        check("shaoxing2023.txt", "全县增长", Some("绍兴县"));
        check("huangpu2024.txt", "全区增长", None);
        check("huangpu2024.txt", "廣州，全區增長", Some("黄埔区"));
        check("liangjiang.txt", "新区完成", Some("两江新区"));
        check("report.txt", "全区增长", None);
        check("2023.txt", "全区增长", None);
    }

    #[test]
    fn months_in_names() {
        #[track_caller]
        fn check(file: &str, expected: Option<&str>) {
            let said = period_of(file).map(|it| format!("{}..{}", it.from, it.to));
            assert_eq!(said.as_deref(), expected, "{file}");
        }
        check("keqiao-2023-h1.txt", Some("2023-01..2023-06"));
        check("keqiao_2023_Q3.txt", Some("2023-07..2023-09"));
        check("keqiao-2023.txt", None);
        check("keqiao-h1.txt", None);
    }
}

//! A city whose parts a text sets beside each other: 赫山区, 桃江县 and 沅江市 are told of, and the report is 益阳市's.

use halfyear_catalogue::places::{self, short};

/// So many parts of one city, told of in one text, are set beside each other.
const PARTS: usize = 3;

/// So many where the text does not name the city at all.
const MANY_PARTS: usize = 5;

/// The city that a county-level city lies in, where a text that says 全市 names the city first, or not
/// at all, and tells of several of its parts; the title names none of them.
pub(super) fn city_of_parts<'n>(
    head: &str,
    name: &'static str,
    all: impl Iterator<Item = &'n str>,
) -> Option<&'static str> {
    let city = places::named(name).first()?.city?;
    if !name.ends_with('市') || !city.ends_with('市') {
        return None;
    }
    let title = head.lines().find(|line| !line.is_empty())?;
    let own = head.find(short(name))?;
    // 益阳市沅江市 is the address of the smaller.
    let lies = |other: &&str| places::named(other).iter().any(|it| it.city == Some(city));
    let parts = all.filter(lies).count();
    let many = match head.find(city) {
        Some(first) => {
            let address = head[first + city.len()..].starts_with(name);
            parts >= PARTS && first < own && !address
        }
        // 大祥区、武冈市、绥宁县……: what a text tells of time and again it is about.
        None => parts >= MANY_PARTS && head.matches(short(name)).count() <= PARTS,
    };
    (many && !title.contains(short(name))).then_some(city)
}

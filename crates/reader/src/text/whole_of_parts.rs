//! A city whose parts a text sets beside each other: 赫山区, 桃江县 and 沅江市 are told of, and the report is 益阳市's.

use halfyear_catalogue::places::{self, short};

/// So many parts of one city, told of in one text, are set beside each other.
const PARTS: usize = 3;

/// The city that a county-level city lies in, where a text that says 全市 names the city first and tells
/// of several of its parts; the title names none of them.
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
    let (first, own) = (head.find(city)?, head.find(short(name))?);
    // 益阳市沅江市 is the address of the smaller.
    let address = head[first + city.len()..].starts_with(name);
    let lies = |other: &&str| places::named(other).iter().any(|it| it.city == Some(city));
    let parts = all.filter(lies).count();
    let many = parts >= PARTS && first < own && !address && !title.contains(short(name));
    many.then_some(city)
}

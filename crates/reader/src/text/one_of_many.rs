//! Provinces that a text only compares with others.

use crate::text::short_names::short_automaton;
use halfyear_catalogue::places;
use rustc_hash::FxHashMap;

/// Whether a text names many provinces, and another one more often: 湖北省 among 22 that are compared.
pub(super) fn one_of_many(head: &str, name: &str) -> bool {
    let province = |name: &str| places::named(name).iter().any(|it| it.province.is_none());
    if !province(name) || !name.ends_with(['省', '区']) {
        return false;
    }
    let Some((automaton, names)) = short_automaton() else {
        return false;
    };
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for found in automaton.leftmost_find_iter(head) {
        let whole = names.get(found.value() as usize).copied();
        if let Some(whole) = whole.filter(|it| province(it)) {
            *counts.entry(whole).or_default() += 1;
        }
    }
    let own = counts.get(name).copied().unwrap_or_default();
    counts.len() > 6 && counts.values().any(|&count| count > own)
}

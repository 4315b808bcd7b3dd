//! The provinces and cities by what they are called for short: 福州 of 福州市.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use halfyear_catalogue::places::{self, short};
use std::sync::OnceLock;

/// The provinces and cities, by what they are called for short.
pub(super) fn short_automaton()
-> Option<&'static (CharwiseDoubleArrayAhoCorasick<u32>, Vec<&'static str>)> {
    type Shorts = (CharwiseDoubleArrayAhoCorasick<u32>, Vec<&'static str>);
    static AUTOMATON: OnceLock<Option<Shorts>> = OnceLock::new();
    let build = || {
        let is_large = |name: &&str| {
            let kinds = ["省", "市", "自治区"];
            places::named(name).iter().any(|it| it.city.is_none())
                && kinds.iter().any(|kind| name.ends_with(kind))
                && short(name).len() < name.len()
        };
        let mut names: Vec<&'static str> = places::names().filter(is_large).collect();
        // 吉林市 lies in 吉林省; the larger is meant.
        names.sort_unstable_by_key(|name| (short(name), !name.ends_with('省')));
        names.dedup_by_key(|name| short(name));
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.iter().map(|name| short(name)))
            .ok()?;
        Some((automaton, names))
    };
    AUTOMATON.get_or_init(build).as_ref()
}

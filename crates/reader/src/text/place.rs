//! Whose report it is, and which province its 全省 is.

use crate::text::compared::cities_beside;
use crate::text::normal::{normalise, unchanged};
use crate::text::one_of_many::one_of_many;
use crate::text::own_words::{COMPARED, OwnWords};
use crate::text::short_names::short_automaton;
use crate::text::titled::{part_in_the_title, titled};
use crate::text::unlisted::unlisted;
use crate::text::whole_of_parts::city_of_parts;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use halfyear_catalogue::Simplifier;
use halfyear_catalogue::places::{self, Division, short};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// How far a report is looked at for its place: it is named early and often.
const HEAD: usize = 6000;

fn automaton() -> Option<&'static CharwiseDoubleArrayAhoCorasick<u32>> {
    static AUTOMATON: OnceLock<Option<CharwiseDoubleArrayAhoCorasick<u32>>> = OnceLock::new();
    AUTOMATON
        .get_or_init(|| {
            CharwiseDoubleArrayAhoCorasickBuilder::new()
                .match_kind(MatchKind::LeftmostLongest)
                .build(places::names())
                .ok()
        })
        .as_ref()
}

/// How often a place is named.
#[derive(Clone, Copy, Debug, Default)]
struct Named {
    /// Not counting comparisons.
    count: usize,
    /// Where first, in bytes.
    first: usize,
}

/// The name of the place that a report is about, in full: 柯桥区.
///
/// Only the beginning of the text is looked at: a report names its place early and often.
pub fn own_name(text: &str) -> Option<String> {
    let head = head(text);
    let own_words = OwnWords::of(&head);
    let known = own_place(&head, &own_words).map(str::to_owned);
    known.or_else(|| unlisted_place(&head, &own_words))
}

/// The report's place, where the catalogue has it.
fn own_place(head: &str, own_words: &OwnWords<'_>) -> Option<&'static str> {
    let title = head.split('\n').find(|line| !line.is_empty())?;
    if cities_beside(title) {
        return None;
    }
    titled(head, |kind| own_words.count(kind)).or_else(|| {
        let named = known(head, own_words)
            .or_else(|| part_in_the_title(head, |kind| own_words.count(kind)))
            .or_else(|| called_short(head, own_words))?;
        Some(whole_of(head, own_words, named).unwrap_or(named))
    })
}

/// The report's place, where the catalogue does not have it.
fn unlisted_place(head: &str, own_words: &OwnWords<'_>) -> Option<String> {
    unlisted(head).filter(|name| !only_a_part(head, own_words, name, name.chars().next_back()))
}

/// 兰州中川机场……, 全省接待游客……, 天陇铁路甘肃段……: the larger place that a text calls its own, where it
/// calls no place of the other's kind so.
fn whole_of(head: &str, own_words: &OwnWords<'_>, name: &str) -> Option<&'static str> {
    let own = |name: &str| own_words.count(name.chars().next_back()) > 0;
    // What a text names time and again it is about, whatever lies around.
    let seldom = head.matches(short(name)).count() <= 4;
    let division = places::named(name)
        .first()
        .filter(|_| !own(name) && seldom)?;
    [division.city, division.province]
        .into_iter()
        .flatten()
        .find(|whole| own(whole) && head.contains(short(whole)))
}

/// The beginning of a text, in simplified writing.
pub(crate) fn head(text: &str) -> String {
    let end = text
        .char_indices()
        .nth(HEAD)
        .map_or(text.len(), |(at, _)| at);
    let mut head = String::with_capacity(end);
    let simplifier = Simplifier::get();
    let mut rest = &text[..end];
    loop {
        let (run, after) = rest.split_at(unchanged(rest, simplifier));
        head.push_str(run);
        let mut chars = after.chars();
        let Some(c) = chars.next() else {
            return head;
        };
        rest = chars.as_str();
        if let '\u{3400}'..='\u{9fff}' = c {
            head.push(simplifier.of(c));
        } else if !c.is_whitespace() || c == '\n' {
            head.push(normalise(c));
        }
    }
}

/// The places of the catalogue that a text names.
fn named(head: &str) -> FxHashMap<&'static str, Named> {
    let mut all: FxHashMap<&'static str, Named> = FxHashMap::default();
    let Some(automaton) = automaton() else {
        return all;
    };
    for found in automaton.leftmost_find_iter(head) {
        let (start, end) = (found.start(), found.end());
        let Some(&Division { name, .. }) = places::named(&head[start..end]).first() else {
            continue;
        };
        // 全会和县委: the county that has a committee is no 和县; nor is 示范县区 a 范县.
        let (before, after) = (&head[..start], &head[end..]);
        let of_a_county = end - start == 2 * '县'.len_utf8()
            && (after.starts_with(['委', '政', '直', '级', '域', '里', '乡', '区', '内'])
                || before.ends_with(['示', '模', '规', '典']));
        if of_a_county {
            continue;
        }
        let compared = COMPARED.iter().any(|word| head[..start].ends_with(word));
        // A县、B县均为下降: parts of the place that are told of in turn.
        let listed = head[..start].ends_with('、') || head[end..].starts_with('、');
        let one = all.entry(name).or_insert(Named {
            count: 0,
            first: start,
        });
        // 根据广东省地区生产总值统一核算结果: who does the accounts.
        let accounts = [
            "地区生产总值统一核算",
            "生产总值统一核算",
            "统一核算",
            "统计局统一核算",
        ]
        .iter()
        .any(|word| head[end..].starts_with(word));
        one.count += usize::from(!compared && !listed && !accounts);
    }
    all
}

/// The report's place among those of the catalogue: named most, in the first line, and of the kind
/// that the text calls its own (全区, 我区).
fn known(head: &str, own_words: &OwnWords<'_>) -> Option<&'static str> {
    let all = named(head);
    let title = head.char_indices().nth(60).map_or(head.len(), |(at, _)| at);
    // A place and those that it lies in stand together: 浙江省绍兴市柯桥区.
    let inside = |name: &str| {
        all.keys().any(|other| {
            places::named(other).iter().any(|it| {
                let first = all[other].first;
                let together = [name, short(name)]
                    .iter()
                    .any(|name| head[..first].ends_with(name));
                (it.city == Some(name) || it.province == Some(name))
                    && first < title
                    && together
                    && all[other].count > 0
            })
        })
    };
    all.iter()
        .filter(|(name, named)| {
            named.count > 0
                && !only_a_part(head, own_words, name, name.chars().next_back())
                && (named.first < title || !one_of_many(head, name))
        })
        .max_by_key(|(name, named)| {
            let titled = 3 * usize::from(named.first < title && !inside(name));
            let own = own_words.count(name.chars().next_back()).min(4);
            let score = 2 * named.count.min(6) + titled + 2 * own;
            (score, std::cmp::Reverse(named.first))
        })
        .map(|(name, _)| *name)
        .map(|name| city_of_parts(head, name, all.keys().copied()).unwrap_or(name))
}

/// 全市投资增长8%。安化县增长3%: whether a place is named seldom, and after the text called another kind its
/// own.
fn only_a_part(head: &str, own_words: &OwnWords<'_>, name: &str, kind: Option<char>) -> bool {
    if own_words.count(kind) > 0 {
        return false;
    }
    let mut named = head.match_indices(name).map(|(at, _)| at);
    let first = named.next().filter(|_| named.nth(2).is_none());
    first.is_some_and(|at| own_words.any_before(at))
}

/// A province or a city that is called by its short name alone: 重庆外贸, 广东企业. Where several are,
/// the one of the kind that the text calls its own.
fn called_short(head: &str, own_words: &OwnWords<'_>) -> Option<&'static str> {
    let (automaton, names) = short_automaton()?;
    // 青岛反超宁波 is about neither.
    let title = head.split('\n').find(|line| !line.is_empty())?;
    let passed = ["反超", "险胜", "超越", "赶超"].iter().any(|passes| {
        let two = title.split_once(passes);
        two.is_some_and(|(one, other)| {
            let named = |words: &str| automaton.leftmost_find_iter(words).next();
            named(one).is_some() && named(other).is_some_and(|found| found.start() == 0)
        })
    });
    if passed {
        return None;
    }
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    for found in automaton.leftmost_find_iter(head) {
        let before = &head[..found.start()];
        if !COMPARED.iter().any(|word| before.ends_with(word)) {
            *counts.entry(found.value()).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count > 1)
        .filter_map(|(name, count)| Some((*names.get(name as usize)?, count)))
        .filter(|(name, _)| !only_a_part(head, own_words, short(name), name.chars().next_back()))
        .max_by_key(|(name, count)| {
            let own = own_words.count(name.chars().next_back()).min(4);
            (count + own, std::cmp::Reverse(*name))
        })
        .map(|(name, _)| name)
}

/// The report's own place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    /// What it is called, the longest first: 柯桥区 and 柯桥.
    pub(crate) names: Vec<String>,
    /// What its words for places around it mean: 全省 is 浙江省.
    proper: Vec<(&'static str, String)>,
}

impl Own {
    /// The own place of a text.
    pub(crate) fn of(head: &str) -> Self {
        let own_words = OwnWords::of(head);
        let place = own_place(head, &own_words);
        let known = place.map(str::to_owned);
        let name = known.or_else(|| unlisted_place(head, &own_words));
        Self {
            names: name.as_deref().map(own_names).unwrap_or_default(),
            proper: proper(head, place, name.as_deref()),
        }
    }

    /// What all parts of the place together are called: 全市 of a city.
    pub(crate) fn of_its_kind(&self) -> Option<String> {
        let full = self.names.first()?;
        let kind = full.chars().next_back()?;
        let kind = if full.ends_with("自治区") {
            '区'
        } else {
            kind
        };
        "省市州盟县区旗".contains(kind).then(|| format!("全{kind}"))
    }

    /// An indicator's name without the word for the own place before it: 全区 in a district's report.
    pub(crate) fn without<'n>(&self, name: &'n str) -> &'n str {
        let mut chars = name.chars();
        let (Some('全'), Some(_)) = (chars.next(), chars.next()) else {
            return name;
        };
        let (word, rest) = name.split_at(name.len() - chars.as_str().len());
        let means = self.proper(word);
        let own = means.is_some_and(|place| self.names.contains(&place));
        if own && !rest.is_empty() { rest } else { name }
    }

    /// The name of what a benchmark's word means, where the text tells.
    pub(crate) fn proper(&self, word: &str) -> Option<String> {
        let found = self.proper.iter().find(|(known, _)| *known == word);
        found.map(|(_, name)| name.clone())
    }
}

fn own_names(name: &str) -> Vec<String> {
    let mut names = Vec::new();
    let short = short(name);
    for scope in ["全区", "全市", "全县", "全省"] {
        if name.ends_with(&scope['全'.len_utf8()..]) {
            names.push(format!("{name}{scope}"));
            names.push(format!("{short}{scope}"));
        }
    }
    names.push(name.to_owned());
    // 海西州 for 海西蒙古族藏族自治州
    if let Some(kind) = name.chars().next_back().filter(|_| name.contains("自治")) {
        names.push(format!("{short}{kind}"));
    }
    names.push(short.to_owned());
    names
}

/// What 全省, 全市 and the like mean in a text about a place.
fn proper(
    head: &str,
    place: Option<&'static str>,
    name: Option<&str>,
) -> Vec<(&'static str, String)> {
    let mut proper = Vec::new();
    for (word, kind) in [
        ("全省", '省'),
        ("全区", '区'),
        ("全市", '市'),
        ("全县", '县'),
        ("全州", '州'),
    ] {
        if let Some(name) = name.filter(|name| name.ends_with(kind)) {
            proper.push((word, name.to_owned()));
        }
    }
    // The text has to name it: many a 鼓楼区 there is.
    let said = |name: &str| head.contains(short(name));
    let lies_in: Vec<&Division> = place
        .map(places::named)
        .unwrap_or_default()
        .iter()
        .filter(|it| it.province.is_some_and(said) || it.city.is_some_and(said))
        .collect();
    if let [one] = lies_in.as_slice() {
        // 全区 in a city of an autonomous region is that region.
        for (word, above) in [
            ("全省", one.province),
            ("全市", one.city),
            ("全区", one.province),
        ] {
            let known = proper.iter().any(|(known, _)| *known == word);
            let ends = above.is_some_and(|it| it.ends_with(&word['全'.len_utf8()..]));
            if let Some(above) = above.filter(|above| !known && ends && said(above)) {
                proper.push((word, above.to_owned()));
            }
        }
    }
    proper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_for_places_mean() {
        #[track_caller]
        fn check(text: &str, word: &str, expected: Option<&str>) {
            assert_eq!(
                Own::of(&head(text)).proper(word).as_deref(),
                expected,
                "{text}"
            );
        }
        let keqiao = "浙江省绍兴市柯桥区上半年增长8.2%,高于全省1.4个百分点。";
        check(keqiao, "全省", Some("浙江省"));
        check(keqiao, "全市", Some("绍兴市"));
        check(keqiao, "全区", Some("柯桥区"));
        check("柯桥区增长8.2%,居全省第一。", "全省", None);
        check(
            "浙江省上半年增长8.2%,全省投资增长。",
            "全省",
            Some("浙江省"),
        );
        check("江苏徐州,鼓楼区增长,居全市第一", "全市", None);
        check("徐州市鼓楼区增长,居全市第一", "全市", Some("徐州市"));
        check("上半年增长8.2%。", "全省", None);
    }
}

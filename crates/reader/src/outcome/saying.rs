//! Whether a name says what is measured, and says it once.

use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;

/// Words of two characters that no name has twice in a row.
const TWICE: [&str; 10] = [
    "收入", "支出", "居民", "产值", "投资", "到位", "开工", "地区", "工业", "合同",
];

/// A name that says nothing twice in a row: 资质以上建筑业[建筑业]总产值.
pub(crate) fn once(name: &str) -> String {
    // As bytes: characters that are alike have bytes that are.
    let bytes = name.as_bytes();
    let twice = [18, 15, 12, 9, 6].into_iter().find_map(|len| {
        let mut starts = 0..bytes.len().saturating_sub(2 * len - 1);
        let at = starts.find(|&at| {
            bytes[at + 2] == bytes[at + len + 2]
                && bytes[at..at + len] == bytes[at + len..at + 2 * len]
                && name.is_char_boundary(at)
                // 退税缓税缓费 and 零售零售额 mean what they say.
                && (len > 6 || TWICE.contains(&&name[at..at + len]))
        })?;
        Some(at..at + len)
    });
    match twice.filter(|twice| name.is_char_boundary(twice.end)) {
        Some(twice) => [&name[..twice.start], &name[twice.end..]].concat(),
        None => name.to_owned(),
    }
}

/// Whether a name is a kind of place and nothing else: 市.
pub(crate) fn kind_of_place(name: &str) -> bool {
    Lexicon::get().is_one_of(Noun::Places, name)
}

/// Whether a name is an attribute of something that was never told: 总投资, 金额.
pub(crate) fn unowned(name: &str) -> bool {
    Lexicon::get().is_one_of(Noun::Unowned, name)
}

/// Whether a unit counts or weighs what only money measures: 甲区到位资金29个.
pub(crate) fn counts_money(name: &str, unit: &str) -> bool {
    let lexicon = Lexicon::get();
    let counts = [UnitKind::Count, UnitKind::People, UnitKind::Amount];
    // 3500亿 is of whatever the text counts in.
    !unit.ends_with(['万', '亿'])
        && lexicon.ends_in(Noun::Money, name)
        && lexicon
            .unit(unit)
            .is_some_and(|(length, kind)| length == unit.len() && counts.contains(&kind))
}

/// Whether a name is of anybody: 居民, 人数.
pub(crate) fn anybody(name: &str) -> bool {
    Lexicon::get().is_one_of(Noun::Anybody, name)
}

/// Whether a name says what is measured: 翼城 is a place, and nobody says what of it grew; 没有 and
/// 季 are what is left of a sentence that was not understood.
pub(crate) fn names_something(name: &str) -> bool {
    let lexicon = Lexicon::get();
    // A电子税收过千万元、B铝业税收: a figure stands in it.
    if name.contains("万元、") || name.contains("亿元、") {
        return false;
    }
    let mut letters = name.chars();
    let alone = match (letters.next(), letters.next()) {
        (Some(only), None) => !only.is_ascii_alphabetic() && !lexicon.is_one_of(Noun::Letter, name),
        _ => false,
    };
    // Such verbs are short.
    let verb = if name.len() <= 15 { name } else { "" };
    let moves = lexicon
        .words(verb)
        .next()
        .is_some_and(|(start, end, word)| {
            // 全省第23位: among whom, not what.
            let among = word.is(Class::Scope) && verb.starts_with('全');
            let moves = word.is(Class::Rise) || word.is(Class::Fall);
            start == 0 && end == verb.len() && (moves || among)
        });
    // 后者增速快于前者
    let pointed = ["前者", "后者"].iter().any(|word| name.starts_with(word));
    let records = name.starts_with('创') && name.ends_with(['高', '录']);
    // 没有 and 未达 begin what is left.
    let mut beginnings = name.char_indices().skip(1).take(3);
    let left = lexicon.is_one_of(Noun::Left, name)
        || beginnings.any(|(at, _)| lexicon.is_one_of(Noun::Left, &name[..at]));
    // 企业申请了国家专利: what somebody did.
    let done = name
        .split_once('了')
        .is_some_and(|(verb, rest)| !verb.ends_with('过') && !rest.starts_with('解'));
    let done = done || name.contains("成为");
    // 占出口总值的比重: whose share it is nobody said.
    let share = name.starts_with('占') && name.ends_with(['重', '例']);
    !alone
        && !share
        && !done
        && !moves
        && !records
        && !pointed
        && !left
        && !lexicon.is_one_of(Noun::Reckoned, name)
        && !lexicon.ends_in(Noun::Torn, name)
        && !lexicon.is_one_of(Noun::Abroad, name)
        && !crate::words::places::is_name(name)
}

//! What was counted, without what it did: 5个保交楼项目按期交房, 20个重点建设项目加快推进.

use crate::phrases::name::Name;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;

/// How what somebody did begins, in words that may be part of a name elsewhere.
const DOINGS: [&str; 24] = [
    "按期",
    "按时",
    "如期",
    "集中",
    "全部",
    "陆续",
    "顺利",
    "安装",
    "签约",
    "落户",
    "实现",
    "通过",
    "成功",
    "正",
    "已",
    "将",
    "主体",
    "即将",
    "进入",
    "全速",
    "实施",
    "按时序",
    "整理",
    "申报",
];

/// 140万游客进藏体验高原风情, 5个保交楼项目按期交房: who or what is counted, without what they did in
/// words that the table lacks.
pub(crate) fn counted_alone(noun: Name) -> Name {
    let lexicon = Lexicon::get();
    // 9600户农户户均增收3000元
    let each = ["户均", "人均", "年均", "亩均"]
        .iter()
        .find_map(|each| noun.plain.strip_suffix(*each));
    let noun = each.map_or(noun.clone(), |whole| noun.first(whole.chars().count()));
    // 12个行业大类中“8升4降”: how they fared.
    let fared = noun
        .plain
        .split_once('“')
        .filter(|(_, how)| how.contains(['升', '降']));
    let whose = fared.map(|(whose, _)| whose.trim_end_matches('中').chars().count());
    let noun = whose.map_or(noun.clone(), |whose| noun.first(whose));
    let count = noun.plain.chars().count();
    let named = (2..count.saturating_sub(3)).find(|&n| {
        let first = noun.first(n).plain;
        let people = lexicon.is_one_of(Noun::People, &first);
        let rest = &noun.plain[first.len()..];
        let did = ["项目", "企业"].iter().any(|end| first.ends_with(end))
            && DOINGS.iter().any(|doing| rest.starts_with(doing));
        did || people && !lexicon.ends_in(Noun::Measure, &noun.plain)
    });
    named.map_or(noun.clone(), |n| noun.first(n))
}

/// 20个重点建设项目加快推进: what is counted, without how it stands.
pub(crate) fn without_state(noun: Name) -> Name {
    let state = Lexicon::get().shorter(Noun::State, &noun.plain);
    state.map_or(noun.clone(), |state| {
        noun.first(noun.plain.chars().count() - state.chars().count())
    })
}

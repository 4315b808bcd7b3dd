//! Those ranked among, in the words before a place in a ranking.

use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token, backwards};

/// The first token of those ranked among, right before the rank or its verb: 绍兴市, 全国百强县.
pub(crate) fn among(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let verb = backwards(tokens, start, at, |t| t.is(Class::RankVerb));
    // 排名由第8位升至第3位
    if verb.is_some_and(|verb| tokens[verb..=at].iter().any(|t| t.is(Class::From))) {
        return None;
    }
    if let Some(verb) = verb {
        return Some(verb + 1).filter(|&first| first <= at);
    }
    let token = &tokens[at];
    if token.is(Class::Scope) {
        return Some(at);
    }
    let word = &text[token.range()];
    let place = matches!(token.kind, Kind::Text)
        && (word.ends_with(['市', '省', '区', '县', '州', '国'])
            // 增长23.9%,遵义第3位, but not 遵义退至第3位
            || matches!(tokens.get(at + 1).map(|next| &next.kind), Some(Kind::Rank(_)))
                && crate::words::places::is_name(word));
    (place && at == start).then_some(at)
}

/// The same before the verb: 全省市州 in 在全省市州排名第三, 中心城区 in 在中心城区中排位第五.
pub(crate) fn among_before(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let token = &tokens[at];
    if token.is(Class::Scope) {
        return Some(at);
    }
    // 在“一市三县”中位居第一
    let place = |token: &Token| {
        let text = text[token.range()]
            .trim_start_matches('“')
            .trim_end_matches('”');
        token.kind.nominal() && text.chars().count() <= 6
    };
    let before = at.checked_sub(1).filter(|&b| b >= start)?;
    // 全省重点项目考核 is what is ranked, not where.
    let named = place(token)
        && !crate::phrases::measure::judged(&text[token.range()])
        && (tokens[before].is(Class::Scope) || &text[tokens[before].range()] == "在");
    // 全区沿海园区
    let scopes = (start..at)
        .rev()
        .take_while(|&i| tokens[i].is(Class::Scope));
    named.then_some(at - scopes.count())
}

/// The first of several ranked among between 在 and 中.
pub(crate) fn among_several(
    text: &str,
    tokens: &[Token],
    start: usize,
    end: usize,
) -> Option<usize> {
    let within = backwards(tokens, start, end, |t| &text[t.range()] == "在")?;
    let listed = &tokens[within + 1..end];
    let several = listed
        .iter()
        .any(|token| matches!(token.kind, Kind::And | Kind::Pause));
    let places = listed.iter().all(|token| {
        token.is(Class::Scope) || matches!(token.kind, Kind::And | Kind::Pause | Kind::Text)
    });
    let first = listed.first()?;
    (several && places && first.is(Class::Scope)).then_some(within + 1)
}

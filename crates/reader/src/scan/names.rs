//! Numbers that count nothing by themselves: pairs of them, and those in names.

use super::above::{counted_above, counts_before, of_works};
use super::brackets::{opens, quotation};
use super::words::push;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// Puts numbers together that are one figure only as a pair: 5%—6%, 3.2:45.1:51.7.
pub(crate) fn ranges(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let numeric = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.kind, Kind::Number(_) | Kind::Quantity(_)))
    };
    let joins = |token: &Token| {
        !matches!(
            token.kind,
            Kind::Number(_) | Kind::Quantity(_) | Kind::Comma | Kind::Pause
        ) && matches!(
            text[token.range()].trim_matches('—'),
            "" | "-" | "~" | "至" | "到" | ":" | "∶" | "/" | "兑" | "兑换"
        )
    };
    let mut i = 0;
    while i < raw.len() {
        let mut last = i;
        while numeric(raw.get(last)) {
            // —— is two marks.
            let marks = raw[last + 1..]
                .iter()
                .take(2)
                .take_while(|token| joins(token))
                .count();
            if marks == 0 || !numeric(raw.get(last + 1 + marks)) {
                break;
            }
            // 营业收入5亿元:8个园区3亿元 is no ratio: what a colon joins has no unit.
            let colon = matches!(raw[last + 1].kind, Kind::Colon);
            if colon && !matches!(raw[last].kind, Kind::Number(_)) {
                break;
            }
            // 提升1.6个百分点至59.6%, 增长5.1%至30亿元: how far it moved, and where to.
            let kind = |token: &Token| match &token.kind {
                Kind::Quantity(quantity) => quantity.kind,
                _ => None,
            };
            let (from, to) = (kind(&raw[last]), kind(&raw[last + 1 + marks]));
            let moved = matches!(from, Some(UnitKind::Points | UnitKind::Rate));
            if moved && from != to {
                break;
            }
            // 144.9亿元 -7.2%: a level, and by how much it fell.
            let falls = from == Some(UnitKind::Money)
                && to == Some(UnitKind::Rate)
                && &text[raw[last + 1].range()] == "-";
            if falls && let Kind::Quantity(rate) = &mut raw[last + 2].kind {
                rate.number.minus = true;
                let mark = raw[last + 1].start;
                raw[last + 1].end = mark;
                break;
            }
            last += 1 + marks;
        }
        // 城乡收入比1.74:1: so many to one.
        let to_one = last > i
            && matches!(&raw[i].kind, Kind::Number(number) if !number.chinese)
            && text[raw[i].start..raw[last].end]
                .split_once(':')
                .is_some_and(|(_, to)| to == "1" || to == "100" && sexes(&text[..raw[i].start]))
            && text[..raw[i].start]
                .trim_end_matches(['为', '至', '到', '由', '从', '是', '降', '缩', '升'])
                .ends_with(['比', '小', '低']);
        // 收入比由上年同期的2.30:1缩小为2.26:1, 下降为2.26:1
        let from = || {
            let before = text[..raw[i].start].char_indices().rev().take(12);
            let near = before.last().map_or("", |(at, _)| &text[at..raw[i].start]);
            near.contains("比由") || near.contains("比从") || near.contains(":1下降")
        };
        let to_one =
            to_one || last > i && text[raw[i].start..raw[last].end].ends_with(":1") && from();
        if to_one && let Kind::Number(number) = &raw[i].kind {
            let at = raw[i].range();
            raw[i].kind = Kind::Quantity(Quantity {
                number: number.clone(),
                unit: at.end..at.end,
                at,
                kind: None,
                bound: Bound::Exact,
            });
            take_in(&mut raw, i, last);
        } else if last > i {
            // 0—14岁人口: who is counted.
            let aged = text[..raw[last].end].ends_with('岁');
            // 1—5亿元项目: how large they are.
            let sized =
                text[..raw[last].end].ends_with("万元") || text[..raw[last].end].ends_with("亿元");
            let works = ["项目", "企业", "工程"].iter();
            let aged = aged
                || sized
                    && works
                        .clone()
                        .any(|it| text[raw[last].end..].starts_with(*it));
            raw[i].kind = if aged { Kind::Name } else { Kind::Range };
            take_in(&mut raw, i, last);
        }
        i = last + 1;
    }
    without_taken(raw)
}

/// Whether a text ends in 男女性别比为, which is told as so many men to a hundred women.
fn sexes(before: &str) -> bool {
    let before = before.trim_end_matches(['为', '是', '达', '到']);
    before.ends_with("性别比")
}

/// Lets a token reach to the end of a later one, which is left empty as those between are.
pub(crate) fn take_in(tokens: &mut [Token], first: usize, last: usize) {
    tokens[first].end = tokens[last].end;
    for token in &mut tokens[first + 1..=last] {
        token.end = token.start;
    }
}

/// The tokens without those that others took in.
pub(crate) fn without_taken(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.retain(|token| token.start < token.end);
    tokens
}

/// Puts names together: what quotation marks hold, 415X, 4131, thresholds.
pub(crate) fn names(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let may_name = |token: &Token| match token.kind {
        Kind::Number(_) | Kind::Quantity(_) => true,
        Kind::Mark => opens(text, token).is_some(),
        _ => token.is(Class::After),
    };
    if !raw.iter().any(may_name) {
        return raw;
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        if let Some(close) = quotation(text, &raw, i) {
            push(&mut tokens, Kind::Name, token.start, raw[close].end);
            i = close + 1;
            continue;
        }
        let next = raw.get(i + 1);
        // Most are words and the text between, and stay as they are.
        let counts = matches!(token.kind, Kind::Number(_) | Kind::Quantity(_));
        let limited = next.is_some_and(|next| next.is(Class::After));
        if !counts && !limited {
            let (start, end) = (token.start, token.end);
            let kind = std::mem::replace(&mut raw[i].kind, Kind::Mark);
            push(&mut tokens, kind, start, end);
            i += 1;
            continue;
        }
        let touches = next.is_some_and(|next| next.start == token.end);
        let letter = |at: usize| text[at..].starts_with(|c: char| c.is_ascii_alphabetic());
        let after_letter = || text[..token.start].ends_with(|c: char| c.is_ascii_alphabetic());
        // 超10亿元企业: a limit of those counted.
        if let Kind::Quantity(quantity) = &token.kind
            && matches!(quantity.kind, Some(UnitKind::Money | UnitKind::Amount))
            && touches
            && next.is_some_and(|next| {
                matches!(next.kind, Kind::Text)
                    && ["企业", "项目", "工程", "商品", "园区", "集群", "村", "县"]
                        .iter()
                        .any(|noun| {
                            let at = text[next.range()].find(noun);
                            at.is_some_and(|at| at <= "战略性新兴".len())
                        })
            })
            && tokens
                .last()
                .is_some_and(|last| last.end == token.start && last.is(Class::Before))
        {
            if let Some(last) = tokens.last_mut() {
                last.kind = Kind::Name;
                last.end = token.end;
            }
            i += 1;
            continue;
        }
        // 70万千瓦级发电项目, 20万吨级码头: how large they are.
        if let Kind::Quantity(quantity) = &token.kind
            && touches
            && text[quantity.unit.end..].starts_with('级')
            && let Some(next) = next
        {
            let end = token.end + '级'.len_utf8();
            push(&mut tokens, Kind::Name, token.start, end);
            if end < next.end {
                push(&mut tokens, next.kind.clone(), end, next.end);
            }
            i += 2;
            continue;
        }
        // 三十亿级项目
        let said = &text[token.range()];
        if touches && (said.ends_with("亿级") || said.ends_with("万级")) {
            push(&mut tokens, Kind::Name, token.start, token.end);
            i += 1;
            continue;
        }
        // 每10万人中, 产值前10户企业: of how many, and which they are.
        let firms = |at: Range<usize>| text[at].contains("企业");
        if let Kind::Quantity(quantity) = &token.kind
            && matches!(quantity.kind, Some(UnitKind::People | UnitKind::Count))
            && (text[..token.start].ends_with('每')
                || text[..token.start].ends_with('前')
                    && (firms(token.range())
                        || next.is_some_and(|it| touches && firms(it.range()))))
        {
            push(&mut tokens, Kind::Name, token.start, token.end);
            i += 1;
            continue;
        }
        // 世界500强企业, 地铁1号线客流量; 3者合计 is of what was named, as 三者 is.
        if let Kind::Number(number) = &token.kind
            && !number.chinese
            && let Some(next) = next.filter(|_| touches)
            && let Some(word) = ["强", "号线", "者"]
                .iter()
                .find(|word| text[next.range()].starts_with(**word))
        {
            let all = (*word == "者").then(|| Lexicon::get().words("三者").next());
            let kind = all.flatten().map_or(Kind::Name, |it| Kind::Word(it.2));
            let end = token.end + word.len();
            push(&mut tokens, kind, token.start, end);
            if end < next.end {
                push(&mut tokens, Kind::Text, end, next.end);
            }
            i += 2;
            continue;
        }
        // 亿元以上项目: a limit without digits.
        if matches!(token.kind, Kind::Text)
            && text[token.range()].ends_with("亿元")
            && let Some(limit) = next.filter(|next| next.is(Class::After))
            && raw.get(i + 2).is_some_and(|noun| noun.kind.nominal())
        {
            push(&mut tokens, Kind::Text, token.start, limit.end);
            i += 2;
            continue;
        }
        let named = match &token.kind {
            Kind::Number(number) if !number.chinese => {
                let nominal = next.is_some_and(|next| next.kind.nominal());
                letter(token.end)
                    || after_letter()
                    || touches && nominal && number.digits.len() >= 2
            }
            // 五星, 六大特色: words, not figures.
            Kind::Number(_) => {
                push(&mut tokens, Kind::Text, token.start, token.end);
                i += 1;
                continue;
            }
            // 连续三年: for how long, not how much.
            Kind::Quantity(quantity)
                if lasts(text, quantity)
                    && ["连续", "持续", "历时", "时隔"]
                        .iter()
                        .any(|word| text[..token.start].ends_with(word)) =>
            {
                // 连续八个季度: the noun goes with its number.
                let noun = "季度";
                let quarters = next.filter(|next| text[next.range()].starts_with(noun));
                // 连续三年半
                let half = text[token.end..].starts_with('半');
                let half = if half { '半'.len_utf8() } else { 0 };
                let end = token.end + quarters.map_or(half, |_| noun.len());
                if let Some(last) = tokens.last_mut() {
                    last.end = end;
                }
                let begun = quarters.or(next.filter(|next| next.start < end));
                if let Some(next) = begun.filter(|next| next.end > end) {
                    push(&mut tokens, next.kind.clone(), end, next.end);
                }
                i += 1 + usize::from(begun.is_some());
                continue;
            }
            // 四年来首次突破8%
            Kind::Quantity(quantity)
                if lasts(text, quantity)
                    && text[token.end..].starts_with('来')
                    && let Some((_, _, entry)) = Lexicon::get().words("逐年").next() =>
            {
                let (start, end) = (token.start, token.end + '来'.len_utf8());
                let kind = Kind::Word(entry);
                tokens.push(Token { kind, start, end });
                let rest = next.filter(|next| next.start < end);
                if let Some(next) = rest.filter(|next| next.end > end) {
                    push(&mut tokens, next.kind.clone(), end, next.end);
                }
                i += 1 + usize::from(rest.is_some());
                continue;
            }
            Kind::Quantity(quantity) if worded(text, quantity, next) => {
                push(&mut tokens, Kind::Text, token.start, token.end);
                i += 1;
                continue;
            }
            Kind::Quantity(quantity) => {
                // A limit and a noun: 10亿元以上项目, 65岁以上人口.
                let limited = next.is_some_and(|next| next.is(Class::After));
                // 六成以上行业保持增长: so many of them.
                let share = (quantity.kind == Some(UnitKind::Rate)
                    || text[quantity.unit.clone()].ends_with('成'))
                    && next.is_some_and(|next| {
                        let after = text[next.end..].trim_start_matches('的');
                        ["行业", "企业", "产品", "工业", "大类"]
                            .iter()
                            .any(|doers| after.starts_with(doers))
                    });
                // 增幅10%以上的企业 are known by how they grew.
                let rate = text[..token.start].ends_with(['幅', '速', '率', '比', '长', '降']);
                limited && (rate || !share)
                    // G227线
                    || quantity.kind == Some(UnitKind::Count)
                        && (quantity.number.digits.len() < 3
                            || &text[quantity.unit.clone()] == "线")
                        && after_letter()
            }
            _ => false,
        };
        // 产值过10亿元的企业达到11家: what so many are above.
        let above = tokens.last().filter(|before| before.is(Class::Before));
        if let Some(start) = above.map(|it| it.start)
            && counted_above(&raw[i..])
        {
            tokens.pop();
            push(&mut tokens, Kind::Name, start, token.end);
        } else if let Some(start) = above.map(|it| it.start)
            && counts_before(&tokens)
            && let Some(of) = of_works(text, &raw[i..])
        {
            tokens.pop();
            push(&mut tokens, Kind::Name, start, of);
            i += 1;
        } else if named {
            let mut end = token.end;
            if let Some(next) = next
                && next.is(Class::After)
            {
                end = next.end;
                i += 1;
            }
            push(&mut tokens, Kind::Name, token.start, end);
        } else {
            let (start, end) = (token.start, token.end);
            let kind = std::mem::replace(&mut raw[i].kind, Kind::Mark);
            push(&mut tokens, kind, start, end);
        }
        i += 1;
    }
    tokens
}

/// Whether a quantity says how long or how often: 6个月, 两个季度, 三次.
fn lasts(text: &str, quantity: &Quantity) -> bool {
    let after = &text[quantity.unit.start..];
    quantity.kind == Some(UnitKind::Degree)
        || ["个季度", "次", "届", "期"]
            .iter()
            .any(|unit| after.starts_with(unit))
}

/// Whether a quantity is a way of speaking (三个, 一批) and no figure: a small Chinese count that
/// something follows.
fn worded(text: &str, quantity: &Quantity, next: Option<&Token>) -> bool {
    let count = matches!(
        quantity.kind,
        Some(
            UnitKind::Count
                | UnitKind::People
                | UnitKind::Degree
                | UnitKind::Amount
                | UnitKind::Score
        )
    );
    let follows = next.is_some_and(|next| {
        !matches!(
            next.kind,
            Kind::Comma | Kind::Semicolon | Kind::Mark | Kind::Pause
        )
    });
    let scaled = text[quantity.unit.clone()].starts_with(['万', '亿']);
    let small = quantity.number.digits.len() == 1;
    // 长源东谷二期
    let ordinal = matches!(&text[quantity.unit.clone()], "期" | "届");
    quantity.number.chinese
        && count
        && !scaled
        && (ordinal || &*quantity.number.digits == "1" || small && follows)
}

//! Those ranked among, and the count of what a list held.

use crate::words::lexicon::{Class, Lexicon};
use crate::words::token::{Kind, Token};

/// What is ranked: places, and what places have.
pub(super) const RANKED: [&str; 18] = [
    "县",
    "市",
    "区",
    "省",
    "州",
    "旗",
    "盟",
    "乡",
    "镇",
    "街道",
    "城市",
    "园区",
    "开发区",
    "高新区",
    "地市",
    "单位",
    "省份",
    "功能区",
];

/// Parts of the country that are no places of the table.
const REGIONS: [&str; 7] = ["西北", "西南", "华北", "华中", "华南", "东北", "华东"];

/// Puts those ranked among together: 全省11个地市 before 中排名第4, 五县(市) before 中总量居第一.
pub(crate) fn rivals(text: &str, raw: Vec<Token>) -> Vec<Token> {
    if !raw.iter().any(|token| matches!(token.kind, Kind::Rank(_))) {
        return raw;
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        match end(text, &raw, i) {
            Some(end) => {
                let mut start = token.start;
                // 居福州各县(市)区: the verb is none of the name.
                let word = &text[token.range()];
                let verb = word.len() - without_verb(word).len();
                if verb > 0
                    && matches!(token.kind, Kind::Text)
                    && let Some((_, _, entry)) = Lexicon::get().words("位居").next()
                {
                    start += verb;
                    tokens.push(Token {
                        kind: Kind::Word(entry),
                        start: token.start,
                        end: start,
                    });
                }
                tokens.push(Token {
                    kind: Kind::Rivals,
                    start,
                    end: raw[end - 1].end,
                });
                i = end;
            }
            _ => {
                tokens.push(token.clone());
                i += 1;
            }
        }
    }
    tokens
}

/// Where a count of those ranked ends that begins here, whatever they lie in: 全市七县(市).
fn end(text: &str, raw: &[Token], start: usize) -> Option<usize> {
    let scope = raw[start].is(Class::Scope);
    let whose = matches!(raw[start].kind, Kind::Text)
        && (text[raw[start].range()].ends_with(['属', '辖'])
            || text[raw[start].range()].ends_with("全省各")
            // 在扬州8家省级开发区中, 居长沙九区县(市)
            || crate::words::places::is_name(without_verb(&text[raw[start].range()]))
            || REGIONS.contains(&without_verb(&text[raw[start].range()]))
            || region(text, raw, start));
    if let Some(end) = each_kind(text, raw, start) {
        return ranks(raw, end).then_some(end);
    }
    // 居常州各辖市区第二位
    let governed = raw.get(start + 1..start + 3);
    if let Some([governs, kind]) = governed
        && let Some(whose) = text[raw[start].range()].strip_suffix('各')
        && crate::words::places::is_name(without_verb(whose))
        && text[governs.range()] == *"辖"
        && placed(text, kind)
    {
        return ranks(raw, start + 3).then_some(start + 3);
    }
    // 全国前六大外贸省市
    if scope
        && let Some(great) = raw.get(start + 1)
        && let Some(count) = text[great.range()].strip_prefix('前')
        && count.starts_with(crate::words::numeral::is_chinese)
        && count.chars().nth(1) == Some('大')
        && placed(text, great)
    {
        return ranks(raw, start + 2).then_some(start + 2);
    }
    let mut i = start + usize::from(scope || whose);
    // 全国前6大外贸省市
    i += usize::from(scope && raw.get(i).is_some_and(|next| &text[next.range()] == "前"));
    let count = match &raw.get(i)?.kind {
        Kind::Number(number) => number,
        Kind::Quantity(quantity) => &quantity.number,
        _ => return None,
    };
    // Nobody is ranked among two.
    count
        .digits
        .parse::<u32>()
        .ok()
        .filter(|&count| count > 2)?;
    i += 1;
    let first = i;
    let noun = |token: &Token| {
        !token.kind.breaks()
            && !token.is(Class::PrepEnd)
            && !token.is(Class::RankVerb)
            && !token.is(Class::Rate)
            && !token.is(Class::Itself)
            && !matches!(
                token.kind,
                Kind::Several
                    | Kind::Quantity(_)
                    | Kind::Number(_)
                    | Kind::Rank(_)
                    | Kind::Pause
                    | Kind::Of
            )
    };
    let nouns = raw[first..]
        .iter()
        .take(8)
        .take_while(|token| noun(token))
        .count();
    // The unit may be the noun itself: 8县.
    let place = (first..=first + nouns)
        .take(5)
        .find(|&end| placed(text, &raw[end - 1]));
    let Some(end) = place else {
        // 全省18个产业集聚发展基地: whatever has a rank right after it.
        let end = first + nouns;
        let leads = |token: &&Token| {
            token.is(Class::PrepEnd) || token.is(Class::RankVerb) || token.is(Class::Adverb)
        };
        let rank = raw[end..].iter().take(5).find(|token| !leads(token))?;
        let ranked = matches!(rank.kind, Kind::Rank(_));
        return (scope && nouns > 0 && ranked).then_some(end);
    };
    let one = bracket(text, raw, end).unwrap_or(end);
    let one = further_count(text, raw, one).unwrap_or(one);
    // 六个区、县(市)
    let next = |end: &usize| another_kind(text, raw, *end);
    let further = std::iter::successors(next(&one), next);
    let whole = further.take(3).last().unwrap_or(one);
    ranks(raw, whole).then_some(whole)
}

/// Where a second count of places ends: 四市三区.
fn further_count(text: &str, raw: &[Token], at: usize) -> Option<usize> {
    let end = match &raw.get(at)?.kind {
        Kind::Number(number) if number.chinese => at + 2,
        Kind::Quantity(quantity) if quantity.number.chinese => at + 1,
        _ => return None,
    };
    raw.get(end - 1)
        .filter(|last| placed(text, last))
        .map(|_| end)
}

/// A word without the verb of a rank that it begins with.
fn without_verb(word: &str) -> &str {
    let verb = ["位居", "居", "列"]
        .iter()
        .find_map(|verb| word.strip_prefix(*verb));
    verb.unwrap_or(word)
}

/// Whether a short name, after a rank, stands before how many places it has: 、渝西8区第一.
fn region(text: &str, raw: &[Token], start: usize) -> bool {
    let before = start.checked_sub(2).and_then(|from| raw.get(from..start));
    let goes_on = before.is_some_and(|pair| {
        matches!(pair[0].kind, Kind::Rank(_)) && matches!(pair[1].kind, Kind::Pause | Kind::Comma)
    });
    goes_on && text[raw[start].range()].chars().count() < 5
}

/// Where the places end that are named by their kinds alone: 福州各县(市)区, 全市各县(市、区), 绍兴各区、县(市).
fn each_kind(text: &str, raw: &[Token], start: usize) -> Option<usize> {
    let parts = |token: &Token| matches!(token.kind, Kind::Open | Kind::Pause);
    let first = (start + 1..start + 3).find(|&i| raw.get(i).is_some_and(parts))?;
    let nouns = &raw[start..first];
    let all = text[nouns.first()?.start..nouns.last()?.end].contains('各');
    let named = nouns
        .iter()
        .all(|token| token.is(Class::Scope) || matches!(token.kind, Kind::Text));
    let last = placed(text, nouns.last()?);
    // 居全省县(市)第1位
    let alone = match nouns {
        [scope, kind] => scope.is(Class::Scope) && RANKED.contains(&&text[kind.range()]),
        _ => false,
    };
    let one = bracket(text, raw, first);
    // 各县、市、区
    let next = |end: &usize| another_kind(text, raw, *end);
    let further = std::iter::successors(next(&one.unwrap_or(first)), next);
    let several = further.take(3).last();
    several.or(one).filter(|_| (all || alone) && named && last)
}

/// Where a second kind of places ends after a pause: 、县(市).
fn another_kind(text: &str, raw: &[Token], pause: usize) -> Option<usize> {
    let [parts, kind] = raw.get(pause..pause + 2)? else {
        return None;
    };
    let kinds = matches!(parts.kind, Kind::Pause)
        && matches!(
            &text[kind.range()],
            "区" | "县" | "市" | "旗" | "市县" | "县市"
        );
    kinds.then(|| bracket(text, raw, pause + 2).unwrap_or(pause + 2))
}

/// Where brackets end that say of what kind the places are: 13个县(市、区).
pub(super) fn bracket(text: &str, raw: &[Token], open: usize) -> Option<usize> {
    if !matches!(raw.get(open)?.kind, Kind::Open) {
        return None;
    }
    let inner = &raw[open + 1..];
    let close = inner
        .iter()
        .take(6)
        .position(|token| matches!(token.kind, Kind::Close))?;
    let kinds = inner[..close]
        .iter()
        .all(|token| matches!(token.kind, Kind::Pause) || RANKED.contains(&&text[token.range()]));
    let end = open + close + 2;
    // 区(市)县
    let kind = |token: &Token| RANKED.contains(&&text[token.range()]);
    kinds.then_some(end + usize::from(raw.get(end).is_some_and(kind)))
}

fn placed(text: &str, token: &Token) -> bool {
    let text = &text[token.range()];
    RANKED.iter().any(|end| text.ends_with(end))
}

/// Whether a rank follows, with nothing between but what leads up to it.
fn ranks(raw: &[Token], end: usize) -> bool {
    let mut within = false;
    let mut viewed = false;
    let mut open = false;
    for token in raw.iter().skip(end).take(24) {
        // 16个县市区(含比拼对象)
        open |= matches!(token.kind, Kind::Open);
        if open {
            open = !matches!(token.kind, Kind::Close);
            continue;
        }
        let leads = [
            Class::RankVerb,
            Class::Adverb,
            Class::All,
            Class::Each,
            Class::Itself,
            Class::Rate,
            Class::Reach,
            Class::From,
            Class::Gap,
            Class::Before,
            Class::Here,
            Class::Scope,
        ];
        if matches!(token.kind, Kind::Rank(_)) {
            return true;
        }
        within |= token.is(Class::PrepEnd);
        // 在六县区中,第一产业增加值43.6亿元,排第1位
        viewed |= within && matches!(token.kind, Kind::Comma);
        let passes = token.is(Class::PrepEnd)
            || leads.iter().any(|&class| token.is(class))
            || matches!(token.kind, Kind::And | Kind::Pause)
            // 在五县(市)中,总量居第一
            || viewed && (matches!(token.kind, Kind::Quantity(_)) || token.is(Class::Prep))
            || within
                && matches!(
                    token.kind,
                    Kind::Comma | Kind::Text | Kind::Name | Kind::Of | Kind::Time(_)
                );
        // 在16个县市区经济指标综合排名中
        if !passes && !matches!(token.kind, Kind::Text) {
            return false;
        }
    }
    false
}

/// Puts together how many a list held: 3项指标 after the names of three.
pub(crate) fn several(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let indicators = |token: &Token| text[token.range()].ends_with("指标");
    if !raw.iter().any(indicators) {
        return raw;
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut i = 0;
    while let Some(token) = raw.get(i) {
        let counts = matches!(token.kind, Kind::Quantity(_))
            && ["项", "个", "大"]
                .iter()
                .any(|unit| text[token.range()].ends_with(unit));
        let listed = tokens
            .last()
            .is_some_and(|last| last.kind.nominal() || last.is(Class::Rate))
            && tokens
                .iter()
                .rev()
                .take(24)
                .take_while(|token| !token.kind.breaks())
                .any(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let noun = (i + 1..i + 4).find(|&n| raw.get(n).is_some_and(indicators));
        let noun = noun.filter(|&n| {
            raw[i + 1..n]
                .iter()
                .all(|token| matches!(token.kind, Kind::Text | Kind::Word(_)))
        });
        match noun {
            Some(noun) if counts && listed => {
                tokens.push(Token {
                    kind: Kind::Several,
                    start: token.start,
                    end: raw[noun].end,
                });
                i = noun + 1;
            }
            _ => {
                tokens.push(token.clone());
                i += 1;
            }
        }
    }
    tokens
}

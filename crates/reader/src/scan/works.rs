//! Works that are named by where they lead and by how large they are: 张掖至大满段, 30万吨甲醇项目.

use crate::words::lexicon::UnitKind;
use crate::words::token::{Kind, Token};

/// What leads from one place to another.
const ROADS: [&str; 9] = [
    "段",
    "公路",
    "高速",
    "铁路",
    "快速路",
    "城际",
    "大道",
    "通道",
    "管线",
];

/// What is built as large as a number before it says.
const PLANTS: [&str; 8] = [
    "项目",
    "工程",
    "基地",
    "装置",
    "机组",
    "电站",
    "电厂",
    "生产线",
];

/// How far ahead the noun of a name may end, in characters.
const NEAR: usize = 14;

/// Makes text of what is part of such a name.
pub(crate) fn works(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut found = false;
    // From the end: 绵阳至苍溪至巴中高速公路
    for i in (1..raw.len().saturating_sub(1)).rev() {
        let (before, token, after) = (&raw[i - 1], &raw[i], &raw[i + 1]);
        let touches = before.end == token.start && token.end == after.start;
        if !touches || !named(before) || !after.kind.nominal() {
            continue;
        }
        let (left, right) = (&text[before.range()], &text[after.range()]);
        let inside = match &token.kind {
            Kind::Quantity(quantity) => {
                // 180万吨/年乙二醇项目
                let unit = text[quantity.unit.clone()].trim_end_matches("/年");
                let built = quantity.kind == Some(UnitKind::Amount)
                    && !quantity.number.chinese
                    && ["吨", "千瓦", "兆瓦", "吉瓦"]
                        .iter()
                        .any(|it| unit.ends_with(it));
                // 鲁北化工年产10万吨己内酰胺项目
                built && begins(right, &PLANTS)
            }
            _ => {
                matches!(&text[token.range()], "至" | "到")
                    && !left.ends_with(['大', '降', '升', '增', '扩', '高', '缩', '伸', '展'])
                    && (begins(right, &ROADS)
                        || raw.get(i + 2).is_some_and(|next| leads_on(text, next)))
            }
        };
        if inside {
            raw[i].kind = Kind::Text;
            found = true;
        }
    }
    match found {
        true => joined(raw),
        false => raw,
    }
}

/// Whether a token is a 至 of such a name.
fn leads_on(text: &str, token: &Token) -> bool {
    matches!(token.kind, Kind::Text) && matches!(&text[token.range()], "至" | "到")
}

/// Whether a token may be the beginning of such a name.
fn named(token: &Token) -> bool {
    matches!(token.kind, Kind::Text | Kind::Name)
}

/// Whether a noun of a list stands in what follows, before anything else can.
fn begins(text: &str, nouns: &[&str]) -> bool {
    let end = text
        .char_indices()
        .nth(NEAR)
        .map_or(text.len(), |(at, _)| at);
    nouns.iter().any(|noun| text[..end].contains(noun))
}

/// The tokens with text that touches made one.
fn joined(raw: Vec<Token>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    for token in raw {
        super::words::push(&mut tokens, token.kind, token.start, token.end);
    }
    tokens
}

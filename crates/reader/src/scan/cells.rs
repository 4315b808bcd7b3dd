//! Figures that stand beside their names as in a table: 第二产业:70.15亿元 +9.4%.

use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};

/// Puts a verb of growth where a row of cells has none: 一产 139.8亿元 4.1%, 新材料产业产值 -1.3%.
pub(super) fn grown(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let rate = |token: &Token| match &token.kind {
        Kind::Quantity(quantity) if quantity.kind == Some(UnitKind::Rate) => {
            Some(quantity.number.minus)
        }
        _ => None,
    };
    let grows = |before: &Token, token: &Token| {
        let amount = matches!(&before.kind, Kind::Quantity(quantity) if matches!(
            quantity.kind,
            Some(UnitKind::Money | UnitKind::Amount | UnitKind::People)
        ));
        let falls = rate(token) == Some(true)
            && matches!(before.kind, Kind::Text)
            && Lexicon::get().tail(&text[before.range()]).is_some();
        before.end == token.start && (amount && rate(token).is_some() || falls)
    };
    // 进出口总额654.1亿元(-7.9%)
    let falls_in_brackets = |before: &[Token], token: &Token| {
        let [.., level, open] = before else {
            return false;
        };
        let level = matches!(&level.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Money));
        level && matches!(open.kind, Kind::Open) && rate(token) == Some(true)
    };
    let bracketed = |three: &[Token]| falls_in_brackets(&three[..2], &three[2]);
    if !raw.windows(2).any(|two| grows(&two[0], &two[1])) && !raw.windows(3).any(bracketed) {
        return raw;
    }
    let verb = Lexicon::get().verb("增");
    let mut cells: Vec<Token> = Vec::with_capacity(raw.len() + 4);
    for token in raw {
        let grown = cells.last().is_some_and(|last| grows(last, &token))
            || falls_in_brackets(&cells, &token);
        if let Some(verb) = verb.filter(|_| grown) {
            let at = token.start;
            cells.push(Token {
                kind: Kind::Word(verb),
                start: at,
                end: at,
            });
        }
        cells.push(token);
    }
    cells
}

/// Leaves out the colon or bar between a name and its figure: 第二产业:70.15亿元, 采矿业|增长2.6%.
pub(super) fn uncaptioned(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let parts = |token: &Token| matches!(token.kind, Kind::Colon | Kind::Mark);
    // What a sentence ends in parts nothing.
    let within = raw.len().saturating_sub(1);
    if !raw[..within].iter().any(parts) {
        return raw;
    }
    let sector = |name: &Token| Lexicon::get().ends_in(Noun::Category, &text[name.range()]);
    let captions = |(at, three): (usize, &[Token])| {
        let [name, colon, figure] = three else {
            return false;
        };
        // 采矿业|增长2.6%
        let bar = matches!(colon.kind, Kind::Mark) && matches!(&text[colon.range()], "|" | "‖");
        if !(bar || matches!(colon.kind, Kind::Colon)) || !name.kind.nominal() {
            return false;
        }
        let begins = at.checked_sub(1).is_none_or(|before| {
            raw[before].kind.breaks() || text[raw[before].range()].starts_with("其中")
        });
        let moves = [Class::Rise, Class::Fall, Class::Basis];
        let told = matches!(figure.kind, Kind::Quantity(_))
            || bar && moves.iter().any(|&class| figure.is(class))
            || sector(name) && Lexicon::get().is_one_of(Noun::Whose, &text[figure.range()]);
        begins && told
    };
    let captions: Vec<bool> = raw.windows(3).enumerate().map(captions).collect();
    let mut at = 0;
    raw.retain(|_| {
        at += 1;
        at < 2 || !captions.get(at - 2).is_some_and(|&it| it)
    });
    raw
}

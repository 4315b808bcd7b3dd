//! Numbers without a unit of their own: 四分之一, 1/4, 6434万农村人口.

use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::numeral;
use crate::words::token::{Number, Quantity, Token};
use halfyear_facts::Bound;

/// 万 of 6434万农村人口: people are counted without a word for one of them.
pub(super) fn people(after: &str) -> Option<(usize, UnitKind)> {
    let scale = ['万', '亿']
        .iter()
        .find(|&&scale| after.starts_with(scale))?;
    let rest = &after[scale.len_utf8()..];
    let rest = rest.strip_prefix(['多', '余']).unwrap_or(rest);
    // 1.2万农村贫困人口 is as long as such names are.
    let reach = rest.char_indices().nth(9).map_or(rest.len(), |(at, _)| at);
    let words = rest[..reach].split(|c: char| !c.is_alphabetic()).next()?;
    let lexicon = Lexicon::get();
    let named = words
        .char_indices()
        .map(|(at, c)| &words[..at + c.len_utf8()]);
    let named = named.skip(1).any(|noun| {
        lexicon.is_one_of(Noun::People, noun) || noun.ends_with("人口") || {
            let poor = [
                "贫困", "困难", "农村", "城镇", "城乡", "农业", "周边", "当地", "各族", "基层",
            ];
            poor.iter().any(|kind| {
                noun.strip_prefix(kind)
                    .is_some_and(|noun| lexicon.is_one_of(Noun::People, noun))
            })
        }
    });
    named.then_some((scale.len_utf8(), UnitKind::People))
}

/// 四分之一, 1/4 as 25 %; a third is no round percentage.
pub(super) fn fraction(text: &str, token: &Token, number: &Number) -> Option<Quantity> {
    let rest = text.get(token.end..)?;
    let (parted, other) = match rest.strip_prefix("分之") {
        Some(after) => ("分之", numeral::chinese(after).filter(|_| number.chinese)?),
        None => {
            let other = numeral::arabic(rest.strip_prefix('/')?)?;
            // 占全国的1/4, but neither 24/7 nor 2023/1.
            let leads = ['的', '占', '近', '约', '超', '过', '到', '达'];
            let share = text[..token.start].ends_with(leads) && !number.chinese;
            let ends = !rest[1 + other.len..].starts_with(['/', '-']);
            ("/", Some(other).filter(|_| share && ends)?)
        }
    };
    let (told, other_told) = (number.digits.parse().ok()?, other.digits.parse().ok()?);
    let (part, whole): (u32, u32) = match parted {
        "/" => (told, other_told),
        _ => (other_told, told),
    };
    let proper = (2..=10).contains(&whole) && (1..whole).contains(&part);
    let share = if proper { part * 100 } else { 1 };
    let fits = proper && share % whole == 0;
    fits.then(|| {
        let end = token.end + parted.len() + other.len;
        Quantity {
            number: Number {
                digits: (share / whole).to_string().into(),
                chinese: true,
                minus: false,
            },
            at: token.start..end,
            unit: token.end..token.end + parted.len(),
            kind: Some(UnitKind::Rate),
            bound: Bound::Exact,
        }
    })
}

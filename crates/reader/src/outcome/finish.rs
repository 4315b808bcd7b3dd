//! From drafts to facts: spans in characters, periods with years, repeats left out, contradictions named.

use crate::Diagnostic;
use crate::draft::{Draft, Move};
use crate::outcome::audit::{Guess, Ledger, Numeral};
use crate::outcome::contradiction::contradiction;
use crate::text::index::Index;
use crate::text::period::Calendar;
use crate::text::place::Own;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::time::Part;
use halfyear_facts::{Bound, Change, Decimal, Fact, Gap, Rank, Source};
use rustc_hash::FxHashMap;

/// How many earlier statements of the same name a statement is held against.
const NEAR: usize = 16;

pub(crate) fn finish(
    file: &str,
    index: &Index,
    drafts: Vec<Draft>,
    guesses: Vec<Guess>,
    calendar: &Calendar,
    own: &Own,
) -> (Vec<Fact>, Vec<Diagnostic>, Vec<Numeral>) {
    let (year, last_month) = (calendar.year(), calendar.last_month());
    let mut facts: Vec<Fact> = Vec::new();
    let mut diagnostics = Vec::new();
    let mut ledger = Ledger::new();
    // The facts that say the same thing of the same time, by name.
    let mut known: FxHashMap<(String, Option<Part>), Vec<usize>> = FxHashMap::default();
    for draft in drafts
        .into_iter()
        .filter(|draft| draft.says() && names_something(&draft.name.plain))
    {
        let time = draft.time.or_else(|| {
            let dynamic = draft.change.is_some() || !draft.gaps.is_empty();
            let whole = dynamic || calendar.titled && !draft.timeless;
            calendar.whole().filter(|_| whole)
        });
        let time = time.filter(|_| !draft.timeless);
        let period = time.and_then(|time| time.resolve(year, last_month));
        let Some(fact) = fact(file, index, &draft, period, own) else {
            continue;
        };
        // 一季度, 二季度 of a text without a year are not the same time.
        let when = match fact.period {
            None => time.map(|time| time.part),
            Some(_) => None,
        };
        let name = own.without(&fact.indicator).to_owned();
        let same = known.entry((name, when)).or_default();
        let (mut repeated, mut contradicted) = (None, None);
        // A name said a thousand times is not compared a thousand times with itself.
        for &place in same.iter().rev().take(NEAR) {
            let Some(before) = facts.get(place) else {
                continue;
            };
            if before.indicator == fact.indicator && repeats(before, &fact) {
                repeated = Some(place);
            } else if contradicted.is_none() {
                contradicted = contradiction(before, &fact);
            }
        }
        // What was said before, and otherwise between, was told of there.
        diagnostics.extend(contradicted.filter(|_| repeated.is_none()));
        ledger.note(&draft, repeated.unwrap_or(facts.len()), repeated.is_some());
        if repeated.is_none() {
            same.push(facts.len());
            facts.push(fact);
        }
    }
    let mut sorted: Vec<usize> = (0..facts.len()).collect();
    sorted.sort_by_key(|&i| (facts[i].source.start, facts[i].source.end));
    let mut order = vec![0; facts.len()];
    for (place, &i) in sorted.iter().enumerate() {
        order[i] = place;
    }
    facts.sort_by_key(|fact| (fact.source.start, fact.source.end));
    let numerals = ledger.settle(guesses, &order, index);
    (facts, diagnostics, numerals)
}

/// A name that says nothing twice in a row: 资质以上建筑业[建筑业]总产值.
fn once(name: String) -> String {
    // As bytes: characters that are alike have bytes that are.
    let bytes = name.as_bytes();
    let twice = [18, 15, 12, 9].into_iter().find_map(|len| {
        let mut starts = 0..bytes.len().saturating_sub(2 * len - 1);
        let at = starts.find(|&at| {
            bytes[at + 2] == bytes[at + len + 2]
                && bytes[at..at + len] == bytes[at + len..at + 2 * len]
                && name.is_char_boundary(at)
        })?;
        Some(at..at + len)
    });
    match twice.filter(|twice| name.is_char_boundary(twice.end)) {
        Some(twice) => [&name[..twice.start], &name[twice.end..]].concat(),
        None => name,
    }
}

/// What a single character may name.
const SHORT: &str = "猪牛羊马驴骡鸡鸭鹅兔蜂鱼虾蟹蛋奶粮棉油糖茶烟酒盐纱布煤铁钢铜铝锌铅锡金银税县市区镇乡村街校院厂店人";

/// Countries and regions: of them alone nobody says what grew.
const ABROAD: [&str; 26] = [
    "中国",
    "中国大陆",
    "香港",
    "澳门",
    "台湾",
    "美国",
    "日本",
    "韩国",
    "南韩",
    "新加坡",
    "马来西亚",
    "泰国",
    "越南",
    "印度",
    "俄罗斯",
    "英国",
    "法国",
    "德国",
    "欧盟",
    "欧元区",
    "东盟",
    "东协",
    "加拿大",
    "澳大利亚",
    "澳洲",
    "巴西",
];

/// Whether a name says what is measured: 翼城 is a place, and nobody says what of it grew; 没有 and
/// 季 are what is left of a sentence that was not understood.
fn names_something(name: &str) -> bool {
    let mut chars = name.chars();
    let short = match (chars.next(), chars.next()) {
        (Some(only), None) => !SHORT.contains(only) && !only.is_ascii_alphabetic(),
        _ => false,
    };
    // 以数量计则下跌0.3%: how it is reckoned, not what.
    let reckoned = ["数量计", "价值计", "数量计算", "价值计算", "价值", "数量"].contains(&name);
    // Such verbs are short.
    let verb = if name.len() <= 15 { name } else { "" };
    let moves = Lexicon::get()
        .words(verb)
        .next()
        .is_some_and(|(start, end, word)| {
            start == 0 && end == verb.len() && (word.is(Class::Rise) || word.is(Class::Fall))
        });
    let records = name.starts_with('创') && name.ends_with(['高', '录']);
    if reckoned || moves || records || ABROAD.contains(&name) {
        return false;
    }
    let left = ["没有", "未达", "未完成", "居冠", "之间", "是全", "是同"]
        .iter()
        .any(|word| name.starts_with(word));
    !short && !left && !halfyear_catalogue::places::is_name(name)
}

fn fact(
    file: &str,
    index: &Index,
    draft: &Draft,
    period: Option<halfyear_facts::Period>,
    own: &Own,
) -> Option<Fact> {
    let span = |at: &std::ops::Range<usize>| index.span(at.start, at.end);
    let decimal = |digits: &str| digits.parse::<Decimal>().ok();
    let source = span(&draft.bytes);
    let quote = index.text().get(draft.bytes.clone())?;
    let quote: String = match quote.contains('\n') {
        true => quote.lines().map(str::trim).collect(),
        false => quote.trim().to_owned(),
    };
    let level = draft.level.as_ref();
    Some(Fact {
        indicator: once(draft.name.printed.clone()),
        metric: halfyear_catalogue::find(&draft.name.plain)
            .map(|indicator| indicator.id.to_owned()),
        value: match level {
            Some(level) => Some(decimal(&level.digits)?),
            None => None,
        },
        unit: level.and_then(|level| level.unit.clone()),
        bound: level.map_or(Bound::Exact, |level| level.bound),
        change: match &draft.change {
            Some(Move {
                digits,
                unit,
                basis,
                bound,
                at,
            }) => Some(Change {
                value: decimal(digits)?,
                unit: unit.clone(),
                basis: *basis,
                bound: *bound,
                at: at.as_ref().map(span),
            }),
            None => None,
        },
        gaps: draft
            .gaps
            .iter()
            .filter_map(|gap| {
                Some(Gap {
                    to: gap.to.clone(),
                    proper: own.proper(&gap.to),
                    value: decimal(&gap.digits)?,
                    own: gap.own.as_deref().and_then(decimal),
                    own_at: gap.own_at.as_ref().map(span),
                    at: gap.at.as_ref().map(span),
                })
            })
            .collect(),
        ranks: draft
            .ranks
            .iter()
            .map(|rank| Rank {
                within: rank.within.clone(),
                proper: own.proper(&rank.within),
                of: rank.of,
                place: rank.place,
                bound: rank.bound,
                // 领跑全省, 依次是A、B、C: no numeral says the place.
                at: Some(&rank.at).filter(|at| !at.is_empty()).map(span),
            })
            .collect(),
        target: draft.target,
        period,
        at: level.map(|level| span(&level.at)),
        source: Source {
            file: file.to_owned(),
            line: index.line(draft.bytes.start),
            start: source.start,
            end: source.end,
            quote,
        },
    })
}

/// Whether a fact says nothing that the one before did not say.
fn repeats(before: &Fact, fact: &Fact) -> bool {
    let level = fact.value.is_none() || before.value == fact.value && before.unit == fact.unit;
    let change = match (&before.change, &fact.change) {
        (_, None) => true,
        (Some(a), Some(b)) => a.value == b.value && a.unit == b.unit && a.basis == b.basis,
        (None, Some(_)) => false,
    };
    let gaps = fact.gaps.iter().all(|gap| {
        before
            .gaps
            .iter()
            .any(|g| g.to == gap.to && g.value == gap.value)
    });
    let ranks = fact.ranks.iter().all(|rank| {
        before
            .ranks
            .iter()
            .any(|r| r.within == rank.within && r.of == rank.of && r.place == rank.place)
    });
    let period = before.period == fact.period || fact.period.is_none();
    level && change && gaps && ranks && period
}

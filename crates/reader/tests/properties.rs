//! What holds of every text.

mod common;

use halfyear_facts::{Fact, Span};
use halfyear_reader::{Part, Reading, read};
use proptest::prelude::*;
use std::path::Path;

/// The seed and every report of the corpus.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let seed = std::fs::read_to_string(root.join("seeds/keqiao-2023-h1.txt")).expect("the seed");
    let mut texts = vec![seed];
    for entry in std::fs::read_dir(root.join("tests/corpus")).expect("the corpus") {
        let file = std::fs::read_to_string(entry.expect("an entry").path()).expect("a report");
        let (text, _) = file.split_once("\n----\n").expect("a rule");
        texts.push(text.to_owned());
    }
    texts
}

/// The spans of a fact's numbers with the digits that they should spell.
fn numbers(fact: &Fact) -> Vec<(Span, String)> {
    let level = fact.at.zip(fact.value.as_ref().map(|v| v.to_string()));
    let change = fact.change.as_ref();
    let change = change.and_then(|c| Some((c.at?, c.value.to_string())));
    let gaps = fact
        .gaps
        .iter()
        .filter_map(|g| Some((g.at?, g.value.to_string())));
    let own = fact
        .gaps
        .iter()
        .filter_map(|g| Some((g.own_at?, g.own.as_ref()?.to_string())));
    let ranks = fact
        .ranks
        .iter()
        .filter_map(|r| Some((r.at?, r.place.to_string())));
    level
        .into_iter()
        .chain(change)
        .chain(gaps)
        .chain(own)
        .chain(ranks)
        .collect()
}

fn spelled(text: &[char], span: Span) -> String {
    text.get(span.start as usize..span.end as usize)
        .expect("a span inside the text")
        .iter()
        .filter(|c| !c.is_whitespace())
        .map(|&c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).expect("ASCII"),
            '·' => '.',
            '。' => c,
            _ => c,
        })
        .collect()
}

/// Whether words spell a number: as it stands, times a hundred (倍), or in Chinese.
fn spells(words: &str, digits: &str) -> bool {
    let digits = digits.trim_start_matches('-');
    let arabic: String = words
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    if arabic.is_empty() {
        return words
            .chars()
            .any(|c| "一二三四五六七八九十百千万亿两廿首榜冠次亚季末最头".contains(c));
    }
    // 1117万9 of 1117万9千人 is 1117.9: what stands after the scale is a fraction of it.
    if let Some((whole, part)) = words.split_once(['万', '亿'])
        && part.starts_with(|c: char| c.is_ascii_digit())
    {
        let part = part.trim_matches('0');
        let (said, meant) = digits.split_once('.').unwrap_or((digits, ""));
        return whole.ends_with(said) && meant.trim_start_matches('0') == part;
    }
    let number = |text: &str| text.parse::<f64>().expect("a number");
    // 1/4 is 25 %.
    if let Some((part, whole)) = words.split_once('/') {
        return (number(part) / number(whole) * 100.0 - number(digits)).abs() < 1e-6;
    }
    let (said, meant) = (number(&arabic), number(digits));
    // 1.3倍 of the year before is 30 % more; 1.2倍 more is 120 %; 3成 is 30 %.
    [said, said * 100.0, (said - 1.0) * 100.0, said * 10.0]
        .iter()
        .any(|reading| (reading - meant).abs() < 1e-6)
}

#[track_caller]
fn check(text: &str, reading: &Reading) {
    let chars: Vec<char> = text.chars().collect();
    for fact in &reading.facts {
        let source = fact.source.span();
        assert!(source.start < source.end, "{fact:#?}");
        let quote: String = chars[source.start as usize..source.end as usize]
            .iter()
            .collect();
        let quote: String = quote.lines().map(str::trim).collect();
        assert_eq!(quote, fact.source.quote);
        for (at, digits) in numbers(fact) {
            assert!(
                source.contains(at),
                "{at:?} outside of its statement: {fact:#?}"
            );
            let words = spelled(&chars, at);
            assert!(spells(&words, &digits), "{words} for {digits}: {fact:#?}");
            assert!(
                reading
                    .sentences
                    .iter()
                    .any(|sentence| sentence.contains(at))
            );
        }
    }
    let mut end = 0;
    for numeral in &reading.numerals {
        assert!(
            end <= numeral.span.start && numeral.span.start < numeral.span.end,
            "{numeral:?}"
        );
        assert!(numeral.span.end as usize <= chars.len());
        end = numeral.span.end;
        if let Some(fact) = numeral.part.fact() {
            assert!(fact < reading.facts.len());
        }
    }
    // Nothing is passed over in silence.
    let covered = |i: usize| {
        let i = u32::try_from(i).expect("a short text");
        reading
            .numerals
            .iter()
            .any(|n| n.span.start <= i && i < n.span.end)
    };
    for (i, c) in chars.iter().enumerate() {
        assert!(
            !c.is_ascii_digit() || covered(i),
            "{c} at {i} is in no numeral of {text:?}"
        );
    }
}

#[test]
fn spans_spell_their_numbers() {
    for text in texts() {
        check(&text, &read("report.txt", &text));
    }
}

/// Another digit of the same kind: never a zero, which could end a number's meaning, and in Chinese
/// none that is said otherwise beside units, as 二 is.
fn other(digit: char) -> Option<char> {
    const KINDS: [&str; 3] = ["0123456789", "０１２３４５６７８９", "三四五六七八九"];
    KINDS.iter().find_map(|kind| {
        let digits: Vec<char> = kind.chars().collect();
        let at = digits.iter().position(|&it| it == digit)?;
        let next = if at + 1 < digits.len() {
            at + 1
        } else {
            at - 1
        };
        digits.get(next).copied()
    })
}

/// Whether a digit is an end of 第一至第三位, whose ends settle all the places between them; the one
/// place of 升至第三位 is none.
fn in_a_range_of_places(chars: &[char], at: usize) -> bool {
    let near = &chars[at.saturating_sub(4)..(at + 5).min(chars.len())];
    near.windows(3).any(|three| {
        let ends = three[0].is_ascii_digit() || "一二三四五六七八九十位".contains(three[0]);
        ends && three[1..] == ['至', '第']
    })
}

#[test]
fn a_changed_figure_changes_exactly_its_own_facts() {
    for text in texts() {
        let before = read("report.txt", &text);
        let chars: Vec<char> = text.chars().collect();
        for numeral in &before.numerals {
            let Part::Fact(_) = numeral.part else {
                continue;
            };
            let said = numeral.span.start as usize..numeral.span.end as usize;
            let digit = said.rev().find_map(|at| Some((at, other(chars[at])?)));
            let Some((at, digit)) = digit else {
                continue;
            };
            if in_a_range_of_places(&chars, at) {
                continue;
            }
            let mut changed = chars.clone();
            changed[at] = digit;
            let changed: String = changed.into_iter().collect();
            let after = read("report.txt", &changed);
            assert_eq!(
                before.facts.len(),
                after.facts.len(),
                "{numeral:?} of {text}"
            );
            for (old, new) in before.facts.iter().zip(&after.facts) {
                let said = numbers(old);
                let holds = said.iter().any(|(at, _)| at.contains(numeral.span));
                let same = common::line(old) == common::line(new);
                assert_ne!(
                    same,
                    holds,
                    "{numeral:?}: {} became {}",
                    common::line(old),
                    common::line(new)
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_composed_report_gives_its_facts_back(facts in composed(), year in 2010..2026_u16, style in 0..3_usize) {
        let text = compose(&facts, year, style);
        let said = read("report.txt", &text).facts;
        let said: Vec<String> = said.iter().map(common::line).collect();
        let expected: Vec<String> = facts.iter().map(|fact| fact.line(year)).collect();
        prop_assert_eq!(said, expected, "{}", text);
    }
}

/// A fact to be said and demanded back.
#[derive(Clone, Debug)]
struct Known {
    indicator: &'static str,
    value: String,
    unit: &'static str,
    change: Option<(bool, String)>,
    gaps: Vec<(&'static str, bool, String)>,
    rank: Option<(&'static str, u32)>,
}

impl Known {
    fn line(&self, year: u16) -> String {
        let mut line = format!("{} = {} {}", self.indicator, self.value, self.unit);
        if let Some((falls, rate)) = &self.change {
            line += &format!("; {}{rate}%", if *falls { "-" } else { "+" });
            for (to, below, gap) in &self.gaps {
                line += &format!("; {to} {}{gap}", if *below { "-" } else { "+" });
            }
        }
        if let Some((within, place)) = self.rank {
            line += &format!("; {within} #{place}");
        }
        line + &format!("; @{year}-01..{year}-06")
    }

    fn say(&self, style: usize) -> String {
        let verb = ["", "为", "达到"][style % 3];
        let mut said = format!("{}{verb}{}{}", self.indicator, self.value, self.unit);
        if let Some((falls, rate)) = &self.change {
            let direction = match (falls, style % 3) {
                (true, 0) => "同比下降",
                (true, _) => "下降",
                (false, 1) => "比上年同期增长",
                (false, _) => "增长",
            };
            said += &format!(",{direction}{rate}%");
            if self.gaps.len() == 2 && self.gaps[0].1 == self.gaps[1].1 {
                let word = if self.gaps[0].1 { "低于" } else { "高于" };
                let [(a, _, x), (b, _, y)] = [&self.gaps[0], &self.gaps[1]];
                said += &format!(",分别{word}{a}、{b}{x}、{y}个百分点");
            } else {
                for (to, below, gap) in &self.gaps {
                    let word = if *below { "低" } else { "高" };
                    said += &format!(",比{to}平均水平{word}{gap}个百分点");
                }
            }
        }
        if let Some((within, place)) = self.rank {
            said += &format!(",居{within}第{place}位");
        }
        said
    }
}

fn compose(facts: &[Known], year: u16, style: usize) -> String {
    let said: Vec<String> = facts.iter().map(|fact| fact.say(style)).collect();
    format!("{year}年上半年,{}。", said.join("。"))
}

fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..99_999_u32).prop_map(|n| n.to_string()),
        (1..9_999_u32, 1..99_u32).prop_map(|(n, part)| format!("{n}.{part:02}")),
    ]
}

fn rate() -> impl Strategy<Value = String> {
    (0..200_u32, 1..10_u32).prop_map(|(n, part)| format!("{n}.{part}"))
}

fn composed() -> impl Strategy<Value = Vec<Known>> {
    let indicators = vec![
        ("地区生产总值", "亿元"),
        ("规模以上工业增加值", "亿元"),
        ("社会消费品零售总额", "亿元"),
        ("一般公共预算收入", "万元"),
        ("农村居民人均可支配收入", "元"),
        ("接待游客", "万人次"),
        ("全社会用电量", "亿千瓦时"),
        ("粮食总产量", "万吨"),
        ("商品房销售面积", "万平方米"),
        ("市场主体", "万户"),
        ("出口总额", "亿美元"),
        ("专利授权量", "件"),
        ("高速公路里程", "公里"),
        ("快递业务量", "万件"),
    ];
    let gap = (
        prop::sample::select(vec!["全国", "全省", "全市"]),
        any::<bool>(),
        rate(),
    );
    let known = (
        figure(),
        prop::option::of((any::<bool>(), rate())),
        prop::collection::vec(gap, 0..3),
        prop::option::of((prop::sample::select(vec!["全国", "全省"]), 1..40_u32)),
    );
    (
        prop::sample::subsequence(indicators, 1..6),
        prop::collection::vec(known, 6),
    )
        .prop_map(|(indicators, known)| {
            indicators
                .into_iter()
                .zip(known)
                .map(|((indicator, unit), (value, change, mut gaps, rank))| {
                    gaps.sort_by_key(|(to, ..)| *to);
                    gaps.dedup_by_key(|(to, ..)| *to);
                    Known {
                        indicator,
                        value,
                        unit,
                        change,
                        gaps,
                        rank,
                    }
                })
                .collect()
        })
}

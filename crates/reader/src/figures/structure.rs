//! How a whole is made up, told as a ratio: 三次产业结构为2.8:37.2:60.0.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Number, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

/// What else than output three sectors may be a structure of.
const OTHERS: [&str; 13] = [
    "就业", "从业", "人员", "人口", "投资", "税", "贷款", "用电", "企业", "贡献", "拉动", "增长",
    "增速",
];

/// What the parts of a whole are called that is not the output, where the words say of what it is.
const MADE_UP: [(&str, &str); 4] = [
    ("轻重工业", "占比"),
    ("投资", "投资占比"),
    ("税收", "税收占比"),
    ("就业", "就业人员占比"),
];

const THREE: &str = "第一产业|第二产业|第三产业";

impl Sentence<'_> {
    /// Reads the ratio of a clause as the shares of its sectors; tells whether there was one.
    pub(crate) fn structure(&mut self, clause: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let is_ratio = |&i: &usize| matches!(tokens[i].kind, Kind::Range);
        let Some(ratio) = clause.clone().rfind(is_ratio) else {
            return false;
        };
        self.note_sectors(clause);
        let words = &self.normal.text[tokens[clause.start].start..tokens[ratio].start];
        let sectors = self.carried.sectors.clone();
        let earlier = tokens
            .get(ratio + 1)
            .is_some_and(|next| next.is(Class::Compared));
        // 上年同期为6.5:47.6:45.9
        let before = |words: &str| ["上年", "去年"].iter().any(|year| words.starts_with(year));
        let earlier = earlier || before(words.trim_start_matches(['而', ',']));
        // 三次产业占比由2018年的5.9:48.7:45.4,优化为6.6:45.1:48.3
        let from = words.rsplit(['由', '从']).next().filter(|it| *it != words);
        let earlier = earlier || from.is_some_and(|from| !from.contains(['为', '至', '到']));
        let others = OTHERS.iter().filter(|other| words.contains(**other));
        let made_up = MADE_UP.iter().find(|(whole, _)| words.contains(whole));
        // 对经济增长的贡献 of the sectors is of more than one thing.
        let what = match (others.count(), made_up) {
            (0 | 1, Some((_, what))) => Some(*what),
            (0, None) => Some("增加值占GDP比重"),
            _ => None,
        };
        let Some((shares, what)) = shares(&self.normal.text, &tokens[ratio])
            .filter(|_| !earlier)
            .zip(what)
        else {
            return false;
        };
        if sectors.len() != shares.len() {
            return false;
        }
        let names = sectors.iter().map(|it| it.and(what));
        let opened = self.open(names.collect(), &(clause.start..ratio));
        let whole = self.bytes(tokens[clause.start].start..tokens[ratio].end);
        for (&target, share) in opened.iter().zip(&shares) {
            self.set_level(target, share);
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.cover(&whole);
            }
        }
        true
    }

    /// 三次产业占GDP的比重是8:41:51,对经济增长的贡献率依次为……: the ratio names whose figures follow.
    pub(crate) fn note_sectors(&mut self, clause: &Range<usize>) {
        let words = &self.tokens()[clause.clone()];
        let split = words.iter().find_map(|token| {
            let parts = token.argument(Class::Split);
            parts.starts_with("第一产业").then_some(parts)
        });
        let said = match words {
            [first, .., last] => &self.normal.text[first.start..last.end],
            _ => "",
        };
        let halves = said.contains("轻重工业").then_some("轻工业|重工业");
        let parts = halves.or(split).or(of_industries(said).then_some(THREE));
        if let Some(parts) = parts {
            self.carried.sectors = sectors(parts);
        }
    }

    /// The sectors of a ratio told before, where there are as many.
    pub(crate) fn sectors(&self, count: usize) -> Option<Vec<Name>> {
        let sectors = &self.carried.sectors;
        (sectors.len() == count).then(|| sectors.clone())
    }
}

fn of_industries(words: &str) -> bool {
    const SAID: [&str; 4] = ["产业结构", "产业比例", "三产结构", "三产比例"];
    SAID.iter().any(|said| words.contains(said))
}

fn sectors(parts: &str) -> Vec<Name> {
    let parts = parts.split('|');
    parts.map(|part| Name::default().and(part)).collect()
}

/// The numbers of a ratio in per cent, where they make up a whole: rounded, they may miss it by
/// as much as half a last digit each.
fn shares(text: &str, ratio: &Token) -> Option<Vec<Quantity>> {
    let mut start = ratio.start;
    let mut sum = 0.0;
    let mut shares = Vec::new();
    for digits in text.get(ratio.range())?.split(':') {
        let at = start..start + digits.len();
        start = at.end + 1;
        sum += digits.parse::<f64>().ok()?;
        shares.push(Quantity {
            number: Number {
                digits: digits.into(),
                chinese: false,
                minus: false,
            },
            unit: at.end..at.end,
            at,
            kind: Some(UnitKind::Rate),
            bound: Bound::Exact,
        });
    }
    ((sum - 100.0).abs() < 0.25).then_some(shares)
}

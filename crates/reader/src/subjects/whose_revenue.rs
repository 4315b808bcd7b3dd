//! Whose revenue the taxes of a sentence are, where it begins with that: 地方收入按构成分:税收收入1035万元,
//! 非税收入685万元.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::token::Kind;
use std::ops::Range;

/// Who has a revenue besides that of all.
const LEVELS: [&str; 7] = ["地方", "中央", "省级", "市级", "县级", "区级", "州级"];

impl Sentence<'_> {
    /// Notes whose revenue a clause is about to take apart.
    pub(super) fn parts_a_revenue(&mut self, clause: &Range<usize>) -> bool {
        let colon = self.tokens().get(clause.end);
        if !colon.is_some_and(|colon| matches!(colon.kind, Kind::Colon)) || clause.len() > 8 {
            return false;
        }
        let words = self.text_of(clause.clone());
        let apart = words
            .split_once('按')
            .filter(|(_, how)| how.ends_with('分'));
        let whose = apart.and_then(|(whole, _)| {
            let level = whole.strip_suffix("收入")?;
            let level = level.strip_suffix("财政").unwrap_or(level);
            LEVELS.iter().find(|it| **it == level)
        });
        self.carried.revenue = whose.map(|whose| Name::default().and(whose));
        self.carried.revenue.is_some()
    }

    /// 地方税收收入 of 税收收入 there.
    pub(crate) fn of_that_revenue(&self, name: Name) -> Name {
        let taxes = [
            "税收收入",
            "非税收入",
            "税收",
            "增值税",
            "企业所得税",
            "个人所得税",
        ];
        match &self.carried.revenue {
            Some(whose) if taxes.contains(&name.plain.as_str()) => whose.then(&name),
            _ => name,
        }
    }
}

//! The unit of a figure, as it is printed.

use crate::statement::Sentence;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// The unit as printed, without a limit inside it: 2万多亩 is 万亩.
    pub(crate) fn unit(&self, quantity: &Quantity) -> String {
        let mut unit = self.printed(quantity.unit.clone());
        // 38个基点
        if unit.starts_with(['个', '個']) && unit.ends_with(['点', '點']) {
            unit = unit.chars().skip(1).collect();
        }
        unit.retain(|c| !matches!(c, '多' | '余' | '餘'));
        // 1117万9千人 is counted in 万人.
        let smaller = |c: char| {
            let chinese = quantity.number.chinese && crate::words::numeral::is_chinese(c);
            c.is_ascii_digit()
                || ('０'..='９').contains(&c)
                || chinese && !"百千万萬亿億".contains(c)
        };
        if let Some(digit) = unit
            .find(smaller)
            .filter(|&at| unit[..at].chars().count() == 1)
        {
            let scale = |c: char| smaller(c) || "，,百千万萬亿億".contains(c);
            let rest = unit[digit..].trim_start_matches(scale).len();
            match unit.starts_with('兆') {
                true => unit.replace_range(..unit.len() - rest - '亿'.len_utf8(), ""),
                false => unit.replace_range(digit..unit.len() - rest, ""),
            }
        }
        unit
    }

    /// 百分点, or 千分点 of a rate in per mille.
    pub(crate) fn point_unit(&self, quantity: &Quantity) -> String {
        match self.normal.text[quantity.unit.clone()].contains('千') {
            true => "千分点".to_owned(),
            false => "百分点".to_owned(),
        }
    }
}

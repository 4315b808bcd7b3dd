//! What is only aimed at: 确保外资13亿美元以上, 主要目标是…….

use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::time;
use crate::words::token::{Kind, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Notes a vow, which holds until the sentence comes to what was done.
    pub(crate) fn note_vow(&mut self, clause: &Range<usize>) {
        let words = &self.tokens()[clause.clone()];
        let text = |token: &Token| &self.normal.text[token.range()];
        let vow = |token: &Token| {
            ["确保", "力争", "争取"]
                .iter()
                .any(|vow| text(token).starts_with(vow))
        };
        let vows = words
            .iter()
            .any(|token| token.is(Class::Target) && vow(token));
        // 地区生产总值预期增长5.5%左右,工业增加值增长6%
        let expects = words.windows(2).any(|two| {
            two[0].is(Class::Target) && text(&two[0]) == "预期" && two[1].is(Class::Rise)
        });
        // 达产后年产值可达80亿元: once the work is done.
        let later = ["达产后", "投产后", "建成后", "投用后", "满产后", "达效后"];
        let once = |token: &Token| later.iter().any(|end| text(token).ends_with(end));
        let so_far = |token: &Token| text(token).starts_with('已') || text(token).contains("累计");
        // 今年3月投产后,产值达到3.2亿元
        let dated = |token: &Token| matches!(token.kind, Kind::Time(time) if time.says_part());
        let mut before = words.iter().take_while(|token| !once(token));
        let over = before.any(dated) || words.iter().any(so_far);
        let from = words.iter().position(once).filter(|_| !over);
        let later = from.is_some();
        self.carried.vowed_from = from.map(|at| clause.start + at);
        let vows = vows || expects || later;
        let done = |token: &Token| match token.kind {
            Kind::Time(time) => {
                !matches!(time.part, time::Part::Unsaid | time::Part::Months(1, 12))
            }
            _ => text(token).starts_with(['已', '现']) || text(token).starts_with("目前"),
        };
        self.carried.vowed = vows || self.carried.vowed && !words.iter().any(done);
    }

    /// 正在冲刺“万亿之城”的常州GDP为4651.9亿元: whether a word of aims only tells who somebody is.
    pub(crate) fn sprints(&self, aim: &Token, subject: &[Token]) -> bool {
        let text = |token: &Token| &self.normal.text[token.range()];
        let of = |two: &[Token]| {
            let named = crate::words::places::is_name(text(&two[1]))
                || crate::words::places::begins_with_place(text(&two[1]));
            matches!(two[0].kind, Kind::Of) && named && two[0].start > aim.end
        };
        text(aim).starts_with("冲") && subject.windows(2).take(64).any(of)
    }

    /// Whether a clause tells of an aim: 与GDP增长6.5%、固投增长8%的目标相比.
    pub(crate) fn is_an_aim(&self, clause: &Range<usize>) -> bool {
        let rest = self.tokens().get(clause.start..).unwrap_or_default();
        let ends = |token: &Token| matches!(token.kind, Kind::Comma | Kind::Semicolon);
        let end = rest.iter().take(40).position(ends);
        let words = &rest[..end.unwrap_or(rest.len().min(40))];
        let figure =
            |token: &Token| matches!(token.kind, Kind::Quantity(_)) || token.is(Class::After);
        words.windows(2).enumerate().any(|(i, two)| {
            // 增长5.5%目标任务, 增长8%的目标
            let of = matches!(two[1].kind, Kind::Of);
            let aim = words.get(i + 1 + usize::from(of));
            let aim = aim.map_or("", |aim| &self.normal.text[aim.range()]);
            let aim = aim.starts_with("目标") || aim.ends_with("目标");
            figure(&two[0]) && aim
        })
    }

    /// Whether a clause without numbers says that aims follow: 主要目标是……, but not 围绕目标.
    pub(crate) fn names_aims(&self, clause: &Range<usize>) -> bool {
        let words = &self.tokens()[clause.clone()];
        let aim = words.iter().position(|token| token.is(Class::Target));
        aim.is_some_and(|aim| {
            let reached = [Class::Gap, Class::Before, Class::Level];
            let before = words[..aim].last();
            !words[..aim]
                .iter()
                .any(|token| token.is(Class::Prep) || token.is(Class::Act))
                // 主要指标预期全部超额完成
                && !words[aim..].iter().any(|token| {
                    self.normal.text[token.range()].ends_with("完成")
                })
                // 恢复超过预期
                && !before.is_some_and(|token| reached.iter().any(|&class| token.is(class)))
        })
    }
}

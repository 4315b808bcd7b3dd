//! What is only aimed at: 确保外资13亿美元以上, 主要目标是…….

use crate::phrases::measure::planned;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::time;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// How many words of a subject are looked at for whether it is planned: no subject is as long.
const SAID_OF: usize = 64;

/// How many words may stand between a verb and the plan that it reaches.
const NEAR: usize = 3;

/// No clause that tells by which aims one goes has more tokens before or after a figure.
const LONGEST_AIM: usize = 16;

impl Sentence<'_> {
    /// 按照上半年完成率60%、全年完成率120%以上的目标: whether the figures of a clause are what one goes by.
    pub(crate) fn goes_by_an_aim(&self, before: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let comma = |i: &usize| matches!(tokens[*i].kind, Kind::Comma | Kind::Semicolon);
        let near = before.start.saturating_sub(LONGEST_AIM);
        let from = (near..before.start).rfind(comma).map_or(near, |at| at + 1);
        let by = tokens.get(from).map(|it| &self.normal.text[it.range()]);
        if !by.is_some_and(|by| matches!(by, "按照" | "按")) {
            return false;
        }
        let far = (before.end + LONGEST_AIM).min(tokens.len());
        let to = (before.end..far).find(comma).unwrap_or(far);
        let last = to.checked_sub(1).and_then(|at| tokens.get(at));
        last.is_some_and(|it| self.normal.text[it.range()].ends_with("目标"))
    }

    /// Notes a vow, which holds until the sentence comes to what was done.
    pub(crate) fn note_vow(&mut self, clause: &Range<usize>) {
        let words = &self.tokens()[clause.clone()];
        let text = |token: &Token| &self.normal.text[token.range()];
        let vow = |token: &Token| {
            ["确保", "力争", "争取"]
                .iter()
                .any(|vow| text(token).starts_with(vow))
        };
        // 达到市确保目标: what a plan is called.
        let called = |i: usize| {
            let next = words.get(i + 1).map_or("", text);
            ["目标", "要求", "任务"]
                .iter()
                .any(|it| next.starts_with(it))
        };
        let mut vows = words.iter().enumerate();
        let vows = vows.any(|(i, token)| token.is(Class::Target) && vow(token) && !called(i));
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
        // 主要预期目标是生产总值增长6.5%以上,固定资产投资增长8%; 全年目标:生产总值增长6.5%
        let next = self.tokens().get(clause.end);
        let colon = next.is_some_and(|next| matches!(next.kind, Kind::Colon));
        let counts = |at: usize| {
            words
                .get(at)
                .is_some_and(|it| matches!(it.kind, Kind::Quantity(_)))
        };
        let aims = words.iter().enumerate().any(|(i, token)| {
            let told = match words.get(i + 1) {
                Some(next) => matches!(text(next), "是" | "为") && !counts(i + 2),
                None => colon,
            };
            told && text(token).ends_with("目标")
        });
        self.carried.aims |= aims;
        let yearly =
            |token: &Token| text(token).starts_with("全年") || text(token).starts_with("年度");
        if aims && words.iter().any(yearly) {
            self.aside_time = Some(time::Time {
                year: time::Year::Unsaid,
                part: time::Part::Months(1, 12),
                day: false,
                until: false,
            });
        }
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

    /// Whether statements that open here are aims: 计划新建道路8条, 一般公共预算收入安排13.6亿元.
    pub(super) fn are_aims(
        &self,
        names: &[Name],
        subject: &Range<usize>,
        trimmed: &[Token],
        goes_on: bool,
    ) -> bool {
        // 完成市目标比例的94.6%: how much of an aim was done.
        let plans = ["计划", "目标", "任务", "预算"];
        let share = |name: &Name| {
            let of_plan = plans.iter().any(|plan| name.plain.contains(plan));
            of_plan && name.plain.ends_with(['例', '重', '率'])
        };
        if names.iter().all(share) {
            return false;
        }
        // 一般公共预算收入安排13.6亿元: what the budget plans.
        let last = trimmed.last().map(|last| &self.normal.text[last.range()]);
        let budget = |name: &Name| name.plain.ends_with("收入") || name.plain.ends_with("支出");
        let arranged = last == Some("安排") && names.iter().any(budget);
        // 总投资100亿元的项目达产后预计实现产值200亿元: what the work costs is no aim.
        let ahead = self.carried.vowed_from;
        let ahead = ahead.is_some_and(|from| subject.end <= from && !subject.is_empty());
        let words = trimmed.iter().take(SAID_OF);
        let mut words = words.take_while(|token| !token.is(Class::Share));
        self.carried.aims
            || arranged
            || self.carried.vowed && !ahead
            || words.any(|token| token.is(Class::Target) && !self.sprints(token, trimmed))
            || names.iter().any(|name| planned(name).is_some())
            || self.carried.planned && goes_on
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
            let reached = [Class::Before, Class::Level, Class::Reach];
            let mut before = words[..aim].iter().rev().take(NEAR);
            // 增速达到 may be one word.
            let got_there = |token: &Token| {
                let said = self.normal.text[token.range()].ends_with(['达', '到']);
                said || reached.iter().any(|&class| token.is(class))
            };
            // 低于5.5%左右的预期目标, 占全年预期目标近一半
            let held_against = |token: &Token| token.is(Class::Gap) || token.is(Class::Share);
            !words[..aim].iter().any(held_against)
                && !words[..aim]
                .iter()
                .any(|token| token.is(Class::Prep) || token.is(Class::Act))
                // 主要指标预期全部超额完成
                && !words[aim..].iter().any(|token| {
                    self.normal.text[token.range()].ends_with("完成")
                })
                // 恢复超过预期, 达到市确保目标
                && !before.any(got_there)
        })
    }
}

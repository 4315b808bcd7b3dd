//! Plans that a figure is compared with, and when they were made: 比年初13%的预期目标高1.6个百分点,
//! 高于年初确定的13%的目标; and works that are counted by their plan: 84个计划新开工项目.

use super::names::{take_in, without_taken};
use super::words::as_text;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::token::{Kind, Token};

/// No such comparison has more tokens before its plan.
const NEAR: usize = 8;

/// What is counted by its plan.
const WORKS: [&str; 3] = ["项目", "工程", "企业"];

/// How many characters after 计划 the works may stand.
const LONGEST_NAME: usize = 10;

/// What is done to a plan at the beginning of a year.
const MADE: [&str; 10] = [
    "确定", "制定", "下达", "提出", "设定", "既定", "预定", "定", "安排", "计划",
];

/// Leaves out when a plan was made, so that the comparison is with the plan: 比年初 alone is since when.
pub(super) fn plans(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let mut i = 0;
    while i + 2 < raw.len() {
        if let Some(plan) = made(text, &raw, i)
            && let Some(than) = text[raw[i].range()].chars().next()
            && let Some(entry) = Lexicon::get().verb(match raw[i].is(Class::Basis) {
                true => &text[raw[i].start..raw[i].start + than.len_utf8()],
                false => &text[raw[i].range()],
            })
        {
            raw[i].kind = Kind::Word(entry);
            raw.drain(i + 1..plan);
        }
        i += 1;
    }
    of_the_year(text, raw)
}

/// 完成全年61%的任务: takes the time of a plan that is named after its share into the verb, for nothing that is
/// told is of the whole year.
fn of_the_year(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    let fits = |window: &[Token]| {
        let [done, time, rate, of, plan] = window else {
            return false;
        };
        let year = ["全年", "年度", "今年"].contains(&&text[time.range()]);
        let share = matches!(&rate.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Rate));
        let planned = ["任务", "目标", "计划", "预算"];
        let planned = planned.iter().any(|it| text[plan.range()].starts_with(it));
        let done = &text[done.range()] == "完成" && done.end == time.start;
        done && year && share && planned && matches!(of.kind, Kind::Of)
    };
    let found: Vec<usize> = (0..raw.len())
        .filter(|&i| raw.get(i..i + 5).is_some_and(fits))
        .collect();
    for i in found {
        take_in(&mut raw, i, i + 1);
    }
    without_taken(raw)
}

/// Where a plan, or the rate of one, stands after 比年初 or 高于年初.
fn made(text: &str, raw: &[Token], than: usize) -> Option<usize> {
    let word = &text[raw[than].range()];
    let since = raw[than].is(Class::Basis) && word.ends_with("年初");
    let compares = raw[than].is(Class::Than) || raw[than].is(Class::Gap) && word.ends_with('于');
    let start_of_year = |token: &Token| text[token.range()].ends_with("年初");
    let beyond = compares && raw.get(than + 1).is_some_and(start_of_year);
    if !since && !beyond {
        return None;
    }
    let first = than + 1 + usize::from(!since);
    let near = raw.get(first..raw.len().min(first + NEAR))?;
    let near = &near[..near
        .iter()
        .position(|it| it.kind.breaks())
        .unwrap_or(near.len())];
    let plan = near.iter().position(|token| {
        let word = &text[token.range()];
        ["目标", "计划", "任务", "预期"]
            .iter()
            .any(|end| word.ends_with(end))
    })?;
    let rate = near[..plan]
        .iter()
        .position(|it| matches!(it.kind, Kind::Quantity(_)));
    let before = &near[..rate.unwrap_or(plan)];
    let by_whom = before
        .iter()
        .all(|token| matches!(token.kind, Kind::Of) || MADE.contains(&&text[token.range()]));
    by_whom.then_some(first + before.len())
}

/// Makes text of the plan that tells which works are counted: no figure after it is an aim.
pub(super) fn planned_works(text: &str, raw: Vec<Token>) -> Vec<Token> {
    let counted =
        |token: &Token| matches!(&token.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Count));
    let plan = |i: usize| {
        let (count, plan) = (&raw[i - 1], &raw[i]);
        count.end == plan.start && &text[plan.range()] == "计划" && counted(count)
    };
    let names = (1..raw.len()).filter(|&i| plan(i));
    let names = names.filter_map(|i| Some(i..works_after(text, &raw, i)? + 1));
    let places: Vec<usize> = names.flatten().collect();
    as_text(raw, places)
}

/// The works that are named by a plan: 计划新开工项目.
fn works_after(text: &str, raw: &[Token], plan: usize) -> Option<usize> {
    let near = raw.get(plan + 1..)?.iter().take(NEAR);
    let mut near = near.take_while(|token| !token.kind.breaks());
    let works = near.position(|token| {
        let word = &text[token.range()];
        WORKS.iter().any(|works| word.contains(works))
    })?;
    let works = plan + 1 + works;
    let name = text.get(raw[plan].end..raw[works].end)?;
    (name.chars().count() <= LONGEST_NAME).then_some(works)
}

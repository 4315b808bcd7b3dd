//! Reads the words between an indicator's name and its number, backwards from the number.

use crate::phrases::among::{among_before, among_several};
use crate::phrases::basis::{
    added, added_money, added_since, against, basis_at, more_done, turned_positive,
};
use crate::phrases::comparison::{
    Comparison, compared, comparison, grew_less, several_times, turned,
};
use crate::phrases::lead::Lead;
use crate::phrases::measure::ends_in_a_plan;
use crate::words::lexicon::Class;
use crate::words::time::Year;
use crate::words::token::{Kind, Token, backwards};
use halfyear_facts::Basis;
use std::ops::Range;

/// Reads the words of `lead` backwards from the number.
pub(crate) fn lead(text: &str, tokens: &[Token], lead: Range<usize>, rank: bool) -> Lead {
    let mut found = Lead {
        end: lead.end,
        ..Lead::default()
    };
    let mut i = lead.end;
    if let Some((less, verb)) = more_done(text, &tokens[lead.clone()]).filter(|_| !rank) {
        (found.falls, i) = (Some(less), lead.start + verb);
    }
    while i > lead.start {
        let at = i - 1;
        let token = &tokens[at];
        let is = |class| token.is(class);
        if matches!(token.kind, Kind::Of) && i == lead.end {
            found.of = true;
        } else if matches!(token.kind, Kind::Of)
            && found.falls.is_some()
            && at > lead.start + 1
            && matches!(tokens[at - 1].kind, Kind::Time(_))
            && tokens[at - 2].is(Class::From)
        {
            // 由一季度的下降2.6%转为增长1.9%
        } else if rank && is(Class::RankVerb) {
            found.ranks = true;
        } else if rank
            && found.ranks
            && found.others.is_empty()
            && is(Class::PrepEnd)
            && let Some(first) = among_several(text, tokens, lead.start, at)
        {
            // 在全省和副省级城市中均列第2位
            found.others = first..at;
            i = first - 1;
            continue;
        } else if rank
            && found.ranks
            && found.others.is_empty()
            && is(Class::PrepEnd)
            && at > lead.start
            && among_before(text, tokens, lead.start, at - 1).is_some()
        {
            // 在中心城区中排位第五
            i = at;
            continue;
        } else if rank
            && found.ranks
            && found.each
            && found.others.is_empty()
            && let Some(first) = among_several(text, tokens, lead.start, i)
        {
            // 在全市、片区分别排第12位、第5位
            found.others = first..i;
            i = first - 1;
            continue;
        } else if is(Class::Each) {
            found.each = true;
        } else if is(Class::Hush) {
            found.hushed = true;
        } else if is(Class::Reach) && !found.reach {
            found.reach = true;
        } else if is(Class::Report) && &text[token.range()] == "预计" && at > lead.start {
            // 投资预计同比下降19.8%
        } else if found.of
            && i == lead.end - 1
            && at > lead.start
            && tokens[at - 1].is(Class::From)
            && text[token.range()].ends_with(['初', '时', '前', '期'])
        {
            // 从成立之初的54家增加到127家
            found.earlier = true;
            i = at - 1;
            break;
        } else if is(Class::From) {
            found.earlier = true;
            i = at;
            break;
        } else if !rank
            && at + 1 == lead.end
            && grew_less(text, &tokens[lead.start..=lead.end.min(tokens.len() - 1)])
        {
            // 快于同期可支配收入增长2个百分点: what is compared with grew.
        } else if found.falls.is_none()
            && (is(Class::Rise) || is(Class::Fall))
            && !found.reach
            && found.gap.is_none()
            && !rank
        {
            found.all |= text[token.range()].starts_with('各');
            found.falls = Some(is(Class::Fall));
        } else if is(Class::Keep)
            && found.falls.is_none()
            && found.gap.is_none()
            && !rank
            && added_since(&tokens[lead.start..at], &text[token.range()])
        {
            // 比上年末净增1.2万户
            found.falls = Some(text[token.range()].contains('减'));
        } else if found.falls.is_none()
            && at + 1 == lead.end
            && (at == lead.start || at == lead.start + 1 && tokens[lead.start].is(Class::Each))
            && added_money(&text[token.range()], tokens.get(lead.end))
        {
            // 增长36.2%,净增48.2亿元
            found.falls = Some(false);
            found.added = true;
        } else if is(Class::Keep)
            && added(&text[token.range()])
            && found.falls.is_none()
            && found.gap.is_none()
            && !(found.level || found.reach || found.each || rank)
            && at > lead.start
            && counts(text, &tokens[at - 1])
            && !tokens
                .get(lead.end + 1)
                .is_some_and(|token| token.kind.nominal())
        {
            // 高新技术企业净增35家, but neither 越城区净增35家 nor 企业净增2家工厂
            if text[token.range()].contains("新增") {
                // 市场主体新增8681户: so many new ones
                found.new_ones = Some(at);
            } else {
                found.falls = Some(text[token.range()].contains('减'));
                found.added = true;
            }
        } else if found.falls.is_some()
            && found.rate.is_none()
            && found.basis.is_some()
            && at > lead.start
            && &text[token.range()] == "增长"
        {
            // GDP增长较一季度回落2.9个百分点: the growth moved.
            found.rate = Some(false);
        } else if found.falls.is_some()
            && &text[token.range()] == "平均"
            && (tokens[i].is(Class::Rise) || tokens[i].is(Class::Fall))
        {
            // 上半年平均上涨0.5%: of what is spoken of.
        } else if is(Class::Kind) {
            found.kind = Some(at);
            if token.argument(Class::Kind) == "annual" {
                found.basis = found.basis.or(Some(Basis::AnnualAverage));
            }
        } else if is(Class::Basis)
            && (at > lead.start
                || found.falls.is_some()
                || found.rate.is_some()
                || text[token.range()].ends_with("新增"))
        {
            if text[token.range()].ends_with("新增") && found.falls.is_none() && !found.reach {
                // 比年初新增125.5亿元
                found.falls = Some(false);
            }
            // 同比2019年增长26%
            let year = tokens.get(at + 1).is_some_and(
                |next| matches!(next.kind, Kind::Time(time) if matches!(time.year, Year::Named(_))),
            );
            let basis = match &text[token.range()] == "同比" && year && found.falls.is_some() {
                true => Basis::Other,
                false => basis_at(text, tokens, at),
            };
            if matches!(basis, Basis::TwoYearAverage | Basis::AnnualAverage) {
                found.kind = Some(at);
            }
            found.basis = found.basis.or(Some(basis));
        } else if is(Class::Gap)
            && found.gap.is_none()
            && found.falls.is_none()
            && !found.reach
            && let Some(than) = backwards(tokens, lead.start, at, |t| t.is(Class::Than))
            && than + 1 < at
        {
            found.gap = Some(token.negative(Class::Gap));
            i = compared(tokens, than, at, &mut found);
            continue;
        } else if is(Class::Gap)
            && found.gap.is_none()
            && found.falls.is_none()
            && at > lead.start
            && (tokens[at - 1].is(Class::Basis)
                // 与一季度相比低2.8个百分点
                || tokens[at - 1].is(Class::Compared)
                // 比上年春节多96元
                || at > lead.start + 1
                    && FESTIVALS.contains(&&text[tokens[at - 1].range()])
                    && tokens[at - 2].is(Class::Basis)
                // 增速比上月末分别低0.3个和高0.5个百分点
                || tokens[at - 1].is(Class::Each)
                    && at > lead.start + 1
                    && tokens[at - 2].is(Class::Basis)
                || several_times(&tokens[lead.start..at]))
        {
            // 比上年同期低0.8个百分点
            found.falls = Some(token.negative(Class::Gap));
        } else if is(Class::Conn)
            && &text[token.range()] == "则"
            && found.falls.is_some()
            && at > lead.start
            && tokens[at - 1].is(Class::Compared)
        {
            // 与上季比较则回升1.8%
        } else if is(Class::Compared)
            && at >= lead.start + 2
            && let Kind::Time(time) = tokens[at - 1].kind
            && (matches!(tokens[at - 2].kind, Kind::And) || tokens[at - 2].is(Class::Than))
        {
            // 与一季度相比回落3.1个百分点
            found.basis = found.basis.or(Some(against(time)));
            i = at - 2;
            continue;
        } else if found.falls.is_some()
            && &text[token.range()] == "转为"
            && let Some(from) = turned(&tokens[lead.start..at])
        {
            // 由上年同期下降转为增长9.2%
            i = lead.start + from;
            continue;
        } else if is(Class::Target) && !beyond_a_plan(text, &tokens[lead.start..at], &found) {
            found.target = true;
        } else if is(Class::Before) || is(Class::Level) || is(Class::Adverb) || is(Class::All) {
            found.level |= is(Class::Level);
            found.so_far |=
                &text[token.range()] == "累计" || text[token.range()].starts_with("累计达");
            found.all |= is(Class::All) || text[token.range()].starts_with('均');
        } else if is(Class::Rate) && found.rate.is_none() && found.others.is_empty() && !rank {
            found.rate = Some(token.negative(Class::Rate));
            found.rate_at = Some(at);
            // 年增率 is on the year.
            let mean = text[token.range()].contains(['均', '长']);
            if text[token.range()].starts_with(['年', '月']) && mean {
                // 年平均增长率
                let yearly = text[token.range()].starts_with("年均")
                    || text[token.range()].starts_with("年平均");
                let basis = match yearly {
                    true => Basis::AnnualAverage,
                    false => Basis::Other,
                };
                found.kind = Some(at);
                found.basis = found.basis.or(Some(basis));
            }
        } else if (is(Class::Itself) || rank && is(Class::Rate)) && relative(tokens, lead.start, at)
        {
            found.itself = true;
        } else if let Some(comparison) = comparison(text, tokens, lead.start, at, rank, &found) {
            i = match comparison {
                Comparison::Gap(gap) => {
                    found.gap = Some(tokens[gap].negative(Class::Gap));
                    compared(tokens, gap, i, &mut found)
                }
                Comparison::Than(than) => compared(tokens, than, i, &mut found),
                Comparison::Among(first) => {
                    found.others = first..i;
                    first
                }
            };
            continue;
        } else if at > lead.start
            && tokens[at - 1].is(Class::Basis)
            && FESTIVALS.contains(&&text[token.range()])
        {
            // 比上年春节增加174.5元
        } else if let Some(time) = timed(token) {
            let spell =
                matches!(token.kind, Kind::Time(time) if matches!(time.year, Year::Between(..)));
            // 是“十五”期间的5.1倍 is no growth.
            found.against_time |= found.of && !spell;
            if found.of && !time {
                found.basis = found.basis.or(Some(Basis::Other));
            }
        } else {
            break;
        }
        i = at;
    }
    // 分别进出口3亿元、2亿元: the noun stands after 分别.
    if !rank
        && !found.each
        && let Some(each) = backwards(tokens, lead.start, i, |t| t.is(Class::Each))
        && each + 1 < i
        && let first = each + 1 + usize::from(tokens[each + 1].is(Class::Level))
        && first < i
        && tokens[first..i].iter().all(|token| {
            let verb = [Class::Act, Class::Deed, Class::Keep];
            // 分别净增3家、17家 is a growth.
            let grew = token.is(Class::Keep) && text[token.range()].contains(['增', '减']);
            token.kind.nominal() || !grew && verb.iter().any(|&class| token.is(class))
        })
    {
        found.shared = Some(first..i);
        found.each = true;
        i = each;
    }
    // 同比增加9个、多出73.2亿元: more than before, where no place is named.
    let last = lead.end.checked_sub(1).filter(|_| i == lead.end && !rank);
    if let Some(last) = last.filter(|&last| &text[tokens[last].range()] == "多出") {
        (found.gap, found.falls) = (None, Some(false));
        i = last;
    }
    found.subject = lead.start..i;
    found.from = i;
    if found.level && found.rate.is_none() && turned_positive(text, &tokens[i..lead.end]) {
        (found.level, found.falls) = (false, Some(false));
    }
    // 完成年度目标的58.3% is a share as 占年度计划的28.6% is.
    // 完成年度计划12.85% says so without 的.
    let until = (lead.end - usize::from(found.of)).max(lead.start);
    let planned = !rank && ends_in_a_plan(text, &tokens[lead.start..until]);
    let share_of = |t: &Token| {
        t.is(Class::Share)
            // 恢复至2019年同期的118%
            || found.of && t.is(Class::Reach) && text[t.range()].starts_with("恢复")
            || planned && matches!(&text[t.range()], "完成" | "实现" | "分别完成" | "为" | "分别为" | "仅为")
            || found.of
                && matches!(
                    &text[t.range()],
                    "完成" | "分别完成" | "为" | "仅为" | "是" | "相当于" | "达到" | "达"
                )
    };
    // 占全部完成投资的55.4%: the verb of the share, where one stands there.
    found.share = backwards(tokens, lead.start, lead.end, |t| t.is(Class::Share))
        .or_else(|| backwards(tokens, lead.start, lead.end, share_of));
    // 贡献率提升8.5个百分点: that rate moves.
    found.pull = backwards(tokens, lead.start, lead.end, |t| {
        t.is(Class::Pull) && !(found.falls.is_some() && text[t.end..].starts_with('率'))
    });
    found.pulls = found.pull.is_some_and(|at| {
        let verb = &text[tokens[at].range()];
        matches!(verb, "拉动" | "上拉") && !text[tokens[at].end..].starts_with(['作', '下'])
    });
    found
}

/// Holidays that move about the calendar, or are named without one.
const FESTIVALS: [&str; 4] = ["春节", "国庆", "端午", "中秋"];

/// Whether the words before a target compare with it: 高于[预期目标], 低于年初[计划].
fn beyond_a_plan(text: &str, before: &[Token], found: &Lead) -> bool {
    // 高于市下达目标
    let made = |token: &Token| matches!(&text[token.range()], "下达" | "确定" | "制定");
    let plan = |token: &&Token| {
        token.is(Class::Target)
            || made(token)
            || token.kind.nominal()
            || matches!(token.kind, Kind::Time(_))
    };
    let compares = before.iter().rev().take(4).find(|token| !plan(token));
    found.gap.is_none()
        && found.falls.is_none()
        && compares.is_some_and(|token| token.is(Class::Gap))
}

/// Whether only words without a subject stand before: 总量, 其增速, 总量和增速.
fn relative(tokens: &[Token], start: usize, at: usize) -> bool {
    tokens[start..at].iter().all(|token| {
        matches!(token.kind, Kind::And | Kind::Pause | Kind::Time(_))
            || [
                Class::Itself,
                Class::Rate,
                Class::Here,
                Class::Conn,
                Class::Adverb,
                Class::All,
            ]
            .iter()
            .any(|&class| token.is(class))
    })
}

/// Whether a token is a noun of what can be counted: no place.
fn counts(text: &str, token: &Token) -> bool {
    let noun = token.kind.nominal() || token.is(Class::Deed) || token.is(Class::Plain);
    noun && !text[token.range()].ends_with([
        '省', '市', '区', '县', '州', '旗', '盟', '镇', '乡', '村', '国',
    ])
}

/// `Some` for a time; `Some(true)` for an earlier one.
fn timed(token: &Token) -> Option<bool> {
    match token.kind {
        Kind::Time(time) => Some(matches!(time.year, crate::words::time::Year::Relative(-1))),
        _ => None,
    }
}

//! Where sentences end.

use crate::text::period::Calendar;
use crate::words::lexicon::Lexicon;
use crate::words::numeral::is_chinese;
use crate::words::time::Time;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// A sentence longer than this is cut: no person wrote it.
const LONGEST: usize = 12_000;

/// The sentences of a normalised text.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut soft = 0;
    let mut next = 0;
    while let Some(&byte) = text.as_bytes().get(next) {
        let at = next;
        // Most are Chinese characters, which begin so and end nothing, whichever they are.
        let c = match byte {
            0xE4..=0xE9 => '中',
            _ => text[at..].chars().next().unwrap_or('中'),
        };
        next += c.len_utf8();
        // Marks that close the sentence before.
        if at < start {
            continue;
        }
        let end = next;
        let ends = match c {
            '。' | '!' | '?' | '…' => true,
            // A full stop of the keyboard, not a decimal point nor an abbreviation.
            '.' => {
                let before = text[..at].chars().next_back();
                let after = text[end..].chars().next();
                // 七二九.二: a decimal point among Chinese digits.
                let numeral = |c: Option<char>| c.is_some_and(is_chinese);
                before.is_some_and(|c| !c.is_ascii())
                    && !after.is_some_and(|c| c.is_ascii_digit())
                    && !(numeral(before) && numeral(after))
            }
            _ => false,
        };
        if matches!(c, ',' | ';') {
            soft = end;
        }
        let cut = if ends {
            let after = text[end..].trim_start_matches(['”', '’', '。', '!', '?']);
            Some(text.len() - after.len())
        } else if end - start > LONGEST {
            Some(if soft > start { soft } else { end })
        } else {
            None
        };
        if let Some(cut) = cut {
            sentences.push(start..cut);
            start = cut;
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// Tells the calendar of the times in a sentence.
pub(crate) fn note_times(text: &str, tokens: &[Token], title: bool, calendar: &mut Calendar) {
    if let [first, .., last] = tokens {
        calendar.plan(&text[first.start..last.end]);
    }
    for token in tokens {
        match token.kind {
            // 降幅比1-2月收窄, 较去年全年提高: the time before.
            Kind::Time(_) if compares(&text[..token.start]) => {}
            // 由2005年的300亿元扩大到1026亿元
            Kind::Time(_)
                if text[..token.start].ends_with(['由', '从'])
                    && text[token.end..].starts_with('的') => {}
            // 恢复到2019年同期的118%, 当年新增51户: of no report.
            Kind::Time(_) if compared_or_then(text, token) => {}
            // 2017年工作安排, 2020年GDP增长预期目标: what is to come.
            Kind::Time(time) if !title && aims_follow(text, token.end) && !time.says_part() => {}
            // 完成全年50家任务的72%: the plan is of the whole year, and not the report.
            Kind::Time(_) if of_a_plan(text, token) => {}
            // 2015年以来最好, 2010年以来新增34家: a year that something began with, and not the report's.
            Kind::Time(time) if text[token.range()].ends_with("年以来") => {
                calendar.note(Time { day: true, ..time }, false);
            }
            Kind::Time(time) => {
                calendar.month |= title && text[token.range()].ends_with("月份");
                calendar.note(time, title);
            }
            Kind::Name => {
                let name = text[token.range()].trim_start_matches(|c: char| !c.is_ascii_digit());
                let digits = name.trim_end_matches(|c: char| !c.is_ascii_digit());
                // 2000万元以上项目: an amount, and no year.
                let counted = Lexicon::get().unit(&name[digits.len()..]).is_some();
                if !counted {
                    calendar.name(digits.get(..4).unwrap_or(digits));
                }
            }
            _ => {}
        }
    }
}

/// Whether what stands before a time compares with it: 比, 较去年, 高于.
fn compares(before: &str) -> bool {
    let year = ["去年", "上年"]
        .iter()
        .find_map(|year| before.strip_suffix(year));
    let before = year.unwrap_or(before);
    let before = before.trim_end_matches('之');
    before.ends_with(['比', '较', '与', '同'])
        // 相对于2014年年底1029家的存量
        || ["高于", "低于", "快于", "慢于", "对于", "相当于"]
            .iter()
            .any(|word| before.ends_with(word))
}

/// Whether a time is one that figures are compared with, or that another one tells: 2019年同期, 当年.
fn compared_or_then(text: &str, token: &Token) -> bool {
    let said = &text[token.range()];
    // 恢复到2019年的102%
    let figure = text[token.end..].strip_prefix('的');
    let figure = figure.is_some_and(|it| it.starts_with(|first: char| first.is_ascii_digit()));
    // 新增贷款476亿元,是2018年全年投放量的1.58倍
    let times = clause_after(text, token.end)
        .split_once("的")
        .is_some_and(|(_, it)| it.starts_with(|first: char| first.is_ascii_digit()));
    let equals = text[..token.start].ends_with(['是', '为', '达']);
    figure
        || times && equals
        || said.contains("同期")
        || text[token.end..].starts_with("同期")
        || said.starts_with("当年")
}

/// Whether a whole year is that of a task that was done in part.
fn of_a_plan(text: &str, token: &Token) -> bool {
    let done = ["完成", "占", "为", "达", "实现"];
    let plans = ["任务", "目标", "计划", "预算"];
    let after = clause_after(text, token.end);
    text[token.range()].ends_with("全年")
        && done.iter().any(|verb| text[..token.start].ends_with(verb))
        && plans.iter().any(|plan| after.contains(plan))
}

/// How many characters after a year say that it is planned, or compared with.
const PLANS: usize = 16;

/// The characters right after a time, no further than its clause.
fn clause_after(text: &str, from: usize) -> &str {
    let rest = &text[from..];
    let end = rest
        .char_indices()
        .nth(PLANS)
        .map_or(rest.len(), |(at, _)| at);
    rest[..end]
        .split([',', '。', ';', ':'])
        .next()
        .unwrap_or_default()
}

/// Whether aims or plans follow a time, before anything else can.
fn aims_follow(text: &str, from: usize) -> bool {
    let clause = clause_after(text, from);
    let plans = [
        "工作安排",
        "工作打算",
        "工作思路",
        "工作计划",
        "工作任务",
        "预期目标",
        "主要目标",
        "任务目标",
    ];
    plans.iter().any(|plan| clause.contains(plan))
}

//! The times that clauses name, and how long they hold.

use crate::phrases::lead::Lead;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::time::{Part, Time, Year};
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No words that say how a sentence looks at its figures are more.
const LONGEST_FRAME: usize = 12;

impl Lead {
    /// Whether a time and words that name nothing stand before the number: 其中6月当月.
    pub(crate) fn only_time(&self, tokens: &[Token]) -> bool {
        let words = tokens.get(self.subject.start..self.end).unwrap_or_default();
        let time = |token: &Token| matches!(token.kind, Kind::Time(_));
        let nothing = [Class::Conn, Class::Adverb, Class::Level, Class::Time];
        words.iter().any(time)
            && words
                .iter()
                .all(|token| time(token) || nothing.iter().any(|&class| token.is(class)))
    }

    /// Whether nothing but a time stands before the predicate.
    pub(crate) fn subject_is_time(&self, tokens: &[Token]) -> bool {
        let words = tokens.get(self.subject.start..self.end).unwrap_or_default();
        let is_time = |token: &Token| matches!(token.kind, Kind::Time(_));
        words.first().is_some_and(is_time)
            && self.subject.is_empty()
            && words.iter().filter(|token| is_time(token)).count() == 1
    }
}

impl Sentence<'_> {
    /// Whether only other times stand between a time and a word of comparison before it.
    fn one_of_several_compared(&self, from: usize, time: usize) -> bool {
        let listed = |token: &Token| matches!(token.kind, Kind::Time(_) | Kind::Pause | Kind::And);
        let before = (from..time).rev().find(|&i| !listed(&self.tokens()[i]));
        before.is_some_and(|i| {
            let token = &self.tokens()[i];
            let text = &self.normal.text[token.range()];
            let basis = token.is(Class::Basis) && text.starts_with(['比', '较']);
            // 较去年全年: the year is part of the word of comparison.
            let parted = basis && text.ends_with('年');
            (basis || token.is(Class::Than)) && (parted || time > i + 1)
        })
    }

    /// Keeps the time that the sentence told of in passing, for 其中 that goes on with it.
    pub(crate) fn keep_time_aside(&mut self) {
        self.carried.aside = self.aside_time;
    }

    /// 6月份,食品价格上涨2.5%。食品中,鲜果价格上涨19%; 分行业看,……: whether a sentence looks closer at what
    /// the one before told of a month, in a paragraph that names no other time.
    pub(crate) fn looks_closer(&self) -> bool {
        let month = |time: Time| time.is_one_month() && !time.until && !time.day;
        if self.carried.time.is_some() || !self.carried.aside.is_some_and(month) {
            return false;
        }
        let words = self.tokens().iter().take(LONGEST_FRAME);
        let frame = words.take_while(|token| !matches!(token.kind, Kind::Comma));
        let timed = frame.clone().any(|it| matches!(it.kind, Kind::Time(_)));
        let ends = |token: &Token| self.normal.text[token.range()].ends_with(['看', '中']);
        let comma = self.tokens().get(frame.clone().count());
        let comma = comma.is_some_and(|it| matches!(it.kind, Kind::Comma));
        comma && !timed && frame.last().is_some_and(ends)
    }

    /// 上半年……,其中当月: the last month of the stretch that the paragraph speaks of.
    fn month_of_it(&mut self, i: usize) {
        if self.phrases.token_text(i) != "当月" || self.aside_time.is_some() {
            return;
        }
        let whole = self.carried.months.map(|(from, to)| Time {
            year: Year::Unsaid,
            part: Part::Months(from, to),
            day: false,
            until: false,
        });
        if let Some(time) = self.carried.time.or(whole)
            && let Part::Months(1, last) = time.part
        {
            self.of_a_part = true;
            self.aside_time = Some(Time {
                part: Part::Months(last, last),
                ..time
            });
        }
    }

    /// Notes the times that a clause names.
    pub(crate) fn times(&mut self, clause: &Range<usize>) {
        for i in clause.clone() {
            let Kind::Time(time) = self.tokens()[i].kind else {
                self.month_of_it(i);
                continue;
            };
            let before = i.checked_sub(1).and_then(|b| self.tokens().get(b));
            // 从上半年来看
            let seen = self.tokens()[i..clause.end].last();
            let seen = seen.is_some_and(|last| self.normal.text[last.range()].ends_with('看'));
            let compared = before.is_some_and(|token| {
                token.is(Class::Than)
                    || token.is(Class::Gap)
                    || token.is(Class::From) && !seen
                    || matches!(token.kind, Kind::And)
                    // 自2016年四季度以来
                    || matches!(&self.normal.text[token.range()], "自" | "较之")
            });
            // 比上年同期、2017年全年: one of several compared with.
            let compared = compared || self.one_of_several_compared(clause.start, i);
            let told_beside = self.tokens().get(i + 1).is_some_and(|token| {
                let text = &self.normal.text[token.range()];
                text == "为" && i == clause.start
            });
            let since = self.normal.text[self.tokens()[i].end..].starts_with("以来")
                && matches!(time.year, Year::Named(_));
            // 按2023年平均汇率计算
            let converts = self.normal.text[self.tokens()[i].end..]
                .trim_start_matches("平均")
                .starts_with("汇率");
            // 年初确定的21项指标: when the plan was made.
            let plans = ["确定", "下达", "制定", "提出", "部署"];
            let after = &self.normal.text[self.tokens()[i].end..];
            // 完成全年指标任务的110.4%
            let aims = ["指标任务", "任务", "计划", "目标", "预算", "预期"];
            // 完成全年1150件任务的46.2%
            let next = self.tokens().get(i + 1);
            let counted = next.map_or("", |it| &self.normal.text[it.start..]);
            let aimed_at = |text: &str| aims.iter().any(|aim| text.starts_with(aim));
            let planned = plans.iter().any(|verb| after.starts_with(verb))
                || self.normal.text[self.tokens()[i].range()] == *"全年"
                    && (aimed_at(after) || aimed_at(counted));
            // 已超过2019年同期8.3%
            let said = &self.normal.text[self.tokens()[i].range()];
            let same = said.contains("同期") || after.starts_with("同期");
            let to = [Class::Before, Class::Reach, Class::Level];
            let beyond = same && before.is_some_and(|it| to.iter().any(|&class| it.is(class)));
            // 为2016年以来最好水平: no figure of this clause is of it, and none that follows.
            let counts = |token: &Token| matches!(token.kind, Kind::Quantity(_) | Kind::Number(_));
            let report = self.carried.year;
            let since = since
                || time.part == Part::SoFar
                    && matches!(time.year, Year::Named(from) if report.is_some_and(|it| from < it))
                    && i > clause.start
                    && !self.tokens()[i + 1..clause.end].iter().any(counts);
            // 入选2025年省重点项目: the year that a list is called after.
            let lists = [
                "入选", "列入", "纳入", "入围", "上榜", "获评", "荣获", "评为",
            ];
            let listed = matches!((time.year, time.part), (Year::Named(_), Part::Unsaid))
                && before.is_some_and(|it| {
                    let verb = &self.normal.text[it.range()];
                    lists.iter().any(|list| verb.ends_with(list))
                });
            let compared = compared || told_beside || since || converts || planned || beyond;
            let compared = compared || listed;
            if compared {
                continue;
            }
            // 1-8月份……,其中本年新开工项目: of the same months.
            let months = |time: Time| matches!(time.part, Part::Months(..));
            if matches!(said, "本年" | "当年") && self.time().is_some_and(months) {
                continue;
            }
            let of = self
                .tokens()
                .get(i + 1)
                .is_some_and(|token| matches!(token.kind, Kind::Of));
            // 由2005年的不足300亿元
            let about = self.tokens().get(i + 2);
            let about = about.is_some_and(|token| token.is(Class::Before));
            let figure = self
                .tokens()
                .get(i + 2 + usize::from(about))
                .is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
            let earlier = of && (figure || time.year == Year::Relative(-1));
            let inside = self.tokens()[clause.start..i]
                .iter()
                .any(|token| token.is(Class::Share) || matches!(token.kind, Kind::Quantity(_)));
            if earlier || inside || matches!(time.part, Part::LastMonth | Part::LastQuarter) {
                continue;
            }
            // 一季度和二季度分别达到: one of several, and of none of what follows.
            let rest = self.tokens().get(i + 1..clause.end).unwrap_or_default();
            let several = matches!(rest, [parted, next, ..]
                if matches!(parted.kind, Kind::And | Kind::Pause) && matches!(next.kind, Kind::Time(_)));
            // 是2018年全年投放量的1.58倍
            let multiple = rest.iter().any(|token| {
                matches!(&token.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Times))
            });
            let is = before
                .is_some_and(|it| matches!(&self.normal.text[it.range()], "是" | "为" | "相当于"));
            if multiple && is {
                continue;
            }
            // 力争全年产值达6亿元
            let aims = |token: Option<&Token>| token.is_some_and(|it| it.is(Class::Target));
            let aimed = match &self.normal.text[self.tokens()[i].range()] {
                "全年" => aims(before),
                // 下半年力争
                "下半年" => aims(self.tokens().get(i + 1)),
                _ => false,
            };
            // 下达2015年度改造指标2700户: the year of what was done something with, and of nothing that follows.
            let object = time.part == Part::Unsaid
                && matches!(time.year, Year::Named(_))
                && self.carried.months.is_some()
                && self.tokens()[clause.start.max(i.saturating_sub(16))..i]
                    .iter()
                    .any(|token| {
                        [Class::Act, Class::Keep]
                            .iter()
                            .any(|&class| token.is(class))
                    });
            let passing = time.day
                || object
                || aimed
                || several
                || time.part == Part::Floating
                || matches!(time.part, Part::Months(from, to) if from == to && from != 12 && time.year == Year::Unsaid);
            // 1-2月……,预计第一季度到账外资7256万美元;进出口3.5亿美元
            let expected = before.is_some_and(|it| &self.normal.text[it.range()] == "预计")
                && self
                    .carried
                    .time
                    .is_some_and(|now| months(now) && now.part != time.part);
            if passing || expected {
                self.aside_time = Some(time);
                let among = self.phrases.token_text(clause.start).starts_with("其中");
                self.of_a_part = expected || clause.start > 0 && among;
                if time.until {
                    self.carried.as_of = Some(time);
                }
            } else {
                self.aside_time = None;
                self.carried.time = Some(match (self.carried.time, time.year) {
                    // 2023年……上半年: the year was said before.
                    (Some(before), Year::Unsaid)
                        if time.says_part() && before.year != Year::Relative(-1) =>
                    {
                        Time {
                            year: match before.year {
                                Year::Between(..) => Year::Unsaid,
                                year => year,
                            },
                            ..time
                        }
                    }
                    _ => time,
                });
            }
        }
    }
}

impl Sentence<'_> {
    /// 3月、4月、5月规上工业增加值增速分别为……: one indicator, at as many times.
    pub(crate) fn at_several_times(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let words = self.tokens().get(lead.subject.start..lead.end)?;
        let listed = |token: &&Token| matches!(token.kind, Kind::Time(_) | Kind::Pause | Kind::And);
        let led = |token: &&Token| token.is(Class::Conn);
        let skipped = words.iter().take_while(led).count();
        let before = skipped + words[skipped..].iter().take_while(listed).count();
        let times: Vec<Time> = words[..before]
            .iter()
            .filter_map(|token| match token.kind {
                Kind::Time(time) => Some(time),
                _ => None,
            })
            .collect();
        // 5月份、6月份均增长2.6%: one number for all of them.
        let all = lead.all && count == 1;
        if times.len() < 2 || times.len() != count && !all {
            return None;
        }
        let count = times.len();
        let from = lead.subject.start + before;
        let rest = from..lead.subject.end.max(from);
        let name = match self.phrases.subject(rest.clone(), None) {
            Subject::Named(names) => names.into_iter().next()?,
            Subject::Carried if all || lead.shared.is_none() => {
                let told = self.carried.current.first()?;
                self.drafts.get(*told)?.name.clone()
            }
            // 1月、2月、3月分别实现零售额2.4亿元、2.1亿元、2亿元: of whom the sentence before told.
            Subject::Carried => {
                let shared = self.phrases.name(lead.shared.clone()?);
                let bare = Lexicon::get().is_one_of(Noun::Whose, &shared.plain)
                    || Lexicon::get().is_one_of(Noun::Tail, &shared.plain);
                let said = self.drafts.last().filter(|_| bare);
                let whole = said.filter(|draft| draft.name.plain.ends_with(shared.plain.as_str()));
                match whole {
                    Some(draft) => draft.name.clone(),
                    None if bare => return None,
                    None => shared,
                }
            }
            Subject::Unclear => return None,
        };
        let targets = self.open(vec![name; count], &rest);
        for (&target, time) in targets.iter().zip(times) {
            self.drafts.get_mut(target)?.time = Some(time);
        }
        Some(targets)
    }

    /// 其中,一季度增长1.1%,二季度增长5.8%: parts of the time of what the sentence before told of.
    pub(crate) fn at_another_time(&mut self, lead: &Lead) -> Option<Vec<usize>> {
        let whole = self.drafts.get(self.carried.sole?)?;
        let (name, time) = (whole.name.clone(), whole.time);
        let words = self.tokens().get(lead.subject.start..lead.end)?;
        let timed = words
            .iter()
            .any(|token| matches!(token.kind, Kind::Time(_)));
        let parts = self.time().is_some() && self.time() != time;
        // 新消费保持较快增长,上半年增长12.4%: of what the clause before names, whatever that is.
        let between = self.carried.before.unwrap_or(lead.subject.start)..lead.subject.start;
        let named = self
            .tokens()
            .get(between)
            .is_some_and(|words| words.iter().any(|token| token.kind.nominal()));
        (timed && parts && !named && lead.falls.is_some())
            .then(|| self.open(vec![name], &(lead.from..lead.from)))
    }

    /// Whether a number is of each day: 平均每天新增18户.
    pub(crate) fn daily(&self, lead: &Lead) -> bool {
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        words.iter().any(|token| {
            let text = &self.normal.text[token.range()];
            token.is(Class::Adverb) && ["每天", "每日"].iter().any(|each| text.contains(each))
        })
    }
}

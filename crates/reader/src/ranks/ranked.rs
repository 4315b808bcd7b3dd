//! What a place in a ranking is of: what was said before, a list, or what is judged as a whole.

use crate::phrases::lead::Lead;
use crate::phrases::measure::judged;
use crate::phrases::name::{Name, before_et_cetera};
use crate::phrases::phrase::Subject;
use crate::ranks::before::unplaced;
use crate::statement::Sentence;
use crate::subjects::alike::ends_in;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::numeral;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// The statements that a rank is of: what was said of the same before, else new ones.
    pub(crate) fn ranked(
        &mut self,
        lead: &Lead,
        several: Option<usize>,
        vague: bool,
    ) -> Option<Vec<usize>> {
        if let Some(count) = self.said_indicators(lead) {
            return self.carried.last_said(count).map(<[usize]>::to_vec);
        }
        if let Some(pointed) = self.former_or_latter(lead) {
            return pointed.map(|i| vec![i]);
        }
        let (subject, rate) = self.without_rate(lead.subject.clone());
        let listed = self.tokens()[subject.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let judged_whole = self.tokens()[subject.clone()]
            .last()
            .is_some_and(|last| judged(&self.normal.text[last.range()]));
        let count = several.or_else(|| self.listed(&subject, lead));
        let read = match listed && !judged_whole || several.is_some() && !subject.is_empty() {
            true => self.phrases.subject(subject.clone(), count.or(Some(1))),
            false if subject.is_empty() => Subject::Carried,
            false => self.phrases.subject(subject.clone(), None),
        };
        let names = match read {
            Subject::Unclear => return None,
            // 五项核心指标增幅居全市第一: which they are, nobody says.
            Subject::Named(names) if matches!(names.as_slice(), [one] if rateless(&one.plain).ends_with("指标")) =>
            {
                return None;
            }
            // 增量贡献全区第二: of what was told, neither its size nor its growth.
            Subject::Named(names) if matches!(names.as_slice(), [one] if one.plain.ends_with("贡献")) =>
            {
                return None;
            }
            // 位次由第一滑到第六
            Subject::Named(names) if matches!(names.as_slice(), [one] if ordinal(&one.plain)) => {
                return self.carried_ranked(lead, several);
            }
            // R&D经费支出占GDP比重为2.93%,总量居全市第3位: of what the share is of.
            Subject::Carried
                if lead.itself
                    && let Some(whole) = self.size_of_the_sharer(lead) =>
            {
                return Some(vec![whole]);
            }
            Subject::Carried => match several.and_then(|count| self.compared_before(lead, count)) {
                Some(names) => names,
                None => return self.carried_ranked(lead, several),
            },
            // 完成年度任务的61%,进度居全市第2; 占GDP的68%,占比居全市首位: of the share itself.
            Subject::Named(names)
                if matches!(names.as_slice(), [one] if of_a_share(&one.plain))
                    && self.last_share().is_some() =>
            {
                // 占比居全市首位、全省第2位
                let share = self.last_share()?;
                // 完成预算的83.6%,进度居全省第1位;同口径增长16.9%: of the whole again.
                let whole = self.carried.current.first().copied();
                self.carried.base = whole.filter(|&whole| whole != share);
                self.carried.current = vec![share];
                return Some(vec![share]);
            }
            Subject::Named(names)
                if matches!(names.as_slice(), [one] if matches!(one.plain.as_str(), "进度" | "完成进度"))
                    && !self.carried.current.is_empty() =>
            {
                return self.how_much_was_done(lead);
            }
            // 比年初增加31.2亿元,增加额列全市第3位: of what was told to grow by so much.
            Subject::Named(names)
                if matches!(names.as_slice(), [one] if matches!(one.plain.as_str(), "增加额" | "增长额" | "净增额"))
                    && self.spoken_of().is_some_and(|draft| {
                        draft
                            .change
                            .as_ref()
                            .is_some_and(|change| ends_in(&change.unit, &['元', '人', '户']))
                    }) =>
            {
                return self.carried_ranked(lead, several);
            }
            // 新开工项目64个,……开工数列全市第一: of those that were counted.
            Subject::Named(names) if matches!(names.as_slice(), [one] if self.counted_again(one)) =>
            {
                return self.carried_ranked(lead, several);
            }
            // 占营业收入比重3.9%,增速及占比均列全市第3
            Subject::Named(names) if let Some(both) = self.rate_and_share(&names) => {
                return Some(both);
            }
            // 税收收入占预算收入的79.8%,税收比重居全市第4位: of that share.
            Subject::Named(names)
                if let [one] = names.as_slice()
                    && let Some(share) = self.share_again(one) =>
            {
                self.carried.current = vec![share];
                return Some(vec![share]);
            }
            // 总数和总额, 两项收入总量: of what, nobody says.
            Subject::Named(names)
                if names.iter().all(|name| nobodys(&name.plain)) && names.len() > 1 =>
            {
                return None;
            }
            Subject::Named(names) if matches!(names.as_slice(), [one] if numeral::chinese(&one.plain).is_some_and(|n| one.plain[n.len..].starts_with('项'))) =>
            {
                return None;
            }
            // 肉牛出栏2.2万头,出栏量居全市第一
            Subject::Named(names)
                if let Some(same) = names
                    .iter()
                    .map(|name| self.measured_again_bare(name))
                    .collect::<Option<Vec<usize>>>() =>
            {
                self.carried.current = same.clone();
                return Some(same);
            }
            // 增量、增速均居首位: of what was told.
            Subject::Named(names)
                if matches!(names.as_slice(), [one] if matches!(one.plain.as_str(), "总额" | "增量" | "增量增速" | "增量和增速" | "质量"))
                    && !self.carried.current.is_empty() =>
            {
                return self.carried_ranked(lead, several);
            }
            // 生产总值1862亿元,经济总量领跑全省
            Subject::Named(names)
                if let [name] = names.as_slice()
                    && name.plain == "经济总量"
                    && let Some(known) = self.known(name) =>
            {
                return Some(vec![known]);
            }
            // 占GDP的68%,占比居全市首位: of that share.
            Subject::Named(names) if matches!(names.as_slice(), [one] if matches!(one.plain.as_str(), "占比" | "比重")) =>
            {
                return self.carried_ranked(lead, several);
            }
            Subject::Named(names) => names,
        };
        if several.is_some_and(|count| count != names.len()) {
            return None;
        }
        // 部分单项工作领跑全省: no indicator.
        let leads = self.tokens()[lead.from..lead.end]
            .iter()
            .any(|token| &self.normal.text[token.range()] == "领跑");
        let measured = |name: &Name| {
            Lexicon::get().ends_in(Noun::Measure, rateless(&name.plain))
                || halfyear_catalogue::find(rateless(&name.plain)).is_some()
        };
        let told = |name: &Name| self.part_said(&name.first(rateless(&name.plain).chars().count()));
        if leads
            && !names
                .iter()
                .all(|name| measured(name) || told(name).is_some())
        {
            return None;
        }
        let mut names: Vec<Name> = names
            .into_iter()
            .map(|name| unplaced(&before_et_cetera(name)))
            .collect();
        let after = self.tokens().get(subject.end).map(|token| token.range());
        if judged_whole
            && let ([name], Some(after)) = (names.as_mut_slice(), after)
            && name.plain.ends_with("综合")
            && &self.normal.text[after.clone()] == "排名"
        {
            *name = name.then(&self.phrases.name_of(after));
        }
        let names = match names.len() {
            1 => names,
            _ => self.whole_names(lead, names),
        };
        // 夏粮总产量785.3亿斤,播种面积、单产分列全国第1、第2位
        let names: Vec<Name> = match several {
            Some(_) => names.into_iter().map(|name| self.headed(name)).collect(),
            None => names,
        };
        let whole = lead.subject.start..subject.end;
        let targets = self.known_or_new(names, rate.as_ref(), &whole, listed && vague)?;
        self.carried.pending = None;
        self.carried.current = targets.clone();
        Some(targets)
    }

    /// The statements that ranked names mean; new ones where nothing was said of them, but for those
    /// that are too little for facts of their own.
    pub(crate) fn known_or_new(
        &mut self,
        names: Vec<Name>,
        rate: Option<&Name>,
        whole: &Range<usize>,
        little: bool,
    ) -> Option<Vec<usize>> {
        let mut targets = Vec::new();
        for name in names {
            // 增速 ranks what was said; alone it is the rank of the rate.
            let short = rateless(&name.plain).chars().count();
            let bare = name.first(short);
            let known = self.all_stars(&name).or_else(|| self.said(&bare));
            let known = known.or_else(|| self.known(&name));
            let known = known.or_else(|| self.same_indicator(&name));
            // 其中如东县增速位列全市第一: of what the places are measured by.
            let place = crate::words::places::is_name(&bare.plain) && rate.is_some();
            let measured = Some(self.with_tail(bare)).filter(|_| place);
            let known = known.or_else(|| self.said(measured.as_ref()?));
            let target = match known {
                Some(known) => known,
                // A、B等指标增速居前三
                None if little => continue,
                None => {
                    let rate = rate.filter(|_| short == name.plain.chars().count());
                    let name = match rate {
                        Some(rate) => measured.unwrap_or(name).then(rate),
                        None => self.owned_rate(name),
                    };
                    self.open(vec![name], whole).first().copied()?
                }
            };
            targets.push(target);
        }
        (!targets.is_empty()).then_some(targets)
    }

    /// 生产总值5.5万亿元,经济总量居全国第5位: another name of what this sentence told.
    fn same_indicator(&self, name: &Name) -> Option<usize> {
        let known = halfyear_catalogue::find(&name.plain)?;
        let said = self.carried.sentence..self.drafts.len();
        said.rev()
            .filter(|&i| self.drafts[i].time == self.time())
            .find(|&i| {
                let other = halfyear_catalogue::find(&self.drafts[i].name.plain);
                other.is_some_and(|other| other.id == known.id)
            })
    }

    /// How many statements 两项指标 before a rank means: those said last.
    pub(crate) fn said_indicators(&self, lead: &Lead) -> Option<usize> {
        let words = self.phrases.name(lead.subject.clone()).plain;
        let words =
            ["以上", "上述", "这", "其中"]
                .iter()
                .fold(rateless(&words), |mut words, start| {
                    while let Some(rest) = words.strip_prefix(start) {
                        words = rest;
                    }
                    words
                });
        let count = numeral::chinese(words).or_else(|| numeral::arabic(words))?;
        let told = ["总量", "规模"]
            .iter()
            .find_map(|size| words.strip_suffix(*size));
        let indicators = matches!(
            told.unwrap_or(words).get(count.len..)?,
            "项指标" | "项主要指标" | "个指标" | "大指标" | "项" | "项收入"
        );
        let count = count.digits.parse().ok().filter(|count| *count > 1)?;
        indicators.then_some(count)
    }

    /// A、B增速均高于全省平均,分别居全省第3、第2位: the list of a clause that said nothing in numbers.
    fn compared_before(&self, lead: &Lead, count: usize) -> Option<Vec<Name>> {
        let start = self.carried.before?;
        let verb = (start..lead.from)
            .rev()
            .find(|&i| self.tokens()[i].is(Class::Gap))?;
        let start = (start..verb)
            .rev()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Comma))
            .map_or(start, |comma| comma + 1);
        let (list, rate) = self.without_rate(start..verb);
        match self.phrases.subject(list, Some(count)) {
            Subject::Named(names) if names.len() == count => {
                let rate = rate.unwrap_or_default();
                Some(names.into_iter().map(|name| name.then(&rate)).collect())
            }
            _ => None,
        }
    }

    /// 开工数 after 新开工项目 were counted.
    fn counted_again(&self, name: &Name) -> bool {
        let what = ["数量", "数"]
            .iter()
            .find_map(|end| name.plain.strip_suffix(*end));
        let what = what.filter(|what| what.chars().count() > 1);
        let current = self.spoken_of().filter(|draft| draft.level.is_some());
        current.is_some_and(|draft| what.is_some_and(|what| draft.name.plain.contains(what)))
    }

    /// 完成率, 增量 alone is that of what was spoken of.
    fn owned_rate(&self, name: Name) -> Name {
        let short = name.plain.ends_with('率') && name.plain.chars().count() == 3
            || matches!(name.plain.as_str(), "增量" | "单产" | "增加额");
        let known = halfyear_catalogue::find(&name.plain).is_some();
        match self.carried.current.as_slice() {
            [current] if short && !known => self.drafts[*current].name.then(&name),
            _ => name,
        }
    }

    /// How many names a list before a rank has: 和 parts it only where all are ranked alike.
    fn listed(&self, subject: &Range<usize>, lead: &Lead) -> Option<usize> {
        let tokens = &self.tokens()[subject.clone()];
        let pauses = tokens
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause))
            .count();
        let last = tokens
            .iter()
            .rev()
            .find(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let and = last.is_some_and(|token| matches!(token.kind, Kind::And));
        // 粗钢产量和钢材产量仍居全国第一位
        let lexicon = Lexicon::get();
        let measured = |name: &str| lexicon.ends_in(Noun::Measure, name);
        let whole = self.phrases.name(subject.clone());
        let two = whole
            .plain
            .split_once('和')
            .is_some_and(|(one, other)| measured(one) && measured(other))
            && !halfyear_catalogue::names_exactly(&whole.plain);
        let alike = pauses > 0
            || and && two
            || lead.all
            || self.tokens()[subject.end..lead.end].iter().any(|token| {
                token.is(Class::All)
                    || matches!(token.kind, Kind::Several)
                    || token.is(Class::RankVerb)
                        && self.normal.text[token.range()].starts_with('均')
            });
        alike.then_some(1 + pauses + usize::from(and))
    }

    /// The subject without 增速, 总量 and 3项指标 at its end, and the noun of the rate.
    pub(crate) fn without_rate(&self, subject: Range<usize>) -> (Range<usize>, Option<Name>) {
        let mut subject = self.phrases.trimmed(subject);
        let mut rate = None;
        while let Some(last) = subject.end.checked_sub(1).filter(|&i| i >= subject.start) {
            let token = &self.tokens()[last];
            let before = last
                .checked_sub(1)
                .filter(|&i| i >= subject.start)
                .map(|i| &self.tokens()[i].kind);
            // 五星数量 is a name of its own; 总量及增速 stands for what was named.
            let alone = before.is_none_or(|kind| matches!(kind, Kind::And | Kind::Pause));
            if token.is(Class::Rate) {
                rate = Some(self.phrases.name_of(token.range()));
            } else if !(matches!(token.kind, Kind::Several | Kind::And | Kind::Pause)
                || token.is(Class::Itself) && alone
                || token.is(Class::All)
                || token.is(Class::Adverb)
                || matches!(token.kind, Kind::Of) && rate.is_some())
            {
                break;
            }
            subject.end = last;
        }
        (subject, rate)
    }
}

/// Whether a name stands for the share told before.
fn of_a_share(name: &str) -> bool {
    let share = ["占比", "比重", "比例", "进度", "投资进度"].contains(&name);
    share || matches!(name, "完成进度" | "完成率" | "完成比例")
}

/// Whether a name is only how many or how much of something.
fn nobodys(name: &str) -> bool {
    matches!(name, "总数" | "总额" | "总量" | "数量" | "总值")
}

/// Whether words are a place in a ranking and nothing else: 第一.
fn ordinal(words: &str) -> bool {
    let rest = words.strip_prefix('第');
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(numeral::is_chinese))
}

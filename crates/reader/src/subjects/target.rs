//! Which statements numbers belong to: new ones for a subject of their own, else those carried.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::{measures_places, parts_tail, planned, tells_revenue, whole_measure};
use crate::phrases::name::{Name, of_a_place};
use crate::phrases::phrase::Subject;
use crate::phrases::role::ratio_alone;
use crate::statement::Sentence;
use crate::subjects::shared::joined;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::time::Time;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// The statements that numbers of a group belong to: new ones for a subject of their own, else those carried.
    pub(crate) fn targets(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let several = count > 1 && lead.gap.is_none() || lead.all;
        if count == 1
            && ratio_alone(self.tokens(), lead)
            && let Some(share) = self.last_share()
        {
            return Some(vec![share]);
        }
        if several && ratio_alone(self.tokens(), lead) && self.carried.current.len() == count {
            return Some(self.carried.current.clone());
        }
        if count > 1 && self.carried.pending_list.len() == count {
            let names = std::mem::take(&mut self.carried.pending_list);
            return Some(self.open(names, &lead.subject));
        }
        // 三项均增长16倍以上
        if count == 1
            && lead.all
            && let Some(said) = self.said_indicators(lead)
        {
            return self.carried.last_said(said).map(<[usize]>::to_vec);
        }
        // 两项指标分别增长26.1%和61.5%
        if count > 1 && self.said_indicators(lead) == Some(count) {
            return self.carried.last_said(count).map(<[usize]>::to_vec);
        }
        if let Some(pointed) = self.former_or_latter(lead) {
            return pointed.map(|i| vec![i]);
        }
        if several && let Some(times) = self.at_several_times(lead, count) {
            return Some(times);
        }
        let subject = if lead.itself && lead.subject.is_empty() {
            Subject::Carried
        } else {
            // 轻工、装备、农产品加工增长均超过15%: one number for all of them.
            let parts = self.tokens()[lead.subject.clone()]
                .iter()
                .map(|token| match token.kind {
                    Kind::Pause | Kind::And => 1,
                    // 城乡居民收入均增长8%
                    _ => token.argument(Class::Split).matches('|').count(),
                })
                .sum::<usize>()
                + 1;
            let count = if lead.all && count == 1 { parts } else { count };
            let words = self.without_done(lead, several);
            let subject = self.phrases.subject(words, several.then_some(count));
            self.of_another_region(subject, &lead.subject)
        };
        // 每亩增加4.1公斤: of what was told of.
        let subject = match subject {
            Subject::Named(names) if matches!(names.as_slice(), [one] if of_each(&one.plain)) => {
                Subject::Carried
            }
            subject => subject,
        };
        // 汽车、电子产业增长较快,分别实现产值138.6亿元、97.4亿元
        let shared = lead.shared.clone();
        let shared = shared.map(|words| self.phrases.name(self.phrases.trimmed(words)));
        let shared = shared.filter(|it| Lexicon::get().is_one_of(Noun::Whose, &it.plain));
        match subject {
            Subject::Unclear if several => self.longer_list(lead, count),
            Subject::Unclear => None,
            Subject::Carried
                if several && let Some(listed) = self.listed_before(shared.as_ref(), count) =>
            {
                Some(listed)
            }
            Subject::Carried => match self.all_listed_before(lead, count) {
                Some(all) => all,
                None => self.carried_targets(lead, count),
            },
            Subject::Named(names)
                if count == 1
                    && let Some(listed) = self.measure_of_all(lead, &names) =>
            {
                Some(listed)
            }
            Subject::Named(names) => {
                if let [name] = names.as_slice()
                    && count > 1
                    && self.carried.heading.len() == count
                {
                    let each = self.carried.heading.iter().map(|place| place.then(name));
                    let each = each.collect();
                    return Some(self.open(each, &lead.subject));
                }
                if several && names.len() != count && !lead.all {
                    // 茶叶、水果供应充足,产量分别增长2.4%、11%
                    let measure = match names.as_slice() {
                        // 甲镇、乙镇新设企业数居前,分别贡献386家、297家: of what, the verb does not say.
                        [one] if one.plain == "贡献" => return None,
                        [one] if Lexicon::get().ends_in(Noun::Measure, &one.plain) => Some(one),
                        _ => None,
                    };
                    let listed = measure.and_then(|_| self.listed_before(measure, count));
                    let listed = listed.or_else(|| self.longer_list(lead, count));
                    let listed = listed.or_else(|| self.measured_again(measure?, count));
                    let listed = listed.or_else(|| self.rated_each(measure?, count));
                    return listed.or_else(|| {
                        let names = self
                            .phrases
                            .inside_one_word(self.without_done(lead, true), count)?;
                        let names = self.whole_names(lead, names);
                        Some(self.open(names, &lead.subject))
                    });
                }
                // 占总产值比重提高3.8个百分点: of whose share nobody knows.
                if names.iter().any(|name| name.plain.starts_with('占')) {
                    return None;
                }
                // 27家企业增幅在50%以上: how some of them fared.
                let first = self.phrases.trimmed(lead.subject.clone()).start;
                let before = first.checked_sub(1).and_then(|i| self.tokens().get(i));
                let counted = before.is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
                // 4城GDP增速低于8%
                // 3省份GDP增速超过6%
                let cities = names
                    .iter()
                    .any(|name| name.plain.starts_with('城') || name.plain.starts_with("省份"));
                if before.is_some_and(|token| matches!(token.kind, Kind::Number(_))) && cities {
                    return None;
                }
                // GDP:11市增速超5%
                let counts = |name: &Name| {
                    let rest = name.plain.trim_start_matches(|c: char| c.is_ascii_digit());
                    rest.len() < name.plain.len()
                        && rest.starts_with(['市', '县', '区', '州', '地'])
                };
                if names.iter().any(counts) {
                    return None;
                }
                // 17个行业增加值增速超过10%
                let some = |name: &Name| {
                    ["行业", "企业", "产业", "大类", "门类", "指标", "省份"]
                        .iter()
                        .any(|doers| name.plain.starts_with(doers))
                        // 2个县的投资增速超过1%
                        || name.plain.split_once('的').is_some_and(|(kind, _)| {
                            Lexicon::get().is_one_of(Noun::Places, kind)
                        })
                };
                if counted
                    && let [name] = names.as_slice()
                    && (Lexicon::get().is_one_of(Noun::Generic, &name.plain) || some(name))
                {
                    return None;
                }
                let names = match names.len() {
                    1 => names,
                    _ => self.without_sum_of_all(names),
                };
                let names = self.whole_names(lead, self.of_one_owner(lead, names));
                let measured = |name: &Name| {
                    Lexicon::get().ends_in(Noun::Measure, &name.plain)
                        || halfyear_catalogue::names_exactly(&name.plain)
                };
                // 食品工业 is a part as good as 纺织业.
                let industry = |name: &Name| name.plain.ends_with('业');
                // 长江、黄河流域水质达标比例: how much the names share is not clear.
                if names.len() > 1
                    && names
                        .last()
                        .is_some_and(|last| measured(last) && !industry(last))
                    && !names.iter().all(measured)
                {
                    return None;
                }
                let names: Vec<Name> = match names.len() {
                    1 => {
                        let name = self.headed(names.into_iter().next()?);
                        match self.known(&name) {
                            Some(known) => {
                                self.carried.current = vec![known];
                                return Some(vec![known]);
                            }
                            None => vec![self.owned(name, lead)?],
                        }
                    }
                    _ => {
                        let all = |class| {
                            let one = |it: &Name| Lexicon::get().is_one_of(class, &it.plain);
                            names.iter().all(one)
                        };
                        // 项目61个,开工率、竣工率分别达74.4%和52.7%
                        let works = all(Noun::OfWork);
                        let alone = all(Noun::Alone);
                        // 规上工业企业营业收入……;利税、利润分别为……
                        let firms = all(Noun::Follows).then(|| self.firms_before());
                        let firms = firms.flatten();
                        let whole = |name: &Name| {
                            let works = works.then(|| self.of_work(name)).flatten();
                            // 夏粮总产量1722万吨,总产、单产分别增长……
                            let works = works.or_else(|| alone.then(|| self.headed(name.clone())));
                            let works = works.or_else(|| Some(joined(firms.as_ref()?, name)));
                            works
                                .or_else(|| self.income_of(name))
                                .unwrap_or(name.clone())
                        };
                        names.iter().map(whole).collect()
                    }
                };
                if let [name] = names.as_slice()
                    && let Some(known) = self.known(name)
                {
                    return Some(vec![known]);
                }
                self.carried.pending = None;
                match self.told_by_level(&names, lead) {
                    Some(told) => Some(told),
                    None => Some(self.open(names, &lead.subject)),
                }
            }
        }
    }

    /// 东部地区人口占39.93%,中部地区占25.83%: another region's figure of the same.
    pub(crate) fn of_another_region(&self, subject: Subject, words: &Range<usize>) -> Subject {
        let region = |i: &usize| {
            let token = &self.tokens()[*i];
            token.is(Class::Scope) && token.argument(Class::Scope) == "-" && {
                let text = &self.normal.text[token.range()];
                text.ends_with("地区") || text.ends_with('部')
            }
        };
        if subject != Subject::Carried {
            return subject;
        }
        let Some(at) = words.clone().find(region) else {
            return subject;
        };
        let before = self.carried.base.or(self.carried.current.last().copied());
        let Some(draft) = before.and_then(|i| self.drafts.get(i)) else {
            return Subject::Unclear;
        };
        let name = &draft.name;
        let scanned = crate::scan::scan(&name.plain, 0..name.plain.len());
        match scanned.tokens.first() {
            Some(first) if first.is(Class::Scope) => {
                let skip = name.plain[..first.end].chars().count();
                let rest = name.last(name.plain.chars().count() - skip);
                Subject::Named(vec![self.phrases.name(at..at + 1).then(&rest)])
            }
            _ => Subject::Unclear,
        }
    }

    /// The time that statements here are of.
    pub(crate) fn time(&self) -> Option<Time> {
        self.aside_time.or(self.carried.time)
    }

    /// What a gap or rank of a statement is said of: its second growth where one was just told.
    pub(crate) fn latest(&self, target: usize) -> usize {
        match self.carried.latest {
            Some((of, second)) if of == target => second,
            _ => target,
        }
    }

    /// The place that 该市 means: the one that the statement before was of, in this paragraph.
    fn place_pointed_at(&self, subject: &Range<usize>) -> Option<Name> {
        let words = self.tokens().get(subject.clone())?;
        words.iter().take(3).find(|token| {
            matches!(
                &self.normal.text[token.range()],
                "该市" | "该县" | "该区" | "该州" | "该省"
            )
        })?;
        let before = &self.drafts.get(self.carried.paragraph..)?.last()?.name;
        let letters = before.plain.chars().count();
        (2..letters.min(8))
            .rev()
            .map(|n| before.first(n))
            .find(|place| crate::words::places::is_name(&place.plain))
    }

    /// Begins statements; they become the ones carried on with.
    pub(crate) fn open(&mut self, names: Vec<Name>, subject: &Range<usize>) -> Vec<usize> {
        // 6月末,……。境内存款中,住户存款余额2851.5亿元
        let balance = names.iter().all(|name| name.plain.ends_with("余额"));
        let then = self.carried.as_of.filter(|_| balance);
        let time = self.aside_time.or(then).or(self.carried.time);
        let pointed = self.place_pointed_at(subject).unwrap_or_default();
        let aside = !pointed.is_empty() || self.part_of_a_place(subject);
        let pointed = match pointed.is_empty() {
            true => self.place_begun_with(subject, &names).unwrap_or_default(),
            false => pointed,
        };
        let of_all = |name: &Name| name.plain.starts_with('全');
        let names = names
            .into_iter()
            .map(|name| match self.carried.heading.as_slice() {
                [place] if !name.plain.starts_with(place.plain.as_str()) && !of_all(&name) => {
                    place.then(&name)
                }
                _ if pointed.is_empty() => of_a_place(&name).unwrap_or(name),
                _ => pointed.then(&name),
            });
        let names: Vec<Name> = names.collect();
        self.carried.latest = None;
        let tokens = self.tokens();
        let trimmed = tokens.get(subject.clone()).unwrap_or_default();
        let words = trimmed
            .iter()
            .position(|token| !matches!(token.kind, Kind::Time(_)))
            .and_then(|i| Some(trimmed.get(i)?.start..trimmed.last()?.end));
        // 计划新建道路8条、大修道路2条,总面积9万平方米: planned together.
        let goes_on = subject
            .start
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|token| matches!(token.kind, Kind::Pause))
            || names
                .iter()
                .any(|name| Lexicon::get().is_one_of(Noun::Own, &name.plain));
        let target = self.are_aims(&names, subject, trimmed, goes_on);
        self.carried.planned = target;
        let indices: Vec<usize> = names
            .into_iter()
            .map(|name| {
                let mut draft = Draft {
                    name: planned(&name).unwrap_or(name),
                    time,
                    target,
                    ..Draft::default()
                };
                if let Some(words) = &words {
                    draft.cover(&self.bytes(words.clone()));
                }
                self.drafts.push(draft);
                self.drafts.len() - 1
            })
            .collect();
        self.carried.current = indices.clone();
        self.carried.base = None;
        self.carried.chain.extend(&indices);
        if let Some(draft) = indices.last().and_then(|&i| self.drafts.get(i)) {
            let (tail, measure) = (parts_tail(&draft.name), whole_measure(&draft.name));
            let told = self.drafts.iter().skip(self.carried.sentence);
            let revenue = told.take(8).any(|it| tells_revenue(&it.name));
            let carried = &mut self.carried;
            carried.tail = match carried.parts {
                true => carried.tail.take(),
                false => tail.or(carried.tail.take()),
            };
            let measure = measure.filter(|it| measures_places(it, revenue));
            // 该市规上工业企业实现利润124.5亿元 is told of that place alone.
            let measure = measure.filter(|_| !aside || carried.measure.is_none());
            carried.measure = measure.or(carried.measure.take());
        }
        indices
    }
}

/// Whether a name is only what something is counted for: 每亩.
fn of_each(name: &str) -> bool {
    matches!(
        name,
        "每亩" | "每公顷" | "每人" | "每户" | "每吨" | "每公斤"
    )
}

//! Clauses without a number: what they say the next one speaks of.

use crate::carried::Pace;
use crate::figures::ordered::{announced, measure_of_each};
use crate::phrases::measure::{entity_in, whole_measure};
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::subjects::without::{without_beginning, without_data, without_idiom, without_trend};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::time::{Time, Year};
use crate::words::token::Kind;
use halfyear_facts::Basis;
use std::ops::Range;

impl Sentence<'_> {
    /// A clause without a statement may name what the next one speaks of.
    pub(crate) fn no_number(&mut self, clause: &Range<usize>) {
        let lexicon = Lexicon::get();
        self.note_view(clause);
        self.note_measure(clause);
        if self.tells_a_cause(clause) {
            return;
        }
        let words = &self.tokens()[clause.clone()];
        let compares = words.iter().any(|token| {
            token.is(Class::Compared) && self.printed(token.range()).starts_with('相')
        });
        if compares || words.last().is_some_and(|token| token.is(Class::Compared)) {
            // 与全省相比; 与2019年相比
            if words.last().is_some_and(|token| token.is(Class::Compared)) {
                self.compare_with_time(clause);
            }
            return;
        }
        if let [.., last] = words
            && last.is(Class::PrepEnd)
        {
            let among = words
                .iter()
                .position(|token| matches!(token.kind, Kind::Rivals));
            if let Some(among) = among {
                self.among(clause, clause.start + among);
                return;
            }
            if !self.in_a_judgement(clause) {
                self.view(clause);
            }
            return;
        }
        // 增幅居全市前列: among whom the places that follow may be.
        let strong = clause
            .clone()
            .rev()
            .find(|&i| self.tokens()[i].is(Class::Scope));
        if let Some(strong) = strong
            && words[strong - clause.start + 1..].iter().any(|token| {
                let word = &self.normal.text[token.range()];
                ["前列", "排位", "排名", "位次"]
                    .iter()
                    .any(|rank| word.starts_with(rank))
            })
        {
            self.carried.within = Some(self.place_name(strong));
        }
        let verb = clause.clone().find(|&i| {
            [
                Class::Level,
                Class::Act,
                Class::Rise,
                Class::Fall,
                Class::RankVerb,
                Class::Adverb,
                Class::Gap,
                // 增速从5月份开始由负转正
                Class::From,
            ]
            .iter()
            .any(|&class| self.tokens()[i].is(class))
                && i > clause.start
        });
        let mut first = clause.start..verb.unwrap_or(clause.end);
        // 增速最快的是纺织业; 其次是医药制造业
        let told = (clause.start + 1..clause.end).find(|&i| {
            let before = &self.tokens()[i - 1];
            let linked = matches!(before.kind, Kind::Of)
                || before.is(Class::Conn) && self.normal.text[before.range()].ends_with('次');
            linked && self.normal.text[self.tokens()[i].range()].starts_with('是')
        });
        if let Some(told) = told {
            let at = &self.tokens()[told];
            let name = self
                .phrases
                .name_of(at.start + '是'.len_utf8()..words.last().map_or(at.end, |last| last.end));
            if lexicon.ends_in(Noun::Category, &name.plain) && !name.plain.contains('、') {
                self.carried.pending = Some(name);
                return;
            }
            // 其次是桃江县,增长2%
            if halfyear_catalogue::places::is_name(&name.plain) {
                let whole = self.with_tail(name.clone());
                self.carried.current.clear();
                self.carried.pending = Some(whole).filter(|whole| *whole != name);
                return;
            }
            first.end = first.end.min(told);
        }
        // 、 within one word of the table parts no list: 计算机、通信和其他电子设备制造业.
        let listed = self.tokens()[first.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause));
        let subject = match self.phrases.subject(first.clone(), None) {
            // 技改投资一枝独秀
            Subject::Named(names) if first == *clause => {
                Subject::Named(names.iter().map(without_idiom).collect())
            }
            subject => subject,
        };
        self.topic_of(&subject, first);
        let Subject::Named(names) = subject else {
            return;
        };
        let Some(name) = names.into_iter().next() else {
            return;
        };
        if let Some(entity) = entity_in(&name) {
            self.carried.entity = Some(entity);
        }
        let colon = self.tokens().get(clause.end);
        let colon = colon.is_some_and(|token| matches!(token.kind, Kind::Colon));
        // 主要产品产量:铝材108.3万吨
        if let Some(tail) = measure_of_each(&name).filter(|_| colon) {
            self.carried.tail = Some(tail);
            self.carried.parts = true;
            self.carried.current.clear();
            return;
        }
        // 各县地区生产总值:A县788.3亿元,增长8.1%
        if colon
            && let Some(measure) = whole_measure(&announced(without_data(&name)))
            && let Some(known) = halfyear_catalogue::find(&measure.plain)
            && !matches!(known.unit, "" | "%")
        {
            if clause.end + 1 == self.tokens().len() {
                self.carried.announced = Some((measure.clone(), self.time()));
            }
            self.carried.measure = Some(measure);
            self.carried.places = true;
            if name.plain.contains('各') {
                return;
            }
        }
        // 汽车制造业表现亮眼,增速达14.8%
        let said = self.tokens()[clause.clone()].last();
        let said = said.and_then(|last| {
            self.normal
                .text
                .get(self.tokens()[clause.start].start..last.end)
        });
        let fared = lexicon.shorter(Noun::State, said.unwrap_or_default());
        let name = fared.map_or(name.clone(), |state| without_beginning(&name, state));
        // 总量增速领跑全省 names nothing anew.
        let steady = without_trend(&name);
        let name = match steady.plain.chars().count() >= 4 {
            true => steady,
            false => name,
        };
        // 采矿业由降转升,增长0.6%: how the part fares, and its figure follows.
        let state = lexicon.shorter(Noun::State, &name.plain);
        let fares = state.map(|state| name.plain.chars().count() - state.chars().count());
        // 交通运输业恢复强劲,增速达14.8%
        let name = fares.map_or(name.clone(), |count| name.first(count));
        let verb = verb.or(fares);
        let part =
            (verb.is_some() || fared.is_some()) && lexicon.ends_in(Noun::Category, &name.plain);
        // 达历史同期最高值 names nothing.
        if lexicon.ends_in(Noun::Peak, &name.plain) {
            return;
        }
        // 资阳区增速最快,增长12.1%: by what the places are measured.
        let told = verb.is_some() || fared.is_some() || words.iter().any(|it| it.is(Class::Rate));
        let whose = name.first(rateless(&name.plain).chars().count());
        let place = halfyear_catalogue::places::is_name(&whose.plain)
            || whose.plain.chars().count() < 6
                && whose
                    .plain
                    .ends_with(['县', '市', '区', '旗', '镇', '州', '盟']);
        if told && place && !whose.plain.starts_with('全') {
            let whole = self.with_tail(whose.clone());
            // 湖北、贵州增速亮眼: nobody's, where no figures for both follow.
            let several = whose.plain.contains('、');
            if several || whole == whose {
                self.carried.current.clear();
            }
            self.carried.pending = Some(whole).filter(|whole| !several && *whole != whose);
            return;
        }
        // 合计占总产值比重达62.5%, where nobody knows of what: nor is what follows.
        if name.plain.starts_with('占') {
            return;
        }
        if lexicon.ends_in(Noun::Measure, &name.plain)
            // CPI涨幅有所扩大
            || halfyear_catalogue::find(rateless(&name.plain)).is_some()
            || part && !listed
        {
            self.carried.pending = Some(name);
        }
    }

    /// 受国际市场价格上涨影响: why, and nothing that the next clause tells of.
    fn tells_a_cause(&self, clause: &Range<usize>) -> bool {
        let [first, .., last] = &self.tokens()[clause.clone()] else {
            return false;
        };
        let said = &self.normal.text[first.start..last.end];
        let ends = ["影响", "带动", "拉动", "推动", "冲击", "制约", "作用下"];
        said.starts_with('受') && ends.iter().any(|end| said.ends_with(end))
    }

    /// 与2019年同期相比: against what all of the sentence is measured.
    pub(crate) fn compare_with_time(&mut self, clause: &Range<usize>) {
        let against = clause.clone().find_map(|i| {
            let token = &self.tokens()[i];
            match token.kind {
                Kind::Time(time) => Some(self.measured_against(time, token.end)),
                _ => None,
            }
        });
        if let Some(against) = against {
            self.carried.view = Some(against).filter(|&basis| basis != Basis::YearOnYear);
        }
    }

    /// A sentence that does not go on with 其中 leaves the view of the one before.
    pub(crate) fn forget_view(&mut self) {
        // What is compared with a time is so in its own sentence alone.
        if !self.goes_on() || self.carried.view != Some(Basis::MonthOnMonth) {
            self.carried.view = None;
        }
    }

    /// Whether the sentence tells parts of what the one before told: 其中,……
    pub(crate) fn goes_on(&self) -> bool {
        let mut first = self.tokens().iter().take(2);
        first.any(|token| self.normal.text[token.range()].starts_with("其中"))
    }

    /// 从环比看, 价格环比四涨三降, 五年来: against what everything that follows is measured.
    pub(crate) fn note_view(&mut self, clause: &Range<usize>) {
        let mut words = self.tokens().get(clause.clone()).unwrap_or_default().iter();
        let basis = words.find_map(|token| match token.argument(Class::Basis) {
            "previous" => Some(Basis::MonthOnMonth),
            "other" => Some(Basis::Other),
            _ => None,
        });
        // “十三五”期间: since its beginning.
        let words = self.tokens().get(clause.clone()).unwrap_or_default();
        let end = words.last().map_or(0, |last| last.end);
        let plan = ["五”期间", "五”时期"]
            .iter()
            .any(|plan| self.normal.text[..end].ends_with(plan));
        let since = self.normal.text[..end].ends_with("以来") && self.long_since(clause);
        let basis = basis.or((plan || since).then_some(Basis::Other));
        self.carried.view = basis.or(self.carried.view);
    }

    /// 改革开放以来, 2016年以来 in a later report: since more than a year. 今年以来 tells the year itself.
    fn long_since(&self, clause: &Range<usize>) -> bool {
        let words = self.tokens().get(clause.clone()).unwrap_or_default();
        let earlier = |year: u16| self.carried.year.is_some_and(|own| year < own);
        let named = words.iter().any(|token| {
            matches!(token.kind, Kind::Time(Time { year: Year::Named(year), .. }) if earlier(year))
        });
        let said = match words {
            [first, .., last] => &self.normal.text[first.start..last.end],
            [only] => &self.normal.text[only.range()],
            [] => "",
        };
        let ages = [
            "改革开放",
            "大以来",
            "建国",
            "解放",
            "成立",
            "直辖",
            "设立",
            "设区",
            "撤县",
        ];
        named || ages.iter().any(|age| said.contains(age))
    }

    /// 9个地区GDP增速四升五降: what the places that follow are measured by.
    fn note_measure(&mut self, clause: &Range<usize>) {
        let words = &self.tokens()[clause.clone()];
        let measured = words.windows(2).find_map(|pair| {
            let [noun, rate] = pair else { return None };
            let said = &self.normal.text[noun.range()];
            let measure = Lexicon::get().ending(Noun::Measure, said)?;
            // 居民消费价格总水平 is no 水平.
            let mut ends = said.char_indices().map(|(at, _)| &said[at..]);
            let known = ends.find(|end| halfyear_catalogue::names_exactly(end));
            let measure = known.unwrap_or(measure);
            let whole = matches!(noun.kind, Kind::Text) && rate.is(Class::Rate);
            whole.then(|| self.phrases.name_of(noun.end - measure.len()..noun.end))
        });
        self.carried.measure = measured.or(self.carried.measure.take());
    }

    /// 在16个县市区经济指标综合排名中: among whom what follows ranks, and perhaps what is ranked.
    fn among(&mut self, clause: &Range<usize>, at: usize) {
        self.carried.within = Some(self.place_name(at));
        let name = self.phrases.name(at + 1..clause.end - 1);
        if !name.is_empty() {
            self.carried.pending = crate::phrases::measure::judged(&name.plain).then_some(name);
            self.carried.current.clear();
        }
    }

    /// 从主要产品产量看: what the parts that follow are measured by.
    fn view(&mut self, clause: &Range<usize>) {
        let from = self.tokens().get(clause.start);
        let from = from.is_some_and(|token| token.is(Class::From) || token.is(Class::Prep));
        // 从前三季度GDP增速来看
        let time = |i: &usize| matches!(self.tokens()[*i].kind, Kind::Time(_));
        let words = clause.start + usize::from(from)..clause.end - 1;
        let first = words.start + words.clone().take_while(time).count();
        let name = self.phrases.name(first..words.end);
        // 从全市排位看,A增速位列第一
        if ["排位", "排名", "位次"]
            .iter()
            .any(|end| name.plain.ends_with(end))
        {
            let scope = clause.clone().find(|&i| self.tokens()[i].is(Class::Scope));
            let within = scope.map(|i| self.place_name(i));
            self.carried.within = within.or(self.carried.within.take());
        }
        let among = self.tokens().get(clause.end - 1);
        if among.is_some_and(|token| self.normal.text[token.range()].starts_with('中'))
            && halfyear_catalogue::find(&name.plain).is_some()
        {
            // 实际使用外资中,制造业占61.5%
            let whole = Name::default().and("占").then(&name).and("比重");
            self.carried.whole = Some(whole);
        }
        let cut = ["情况"]
            .iter()
            .find_map(|end| name.plain.strip_suffix(end))
            .map_or(name.plain.chars().count(), |rest| rest.chars().count());
        let name = name.first(cut);
        let goods = ["商品", "类值", "消费品", "商品零售"]
            .iter()
            .any(|end| name.plain.ends_with(end));
        if Lexicon::get().is_one_of(Noun::Follows, &name.plain)
            || halfyear_catalogue::find(rateless(&name.plain)).is_some()
        {
            // 从税收来看,累计增长14.4%
            self.carried.current.clear();
            // 从GDP总量看,A县达到529亿元: each place's own.
            let whole = name.first(rateless(&name.plain).chars().count());
            self.carried.measure = Some(whole);
            self.carried.places = true;
            if rateless(&name.plain).len() < name.plain.len() {
                self.carried.pace = Some(Pace::of_parts(name.plain.ends_with("降幅")));
            }
            self.carried.pending = Some(name);
            return;
        }
        if let Some(tail) = Lexicon::get().tail(&name.plain) {
            self.carried.tail = Some(name.last(tail.chars().count()));
            self.carried.parts = true;
        } else if name.plain.ends_with("类别") && self.carried.tail.is_some() {
            // 从商品类别看,食品烟酒上涨2.2%
            self.carried.parts = true;
        } else if goods {
            self.carried.tail = Some(Name::default().and("零售额"));
            self.carried.parts = true;
        }
    }
}

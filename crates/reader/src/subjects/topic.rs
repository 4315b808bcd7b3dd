//! Clauses without a number: what they say the next one speaks of.

use crate::figures::ordered::{announced, measure_of_each};
use crate::phrases::measure::{entity_in, whole_measure};
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::subjects::without::{
    without_beginning, without_data, without_idiom, without_influence, without_passing,
    without_trend,
};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// A clause without a statement may name what the next one speaks of.
    pub(crate) fn no_number(&mut self, clause: &Range<usize>) {
        let lexicon = Lexicon::get();
        self.note_view(clause);
        self.note_measure(clause);
        self.note_speaker(clause);
        if self.tells_a_cause(clause)
            || self.measured_by_the_clause(clause)
            || self.has_most(clause)
            || self.lists_goods(clause)
            || self.parts_a_revenue(clause)
            || self.place_stands_out(clause)
            || self.turns_to_a_place(clause)
        {
            return;
        }
        self.note_named_last(clause);
        // 首次跻身全国县域经济百强,列第97位: the place that it has there is of no indicator.
        let said = match &self.tokens()[clause.clone()] {
            [first, .., last] => &self.normal.text[first.start..last.end],
            _ => "",
        };
        let listed = ["百强", "十强", "千强", "五十强"]
            .iter()
            .any(|list| said.ends_with(list));
        if listed {
            self.carried.within = None;
            self.carried.current.clear();
            return;
        }
        if self.held_back(clause) {
            return;
        }
        if let Some(peaked) = self.at_its_peak(clause) {
            self.carried.current.clear();
            self.carried.pending = Some(peaked);
            // 两年来的最高点: since when it was as high is nothing that it grew against.
            self.carried.view = None;
            return;
        }
        // 旗下的晋江,一个县级市
        let of = clause.len() > 2
            && matches!(self.tokens()[clause.end - 2].kind, Kind::Of)
            && ["旗下", "下辖", "所辖", "所在"]
                .iter()
                .any(|whose| self.phrases.token_text(clause.end - 3).ends_with(whose));
        let last = crate::words::places::is_name(self.phrases.token_text(clause.end - 1));
        let at = if of && last {
            clause.end - 1
        } else {
            // 今年上半年汕头持续发力
            let time = |&i: &usize| matches!(self.tokens()[i].kind, Kind::Time(_));
            clause.start
                + clause
                    .clone()
                    .take(clause.len() - 1)
                    .take_while(time)
                    .count()
        };
        let place = self.phrases.name(at..at + 1);
        self.note_place(&place, at);
        if self.place_leans_on(clause) {
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
                // 对工业增长的贡献率
                && !(self.tokens()[i].is(Class::Rise) && i + 2 < clause.end
                    && matches!(self.tokens()[i + 1].kind, Kind::Of))
        });
        let mut first = clause.start..verb.unwrap_or(clause.end);
        // 增速最快的是纺织业; 其次是医药制造业
        let told = (clause.start + 1..clause.end).find(|&i| {
            let before = &self.tokens()[i - 1];
            let linked = matches!(before.kind, Kind::Of | Kind::Rank(_))
                || before.is(Class::Conn) && self.normal.text[before.range()].ends_with('次');
            linked && self.normal.text[self.tokens()[i].range()].starts_with(['是', '为'])
        });
        if let Some(told) = told {
            let at = &self.tokens()[told];
            let name = self
                .phrases
                .name_of(at.start + '是'.len_utf8()..words.last().map_or(at.end, |last| last.end));
            if lexicon.ends_in(Noun::Category, &name.plain) && !name.plain.contains('、') {
                // 贡献最大的是服务业,增加值376亿元
                self.carried.topic = Some((name.clone(), true));
                self.carried.pending = Some(name);
                return;
            }
            // 排名榜首的是青岛,全年进出口4350.7亿元
            self.note_place(&name, told);
            // 税收占比最高的是安化县,达86%
            if crate::words::places::is_name(&name.plain)
                && let Some(measure) = self.highest_of(clause.start..told)
            {
                self.carried.current.clear();
                self.carried.pending = Some(name.then(&measure));
                return;
            }
            // 其次是桃江县,增长2%
            if crate::words::places::is_name(&name.plain) {
                let whole = match self.measure_of_the_first() {
                    Some(measure) => name.then(&measure),
                    None => self.with_tail(name.clone()),
                };
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
        let whole = first == *clause;
        let subject = match self.phrases.subject(first.clone(), None) {
            // 技改投资一枝独秀
            Subject::Named(names) if whole => {
                Subject::Named(names.iter().map(without_idiom).collect())
            }
            subject => subject,
        };
        // 各市GDP排行榜 is about none of them.
        let each = |name: &Name| {
            let mut letters = name.plain.chars();
            letters.next() == Some('各')
                && letters.next().is_some_and(|c| "省市州县区旗".contains(c))
        };
        if !matches!(&subject, Subject::Named(names) if names.iter().any(each)) {
            self.topic_of(&subject, first);
        }
        let Subject::Named(names) = subject else {
            return;
        };
        let Some(name) = names.into_iter().next() else {
            return;
        };
        // A、B、C分别接待游客……,C受施工影响,同比下降7.6%: of one of those just told.
        if let Some(one) = self.one_of_the_last(&name) {
            self.carried.current = vec![one];
            return;
        }
        // 产量261.27万吨,产量居历史第三高位,下降0.9%: the same again.
        let same = lexicon.is_one_of(Noun::Whose, &name.plain)
            && self
                .spoken_of()
                .is_some_and(|it| it.name.plain.ends_with(name.plain.as_str()));
        if same {
            return;
        }
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
            && measure.plain.chars().count() > 2
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
        // 社会消费品零售总额,安化县完成12亿元: each place's own.
        let comma = self.tokens().get(clause.end);
        if comma.is_some_and(|token| matches!(token.kind, Kind::Comma))
            && self.begins(clause.start)
            && whole
            && (halfyear_catalogue::names_exactly(&name.plain)
                || lexicon.ends_in(Noun::Measure, &name.plain)
                    && self.figure_of_a_place(clause.end))
        {
            self.carried.measure = Some(name.clone());
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
        let name = without_influence(without_passing(&name));
        // 总量增速领跑全省 names nothing anew.
        let steady = without_trend(&name);
        let name = match steady.plain.chars().count() >= 4 {
            true => steady,
            false => name,
        };
        // 重工业增速快于轻工业,增长8.9%: the part, whose growth follows.
        let ahead = verb.is_some_and(|verb| self.tokens()[verb].is(Class::Gap));
        let part = name.first(rateless(&name.plain).chars().count());
        let name = match ahead && lexicon.ends_in(Noun::Category, &part.plain) {
            true => part,
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
        let place = crate::words::places::is_name(&whose.plain)
            || whose.plain.chars().count() < 6
                && whose
                    .plain
                    .ends_with(['县', '市', '区', '旗', '镇', '州', '盟']);
        if told && place && !whose.plain.starts_with('全') {
            let whole = match self.carried.measure {
                Some(_) => self.with_tail(whose.clone()),
                None => whose.clone(),
            };
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
        // 入境游客首破百万,达104.6万人次
        let round = ["百万", "千万", "百亿", "千亿", "万亿", "十万"];
        let rough = verb.is_some()
            && words
                .last()
                .is_some_and(|last| round.contains(&&self.normal.text[last.range()]));
        if lexicon.ends_in(Noun::Measure, &name.plain)
            || rough
            // CPI涨幅有所扩大
            || halfyear_catalogue::find(rateless(&name.plain)).is_some()
            || part && !listed
        {
            self.carried.pending = Some(name);
        }
    }

    /// 工业投资 of 安化县工业投资, where the statement before is of a place.
    fn measure_of_the_first(&self) -> Option<Name> {
        let name = &self.drafts.get(self.carried.sentence..)?.last()?.name;
        let letters = name.plain.chars().count();
        let place = (2..letters.min(9)).rev().find(|&n| {
            let place = name.first(n).plain;
            place.ends_with(['县', '市', '区', '旗', '州']) && crate::words::places::is_name(&place)
        })?;
        Some(name.last(letters - place))
    }

    /// Which of several statements just made is of whoever a clause names.
    pub(crate) fn one_of_the_last(&self, name: &Name) -> Option<usize> {
        let current = self.carried.current.as_slice();
        if !(2..=16).contains(&current.len()) || name.plain.chars().count() < 2 {
            return None;
        }
        let own = |i: &&usize| {
            let draft = self.drafts.get(**i);
            draft.is_some_and(|draft| draft.name.plain.starts_with(name.plain.as_str()))
        };
        let mut own = current.iter().filter(own);
        own.next().copied().filter(|_| own.next().is_none())
    }

    /// Whether the figure of a place follows a comma: 规上企业户数,石桥镇47家.
    fn figure_of_a_place(&self, comma: usize) -> bool {
        let [place, figure] = self.tokens().get(comma + 1..comma + 3).unwrap_or_default() else {
            return false;
        };
        matches!(figure.kind, Kind::Quantity(_))
            && crate::words::places::is_name(&self.normal.text[place.range()])
    }

    /// Whether nothing but when it was, or how it is looked at, comes before a token: 从各县看,上半年,
    fn begins(&self, at: usize) -> bool {
        let when = |token: &Token| matches!(token.kind, Kind::Time(_) | Kind::Comma);
        if at > 24 {
            return false;
        }
        let before = &self.tokens()[..at];
        let comma = |token: &Token| matches!(token.kind, Kind::Comma);
        let view = before.iter().position(comma).filter(|&comma| {
            let looks = before[..comma].last();
            before[0].is(Class::From) | before[0].is(Class::Prep)
                && looks.is_some_and(|last| last.is(Class::PrepEnd))
        });
        let rest = &before[view.unwrap_or(0)..];
        rest.len() <= 4 && rest.iter().all(when)
    }

    /// 税收占比 of 税收占比最高的: what somebody has most of; a rate is that of what was measured before.
    fn highest_of(&self, words: Range<usize>) -> Option<Name> {
        let name = self.phrases.name(self.phrases.trimmed(words));
        let name = name.first(name.plain.trim_end_matches('的').chars().count());
        let measure = ["最高", "最大", "最多", "最低"]
            .iter()
            .find_map(|most| name.plain.strip_suffix(*most))?;
        let share = measure.ends_with("占比") || measure.ends_with('率');
        (share && rateless(measure) == measure).then(|| name.first(measure.chars().count()))
    }
}

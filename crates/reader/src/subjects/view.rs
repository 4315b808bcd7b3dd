//! What a clause sets for all that follows: a time to measure against, a measure, those ranked among.

use crate::carried::Pace;
use crate::phrases::measure::whole_measure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::time::{Time, Year};
use crate::words::token::{Kind, Token};
use halfyear_facts::Basis;
use std::ops::Range;

impl Sentence<'_> {
    /// 【韩城市】生产总值……, 【蒲城县、白水县】: whose figures a paragraph tells.
    pub(crate) fn note_heading(&mut self) {
        let Some((0, words)) = self.scanned.asides.first() else {
            return;
        };
        let names = words.split(|token| matches!(token.kind, Kind::Pause));
        let name = |words: &[Token]| match words {
            [first, .., last] => self.phrases.name_of(first.start..last.end),
            [one] => self.phrases.name_of(one.range()),
            [] => Name::default(),
        };
        let names: Vec<Name> = names.map(name).collect();
        if names
            .iter()
            .all(|it| crate::words::places::is_name(&it.plain))
        {
            self.carried.heading = names;
        }
    }

    /// 主要指标(括号内为在全市6个县中的排位): among whom all the ranks of a text are.
    fn frame(&self) -> Option<String> {
        let text = &self.normal.text;
        // Few texts have it, and looking for a single character costs less.
        text.find('括')?;
        let from = text.find("括号内为")? + "括号内为".len();
        let told = &text[from..];
        let end = ["排位", "位次", "排名", "名次"]
            .iter()
            .filter_map(|word| told.find(word))
            .min()?;
        let whom = told[..end].trim_end_matches('的').trim_end_matches('中');
        let start = from + (whom.len() - whom.trim_start_matches('在').len());
        let within = self.printed(start..from + whom.len());
        (2..=20).contains(&within.chars().count()).then_some(within)
    }

    /// 14个县(市)区中……: those that the parts of the place stand among.
    pub(crate) fn note_parts(&mut self) {
        let kinds = ['县', '市', '区', '镇', '乡', '州', '盟', '旗'];
        let all = self.tokens().iter().enumerate().take(64);
        let counted = all.filter(|(_, token)| {
            matches!(token.kind, Kind::Rivals) && {
                let text = &self.normal.text[token.range()];
                text.starts_with(|first: char| first.is_ascii_digit())
                    && text.trim_end_matches(')').ends_with(kinds)
            }
        });
        let named = counted.map(|(i, _)| self.place_name(i));
        // 具体到11个县市区, 14个县(市)区中
        let kind = |token: &&Token| {
            self.normal.text[token.range()]
                .chars()
                .all(|it| kinds.contains(&it))
        };
        let several = (0..self.tokens().len().min(64)).filter_map(|i| {
            let counts =
                |it: &Token| matches!(&it.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Count));
            let count = self.tokens().get(i).filter(|it| counts(it))?;
            let rest = self.tokens().get(i + 1..)?;
            let (last, after) = rest.split_at(rest.iter().take_while(kind).count());
            let last = last.last()?;
            // 在21个县市区建成充电站 tells of no ranking.
            let among = after.first().is_none_or(|next| {
                next.kind.breaks() || self.normal.text[next.range()].starts_with('中')
            });
            let parts = among.then(|| self.printed(count.start..last.end))?;
            (parts.chars().count() > 4).then_some(parts)
        });
        let parts: Vec<String> = named.chain(several).collect();
        for parts in parts {
            self.carried.frames.note_part(&parts);
        }
    }

    /// Notes those that a heading ranks among.
    pub(crate) fn note_frame(&mut self) {
        if self.scanned.start == 0
            && let Some(within) = self.frame()
        {
            self.carried.within = Some(within.clone());
            self.carried.always_within = Some(within);
        }
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
    pub(crate) fn note_measure(&mut self, clause: &Range<usize>) {
        self.note_field(clause);
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
    pub(crate) fn among(&mut self, clause: &Range<usize>, at: usize) {
        self.carried.within = Some(self.place_name(at));
        let name = self.phrases.name(at + 1..clause.end - 1);
        if !name.is_empty() {
            self.carried.pending = crate::phrases::measure::judged(&name.plain).then_some(name);
            self.carried.current.clear();
        }
    }

    /// 从主要产品产量看: what the parts that follow are measured by.
    pub(crate) fn view(&mut self, clause: &Range<usize>) {
        // 不过从总量看
        let turns = clause
            .clone()
            .take_while(|&i| self.tokens()[i].is(Class::Conn));
        let begin = clause.start + turns.count();
        let from = self.tokens().get(begin);
        let from = from.is_some_and(|token| token.is(Class::From) || token.is(Class::Prep));
        // 从前三季度GDP增速来看
        let time = |i: &usize| matches!(self.tokens()[*i].kind, Kind::Time(_));
        let words = begin + usize::from(from)..(clause.end - 1).max(begin + usize::from(from));
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
        // 分县区看: by what the paragraph measures the whole.
        let parts = [
            "县区", "区域", "地区", "市县", "县市", "市州", "州市", "镇街", "乡镇",
        ];
        // 五区看, 分县看
        let kinds = ['区', '县', '市', '州', '旗', '镇'];
        let counted = |c: char| "分各".contains(c) || crate::words::numeral::is_chinese(c);
        let few = name.plain.chars().count() <= 3;
        let each = few && name.plain.starts_with(counted) && name.plain.ends_with(kinds);
        let whole = self.drafts.get(self.carried.paragraph);
        let whole = whole.and_then(|draft| whole_measure(&draft.name));
        // A paragraph of its own: by what the one before did.
        let whole = whole.or(self.carried.measure_before.clone());
        if (each || parts.iter().any(|end| name.plain.ends_with(end)))
            && let Some(whole) = whole.filter(|it| halfyear_catalogue::names_exactly(&it.plain))
        {
            self.carried.measure = Some(whole);
            self.carried.tail = None;
            self.carried.places = true;
            return;
        }
        let pace = matches!(name.plain.as_str(), "增速" | "增幅" | "增长率" | "增长速度");
        if pace || matches!(name.plain.as_str(), "总量" | "经济总量") {
            // 从总量看,A市为559.2亿元; 从增速看,A市以7.8%领跑
            self.carried.pace = pace.then(|| Pace::of_parts(false));
            let size = self.size_viewed();
            self.carried.current.clear();
            self.carried.tail = None;
            self.carried.places = size.is_some();
            self.carried.measure = size;
            return;
        }
        let goods = ["商品", "类值", "消费品", "商品零售"]
            .iter()
            .any(|end| name.plain.ends_with(end));
        let rate = [
            "税收占比",
            "完成率",
            "开工率",
            "到位率",
            "合格率",
            "优良率",
            "达标率",
        ];
        if Lexicon::get().is_one_of(Noun::Follows, &name.plain)
            || halfyear_catalogue::find(rateless(&name.plain)).is_some()
            || rate.iter().any(|rate| name.plain.ends_with(rate))
        {
            // 从税收来看,累计增长14.4%
            self.carried.current.clear();
            // 从GDP总量看,A县达到529亿元: each place's own.
            let whole = name.first(rateless(&name.plain).chars().count());
            if from && let Some(tail) = tail_viewed(&whole) {
                self.carried.tail = Some(tail);
                self.carried.parts = true;
            }
            self.carried.measure = Some(whole);
            self.carried.places = true;
            if rateless(&name.plain).len() < name.plain.len() {
                self.carried.pace = Some(Pace::of_parts(name.plain.ends_with("降幅")));
            }
            self.carried.pending = Some(name);
            return;
        }
        // 出口商品中,机电产品出口483亿元;劳动密集型产品1094亿元
        let traded = ["出口", "进口"].iter().find(|trade| {
            let rest = name.plain.strip_prefix(**trade);
            rest.is_some_and(|rest| matches!(rest, "商品" | "产品" | "主要商品" | "商品结构"))
        });
        if let Some(traded) = traded {
            self.carried.tail = Some(Name::default().and(traded));
            self.carried.parts = true;
        } else if let Some(tail) = Lexicon::get().tail(&name.plain) {
            self.carried.tail = Some(name.last(tail.chars().count()));
            self.carried.parts = true;
            // A line of its own, and what it looks at stands below.
            let alone = clause.end == self.tokens().len();
            self.carried.looked_at = self.carried.tail.clone().filter(|_| alone);
        } else if name.plain.ends_with("类别") && self.carried.tail.is_some() {
            // 从商品类别看,食品烟酒上涨2.2%
            self.carried.parts = true;
        } else if goods {
            self.carried.tail = Some(Name::default().and("零售额"));
            self.carried.parts = true;
        }
    }

    /// What is meant where places are looked at by their 总量 or 增速: the product, where the last ones
    /// told were told of it, else what alone was told.
    pub(crate) fn size_viewed(&self) -> Option<Name> {
        let said = self.drafts.get(self.carried.sentence_before..)?;
        let measures = || said.iter().rev().take(16);
        let measures = || measures().filter_map(|draft| whole_measure(&draft.name));
        let product = |name: &Name| name.plain.ends_with("生产总值") || name.plain.ends_with("GDP");
        let Some(last) = measures().next() else {
            let before = self.carried.measure_before.as_ref();
            return before.or(self.carried.compared_by.as_ref()).cloned();
        };
        let one = measures().all(|name| name == last);
        measures().find(product).or(one.then_some(last))
    }
}

/// 从合同外资看,服务业373亿元: by what the industries that follow are measured.
fn tail_viewed(whole: &Name) -> Option<Name> {
    let capital = ["外资", "产值", "税收", "销售额", "用电量", "利润总额"];
    let capital = capital.iter().any(|end| whole.plain.ends_with(end));
    let short = whole.plain.chars().count() <= 6 && !whole.plain.contains("规");
    (capital && short).then(|| whole.clone())
}

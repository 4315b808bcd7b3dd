//! One noun phrase: with the verb that stays in it, without what only stands before it.

use crate::phrases::et_cetera::summed_up;
use crate::phrases::measure::is_share;
use crate::phrases::name::{Name, without_stress};
use crate::phrases::phrase::{LONGEST, Phrases};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Phrases<'_> {
    /// One name: `None` where the words are no name.
    pub(crate) fn one(&self, range: Range<usize>) -> Option<Name> {
        let lexicon = Lexicon::get();
        let range = self.trimmed(range);
        // 招生8464人: what an institution does, as a noun.
        if range.len() == 1 && lexicon.is_one_of(Noun::Within, self.token_text(range.start)) {
            return Some(self.name(range));
        }
        // 公路塌方、雨雪冰冻等应急事件 is one kind of thing.
        if let Some((i, name)) = self.after_et_cetera(range.clone()) {
            // 双桥等景区上半年共接待游客
            let passing = |i: &usize| {
                matches!(self.tokens[*i].kind, Kind::Time(_))
                    || self.tokens[*i].is(Class::Adverb)
                    || matches!(self.token_text(*i), "完成" | "实现")
            };
            let rest = (i + 1..range.end).filter(|i| !passing(i));
            return Some(rest.fold(name, |name, i| name.then(&self.name(i..i + 1))));
        }
        // 收入高于人数增长6个百分点 compares two indicators.
        let compares = |i: usize| {
            self.tokens[i].is(Class::Gap) && self.token_text(i).ends_with(['于', '出', '过'])
        };
        if range.clone().skip(1).any(compares) {
            return None;
        }
        // 27个行业中 is where, not what.
        if range.end > range.start + 1 && self.tokens[range.end - 1].is(Class::PrepEnd) {
            return None;
        }
        let verb = self.verb(range.clone());
        let mut name = match verb {
            None => self.nominal(range.clone())?,
            Some(verb) => {
                let object = self.nominal(verb + 1..range.end)?;
                let owner = self.trimmed(range.start..verb);
                let owner = self.owner(owner);
                let campaign = owner.plain.ends_with("行动");
                // 为8.3万名老人发放津贴1494万元: for whom, not who.
                let served = range.start.checked_sub(2).is_some_and(|whom| {
                    matches!(self.tokens[whom + 1].kind, Kind::Quantity(_))
                        && self.token_text(whom).ends_with(['为', '向', '给'])
                });
                // 有资质的建筑业企业完成建筑业总产值: who counts in any such figure.
                let qualified = owner.plain.contains("有资质的")
                    && halfyear_catalogue::names_exactly(&object.plain);
                let owner = match campaign || served || qualified {
                    true => Name::default(),
                    false => owner,
                };
                let token = &self.tokens[verb];
                let so_far = verb > range.start && self.token_text(verb - 1) == "累计";
                let word = self.name(verb - usize::from(so_far)..verb + 1);
                if object.is_empty() {
                    if token.is(Class::Keep) {
                        return None;
                    }
                    // 税费减免4.5亿元: a noun there.
                    // 牛、羊累计出栏18.86万头、79.36万只
                    let noun = |word: &Name| {
                        lexicon.is_one_of(Noun::Verbal, &word.plain)
                            || lexicon.is_one_of(Noun::Alone, &word.plain)
                    };
                    // 生猪累计出栏167.5万头: what was done by then, as 生猪出栏 is.
                    let alone = self.name(verb..verb + 1);
                    let word = if noun(&word) { word } else { alone };
                    match noun(&word) && !owner.is_empty() {
                        true => owner.then(&word),
                        false => owner,
                    }
                } else {
                    let complete = lexicon.is_one_of(Noun::Follows, &object.plain)
                        && word.plain == "完成"
                        || lexicon.ends_in(Noun::Measure, &object.plain)
                            && object.plain.chars().count() >= 3
                        || lexicon.is_one_of(Noun::Whose, &object.plain)
                            && (object.plain != "投资"
                                // 制造业完成投资 is 制造业投资.
                                || lexicon.ends_in(Noun::Category, &owner.plain));
                    let keeps = token.is(Class::Keep)
                        || (token.is(Class::Act) || token.is(Class::Deed)) && !complete
                        // 开工运营率
                        || token.is(Class::Deed)
                            && object.plain.ends_with('率')
                            && object.plain.chars().count() == 3;
                    // 战略性集聚发展基地产值: no verb, where what stands before it does nothing.
                    let verb_of = [Noun::Category, Noun::Agent, Noun::Entity]
                        .iter()
                        .any(|&class| lexicon.ends_in(class, &owner.plain));
                    let inside = (token.is(Class::Act) || token.is(Class::Deed))
                        && !matches!(word.plain.as_str(), "完成" | "接待")
                        && !owner.is_empty()
                        && !verb_of
                        && verb > range.start
                        && matches!(self.tokens[verb - 1].kind, Kind::Text | Kind::Name);
                    if keeps || inside {
                        // 新建、改扩建学校: two deeds on one thing.
                        let both = matches!(self.tokens[verb + 1].kind, Kind::Pause);
                        let word = if both { word.and("、") } else { word };
                        let after = verb > range.start
                            && !owner.is_empty()
                            && matches!(self.tokens[verb - 1].kind, Kind::Pause);
                        let owner = if after { owner.and("、") } else { owner };
                        owner.then(&word).then(&object)
                    } else {
                        owner.then(&object)
                    }
                }
            }
        };
        // 四年蝉联第一名: how long.
        // 连续14个月两位数增长,占全部投资的34.5%: how fast, and of what was told.
        let years = name.plain.strip_suffix('年');
        if name.plain == "两位数"
            || years.is_some_and(|years| years.chars().all(crate::words::numeral::is_chinese))
        {
            return Some(Name::default());
        }
        if name.is_empty() {
            return Some(name);
        }
        // 黄埔区、番禺区这一数据均为16.1%: of what, the sentence before has said.
        if ["这一数据", "这一指标", "该指标", "这一比例"]
            .iter()
            .any(|end| name.plain.ends_with(end))
        {
            return None;
        }
        // 产值居前的六大行业: which they are, nobody says.
        let mut letters = name.plain.chars();
        let counted = letters
            .next()
            .is_some_and(crate::words::numeral::is_chinese)
            && letters.next() == Some('大')
            && matches!(letters.as_str(), "行业" | "产业" | "板块" | "门类" | "领域");
        if counted {
            return None;
        }
        // 与全省的差距缩小2.2个百分点, 与绵阳相差254亿元: of what, nobody says.
        if name.plain.ends_with("差距") || name.plain.ends_with("相差") {
            return None;
        }
        // 卫滨区自身增长13.2%
        if let Some(place) = name.plain.strip_suffix("自身") {
            name = name.first(place.chars().count());
        }
        // 收入总量就反超邻县8930万元
        if let Some(what) = name.plain.strip_suffix('就') {
            name = name.first(what.chars().count());
        }
        // 创税收300万元, but 创新平台
        if let Some(made) = name.plain.strip_prefix('创')
            && ["税收", "利税", "产值", "外汇", "收入", "利润"]
                .iter()
                .any(|end| made.ends_with(end))
            && !made.starts_with(['新', '业', '意', '投', '造', '建'])
        {
            name = name.last(made.chars().count());
        }
        // 就生产整车12.6万辆
        let only = name.plain.strip_prefix('就');
        let only =
            only.filter(|rest| !rest.starts_with(['业', '学', '医', '诊', '读', '餐', '地']));
        if let Some(rest) = only {
            name = name.last(rest.chars().count());
        }
        // 村卫生室、文化室各20个; 生产总值年度增长5.5%
        if let Some(one) = name
            .plain
            .strip_suffix('各')
            .or(name.plain.strip_suffix("年度"))
        {
            name = name.first(one.chars().count());
        }
        // 无锡以11506亿元列第三
        if name.plain.ends_with('以') {
            return None;
        }
        self.strip_own(&mut name);
        name = without_stress(name);
        if let Some(state) = lexicon.shorter(Noun::State, &name.plain) {
            name = name.first(name.plain.chars().count() - state.chars().count());
        }
        // 钢铁、铝业和电力三大支柱产业增加值: as they are summed up; 文化、体育和娱乐业 is one of them.
        if let Some((first, _)) = name.plain.split_once('、')
            && let Some(sum) = summed_up(&name.plain).filter(|at| *at > first.len())
            && !lexicon.is_word(&name.plain[..sum])
        {
            let cut = name.plain[..sum].chars().count();
            name = name.last(name.plain.chars().count() - cut);
        }
        // 五大主导产业中食品: among what.
        if name.plain.contains('中')
            && let Some(among) = [
                "产业中",
                "行业中",
                "产品中",
                "领域中",
                "门类中",
                "工业中",
                "服务业中",
            ]
            .iter()
            .find_map(|end| name.plain.find(end).map(|at| at + end.len()))
            // 工业中小企业, 工业中间投入, 工业中的比重
            .filter(|&at| {
                at < name.plain.len()
                    && !is_share(&name.plain)
                    && !name.plain[at..].starts_with(['小', '间', '型', '央', '心'])
            })
        {
            // 战新产业中的高端装备制造业
            let of = usize::from(name.plain[among..].starts_with('的'));
            let cut = name.plain[..among].chars().count() + of;
            name = name.last(name.plain.chars().count() - cut);
        }
        // 占比较大的公共设施管理业: how it is, not what.
        let rated = |how: &str| {
            [
                "较大", "较高", "较快", "较多", "靠前", "最大", "最快", "最多", "居前", "领先",
                "最高", "最低", "垫底", "领跑", "末位", "首位", "榜首", "殿后",
            ]
            .iter()
            .any(|end| how.ends_with(end))
                || [
                    "反映",
                    "体现",
                    "代表",
                    "衡量",
                    "扣除",
                    "剔除",
                    "作为",
                    "而作为",
                ]
                .iter()
                .any(|verb| how.starts_with(verb))
        };
        if let Some((how, _)) = name.plain.split_once('的')
            && rated(how)
        {
            let cut = how.chars().count() + 1;
            let rest = name.last(name.plain.chars().count() - cut);
            // 城镇居民人均可支配收入最高的安化县: what the place has most of.
            let ends = ["最高", "最低", "最大", "最小", "最多", "最少"];
            let most = ends.iter().find_map(|most| how.strip_suffix(*most));
            let most = most.filter(|it| halfyear_catalogue::names_exactly(it));
            // 青岚县, which no table holds
            let county = rest.plain.chars().count() < 5
                && rest.plain.ends_with(['县', '市', '区', '旗', '镇', '州']);
            let place = county || crate::words::places::is_name(&rest.plain);
            name = match most.filter(|_| place) {
                Some(measure) => rest.then(&name.first(measure.chars().count())),
                None => rest,
            };
        }
        // 两年平均增长较一季度提升: the words of a growth are no name.
        if lexicon.is_one_of(Noun::Movement, &name.plain)
            // 百亿元以上1个: of what, the clause before has said.
            || ["元以上", "元以下"].iter().any(|end| name.plain.ends_with(end))
        {
            return None;
        }
        let long = name.plain.chars().count() > LONGEST;
        let real = name.plain.chars().any(|c| c.is_alphabetic());
        (!long && real).then_some(name)
    }

    /// The last verb of a clause whose subject begins where the range does.
    pub(crate) fn verb(&self, range: Range<usize>) -> Option<usize> {
        range.clone().rev().find(|&i| self.is_verb(i, range.start))
    }

    /// Whether a token is such a verb.
    fn is_verb(&self, i: usize, start: usize) -> bool {
        let token = &self.tokens[i];
        // 电力生产和供应业, 购置及运行费: two of them are one noun.
        let and = |at: usize| matches!(self.tokens[at].kind, Kind::And);
        let acts = |at: usize| {
            let classes = [Class::Act, Class::Deed, Class::Keep];
            classes.iter().any(|&class| self.tokens[at].is(class))
        };
        let second = i > start + 1 && and(i - 1) && acts(i - 2);
        if second || i + 1 < self.tokens.len() && and(i + 1) {
            return false;
        }
        let begins = i == start
            || self.tokens[i - 1].is(Class::Adverb)
            // 华菲汽车上半年销售整车7.9万辆
            || matches!(self.tokens[i - 1].kind, Kind::Time(_))
            // 绿道提升行动开工建设绿道113公里: what the campaign did.
            || matches!(self.tokens[i - 1].kind, Kind::Text)
                && self.token_text(i - 1).ends_with("行动");
        token.is(Class::Level)
            || token.is(Class::Act)
            || (token.is(Class::Deed) || token.is(Class::Keep)) && begins
    }

    /// Whether a token may stand inside a name: most words of the table are nouns there.
    pub(crate) fn inside(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        let outside = [
            Class::Conn,
            Class::Report,
            Class::Each,
            Class::Reach,
            Class::Flat,
            Class::Double,
            Class::From,
            Class::Time,
        ];
        match token.kind {
            Kind::Text | Kind::Name | Kind::Of | Kind::Pause | Kind::And => true,
            Kind::Word(_) => {
                let level = token.is(Class::Level) && !token.is(Class::Adverb);
                !level && !outside.iter().any(|&class| token.is(class))
            }
            _ => false,
        }
    }

    /// A run of nouns; `None` where something else stands among them.
    fn nominal(&self, range: Range<usize>) -> Option<Name> {
        let mut range = self.trimmed(range);
        // Only what follows the last word that cannot be part of a name.
        let foreign = range.clone().rev().find(|&i| !self.inside(i));
        if let Some(foreign) = foreign {
            // 证券交易额由于行情清淡: why, and of nothing that the number tells of.
            if foreign > range.start && self.token_text(foreign) == "由于" {
                return self.nominal(range.start..foreign);
            }
            let after = self.trimmed(foreign + 1..range.end);
            // 交通运输业上半年增加值: a time between who and what
            let who = range.start..foreign;
            // 秋粮预计总产14.1亿斤
            let estimated = self.token_text(foreign) == "预计" && foreign - range.start < 3;
            if estimated && Lexicon::get().is_one_of(Noun::Alone, &self.name(after.clone()).plain) {
                return Some(self.name(who).then(&self.name(after)));
            }
            if matches!(self.tokens[foreign].kind, Kind::Time(_))
                && who.clone().all(|i| self.inside(i))
                && !who.is_empty()
                && (self.has_figures(who.clone())
                    && self.measured(&self.name(after.clone()).plain)
                    // 苏仙区上半年GDP
                    || crate::words::places::is_name(&self.name(who.clone()).plain)
                        && !who.clone().any(|i| self.is_own(i))
                        && self.measured(&self.name(after.clone()).plain)
                    // 普惠小微贷款6月末余额
                    || self.token_text(range.end - 1) == "余额"
                        && self.token_text(foreign - 1).ends_with(['款'])
                    // 亿纬动力上半年产值
                    || who.len() == 1
                        && matches!(self.tokens[who.start].kind, Kind::Text | Kind::Name)
                        && !self.is_own(who.start)
                        && self.token_text(who.start).chars().count() > 2
                        && Lexicon::get().is_one_of(Noun::Whose, &self.name(after.clone()).plain))
            {
                return Some(self.name(who).then(&self.name(after)));
            }
            range = after;
        }
        if range.is_empty() {
            return Some(Name::default());
        }
        if matches!(self.tokens[range.end - 1].kind, Kind::Of) {
            return Some(Name::default());
        }
        // 劲牌公司逆势纳税: how, and no part of the name.
        let how = ["逆势", "率先", "仍然", "再次", "再度", "首次", "双双"];
        if range.clone().any(|i| how.contains(&self.token_text(i))) {
            let named = range.filter(|&i| !how.contains(&self.token_text(i)));
            return Some(named.fold(Name::default(), |name, i| name.then(&self.name(i..i + 1))));
        }
        Some(self.name(range))
    }
}

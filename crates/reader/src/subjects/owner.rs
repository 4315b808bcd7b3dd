//! Whose figure a bare measure is: 武陵景区接待游客3万人次,实现收入147万元.
//!
//! 产值 alone says nothing until it is known whose. Who acted in the clauses before tells, or what
//! a clause without a number spoke of; where neither does, the reader stays silent.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::firm::{firm_in, follows};
use crate::subjects::shared::joined;
use crate::subjects::whose::has;
use crate::subjects::without::{without_passing, without_trend};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use std::ops::Range;

/// Words for how something moves or how large it is, at the end of what a clause speaks of.
const ABOUT: [&str; 20] = [
    "拉动",
    "带动",
    "支撑",
    "产能",
    "需求",
    "订单",
    "运行",
    "生产",
    "增长速度",
    "增速",
    "增幅",
    "降幅",
    "比重",
    "规模",
    "总量",
    "力度",
    "趋势",
    "步伐",
    "形势",
    "势头",
];

impl Sentence<'_> {
    /// At the beginning of a sentence: nobody has acted yet, and a topic grows old.
    pub(crate) fn forget_owners(&mut self) {
        self.carried.owner = None;
        self.carried.institution = None;
        self.carried.speaker = self.carried.speaker.take().map(|(firm, _)| (firm, false));
        // 重点项目530个……。截至6月底,完成投资362亿元: theirs in the sentence right after too.
        self.carried.works = match self.carried.works.take() {
            Some((works, true)) => Some((works, false)),
            _ => None,
        };
        // The sentence right after still speaks of it.
        self.carried.topic = match self.carried.topic.take() {
            Some((topic, true)) => Some((topic, false)),
            _ => None,
        };
    }

    /// Notes what a clause without a number speaks of: 商品房销售继续降温.
    pub(crate) fn note_topic(&mut self, name: &Name) {
        // 恒力集团开足马力
        let name = &firm_in(name).unwrap_or_else(|| name.clone());
        // 八大重点产业“三升五降”
        let name = match name.plain.find('“').filter(|&at| at > 0) {
            Some(at) => &name.first(name.plain[..at].chars().count()),
            None => name,
        };
        // 新兴的鞋类加工业产能扩大
        let name = match name.plain.rfind('的') {
            Some(at) => {
                let skip = name.plain[..at].chars().count() + 1;
                &name.last(name.plain.chars().count() - skip)
            }
            None => name,
        };
        let name = &without_trend(&without_passing(name));
        let cut = ABOUT
            .iter()
            .find_map(|end| name.plain.strip_suffix(end))
            .unwrap_or(&name.plain);
        // 纺织产业发展迅速,产值达5亿元; 第三产业, 工业 are told of part by part.
        let grown = cut.strip_suffix("发展");
        let grown = grown.filter(|it| it.chars().count() > 3 && !it.starts_with('第'));
        let cut = grown.unwrap_or(cut);
        let state = Lexicon::get().shorter(Noun::State, cut);
        let cut = state.map_or(cut, |state| &cut[..cut.len() - state.len()]);
        // 夏粮生产喜获“九连丰”
        let cut = state.and(cut.strip_suffix("生产")).unwrap_or(cut);
        let count = cut.chars().count();
        let acts = ["对", "成为", "作为", "推动", "拉动", "带动", "促进", "支撑"]
            .iter()
            .any(|verb| name.plain.starts_with(verb));
        // 产值 does not say whose it is, nor does 等产业.
        let whose = Lexicon::get().is_one_of(Noun::Whose, cut)
            || Lexicon::get().is_one_of(Noun::Generic, cut)
            // 三个产业增势良好: a sum is not whose the next figure is.
            || name.plain.starts_with(crate::words::numeral::is_chinese)
                && name.plain.chars().nth(1) == Some('个')
                && !Lexicon::get().ends_in(Noun::Agent, cut);
        // 全市经济平稳: what follows is of the place.
        let bare = cut.trim_start_matches(['全', '省', '市', '区', '县', '州', '国', '我', '该']);
        let whole = matches!(
            bare,
            "经济"
                | "民经济"
                | "宏观经济"
                | "社会经济"
                | "经济社会"
                | "农业农村"
                | "社会事业"
                | "民生事业"
                | "民生"
        );
        if whole {
            self.carried.topic = None;
            return;
        }
        if (2..=16).contains(&count) && !name.plain.contains('、') && !acts && !whose {
            self.carried.topic = Some((name.first(count), true));
        }
    }

    /// The name with whose figure it is, where the name alone does not say; `None` where it should
    /// and nothing tells.
    pub(crate) fn owned(&mut self, name: Name, lead: &Lead) -> Option<Name> {
        let lexicon = Lexicon::get();
        let words = lead.subject.clone();
        let start = self.phrases.trimmed(words.clone()).start;
        let done = (words.start..start)
            .any(|i| self.normal.text[self.tokens()[i].range()].ends_with("完成"));
        let name = match done && name.plain == "投资" {
            // 累计完成投资2300亿元
            true => Name::default().and("完成").then(&name),
            false => name,
        };
        let doer = self.doer(words.clone());
        let named = matches!(doer, Doer::Named(_) | Doer::Place);
        // 某某项目总投资3亿元,已完成投资4000万元
        let work = self.work_of_sentence();
        let work = work.filter(|_| name.plain == "完成投资" && !named);
        let counted = self.carried.works.as_ref().map(|(works, _)| works);
        let other = work.as_ref().filter(|&work| counted != Some(work));
        if let (Some(work), Some(last)) = (other, self.drafts.last())
            && let Some(owner) = lexicon.owner(&last.name.plain)
            && owner.contains(work.plain.as_str())
        {
            return Some(work.then(&name));
        }
        if name.plain == "完成投资"
            && let Some((works, here)) = &mut self.carried.works
        {
            // 重点项目104个,完成投资44亿元; what the next sentence says is of other works.
            *here = false;
            return Some(works.then(&name));
        }
        // 签约外资项目253个,投资总额295.4亿美元
        if let Some((works, true)) = &self.carried.works
            && matches!(name.plain.as_str(), "投资" | "投资额" | "投资总额")
            && matches!(doer, Doer::Verbless)
            && self.spoken_of().is_some_and(|draft| counts(draft, works))
        {
            return Some(works.then(&name));
        }
        if let Some(work) = work {
            return Some(work.then(&name));
        }
        if !matches!(doer, Doer::Place)
            && let Some(whole) = self.of_the_speaker(&name)
        {
            return Some(whole);
        }
        if !named && let Some(whole) = self.of_the_firm(&name) {
            return Some(whole);
        }
        let bare = lexicon.is_one_of(Noun::Whose, &name.plain);
        // 我们的销售收入达到46.2亿元: whoever says so is named elsewhere.
        let speaks = |i: usize| self.normal.text[self.tokens()[i].range()].starts_with("我们");
        if bare && words.clone().any(speaks) && !self.speaks_of_a_firm() {
            return None;
        }
        match doer {
            Doer::Named(owner) => {
                // 完成市下达任务的102%: who set the aim does not act.
                // 规模以上工业总产值完成692.7亿元,实现利润12.3亿元: no measure acts.
                let acts = lexicon.tail(&owner.plain).is_none();
                if !name.plain.ends_with("比例") && acts {
                    self.carried.owner = Some(owner);
                }
                Some(name)
            }
            Doer::Place => {
                self.carried.owner = None;
                // 固定资产投资持续回升 above 全市完成投资658亿元
                let done = name.plain == "完成投资";
                Some(done.then(|| self.of_topic(&name)).flatten().unwrap_or(name))
            }
            // 改造老旧小区71个,惠及居民1.26万户
            Doer::Unsaid
                if name.plain.starts_with(['惠', '受'])
                    && lexicon.is_one_of(Noun::OfWork, &name.plain) =>
            {
                Some(self.of_work(&name).unwrap_or(name))
            }
            Doer::Unsaid => match &self.carried.owner {
                Some(owner) if bare || follows(owner, &name) || invests(owner, &name) => {
                    Some(owner.then(&name))
                }
                // 规上工业营业收入……;实现利税……
                None if bare
                    && let Some(firms) = self.firms_before()
                    && follows(&firms, &name) =>
                {
                    Some(joined(&firms, &name))
                }
                // 规上工业企业营业收入……。实现利润总额……
                None if self.carried.sentence == self.drafts.len()
                    && let Some(firms) = self.firms_before()
                    && follows(&firms, &name)
                    && self.of_topic(&name).is_none() =>
                {
                    Some(joined(&firms, &name))
                }
                // 春茶产量7547吨,实现产值11.6亿元
                _ if bare => self
                    .of_topic(&name)
                    .or_else(|| self.of_sibling(&name))
                    .or_else(|| self.of_goods(&name))
                    .or_else(|| self.of_that_month(&name, lead)),
                _ => Some(self.of_topic(&name).unwrap_or(name)),
            },
            // 建成标准化厂房62.8万平方米,入驻率83.4%
            Doer::Verbless if lexicon.is_one_of(Noun::OfWork, &name.plain) => {
                let firms = || Some(self.firms_before()?.then(&name));
                let firms = || firms().filter(|_| name.plain.ends_with('面'));
                Some(self.of_work(&name).or_else(firms).unwrap_or(name))
            }
            Doer::Verbless if bare => {
                let acted = || Some(self.carried.owner.as_ref()?.then(&name));
                // 房地产开发和销售情况: 商品房销售面积……,销售额
                let mixed = self.carried.topic.as_ref();
                let mixed = mixed.is_some_and(|(topic, _)| topic.plain.contains(['和', '与']));
                if mixed && let Some(sibling) = self.of_sibling(&name) {
                    return Some(sibling);
                }
                // Who acted in this sentence, and the goods it measured, go before what the one
                // before spoke of.
                let here = self.carried.topic.as_ref().is_some_and(|(_, here)| *here);
                // Others may have figures since: 新能源汽车一马当先,某基地下线整车4.6万辆,产值73.4亿元.
                let others = self.others_since_the_topic();
                let topic = self.of_topic(&name).filter(|_| here && !others);
                // 环保产业园实现营业收入29.1亿元、利税2.8亿元: the next of a list is of the same.
                let next = self.next_of_a_list(lead).then(acted).flatten();
                next.or(topic)
                    .or_else(acted)
                    .or_else(|| self.of_goods(&name))
                    .or_else(|| self.of_topic(&name).filter(|_| !others))
                    .or_else(|| self.of_firms(&name))
                    .or_else(|| self.of_whole(&name, lead))
                    .or_else(|| self.of_sibling(&name))
                    .or_else(|| self.of_sharer(&name))
                    .or_else(|| self.of_whole_place(name, lead))
            }
            // 规上工业企业营业收入……,利润总额……
            Doer::Verbless
                if self.of_topic(&name).is_none()
                    && let Some(firms) = self.firms_before()
                    && follows(&firms, &name) =>
            {
                Some(joined(&firms, &name))
            }
            // 产业园聚集企业620家、从业人员2.1万人; 景区接待游客3万人次,门票收入147万元
            Doer::Verbless
                if let Some(owner) = &self.carried.owner
                    && has(owner, &name) =>
            {
                Some(owner.then(&name))
            }
            Doer::Verbless => Some(self.of_topic(&name).unwrap_or(name)),
        }
    }

    /// Whether somebody who acts by name has had a figure in this sentence since its topic was told.
    fn others_since_the_topic(&self) -> bool {
        let Some((topic, true)) = &self.carried.topic else {
            return false;
        };
        // The clause right before told of it.
        if self.carried.before.is_some() {
            return false;
        }
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let agent = |name: &str| {
            let ends = ["基地", "公司", "集团", "工厂"];
            ends.iter().any(|end| name.contains(end))
        };
        said.iter().any(|draft| {
            agent(&draft.name.plain) && !draft.name.plain.contains(topic.plain.as_str())
        })
    }

    /// 规上工业企业利税总额……,其中利润……: of the firms that the figure before was of.
    fn of_firms(&self, name: &Name) -> Option<Name> {
        let firms = self.firms_before().filter(|firms| follows(firms, name))?;
        Some(joined(&firms, name))
    }

    /// Who does what the words before a number say.
    fn doer(&self, words: Range<usize>) -> Doer {
        let range = self.phrases.trimmed(words.clone());
        let place = (words.start..range.end)
            .any(|i| self.tokens()[i].is(Class::Scope) || self.phrases.is_own(i));
        let Some(verb) = self.phrases.verb(range.clone()) else {
            // 工业集中区新增企业2家: the verb stays in the name, and still somebody acts.
            let lexicon = Lexicon::get();
            let kept = range
                .clone()
                .skip(1)
                .find(|&i| self.tokens()[i].is(Class::Keep));
            if let Some(kept) = kept {
                let owner = self.phrases.owner(range.start..kept);
                if lexicon.ends_in(Noun::Agent, &owner.plain) && !place {
                    return Doer::Named(owner);
                }
            }
            // 实现 before what it brought about.
            let said = (words.start..range.start).any(|i| self.tokens()[i].is(Class::Level));
            return match (place, said) {
                (true, _) => Doer::Place,
                (false, true) => Doer::Unsaid,
                (false, false) => Doer::Verbless,
            };
        };
        let owner = self.phrases.owner(range.start..verb);
        if !owner.is_empty() {
            return Doer::Named(owner);
        }
        match place {
            true => Doer::Place,
            false => Doer::Unsaid,
        }
    }

    /// The topic in a subject, for clauses that speak without numbers.
    pub(crate) fn topic_of(&mut self, subject: &Subject, words: Range<usize>) {
        // 统筹发展各项社会事业 is what was done, nothing that has figures.
        let verb = self.phrases.trimmed(words).take(1).any(|i| {
            let token = &self.tokens()[i];
            [Class::Act, Class::Deed, Class::Level, Class::Prep]
                .iter()
                .any(|&class| token.is(class))
        });
        if !verb
            && let Subject::Named(names) = subject
            && let [name] = names.as_slice()
        {
            self.note_topic(&name.clone());
        }
    }
}

/// Whether a statement tells how many works there are.
fn counts(draft: &Draft, works: &Name) -> bool {
    draft.level.is_some() && draft.name.plain.ends_with(works.plain.as_str())
}

/// Who acts.
enum Doer {
    /// Somebody whose figures follow.
    Named(Name),
    /// The report's own place, or another one that is all there is to say.
    Place,
    /// A verb without anybody before it.
    Unsaid,
    /// No verb stands there.
    Verbless,
}

/// 高新区完成营业收入102亿元;完成固定资产投资18亿元: whether a zone may have what a whole place has as well.
fn invests(zone: &Name, name: &Name) -> bool {
    let zones = [
        "园区",
        "高新区",
        "开发区",
        "经开区",
        "工业园",
        "产业园",
        "工业区",
        "街道",
    ];
    let whole = ["固定资产投资", "工业投资", "固定资产投资额"];
    zones.iter().any(|end| zone.plain.ends_with(end)) && whole.contains(&name.plain.as_str())
}

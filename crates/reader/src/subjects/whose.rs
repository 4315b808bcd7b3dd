//! What tells whose figure a bare measure is: what a clause spoke of, what was measured or counted
//! just before.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::measure::counted_works;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::by_its_kind::of_its_kind;
use crate::subjects::goods::is_goods;
use crate::subjects::goods_listed::trade_of;
use crate::subjects::shared::joined;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};

impl Sentence<'_> {
    /// The name with what a clause without a number spoke of: 商品房 and 销售面积.
    pub(crate) fn of_topic(&self, name: &Name) -> Option<Name> {
        let lexicon = Lexicon::get();
        let (topic, here) = self.carried.topic.as_ref()?;
        if let Some(whole) = of_its_kind(topic, name, *here).or_else(|| trade_of(topic, name)) {
            return Some(whole);
        }
        // 第三产业加快发展。接待游客……: what one of three sectors has are its value added and investment.
        let sector = ["第一产业", "第二产业", "第三产业"].contains(&topic.plain.as_str());
        if sector && !matches!(name.plain.as_str(), "增加值" | "投资" | "税收" | "完成投资")
        {
            return None;
        }
        // 投资消费平稳增长: one of them is not both.
        let demand = |name: &str| lexicon.is_one_of(Noun::Demand, name);
        if demand(&name.plain) && topic.plain != name.plain && demand(&topic.first(2).plain) {
            return None;
        }
        // 出口 is a part of 进出口.
        if name.plain == "出口" && topic.plain.ends_with("进出口") {
            return None;
        }
        let done = name.plain.starts_with("完成");
        if done && self.carried.sentence < self.drafts.len() {
            // Other works may have been named since.
            return None;
        }
        let name = &match done {
            true => name.last(name.plain.chars().count() - 2),
            false => name.clone(),
        };
        if name.plain.chars().count() > 5 || topic.plain.contains(name.plain.as_str()) {
            return topic
                .plain
                .ends_with(name.plain.as_str())
                .then(|| topic.clone());
        }
        // 商品房销售……,销售面积; 房地产开发投资……,投资额
        let ends = name.plain.char_indices().rev().filter(|(at, _)| *at > 0);
        let mut heads = ends.map(|(at, c)| &name.plain[..at + c.len_utf8()]);
        let shared =
            heads.find(|head| topic.plain.ends_with(*head) && topic.plain.len() > head.len());
        // 用心用情惠民生 above 民生支出 is a motto.
        let motto = |head: &str| {
            let before = topic.plain.strip_suffix(head).unwrap_or_default();
            before.ends_with(MOTTO)
        };
        // 蔬菜瓜果供应充足,……;瓜果类产量60.38万吨 is of one of them.
        let kind = |head: &str| name.plain[head.len()..].starts_with('类');
        if let Some(shared) = shared.filter(|head| !motto(head) && !kind(head)) {
            let count = topic.plain.chars().count() - shared.chars().count();
            return Some(topic.first(count).then(name));
        }
        // 装备制造行业增速较慢。实现利润总额1.5亿元
        let of_firms = lexicon.is_one_of(Noun::Follows, &name.plain)
            && ["行业", "企业", "产业"]
                .iter()
                .any(|end| topic.plain.ends_with(end));
        if of_firms {
            return Some(topic.then(name));
        }
        // 烟花爆竹产业加快改造,机械化率突破85%
        let rate = name.plain.ends_with('率')
            && (3..=4).contains(&name.plain.chars().count())
            && ["产业", "行业", "业"]
                .iter()
                .any(|end| topic.plain.ends_with(end))
            && halfyear_catalogue::find(&name.plain).is_none();
        if rate {
            return Some(topic.then(name));
        }
        let whose = lexicon.is_one_of(Noun::Whose, &name.plain)
            && (lexicon.ends_in(Noun::Category, &topic.plain)
                || lexicon.ends_in(Noun::Agent, &topic.plain)
                || topic.plain == "财政"
                || self.speaks_of_a_firm()
                // 武汉京东方开足马力,产值47.8亿元
                || lexicon.ends_in(Noun::Maker, &topic.plain) && topic.plain.chars().count() > 3
                // 夏粮再获丰收,产量1.2亿公斤; 总产 and 单产 are of the same goods
                || halfyear_catalogue::names_exactly(&topic.then(name).plain)
                || name.plain.ends_with('产')
                    && halfyear_catalogue::names_exactly(&topic.clone().and("产量").plain)
                // 食用菌生产略有回落,栽培量6840万袋
                || name.plain.ends_with(['量', '栏']) && is_goods(&topic.plain)
                    && lexicon.is_one_of(Noun::Goods, &name.plain)
                // ……,产值2.9亿元
                || name.plain == "产值" && self.measured_so_before(topic));
        // 普惠小微贷款快速增长,6月末余额537.7亿元
        if name.plain == "余额" && topic.plain.ends_with(['款']) {
            return Some(topic.then(name));
        }
        // 机电产品仍是出口主力,出口32.6亿美元
        let traded = ["出口", "进口", "出口额", "进口额"].contains(&name.plain.as_str())
            && ["产品", "商品"]
                .iter()
                .any(|end| topic.plain.ends_with(end))
            // 跨境电商一枝独秀,进出口88.6亿元
            || name.plain.starts_with("进出口")
                && ["跨境电商", "一般贸易", "加工贸易", "市场采购贸易", "保税物流"]
                    .iter()
                    .any(|way| topic.plain.ends_with(way));
        (whose || traded).then(|| topic.then(name))
    }

    /// The work that this sentence names, or tells an attribute of.
    pub(crate) fn work_of_sentence(&self) -> Option<Name> {
        let work = self.carried.entity.as_ref()?;
        let tokens = self.tokens();
        let text = &self.normal.text[tokens.first()?.start..tokens.last()?.end];
        let said = self.drafts.get(self.carried.sentence..)?.iter();
        let attributed = said
            .clone()
            .any(|draft| draft.name.plain.starts_with(work.plain.as_str()));
        let single = Lexicon::get().ends_in(Noun::Works, &work.plain);
        (single && (text.contains(work.plain.as_str()) || attributed)).then(|| work.clone())
    }

    /// The rate at which the works or goods were done that were counted just before, or whom they reach.
    pub(crate) fn of_work(&self, rate: &Name) -> Option<Name> {
        // 抽检2713批次,不合格57批次,合格率97.9%: of all that were looked at.
        let failed = self
            .spoken_of()
            .is_some_and(|draft| draft.name.plain.ends_with("不合格"));
        if failed && rate.plain.ends_with("合格率") {
            let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
            let all = said.iter().rev().nth(1)?;
            return Some(joined(&all.name, rate));
        }
        if let Some((works, true)) = &self.carried.works {
            // 16个新开工项目中,11个项目已开工建设,开工率68.8%: of all of them.
            let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
            let all = said.iter().rev().map(|draft| &draft.name);
            let all = all
                .filter(|name| !name.plain.starts_with('已'))
                .find_map(counted_works);
            let works = match all.filter(|_| works.plain.starts_with('已')) {
                Some(all) => return Some(all.then(rate)),
                None => works.clone(),
            };
            return Some(begun_or_not(&works).then(rate));
        }
        // 开工建设129个,开工率87.8%, where the sentence before counted the works.
        let begun = self
            .spoken_of()
            .and_then(|draft| counted_works(&draft.name));
        if let (Some((works, false)), Some(begun)) = (&self.carried.works, begun)
            && begun.plain.ends_with(works.plain.as_str())
        {
            return Some(begun_or_not(works).then(rate));
        }
        let draft = self.spoken_of()?;
        let unit = draft.level.as_ref()?.unit.as_deref();
        let name = &draft.name;
        let verb = Lexicon::get().words(&name.plain).next();
        let verb = verb.filter(|(start, _, word)| *start == 0 && word.is(Class::Act));
        let name = match verb {
            Some((_, end, _)) if end < name.plain.len() => {
                name.last(name.plain[end..].chars().count())
            }
            _ => name.clone(),
        };
        // 重点项目完成投资3亿元,投资完成率78.5%
        let done = name
            .plain
            .strip_suffix("完成投资")
            .map(|works| works.chars().count());
        let name = match done.filter(|_| rate.plain.contains("投资")) {
            Some(works) if works > 1 => name.first(works),
            _ => name,
        };
        // 规上亏损企业减少到9家,亏损面14.8%: of all the firms.
        // 完成并入住户数720户,开工率100%: of all that were to be built.
        if name.plain.ends_with("户数") {
            return None;
        }
        let firms = ["企业", "行业", "大类"]
            .iter()
            .any(|end| name.plain.ends_with(end));
        let some = rate.plain.ends_with('面') && (name.plain.contains("亏损") || !firms);
        (unit != Some("%") && !some && name.plain.chars().count() <= 12)
            .then(|| joined(&name, rate))
    }

    /// 规上工业产值下降1.8%。其中6月当月产值下降17.6%: the same of another time.
    pub(crate) fn of_whole(&self, name: &Name, lead: &Lead) -> Option<Name> {
        let words = self.tokens().get(lead.subject.clone())?;
        let timed = words
            .iter()
            .any(|token| matches!(token.kind, Kind::Time(_)));
        let before = self.drafts.get(self.carried.measured_from..)?;
        let whole = before.iter().rev().take(4).find(|draft| {
            draft.name.plain.ends_with(name.plain.as_str())
                && (draft.level.is_some() || draft.change.is_some())
        });
        Some(whole.filter(|_| timed && self.goes_on())?.name.clone())
    }

    /// 规模以上工业总产值……。9月当月完成产值28亿元: the same of one month, where the sentence before began
    /// with the whole.
    pub(crate) fn of_that_month(&self, name: &Name, lead: &Lead) -> Option<Name> {
        let words = self.tokens().get(lead.end.saturating_sub(12)..lead.end)?;
        let month = words.iter().any(|token| {
            let alone = matches!(token.kind, Kind::Time(time) if time.is_one_month());
            alone || self.normal.text[token.range()].starts_with("当月")
        });
        let total = format!("总{}", name.plain);
        let whole = |draft: &&Draft| {
            let told = &draft.name.plain;
            told.ends_with(name.plain.as_str()) || told.ends_with(&total)
        };
        let said = self.drafts.get(self.carried.sentence_before..)?.iter();
        let told = said.take(3).find(whole)?;
        let fresh = self.carried.sentence == self.drafts.len();
        (month && fresh).then(|| told.name.clone())
    }

    /// 投资增长5%, 1至6月用电量增长8%: of the place, where it grew and nobody acted before.
    pub(crate) fn of_whole_place(&self, name: Name, lead: &Lead) -> Option<Name> {
        if !Lexicon::get().is_one_of(Noun::Demand, &name.plain) {
            return None;
        }
        let before = self.tokens().get(..lead.subject.start)?;
        let words = self.tokens().get(lead.subject.clone())?;
        let time = |token: &Token| matches!(token.kind, Kind::Time(_) | Kind::Comma);
        let timed = words.iter().any(time);
        let moves = lead.falls.is_some() || lead.rate.is_some();
        // 用电量 in the middle of a sentence is of the firm that it tells of.
        let fresh = before.iter().all(time) || timed;
        (fresh || moves && name.plain != "用电量").then_some(name)
    }

    /// The firms whose figure was told just before: 规上工业企业 of 规上工业企业营业收入.
    pub(crate) fn firms_before(&self) -> Option<Name> {
        // 国有企业资产总额386亿元,营业收入27亿元、利润1.3亿元
        let begun = self.carried.sentence < self.drafts.len();
        let from = match begun || self.carried.before.is_some() {
            true => self.carried.sentence,
            // 规上工业企业营业收入……。实现利润总额……
            false => self.carried.sentence_before,
        };
        let said = self.drafts.get(from..)?.iter().rev().take(3);
        let firms = said
            .map(|draft| &draft.name)
            .find(|name| name.plain.contains("企业"));
        let last = self.spoken_of().map(|draft| &draft.name);
        let own = last.filter(|name| name.plain.contains(['企', '规']));
        let before = own.or(firms).or(last)?;
        // 规模以上服务业营业收入45.6亿元;利润总额3.2亿元
        if !before.plain.contains(['企', '规']) {
            return None;
        }
        let lexicon = Lexicon::get();
        let measured = lexicon.ends_in(Noun::Measure, &before.plain)
            || lexicon.ends_in(Noun::Follows, &before.plain);
        if !measured {
            return None;
        }
        let sectors = ["规模以上服务业", "规模以上工业", "规上服务业", "规上工业"];
        let sector = || {
            let mut ends = sectors
                .iter()
                .filter_map(|sector| Some(before.plain.find(sector)? + sector.len()));
            ends.next()
        };
        let firms = before.plain.rfind("企业").map(|at| at + "企业".len());
        let end = firms.or_else(sector)?;
        let firms = before.first(before.plain[..end].chars().count());
        (firms.plain.chars().count() > 3).then_some(firms)
    }

    /// What a part is a share of: what is taken apart, and taxes of revenue, whatever that is.
    pub(crate) fn whole_of(&self, part: &Name) -> Option<&Draft> {
        if !matches!(part.plain.as_str(), "税收" | "税收收入") {
            return self.drafts.get(self.carried.taken_apart?);
        }
        // 一般公共预算收入38.9亿元,增长10.6%,税收占比66.4%
        let said = self.drafts.get(self.carried.sentence_before..)?.iter();
        said.rev().take(6).find(|draft| {
            let name = &draft.name.plain;
            let budget = name.contains("预算") || name.contains("财政");
            budget && name.ends_with("收入") && name.chars().count() < 11
        })
    }

    /// 装备制造业占比5%,增加值增长34.2%: of the part whose share was told.
    pub(crate) fn of_sharer(&self, name: &Name) -> Option<Name> {
        let before = &self.spoken_of()?.name;
        let part = before
            .plain
            .strip_suffix("占比")
            .or(before.plain.strip_suffix("比重"))?;
        let part = before.first(part.chars().count());
        let named = Lexicon::get().ends_in(Noun::Category, &part.plain);
        (named && name.plain == "增加值").then(|| part.then(name))
    }

    /// 商品房销售面积……,实现销售额: of what the figure before was of.
    pub(crate) fn of_sibling(&self, name: &Name) -> Option<Name> {
        // A clause between may have turned to something else.
        let draft = self.spoken_of().filter(|_| self.carried.before.is_none())?;
        let head = name.first(2);
        // 高新技术产业增加值占工业增加值的比重为24.5%;增加值增长8.5%: of the part.
        let told = draft.name.plain.split('占').next()?;
        let at = told.rfind(head.plain.as_str()).filter(|&at| at > 0)?;
        let count = draft.name.plain[..at].chars().count();
        Some(draft.name.first(count).then(name))
    }
}

/// 新开工亿元以上项目61个,竣工29个: of all such works.
pub(crate) fn begun_or_not(works: &Name) -> Name {
    let begun = [
        "新开工",
        "新签约",
        "新引进",
        "新入库",
        "续建",
        "开复工",
        "开工",
        "在谈",
    ];
    let begun = begun.iter().find_map(|verb| {
        let at = works.plain.find(verb)?;
        let whose = works.plain[..at].chars().count();
        (whose <= 3).then_some(at + verb.len())
    });
    // 新开工建设项目
    let rest = begun.and_then(|end| works.plain.get(end..));
    let rest = rest.filter(|rest| !rest.starts_with("建设"));
    match rest.map(|rest| rest.chars().count()) {
        Some(letters) if letters > 1 => works.last(letters),
        _ => works.clone(),
    }
}

/// Whether somebody has such people or takings: parks, and sights.
pub(crate) fn has(owner: &Name, name: &Name) -> bool {
    let ends = |kinds: &[&str]| kinds.iter().any(|end| owner.plain.ends_with(end));
    match name.plain.as_str() {
        "从业人员" | "就业人员" => ends(&[
            "园",
            "园区",
            "集聚区",
            "集群",
            "基地",
            "小镇",
            "商圈",
            "产业",
        ]),
        "门票收入" | "旅游收入" | "旅游综合收入" => ends(&[
            "景区",
            "度假区",
            "古镇",
            "公园",
            "小镇",
            "街区",
            "博物馆",
            "乐园",
            "影视城",
        ]),
        _ => false,
    }
}

/// What is said in a motto to be done for what it ends in: 惠民生, 扩投资.
const MOTTO: [char; 17] = [
    '惠', '促', '保', '抓', '稳', '强', '兴', '优', '拓', '扩', '提', '护', '育', '富', '重', '为',
    '办',
];

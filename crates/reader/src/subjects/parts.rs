//! What the name of a part takes over from the whole: its measure, what it is grown or deposited as.

use crate::draft::Draft;
use crate::figures::new_level::place_alone;
use crate::phrases::measure::is_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::by_its_kind::INDUSTRIES;
use crate::subjects::crops::begins_with_deed;
use crate::subjects::said::rateless;
use crate::subjects::shared::joined;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::begins_with_place;

/// How many statements back a list of places is looked for.
const REACH: usize = 48;

/// How many statements back the measure of an industry is looked for.
const NEAR: usize = 24;

impl Sentence<'_> {
    /// A part's name with the measure of the whole it is part of: 制造业 becomes 制造业增加值.
    pub(crate) fn with_tail(&self, name: Name) -> Name {
        let lexicon = Lexicon::get();
        // 最高的芜湖为13.8%
        let name = place_alone(&name).unwrap_or(name);
        // 7个市增速在10%以上: no part of what was measured.
        if name.plain.chars().count() == 1 && lexicon.is_one_of(Noun::Places, &name.plain) {
            return name;
        }
        // 亏损企业减少4户; 产值前10户企业 are named by what they are measured by.
        let first = name.plain.contains('前') && name.plain.contains(|c: char| c.is_ascii_digit());
        if name.plain.ends_with("亏损企业") || name.plain.contains("实绩") || first {
            return name;
        }
        if begins_with_deed(&name.plain) {
            return name;
        }
        if let Some(crop) = self.crop_as_before(&name) {
            return crop;
        }
        // 从收入级次看,市本级148亿元: of the revenue that the report tells of.
        if [
            "市本级",
            "县级",
            "区级",
            "乡镇级",
            "县区级",
            "省级",
            "中央级",
            "省本级",
            "州本级",
            "县本级",
            "区本级",
        ]
        .contains(&name.plain.as_str())
            && let Some(budget) = self.budget()
        {
            return name.then(&budget);
        }
        // 分部门看,国税部门完成1.4亿元: of the whole revenue, and of none of its parts.
        let collects = [
            "国税部门",
            "地税部门",
            "财政部门",
            "税务部门",
            "国税",
            "地税",
            "国税局",
            "地税局",
            "税务局",
            "财政局",
        ];
        if collects.contains(&name.plain.as_str())
            && let Some(budget) = self.budget()
        {
            let other = |draft: &Draft| {
                let revenue = draft.name.plain.ends_with("收入")
                    && !draft.name.plain.ends_with("税收收入")
                    && !draft.name.plain.ends_with("非税收入");
                revenue && !draft.name.plain.ends_with(budget.plain.as_str())
            };
            return match self.drafts.iter().rev().take(24).any(other) {
                true => name.and("收入"),
                false => name.then(&budget),
            };
        }
        // 全市经济总量……;翼城、乡宁分别增长49.8%、36.9%
        if crate::words::places::is_name(&name.plain) {
            // 包头增量 is none of another place.
            let of_a_place = |measure: &&Name| begins_with_place(&measure.plain);
            let shared = self.shared_by_the_last();
            let measure = self.carried.measure.as_ref().filter(|it| !of_a_place(it));
            let measure = measure.or(shared.as_ref());
            // 华晨宝马产值 is none of a place.
            let measure = measure.filter(|it| {
                halfyear_catalogue::names_exactly(&it.plain)
                    || it.plain.chars().count() < 6
                    || !lexicon.ends_in(Noun::Account, &it.plain)
                    || it.plain.ends_with("总收入")
            });
            let product = self.carried.compared_by.as_ref();
            let other = |it: &&Name| {
                let told = self.carried.measure.as_ref();
                told.is_some_and(|told| !told.plain.ends_with(it.plain.as_str()))
            };
            let measure = measure.or(product.filter(|it| !other(it)));
            // 全市生产总值 is none of 安化县.
            let scope = |measure: &Name| {
                // 陕南县域生产总值 is none of 神木市.
                let first = Lexicon::get().words(&measure.plain).next();
                let all = first.filter(|(start, _, word)| *start == 0 && word.is(Class::Scope));
                let end = all.map_or(0, |(_, end, _)| end);
                let of_all = ["全省", "全市", "全县", "全区", "全州"];
                let all = of_all.iter().any(|all| measure.plain.starts_with(*all));
                let letters = measure.plain[..end].chars().count();
                measure.without_first(letters.max(usize::from(all) * 2))
            };
            return measure.map_or(name.clone(), |measure| name.then(&scope(measure)));
        }
        if let Some(priced) = self.priced(&name) {
            return priced;
        }
        // 工业生产者出厂价格下降1.8%,购进价格下降2.1%: of the same producers.
        if name.plain == "购进价格" {
            let last = self.drafts.iter().rev().find(|draft| draft.says());
            let whose = last.and_then(|last| last.name.plain.strip_suffix("出厂价格"));
            return whose.map_or(name.clone(), |whose| Name::default().and(whose).then(&name));
        }
        // 主要工业产品中,新能源汽车产量增长68.3%,发电机组增长24.7%
        let measured = lexicon.ends_in(Noun::Measure, &name.plain);
        if !measured
            && name.plain.chars().count() <= 8
            && (self.made_so_far() || self.made_like_the_last(&name))
        {
            return self.output_of(name);
        }
        let part = (lexicon.ends_in(Noun::Category, &name.plain)
            || lexicon.ends_in(Noun::Agent, &name.plain)
            || self.carried.parts && !lexicon.ends_in(Noun::Measure, &name.plain))
            && lexicon.tail(&name.plain).is_none()
            && halfyear_catalogue::find(&name.plain).is_none();
        let fits = |measure: &Name| {
            let tail = self.carried.tail.as_ref();
            tail.is_none_or(|tail| measure.plain.ends_with(tail.plain.as_str()))
        };
        let industrial = |measure: &Name| measure.plain.ends_with("增加值");
        let place = name.plain.ends_with(['县', '市', '区', '旗', '镇', '州']);
        let agent = lexicon.ends_in(Noun::Agent, &name.plain)
            && (self.carried.places
                || place
                || !self.carried.measure.as_ref().is_some_and(industrial))
            && (!self.carried.parts || self.carried.measure.as_ref().is_some_and(fits));
        // 纱、布产量……,其中纱增长7.5%: what was measured so before.
        if let Some(tail) = self.carried.tail.as_ref().filter(|_| !part)
            && name.plain.chars().count() <= 6
            && self.drafts[self.carried.measured_from..]
                .iter()
                .rev()
                .take(12)
                .any(|draft| {
                    draft.name.plain.strip_suffix(tail.plain.as_str()) == Some(&name.plain)
                })
        {
            return name.then(tail);
        }
        // 龙头企业产值……;第一产业增长4.3%: firms have a 产值, a sector of all has none.
        let sectors = ["第一产业", "第二产业", "第三产业", "一产", "二产", "三产"];
        let sold = ["产值", "销售额", "零售额", "营业收入"];
        let of_firms = |tail: &Name| sold.iter().any(|end| tail.plain.ends_with(end));
        if sectors.contains(&name.plain.as_str())
            && self.carried.tail.as_ref().is_none_or(of_firms)
            // 第一产业从业人员 is told of elsewhere, and 投资 of each as well.
            && self.carried.measure.as_ref().is_none_or(|it| !it.plain.ends_with("投资"))
        {
            return name.and("增加值");
        }
        let shared = self.shared_by_the_last().filter(|_| agent && place);
        let taken = match agent {
            true if shared.is_some() => &shared,
            true => &self.carried.measure,
            false => &self.carried.tail,
        };
        // 小型企业……,贡献率达64.6%。大型企业增长5.3%: no rate of growth is one of a contribution.
        let taken = taken.as_ref().filter(|tail| {
            !["贡献率", "占比", "比重", "水平"]
                .iter()
                .any(|end| tail.plain == *end)
        });
        // 粮油食品类 after a 销售面积 is measured by something else, as is 商务服务业 after a 零售额.
        let sells = |name: &str| {
            ["零售业", "批发业", "餐饮业", "住宿业", "贸易业"]
                .iter()
                .any(|end| name.ends_with(end))
        };
        let of_its_kind = |tail: &&Name| {
            // 出口劳动密集型产品 and 全市出口机电产品 say themselves how they are traded, whatever was before.
            let trade = ["出口", "进口"];
            let ours = usize::from(name.plain.starts_with('全')) * 2;
            let goods = name.last(name.plain.chars().count().saturating_sub(ours));
            let begins = trade.iter().any(|way| goods.plain.starts_with(way));
            if begins && trade.iter().any(|way| tail.plain.ends_with(way)) {
                return false;
            }
            let retail = tail.plain.ends_with("零售额");
            // 规上服务业营业收入……;限上批发业、零售业: what these sell is told of elsewhere.
            let trades =
                name.plain.starts_with('限') && (sells(&name.plain) || serves(&name.plain));
            let sold = trades && tail.plain.ends_with("营业收入");
            // No firm has an energy intensity, and no industry a number of tonnes.
            let industry = name.plain.ends_with('业') && !name.plain.ends_with("企业");
            let industry = industry && tail.plain.ends_with("产量");
            !sold
                && !industry
                && !tail.plain.ends_with("能耗")
                && (!name.plain.ends_with('类') || lexicon.ends_in(Noun::Kinds, &tail.plain))
                && (!retail || !name.plain.ends_with('业') || sells(&name.plain))
        };
        let taken = taken.filter(of_its_kind);
        let town_or_country = ["城市", "农村", "城镇", "乡村"].contains(&name.plain.as_str());
        match taken {
            // 衣着 has a price, and no price of residents.
            Some(tail) if part && tail.plain.ends_with("消费价格") && !town_or_country => {
                name.then(&tail.last(2))
            }
            // 社会消费品零售总额……,城镇302.6亿元;乡村54.2亿元
            Some(tail) if part && town_or_country && tail.plain.contains("零售") => {
                name.and("消费品零售额")
            }
            // 社会消费品零售额……;汽车类: goods of one kind have a 零售额.
            Some(tail)
                if part && name.plain.ends_with('类') && tail.plain.ends_with("消费品零售额") =>
            {
                name.and("零售额")
            }
            // 批发业商品销售额……;住宿业、餐饮业: what those sell is their 营业额.
            Some(tail) if part && tail.plain.ends_with("销售额") && serves(&name.plain) => {
                name.and("营业额")
            }
            // 城镇零售额137亿元,其中城区98.5亿元
            Some(tail)
                if part
                    && ["城镇", "乡村", "农村"]
                        .iter()
                        .any(|half| tail.plain.starts_with(half)) =>
            {
                name.then(&tail.last(tail.plain.chars().count() - 2))
            }
            // 县属投资112.1亿元,临空园区19.3亿元: a zone has none of those of the county.
            Some(tail) if part => {
                // 全体居民人均可支配收入,其中城镇……: of the residents there.
                let own = ["省属", "市属", "州属", "区属", "县属", "旗属", "全体"];
                let own = own.iter().any(|own| tail.plain.starts_with(*own));
                // 化妆品类商品 has no 商品商品零售额.
                joined(&name, &tail.without_first(usize::from(own) * 2))
            }
            _ => name,
        }
    }

    /// 天长、全椒营业收入分别增长……;[定远县下降2.2%]: what measures those who were told last, each by one
    /// measure alone.
    fn shared_by_the_last(&self) -> Option<Name> {
        let measure = self.carried.measure.as_ref()?;
        let near = self.drafts.len().saturating_sub(REACH);
        let said = self.drafts.get(self.carried.sentence.max(near)..)?;
        let last = said.iter().rposition(|draft| draft.name == *measure)?;
        let before = said.get(last.checked_sub(1)?)?;
        let tail = Lexicon::get().tail(&measure.plain)?;
        let all = ["全国", "全省", "全市", "全县", "全区", "全州"];
        let whose = |name: &Name| {
            let whose = name.plain.strip_suffix(tail);
            whose.is_some_and(|it| (2..=5).contains(&it.chars().count()) && !all.contains(&it))
        };
        let shared = whose(&before.name) && whose(measure);
        shared.then(|| measure.last(tail.chars().count()))
    }

    /// The revenue or expenditure of the whole that was told last.
    fn budget(&self) -> Option<Name> {
        let told = self.drafts.iter().rev().take(24).map(|draft| &draft.name);
        let measures = ["预算收入", "财政收入", "财政总收入", "预算支出", "财政支出"];
        let mut of_all = told.filter_map(|name| {
            let whole = usize::from(name.plain.starts_with('全')) * 2;
            let name = name.last(name.plain.chars().count() - whole);
            let budget = measures.iter().any(|end| name.plain.ends_with(end));
            (budget && halfyear_catalogue::names_exactly(&name.plain)).then_some(name)
        });
        of_all.next()
    }

    /// 一产16.9亿元 is its value added, where nothing else was measured.
    pub(crate) fn industry(&self, name: Name) -> Name {
        let sector = ["一产", "二产", "三产", "第一产业", "第二产业", "第三产业"];
        match sector.contains(&name.plain.as_str()) {
            true => name.and("增加值"),
            false => self.industrial(name),
        }
    }

    /// 规上工业增加值增长6.8%。……制造业增长8.1%: by how much the value added of an industry grew, where that
    /// was measured last.
    fn industrial(&self, name: Name) -> Name {
        let measures = ["值", "额", "润", "投资", "收入", "税", "量", "利税", "贷款"];
        let measured = |draft: &&Draft| {
            let name = rateless(&draft.name.plain);
            measures.iter().any(|end| name.ends_with(end))
        };
        let mut named = INDUSTRIES.iter().chain(&["工业企业"]);
        let industry = named.any(|end| name.plain.ends_with(end));
        let last = || self.drafts.iter().rev().take(NEAR).find(measured);
        match industry && last().is_some_and(|it| rateless(&it.name.plain).ends_with("增加值")) {
            true => name.and("增加值"),
            false => name,
        }
    }

    /// 蔬菜播种面积3938公顷,产量106551吨: the measure of what was named just before.
    pub(crate) fn headed(&self, name: Name) -> Name {
        let lexicon = Lexicon::get();
        // 对日本进出口1.4亿美元。其中,出口0.9亿美元
        if matches!(name.plain.as_str(), "出口" | "进口" | "出口额" | "进口额")
            && let Some(with) = self.trader()
        {
            return with.then(&name);
        }
        let loans = matches!(name.plain.as_str(), "贷款余额" | "各项贷款余额");
        // 金融机构各项存贷款余额……;其中存款余额
        let both = matches!(name.plain.as_str(), "存款余额" | "各项存款余额")
            && self
                .spoken_of()
                .is_some_and(|draft| draft.name.plain.contains("存贷款"));
        if (loans || both)
            && let Some(banks) = self.depositors()
        {
            return banks.then(&name);
        }
        if let Some(part) = self.per_head_as_before(&name) {
            return part;
        }
        match self.herd_before(&name).or(self.spoken_of()) {
            Some(draft) if lexicon.is_one_of(Noun::Alone, &name.plain) => {
                let end = lexicon.shorter(Noun::Crop, &draft.name.plain);
                end.map_or(name.clone(), |end| {
                    let head = draft.name.plain.trim_end_matches(end);
                    // 小麦平均单产……,总产
                    let head = head.trim_end_matches("每亩").trim_end_matches("平均");
                    draft.name.first(head.chars().count()).then(&name)
                })
            }
            _ => name,
        }
    }

    /// Whose deposits were told in this sentence: 金融机构人民币 of 金融机构人民币存款余额.
    pub(crate) fn depositors(&self) -> Option<Name> {
        let drafts = self.drafts.get(self.carried.sentence..)?;
        drafts.iter().rev().find_map(|draft| {
            let name = &draft.name;
            if is_share(&name.plain) {
                return None;
            }
            let at = ["各项存贷款", "各项存款", "存贷款", "存款"]
                .iter()
                .find_map(|word| name.plain.find(word))?;
            let banks = &name.plain[..at];
            let all = ["金融机构", "人民币", "本外币", "银行"]
                .iter()
                .any(|end| banks.ends_with(end));
            all.then(|| name.first(banks.chars().count()))
        })
    }
}

/// Whether a trade serves its guests, and sells them no goods.
fn serves(name: &str) -> bool {
    ["住宿业", "餐饮业", "住宿和餐饮业", "住宿餐饮业"]
        .iter()
        .any(|end| name.ends_with(end))
}

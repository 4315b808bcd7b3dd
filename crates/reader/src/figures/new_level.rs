//! What a level is of that nobody told of yet: the whole name of it.

use crate::figures::levels::tells_apart;
use crate::figures::rates_of_parts::in_money;
use crate::figures::refined::by_its_noun;
use crate::outcome::saying::kind_of_place;
use crate::phrases::lead::Lead;
use crate::phrases::measure::entity_in;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::made;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// Opens a statement for a level of what a name says.
    pub(crate) fn new_level(&mut self, name: Name, lead: &Lead, first: &Quantity) -> Option<usize> {
        let lexicon = Lexicon::get();
        let name = self.of_the_first(self.gold_of_guests(name, lead), lead);
        let name = self.share_of_a_place(name, first);
        let name = self.share_in_tenths(name, first);
        let name = self.of_all_counted(self.rate_of_a_place(name, first), lead);
        let name = self.among_the_firms(self.part_of_the_crops(name));
        let name = self.part_of_the_herd(name, first);
        let name = self.of_several_places(name, lead);
        if !self.names_a_level(&name, lead, first) || self.of_several_named(&name, lead) {
            return None;
        }
        let name = self.size_of_a_place(name);
        let name = place_alone(&name)
            .or_else(|| place_first(&name))
            .or_else(|| of_a_place(&name))
            .unwrap_or(name);
        let income = self
            .income_of(&name)
            .filter(|_| first.kind == Some(UnitKind::Money));
        let name = self.a_day(income.unwrap_or(name), lead);
        let own = lexicon.is_one_of(Noun::Own, &name.plain);
        if !own && let Some(owner) = lexicon.owner(&name.plain) {
            // 滨江科创园项目占地面积320亩: what follows is of the same work.
            let owner = name.first(owner.chars().count());
            self.carried.entity = entity_in(&owner).or(self.carried.entity.take());
        }
        let bare = name.clone();
        let name = self.with_owner(name, lead, first)?;
        let name = self.with_measure(name, lead, first, own)?;
        if self.says_too_little(&name, lead, first) {
            return None;
        }
        let name = self.part_of_investment(name, lead, first);
        // 这个项目总投资30亿元
        let (name, own) = match (name.plain.as_str(), &self.carried.entity) {
            ("项目总投资", Some(work)) if work.plain.ends_with("项目") => {
                (name.last(3), true)
            }
            _ => (name, own),
        };
        let owned = match &self.carried.entity {
            Some(entity)
                // 5个项目建成投产,合同金额4亿元: of the contracts told before.
                if own
                    && !self.came_in_for_several(&bare)
                    && name.plain.len() <= bare.plain.len()
                    && !entity.plain.contains(name.plain.as_str())
                    && !name.plain.starts_with(entity.plain.as_str()) =>
            {
                entity.then(&name)
            }
            _ => name,
        };
        // One work has no two totals: the second is of something that nobody named.
        let said = self.drafts.get(self.carried.sentence..)?;
        if own
            && said
                .iter()
                .any(|draft| draft.timeless && draft.name == owned)
        {
            return None;
        }
        let target = self.open(vec![owned], &lead.subject).first().copied()?;
        // 项目实际到位资金2242.8亿元: what came in did so in a stretch of time.
        let came = ["到位资金", "合同额"];
        let came = came.iter().any(|end| bare.plain.ends_with(end));
        // 作物播种面积扩大,总面积达2.05亿亩: the measure of the topic, and no attribute.
        let name = &self.drafts[target].name.plain;
        let attribute = own && name.ends_with(bare.plain.as_str());
        self.drafts[target].timeless = attribute && !came;
        if first.kind == Some(UnitKind::Count) {
            let name = self.drafts[target].name.clone();
            self.note_works(&name);
        }
        self.carried.pending = None;
        Some(target)
    }

    /// 吨 of 块煤坑口价每吨610元: what a price is of so much of; the name goes without it.
    pub(crate) fn priced_by(&mut self, target: usize) -> Option<String> {
        let name = &self.drafts.get(target)?.name;
        let at = name.plain.rfind('每').filter(|&at| at > 0)?;
        let each = name.plain[at..].chars().count() - 1;
        let measure = name.last(each);
        let (length, kind) = Lexicon::get().unit(&measure.plain)?;
        let whole = length == measure.plain.len();
        let goods = matches!(kind, UnitKind::Amount | UnitKind::Count);
        let priced = name.first(name.plain[..at].chars().count());
        (whole && goods).then(|| {
            self.drafts[target].name = priced;
            measure.printed().to_owned()
        })
    }

    /// Whether a name says of what a level may be, and that it was reached.
    fn names_a_level(&self, name: &Name, lead: &Lead, first: &Quantity) -> bool {
        let lexicon = Lexicon::get();
        let text = name.plain.as_str();
        let letters = text.chars().count();
        // 可新增停车位513个, 人工造林任务12万亩: to come.
        let able = || {
            let mut ends = text.char_indices().skip(2).take(2).map(|(at, _)| at);
            ends.any(|at| lexicon.is_one_of(Noun::Able, &text[..at]))
                || lexicon.is_one_of(Noun::Able, text)
        };
        let to_come = text.starts_with('可') && !able() || text.ends_with("任务");
        // 邹城新增19家, 等13个难题 do not say what.
        // 比全省的平均亩产多63.9公斤 tells a difference.
        // 前3位的镇各奖励50万元: what each of them gets.
        let of_nothing = [
            "新增",
            "新设",
            "净增",
            "等",
            "多",
            "少",
            "各奖励",
            "各奖",
            "各补助",
            "各补贴",
        ]
        .iter()
        .any(|end| text.ends_with(end));
        // 同比减少产值1.13亿元 moves what nobody names.
        let moved = ["减少", "增加"]
            .iter()
            .find_map(|verb| text.strip_prefix(*verb));
        let of_nothing = of_nothing || moved.is_some_and(|it| lexicon.is_one_of(Noun::Whose, it));
        // 距离苏州还有4972亿元 is what a place lacks.
        let of_nothing = of_nothing || text.starts_with('距');
        // 湖南总量与河南差6376亿元: how far apart two are.
        let of_nothing = of_nothing || tells_apart(text);
        // 名次比上年同期前进3位
        let moves = ["名次", "排名", "位次"]
            .iter()
            .any(|it| text.starts_with(it));
        let of_nothing = of_nothing || moves && self.unit(first) == "位";
        // 每公斤由30元回落到14元
        let each = text.starts_with('每') && letters < 4;
        // 被连云港超出52.73亿元
        let passive = text.starts_with('被');
        // 铜260万吨, 羊30万头; 其中羊30万头 is of what the clause before measured.
        let before = self.normal.text[..first.at.start].strip_suffix(text);
        let part = before.is_some_and(|before| before.ends_with("其中"));
        let goods = !part
            && first.kind != Some(UnitKind::Money)
            && lexicon.is_one_of(Noun::Letter, text)
            && !kind_of_place(text);
        // 在南环路、东环路安装景观灯3700个: where, and what was done there.
        let start = self
            .tokens()
            .get(lead.subject.start)
            .map_or(0, |it| it.start);
        let begun = self.normal.text[..start].ends_with('在')
            || self.normal.text[start..].starts_with('在');
        let where_ = begun && text.contains('、')
            // 前十位国家/地区实际投入外资: half of whom.
            || self.normal.text[..start].ends_with('/');
        self.measurable(name, first, lead)
            && !where_
            && (letters > 1 || goods)
            && !to_come
            && !of_nothing
            && !each
            && !passive
            && !self.daily(lead)
            && (!lexicon.is_one_of(Noun::Nameless, text) || self.of_the_firm(name).is_some())
    }

    /// The name with whose it is and what was done, which stand before it in the text.
    fn with_owner(&mut self, name: Name, lead: &Lead, first: &Quantity) -> Option<Name> {
        let whose = self.whose_new_ones(&name, lead).unwrap_or_default();
        let name = whose.then(&self.new_ones(self.per_head(name)?, lead));
        let name = self.of_that_revenue(self.lent_to(self.of_batch(self.headed(name))));
        let name = self.firms_in_all(self.of_homes_sold(name), first);
        let name = self.owned(self.lent_for(name, lead), lead)?;
        let name = self.within(self.had_too(name, lead));
        let name = self.above_that_size(name, first)?;
        self.note_counted(&name, first);
        let among = self.counted_among(&name, first);
        let name = self.done_of_the_same(name, first)?;
        let name = self.of_the_counted(by_its_noun(name, first), first);
        let name = self.deed_on_the_same(name, first);
        let name = self.headcount(name, first);
        let name = self.of_the_new(name, lead, first);
        let whole = among.or_else(|| {
            let verb = self.verb_of_list(lead, first)?;
            let said = name.plain.starts_with(verb.plain.as_str());
            (!said).then(|| verb.then(&name))
        });
        Some(whole.unwrap_or(name))
    }

    /// The name of a part with the measure that it takes over from what was told before.
    fn with_measure(&self, name: Name, lead: &Lead, first: &Quantity, own: bool) -> Option<Name> {
        let lexicon = Lexicon::get();
        let ends = |class| lexicon.ends_in(class, &name.plain);
        let half = lexicon.is_one_of(Noun::Half, &name.plain);
        let measure = self.carried.measure.as_ref();
        Some(match first.kind {
            // 居民恩格尔系数为28.4%,其中城镇为27.7%
            Some(UnitKind::Rate | UnitKind::Degree) | None if half => {
                self.rate_of_the_half(name, first)?
            }
            // 工业产能利用率为75.9%。采矿业为76.4%
            Some(UnitKind::Rate)
                if lead.level
                    && lead.share.is_none()
                    && (ends(Noun::Category) || ends(Noun::Agent)) =>
            {
                self.of_the_same_rate(name)
            }
            Some(UnitKind::Money) if !own && let Some(goods) = self.traded_as_before(&name) => {
                goods
            }
            Some(UnitKind::Money) if !own => {
                let whole = self.industry(self.with_tail(name.clone()));
                // 秋作物受灾面积26万亩,保险机构已赔付1.27亿元: no area.
                let taken = whole.plain.len() > name.plain.len();
                if taken && lexicon.ends_in(Noun::NoMoney, &whole.plain) {
                    return None;
                }
                whole
            }
            Some(UnitKind::Amount) if !own && ends(Noun::Agent) => self.with_tail(name),
            // 货物吞吐量5127万吨、集装箱14.6万标箱
            Some(UnitKind::Amount) if name.plain == "集装箱" => name.and("吞吐量"),
            Some(UnitKind::Amount) if !own => self.measured_alike(name, first),
            // 农村劳动力转移就业18.7万人,其中省外10.3万人
            Some(UnitKind::People) if elsewhere(&name.plain) => match self.spoken_of() {
                Some(whole) => {
                    let ours = usize::from(whole.name.plain.starts_with('全')) * 2;
                    let letters = whole.name.plain.chars().count();
                    name.then(&whole.name.last(letters.saturating_sub(ours)))
                }
                None => return None,
            },
            // 接待人次上,昆明6512万人次
            Some(UnitKind::People) if crate::words::places::is_name(&name.plain) => {
                let counts = ["人次", "人数", "游客", "旅客", "人口"];
                let fits = |it: &Name| counts.iter().any(|end| it.plain.ends_with(end));
                match measure.filter(|it| fits(it)) {
                    Some(measure) => name.then(measure),
                    None => name,
                }
            }
            // 户籍人口118万人,其中男性57万人
            Some(UnitKind::People) if half => match measure {
                Some(measure) if measure.plain.ends_with("人口") => name.then(measure),
                _ => name,
            },
            // 民用汽车保有量108万辆,其中私人汽车65万辆; 寄递业务量20亿件,其中快递19亿件
            Some(UnitKind::Count)
                if name.plain.ends_with('车') || ends(Noun::Category) || made(&name.plain) =>
            {
                self.measured_alike(name, first)
            }
            _ => name,
        })
    }

    /// Whether a number of this kind can measure what the name says.
    pub(crate) fn measurable(&self, name: &Name, quantity: &Quantity, lead: &Lead) -> bool {
        let lexicon = Lexicon::get();
        let measure = lexicon.ends_in(Noun::Measure, &name.plain)
            || lexicon.is_one_of(Noun::Own, &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        match quantity.kind {
            None => lexicon.ends_in(Noun::Unitless, &name.plain),
            // 为10年来最高 tells of no output; how long something takes does.
            Some(UnitKind::Degree)
                if self.normal.text[quantity.unit.clone()]
                    .starts_with(['年', '个', '天', '日', '周', '小', '分', '秒', '月', '岁']) =>
            {
                lexicon.ends_in(Noun::Duration, &name.plain)
            }
            Some(UnitKind::Degree | UnitKind::Times) => measure,
            // 投资增幅从前几年的高位,回落到39.9%: no level of what is measured in money.
            Some(UnitKind::Rate) if lead.reach && in_money(name) => false,
            Some(UnitKind::Rate) => measure || lead.level || lead.share.is_some(),
            Some(UnitKind::Count | UnitKind::People) if quantity.number.chinese => {
                let scaled = self.normal.text[quantity.unit.clone()].starts_with(['万', '亿']);
                quantity.number.digits.len() > 1 || scaled
            }
            _ => true,
        }
    }
}

/// 甘孜州 of 总量最小的甘孜州: a place without what stands before it.
pub(crate) fn place_alone(name: &Name) -> Option<Name> {
    let (how, place) = name.plain.rsplit_once('的')?;
    // “万亿之城”的常州GDP
    let called = how.starts_with('“') && crate::words::places::begins_with_place(place);
    let most = !how.is_empty() && (called || crate::words::places::is_name(place));
    most.then(|| name.last(place.chars().count()))
}

/// 厦门GDP of 厦门的GDP.
fn of_a_place(name: &Name) -> Option<Name> {
    let (place, measure) = name.plain.split_once('的')?;
    // 厦门的GDP才7031.5亿元
    let measure = measure.strip_suffix('才').unwrap_or(measure);
    let whole = crate::words::places::is_name(place) && halfyear_catalogue::names_exactly(measure);
    let (before, after) = (place.chars().count(), measure.chars().count());
    let upto = name.first(before + 1 + after);
    whole.then(|| name.first(before).then(&upto.last(after)))
}

/// Whether words say no more than within or beyond which borders.
fn elsewhere(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|c| "省市县区州境国".contains(c))
        && matches!(letters.as_str(), "内" | "外")
}

/// 林州市一般公共预算收入 of 一般公共预算收入林州市: a list of places puts the measure first.
fn place_first(name: &Name) -> Option<Name> {
    // A place has two to seven letters, and something stands before it.
    let starts = name.plain.char_indices().rev().zip(1..8).skip(1);
    let mut starts = starts.filter(|((at, _), _)| *at > 0);
    let (_, letters) = starts.find(|&((at, _), _)| {
        let (measure, place) = name.plain.split_at(at);
        // 恩格尔系数城镇为38.6%
        let half = ["城镇", "农村", "乡村", "全省", "全市", "全县", "全区"].contains(&place);
        (half || crate::words::places::is_name(place)) && halfyear_catalogue::names_exactly(measure)
    })?;
    let measure = name.first(name.plain.chars().count() - letters);
    Some(name.last(letters).then(&measure))
}

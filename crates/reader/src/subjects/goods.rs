//! Whose a measure of what is grown or made is: 种植烤烟2.3万亩,产量4.1万担.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::ends_in;
use crate::subjects::said::rateless;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use crate::words::token::Quantity;

/// A sentence that heads a paragraph is shorter, in characters.
const HEADING: usize = 17;

/// How many statements after a count of products are of products.
const LATELY: usize = 24;

impl Sentence<'_> {
    /// 水泥产量; but where 原煤产量1657万吨,其中县属企业1094万吨, whoever makes it is no product.
    pub(crate) fn output_of(&self, name: Name) -> Name {
        let goods = self.drafts.last().map(|last| &last.name);
        let goods = goods.filter(|it| it.plain.ends_with("产量"));
        match goods.filter(|_| name.plain.ends_with("企业")) {
            Some(goods) => name.then(goods),
            None => name.and("产量"),
        }
    }

    /// Whether this sentence has measured by another figure what it speaks of.
    pub(crate) fn measured_so_before(&self, topic: &Name) -> bool {
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let mut last = said.iter().rev().take(4);
        last.any(|draft| {
            let measure = draft.name.plain.strip_prefix(topic.plain.as_str());
            measure.is_some_and(|it| Lexicon::get().is_one_of(Noun::Goods, it))
        })
    }

    /// 原煤产量1203万吨;水泥856万吨;汽车12.3万辆: whether output was told of just before.
    pub(super) fn told_output(&self) -> bool {
        let said = self.drafts.get(self.carried.measured_from..);
        let mut last = said.unwrap_or_default().iter().rev().take(3);
        last.any(|draft| draft.name.plain.ends_with("产量"))
    }

    /// 主要工业产品中,水泥856万吨; 主要产品产量:水泥856万吨: whether a sentence begins with what is made.
    pub(super) fn tells_of_products(&self) -> bool {
        // 工业新产品增长较好。新能源汽车1.27万辆: what the paragraph begins with.
        let begins = self.normal.text.chars().take(HEADING);
        let head: String = begins.take_while(|&c| c != '。').collect();
        let made = ["新产品", "工业产品", "主要产品", "产品产量"];
        let headed = head.chars().count() < HEADING && made.iter().any(|what| head.contains(what));
        // 371种主要产品中有207种同比增长。其中,工业机器人812套
        let told = self
            .drafts
            .get(self.carried.paragraph..)
            .unwrap_or_default();
        let counted = |draft: &Draft| {
            let unit = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            unit == Some("种") && draft.name.plain.ends_with("产品")
        };
        if headed || told.iter().rev().take(LATELY).any(counted) {
            return true;
        }
        let first = self.tokens().iter().take(4);
        let mut first = first.map(|token| &self.normal.text[token.range()]);
        first.any(|word| {
            let word = word.trim_end_matches('中');
            ["主要产品", "主要工业产品", "主要农产品", "工业产品"].contains(&word)
                || word.ends_with("产品产量")
        })
    }

    /// Whether a sentence begins with what is made, and told of nothing but how much of it.
    pub(crate) fn made_so_far(&self) -> bool {
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let made = |draft: &Draft| draft.name.plain.ends_with(['量', '品']);
        let last = said.iter().rev().find(|draft| draft.says());
        self.tells_of_products() && last.is_none_or(made)
    }

    /// 工业机器人产量增长44.5%,[电子元件增长30.9%]: goods right after others by whose output they grew.
    pub(crate) fn made_like_the_last(&self, name: &Name) -> bool {
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let last = said.iter().rev().find(|draft| draft.says());
        let output = last.is_some_and(|draft| {
            let grew = draft
                .change
                .as_ref()
                .is_some_and(|change| change.unit == "%");
            draft.name.plain.ends_with("产量") && grew && draft.level.is_none()
        });
        // 外贸, 旅游 and 电商 are no goods.
        let known = halfyear_catalogue::find(&name.plain).is_some();
        let goods = !known && name.plain.chars().count() > 1 && name.plain.ends_with(GOODS);
        output && goods
    }

    /// 粮食作物播种面积32万亩。粮食作物中玉米9.4万亩: a part of the crops, measured as they were.
    pub(crate) fn part_of_the_crops(&self, name: Name) -> Name {
        let Some((whole, part)) = name.plain.split_once('中') else {
            return name;
        };
        if whole.chars().count() < 2 || part.chars().count() < 2 {
            return name;
        }
        let measure = self.drafts.iter().rev().take(12).find_map(|draft| {
            let measure = draft.name.plain.strip_prefix(whole)?;
            Lexicon::get()
                .is_one_of(Noun::Goods, measure)
                .then(|| draft.name.last(measure.chars().count()))
        });
        match measure {
            Some(measure) => name.last(part.chars().count()).then(&measure),
            None => name,
        }
    }

    /// 牲畜存栏227.3万头,其中羊211.4万只,大牲畜9.5万头: the part of a herd, counted as all of it was.
    pub(crate) fn part_of_the_herd(&self, name: Name, first: &Quantity) -> Name {
        let heads = ['头', '只', '口', '匹', '羽', '峰'];
        let known = Lexicon::get().is_one_of(Noun::Herd, &name.plain);
        let unit = &self.normal.text[first.unit.clone()];
        if !unit.ends_with(heads) || !known {
            return name;
        }
        let said = self
            .drafts
            .get(self.carried.measured_from..)
            .unwrap_or_default();
        let kept = said.iter().rev().take(6).find_map(|draft| {
            ["存栏量", "出栏量", "存栏", "出栏", "饲养量"]
                .into_iter()
                .find(|kept| draft.name.plain.ends_with(kept))
                .map(|kept| draft.name.last(kept.chars().count()))
        });
        kept.map_or(name.clone(), |kept| name.then(&kept))
    }

    /// 生猪存栏32.1万头,其中能繁母猪3.2万头;出栏28.6万头: the whole herd, of which sows are kept and not sold.
    pub(super) fn herd_before(&self, name: &Name) -> Option<&Draft> {
        let sold = matches!(name.plain.as_str(), "出栏" | "出栏量");
        let said = self.drafts.get(self.carried.sentence..).filter(|_| sold)?;
        let mut said = said.iter().rev().take(8);
        said.next()
            .filter(|last| last.name.plain.contains("能繁"))?;
        said.find(|draft| {
            let kept = ["存栏", "存栏量"]
                .iter()
                .any(|end| draft.name.plain.ends_with(end));
            kept && !draft.name.plain.contains("能繁")
        })
    }

    /// 肉牛出栏2.2万头,出栏量居全市第一; 营业收入增长7%,收入增幅居第3: the statement of this sentence that a
    /// bare measure says again.
    pub(crate) fn measured_again_bare(&self, name: &Name) -> Option<usize> {
        let bare = rateless(&name.plain);
        let goods = Lexicon::get().is_one_of(Noun::Goods, bare);
        if !goods && !["收入", "销售收入", "投资额", "完成投资额"].contains(&bare) {
            return None;
        }
        // 产量 is no 产 of whatever.
        let stem = bare.strip_suffix(['量', '额']);
        let stem = stem.filter(|it| it.chars().count() > 1).unwrap_or(bare);
        let from = self.carried.sentence;
        let said = self.drafts.get(from..)?;
        let mut last = said.iter().enumerate().rev().take(4);
        let (at, _) = last.find(|(_, draft)| {
            let told = draft.name.plain.as_str();
            told.len() > bare.len() && (told.ends_with(bare) || told.ends_with(stem))
        })?;
        Some(from + at)
    }

    /// 生物制品总产量……,产值……: of the goods that the figure before measured.
    pub(crate) fn of_goods(&self, name: &Name) -> Option<Name> {
        // 工业增加值增长7.5%,投资增长10%: of the whole place.
        if Lexicon::get().is_one_of(Noun::Demand, &name.plain) {
            return None;
        }
        let before = &self.spoken_of()?.name;
        // 种植烤烟2.3万亩,产量4.1万担
        let grown = ["种植", "播种", "收获", "栽植", "养殖"]
            .iter()
            .find_map(|verb| Some(before.plain.find(verb)? + verb.len()))
            .filter(|&at| at < before.plain.len() && &before.plain[at..] != "累计")
            .filter(|_| !before.plain.ends_with("面积") && !before.plain.ends_with("规模"));
        // 辣椒种植11.6万亩,产值4.35亿元
        let goods = ["种植", "养殖", "播种"]
            .iter()
            .find_map(|verb| before.plain.strip_suffix(*verb));
        if let Some(goods) = goods.filter(|goods| goods.chars().count() > 1) {
            return Some(before.first(goods.chars().count()).then(name));
        }
        // 178万亩夏粮喜获丰收,总产量73万吨
        let level = self.spoken_of()?.level.as_ref();
        let land = level.and_then(|level| level.unit.as_deref());
        let land = land.is_some_and(|unit| ends_in(unit, &['亩', '顷']));
        if land
            && is_goods(&before.plain)
            && !before.plain.ends_with(['积', '林', '地', '田', '园'])
        {
            return Some(before.then(name));
        }
        if let Some(at) = grown {
            let goods = before.plain[at..].chars().count();
            return Some(before.last(goods).then(name));
        }
        let measure = Lexicon::get().shorter(Noun::Goods, &before.plain);
        // 进口肉类738批,货值3841万美元: the goods were counted.
        let measure = match name.plain.as_str() {
            "货值" | "货量" => measure.unwrap_or(""),
            _ => measure?,
        };
        let count = before.plain.chars().count() - measure.chars().count();
        (count > 1 && name.plain != measure).then(|| before.first(count).then(name))
    }
}

/// How the names of goods end that are made and counted.
const GOODS: [char; 24] = [
    '件', '机', '器', '车', '材', '板', '片', '管', '钢', '铝', '铜', '组', '池', '屏', '布', '纱',
    '煤', '泥', '纸', '仪', '柜', '缆', '纤', '胶',
];

/// Whether a short name may be of what is grown or made: 水果, 食用菌.
pub(crate) fn is_goods(topic: &str) -> bool {
    let wider = [
        "业", "农村", "经济", "市场", "生产", "消费", "投资", "外贸", "形势",
    ];
    (2..=4).contains(&topic.chars().count())
        && !crate::words::places::is_name(topic)
        && !wider.iter().any(|end| topic.ends_with(end))
}

//! What a name takes over from the levels told before it: the measure, the batch, the firms it is among.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::shared::joined;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;
use halfyear_catalogue::simplified;

/// What was done with a whole, and so with its parts.
const NEW: [&str; 17] = [
    "新登记",
    "新设立",
    "新设",
    "新注册",
    "新增",
    "新引进",
    "引进",
    "新签约",
    "新开工",
    "新认定",
    "新培育",
    "签约",
    "引育",
    "获评",
    "招聘",
    "招录",
    "招募",
];

impl Sentence<'_> {
    /// 工资性收入挑了大梁,人均1126元: of what the clause before named.
    pub(crate) fn per_head(&self, name: Name) -> Option<Name> {
        if !matches!(
            name.plain.as_str(),
            "人均" | "户均" | "亩均" | "件均" | "平均"
        ) {
            return Some(name);
        }
        Some(name.then(self.carried.pending.as_ref()?))
    }

    /// 第一批开工项目107个……;第二批89个: of the same that was counted in batches before.
    pub(crate) fn of_batch(&self, name: Name) -> Name {
        let batch = |name: &str| name.starts_with('第') && name.chars().nth(2) == Some('批');
        if name.plain.chars().count() != 3 || !batch(&name.plain) {
            return name;
        }
        let drafts = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let before = drafts.iter().find(|draft| batch(&draft.name.plain));
        before.map_or(name.clone(), |draft| {
            name.then(&draft.name.last(draft.name.plain.chars().count() - 3))
        })
    }

    /// 规上工业产值完成全年目标的52.3%,固定资产投资完成51.8%: how much of the same was done; `None` where
    /// nobody said of what.
    pub(crate) fn done_of_the_same(&self, name: Name, first: &Quantity) -> Option<Name> {
        let money = |name: &Name| {
            let known = halfyear_catalogue::find(&name.plain);
            known.is_some_and(|it| it.unit.ends_with('元')) && !name.plain.contains('占')
        };
        if first.kind != Some(UnitKind::Rate) || !money(&name) {
            return Some(name);
        }
        let said = self.drafts.get(self.carried.sentence..)?;
        said.iter().rev().find_map(|draft| {
            let at = draft
                .name
                .plain
                .rfind("完成")
                .filter(|_| draft.name.plain.ends_with("比例"))?;
            let done = draft.name.plain[at..].chars().count();
            Some(name.then(&draft.name.last(done)))
        })
    }

    /// 工业产能利用率为75.9%。采矿业为76.4%: the same rate of a part.
    pub(crate) fn of_the_same_rate(&self, name: Name) -> Name {
        let rates = [
            "产能利用率",
            "产销率",
            "资产负债率",
            "利润率",
            "出租率",
            "开工率",
            "完成率",
            "失业率",
            "优良率",
        ];
        let last = self
            .drafts
            .iter()
            .rev()
            .take(4)
            .find_map(|draft| rates.iter().find(|rate| draft.name.plain.ends_with(**rate)));
        match last {
            Some(rate) => name.and(rate),
            None => name,
        }
    }

    /// 幼儿园295所(其中公办95所), 技术开发合同2项,成交金额110万元, 安全事故9021起,死亡2317人: of what was
    /// counted just before.
    pub(crate) fn of_the_counted(&self, name: Name, first: &Quantity) -> Name {
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let mut last = said.iter().rev().take(4);
        match name.plain.as_str() {
            "公办" | "民办" | "国有" | "民营" => {
                let unit = self.unit(first);
                let whole = last.find(|draft| {
                    let level = draft.level.as_ref();
                    let alike =
                        level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str());
                    alike && !draft.name.plain.starts_with(['公', '民', '国'])
                });
                whole.map_or(name.clone(), |draft| name.then(&draft.name))
            }
            // 实际利用内资790亿元、外资8.3亿美元: used as the other was.
            "内资" | "外资" => {
                let other = if name.plain == "内资" {
                    "外资"
                } else {
                    "内资"
                };
                let used = last.find_map(|draft| {
                    let used = draft.name.plain.strip_suffix(other)?;
                    Some(draft.name.first(used.chars().count()))
                });
                used.map_or(name.clone(), |used| used.then(&name))
            }
            "成交金额" | "成交额" | "合同金额" => {
                let whole = last.find(|draft| draft.name.plain.ends_with("合同"));
                whole.map_or(name.clone(), |draft| draft.name.then(&name))
            }
            "在职职工" | "离退休人员" | "在职人员" | "退休人员" => {
                let whole = last.find_map(|draft| {
                    let at = draft.name.plain.find("保险")? + "保险".len();
                    Some(draft.name.first(draft.name.plain[..at].chars().count()))
                });
                whole.map_or(name.clone(), |whole| whole.then(&name))
            }
            "死亡" | "受伤" => {
                let whole = last.find_map(|draft| {
                    let at = draft.name.plain.find("事故")? + "事故".len();
                    Some(draft.name.first(draft.name.plain[..at].chars().count()))
                });
                whole.map_or(name.clone(), |whole| whole.then(&name).and("人数"))
            }
            _ => self.on_a_rung(name, first),
        }
    }

    /// 引进人才196人,其中博士36人: what was done with the whole that they are part of.
    pub(crate) fn of_the_new(&self, name: Name, lead: &Lead, first: &Quantity) -> Name {
        let kinds = ["企业", "个体工商户", "个体户", "农民专业合作社"];
        // 新增高效农业面积1.86万亩,其中设施农业面积0.62万亩
        let area = first.kind == Some(UnitKind::Amount) && name.plain.ends_with("面积");
        let counts = area || matches!(first.kind, Some(UnitKind::Count | UnitKind::People));
        let told = kinds.contains(&name.plain.as_str());
        let part = self.begins_as_a_part(lead);
        // 出口机电产品661.4亿元;其中手机566.8亿元
        let traded = || part && name.plain.chars().count() < 8;
        if first.kind == Some(UnitKind::Money) && traded() {
            return self.traded_alike(name, first);
        }
        if !(told || counts && part) {
            return name;
        }
        let unit = self.unit(first);
        let said = self.drafts.get(self.carried.measured_from..);
        let said = said.unwrap_or_default().iter().rev();
        // 新设立经营主体3186户,经营主体总量2.74万户,其中企业5120户: of the last that is counted alike.
        let alike = |draft: &&Draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level.is_some_and(|level| unscaled(level) == unscaled(&unit))
        };
        let whole = said.take(4).find(alike).and_then(|draft| {
            let verb = NEW.iter().find_map(|new| {
                let at = draft.name.plain.find(new)?;
                let letters = draft.name.plain[..at].chars().count();
                (letters <= 4).then(|| letters + new.chars().count())
            });
            Some((&draft.name, verb?))
        });
        let Some((whole, verb)) = whole else {
            return name;
        };
        let acts = Lexicon::get().words(&name.plain).next();
        if acts
            .is_some_and(|(at, _, word)| at == 0 && (word.is(Class::Act) || word.is(Class::Keep)))
        {
            return name;
        }
        let done = NEW.iter().any(|new| name.plain.contains(new));
        if done || name.plain.ends_with("就业") {
            return name;
        }
        // 新签约亿元以上项目43个,其中制造业项目36个, but another size is all of its name: 10亿元以上项目.
        let letters = whole.plain.chars().count();
        let sized = name.plain.contains("以上") || name.plain.contains(['超', '亿']);
        let both = (2..=letters.saturating_sub(verb)).rev().find(|&n| {
            let shared = whole.last(n).plain;
            // 外商投资企业 and 台资企业 share no 资企业.
            let noun = !shared.starts_with(['资', '业']);
            noun && name.plain.ends_with(shared.as_str()) && !(sized || area)
        });
        whole
            .first(both.map_or(verb, |both| letters - both))
            .then(&name)
    }

    /// 手机 as 出口手机, where the whole that it is part of is 出口机电产品.
    fn traded_alike(&self, name: Name, first: &Quantity) -> Name {
        let unit = self.unit(first);
        let said = self.drafts.get(self.carried.measured_from..);
        let goods = ["产品", "商品", "货物"];
        let whole = said.unwrap_or_default().iter().rev().take(4).find(|draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level == Some(unit.as_str()) && goods.iter().any(|it| draft.name.plain.ends_with(it))
        });
        let verb = whole.map(|draft| draft.name.first(2));
        let verb = verb.filter(|verb| matches!(verb.plain.as_str(), "出口" | "进口"));
        let again = name.plain.contains("出口") || name.plain.contains("进口");
        match verb.filter(|_| !again) {
            Some(verb) => verb.then(&name),
            None => name,
        }
    }

    /// Whether 其中 or 包括 stands right before the words of a number.
    fn begins_as_a_part(&self, lead: &Lead) -> bool {
        let words = self.phrases.trimmed(lead.subject.clone());
        let start = self.tokens().get(words.start).map_or(0, |it| it.start);
        let before = &self.normal.text[..start];
        ["其中", "包括", "含"]
            .iter()
            .any(|word| before.ends_with(word))
    }

    /// 蔬菜播种面积3938公顷……;瓜果1107公顷: the measure of what the same unit measured before.
    pub(crate) fn measured_alike(&self, name: Name, first: &Quantity) -> Name {
        let lexicon = Lexicon::get();
        if let Some(area) = self.area_of(&name, first) {
            return area;
        }
        // 工业用电 is a measure, 风电 a kind of power.
        let power = ["风电", "光电", "水电", "火电", "核电", "煤电"].contains(&name.plain.as_str());
        // 完成造林21.4万亩 is none of what was sown.
        let acts = [Class::Act, Class::Deed, Class::Keep];
        let begins = lexicon.words(&name.plain).next();
        let deed =
            begins.is_some_and(|(at, _, word)| at == 0 && acts.iter().any(|&class| word.is(class)));
        let measured = lexicon.ends_in(Noun::Measure, &name.plain) && !power || deed;
        if measured || name.plain.chars().count() > 6 {
            return name;
        }
        let counted = first.kind == Some(UnitKind::Count) && made(&name.plain);
        let amount = first.kind == Some(UnitKind::Amount);
        if counted && self.told_output() || (counted || amount) && self.tells_of_products() {
            return name.and("产量");
        }
        let unit = self.unit(first);
        let tail = self
            .drafts
            .get(self.carried.measured_from..)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(6)
            .filter(|draft| {
                let level = draft.level.as_ref();
                level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
            })
            .find_map(|draft| {
                let tail = lexicon.tail(&draft.name.plain)?;
                Some(draft.name.last(tail.chars().count()))
            });
        match tail {
            Some(tail) => joined(&name, &tail),
            None => name,
        }
    }

    /// 商品住宅竣工58.13万m2: which area.
    fn area_of(&self, name: &Name, first: &Quantity) -> Option<Name> {
        let area = ["平方米", "㎡", "m2", "平米"];
        let unit = self.unit(first);
        let done = ["竣工", "空置", "施工", "销售", "待售", "新开工"];
        let done = done.iter().find(|done| name.plain.ends_with(**done))?;
        let whose = name.plain.len() > done.len();
        (whose && area.iter().any(|end| unit.ends_with(end))).then(|| name.and("面积"))
    }

    /// 新增“五上”企业36家,其中工业6家: of the firms counted before.
    pub(crate) fn counted_among(&self, name: &Name, first: &Quantity) -> Option<Name> {
        let part = Lexicon::get().ends_in(Noun::Category, &name.plain);
        // 国家高新技术企业156家;省级新型研发机构8家: no firms.
        let others = ["企业", "机构", "平台", "中心", "基地"];
        let others = others.iter().any(|noun| name.plain.contains(noun));
        if first.kind != Some(UnitKind::Count) || !part || others {
            return None;
        }
        let unit = self.unit(first);
        let counted = |draft: &&Draft| {
            let level = draft.level.as_ref();
            level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
                && draft.name.plain.ends_with("企业")
        };
        let drafts = self.drafts.get(self.carried.sentence..)?;
        let whole = &drafts.iter().find(counted)?.name;
        let firms = whole.plain.chars().count() - 2;
        Some(whole.first(firms).then(name).then(&whole.last(2)))
    }
}

/// Whether a unit as printed ends in one of these, whichever way it is written: 点 and 點.
pub(crate) fn ends_in(unit: &str, ends: &[char]) -> bool {
    let last = unit.chars().next_back().map(simplified);
    last.is_some_and(|last| ends.contains(&last))
}

/// A unit without the 万 or 亿 before it: 万户 and 户 count the same.
pub(crate) fn unscaled(unit: &str) -> &str {
    let rest = unit.trim_start_matches(['万', '亿', '萬', '億']);
    if rest.is_empty() { unit } else { rest }
}

/// Goods that are counted where they are made.
const MADE: [&str; 19] = [
    "电池",
    "自行车",
    "发电机组",
    "变压器",
    "轮胎",
    "汽车",
    "手机",
    "机器人",
    "集成电路",
    "彩电",
    "彩色电视机",
    "空调",
    "冰箱",
    "洗衣机",
    "计算机",
    "电子元件",
    "摩托车",
    "发动机",
    "电动车",
];

/// Whether a name is that of goods that are counted where they are made: 工业机器人.
pub(crate) fn made(name: &str) -> bool {
    MADE.iter().any(|goods| name.ends_with(goods))
}

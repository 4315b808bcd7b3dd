//! What the names of a list share at the end of the last, or the beginning of the first.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::of_levels::works_of_levels;
use crate::statement::Sentence;
use crate::subjects::income::all_per_head;
use crate::subjects::one_class::{said_for_all, tail_of_a_class};
use crate::subjects::said::rateless;
use crate::subjects::trades::{above_designated_size, each_a_trade, guests_served};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;

impl Sentence<'_> {
    /// 新签约、新开工、新竣工产业项目: verbs, and what all of them do it to.
    pub(crate) fn share_object(&self, names: &[Name]) -> Option<Vec<Name>> {
        let (last, others) = names.split_last()?;
        let verb = |name: &Name| {
            let words = Lexicon::get().words(&name.plain);
            let mut words = words.skip_while(|(.., word)| word.is(Class::Scope));
            let (start, end, word) = words.next()?;
            Lexicon::get()
                .words(&name.plain[..start])
                .all(|(.., word)| word.is(Class::Scope))
                .then_some(())?;
            let acts = [Class::Keep, Class::Act, Class::Deed];
            acts.iter().any(|&class| word.is(class)).then_some(end)
        };
        let alone = |name: &Name| verb(name) == Some(name.plain.len());
        let end = verb(last).filter(|end| *end < last.plain.len())?;
        if others.is_empty() || !others.iter().all(alone) {
            return None;
        }
        let verb = last.plain[..end].chars().count();
        // 全市 stands before the first of them alone.
        let object = last.last(last.plain.chars().count() - verb);
        let mut whole: Vec<Name> = others.iter().map(|name| name.then(&object)).collect();
        whole.push(last.clone());
        Some(whole)
    }

    /// Names with what they share with the others of their list, or take over from what stands above them.
    pub(crate) fn whole_names(&self, lead: &Lead, mut names: Vec<Name>) -> Vec<Name> {
        let lexicon = Lexicon::get();
        names = each_a_trade(works_of_levels(&names).unwrap_or(names));
        if let Some(shared) = &lead.shared {
            let shared = self.phrases.name(shared.clone());
            // 对欧盟、美国、东盟分别出口68.4亿元、52.3亿元、46.7亿元
            let trade = ["出口", "进口", "进出口"].contains(&shared.plain.as_str());
            let whom = lead.subject.clone().take(2);
            let towards = trade && whom.into_iter().any(|i| self.phrases.token_text(i) == "对");
            let with_whom = |name: Name| match towards && !name.plain.starts_with('对') {
                true => Name::default().and("对").then(&name),
                false => name,
            };
            return names
                .into_iter()
                .map(|name| with_whom(name).then(&shared))
                .collect();
        }
        if let Some(names) = self.share_object(&names) {
            return names;
        }
        // 生产总值增速、固定资产投资增速分别为……: each by its own growth, which the last says for all.
        if lead.rate.is_some() {
            for name in &mut names {
                let whole = rateless(&name.plain).chars().count();
                if whole < name.plain.chars().count() && whole > 1 {
                    *name = name.first(whole);
                }
            }
        }
        names = said_for_all(names);
        let tail = names.last().filter(|_| names.len() > 1).and_then(|last| {
            // 国有企业和股份制企业工业总产值, 江都、邗江外经营业额
            if let Some(letters) = tail_of_a_class(&names) {
                return Some(last.last(letters));
            }
            let ratio = ["占比", "比重"].iter().any(|end| last.plain.ends_with(end));
            if let Some(contributed) = contribution(last) {
                return Some(contributed);
            }
            if let Some(insured) = insured(&names) {
                return Some(insured);
            }
            let own = |name: &Name| lexicon.ends_in(Noun::Measure, &name.plain);
            let count = match ratio && names[..names.len() - 1].iter().all(own) {
                true => 2,
                false => shared_tail(&last.plain).or_else(|| alike_tail(&names))?,
            };
            // 金属制品业、汽车制造业增加值: whoever is a 业 already shares no other.
            let sectors = names[..names.len() - 1]
                .iter()
                .any(|name| name.plain.ends_with('业') || name.plain.ends_with('产'));
            let shared = last.last(count);
            // 一产、规上工业增加值
            if sectors && shared.plain.ends_with("工业增加值") {
                return Some(last.last("增加值".chars().count()));
            }
            match lexicon.tail(&last.plain) {
                Some(tail) if sectors && shared.plain.contains('业') => {
                    Some(last.last(tail.chars().count()))
                }
                _ => Some(shared),
            }
        });
        // 主营 of 主营业务收入 is nobody.
        let first = names
            .first()
            .filter(|first| !first.plain.ends_with("主营业务收入"))
            .and_then(|first| lexicon.pair(&first.plain));
        let first_name = names.first().map(|first| first.plain.clone());
        let first_end = first_name
            .as_deref()
            .and_then(|first| lexicon.ending(Noun::Bare, first));
        let follows = |name: &Name| {
            let trade = name.plain.contains(['游', '旅', '客', '进', '出']);
            let value = name.plain == "增加值";
            (value || lexicon.is_one_of(Noun::Follows, &name.plain)) && !trade
        };
        let firms = names.first().and_then(firms_of);
        let firms = firms.filter(|_| names.iter().skip(1).all(follows));
        let crop = names.first().and_then(|first| {
            let end = lexicon.shorter(Noun::Crop, &first.plain)?;
            Some(first.first(first.plain.chars().count() - end.chars().count()))
        });
        let names_head = names.first().and_then(|first| {
            let count = first.plain.chars().count();
            // 园林绿化覆盖率 has no part before 覆盖率 that a 绿地率 is of.
            (count > 5 && first.plain.ends_with('率') && !first.plain.ends_with("覆盖率"))
                .then(|| first.first(count - 3))
        });
        let accidents = names.first().and_then(|first| {
            let rest = first.plain.strip_suffix("起数")?;
            rest.ends_with("事故")
                .then(|| first.first(rest.chars().count()))
        });
        let works = names.first().and_then(|first| {
            let rest = first.plain.strip_suffix("个数")?;
            rest.ends_with("项目")
                .then(|| first.first(rest.chars().count()))
        });
        let nearer = nearer_tails(&names);
        for (i, name) in names.iter_mut().enumerate() {
            if let Some(Some(tail)) = nearer.get(i) {
                *name = name.then(tail);
                continue;
            }
            // 食品工业、纺织业增加值
            let complete = lexicon.ends_in(Noun::Measure, &name.plain)
                && !name.plain.ends_with('业')
                // 化学需氧量、氨氮排放量: a pollutant, whatever it is called.
                && !name.plain.ends_with("需氧量")
                || lexicon.tail(&name.plain).is_some()
                // 接待游客和旅游收入
                || ["游客", "人次", "人数"].iter().any(|end| name.plain.ends_with(end))
                // GDP增速、固定资产投资增速
                || rateless(&name.plain).len() < name.plain.len()
                // 研发费用, but no 充电桩, and neither 家电 nor 消费品
                || name.plain.chars().count() > 3
                    && halfyear_catalogue::names_exactly(&name.plain)
                    && halfyear_catalogue::find(&name.plain)
                        .is_some_and(|known| known.unit.ends_with('元'));
            match (&tail, &first) {
                // 一产投资、高技术产业投资占比
                (Some(tail), _)
                    if matches!(tail.plain.as_str(), "占比" | "比重")
                        && !name.plain.ends_with(tail.plain.as_str()) =>
                {
                    *name = name.then(tail);
                }
                // 最终消费、净出口对经济增长的贡献率
                (Some(tail), _) if tail.plain.starts_with('对') => {
                    *name = joined(name, tail);
                }
                // 城镇、农村居民人均可支配收入
                (Some(tail), _) if !complete => *name = joined(name, tail),
                // 蔬菜播种面积、产量、产值; 生猪出栏、存栏
                _ if i > 0
                    && (lexicon.is_one_of(Noun::Alone, &name.plain) || name.plain == "产值")
                    && let Some(head) = &crop =>
                {
                    *name = head.then(name);
                }
                // 安全生产事故起数、死亡人数
                _ if i > 0
                    && matches!(
                        name.plain.as_str(),
                        "死亡人数" | "受伤人数" | "直接经济损失"
                    )
                    && let Some(accidents) = &accidents =>
                {
                    *name = accidents.then(name);
                }
                // 重点项目个数、总投资和年度计划投资
                _ if i > 0
                    && name.plain.ends_with("投资")
                    && name.plain.chars().count() <= 6
                    && let Some(works) = &works =>
                {
                    *name = works.then(name);
                }
                // 市民诉求解决率、满意率
                _ if i > 0
                    && let Some(head) = names_head.as_ref().filter(|_| short_rate(&name.plain)) =>
                {
                    *name = head.then(name);
                }
                // 规模以上工业企业营业收入、利润总额
                _ if i > 0
                    && let Some(firms) = &firms =>
                {
                    *name = firms.then(name);
                }
                // 一般公共预算收入、支出
                (_, Some(head))
                    if i > 0
                        && lexicon.is_one_of(Noun::Bare, &name.plain)
                        && first_end.is_none_or(|end| pairs(end, &name.plain)) =>
                {
                    *name = Name::default().and(head).then(name);
                }
                _ => {}
            }
        }
        if let Some(last) = last_without_et_cetera(&names) {
            names.pop();
            names.push(last);
        }
        all_per_head(above_designated_size(guests_served(names)))
    }
}

/// 住房保障支出 and 应急管理等支出: the last of a list that shares its measure is no 等.
fn last_without_et_cetera(names: &[Name]) -> Option<Name> {
    let (last, others) = names.split_last()?;
    let at = last.plain.rfind('等').filter(|&at| at > 0)?;
    let measure = &last.plain[at + '等'.len_utf8()..];
    let all = !measure.is_empty() && others.iter().any(|name| name.plain.ends_with(measure));
    let letters = |text: &str| text.chars().count();
    all.then(|| {
        last.first(letters(&last.plain[..at]))
            .then(&last.last(letters(measure)))
    })
}

/// 批发业、零售业销售额和住宿业、餐饮业营业额, 自来水和燃气普及率、污水处理率: for each that has no measure that
/// of the next one that has, where the last of the list has another.
fn nearer_tails(names: &[Name]) -> Vec<Option<Name>> {
    let trade = |name: &Name| {
        let tail = Lexicon::get().tail(&name.plain)?;
        let trade = name.plain.strip_suffix(tail)?.ends_with('业');
        trade.then(|| name.last(tail.chars().count()))
    };
    let rate = |name: &Name| {
        let rate = name.plain.ends_with('率') && name.plain.chars().count() > 4;
        rate.then(|| name.last(3))
    };
    let tail = |name: &Name| trade(name).or_else(|| rate(name));
    let last = names.last().and_then(tail);
    let mut nearest: Option<Name> = None;
    let next = |name: &Name| {
        let own = tail(name);
        let behind = match own {
            Some(_) => std::mem::replace(&mut nearest, own),
            None => nearest.clone(),
        };
        let nearest = behind?;
        let other = last.as_ref().is_some_and(|last| *last != nearest);
        let bare = match nearest.plain.ends_with('率') {
            true => !Lexicon::get().ends_in(Noun::Measure, &name.plain),
            false => name.plain.ends_with('业'),
        };
        (other && bare).then_some(nearest)
    };
    let mut tails: Vec<Option<Name>> = names.iter().rev().map(next).collect();
    tails.reverse();
    tails
}

/// The firms in 规模以上工业企业营业收入.
fn firms_of(name: &Name) -> Option<Name> {
    let measure = [
        "主营业务收入",
        "营业收入",
        "利润总额",
        "资产总额",
        "总产值",
        "产值",
    ]
    .iter()
    .find(|measure| name.plain.ends_with(**measure))?;
    let rest = name.plain.chars().count() - measure.chars().count();
    let firms = name.first(rest);
    let ends = ["企业", "工业", "服务业", "单位", "行业", "产业"];
    (rest > 3 && ends.iter().any(|end| firms.plain.ends_with(end))).then_some(firms)
}

/// Whether two bare measures are told of one thing: 收入 and 支出, 出口 and 进口, but not 收入 and 进口.
fn pairs(one: &str, other: &str) -> bool {
    let kind = |measure: &str| match measure {
        "出口" | "进口" => 1,
        "存款" | "贷款" => 2,
        "销售面积" | "销售额" | "销售金额" => 3,
        "客运量" | "货运量" | "旅客发送量" | "货物发送量" => 4,
        "旅客周转量" | "货物周转量" | "周转量" => 4,
        _ => 0,
    };
    kind(one) == kind(other)
}

/// How many characters at the end of a list's last name its other names share: a measure of the
/// table, else an indicator that the catalogue knows.
pub(crate) fn shared_tail(last: &str) -> Option<usize> {
    let tail = Lexicon::get().tail(last);
    // 城镇、农村居民收入: of residents, each of them.
    let tail = tail.map(|tail| {
        let residents = last
            .strip_suffix(tail)
            .is_some_and(|it| it.ends_with("居民"));
        tail.chars().count() + if residents { 2 } else { 0 }
    });
    let count = last.chars().count();
    // 兴庆区、西夏区规模以上工业增加值: the whole of what is known.
    let known = (3..count.min(16)).rev().find(|&n| {
        let at = last.char_indices().nth(count - n).map_or(0, |(at, _)| at);
        halfyear_catalogue::names_exactly(&last[at..])
    });
    known.max(tail)
}

/// The same where no table knows it, told from how the names are built: 药品 of 药品抽检合格率 is
/// built as 食品 is, 炼钢 of 炼钢先进产能占比 as 炼铁. Else the noun of a rate: 普及率.
pub(crate) fn alike_tail(names: &[Name]) -> Option<usize> {
    let lexicon = Lexicon::get();
    let (last, others) = names.split_last()?;
    let measure = lexicon.ending(Noun::Measure, &last.plain)?;
    let count = last.plain.chars().count();
    let known = lexicon.shorter(Noun::Shared, &last.plain);
    let known = known.map(|tail| tail.chars().count());
    let least = measure.chars().count().max(2);
    let before = others.last()?;
    let length = before.plain.chars().count();
    // What follows the noun that both end in: 企业 of 科技型中小企业, 高新技术企业数量.
    let noun = [2, 1].iter().filter(|&&n| n < length).find_map(|&n| {
        let end = before.last(n).plain;
        // 水 of 地表水 is not that of 近海水域, but 型 ends what it stands in.
        let sure = n > 1 || known.is_none() || end.contains(['型', '类', '品', '业', '级', '式']);
        let at = last.plain.find(end.as_str()).filter(|&at| at > 0 && sure)? + end.len();
        Some(last.plain[at..].chars().count())
    });
    let first = |name: &Name| name.plain.chars().next();
    let like = (length == 2 && count > length && first(before) == first(last)).then(|| count - 2);
    let built = noun.or(like).filter(|&tail| tail >= least).max(known);
    built.or((measure == "率" && count > 4).then_some(3))
}

/// What all of a list contribute to: 对经济增长的贡献率.
fn contribution(last: &Name) -> Option<Name> {
    let at = last.plain.rfind('对').filter(|&at| at > 0)?;
    let contributes = ["贡献率", "贡献度"]
        .iter()
        .any(|end| last.plain.ends_with(end));
    contributes.then(|| last.last(last.plain[at..].chars().count()))
}

/// 养老、医疗、失业保险参保人数: the insurance that the last names, and what is told of it.
fn insured(names: &[Name]) -> Option<Name> {
    let risks = ["养老", "医疗", "失业", "工伤", "生育", "大病"];
    let (last, others) = names.split_last()?;
    let at = last.plain.find("保险")?;
    let risk = |name: &str| risks.iter().any(|risk| name.ends_with(risk));
    let all = risk(&last.plain[..at]) && others.iter().all(|name| risk(&name.plain));
    all.then(|| last.last(last.plain[at..].chars().count()))
}

/// Whether a name is a rate and nothing else: 满意率.
pub(crate) fn short_rate(name: &str) -> bool {
    name.ends_with('率') && name.chars().count() == 3
}

/// A name and what it shares with others, with what stands in both once: 高技术制造业 and 制造业PMI.
pub(crate) fn joined(name: &Name, tail: &Name) -> Name {
    let count = tail.plain.chars().count();
    // 猪肉 and 肉产量
    let least = if tail.plain.starts_with('肉') { 1 } else { 2 };
    let both = (least..=count)
        .rev()
        .find(|&n| name.plain.ends_with(tail.first(n).plain.as_str()));
    // 禽蛋 and 牛奶产量, but 牛 and 羊奶产量
    let whole = tail.plain.starts_with('奶') && name.plain.chars().count() > 1;
    match both {
        None if whole => name.then(&tail.last(count - 1)),
        Some(both) => name.then(&tail.last(count - both)),
        None => name.then(tail),
    }
}

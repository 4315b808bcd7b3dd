//! What a name measures, and what it is of.

use crate::phrases::name::{Name, of_a_place};
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use crate::words::token::Token;

/// What a name that begins by saying so plans: 开发面积 of 全年计划开发面积.
pub(crate) fn planned(name: &Name) -> Option<Name> {
    // 主要预期目标[是]地区生产总值增长6.5%
    if let Some((plan, rest)) = name.plain.split_once("目标")
        && ["", "主要", "预期", "主要预期", "年度", "发展"].contains(&plan)
        && !rest.is_empty()
    {
        return Some(name.last(rest.chars().count()));
    }
    // 固定资产投资全年目标120亿元
    let aimed = ["全年目标", "年度目标", "全年任务", "年度任务", "目标任务"];
    if let Some(measure) = aimed.iter().find_map(|aim| name.plain.strip_suffix(aim))
        && !measure.is_empty()
    {
        return Some(name.first(measure.chars().count()));
    }
    let rest = ["全年计划", "年度计划", "今年计划"]
        .iter()
        .find_map(|plan| name.plain.strip_prefix(plan))?;
    // 年度计划投资 is called so.
    let work = !matches!(rest, "投资" | "投资额")
        && !rest.starts_with(['的', '数', '任', '目', '总', '内'])
        && (!rest.starts_with('完') || rest.starts_with("完成投资"));
    work.then(|| name.last(rest.chars().count()))
}

/// Whether words end in what was planned, which a number without 的 is a share of: 完成年度计划12.85%,
/// 完成年度计划投资63%.
pub(crate) fn ends_in_a_plan(text: &str, words: &[Token]) -> bool {
    const PLANS: [&str; 14] = [
        "计划",
        "目标",
        "任务",
        "预算",
        "计划数",
        "预算数",
        "目标任务",
        "目标数",
        "任务数",
        "计划任务",
        "目标值",
        "计划投资",
        "工程量",
        "工程总量",
    ];
    let ends = |last: &Token| {
        let word = &text[last.range()];
        PLANS.iter().any(|end| word.ends_with(end))
    };
    words.last().is_some_and(ends)
}

/// Whether a name is of what is yet to be invested: 年度计划投资, 年度计划完成投资.
pub(crate) fn plans_to_invest(name: &str) -> bool {
    name.ends_with("计划投资") || name.ends_with("计划完成投资")
}

/// Whether a name is that of a share: 第三产业增加值占生产总值的比重.
pub(crate) fn is_share(name: &str) -> bool {
    ["占比", "比重", "份额", "比例"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Whether places that follow may be measured so: by how many fared well, or by a share, none is, nor by the
/// taxes of a revenue that the sentence tells of.
pub(crate) fn measures_places(measure: &Name, revenue: bool) -> bool {
    let passing = [
        "面",
        "产销率",
        "贡献率",
        "占比",
        "比重",
        "比例",
        "增量",
        "税比",
        // 增量贡献, and 出口汽车6.8万辆,价值49.2亿元
        "贡献",
        "价值",
    ];
    let taxes = revenue && measure.plain.ends_with("税收收入");
    !taxes && !passing.iter().any(|end| measure.plain.ends_with(end))
}

/// Whether a name is that of a revenue, which taxes are a part of.
pub(crate) fn tells_revenue(name: &Name) -> bool {
    let revenue = ["预算收入", "财政收入", "财政总收入"];
    revenue.iter().any(|end| name.plain.ends_with(end))
}

/// The measure that parts of an indicator take over: 增加值 of 规模以上工业增加值.
pub(crate) fn parts_tail(name: &Name) -> Option<Name> {
    if name.plain.ends_with("零售总额") {
        // 零售额, as the text prints it
        let end = name.last(4);
        return Some(end.first(2).then(&end.last(1)));
    }
    if name.plain == "CPI" {
        return Some(Name::default().and("居民消费价格"));
    }
    // 居民消费价格总水平
    if name.plain.starts_with("居民消费价格") {
        return Some(name.first("居民消费价格".chars().count()));
    }
    let tail = match name.plain.ends_with("增加值") {
        true => "增加值",
        // 保费收入, whole
        false if Lexicon::get().is_one_of(Noun::Tail, &name.plain) => name.plain.as_str(),
        false => Lexicon::get().tail(&name.plain)?,
    };
    Some(name.last(tail.chars().count()))
}

/// A name without whose figure it is: 财政收入 of 示范镇财政收入.
pub(crate) fn whole_measure(name: &Name) -> Option<Name> {
    let placed = of_a_place(name);
    let whole = measure_of_all(placed.as_ref().unwrap_or(name))?;
    // 湘西州完成投资98.2亿元: what was done to it is done to that of others as well.
    let done = whole
        .plain
        .strip_prefix("完成")
        .filter(|rest| rest.chars().count() > 1);
    Some(match done {
        Some(rest) => whole.last(rest.chars().count()),
        None => whole,
    })
}

fn measure_of_all(name: &Name) -> Option<Name> {
    let lexicon = Lexicon::get();
    if !lexicon.ends_in(Noun::Measure, &name.plain) || name.plain.contains('占') {
        return None;
    }
    if halfyear_catalogue::names_exactly(&name.plain) {
        return Some(name.clone());
    }
    // 全市规模以上工业增加值
    let whole = name.plain.starts_with('全');
    let second = name.plain.char_indices().nth(2).map(|(at, _)| at);
    if whole && second.is_some_and(|at| halfyear_catalogue::names_exactly(&name.plain[at..])) {
        return Some(name.last(name.plain.chars().count() - 2));
    }
    // 城镇社会消费品零售总额: the other half has the same.
    let half = ["城镇", "乡村", "农村"]
        .iter()
        .find_map(|half| name.plain.strip_prefix(*half));
    let half = half.filter(|rest| !rest.ends_with("投资"));
    if let Some(rest) = half.filter(|rest| halfyear_catalogue::names_exactly(rest)) {
        return Some(name.last(rest.chars().count()));
    }
    if name.plain.ends_with("地区生产总值") {
        return Some(name.last("地区生产总值".chars().count()));
    }
    // 长沙用电量
    let mut starts = name.plain.char_indices().enumerate().skip(2).take(3);
    let place = starts.find(|&(_, (at, _))| {
        let (place, rest) = name.plain.split_at(at);
        let known = halfyear_catalogue::find(rest).is_some();
        crate::words::places::is_name(place) && (known || lexicon.is_one_of(Noun::Whose, rest))
    });
    if let Some((place, _)) = place {
        return Some(name.last(name.plain.chars().count() - place));
    }
    // 青岚县城镇居民人均可支配收入: a county that no table holds.
    let mut counties = [3, 4].into_iter().map(|letters| name.first(letters).plain);
    let county = counties.find(|it| it.ends_with(['县', '旗']));
    let county = county.and_then(|it| name.plain.strip_prefix(it.as_str()));
    if let Some(rest) = county.filter(|rest| halfyear_catalogue::names_exactly(rest)) {
        return Some(name.last(rest.chars().count()));
    }
    // At least two characters tell whose.
    let least = name.plain.chars().take(2).map(char::len_utf8).sum();
    let ends = name.plain.char_indices().rev().map(|(at, _)| at);
    let agents: Vec<usize> = ends
        .take_while(|&at| at >= least)
        .filter(|&at| lexicon.ends_in(Noun::Agent, &name.plain[..at]))
        // 全省城镇固定资产投资 is of no town.
        .filter(|&at| !name.plain[..at].ends_with("城镇") || !name.plain.ends_with("投资"))
        .collect();
    // 渔梁区规上工业增加值: what the catalogue knows, whole.
    let exactly = |at: &&usize| halfyear_catalogue::names_exactly(&name.plain[**at..]);
    let known = agents.iter().rev().find(exactly).copied();
    // 县域规模以上工业增加值 is of no 县, 规上工业单位增加值能耗 of no 单位.
    let cut = agents.iter().copied().find(|&at| {
        let rest = &name.plain[at..];
        !rest.starts_with('域') && !rest.starts_with("县域") && !rest.ends_with("能耗")
    });

    let cut = match known.or(cut) {
        Some(at) => name.plain[..at].chars().count(),
        None if name.plain.starts_with('全') && name.plain.contains("县域") => 4,
        None if name.plain.starts_with('全') => 2,
        None => return Some(name.clone()),
    };
    let rest = name.last(name.plain.chars().count() - cut);
    lexicon.ends_in(Noun::Measure, &rest.plain).then_some(rest)
}

/// The work that a name is of: what stands before its first verb, where it ends as works do.
pub(crate) fn entity_in(name: &Name) -> Option<Name> {
    let lexicon = Lexicon::get();
    // 起于湖安路的北环通道: only what the last 的 leads to.
    let name = &match name.plain.rfind('的') {
        Some(at) => {
            let skip = name.plain[..at].chars().count() + 1;
            name.last(name.plain.chars().count() - skip)
        }
        None => name.clone(),
    };
    if name.plain.contains('、') {
        return None;
    }
    if lexicon.ends_in(Noun::Entity, &name.plain) {
        return (name.plain.chars().count() > 4).then(|| name.clone());
    }
    // 日月光项目落户马鞍: cut after the noun of the work.
    let noun = ["项目", "工程"]
        .iter()
        .filter(|_| name.plain.contains(['目', '程']))
        .filter_map(|noun| name.plain.find(noun).map(|i| i + noun.len()))
        .min();
    // 福利中心二期主体封顶
    let stage = || {
        let stages = ["一期", "二期", "三期"];
        let mut ends = stages
            .iter()
            .filter(|_| name.plain.contains('期'))
            .filter_map(|it| Some(name.plain.find(it)? + it.len()));
        ends.next()
            .filter(|&end| name.plain[end..].starts_with(['主', '已', '正', '建', '竣', '封']))
    };
    let at = noun.or_else(stage)?;
    let count = name.plain[..at].chars().count();
    // 一期项目 of 一期项目正进行设备安装
    let stage = name.plain.chars().nth(1) == Some('期');
    (count > 4 || stage).then(|| name.first(count))
}

/// Whose share a share is: 第三产业增加值 of 第三产业增加值占生产总值的比重.
pub(crate) fn part_of_share(name: &Name) -> Option<Name> {
    if !is_share(&name.plain) {
        return None;
    }
    // 合同利用外资 of 合同利用外资完成全年预期目标比例
    let done = || {
        let plan = name.plain.strip_suffix("比例")?;
        plan.find("完成")
    };
    let at = name.plain.rfind('占').or_else(done).filter(|&at| at > 0)?;
    Some(name.first(name.plain[..at].chars().count()))
}

/// The same of any name: itself where it is no share.
pub(crate) fn without_share(name: &Name) -> Name {
    part_of_share(name).unwrap_or_else(|| name.clone())
}

/// Who contributes, where the statement before was of the contribution: 工业 of 工业对经济增长的贡献率.
pub(crate) fn contributor(name: &Name) -> Name {
    if let Some(part) = part_of_share(name) {
        return part;
    }
    if !["贡献率", "贡献度", "拉动"]
        .iter()
        .any(|word| name.plain.contains(word))
    {
        return name.clone();
    }
    let at = ["对", "拉动", "经济增长", "贡献率", "贡献度"]
        .iter()
        .find_map(|word| name.plain.find(word));
    let count = at.map_or(0, |at| name.plain[..at].chars().count());
    if count == 0 {
        name.clone()
    } else {
        name.first(count)
    }
}

/// Whether words name something that is judged as a whole: 经济指标综合排名, 高质量发展考核.
pub(crate) fn judged(words: &str) -> bool {
    [
        "考核",
        "评比",
        "评价",
        "测评",
        "综合排名",
        "综合",
        "评估",
        "竞赛",
    ]
    .iter()
    .any(|end| words.ends_with(end))
}

/// The works that a name counts: 签约项目, 亿元以上项目 of 亿元以上项目开工.
pub(crate) fn counted_works(name: &Name) -> Option<Name> {
    if !name.plain.contains(['目', '程']) {
        return None;
    }
    let at = ["项目", "工程"]
        .iter()
        .filter_map(|noun| name.plain.rfind(noun).map(|at| at + noun.len()))
        .max()?;
    let works = name.first(name.plain[..at].chars().count());
    // 确定重点项目63个, 园区铺排重点项目128个: what was decided on.
    let decided = ["确定", "安排", "实施", "谋划", "铺排", "发布", "推进"];
    let cut = decided.iter().find_map(|verb| {
        let at = works.plain.find(verb)?;
        let whose = works.plain[..at].chars().count();
        (whose <= 3).then_some(whose + 2)
    });
    let letters = works.plain.chars().count();
    Some(match cut {
        Some(cut) if letters > cut + 2 => works.last(letters - cut),
        _ => works,
    })
}

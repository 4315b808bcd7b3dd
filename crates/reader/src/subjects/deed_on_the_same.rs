//! A second deed on what was counted just before: 排查隐患126处,整改121处; 申报企业51家,首批认定13家.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::token::Quantity;

/// What is done to some of those that were found, asked for or handed in.
const DONE: [&str; 42] = [
    "首批认定",
    "成功认定",
    "已认定",
    "认定",
    "获批",
    "通过",
    "成功调处",
    "调处",
    "成功化解",
    "化解",
    "已办结",
    "办结",
    "已整改",
    "完成整改",
    "整改",
    "查处",
    "疏通",
    "拆除",
    "破获",
    "侦破",
    "立项",
    "验收",
    "通过验收",
    "已完成整改",
    "签约",
    "采纳",
    "答复",
    "兑现",
    "获奖",
    "结案",
    "审结",
    "执结",
    "改造",
    "完成改造",
    "启动",
    "启用",
    "交付",
    "投用",
    "销号",
    "整治",
    "清理",
    "建成",
];

/// What was done to them first, where the table of verbs lacks it.
const FIRST: [&str; 16] = [
    "洽谈", "对接", "储备", "谋划", "申报", "排查", "受理", "摸排", "发现", "申请", "上报", "收到",
    "接到", "交办", "安装", "立案",
];

impl Sentence<'_> {
    /// The name of a deed with what it was done to, where nothing but the deed stands before the number.
    pub(crate) fn deed_on_the_same(&self, name: Name, first: &Quantity) -> Name {
        let counts = matches!(
            first.kind,
            Some(UnitKind::Count | UnitKind::People | UnitKind::Amount)
        );
        let deed = name.plain.strip_suffix("成功").unwrap_or(&name.plain);
        if !counts || !DONE.contains(&deed) {
            return name;
        }
        let unit = self.unit(first);
        let alike = |draft: &&Draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level.is_some_and(|level| unscaled(level) == unscaled(&unit))
        };
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let Some(whole) = said.last().filter(alike) else {
            return name;
        };
        let deed = name.first(deed.chars().count());
        if let Some(owner) = whose_cases(&whole.name) {
            return owner.then(&deed);
        }
        match done_to(&whole.name) {
            Some(what) => deed.then(&what),
            None => name,
        }
    }
}

/// 区法院新收案件8632件,结案7985件: who took them on, where nothing says of what kind they are.
fn whose_cases(name: &Name) -> Option<Name> {
    let owner = ["新收", "受理", "收"]
        .iter()
        .find_map(|verb| name.plain.strip_suffix("案件")?.strip_suffix(*verb))?;
    let letters = owner.chars().count();
    let all = owner.starts_with('全') && letters == 2;
    (letters > 1 && !all).then(|| name.first(letters))
}

/// What a deed was done to: 安全隐患 of 排查安全隐患, 城区下水道 of 城区下水道安装.
fn done_to(name: &Name) -> Option<Name> {
    let letters = name.plain.chars().count();
    let begins = FIRST.iter().find(|verb| name.plain.starts_with(**verb));
    let table = || {
        let (start, end, word) = Lexicon::get().words(&name.plain).next()?;
        let verb = [Class::Act, Class::Deed, Class::Keep];
        let verb = start == 0 && verb.iter().any(|&class| word.is(class));
        verb.then(|| name.plain[..end].chars().count())
    };
    let ends = FIRST.iter().find(|verb| name.plain.ends_with(**verb));
    let what = match (begins, ends) {
        (Some(verb), _) => name.last(letters - verb.chars().count()),
        (None, Some(verb)) => name.first(letters - verb.chars().count()),
        // 老旧小区52个全部开工,已改造17个
        (None, None) => name.last(letters - table().unwrap_or_default()),
    };
    let what = what.without_first(usize::from(what.plain.starts_with('全')) * 2);
    (what.plain.chars().count() > 1).then_some(what)
}

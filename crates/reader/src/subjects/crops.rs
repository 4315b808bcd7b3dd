//! Crops and meats that only grew, and were not measured themselves: 粮食播种面积8.5万亩,其中早稻增长7.8%; and what
//! only ends as a zone does: 引导社会资金投入库区.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;

/// What is sown and reaped.
const CROPS: [&str; 40] = [
    "早稻",
    "中稻",
    "晚稻",
    "水稻",
    "稻谷",
    "小麦",
    "冬小麦",
    "春小麦",
    "玉米",
    "大豆",
    "豆类",
    "薯类",
    "马铃薯",
    "油菜",
    "油菜籽",
    "花生",
    "夏粮",
    "秋粮",
    "棉花",
    "甘蔗",
    "烤烟",
    "谷物",
    "青稞",
    "蔬菜",
    "瓜果",
    "水果",
    "果用瓜",
    "中药材",
    "中草药材",
    "食用菌",
    "油料",
    "青饲料",
    "杂粮",
    "茶叶",
    "柑橘",
    "柑桔",
    "苹果",
    "葡萄",
    "西瓜",
    "高粱",
];

/// What the name of what they are part of, or grow beside, is told by.
const GROWN: [char; 20] = [
    '粮', '食', '物', '油', '菜', '瓜', '果', '材', '麦', '稻', '豆', '薯', '棉', '麻', '烟', '茶',
    '菌', '米', '叶', '料',
];

/// How many statements back the measure is looked for.
const NEAR: usize = 6;

impl Sentence<'_> {
    /// A crop with what those before it in this sentence, or the whole that it is part of, were measured by; a
    /// meat where all meat was: 猪牛羊禽肉产量……,其中牛肉增长9.1%.
    pub(super) fn crop_as_before(&self, name: &Name) -> Option<Name> {
        let meat = name.plain.ends_with('肉') && (2..=4).contains(&name.plain.chars().count());
        if !meat && !is_crop(&name.plain) {
            return None;
        }
        let said = self.drafts.get(self.carried.measured_from..)?;
        let mut told = said.iter().rev().take(NEAR).filter(|draft| draft.says());
        let measure = |draft: &Draft| {
            // 食品价格上涨2.1%,其中猪肉下降12.1%
            if draft.name.plain.ends_with("价格") {
                return Some(draft.name.last(2));
            }
            let measure = Lexicon::get().shorter(Noun::Goods, &draft.name.plain);
            // 春播粮食面积
            let measure = measure.or(Some("面积").filter(|it| draft.name.plain.ends_with(it)))?;
            let whose = draft.name.plain.strip_suffix(measure)?;
            let whose = whose.trim_end_matches('等');
            let alike = match meat {
                true => whose.ends_with(['肉', '类']) && whose.contains('肉'),
                false => whose.ends_with(GROWN),
            };
            alike.then(|| draft.name.last(measure.chars().count()))
        };
        // Only what was told last is as near: another measure may have been told since.
        Some(name.then(&measure(told.next()?)?))
    }
}

/// Whether a name is that of what is sown and reaped.
pub(super) fn is_crop(name: &str) -> bool {
    CROPS.contains(&name)
}

/// Whether a name begins with a verb that is no noun elsewhere, and goes on with more than any that acts so.
pub(super) fn begins_with_deed(name: &str) -> bool {
    let first = Lexicon::get().words(name).next();
    let first = first.filter(|(at, _, word)| *at == 0 && word.is(Class::Act));
    let verb = first.filter(|(_, _, word)| !word.is(Class::Level));
    verb.is_some_and(|(_, end, _)| name[end..].chars().count() > 4)
}

//! Measures that are of who was named before them: a company's accounts (美的集团营业收入780亿元,净利润12亿元),
//! and what follows whoever acted.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;

/// How the name of a company ends.
const ENDS: [&str; 4] = ["公司", "集团", "股份", "控股"];

impl Sentence<'_> {
    /// Whether what was spoken of last is a company.
    pub(crate) fn speaks_of_a_firm(&self) -> bool {
        let topic = self.carried.topic.as_ref();
        topic.is_some_and(|(topic, _)| firm_in(topic).is_some())
    }

    /// The name with the company that the figure before it in this sentence is of.
    pub(crate) fn of_the_firm(&self, name: &Name) -> Option<Name> {
        if !Lexicon::get().is_one_of(Noun::Account, &name.plain) {
            return None;
        }
        let said = self.drafts.get(self.carried.sentence..)?.last()?;
        let firm = firm_in(&said.name)?;
        // 安琪生物逆势上扬,产值增长35%: a clause between tells of another.
        let between = self.carried.before.and(self.carried.topic.as_ref());
        let another = |topic: &Name| {
            !topic.plain.starts_with(firm.plain.as_str())
                && !ENDS.iter().any(|end| topic.plain == *end)
        };
        if between.is_some_and(|(topic, here)| *here && another(topic)) {
            return None;
        }
        // 集团公司等5家企业产值 is of several.
        let rest = &said.name.plain[firm.plain.len()..];
        (!rest.is_empty() && !rest.starts_with(['等', '和', '与', '及', '、']))
            .then(|| firm.then(name))
    }
}

/// The company that words begin with: 恒力集团 of 恒力集团开足马力.
pub(crate) fn firm_in(name: &Name) -> Option<Name> {
    if !name.plain.contains(['司', '团', '股']) {
        return None;
    }
    let ends = || ENDS.iter().flat_map(|end| name.plain.match_indices(end));
    // 国有控股企业 is no firm's name.
    let kind = |end: &usize| name.plain[*end..].starts_with("企业");
    let ends = || {
        ends()
            .map(|(at, end)| at + end.len())
            .filter(|end| !kind(end))
    };
    let first = ends().min()?;
    // 陕煤集团渭化公司
    let near = first + 6 * '公'.len_utf8();
    let end = ends().filter(|&end| end <= near).max()?;
    let letters = name.plain[..end].chars().count();
    // 正忙着赶制订单的华锑新材料有限公司
    let about = name.plain[..end].rfind('的');
    let about = about.map_or(0, |at| name.plain[..at].chars().count() + 1);
    // 美的集团
    let about = if about > 4 { about } else { 0 };
    let firm = name.first(letters).last(letters - about);
    (letters - about > 3 && !name.plain[..end].contains('、')).then_some(firm)
}

/// Whether a measure is of who acted just before: firms have no visitors, nor a place's trade.
pub(crate) fn follows(owner: &Name, name: &Name) -> bool {
    let visited = name.plain.contains(['游', '旅']) || name.plain.starts_with("接待");
    // 规上工业产值……;进出口总额: of the place, as what is dealt in is.
    let trade = ["进口", "出口", "口额", "口总额", "成交额", "税收收入"]
        .iter()
        .any(|end| name.plain.ends_with(end));
    let firms = ["企业", "工业", "服务业"]
        .iter()
        .any(|end| owner.plain.ends_with(end));
    // 工业投资120亿元,出口额31亿元: no measure has another.
    let measure = ["投资", "收入", "支出"]
        .iter()
        .any(|end| owner.plain.ends_with(end));
    let own = Lexicon::get().is_one_of(Noun::Follows, &name.plain);
    own && !measure && !((visited || trade) && firms)
}

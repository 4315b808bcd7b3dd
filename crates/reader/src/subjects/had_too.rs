//! What whoever acted had besides: 皖江示范区新设外资企业143家,实际利用外资77亿元 tells two figures of the zone, where
//! the second alone would read as one of the whole place.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::is_name;

/// How many statements back who acted is looked for.
const REACH: usize = 6;

/// So many characters name whoever acted, at most.
const LONGEST: usize = 12;

/// What zones, districts and industries have as a whole place has.
const OF_ANY: [&str; 16] = [
    "实际使用外资",
    "实际利用外资",
    "实际吸收外资",
    "吸收外资",
    "利用外资",
    "实际到位外资",
    "合同外资",
    "合同外资额",
    "合同利用外资",
    "税收",
    "税收收入",
    "入库税收",
    "规模工业增加值",
    "规上工业增加值",
    "规上工业总产值",
    "规模以上工业总产值",
];

/// What those have who had guests.
const OF_HOSTS: [&str; 5] = [
    "旅游收入",
    "旅游综合收入",
    "旅游总收入",
    "门票收入",
    "营业收入",
];

/// What was done that stays in a name, and begins it where nobody is named.
const DEEDS: [&str; 10] = [
    "新增",
    "净增",
    "新设立",
    "新设",
    "新批",
    "新登记",
    "新注册",
    "新引进",
    "新签约",
    "接待",
];

impl Sentence<'_> {
    /// A bare measure with whoever acted before it in this sentence.
    pub(crate) fn had_too(&self, name: Name, lead: &Lead) -> Name {
        let guests = OF_HOSTS.contains(&name.plain.as_str());
        if !guests && !OF_ANY.contains(&name.plain.as_str()) {
            return name;
        }
        // 全市实际利用外资3亿元 says itself whose.
        let of_all = lead.subject.clone().any(|i| {
            let scope = self.tokens().get(i).is_some_and(|it| it.is(Class::Scope));
            scope || self.phrases.is_own(i)
        });
        let owner = match of_all {
            true => None,
            false => self.who_acted(guests),
        };
        owner.map_or(name.clone(), |owner| owner.then(&name))
    }

    /// Whose figure with what was done stands nearest before, if all since then is theirs.
    fn who_acted(&self, guests: bool) -> Option<Name> {
        let said = self.drafts.get(self.carried.sentence..)?;
        let near = || said.iter().rev().take(REACH).map(|draft| &draft.name);
        let deed = |name: &Name| {
            let deeds = DEEDS.iter().filter(|deed| !guests || **deed == "接待");
            let at = deeds.filter_map(|deed| name.plain.find(*deed)).min()?;
            (at > 0).then(|| name.first(name.plain[..at].chars().count()))
        };
        let acted = near().find_map(deed);
        // 湖滨新区实现进出口38亿元,实际利用外资7亿元
        let zone = || self.carried.owner.clone().filter(|_| !guests);
        let owner = acted.or_else(zone)?;
        let bare = without_scope(&owner);
        let letters = bare.plain.chars().count();
        if !(2..=LONGEST).contains(&letters) || !has_its_own(&bare, guests) {
            return None;
        }
        let mut since = near().take_while(|name| deed(name).is_none());
        since
            .all(|name| name.plain.starts_with(owner.plain.as_str()))
            .then_some(owner)
    }
}

/// 制造业 of 全市制造业
fn without_scope(owner: &Name) -> Name {
    let all = ["全省", "全市", "全县", "全区", "全州", "全盟", "全旗"];
    let scope = all.iter().any(|all| owner.plain.starts_with(*all));
    owner.without_first(usize::from(scope) * 2)
}

/// Whether somebody is a place, a zone or an industry; sights and streets have guests.
fn has_its_own(owner: &Name, guests: bool) -> bool {
    let lexicon = Lexicon::get();
    // 国内旅游, 累计: of what kind the guests are, and how they were counted.
    let how = [
        "国内",
        "入境",
        "境外",
        "海外",
        "旅游",
        "累计",
        "合计",
        "期间",
        "旅行社",
        // 城镇新增就业2.4万人,税收19.6亿元
        "城镇",
        "乡镇",
    ];
    if how.iter().any(|end| owner.plain.ends_with(end)) {
        return false;
    }
    // 企业, 单位 are no place.
    let firms = ["企业", "公司", "单位", "机构", "部门", "主体"];
    let firms = firms.iter().any(|end| owner.plain.ends_with(end));
    let zone = owner
        .plain
        .ends_with(['区', '园', '县', '市', '旗', '镇', '乡'])
        || owner.plain.ends_with("街道");
    let industry = owner.plain.ends_with('业') && lexicon.ends_in(Noun::Category, &owner.plain);
    guests || !firms && (zone || industry || is_name(&owner.plain))
}

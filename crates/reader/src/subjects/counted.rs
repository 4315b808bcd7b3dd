//! Who a number counts, where what follows may be theirs: schools, firms, and the zone they settled in.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// Notes the institutions or firms that a number counts: what follows may be theirs.
    pub(crate) fn note_counted(&mut self, name: &Name, first: &Quantity) {
        let lexicon = Lexicon::get();
        let institution = lexicon.ends_in(Noun::Institution, &name.plain);
        if !institution && !name.plain.ends_with(['业', '数', '位']) {
            return;
        }
        let unit = &self.normal.text[first.unit.clone()];
        if matches!(unit, "所" | "个" | "家" | "处") && institution {
            self.carried.institution = Some(name.clone());
        }
        let firms = name
            .plain
            .strip_suffix("企业总数")
            .or(name.plain.strip_suffix("企业数"));
        let new = || {
            ["新增", "新设", "新认定", "新培育", "净增", "新登记"]
                .iter()
                .any(|word| name.plain.contains(word))
        };
        if matches!(unit, "家" | "户" | "万家" | "万户")
            && firms.is_none()
            && (name.plain.ends_with("企业") || of_a_size(&name.plain))
            && !new()
        {
            // 规上工业企业429户,实现增加值2570亿元
            let owner = self.zone_of(name).unwrap_or_else(|| name.clone());
            self.carried.owner = Some(owner);
            // 其中1108家产值实现正增长
            let scope = usize::from(name.plain.starts_with('全')) * 2;
            let firms = name.last(name.plain.chars().count() - scope);
            self.carried.doers = self.carried.doers.take().or(Some((Name::default(), firms)));
        }
        if matches!(unit, "家" | "户")
            && let Some(firms) = firms
        {
            // 规上企业数达284家,实现总产值790亿元
            self.carried.owner = Some(name.first(firms.chars().count() + 2));
        }
    }

    /// 新增规上工业企业19户,企业总数达217户: of the firms that some were added to.
    pub(crate) fn firms_in_all(&self, name: Name, first: &Quantity) -> Name {
        let all = name.plain.strip_prefix("企业");
        let Some(all) = all.filter(|all| matches!(*all, "总数" | "总量" | "数" | "户数" | "数量"))
        else {
            return name;
        };
        let unit = self.unit(first);
        let added = |draft: &&Draft| {
            let level = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            level == Some(unit.as_str()) && draft.name.plain.ends_with("企业")
        };
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        match said.last().filter(added) {
            Some(draft) => self.without_keep(&draft.name).and(all),
            None => name,
        }
    }

    /// 注册茶企业达4210家,其中规模以上19家: those of that size among the ones that were just counted; nothing
    /// where none were.
    pub(crate) fn above_that_size(&self, name: Name, first: &Quantity) -> Option<Name> {
        let size = ["规模以上", "规上", "限额以上", "限上", "规模"];
        if first.kind != Some(UnitKind::Count) || !size.contains(&name.plain.as_str()) {
            return Some(name);
        }
        let counted = self.spoken_of()?;
        let unit = counted.level.as_ref()?.unit.as_deref();
        if unit != Some(self.unit(first).as_str()) || !counted.name.plain.ends_with("企业") {
            return None;
        }
        let firms = counted.name.plain.as_str();
        // 全市 has two letters.
        let scope = usize::from(firms.starts_with('全')) * 2;
        let rest = firms
            .char_indices()
            .nth(scope)
            .map_or("", |(at, _)| &firms[at..]);
        let rest = ["注册", "现有", "拥有", "新增"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        Some(name.then(&counted.name.last(rest.chars().count())))
    }

    /// 开发区入驻企业103家,其中投产企业71家,实现税收1.3亿元: the zone that firms have settled in, whose figures follow.
    fn zone_of(&self, firms: &Name) -> Option<Name> {
        let settled = ["投产企业", "入驻企业", "入园企业", "落户企业"];
        if !settled.iter().any(|end| firms.plain.ends_with(end)) {
            return None;
        }
        let zone = |name: &Name| {
            let zones = [
                "开发区",
                "园区",
                "集中区",
                "高新区",
                "产业园",
                "工业园",
                "科技园",
            ];
            let ends = zones
                .iter()
                .filter_map(|it| Some(name.plain.find(it)? + it.len()));
            let end = ends.max()?;
            let part = name.plain.get(..end)?;
            (part.len() < name.plain.len()).then(|| name.first(part.chars().count()))
        };
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        zone(firms).or_else(|| said.iter().take(4).find_map(|draft| zone(&draft.name)))
    }
}

/// 限额以上单位: those who sell so much, firms or not.
fn of_a_size(name: &str) -> bool {
    let sizes = ["以上单位", "限上单位", "规上单位", "以上法人单位"];
    sizes.iter().any(|size| name.ends_with(size))
}

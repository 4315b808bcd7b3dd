//! Rates that a place or a half of all people has, by what was told of the whole: 从完成率看,安化县61.2%;
//! 西宁市比重为83.1%.

use crate::phrases::measure::is_share;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::places::is_name;
use crate::words::token::Quantity;

impl Sentence<'_> {
    /// 从投资完成率看,安化县61.2%、桃江县58.7%
    pub(super) fn rate_of_a_place(&self, name: Name, first: &Quantity) -> Name {
        let rate = self.carried.measure.as_ref();
        let rate = rate.filter(|it| self.carried.places && it.plain.ends_with(['率', '比', '重']));
        match rate {
            Some(rate)
                if first.kind == Some(UnitKind::Rate)
                    && crate::words::places::is_name(&name.plain) =>
            {
                name.then(rate)
            }
            _ => name,
        }
    }

    /// 居民消费支出……,其中食品支出占30.6%,城镇为29.5%: the rate told before, and no amount.
    pub(super) fn rate_of_the_half(&self, name: Name, first: &Quantity) -> Option<Name> {
        let measure = self.carried.measure.as_ref();
        if first.kind != Some(UnitKind::Rate) {
            return Some(name.then(measure?));
        }
        let rate = |draft: &&crate::draft::Draft| {
            let unit = draft.level.as_ref().and_then(|level| level.unit.as_deref());
            let half = ["城镇", "农村", "乡村"];
            unit == Some("%") && !half.iter().any(|half| draft.name.plain.starts_with(half))
        };
        match measure.filter(|measure| !in_money(measure)) {
            Some(measure) => Some(name.then(measure)),
            None => {
                let said = self.drafts.get(self.carried.sentence..)?.iter().rev();
                Some(name.then(&said.take(3).find(rate)?.name))
            }
        }
    }

    /// 开工企业508户,比重为80.5%。其中:西宁市比重为83.1%,海东市73.5%: the share that was told of the whole, in a
    /// place, and in those that follow.
    pub(super) fn share_of_a_place(&mut self, name: Name, first: &Quantity) -> Name {
        let share = ["比重", "占比"];
        let place = share.iter().find_map(|end| name.plain.strip_suffix(*end));
        let place = place.filter(|it| first.kind == Some(UnitKind::Rate) && is_name(it));
        let Some(letters) = place.map(|place| place.chars().count()) else {
            return name;
        };
        let said = self.drafts.get(self.carried.measured_from..);
        let mut said = said.unwrap_or_default().iter().rev().take(4);
        // 全市开工企业比重
        let whole = said.find(|draft| is_share(&draft.name.plain));
        let whole = whole.map(|draft| {
            let all = usize::from(draft.name.plain.starts_with('全')) * 2;
            draft.name.without_first(all)
        });
        let Some(whole) = whole else {
            return name;
        };
        let whole_name = name.first(letters).then(&whole);
        self.carried.measure = Some(whole);
        self.carried.places = true;
        whole_name
    }

    /// 财政民生支出近8成: its share of all, as no amount of money is told in tenths.
    pub(super) fn share_in_tenths(&self, name: Name, first: &Quantity) -> Name {
        let tenths = self.normal.text[first.unit.clone()].ends_with('成');
        let money = ["支出", "收入", "投资"];
        let money = money.iter().any(|end| name.plain.ends_with(end));
        // 税收收入近八成来自制造业 tells of the revenue itself.
        let ends = |c: char| !c.is_alphabetic() || "左上以".contains(c);
        let alone = self.normal.text[first.unit.end..]
            .chars()
            .next()
            .is_none_or(ends);
        match tenths && money && alone && !is_share(&name.plain) {
            true => name.and("占比"),
            false => name,
        }
    }
}

/// Whether a name is that of an indicator measured in money.
pub(super) fn in_money(name: &Name) -> bool {
    let known = halfyear_catalogue::find(&name.plain);
    known.is_some_and(|known| known.unit.ends_with('元'))
}

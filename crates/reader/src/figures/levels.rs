//! Levels of several subjects at once: A、B分别为3亿元和5亿元, A、B均超过400亿元.

use crate::draft::{Draft, Level};
use crate::figures::figure::Figure;
use crate::phrases::clause::{Group, Item, What};
use crate::phrases::lead::Lead;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity};
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// 新建道路12条、17.2公里: how many there are of one thing, and how much of it.
    pub(crate) fn in_two_measures(&mut self, figure: Figure) -> Option<usize> {
        let Figure { group, lead, .. } = figure;
        let [first, second] = group.items.as_slice() else {
            return None;
        };
        let What::Amount(much) = &second.what else {
            return None;
        };
        let many = figure.quantity.kind == Some(UnitKind::Count);
        let pause = first.token + 2 == second.token
            && matches!(self.tokens().get(first.token + 1)?.kind, Kind::Pause);
        let ends = figure.next() == figure.clause.end;
        let measured = many && much.kind == Some(UnitKind::Amount);
        if !(measured && pause && ends) || lead.each || lead.all {
            return None;
        }
        let mut words = self.tokens()[lead.subject.clone()].iter();
        if words.any(|token| matches!(token.kind, Kind::Pause | Kind::And)) {
            return None;
        }
        let count = Group {
            items: vec![first.clone()],
            range: group.range.start..first.token + 1,
        };
        let said = self.drafts.len();
        let figure = Figure {
            group: &count,
            limit: second.token,
            ..figure
        };
        self.level(figure)?;
        let counted = self.drafts.get(said).or_else(|| self.spoken_of())?;
        let counted = counted.name.clone();
        let target = *self.open(vec![counted], &lead.subject).first()?;
        self.set_level(target, much);
        self.cover(target, lead, second);
        Some(group.range.end)
    }

    /// Several levels for several subjects.
    pub(crate) fn levels(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        if let Some(share) = lead.share {
            return self.shares(group, lead, share);
        }
        // 总量与河南、湖北分别差6376亿元、1054亿元
        let first = self.tokens().get(group.range.start)?;
        if tells_apart(&self.normal.text[self.scanned.start..first.start]) {
            return None;
        }
        if let Some(names) = self.ratios_of_each(lead, group.items.len()) {
            let targets = self.open(names, &lead.subject);
            return Some(self.each_level(&targets, group, lead));
        }
        if let Some(names) = self.contributors(lead, group.items.len()) {
            let targets: Vec<usize> = names
                .into_iter()
                .map(|name| self.alone(name, &lead.subject))
                .collect();
            return Some(self.each_level(&targets, group, lead));
        }
        if self.counts_and_measures(group, lead) {
            return None;
        }
        let targets = self.targets(lead, group.items.len())?;
        if let Some(end) = self.growths_refined(group, lead, &targets) {
            return Some(end);
        }
        // 双双突破30万辆,分别达31.6万辆和30.9万辆
        let fresh = |draft: &Draft| {
            let rough = |level: &Level| level.bound != Bound::Exact;
            draft.level.as_ref().is_none_or(rough)
        };
        if targets.len() != group.items.len()
            || !targets
                .iter()
                .all(|&i| self.drafts.get(i).is_some_and(fresh))
        {
            return None;
        }
        if let Some(read) = self.rates_of_places(&targets, group) {
            return read;
        }
        self.measure_places(&targets);
        for (&target, item) in targets.iter().zip(&group.items) {
            let money = matches!(&item.what, What::Amount(q) if q.kind == Some(UnitKind::Money));
            if let Some(draft) = self.drafts.get(target).filter(|_| money) {
                let name = self.industry(draft.name.clone());
                self.drafts[target].name = name;
            }
        }
        Some(self.each_level(&targets, group, lead))
    }

    /// 从地区生产总值看,A区、B市分别实现705.2亿元、698.4亿元: what a view measures places by.
    fn measure_places(&mut self, targets: &[usize]) {
        let compared = self.carried.compared_by.is_some();
        let places = self.carried.places || compared || self.place_told_before(targets);
        for &target in targets.iter().filter(|_| places) {
            let name = self.drafts.get(target).map(|draft| draft.name.clone());
            let place = name.filter(|name| crate::words::places::is_name(&name.plain));
            if let Some(name) = place.map(|place| self.with_tail(place)) {
                self.drafts[target].name = name;
            }
        }
    }

    /// 武汉完成生产总值3625.6亿元;襄阳、宜昌分别完成1168.3亿元、1132.7亿元: whether this sentence,
    /// or the one before, told the same of another place.
    fn place_told_before(&self, targets: &[usize]) -> bool {
        let Some(&first) = targets.first() else {
            return false;
        };
        let of_a_place = |&i: &usize| {
            let told = self.drafts.get(i).is_some_and(|it| it.level.is_some());
            told && self.of_a_part(i)
        };
        let said = self.carried.sentence_before..first;
        said.rev().take(3).any(|i| of_a_place(&i))
    }

    /// 道路、小巷12条、17.2公里: how many there are of all, and how much, and not one number for each.
    fn counts_and_measures(&self, group: &Group, lead: &Lead) -> bool {
        let kind = |item: &Item| match &item.what {
            What::Amount(quantity) => quantity.kind,
            _ => None,
        };
        let mut kinds = group.items.iter().map(kind);
        let many = kinds.next() == Some(Some(UnitKind::Count));
        let said = self.tokens().get(lead.subject.end..group.range.start);
        let split = said.is_some_and(|said| said.iter().any(|token| token.is(Class::Split)));
        many && !lead.each && !split && kinds.all(|kind| kind == Some(UnitKind::Amount))
    }

    /// Gives each statement its number of a group; gives the token after them.
    fn each_level(&mut self, targets: &[usize], group: &Group, lead: &Lead) -> usize {
        for (&target, item) in targets.iter().zip(&group.items) {
            if let What::Amount(quantity) = &item.what {
                self.set_level(target, quantity);
                self.cover(target, lead, item);
            }
        }
        group.range.end
    }

    /// Whether a number is that of each of a list: 建成村卫生室、文化室各20个.
    pub(crate) fn of_each(&self, lead: &Lead) -> bool {
        let last = lead.end.checked_sub(1).and_then(|i| self.tokens().get(i));
        last.is_some_and(|last| self.normal.text[last.range()].ends_with('各'))
    }

    /// A厂、B厂产值均超过400亿元: one level for each of a list.
    pub(crate) fn level_of_all(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let words = self.tokens().get(lead.subject.clone())?;
        let listed = words.iter().any(|token| matches!(token.kind, Kind::Pause));
        let amount = matches!(
            first.kind,
            Some(UnitKind::Money | UnitKind::Amount | UnitKind::Rate)
        );
        // 产销双双突破30万辆
        let split = words.iter().any(|token| token.is(Class::Split))
            && matches!(first.kind, Some(UnitKind::Count | UnitKind::Amount));
        // 南阳、信阳各2个 does not say what.
        let acts = [Class::Act, Class::Deed, Class::Keep];
        let done = words
            .iter()
            .any(|it| acts.iter().any(|&class| it.is(class)));
        let each = done && self.of_each(lead);
        if !(listed && (amount || each) || split) || lead.share.is_some() || lead.itself {
            return None;
        }
        let lead = &Lead {
            all: true,
            ..lead.clone()
        };
        let targets = self.targets(lead, 1)?;
        let fresh = |&i: &usize| {
            self.drafts
                .get(i)
                .is_some_and(|draft| draft.level.is_none())
        };
        if targets.len() < 2 || !targets.iter().all(fresh) {
            return None;
        }
        for target in targets {
            self.set_level(target, first);
            self.cover(target, lead, &group.items[0]);
        }
        Some(group.range.end)
    }
}

/// Whether words say how far two are apart, and of none of them how large it is: 只差, but not 逆差.
pub(crate) fn tells_apart(words: &str) -> bool {
    let measures = ["倍差", "逆差", "顺差", "价差", "利差", "温差", "落差"];
    words.ends_with('差') && !measures.iter().any(|end| words.ends_with(end))
}

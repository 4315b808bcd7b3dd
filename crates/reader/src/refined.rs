//! What a later figure says more exactly, and what a name says the usual way round.

use crate::change::percent;
use crate::clause::{Group, What};
use crate::draft::signed;
use crate::lead::Lead;
use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::name::Name;
use crate::nouns::Noun;
use crate::statement::Sentence;
use crate::token::Quantity;
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// 7月接待游客43.9万人次,1—7月累计接待144万人次: the verb alone tells the same of another time.
    pub(crate) fn done_in_another_time(
        &mut self,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
    ) -> Option<usize> {
        let words = self.phrases.trimmed(lead.subject.clone());
        let verb = self
            .tokens()
            .get(words.start)
            .filter(|_| words.len() == 1)?;
        let said = &self.normal.text[verb.range()];
        let acts = verb.is(Class::Act) || verb.is(Class::Deed);
        let draft = self.spoken_of().filter(|draft| {
            let level = draft.level.as_ref();
            acts && draft.name.plain.contains(said)
                && level.and_then(|level| level.unit.clone()) == Some(self.unit(first))
                && self.time() != draft.time
        })?;
        let name = draft.name.clone();
        let &target = self.open(vec![name], &lead.subject).first()?;
        self.set_level(target, first);
        self.cover(target, lead, &group.items[0]);
        Some(group.range.end)
    }

    /// 同比增速均超20%,分别为27.6%和23.1%: the growths themselves.
    pub(crate) fn growths_refined(
        &mut self,
        group: &Group,
        lead: &Lead,
        targets: &[usize],
    ) -> Option<usize> {
        let rough = |&i: &usize| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|draft| {
                let change = draft.change.as_ref();
                draft.level.is_none()
                    && change.is_some_and(|it| it.unit == "%" && it.bound != Bound::Exact)
            })
        };
        if targets.len() != group.items.len() || !targets.iter().all(rough) {
            return None;
        }
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                return None;
            };
            if quantity.kind != Some(UnitKind::Rate) {
                return None;
            }
            let at = self.bytes(quantity.at.clone());
            let draft = self.drafts.get_mut(target)?;
            let change = draft.change.as_mut()?;
            let falls = change.digits.starts_with('-') || quantity.number.minus;
            change.digits = signed(&percent(quantity, &self.normal.text), falls);
            change.bound = quantity.bound;
            draft.besides.extend(change.at.replace(at));
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }
}

/// 出栏生猪29万头 as 生猪出栏, 生产原煤1286万吨 as 原煤产量.
pub(crate) fn by_its_noun(name: Name, first: &Quantity) -> Name {
    let amount = matches!(first.kind, Some(UnitKind::Amount));
    let turned = [
        ("出栏", "出栏", true),
        ("存栏", "存栏", true),
        ("生产", "产量", amount),
        ("产", "产量", amount),
    ];
    let noun = |verb: &str| {
        let noun = name.plain.strip_prefix(verb)?;
        let count = noun.chars().count();
        let plain =
            count > 0 && !noun.starts_with(['量', '值', '能', '业', '品', '出', '销', '率']);
        (plain && Lexicon::get().ending(Noun::Measure, noun).is_none()).then_some(count)
    };
    let found = turned
        .iter()
        .filter(|(.., fits)| *fits)
        .find_map(|(verb, measure, _)| Some((noun(verb)?, measure)));
    match found {
        Some((count, measure)) => name.last(count).and(measure),
        None => name,
    }
}

//! Growth that a clause before announced in words: 增速居全省第一,达6.8%; 增长最快,为42.6%;
//! 三大门类全部增长:采矿业3.6%,制造业5.5%.

use crate::carried::Pace;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Notes that a clause without a figure tells that something grew or fell.
    pub(crate) fn note_pace(&mut self, clause: &Range<usize>) {
        let words = &self.tokens()[clause.clone()];
        // 固定资产投资增速,亳州14.1%: of the places that follow, as the clause said.
        let each = |first: &Token| self.normal.text[first.range()].starts_with('各');
        let measures =
            words.first().is_some_and(each) || words.last().is_some_and(|it| it.is(Class::Rate));
        if measures && self.carried.places && self.carried.pace.is_some_and(|it| it.goes_on()) {
            return;
        }
        let rate = words.iter().rev().find(|token| token.is(Class::Rate));
        let moves = |class| words.iter().any(|token| token.is(class));
        let falls = match rate {
            Some(rate) => rate.negative(Class::Rate),
            None if moves(Class::Rise) => false,
            None if moves(Class::Fall) => true,
            None => {
                let name = self.phrases.name(clause.clone());
                match Lexicon::get().shorter(Noun::State, &name.plain) {
                    Some(state) if state.contains('增') => false,
                    _ => return,
                }
            }
        };
        let next = self.tokens().get(clause.end);
        let listed = next.is_some_and(|token| matches!(token.kind, Kind::Colon));
        // 从增速看: of all that follow.
        let listed =
            listed || self.carried.places && words.last().is_some_and(|it| it.is(Class::PrepEnd));
        self.carried.pace = Some(Pace { falls, listed });
    }

    /// Takes a percentage that says nothing of what it is for the growth announced before.
    pub(crate) fn paced(&self, lead: &mut Lead, first: &Quantity) {
        let pace = self.carried.pace.or_else(|| self.compared_rate());
        let Some(pace) = pace.or_else(|| self.place_that_grew()) else {
            return;
        };
        let said = lead.falls.is_some()
            || lead.rate.is_some()
            || lead.gap.is_some()
            || lead.share.is_some()
            || lead.pull.is_some();
        if said || !matches!(first.kind, Some(UnitKind::Rate | UnitKind::Times)) {
            return;
        }
        let lexicon = Lexicon::get();
        let grows = match self.phrases.subject(lead.subject.clone(), None) {
            // 增速第一的是泉州,6.5%
            Subject::Carried if lead.end == lead.subject.start => {
                let place = |name: &Name| crate::words::places::begins_with_place(&name.plain);
                let name = self.carried.pending.as_ref();
                name.is_some_and(|name| place(name) && !is_rate(name))
            }
            Subject::Carried if lead.level || lead.reach => {
                let current = self.carried.current.last();
                let said = current.and_then(|&i| self.drafts.get(i));
                let name = self.carried.pending.as_ref().or(said.map(|it| &it.name));
                name.is_some_and(|name| !is_rate(name))
                    // 增速……,达6.8%: of what has no figure yet.
                    && (self.carried.pending.is_some()
                        || said.is_some_and(|it| it.level.is_none() && it.change.is_none()))
            }
            Subject::Named(names) => {
                let part = |name: &Name| lexicon.ends_in(Noun::Category, &name.plain);
                // 合肥、芜湖同为10.2%, 最高的芜湖为13.8%
                let alone = |name: &str| {
                    let most = name
                        .rsplit_once('的')
                        .filter(|(how, _)| how.starts_with('最'));
                    crate::words::places::is_name(most.map_or(name, |(_, place)| place))
                };
                let place = |name: &Name| name.plain.split('、').all(alone);
                pace.listed && (!lead.level && names.iter().all(part) || names.iter().all(place))
            }
            _ => false,
        };
        if grows {
            lead.rate = Some(pace.falls);
            lead.reach = false;
        }
    }
}

impl Sentence<'_> {
    /// 嘉峪关GDP增长8.8%,排名第二;酒泉7.3%: another place right after one that grew.
    fn place_that_grew(&self) -> Option<Pace> {
        let last = self.drafts.len().checked_sub(1)?;
        let draft = self
            .drafts
            .get(last)
            .filter(|_| last >= self.carried.sentence)?;
        let grew = draft.level.is_none() && draft.change.as_ref().is_some_and(|it| it.unit == "%");
        (grew && self.of_a_part(last)).then_some(Pace::of_parts(false))
    }

    /// 税收占比较高的有A市(82%)、B市(79%): whether words before a list name what is no growth.
    pub(super) fn tells_a_ratio(&self, words: Range<usize>) -> bool {
        let ratio = ["比重", "占比", "比例", "占", "率"];
        let growth = ["增长率", "增长速率"];
        let tells = |token: &Token| {
            let text = &self.normal.text[token.range()];
            let ends = |ends: &[&str]| ends.iter().any(|end| text.contains(end));
            token.is(Class::Share) || token.is(Class::Ratio) || ends(&ratio) && !ends(&growth)
        };
        let words = self.tokens().get(words).unwrap_or_default();
        words.iter().any(tells)
    }

    /// 收入增速比城镇居民快2.2个百分点,达7.3%: a rate that was compared before it was told.
    fn compared_rate(&self) -> Option<Pace> {
        let draft = self.spoken_of()?;
        let rate = rateless(&draft.name.plain).len() < draft.name.plain.len();
        let fresh = draft.level.is_none() && draft.change.is_none() && !draft.gaps.is_empty();
        (rate && fresh).then(|| Pace {
            falls: draft.name.plain.ends_with("降幅"),
            listed: false,
        })
    }
}

/// Whether a name is measured in percent itself: 失业率, 占比.
pub(crate) fn is_rate(name: &Name) -> bool {
    let rest = rateless(&name.plain);
    [
        "率", "比重", "占比", "比例", "比", "面", "指数", "度", "份额", "贡献",
    ]
    .iter()
    .any(|end| rest.ends_with(end))
}

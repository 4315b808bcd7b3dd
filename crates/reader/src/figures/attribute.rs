//! Attributes before the work that has them: 总投资100亿元的X项目.

use crate::figures::figure::Figure;
use crate::phrases::doings::without_state;
use crate::phrases::lead::Lead;
use crate::phrases::measure::entity_in;
use crate::phrases::name::{Name, before_et_cetera};
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    /// 总投资100亿元的X项目, 50亿元的财政资金.
    pub(crate) fn attribute(&mut self, figure: Figure, subject: &Subject) -> Option<usize> {
        let Figure {
            clause,
            lead,
            quantity: first,
            ..
        } = figure;
        let lexicon = Lexicon::get();
        if let Some(end) = self.cost_of_the_counted(figure, subject) {
            return Some(end);
        }
        let (owner, end) = self.phrases.after(figure.next() + 1, clause.end);
        // 年销售收入过2000万元的规模企业4家, 收入超过10万元的村达到85%: a limit of those counted.
        let verb = |token: &&Token| token.is(Class::Level) || token.is(Class::Adverb);
        let rest = self.tokens().get(end..clause.end).unwrap_or_default();
        let counted = rest.iter().find(|token| !verb(token)).is_some_and(|next| {
            let counts = [Some(UnitKind::Count), Some(UnitKind::Rate)];
            matches!(&next.kind, Kind::Quantity(count) if counts.contains(&count.kind))
        });
        let limit = counted && first.bound != Bound::Exact;
        // GDP超过万亿元的城市: which they are.
        let those =
            first.bound != Bound::Exact && Lexicon::get().is_one_of(Noun::Places, &owner.plain);
        // 对完成率低于50%的单位: which they are.
        let below = first.kind == Some(UnitKind::Rate)
            && (lead.gap.is_some() || first.bound != Bound::Exact);
        // 引进了总投资12亿元的光电产业园、机床厂等一批项目: what the one costs, and no other.
        let costs = matches!(subject, Subject::Named(names) if names.iter().any(|it| it.plain.ends_with("总投资")));
        if owner.is_empty()
            || limit
            || those
            || below
            || !costs && self.lists_works(figure.next(), clause.end)
        {
            return None;
        }
        if let Some(target) = self.took_in(figure, &owner) {
            self.set_level(target, first);
            self.cover_counted(target, figure, end);
            return Some(end);
        }
        let owner = entity_in(&owner).unwrap_or(owner);
        // 总投资32亿元的封测基地主体封顶
        let owner = without_state(owner);
        let owner = before_et_cetera(owner);
        let name = match subject {
            _ if let Some(attribute) = self.attribute_of_all(figure) => owner.then(&attribute),
            Subject::Named(names) => {
                let attribute = names.first()?;
                let attributive = lexicon.is_one_of(Noun::Own, &attribute.plain)
                    || lexicon.ends_in(Noun::Measure, &attribute.plain);
                if !attributive || !self.measurable(attribute, first, lead) {
                    return None;
                }
                // 引进落地总投资21亿元的……: the attribute alone.
                let own = lexicon.shorter(Noun::Own, &attribute.plain);
                let attribute =
                    &own.map_or(attribute.clone(), |own| attribute.last(own.chars().count()));
                let owner = self.owner_of(lead, owner);
                self.carried.entity = Some(owner.clone());
                owner.then(attribute)
            }
            Subject::Carried if first.kind == Some(UnitKind::Money) => owner,
            _ => return None,
        };
        let target = self.open(vec![name], &lead.subject).first().copied()?;
        self.set_level(target, first);
        self.drafts[target].timeless = true;
        // 2.4亿元的产值目标
        let aim = self
            .tokens()
            .get(end)
            .map(|next| &self.normal.text[next.range()]);
        self.drafts[target].target |= aim.is_some_and(|aim| aim.starts_with("目标"));
        self.cover_counted(target, figure, end);
        Some(end)
    }

    /// 分别是总投资8亿元的A项目、5亿元的B项目: the attribute that is said once for all of them.
    fn attribute_of_all(&self, figure: Figure) -> Option<Name> {
        let lexicon = Lexicon::get();
        if let Some(shared) = figure.lead.shared.clone() {
            let said = self.phrases.name(self.phrases.trimmed(shared));
            return Some(said).filter(|it| lexicon.is_one_of(Noun::Own, &it.plain));
        }
        let before = figure.group.range.start.checked_sub(1)?;
        let listed = matches!(self.tokens()[before].kind, Kind::Pause);
        let last = self.drafts.last().filter(|it| listed && it.timeless)?;
        let unit = last.level.as_ref()?.unit.as_deref()?;
        let until = self.bytes(self.tokens()[before].range()).start;
        let own = lexicon.shorter(Noun::Own, &last.name.plain)?;
        let alike = unit.ends_with('元') && figure.quantity.kind == Some(UnitKind::Money);
        (alike && last.bytes.end == until).then(|| last.name.last(own.chars().count()))
    }

    /// 接待了480万人次的游客: those who were taken in.
    fn took_in(&mut self, figure: Figure, whom: &Name) -> Option<usize> {
        let who = ["游客", "旅客", "观众"].iter();
        let travels = who.clone().any(|who| whom.plain.ends_with(who));
        if !travels || figure.quantity.kind != Some(UnitKind::People) {
            return None;
        }
        let words = figure.lead.subject.start.min(figure.lead.from)..figure.lead.end;
        let took = ["接待", "吸引", "迎来", "发送", "运送"];
        let verb = words.rev().find_map(|i| {
            let word = self.phrases.token_text(i);
            took.iter().find(|verb| word.starts_with(**verb))
        })?;
        let name = Name::default().and(verb).then(whom);
        self.open(vec![name], &figure.lead.subject).first().copied()
    }

    /// Whether what follows lists works by how large they are: 10万吨电池、50亿元的科技园等项目.
    pub(crate) fn lists_works(&self, from: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let rest = tokens.get(from..).unwrap_or_default();
        let list = rest.iter().take(40);
        let list = list.take_while(|token| !matches!(token.kind, Kind::Comma | Kind::Semicolon));
        let list = &rest[..list.count()];
        // ……等13个重大项目
        let summed = list.windows(3).any(|three| {
            let text = |i: usize| &self.normal.text[three[i].range()];
            text(0).ends_with('等')
                && matches!(three[1].kind, Kind::Quantity(_))
                && ["项目", "工程"].iter().any(|works| text(2).contains(works))
        });
        let listed = summed
            || list.iter().any(|token| {
                let text = &self.normal.text[token.range()];
                text.split_once('等').is_some_and(|(_, rest)| {
                    let rest: String = rest.chars().take(8).collect();
                    rest.contains("项目") || rest.contains("工程")
                })
            });
        // Only where it is one list with more than one of them, or this is its last.
        listed
            && (tokens
                .get(end)
                .is_some_and(|token| matches!(token.kind, Kind::Pause))
                || tokens
                    .get(from..end)
                    .unwrap_or_default()
                    .iter()
                    .any(|token| self.normal.text[token.range()].contains("等")))
    }

    /// 这个……项目 is the work spoken of before.
    pub(crate) fn owner_of(&self, lead: &Lead, owner: Name) -> Name {
        let pointed = (lead.subject.start.saturating_sub(12)..lead.subject.end)
            .filter_map(|i| self.tokens().get(i))
            .any(|token| token.is(Class::Here));
        match &self.carried.entity {
            Some(entity) if pointed => entity.clone(),
            _ => owner,
        }
    }

    /// 总投资55.3亿元的重点项目[21个]: how many there are of what was just named by what it costs.
    pub(crate) fn count_of_the_owner(
        &mut self,
        figure: Figure,
        before: &Range<usize>,
    ) -> Option<usize> {
        let owner = self.carried.entity.clone()?;
        let last = self.drafts.last()?;
        // 9个项目 counts what follows.
        let next = self.tokens().get(figure.next());
        let follows = next.is_some_and(|next| next.kind.nominal());
        let said = before.is_empty()
            && !follows
            && before.start > figure.clause.start
            && figure.quantity.kind == Some(UnitKind::Count)
            && last.timeless
            && last.name.plain.starts_with(owner.plain.as_str())
            && last.bytes.end == self.bytes(self.tokens()[before.start - 1].range()).end;
        if !said {
            return None;
        }
        self.note_works(&owner);
        let target = self.alone(owner, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        Some(figure.next())
    }
}

//! Levels: how much there is of what.

use crate::change::percent;
use crate::clause::{Group, What};
use crate::draft::{Draft, Level, signed};
use crate::lead::Lead;
use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::phrase::{Name, Subject};
use crate::statement::{Sentence, entity_in};
use crate::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    pub(crate) fn set_level(&mut self, target: usize, quantity: &Quantity) {
        let unit = match quantity.kind {
            None => None,
            Some(UnitKind::Points) => Some("百分点".to_owned()),
            Some(UnitKind::Rate) if self.normal.text[quantity.unit.clone()].ends_with('‰') => {
                Some("‰".to_owned())
            }
            Some(UnitKind::Rate | UnitKind::Times) => Some("%".to_owned()),
            _ => Some(self.unit(quantity)),
        };
        let level = Level {
            digits: signed(&percent(quantity, &self.normal.text), quantity.number.minus),
            unit,
            bound: quantity.bound,
            at: self.bytes(quantity.at.clone()),
        };
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.level = Some(level);
        }
    }

    pub(crate) fn level(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
        limit: usize,
    ) -> Option<usize> {
        if group.items.len() > 1 {
            return self.levels(group, lead);
        }
        let next = group.range.end;
        let subject = self.level_subject(lead);
        let follows = self.tokens().get(next).filter(|_| next < clause.end);
        // 总投资100亿元的X项目: the owner follows.
        if follows.is_some_and(|token| matches!(token.kind, Kind::Of)) {
            return self.attribute(clause, group, lead, first, &subject);
        }
        // 5000余个公路节点监控: what is counted follows.
        let counted = matches!(
            first.kind,
            Some(UnitKind::Count | UnitKind::People | UnitKind::Money | UnitKind::Amount)
        );
        let noun = follows.is_some_and(|token| {
            token.kind.nominal() || token.is(Class::Keep) || token.is(Class::Deed)
        });
        if counted && noun && self.bare(lead, &subject) {
            return self.counted(clause, group, lead, first, limit);
        }
        let said_of = (lead.share.is_some() || ratio_alone(self.tokens(), lead))
            .then(|| self.carried.current.last().copied())
            .flatten();
        let target = match subject {
            Subject::Named(names) => self.new_level(names.into_iter().next()?, lead, first)?,
            Subject::Carried => self.carried_level(lead, first)?,
            Subject::Unclear => return None,
        };
        self.set_level(target, first);
        self.cover(target, lead, &group.items[0]);
        self.carried.base = said_of;
        Some(next)
    }

    /// Whether what stands before a number does not name what it measures.
    fn bare(&self, lead: &Lead, subject: &Subject) -> bool {
        let lexicon = Lexicon::get();
        match subject {
            Subject::Named(names) => names.first().is_none_or(|name| {
                let known = lexicon.ends_in("measure", &name.plain)
                    || lexicon.is_one_of("own", &name.plain)
                    || halfyear_catalogue::find(&name.plain).is_some();
                lead.of || !known && !lead.level
            }),
            Subject::Carried | Subject::Unclear => true,
        }
    }

    fn new_level(&mut self, name: Name, lead: &Lead, first: &Quantity) -> Option<usize> {
        let lexicon = Lexicon::get();
        if !self.measurable(&name, first, lead) {
            return None;
        }
        let own = lexicon.is_one_of("own", &name.plain);
        if !own && let Some(owner) = lexicon.owner(&name.plain) {
            // 滨江科创园项目占地面积320亩: what follows is of the same work.
            let count = owner.chars().count();
            let owner = Name {
                plain: owner.to_owned(),
                printed: name.printed.chars().take(count).collect(),
            };
            self.carried.entity = entity_in(&owner).or(self.carried.entity.take());
        }
        let owned = match &self.carried.entity {
            Some(entity) if own => entity.then(&name),
            _ => name,
        };
        let target = self.open(vec![owned], &lead.subject).first().copied()?;
        self.drafts[target].timeless = own;
        self.carried.pending = None;
        Some(target)
    }

    /// A level whose subject was named before: 突破1200亿元,达到1218.6亿元; 增长8%,达到86亿元.
    fn carried_level(&mut self, lead: &Lead, first: &Quantity) -> Option<usize> {
        if let Some(pending) = self.carried.pending.take() {
            if !self.measurable(&pending, first, lead) {
                return None;
            }
            return self.open(vec![pending], &lead.subject).first().copied();
        }
        let [current] = *self.carried.current.as_slice() else {
            return None;
        };
        let draft = self.drafts.get(current)?;
        let unit = self.unit(first);
        match &draft.level {
            None => (lead.level || lead.reach || lead.itself).then_some(current),
            Some(level) if level.unit.as_deref() == Some(unit.as_str()) => {
                let refined = level.bound != Bound::Exact && first.bound == Bound::Exact;
                if refined && !lead.itself && (lead.level || lead.reach) {
                    return Some(current);
                }
                if lead.so_far && !lead.itself {
                    // 新增上市公司3家,累计达21家
                    let all = self.without_keep(&draft.name.clone()).and("累计");
                    return self
                        .open(vec![all], &(lead.from..lead.from))
                        .first()
                        .copied();
                }
                if !lead.itself {
                    return None;
                }
                // 新增58家,总数达到623家
                let word = (lead.from..lead.subject.end.max(lead.from) + 3)
                    .filter_map(|i| self.tokens().get(i))
                    .find(|token| token.is(Class::Itself))?;
                let word = self.phrases.name_of(word.range());
                let all = self.without_keep(&draft.name.clone()).then(&word);
                let subject = lead.from..lead.from;
                self.open(vec![all], &subject).first().copied()
            }
            Some(_) => None,
        }
    }

    /// The name without 新增 and the like before it.
    fn without_keep(&self, name: &Name) -> Name {
        let cut = [
            "新增",
            "净增",
            "新认定",
            "新培育",
            "新登记",
            "新设立",
            "新设",
            "新引进",
        ]
        .iter()
        .find(|word| name.plain.starts_with(**word))
        .map_or(0, |word| word.chars().count());
        Name {
            plain: name.plain.chars().skip(cut).collect(),
            printed: name.printed.chars().skip(cut).collect(),
        }
    }

    /// 总投资100亿元的X项目, 50亿元的财政资金.
    fn attribute(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
        subject: &Subject,
    ) -> Option<usize> {
        let lexicon = Lexicon::get();
        let item = &group.items[0];
        let (owner, end) = self.phrases.after(group.range.end + 1, clause.end);
        if owner.is_empty() {
            return None;
        }
        let owner = entity_in(&owner).unwrap_or(owner);
        let name = match subject {
            Subject::Named(names) => {
                let attribute = names.first()?;
                let attributive = lexicon.is_one_of("own", &attribute.plain)
                    || lexicon.ends_in("measure", &attribute.plain);
                if !attributive || !self.measurable(attribute, first, lead) {
                    return None;
                }
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
        self.cover(target, lead, item);
        let words = self.bytes(self.tokens()[item.token].start..self.tokens()[end - 1].end);
        self.drafts[target].cover(&words);
        Some(end)
    }

    /// 这个……项目 is the work spoken of before.
    fn owner_of(&self, lead: &Lead, owner: Name) -> Name {
        let pointed = (lead.subject.start.saturating_sub(12)..lead.subject.end)
            .filter_map(|i| self.tokens().get(i))
            .any(|token| token.is(Class::Here));
        match &self.carried.entity {
            Some(entity) if pointed => entity.clone(),
            _ => owner,
        }
    }

    /// The subject of a level; of a share it takes in what the whole is.
    fn level_subject(&self, lead: &Lead) -> Subject {
        let carried = || {
            let current = self
                .carried
                .current
                .last()
                .filter(|_| self.carried.current.len() == 1);
            let current = current.and_then(|&i| self.drafts.get(i));
            self.carried
                .pending
                .clone()
                .or(current.map(|draft| draft.name.clone()))
        };
        // 对经济增长的贡献率: of what was named before.
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        if let Some(to) = words
            .first()
            .filter(|token| self.normal.text[token.range()].starts_with('对'))
            && words.iter().any(|token| token.is(Class::Pull))
        {
            let rest = self
                .phrases
                .name_of(to.start..words.last().map_or(to.end, |last| last.end));
            let name = carried().map(|part| part.then(&rest));
            return name.map_or(Subject::Unclear, |name| Subject::Named(vec![name]));
        }
        let Some(share) = lead.share else {
            let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
            // 占比55.3% is a share of what was named before.
            if let [.., ratio] = words
                && ratio.is(Class::Ratio)
                && words.iter().rev().skip(1).all(|token| {
                    matches!(token.kind, Kind::Time(_))
                        || token.is(Class::Conn)
                        || token.is(Class::Adverb)
                })
            {
                let name = carried().map(|part| part.then(&self.phrases.name_of(ratio.range())));
                return name.map_or(Subject::Unclear, |name| Subject::Named(vec![name]));
            }
            return self.phrases.subject(lead.subject.clone(), None);
        };
        let part = match self.phrases.subject(lead.subject.start..share, None) {
            Subject::Named(names) => names.into_iter().next(),
            Subject::Carried => carried(),
            Subject::Unclear => None,
        };
        let Some(part) = part else {
            return Subject::Unclear;
        };
        let end = self.share_end(lead, share);
        Subject::Named(vec![self.share_name(&part, share, end)])
    }

    /// 第三产业增加值 and 占GDP的比重 as one name.
    fn share_name(&self, part: &Name, share: usize, end: usize) -> Name {
        let whole = self.phrases.name(share..end);
        let whole = match whole.plain.strip_prefix('为') {
            Some(_) => Name {
                plain: whole.plain.replacen('为', "占", 1),
                printed: whole.printed.replacen(['为', '為'], "占", 1),
            },
            None => whole,
        };
        let said = ["比重", "比例", "份额", "占比"]
            .iter()
            .any(|word| whole.plain.ends_with(word));
        match end - share {
            1 => part.and("占比"),
            _ if said => part.then(&whole),
            _ => part.then(&whole).and("比重"),
        }
    }

    /// 占GDP的比重分别为6.1%、47.1%和46.8%.
    fn shares(&mut self, group: &Group, lead: &Lead, share: usize) -> Option<usize> {
        let count = group.items.len();
        let parts = match self.phrases.subject(lead.subject.start..share, Some(count)) {
            Subject::Named(names) => names,
            Subject::Carried => {
                let chain = &self.carried.chain;
                let last = chain
                    .len()
                    .checked_sub(count)
                    .and_then(|from| chain.get(from..))?;
                let name = |&i: &usize| self.drafts.get(i).map(|draft| draft.name.clone());
                last.iter().filter_map(name).collect()
            }
            Subject::Unclear => return None,
        };
        if parts.len() != count {
            return None;
        }
        let end = self.share_end(lead, share);
        let names = parts
            .iter()
            .map(|part| self.share_name(part, share, end))
            .collect();
        let targets = self.open(names, &lead.subject);
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            self.set_level(target, quantity);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }

    /// One past the last token of the whole that a share is of.
    fn share_end(&self, lead: &Lead, share: usize) -> usize {
        let mut end = lead.end;
        while end > share + 1 {
            let token = &self.tokens()[end - 1];
            let outside = matches!(token.kind, Kind::Of)
                || [
                    Class::Level,
                    Class::Before,
                    Class::Adverb,
                    Class::Reach,
                    Class::Basis,
                    Class::Each,
                ]
                .iter()
                .any(|&class| token.is(class));
            if !outside {
                break;
            }
            end -= 1;
        }
        end
    }

    /// Whether a number of this kind can measure what the name says.
    fn measurable(&self, name: &Name, quantity: &Quantity, lead: &Lead) -> bool {
        let lexicon = Lexicon::get();
        let measure = lexicon.ends_in("measure", &name.plain)
            || lexicon.is_one_of("own", &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        match quantity.kind {
            None => lexicon.ends_in("unitless", &name.plain),
            Some(UnitKind::Degree | UnitKind::Times) => measure,
            Some(UnitKind::Rate) => measure || lead.level || lead.share.is_some(),
            Some(UnitKind::Count | UnitKind::People) if quantity.number.chinese => {
                quantity.number.digits.len() > 1
            }
            _ => true,
        }
    }

    /// A number before what it counts: 21个项目列入名单, 1.3亿元专项资金.
    fn counted(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        lead: &Lead,
        quantity: &Quantity,
        limit: usize,
    ) -> Option<usize> {
        if quantity.number.chinese && quantity.number.digits.len() < 3 {
            return None;
        }
        let lexicon = Lexicon::get();
        let item = &group.items[0];
        let (noun, end) = self.phrases.after(group.range.end, clause.end);
        let verb = self.tokens().get(end).filter(|_| end < clause.end);
        let acts = verb.is_some_and(|token| {
            [Class::Act, Class::Deed, Class::RankVerb, Class::Level]
                .iter()
                .any(|&class| token.is(class))
        });
        // 28个村集体收入, 41个行业中, 202个项目完成投资318亿元: the count only tells whose figure follows.
        let measured = lexicon.ends_in("measure", &noun.plain)
            && !lexicon.ends_in("counted", &noun.plain)
            && quantity.kind != Some(UnitKind::Money);
        let whose = measured
            || verb.is_some_and(|token| token.is(Class::PrepEnd))
            || acts && limit < clause.end;
        if noun.is_empty() || whose {
            return None;
        }
        let mut name = noun.clone();
        let mut last = end;
        if lexicon.is_one_of("generic", &noun.plain) {
            // What happened to them tells which they are: 获五星等次工程.
            if !acts {
                return None;
            }
            let what = self.phrases.name(end..clause.end);
            if what.plain.chars().count() > 24 {
                return None;
            }
            name = what.then(&noun);
            last = clause.end;
        } else if let Some(keep) = self.keep_before(lead) {
            name = self.phrases.name_of(keep.range()).then(&noun);
        }
        let target = self.open(vec![name], &(0..0)).first().copied()?;
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        let words = self.bytes(self.tokens()[item.token].start..self.tokens()[last - 1].end);
        self.drafts[target].cover(&words);
        Some(last)
    }

    /// The 新增 right before a number.
    fn keep_before(&self, lead: &Lead) -> Option<&Token> {
        let before = self.tokens().get(lead.subject.clone())?.last()?;
        before.is(Class::Keep).then_some(before)
    }

    /// Several levels for several subjects.
    fn levels(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        if let Some(share) = lead.share {
            return self.shares(group, lead, share);
        }
        let targets = self.targets(lead, group.items.len())?;
        let fresh = |draft: &Draft| draft.level.is_none();
        if targets.len() != group.items.len()
            || !targets
                .iter()
                .all(|&i| self.drafts.get(i).is_some_and(fresh))
        {
            return None;
        }
        for (&target, item) in targets.iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let quantity = quantity.clone();
            self.set_level(target, &quantity);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }
}

/// Whether all that stands before the number is 占比 and the like.
fn ratio_alone(tokens: &[Token], lead: &Lead) -> bool {
    let words = tokens.get(lead.subject.clone()).unwrap_or_default();
    let Some((ratio, rest)) = words.split_last() else {
        return false;
    };
    ratio.is(Class::Ratio)
        && rest.iter().all(|token| {
            matches!(token.kind, Kind::Time(_)) || token.is(Class::Conn) || token.is(Class::Adverb)
        })
}

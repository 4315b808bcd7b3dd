//! Levels: how much there is of what.

use crate::draft::{Level, signed};
use crate::figures::change::percent;
use crate::figures::refined::by_its_noun;
use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::phrases::measure::entity_in;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::phrases::role::ratio_alone;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    pub(crate) fn set_level(&mut self, target: usize, quantity: &Quantity) {
        let unit = match quantity.kind {
            None => None,
            Some(UnitKind::Points) => Some(self.point_unit(quantity)),
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
            // 年度计划投资208亿元 is yet to come.
            draft.target |= draft.name.plain.ends_with("计划投资");
            // 突破千亿元,达1025.6亿元: the same, told once more.
            draft
                .besides
                .extend(draft.level.take().map(|rough| rough.at));
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
        if self.sums_a_list(lead, first, next) {
            return None;
        }
        if let Some(end) = self.rate_that_reached(group, lead, first) {
            return Some(end);
        }
        // 增长率首次突破8%,达到8.2%: the growth itself.
        let told = lead.level || lead.reach;
        if let [current] = *self.carried.current.as_slice()
            && first.kind == Some(UnitKind::Rate)
            && told
            && self.phrases.subject(lead.subject.clone(), None) == Subject::Carried
            && let Some(end) = self.growths_refined(group, lead, &[current])
        {
            return Some(end);
        }
        if let Some(pointed) = self.former_or_latter(lead) {
            // 前者突破1.02亿吨,后者达302万标箱
            let target = pointed.filter(|&i| {
                self.drafts
                    .get(i)
                    .is_some_and(|draft| draft.level.is_none())
            })?;
            self.set_level(target, first);
            self.cover(target, lead, &group.items[0]);
            return Some(next);
        }
        let done = self.invested_in_works(lead, first);
        let done = done.or_else(|| self.large_ones(lead, first));
        // 建立39个医联体: what follows was counted.
        let of_its_own = !self.phrases.after(next, clause.end).0.is_empty();
        let same = || self.done_to_the_same(lead, first).filter(|_| !of_its_own);
        let subject = match done.or_else(same) {
            Some(name) => Subject::Named(vec![name]),
            None => self.level_subject(lead),
        };
        // 六成以上行业保持增长: how many of all.
        if self.is_share(first)
            && self.phrases.trimmed(lead.subject.clone()).is_empty()
            && let Some(end) = self.doers(clause, group, lead, first, limit)
        {
            return Some(end);
        }
        let follows = self.tokens().get(next).filter(|_| next < clause.end);
        // 总投资100亿元的X项目: the owner follows.
        // 对照年初确定的13个指标预期目标: of whatever follows.
        let counts = matches!(first.kind, Some(UnitKind::Count | UnitKind::People));
        if lead.of && counts && follows.is_some_and(|token| token.is(Class::Itself)) {
            return None;
        }
        // 占比保持在30%左右的较好水平
        let (how, _) = self.phrases.after(next + 1, clause.end);
        let height = ["水平", "高位", "区间", "合理区间"]
            .iter()
            .any(|end| how.plain.ends_with(end));
        if !height && follows.is_some_and(|token| matches!(token.kind, Kind::Of)) {
            return self.attribute(clause, group, lead, first, &subject);
        }
        // A公司、B公司等4家企业产值均超10亿元: a limit that so many are above.
        let some = self
            .phrases
            .trimmed(lead.subject.clone())
            .start
            .checked_sub(1)
            .and_then(|i| self.tokens().get(i))
            .is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
        let money = matches!(first.kind, Some(UnitKind::Money));
        if some && (money || lead.all) && first.bound != Bound::Exact {
            return None;
        }
        // 5000余个公路节点监控: what is counted follows.
        let counted = matches!(
            first.kind,
            Some(UnitKind::Count | UnitKind::People | UnitKind::Money | UnitKind::Amount)
        );
        // 景观类项目8个在建: how they stand, not what they are.
        let state = follows.is_some_and(|token| {
            let text = &self.normal.text[token.range()];
            next + 1 >= clause.end
                && matches!(subject, Subject::Named(_))
                && (token.is(Class::Deed) || text.starts_with('在') || text.starts_with('已'))
        });
        let noun = !state
            && follows.is_some_and(|token| {
                if self.phrases.of_size(next) {
                    return true;
                }
                let noun = token.kind.nominal() || token.is(Class::Keep) || token.is(Class::Deed);
                // 折合1148亿元人民币
                noun && &self.normal.text[token.range()] != "人民币"
            });
        if lead.all
            && let Some(end) = self.level_of_all(group, lead, first)
        {
            return Some(end);
        }
        // 增速在10%以上的有5个, where nobody said of what.
        let relative = self
            .tokens()
            .get(lead.subject.clone())
            .and_then(|words| words.last())
            .is_some_and(|last| matches!(last.kind, Kind::Of));
        if counted && let Some(end) = self.some_of_them(clause, group, lead, first, limit) {
            return Some(end);
        }
        if counted && relative && lead.level {
            return None;
        }
        // 7月接待游客43.9万人次,1—7月累计接待144万人次
        if let Some(end) = self.done_in_another_time(group, lead, first) {
            return Some(end);
        }
        // 24个重点项目中,已开工19个
        let deed = self.phrases.trimmed(lead.subject.clone());
        if counted
            && !noun
            && !deed.is_empty()
            && deed.len() < 3
            && deed.clone().all(|i| self.tokens()[i].is(Class::Deed))
            && let Some(works) = self.works_counted()
        {
            let name = self.phrases.name(deed).then(&works);
            let target = self.alone(name, &lead.subject);
            self.set_level(target, first);
            self.cover(target, lead, &group.items[0]);
            self.carried.current = vec![target];
            return Some(next);
        }
        // 规模以上工业35个行业大类中: among how many, and what is told follows.
        let (whole, end) = self.phrases.after(next, clause.end);
        let among = self.tokens().get(end).filter(|_| end < clause.end);
        if counted && noun && among.is_some_and(|token| token.is(Class::PrepEnd)) {
            self.note_doers(&whole);
            return None;
        }
        if counted && noun && self.bare(lead, &subject) {
            return self.counted(clause, group, lead, first, limit);
        }
        // 食品工业占16.6%,同比增长23.7%: a share whose part is named is what is spoken of.
        let named = |share: usize| !self.phrases.trimmed(lead.subject.start..share).is_empty();
        let carried = match lead.share {
            Some(share) => share < lead.subject.start || !named(share),
            None => ratio_alone(self.tokens(), lead),
        };
        let said_of = carried
            .then(|| self.carried.base.or(self.carried.current.last().copied()))
            .flatten();
        // 规模以上工业26个行业大类: what is counted follows.
        let (of_them, after) = self.phrases.after(next, clause.end);
        let doers = counted && Lexicon::get().is_one_of(Noun::Doers, &of_them.plain);
        let subject = match subject {
            Subject::Named(mut names) if doers && after == clause.end => {
                names.truncate(1);
                Subject::Named(names.iter().map(|name| name.then(&of_them)).collect())
            }
            subject => subject,
        };
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

    /// The works that were counted just before: some of them are told of.
    fn works_counted(&self) -> Option<Name> {
        let doers = self.carried.doers.as_ref().map(|(_, doers)| doers);
        let works = self.carried.works.as_ref();
        // 重点项目63个……。目前已开工52个: those of the sentence before, where this one begins so.
        let first = self.carried.sentence == self.drafts.len();
        let works = works
            .filter(|(_, here)| *here || first)
            .map(|(works, _)| works);
        let works = doers
            .filter(|doers| {
                ["项目", "工程"]
                    .iter()
                    .any(|end| doers.plain.ends_with(end))
            })
            .or(works)?;
        Some(works.clone())
    }

    /// Whether what stands before a number does not name what it measures.
    fn bare(&self, lead: &Lead, subject: &Subject) -> bool {
        let lexicon = Lexicon::get();
        match subject {
            Subject::Named(names) => names.first().is_none_or(|name| {
                let known = lexicon.ends_in(Noun::Measure, &name.plain)
                    || lexicon.is_one_of(Noun::Own, &name.plain)
                    || halfyear_catalogue::find(&name.plain).is_some();
                lead.of || !known && !lead.level
            }),
            Subject::Carried | Subject::Unclear => true,
        }
    }

    fn new_level(&mut self, name: Name, lead: &Lead, first: &Quantity) -> Option<usize> {
        let lexicon = Lexicon::get();
        // 可新增停车位513个 is to come; 邹城新增19家 does not say what.
        let to_come = name.plain.starts_with("可新增") || name.plain.starts_with("可提供");
        let of_nothing = ["新增", "新设", "净增"]
            .iter()
            .any(|end| name.plain.ends_with(end));
        if !self.measurable(&name, first, lead)
            || name.plain.chars().count() < 2
            || to_come
            || self.daily(lead)
            // 每公斤由30元回落到14元
            || name.plain.starts_with('每') && name.plain.chars().count() < 4
            || of_nothing
            || lexicon.is_one_of(Noun::Nameless, &name.plain)
            // 等13个难题: what was counted follows.
            || name.plain.ends_with('等')
            // 人工造林任务12万亩: a plan.
            || name.plain.ends_with("任务")
        {
            return None;
        }
        let own = lexicon.is_one_of(Noun::Own, &name.plain);
        if !own && let Some(owner) = lexicon.owner(&name.plain) {
            // 滨江科创园项目占地面积320亩: what follows is of the same work.
            let count = owner.chars().count();
            let owner = Name {
                plain: owner.to_owned(),
                printed: name.printed.chars().take(count).collect(),
            };
            self.carried.entity = entity_in(&owner).or(self.carried.entity.take());
        }
        let name = self.new_ones(self.per_head(name)?, lead);
        let name = self.of_batch(self.headed(name));
        let name = self.owned(name, lead)?;
        let name = self.within(name);
        self.note_counted(&name, first);
        let among = self.counted_among(&name, first);
        let name = self.done_of_the_same(name, first)?;
        let name = self.of_the_counted(by_its_noun(name, first), first);
        let name = self.of_the_new(name, first);
        let name = match among.or_else(|| Some(self.verb_of_list(lead, first)?.then(&name))) {
            Some(whole) => whole,
            None => name,
        };
        let half = matches!(
            name.plain.as_str(),
            "城镇" | "农村" | "乡村" | "城市" | "男性" | "女性"
        );
        let name = match first.kind {
            // 居民恩格尔系数为28.4%,其中城镇为27.7%
            Some(UnitKind::Rate | UnitKind::Degree) | None if half => match &self.carried.measure {
                Some(measure) => name.then(measure),
                None => return None,
            },
            // 工业产能利用率为75.9%。采矿业为76.4%
            Some(UnitKind::Rate)
                if lead.level
                    && lead.share.is_none()
                    && [Noun::Category, Noun::Agent]
                        .iter()
                        .any(|&noun| lexicon.ends_in(noun, &name.plain)) =>
            {
                self.of_the_same_rate(name)
            }
            Some(UnitKind::Money) if !own => self.industry(self.with_tail(name)),
            Some(UnitKind::Amount) if !own && lexicon.ends_in(Noun::Agent, &name.plain) => {
                self.with_tail(name)
            }
            Some(UnitKind::Amount) if !own => self.measured_alike(name, first),
            // 户籍人口118万人,其中男性57万人
            Some(UnitKind::People) if half => match &self.carried.measure {
                Some(measure) if measure.plain.ends_with("人口") => name.then(measure),
                _ => name,
            },
            // 民用汽车保有量108万辆,其中私人汽车65万辆; 寄递业务量20亿件,其中快递19亿件
            Some(UnitKind::Count)
                if name.plain.ends_with('车') || lexicon.ends_in(Noun::Category, &name.plain) =>
            {
                self.measured_alike(name, first)
            }
            _ => name,
        };
        // 这个项目总投资30亿元
        let (name, own) = match (name.plain.as_str(), &self.carried.entity) {
            ("项目总投资", Some(work)) if work.plain.ends_with("项目") => {
                (name.last(3), true)
            }
            _ => (name, own),
        };
        let owned = match &self.carried.entity {
            Some(entity) if own && !entity.plain.contains(&name.plain) => entity.then(&name),
            _ => name,
        };
        // One work has no two totals: the second is of something that nobody named.
        let said = self.drafts.get(self.carried.sentence..)?;
        if own
            && said
                .iter()
                .any(|draft| draft.timeless && draft.name == owned)
        {
            return None;
        }
        let target = self.open(vec![owned], &lead.subject).first().copied()?;
        self.drafts[target].timeless = own;
        if first.kind == Some(UnitKind::Count) {
            let name = self.drafts[target].name.clone();
            self.note_works(&name);
        }
        self.carried.pending = None;
        Some(target)
    }

    /// Whether a number of this kind can measure what the name says.
    pub(crate) fn measurable(&self, name: &Name, quantity: &Quantity, lead: &Lead) -> bool {
        let lexicon = Lexicon::get();
        let measure = lexicon.ends_in(Noun::Measure, &name.plain)
            || lexicon.is_one_of(Noun::Own, &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        match quantity.kind {
            None => lexicon.ends_in(Noun::Unitless, &name.plain),
            // 为10年来最高 tells of no output; how long something takes does.
            Some(UnitKind::Degree)
                if self.normal.text[quantity.unit.clone()]
                    .starts_with(['年', '个', '天', '日', '周', '小', '分', '秒', '月', '岁']) =>
            {
                lexicon.ends_in(Noun::Duration, &name.plain)
            }
            Some(UnitKind::Degree | UnitKind::Times) => measure,
            Some(UnitKind::Rate) => measure || lead.level || lead.share.is_some(),
            Some(UnitKind::Count | UnitKind::People) if quantity.number.chinese => {
                quantity.number.digits.len() > 1
            }
            _ => true,
        }
    }
}

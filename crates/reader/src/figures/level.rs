//! Levels: how much there is of what.

use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::phrases::role::ratio_alone;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use halfyear_facts::Bound;

impl Sentence<'_> {
    /// Reads a level, or what else a number without a direction says; gives the token after it.
    pub(crate) fn level(&mut self, figure: Figure) -> Option<usize> {
        let Figure {
            clause,
            group,
            lead,
            quantity: first,
            ..
        } = figure;
        let next = figure.next();
        if let Some(end) = self.in_two_measures(figure) {
            return Some(end);
        }
        if let Some(end) = self.at_the_next_time(figure) {
            return Some(end);
        }
        let besides = self.spent_on_livelihood(figure);
        let besides = besides.or_else(|| self.mean_of_days(figure));
        let besides = besides.or_else(|| self.helped(figure));
        let besides = besides.or_else(|| self.further_whole(figure));
        let done = besides.or_else(|| self.done_for(figure).then_some(next));
        if let Some(end) = done.or_else(|| self.some_of_those(figure)) {
            return Some(end);
        }
        if group.items.len() > 1 {
            // GDP超过4000亿元和3800亿元的A市和B市: which they are, not what is told of them.
            let of = self.tokens().get(next);
            let picks = of.is_some_and(|of| matches!(of.kind, Kind::Of)) && next < clause.end;
            return match picks {
                true => None,
                false => self.levels(group, lead),
            };
        }
        if self.sums_a_list(figure) {
            return None;
        }
        if let Some(end) = self.rate_that_reached(group, lead, first) {
            return Some(end);
        }
        if let Some(end) = self.growth_refined(figure) {
            return Some(end);
        }
        if let Some(pointed) = self.former_or_latter(lead) {
            return self.level_of_one(figure, pointed?);
        }
        let subject = self.subject_of(figure);
        // 六成以上行业保持增长: how many of all.
        if self.is_share(first)
            && self.says_how_many(lead)
            && let Some(end) = self.doers(figure)
        {
            return Some(end);
        }
        let follows = self.tokens().get(next).filter(|_| next < clause.end);
        // 对照年初确定的13个指标预期目标
        let counts = matches!(first.kind, Some(UnitKind::Count | UnitKind::People));
        let (whole, end) = self.phrases.after(next, clause.end);
        let among = self.tokens().get(end).filter(|_| end < clause.end);
        let among = among.is_some_and(|token| token.is(Class::PrepEnd));
        let itself = follows.is_some_and(|token| token.is(Class::Itself));
        if lead.of && counts && itself && !among {
            return None;
        }
        // 甲、乙出口分别为84.7亿元(-6.2%)、53.1亿元(14.8%): no figure is of both.
        let both = |names: &[Name]| names.iter().any(|name| name.plain.contains('、'));
        if lead.each && matches!(&subject, Subject::Named(names) if both(names)) {
            return None;
        }
        // 总投资100亿元的X项目: the owner follows.
        let of = follows.is_some_and(|token| matches!(token.kind, Kind::Of));
        if of && let Some(end) = self.level_before_its_noun(figure, &subject) {
            return Some(end);
        }
        if of && !self.says_how_high(figure) {
            return self.attribute(figure, &subject);
        }
        if self.limits_some(figure) {
            return None;
        }
        // 增长9.8%,已连续10个季度保持在8%以上: how it went before.
        if self.kept_on(figure) {
            self.mark(group.range.clone(), Part::Earlier);
            return Some(next);
        }
        let noun = self.noun_follows(figure, &subject);
        let each = self.of_each(lead);
        if (lead.all || each)
            && let Some(end) = self.level_of_all(group, lead, first)
        {
            return Some(end);
        }
        if each {
            return None;
        }
        // 5000余个公路节点监控: what is counted follows.
        let counted = counts || matches!(first.kind, Some(UnitKind::Money | UnitKind::Amount));
        if counted {
            if let Some(end) = self.some_of_them(figure) {
                return Some(end);
            }
            // 增速在10%以上的有5个, where nobody said of what.
            let words = self.tokens().get(lead.subject.clone());
            let relative = words
                .and_then(|words| words.last())
                .is_some_and(|last| matches!(last.kind, Kind::Of));
            if relative && lead.level {
                return None;
            }
        }
        // 甲公司50万吨焦化等3个项目: how much they make is in their names.
        if first.kind == Some(UnitKind::Amount) && self.lists_works(next, clause.end) {
            return None;
        }
        // 7月接待游客43.9万人次,1—7月累计接待144万人次
        if let Some(end) = self.done_in_another_time(group, lead, first) {
            return Some(end);
        }
        if counted
            && (!noun || follows.is_some_and(|it| it.is(Class::Deed)))
            && let Some(end) = self.done_of_the_works(figure)
        {
            return Some(end);
        }
        // 规模以上工业35个行业大类中: among how many, and what is told follows.
        if counted && noun && among {
            return self.those_counted(figure, &whole);
        }
        if counted && let Some(end) = self.among_told(figure, &whole, end) {
            return Some(end);
        }
        if counted && noun && self.bare(lead, &subject) {
            return self.counted(figure);
        }
        // 高新区有17个在建项目: the zone is where they are.
        if counted
            && let Subject::Named(names) = &subject
            && names.iter().any(|name| self.is_where(lead, name))
        {
            return None;
        }
        let said_of = self.said_of_a_share(lead);
        // 规模以上工业26个行业大类: what is counted follows.
        let doers = counted && Lexicon::get().is_one_of(Noun::Doers, &whole.plain);
        let subject = match subject {
            Subject::Named(mut names) if doers && end == clause.end => {
                names.truncate(1);
                Subject::Named(names.iter().map(|name| name.then(&whole)).collect())
            }
            subject => subject,
        };
        // 五大行业合计占54%,分别增长……: what follows is of each of them.
        let share = lead.share.map(|share| lead.subject.start..share);
        let together =
            share.is_some_and(|words| self.says_together(&words)) && self.each_follows(clause.end);
        let all = together.then(|| (self.carried.current.clone(), self.carried.chain.len()));
        if subject == Subject::Carried
            && self.carried.pending.is_none()
            && self.passes_a_mark(lead, first)
        {
            self.mark(group.range.clone(), Part::Threshold);
            return Some(next);
        }
        let target = match subject {
            Subject::Named(names) => self.new_level(names.into_iter().next()?, lead, first)?,
            Subject::Carried => self.carried_level(lead, first)?,
            Subject::Unclear => return None,
        };
        let end = self.put_level(figure, target);
        self.carried.base = said_of;
        if let Some((current, chain)) = all {
            self.carried.base = None;
            self.carried.current = current;
            self.carried.chain.truncate(chain);
        }
        Some(end)
    }

    /// Whether what comes right after a clause is said of several, each by itself.
    fn each_follows(&self, end: usize) -> bool {
        let after = self.tokens().get(end..).unwrap_or_default();
        after.iter().take(8).any(|token| token.is(Class::Each))
    }

    /// Gives a statement its level; gives the token after it.
    pub(super) fn put_level(&mut self, figure: Figure, target: usize) -> usize {
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        // 其中超10亿元的18栋: the limit says which.
        let tokens = self.tokens();
        let counts = figure.quantity.kind == Some(UnitKind::Count);
        let of = tokens
            .get(figure.lead.from)
            .filter(|it| counts && matches!(it.kind, Kind::Of));
        if let Some(of) = of {
            let near = figure.lead.from.saturating_sub(12);
            let before = &tokens[near..figure.lead.from];
            let comma = before.iter().rposition(|token| token.kind.breaks());
            let start = before.get(comma.map_or(0, |at| at + 1)).unwrap_or(of).start;
            let bytes = self.bytes(start..of.end);
            if let Some(draft) = self.drafts.get_mut(target) {
                draft.cover(&bytes);
            }
        }
        figure.next()
    }

    /// 增长率首次突破8%,达到8.2%: the growth itself.
    fn growth_refined(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let &[current] = self.carried.current.as_slice() else {
            return None;
        };
        // 比重从14.5%提升至90%, after another growth: of what was named with its earlier figure.
        let told = (lead.level || lead.reach) && self.carried.pending.is_none();
        let carried = figure.quantity.kind == Some(UnitKind::Rate)
            && told
            && self.phrases.subject(lead.subject.clone(), None) == Subject::Carried;
        if !carried {
            return None;
        }
        self.growths_refined(figure.group, lead, &[current])
    }

    /// 前者突破1.02亿吨,后者达302万标箱
    fn level_of_one(&mut self, figure: Figure, pointed: usize) -> Option<usize> {
        let draft = self.drafts.get(pointed)?;
        let fresh = draft.level.is_none();
        fresh.then(|| self.put_level(figure, pointed))
    }

    /// What a level is of: what the words before it name, or what was done to the same as before.
    fn subject_of(&mut self, figure: Figure) -> Subject {
        let Figure {
            clause,
            lead,
            quantity: first,
            ..
        } = figure;
        // 发电238.6亿千瓦时
        let power = self.normal.text[first.unit.clone()].ends_with(['时', '度']);
        if power {
            let words = self.phrases.trimmed(lead.subject.clone());
            let verb = self.phrases.name(words);
            if verb.plain == "发电" {
                return Subject::Named(vec![verb.and("量")]);
            }
        }
        let done = self.invested_in_works(lead, first);
        let done = done.or_else(|| self.spent_of_the_fund(lead, first));
        let done = done.or_else(|| self.done_of_the_works_part(lead, first));
        let done = done.or_else(|| self.large_ones(lead, first));
        let done = done.or_else(|| self.those_beyond(lead, first));
        let done = done.or_else(|| self.new_ones_of_the_time(lead, first));
        let done = done.or_else(|| self.invested_in_what_follows(figure));
        // 建立39个医联体: what follows was counted.
        let of_its_own = !self.phrases.after(figure.next(), clause.end).0.is_empty();
        let same = || self.done_to_the_same(lead, first).filter(|_| !of_its_own);
        let done = done.or_else(same);
        let done = done.or_else(|| self.guests_as_before(lead, first));
        let done = done.or_else(|| self.grown_by(lead, first));
        match done.or_else(|| self.those_who_fare(figure)) {
            Some(name) => Subject::Named(vec![name]),
            None if self.only_done(lead) => Subject::Carried,
            None => self.level_subject(lead),
        }
    }

    /// 占比保持在30%左右的较好水平
    fn says_how_high(&self, figure: Figure) -> bool {
        let (how, _) = self.phrases.after(figure.next() + 1, figure.clause.end);
        Lexicon::get().ends_in(Noun::Height, &how.plain)
    }

    /// A公司、B公司等4家企业产值均超10亿元: a limit that so many are above.
    fn limits_some(&self, figure: Figure) -> bool {
        let Figure { lead, quantity, .. } = figure;
        let some = self
            .phrases
            .trimmed(lead.subject.clone())
            .start
            .checked_sub(1)
            .and_then(|i| self.tokens().get(i))
            .is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
        // 68个重点项目完成投资超87亿元, 20家企业实现产值约88.4亿元: of all of them together.
        let name = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let sums = ["投资", "资金", "总额", "总量"];
        let summed = sums.iter().any(|it| name.plain.ends_with(it));
        let rough = quantity.bound == Bound::About || quantity.number.digits.contains('.');
        let mark = !summed && !rough && quantity.kind == Some(UnitKind::Money);
        some && (mark || lead.all) && quantity.bound != Bound::Exact
    }

    /// Whether the noun of what is counted follows the number.
    fn noun_follows(&self, figure: Figure, subject: &Subject) -> bool {
        let (next, clause) = (figure.next(), figure.clause);
        let Some(token) = self.tokens().get(next).filter(|_| next < clause.end) else {
            return false;
        };
        let text = &self.normal.text[token.range()];
        // 景观类项目8个在建: how they stand, not what they are.
        let state = next + 1 >= clause.end
            && matches!(subject, Subject::Named(_))
            && (token.is(Class::Deed) || text.starts_with('在') || text.starts_with('已'));
        let noun = token.kind.nominal() || token.is(Class::Keep) || token.is(Class::Deed);
        // 10项主要指标中
        let noun = noun || text.ends_with("指标");
        // 折合1148亿元人民币, 突破2000亿元大关
        let what = noun && !Lexicon::get().is_one_of(Noun::Mark, text);
        !state && (self.phrases.of_size(next) || what)
    }

    /// 食品工业占16.6%,同比增长23.7%: what is spoken of, which a share whose part is not named is
    /// said of.
    fn said_of_a_share(&self, lead: &Lead) -> Option<usize> {
        // 规模占全省4.9%: of what was spoken of.
        // 地区生产总值512.9亿元,……经济总量占全省的12.9%: another word for the product.
        let product = self.spoken_of().is_some_and(|said| {
            let product = ["生产总值", "GDP"];
            product.iter().any(|end| said.name.plain.ends_with(end))
        });
        let itself = |i: usize| {
            let token = &self.tokens()[i];
            token.is(Class::Itself) || product && &self.normal.text[token.range()] == "经济总量"
        };
        let named = |share: usize| {
            let words = self.phrases.trimmed(lead.subject.start..share);
            !words.into_iter().all(itself)
        };
        let carried = match lead.share {
            Some(share) => share < lead.subject.start || !named(share),
            None => ratio_alone(self.tokens(), lead),
        };
        carried
            .then(|| self.carried.base.or(self.carried.current.last().copied()))
            .flatten()
    }

    /// Whether what stands before a number does not name what it measures.
    fn bare(&self, lead: &Lead, subject: &Subject) -> bool {
        let lexicon = Lexicon::get();
        match subject {
            Subject::Named(names) => names.first().is_none_or(|name| {
                let known = lexicon.ends_in(Noun::Measure, &name.plain)
                    || lexicon.is_one_of(Noun::Own, &name.plain)
                    || halfyear_catalogue::find(&name.plain).is_some();
                // 辽宁共有1141个新建项目
                self.is_where(lead, name)
                    || lead.of
                    || !known && !lead.level
                    || !self.place_of(lead).is_empty()
            }),
            Subject::Carried | Subject::Unclear => true,
        }
    }
}

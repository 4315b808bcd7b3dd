//! Puts subjects and numbers together: one statement, one fact.

use crate::clause::{self, Group, Item, What};
use crate::draft::{Distance, Draft, Level, Move, Standing, signed};
use crate::lead::{Lead, lead};
use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::normal::Normal;
use crate::numeral;
use crate::phrase::{Name, Phrases, Subject};
use crate::scan::Scanned;
use crate::time::{Part, Time, Year};
use crate::token::{Kind, Quantity, Token};
use halfyear_facts::Basis;
use std::ops::Range;

/// What the reader carries from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Carried {
    /// The time that the paragraph speaks of.
    pub(crate) time: Option<Time>,
    /// The work that attributes such as 总投资 belong to.
    entity: Option<Name>,
    /// The statements that a clause without a subject goes on with.
    current: Vec<usize>,
    /// A subject named without a number yet.
    pending: Option<Name>,
    /// Among whom the last rank was.
    within: Option<String>,
    /// The first statement of the sentence.
    sentence: usize,
}

impl Carried {
    /// Forgets what does not outlive a paragraph.
    pub(crate) fn paragraph(&mut self) {
        self.time = None;
        self.entity = None;
        self.current.clear();
        self.pending = None;
        self.within = None;
    }
}

/// Reads one sentence.
pub(crate) struct Sentence<'a> {
    pub(crate) phrases: Phrases<'a>,
    pub(crate) normal: &'a Normal,
    pub(crate) file: &'a str,
    pub(crate) scanned: &'a Scanned,
    pub(crate) carried: &'a mut Carried,
    pub(crate) drafts: &'a mut Vec<Draft>,
    /// The time of this clause, where it is not the paragraph's.
    aside_time: Option<Time>,
}

impl<'a> Sentence<'a> {
    pub(crate) fn new(
        normal: &'a Normal,
        file: &'a str,
        own: &'a [String],
        scanned: &'a Scanned,
        carried: &'a mut Carried,
        drafts: &'a mut Vec<Draft>,
    ) -> Self {
        Self {
            phrases: Phrases {
                normal,
                file,
                tokens: &scanned.tokens,
                own,
            },
            normal,
            file,
            scanned,
            carried,
            drafts,
            aside_time: None,
        }
    }

    fn tokens(&self) -> &'a [Token] {
        &self.scanned.tokens
    }

    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.normal.printed(range, self.file)
    }

    fn printed(&self, range: Range<usize>) -> String {
        self.phrases.name_of(range).printed
    }

    /// Reads its clauses from left to right.
    pub(crate) fn read(&mut self) {
        self.carried.current.clear();
        self.carried.pending = None;
        self.carried.within = None;
        self.carried.sentence = self.drafts.len();
        for clause in clause::clauses(self.tokens()) {
            self.clause(&clause);
        }
    }

    fn clause(&mut self, clause: &Range<usize>) {
        self.times(clause);
        let groups = clause::groups(self.tokens(), clause);
        let mut from = clause.start;
        let mut read = false;
        for (i, group) in groups.iter().enumerate() {
            let limit = groups
                .get(i + 1)
                .map_or(clause.end, |next| next.range.start);
            let end = self.group(clause, group, from..group.range.start, limit);
            read |= end.is_some();
            from = end.unwrap_or(group.range.end);
        }
        if !read {
            self.no_number(clause);
        }
    }

    /// Notes the times that a clause names.
    fn times(&mut self, clause: &Range<usize>) {
        for i in clause.clone() {
            let Kind::Time(time) = self.tokens()[i].kind else {
                continue;
            };
            let before = i.checked_sub(1).and_then(|b| self.tokens().get(b));
            let compared = before.is_some_and(|token| {
                token.is(Class::Than) || token.is(Class::Gap) || token.is(Class::From)
            });
            if compared {
                continue;
            }
            let passing = time.day
                || time.part == Part::Floating
                || matches!(time.part, Part::Months(from, to) if from == to && from != 12 && time.year == Year::Unsaid);
            if passing {
                self.aside_time = Some(time);
            } else {
                self.aside_time = None;
                self.carried.time = Some(match (self.carried.time, time.year) {
                    // 2023年……上半年: the year was said before.
                    (Some(before), Year::Unsaid)
                        if time.says_part() && before.year != Year::Relative(-1) =>
                    {
                        Time {
                            year: match before.year {
                                Year::Between(..) => Year::Unsaid,
                                year => year,
                            },
                            ..time
                        }
                    }
                    _ => time,
                });
            }
        }
    }

    /// A clause without a statement may name what the next one speaks of.
    fn no_number(&mut self, clause: &Range<usize>) {
        let lexicon = Lexicon::get();
        let verb = clause.clone().find(|&i| {
            [
                Class::Level,
                Class::Act,
                Class::Rise,
                Class::Fall,
                Class::RankVerb,
                Class::Adverb,
                Class::Gap,
            ]
            .iter()
            .any(|&class| self.tokens()[i].is(class))
                && i > clause.start
        });
        let first = clause.start..verb.unwrap_or(clause.end);
        let Subject::Named(names) = self.phrases.subject(first, false) else {
            return;
        };
        let Some(name) = names.into_iter().next() else {
            return;
        };
        if let Some(entity) = entity_in(&name) {
            self.carried.entity = Some(entity);
        }
        if lexicon.ends_in("measure", &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some()
        {
            self.carried.pending = Some(name);
        }
    }

    /// Reads a group of numbers; gives the token after what it used, where it could be read.
    fn group(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        match group.items.first()?.what {
            What::Rank(_) => self.rank(clause, group, before),
            What::Amount(ref quantity) => {
                let quantity = quantity.clone();
                self.amount(clause, group, &quantity, before, limit)
            }
        }
    }

    fn amount(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        first: &Quantity,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        let lead = lead(&self.normal.text, self.tokens(), before.clone(), false);
        if lead.earlier {
            return Some(group.range.end);
        }
        match role(&lead, first) {
            Role::Growth => self.growth(group, &lead, first.kind),
            Role::Points => self.points(group, &lead),
            Role::Distance => self.distances(group, &lead),
            Role::Contribution => self.contribution(group, &lead),
            Role::Multiple => self.multiple(group, &lead),
            Role::Level => self.level(clause, group, &lead, first, limit),
            Role::Nothing => None,
        }
    }

    /// The statements that numbers of a group belong to: new ones for a subject of their own, else those carried.
    fn targets(&mut self, lead: &Lead, count: usize, level: bool) -> Option<Vec<usize>> {
        let several = count > 1 && lead.gap.is_none() || lead.all;
        let subject = if lead.itself && lead.subject.is_empty() {
            Subject::Carried
        } else {
            self.phrases.subject(lead.subject.clone(), several)
        };
        match subject {
            Subject::Unclear => None,
            Subject::Carried => {
                if let Some(pending) = self.carried.pending.take()
                    && (self.carried.current.is_empty() || level)
                {
                    return Some(self.open(vec![pending], &lead.subject));
                }
                let current = self.carried.current.clone();
                (!current.is_empty()).then_some(current)
            }
            Subject::Named(names) => {
                let names = if several && names.len() != count && !lead.all {
                    // The list is one thing with one number, or not what was thought.
                    match self.phrases.subject(lead.subject.clone(), false) {
                        Subject::Named(names) if count == 1 => names,
                        _ => return None,
                    }
                } else {
                    names
                };
                if !level
                    && names.len() == 1
                    && let Some(known) = self.known(names.first()?)
                {
                    return Some(vec![known]);
                }
                self.carried.pending = None;
                Some(self.open(names, &lead.subject))
            }
        }
    }

    /// A statement of this sentence that a short name such as 五星数量 means.
    fn known(&self, name: &Name) -> Option<usize> {
        let core = ["数量", "总量", "增速", "增幅", "规模", "总额"]
            .iter()
            .find_map(|tail| name.plain.strip_suffix(tail))?;
        let core_len = core.chars().count();
        (self.carried.sentence..self.drafts.len())
            .find(|&i| core_len >= 2 && self.drafts[i].name.plain.contains(core))
    }

    /// Begins statements; they become the ones carried on with.
    fn open(&mut self, names: Vec<Name>, subject: &Range<usize>) -> Vec<usize> {
        let time = self.aside_time.or(self.carried.time);
        let tokens = self.tokens();
        let trimmed = tokens.get(subject.clone()).unwrap_or_default();
        let words = trimmed
            .iter()
            .position(|token| !matches!(token.kind, Kind::Time(_)))
            .and_then(|i| Some(trimmed.get(i)?.start..trimmed.last()?.end));
        let target = trimmed.iter().any(|token| token.is(Class::Target));
        let indices: Vec<usize> = names
            .into_iter()
            .map(|name| {
                let mut draft = Draft {
                    name,
                    time,
                    target,
                    ..Draft::default()
                };
                if let Some(words) = &words {
                    draft.cover(&self.bytes(words.clone()));
                }
                self.drafts.push(draft);
                self.drafts.len() - 1
            })
            .collect();
        self.carried.current = indices.clone();
        indices
    }

    /// Lets a statement reach from the predicate's first word to the number.
    fn cover(&mut self, index: usize, lead: &Lead, item: &Item) {
        let start = self
            .tokens()
            .get(lead.from.min(item.token))
            .map_or(0, |token| token.start);
        let end = self.tokens()[item.token].end;
        let bytes = self.bytes(start..end);
        if let Some(draft) = self.drafts.get_mut(index) {
            draft.cover(&bytes);
            draft.target |= lead.target;
        }
    }

    fn growth(&mut self, group: &Group, lead: &Lead, kind: Option<UnitKind>) -> Option<usize> {
        let targets = self.targets(lead, group.items.len(), false)?;
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        let mut shown = Vec::new();
        for (i, &target) in targets.iter().enumerate() {
            let item = if group.items.len() == 1 {
                &group.items[0]
            } else {
                &group.items[i]
            };
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let falls = item.negative.or(lead.falls).or(lead.rate).unwrap_or(false);
            let places = if kind == Some(UnitKind::Times)
                && !self.normal.text[quantity.unit.clone()].ends_with('成')
            {
                2
            } else {
                0
            };
            let digits = numeral::shift(&quantity.number.digits, places);
            let unit = match kind {
                Some(UnitKind::Rate | UnitKind::Times) => "%".to_owned(),
                _ => self.printed(quantity.unit.clone()),
            };
            let change = Move {
                digits: signed(&digits, falls ^ quantity.number.minus),
                unit,
                basis: lead.basis.unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let index = self.change_of(target, lead);
            if let Some(draft) = self.drafts.get_mut(index) {
                draft.change = Some(change);
            }
            self.cover(index, lead, item);
            shown.push(index);
        }
        let _ = shown;
        Some(group.range.end)
    }

    /// The statement that a change belongs to: the subject's own, or one more for a second growth.
    fn change_of(&mut self, target: usize, lead: &Lead) -> usize {
        let Some(draft) = self.drafts.get(target) else {
            return target;
        };
        if draft.change.is_none() {
            return target;
        }
        let word = lead
            .kind
            .map(|i| self.phrases.name_of(self.tokens()[i].range()))
            .unwrap_or_else(|| Name {
                plain: basis_word(lead.basis).into(),
                printed: basis_word(lead.basis).into(),
            });
        let second = Draft {
            name: draft.name.then(&word).and("增长"),
            time: draft.time,
            bytes: draft.bytes.clone(),
            ..Draft::default()
        };
        self.drafts.push(second);
        self.drafts.len() - 1
    }

    /// Percentage points: a gap to other places, or a change of a rate.
    fn points(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        if !lead.others.is_empty() && lead.gap.is_some() {
            return self.distances(group, lead);
        }
        let falls = lead.falls?;
        let what = lead.rate;
        let targets = self.targets(lead, group.items.len(), false)?;
        if group.items.len() > 1 && targets.len() != group.items.len() {
            return None;
        }
        for (i, &target) in targets.iter().enumerate() {
            let item = if group.items.len() == 1 {
                &group.items[0]
            } else {
                &group.items[i]
            };
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let change = Move {
                digits: signed(&quantity.number.digits, falls),
                unit: self
                    .printed(quantity.unit.clone())
                    .trim_start_matches('个')
                    .to_owned(),
                basis: lead.basis.unwrap_or_default(),
                bound: quantity.bound,
                at: Some(self.bytes(quantity.at.clone())),
            };
            let draft = self.drafts.get(target)?;
            // A level in % moves in points itself; of anything else it is the growth rate that moves.
            let level_is_rate = draft
                .level
                .as_ref()
                .is_some_and(|level| level.unit.as_deref() == Some("%"));
            let fresh = !draft.says();
            let index = if draft.change.is_none() && (level_is_rate || fresh) {
                if fresh && let Some(rate) = what {
                    let word = if rate { "降幅" } else { "增速" };
                    let name = draft.name.and(word);
                    self.drafts[target].name = name;
                }
                target
            } else {
                let word = if what == Some(true) {
                    "降幅"
                } else {
                    "增速"
                };
                let moved = Draft {
                    name: draft.name.and(word),
                    time: draft.time,
                    bytes: draft.bytes.clone(),
                    ..Draft::default()
                };
                self.drafts.push(moved);
                self.drafts.len() - 1
            };
            self.drafts[index].change = Some(change);
            self.cover(index, lead, item);
        }
        Some(group.range.end)
    }

    fn distances(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let below = lead.gap?;
        let names = self.others(lead.others.clone());
        if names.len() != group.items.len() || names.iter().any(|(name, _)| name.is_empty()) {
            return None;
        }
        let targets = self.targets(lead, 1, false)?;
        let &target = targets.last().filter(|_| targets.len() == 1)?;
        for ((to, own), item) in names.into_iter().zip(&group.items) {
            let What::Amount(quantity) = &item.what else {
                continue;
            };
            let distance = Distance {
                to,
                digits: signed(&quantity.number.digits, below),
                own,
                at: self.bytes(quantity.at.clone()),
            };
            self.drafts.get_mut(target)?.gaps.push(distance);
            self.cover(target, lead, item);
        }
        Some(group.range.end)
    }

    /// The benchmarks of a comparison, each with its own figure where brackets hold one.
    fn others(&self, range: Range<usize>) -> Vec<(String, Option<String>)> {
        let mut names: Vec<(String, Option<String>)> = vec![(String::new(), None)];
        for i in range {
            let token = &self.tokens()[i];
            let skip = token.is(Class::Mean)
                || token.is(Class::Each)
                || token.is(Class::Rate)
                || token.is(Class::Adverb)
                || matches!(token.kind, Kind::Of);
            match token.kind {
                Kind::Pause | Kind::And => names.push((String::new(), None)),
                _ if skip => {}
                _ => {
                    if let Some((name, _)) = names.last_mut() {
                        name.push_str(&self.place_name(i));
                    }
                }
            }
            let own = self
                .scanned
                .asides
                .iter()
                .find(|(at, _)| *at == i + 1)
                .and_then(|(_, inner)| match inner.as_slice() {
                    [
                        Token {
                            kind: Kind::Quantity(quantity),
                            ..
                        },
                    ] => Some(quantity.number.digits.clone()),
                    _ => None,
                });
            if let (Some(_), Some(last)) = (&own, names.last_mut()) {
                last.1 = own;
            }
        }
        names
    }

    /// A place as it is called: 我省 is 全省.
    fn place_name(&self, i: usize) -> String {
        let token = &self.tokens()[i];
        match token.argument(Class::Scope) {
            "" | "-" => self.printed(token.range()),
            called => called.to_owned(),
        }
    }

    fn contribution(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let [item] = group.items.as_slice() else {
            return None;
        };
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let pull = lead.pull?;
        let owner = match self
            .phrases
            .subject(lead.subject.start..pull.max(lead.subject.start), false)
        {
            Subject::Named(names) => names.into_iter().next()?,
            Subject::Carried => {
                let &current = self.carried.current.last()?;
                self.drafts.get(current)?.name.clone()
            }
            Subject::Unclear => return None,
        };
        let rest = self.phrases.name(pull..item.token);
        let name = owner.then(&rest);
        let target = self.alone(name, &lead.subject);
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        Some(group.range.end)
    }

    /// Begins a statement without making it the one carried on with.
    fn alone(&mut self, name: Name, subject: &Range<usize>) -> usize {
        let current = self.carried.current.clone();
        let opened = self.open(vec![name], subject);
        if !current.is_empty() {
            self.carried.current = current;
        }
        opened.first().copied().unwrap_or_default()
    }

    /// 是去年的3倍: two hundred percent more.
    fn multiple(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let [item] = group.items.as_slice() else {
            return None;
        };
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let percent = numeral::shift(&quantity.number.digits, 2);
        let more = percent.parse::<f64>().ok().filter(|&p| p >= 100.0)?;
        let (whole, part) = percent.split_once('.').unwrap_or((&percent, ""));
        let whole = whole.parse::<u64>().ok()?.checked_sub(100)?;
        let digits = if part.is_empty() {
            whole.to_string()
        } else {
            format!("{whole}.{part}")
        };
        let _ = more;
        let targets = self.targets(lead, 1, false)?;
        let &target = targets.last()?;
        let index = self.change_of(target, lead);
        self.drafts.get_mut(index)?.change = Some(Move {
            digits,
            unit: "%".into(),
            basis: lead.basis.unwrap_or_default(),
            bound: quantity.bound,
            at: Some(self.bytes(quantity.at.clone())),
        });
        self.cover(index, lead, item);
        Some(group.range.end)
    }

    fn set_level(&mut self, target: usize, quantity: &Quantity) {
        let unit = match quantity.kind {
            None => None,
            Some(UnitKind::Points) => Some("百分点".to_owned()),
            Some(UnitKind::Rate | UnitKind::Times) => Some("%".to_owned()),
            _ => Some(self.printed(quantity.unit.clone())),
        };
        let digits = match quantity.kind {
            Some(UnitKind::Times) if !self.normal.text[quantity.unit.clone()].ends_with('成') => {
                numeral::shift(&quantity.number.digits, 2)
            }
            _ => quantity.number.digits.clone(),
        };
        let level = Level {
            digits: signed(&digits, quantity.number.minus),
            unit,
            bound: quantity.bound,
            at: self.bytes(quantity.at.clone()),
        };
        if let Some(draft) = self.drafts.get_mut(target) {
            draft.level = Some(level);
        }
    }

    fn level(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        lead: &Lead,
        first: &Quantity,
        limit: usize,
    ) -> Option<usize> {
        let lexicon = Lexicon::get();
        let count = group.items.len();
        if count > 1 {
            return self.levels(group, lead);
        }
        let item = &group.items[0];
        let next = group.range.end;
        let subject = self.level_subject(lead);
        let follows = self
            .tokens()
            .get(next)
            .filter(|_| next < limit.max(clause.end));
        let bare = lead.of
            || match &subject {
                Subject::Named(names) => {
                    let name = names.first()?;
                    let vague = !lexicon.ends_in("measure", &name.plain)
                        && !lexicon.is_one_of("own", &name.plain)
                        && halfyear_catalogue::find(&name.plain).is_none();
                    vague && !lead.level
                }
                Subject::Carried => true,
                Subject::Unclear => true,
            };
        // 总投资100亿元的X项目: the owner follows.
        if follows.is_some_and(|token| matches!(token.kind, Kind::Of)) {
            let (owner, end) = self.phrases.after(next + 1, clause.end);
            if owner.is_empty() {
                return None;
            }
            let owner = entity_in(&owner).unwrap_or(owner);
            let name = match &subject {
                Subject::Named(names) => {
                    let attribute = names
                        .first()
                        .filter(|name| self.measurable(name, first, lead))?;
                    let attributive = lexicon.is_one_of("own", &attribute.plain)
                        || lexicon.ends_in("measure", &attribute.plain);
                    attributive.then_some(())?;
                    let owner = self.owner_of(lead, owner);
                    self.carried.entity = Some(owner.clone());
                    owner.then(attribute)
                }
                _ if first.kind == Some(UnitKind::Money) => owner,
                _ => return None,
            };
            let target = self.open(vec![name], &lead.subject).first().copied()?;
            self.set_level(target, first);
            self.drafts[target].timeless = true;
            self.cover(target, lead, item);
            let words = self.bytes(self.tokens()[item.token].start..self.tokens()[end - 1].end);
            self.drafts[target].cover(&words);
            return Some(end);
        }
        // 5000余个公路节点监控: what is counted follows.
        let counted = matches!(
            first.kind,
            Some(UnitKind::Count | UnitKind::People | UnitKind::Money | UnitKind::Amount)
        );
        if bare
            && counted
            && follows.is_some_and(|token| {
                token.kind.nominal() || token.is(Class::Keep) || token.is(Class::Deed)
            })
        {
            return self.counted(clause, group, lead, first);
        }
        let names = match subject {
            Subject::Named(names) => names,
            Subject::Carried
                if lead.itself
                    || self.carried.pending.is_some()
                    || !self.carried.current.is_empty() =>
            {
                Vec::new()
            }
            _ => return None,
        };
        let target = match names.into_iter().next() {
            None => {
                if let Some(pending) = self.carried.pending.take() {
                    self.open(vec![pending], &lead.subject).first().copied()?
                } else {
                    let &current = self
                        .carried
                        .current
                        .last()
                        .filter(|_| self.carried.current.len() == 1)?;
                    let free = self.drafts.get(current)?.level.is_none();
                    free.then_some(current)?
                }
            }
            Some(name) => {
                if !self.measurable(&name, first, lead) {
                    return None;
                }
                let own = lexicon.is_one_of("own", &name.plain);
                let owned = match &self.carried.entity {
                    Some(entity) if own => entity.then(&name),
                    _ => name,
                };
                let target = self.open(vec![owned], &lead.subject).first().copied()?;
                self.drafts[target].timeless = own;
                self.carried.pending = None;
                target
            }
        };
        self.set_level(target, first);
        self.cover(target, lead, item);
        Some(next)
    }

    /// The subject of a level; of a share it takes in what the whole is.
    fn level_subject(&self, lead: &Lead) -> Subject {
        let Some(share) = lead.share else {
            return self.phrases.subject(lead.subject.clone(), false);
        };
        let part = match self.phrases.subject(lead.subject.start..share, false) {
            Subject::Named(names) => names.into_iter().next(),
            Subject::Carried => self.carried.pending.clone().or_else(|| {
                self.carried
                    .current
                    .last()
                    .and_then(|&i| self.drafts.get(i))
                    .map(|d| d.name.clone())
            }),
            Subject::Unclear => None,
        };
        let Some(part) = part else {
            return Subject::Unclear;
        };
        let mut end = lead.from.max(share + 1);
        while self
            .tokens()
            .get(end)
            .is_some_and(|token| token.is(Class::Ratio))
        {
            end += 1;
        }
        let whole = self.phrases.name(share..end);
        let name = part.then(&whole);
        let said = ["比重", "比例", "份额", "占比"]
            .iter()
            .any(|word| name.plain.ends_with(word));
        Subject::Named(vec![if said { name } else { name.and("比重") }])
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

    /// Whether a number of this kind can measure what the name says.
    fn measurable(&self, name: &Name, quantity: &Quantity, lead: &Lead) -> bool {
        let lexicon = Lexicon::get();
        let measure = lexicon.ends_in("measure", &name.plain)
            || lexicon.is_one_of("own", &name.plain)
            || halfyear_catalogue::find(&name.plain).is_some();
        match quantity.kind {
            None => ["指数", "PMI", "系数", "得分", "CPI", "PPI", "密度"]
                .iter()
                .any(|end| name.plain.ends_with(end)),
            Some(UnitKind::Degree) => measure,
            Some(UnitKind::Times) => measure,
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
    ) -> Option<usize> {
        if quantity.number.chinese && quantity.number.digits.len() < 2 {
            return None;
        }
        let lexicon = Lexicon::get();
        let item = &group.items[0];
        let (noun, end) = self.phrases.after(group.range.end, clause.end);
        let mut name = noun.clone();
        let mut last = end;
        if lexicon.is_one_of("generic", &noun.plain) {
            // What happened to them tells which they are: 获五星等次工程.
            let verb = self.tokens().get(end).filter(|_| end < clause.end);
            if verb.is_some_and(|token| {
                token.is(Class::Act)
                    || token.is(Class::Deed)
                    || token.is(Class::RankVerb)
                    || token.is(Class::Level)
            }) {
                let what = self.phrases.name(end..clause.end);
                let long = what.plain.chars().count() > 24;
                if long {
                    return None;
                }
                name = what.then(&noun);
                last = clause.end;
            } else {
                return None;
            }
        } else if let Some(keep) = lead
            .from
            .checked_sub(1)
            .max(Some(lead.subject.start))
            .filter(|&i| i < lead.subject.end && self.tokens()[i].is(Class::Keep))
        {
            let word = self.phrases.name_of(self.tokens()[keep].range());
            name = word.then(&noun);
        }
        let target = self.open(vec![name], &(0..0)).first().copied()?;
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        let words = self.bytes(self.tokens()[item.token].start..self.tokens()[last - 1].end);
        self.drafts[target].cover(&words);
        Some(last)
    }

    /// Several levels for several subjects.
    fn levels(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let names = match self.phrases.subject(lead.subject.clone(), true) {
            Subject::Named(names) if names.len() == group.items.len() => names,
            _ => return None,
        };
        let targets = self.open(names, &lead.subject);
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

    fn rank(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        before: Range<usize>,
    ) -> Option<usize> {
        let lead = lead(&self.normal.text, self.tokens(), before.clone(), true);
        let _ = clause;
        let mut places: Vec<String> = self
            .others(lead.others.clone())
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| !name.is_empty())
            .collect();
        let mut subject = lead.subject.clone();
        if places.is_empty() {
            // 在我省……考核中继续保持首位
            let scope = subject
                .clone()
                .rev()
                .find(|&i| self.tokens()[i].is(Class::Scope));
            let in_phrase = scope.filter(|&i| {
                self.tokens()
                    .get(subject.start..i)
                    .unwrap_or_default()
                    .iter()
                    .any(|token| token.is(Class::Prep))
            });
            if let Some(scope) = in_phrase {
                places.push(self.place_name(scope));
            } else if lead.ranks {
                places.extend(self.carried.within.clone());
            }
        }
        if places.len() != group.items.len() {
            return None;
        }
        if !lead.ranks && subject.is_empty() && lead.others.is_empty() {
            return None;
        }
        // 7个 of a list that are ranked are no subject.
        if self
            .tokens()
            .get(subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Quantity(_)))
        {
            return None;
        }
        self.carried.within = places.last().cloned();
        if subject.is_empty() {
            subject = lead.from..lead.from;
        }
        let several = self
            .tokens()
            .get(subject.clone())
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause | Kind::And));
        let targets = match self.phrases.subject(subject.clone(), several) {
            Subject::Unclear => return None,
            Subject::Carried => {
                if let Some(pending) = self.carried.pending.take() {
                    self.open(vec![pending], &subject)
                } else {
                    self.carried.current.clone()
                }
            }
            Subject::Named(names) => match names.as_slice() {
                [name] if self.known(name).is_some() => {
                    self.carried.current = self.known(name).into_iter().collect();
                    self.carried.current.clone()
                }
                _ => self.open(names, &subject),
            },
        };
        if targets.is_empty() {
            return None;
        }
        for target in targets {
            for (within, item) in places.iter().zip(&group.items) {
                let What::Rank(place) = &item.what else {
                    continue;
                };
                let token = &self.tokens()[item.token];
                let standing = Standing {
                    within: within.clone(),
                    place: place.place,
                    bound: place.bound,
                    at: self.bytes(token.range()),
                };
                let draft = self.drafts.get_mut(target)?;
                if !draft
                    .ranks
                    .iter()
                    .any(|known| known.within == standing.within)
                {
                    draft.ranks.push(standing);
                }
                self.cover(target, &lead, item);
            }
        }
        Some(group.range.end)
    }
}

/// What a group of numbers says.
enum Role {
    Level,
    Growth,
    Points,
    Distance,
    Contribution,
    Multiple,
    Nothing,
}

fn role(lead: &Lead, quantity: &Quantity) -> Role {
    let compared = lead.gap.is_some() && !lead.others.is_empty();
    let moves = lead.falls.is_some() && !lead.reach;
    match quantity.kind {
        Some(UnitKind::Points) if lead.pull.is_some() => Role::Contribution,
        Some(UnitKind::Points) if compared || moves => Role::Points,
        Some(UnitKind::Points) => Role::Nothing,
        Some(UnitKind::Times) if lead.of && lead.against_time => Role::Multiple,
        Some(UnitKind::Rate | UnitKind::Times) if moves || lead.rate.is_some() => Role::Growth,
        Some(UnitKind::Times) if lead.reach => Role::Nothing,
        _ if compared => match quantity.kind {
            Some(
                UnitKind::Money
                | UnitKind::People
                | UnitKind::Count
                | UnitKind::Amount
                | UnitKind::Score,
            ) => Role::Distance,
            _ => Role::Nothing,
        },
        Some(UnitKind::Rate) => Role::Level,
        Some(_) if moves => Role::Growth,
        _ => Role::Level,
    }
}

fn basis_word(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::MonthOnMonth | Basis::QuarterOnQuarter) => "环比",
        Some(Basis::YearStart) => "比年初",
        Some(Basis::TwoYearAverage) => "两年平均",
        _ => "同比",
    }
}

/// The work that a name is of: what stands before its first verb, where it ends as works do.
fn entity_in(name: &Name) -> Option<Name> {
    let lexicon = Lexicon::get();
    // 起于湖安路的北环通道: only what the last 的 leads to.
    let name = &match name.plain.rfind('的') {
        Some(at) => {
            let skip = name.plain[..at].chars().count() + 1;
            Name {
                plain: name.plain.chars().skip(skip).collect(),
                printed: name.printed.chars().skip(skip).collect(),
            }
        }
        None => name.clone(),
    };
    if lexicon.ends_in("entity", &name.plain) {
        return (name.plain.chars().count() > 4).then(|| name.clone());
    }
    // 日月光项目落户马鞍: cut after the noun of the work.
    let at = ["项目", "工程"]
        .iter()
        .filter_map(|noun| name.plain.find(noun).map(|i| i + noun.len()))
        .min()?;
    let count = name.plain[..at].chars().count();
    (count > 4).then(|| Name {
        plain: name.plain.chars().take(count).collect(),
        printed: name.printed.chars().take(count).collect(),
    })
}

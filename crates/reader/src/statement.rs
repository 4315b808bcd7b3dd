//! Puts subjects and numbers together: one statement, one fact.
//!
//! Here is what every kind of statement shares; `change`, `level` and `rank` read the kinds.

use crate::clause::{self, Group, Item, What};
use crate::draft::Draft;
use crate::lead::{Lead, lead};
use crate::lexicon::{Class, Lexicon, UnitKind};
use crate::normal::Normal;
use crate::phrase::{Name, Phrases, Subject};
use crate::scan::Scanned;
use crate::time::{Part, Time, Year};
use crate::token::{Kind, Quantity, Token};
use std::ops::Range;

/// What the reader carries from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Carried {
    /// The time that the paragraph speaks of.
    pub(crate) time: Option<Time>,
    /// The work that attributes such as 总投资 belong to.
    pub(crate) entity: Option<Name>,
    /// The statements that a clause without a subject goes on with.
    pub(crate) current: Vec<usize>,
    /// The statements opened one after another in this sentence, for 分别.
    pub(crate) chain: Vec<usize>,
    /// A subject named without a number yet.
    pub(crate) pending: Option<Name>,
    /// Among whom the last rank was.
    pub(crate) within: Option<String>,
    /// The first statement of the sentence.
    pub(crate) sentence: usize,
    /// The statement that a share was said of: its growth may follow the share.
    pub(crate) base: Option<usize>,
    /// The sentence lists aims: 主要预期目标是……
    pub(crate) aims: bool,
    /// The measure that children without one take over: 增加值.
    pub(crate) tail: Option<&'static str>,
    /// Clauses without a number right before this one: the beginning of a list may stand there.
    pub(crate) before: Option<usize>,
}

impl Carried {
    /// Forgets what does not outlive a paragraph.
    pub(crate) fn paragraph(&mut self) {
        self.time = None;
        self.entity = None;
        self.tail = None;
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
    /// The time of this sentence, where it is not the paragraph's.
    aside_time: Option<Time>,
    /// Tokens that say the figure of an earlier time.
    pub(crate) earlier: Vec<usize>,
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
            earlier: Vec::new(),
        }
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        &self.scanned.tokens
    }

    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.normal.printed(range, self.file)
    }

    /// The unit as printed, without a limit inside it: 2万多亩 is 万亩.
    pub(crate) fn unit(&self, quantity: &Quantity) -> String {
        self.printed(quantity.unit.clone())
            .replace(['多', '余', '餘'], "")
    }

    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        self.phrases.name_of(range).printed
    }

    /// Reads its clauses from left to right.
    pub(crate) fn read(&mut self) {
        self.carried.chain.clear();
        self.carried.aims = false;
        self.carried.pending = None;
        self.carried.before = None;
        self.carried.within = None;
        self.carried.sentence = self.drafts.len();
        let counts = self.tokens().iter().any(|token| {
            matches!(
                token.kind,
                Kind::Number(_) | Kind::Quantity(_) | Kind::Rank(_) | Kind::Range
            ) || token.is(Class::Flat)
                || token.is(Class::Double)
        });
        if !counts {
            // Nothing is said in numbers; a time or a work may still be named for what follows.
            self.times(&(0..self.tokens().len()));
            if let Some(clause) = clause::clauses(self.tokens()).into_iter().next() {
                self.no_number(&clause);
            }
            self.carried.pending = None;
            self.carried.current.clear();
            return;
        }
        for (number, clause) in clause::clauses(self.tokens()).into_iter().enumerate() {
            // What the sentence before spoke of may be gone on with at once, not later.
            if number == 1 && self.carried.sentence == self.drafts.len() {
                self.carried.current.clear();
            }
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
        if self.tokens()[clause.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Range))
        {
            self.carried.current.clear();
        }
        let told = self.told(from..clause.end);
        if !read && !told {
            self.no_number(clause);
            if groups.is_empty() {
                self.carried.aims |= self.tokens()[clause.clone()]
                    .iter()
                    .any(|token| token.is(Class::Target));
                self.carried.before = self.carried.before.or(Some(clause.start));
            }
        } else {
            self.carried.before = None;
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
                token.is(Class::Than)
                    || token.is(Class::Gap)
                    || token.is(Class::From)
                    || matches!(token.kind, Kind::And)
            });
            if compared {
                continue;
            }
            let of = self
                .tokens()
                .get(i + 1)
                .is_some_and(|token| matches!(token.kind, Kind::Of));
            let figure = self
                .tokens()
                .get(i + 2)
                .is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
            let earlier = of && (figure || time.year == Year::Relative(-1));
            let inside = self.tokens()[clause.start..i]
                .iter()
                .any(|token| token.is(Class::Share) || matches!(token.kind, Kind::Quantity(_)));
            if earlier || inside || matches!(time.part, Part::LastMonth | Part::LastQuarter) {
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
        let Subject::Named(names) = self.phrases.subject(first, None) else {
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
        if self
            .tokens()
            .get(group.range.end)
            .is_some_and(|token| token.is(Class::Compared))
        {
            // 与2010年的3312568人相比: the earlier figure; what is spoken of stays.
            self.earlier.extend(group.range.clone());
            return Some(group.range.end + 1);
        }
        let read = match group.items.first()?.what {
            What::Rank(_) => self.rank(group, before),
            What::Amount(ref quantity) => {
                let quantity = quantity.clone();
                self.amount(clause, group, &quantity, before, limit)
            }
        };
        if read.is_none() {
            // What follows would be said of what could not be read.
            self.carried.current.clear();
            self.carried.pending = None;
        }
        read
    }

    fn amount(
        &mut self,
        clause: &Range<usize>,
        group: &Group,
        first: &Quantity,
        before: Range<usize>,
        limit: usize,
    ) -> Option<usize> {
        let mut lead = lead(&self.normal.text, self.tokens(), before.clone(), false);
        if !matches!(first.kind, Some(UnitKind::Rate | UnitKind::Times)) {
            // 占地320亩 is no share.
            lead.share = None;
        }
        if lead.hushed {
            return None;
        }
        if lead.earlier {
            self.earlier.extend(group.range.clone());
            // 由3.8%降至0.6%: the subject waits for the later figure.
            if let Subject::Named(names) = self.phrases.subject(lead.subject.clone(), None) {
                self.carried.pending = names.into_iter().next();
            }
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
    pub(crate) fn targets(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let several = count > 1 && lead.gap.is_none() || lead.all;
        let subject = if lead.itself && lead.subject.is_empty() {
            Subject::Carried
        } else {
            self.phrases
                .subject(lead.subject.clone(), several.then_some(count))
        };
        match subject {
            Subject::Unclear if several => self.longer_list(lead, count),
            Subject::Unclear => None,
            Subject::Carried => self.carried_targets(lead, count),
            Subject::Named(names) => {
                if several && names.len() != count && !lead.all {
                    return self.longer_list(lead, count);
                }
                let names = self.whole_names(lead, names);
                if let [name] = names.as_slice()
                    && let Some(known) = self.known(name)
                {
                    return Some(vec![known]);
                }
                self.carried.pending = None;
                Some(self.open(names, &lead.subject))
            }
        }
    }

    pub(crate) fn carried_targets(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let carried = &mut self.carried;
        if let Some(pending) = carried.pending.take()
            && (carried.current.is_empty() || !lead.itself)
            && count == 1
        {
            return Some(self.open(vec![pending], &lead.subject));
        }
        if count > 1 && carried.current.len() != count {
            // 营业收入……、利润……,分别增长8.5%和12.4%: the last ones said.
            let free: Vec<usize> = carried
                .chain
                .iter()
                .copied()
                .rev()
                .take(count)
                .take_while(|&i| {
                    self.drafts
                        .get(i)
                        .is_some_and(|draft| draft.change.is_none())
                })
                .collect();
            return (free.len() == count).then(|| free.into_iter().rev().collect());
        }
        let current = carried.current.clone();
        (!current.is_empty()).then_some(current)
    }

    /// A list that began in clauses without numbers: A业,B业,C业增加值分别增长……
    fn longer_list(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let start = self.carried.before?;
        let range = start..lead.subject.end;
        let Subject::Named(names) = self.phrases.subject(range.clone(), Some(count)) else {
            return None;
        };
        if names.len() != count {
            return None;
        }
        self.carried.pending = None;
        let names = self.whole_names(lead, names);
        Some(self.open(names, &range))
    }

    /// Names with what they share with the others of their list, or take over from what stands above them.
    pub(crate) fn whole_names(&self, lead: &Lead, mut names: Vec<Name>) -> Vec<Name> {
        let lexicon = Lexicon::get();
        if let Some(shared) = &lead.shared {
            let shared = self.phrases.name(shared.clone());
            return names.into_iter().map(|name| name.then(&shared)).collect();
        }
        let tail = names
            .last()
            .filter(|_| names.len() > 1)
            .and_then(|last| lexicon.tail(&last.plain));
        let first = names.first().and_then(|first| lexicon.pair(&first.plain));
        for (i, name) in names.iter_mut().enumerate() {
            let complete =
                lexicon.ends_in("measure", &name.plain) || lexicon.tail(&name.plain).is_some();
            match (tail, &first) {
                // 城镇、农村居民人均可支配收入
                (Some(tail), _) if !complete => *name = name.and(tail),
                // 一般公共预算收入、支出
                (_, Some(head)) if i > 0 && lexicon.is_one_of("bare", &name.plain) => {
                    *name = Name {
                        plain: format!("{head}{}", name.plain),
                        printed: format!("{head}{}", name.printed),
                    };
                }
                _ => {}
            }
        }
        names
    }

    /// A part's name with the measure of the whole it is part of: 制造业 becomes 制造业增加值.
    pub(crate) fn with_tail(&self, name: Name) -> Name {
        let lexicon = Lexicon::get();
        let part = lexicon.ends_in("category", &name.plain)
            && lexicon.tail(&name.plain).is_none()
            && halfyear_catalogue::find(&name.plain).is_none();
        match self.carried.tail {
            Some(tail) if part => name.and(tail),
            _ => name,
        }
    }

    /// A statement of this sentence that a short name such as 五星数量 means.
    pub(crate) fn known(&self, name: &Name) -> Option<usize> {
        let core = ["数量", "总量", "增速", "增幅", "规模", "总额"]
            .iter()
            .find_map(|tail| name.plain.strip_suffix(tail))?;
        let core_len = core.chars().count();
        (self.carried.sentence..self.drafts.len())
            .find(|&i| core_len >= 2 && self.drafts[i].name.plain.contains(core))
    }

    /// Begins statements; they become the ones carried on with.
    pub(crate) fn open(&mut self, names: Vec<Name>, subject: &Range<usize>) -> Vec<usize> {
        let time = self.aside_time.or(self.carried.time);
        let tokens = self.tokens();
        let trimmed = tokens.get(subject.clone()).unwrap_or_default();
        let words = trimmed
            .iter()
            .position(|token| !matches!(token.kind, Kind::Time(_)))
            .and_then(|i| Some(trimmed.get(i)?.start..trimmed.last()?.end));
        let target = self.carried.aims || trimmed.iter().any(|token| token.is(Class::Target));
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
        self.carried.base = None;
        self.carried.chain.extend(&indices);
        if let Some(tail) = indices
            .last()
            .and_then(|&i| self.drafts.get(i))
            .and_then(|draft| Lexicon::get().tail(&draft.name.plain))
        {
            self.carried.tail = Some(tail);
        }
        indices
    }

    /// Lets a statement reach from the predicate's first word to the number.
    pub(crate) fn cover(&mut self, index: usize, lead: &Lead, item: &Item) {
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
        None if moves && lead.basis.is_some() => Role::Growth,
        _ => Role::Level,
    }
}

/// The work that a name is of: what stands before its first verb, where it ends as works do.
pub(crate) fn entity_in(name: &Name) -> Option<Name> {
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

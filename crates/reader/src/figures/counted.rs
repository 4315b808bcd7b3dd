//! Numbers before what they count: 21个项目.

use crate::figures::figure::Figure;
use crate::phrases::doings::{counted_alone, without_state};
use crate::phrases::lead::Lead;
use crate::phrases::measure::counted_works;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::without::without_idiom;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

/// What is done with works.
const DONE: [&str; 14] = [
    "投产投用",
    "竣工投产",
    "竣工投用",
    "建成投产",
    "建成投用",
    "投入使用",
    "开工建设",
    "集中开工",
    "开工",
    "竣工",
    "完工",
    "建成",
    "投产",
    "投用",
];

impl Sentence<'_> {
    /// A number before what it counts: 21个项目列入名单, 1.3亿元专项资金.
    pub(crate) fn counted(&mut self, figure: Figure) -> Option<usize> {
        let Figure {
            clause,
            lead,
            quantity,
            ..
        } = figure;
        let lexicon = Lexicon::get();
        let (noun, end) = self.phrases.after(figure.next(), clause.end);
        if let Some(who) = who_gained(&noun).filter(|_| figure.goes_on()) {
            let target = self.alone(who, &(0..0));
            self.set_level(target, quantity);
            self.cover(target, lead, figure.item());
            self.carried.current.clear();
            return Some(figure.next());
        }
        let noun = without_state(counted_alone(noun));
        // 43个重大工程快马加鞭
        let done = Some(without_idiom(&noun)).filter(|it| counted_works(it).as_ref() == Some(it));
        let noun = done.unwrap_or(noun);
        // 118种产品有67种产量实现增长: those among whom some are counted next.
        let next = self.tokens().get(end..end + 2).unwrap_or_default();
        let some = matches!(next, [has, number]
            if &self.normal.text[has.range()] == "有" && matches!(number.kind, Kind::Quantity(_)));
        if some && lexicon.is_one_of(Noun::Doers, &noun.plain) {
            self.carried.doers = Some((Name::default(), noun.clone()));
        }
        let nothing = self.counts_among(figure)
            || self.counts_nothing(figure, &noun)
            || self.told_in_all(figure, end);
        if nothing || self.counts_some_places(figure, &noun, end) {
            return None;
        }
        let verb = self.verb_of_counted(figure, &noun, end);
        let acts = verb.is_some_and(does);
        if let Some(works) = self.works_that_did(figure, &noun, acts) {
            return Some(self.count_works(figure, works, end));
        }
        // 59个县增速高于全省
        let of_a_rate = verb.is_some_and(|token| token.is(Class::Rate));
        if noun.is_empty() || of_a_rate || self.tells_whose(figure, &noun, end, verb) {
            return None;
        }
        let mut name = noun.clone();
        let mut last = end;
        if lexicon.is_one_of(Noun::Generic, &noun.plain) {
            // What happened to them tells which they are: 获五星等次工程.
            if !acts {
                return None;
            }
            // 在建项目12个。21个项目集中开工,总投资达146亿元: theirs, and not of the others.
            self.carried.works = None;
            self.carried.entity = None;
            // 28个项目实施智能化改造: what they did may begin in the word that names them.
            let words = self.tokens()[figure.next()].start..self.tokens()[clause.end - 1].end;
            let said = &self.normal.text[words.clone()];
            let from = words.start + noun.plain.len();
            let within = said.starts_with(noun.plain.as_str()) && from < self.tokens()[end - 1].end;
            let what = match within {
                true => self.phrases.name_of(from..words.end),
                false => self.phrases.name(end..clause.end),
            };
            if what.plain.chars().count() > 24 {
                return None;
            }
            name = match what.plain.ends_with(noun.plain.as_str()) {
                true => what,
                false => what.then(&noun),
            };
            last = clause.end;
        } else if let Some(done) = self.done_with(&noun, end..clause.end) {
            // 11个重点项目投产投用: those alone, and not all there are.
            name = done.then(&noun);
            last = clause.end;
        } else if let Some(keep) = self.keep_before(lead, quantity) {
            name = self.phrases.name_of(keep.range()).then(&noun);
        }
        let short = name.plain.chars().count() < 8;
        if name == noun || short && lexicon.is_one_of(Noun::Generic, &noun.plain) {
            self.note_works(&name);
        }
        let name = self.place_of(lead).then(&name);
        let counted = noun.clone();
        // 25种工业产品,14种增长,11种下降
        let next = self.tokens().get(end).filter(|_| end == clause.end);
        if next.is_some_and(|next| matches!(next.kind, Kind::Comma))
            && lexicon.is_one_of(Noun::Doers, &noun.plain)
        {
            self.carried.doers = Some((Name::default(), noun.clone()));
        }
        if lexicon.ends_in(Noun::Agent, &noun.plain) {
            // 新增37户规上企业,……完成产值554亿元
            self.carried.owner = Some(noun);
        }
        let target = self.open(vec![name], &(0..0)).first().copied()?;
        self.set_level(target, quantity);
        self.cover_counted(target, figure, last);
        self.what_they_make_grew(&counted, figure, last);
        Some(last)
    }

    /// What was done with works that are counted, where the clause says nothing else: 投产投用.
    fn done_with(&self, works: &Name, after: Range<usize>) -> Option<Name> {
        let said = self.phrases.name(after);
        let done = DONE.contains(&said.plain.as_str());
        let of_works = ["项目", "工程"]
            .iter()
            .any(|end| works.plain.ends_with(end));
        let known = DONE.iter().any(|it| works.plain.starts_with(it));
        (done && of_works && !known).then_some(said)
    }

    /// 10户重点企业增长5.4%: what they make did, and not how many they are.
    fn what_they_make_grew(&mut self, firms: &Name, figure: Figure, next: usize) {
        let many = ["企业", "行业", "产业", "单位", "公司", "园区"]
            .iter()
            .any(|end| firms.plain.ends_with(end));
        let moves = |token: &Token| token.is(Class::Rise) || token.is(Class::Fall);
        let grows = next < figure.clause.end && self.tokens().get(next).is_some_and(moves);
        if !many || !grows {
            return;
        }
        let made = |tail: &&Name| tail.plain.ends_with(['值', '额', '入', '润']);
        let tail = self.carried.tail.as_ref().filter(made);
        self.carried.pending = tail.map(|tail| firms.then(tail));
        self.carried.current.clear();
    }

    /// 100个景区在建项目共有763个: how many works there are follows, and the first number is not of them.
    fn told_in_all(&self, figure: Figure, end: usize) -> bool {
        let words = self.tokens().get(end..figure.clause.end);
        let Some([has, number]) = words else {
            return false;
        };
        let counts = |token: &Token| match &token.kind {
            Kind::Quantity(other) => self.unit(other) == self.unit(figure.quantity),
            _ => false,
        };
        has.is(Class::Level) && counts(number)
    }

    /// The place that has what is counted: 安化县 of 安化县共有20个项目.
    pub(crate) fn place_of(&self, lead: &Lead) -> Name {
        let words = self.phrases.trimmed(lead.subject.clone());
        // 新建 is a place and a verb.
        let acts = [Class::Keep, Class::Act, Class::Deed];
        let verb = |token: &Token| acts.iter().any(|&class| token.is(class));
        let place = match self.tokens()[words.clone()].iter().any(verb) {
            true => Name::default(),
            false => self.phrases.name(words),
        };
        match crate::words::places::is_name(&place.plain) {
            true => place,
            false => Name::default(),
        }
    }

    /// The word after what was counted. 5家企业上半年实现增加值: the time between says nothing of it.
    fn verb_of_counted(&self, figure: Figure, noun: &Name, end: usize) -> Option<&Token> {
        let clause = figure.clause;
        let after = (end..clause.end)
            .find(|&i| {
                let token = &self.tokens()[i];
                let how = !noun.is_empty() && token.is(Class::Adverb) && !token.is(Class::All);
                !matches!(token.kind, Kind::Time(_)) && !how
            })
            .unwrap_or(end);
        self.tokens()
            .get(after)
            .filter(|token| end < clause.end || matches!(token.kind, Kind::Pause))
    }

    /// Whether a count only tells whose figure follows: 28个村集体收入, 41个行业中.
    fn tells_whose(&self, figure: Figure, noun: &Name, end: usize, verb: Option<&Token>) -> bool {
        let Figure { lead, quantity, .. } = figure;
        let Some(verb) = verb else {
            return self.measured_not_counted(quantity, noun) || self.summed(lead, noun);
        };
        // 8个国家高新区7831亿元
        let follows = matches!(verb.kind, Kind::Quantity(_));
        // 119项区委、区政府工作: what was counted goes on after the pause.
        let goes_on = quantity.kind == Some(UnitKind::Count)
            && matches!(verb.kind, Kind::Pause)
            && self
                .tokens()
                .get(end + 1)
                .is_some_and(|next| next.kind.nominal());
        let to_whom = &self.normal.text[verb.range()] == "对";
        follows
            || goes_on
            || self.measured_not_counted(quantity, noun)
            || self.summed(lead, noun)
            || verb.is(Class::PrepEnd)
            // 203个国考断面水质优良比例
            || verb.is(Class::Ratio)
            || figure.goes_on() && (does(verb) || to_whom)
            // 5个重点行业增长贡献率达100.9%
            || verb.is(Class::Rise) && self.pulls(figure, end)
    }

    /// Whether a contribution to growth is named between what is counted and the next number.
    fn pulls(&self, figure: Figure, end: usize) -> bool {
        let words = self.tokens().get(end..figure.limit).unwrap_or_default();
        words.iter().any(|token| token.is(Class::Pull))
    }

    /// 202个项目完成投资318亿元: what is measured is counted by money alone.
    fn measured_not_counted(&self, quantity: &Quantity, noun: &Name) -> bool {
        let lexicon = Lexicon::get();
        // 1.2万贫困人口
        let people = quantity.kind == Some(UnitKind::People) && noun.plain.ends_with("人口");
        !people
            && lexicon.ends_in(Noun::Measure, &noun.plain)
            && !lexicon.ends_in(Noun::Counted, &noun.plain)
            && quantity.kind != Some(UnitKind::Money)
    }

    /// 电子、食品、生物3个产业: the sum of a list.
    fn summed(&self, lead: &Lead, noun: &Name) -> bool {
        self.tokens()[lead.subject.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause))
            && Lexicon::get().is_one_of(Noun::Generic, &noun.plain)
    }

    /// 158个重点项目完成投资87亿元, 249家服务业企业营收增长9%: how many did what follows.
    fn works_that_did(&self, figure: Figure, noun: &Name, acts: bool) -> Option<Name> {
        let lexicon = Lexicon::get();
        let quantity = figure.quantity;
        let measure = lexicon
            .tail(&noun.plain)
            .or_else(|| lexicon.shorter(Noun::OfWork, &noun.plain))
            .or_else(|| lexicon.shorter(Noun::Measure, &noun.plain))
            // 60个重点项目开工率达91.7%
            .filter(|measure| !acts || lexicon.is_one_of(Noun::OfWork, measure));
        let measured = measure.is_some();
        let works = match measure {
            Some(tail) => noun.first(noun.plain.chars().count() - tail.chars().count()),
            None => noun.clone(),
        };
        let firms = works.plain.ends_with("企业") || works.plain.ends_with("景区");
        let named = (lexicon.ends_in(Noun::Works, &works.plain) || firms)
            && !lexicon.is_one_of(Noun::Generic, &works.plain);
        // 102户规模以上工业企业
        let household = firms && quantity.kind == Some(UnitKind::People);
        let counts =
            !quantity.number.chinese && (quantity.kind == Some(UnitKind::Count) || household);
        // 6个重点产业链规上企业: so many chains, and no firms.
        let unit = &self.normal.text[quantity.unit.clone()];
        let theirs = ["产业链", "行业", "园区", "产业集群"]
            .iter()
            .find_map(|kind| {
                let at = works.plain.rfind(kind).filter(|_| firms && unit == "个")?;
                Some(works.plain[..at + kind.len()].chars().count())
            });
        let works = theirs.map_or(works.clone(), |letters| works.first(letters));
        ((acts || measured) && figure.goes_on() && counts && named).then_some(works)
    }

    /// Counts works whose figure follows; gives the token after the count.
    fn count_works(&mut self, figure: Figure, works: Name, end: usize) -> usize {
        self.note_works(&works);
        let target = self.alone(works, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover_counted(target, figure, end);
        self.carried.current.clear();
        self.carried.pending = None;
        figure.next()
    }

    /// Lets a count reach to the end of what is counted.
    pub(crate) fn cover_counted(&mut self, target: usize, figure: Figure, end: usize) {
        self.cover(target, figure.lead, figure.item());
        let words =
            self.bytes(self.tokens()[figure.item().token].start..self.tokens()[end - 1].end);
        self.drafts[target].cover(&words);
    }

    /// 签约项目12个,总投资45亿元: what follows may be of the works that were counted.
    pub(crate) fn note_works(&mut self, name: &Name) {
        if let Some(works) = counted_works(name) {
            self.carried.works = Some((works.clone(), true));
            self.carried.entity = Some(works);
        }
    }

    /// 开发区有17个项目: whether a name is the zone that has what is counted.
    pub(crate) fn is_where(&self, lead: &Lead, zone: &Name) -> bool {
        let last = lead.end.checked_sub(1);
        let has = last.is_some_and(|last| self.phrases.token_text(last) == "有");
        let zones = [
            "开发区",
            "高新区",
            "经开区",
            "园区",
            "工业区",
            "新区",
            "保税区",
            "集聚区",
            "产业园",
            "工业园",
            "基地",
        ];
        let named = || zones.iter().any(|end| zone.plain.ends_with(end));
        has && named() && !zone.plain.contains('的')
    }

    /// 归宗景区、石材产业园2个项目: how many the list held, which is of no account by itself.
    pub(crate) fn sums_a_list(&self, figure: Figure) -> bool {
        let Figure { lead, quantity, .. } = figure;
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let pauses = words
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let noun = self
            .tokens()
            .get(figure.next())
            .is_some_and(|token| token.kind.nominal());
        let ends = words.last().is_some_and(|token| token.kind.nominal());
        quantity.kind == Some(UnitKind::Count)
            && pauses > 0
            && noun
            && ends
            && quantity.number.digits.parse() == Ok(pauses + 1)
    }
}

/// 农户 of 9600户农户户均增收3000元: what each of them gained is told of next.
fn who_gained(noun: &Name) -> Option<Name> {
    let gained = ["户均增收", "人均增收", "户均年增收", "人均年增收"];
    let each = gained
        .iter()
        .find_map(|each| noun.plain.strip_suffix(*each))?;
    (!each.is_empty()).then(|| noun.first(each.chars().count()))
}

/// Whether a word is what somebody did or how they stand.
fn does(token: &Token) -> bool {
    [Class::Act, Class::Deed, Class::RankVerb, Class::Level]
        .iter()
        .any(|&class| token.is(class))
}

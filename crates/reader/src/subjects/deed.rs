//! Verbs that several numbers share: 开工敬老院34处、建成17处; 种植水稻68万亩、旱粮14万亩.

use crate::figures::figure::Figure;
use crate::phrases::doings::{counted_alone, without_state};
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::alike::ends_in;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    /// The 新增 right before a number, or what was done with those that it counts: 惠及40万群众.
    pub(crate) fn keep_before(&self, lead: &Lead, quantity: &Quantity) -> Option<&Token> {
        let last = |words: Range<usize>| self.tokens().get(words).and_then(<[Token]>::last);
        let keeps = last(lead.subject.clone()).filter(|it| it.is(Class::Keep));
        let acts = last(lead.subject.start..lead.end).filter(|it| {
            let text = &self.normal.text[it.range()];
            let done = matches!(
                text,
                "完成"
                    | "获"
                    | "获得"
                    | "取得"
                    | "列入"
                    | "纳入"
                    | "进入"
                    | "实施"
                    | "辖"
                    | "下辖"
            );
            it.is(Class::Act) && !it.is(Class::Level) && !done
        });
        keeps.or(acts.filter(|_| quantity.kind != Some(UnitKind::Money)))
    }

    /// 投资8500万元,建设供水管网157公里: in what the clause after it tells of.
    pub(crate) fn invested_in_what_follows(&self, figure: Figure) -> Option<Name> {
        let lead = figure.lead;
        let tokens = self.tokens();
        let words = self.phrases.trimmed(lead.subject.clone());
        let mut starts = words.clone().map(|i| self.phrases.token_text(i));
        if !starts.find(|it| !it.is_empty())?.starts_with(['投', '总']) {
            return None;
        }
        let said = self.phrases.name(words.clone());
        let bare = matches!(
            said.plain.as_str(),
            "投资" | "投入" | "投入资金" | "投资额" | "总投资"
        );
        if !bare {
            return None;
        }
        // A clause before may tell whose it is.
        let before = tokens.get(..words.start)?;
        // 投产项目7个、总投资27亿元: of what was counted.
        if before
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Pause))
        {
            return None;
        }
        let parted = before.iter().rposition(|token| token.kind.breaks());
        let first = parted.is_none_or(|at| matches!(before[at].kind, Kind::Semicolon));
        if !first {
            return None;
        }
        let comma = matches!(tokens.get(figure.next())?.kind, Kind::Comma);
        let start = figure.next() + usize::from(comma);
        let rest = tokens.get(start..)?;
        let until =
            |token: &&Token| !token.kind.breaks() && !matches!(token.kind, Kind::Quantity(_));
        let object = start..start + rest.iter().take_while(until).count();
        let verb = rest.first()?;
        let verb_alone = [
            "完成", "实施", "实行", "建设", "建成", "开展", "推进", "敷设", "铺设",
        ];
        // 改造老旧小区 is one word of the table.
        let begins = [
            '实', '敷', '铺', '改', '新', '建', '修', '扩', '打', '整', '治', '购', '升', '绿',
            '硬',
        ];
        let acts = acts(verb) || self.normal.text[verb.range()].starts_with(begins);
        let measured = tokens.get(object.clone())?.iter().any(|token| {
            [
                Class::Basis,
                Class::Rise,
                Class::Fall,
                Class::Share,
                Class::Rate,
                Class::Level,
                Class::RankVerb,
            ]
            .iter()
            .any(|&class| token.is(class))
        });
        let name = self.phrases.name(object);
        let short = verb_alone
            .iter()
            .find(|verb| name.plain.starts_with(**verb));
        let count = name.plain.chars().count();
        let name = name.last(count - short.map_or(0, |verb| verb.chars().count()));
        let fits = (3..=16).contains(&name.plain.chars().count()) && !name.plain.contains('、');
        (acts && !measured && fits).then(|| name.then(&said))
    }

    /// 总投资950亿元的97个重点项目: what all of them cost, and how many there are.
    pub(crate) fn cost_of_the_counted(
        &mut self,
        figure: Figure,
        subject: &Subject,
    ) -> Option<usize> {
        let at = figure.next() + 1;
        let Kind::Quantity(count) = &self.tokens().get(at)?.kind else {
            return None;
        };
        let (works, end) = self.phrases.after(at + 1, figure.clause.end);
        let works = without_state(counted_alone(works));
        let Subject::Named(names) = subject else {
            return None;
        };
        let attribute = names.first()?;
        let lexicon = Lexicon::get();
        let own = match lexicon.is_one_of(Noun::Own, &attribute.plain) {
            true => attribute.clone(),
            // 实施总投资950亿元的……: the attribute alone.
            false => {
                let own = lexicon.shorter(Noun::Own, &attribute.plain)?;
                attribute.last(own.chars().count())
            }
        };
        let fits = count.kind == Some(UnitKind::Count)
            && figure.quantity.kind == Some(UnitKind::Money)
            && figure.quantity.bound == Bound::Exact
            && lexicon.ends_in(Noun::Works, &works.plain);
        if !fits {
            return None;
        }
        let count = count.clone();
        // 总投资168亿元的44个项目成功签约: which they are, what happened to them tells.
        let verb = (end..figure.clause.end).take(3).find(|&i| {
            let token = &self.tokens()[i];
            let noun = matches!(&self.normal.text[token.range()], "签约" | "落户" | "落地");
            let acts = [Class::Deed, Class::Keep, Class::Act];
            let acts = acts.iter().any(|&it| token.is(it));
            noun || acts && !token.is(Class::Adverb)
        });
        let generic = lexicon.is_one_of(Noun::Generic, &works.plain);
        let works = match verb.filter(|_| generic) {
            Some(verb) => self.phrases.name(verb..verb + 1).then(&works),
            None => works,
        };
        let cost = self
            .open(vec![works.then(&own)], &figure.lead.subject)
            .first()
            .copied()?;
        self.set_level(cost, figure.quantity);
        self.drafts[cost].timeless = true;
        self.cover(cost, figure.lead, figure.item());
        let all = self.bytes(self.tokens()[at].start..self.tokens()[end - 1].end);
        self.drafts[cost].cover(&all);
        self.note_works(&works);
        let number = self.alone(works, &(0..0));
        self.set_level(number, &count);
        self.drafts[number].cover(&all);
        self.carried.current.clear();
        Some(end)
    }

    /// 项目293个,其中亿元以上178个: of what the same unit counted just before.
    pub(crate) fn large_ones(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let words = self.phrases.trimmed(lead.subject.clone());
        let mut ends = words.clone().rev().map(|i| self.phrases.token_text(i));
        if !ends.find(|it| !it.is_empty())?.ends_with(['上', '下']) {
            return None;
        }
        let large = self.phrases.name(words);
        if !large.plain.ends_with("元以上") && !large.plain.ends_with("元以下") {
            return None;
        }
        let unit = self.unit(first);
        let counted = self.drafts.iter().rev().take(8).find(|draft| {
            let level = draft.level.as_ref();
            level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
                && ["项目", "企业", "工程"]
                    .iter()
                    .any(|noun| draft.name.plain.ends_with(noun))
        })?;
        // 10亿元以上 of 引进亿元以上产业项目 are 产业项目.
        let scanned = crate::scan::scan(&counted.name.plain, 0..counted.name.plain.len());
        let kind = scanned
            .tokens
            .iter()
            .find(|token| !token.is(Class::Scope))?;
        let from = match counted.name.plain.rfind("元以上") {
            Some(at) => at + "元以上".len(),
            None => kind.start,
        };
        let skip = counted.name.plain[..from].chars().count();
        let count = counted.name.plain.chars().count();
        Some(large.then(&counted.name.last(count - skip)))
    }

    /// 注册企业218家,其中注册资本超亿元的9家; 税收超亿元的楼宇68栋,其中超10亿元的18栋: which of those that
    /// the same unit counted just before.
    pub(crate) fn those_beyond(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let before = self.tokens().get(..lead.end)?;
        let of = before
            .last()
            .filter(|of| matches!(of.kind, Kind::Of) && lead.from + 1 >= lead.end)?;
        // No limit is told in more words.
        let near = before.len().saturating_sub(12);
        let breaks = |token: &Token| token.kind.breaks();
        let from = near + before[near..].iter().rposition(breaks)? + 1;
        let part = |token: &Token| !token.is(Class::Conn) && !matches!(token.kind, Kind::Time(_));
        let start = from + before[from..].iter().position(part)?;
        let those = self.phrases.name_of(before.get(start)?.start..of.end);
        let limit = ["超", "过", "以上", "不足"];
        let limited = limit.iter().any(|word| those.plain.contains(word))
            && those.plain.contains(['亿', '万'])
            && those.plain.chars().count() <= 16;
        let unit = self.unit(first);
        let whole = self.drafts.get(self.carried.sentence..)?.iter().rev();
        let whole = whole.take(3).find(|draft| {
            let level = draft.level.as_ref();
            level.and_then(|level| level.unit.as_deref()) == Some(unit.as_str())
        });
        let whole = &whole
            .filter(|_| limited && first.kind == Some(UnitKind::Count))?
            .name;
        let known = ["企业", "项目", "工程", "园区", "公司", "商户", "车间"]
            .iter()
            .find(|noun| whole.plain.ends_with(**noun));
        let noun = match whole.plain.rfind('的') {
            Some(at) => whole.plain[at..].chars().count() - 1,
            None => known?.chars().count(),
        };
        let noun = whole.last(noun);
        // 超10亿元的: of the same as before.
        let attribute = whole
            .plain
            .find('超')
            .filter(|_| those.plain.starts_with('超'));
        let attribute = attribute.map_or(0, |at| whole.plain[..at].chars().count());
        (noun.plain.chars().count() > 1).then(|| whole.first(attribute).then(&those).then(&noun))
    }

    /// 开工建设敬老院34处、建成投用17处: verbs alone are said of what the number before counted.
    pub(crate) fn done_to_the_same(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let words = self.phrases.trimmed(lead.subject.clone());
        let tokens = self.tokens().get(words.clone()).unwrap_or_default();
        if tokens.is_empty() || !tokens.iter().all(acts) {
            return None;
        }
        // 发放消费券1.2亿元,撬动消费15.6亿元: what was done, and what it was done to.
        if let [_, .., last] = tokens
            && Lexicon::get().is_one_of(Noun::Demand, &self.normal.text[last.range()])
        {
            return None;
        }
        let before = self
            .drafts
            .get(self.carried.sentence..)
            .into_iter()
            .flat_map(|drafts| drafts.iter().rev().take(4))
            // 新开工项目66个,总投资254亿元;新签约78个: the attribute between is no matter.
            .find(|draft| {
                let unit = draft.level.as_ref().and_then(|level| level.unit.as_deref());
                // 其中能繁母猪存栏3.2万头;出栏28.6万头: sows are kept.
                unit == Some(self.unit(first).as_str()) && !draft.name.plain.contains("能繁")
            })?;
        let scanned = crate::scan::scan(&before.name.plain, 0..before.name.plain.len());
        // 全市开工建设养老中心
        let place = scanned
            .tokens
            .iter()
            .take_while(|token| token.is(Class::Scope))
            .count();
        let verbs = scanned.tokens[place..]
            .iter()
            .take_while(|token| acts(token))
            .count();
        let newly = tokens.iter().all(|token| {
            let word = &self.normal.text[token.range()];
            token.is(Class::Keep) && word.starts_with('新') && !crate::phrases::basis::added(word)
        });
        // 重大项目开工390个、竣工437个
        if let Some(last) = scanned
            .tokens
            .last()
            .filter(|token| verbs == 0 && acts(token))
        {
            let count = before.name.plain[..last.start].chars().count();
            return Some(before.name.first(count).then(&self.phrases.name(words)));
        }
        // 低保户修缮272户、新建116户
        let kept = ["修缮", "维修", "加固", "翻新", "养护"]
            .iter()
            .find_map(|kept| before.name.plain.strip_suffix(*kept));
        if let Some(object) = kept.filter(|object| object.chars().count() > 1) {
            let object = before.name.first(object.chars().count());
            return Some(self.phrases.name(words).then(&object));
        }
        // 经营主体1461万户,新登记147万户
        let object = scanned
            .tokens
            .get(place + verbs)
            .filter(|_| verbs > 0 || newly)?;
        let skip = before.name.plain[..object.start].chars().count();
        let count = before.name.plain.chars().count();
        let object = before.name.last(count - skip);
        Some(self.phrases.name(words).then(&object))
    }

    /// 种植水稻68万亩、旱粮14万亩: the verb of the first is that of all.
    pub(crate) fn verb_of_list(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let lexicon = Lexicon::get();
        let before = lead.subject.start.checked_sub(1)?;
        let words = self.tokens().get(lead.subject.clone())?;
        let listed = matches!(self.tokens().get(before)?.kind, Kind::Quantity(_))
            && matches!(words.first()?.kind, Kind::Pause | Kind::And)
            || matches!(self.tokens().get(before)?.kind, Kind::Pause);
        let nouns = words
            .iter()
            .all(|token| token.kind.nominal() || matches!(token.kind, Kind::Pause | Kind::And));
        if !listed
            || !nouns
            || lexicon.ends_in(
                Noun::Measure,
                &self.phrases.name(lead.subject.clone()).plain,
            )
        {
            return None;
        }
        let draft = self.drafts.get(self.carried.sentence..)?.last()?;
        let level = draft.level.as_ref()?;
        // 新培育“专精特新”企业27户、规上工业企业1家: firms are counted by either.
        let unit = self.unit(first);
        let own = self.phrases.name(lead.subject.clone()).plain;
        let firms = |unit: &str| own.ends_with("企业") && ends_in(unit, &['户', '家', '个']);
        let alike = level.unit.as_deref().is_some_and(|told| {
            told == unit || firms(told) && firms(&unit) && draft.name.plain.ends_with("企业")
        });
        if !alike || draft.change.is_some() {
            return None;
        }
        let name = &draft.name;
        let scanned = crate::scan::scan(&name.plain, 0..name.plain.len());
        let mut tokens = scanned.tokens.iter().skip_while(|t| t.is(Class::Scope));
        let verb = tokens.next().filter(|token| acts(token))?;
        tokens.next()?;
        let chars = |end: usize| name.plain.get(..end).unwrap_or_default().chars().count();
        let verb = name
            .first(chars(verb.end))
            .last(chars(verb.end) - chars(verb.start));
        Some(verb)
    }
}

/// Whether a word is a verb that names begin with: 开工, 建成, 新增.
fn acts(token: &Token) -> bool {
    [Class::Act, Class::Deed, Class::Keep]
        .iter()
        .any(|&class| token.is(class))
}

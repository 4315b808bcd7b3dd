//! Numbers before what they count: 21个项目, 总投资100亿元的X项目.

use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::phrases::measure::{counted_works, entity_in};
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// 总投资100亿元的X项目, 50亿元的财政资金.
    pub(crate) fn attribute(
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
        if owner.is_empty() || self.lists_works(group.range.end, clause.end) {
            return None;
        }
        let owner = entity_in(&owner).unwrap_or(owner);
        let name = match subject {
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
        self.cover(target, lead, item);
        let words = self.bytes(self.tokens()[item.token].start..self.tokens()[end - 1].end);
        self.drafts[target].cover(&words);
        Some(end)
    }

    /// Whether what follows lists works by how large they are: 10万吨电池、50亿元的科技园等项目.
    fn lists_works(&self, from: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let rest = tokens.get(from..).unwrap_or_default();
        let listed = rest
            .iter()
            .take(40)
            .take_while(|token| !matches!(token.kind, Kind::Comma | Kind::Semicolon))
            .any(|token| {
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

    /// A number before what it counts: 21个项目列入名单, 1.3亿元专项资金.
    pub(crate) fn counted(
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
        // 在16个县市区综合排名中,我县……: among how many.
        let words = &self.tokens()[clause.clone()];
        let text = |token: Option<&Token>| token.map_or("", |it| &self.normal.text[it.range()]);
        let among = text(words.first()) == "在" && text(words.last()).ends_with('中');
        if among {
            return None;
        }
        let lexicon = Lexicon::get();
        let item = &group.items[0];
        let (noun, end) = self.phrases.after(group.range.end, clause.end);
        // 35万吨硫精砂项目: how large the works are is part of their name.
        let works = ["项目", "工程", "场", "厂", "线", "装置"]
            .iter()
            .any(|end| noun.plain.ends_with(end));
        if quantity.kind == Some(UnitKind::Amount) && works {
            return None;
        }
        // 40亿元智能家电总部基地
        let site = ["项目", "工程", "基地", "中心", "园", "大厦", "线"]
            .iter()
            .any(|end| noun.plain.ends_with(end));
        if quantity.kind == Some(UnitKind::Money) && site {
            return None;
        }
        // 11个县区九升二降: how many rose and fell.
        let rose = |name: &str| {
            let letters: Vec<char> = name.chars().collect();
            letters.windows(2).any(|pair| {
                crate::words::numeral::is_chinese(pair[0])
                    && matches!(pair[1], '升' | '降' | '涨' | '跌')
            })
        };
        // 连续跨越7万亿、8万亿、9万亿三个大台阶
        if self.lists_works(group.range.end, clause.end) || noun.plain.ends_with("台阶")
            // 8个市州中唯一实现正增长的地区, 7项主要经济指标, 21条措施: not what there is.
            || ["唯一", "主要经济", "措施", "举措", "产业链"]
                .iter()
                .any(|end| noun.plain.ends_with(end))
        {
            return None;
        }
        if noun.plain.ends_with(['可', '将', '正', '拟']) || rose(&noun.plain) {
            // 17个项目可开工: nothing that was.
            return None;
        }
        // 5家企业上半年实现增加值: the time between says nothing of it.
        let after = (end..clause.end)
            .find(|&i| {
                let token = &self.tokens()[i];
                let how = !noun.is_empty() && token.is(Class::Adverb) && !token.is(Class::All);
                !matches!(token.kind, Kind::Time(_)) && !how
            })
            .unwrap_or(end);
        let verb = self
            .tokens()
            .get(after)
            .filter(|token| end < clause.end || matches!(token.kind, Kind::Pause));
        let acts = verb.is_some_and(|token| {
            [Class::Act, Class::Deed, Class::RankVerb, Class::Level]
                .iter()
                .any(|&class| token.is(class))
        });
        // 28个村集体收入, 41个行业中, 202个项目完成投资318亿元: the count only tells whose figure follows.
        let measured = lexicon.ends_in(Noun::Measure, &noun.plain)
            && !lexicon.ends_in(Noun::Counted, &noun.plain)
            && quantity.kind != Some(UnitKind::Money);
        // 8个国家高新区7831亿元; 电子、食品、生物3个产业.
        let figure = verb.is_some_and(|token| matches!(token.kind, Kind::Quantity(_)));
        let summed = self.tokens()[lead.subject.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Pause))
            && lexicon.is_one_of(Noun::Generic, &noun.plain);
        // 119项区委、区政府工作: what was counted goes on after the pause.
        let goes_on = quantity.kind == Some(UnitKind::Count)
            && verb.is_some_and(|token| matches!(token.kind, Kind::Pause))
            && self
                .tokens()
                .get(end + 1)
                .is_some_and(|next| next.kind.nominal());
        let whose = figure
            || goes_on
            || summed
            || measured
            || verb.is_some_and(|token| token.is(Class::PrepEnd))
            || acts && limit < clause.end
            || limit < clause.end
                && verb.is_some_and(|token| &self.normal.text[token.range()] == "对");
        // 158个重点项目完成投资87亿元, 249家服务业企业营收增长9%: how many, and theirs follows.
        let whole = noun.clone();
        let tail = lexicon.tail(&noun.plain);
        let tail = tail.or_else(|| lexicon.shorter(Noun::Measure, &noun.plain));
        let noun = match tail.filter(|_| !acts) {
            Some(tail) => noun.first(noun.plain.chars().count() - tail.chars().count()),
            None => noun,
        };
        if (acts || noun != whole)
            && limit < clause.end
            && !quantity.number.chinese
            && quantity.kind == Some(UnitKind::Count)
            && ["项目", "工程", "企业"]
                .iter()
                .any(|end| noun.plain.ends_with(end))
            && !lexicon.is_one_of(Noun::Generic, &noun.plain)
        {
            self.note_works(&noun);
            let target = self.alone(noun, &(0..0));
            self.set_level(target, quantity);
            self.cover(target, lead, item);
            let words = self.bytes(self.tokens()[item.token].start..self.tokens()[end - 1].end);
            self.drafts[target].cover(&words);
            self.carried.current.clear();
            self.carried.pending = None;
            return Some(group.range.end);
        }
        let noun = whole;
        // 59个县增速高于全省
        let of_a_rate = verb.is_some_and(|token| token.is(Class::Rate));
        if noun.is_empty() || whose || of_a_rate {
            return None;
        }
        let mut name = noun.clone();
        let mut last = end;
        if lexicon.is_one_of(Noun::Generic, &noun.plain) {
            // What happened to them tells which they are: 获五星等次工程.
            if !acts {
                return None;
            }
            let what = self.phrases.name(end..clause.end);
            if what.plain.chars().count() > 24 {
                return None;
            }
            name = match what.plain.ends_with(&noun.plain) {
                true => what,
                false => what.then(&noun),
            };
            last = clause.end;
        } else if let Some(keep) = self.keep_before(lead) {
            name = self.phrases.name_of(keep.range()).then(&noun);
        }
        if name == noun {
            self.note_works(&name);
        }
        if lexicon.ends_in(Noun::Agent, &noun.plain) {
            // 新增37户规上企业,……完成产值554亿元
            self.carried.owner = Some(noun);
        }
        let target = self.open(vec![name], &(0..0)).first().copied()?;
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        let words = self.bytes(self.tokens()[item.token].start..self.tokens()[last - 1].end);
        self.drafts[target].cover(&words);
        Some(last)
    }

    /// 签约项目12个,总投资45亿元: what follows may be of the works that were counted.
    pub(crate) fn note_works(&mut self, name: &Name) {
        if let Some(works) = counted_works(name) {
            self.carried.works = Some((works.clone(), true));
            self.carried.entity = Some(works);
        }
    }

    /// The 新增 right before a number.
    pub(crate) fn keep_before(&self, lead: &Lead) -> Option<&Token> {
        let before = self.tokens().get(lead.subject.clone())?.last()?;
        before.is(Class::Keep).then_some(before)
    }

    /// 归宗景区、石材产业园2个项目: how many the list held, which is of no account by itself.
    pub(crate) fn sums_a_list(&self, lead: &Lead, first: &Quantity, next: usize) -> bool {
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let pauses = words
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let noun = self
            .tokens()
            .get(next)
            .is_some_and(|token| token.kind.nominal());
        let ends = words.last().is_some_and(|token| token.kind.nominal());
        first.kind == Some(UnitKind::Count)
            && pauses > 0
            && noun
            && ends
            && first.number.digits.parse() == Ok(pauses + 1)
    }
}

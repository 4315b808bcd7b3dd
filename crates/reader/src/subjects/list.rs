//! The names of a list, with what they share: A业、B业增加值, and lists that stand in clauses before.

use crate::phrases::lead::Lead;
use crate::phrases::name::{Name, before_et_cetera};
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::one_class::said_for_all;
use crate::subjects::said::rateless;
use crate::subjects::shared::{joined, shared_tail};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// The words of a subject, without the verb after the names of several:
    /// 城镇和农村居民人均可支配收入完成29092元、17191元.
    pub(super) fn without_done(&self, lead: &Lead, several: bool) -> Range<usize> {
        let words = lead.subject.clone();
        let done = self.tokens()[words.clone()].last().is_some_and(|last| {
            let word = &self.normal.text[last.range()];
            several && matches!(word, "完成" | "入库" | "录得")
        });
        words.start..words.end - usize::from(done)
    }

    /// A list that began in clauses without numbers: A业,B业,C业增加值分别增长……
    pub(crate) fn longer_list(&mut self, lead: &Lead, count: usize) -> Option<Vec<usize>> {
        let start = self.carried.before?;
        let range = start..lead.subject.end;
        // ……营利性服务业,增加值分别增长……: the measure is none of the names.
        let bare = |name: &Name| Lexicon::get().is_one_of(Noun::Whose, &name.plain);
        let names = match self.phrases.subject(range.clone(), Some(count)) {
            Subject::Named(names) if names.len() == count && names.last().is_some_and(bare) => {
                return None;
            }
            Subject::Named(names) if names.len() == count => names,
            // 五金、电料类,通讯器材类,建材类商品销售额分别增长……
            _ => {
                self.listed_by_commas(&self.between_commas(range.clone()), count)?
                    .0
            }
        };
        // 东盟、欧盟是主要伙伴,对上述国家分别进出口……: what is said of the list is no list.
        let words = ["是", "上述", "期间"];
        // 按经营地分,城镇和农村消费分别为……: by what they are told apart.
        let apart = |name: &Name| name.plain.chars().count() > 2 && name.plain.ends_with('分');
        let said = |name: &Name| apart(name) || words.iter().any(|word| name.plain.contains(word));
        if names.len() != count || names.iter().any(said) {
            return None;
        }
        self.carried.pending = None;
        // A业,B业,C业三类行业增速分别为……
        let names = names.into_iter().map(before_et_cetera).collect();
        let names = of_one_kind(self.whole_names(lead, names));
        Some(self.open(names, &range))
    }

    /// 蔬菜、瓜果供应充足,分别增长0.4%、33%: a list in the clause before, and how it fared; the
    /// measure of all may stand right before the numbers.
    pub(crate) fn listed_before(
        &mut self,
        measure: Option<&Name>,
        count: usize,
    ) -> Option<Vec<usize>> {
        let (names, list) = self.list_before(count)?;
        // 电子、家具产业产值增长较快,增速分别为……: the last says what measures them.
        let own = names.last().and_then(|last| {
            // 进出口总额 is shared by nobody.
            // 鲜切花、水果产量 is measured alike.
            let goods = Lexicon::get().shorter(Noun::Goods, &last.plain);
            let own = goods.is_none() && halfyear_catalogue::names_exactly(&last.plain);
            let tail = shared_tail(&last.plain).filter(|_| !own)?;
            (tail < last.plain.chars().count()).then(|| last.last(tail))
        });
        let measure = measure.or(own.as_ref());
        let measured =
            |name: &Name, measure: &Name| match name.plain.ends_with(measure.plain.as_str()) {
                true => name.clone(),
                false => name.then(measure),
            };
        let names = said_for_all(of_one_kind(names));
        let names = match measure {
            Some(measure) => names.iter().map(|name| measured(name, measure)).collect(),
            None => self.parts(names),
        };
        self.carried.pending = None;
        // 湘阴县(424.86亿元)、华容县(420.31亿元)不分伯仲,增速同为5.4%: those just told.
        if let Some(told) = self.just_told(&names) {
            return Some(told);
        }
        Some(self.open(names, &list))
    }

    /// The statements spoken of, where they are of just these names and did not move yet.
    fn just_told(&self, names: &[Name]) -> Option<Vec<usize>> {
        let told = &self.carried.current;
        let same = |(&i, name): (&usize, &Name)| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|it| it.name == *name && it.level.is_some() && it.change.is_none())
        };
        let all = told.len() == names.len() && told.len() > 1;
        (all && told.iter().zip(names).all(same)).then(|| told.clone())
    }

    /// The names of a list's parts: what one of them takes over from the whole measures all.
    pub(crate) fn parts(&self, names: Vec<Name>) -> Vec<Name> {
        let lexicon = Lexicon::get();
        let whole: Vec<Name> = names
            .iter()
            .cloned()
            .map(|name| self.with_tail(name))
            .collect();
        let tail = names.iter().zip(&whole).find_map(|(name, whole)| {
            let (short, long) = (name.plain.chars().count(), whole.plain.chars().count());
            (long > short && whole.plain.starts_with(name.plain.as_str()))
                .then(|| whole.last(long - short))
        });
        let Some(tail) = tail else {
            return whole;
        };
        let own = |name: &Name| {
            lexicon.ends_in(Noun::Measure, &name.plain)
                || lexicon.tail(&name.plain).is_some()
                || halfyear_catalogue::find(&name.plain).is_some()
        };
        names
            .into_iter()
            .zip(whole)
            .map(|(name, whole)| match own(&name) {
                true => name,
                // 零售业商品销售额, but 餐饮业营业额
                false if whole != name => whole,
                false => joined(&name, &tail),
            })
            .collect()
    }

    /// The names of a list in the clause before, as they stand there, and where: 蔬菜 and 瓜果.
    pub(crate) fn list_before(&self, count: usize) -> Option<(Vec<Name>, Range<usize>)> {
        let start = self.carried.before?;
        if let Some(found) = self.counted_list(start, count) {
            return Some(found);
        }
        let rest = self.tokens().get(start..)?;
        let (first, _) = rest.iter().enumerate().find(|(i, token)| {
            // 等4个行业 sums the list up.
            let sums = i
                .checked_sub(1)
                .is_some_and(|i| self.normal.text[rest[i].range()].ends_with('等'))
                // 增长最快的3个行业分别是……
                || rest[i + 1..].iter().take(3).any(|token| {
                    matches!(&self.normal.text[token.range()], "分别是" | "依次是" | "分别为")
                });
            matches!(token.kind, Kind::Quantity(_) | Kind::Number(_)) && !sums
        })?;
        // 从各县看,A县、B县均为下降,增速分别为……: the list may stand in any of the clauses before.
        let mut clauses = self.between_commas(start..start + first);
        let found = clauses
            .iter()
            .find_map(|clause| self.list_in(clause.clone(), count));
        clauses.pop();
        found.or_else(|| self.listed_by_commas(&clauses, count))
    }

    fn between_commas(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut from = range.start;
        let words = self.tokens().get(range).unwrap_or_default();
        let clauses = words
            .split(|token| matches!(token.kind, Kind::Comma))
            .map(|clause| {
                let start = from;
                from += clause.len() + 1;
                start..start + clause.len()
            });
        clauses.collect()
    }

    /// 纺织业,通信、电子设备制造业,电力、热力生产业增速较快,分别增长……: names that hold 、 themselves.
    fn listed_by_commas(
        &self,
        clauses: &[Range<usize>],
        count: usize,
    ) -> Option<(Vec<Name>, Range<usize>)> {
        let clauses = clauses.get(clauses.len().checked_sub(count)?..)?;
        let (first, last) = (clauses.first()?, clauses.last()?);
        let name = |clause: &Range<usize>| {
            let list = self.before_it_fares(clause.clone());
            // 租赁和商务服务业等4个行业营业收入: the list is summed up before its measure.
            let sum = list
                .clone()
                .find(|&i| matches!(self.tokens()[i].kind, Kind::Quantity(_)));
            let named = list.start..sum.unwrap_or(list.end);
            let after = self
                .phrases
                .name(sum.map_or(list.end, |sum| sum + 1)..list.end);
            let after = without_state(&after);
            let tail = Lexicon::get().tail(&after.plain).unwrap_or_default();
            let tail = after.last(tail.chars().count());
            match self.phrases.subject(named, None) {
                Subject::Named(mut names) => {
                    names.pop().map(|name| without_state(&name).then(&tail))
                }
                _ => None,
            }
            .filter(|name| {
                let tail = Lexicon::get().tail(&name.plain).unwrap_or_default();
                name.plain.trim_end_matches(tail).ends_with(['业', '类'])
            })
        };
        let names: Option<Vec<Name>> = clauses.iter().map(name).collect();
        Some((names?, first.start..last.end))
    }

    /// The names of a list in a clause that tells how it fared.
    fn list_in(&self, clause: Range<usize>, count: usize) -> Option<(Vec<Name>, Range<usize>)> {
        // 主要集中于专用汽车和农产品加工业; 动力也来自工业、批发业
        let source = clause.clone().find(|&i| {
            let word = &self.normal.text[self.tokens()[i].range()];
            matches!(word, "于" | "来自" | "集中于" | "集中在" | "来自于")
        });
        let clause = source.map_or(clause.start, |source| source + 1)..clause.end;
        let list = self.before_it_fares(clause.clone());
        // 总量排在前三位的分别是A县、B县和C县
        let told = clause.clone().find(|&i| {
            matches!(
                &self.normal.text[self.tokens()[i].range()],
                "分别是" | "依次是" | "分别为"
            )
        });
        let list = told.map_or(list, |told| told + 1..clause.end);
        // A、B增速领跑全省
        let rate = list.clone().find(|&i| self.tokens()[i].is(Class::Rate));
        // A、B产值位居全市前二
        let ranked = list.clone().find(|&i| {
            let rest = self.tokens()[i..list.end].iter().take(4);
            // A、B位于1000亿元至1500亿元之间
            let placed = rest
                .clone()
                .any(|token| matches!(token.kind, Kind::Rank(_) | Kind::Range));
            let verb = &self.tokens()[i];
            let follows = self.normal.text[verb.range()].starts_with("紧随");
            (verb.is(Class::RankVerb) || verb.is(Class::Level)) && (placed || follows)
        });
        // A业和B业对基础设施投资构成主要拉动力量: what they do to it
        let parting = |i: usize| matches!(self.tokens()[i].kind, Kind::Pause | Kind::And);
        let first = list.clone().find(|&i| parting(i));
        let to = list
            .clone()
            .skip_while(|&i| first.is_none_or(|first| i < first))
            .find(|&i| &self.normal.text[self.tokens()[i].range()] == "对");
        let list = list.start..rate.or(ranked).or(to).unwrap_or(list.end);
        let parts = list
            .clone()
            .filter(|&i| matches!(self.tokens()[i].kind, Kind::Pause | Kind::And))
            .count();
        let split = list.clone().any(|i| self.tokens()[i].is(Class::Split));
        if parts == 0 && !split || list.len() > 40 {
            return None;
        }
        let Subject::Named(mut names) = self.phrases.subject(list.clone(), Some(count)) else {
            return None;
        };
        // 两节、冬奥期间价格平稳: when, and not of what.
        let when = |token: &Token| self.normal.text[token.range()].ends_with("期间");
        if self.tokens()[list.clone()].iter().any(when) {
            return None;
        }
        // 第二、第三产业表现良好: how both of them do stands behind a word that is two names.
        for name in names.iter_mut().rev().take(if split { count } else { 1 }) {
            *name = without_state(name);
        }
        (names.len() == count).then_some((names, list))
    }

    /// A clause up to where it tells how something fared.
    fn before_it_fares(&self, clause: Range<usize>) -> Range<usize> {
        let fares = |&i: &usize| {
            let token = &self.tokens()[i];
            // 保持三位数快速增长态势
            let digits = ["两位数", "三位数"];
            digits.contains(&&self.normal.text[token.range()])
                || !token.is(Class::Rate)
                    && [
                        Class::Rise,
                        Class::Fall,
                        Class::Adverb,
                        Class::Conn,
                        Class::All,
                        Class::Level,
                        Class::Gap,
                    ]
                    .iter()
                    .any(|&class| token.is(class))
        };
        // 货物吞吐量、集装箱吞吐量双双刷新同期纪录
        let both = clause.clone().find(|&i| {
            ["双双", "均", "都", "皆"].contains(&&self.normal.text[self.tokens()[i].range()])
        });
        let clause = clause.start..both.filter(|&at| at > clause.start).unwrap_or(clause.end);
        // A县、B县快于全市平均水平
        let compared = clause.clone().find(|&i| self.tokens()[i].is(Class::Gap));
        let clause = clause.start..compared.map_or(clause.end, |at| at + 1);
        // 均为下降 and 增长较快 are of several words.
        let last = clause.clone().rev().find(fares);
        let fared = last.and_then(|last| (clause.start..=last).rev().take_while(fares).last());
        clause.start..fared.filter(|&at| at > clause.start).unwrap_or(clause.end)
    }
}

/// The last name of a list without how the list fared, and without what sums it up.
fn without_state(name: &Name) -> Name {
    let mut name = name.clone();
    if let Some(state) = Lexicon::get().shorter(Noun::State, &name.plain) {
        name = name.first(name.plain.chars().count() - state.chars().count());
    }
    // 襄阳与宜昌贴身肉搏
    let letters = name.plain.chars().count();
    let place = name.first(letters.saturating_sub(4));
    let idle = !Lexicon::get().ends_in(Noun::Measure, &name.plain) && !is_name(&name.plain);
    if idle && is_name(&place.plain) {
        name = place;
    }
    // 岳阳、常德紧随长沙之后
    if let Some((kept, _)) = name.plain.split_once("紧随") {
        name = name.first(kept.chars().count());
    }
    // A镇、B镇工业投资均超亿元
    if let Some((kept, _)) = name.plain.split_once("均超") {
        name = name.first(kept.chars().count());
    }
    // A业、B业一升一降
    if let Some(kept) = name.plain.strip_suffix('一') {
        name = name.first(kept.chars().count());
    }
    // A业、B业增速较快
    name = name.first(rateless(&name.plain).chars().count());
    // A业、B业等现代服务业
    match name.plain.split_once('等') {
        Some((before, _)) if before.chars().count() > 1 => name.first(before.chars().count()),
        _ => name,
    }
}

/// 炼焦、机械、化学行业: all of them are 行业.
fn of_one_kind(mut names: Vec<Name>) -> Vec<Name> {
    let lexicon = Lexicon::get();
    let Some((last, others)) = names.split_last_mut() else {
        return names;
    };
    let kind = ["行业", "产业"]
        .iter()
        .find(|kind| last.plain.ends_with(**kind));
    let sector = |name: &Name| {
        name.plain.chars().count() <= 8
            && !name.plain.ends_with('业')
            && !lexicon.ends_in(Noun::Measure, &name.plain)
            && halfyear_catalogue::find(&name.plain).is_none()
    };
    if let Some(kind) = kind.filter(|_| others.iter().all(sector)) {
        for name in others {
            *name = name.and(kind);
        }
    }
    names
}

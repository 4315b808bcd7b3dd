//! The names of a list, with what they share: A业、B业增加值, and lists that stand in clauses before.

use crate::lead::Lead;
use crate::lexicon::{Class, Lexicon};
use crate::name::Name;
use crate::nouns::Noun;
use crate::phrase::Subject;
use crate::said::rateless;
use crate::statement::Sentence;
use crate::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
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
        let said = |name: &Name| ["是", "上述"].iter().any(|word| name.plain.contains(word));
        if names.len() != count || names.iter().any(said) {
            return None;
        }
        self.carried.pending = None;
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
            let tail = Lexicon::get().tail(&last.plain)?;
            Some(last.last(tail.chars().count()))
        });
        let measure = measure.or(own.as_ref());
        let measured = |name: &Name, measure: &Name| match name.plain.ends_with(&measure.plain) {
            true => name.clone(),
            false => name.then(measure),
        };
        let names = of_one_kind(names);
        let names = match measure {
            Some(measure) => names.iter().map(|name| measured(name, measure)).collect(),
            None => self.parts(names),
        };
        self.carried.pending = None;
        Some(self.open(names, &list))
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
            (long > short && whole.plain.starts_with(&name.plain)).then(|| whole.last(long - short))
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
            .map(|name| {
                if own(&name) {
                    name
                } else {
                    joined(&name, &tail)
                }
            })
            .collect()
    }

    /// The names of a list in the clause before, as they stand there, and where: 蔬菜 and 瓜果.
    pub(crate) fn list_before(&self, count: usize) -> Option<(Vec<Name>, Range<usize>)> {
        let start = self.carried.before?;
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
        let list = list.start..rate.unwrap_or(list.end);
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
        let last = names.last_mut()?;
        *last = without_state(last);
        (names.len() == count).then_some((names, list))
    }

    /// A clause up to where it tells how something fared.
    fn before_it_fares(&self, clause: Range<usize>) -> Range<usize> {
        let fares = |&i: &usize| {
            let token = &self.tokens()[i];
            !token.is(Class::Rate)
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

    /// 新签约、新开工、新竣工产业项目: verbs, and what all of them do it to.
    fn share_object(&self, names: &[Name]) -> Option<Vec<Name>> {
        let (last, others) = names.split_last()?;
        let verb = |name: &Name| {
            let words = Lexicon::get().words(&name.plain);
            let mut words = words.skip_while(|(.., word)| word.is(Class::Scope));
            let (start, end, word) = words.next()?;
            Lexicon::get()
                .words(&name.plain[..start])
                .all(|(.., word)| word.is(Class::Scope))
                .then_some(())?;
            let acts = [Class::Keep, Class::Act, Class::Deed];
            acts.iter().any(|&class| word.is(class)).then_some(end)
        };
        let alone = |name: &Name| verb(name) == Some(name.plain.len());
        let end = verb(last).filter(|end| *end < last.plain.len())?;
        if others.is_empty() || !others.iter().all(alone) {
            return None;
        }
        let verb = last.plain[..end].chars().count();
        // 全市 stands before the first of them alone.
        let object = last.last(last.plain.chars().count() - verb);
        let mut whole: Vec<Name> = others.iter().map(|name| name.then(&object)).collect();
        whole.push(last.clone());
        Some(whole)
    }

    /// Names with what they share with the others of their list, or take over from what stands above them.
    pub(crate) fn whole_names(&self, lead: &Lead, mut names: Vec<Name>) -> Vec<Name> {
        let lexicon = Lexicon::get();
        if let Some(shared) = &lead.shared {
            let shared = self.phrases.name(shared.clone());
            return names.into_iter().map(|name| name.then(&shared)).collect();
        }
        if let Some(names) = self.share_object(&names) {
            return names;
        }
        let tail = names.last().filter(|_| names.len() > 1).and_then(|last| {
            let ratio = ["占比", "比重"].iter().any(|end| last.plain.ends_with(end));
            let own = |name: &Name| lexicon.ends_in(Noun::Measure, &name.plain);
            let count = match ratio && names[..names.len() - 1].iter().all(own) {
                true => 2,
                false => shared_tail(&last.plain).or_else(|| alike_tail(&names))?,
            };
            // 金属制品业、汽车制造业增加值: whoever is a 业 already shares no other.
            let sectors = names[..names.len() - 1]
                .iter()
                .any(|name| name.plain.ends_with('业') || name.plain.ends_with('产'));
            let shared = last.last(count);
            // 一产、规上工业增加值
            if sectors && shared.plain.ends_with("工业增加值") {
                return Some(last.last("增加值".chars().count()));
            }
            match lexicon.tail(&last.plain) {
                Some(tail) if sectors && shared.plain.contains('业') => {
                    Some(last.last(tail.chars().count()))
                }
                _ => Some(shared),
            }
        });
        let first = names.first().and_then(|first| lexicon.pair(&first.plain));
        let crop = names.first().and_then(|first| {
            let end = lexicon.shorter(Noun::Crop, &first.plain)?;
            Some(first.first(first.plain.chars().count() - end.chars().count()))
        });
        let names_head = names.first().and_then(|first| {
            let count = first.plain.chars().count();
            // 园林绿化覆盖率 has no part before 覆盖率 that a 绿地率 is of.
            (count > 5 && first.plain.ends_with('率') && !first.plain.ends_with("覆盖率"))
                .then(|| first.first(count - 3))
        });
        for (i, name) in names.iter_mut().enumerate() {
            let complete =
                lexicon.ends_in(Noun::Measure, &name.plain) || lexicon.tail(&name.plain).is_some();
            match (&tail, &first) {
                // 一产投资、高技术产业投资占比
                (Some(tail), _)
                    if matches!(tail.plain.as_str(), "占比" | "比重")
                        && !name.plain.ends_with(&tail.plain) =>
                {
                    *name = name.then(tail);
                }
                // 城镇、农村居民人均可支配收入
                (Some(tail), _) if !complete => *name = joined(name, tail),
                // 蔬菜播种面积、产量; 生猪出栏、存栏
                _ if i > 0
                    && lexicon.is_one_of(Noun::Alone, &name.plain)
                    && let Some(head) = &crop =>
                {
                    *name = head.then(name);
                }
                // 市民诉求解决率、满意率
                _ if i > 0
                    && let Some(head) = names_head.as_ref().filter(|_| short_rate(&name.plain)) =>
                {
                    *name = head.then(name);
                }
                // 一般公共预算收入、支出
                (_, Some(head)) if i > 0 && lexicon.is_one_of(Noun::Bare, &name.plain) => {
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
}

/// The last name of a list without how the list fared, and without what sums it up.
fn without_state(name: &Name) -> Name {
    let mut name = name.clone();
    if let Some(state) = Lexicon::get().shorter(Noun::State, &name.plain) {
        name = name.first(name.plain.chars().count() - state.chars().count());
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

/// How many characters at the end of a list's last name its other names share: a measure of the
/// table, else an indicator that the catalogue knows.
fn shared_tail(last: &str) -> Option<usize> {
    let tail = Lexicon::get().tail(last);
    let tail = tail.map(|tail| tail.chars().count());
    let count = last.chars().count();
    // 兴庆区、西夏区规模以上工业增加值: the whole of what is known.
    let known = (3..count.min(16)).rev().find(|&n| {
        let at = last.char_indices().nth(count - n).map_or(0, |(at, _)| at);
        halfyear_catalogue::names_exactly(&last[at..])
    });
    known.max(tail)
}

/// The same where no table knows it, told from how the names are built: 药品 of 药品抽检合格率 is
/// built as 食品 is, 炼钢 of 炼钢先进产能占比 as 炼铁. Else the noun of a rate: 普及率.
fn alike_tail(names: &[Name]) -> Option<usize> {
    let lexicon = Lexicon::get();
    let (last, others) = names.split_last()?;
    let measure = lexicon.ending(Noun::Measure, &last.plain)?;
    let count = last.plain.chars().count();
    let known = lexicon.shorter(Noun::Shared, &last.plain);
    let known = known.map(|tail| tail.chars().count());
    let least = measure.chars().count().max(2);
    let before = others.last()?;
    let length = before.plain.chars().count();
    // What follows the noun that both end in: 企业 of 科技型中小企业, 高新技术企业数量.
    let noun = [2, 1].iter().filter(|&&n| n < length).find_map(|&n| {
        let end = before.last(n).plain;
        // 水 of 地表水 is not that of 近海水域, but 型 ends what it stands in.
        let sure = n > 1 || known.is_none() || end.contains(['型', '类', '品', '业', '级', '式']);
        let at = last.plain.find(&end).filter(|&at| at > 0 && sure)? + end.len();
        Some(last.plain[at..].chars().count())
    });
    let first = |name: &Name| name.plain.chars().next();
    let like = (length == 2 && count > length && first(before) == first(last)).then(|| count - 2);
    let built = noun.or(like).filter(|&tail| tail >= least).max(known);
    built.or((measure == "率" && count > 4).then_some(3))
}

/// Whether a name is a rate and nothing else: 满意率.
fn short_rate(name: &str) -> bool {
    name.ends_with('率') && name.chars().count() == 3
}

/// A name and what it shares with others, with what stands in both once: 高技术制造业 and 制造业PMI.
pub(crate) fn joined(name: &Name, tail: &Name) -> Name {
    let count = tail.plain.chars().count();
    // 猪肉 and 肉产量
    let least = if tail.plain.starts_with('肉') { 1 } else { 2 };
    let both = (least..=count)
        .rev()
        .find(|&n| name.plain.ends_with(&tail.first(n).plain));
    match both {
        Some(both) => name.then(&tail.last(count - both)),
        None => name.then(tail),
    }
}

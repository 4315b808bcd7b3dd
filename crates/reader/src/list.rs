//! The names of a list, with what they share: A业、B业增加值, and lists that stand in clauses before.

use crate::lead::Lead;
use crate::lexicon::{Class, Lexicon};
use crate::name::Name;
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
        let Subject::Named(names) = self.phrases.subject(range.clone(), Some(count)) else {
            return None;
        };
        // 东盟、欧盟是主要伙伴,对上述国家分别进出口……: what is said of the list is no list.
        let said = |name: &Name| ["是", "上述"].iter().any(|word| name.plain.contains(word));
        if names.len() != count || names.iter().any(said) {
            return None;
        }
        self.carried.pending = None;
        let names = self.whole_names(lead, names);
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
        let whole: Vec<Name> = names
            .iter()
            .map(|name| match measure {
                Some(measure) => name.then(measure),
                None => self.with_tail(name.clone()),
            })
            .collect();
        // What one of them is measured by measures all.
        let tail = names.iter().zip(&whole).find_map(|(name, whole)| {
            let (short, long) = (name.plain.chars().count(), whole.plain.chars().count());
            (long > short).then(|| whole.last(long - short))
        });
        let names = match tail {
            Some(tail) => names.iter().map(|name| name.then(&tail)).collect(),
            None => whole,
        };
        self.carried.pending = None;
        Some(self.open(names, &list))
    }

    /// The names of a list in the clause before, as they stand there, and where: 蔬菜 and 瓜果.
    pub(crate) fn list_before(&self, count: usize) -> Option<(Vec<Name>, Range<usize>)> {
        let start = self.carried.before?;
        let clause = (start..self.tokens().len())
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Comma))
            .map(|end| start..end)?;
        let lexicon = Lexicon::get();
        let fared = clause.clone().rev().find(|&i| {
            let token = &self.tokens()[i];
            !token.is(Class::Rate)
                && [Class::Rise, Class::Fall, Class::Adverb, Class::Conn]
                    .iter()
                    .any(|&class| token.is(class))
        });
        let list = clause.start..fared.filter(|&at| at > clause.start).unwrap_or(clause.end);
        let parts = list
            .clone()
            .filter(|&i| matches!(self.tokens()[i].kind, Kind::Pause | Kind::And))
            .count();
        if parts == 0 || list.len() > 40 {
            return None;
        }
        let Subject::Named(mut names) = self.phrases.subject(list.clone(), Some(count)) else {
            return None;
        };
        let last = names.last_mut()?;
        if let Some(state) = lexicon.shorter("state", &last.plain) {
            *last = last.first(last.plain.chars().count() - state.chars().count());
        }
        // A业、B业增速较快
        *last = last.first(rateless(&last.plain).chars().count());
        // A业、B业等现代服务业
        if let Some((before, _)) = last.plain.split_once('等')
            && before.chars().count() > 1
        {
            *last = last.first(before.chars().count());
        }
        (names.len() == count).then_some((names, list))
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
            .and_then(|last| Some(last.last(shared_tail(&last.plain)?)));
        let first = names.first().and_then(|first| lexicon.pair(&first.plain));
        let crop = names.first().and_then(|first| {
            let end = lexicon.shorter("crop", &first.plain)?;
            Some(first.first(first.plain.chars().count() - end.chars().count()))
        });
        for (i, name) in names.iter_mut().enumerate() {
            let complete =
                lexicon.ends_in("measure", &name.plain) || lexicon.tail(&name.plain).is_some();
            match (&tail, &first) {
                // 城镇、农村居民人均可支配收入
                (Some(tail), _) if !complete => *name = joined(name, tail),
                // 蔬菜播种面积、产量; 生猪出栏、存栏
                _ if i > 0
                    && lexicon.is_one_of("alone", &name.plain)
                    && let Some(head) = &crop =>
                {
                    *name = head.then(name);
                }
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
}

/// How many characters at the end of a list's last name its other names share: a measure of the
/// table, else an indicator that the catalogue knows.
fn shared_tail(last: &str) -> Option<usize> {
    if let Some(tail) = Lexicon::get().tail(last) {
        return Some(tail.chars().count());
    }
    let count = last.chars().count();
    (3..count.min(16)).rev().find(|&n| {
        let at = last.char_indices().nth(count - n).map_or(0, |(at, _)| at);
        halfyear_catalogue::names_exactly(&last[at..])
    })
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

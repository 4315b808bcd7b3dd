//! Rankings told from the place to those that hold it: 增速居全省第1位的有A、B; 居首位的有2个指标,分别是A和B.

use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Reads the indicators that hold a place; gives the token after them, or after how many there
    /// are where they are not named.
    pub(crate) fn holders(
        &mut self,
        group: &Group,
        lead: &Lead,
        places: &[String],
    ) -> Option<usize> {
        let of = group.range.end;
        let verb = |token: &Token| {
            let word = &self.normal.text[token.range()];
            matches!(
                word,
                "有" | "是" | "为" | "包括" | "分别有" | "分别是" | "分别为" | "依次是"
            )
        };
        let [link, holds] = self.tokens().get(of..of + 2)? else {
            return None;
        };
        if !matches!(link.kind, Kind::Of) || !verb(holds) {
            return None;
        }
        let Some(list) = self.listed_after(of + 2) else {
            return Some(of + 2);
        };
        let parts = self.tokens()[list.clone()]
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let Subject::Named(names) = self.phrases.subject(list.clone(), Some(parts + 1)) else {
            return Some(list.start);
        };
        let lexicon = Lexicon::get();
        let known = |name: &Name| {
            lexicon.ends_in(Noun::Measure, &name.plain)
                || halfyear_catalogue::find(&name.plain).is_some()
        };
        let within = places.first()?.clone();
        if !names.iter().all(known) {
            return Some(list.end);
        }
        let rate = lead
            .subject
            .clone()
            .find(|&i| self.tokens()[i].is(Class::Rate));
        let rate = rate.map(|i| self.phrases.name_of(self.tokens()[i].range()));
        let targets = self.known_or_new(names, rate.as_ref(), &list, false)?;
        for target in targets {
            self.stand(target, &within, &group.items[0], lead)?;
        }
        Some(list.end)
    }

    /// 在全省县域经济综合测评中: what the place that follows ranks in, and among whom. Notes it, and gives
    /// whether that is what stands there.
    pub(crate) fn in_a_judgement(&mut self, clause: &Range<usize>) -> bool {
        let words = clause.start..clause.end - 1;
        let scope = words.clone().find(|&i| self.tokens()[i].is(Class::Scope));
        let name = self
            .phrases
            .name(scope.map_or(words.start, |scope| scope + 1)..words.end);
        // 最新公布的考核评价
        let name = match name.plain.rfind("公布的") {
            Some(at) => {
                let told = name.plain[..at].chars().count() + "公布的".chars().count();
                name.last(name.plain.chars().count() - told)
            }
            None => name,
        };
        // 在全国百强区榜单上: of no indicator.
        if ["榜单", "排行榜", "榜"]
            .iter()
            .any(|end| name.plain.ends_with(end))
        {
            self.carried.current.clear();
            self.carried.pending = None;
            return true;
        }
        if !crate::phrases::measure::judged(&name.plain) {
            return false;
        }
        let within = scope.map(|scope| self.place_name(scope));
        // 全省县域经济考核 is one of 县域经济.
        let counties = within.as_deref().and_then(|it| it.strip_suffix("县域"));
        let (within, name) = match counties {
            Some(whole) if name.plain.starts_with("经济") => (
                Some(whole.to_owned()),
                Name::default().and("县域").then(&name),
            ),
            _ => (within, name),
        };
        self.carried.within = within;
        self.carried.current.clear();
        self.carried.pending = Some(name);
        true
    }

    /// The list after 有, or after 有5个指标,分别是.
    fn listed_after(&self, from: usize) -> Option<Range<usize>> {
        let all = self.tokens();
        let counted = all.get(from).is_some_and(|token| {
            matches!(
                token.kind,
                Kind::Quantity(_) | Kind::Number(_) | Kind::Several
            )
        });
        let mut start = from;
        if counted {
            let comma =
                (from..from + 4).find(|&i| all.get(i).is_some_and(|token| token.kind.breaks()))?;
            let next = all.get(comma + 1)?;
            let said = next.is(Class::Each) || next.is(Class::Level) || next.is(Class::Conn);
            start = comma + 1 + usize::from(said);
            if !said {
                return Some(from..comma);
            }
        }
        let rest = all.get(start..)?;
        let length = rest.iter().take_while(|token| !token.kind.breaks()).count();
        (length > 0).then_some(start..start + length)
    }
}

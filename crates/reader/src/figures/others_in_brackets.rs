//! Figures in brackets after another place within a clause: 比安徽(339.3亿元,增长12.8%)多15.8亿元,
//! 仅次于石家庄(653.9亿元).

use crate::figures::in_brackets::Aside;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::is_name;
use crate::words::token::Kind;
use std::ops::Range;

impl Sentence<'_> {
    /// Opens statements of the places that a clause compares with, each of the figures that stand in
    /// brackets after it, of the same that the clause told of.
    pub(crate) fn others_in_brackets(&mut self, clause: &Range<usize>) {
        if self.scanned.asides_in(clause).is_empty() {
            return;
        }
        let asides = self.asides_with_figures(clause);
        let &[target] = self.carried.current.as_slice() else {
            return;
        };
        for aside in asides {
            let Some((name, words)) = self.compared_in_brackets(target, clause, &aside) else {
                continue;
            };
            let before = self.carried.current.clone();
            let opened = self.alone(name, &words);
            self.carried.current = before;
            self.tell_aside(opened, aside);
        }
    }

    /// The name of what brackets after a place tell: 安徽 and the measure of the statement it is compared with.
    fn compared_in_brackets(
        &self,
        target: usize,
        clause: &Range<usize>,
        aside: &Aside,
    ) -> Option<(Name, Range<usize>)> {
        let level = aside.level.as_ref()?;
        let draft = self.drafts.get(target)?;
        let unit = draft.level.as_ref()?.unit.as_deref()?;
        let alike = unscaled(unit) == unscaled(&self.unit(level));
        let sums = matches!(level.kind, Some(UnitKind::Money | UnitKind::People));
        let words = self.name_before_bracket(clause.start, aside.at);
        let place = self.phrases.name(words.clone());
        // 的优势压过天津, 仅次于石家庄 may be one token.
        let verbs = ["次于", "压过", "险胜", "反超", "超越", "力压"];
        let verb = verbs
            .iter()
            .filter_map(|verb| Some(place.plain.rfind(verb)? + verb.len()))
            .max();
        let ranks = ["前一名", "后一名", "前一位", "后一位"];
        let rest = &place.plain[verb.unwrap_or(0)..];
        let rest = ranks
            .iter()
            .find_map(|rank| rest.strip_prefix(*rank))
            .unwrap_or(rest);
        let place = place.last(rest.chars().count());
        let before = words.start.checked_sub(1).filter(|&at| at >= clause.start);
        let before = before.and_then(|at| self.tokens().get(at));
        let compares = verb.is_some()
            || before.is_some_and(|before| {
                let text = &self.normal.text[before.range()];
                // 是第二名绵阳(873.6亿元)的6倍
                before.is(Class::Than)
                    || matches!(before.kind, Kind::Rank(_))
                    || before.is(Class::Gap)
                    || matches!(text, "与" | "同" | "跟")
                    || verbs.iter().any(|verb| text.ends_with(verb))
            });
        if !alike || !sums || !compares || !is_name(&place.plain) || draft.target {
            return None;
        }
        // 财政收入100亿元,GDP低于宁波(1.2万亿元): of what this clause names, where it names anything.
        let names = (clause.start..words.start).find(|&i| self.tokens()[i].kind.nominal());
        let named = names.map(|i| self.bytes(self.tokens()[i].range()));
        if named.is_some_and(|it| it.start < draft.bytes.start || it.end > draft.bytes.end) {
            return None;
        }
        // The gap may have told it already.
        let at = self.bytes(level.at.clone());
        let told = draft
            .gaps
            .iter()
            .any(|gap| gap.own_at.as_ref() == Some(&at));
        let letters = draft.name.plain.chars().count();
        let own = (2..letters.min(10))
            .rev()
            .find(|&n| is_name(&draft.name.first(n).plain));
        // 全市农村居民收入: as that of 贵阳市.
        let scopes = ["全国", "全省", "全市", "全县", "全区", "全州"];
        let scope = scopes.iter().any(|it| draft.name.plain.starts_with(it));
        let own = own.unwrap_or(usize::from(scope) * 2);
        let measure = draft.name.last(letters - own);
        let measured = halfyear_catalogue::find(&measure.plain).is_some();
        (!told && measured).then(|| (place.then(&measure), words))
    }
}

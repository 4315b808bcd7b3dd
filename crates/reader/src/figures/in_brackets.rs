//! Levels and growths in brackets right after the names of parts: 苏州(5187亿元)、南京(4230亿元)居前两位,
//! 甲县(52.1亿元,增长6.3%), 乙县(增长6.3%).

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::alike::unscaled;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

/// A level that stands in brackets, or a growth that a verb tells.
pub(crate) struct Aside {
    /// How many tokens stand before it.
    pub(crate) at: usize,
    pub(crate) level: Option<Quantity>,
    /// By how much it grew, and whether it fell.
    growth: Option<(Quantity, bool)>,
}

impl Sentence<'_> {
    /// Reads the figures in brackets of a clause, where what was told before says what they measure.
    pub(crate) fn figures_in_brackets(&mut self, clause: &Range<usize>) {
        let asides = self.asides_with_figures(clause);
        if asides.len() < 2 {
            return;
        }
        let Some(parts) = self.parts_before(clause, &asides) else {
            return;
        };
        for (target, aside) in self.open_each(parts).into_iter().zip(asides) {
            self.tell_aside(target, aside);
        }
    }

    /// Gives a statement what brackets tell of it.
    pub(crate) fn tell_aside(&mut self, target: usize, aside: Aside) {
        if let Some(level) = &aside.level {
            self.set_level(target, level);
        }
        let level = aside
            .level
            .map(|level| self.bytes(level.at.start..level.unit.end));
        let grown = aside.growth.as_ref();
        let grown = grown.map(|(rate, _)| self.bytes(rate.at.start..rate.unit.end));
        let growth = aside
            .growth
            .map(|(rate, falls)| self.move_in_brackets(&rate, falls));
        let Some(draft) = self.drafts.get_mut(target) else {
            return;
        };
        if let Some(level) = level {
            draft.cover(&level);
        }
        if let Some(grown) = grown {
            draft.cover(&grown);
        }
        draft.change = growth;
    }

    /// Opens the statements of a list's parts, each at its own words.
    pub(crate) fn open_each(&mut self, parts: Vec<(Name, Range<usize>)>) -> Vec<usize> {
        let mut all = Vec::with_capacity(parts.len());
        for (name, words) in parts {
            all.extend(self.open(vec![name], &words));
        }
        self.carried.current = all.clone();
        all
    }

    /// The name right before a bracket: A县 of 总量居前三位的是A县(52亿元).
    pub(crate) fn name_before_bracket(&self, from: usize, at: usize) -> Range<usize> {
        let named = |&i: &usize| {
            let token = &self.tokens()[i];
            token.kind.nominal() || token.is(Class::Scope)
        };
        let all = at - (from..at).rev().take_while(named).count()..at;
        // The report's own place is one of the list as well.
        Some(self.phrases.trimmed(all.clone()))
            .filter(|words| !words.is_empty())
            .unwrap_or(all)
    }

    pub(crate) fn asides_with_figures(&self, clause: &Range<usize>) -> Vec<Aside> {
        let asides = self.scanned.asides_in(clause).iter();
        let asides = asides.filter_map(|(at, inner)| {
            let noun = self.tokens().get(at - 1)?;
            // 新罗区(608亿元 同比增长5.4%下同)
            let figure = |token: &Token| matches!(token.kind, Kind::Quantity(_));
            let after = inner.iter().rposition(figure)? + 1;
            let (inner, rest) = inner.split_at(after);
            let so_on =
                |token: &Token| matches!(&self.normal.text[token.range()], "下" | "同" | "下同");
            if !rest.iter().all(so_on) {
                return None;
            }
            let (first, rest) = inner.split_first()?;
            if !noun.kind.nominal() && !noun.is(Class::Scope) {
                return None;
            }
            let level = amount(first);
            let growth = match rest {
                _ if level.is_none() => {
                    let (last, words) = inner.split_last()?;
                    Some(growth(words, last)?)
                }
                [] => None,
                // 上杭县(282亿元 5.6%), where the first said that it grew.
                [rate] => Some(bare(rate)?),
                // 江岸区(748.9亿元,6.2%)
                [pause, rate] if parts(pause) => Some(bare(rate)?),
                [words @ .., last] => {
                    let words = match words {
                        [first, rest @ ..] if parts(first) => rest,
                        words => words,
                    };
                    Some(growth(words, last)?)
                }
            };
            Some(Aside {
                at: *at,
                level,
                growth,
            })
        });
        asides.collect()
    }

    /// 财政收入过百亿元的有合肥(488.2亿元)、芜湖(213.6亿元): what is beyond the mark, whatever the text compares.
    fn measure_beyond(&self, clause: &Range<usize>, first: usize) -> Beyond {
        let tokens = self.tokens();
        let near = first.saturating_sub(12).max(clause.start)..first;
        let Some(of) = near
            .clone()
            .rfind(|&i| matches!(tokens[i].kind, Kind::Of))
            .filter(|&of| of > clause.start)
        else {
            return Beyond::Nothing;
        };
        let amount = |token: &Token| {
            let money = matches!(&token.kind, Kind::Quantity(q) if q.kind == Some(UnitKind::Money));
            money || self.normal.text[token.range()].ends_with("亿元")
        };
        let limit = (of - 1).saturating_sub(usize::from(tokens[of - 1].is(Class::After)));
        if limit < clause.start || !amount(&tokens[limit]) {
            return Beyond::Nothing;
        }
        // 过百亿元 may stand in one token with the measure.
        let whole = tokens[limit].kind.nominal();
        let words = clause.start..limit + usize::from(whole);
        let name = self.phrases.name(self.phrases.trimmed(words));
        let rest = match whole {
            true => name.plain.trim_end_matches('元'),
            false => name.plain.as_str(),
        };
        let numeral = |c: char| whole && crate::words::numeral::is_chinese(c);
        let rest = rest.trim_end_matches(numeral);
        let rest = rest.trim_end_matches(['过', '超', '破', '逾', '在', '达', '到']);
        let name = name.first(rest.chars().count());
        match halfyear_catalogue::names_exactly(&name.plain) {
            true => Beyond::Of(name),
            false => Beyond::Unknown,
        }
    }

    /// The names before the brackets with what all of them are measured by: told before of the whole,
    /// in the same unit.
    fn parts_before(
        &self,
        clause: &Range<usize>,
        asides: &[Aside],
    ) -> Option<Vec<(Name, Range<usize>)>> {
        // 甲县(增长12%)完成投资5亿元: what the clause tells is what the brackets say more of.
        let told = self.tokens()[clause.clone()]
            .iter()
            .any(|token| matches!(token.kind, Kind::Quantity(_)));
        if told && asides.iter().any(|aside| aside.level.is_none()) {
            return None;
        }
        let start = clause.start;
        let mut from = start;
        let beyond = match self.measure_beyond(clause, asides.first()?.at) {
            Beyond::Of(measure) => Some(measure),
            Beyond::Unknown => return None,
            Beyond::Nothing => None,
        };
        let mut names = Vec::with_capacity(asides.len());
        for aside in asides {
            let words = self.name_before_bracket(from, aside.at);
            let part = self.phrases.name(words.clone());
            if let Some(measure) = &beyond {
                aside.level.as_ref()?;
                // 的有合肥: the verb is none of the name.
                let verb =
                    usize::from(names.is_empty() && part.plain.starts_with(['有', '是', '为']));
                let part = part.last(part.plain.chars().count() - verb);
                if !crate::words::places::is_name(&part.plain) {
                    return None;
                }
                names.push((part.then(measure), words));
                from = aside.at;
                continue;
            }
            let whole = self.with_tail(part.clone());
            if whole == part || part.is_empty() || part.plain.contains('、') {
                return None;
            }
            let measure = whole.plain.get(part.plain.len()..)?;
            let unit = aside.level.as_ref().map(|level| self.unit(level));
            // 各县GDP完成数据: named as what the list tells.
            let announced = self.carried.places
                && halfyear_catalogue::find(measure).is_some_and(|known| {
                    unit.as_deref().map(unscaled) == Some(unscaled(known.unit))
                });
            let product = self.carried.compared_by.as_ref();
            let told = announced
                || product.is_some_and(|product| product.plain == measure)
                || self.drafts.iter().rev().take(12).any(|draft| {
                    let level = draft.level.as_ref();
                    draft.name.plain.ends_with(measure)
                        && (unit.is_none() || level.and_then(|level| level.unit.clone()) == unit)
                });
            if !told {
                return None;
            }
            names.push((whole, words));
            from = aside.at;
        }
        Some(names)
    }
}

/// By what places are measured that a list names as beyond a mark.
enum Beyond {
    /// The words before the mark name it.
    Of(Name),
    /// They do not say it so that anybody could tell.
    Unknown,
    /// No mark stands before the list.
    Nothing,
}

/// Whether a token parts two figures.
fn parts(token: &Token) -> bool {
    token.kind.breaks() || matches!(token.kind, Kind::Pause)
}

/// The amount that a token is.
fn amount(token: &Token) -> Option<Quantity> {
    match &token.kind {
        Kind::Quantity(quantity)
            if matches!(
                quantity.kind,
                Some(UnitKind::Money | UnitKind::Amount | UnitKind::People | UnitKind::Count)
            ) =>
        {
            Some(quantity.clone())
        }
        _ => None,
    }
}

/// The rate that stands alone after a level.
pub(crate) fn bare(token: &Token) -> Option<(Quantity, bool)> {
    match &token.kind {
        Kind::Quantity(rate) if rate.kind == Some(UnitKind::Rate) => Some((rate.clone(), false)),
        _ => None,
    }
}

/// The growth that words and a last token tell: 增长6.3%, 同比下降2%.
pub(crate) fn growth(words: &[Token], last: &Token) -> Option<(Quantity, bool)> {
    let Kind::Quantity(rate) = &last.kind else {
        return None;
    };
    let said = |token: &Token| {
        [Class::Rise, Class::Fall, Class::Basis]
            .iter()
            .any(|&class| token.is(class))
    };
    let moves = words
        .iter()
        .find(|token| token.is(Class::Rise) || token.is(Class::Fall))?;
    let plain = rate.kind == Some(UnitKind::Rate) && words.iter().all(said);
    plain.then(|| (rate.clone(), moves.is(Class::Fall)))
}

//! What a rank is of that names nothing: what was told before, or stood in the clause before.

use crate::phrases::lead::Lead;
use crate::phrases::measure::is_share;
use crate::phrases::name::{Name, before_et_cetera};
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::Class;
use crate::words::token::Kind;

impl Sentence<'_> {
    /// 财政总收入……。完成进度居全市第二,增速居第三: how much of it was done, which is not spoken of further.
    pub(crate) fn how_much_was_done(&mut self, lead: &Lead) -> Option<Vec<usize>> {
        let current = self.carried.current.clone();
        let whole = self.drafts.get(*current.first()?)?;
        // 投资完成率59.1%,进度列全市第3位
        if whole.level.as_ref().and_then(|it| it.unit.as_deref()) == Some("%") {
            return Some(current);
        }
        // 占全年目标的54.17%。完成进度居全市第二: what was told last.
        let share = self.drafts.len() - 1;
        if self.drafts[share]
            .name
            .plain
            .starts_with(whole.name.plain.as_str())
            && is_share(&self.drafts[share].name.plain)
        {
            return Some(vec![share]);
        }
        let name = whole.name.and("完成进度");
        let opened = self.open(vec![name], &lead.subject);
        self.carried.current = current;
        Some(opened)
    }

    /// A、B总量以及C增幅,都居全省第三位: what all stood in the clause before.
    fn all_before(&mut self, lead: &Lead) -> Option<Vec<usize>> {
        let all = self.tokens()[lead.from..lead.end].iter().any(|token| {
            token.is(Class::All) || self.normal.text[token.range()].starts_with(['均', '都'])
        });
        let start = self.carried.before.filter(|_| all)?;
        let comma = |i: &usize| matches!(self.tokens()[*i].kind, Kind::Comma);
        let end = (start..lead.from).rev().find(comma).unwrap_or(lead.from);
        let start = (start..end).rev().find(comma).map_or(start, |at| at + 1);
        let (list, rate) = self.without_rate(start..end);
        let parts = self.tokens()[list.clone()]
            .iter()
            .filter(|token| matches!(token.kind, Kind::Pause | Kind::And))
            .count();
        let Subject::Named(names) = self.phrases.subject(list.clone(), Some(parts + 1)) else {
            return None;
        };
        if parts == 0 || names.len() != parts + 1 {
            return None;
        }
        let names = names.into_iter().map(before_et_cetera).collect();
        let names = self.whole_names(lead, names);
        let targets = self.known_or_new(names, rate.as_ref(), &list, false)?;
        self.carried.pending = None;
        self.carried.current = targets.clone();
        Some(targets)
    }

    pub(crate) fn carried_ranked(
        &mut self,
        lead: &Lead,
        several: Option<usize>,
    ) -> Option<Vec<usize>> {
        if let Some(count) = several {
            return self.carried.last_said(count).map(<[usize]>::to_vec);
        }
        if let Some(all) = self.all_before(lead) {
            return Some(all);
        }
        if let Some(pending) = self.carried.pending.take() {
            let whole = unplaced(&pending);
            let pending = match whole == pending {
                true => pending,
                false => whole.first(rateless(&whole.plain).chars().count()),
            };
            let at = lead.from..lead.from;
            return Some(match self.said(&pending) {
                Some(known) => {
                    self.carried.current = vec![known];
                    vec![known]
                }
                None => self.open(vec![pending], &at),
            });
        }
        // A增长5%,B增长6%,均居全省第二位
        let both = self.tokens()[lead.from..lead.end]
            .iter()
            .any(|token| self.normal.text[token.range()].starts_with(['均', '双']));
        // 总量、增幅均居全省第二: both of the one.
        let start = lead.subject.start.min(lead.from);
        let words = &self.tokens()[start..lead.end];
        let rate = words.iter().any(|token| token.is(Class::Rate));
        let size = words.iter().any(|token| {
            token.is(Class::Itself) && !token.is(Class::All) && !token.is(Class::Rate)
        });
        if both && !(rate && size) && self.carried.current.len() == 1 {
            let all = self.told_together(lead.from);
            if all.len() > 1 {
                self.carried.current = all;
            }
        }
        let current = self.carried.current.clone();
        // Of several that were told, the report's own place is one, and not all of them.
        let own = lead.subject.clone().find(|&i| self.phrases.is_own(i));
        if let Some(own) = own.filter(|_| current.len() > 1 && !both) {
            let place = self.phrases.name(own..own + 1);
            let of_it = |&&i: &&usize| self.drafts[i].name.plain.starts_with(place.plain.as_str());
            let found = current.iter().find(of_it).copied();
            return found.map(|found| vec![found]);
        }
        if let Some(ours) = self.ours_of_the_same(lead, &current) {
            self.carried.current = ours.into_iter().collect();
            return ours.map(|ours| vec![ours]);
        }
        (!current.is_empty()).then_some(current)
    }

    /// 鄱阳县17.9亿元,余干县14.3亿元。我县居第三: the statement of our own of the same measure, where one of another
    /// place was told last; `Some(None)` where there is none.
    fn ours_of_the_same(&self, lead: &Lead, current: &[usize]) -> Option<Option<usize>> {
        let ours = |i: usize| {
            let text = self.phrases.token_text(i);
            self.phrases.is_own(i) || text.starts_with(['我', '本']) && text.chars().count() == 2
        };
        let own = lead.subject.clone().any(ours);
        let others = current.iter().all(|&i| self.of_a_part(i));
        if !own || !others || current.is_empty() {
            return None;
        }
        let measure = self.carried.measure.as_ref()?;
        let told = self.carried.paragraph..self.drafts.len();
        let same = |&i: &usize| {
            let name = &self.drafts[i].name.plain;
            name.ends_with(measure.plain.as_str()) && !self.of_a_part(i)
        };
        Some(told.rev().take(64).find(same))
    }

    /// The statements before a token, after the last semicolon, that no place was told of yet.
    fn told_together(&self, token: usize) -> Vec<usize> {
        // No list of growths is longer.
        let semicolon = (token.saturating_sub(400)..token)
            .rev()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Semicolon));
        let from = semicolon.map_or(0, |i| self.bytes(self.tokens()[i].range()).start);
        let unranked = |&&i: &&usize| {
            let draft = self.drafts.get(i);
            draft.is_some_and(|draft| draft.bytes.start >= from && draft.ranks.is_empty())
        };
        let last = self.carried.chain.iter().rev().take_while(unranked);
        let mut all: Vec<usize> = last.copied().collect();
        all.reverse();
        all
    }
}

/// What ranks: 竞争力 of 竞争力在全国的位次, 投资增速 of 投资增速的位次.
pub(crate) fn unplaced(name: &Name) -> Name {
    let bare = ["位次", "排名", "名次", "排位"]
        .iter()
        .find_map(|end| name.plain.strip_suffix(*end));
    let Some(bare) = bare else {
        return name.clone();
    };
    let whose = bare.trim_end_matches('的');
    let scoped = ["全国", "全省", "全市", "全区", "全县", "全州"]
        .iter()
        .find_map(|end| whose.strip_suffix(*end));
    // 综合实力在全国百强县中的位次
    let among = whose.strip_suffix('中').and_then(|among| {
        let wholes = ["全国", "全省", "全市"].iter();
        let at = wholes.filter_map(|whole| among.rfind(whole)).max()?;
        Some(&whose[..at])
    });
    let whose = match scoped.or(among.filter(|whose| !whose.is_empty())) {
        Some(whose) => whose.trim_end_matches('在'),
        // 综合排名 is what ranks.
        None if whose.len() < bare.len() => whose,
        None => return name.clone(),
    };
    match whose.is_empty() {
        true => name.clone(),
        false => name.first(whose.chars().count()),
    }
}

/// Whether a name says only that there is a rank: 排名, 全市位次.
pub(crate) fn judged_alone(name: &str) -> bool {
    let ranked = ["排名", "位次", "名次", "排位"]
        .iter()
        .find_map(|end| name.strip_suffix(*end));
    // 总量全市的位次 of 总量在全市的位次
    ranked.is_some_and(|rest| {
        let rest = rest.trim_end_matches('的');
        let rest = ["总量", "增速", "增幅", "总额"]
            .iter()
            .find_map(|of| rest.strip_prefix(of))
            .unwrap_or(rest);
        rest.chars().count() <= 2
    })
}

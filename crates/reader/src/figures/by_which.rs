//! Levels that a place in a ranking rests on: A市以5007亿元的GDP居全国百强县首位.

use crate::figures::apart_by::PASSES;
use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Kind;

impl Sentence<'_> {
    /// Whether 以 stands right before a number.
    pub(crate) fn by(&self, figure: Figure) -> bool {
        let by = figure.lead.subject.clone().last();
        by.is_some_and(|i| {
            i + 1 == figure.group.range.start && &self.normal.text[self.tokens()[i].range()] == "以"
        })
    }

    /// 厦门7033.89亿元的GDP比福州少: the level of a place, before the noun of what it is; gives the token after that.
    pub(crate) fn level_before_its_noun(
        &mut self,
        figure: Figure,
        subject: &Subject,
    ) -> Option<usize> {
        let Subject::Named(names) = subject else {
            return None;
        };
        let [place] = names.as_slice() else {
            return None;
        };
        if let Some(end) = self.share_of_the_plan_after(figure, place) {
            return Some(end);
        }
        let (measure, end) = self.phrases.after(figure.next() + 1, figure.clause.end);
        let known = halfyear_catalogue::names_exactly(&measure.plain);
        let money = figure.quantity.kind == Some(UnitKind::Money);
        if !known || !money || !crate::words::places::is_name(&place.plain) {
            return None;
        }
        let name = place.then(&measure);
        let target = *self.open(vec![name], &figure.lead.subject).first()?;
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let noun = self.tokens().get(end.checked_sub(1)?)?.range();
        let noun = self.bytes(noun);
        self.drafts.get_mut(target)?.cover(&noun);
        Some(end)
    }

    /// 以5007亿元的GDP, 以1143亿元的总量 before a place in a ranking: the level of that; gives the
    /// token after it. Whatever else something was done by is no level: 以16亿元的优势险胜邻市.
    pub(crate) fn level_by_which(&mut self, figure: Figure) -> Option<usize> {
        let of = figure.next();
        let clause = figure.clause;
        let itself = self.tokens().get(of + 1)?.is(Class::Itself);
        let (measure, end) = match itself {
            true => (Name::default(), of + 2),
            false => self.phrases.after(of + 1, clause.end),
        };
        let after = self.tokens().get(end..clause.end)?;
        let ranks = after
            .iter()
            .take(3)
            .find(|token| !token.is(Class::Adverb))?;
        // 以3361.8亿元的GDP总量反超台州
        let passes = PASSES.contains(&&self.normal.text[ranks.range()]);
        if !ranks.is(Class::RankVerb) && !matches!(ranks.kind, Kind::Rank(_)) && !passes {
            return None;
        }
        let known = itself
            || Lexicon::get().ends_in(Noun::Measure, &measure.plain)
            || halfyear_catalogue::find(&measure.plain).is_some();
        if !known {
            return None;
        }
        let words = figure.lead.subject.start..figure.lead.subject.end - 1;
        let target = match self.phrases.subject(words.clone(), None) {
            Subject::Named(names) => {
                // GDP总量 is the GDP itself.
                let whole = measure.plain.strip_suffix("总量");
                let whole = whole.filter(|it| halfyear_catalogue::names_exactly(it));
                let measure = whole.map_or(measure.clone(), |it| measure.first(it.chars().count()));
                let name = names.into_iter().next()?.then(&measure);
                let name = match itself {
                    true => self.with_tail(name),
                    false => name,
                };
                self.open(vec![name], &words).first().copied()?
            }
            Subject::Carried if !itself => {
                let name = self.headed(measure);
                self.open(vec![name], &words).first().copied()?
            }
            Subject::Carried | Subject::Unclear => return None,
        };
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        self.carried.current = vec![target];
        Some(end)
    }
}

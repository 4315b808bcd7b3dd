//! Growths of places that were told to be above or below that of all: 无锡和南京两地增速则都超过了全省平均值,分别为9.6%和
//! 7.3%.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// No such clause has more tokens.
const LONGEST: usize = 24;

/// Verbs of being above or below.
const VERBS: [&str; 12] = [
    "超过", "高于", "低于", "跑赢", "跑输", "快于", "慢于", "优于", "好于", "超出", "领先", "落后",
];

impl Sentence<'_> {
    /// Reads such a clause with the figures in the next; gives the token after them.
    pub(crate) fn against_all(&mut self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let comma = |token: &Token| matches!(token.kind, Kind::Comma);
        let short = clause.len() <= LONGEST && tokens.get(clause.end).is_some_and(comma);
        let rate = clause.clone().find(|&i| tokens[i].is(Class::Rate))?;
        let verb = (rate..clause.end).take(6).find(|&i| {
            let text = self.phrases.token_text(i);
            VERBS.iter().any(|verb| text.contains(verb))
        })?;
        // Those compared with, and no figure.
        let all = |i: usize| tokens[i].is(Class::Scope);
        let alone = |i: usize| {
            let token = &tokens[i];
            !matches!(
                token.kind,
                Kind::Quantity(_) | Kind::Number(_) | Kind::Rank(_) | Kind::Range
            )
        };
        let whole = (verb + 1..clause.end).any(all) && clause.clone().all(alone);
        if !short || !whole {
            return None;
        }
        let lead = |i: &usize| {
            let token = &tokens[*i];
            token.is(Class::Conn) || matches!(token.kind, Kind::Time(_))
        };
        let skip = clause.clone().take_while(lead).count();
        let places = self.places_before(clause.start + skip..rate)?;
        let figures = match places.len() {
            1 => self.figure_of_one(clause.end, true),
            count => self.figures_of_all(clause.end, count, true),
        }?;
        if figures.measure.is_some() || figures.falls.is_none() {
            return None;
        }
        let names: Vec<Name> = places.iter().map(|it| self.as_compared(it)).collect();
        if names == places {
            return None;
        }
        self.tell_each(names, clause, &figures);
        Some(figures.end)
    }

    /// 无锡和南京两地 before 增速, 衡阳GDP: the places alone, whatever measures them.
    fn places_before(&self, words: Range<usize>) -> Option<Vec<Name>> {
        let tokens = self.tokens();
        let parted = |i: &usize| matches!(tokens[*i].kind, Kind::Pause | Kind::And);
        let last = words.clone().rfind(parted).map_or(words.start, |i| i + 1);
        let mut places = match last == words.start {
            true => Vec::new(),
            false => self.places_of_list(words.start..last - 1)?,
        };
        let end = tokens.get(words.end.checked_sub(1)?)?.end;
        let start = tokens.get(last).filter(|it| it.start < end)?.start;
        let place = self.place_in(start..end)?;
        let rest = self.normal.text[place.end..end].trim_end_matches('的');
        let count = ["两", "三", "四", "五", "六"]
            .iter()
            .find_map(|count| rest.strip_prefix(*count));
        let rest = match count {
            Some(kind) => kind.trim_start_matches(['地', '市', '县', '区', '省', '州', '城', '的']),
            None => rest,
        };
        let measure = rest.trim_end_matches("同比");
        let spoken = self.carried.measure.as_ref();
        let same = spoken.is_some_and(|it| it.plain == measure);
        let known = measure.is_empty() || same || matches!(measure, "经济" | "总量");
        places.push(self.phrases.name_of(place));
        known.then_some(places)
    }
}

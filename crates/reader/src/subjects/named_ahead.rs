//! What places are measured by where no table knows it: 高校在校生,福州35.6万人,泉州16.2万人.

use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::places::is_name;
use crate::words::token::{Kind, Quantity};
use std::ops::Range;

/// The shortest and the longest of such names.
const LETTERS: Range<usize> = 4..13;

impl Sentence<'_> {
    /// Reads a clause that is nothing but a name and the figures of two or more places right after it; gives the
    /// token after them.
    pub(crate) fn named_ahead(&mut self, clause: &Range<usize>) -> Option<usize> {
        let link = |&i: &usize| {
            let token = &self.tokens()[i];
            token.is(Class::Conn)
                || token.is(Class::Adverb)
                || ["只", "是", "再看", "至于"].contains(&self.phrases.token_text(i))
        };
        let skip = clause.clone().take_while(link).count();
        let words = clause.start + skip..clause.end;
        let nominal = words.clone().all(|i| self.tokens()[i].kind.nominal());
        let comma = self.tokens().get(clause.end)?;
        if words.is_empty() || words.len() > 3 || !nominal {
            return None;
        }
        let measure = self.phrases.name(words);
        let letters = LETTERS.contains(&measure.plain.chars().count());
        // What is known is carried from clause to clause.
        let known = halfyear_catalogue::find(&measure.plain).is_some();
        if !matches!(comma.kind, Kind::Comma) || !letters || known || is_name(&measure.plain) {
            return None;
        }
        let figures = self.places_with_figures(clause.end + 1);
        let kind = figures.first().and_then(|(.., figure, _)| figure.kind);
        let counts = [
            UnitKind::Money,
            UnitKind::People,
            UnitKind::Count,
            UnitKind::Amount,
        ];
        let alike = figures.iter().all(|(.., figure, _)| figure.kind == kind);
        if figures.len() < 2 || !alike || !kind.is_some_and(|kind| counts.contains(&kind)) {
            return None;
        }
        let end = figures.last().map(|(.., end)| *end);
        let names = figures
            .iter()
            .map(|(place, ..)| place.then(&measure))
            .collect();
        let targets = self.open(names, clause);
        for (&target, (_, figure, at)) in targets.iter().zip(&figures) {
            self.set_level(target, figure);
            let bytes = self.bytes(self.tokens()[at - 2].start..self.tokens()[at - 1].end);
            if let Some(draft) = self.drafts.get_mut(target) {
                // The name stands ahead of all of them.
                draft.cover(&bytes);
            }
        }
        self.carried.pending = None;
        self.carried.current = targets.last().map(|&last| vec![last]).unwrap_or_default();
        end
    }

    /// Places that begin at a token, each with its figure and the token after that.
    fn places_with_figures(&self, from: usize) -> Vec<(Name, Quantity, usize)> {
        let mut found = Vec::new();
        let mut at = from;
        while let Some([place, figure]) = self.tokens().get(at..at + 2) {
            let name = self.phrases.name_of(place.range());
            let Kind::Quantity(quantity) = &figure.kind else {
                break;
            };
            if !is_name(&name.plain) {
                break;
            }
            found.push((name, quantity.clone(), at + 2));
            let next = self.tokens().get(at + 2);
            let parts = |kind: &Kind| matches!(kind, Kind::Comma | Kind::Pause | Kind::Semicolon);
            if !next.is_some_and(|next| parts(&next.kind)) {
                break;
            }
            at += 3;
        }
        found
    }
}

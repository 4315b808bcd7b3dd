//! The desk: it writes figures and keeps what they open.

use crate::choices::Lang;
use crate::figure::{Detail, Figure, Number, Passage, Placing, Segment};
use crate::level::is_level;
use crate::number::{Role, Room, THIN, Wording, write};
use halfyear_bundle::{
    Basis, Bound, Bundle, Derivation, Derived, Document, Gap, Level, Metric, Rank, Sentence,
    Source, Span,
};

/// Writes figures and keeps what they open.
pub(crate) struct Desk<'b> {
    pub(crate) bundle: &'b Bundle,
    pub(crate) lang: Lang,
    pub(crate) details: Vec<Detail>,
    /// The id of the top metric being drawn.
    pub(crate) metric: String,
}

impl<'b> Desk<'b> {
    pub(crate) fn new(bundle: &'b Bundle, lang: Lang) -> Self {
        Self {
            bundle,
            lang,
            details: Vec::new(),
            metric: String::new(),
        }
    }

    /// What a metric is called.
    pub(crate) fn label(&self, metric: &Metric) -> String {
        match self.lang.pick(&metric.label) {
            "" => metric.indicator.clone().unwrap_or_default(),
            label => label.to_owned(),
        }
    }

    /// The level of a metric.
    pub(crate) fn level(&mut self, metric: &Metric, room: Room) -> Option<Figure> {
        let value = metric.value.as_ref()?;
        let unit = self.counted(metric, metric.unit.as_deref().unwrap_or_default());
        let words = write(value, unit, metric.bound, Role::Level, room, self.lang);
        let label = self.label(metric);
        let mut remarks = self.printed(value, unit, &words);
        if let Some(change) = &metric.change {
            remarks.push(self.change_phrase(change));
        }
        let growth = metric.change.is_some();
        remarks.extend(self.comparisons(metric, growth));
        Some(self.figure(metric, label, words, remarks, None, false, &at(metric.at)))
    }

    /// The unit that English takes: visits are visits even where the text counts them in 万人, for
    /// its indicator has said so before.
    pub(crate) fn counted<'u>(&self, metric: &Metric, unit: &'u str) -> &'u str {
        let visits = metric.indicator.as_deref().unwrap_or_default();
        match unit {
            "人" if self.lang == Lang::En && visits.ends_with("人次") => "人次",
            "万人" if self.lang == Lang::En && visits.ends_with("人次") => "万人次",
            unit => unit,
        }
    }

    /// The change of a metric.
    pub(crate) fn change(&mut self, metric: &Metric) -> Option<Figure> {
        let change = metric.change.as_ref()?;
        let mut words = self.change_words(change);
        // A rate is on the year before unless it says otherwise.
        if change.basis != Basis::YearOnYear {
            let basis = self.lang.words().basis(change.basis);
            match self.lang {
                Lang::Zh => words.before = [basis, THIN, &words.before].concat(),
                Lang::En => words.unit = [&*words.unit, " ", basis].concat(),
            }
        }
        let label = self.growth_label(metric);
        let mut remarks = vec![self.change_phrase(change)];
        remarks.extend(self.comparisons(metric, true));
        Some(self.figure(metric, label, words, remarks, None, false, &at(change.at)))
    }

    /// The change of a metric as a rate among others, its sign left to those below zero.
    pub(crate) fn rate(&mut self, metric: &Metric) -> Option<Figure> {
        let change = metric.change.as_ref()?;
        let mut figure = self.change(metric)?;
        let (value, unit) = (&change.value, &change.unit);
        let plain = write(
            value,
            unit,
            change.bound,
            Role::Level,
            Room::Narrow,
            self.lang,
        );
        figure.words.number = plain.number;
        Some(figure)
    }

    /// A number that follows from a metric's own. `None` where the metric has no such number.
    pub(crate) fn derived(
        &mut self,
        metric: &Metric,
        kind: Derivation,
        room: Room,
    ) -> Option<Figure> {
        let derived = metric.derived.iter().find(|it| it.kind == kind)?;
        Some(self.derive(metric, derived, room))
    }

    /// How many of a metric's items are first within a scope.
    pub(crate) fn firsts(&mut self, metric: &Metric, reach: Level) -> Option<Figure> {
        let of = |it: &&Derived| {
            let level = self.scope(&it.of).map(|scope| scope.level);
            it.kind == Derivation::Firsts && level == Some(reach)
        };
        let derived = metric.derived.iter().find(of)?;
        Some(self.derive(metric, derived, Room::Narrow))
    }

    /// Everything that follows from a metric's own numbers.
    pub(crate) fn derivations(&mut self, metric: &Metric) -> Vec<Figure> {
        let derive = |it| self.derive(metric, it, Room::Narrow);
        metric.derived.iter().map(derive).collect()
    }

    /// The first line that a figure comes from.
    pub(crate) fn line(&self, figure: &Figure) -> u32 {
        let detail = self.details.get(figure.detail);
        let passage = detail.and_then(|it| it.sentences.first());
        passage.map_or(0, |it| it.line)
    }

    fn derive(&mut self, metric: &Metric, derived: &Derived, room: Room) -> Figure {
        let subject = match derived.kind {
            Derivation::Previous => self.words_pair(
                &self.label(metric),
                &self.earlier(metric.change.as_ref().map(|it| it.basis)),
            ),
            Derivation::Multiple => {
                self.words_pair(&self.label(metric), self.lang.words().multiple)
            }
            _ => self.words_pair(&self.label(metric), self.lang.pick(&derived.label)),
        };
        self.consequence(metric, derived, subject, room)
    }

    /// A benchmark's own figure: printed where the text prints it, else derived.
    pub(crate) fn benchmark(&mut self, metric: &Metric, gap: &Gap) -> Option<Figure> {
        let growth = metric.change.is_some();
        let what = if growth {
            self.growth_label(metric)
        } else {
            self.label(metric)
        };
        let subject = self.words_pair(&self.place(metric, gap), &what);
        if let Some(own) = &gap.own {
            let words = write(own, "%", Bound::Exact, Role::Level, Room::Narrow, self.lang);
            let remarks = vec![self.gap_phrase(metric, gap, growth)];
            return Some(self.figure(metric, subject, words, remarks, None, false, &at(gap.at)));
        }
        let derived = metric
            .derived
            .iter()
            .find(|it| it.kind == Derivation::Benchmark && it.of == gap.to)?;
        Some(self.consequence(metric, derived, subject, Room::Narrow))
    }

    /// The distance to a benchmark, without its sign: the words beside it say which way.
    pub(crate) fn gap(&mut self, metric: &Metric, gap: &Gap) -> Figure {
        let growth = metric.change.is_some();
        let label = if growth {
            self.growth_label(metric)
        } else {
            self.label(metric)
        };
        let mut words = self.points(gap);
        let which = self.way(gap, growth);
        match self.lang {
            _ if is_level(gap) => {
                words = Wording {
                    number: self.lang.words().even.to_owned(),
                    ..Wording::default()
                };
            }
            Lang::Zh => words.before = [which, THIN].concat(),
            Lang::En => {
                let sign = if gap.value.is_negative() { "−" } else { "+" };
                words.number.insert_str(0, sign);
            }
        }
        let phrase = self.gap_phrase(metric, gap, growth);
        words.spoken = phrase.clone();
        let space = self.lang.words().space;
        let against = [self.lang.words().against, space, &self.place(metric, gap)].concat();
        let label = self.words_pair(&label, &against);
        self.figure(metric, label, words, vec![phrase], None, false, &at(gap.at))
    }

    /// A place in a ranking: the words before it, the place, the words behind it.
    pub(crate) fn rank(&mut self, metric: &Metric, rank: &Rank) -> Placing {
        let ordinal = self.ordinal(rank);
        let (before, after) = match self.lang {
            Lang::Zh => ([&*self.within(rank), ordinal].concat(), String::new()),
            Lang::En => (ordinal.to_owned(), self.within(rank)),
        };
        let label = self.label(metric);
        let wording = Wording {
            number: rank.place.to_string(),
            spoken: self.rank_phrase(rank),
            ..Wording::default()
        };
        let figure = self.figure(
            metric,
            label.clone(),
            wording,
            vec![self.rank_phrase(rank)],
            None,
            false,
            &at(rank.at),
        );
        // By growth or by size, where the text ranks both: else two rows would read alike.
        let note = [self.lang.pick(&metric.note), self.ranked_by(rank)].concat();
        let subject = match (note.trim_start(), self.lang) {
            ("", _) => label,
            (note, Lang::Zh) => [&*label, "（", note, "）"].concat(),
            (note, Lang::En) => [&*label, " (", note, ")"].concat(),
        };
        let scope = self.scope(&rank.within);
        let within = scope.map_or(&*rank.within, |it| self.lang.pick(&it.label));
        Placing {
            subject,
            before,
            figure,
            after,
            within: within.to_owned(),
            reach: scope.map_or(Level::Other, |it| it.level),
            place: rank.place,
        }
    }

    fn consequence(
        &mut self,
        metric: &Metric,
        derived: &Derived,
        subject: String,
        room: Room,
    ) -> Figure {
        let (value, bound) = (&derived.value, derived.bound);
        let unit = match (derived.kind, &*derived.unit) {
            (Derivation::Multiple, "") => "倍",
            (_, unit) => self.counted(metric, unit),
        };
        let mut words = write(value, unit, bound, Role::Level, room, self.lang);
        if bound == Bound::Under {
            // Near the number is a thing for a text to say; arithmetic only bounds it.
            words.before = [self.lang.words().less_than, THIN].concat();
            words.spoken = [&words.before, &*words.number, &words.unit].concat();
        }
        let equals = if derived.rounded { " ≈ " } else { " = " };
        let sum = [&*derived.from, equals, derived.value.as_str()].concat();
        let remarks = self.printed(&derived.value, &derived.unit, &words);
        self.figure(
            metric,
            subject,
            words,
            remarks,
            Some(sum),
            true,
            &derived.at,
        )
    }

    #[allow(clippy::too_many_arguments)]
    fn figure(
        &mut self,
        metric: &Metric,
        label: String,
        words: Wording,
        remarks: Vec<String>,
        arithmetic: Option<String>,
        derived: bool,
        marks: &[Span],
    ) -> Figure {
        let phrases = self.lang.words();
        // What is seen is part of the name, so that it can be called by it; a bare place is not.
        let seen = words.text();
        let bare = seen.bytes().all(|b| b.is_ascii_digit());
        let told = if bare { &words.spoken } else { &seen };
        let mut name = self.words_pair(&label, told);
        if derived {
            name = self.words_pair(&name, phrases.derived);
        }
        let mut detail = Detail {
            metric: self.metric.clone(),
            label,
            words: words.clone(),
            remarks,
            arithmetic,
            ..Detail::default()
        };
        self.trace(metric, marks, &mut detail);
        self.details.push(detail);
        Box::new(Number {
            words,
            name,
            derived,
            detail: self.details.len() - 1,
        })
    }

    /// Fills in the sentences that the number comes from.
    fn trace(&self, metric: &Metric, marks: &[Span], detail: &mut Detail) {
        let whole: Vec<Span> = metric.source.iter().map(Source::span).collect();
        let marks = if marks.is_empty() { &whole } else { marks };
        if let Some(source) = &metric.source {
            detail.quote.clone_from(&source.quote);
            detail.span = source.span();
        }
        let named = |it: &&Document| metric.source.as_ref().is_none_or(|at| at.file == it.file);
        let Some(document) = self.bundle.sources.iter().find(named) else {
            return;
        };
        detail.source = self.lang.pick(&document.name).to_owned();
        for sentence in &document.sentences {
            let home = Span::new(sentence.start, sentence.end);
            if !marks.iter().any(|mark| home.contains(*mark)) {
                continue;
            }
            if detail.quote.is_empty() {
                // A sum has no statement of its own: its first operand's sentence stands for it.
                detail.quote.clone_from(&sentence.text);
                detail.span = home;
            }
            detail.sentences.push(Passage {
                line: sentence.line,
                segments: segments(sentence, marks),
            });
        }
    }
}

fn at(span: Option<Span>) -> Vec<Span> {
    span.into_iter().collect()
}

/// A sentence cut at its marks. Line breaks of the file vanish: Chinese needs no space there.
fn segments(sentence: &Sentence, marks: &[Span]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for (place, c) in (sentence.start..).zip(sentence.text.chars()) {
        if c == '\n' || c == '\r' {
            continue;
        }
        let marked = marks
            .iter()
            .any(|mark| (mark.start..mark.end).contains(&place));
        match out.last_mut() {
            Some(last) if last.marked == marked => last.text.push(c),
            _ => out.push(Segment {
                text: c.into(),
                marked,
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_a_sentence() {
        let sentence = Sentence {
            line: 3,
            start: 10,
            end: 19,
            text: "增长8.2%，\n快".into(),
        };
        let cut: Vec<_> = segments(&sentence, &[Span::new(12, 15), Span::new(18, 19)])
            .into_iter()
            .map(|it| (it.text, it.marked))
            .collect();
        let expected = [("增长", false), ("8.2", true), ("%，", false), ("快", true)];
        assert_eq!(
            cut,
            expected.map(|(text, marked)| (text.to_owned(), marked))
        );
    }
}

//! Figures: numbers that can be opened, and what they open.

use crate::choices::Lang;
use crate::number::{Role, Room, THIN, Wording, write};
use halfyear_bundle::{
    Basis, Bound, Bundle, Change, Decimal, Derivation, Derived, Document, Gap, Level, Metric, Rank,
    Scope, Sentence, Source, Span,
};

/// A number on the page. Panels hand it on a lot, so it is no more than an address.
pub type Figure = Box<Number>;

/// A number on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// How it is written.
    pub words: Wording,
    /// Its name for those who do not see where it stands: what it is of, and the number spoken.
    pub name: String,
    /// Whether it follows from printed numbers and is not printed itself.
    pub derived: bool,
    /// What it opens, in [`Picture::details`](crate::Picture::details).
    pub detail: usize,
}

/// What a number opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The id of the metric that it belongs to.
    pub metric: String,
    /// What the number is of.
    pub label: String,
    /// The number as on the page.
    pub words: Wording,
    /// What else is known of it, a phrase each: what it is compared with, how it was printed.
    pub remarks: Vec<String>,
    /// The arithmetic of a derived number, with its result: `8.2 − 1.4 = 6.8`.
    pub arithmetic: Option<String>,
    /// The sentences it comes from: one, unless it was derived from several.
    pub sentences: Vec<Passage>,
    /// What people call the text.
    pub source: String,
    /// The statement as printed.
    pub quote: String,
    /// Where the statement stands.
    pub span: Span,
}

/// A sentence of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The line of the text it starts on, from 1.
    pub line: u32,
    /// Its characters, in order.
    pub segments: Vec<Segment>,
}

/// A run of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The characters.
    pub text: String,
    /// Whether they are the number, or one that it was derived from.
    pub marked: bool,
}

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
        let words = self.change_words(change);
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
            Lang::Zh => ([&*rank.within, ordinal].concat(), String::new()),
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
        let note = self.lang.pick(&metric.note);
        let subject = match (note, self.lang) {
            ("", _) => label,
            (note, Lang::Zh) => [&*label, "（", note, "）"].concat(),
            (note, Lang::En) => [&*label, " (", note, ")"].concat(),
        };
        Placing {
            subject,
            before,
            figure,
            after,
            reach: self.scope(&rank.within).map_or(Level::Other, |it| it.level),
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

    /// The number as printed, where English has moved its point.
    fn printed(&self, value: &Decimal, unit: &str, words: &Wording) -> Vec<String> {
        if self.lang == Lang::Zh || words.number.trim_start_matches('−') == value.as_str() {
            return Vec::new();
        }
        let printed = write(value, unit, Bound::Exact, Role::Level, Room::Wide, Lang::Zh).text();
        let words = self.lang.words();
        vec![[words.printed, words.colon, &printed].concat()]
    }

    fn comparisons(&self, metric: &Metric, growth: bool) -> Vec<String> {
        let gaps = metric
            .gaps
            .iter()
            .map(|gap| self.gap_phrase(metric, gap, growth));
        let ranks = metric.ranks.iter().map(|rank| self.rank_phrase(rank));
        gaps.chain(ranks).collect()
    }

    /// `同比增长8.2%`; `up 8.2 percent year on year`.
    pub(crate) fn change_phrase(&self, change: &Change) -> String {
        let words = self.lang.words();
        let basis = if change.basis == Basis::YearOnYear {
            words.year_on_year
        } else {
            ""
        };
        let spoken = self.change_words(change).spoken;
        match self.lang {
            Lang::Zh => [basis, &spoken].concat(),
            Lang::En if basis.is_empty() => spoken,
            Lang::En => [&*spoken, " ", basis].concat(),
        }
    }

    /// `比全省快1.4个百分点`; `1.4 percentage points faster than Zhejiang`.
    fn gap_phrase(&self, metric: &Metric, gap: &Gap, growth: bool) -> String {
        let words = self.lang.words();
        let place = self.place(metric, gap);
        let way = self.way(gap, growth);
        let points = self.points(gap).spoken;
        match self.lang {
            Lang::Zh => [words.than, &*place, way, &points].concat(),
            Lang::En => [&*points, " ", way, " ", words.than, " ", &place].concat(),
        }
    }

    /// `全省第1`; `no. 1 in the province`.
    pub(crate) fn rank_phrase(&self, rank: &Rank) -> String {
        let place = rank.place.to_string();
        let ordinal = self.ordinal(rank);
        match self.lang {
            Lang::Zh => [&*rank.within, ordinal, &place].concat(),
            Lang::En => [ordinal, " ", &place, " ", &self.within(rank)].concat(),
        }
    }

    fn ordinal(&self, rank: &Rank) -> &'static str {
        let words = self.lang.words();
        if rank.bound == Bound::Exact {
            words.rank_before
        } else {
            words.rank_among
        }
    }

    /// Where a rank holds, in English.
    fn within(&self, rank: &Rank) -> String {
        let name = self.scope(&rank.within).map(|it| self.lang.pick(&it.label));
        ["in ", name.unwrap_or(&rank.within)].concat()
    }

    /// What the edition says of a place named in the text.
    fn scope(&self, name: &str) -> Option<&'b Scope> {
        let named = |it: &&Scope| it.names.iter().any(|known| known == name);
        self.bundle.scopes.iter().find(named)
    }

    fn change_words(&self, change: &Change) -> Wording {
        write(
            &change.value,
            &change.unit,
            change.bound,
            Role::Change,
            Room::Narrow,
            self.lang,
        )
    }

    fn points(&self, gap: &Gap) -> Wording {
        let mut words = write(
            &gap.value,
            "个百分点",
            Bound::Exact,
            Role::Level,
            Room::Narrow,
            self.lang,
        );
        let bare = |text: &str| text.trim_start_matches(['−', '负']).to_owned();
        words.number = bare(&words.number);
        words.spoken = bare(&words.spoken).trim_start_matches("minus ").to_owned();
        words
    }

    fn way(&self, gap: &Gap, growth: bool) -> &'static str {
        let words = self.lang.words();
        match (gap.value.is_negative(), growth) {
            (false, true) => words.faster,
            (true, true) => words.slower,
            (false, false) => words.higher,
            (true, false) => words.lower,
        }
    }

    /// A benchmark's name for people.
    pub(crate) fn place(&self, metric: &Metric, gap: &Gap) -> String {
        let of = |it: &&Derived| it.kind == Derivation::Benchmark && it.of == gap.to;
        let derived = metric.derived.iter().find(of).map(|it| &it.label);
        let scope = self.scope(&gap.to).map(|it| &it.label);
        let known = derived.into_iter().chain(scope);
        let mut names = known.map(|it| self.lang.pick(it));
        names
            .find(|name| !name.is_empty())
            .unwrap_or(&gap.to)
            .to_owned()
    }

    /// What the growth rate of a metric is called.
    pub(crate) fn growth_label(&self, metric: &Metric) -> String {
        let words = self.lang.words();
        let label = self.label(metric);
        [&*label, words.space, words.growth_of].concat()
    }

    /// The name of the earlier period: its year where that is all there is to say.
    pub(crate) fn earlier(&self, basis: Option<Basis>) -> String {
        let period = &self.bundle.period;
        match basis {
            None | Some(Basis::YearOnYear) => (period.to.year() - 1).to_string(),
            _ => self.lang.words().earlier.to_owned(),
        }
    }

    /// Two phrases with a comma between them.
    pub(crate) fn words_pair(&self, first: &str, second: &str) -> String {
        match (first, second) {
            ("", only) | (only, "") => only.to_owned(),
            _ => [first, self.lang.words().comma, second].concat(),
        }
    }
}

/// A place in a ranking, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placing {
    /// What is ranked.
    pub subject: String,
    /// `全省第`; `no.`.
    pub before: String,
    /// The place.
    pub figure: Figure,
    /// Empty; `in the province`.
    pub after: String,
    /// How far the ranking reaches.
    pub reach: Level,
    /// The place: 1 is the first.
    pub place: u32,
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

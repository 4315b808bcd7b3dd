//! What is said of a number in words: against when, against whom, in which place.

use crate::choices::Lang;
use crate::desk::Desk;
use crate::level::is_level;
use crate::number::{Role, Room, Wording, write};
use halfyear_bundle::{
    Basis, Bound, Change, Decimal, Derivation, Derived, Gap, Metric, Rank, Ranked, Scope,
};

impl<'b> Desk<'b> {
    /// The number as printed, where English has moved its point.
    pub(crate) fn printed(&self, value: &Decimal, unit: &str, words: &Wording) -> Vec<String> {
        if self.lang == Lang::Zh || words.number.trim_start_matches('−') == value.as_str() {
            return Vec::new();
        }
        let printed = write(value, unit, Bound::Exact, Role::Level, Room::Wide, Lang::Zh).text();
        let words = self.lang.words();
        vec![[words.printed, words.colon, &printed].concat()]
    }

    pub(crate) fn comparisons(&self, metric: &Metric, growth: bool) -> Vec<String> {
        let gaps = metric
            .gaps
            .iter()
            .map(|gap| self.gap_phrase(metric, gap, growth));
        let ranks = metric.ranks.iter().map(|rank| self.rank_phrase(rank));
        gaps.chain(ranks).collect()
    }

    /// `同比增长8.2%`, `比年初增长3%`; `up 8.2 percent year on year`.
    pub(crate) fn change_phrase(&self, change: &Change) -> String {
        let basis = self.lang.words().basis(change.basis);
        let spoken = self.change_words(change).spoken;
        match self.lang {
            Lang::Zh => [basis, &spoken].concat(),
            Lang::En => [&*spoken, " ", basis].concat(),
        }
    }

    /// `比全省快1.4个百分点`, `与全省持平`; `1.4 percentage points faster than Zhejiang`.
    pub(crate) fn gap_phrase(&self, metric: &Metric, gap: &Gap, growth: bool) -> String {
        let words = self.lang.words();
        let place = self.place(metric, gap);
        if is_level(gap) {
            return match self.lang {
                Lang::Zh => ["与", &*place, words.even].concat(),
                Lang::En => [words.even, " with ", &place].concat(),
            };
        }
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
            Lang::Zh => [&*self.within(rank), ordinal, &place].concat(),
            Lang::En => [ordinal, " ", &place, " ", &self.within(rank)].concat(),
        }
    }

    pub(crate) fn ordinal(&self, rank: &Rank) -> &'static str {
        let words = self.lang.words();
        if rank.bound == Bound::Exact {
            words.rank_before
        } else {
            words.rank_among
        }
    }

    /// Where a rank holds, and of what where the text ranks more than one thing there: `全省总量`;
    /// `in the province by size`.
    pub(crate) fn within(&self, rank: &Rank) -> String {
        let of = self.ranked_by(rank);
        let name = self.scope(&rank.within).map(|it| self.lang.pick(&it.label));
        match self.lang {
            Lang::Zh => [&*rank.within, of].concat(),
            Lang::En => ["in ", name.unwrap_or(&rank.within), of].concat(),
        }
    }

    /// What is ranked, where the text ranks more than one thing there: `增速`; ` by growth`.
    pub(crate) fn ranked_by(&self, rank: &Rank) -> &'static str {
        let words = self.lang.words();
        match rank.of {
            None => "",
            Some(Ranked::Size) => words.rank_by_size,
            Some(Ranked::Rate) => words.rank_by_rate,
        }
    }

    /// What the edition says of a place named in the text.
    pub(crate) fn scope(&self, name: &str) -> Option<&'b Scope> {
        let named = |it: &&Scope| it.names.iter().any(|known| known == name);
        self.bundle.scopes.iter().find(named)
    }

    pub(crate) fn change_words(&self, change: &Change) -> Wording {
        write(
            &change.value,
            &change.unit,
            change.bound,
            Role::Change,
            Room::Narrow,
            self.lang,
        )
    }

    pub(crate) fn points(&self, gap: &Gap) -> Wording {
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

    pub(crate) fn way(&self, gap: &Gap, growth: bool) -> &'static str {
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
        let year = self.bundle.period.to.year();
        match (basis, year) {
            (None | Some(Basis::YearOnYear), Some(year)) => (year - 1).to_string(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use halfyear_bundle::Bundle;

    #[test]
    fn a_change_tells_against_when() {
        #[track_caller]
        fn check(basis: &str, zh: &str, en: &str) {
            let text = r#"{"zh": "甲", "en": "A"}"#;
            let bundle: Bundle = serde_json::from_str(&format!(
                r#"{{"version": 1, "id": "a", "title": {text}, "sources": [],
                "place": {{"name": {text}, "short": {text}, "within": {text}, "level": "county"}},
                "period": {{"from": "2023-01", "to": "2023-06"}},
                "metrics": [{{"id": "a", "label": {text},
                "change": {{"value": "9.1", "unit": "%", "basis": "{basis}"}}}}]}}"#
            ))
            .unwrap();
            for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
                let mut desk = Desk::new(&bundle, lang);
                let figure = desk.change(&bundle.metrics[0]).unwrap();
                let remark = &desk.details[figure.detail].remarks[0];
                assert_eq!(format!("{} | {remark}", figure.words.text()), expected);
            }
        }
        check(
            "year-on-year",
            "+9.1% | 同比增长9.1%",
            "+9.1% | up 9.1 percent year on year",
        );
        check(
            "year-start",
            "比年初\u{202f}+9.1% | 比年初增长9.1%",
            "+9.1% vs the start of the year | up 9.1 percent vs the start of the year",
        );
        check(
            "quarter-on-quarter",
            "环比\u{202f}+9.1% | 环比增长9.1%",
            "+9.1% vs the quarter before | up 9.1 percent vs the quarter before",
        );
        check(
            "month-on-month",
            "环比\u{202f}+9.1% | 环比增长9.1%",
            "+9.1% vs the month before | up 9.1 percent vs the month before",
        );
        check(
            "two-year-average",
            "两年平均\u{202f}+9.1% | 两年平均增长9.1%",
            "+9.1% a year over two years | up 9.1 percent a year over two years",
        );
        check(
            "annual-average",
            "年均\u{202f}+9.1% | 年均增长9.1%",
            "+9.1% a year on average | up 9.1 percent a year on average",
        );
        check(
            "other",
            "较早前\u{202f}+9.1% | 较早前增长9.1%",
            "+9.1% vs an earlier time | up 9.1 percent vs an earlier time",
        );
    }
}

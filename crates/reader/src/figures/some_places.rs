//! Places that are counted where nothing is told of how many they are: 4个县市对全市的贡献率分别为……,
//! 另有6个县不足10%, 21个市州GDP数据.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};

/// What is published of places, and what is no number of them.
const PUBLISHED: [&str; 6] = ["数据", "成绩单", "排行榜", "榜单", "排名", "答卷"];

/// No such words stand further from the count.
const REACH: usize = 24;

impl Sentence<'_> {
    /// Whether a count of places only says whose figures follow, or that some are beyond a mark of what nobody
    /// named here; `end` is the token after what is counted.
    pub(super) fn counts_some_places(&self, figure: Figure, noun: &Name, end: usize) -> bool {
        if PUBLISHED.iter().any(|it| noun.plain.ends_with(it)) {
            return true;
        }
        // 22个省份GDP总和接近全国总量的九成四: of whom the sum is.
        let sums = ["总和", "总量", "合计", "总", "之和"];
        let measured = sums.iter().any(|sum| {
            let whose = noun.plain.strip_suffix(*sum).unwrap_or_default();
            let ends = whose.char_indices().skip(1).map(|(at, _)| at);
            ends.take(4).any(|at| {
                Lexicon::get().is_one_of(Noun::Places, &whose[..at])
                    && halfyear_catalogue::names_exactly(&whose[at..])
            })
        });
        if measured {
            return true;
        }
        if !Lexicon::get().ends_in(Noun::Places, &noun.plain) {
            return false;
        }
        let clause = figure.clause.end;
        let after = self.tokens().get(end..clause.min(end + REACH));
        let after = after.unwrap_or_default();
        let each = after.iter().any(|token| token.is(Class::Each));
        let percent = |token: &Token| matches!(&token.kind, Kind::Quantity(_));
        let mark = match after {
            [beyond, figure, ..] => {
                let beyond = beyond.is(Class::Gap) || beyond.is(Class::Before);
                beyond && percent(figure)
            }
            _ => false,
        };
        let itself = Lexicon::get().is_one_of(Noun::Places, &noun.plain);
        each || mark && itself
    }
}

//! Those of a list taken together: 钢铁、化工三大主导产业增加值分别增长8.6%、12.4%,合计拉动……

use crate::phrases::et_cetera::{SUMS, summed_up};
use crate::phrases::lead::Lead;
use crate::phrases::measure::contributor;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::numeral::{chinese, is_chinese};
use crate::words::places::is_name;
use crate::words::token::Kind;
use std::ops::Range;

/// How many words back a list is counted in words.
const REACH: usize = 120;

/// The longest name put together from those of a list.
const LONGEST: usize = 28;

impl Sentence<'_> {
    /// Whether words say that what follows is of several together.
    pub(crate) fn says_together(&self, words: &Range<usize>) -> bool {
        let tokens = self.tokens().get(words.clone()).unwrap_or_default();
        tokens.iter().any(|token| {
            let text = &self.normal.text[token.range()];
            ["合计", "共同", "合力"]
                .iter()
                .any(|word| text.starts_with(word))
                || text == "共"
        })
    }

    /// Who adds up: those whom the words name (三个行业), else those told last in this sentence, with
    /// what measures them where that is asked for.
    pub(crate) fn together(&self, words: Range<usize>, measured: bool) -> Option<Name> {
        let sum = words.clone().find(|&i| self.says_together(&(i..i + 1)))?;
        let own = self.phrases.name(self.phrases.trimmed(words.start..sum));
        if !own.is_empty() && !points_back(&own) {
            // 白酒、化工两大行业
            let own = match summed_up(&own.plain) {
                Some(at) if at > 0 => own.last(own.plain[at..].chars().count()),
                _ => own,
            };
            let counted = own
                .plain
                .starts_with(|c: char| is_chinese(c) || c.is_ascii_digit());
            return counted.then_some(own);
        }
        // ……涨幅居前的是A和B,而C、D、E价格下降,三者共同拉动: those whom the clause before lists, by their count.
        let count = ["两", "二", "三", "四", "五", "六"]
            .iter()
            .position(|it| own.plain.starts_with(it));
        let count = count.map(|at| at.max(1) + 1);
        if let Some(count) = count.filter(|&count| count != self.carried.current.len()) {
            return (!measured).then(|| self.listed_together(count)).flatten();
        }
        self.all_of_the_list(words.start, measured)
    }

    /// So many that a clause before lists, without what measures them: 薯类、畜肉类、禽肉类.
    fn listed_together(&self, count: usize) -> Option<Name> {
        let (names, _) = self.list_before(count)?;
        let bare = |name: &Name| {
            let tail = Lexicon::get().tail(&name.plain).unwrap_or_default();
            name.first(name.plain.chars().count() - tail.chars().count())
        };
        let listed = names
            .iter()
            .map(bare)
            .reduce(|all, one| all.and("、").then(&one))?;
        (listed.plain.chars().count() <= LONGEST).then_some(listed)
    }

    /// ……,三者合计[占全市的47.8%]: of all of them; of nobody where nobody can tell who they are. `None`
    /// where no sum is spoken of.
    pub(crate) fn sharers(&self, words: &Range<usize>) -> Option<Option<Name>> {
        // 50岁以上占四成以上: who they are is told by a number, and not by what was said before.
        let last = words.end.checked_sub(1).and_then(|i| self.tokens().get(i));
        if let Some(Kind::Quantity(aged)) = last.map(|last| &last.kind)
            && &self.normal.text[aged.unit.clone()] == "岁"
        {
            return Some(None);
        }
        let sum = words.clone().find(|&i| self.says_together(&(i..i + 1)))?;
        let own = self.phrases.name(self.phrases.trimmed(words.start..sum));
        let all = self.together(words.clone(), true);
        (all.is_some() || points_back(&own)).then_some(all)
    }

    /// ……,对经济增长的贡献率合计达92%: of all told before; unclear where nobody can tell of whom.
    pub(crate) fn contributed_together(&self, lead: &Lead) -> Option<Subject> {
        let words = lead.subject.clone();
        let pulls = words.clone().any(|i| self.tokens()[i].is(Class::Pull));
        if !pulls || !self.says_together(&(lead.subject.start..lead.end)) {
            return None;
        }
        let said = words.filter(|&i| !self.says_together(&(i..i + 1)));
        let said = said.fold(Name::default(), |said, i| {
            said.then(&self.phrases.name(i..i + 1))
        });
        // 以上三个行业合计对工业增长贡献率达91.6%: by their count.
        let own = said
            .plain
            .split_once('对')
            .map(|(own, _)| own)
            .filter(|own| !own.is_empty());
        if let Some(own) = own {
            let counted = own.trim_start_matches("以上").trim_start_matches("上述");
            let many = summed_up(counted) == Some(0) && counted.chars().count() < 8;
            let cut = own.chars().count() - counted.chars().count();
            return many.then(|| Subject::Named(vec![said.without_first(cut)]));
        }
        let bare = ["对", "贡献"]
            .iter()
            .any(|verb| said.plain.starts_with(verb));
        let all = self.all_of_the_list(lead.subject.start, false);
        let all = all.or_else(|| self.listed_ahead(lead.subject.start));
        match all.filter(|_| bare) {
            Some(all) => Some(Subject::Named(vec![all.then(&said)])),
            None => self
                .says_together(&lead.subject)
                .then_some(Subject::Unclear),
        }
    }

    /// 科技服务业、金融业等优势行业继续发挥支撑作用,对经济增长的贡献率合计为58.6%: those that the clause right before
    /// listed, where that is all that the sentence told.
    fn listed_ahead(&self, before: usize) -> Option<Name> {
        let start = self.carried.before?;
        let words = self.tokens().get(start..before)?;
        let sum = words.iter().take(24).find(|token| {
            let text = &self.normal.text[token.range()];
            matches!(token.kind, Kind::Text) && text.contains('等') && summed(text)
        })?;
        let first = self
            .tokens()
            .get(self.phrases.trimmed(start..before).start)?;
        let end = sum.start + self.normal.text[sum.range()].find('等')?;
        let parted = self.normal.text.get(first.start..end)?;
        let listed = self.phrases.name_of(first.start..end);
        let alone = !parted.contains([',', ';', ':', '的']) && parted.contains('、');
        (alone && listed.plain.chars().count() <= LONGEST).then_some(listed)
    }

    /// Those told last in this sentence, by their count in words before a token or by their names.
    pub(crate) fn all_of_the_list(&self, before: usize, measured: bool) -> Option<Name> {
        let all = match self.carried.current.len() {
            0 | 1 => return None,
            _ => self.carried.current.as_slice(),
        };
        if all.iter().any(|&i| i < self.carried.sentence) {
            return None;
        }
        let names: Option<Vec<Name>> = all
            .iter()
            .map(|&i| Some(contributor(&self.drafts.get(i)?.name)))
            .collect();
        let names = names?;
        let tail = names
            .last()
            .and_then(|last| Lexicon::get().tail(&last.plain));
        let tail = tail.filter(|tail| names.iter().all(|name| name.plain.ends_with(tail)));
        let letters = tail.map_or(0, |tail| tail.chars().count());
        let letters = measure_of_places(&names).unwrap_or(letters);
        let bare = |name: &Name| {
            let whose = name.first(name.plain.chars().count() - letters);
            // 国内增值税入库
            let verb = usize::from(whose.plain.ends_with("入库")) * 2;
            whose.first(whose.plain.chars().count() - verb)
        };
        let measure = names.last()?.last(if measured { letters } else { 0 });
        let counted = self.counted_in_words(before, all.len());
        let whole = counted.or_else(|| {
            // 对欧盟、东盟进口
            let preposition = names.iter().all(|name| name.plain.starts_with('对'));
            let part = |(i, name): (usize, &Name)| {
                let part = bare(name);
                let to = usize::from(preposition && i > 0);
                part.last(part.plain.chars().count() - to)
            };
            let listed = names
                .iter()
                .enumerate()
                .map(part)
                .reduce(|all, one| all.and("、").then(&one))?;
            let short = listed.plain.chars().count() <= LONGEST;
            short.then_some(listed).or_else(|| {
                let sectors = names.iter().all(|name| bare(name).plain.ends_with('业'));
                let count = ["两", "三", "四", "五", "六", "七", "八"].get(all.len() - 2)?;
                sectors.then(|| Name::default().and(count).and("个行业"))
            })
        })?;
        (!whole.is_empty()).then(|| whole.then(&measure))
    }

    /// 三大主导产业, where the words before in this sentence count so many.
    fn counted_in_words(&self, end: usize, count: usize) -> Option<Name> {
        let to = self.tokens().get(end)?.start;
        let from = self.tokens().get(end.saturating_sub(REACH))?.start;
        let text = self.normal.text.get(from..to)?;
        let mut letters = text.char_indices().rev();
        letters.find_map(|(at, _)| {
            let rest = &text[at..];
            let said = chinese(rest)?;
            let kind = rest[said.len..].strip_prefix(['大', '个', '类'])?;
            let sum = SUMS
                .iter()
                .filter_map(|sum| Some(kind.find(sum)? + sum.len()));
            let length = sum.min().filter(|&length| length <= 24)?;
            let end = at + rest.len() - kind.len() + length;
            let exact = said.digits.parse() == Ok(count);
            exact.then(|| self.phrases.name_of(from + at..from + end))
        })
    }
}

/// 上述三者, 两项: words for those told before.
fn points_back(own: &Name) -> bool {
    let ends = ["上述", "以上", "者", "项", "家"];
    own.plain.chars().count() < 5 && ends.iter().any(|end| own.plain.ends_with(end))
}

/// How many letters the measure has that the names of places share: 一般公共预算收入 of 屯溪区一般公共预算收入.
fn measure_of_places(names: &[Name]) -> Option<usize> {
    let measure = |name: &Name| {
        let mut places = (2..9).rev().map(|letters| name.first(letters));
        let place = places.find(|it| is_name(&it.plain))?;
        name.plain
            .strip_prefix(place.plain.as_str())
            .map(str::to_owned)
    };
    let first = measure(names.first()?)?;
    let same = names
        .iter()
        .all(|name| measure(name).as_ref() == Some(&first));
    (same && !first.is_empty()).then(|| first.chars().count())
}

/// Whether words sum up a list of industries: 金融业等优势行业.
fn summed(words: &str) -> bool {
    let sum = words.rsplit_once('等').map_or("", |(_, sum)| sum);
    ["行业", "产业", "领域", "业态"]
        .iter()
        .any(|&end| sum.contains(end))
}

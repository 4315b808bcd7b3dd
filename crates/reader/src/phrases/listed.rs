//! The names of a list: A、B和C, 城乡居民收入 where two numbers follow.

use crate::phrases::name::Name;
use crate::phrases::of_levels::{ends_in_level, of_a_level};
use crate::phrases::phrase::{LONGEST, Phrases, Subject};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;
use std::ops::Range;

impl Phrases<'_> {
    /// The names that one word stands for: 城乡居民收入 where two numbers follow.
    pub(crate) fn split(&self, range: Range<usize>, count: usize) -> Option<Subject> {
        let at = range.clone().find(|&i| self.tokens[i].is(Class::Split))?;
        let parts: Vec<&str> = self.tokens[at].argument(Class::Split).split('|').collect();
        let whole = self.name(range.clone());
        let (before, after) = (self.name(range.start..at), self.name(at + 1..range.end));
        let listed = range
            .clone()
            .any(|i| matches!(self.tokens[i].kind, Kind::Pause | Kind::Comma));
        if parts.len() != count || listed || whole.plain.chars().count() > LONGEST {
            return None;
        }
        // 全市共有大、中、小型企业: that they are there is no part of their names.
        let before = match before.plain.strip_suffix("共有") {
            Some(whose) => before.first(whose.chars().count()),
            None => before,
        };
        let name = |part: &&str| {
            let mut name = before.and(part).then(&after);
            self.strip_own(&mut name);
            name
        };
        Some(Subject::Named(parts.iter().map(name).collect()))
    }

    /// The names in a word of the table that is a list where several numbers follow: 住宿和餐饮业.
    pub(crate) fn inside_one_word(&self, range: Range<usize>, count: usize) -> Option<Vec<Name>> {
        let range = self.trimmed(range);
        let at = range.clone().find(|&i| {
            matches!(self.tokens[i].kind, Kind::Text)
                && self.token_text(i).contains(['和', '、', '及'])
                && !self.token_text(i).contains("共和")
        })?;
        let token = &self.tokens[at];
        let mut from = token.start;
        let mut pieces = Vec::new();
        for (i, found) in self.token_text(at).match_indices(['和', '、', '及']) {
            pieces.push(from..token.start + i);
            from = token.start + i + found.len();
        }
        pieces.push(from..token.end);
        if pieces.len() != count {
            return None;
        }
        let (last, others) = pieces.split_last()?;
        let level = |piece: &Range<usize>| {
            let name = self.name_of(piece.clone()).plain;
            ends_in_level(&name) == Some(name.len())
        };
        // 省、市级重点项目
        let levels = of_a_level(&self.name_of(last.clone()).plain).is_some();
        let levels = levels && others.iter().all(level);
        if !levels && pieces.iter().any(|piece| piece.len() < 2 * '和'.len_utf8()) {
            return None;
        }
        let (mut before, after) = (self.name(range.start..at), self.name(at + 1..range.end));
        // 全市省、市重点项目 are of the levels, and not of the city.
        if levels {
            before = Name::default();
        }
        // 住宿 is 住宿业 as 餐饮业 is.
        let shared = after.is_empty() && self.token_text(at).ends_with('业');
        let name = |piece: Range<usize>| {
            let name = self.name_of(piece);
            let name = match shared && !name.plain.ends_with('业') {
                true => name.then(&self.name_of(token.range()).last(1)),
                false => name,
            };
            before.then(&name).then(&after)
        };
        Some(pieces.into_iter().map(name).collect())
    }

    /// The report's own place, where words begin with it and go on.
    fn own_at(&self, words: Range<usize>) -> Option<Name> {
        let said = self.name(words);
        let begins = |own: &&String| {
            said.plain.starts_with(own.as_str())
                && said.plain.len() > own.len()
                && crate::words::places::is_name(own)
                && !self.of_another_kind(&said.plain, own)
        };
        let own = self.own.iter().filter(begins).max_by_key(|own| own.len())?;
        Some(said.first(own.chars().count()))
    }

    /// A level of government alone: 省 of 省、市级重点项目.
    fn level_alone(&self, words: Range<usize>) -> Option<Name> {
        let printed = self.name(words);
        (ends_in_level(&printed.plain) == Some(printed.plain.len())).then_some(printed)
    }

    /// The names of a list of so many: A、B和C. Where 、 alone parts as many as there are numbers,
    /// 和 stands inside a name: 租赁和商务服务业.
    pub(crate) fn list(&self, mut range: Range<usize>, count: usize) -> Subject {
        // 绍兴市对欧盟、东盟出口: whose they are, and with whom.
        let with = range.clone().skip(1).take(2);
        let mut whose = Name::default();
        if let Some(with) = with.clone().find(|&i| self.trades(i..range.end)) {
            let own = |i: usize| self.is_own(i) || self.tokens[i].is(Class::Scope);
            if !(range.start..with).all(own) {
                whose = self.name(range.start..with);
            }
            range.start = with;
        }
        // 全市与美国、欧盟、东盟的出口额
        let own = |i: usize| self.is_own(i) || self.tokens[i].is(Class::Scope);
        let with = range.len() > 2 && own(range.start) && self.trades_with(range.start + 1);
        let range = range.start + 2 * usize::from(with)..range.end;
        let separators = |and: bool| {
            range.clone().filter(move |&i| match self.tokens[i].kind {
                Kind::Pause | Kind::Comma => !and,
                Kind::And => and,
                _ => false,
            })
        };
        let pauses = separators(false).count();
        let ands = separators(true).count();
        // The last ones part the list where there are more than it needs.
        let spare = (pauses + ands)
            .saturating_sub(count.saturating_sub(1))
            .min(ands);
        let inside: Vec<usize> = separators(true).take(spare).collect();
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = range.start;
        for i in range.clone() {
            let parting = matches!(self.tokens[i].kind, Kind::Pause | Kind::And | Kind::Comma);
            if parting && !inside.contains(&i) && start < i {
                parts.push(start..i);
                start = i + 1;
            }
        }
        parts.push(start..range.end);
        // 新签约、新开工、新竣工项目: verbs, and what all of them do it to.
        let acts = |i: usize| {
            let token = &self.tokens[i];
            [Class::Keep, Class::Act, Class::Deed]
                .iter()
                .any(|&class| token.is(class))
        };
        let shared = parts.last().is_some_and(|last| {
            let last = self.trimmed(last.clone());
            // 新开工、竣工面积
            last.len() > 1 && acts(last.start)
                || Lexicon::get().ends_in(Noun::Measure, &self.name(last).plain)
        });
        let last = parts
            .last()
            .map(|last| self.name(self.trimmed(last.clone())));
        let own = parts.last().and_then(|last| self.own_at(last.clone()));
        let of_levels = last.is_some_and(|last| of_a_level(&last.plain).is_some());
        let mut names: Vec<Name> = parts
            .into_iter()
            .filter_map(|part| {
                let verb = self.trimmed(part.clone());
                if shared && verb.len() == 1 && acts(verb.start) {
                    return Some(self.name(verb));
                }
                if of_levels && let Some(level) = self.level_alone(part.clone()) {
                    return Some(level);
                }
                let name = self.alone(part.clone()).or_else(|| self.one(part.clone()));
                // The report's own place beside others is one of them.
                let own = || part.clone().find(|&i| self.is_own(i));
                match name.filter(|name| !name.is_empty()) {
                    None => own().map(|own| self.name(own..part.end)),
                    name => name,
                }
            })
            .collect();
        // 杭州、宁波、金华生产总值: our own place is one of those, and what all are measured by is no more than that.
        let place = |name: &Name| {
            let all = name.plain.starts_with('全') && name.plain.chars().count() == 2;
            all || crate::words::places::is_name(&name.plain)
        };
        if let Some(own) = own
            && let Some((last, others)) = names.split_last_mut()
            && !others.is_empty()
            && others.iter().all(place)
            && !last.plain.starts_with(own.plain.as_str())
        {
            *last = own.then(last);
        }
        if names.len() == count
            && let Some(last) = names.last_mut()
            && let Some(own) = without_sum(last)
        {
            *last = own;
        }
        // 与美国、欧盟、东盟的出口额分别达……
        if names.len() == count
            && let Some(traded) = self.traded_with(range.clone(), &names)
        {
            return Subject::Named(traded);
        }
        // 对欧盟、香港出口: with whom is part of every name.
        let alone = |name: &Name| !name.plain.starts_with(['对', '向', '自']);
        if self.trades(range.clone()) && names.iter().all(alone) {
            let with = self.name(range.start..range.start + 1);
            let with = whose.then(&with);
            names = names.iter().map(|name| with.then(name)).collect();
        }
        // 新的税收条例,带动两税分别增长2倍和1.9倍
        let moved = |name: &Name| name.plain.starts_with("带动");
        if names.is_empty() || names.iter().any(Name::is_empty) || names.iter().any(moved) {
            return Subject::Unclear;
        }
        // 环洞庭湖的岳阳、常德: where the first of them lies.
        let first = names[0].plain.rsplit_once('的').map(|(_, place)| place);
        if let Some(place) = first.filter(|place| crate::words::places::is_name(place)) {
            names[0] = names[0].last(place.chars().count());
        }
        Subject::Named(names)
    }
}

/// The last name of a list without the words that sum the list up: 生物医药产值 of
/// 生物医药三大主导产业产值.
fn without_sum(name: &Name) -> Option<Name> {
    let letters: Vec<char> = name.plain.chars().collect();
    // 信丰、于都、南康三地生产总值
    let places = letters.windows(2).enumerate().skip(2).find(|(_, two)| {
        matches!(two[0], '两' | '三' | '四' | '五' | '六' | '七' | '八')
            && matches!(two[1], '地' | '市' | '县' | '区' | '镇' | '省' | '州')
    });
    if let Some((digit, _)) = places {
        // 枫桥三镇 ends the list with 枫桥镇.
        // 攸县、赫山区两县 says so of both.
        let large = |c: char| matches!(c, '县' | '市' | '区');
        let said = letters[digit - 1] == letters[digit + 1]
            || large(letters[digit - 1]) && large(letters[digit + 1]);
        let kind = usize::from(!matches!(letters[digit + 1], '地' | '省' | '州') && !said);
        return Some(
            name.first(digit)
                .then(&name.last(letters.len() - digit - 2 + kind)),
        );
    }
    // 锂电池“新三样”出口
    let quoted = |c: char| letters.iter().position(|&it| it == c);
    if let (Some(open), Some(close)) = (quoted('“').filter(|&open| open >= 2), quoted('”'))
        && letters[..close].ends_with(&['样'])
    {
        return Some(name.first(open).then(&name.last(letters.len() - close - 1)));
    }
    // 白茶“四大特色产业”面积: in quotes as well
    if let (Some(open), Some(close)) = (quoted('“').filter(|&open| open >= 2), quoted('”'))
        && close > open + 1
        && crate::words::numeral::is_chinese(letters[open + 1])
    {
        return Some(name.first(open).then(&name.last(letters.len() - close - 1)));
    }
    let numeral = |c: char| crate::words::numeral::is_chinese(c) || c.is_ascii_digit();
    let great = (3..letters.len()).find(|&i| {
        matches!(letters[i], '大' | '个' | '家' | '户' | '种' | '项') && numeral(letters[i - 1])
    })?;
    let before = letters[..great].iter().rev();
    let digit = great - before.take_while(|c| numeral(**c)).count();
    // 汽车等三大重点行业
    let last = digit - usize::from(letters[..digit].ends_with(&['等']));
    let sorts = [
        "产业", "行业", "领域", "板块", "门类", "税种", "景区", "商圈", "园区", "片区", "平台",
        "集群", "赛道", "企业", "公司", "乡镇", "县区", "街道", "品种", "产品", "单位",
    ];
    let after: String = letters[great..].iter().collect();
    let end = sorts
        .iter()
        .filter_map(|sort| after.find(sort).map(|at| at + sort.len()))
        .min()?;
    let tail = letters.len() - great - after[..end].chars().count();
    (last >= 2).then(|| name.first(last).then(&name.last(tail)))
}

//! Noun phrases: what a number measures.

use crate::phrases::name::{Name, only_counts};
use crate::text::normal::{Normal, ignorable};
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Token};
use std::ops::Range;

/// What stands before a predicate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nothing that names: carry on with what was named before.
    #[default]
    Carried,
    /// A name, or several of a list.
    Named(Vec<Name>),
    /// Words that are no name the reader trusts.
    Unclear,
}

/// Makes names out of tokens of one text.
pub(crate) struct Phrases<'a> {
    pub(crate) normal: &'a Normal,
    pub(crate) file: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Names of the report's own place: 柯桥区, 柯桥.
    pub(crate) own: &'a [String],
}

/// Longer than any indicator's name.
pub(crate) const LONGEST: usize = 40;

impl Phrases<'_> {
    pub(crate) fn text(&self, range: Range<usize>) -> &str {
        self.normal.text.get(range).unwrap_or_default()
    }

    pub(crate) fn token_text(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |token| self.text(token.range()))
    }

    /// The name that a run of tokens spells, with what stands in brackets left out.
    pub(crate) fn name(&self, range: Range<usize>) -> Name {
        let tokens = self.tokens.get(range).unwrap_or_default();
        let bytes: usize = tokens.iter().map(|token| token.end - token.start).sum();
        let mut name = Name {
            plain: String::with_capacity(bytes),
            printed: String::with_capacity(bytes),
        };
        let mut tokens = tokens.iter().map(Token::range).peekable();
        while let Some(mut run) = tokens.next() {
            while let Some(next) = tokens.next_if(|next| next.start == run.end) {
                run.end = next.end;
            }
            self.add_to(&mut name, run);
        }
        name
    }

    fn add_to(&self, name: &mut Name, bytes: Range<usize>) {
        let printed = self.normal.printed(bytes.clone(), self.file);
        let printed = self.file.get(printed).unwrap_or_default();
        let plain = self.text(bytes);
        name.plain.push_str(plain);
        // Most is printed as it is read.
        if printed == plain && !plain.contains(' ') {
            name.printed.push_str(printed);
            return;
        }
        for run in printed.split(|c: char| c.is_whitespace() || ignorable(c)) {
            name.printed.push_str(run);
        }
    }

    pub(crate) fn name_of(&self, bytes: Range<usize>) -> Name {
        let mut name = Name::default();
        self.add_to(&mut name, bytes);
        name
    }

    /// Skips what may stand before a subject: connectives, times, prepositional phrases, the own place.
    pub(crate) fn trimmed(&self, mut range: Range<usize>) -> Range<usize> {
        while range.start < range.end {
            let token = &self.tokens[range.start];
            let droppable = [
                Class::Conn,
                Class::Report,
                Class::Adverb,
                Class::Here,
                Class::Target,
                Class::All,
                Class::Basis,
                Class::Before,
                Class::Kind,
                Class::Each,
                Class::Compared,
                Class::Level,
                Class::PrepEnd,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_)
                    | Kind::Of
                    | Kind::Mark
                    | Kind::Comma
                    | Kind::Pause
                    | Kind::And
                    | Kind::Close
                    | Kind::Open
            ) || droppable.iter().any(|&class| token.is(class));
            // 对东盟进出口: with whom is part of the name.
            if self.token_text(range.start) == "对" && self.trades(range.clone()) {
                break;
            }
            // 扣除食品和能源的核心CPI
            let without = matches!(self.token_text(range.start), "扣除" | "剔除");
            let phrase_end = (range.start..range.end).rev().find(|&i| {
                token.is(Class::Prep) && self.tokens[i].is(Class::PrepEnd)
                    || without && matches!(self.tokens[i].kind, Kind::Of) && i + 1 < range.end
            });
            if let Some(end) = phrase_end {
                range.start = end + 1;
            } else if skip
                || token.is(Class::Prep)
                || self.is_own(range.start)
                || range.len() > 1 && token.is(Class::Scope) && self.ours(range.start)
            {
                range.start += 1;
            } else {
                break;
            }
        }
        while range.start < range.end {
            let token = &self.tokens[range.end - 1];
            let droppable = [
                Class::Adverb,
                Class::All,
                Class::Each,
                Class::Conn,
                Class::Basis,
                Class::Level,
                Class::Before,
            ];
            let skip = matches!(
                token.kind,
                Kind::Time(_) | Kind::Pause | Kind::And | Kind::Mark
            ) || matches!(token.kind, Kind::Several) && range.len() > 1
                || self.token_text(range.end - 1) == "平均" && range.len() > 1
                // 苏州、南京的增速
                || matches!(token.kind, Kind::Of)
                    && range.len() > 1
                    && self.tokens.get(range.end).is_some_and(|next| next.is(Class::Rate))
                || droppable.iter().any(|&class| token.is(class));
            if !skip {
                break;
            }
            range.end -= 1;
        }
        range
    }

    pub(crate) fn is_own(&self, i: usize) -> bool {
        let text = self.token_text(i);
        self.own.iter().any(|own| own == text)
    }

    /// Whether a run of tokens ends in a word of trade.
    fn trades(&self, range: Range<usize>) -> bool {
        let last = self.token_text(range.end - 1);
        [
            "进出口",
            "出口",
            "进口",
            "进出口总值",
            "进出口总额",
            "贸易额",
            "贸易总额",
            "进出口值",
        ]
        .iter()
        .any(|end| last.ends_with(end))
    }

    /// Whether a place is called ours: 我国, 本市.
    fn ours(&self, i: usize) -> bool {
        self.token_text(i).starts_with(['我', '本'])
    }

    /// The subject in a run of tokens.
    pub(crate) fn subject(&self, range: Range<usize>, several: Option<usize>) -> Subject {
        let whole = range.clone();
        let mut range = self.trimmed(range);
        // The report's own place may be the first of a list.
        if several.is_some()
            && let Some(parted) = range.start.checked_sub(1).filter(|&i| i > whole.start)
            && matches!(self.tokens[parted].kind, Kind::Pause | Kind::And)
            && self.is_own(parted - 1)
        {
            range.start = parted - 1;
        }
        if range.is_empty() {
            return Subject::Carried;
        }
        if self.tokens[range.end - 1].is(Class::Rate)
            || range.clone().all(|i| self.tokens[i].is(Class::Itself))
        {
            let rest = self.trimmed(range.start..range.end - 1);
            if rest.is_empty() {
                return Subject::Carried;
            }
        }
        if let Some(count) = several {
            return self
                .split(range.clone(), count)
                .unwrap_or_else(|| self.list(range, count));
        }
        match self
            .alone(range.clone())
            .or_else(|| self.one(range.clone()))
        {
            Some(name) if name.is_empty() => Subject::Carried,
            Some(_) if range.clone().all(|i| self.tokens[i].is(Class::Scope)) => Subject::Carried,
            Some(name) if only_counts(&name) => Subject::Unclear,
            Some(name) => Subject::Named(vec![name]),
            None => Subject::Unclear,
        }
    }

    /// The names that one word stands for: 城乡居民收入 where two numbers follow.
    fn split(&self, range: Range<usize>, count: usize) -> Option<Subject> {
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

    /// 存栏 in 生猪出栏、存栏, 消费: a measure that is a verb elsewhere.
    fn alone(&self, part: Range<usize>) -> Option<Name> {
        let name = (part.len() == 1).then(|| self.name(part))?;
        [Noun::Alone, Noun::Demand]
            .iter()
            .any(|&alone| Lexicon::get().is_one_of(alone, &name.plain))
            .then_some(name)
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
        if pieces.len() != count || pieces.iter().any(|piece| piece.len() < 2 * '和'.len_utf8()) {
            return None;
        }
        let (before, after) = (self.name(range.start..at), self.name(at + 1..range.end));
        // 住宿 is 住宿业 as 餐饮业 is.
        let shared = after.is_empty() && self.token_text(at).ends_with('业');
        let name = |piece: Range<usize>| {
            let name = self.name_of(piece);
            let name = match shared && !name.plain.ends_with('业') {
                true => Name {
                    plain: format!("{}业", name.plain),
                    printed: format!(
                        "{}{}",
                        name.printed,
                        self.name_of(token.range()).last(1).printed
                    ),
                },
                false => name,
            };
            before.then(&name).then(&after)
        };
        Some(pieces.into_iter().map(name).collect())
    }

    /// The names of a list of so many: A、B和C. Where 、 alone parts as many as there are numbers,
    /// 和 stands inside a name: 租赁和商务服务业.
    fn list(&self, range: Range<usize>, count: usize) -> Subject {
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
        let mut names: Vec<Name> = parts
            .into_iter()
            .filter_map(|part| {
                let verb = self.trimmed(part.clone());
                if shared && verb.len() == 1 && acts(verb.start) {
                    return Some(self.name(verb));
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
        if names.len() == count
            && let Some(last) = names.last_mut()
            && let Some(own) = without_sum(last)
        {
            *last = own;
        }
        // 对欧盟、香港出口: with whom is part of every name.
        let with = self.token_text(range.start) == "对" && self.trades(range.clone());
        if with && names.iter().all(|name| !name.plain.starts_with('对')) {
            let with = self.name(range.start..range.start + 1);
            names = names.iter().map(|name| with.then(name)).collect();
        }
        if names.is_empty() || names.iter().any(Name::is_empty) {
            return Subject::Unclear;
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
            && matches!(two[1], '地' | '市' | '县' | '区' | '镇')
    });
    if let Some((digit, _)) = places {
        // 枫桥三镇 ends the list with 枫桥镇.
        // 攸县、赫山区两县 says so of both.
        let large = |c: char| matches!(c, '县' | '市' | '区');
        let said = letters[digit - 1] == letters[digit + 1]
            || large(letters[digit - 1]) && large(letters[digit + 1]);
        let kind = usize::from(letters[digit + 1] != '地' && !said);
        return Some(
            name.first(digit)
                .then(&name.last(letters.len() - digit - 2 + kind)),
        );
    }
    let great = letters.iter().position(|&c| matches!(c, '大' | '个'))?;
    let digit = great.checked_sub(1).filter(|&at| at >= 2)?;
    let counted =
        crate::words::numeral::is_chinese(*letters.get(digit)?) || letters[digit].is_ascii_digit();
    let sorts = [
        "产业", "行业", "领域", "板块", "门类", "税种", "景区", "商圈", "园区", "片区",
    ];
    let after: String = letters[great..].iter().collect();
    let end = sorts
        .iter()
        .filter_map(|sort| after.find(sort).map(|at| at + sort.len()))
        .min()?;
    let tail = letters.len() - great - after[..end].chars().count();
    counted.then(|| name.first(digit).then(&name.last(tail)))
}

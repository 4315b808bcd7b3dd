//! The words of statistical prose: `data/words.tsv`, turned into an automaton once.

use crate::words::classes::Classes;
use crate::words::nouns::{Noun, Nouns};
use crate::words::table::{rows2, rows3};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use halfyear_facts::Bound;
use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $text:literal,)*) => {
        /// What a word does in a statement. A word may have several classes; the words around it decide.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class { $($(#[$doc])* $name,)* }

        impl Class {
            fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    /// Between an indicator and its level: 实现, 达.
    Level "level",
    /// How a level came about: 接待, 完成.
    Act "act",
    /// The same of words that are nouns as well: 建设, 服务.
    Deed "deed",
    /// The same, always part of the name: 新增.
    Keep "keep",
    Rise "rise",
    Fall "fall",
    Flat "flat",
    Double "double",
    /// 提高到: what follows is a level.
    Reach "reach",
    /// 由, 从: what follows is the earlier level.
    From "from",
    /// 同比.
    Basis "basis",
    /// 实际, 名义: which growth.
    Kind "kind",
    Than "than",
    Compared "compared",
    Gap "gap",
    /// 增速: its level is a change.
    Rate "rate",
    /// 总量: stands for the indicator before.
    Itself "self",
    Each "each",
    All "all",
    Share "share",
    Ratio "ratio",
    RankVerb "rankverb",
    RankWord "rankword",
    /// 倒数: counted from the end.
    Pole "pole",
    Scope "scope",
    Here "here",
    Mean "mean",
    Conn "conn",
    Report "report",
    Adverb "adverb",
    Target "target",
    Time "time",
    /// 拉动, 贡献.
    Pull "pull",
    Prep "prep",
    PrepEnd "prepend",
    /// 少增: its number says nothing of the indicator itself.
    Hush "hush",
    /// 城乡: 城镇 and 农村.
    Split "split",
    Before "before",
    After "after",
    Plain "plain",
}

/// A word of the table.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    bits: u64,
    arguments: Vec<(Class, &'static str)>,
    /// Counts only right before a number, a bound, a place or a rank.
    pub(crate) near: bool,
}

impl Entry {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.bits & (1 << class as u64) != 0
    }

    pub(crate) fn is_any(&self, classes: Classes) -> bool {
        classes.meet(self.bits)
    }

    /// What the table says beside the class: `+`, `year-on-year`, `over`.
    pub(crate) fn argument(&self, class: Class) -> &'static str {
        let arguments = match self.is(class) {
            true => self.arguments.as_slice(),
            false => &[],
        };
        arguments
            .iter()
            .find(|(c, _)| *c == class)
            .map_or("", |&(_, argument)| argument)
    }

    /// The sign of a word of direction.
    pub(crate) fn negative(&self, class: Class) -> bool {
        self.argument(class) == "-"
    }

    /// The bound that a word of class `Before` or `After` sets.
    pub(crate) fn bound(&self, class: Class) -> Bound {
        match self.argument(class) {
            "about" => Bound::About,
            "over" => Bound::Over,
            "under" => Bound::Under,
            _ => Bound::Exact,
        }
    }
}

/// What kind of thing a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Rate,
    Points,
    Times,
    Score,
    /// Days, years, degrees, concentrations: seldom a statement by themselves.
    Degree,
    Money,
    People,
    Count,
    Amount,
}

/// The tables, ready for use.
pub(crate) struct Lexicon {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    entries: Vec<Entry>,
    units: HashMap<char, Vec<(&'static str, UnitKind)>>,
    nouns: Nouns,
}

impl Lexicon {
    /// The tables; read once.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    fn build() -> Self {
        let mut ids: HashMap<&'static str, usize> = HashMap::default();
        let mut entries: Vec<Entry> = Vec::new();
        for (class, argument, words) in rows3(include_str!("../../data/words.tsv")) {
            let Some(class) = Class::named(class) else {
                continue;
            };
            for word in words.split_whitespace() {
                let near = word.starts_with('~');
                let id = *ids.entry(word.trim_start_matches('~')).or_insert_with(|| {
                    entries.push(Entry {
                        near,
                        ..Entry::default()
                    });
                    entries.len() - 1
                });
                if let Some(entry) = entries.get_mut(id)
                    && !entry.is(class)
                {
                    entry.bits |= 1 << class as u64;
                    entry.arguments.push((class, argument));
                    entry.near &= near;
                }
            }
        }
        // Names that the catalogue knows hold together, whatever words are in them.
        for name in halfyear_catalogue::names() {
            let begins_with_verb = ["完成", "接待", "新增", "新设", "实现", "净增", "新"]
                .iter()
                .any(|verb| name.starts_with(verb));
            if name.chars().count() >= 4
                && !begins_with_verb
                && !name.contains("实现")
                && !SPLIT.iter().any(|word| name.contains(word))
                && !ids.contains_key(name)
            {
                entries.push(Entry {
                    bits: 1 << Class::Plain as u64,
                    ..Entry::default()
                });
                ids.insert(name, entries.len() - 1);
            }
        }
        // 上虞, 下城: no 上 and 下 begin there.
        for name in halfyear_catalogue::places::names() {
            let short = halfyear_catalogue::places::short(name);
            for name in [name, short] {
                let begins =
                    name.starts_with(['上', '下', '中', '内', '高', '同', '平', '多', '大']);
                // 太和区 is no list.
                let begins = begins || name.contains('和');
                if begins && name.chars().count() > 1 && !ids.contains_key(name) {
                    entries.push(Entry {
                        bits: 1 << Class::Plain as u64,
                        ..Entry::default()
                    });
                    ids.insert(name, entries.len() - 1);
                }
            }
        }
        let patterns = ids
            .iter()
            .map(|(&word, &id)| (word, u32::try_from(id).unwrap_or(0)));
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build_with_values(patterns)
            .ok();
        Self {
            automaton,
            entries,
            units: units(),
            nouns: Nouns::new(),
        }
    }

    /// The words of a text, leftmost first and longest where several begin, not overlapping.
    pub(crate) fn words<'l>(
        &'static self,
        text: &'l str,
    ) -> impl Iterator<Item = (usize, usize, &'static Entry)> + 'l {
        self.automaton
            .iter()
            .flat_map(move |automaton| automaton.leftmost_find_iter(text))
            .filter_map(|found| {
                let entry = self.entries.get(found.value() as usize)?;
                Some((found.start(), found.end(), entry))
            })
    }

    /// Whether a text is a word of the table, and no more than that.
    pub(crate) fn is_word(&'static self, text: &str) -> bool {
        let first = self.words(text).next();
        first.is_some_and(|(start, end, _)| start == 0 && end == text.len())
    }

    /// The word for a rise or a fall that a sign tells of: 增 of +12%, or of 12.7% in brackets after a
    /// name.
    pub(crate) fn verb(&'static self, word: &str) -> Option<&'static Entry> {
        self.words(word).next().map(|(_, _, entry)| entry)
    }

    /// The unit that a text starts with, with the 万 or 亿 before it: its bytes and kind.
    pub(crate) fn unit(&self, text: &str) -> Option<(usize, UnitKind)> {
        // 亿千瓦时 is 亿 and 千瓦时, not 亿千 and 瓦: the longest reading counts.
        let mut best: Option<(usize, UnitKind)> = None;
        let mut scale = 0;
        let mut chars = text.chars();
        loop {
            let rest = text.get(scale..).unwrap_or_default();
            let base = rest
                .chars()
                .next()
                .and_then(|first| self.units.get(&first))
                .into_iter()
                .flatten()
                .find(|(unit, _)| rest.starts_with(unit));
            if let Some((unit, kind)) = base {
                let len = scale + unit.len();
                if best.is_none_or(|(known, _)| known < len) {
                    best = Some((len, *kind));
                }
            }
            match chars
                .next()
                .filter(|c| scale < 9 && matches!(c, '十' | '百' | '千' | '万' | '亿' | '兆'))
            {
                Some(c) => scale += c.len_utf8(),
                None => break,
            }
        }
        let best = best.or((scale > 0).then_some((scale, UnitKind::Count)));
        best.map(|(len, kind)| (len + self.per(&text[len..]), kind))
    }

    /// The bytes of 吨标准煤[/万元], 元[/月] after a unit.
    fn per(&self, text: &str) -> usize {
        let Some(of) = text.strip_prefix('/') else {
            return 0;
        };
        let time = of.starts_with(['年', '月', '日', '天', '时']).then_some(3);
        let unit = time.or_else(|| self.unit(of).map(|(len, _)| len));
        unit.map_or(0, |len| '/'.len_utf8() + len)
    }

    /// What stands before a paired ending: 一般公共预算 of 一般公共预算收入.
    pub(crate) fn pair(&self, name: &str) -> Option<String> {
        PAIRED
            .iter()
            .find_map(|end| name.strip_suffix(end))
            // 出口 is no part of 进出口.
            .filter(|head| !head.is_empty() && !head.ends_with('进'))
            .map(str::to_owned)
    }
}

/// The nouns, asked by way of the lexicon.
impl Lexicon {
    /// See [`Nouns::ends_in`].
    pub(crate) fn ends_in(&self, class: Noun, name: &str) -> bool {
        self.nouns.ends_in(class, name)
    }

    /// See [`Nouns::ending`].
    pub(crate) fn ending(&self, class: Noun, name: &str) -> Option<&'static str> {
        self.nouns.ending(class, name)
    }

    /// See [`Nouns::shorter`].
    pub(crate) fn shorter(&self, class: Noun, name: &str) -> Option<&'static str> {
        self.nouns.shorter(class, name)
    }

    /// See [`Nouns::tail`].
    pub(crate) fn tail(&self, name: &str) -> Option<&'static str> {
        self.nouns.tail(name)
    }

    /// See [`Nouns::owner`].
    pub(crate) fn owner<'n>(&self, name: &'n str) -> Option<&'n str> {
        self.nouns.owner(name)
    }

    /// See [`Nouns::is_one_of`].
    pub(crate) fn is_one_of(&self, class: Noun, name: &str) -> bool {
        self.nouns.is_one_of(class, name)
    }
}

/// Words that are two names where two numbers follow.
const SPLIT: [&str; 3] = ["城乡", "存贷款", "客货"];

/// Endings that pair: 收入 and 支出, 出口 and 进口.
const PAIRED: [&str; 23] = [
    "出厂价格",
    "出厂价格指数",
    "销售面积",
    "客运量",
    "货运量",
    "货物发送量",
    "货物周转量",
    "旅客发送量",
    "旅客周转量",
    "接待人数",
    "接待人次",
    "接待游客",
    "游客人数",
    "业务收入",
    "业务量",
    "收入",
    "支出",
    "进口",
    "出口",
    "存款",
    "贷款",
    "产值",
    "利税",
];

fn units() -> HashMap<char, Vec<(&'static str, UnitKind)>> {
    let mut units: HashMap<char, Vec<(&'static str, UnitKind)>> = HashMap::default();
    for (kind, words) in rows2(include_str!("../../data/units.tsv")) {
        let kind = match kind {
            "rate" | "per-mille" => UnitKind::Rate,
            "points" => UnitKind::Points,
            "times" => UnitKind::Times,
            "points-of-score" => UnitKind::Score,
            "degree" => UnitKind::Degree,
            "money" => UnitKind::Money,
            "people" => UnitKind::People,
            "count" => UnitKind::Count,
            _ => UnitKind::Amount,
        };
        for unit in words.split_whitespace() {
            if let Some(first) = unit.chars().next() {
                units.entry(first).or_default().push((unit, kind));
            }
        }
    }
    for list in units.values_mut() {
        list.sort_by_key(|(unit, _)| std::cmp::Reverse(unit.len()));
    }
    units
}

//! Names as text.

use compact_str::CompactString;

/// A name, put together from runs of the normalised text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    /// As normalised: for comparing and looking up. Names are made and cut all the time, and most are
    /// short enough to need no memory of their own.
    pub(crate) plain: CompactString,
    /// As printed, where that is not as normalised.
    as_printed: Option<CompactString>,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.plain == other.plain && self.printed() == other.printed()
    }
}

impl Eq for Name {}

impl Name {
    /// A name that is written one way and printed another.
    pub(crate) fn new(plain: impl Into<CompactString>, printed: &str) -> Self {
        let plain = plain.into();
        let as_printed = (plain != printed).then(|| printed.into());
        Self { plain, as_printed }
    }

    /// As printed.
    pub(crate) fn printed(&self) -> &str {
        self.as_printed.as_deref().unwrap_or(&self.plain)
    }

    /// Adds words that are printed as they are read.
    pub(crate) fn push(&mut self, words: &str) {
        match &mut self.as_printed {
            Some(printed) => printed.push_str(words),
            // Most names are one run of words.
            None if self.plain.is_empty() => {
                self.plain = words.into();
                return;
            }
            None => {}
        }
        self.plain.push_str(words);
    }

    /// Adds words that are printed another way.
    pub(crate) fn push_printed(&mut self, words: &str, printed: &str) {
        let said = &self.plain;
        let as_printed = self.as_printed.get_or_insert_with(|| said.clone());
        as_printed.push_str(printed);
        self.plain.push_str(words);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// This name and then another; what it ends in is not said twice: 商品房销售 and 销售.
    pub(crate) fn then(&self, other: &Self) -> Self {
        let mut name = self.clone();
        if other.plain.len() > "销".len() && self.plain.ends_with(other.plain.as_str()) {
            return name;
        }
        match &other.as_printed {
            None => name.push(&other.plain),
            Some(printed) => name.push_printed(&other.plain, printed),
        }
        name
    }

    /// Its first characters.
    pub(crate) fn first(&self, count: usize) -> Self {
        let first = |text: &str| cut(text, count).0.len();
        Self {
            plain: self.plain[..first(&self.plain)].into(),
            as_printed: self.as_printed.as_ref().map(|it| it[..first(it)].into()),
        }
    }

    /// Its last characters.
    pub(crate) fn last(&self, count: usize) -> Self {
        Self {
            plain: end(&self.plain, count).into(),
            as_printed: self.as_printed.as_ref().map(|it| end(it, count).into()),
        }
    }

    /// What is left of it without its first characters.
    pub(crate) fn without_first(&self, count: usize) -> Self {
        Self {
            plain: cut(&self.plain, count).1.into(),
            as_printed: self.as_printed.as_ref().map(|it| cut(it, count).1.into()),
        }
    }

    /// This name and then words that are the same in every way of writing.
    pub(crate) fn and(&self, word: &str) -> Self {
        let mut name = self.clone();
        name.push(word);
        name
    }
}

/// A text in two before the character at `count`.
fn cut(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count);
    text.split_at(at.map_or(text.len(), |(at, _)| at))
}

/// The last characters of a text.
fn end(text: &str, count: usize) -> &str {
    let from = match count {
        0 => Some(text.len()),
        _ => text.char_indices().rev().nth(count - 1).map(|(at, _)| at),
    };
    &text[from.unwrap_or(0)..]
}

/// Whether a name ends in a count in words: 三项, 指标中两个.
pub(crate) fn only_counts(name: &Name) -> bool {
    let mut chars = name.plain.chars().rev();
    let (unit, digit) = (chars.next(), chars.next());
    unit.is_some_and(|c| matches!(c, '个' | '项' | '家' | '条' | '名' | '位'))
        && digit.is_some_and(crate::words::numeral::is_chinese)
}

/// 科技服务业营收等 before 8项指标: only what is named.
pub(crate) fn before_et_cetera(name: Name) -> Name {
    // A业、B业、C业三类行业; 营业税、增值税两大主体税种: how many they are.
    let sums = [
        "行业",
        "产业",
        "门类",
        "商品",
        "主体税种",
        "主要税种",
        "税种",
        "主导产业",
        "支柱产业",
    ];
    let counted = sums.iter().find_map(|noun| {
        let rest = name.plain.strip_suffix(*noun)?;
        let rest = rest.strip_suffix(['类', '个', '大'])?;
        let before = rest.trim_end_matches(crate::words::numeral::is_chinese);
        (before.len() < rest.len() && before.chars().count() > 1).then_some(before)
    });
    if let Some(before) = counted {
        return name.first(before.chars().count());
    }
    // 机电、水产品等四大类产品出口: how many they are, and what all are measured by.
    let summed = name.plain.rsplit_once('等').and_then(|(before, rest)| {
        let many = rest.trim_start_matches(crate::words::numeral::is_chinese);
        let kind = many
            .strip_prefix("大类")
            .or(many.strip_prefix(['大', '类', '个']))?;
        let noun = ["产品", "行业", "产业", "商品"]
            .iter()
            .find_map(|noun| kind.strip_prefix(*noun))?;
        (many.len() < rest.len() && !noun.is_empty()).then_some((before, noun))
    });
    // 卫生和社会工作等行业营业收入
    let uncounted = || {
        let (before, rest) = name.plain.rsplit_once('等')?;
        let measure = ["行业", "产业"]
            .iter()
            .find_map(|noun| rest.strip_prefix(*noun))?;
        let lexicon = crate::words::lexicon::Lexicon::get();
        let measured = lexicon.ends_in(crate::words::nouns::Noun::Measure, measure);
        (before.chars().count() > 1 && measured).then_some((before, measure))
    };
    let summed = summed.or_else(uncounted);
    if let Some((before, measure)) = summed {
        let part = name.first(before.chars().count());
        return part.then(&name.last(measure.chars().count()));
    }
    // 工业总产值、税收收入各项指标
    if let Some(before) = name
        .plain
        .strip_suffix("各项指标")
        .filter(|it| !it.ends_with('等'))
    {
        return name.first(before.chars().count());
    }
    match name.plain.rsplit_once('等') {
        Some((before, rest))
            if before.chars().count() > 1
                && (rest.is_empty()
                    // 雅安、凉山等市州
                    || rest.chars().all(|c| "省市州盟县区旗镇地".contains(c))
                    || [
                        "指标",
                        "重点企业",
                        "骨干企业",
                        "龙头企业",
                        "重点行业",
                        "行业",
                        "产业",
                        "商品",
                        "产品",
                    ]
                    .iter()
                    .any(|end| rest.ends_with(end))) =>
        {
            name.first(before.chars().count())
        }
        _ => name,
    }
}

/// Words inside a name that only stress it, and what they stand before: 纬创[一家就]出口, 龙阳镇[半年]地方财政收入.
const STRESSES: [(&str, &[&str]); 6] = [
    ("一家就", &[]),
    ("一个县就", &[]),
    ("一个镇就", &[]),
    (
        "就",
        &[
            "迎客", "迎来", "接待", "完成", "实现", "出口", "销售", "生产", "新增", "引进",
        ],
    ),
    (
        "一家",
        &[
            "出口", "进口", "产值", "纳税", "营收", "利润", "销售", "贡献", "投资",
        ],
    ),
    (
        "半年",
        &[
            "地方",
            "财政",
            "一般公共",
            "工业",
            "产值",
            "接待",
            "出口",
            "进出口",
            "固定资产",
        ],
    ),
];

/// A name without such words.
pub(crate) fn without_stress(name: Name) -> Name {
    // 量子关联企业已聚集24家
    let gathered = ["已聚集", "已集聚", "已汇聚", "已贯通", "聚集", "集聚"];
    let whose = gathered
        .iter()
        .find_map(|end| name.plain.strip_suffix(*end));
    let whose = whose.map(|whose| whose.chars().count());
    let name = match whose.filter(|&count| count > 3) {
        Some(count) => name.first(count),
        None => name,
    };
    // Few names have a letter that all these words have one of, and looking for words costs more.
    if !name.plain.contains(['就', '一', '半']) {
        return name;
    }
    let stressed = STRESSES.iter().find_map(|(word, before)| {
        let at = name.plain.find(word).filter(|&at| at > 0)?;
        let rest = &name.plain[at + word.len()..];
        let stands = before.is_empty() || before.iter().any(|noun| rest.starts_with(noun));
        stands.then(|| (name.plain[..at].chars().count(), rest.chars().count()))
    });
    match stressed {
        Some((head, rest)) => name.first(head).then(&name.last(rest)),
        None => name,
    }
}

/// 云南GDP of 云南的GDP: a place and what is measured everywhere; nothing where the name is another.
pub(crate) fn of_a_place(name: &Name) -> Option<Name> {
    let (place, measure) = name.plain.split_once('的')?;
    let known = halfyear_catalogue::names_exactly(measure);
    let whole = known && crate::words::places::is_name(place);
    let (before, after) = (place.chars().count(), measure.chars().count());
    whole.then(|| name.first(before).then(&name.last(after)))
}

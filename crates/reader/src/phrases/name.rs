//! Names as text.

/// A name, put together from runs of the normalised text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// As normalised: for comparing and looking up.
    pub(crate) plain: String,
    /// As printed.
    pub(crate) printed: String,
}

impl Name {
    pub(crate) fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// This name and then another.
    pub(crate) fn then(&self, other: &Self) -> Self {
        Self {
            plain: [self.plain.as_str(), &other.plain].concat(),
            printed: [self.printed.as_str(), &other.printed].concat(),
        }
    }

    /// Its first characters.
    pub(crate) fn first(&self, count: usize) -> Self {
        Self {
            plain: cut(&self.plain, count).0.to_owned(),
            printed: cut(&self.printed, count).0.to_owned(),
        }
    }

    /// Its last characters.
    pub(crate) fn last(&self, count: usize) -> Self {
        let skip = |text: &str| text.chars().count().saturating_sub(count);
        Self {
            plain: cut(&self.plain, skip(&self.plain)).1.to_owned(),
            printed: cut(&self.printed, skip(&self.printed)).1.to_owned(),
        }
    }

    /// This name and then words that are the same in every way of writing.
    pub(crate) fn and(&self, word: &str) -> Self {
        Self {
            plain: [&self.plain, word].concat(),
            printed: [&self.printed, word].concat(),
        }
    }
}

/// A text in two before the character at `count`.
fn cut(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count);
    text.split_at(at.map_or(text.len(), |(at, _)| at))
}

/// Whether a name ends in a count in words: 三项, 指标中两个.
pub(crate) fn only_counts(name: &Name) -> bool {
    let mut chars = name.plain.chars().rev();
    let (unit, digit) = (chars.next(), chars.next());
    unit.is_some_and(|c| "个项家条名位".contains(c))
        && digit.is_some_and(crate::words::numeral::is_chinese)
}

/// 科技服务业营收等 before 8项指标: only what is named.
pub(crate) fn before_et_cetera(name: Name) -> Name {
    match name.plain.rsplit_once('等') {
        Some((before, rest))
            if before.chars().count() > 1
                && (rest.is_empty()
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
const STRESSES: [(&str, &[&str]); 4] = [
    ("一家就", &[]),
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

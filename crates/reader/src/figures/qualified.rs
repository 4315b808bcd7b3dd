//! What qualifies a growth: in which prices (按不变价格计算), of which kind (实际增长), and what it leaves
//! out (剔除房地产业,服务业增加值增长6.2%; 扣除留抵退税因素后下降8.3%).

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use crate::words::token::Kind;
use std::ops::Range;

/// The longest run of characters that says what is left out.
const LONGEST: usize = 16;
/// Words for what was named before, for prices, and for what defines a measure.
const UNNAMED: &[&str] = &["价格", "物价", "上述", "该", "这", "其", "的"];

impl Sentence<'_> {
    /// Notes what the figures of a clause leave out, as it stands in brackets after their names.
    /// True where the clause says nothing else.
    pub(crate) fn note_exclusion(&mut self, clause: &Range<usize>) -> bool {
        self.exclusion(clause).is_some_and(|(without, alone)| {
            self.carried.without = without.or(self.carried.without.take());
            alone
        })
    }

    /// 考虑免去农业税这一因素,同比增长5%; 还原留抵退税因素,增长2%: the growth that a factor is taken into
    /// account for is another than the one told. Its name, where a clause says nothing else.
    fn accounted_for(&self, clause: &Range<usize>) -> Option<Name> {
        let words = self.tokens().get(clause.clone())?;
        let said = self
            .normal
            .text
            .get(words.first()?.start..words.last()?.end)?;
        let verb = ["考虑", "还原"].iter().find_map(|verb| {
            Some(*verb).filter(|_| said.trim_start_matches(['若', '如']).starts_with(verb))
        })?;
        let factor = said.ends_with("因素") || said.ends_with("因素后");
        let at = said.find(verb)? + verb.len();
        let from = words.first()?.start;
        let what = self
            .phrases
            .name_of(from + at..from + said.trim_end_matches('后').len());
        let short = (1..=LONGEST).contains(&what.plain.chars().count());
        (factor && short).then(|| Name::default().and("（").and(verb).then(&what).and("）"))
    }

    /// What a clause leaves out, where it says so by a name, and whether it does nothing else.
    fn exclusion(&self, clause: &Range<usize>) -> Option<(Option<Name>, bool)> {
        if let Some(factor) = self.accounted_for(clause) {
            return Some((Some(factor), true));
        }
        let words = self.tokens().get(clause.clone())?;
        let text = |i: usize| &self.normal.text[words[i].range()];
        let verb = (0..words.len().min(3)).find(|&i| matches!(text(i), "剔除" | "扣除"))?;
        let led = (0..verb).all(|i| {
            matches!(words[i].kind, Kind::Time(_) | Kind::Word(_)) || matches!(text(i), "若" | "如")
        });
        let from = words.get(verb + 1)?.start;
        let rest = &self.normal.text[from..words.last()?.end];
        let comma = self.tokens().get(clause.end);
        let alone = comma.is_some_and(|it| matches!(it.kind, Kind::Comma))
            && !words.iter().any(|it| matches!(it.kind, Kind::Quantity(_)));
        // 扣除留抵退税因素后下降8.3%
        let factor = || rest.find("因素").map(|at| at + "因素".len());
        // 扣除房地产开发投资[的]固定资产投资: a word that ends it may stand for 后.
        let ended = words
            .get(verb + 1..)?
            .iter()
            .find(|it| it.is(Class::PrepEnd));
        let ended = ended.map(|it| it.start - from);
        // 剔除“营改增”累计增长16.4%: what is left out is quoted, and the growth follows at once.
        let quoted = || {
            let close = rest.strip_prefix('“')?.find('”')? + '“'.len_utf8() + '”'.len_utf8();
            let next = words.iter().find(|it| it.start >= from + close)?;
            let grows = next.is(Class::Adverb) || next.is(Class::Rise) || next.is(Class::Fall);
            grows.then_some(close)
        };
        let end = match rest.find('后').or_else(factor).or(ended).or_else(quoted) {
            Some(after) => from + after,
            None if alone => from + rest.len(),
            None => return None,
        };
        let what = self.phrases.name_of(from..end);
        let count = what.plain.chars().count();
        if !led || !(1..=LONGEST).contains(&count) {
            return None;
        }
        if UNNAMED.iter().any(|word| what.plain.contains(word)) {
            // 扣除农产品生产价格指数,同比增长3.1%: the growth is of what was told before.
            return alone.then_some((None, true));
        }
        let what = match what.plain.strip_suffix("影响") {
            Some(short) => what.first(short.chars().count()),
            None => what,
        };
        let verb = self.phrases.name_of(words[verb].range());
        let without = Name::default().and("（").then(&verb).then(&what).and("）");
        Some((Some(without), alone))
    }

    /// Names the statements opened since by what they leave out.
    pub(crate) fn leave_out(&mut self, since: usize) {
        let Some(without) = self.carried.without.take() else {
            return;
        };
        for draft in self.drafts.get_mut(since..).unwrap_or_default() {
            draft.name = draft.name.then(&without);
        }
    }

    /// 扣除留抵退税因素后增长4.1%,自然口径下降9.7%: whether the growth that leaves nothing out follows a number.
    pub(crate) fn natural_follows(&self, number: usize) -> bool {
        let after = self.tokens().get(number..).unwrap_or_default().iter();
        let mut after = after.take(10);
        after.any(|token| self.normal.text[token.range()].contains("自然口径"))
    }

    /// 按不变价格计算增长7.8%, after the growth in current prices: in which prices.
    pub(crate) fn in_prices(&self, lead: &Lead) -> Option<Name> {
        let words = self.tokens().get(lead.from..lead.end)?;
        let said = words.iter().find(|token| {
            token.is(Class::Basis) && self.normal.text[token.range()].contains('价')
        })?;
        let said = self.phrases.name_of(said.range());
        let count = said.plain.chars().count();
        let plan = usize::from(said.plain.starts_with('按'));
        let end = match said.plain.ends_with("计算") {
            true => 2,
            false => 0,
        };
        Some(said.first(count - end).last(count - end - plan))
    }

    /// 实际GDP增速7.9%: the word stands before the name, and is of the growth.
    pub(crate) fn kind_in_the_name(&self, lead: &mut Lead) {
        let moves = lead.falls.is_some() || lead.rate.is_some();
        if !moves || lead.kind.is_some() {
            return;
        }
        let said = |&i: &usize| {
            let token = &self.tokens()[i];
            token.is(Class::Kind) && matches!(token.argument(Class::Kind), "real" | "nominal")
        };
        let passing = |i: &usize| {
            let token = &self.tokens()[*i];
            let basis = token.is(Class::Basis) || token.is(Class::Conn);
            basis || token.is(Class::Adverb) || matches!(token.kind, Kind::Time(_))
        };
        let first = lead.subject.clone().find(|i| !passing(i));
        lead.kind = first.filter(said);
    }

    /// What the text calls a second growth, shortest: 实际增长.
    pub(crate) fn kind_word(&self, kind: usize) -> Name {
        let token = &self.scanned.tokens[kind];
        let said = self.phrases.name_of(token.range());
        let word = match token.argument(Class::Kind) {
            "nominal" => "名义",
            "real" => "实际",
            "annual" => "年均",
            _ if said.plain.starts_with('月') => "月均",
            _ if said.plain.starts_with('年') => "年均",
            _ if said.plain.starts_with("三年") => "三年平均",
            _ if said.plain.starts_with("四年") => "四年平均",
            _ if said.plain.starts_with("五年") => "五年平均",
            "real-average" => "两年平均实际",
            "natural" => "自然口径",
            _ => "两年平均",
        };
        let traditional = said.plain != said.printed();
        let printed = match (word, traditional) {
            ("名义", true) => "名義增長",
            ("实际", true) => "實際增長",
            ("月均", _) => "月均增长",
            ("年均", _) => "年均增长",
            ("三年平均", _) => "三年平均增长",
            ("四年平均", _) => "四年平均增长",
            ("五年平均", _) => "五年平均增长",
            ("两年平均实际", true) => "兩年平均實際增長",
            ("两年平均实际", false) => "两年平均实际增长",
            ("自然口径", true) => "自然口徑增長",
            ("自然口径", false) => "自然口径增长",
            (_, true) => "兩年平均增長",
            ("名义", false) => "名义增长",
            ("实际", false) => "实际增长",
            (_, false) => "两年平均增长",
        };
        Name::new(format!("{word}增长"), printed)
    }
}

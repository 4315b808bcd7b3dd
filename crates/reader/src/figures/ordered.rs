//! Parts that are listed each with its figure, after the measure of all:
//! GDP增速由高到低依次为A区7.2%、B县6.9%.

use crate::carried::Ordered;
use crate::draft::Move;
use crate::draft::signed;
use crate::figures::pace::is_rate;
use crate::phrases::clause::{Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::parts_tail;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::numeral;
use crate::words::token::{Kind, Quantity, Token};
use std::ops::Range;

impl Sentence<'_> {
    /// Reads a clause that begins such a list or goes on with it.
    pub(crate) fn ordered(&mut self, clause: &Range<usize>) -> bool {
        let Some((part, quantity)) = self.part_and_figure(clause) else {
            self.carried.ordered = self.before_a_colon(clause);
            return false;
        };
        let linked = self.tokens()[clause.start..part.start]
            .iter()
            .all(|token| matches!(token.kind, Kind::And) || token.is(Class::Conn));
        // A list of rates does not go on with an amount.
        let rate = quantity.kind == Some(UnitKind::Rate);
        let alike = |ordered: &Ordered| rate || ordered.falls.is_none();
        let ordered = match self.carried.ordered.take() {
            Some(ordered) if linked && alike(&ordered) => Some(ordered),
            _ => self.begins_order(
                self.led_from(clause.start)..part.start,
                clause.end,
                &quantity,
            ),
        };
        let Some(mut ordered) = ordered else {
            return false;
        };
        let name = self.phrases.name(part.clone());
        // 发电量 among products is no 发电量产量.
        let how_much = name.plain.ends_with('量') && ordered.measure.plain.ends_with('量');
        let name = match how_much || name.plain.ends_with(ordered.measure.plain.as_str()) {
            true => name,
            false => name.then(&ordered.measure),
        };
        let Some(&target) = self.open(vec![name], &part).first() else {
            return false;
        };
        let item = Item {
            what: What::Amount(quantity.clone()),
            token: clause.end - 1,
            negative: None,
        };
        match ordered.falls {
            Some(falls) => {
                let change = Move {
                    digits: signed(&quantity.number.digits, falls ^ quantity.number.minus),
                    unit: "%".to_owned(),
                    basis: self.view_of_time().unwrap_or_default(),
                    bound: quantity.bound,
                    at: Some(self.bytes(quantity.at.clone())),
                };
                if let Some(draft) = self.drafts.get_mut(target) {
                    draft.change = Some(change);
                }
            }
            None => self.set_level(target, &quantity),
        }
        self.cover(target, &Lead::default(), &item);
        self.next_on(&mut ordered.podium, target, &quantity);
        self.carried.ordered = Some(ordered);
        true
    }

    /// The nouns and the number that a clause ends in: 岚山区 and 7.2%.
    fn part_and_figure(&self, clause: &Range<usize>) -> Option<(Range<usize>, Quantity)> {
        let last = clause.end.checked_sub(1).filter(|&i| i > clause.start)?;
        let Kind::Quantity(quantity) = &self.tokens()[last].kind else {
            return None;
        };
        // A区(7.2%) reads as A区增长7.2%, but for the word.
        let unsaid = |&i: &usize| self.tokens()[i].range().is_empty();
        let end = last - usize::from(unsaid(&(last - 1)));
        let nouns = (clause.start..end)
            .rev()
            .take_while(|&i| self.tokens()[i].kind.nominal())
            .count();
        (nouns > 0).then(|| (end - nouns..end, quantity.clone()))
    }

    /// 工业总产值分别为:岚山区126.8亿元、莒县98.5亿元; 失业率如下:法国10.5%,加拿大6.8%
    fn before_a_colon(&self, clause: &Range<usize>) -> Option<Ordered> {
        let colon = self.tokens().get(clause.end)?;
        let (figure, quantity) = self.figure_after(clause.end + 1)?;
        if !matches!(colon.kind, Kind::Colon) {
            return None;
        }
        let each = clause
            .clone()
            .rev()
            .find(|&i| !self.tokens()[i].is(Class::Level))
            .filter(|&i| self.says_each(i));
        let words = clause.start..each.unwrap_or(clause.end);
        // One part alone may be a part of anything.
        let another = || self.figure_after(figure + 2);
        let listed = each.is_some() || another().is_some_and(|(_, it)| it.kind == quantity.kind);
        self.measured_by(words, quantity).filter(|_| listed)
    }

    /// 分别, 依次: one figure for each of those that follow.
    fn says_each(&self, token: usize) -> bool {
        let token = &self.tokens()[token];
        token.is(Class::Each) || self.normal.text[token.range()].starts_with("依次")
    }

    /// Where the words begin that lead up to a list: 增速分别为[,]A县(3%)、B县(2%), whose comma nobody wrote.
    fn led_from(&self, start: usize) -> usize {
        let unsaid = |i: usize| self.tokens()[i].range().is_empty();
        match start.checked_sub(1).filter(|&comma| unsaid(comma)) {
            Some(comma) => (0..comma)
                .rfind(|&i| self.tokens()[i].kind.breaks())
                .map_or(0, |before| before + 1),
            None => start,
        }
    }

    /// The number right after the nouns that begin at a token, and where it stands.
    fn figure_after(&self, start: usize) -> Option<(usize, &Quantity)> {
        let noun = |i: &usize| {
            let token = self.tokens().get(*i);
            token.is_some_and(|token| token.kind.nominal())
        };
        let figure = start + (start..).take_while(noun).count();
        match &self.tokens().get(figure)?.kind {
            Kind::Quantity(quantity) if figure > start => Some((figure, quantity)),
            _ => None,
        }
    }

    /// The measure that stands before 依次为, where one more part with its figure follows.
    fn begins_order(
        &self,
        words: Range<usize>,
        end: usize,
        quantity: &Quantity,
    ) -> Option<Ordered> {
        let each = words.clone().rev().find(|&i| {
            !self.tokens()[i].is(Class::Level) && !self.tokens()[i].range().is_empty()
        })?;
        let another = |token: &usize| {
            self.tokens()
                .get(*token)
                .is_some_and(|token| token.kind.nominal())
        };
        let parted = self
            .tokens()
            .get(end)
            .is_some_and(|token| matches!(token.kind, Kind::Pause | Kind::Comma | Kind::And));
        let nouns = (end + 1..end + 6).take_while(another).count();
        let next = end + 1 + nouns;
        let unsaid = self
            .tokens()
            .get(next)
            .is_some_and(|it| it.range().is_empty());
        let next = self.tokens().get(next + usize::from(unsaid))?;
        let alike = matches!(&next.kind, Kind::Quantity(other) if other.kind == quantity.kind);
        // GDP居全市前三位的是A区50亿元、B县40亿元
        let of = words
            .clone()
            .rev()
            .find(|&i| matches!(self.tokens()[i].kind, Kind::Of));
        let top = of.filter(|&of| of > words.start && self.podium(&words).is_some());
        if let Some(grew) = self.parts_that_grew(each, end, quantity) {
            return Some(grew).filter(|_| parted && nouns > 0 && alike);
        }
        let begins = self.says_each(each) || top.is_some();
        if !(begins && parted && nouns > 0 && alike) {
            return None;
        }
        self.measured_by(words.start..top.unwrap_or(each), quantity)
    }

    /// 产值436.9亿元、增长5.5%,其中纺织-3.7%、食品9.8%: rates of growth, for shares do not fall below nothing.
    fn parts_that_grew(&self, apart: usize, end: usize, quantity: &Quantity) -> Option<Ordered> {
        let words = &self.normal.text[self.tokens()[apart].range()];
        let &[current] = self.carried.current.as_slice() else {
            return None;
        };
        let whole = self.drafts.get(current)?;
        let rest = self.tokens().get(end..)?.iter();
        let list = rest.take_while(|token| !matches!(token.kind, Kind::Semicolon | Kind::Comma));
        let negative = |token: &Token| matches!(&token.kind, Kind::Quantity(q) if q.number.minus);
        let falls = quantity.number.minus || list.take(40).any(negative);
        let grew = whole
            .change
            .as_ref()
            .is_some_and(|change| change.unit == "%");
        let percent = quantity.kind == Some(UnitKind::Rate);
        let measure = parts_tail(&whole.name)?;
        (words.starts_with("其中") && grew && falls && percent).then_some(Ordered {
            measure,
            falls: Some(false),
            podium: None,
        })
    }

    /// By what the parts are measured, as the words before 依次为 say.
    fn measured_by(&self, words: Range<usize>, quantity: &Quantity) -> Option<Ordered> {
        let rate = words.clone().find(|&i| self.tokens()[i].is(Class::Rate));
        let from = words.clone().find(|&i| self.tokens()[i].is(Class::From));
        // 全省客流排名前三的景区:A景区124万人次、B景区123万人次
        let (ranked, podium) = self.podium(&words).unzip();
        let podium = podium.flatten();
        let until = rate.or(from).or(ranked).unwrap_or(words.end);
        let mut named = self.phrases.trimmed(words.start..until);
        // 全省客流 of a place is no 全省客流.
        if podium.is_some() && named.len() > 1 && self.tokens()[named.start].is(Class::Scope) {
            named.start += 1;
        }
        let measure = announced(self.phrases.name(named));
        let measure = measure_of_each(&measure).unwrap_or(measure);
        // 增加值总量居前五位的行业
        let sized = measure.plain.strip_suffix("总量");
        let sized = sized.filter(|whole| Lexicon::get().ends_in(Noun::Measure, whole));
        let measure = sized.map_or(measure.clone(), |it| measure.first(it.chars().count()));
        let falls = rate.map(|rate| self.tokens()[rate].negative(Class::Rate));
        let percent = quantity.kind == Some(UnitKind::Rate);
        let lexicon = Lexicon::get();
        // A heading, and no measure.
        let heads = ["财政", "工业", "投资", "消费", "农业", "外贸", "金融"];
        let known = !heads.contains(&measure.plain.as_str())
            && (lexicon.ends_in(Noun::Measure, &measure.plain)
                || halfyear_catalogue::find(&measure.plain).is_some());
        // 总量前三名:石桥镇72.4亿元; 增幅前三名:柳林镇41.5%
        if matches!(measure.plain.as_str(), "总量" | "经济总量")
            || measure.is_empty() && ranked.is_some()
        {
            let sized = self.podium_of_the_whole(&words, &measure, falls, percent);
            if sized.is_some() || !measure.is_empty() {
                return sized;
            }
        }
        // 从GDP增速来看,前三位依次为A区32.3%、B区22.3%
        let viewed = self
            .carried
            .measure
            .as_ref()
            .filter(|_| self.carried.places && !known);
        if let (Some(measure), Some(pace), true) = (viewed, self.carried.pace, percent) {
            return Some(Ordered {
                measure: measure.clone(),
                falls: Some(pace.falls()),
                podium,
            });
        }
        // GDP增速超过6%的市有3个,分别为A市7.2%、B市6.8%
        if percent
            && measure.is_empty()
            && let Some(measure) = self.measure_of_those(words)
        {
            return Some(Ordered {
                measure,
                falls: Some(false),
                podium,
            });
        }
        let fits = percent == falls.is_some() || percent && is_rate(&measure);
        (known && fits).then_some(Ordered {
            measure,
            falls,
            podium,
        })
    }
}

const KINDS: [char; 13] = [
    '省', '市', '州', '盟', '县', '区', '旗', '乡', '镇', '国', '地', '、', '的',
];

/// The measure that words before a list announce: 失业率 of 各县区失业率如下.
pub(crate) fn announced(name: Name) -> Name {
    let rest = ["情况如下", "如下", "如次"]
        .iter()
        .find_map(|end| name.plain.strip_suffix(end));
    let name = rest.map_or(name.clone(), |rest| name.first(rest.chars().count()));
    let kinds = ["国家", "各"].iter().find_map(|all| {
        let (_, after) = name.plain.split_once(all)?;
        let kinds = ["地区生产总值", "生产总值"]
            .iter()
            .find_map(|gdp| after.find(gdp))
            .unwrap_or(after.len());
        let measure = &after[kinds.min(after.len() - after.trim_start_matches(KINDS).len())..];
        let measure = measure.strip_prefix("最新").unwrap_or(measure);
        (!measure.is_empty()).then(|| name.last(measure.chars().count()))
    });
    let name = of_each_site(kinds.unwrap_or(name));
    // 六大重点行业增加值: of each of them.
    let sum = ["行业", "产业", "门类", "大类"].iter().find_map(|kind| {
        let counted = name.plain.chars().next().is_some_and(numeral::is_chinese);
        let (before, after) = name.plain.split_once(*kind).filter(|_| counted)?;
        (before.contains(['大', '个']) && !after.is_empty()).then(|| after.chars().count())
    });
    sum.map_or(name.clone(), |count| name.last(count))
}

/// 接待人数 of 全省4个5A级旅游景区接待人数: what is told of each of so many sites.
fn of_each_site(name: Name) -> Name {
    let places = ["全省", "全市", "全区", "全县", "全州"];
    let begins = places
        .iter()
        .find_map(|all| name.plain.strip_prefix(all))
        .unwrap_or(&name.plain);
    let numeral = |c: char| c.is_ascii_digit() || numeral::is_chinese(c);
    let kinds = begins.trim_start_matches(numeral);
    if kinds.len() == begins.len() || !kinds.starts_with(['个', '家', '座']) {
        return name;
    }
    let sites = [
        "景区",
        "开发区",
        "园区",
        "县",
        "市",
        "区",
        "镇",
        "口岸",
        "港口",
    ];
    let ends = sites
        .iter()
        .filter_map(|site| Some(kinds.rfind(site)? + site.len()));
    let measure = ends.max().map_or("", |end| &kinds[end..]);
    match Lexicon::get().ends_in(Noun::Measure, measure) {
        true => name.last(measure.chars().count()),
        false => name,
    }
}

/// 产量 of 主要产品产量, 产值 of 五大主导产业产值“四升一降”: what each of the many is measured by.
pub(crate) fn measure_of_each(name: &Name) -> Option<Name> {
    let lexicon = Lexicon::get();
    let plain = name.plain.split('“').next().unwrap_or_default();
    // 行业分产值完成情况
    let plain = ["完成情况", "情况"]
        .iter()
        .find_map(|end| plain.strip_suffix(end))
        .unwrap_or(plain);
    let tail = lexicon.tail(plain)?;
    let head = plain.strip_suffix(tail)?;
    let head = head.strip_suffix('分').unwrap_or(head);
    let sum = head.trim_start_matches(crate::words::numeral::is_chinese);
    let head = sum.strip_prefix('大').unwrap_or(head);
    let name = name.first(plain.chars().count());
    lexicon
        .is_one_of(Noun::Doers, head)
        .then(|| name.last(tail.chars().count()))
}

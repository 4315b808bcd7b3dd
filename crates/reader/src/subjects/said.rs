//! What was said before of the same indicator: its gaps and ranks belong there.

use crate::draft::Draft;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::Lexicon;
use halfyear_facts::Basis;

/// Nouns of a rate of growth at the end of a name.
const RATES: [&str; 8] = [
    "增长速度",
    "增长率",
    "增速",
    "增幅",
    "涨幅",
    "升幅",
    "降幅",
    "名义",
];

/// How many statements back an indicator may have been told of.
const REACH: usize = 128;

/// What stands between a name and its rate.
const BEFORE_RATE: [&str; 5] = ["同比", "累计", "平均", "总量", "的"];

/// What a report leaves off where it names an indicator again.
const LEFT_OFF: [&str; 10] = [
    "工业",
    "规上",
    "限上",
    "地方",
    "地区",
    "社会",
    "全社会",
    "外贸",
    "居民",
    "全体居民",
];

impl Sentence<'_> {
    /// The statement of a level or growth that a name means, of the time spoken of here.
    pub(crate) fn said(&self, name: &Name) -> Option<usize> {
        let (key, kind) = self.key(&name.plain);
        // 接待游客112万人次,……接待人次居全省第二
        let key = match rateless(&key) {
            "接待人次" | "接待人数" => "接待游客",
            key => key,
        };
        let time = self.time();
        let candidates: Vec<(usize, &str)> = self
            .drafts
            .iter()
            .enumerate()
            // Farther back it is another report, and every rank would ask all of a long text.
            .skip(self.drafts.len().saturating_sub(REACH))
            .filter(|(_, draft)| tells(draft))
            .filter_map(|(i, draft)| {
                let (name, of) = draft.key.get_or_init(|| self.key(&draft.name.plain));
                // 全省's growth is not 全市's.
                let other = kind.is_some() && of.is_some() && kind != *of;
                (!other).then_some((i, name.as_str()))
            })
            .collect();
        let found = self.meant(key, &candidates)?;
        // Of a text without times here, the only time that it was said of.
        let times_differ = || {
            let name = &candidates.iter().find(|(i, _)| *i == found)?.1;
            let mut times = candidates
                .iter()
                .filter(|(_, other)| other == name)
                .map(|&(i, _)| self.drafts[i].time);
            let first = times.next()?;
            Some(times.any(|time| time != first))
        };
        let same = self.drafts[found].time == time;
        (same || time.is_none() && times_differ() == Some(false)).then_some(found)
    }

    /// 轻工业增加值……,重工业增加值……,重工业[快于轻工业2.7个百分点]: the growth of the one part of this
    /// sentence that is called so, whatever measures it.
    pub(crate) fn part_said(&self, part: &Name) -> Option<usize> {
        let said = self.drafts.get(self.carried.sentence..)?.iter().enumerate();
        let mut of_part = said.filter(|(_, draft)| {
            let tail = Lexicon::get().tail(&draft.name.plain);
            let measure = draft.name.plain.strip_prefix(part.plain.as_str());
            draft.change.is_some() && tail.is_some() && measure == tail
        });
        let (at, _) = of_part.next()?;
        let sole = of_part.next().is_none();
        sole.then_some(self.carried.sentence + at)
    }

    /// 前者下降15.3%,后者增长26.9%: of the two that were said or named last; `Some(None)` where
    /// nobody can tell.
    pub(crate) fn former_or_latter(&mut self, lead: &Lead) -> Option<Option<usize>> {
        if let Some(rival) = self.rival_pointed_at(lead) {
            return Some(Some(rival));
        }
        let words = self.tokens().get(lead.subject.clone())?;
        let last = words.iter().rev().find(|token| token.start < token.end)?;
        if !self.normal.text[last.range()].ends_with('者') {
            return None;
        }
        let words = self.phrases.name(lead.subject.clone()).plain;
        let latter = match words.trim_start_matches("其中") {
            "前者" => false,
            "后者" => true,
            _ => return None,
        };
        if self.carried.pair.is_none() {
            let said = self.carried.last_said(2).map(<[usize]>::to_vec);
            let pair = said.or_else(|| {
                let (names, list) = self.list_before(2)?;
                let names = names.into_iter().map(|name| self.with_tail(name)).collect();
                Some(self.open(names, &list))
            });
            self.carried.pair = pair.and_then(|pair| <[usize; 2]>::try_from(pair).ok());
        }
        let pointed = self.carried.pair.map(|pair| pair[usize::from(latter)]);
        if let Some(pointed) = pointed {
            self.carried.current = vec![pointed];
            self.carried.pending = None;
        }
        Some(pointed)
    }

    fn meant(&self, key: &str, candidates: &[(usize, &str)]) -> Option<usize> {
        let time = self.time();
        let of_time = |i: usize| self.drafts[i].time == time;
        let last = |fits: &dyn Fn(&str) -> bool| {
            let mut fitting = candidates.iter().rev().filter(|(_, name)| fits(name));
            let any = fitting.clone().next();
            fitting.find(|(i, _)| of_time(*i)).or(any).map(|(i, _)| *i)
        };
        // 二产增速 of 第二产业增加值
        let whole = ["一产", "二产", "三产"]
            .contains(&key)
            .then(|| format!("{key}增加值"));
        let key = whole.as_deref().unwrap_or(key);
        let indicator = halfyear_catalogue::find(key).map(|it| it.id);
        if let Some(found) = last(&|name| name == key) {
            return Some(found);
        }
        if let Some(id) = indicator
            && let Some(found) =
                last(&|name| halfyear_catalogue::find(name).is_some_and(|it| it.id == id))
        {
            return Some(found);
        }
        // 城镇居民收入……;城镇增速与全市持平
        let short = matches!(key, "城镇" | "农村").then_some(key);
        if let Some(whose) = short.or(resident(key)) {
            return last(&|name| {
                name.starts_with(whose) && name.ends_with("收入") && name.contains("人均")
            });
        }
        // 工业增加值 after 规上工业增加值, where nothing else could be meant.
        let length = key.chars().count();
        let mut shorter = candidates.iter().filter(|(i, name)| {
            let rest = name.strip_suffix(key);
            let near = *i >= self.carried.sentence;
            rest.is_some_and(|rest| LEFT_OFF.contains(&rest) && length >= 4 || near && length >= 3)
        });
        let one = shorter.next().map(|(i, _)| *i);
        one.filter(|_| shorter.next().is_none())
    }

    /// A name as it compares: with the short words, and without whose it is; and of what kind of
    /// place it says to be: 市 of 全市, our own being any.
    fn key(&self, plain: &str) -> (String, Option<char>) {
        let mut name = plain.to_owned();
        for (long, short) in [
            ("规模以上", "规上"),
            ("限额以上", "限上"),
            ("规模工业", "规上工业"),
            ("第一产业", "一产"),
            ("第二产业", "二产"),
            ("第三产业", "三产"),
            ("存栏量", "存栏"),
            ("出栏量", "出栏"),
            ("的", ""),
        ] {
            if name.contains(long) {
                name = name.replace(long, short);
            }
        }
        let mut kind = None;
        loop {
            let own = self.phrases.own.iter().map(String::as_str);
            let whole = name.strip_prefix('全').and_then(|rest| {
                let place = rest.chars().next()?;
                "市区县省州国镇旗盟".contains(place).then_some(place)
            });
            let ours = || {
                let rest = name.strip_prefix(['我', '本'])?;
                rest.strip_prefix(['市', '区', '县', '省', '州', '镇', '旗', '盟'])
            };
            let shorter = match whole {
                Some(place) => name.get('全'.len_utf8() + place.len_utf8()..),
                None => ours().or_else(|| own.into_iter().find_map(|own| name.strip_prefix(own))),
            };
            match shorter.filter(|rest| !rest.is_empty()) {
                Some(rest) => {
                    kind = whole.or(kind);
                    name = rest.to_owned();
                }
                None => return (name, kind),
            }
        }
    }
}

/// A name without the noun of its rate at the end.
pub(crate) fn rateless(name: &str) -> &str {
    let mut name = name;
    // 人口自然增长率 is a measure of its own.
    if name.ends_with("自然增长率") {
        return name;
    }
    let ends = RATES.iter().chain(&BEFORE_RATE);
    while let Some(rest) = ends
        .clone()
        .find_map(|end| name.strip_suffix(end))
        .filter(|rest| !rest.is_empty())
    {
        name = rest;
    }
    name
}

/// Whose income 城镇, 农村居民收入 is.
fn resident(key: &str) -> Option<&'static str> {
    ["城镇", "农村"].into_iter().find(|whose| {
        key.strip_prefix(whose)
            .is_some_and(|rest| matches!(rest, "" | "居民" | "居民收入" | "收入" | "常住居民收入"))
    })
}

/// Whether a statement is one that ranks and gaps may join: no change of a rate.
fn tells(draft: &Draft) -> bool {
    let rate = RATES.iter().any(|end| draft.name.plain.ends_with(end));
    // 增速高于全省 is not said of a mean of two years.
    let mean = draft
        .change
        .as_ref()
        .is_some_and(|change| change.basis == Basis::TwoYearAverage);
    let grew = draft.change.is_some() && !mean;
    !rate && !draft.target && (draft.level.is_some() || grew)
}

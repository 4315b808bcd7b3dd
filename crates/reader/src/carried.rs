//! What is carried from clause to clause and from sentence to sentence.

use crate::phrases::name::Name;
use crate::text::place::Own;
use crate::text::{compared, how_many};
use crate::words::time::Time;
use crate::words::token::Place;
use halfyear_facts::{Basis, Decimal, Ranked};
use std::ops::Range;

/// What was said to move, before by how much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// It fell.
    pub(crate) falls: bool,
    /// A colon follows: by how much each part of it did.
    pub(crate) listed: bool,
}

impl Pace {
    /// The pace of parts that follow: 从GDP增速看.
    pub(crate) fn of_parts(falls: bool) -> Self {
        Self {
            falls,
            listed: true,
        }
    }

    pub(crate) fn falls(self) -> bool {
        self.falls
    }

    /// Whether figures of other parts follow those read.
    pub(crate) fn goes_on(&self) -> bool {
        self.listed
    }
}

/// What is spoken of outside of brackets, while those tell of parts of it.
pub(crate) struct Outside {
    current: Vec<usize>,
    works: Option<(Name, bool)>,
    entity: Option<Name>,
    owner: Option<Name>,
    latest: Option<(usize, usize)>,
}

impl Carried {
    /// What is spoken of where brackets open.
    pub(crate) fn outside(&self) -> Outside {
        Outside {
            current: self.current.clone(),
            works: self.works.clone(),
            entity: self.entity.clone(),
            owner: self.owner.clone(),
            latest: self.latest,
        }
    }

    /// Goes on with what stood before brackets: 重点项目64个(其中新开工27个),总投资587亿元, and
    /// 名义增长2.8%(扣除价格因素实际增长4.7%),增速回落1.1个百分点.
    pub(crate) fn go_on_with(&mut self, outside: Outside) {
        self.current = outside.current;
        self.works = outside.works;
        self.entity = outside.entity;
        self.owner = outside.owner;
        self.latest = outside.latest;
    }
}

/// What the parts that follow are measured by.
#[derive(Clone, Debug)]
pub(crate) struct Ordered {
    pub(crate) measure: Name,
    /// The figures are rates of growth, or of a fall.
    pub(crate) falls: Option<bool>,
    /// The ranking that the list is the top of.
    pub(crate) podium: Option<Podium>,
}

/// The first so many of a ranking, while they are listed.
#[derive(Clone, Debug)]
pub(crate) struct Podium {
    pub(crate) within: String,
    pub(crate) of: Ranked,
    /// How many are listed.
    pub(crate) places: u32,
    /// How many were told.
    pub(crate) told: u32,
    /// The figure of the last one: none after it is larger.
    pub(crate) last: Option<Decimal>,
}

/// Among whom a text ranks what it tells of, as far as it was said.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    paragraph: Frame,
    text: Frame,
    /// Those that parts of the place stand among: 全市 of its counties.
    parts: Frame,
    /// Those that the place itself stands among.
    whole: Frame,
}

/// Nobody yet, one group, or several.
#[derive(Debug, Default)]
enum Frame {
    #[default]
    None,
    One(String),
    Several,
}

impl Frame {
    fn note(&mut self, within: &str) {
        match self {
            Self::None => *self = Self::One(within.to_owned()),
            Self::One(one) if one == within => {}
            _ => *self = Self::Several,
        }
    }
}

impl Frames {
    pub(crate) fn note(&mut self, within: &str) {
        self.paragraph.note(within);
        self.text.note(within);
    }

    pub(crate) fn note_part(&mut self, within: &str) {
        // 全市 after 11个县市区 is the same group.
        let counted = |one: &str| one.starts_with(|first: char| first.is_ascii_digit());
        let same = matches!(&self.parts, Frame::One(one) if counted(one));
        if !same || !within.starts_with('全') {
            self.parts.note(within);
        }
    }

    pub(crate) fn note_whole(&mut self, within: &str) {
        self.whole.note(within);
    }

    /// Whether those are who the place itself stands among, and no part of it.
    pub(crate) fn of_whole(&self, within: &str) -> bool {
        matches!(&self.whole, Frame::One(one) if one == within)
    }

    /// Among whom a part of the place is, where all of them were told to be among the same.
    pub(crate) fn of_parts(&self) -> Option<String> {
        match &self.parts {
            Frame::One(one) => Some(one.clone()),
            _ => None,
        }
    }

    /// Among whom a rank is that does not say so: those of the paragraph, where it named one group
    /// alone, or those of the text, where nobody else was named in it.
    pub(crate) fn only(&self) -> Option<String> {
        match (&self.paragraph, &self.text) {
            (Frame::One(one), _) | (Frame::None, Frame::One(one)) => Some(one.clone()),
            _ => None,
        }
    }
}

/// What the reader carries from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Carried {
    /// The places that the paragraph's heading names: 【韩城市】.
    pub(crate) heading: Vec<Name>,
    /// The time that the paragraph speaks of.
    pub(crate) time: Option<Time>,
    /// The time that the sentence before told of in passing.
    pub(crate) aside: Option<Time>,
    /// The end of a stretch that was named in passing in this paragraph: 6月末. Balances after it are
    /// of then.
    pub(crate) as_of: Option<Time>,
    /// The work that attributes such as 总投资 belong to.
    pub(crate) entity: Option<Name>,
    /// The statements that a clause without a subject goes on with.
    pub(crate) current: Vec<usize>,
    /// The statements opened one after another in this sentence, for 分别.
    pub(crate) chain: Vec<usize>,
    /// A subject named without a number yet.
    pub(crate) pending: Option<Name>,
    /// Where a name that waits stands, where words stand between: 占比由14.6%升至23.1%.
    pub(crate) pending_from: Option<(Name, Range<usize>)>,
    /// Subjects of which the figures of an earlier time were told: 分别由60%、45%提高到65%、48%.
    pub(crate) pending_list: Vec<Name>,
    /// Some who fared well or badly, and by which measure: 8个产业增加值增长、2个下降.
    pub(crate) doers: Option<(Name, Name)>,
    /// Among whom the last rank was.
    pub(crate) within: Option<String>,
    /// Those of the paragraph, and of the whole text so far.
    pub(crate) frames: Frames,
    /// The same where the text says that it holds for all that follows: 全盟第5位（下同）.
    pub(crate) always_within: Option<String>,
    /// The first statement of the sentence.
    pub(crate) sentence: usize,
    /// The first of the sentence before, in the same paragraph.
    pub(crate) sentence_before: usize,
    /// The first of the paragraph.
    pub(crate) paragraph: usize,
    /// The first statement of the paragraph before.
    pub(crate) paragraph_before: usize,
    /// The last gap: below or above, and of what. The next benchmark may follow with its number.
    pub(crate) distance: Option<(bool, usize)>,
    /// A statement and the second growth last said of it: gaps and ranks go with that.
    pub(crate) latest: Option<(usize, usize)>,
    /// The statement that a share was said of: its growth may follow the share.
    pub(crate) base: Option<usize>,
    /// The sentence lists aims: 主要预期目标是……
    pub(crate) aims: bool,
    /// The section does, as its heading says: 二、主要预期目标.
    pub(crate) aimed: bool,
    /// A clause of the sentence vowed something: 确保外资13亿美元以上,新增注册资金1500亿元以上.
    pub(crate) vowed: bool,
    /// The token that a vow begins with, where figures stand before it in its clause: 达产后.
    pub(crate) vowed_from: Option<usize>,
    /// The measure that children without one take over: 增加值.
    pub(crate) tail: Option<Name>,
    /// The whole measure that children who have figures of their own take over.
    pub(crate) measure: Option<Name>,
    /// That of the paragraph before: a list of places may still be measured by it.
    pub(crate) measure_before: Option<Name>,
    /// What the title, or the heading of the section, compares places by: 21市州GDP放榜, 二、外贸.
    pub(crate) compared_by: Option<Name>,
    /// What the title alone compares them by.
    pub(crate) titled: Option<Name>,
    /// The place that a clause without a number of this sentence begins with: 金昌市一马当先.
    /// With how many statements there were before it.
    pub(crate) place: Option<(Name, usize)>,
    /// Among whom places are ranked in such a text, where nobody says so: 全市.
    pub(crate) parts_within: Option<String>,
    /// How many parts the place has, where the text says it: 14 of 全省14个市州.
    pub(crate) parts_count: Option<u32>,
    /// What all parts of the place together are called: 全省.
    pub(crate) of_its_kind: Option<String>,
    /// A view set that measure for places that follow: 从GDP总量看.
    pub(crate) places: bool,
    /// What the heading right before measures its list by, and at which time: 上半年各县GDP完成数据：
    pub(crate) announced: Option<(Name, Option<Time>)>,
    /// What the line right before looks at its parts by, and nothing else: 从产品产量看.
    pub(crate) looked_at: Option<Name>,
    /// The sentence began by saying so: whatever stands alone is such a child.
    pub(crate) parts: bool,
    /// The statement that the rows below take apart: 固定资产投资27亿元。其中: and then a row for each part.
    pub(crate) listed: Option<usize>,
    /// The statement that 其中 takes apart.
    pub(crate) taken_apart: Option<usize>,
    /// The whole that the last share was of: 占进出口总值的比重.
    pub(crate) whole: Option<Name>,
    /// The sentence speaks of how a whole is made up: 三次产业结构.
    pub(crate) structure: bool,
    pub(crate) structure_before: bool,
    /// The firm that somebody speaks for in this paragraph, and whether in this very sentence.
    pub(crate) speaker: Option<(Name, bool)>,
    /// Who acted last in this sentence: a bare measure that follows is his.
    pub(crate) owner: Option<Name>,
    /// The first statement whose measure the parts of this sentence may take over: with 其中 that
    /// of the sentence before.
    pub(crate) measured_from: usize,
    /// Against what the figure of another time was told, and the token after it: 比年初的100亿元[增长20%].
    pub(crate) from_figure: Option<(usize, Basis)>,
    /// The report's year, as far as the text told it by now.
    pub(crate) year: Option<u16>,
    /// The months that the report is of, as far as the text told them by now.
    pub(crate) months: Option<(u8, u8)>,
    /// The basis that a view sets for what follows: 从环比看.
    pub(crate) view: Option<Basis>,
    /// The schools or hospitals that were counted: pupils and beds that follow are theirs.
    pub(crate) institution: Option<Name>,
    /// The works counted last, and whether in this very sentence: 完成投资 that follows is theirs.
    pub(crate) works: Option<(Name, bool)>,
    /// What was named last is only planned.
    pub(crate) planned: bool,
    /// What a clause without a number spoke of, and whether in this very sentence.
    pub(crate) topic: Option<(Name, bool)>,
    /// The sectors that a ratio of this sentence was of: 三次产业结构为8:41:51.
    pub(crate) sectors: Vec<Name>,
    /// The place in a ranking that a clause gave to a place of the map before it said of what, among whom,
    /// and where it stands in the file: 青岛稳居全省第一,GDP达1.5万亿元.
    pub(crate) placed: Option<(Name, String, Place, Range<usize>)>,
    /// One that a place was just compared with by an amount, and whose statement that is; with how
    /// many statements the sentence had begun by then: 比徐州多463.3亿元,不过后者增长7.6%.
    pub(crate) rival: Option<(Name, usize, usize)>,
    /// The two that 前者 and 后者 mean in this sentence.
    pub(crate) pair: Option<[usize; 2]>,
    /// What the sentence before told of, where it was one thing alone.
    pub(crate) sole: Option<usize>,
    /// Whose revenue this sentence takes apart: 地方 of 地方收入按构成分.
    pub(crate) revenue: Option<Name>,
    /// A place that something led, and how many statements stood before it: 石门县在项目带动下.
    pub(crate) led: Option<(Name, usize)>,
    /// How many statements stood before the last semicolon of this sentence.
    pub(crate) part: usize,
    /// What the parts of a list that goes on are measured by.
    pub(crate) ordered: Option<Ordered>,
    /// A growth announced before it is told by how much.
    pub(crate) pace: Option<Pace>,
    /// What the figures that follow leave out, as it stands in brackets: （剔除房地产业）.
    pub(crate) without: Option<Name>,
    /// Clauses without a number right before this one: the beginning of a list may stand there.
    pub(crate) before: Option<usize>,
}

impl Carried {
    /// The statements said last in this sentence, where there are as many.
    pub(crate) fn last_said(&self, count: usize) -> Option<&[usize]> {
        let from = self.chain.len().checked_sub(count)?;
        self.chain.get(from..)
    }

    /// Notes whether the section that a heading begins lists aims.
    pub(crate) fn note_section(&mut self, words: &str) {
        if compared::heads(words) {
            // 二、下一步工作打算: what such a section tells is to come.
            let ends = [
                "目标",
                "建议",
                "安排",
                "打算",
                "思路",
                "工作计划",
                "工作重点",
                "下一步工作",
            ];
            let words = words.trim_end_matches(':');
            self.aimed = ends.iter().any(|end| words.ends_with(end));
        }
    }

    /// Notes what a title, or the heading of a section, compares places by.
    pub(crate) fn note_compared(&mut self, number: usize, words: &str, text: &str, own: &Own) {
        if number == 0 {
            self.of_its_kind = own.of_its_kind();
            self.parts_count = how_many::parts(words, text, self.of_its_kind.as_deref());
        }
        if number < 3 && self.titled.is_none() {
            let titled = compared::measure(words, text, false);
            self.titled = titled.map(|name| Name::default().and(name));
            self.compared_by = self.titled.clone();
            if self.titled.is_some() {
                let all = own.of_its_kind();
                self.parts_within = all.filter(|all| compared::parts_of(all, words));
            }
        } else if compared::heads(words) {
            let titled = self.titled.is_some();
            let section = titled.then(|| compared::measure(words, text, true));
            let section = section.flatten();
            let section = section.map(|name| Name::default().and(name));
            self.compared_by = section.or(self.titled.clone().filter(|_| !compared::turns(words)));
        }
    }

    /// The same where a row goes on right below another: what its parts are measured by stays.
    pub(crate) fn begin_row(&mut self, told: usize) {
        let (tail, measure) = (self.tail.take(), self.measure.clone());
        let listed = self.listed;
        self.begin_paragraph(told);
        (self.tail, self.measure, self.listed) = (tail, measure, listed);
    }

    /// Forgets what does not outlive a paragraph; `told` statements stand before the new one.
    pub(crate) fn begin_paragraph(&mut self, told: usize) {
        if told > self.paragraph {
            self.paragraph_before = self.paragraph;
        }
        self.paragraph = told;
        self.heading.clear();
        self.speaker = None;
        self.listed = None;
        self.time = None;
        self.as_of = None;
        self.entity = None;
        self.tail = None;
        self.measure_before = self.measure.take().or(self.measure_before.take());
        self.current.clear();
        self.pending = None;
        self.frames.paragraph = Frame::None;
        self.within = self.always_within.clone().or(self.frames.only());
        // What a heading names, its paragraph speaks of.
        self.topic = self.topic.take().map(|(topic, _)| (topic, true));
    }
}

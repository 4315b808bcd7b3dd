//! One way of writing: half-width digits, simplified characters, no breaks inside a sentence.
//!
//! Every later stage works on the normalised text and asks it where in the file its bytes stand.

use halfyear_catalogue::{Simplifier, simplified};
use std::ops::Range;

/// A run of a file's lines, written in one way.
#[derive(Debug, Default)]
pub(crate) struct Normal {
    /// The text.
    pub(crate) text: String,
    /// For each byte of `text`, and one past its end: the byte of the file.
    origin: Vec<u32>,
    /// Whether a space stands anywhere in it, as only between Latin words one does.
    spaced: bool,
}

impl Normal {
    /// Takes over a range of the file in place of what was there.
    pub(crate) fn fill(&mut self, file: &str, range: Range<usize>) {
        self.text.clear();
        self.origin.clear();
        self.spaced = false;
        let source = file.get(range.clone()).unwrap_or_default();
        self.text.reserve(source.len());
        self.origin.reserve(source.len() + 1);
        let table = Simplifier::get();
        let heading = phrases_apart(source);
        let dateline = dateline(source).or_else(|| run_in(source));
        let dateline = dateline.map_or(0, |end| range.start + end);
        let mut last_end = range.start;
        let mut chars = source.chars();
        loop {
            let at = range.end - chars.as_str().len();
            // Most characters are Chinese ones that stay as they are, and stand together.
            let mut run = unchanged(chars.as_str(), table);
            if (at + 1..at + run).contains(&dateline) {
                run = dateline - at;
            }
            if let Some((said, rest)) = chars.as_str().split_at_checked(run).filter(|_| run > 0) {
                self.text.push_str(said);
                let from = self.origin.len();
                self.origin.resize(from + run, 0);
                let origins = self.origin[from..].chunks_exact_mut(3);
                for (bytes, at) in origins.zip((at..).step_by(3)) {
                    bytes.fill(index(at));
                }
                chars = rest.chars();
                last_end = at + run;
                if last_end == dateline {
                    self.push('。', last_end - 3);
                }
                continue;
            }
            let Some(printed) = chars.next() else {
                break;
            };
            let next = || chars.clone().next();
            if han(printed) {
                self.push(table.of(printed), at);
            } else if matches!(printed, '(' | '（')
                && let Some(inner) = year_aside(&self.text, &file[at..range.end])
            {
                chars.nth(inner - 1);
            } else if printed.is_ascii_graphic() {
                self.push(printed, at);
            } else if printed.is_whitespace() {
                let before = self.text.chars().next_back();
                let after = next().map(normalise);
                if heading && after.is_some_and(|after| !after.is_whitespace()) {
                    self.push(',', at);
                    continue;
                }
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                // Only between Latin words does a space mean anything.
                if !(latin(before) && latin(after)) {
                    continue;
                }
                self.push(' ', at);
                self.spaced = true;
            } else if printed == '·'
                && self.text.ends_with(|c: char| c.is_ascii_digit())
                && next().is_some_and(|c| normalise(c).is_ascii_digit())
            {
                // 上涨1·8%: a decimal point.
                self.push('.', at);
            } else if !ignorable(printed) {
                self.push(normalise(printed), at);
            }
            last_end = at + printed.len_utf8();
            if last_end == dateline {
                // Who reports, and from where, is no part of the first name, nor is what a heading says.
                self.push('。', at);
            }
        }
        self.origin.push(index(last_end));
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.origin.resize(self.text.len(), index(at));
    }

    /// Whether a part of the text has a space in it.
    pub(crate) fn has_space(&self, part: &str) -> bool {
        self.spaced && part.contains(' ')
    }

    /// Where a byte of the text stands in the file.
    pub(crate) fn origin(&self, byte: usize) -> usize {
        self.origin.get(byte).map_or(0, |&at| at as usize)
    }

    /// The bytes of the file between two bytes of the text: up to the end of the last character,
    /// not to the beginning of the next.
    pub(crate) fn printed(&self, range: Range<usize>, file: &str) -> Range<usize> {
        let start = self.origin(range.start);
        if range.is_empty() {
            return start..start;
        }
        let last = self.origin(range.end - 1);
        let width = file
            .get(last..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        start..last + width
    }
}

/// The bytes of a news dateline at the beginning of a paragraph: 本报讯, 新华社北京7月18日电.
fn dateline(source: &str) -> Option<usize> {
    let mut chars = source.char_indices().take(40);
    let (at, last) = chars.find(|&(_, c)| {
        matches!(
            c,
            '讯' | '訊' | '电' | '電' | '，' | ',' | '。' | '；' | '、' | ';'
        )
    })?;
    let before = source[..at].trim_start();
    let end = at + last.len_utf8();
    let after = source[end..].chars().next()?;
    let dated = before.ends_with('日') && before.contains(|c: char| c.is_ascii_digit());
    let named = before.ends_with(['报', '報', '网', '網', '社', '站']);
    let parted = after.is_whitespace() || matches!(after, '(' | '（' | ':' | '：' | '】');
    let apart = parted && before.chars().count() <= 14 && !before.ends_with(['通', '资', '資']);
    let ends = match last {
        '讯' | '訊' => dated || named || apart,
        '电' | '電' => dated,
        _ => false,
    };
    (ends && !before.is_empty()).then_some(end)
}

/// The bytes of a heading that a paragraph begins with, a wide space after it or a mark before it:
/// 农业生产　　全年粮食产量……, ●开放 进出口…….
fn run_in(source: &str) -> Option<usize> {
    let bullet = |c: char| matches!(c, '●' | '■' | '◆' | '▲' | '★' | '◎' | '▍' | '○');
    let marked = source.trim_start().starts_with(bullet);
    let line = source.trim_start().trim_start_matches(bullet).trim_start();
    // 国民经济全年实现地区生产总值……: a caption that lost its own line.
    let caption = CAPTIONS.iter().find(|caption| {
        let rest = line.strip_prefix(**caption);
        rest.is_some_and(|rest| {
            ["全年", "年末", "初步核算"]
                .iter()
                .any(|it| rest.starts_with(it))
        })
    });
    if let Some(caption) = caption {
        return Some(source.len() - line.len() + caption.len());
    }
    // 五、运输、邮电和旅游业 2012年末……
    let numbered = numbered(line);
    let line = line[numbered..].trim_start();
    let start = source.len() - line.len();
    let (at, _) = line
        .char_indices()
        .take(if numbered > 0 { 20 } else { 12 })
        .find(|(_, c)| c.is_whitespace())?;
    let (heading, rest) = line.split_at(at);
    let begun = begins_a_report(rest.trim_start());
    let wide = marked
        || rest.starts_with(['\u{3000}', '\u{2003}'])
        || rest.chars().take(2).all(char::is_whitespace)
        || begun;
    // A row of a table is no paragraph.
    let first = begun || rest.trim_start().starts_with(han);
    let mut line = rest.chars().skip(12).take(120).take_while(|&c| c != '\n');
    let goes_on = first && line.any(|c| c == '。');
    let words = heading.chars().filter(|&c| han(c)).count();
    let alone = heading.chars().all(|c| han(c) || c == '、' || c == '和');
    let most = if numbered > 0 { 16 } else { 8 };
    ((2..=most).contains(&words) && alone && wide && goes_on).then_some(start + at)
}

/// Captions of a bulletin's chapters that name no measure by themselves.
const CAPTIONS: [&str; 14] = [
    "综合",
    "国民经济",
    "人口",
    "就业",
    "物价",
    "价格",
    "财政",
    "金融",
    "国内贸易",
    "对外经济",
    "教育",
    "卫生",
    "社会保障",
    "环境保护",
];

/// The bytes of the number that a heading begins with: 五、, (二).
fn numbered(line: &str) -> usize {
    let rest = line.trim_start_matches(['(', '（']);
    let number = rest.trim_start_matches(crate::words::numeral::is_chinese);
    let after = match number.len() < rest.len() {
        true => number.strip_prefix(['、', ')', '）']),
        false => None,
    };
    after.map_or(0, |after| line.len() - after.len())
}

/// Whether words are such as the first sentence of a chapter begins with.
fn begins_a_report(text: &str) -> bool {
    let dated = text.starts_with("20") && text.chars().take(6).any(|c| c == '年');
    let words = [
        "全年",
        "年末",
        "初步",
        "上半年",
        "截至",
        "据",
        "今年",
        "全市",
        "全县",
        "全区",
        "全省",
    ];
    dated || words.iter().any(|word| text.starts_with(word))
}

/// How many characters follow the bracket that a year stands in which its word says already:
/// 本(104)年5月, 上（2014）年同期.
fn year_aside(before: &str, rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix(['(', '（'])?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let after = inner.get(digits..)?.strip_prefix([')', '）'])?;
    let named = before.ends_with(['本', '今', '上', '去', '前']) && after.starts_with('年');
    (named && matches!(digits, 2..=4)).then_some(digits + 1)
}

/// The bytes of the Chinese characters that a text begins with and that stay as they are.
pub(crate) fn unchanged(text: &str, table: Simplifier) -> usize {
    let stays = |c: &char| han(*c) && table.of(*c) == *c;
    3 * text.chars().take_while(stays).count()
}

/// Whether a character is a Chinese one, of three bytes as all are.
fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether a line is a heading whose phrases spaces part: GDP增长8% 增速居全省第一.
fn phrases_apart(line: &str) -> bool {
    let phrase = |words: &str| {
        let said = words.chars().filter(|&c| han(c)).count();
        // GDP增长6.1% is one as well.
        let figure = words.find(|c: char| c.is_ascii_digit());
        said >= 4 || said >= 2 && figure.is_some_and(|at| at > 0)
    };
    line.len() <= 240
        && (line.contains(' ') || line.contains('\u{3000}'))
        && !line.contains(['，', '。', '；', ',', ';', '、', '\n'])
        && line.split_whitespace().all(phrase)
}

/// Files are counted in 32 bits; the reader refuses longer ones before this.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Characters that are not printed: byte order marks, zero-width spaces, soft hyphens.
pub(crate) fn ignorable(c: char) -> bool {
    matches!(
        c,
        // PM_2.5, as mark-up leaves a subscript
        '_' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{fe0f}'
    ) || c.is_control()
}

/// Whether a character is a sign or a little picture that stands before words and names nothing.
pub(crate) fn pictograph(c: char) -> bool {
    matches!(
        c,
        '\u{20e3}'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{2500}'..='\u{27bf}'
            | '\u{2900}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// A character in the one way of writing.
pub(crate) fn normalise(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '，' | '﹐' => ',',
        '；' | '﹔' => ';',
        '：' | '﹕' | '∶' | '︰' => ':',
        '（' | '〔' | '［' | '【' => '(',
        '）' | '〕' | '］' | '】' => ')',
        '．' | '﹒' => '.',
        '％' | '﹪' | '℅' => '%',
        '－' | '–' | '‐' | '‑' | '−' | '‒' => '-',
        '～' | '〜' | '∼' => '~',
        '「' | '『' | '＂' | '〝' => '“',
        '」' | '』' | '〞' => '”',
        '､' => '、',
        '！' => '!',
        '？' => '?',
        '｡' => '。',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => simplified(c),
        _ => c,
    }
}

//! Which lines belong together.
//!
//! Some files hold a paragraph a line; others break lines wherever a column ended, with captions
//! between. Only the lines are looked at here, not what they say.

use crate::text::normal::pictograph;
use std::ops::Range;

/// The runs of lines that are read as one, as byte ranges.
pub(crate) fn blocks(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let column = column_width(&lines);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut previous: Option<&Line> = None;
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    // Whether the lines belong to a paragraph whose first line is set in.
    let mut hanging = false;
    for line in &lines {
        hanging = line.indented || hanging && !line.apart;
        let goes_on = previous.is_some_and(|before| {
            let body = before.width >= 24 && !enumerated(before.text);
            let set_in = hanging && !line.indented && (body || before.width * 2 >= widest);
            continues(before, line, column.or(set_in.then_some(before.width)))
        });
        match blocks.last_mut() {
            Some(block) if goes_on => block.end = line.range.end,
            _ => blocks.push(line.range.clone()),
        }
        previous = Some(line);
    }
    blocks
}

/// How many lines a headline may have, its kicker and its subtitles among them.
const HEADLINES: usize = 4;

/// More characters than a line of a headline has.
const HEADLINE: usize = 60;

/// Whether a block, one of the first and with none but headlines above it, is a line of a headline.
pub(crate) fn is_headline(number: usize, text: &str) -> bool {
    let ends = ['。', ';', ':', ','];
    number < HEADLINES && !text.trim_end().ends_with(ends) && text.chars().nth(HEADLINE).is_none()
}

/// More characters than a heading over a paragraph has.
const SUBHEADING: usize = 30;

/// Whether a block is a heading over a paragraph, which tells more than it does.
pub(crate) fn is_subheading(text: &str, under: Option<&str>) -> bool {
    let ends = ['。', ';', ':', ','];
    let short = !text.trim_end().ends_with(ends) && text.chars().nth(SUBHEADING).is_none();
    let tells = |under: &str| under.ends_with('。') && under.len() > 2 * text.len();
    short && under.is_some_and(tells)
}

#[derive(Debug)]
struct Line<'t> {
    range: Range<usize>,
    text: &'t str,
    /// Columns it takes: two for a wide character.
    width: usize,
    /// Whether an empty line stands before it.
    apart: bool,
    /// Whether it is set in, as the first line of a paragraph is.
    indented: bool,
}

/// The lines that are not empty, without the white space around them.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut apart = false;
    for raw in text.split_inclusive('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            apart = true;
        } else {
            let from = start + (raw.len() - raw.trim_start().len());
            lines.push(Line {
                range: from..from + trimmed.len(),
                text: trimmed,
                width: width(trimmed),
                apart,
                indented: raw.starts_with(char::is_whitespace),
            });
            apart = false;
        }
        start += raw.len();
    }
    lines
}

/// Columns that a text takes, told from the bytes that begin characters.
fn width(text: &str) -> usize {
    let columns = |byte: &u8| u8::from(*byte < 0x80) + 2 * u8::from(*byte >= 0xC0);
    // As many bytes are counted at once, and in as little, as a processor can.
    let pieces = text.as_bytes().chunks(64);
    pieces
        .map(|piece| usize::from(piece.iter().map(columns).sum::<u8>()))
        .sum()
}

/// The width of the column that the lines were broken to; none where a line is a paragraph.
fn column_width(lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).collect();
    widths.sort_unstable();
    let widest = *widths.get(widths.len().saturating_sub(1) * 95 / 100)?;
    let full = widths.iter().filter(|&&w| w + 6 >= widest).count();
    (lines.len() >= 4 && widest >= 20 && full * 5 >= lines.len() * 2).then_some(widest)
}

/// Whether a line goes on where the one before it stopped.
fn continues(before: &Line, line: &Line, column: Option<usize>) -> bool {
    let (Some(last), Some(first)) = (before.text.chars().next_back(), line.text.chars().next())
    else {
        return false;
    };
    let inside_number = last.is_ascii_digit() || last == '.' && before.text.len() > 1;
    let number_goes_on = first.is_ascii_digit() || matches!(first, '.' | '%' | '％');
    if inside_number && number_goes_on && !enumerated(line.text) {
        return true;
    }
    if closes(last) || enumerated(line.text) {
        return false;
    }
    if captioned(before.text, line.text) {
        return true;
    }
    let open = matches!(last, ',' | '，' | '、' | '(' | '（' | '“');
    if line.apart {
        return open;
    }
    open || column.is_some_and(|width| before.width + 6 >= width)
}

/// How a line begins that says of what the line above told: 增速居全市第2位, ↑6.3%.
const SAID_OF_IT: [&str; 25] = [
    "增速居",
    "增速列",
    "增速排",
    "增速高",
    "增速低",
    "增速全",
    "增速较",
    "增速比",
    "增幅",
    "高于",
    "低于",
    "分别高",
    "分别低",
    "总量居",
    "总量列",
    "较上",
    "较一",
    "较前",
    "比上",
    "↑",
    "↓",
    "↗",
    "↘",
    "（高",
    "（同",
];

/// Whether a line is the figure of the caption above it: 财政收入 and then 479.89亿元 on a poster.
fn captioned(caption: &str, line: &str) -> bool {
    let at_most = |text: &str, letters: usize| text.chars().nth(letters).is_none();
    let short = |text: &str| at_most(text, 24);
    let figure = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    if SAID_OF_IT.iter().any(|word| line.starts_with(word)) && figure(line) {
        return figure(caption) && at_most(caption, 48) && at_most(line, 48);
    }
    if !short(caption) || !short(line) || !figure(line) {
        return false;
    }
    let unit = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let amount = unit.len() < line.len()
        && !unit
            .trim_start()
            .starts_with(['年', '月', '日', '-', '—', '、', '至']);
    let rest = ["占", "完成", "同比", "比上年", "增长", "下降"];
    amount && !figure(caption) || rest.iter().any(|word| line.starts_with(word))
}

/// Whether a block is a short row right below another: ├ 采矿业 增长2.6% under 规模以上工业增加值 增长10.4%.
pub(crate) fn next_row(text: &str, before: usize, block: &Range<usize>) -> bool {
    let apart = text.get(before..block.start).unwrap_or_default();
    let row = text.get(block.clone()).unwrap_or_default();
    let row = row.trim_end_matches('。');
    let short = row.chars().nth(48).is_none() && !row.contains(['。', '！', '？']);
    let parts = text[..before].ends_with("其中：") || text[..before].ends_with("其中:");
    let told = !parts && text[..before].ends_with(['。', '！', '？', '：', ':']);
    before > 0 && short && !told && apart.matches('\n').count() == 1
}

/// Whether a character ends a sentence or a heading.
fn closes(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '!' | '?' | '；' | ';' | '：' | ':' | '…' | '”' | '」' | '』'
    )
}

/// Whether a sign tells how something moved, and begins no item.
fn arrow(c: char) -> bool {
    matches!(c, '↑' | '↓' | '↗' | '↘' | '⬆' | '⬇' | '→')
}

/// Whether a line begins with the number of a list: `一、`, `（二）`, `3.`, `①`.
fn enumerated(text: &str) -> bool {
    // 第1名:翠屏区
    let text = text.strip_prefix('第').unwrap_or(text);
    let text = text.trim_start_matches(['(', '（']);
    let digits =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if digits.len() == text.len() {
        return text
            .starts_with(|c| ('①'..='⑳').contains(&c) || c == '•' || pictograph(c) && !arrow(c));
    }
    let mut rest = digits.chars();
    match rest.next() {
        Some('、' | ')' | '）' | '．' | '名') => true,
        // `1.` opens an item, `1.5` is a number.
        Some('.') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

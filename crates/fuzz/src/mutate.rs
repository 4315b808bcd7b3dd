//! A fuzzer's bytes as inputs that get past the first check.

/// Words of reports, numerals and signs.
const WORDS: &[&str] = &[
    "全市",
    "全省",
    "柯桥区",
    "地区生产总值",
    "规上工业增加值",
    "出口",
    "存款余额",
    "增长",
    "下降",
    "同比",
    "环比",
    "分别",
    "高于",
    "低于",
    "比",
    "比上年同期",
    "较",
    "个百分点",
    "百分点",
    "亿元",
    "%",
    "‰",
    "，",
    "。",
    "、",
    "；",
    "：",
    "占",
    "比重",
    "占比",
    "其中",
    "第",
    "一",
    "三",
    "十",
    "百",
    "万",
    "亿",
    "位",
    "居",
    "12.5",
    "3",
    "1,234",
    "２０",
    "０．５",
    "上半年",
    "2023年",
    "6月",
    "1-6月",
    "“五一”",
    "前",
    "截至",
    "(",
    ")",
    "“",
    "”",
    "《",
    "》",
    "[",
    "]",
    "\n",
    "\n\n",
    " ",
    "\u{3000}",
    "的",
    "和",
    "约",
    "以上",
    "左右",
    "超",
    "近",
    "倍",
    "成",
    "翻番",
    "持平",
    "由",
    "降至",
    "提高到",
    "对",
    "贡献率",
    "拉动",
    "总量",
    "增速",
    "-",
    "—",
    "至",
    ":",
    ".",
    "家",
    "户",
    "企业",
    "新增",
    "城乡",
    "與",
    "億",
    "é",
    "👍",
    "A",
    "PM2.5",
    "百分之",
    "点",
    "多",
    "余",
    "完成",
    "项目",
    "总投资",
    "目标",
    "任务",
    "相当于",
    "结构",
    "500强",
    "\u{feff}",
    "\u{200b}",
    "\u{301}",
    "·",
    "等",
    "为",
    "达",
    "实现",
    "累计",
    "年均",
    "两年平均",
    "收窄",
    "0",
    "00",
    "99999999999999999999999999999999999999999999999999999999999999999999999999",
];

/// Words of edition files and bundles.
const MARKUP: &[&str] = &[
    "\"",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    "\n",
    ":",
    "null",
    "-1",
    "0",
    "1e999",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\\u0000",
    "find",
    "panel",
    "id",
    "label",
    "zh",
    "en",
    "{gdp.value}",
    "{gdp.gap.全省}",
    "{",
    "round1",
    "sum",
    "claims",
    "scopes",
    "items",
    "metrics",
    "version",
    "18446744073709551616",
    "<script>",
    "\u{202e}",
];

/// A text of words and of whatever bytes stand between.
pub fn composed(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if usize::from(first) < 0xE0 {
            let second = rest.first().copied().unwrap_or_default();
            let word = WORDS.get(usize::from(first) % WORDS.len());
            text.push_str(word.copied().unwrap_or_default());
            if second >= 0xF8 {
                text.push_str(text.clone().as_str().get(..60).unwrap_or_default());
            }
        } else {
            let (raw, after) = rest.split_at(rest.len().min(usize::from(first & 7) + 1));
            text.push_str(&String::from_utf8_lossy(raw));
            rest = after;
        }
    }
    text
}

/// A good text with pieces left out, doubled, and other words put in: four bytes an edit.
pub fn mutated(good: &str, bytes: &[u8]) -> String {
    let mut text: Vec<char> = good.chars().collect();
    for edit in bytes.chunks_exact(4).take(24) {
        let &[what, high, low, value] = edit else {
            break;
        };
        let at = usize::from(u16::from_be_bytes([high, low])) * (text.len() + 1) / 0x1_0000;
        let end = (at + usize::from(value) / 8 + 1).min(text.len());
        let pick = |words: &[&'static str]| words[usize::from(value) % words.len()].chars();
        match what % 5 {
            0 => drop(text.drain(at..end)),
            1 => {
                let again: Vec<char> = text[at..end].to_vec();
                text.splice(end..end, again);
            }
            2 => drop(text.splice(at..at, pick(WORDS))),
            3 => drop(text.splice(at..at, pick(MARKUP))),
            _ => drop(text.splice(at..(at + 1).min(text.len()), pick(WORDS))),
        }
    }
    text.into_iter().collect()
}

//! Texts that nobody wrote to be read. A reader that takes more than linear time, or recurses, never
//! comes back from these.

use halfyear_reader::read;

/// Bytes of each text.
const MANY: usize = 40_000;

#[test]
fn endless_repetition_is_read_to_its_end() {
    for word in [
        "第",
        "分别",
        "1",
        "(",
        "（",
        "“",
        "、",
        "，",
        "1、",
        "第一",
        "增长1%",
        "增长1%、",
        "高于",
        "比",
        "占",
        "亿",
        "一",
        "百",
        "1,234",
        "。",
        "\n",
        "1\n",
        "全市出口1亿元，",
        "全市出口1亿元。",
        "2023年",
        "(1)",
        "“1",
        "A、",
        "和",
        "的1个",
        "其中",
    ] {
        let text = word.repeat(MANY / word.len());
        let reading = read("hostile.txt", &text);
        let chars = u32::try_from(text.chars().count()).expect("a short text");
        assert!(
            reading
                .numerals
                .iter()
                .all(|numeral| numeral.span.end <= chars),
            "{word}"
        );
    }
}

#[test]
fn a_sentence_without_end_is_read_in_pieces() {
    let text = "全市出口额和进口额以及其他各项指标都在增长的道路上继续前进".repeat(MANY / 100);
    let reading = read("hostile.txt", &text);
    assert!(reading.facts.is_empty());
    assert!(reading.sentences.len() > 1);
}

#[test]
fn nothing_says_nothing() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "。", "没有数字的一句话。"] {
        assert!(read("empty.txt", text).facts.is_empty(), "{text:?}");
    }
}

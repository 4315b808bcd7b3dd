//! Texts that nobody wrote to be read. A reader that takes more than linear time, or recurses, never
//! comes back from these.

mod hostile_texts;

use halfyear_reader::read;

/// Bytes of each text: some sentences, which are cut at a length that no person writes.
const MANY: usize = 24_000;
/// How many times as much a longer text is.
const LONGER: usize = 4;

#[test]
fn endless_repetition_is_read_to_its_end() {
    for word in hostile_texts::WORDS {
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

/// Memory is what can be counted the same every time: a reader that holds each statement against
/// each, or copies what it has read for each sentence, asks for more of it than a longer text has.
#[test]
fn memory_grows_as_the_text_does() {
    read("warm.txt", "上半年，全市出口1亿元，增长2%。");
    for word in hostile_texts::WORDS {
        let taken = |bytes: usize| {
            let text = word.repeat(bytes / word.len());
            let mut reading = None;
            let taken = allocation_counter::measure(|| reading = Some(read("hostile.txt", &text)));
            drop(reading);
            taken
        };
        let (short, long) = (taken(MANY), taken(LONGER * MANY));
        let most = LONGER as u64 + 1;
        for (what, short, long) in [
            ("allocations", short.count_total, long.count_total),
            ("bytes in all", short.bytes_total, long.bytes_total),
            ("bytes at once", short.bytes_max, long.bytes_max),
        ] {
            assert!(
                long <= most * short.max(MANY as u64 / 10),
                "{word:?}: {what} {short} and then {long}"
            );
        }
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

//! One indicator with two figures: what is told of it, and what is no contradiction.

use halfyear_reader::read;

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    let reading = read("a.txt", text);
    let chars: Vec<char> = text.chars().collect();
    let words = |span: halfyear_facts::Span| -> String {
        chars[span.start as usize..span.end as usize]
            .iter()
            .collect()
    };
    let said: Vec<String> = reading
        .diagnostics
        .iter()
        .map(|it| {
            let other = it.other.map_or(String::new(), words);
            format!("{other} → {}", words(it.span))
        })
        .collect();
    assert_eq!(said, expected.as_slice(), "{text}\n{:#?}", reading.facts);
}

#[test]
fn two_figures_of_one_indicator_are_told() {
    let level = "柯桥区2023年上半年报告\n上半年，全区地区生产总值937.63亿元，增长8.2%。";
    check(
        &format!("{level}\n上半年，地区生产总值为973.63亿元。"),
        Some("937.63 → 973.63"),
    );
    check(
        &format!("{level}\n上半年，地区生产总值增长8.3%。"),
        Some("8.2 → 8.3"),
    );
    check(
        "2023年上半年，出口增长8.2%。\n消费平稳。\n上半年，出口增长8.3%。",
        Some("8.2 → 8.3"),
    );
    check(
        "2023年上半年，出口215.3亿元，增长8.2%。\n上半年，出口215.3亿元，增长2.8%。",
        Some("8.2 → 2.8"),
    );
    check(
        "2023年上半年，出口增长8.2%。\n上半年，出口下降8.2%。",
        Some("8.2 → 8.2"),
    );
    // Said three times, it is told once.
    check(
        "2023年上半年，出口215.3亿元。\n上半年，出口251.3亿元。\n上半年，出口215.3亿元。",
        Some("215.3 → 251.3"),
    );
}

#[test]
fn what_only_looks_like_it_is_not_told() {
    let said = "2023年上半年，出口215.36亿元，增长8.2%。";
    for other in [
        "上半年，出口215.4亿元。",
        "上半年，出口215亿元。",
        "上半年，出口约216亿元。",
        "上半年，出口超210亿元。",
        "一季度，出口100.1亿元，增长7.2%。",
        "6月，出口36亿元，增长9.1%。",
        "2022年上半年，出口199亿元。",
        "去年同期，出口199亿元。",
        "上半年，出口30.1亿美元。",
        "上半年，服装出口15.1亿元，增长2.1%。",
        "其中，对美国出口15.1亿元，增长2.1%。",
        "全年目标为出口450亿元。",
        "上半年，出口环比增长1.2%。",
        "上半年，出口两年平均增长3.1%。",
        "上半年，出口增速比一季度提高1个百分点。",
        "上半年，出口占全省的2.1%。",
        "上半年，进口15.1亿元，增长2.1%。",
        "上半年，全市出口1015.1亿元，增长2.1%。",
    ] {
        check(&format!("{said}\n{other}"), None);
    }
}

#[test]
fn the_corpus_contradicts_itself_nowhere() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        let file = std::fs::read_to_string(&path).expect("a report");
        let (text, _) = file.split_once("\n----\n").expect("a rule");
        let told = read("a.txt", text).diagnostics;
        assert!(told.is_empty(), "{}: {told:#?}", path.display());
    }
}

//! What headings tell that the text below tells in full: it is one fact, and what they tell alone is one more.

use halfyear_reader::read;

/// Holds how many facts a paragraph and the heading over it tell.
#[track_caller]
fn check(heading: &str, expected: usize) {
    let first = "弋阳县前三季度经济运行情况\n2022年前三季度，全县生产总值89.35亿元，增长8.4%。";
    let body = "全县500万元以上固定资产投资同比增长9.6%，增速居全市第5位，高于全省1.2个百分点。";
    let text = format!("{first}\n{heading}\n{body}");
    let facts = read("a.txt", &text).facts;
    assert_eq!(facts.len(), expected, "{text}\n{facts:#?}");
}

#[test]
fn headings_of_paragraphs_are_held_against_them() {
    for told in [
        "固定资产投资增长9.6%",
        "投资增速全市第五",
        "投资增长超9%",
        "固定资产投资增速高于全省1.2个百分点",
        "投资稳中向好",
    ] {
        check(told, 2);
    }
    for other in [
        "固定资产投资增长8.6%",
        "投资增速全市第四",
        "工业增加值增长9.6%",
    ] {
        check(other, 3);
    }
}

use super::*;

#[test]
fn stretches() {
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = parse(text).map(|(len, time)| {
            let period = time
                .resolve(Some(2023), Some(6))
                .map_or("?".to_owned(), |p| format!("{}..{}", p.from, p.to));
            (text[len..].to_owned(), period)
        });
        let expected = expected.map(|(rest, period)| (rest.to_owned(), period.to_owned()));
        assert_eq!(found, expected, "{text}");
    }
    check("2023年上半年,", Some((",", "2023-01..2023-06")));
    check("今年1月至6月,", Some((",", "2023-01..2023-06")));
    check("1-6月份", Some(("", "2023-01..2023-06")));
    check("1至6月", Some(("", "2023-01..2023-06")));
    check("前5个月", Some(("", "2023-01..2023-05")));
    check("前三季度全市", Some(("全市", "2023-01..2023-09")));
    check("首十一个月", Some(("", "2023-01..2023-11")));
    check("第3季旅客", Some(("旅客", "2023-07..2023-09")));
    check("截至6月底", Some(("", "2023-06..2023-06")));
    check("二季度", Some(("", "2023-04..2023-06")));
    check("今年以来已", Some(("已", "2023-01..2023-06")));
    check("2022年柯桥", Some(("柯桥", "2022-01..2022-12")));
    check("“五一”期间", Some(("", "2023-05..2023-05")));
    check("去年同期", Some(("", "2022-01..2022-12")));
    check("5月12日,", Some((",", "2023-05..2023-05")));
    check("2023年末", Some(("", "2023-12..2023-12")));
    check("二〇一五年", Some(("", "2015-01..2015-12")));
    check("5家", None);
    check("20年来", None);
    check("1.5月", None);
}

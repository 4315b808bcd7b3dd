//! How many parts a place has, where a text says it: 14市州GDP, 全省18个省辖市.

/// What the parts are called.
const KINDS: [&str; 14] = [
    "县(市、区)",
    "县(市)区",
    "县市区",
    "区县市",
    "区县(市)",
    "区县",
    "县区",
    "市州",
    "州市",
    "省辖市",
    "设区市",
    "地级市",
    "乡镇(街道)",
    "市",
];

/// Those of them that are cities.
const CITIES: [&str; 6] = ["市", "市州", "州市", "省辖市", "设区市", "地级市"];

/// So much of the beginning of a text is looked at, in bytes.
const HEAD: usize = 1500;

/// How many parts are told of: in the title, or else wherever the beginning of the text counts them, where
/// it always counts as many. No city has cities for its parts.
pub(crate) fn parts(title: &str, text: &str, whole: Option<&str>) -> Option<u32> {
    let (count, cities) = told(title, text)?;
    let larger = matches!(whole, Some("全省" | "全区"));
    (!cities || larger).then_some(count)
}

fn told(title: &str, text: &str) -> Option<(u32, bool)> {
    counted(title).or_else(|| {
        let mut end = HEAD.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        counted(&text[..end].replace('（', "(").replace('）', ")"))
    })
}

/// How many there are, and whether they are called cities.
fn counted(words: &str) -> Option<(u32, bool)> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = words[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let digits = words[start..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        from = start + digits;
        let rest = &words[from..];
        let rest = rest.strip_prefix('个').unwrap_or(rest);
        let kind = KINDS.iter().find(|kind| rest.starts_with(**kind));
        let Some((kind, after)) = kind.and_then(|it| Some((it, rest.strip_prefix(it)?))) else {
            continue;
        };
        let number_of = |number| (number, CITIES.contains(kind));
        let number = words[start..from].parse::<u32>().ok();
        let Some(number) = number.filter(|number| (5..=200).contains(number)) else {
            continue;
        };
        // 有9个市州增速跑赢全省, 前5个市 and 14个县市区和1个开发区 do not count all of them.
        let some = [
            '有', '前', '.', '第', '中', ',', '，', '后', '余', '他', '为', '的',
        ];
        if words[..start].ends_with(some) || after.starts_with(['和', '场', '民']) {
            continue;
        }
        match found {
            None => found = Some(number_of(number)),
            Some((one, _)) if one == number => {}
            Some(_) => return None,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn all_parts_are_counted() {
        let province = |title, text| parts(title, text, Some("全省"));
        assert_eq!(province("甘肃14市州前三季度GDP", ""), Some(14));
        let twice = "全省18个省辖市中，18个省辖市增长";
        assert_eq!(province("上半年经济", twice), Some(18));
        assert_eq!(
            parts("上半年经济", "全市13个区县（市）", Some("全市")),
            Some(13)
        );
        assert_eq!(parts("上半年经济", twice, Some("全市")), None);
    }

    #[test]
    fn some_of_them_are_no_count() {
        let province = |text| parts("上半年经济", text, Some("全省"));
        assert_eq!(province("有9个市州增速跑赢全省"), None);
        assert_eq!(province("全省14个市州，8个市州增长"), Some(14));
        assert_eq!(province("全省14个市州里8个市州增长"), None);
        assert_eq!(province("全省12个县市区和1个开发区"), None);
    }
}

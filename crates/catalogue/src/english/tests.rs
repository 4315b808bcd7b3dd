use super::*;

#[test]
fn names_from_their_parts() {
    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(english(name).unwrap_or_default(), expected, "{name}");
    }
    check("医药制造业增加值", "Output of pharmaceuticals");
    check(
        "规上医药产业总产值",
        "Gross output of pharmaceuticals, larger firms",
    );
    check("对东盟进出口", "Trade with ASEAN");
    check("金融业增加值增速", "Growth of output of finance");
    check(
        "第一产业占地区生产总值比重",
        "The primary sector as a share of GDP",
    );
    check("新增个体工商户", "New sole traders");
    check("新增规上工业企业", "New larger firms");
    check(
        "茶叶、水果和蔬菜产量",
        "Production of tea, fruit and vegetables",
    );
    check(
        "地区生产总值（两年平均）",
        "Gross domestic product, two-year average",
    );
    check(
        "工业对经济增长贡献率",
        "Contribution of industry to economic growth",
    );
    check(
        "固定资产投资（扣除房地产开发投资）",
        "Fixed investment without property investment",
    );
    check("日本进出口", "Trade with Japan");
    check("对俄进出口", "Trade with Russia");
    check(
        "城镇居民人均可支配收入实际增长",
        "Real growth of urban disposable income per head",
    );
    check("外资项目", "Foreign capital projects");
    check("主要经济", "");
    check(
        "工业投资占全市工业投资比重",
        "Industrial investment as a share of the city’s",
    );
    check("新建工业企业", "New industrial firms");
    check("上市蔬菜", "Marketed vegetables");
    check("上市公司营业收入", "Revenue of listed companies");
    check(
        "服务业增加值对GDP的贡献率",
        "Contribution of service output to GDP growth",
    );
    check(
        "第二产业拉动GDP增长",
        "Contribution of the secondary sector to growth of GDP",
    );
    check(
        "重点产业项目投资",
        "Investment in projects in key industries",
    );
    check("省级重点项目总投资", "Total investment in key projects");
    check("重点新开工项目开工率", "Share of key new projects begun");
    check("民营企业进出口", "Trade of private firms");
    check(
        "限上住宿餐饮企业营业额",
        "Turnover of larger hotels and catering firms",
    );
    check("出口机电产品", "Exports of machinery and electronics");
    check(
        "工业投资占全市比重",
        "Industrial investment as a share of the city",
    );
    check(
        "固定资产投资两年平均增长",
        "Fixed investment, two-year average",
    );
    check("外星增加值", "");
    check("", "");
    check("占比重", "");
}

#[test]
fn names_of_ones_own_are_quoted() {
    let around = |name| english_around(name).unwrap_or_default();
    assert_eq!(around("大木花谷接待游客"), "Visits to “大木花谷”");
    assert_eq!(around("大木花谷"), "");
    assert_eq!(around("产值"), "");
}

#[test]
fn the_table_is_whole() {
    let mut said = std::collections::HashSet::new();
    for row in include_str!("../../data/parts.tsv").lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        let templated = match fields.as_slice() {
            [head] => head.starts_with('#'),
            ["thing" | "partner" | "note", _, en] => !en.is_empty() && !en.contains('{'),
            ["measure" | "change" | "before", _, en] | ["towards", _, _, en] => en.contains("{}"),
            _ => false,
        };
        let typeset = row.starts_with('#') || !row.contains('\'');
        assert!(templated && typeset, "{row}");
        // The first row of a name counts, so that a second one would say nothing.
        if let [kind, names, _] = fields.as_slice() {
            let fresh = names.split(' ').all(|name| said.insert((*kind, name)));
            assert!(fresh, "said twice: {row}");
        }
    }
}

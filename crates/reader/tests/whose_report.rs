//! Whose report a text is.

use halfyear_reader::own_name;

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    assert_eq!(own_name(text).as_deref(), expected, "{text}");
}

#[test]
fn the_place_that_a_report_is_about() {
    check(
        "柯桥区上半年增长8.2%,居绍兴市第一,高于浙江省。",
        Some("柯桥区"),
    );
    check("浙江省绍兴市柯桥区2023年上半年经济运行", Some("柯桥区"));
    check("根据市级核算结果,全市增长6%,全市投资增长3%。", None);
    check(
        "上半年,全市增长。越城区增长1%、柯桥区增长2%。绍兴市委说,绍兴市很好。我市",
        Some("绍兴市"),
    );
    check("江海市上半年增长。江海市很好。", Some("江海市"));
    check("重庆外贸增长,重庆企业很好。", Some("重庆市"));
    check("广东企业增长。", None);
    check(
        "兰州中川机场旅客吞吐量增长。全省接待游客增长15.9%。铁路甘肃段提速。兰州市热闹。",
        Some("甘肃省"),
    );
}

#[test]
fn a_short_name_in_its_title() {
    check(
        "跑出“柯桥速度”\n全区增长5.3%,柯桥夺得8颗星,居全市第一。",
        Some("柯桥区"),
    );
    check(
        "挑大梁,晋江“半程”稳中有进\n看晋江,全市增长6.1%,快于全国、泉州,泉州各县、泉州机场。",
        Some("晋江市"),
    );
    check(
        "从全国位次看甘肃\n全省增长6.6%,居全国第4位。",
        Some("甘肃省"),
    );
    check("新华社南宁电\n全区增长5%,新华社记者。", None);
    check("柯桥速度\n全市增长5%。", None);
}

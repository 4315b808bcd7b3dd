//! The units of reports and what they are called in English.

/// What a unit measures, which decides how English writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A currency: its sign, and its name.
    Money(&'static str, &'static str),
    /// Things counted; empty where the label says what is counted.
    Count(&'static str),
    /// A measure: its symbol, and its name.
    Measure(&'static str, &'static str),
    /// A share of a hundred.
    Percent,
    /// A difference of two percentages.
    Points,
    /// Points of an assessment.
    Score,
    /// A multiple.
    Times,
}

/// A unit as printed: a power of ten and what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit<'a> {
    /// The unit without its power of ten: `元` of `亿元`.
    pub(crate) base: &'a str,
    /// The power of ten: 8 for `亿元`.
    pub(crate) power: u32,
    /// `None` for a unit that the table does not know.
    pub(crate) kind: Option<Kind>,
}

const UNITS: &[(&str, Kind)] = &[
    ("元", Kind::Money("¥", "yuan")),
    ("美元", Kind::Money("US$", "US dollars")),
    ("欧元", Kind::Money("€", "euros")),
    ("港元", Kind::Money("HK$", "Hong Kong dollars")),
    ("人次", Kind::Count("visits")),
    ("人", Kind::Count("people")),
    ("名", Kind::Count("people")),
    ("户", Kind::Count("")),
    ("家", Kind::Count("")),
    ("辆", Kind::Count("vehicles")),
    ("套", Kind::Count("homes")),
    ("个", Kind::Count("")),
    ("项", Kind::Count("")),
    ("次", Kind::Count("")),
    ("件", Kind::Count("")),
    ("起", Kind::Count("")),
    ("头", Kind::Count("")),
    ("只", Kind::Count("")),
    ("台", Kind::Count("")),
    ("张", Kind::Count("")),
    ("座", Kind::Count("")),
    ("条", Kind::Count("")),
    ("处", Kind::Count("")),
    ("所", Kind::Count("")),
    ("间", Kind::Count("")),
    ("株", Kind::Count("")),
    ("块", Kind::Count("")),
    ("艘", Kind::Count("")),
    ("部", Kind::Count("")),
    ("场", Kind::Count("")),
    ("位", Kind::Count("people")),
    ("", Kind::Count("")),
    ("公里", Kind::Measure("km", "kilometres")),
    ("千米", Kind::Measure("km", "kilometres")),
    ("米", Kind::Measure("m", "metres")),
    ("平方公里", Kind::Measure("km²", "square kilometres")),
    ("平方米", Kind::Measure("m²", "square metres")),
    ("立方米", Kind::Measure("m³", "cubic metres")),
    ("公顷", Kind::Measure("ha", "hectares")),
    ("亩", Kind::Measure("mu", "mu")),
    ("吨", Kind::Measure("t", "tonnes")),
    ("公斤", Kind::Measure("kg", "kilograms")),
    ("千克", Kind::Measure("kg", "kilograms")),
    ("吨公里", Kind::Measure("t-km", "tonne-kilometres")),
    ("人公里", Kind::Measure("p-km", "passenger-kilometres")),
    (
        "吨标准煤",
        Kind::Measure("tce", "tonnes of coal equivalent"),
    ),
    ("元/吨", Kind::Measure("yuan/t", "yuan per tonne")),
    ("元/公斤", Kind::Measure("yuan/kg", "yuan per kilogram")),
    (
        "元/平方米",
        Kind::Measure("yuan/m²", "yuan per square metre"),
    ),
    ("标箱", Kind::Measure("TEU", "containers")),
    ("标准箱", Kind::Measure("TEU", "containers")),
    ("度", Kind::Measure("kWh", "kilowatt-hours")),
    ("千瓦时", Kind::Measure("kWh", "kilowatt-hours")),
    ("千瓦", Kind::Measure("kW", "kilowatts")),
    ("GW", Kind::Measure("GW", "gigawatts")),
    ("MW", Kind::Measure("MW", "megawatts")),
    ("%", Kind::Percent),
    ("百分点", Kind::Points),
    ("个百分点", Kind::Points),
    ("分", Kind::Score),
    ("倍", Kind::Times),
];

/// Longest first, so that `万亿` is not taken for `万`.
const POWERS: &[(&str, u32)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
];

impl<'a> Unit<'a> {
    /// Takes a unit apart. Whole names come first: the `百` of `百分点` is no hundred.
    pub(crate) fn of(printed: &'a str) -> Self {
        let known = |base: &str| UNITS.iter().find(|unit| unit.0 == base).map(|unit| unit.1);
        if let Some(kind) = known(printed) {
            return Self {
                base: printed,
                power: 0,
                kind: Some(kind),
            };
        }
        for &(prefix, power) in POWERS {
            if let Some(base) = printed.strip_prefix(prefix) {
                return Self {
                    base,
                    power,
                    kind: known(base),
                };
            }
        }
        Self {
            base: printed,
            power: 0,
            kind: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_come_apart() {
        #[track_caller]
        fn check(printed: &str, base: &str, power: u32) {
            let unit = Unit::of(printed);
            assert_eq!((unit.base, unit.power), (base, power), "{printed}");
            assert!(unit.kind.is_some(), "{printed}");
        }
        check("元", "元", 0);
        check("万元", "元", 4);
        check("亿元", "元", 8);
        check("万亿元", "元", 12);
        check("亿美元", "美元", 8);
        check("万人次", "人次", 4);
        check("百分点", "百分点", 0);
        check("千瓦时", "千瓦时", 0);
        check("亿千瓦时", "千瓦时", 8);
        check("万", "", 4);
        assert_eq!(Unit::of("万羽").kind, None);
    }
}

//! Facts as rows: columns for people, comma-separated values for spreadsheets.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use halfyear_facts::{Basis, Bound, Change, Fact, Period, Ranked};
use std::io;

/// A line under the header and nothing else.
pub const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Columns for people: figures to the right, Han characters two columns wide.
pub fn table(facts: &[Fact]) -> String {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header([
            "indicator",
            "value",
            "unit",
            "change",
            "gaps",
            "ranks",
            "period",
            "source",
        ]);
    for column in [1, 3] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for fact in facts {
        let value = fact.value.as_ref();
        table.add_row([
            fact.indicator.clone(),
            value.map_or(String::new(), |value| limited(value.as_str(), fact.bound)),
            fact.unit.clone().unwrap_or_default(),
            fact.change.as_ref().map_or(String::new(), change),
            gaps(fact, "\n"),
            ranks(fact, "\n"),
            fact.period.as_ref().map_or(String::new(), period),
            format!("{}:{}", fact.source.file, fact.source.line),
        ]);
    }
    format!("{table}\n")
}

/// One statement a row, under a header.
pub fn csv(facts: &[Fact]) -> io::Result<String> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record([
        "indicator",
        "metric",
        "value",
        "unit",
        "bound",
        "change",
        "change_unit",
        "basis",
        "gaps",
        "ranks",
        "from",
        "to",
        "file",
        "line",
        "start",
        "end",
        "quote",
    ])?;
    for fact in facts {
        let change = fact.change.as_ref();
        let period = fact.period.as_ref();
        let text = |it: Option<String>| it.unwrap_or_default();
        rows.write_record([
            fact.indicator.clone(),
            text(fact.metric.clone()),
            text(fact.value.as_ref().map(ToString::to_string)),
            text(fact.unit.clone()),
            bound(fact.bound).to_owned(),
            text(change.map(|it| it.value.to_string())),
            text(change.map(|it| it.unit.clone())),
            text(change.map(|it| basis(it.basis).to_owned())),
            gaps(fact, "; "),
            ranks(fact, "; "),
            text(period.map(|it| it.from.to_string())),
            text(period.map(|it| it.to.to_string())),
            fact.source.file.clone(),
            fact.source.line.to_string(),
            fact.source.start.to_string(),
            fact.source.end.to_string(),
            fact.source.quote.clone(),
        ])?;
    }
    let bytes = rows.into_inner().map_err(|error| error.into_error())?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

fn limited(number: &str, bound: Bound) -> String {
    let mark = match bound {
        Bound::Exact => "",
        Bound::About => "≈ ",
        Bound::Over => "> ",
        Bound::Under => "< ",
    };
    format!("{mark}{number}")
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Over => "over",
        Bound::Under => "under",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::YearOnYear => "year-on-year",
        Basis::QuarterOnQuarter => "quarter-on-quarter",
        Basis::MonthOnMonth => "month-on-month",
        Basis::YearStart => "year-start",
        Basis::TwoYearAverage => "two-year-average",
        Basis::AnnualAverage => "annual-average",
        Basis::Other => "other",
    }
}

fn change(change: &Change) -> String {
    let number = limited(change.value.as_str(), change.bound);
    let unit = match change.unit.as_str() {
        "%" => "%".to_owned(),
        other => format!(" {other}"),
    };
    match change.basis {
        Basis::YearOnYear => format!("{number}{unit}"),
        other => format!("{number}{unit} ({})", basis(other)),
    }
}

fn gaps(fact: &Fact, between: &str) -> String {
    let said = fact.gaps.iter().map(|gap| {
        let unit = gap.unit.as_deref().unwrap_or_default();
        match &gap.own {
            Some(own) => format!("{} {}{unit} ({own})", gap.to, gap.value),
            None => format!("{} {}{unit}", gap.to, gap.value),
        }
    });
    said.collect::<Vec<_>>().join(between)
}

fn ranks(fact: &Fact, between: &str) -> String {
    let said = fact.ranks.iter().map(|rank| {
        let top = if rank.bound == Bound::Under {
            "top "
        } else {
            ""
        };
        let of = match rank.of {
            None => "",
            Some(Ranked::Size) => " by size",
            Some(Ranked::Rate) => " by rate",
        };
        format!("{} {top}{}{of}", rank.within, rank.place)
    });
    said.collect::<Vec<_>>().join(between)
}

fn period(period: &Period) -> String {
    if period.from == period.to {
        return period.from.to_string();
    }
    format!("{} to {}", period.from, period.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use halfyear_facts::{Gap, Rank, Source};

    fn facts() -> Vec<Fact> {
        let level = Fact {
            indicator: "地区生产总值".into(),
            metric: Some("gdp".into()),
            value: "937.63".parse().ok(),
            unit: Some("亿元".into()),
            bound: Bound::Over,
            change: Some(Change {
                value: "-8.2".parse().expect("a decimal"),
                unit: "%".into(),
                basis: Basis::MonthOnMonth,
                bound: Bound::Exact,
                at: None,
            }),
            gaps: vec![Gap {
                proper: None,
                to: "全省".into(),
                value: "1.4".parse().expect("a decimal"),
                own: "6.8".parse().ok(),
                own_at: None,
                unit: None,
                at: None,
            }],
            ranks: vec![Rank {
                proper: None,
                within: "全市".into(),
                of: None,
                place: 2,
                bound: Bound::Under,
                at: None,
            }],
            period: Some(Period {
                from: "2023-01".parse().expect("a month"),
                to: "2023-06".parse().expect("a month"),
            }),
            at: None,
            source: Source {
                file: "a.txt".into(),
                line: 3,
                start: 10,
                end: 40,
                quote: "他说：\"好\"，\n再说".into(),
            },
            ..Fact::default()
        };
        let bare = Fact {
            indicator: "GDP".into(),
            ..Fact::default()
        };
        vec![level, bare]
    }

    #[test]
    fn columns_stand_under_each_other() {
        insta::assert_snapshot!(table(&facts()));
    }

    #[test]
    fn rows_are_quoted_where_they_must() {
        insta::assert_snapshot!(csv(&facts()).expect("memory can be written to"));
    }
}

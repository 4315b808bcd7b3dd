//! The last touches: what derived numbers are called, and the order of items.

use crate::file::{Entry, Order};
use halfyear_bundle::{Derivation, Metric, Period, Scope, Text};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// Names what was derived, and sorts items as the edition asks.
pub(crate) fn finish(entry: &Entry, metric: &mut Metric, scopes: &[Scope], edition: &Period) {
    for (entry, item) in entry.items.iter().zip(&mut metric.items) {
        finish(entry, item, scopes, edition);
    }
    let year = metric.period.as_ref().unwrap_or(edition).to.year();
    for derived in &mut metric.derived {
        derived.label = match derived.kind {
            Derivation::Previous => match year {
                Some(year) => Text {
                    zh: format!("{}年", year - 1),
                    en: (year - 1).to_string(),
                },
                None => Text {
                    zh: "上年".to_owned(),
                    en: "the year before".to_owned(),
                },
            },
            _ => scopes
                .iter()
                .find(|scope| scope.names.contains(&derived.of))
                .map(|scope| scope.label.clone())
                .unwrap_or_default(),
        };
    }
    let number = |it: Option<&halfyear_bundle::Decimal>| {
        it.and_then(|it| Decimal::from_str_exact(it.as_str()).ok())
            .unwrap_or(Decimal::MIN)
    };
    match entry.order {
        Some(Order::Value) => metric
            .items
            .sort_by_key(|item| Reverse(number(item.value.as_ref()))),
        Some(Order::Change) => metric
            .items
            .sort_by_key(|item| Reverse(number(item.change.as_ref().map(|change| &change.value)))),
        Some(Order::Rank) => metric
            .items
            .sort_by_key(|item| item.ranks.iter().map(|rank| rank.place).min()),
        None => {}
    }
}

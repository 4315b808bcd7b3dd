//! The edition file itself, with comments for the person who goes on from it.

use super::choose::Chosen;
use super::names::{Place, Scope, scopes};
use crate::evidence::Evidence;
use crate::file::Find;
use halfyear_bundle::{Basis, Period};
use halfyear_facts::Fact;
use rust_decimal::Decimal;
use std::fmt::Write;

/// An edition file that shows the chosen statements.
pub fn page(
    evidence: &Evidence<'_>,
    id: &str,
    place: &Place,
    period: &Period,
    chosen: &[Chosen],
) -> String {
    let mut names: Vec<&str> = Vec::new();
    for it in chosen {
        names.extend(it.fact.gaps.iter().map(|gap| gap.to.as_str()));
        names.extend(it.fact.ranks.iter().map(|rank| rank.within.as_str()));
    }
    names.sort_unstable();
    names.dedup();
    let scopes = scopes(&names, evidence.text);
    let ranked: Vec<&Chosen> = chosen
        .iter()
        .filter(|it| !it.fact.ranks.is_empty())
        .collect();
    let mut page = String::new();
    // Writing to a string does not fail.
    let _ = head(&mut page, evidence.file, id, place, period, chosen, &scopes);
    let shown = chosen.iter().filter(|it| !it.is_rank_only);
    for (at, it) in shown.enumerate() {
        let _ = metric(&mut page, it);
        if at == 0 {
            let _ = growth(&mut page, chosen);
        }
    }
    if ranked.len() > 1 || ranked.iter().any(|it| it.is_rank_only) {
        let _ = ranks(&mut page, &ranked, &scopes);
    }
    page
}

fn head(
    page: &mut String,
    file: &str,
    id: &str,
    place: &Place,
    period: &Period,
    chosen: &[Chosen],
    scopes: &[Scope],
) -> std::fmt::Result {
    let within = scopes
        .iter()
        .filter(|scope| ["province", "city"].contains(&scope.level) && scope.is_guess)
        .map(|scope| scope.label.clone());
    let within: Vec<[String; 2]> = within.collect();
    let within = match within.as_slice() {
        [] => ["中国".to_owned(), "China".to_owned()],
        [one] => one.clone(),
        [one, other, ..] => [
            format!("{}{}", one[0], other[0]),
            format!("{}, {}", other[1], one[1]),
        ],
    };
    let title = title(chosen, scopes, place);
    writeln!(
        page,
        "# A draft from {file}. It builds and draws as it is; look at"
    )?;
    writeln!(page, "# - the title: does it say the finding?")?;
    writeln!(
        page,
        "# - names of places in English: they are spelt by their sound"
    )?;
    writeln!(
        page,
        "# - English labels in quotation marks: they are still Chinese"
    )?;
    writeln!(page, "# - the order, and what may be left out")?;
    writeln!(page)?;
    writeln!(page, "id = {}", quoted(id))?;
    writeln!(
        page,
        "period = {{ from = \"{}\", to = \"{}\" }}",
        period.from, period.to
    )?;
    let source = [
        format!("{}工作报告", place.name[0]),
        format!("{}: work report", place.name[1]),
    ];
    line(page, "source", &source)?;
    line(page, "title", &title.words)?;
    if let Some(lede) = lede(chosen) {
        line(page, "lede", &lede)?;
    }
    if !title.claims.is_empty() {
        writeln!(page, "claims = [{}]", title.claims.join(", "))?;
    }
    writeln!(page, "\n[place]")?;
    line(page, "name", &place.name)?;
    line(page, "short", &place.short)?;
    line(page, "within", &within)?;
    for scope in scopes {
        let names: Vec<String> = scope.names.iter().map(|name| quoted(name)).collect();
        writeln!(page, "\n[[scopes]]")?;
        writeln!(page, "names = [{}]", names.join(", "))?;
        writeln!(page, "level = \"{}\"", scope.level)?;
        line(page, "label", &scope.label)?;
    }
    Ok(())
}

/// A sentence, and what has to hold for it.
struct Title {
    words: [String; 2],
    claims: Vec<String>,
}

/// The finding: faster than its benchmarks, else the growth of what comes first.
fn title(chosen: &[Chosen], scopes: &[Scope], place: &Place) -> Title {
    let first = chosen.first();
    let ahead = first.filter(|it| it.panel == "comparison").map(|it| {
        let positive = it
            .fact
            .gaps
            .iter()
            .filter(|gap| above_zero(gap.value.as_str()));
        let ahead = positive.filter_map(|gap| {
            let scope = scopes.iter().find(|scope| scope.names.contains(&gap.to))?;
            Some((gap.to.as_str(), scope))
        });
        (it, ahead.collect::<Vec<_>>())
    });
    if let Some((it, ahead)) = ahead.filter(|(_, ahead)| !ahead.is_empty()) {
        let zh: Vec<&str> = ahead.iter().map(|it| it.1.label[0].as_str()).collect();
        let en: Vec<String> = ahead.iter().map(|it| it.1.in_english()).collect();
        return Title {
            words: [
                format!("{}增速快过{}", it.label[0], zh.join("、")),
                format!("{} outgrew {}", place.short[1], listed(&en)),
            ],
            claims: ahead
                .iter()
                .map(|(to, _)| {
                    format!(
                        "{{ of = {}, is = \"positive\" }}",
                        quoted(&format!("{}.gap.{to}", it.id))
                    )
                })
                .collect(),
        };
    }
    let plain = [
        format!("{}这几个月", place.short[0]),
        format!("{} in figures", place.short[1]),
    ];
    let words = match first.and_then(|it| Some((it, changed(it)?))) {
        Some((it, words)) if it.is_known => words,
        // Without an English name it is no headline.
        Some((_, [zh, _])) => [zh, plain[1].clone()],
        None => plain,
    };
    Title {
        words,
        claims: Vec::new(),
    }
}

/// Two more changes.
fn lede(chosen: &[Chosen]) -> Option<[String; 2]> {
    // Without an English name it is no sentence.
    let known = chosen.iter().skip(1).filter(|it| it.is_known);
    let said: Vec<[String; 2]> = known.filter_map(changed).take(2).collect();
    let part = |at: usize| said.iter().filter_map(move |it| it.get(at).cloned());
    if said.is_empty() {
        return None;
    }
    Some([
        part(0).collect::<Vec<_>>().join("，") + "。",
        part(1).collect::<Vec<_>>().join(". ") + ".",
    ])
}

/// The change of a metric as a clause; the way it goes is held by a form that would not fit else.
fn changed(it: &Chosen) -> Option<[String; 2]> {
    let change = year_on_year(&it.fact)?;
    let (id, [zh, en]) = (&it.id, &it.label);
    let rises = above_zero(change);
    Some(if rises {
        [
            format!("{zh}增长{{{id}.change}}%"),
            format!("{en} rose {{{id}.change}}%"),
        ]
    } else {
        [
            format!("{zh}变动{{{id}.change}}%"),
            format!("{en} changed by {{{id}.change}}%"),
        ]
    })
}

fn metric(page: &mut String, it: &Chosen) -> std::fmt::Result {
    writeln!(page, "\n# Line {}.", it.fact.source.line)?;
    if !it.is_known {
        writeln!(page, "# The English label is to be written.")?;
    }
    writeln!(page, "[[metrics]]")?;
    writeln!(page, "id = {}", quoted(&it.id))?;
    if it.panel != "tile" {
        writeln!(page, "panel = \"{}\"", it.panel)?;
    }
    writeln!(page, "find = {}", wish(&it.find))?;
    line(page, "label", &it.label)
}

/// Three growth rates or more make a list, without those that would crush the rest.
fn growth(page: &mut String, chosen: &[Chosen]) -> std::fmt::Result {
    let fits = |it: &&Chosen| {
        let change = year_on_year(&it.fact).and_then(|it| Decimal::from_str_exact(it).ok());
        change.is_some_and(|it| it.abs() <= Decimal::from(150))
    };
    let grown: Vec<&Chosen> = chosen.iter().filter(fits).collect();
    if grown.len() < 3 || chosen.iter().any(|it| it.id == "growth") {
        return Ok(());
    }
    writeln!(page, "\n[[metrics]]")?;
    writeln!(page, "id = \"growth\"")?;
    writeln!(page, "panel = \"growth\"")?;
    line(
        page,
        "label",
        &["同比增长".into(), "Growth, year on year".into()],
    )?;
    writeln!(page, "order = \"change\"")?;
    for it in grown {
        item(page, it)?;
    }
    Ok(())
}

fn ranks(page: &mut String, ranked: &[&Chosen], scopes: &[Scope]) -> std::fmt::Result {
    writeln!(page, "\n[[metrics]]")?;
    writeln!(page, "id = \"ranks\"")?;
    writeln!(page, "panel = \"ranks\"")?;
    line(page, "label", &["名次".into(), "Ranks".into()])?;
    let firsts = |scope: &&Scope| {
        let ranks = ranked.iter().flat_map(|it| &it.fact.ranks);
        ranks
            .filter(|rank| rank.place == 1 && rank.bound.is_exact())
            .any(|rank| scope.names.contains(&rank.within))
    };
    if let Some(scope) = scopes.iter().find(firsts) {
        let name = scope.names.first().map_or("", String::as_str);
        let heading = [
            format!("{{ranks.firsts.{name}:words}}个{}第一", scope.label[0]),
            format!(
                "First places in {}: {{ranks.firsts.{name}:words}}",
                scope.in_english()
            ),
        ];
        line(page, "heading", &heading)?;
    }
    writeln!(page, "order = \"rank\"")?;
    for it in ranked {
        item(page, it)?;
    }
    Ok(())
}

fn item(page: &mut String, it: &Chosen) -> std::fmt::Result {
    let id = quoted(&it.id);
    writeln!(page, "\n[[metrics.items]]\nid = {id}")?;
    if it.is_rank_only {
        writeln!(page, "find = {}", wish(&it.find))?;
        return line(page, "label", &it.label);
    }
    writeln!(page, "same = {id}")
}

fn year_on_year(fact: &Fact) -> Option<&str> {
    let change = fact.change.as_ref()?;
    let fits = change.unit == "%" && change.basis == Basis::YearOnYear;
    fits.then(|| change.value.as_str())
}

fn above_zero(number: &str) -> bool {
    Decimal::from_str_exact(number).is_ok_and(|it| it > Decimal::ZERO)
}

/// `city, province and nation`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

fn wish(find: &Find) -> String {
    let name = quoted(find.name());
    let mut parts = vec![format!("indicator = {name}")];
    if let Some(unit) = &find.unit {
        parts.push(format!("unit = {}", quoted(unit)));
    }
    if let Some(it) = &find.period {
        parts.push(format!(
            "period = {{ from = \"{}\", to = \"{}\" }}",
            it.from, it.to
        ));
    }
    if let Some(near) = &find.near {
        parts.push(format!("near = {}", quoted(near)));
    }
    match parts.len() {
        1 => name,
        _ => format!("{{ {} }}", parts.join(", ")),
    }
}

fn line(page: &mut String, key: &str, words: &[String; 2]) -> std::fmt::Result {
    let [zh, en] = words;
    writeln!(
        page,
        "{key} = {{ zh = {}, en = {} }}",
        quoted(zh),
        quoted(en)
    )
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

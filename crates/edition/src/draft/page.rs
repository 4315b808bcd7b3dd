//! The edition file itself, with comments for the person who goes on from it.

use super::choose::Chosen;
use super::headline::{lede, title, year_on_year};
use super::names::{Place, Scope, scopes, title_of};
use crate::evidence::Evidence;
use crate::file::Find;
use halfyear_bundle::Period;
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
    let _ = head(&mut page, evidence, id, place, period, chosen, &scopes);
    let shown = chosen.iter().filter(|it| !it.is_rank_only);
    for (at, it) in shown.enumerate() {
        let _ = metric(&mut page, it);
        if at == 0 {
            let _ = growth(&mut page, chosen);
        }
    }
    if has_ranks(chosen) {
        let _ = ranks(&mut page, &ranked, &scopes);
    }
    page
}

fn head(
    page: &mut String,
    evidence: &Evidence<'_>,
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
        "# A draft from {}. It builds and draws as it is; look at",
        evidence.file
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
    let source = title_of(evidence.text, period.to.year());
    let source = [
        source.unwrap_or_else(|| format!("{}工作报告", place.name[0])),
        format!("{}: report for {{period.year}}", place.name[1]),
    ];
    line(page, "source", &source)?;
    line(page, "title", &title.words)?;
    let mut claims = title.claims.clone();
    if let Some(lede) = lede(chosen, &title) {
        line(page, "lede", &lede.words)?;
        claims.extend(lede.claims);
    }
    if !claims.is_empty() {
        writeln!(page, "claims = [\n    {},\n]", claims.join(",\n    "))?;
    }
    if let Some(ids) = choice(chosen) {
        writeln!(
            page,
            "# What the list of growth rates shows already waits to be asked for."
        )?;
        writeln!(page, "choice = [{}]", ids.join(", "))?;
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
fn grown(chosen: &[Chosen]) -> Vec<&Chosen> {
    let fits = |it: &&Chosen| {
        let change = year_on_year(&it.fact).and_then(|it| Decimal::from_str_exact(it).ok());
        change.is_some_and(|it| it.abs() <= Decimal::from(150))
    };
    let grown: Vec<&Chosen> = chosen.iter().filter(fits).collect();
    match grown.len() > 2 && chosen.iter().all(|it| it.id != "growth") {
        true => grown,
        false => Vec::new(),
    }
}

/// How many metrics a poster has at least, where the text has as many.
const LEAST: usize = 8;

/// The ids to show where nobody chooses; `None` for all of them.
fn choice(chosen: &[Chosen]) -> Option<Vec<String>> {
    let grown = grown(chosen);
    if grown.is_empty() {
        return None;
    }
    let shown: Vec<&Chosen> = chosen.iter().filter(|it| !it.is_rank_only).collect();
    let is_listed = |it: &Chosen| it.panel == "tile" && grown.iter().any(|other| other.id == it.id);
    let new = shown.iter().skip(1).filter(|it| !is_listed(it)).count();
    // Those that the list shows already fill up what is left.
    let mut room = LEAST.saturating_sub(new + 2);
    let mut ids = Vec::new();
    for (at, it) in shown.into_iter().enumerate() {
        if at > 0 && is_listed(it) {
            if room == 0 {
                continue;
            }
            room -= 1;
        }
        ids.push(quoted(&it.id));
        if at == 0 {
            ids.push(quoted("growth"));
        }
    }
    if has_ranks(chosen) {
        ids.push(quoted("ranks"));
    }
    Some(ids)
}

/// Whether there is enough for a list of ranks.
fn has_ranks(chosen: &[Chosen]) -> bool {
    let ranked = chosen.iter().filter(|it| !it.fact.ranks.is_empty());
    ranked.clone().count() > 1 || ranked.clone().any(|it| it.is_rank_only)
}

fn growth(page: &mut String, chosen: &[Chosen]) -> std::fmt::Result {
    let grown = grown(chosen);
    if grown.is_empty() {
        return Ok(());
    }
    writeln!(page, "\n[[metrics]]")?;
    writeln!(page, "id = \"growth\"")?;
    writeln!(page, "panel = \"growth\"")?;
    let label = ["同比增长".into(), "Growth, year on year".into()];
    line(page, "label", &label)?;
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
                scope.label[1]
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
    if find.target {
        parts.push("target = true".into());
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
pub fn quoted(text: &str) -> String {
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

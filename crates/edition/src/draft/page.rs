//! The edition file itself, with comments for the person who goes on from it.

use super::choose::Chosen;
use super::headline::{lede, title};
use super::names::{Place, title_of};
use super::plan::Plan;
use super::scopes::{Scope, scopes};
use super::toml::quoted;
use crate::evidence::Evidence;
use crate::file::Find;
use halfyear_bundle::Period;
use std::fmt::Write;

/// An edition file that shows the chosen statements.
pub fn page(
    evidence: &Evidence<'_>,
    guess: &str,
    (id, place, period): (&str, &Place, &Period),
    chosen: &[Chosen],
) -> String {
    let mut names: Vec<(&str, Option<&str>)> = Vec::new();
    for it in chosen {
        let gaps = it.fact.gaps.iter();
        names.extend(gaps.map(|gap| (gap.to.as_str(), gap.proper.as_deref())));
        let ranks = it.fact.ranks.iter();
        names.extend(ranks.map(|rank| (rank.within.as_str(), rank.proper.as_deref())));
    }
    names.sort_unstable();
    names.dedup();
    let scopes = scopes(&names, place, evidence.text);
    let ranked: Vec<&Chosen> = chosen
        .iter()
        .filter(|it| !it.fact.ranks.is_empty())
        .collect();
    let plan = Plan::of(chosen);
    let mut page = String::new();
    // Writing to a string does not fail.
    let _ = head(
        &mut page,
        evidence,
        guess,
        (id, place, period),
        (chosen, &plan),
        &scopes,
    );
    let metrics = chosen.iter().filter(|it| !it.is_rank_only);
    for (at, it) in metrics.enumerate() {
        let _ = metric(&mut page, it);
        if at == 0 {
            let label = ["同比增长", "Growth, year on year"].map(str::to_owned);
            let items: Vec<_> = plan.grown.iter().map(|it| (*it, None)).collect();
            let _ = growth(&mut page, "growth", &label, &items);
        }
    }
    for list in &plan.lists {
        let items = list.items.iter().map(|it| (*it, Some(list.label(it))));
        let _ = growth(&mut page, &list.id, &list.label, &items.collect::<Vec<_>>());
    }
    if plan.has_ranks {
        let _ = ranks(&mut page, &ranked, &scopes);
    }
    page
}

fn head(
    page: &mut String,
    evidence: &Evidence<'_>,
    guess: &str,
    (id, place, period): (&str, &Place, &Period),
    (chosen, plan): (&[Chosen], &Plan<'_>),
    scopes: &[Scope],
) -> std::fmt::Result {
    let within = scopes
        .iter()
        .filter(|scope| ["province", "city"].contains(&scope.level) && scope.is_guess)
        .map(|scope| scope.label.clone());
    let within: Vec<[String; 2]> = within.collect();
    let within = place.within().unwrap_or(match within.as_slice() {
        [] => ["中国".to_owned(), "China".to_owned()],
        [one] => one.clone(),
        [one, other, ..] => [
            format!("{}{}", one[0], other[0]),
            format!("{}, {}", other[1], one[1]),
        ],
    });
    let title = title(chosen, scopes, place);
    writeln!(
        page,
        "# A draft from {}. It builds and draws as it is; look at",
        evidence.file
    )?;
    page.push_str(guess);
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
        match period.to.year() {
            Some(_) => format!("{}: report for {{period.year}}", place.name[1]),
            None => format!("{}: report", place.name[1]),
        },
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
    if !plan.is_whole(chosen) {
        writeln!(
            page,
            "# What the list of growth rates shows already, and what is worth less, waits to be asked\n\
             # for."
        )?;
        let mut ids: Vec<String> = plan.shown.iter().map(|it| quoted(&it.id)).collect();
        if !plan.grown.is_empty() {
            ids.insert(1.min(ids.len()), quoted("growth"));
        }
        ids.extend(plan.lists.iter().map(|list| quoted(&list.id)));
        if plan.has_ranks {
            ids.push(quoted("ranks"));
        }
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
    if !it.is_english {
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

fn growth(
    page: &mut String,
    id: &str,
    label: &[String; 2],
    grown: &[(&Chosen, Option<[String; 2]>)],
) -> std::fmt::Result {
    if grown.is_empty() {
        return Ok(());
    }
    writeln!(page, "\n[[metrics]]")?;
    writeln!(page, "id = {}", quoted(id))?;
    writeln!(page, "panel = \"growth\"")?;
    line(page, "label", label)?;
    writeln!(page, "order = \"change\"")?;
    for (it, own) in grown {
        item(page, it)?;
        if let Some(own) = own {
            line(page, "label", own)?;
        }
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
            .filter(|rank| scope.names.contains(&rank.within))
            .count()
            > 1
    };
    if let Some(scope) = scopes.iter().find(firsts) {
        let name = scope.names.first().map_or("", String::as_str);
        let heading = [
            format!("{{ranks.firsts.{name}:words}}项居{}第一", scope.label[0]),
            format!(
                "{{ranks.firsts.{name}:Words}} first places in {}",
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

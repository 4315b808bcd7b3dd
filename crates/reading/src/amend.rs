//! What a person puts right in an edition file: its comments and everything else stay.

use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// A change by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "change")]
pub enum Change {
    /// Another name for a metric.
    Label {
        /// The metric.
        id: String,
        /// `zh` or `en`.
        lang: String,
        /// The name.
        to: String,
    },
    /// Another panel.
    Panel {
        /// The metric.
        id: String,
        /// The panel's name.
        to: String,
    },
    /// Another headline.
    Title {
        /// `zh` or `en`.
        lang: String,
        /// The headline.
        to: String,
    },
    /// Another order; metrics that are not named are left out.
    Order {
        /// The metrics.
        ids: Vec<String>,
    },
}

/// The edition file with the changes made. One that is no TOML stays as it is.
pub fn amend(edition: &str, changes: &[Change]) -> String {
    let Ok(mut document) = edition.parse::<DocumentMut>() else {
        return edition.to_owned();
    };
    for change in changes {
        match change {
            Change::Label { id, lang, to } => {
                if let Some(metric) = metric(&mut document, id) {
                    speak(metric, "label", lang, to);
                }
            }
            Change::Panel { id, to } => {
                if let Some(metric) = metric(&mut document, id) {
                    metric.insert("panel", toml_edit::value(to));
                }
            }
            Change::Title { lang, to } => {
                // A headline of one's own claims nothing that the draft claimed.
                document.remove("claims");
                speak(document.as_table_mut(), "title", lang, to);
            }
            Change::Order { ids } => order(&mut document, ids),
        }
    }
    document.to_string()
}

fn metrics(document: &mut DocumentMut) -> Option<&mut ArrayOfTables> {
    document.get_mut("metrics")?.as_array_of_tables_mut()
}

fn id_of(metric: &Table) -> Option<&str> {
    metric.get("id")?.as_str()
}

fn metric<'d>(document: &'d mut DocumentMut, id: &str) -> Option<&'d mut Table> {
    metrics(document)?
        .iter_mut()
        .find(|it| id_of(it) == Some(id))
}

/// Sets one language of a text that has two.
fn speak(table: &mut Table, name: &str, lang: &str, to: &str) {
    if !table.contains_key(name) {
        let text = Value::InlineTable(InlineTable::new());
        table.insert(name, Item::Value(text));
    }
    if let Some(text) = table.get_mut(name).and_then(Item::as_table_like_mut) {
        text.insert(lang, toml_edit::value(to));
    }
}

fn order(document: &mut DocumentMut, ids: &[String]) {
    let Some(all) = metrics(document) else {
        return;
    };
    // Tables are written where they stood unless they are told otherwise.
    let mut places: Vec<Option<isize>> = all.iter().map(Table::position).collect();
    places.sort_unstable();
    let mut places = places.into_iter();
    let mut next = ArrayOfTables::new();
    for id in ids {
        if let Some(found) = all.iter().find(|it| id_of(it) == Some(id)) {
            let mut found = found.clone();
            found.set_position(places.next().flatten());
            next.push(found);
        }
    }
    *all = next;
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDITION: &str = "# Look at the title.\nid = \"a\"\ntitle = { zh = \"一\", en = \"One\" }\nclaims = [{ of = \"b\", is = \"positive\" }]\n\n[place]\nname = { zh = \"柯\" }\n\n# Line 2.\n[[metrics]]\nid = \"b\"\nlabel = { zh = \"乙\", en = \"B\" }\n\n# Line 3.\n[[metrics]]\nid = \"c\"\npanel = \"share\"\n";

    #[track_caller]
    fn check(change: Change, with: &[&str], without: &[&str]) {
        let amended = amend(EDITION, &[change]);
        assert!(amended.starts_with("# Look at the title.\n"));
        for part in with {
            assert!(amended.contains(part), "no {part} in\n{amended}");
        }
        for part in without {
            assert!(!amended.contains(part), "{part} in\n{amended}");
        }
    }

    fn own(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn each_change_leaves_the_rest() {
        let (id, lang, to) = (own("b"), own("en"), own("Bee"));
        check(
            Change::Label { id, lang, to },
            &["zh = \"乙\", en = \"Bee\"", "# Line 2."],
            &["\"B\""],
        );
        let (id, lang, to) = (own("c"), own("zh"), own("丙"));
        check(
            Change::Label { id, lang, to },
            &["label = { zh = \"丙\" }"],
            &[],
        );
        let (id, to) = (own("c"), own("tile"));
        check(Change::Panel { id, to }, &["panel = \"tile\""], &["share"]);
        let (lang, to) = (own("zh"), own("二"));
        check(
            Change::Title { lang, to },
            &["zh = \"二\", en = \"One\""],
            &["claims"],
        );
        let ids = vec![own("c")];
        check(Change::Order { ids }, &["id = \"c\""], &["id = \"b\""]);
    }

    #[test]
    fn another_order_takes_the_comments_along() {
        let ids = vec![own("c"), own("b")];
        let amended = amend(EDITION, &[Change::Order { ids }]);
        let place = |part: &str| amended.find(part);
        assert!(place("id = \"c\"") < place("id = \"b\""), "{amended}");
        assert!(place("# Line 3.") < place("# Line 2."), "{amended}");
        assert!(place("[place]") < place("[[metrics]]"), "{amended}");
        assert_eq!(amend("no TOML", &[]), "no TOML");
    }
}

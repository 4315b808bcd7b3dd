use crate::desk::Desk;
use crate::panel::tile::{Item, items, sizes};
use halfyear_bundle::Metric;

/// Great works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projects {
    /// In the edition's order.
    pub works: Vec<Great>,
}

/// A great work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Great {
    /// What it is called.
    pub name: String,
    /// A remark: where it stands, when it was begun.
    pub note: String,
    /// Its money and size.
    pub items: Vec<Item>,
}

pub(crate) fn draw(desk: &mut Desk, metric: &Metric) -> Option<Projects> {
    // One scale for all works: a longer bar is more money, whichever card it is on.
    let sizes = sizes(&metric.items);
    let mut works = Vec::new();
    for work in &metric.items {
        works.push(Great {
            name: desk.label(work),
            note: desk.lang.pick(&work.note).to_owned(),
            items: if work.items.is_empty() {
                items(desk, std::slice::from_ref(work), &sizes)
            } else {
                items(desk, &work.items, &sizes)
            },
        });
    }
    (!works.is_empty()).then_some(Projects { works })
}

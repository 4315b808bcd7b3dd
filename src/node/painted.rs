//! Markup that stood on the page before any script, taken over as it is.
//!
//! What was painted is compared in one piece, by the text that the browser prints of it, and its
//! nodes are looked up one by one only where something changes: to wake a poster costs little more
//! than to read it.

use super::{Drawn, Node};
use leptos::tachys::renderer::{Rndr, types};
use std::cell::RefCell;

thread_local! {
    /// What the views that are built next may take over, in order.
    static PAINTED: RefCell<Vec<types::Element>> = const { RefCell::new(Vec::new()) };
}

/// Lets the views that `build` makes take over `painted`, one after the other, as long as they
/// would draw the very same; returns also what nobody took.
#[cfg(target_arch = "wasm32")]
pub(crate) fn offer<T>(
    painted: Vec<types::Element>,
    build: impl FnOnce() -> T,
) -> (T, Vec<types::Element>) {
    PAINTED.set(painted);
    let built = build();
    (built, PAINTED.take())
}

/// The element that `node` takes over, if it is what stands next. Where it is not, nothing that
/// stands behind it is taken either.
pub(super) fn next(node: &Node) -> Option<types::Node> {
    PAINTED.with_borrow_mut(|painted| {
        let same = painted.first().is_some_and(|it| node.is(it));
        same.then(|| painted.remove(0).into())
    })
}

impl Node {
    fn is(&self, element: &types::Element) -> bool {
        let mut own = String::new();
        self.print(&mut own);
        // A reader may have opened what opens without a script.
        element.outer_html().replace(" open=\"\"", "") == own
    }

    pub(super) fn take_over(self, node: types::Node, stands: bool) -> Drawn {
        Drawn {
            node,
            from: self,
            children: Vec::new(),
            stands,
        }
    }
}

impl Drawn {
    /// Looks up the children of what was taken over.
    pub(super) fn find_children(&mut self) {
        if self.from.0.children.is_empty() {
            return;
        }
        let mut next = Rndr::first_child(&self.node);
        for child in std::mem::take(&mut self.from.0.children) {
            let Some(node) = next else { break };
            next = Rndr::next_sibling(&node);
            self.children.push(child.take_over(node, false));
        }
    }
}

//! The tree of nodes that panels build, and the one place where it becomes a Leptos view.
//!
//! A tree of plain values costs a fraction of what typed views cost in the wasm, and prints the
//! markup that a parser reads back node for node: no markers between children, so that the page
//! can carry it and the view can take it over ([`painted`]).

pub(crate) mod painted;

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{AddAnyAttr, Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element, or a run of text. Panels hand nodes on by the hundred; to hand on no more than an
/// address is a sixth of the wasm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node(Box<Content>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Content {
    /// The element's name; empty for a run of text.
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Node>,
}

/// An element with a class; no class where it is empty.
pub(crate) fn el(tag: &'static str, class: &str) -> Node {
    let mut node = Node::default();
    node.0.tag = tag;
    if class.is_empty() {
        node
    } else {
        node.attr("class", class)
    }
}

impl Node {
    /// Sets an attribute.
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Appends an element.
    pub(crate) fn with(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }

    /// Appends elements.
    pub(crate) fn all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Appends text. Runs of text that meet become one, as in a parsed document.
    pub(crate) fn text(mut self, text: &str) -> Self {
        if text.is_empty() {
            return self;
        }
        match self.0.children.last_mut() {
            Some(last) if last.0.tag.is_empty() => last.0.text.push_str(text),
            _ => {
                let mut run = Node::default();
                run.0.text = text.to_owned();
                self.0.children.push(run);
            }
        }
        self
    }

    fn create(mut self) -> Drawn {
        if self.0.tag.is_empty() {
            return Drawn {
                node: Rndr::create_text_node(&self.0.text).into(),
                from: self,
                children: Vec::new(),
                stands: false,
            };
        }
        let element = Rndr::create_element(self.0.tag, self.namespace());
        for (name, value) in &self.0.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        let mut children = Vec::new();
        for child in std::mem::take(&mut self.0.children) {
            let mut child = child.create();
            child.mount(&element, None);
            children.push(child);
        }
        Drawn {
            node: element.into(),
            from: self,
            children,
            stands: false,
        }
    }

    fn namespace(&self) -> Option<&'static str> {
        let drawn = matches!(
            self.0.tag,
            "svg" | "path" | "line" | "rect" | "circle" | "g"
        );
        drawn.then_some(SVG)
    }

    fn print(&self, out: &mut String) {
        if self.0.tag.is_empty() {
            escape(&self.0.text, out);
            return;
        }
        out.push('<');
        out.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            for part in [" ", *name, "=\""] {
                out.push_str(part);
            }
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        for child in &self.0.children {
            child.print(out);
        }
        out.push_str("</");
        out.push_str(self.0.tag);
        out.push('>');
    }
}

/// As a browser prints what it holds, so that the two can be compared.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// What stands in the document for a [`Node`].
pub struct Drawn {
    node: types::Node,
    /// What it was drawn from. The children are drawn of their own; only those of painted markup
    /// are still in here, until something changes.
    from: Node,
    children: Vec<Drawn>,
    /// Whether it stood in the document before it was taken over.
    stands: bool,
}

impl Drawn {
    fn element(&self) -> &types::Element {
        self.node.unchecked_ref()
    }
}

impl Render for Node {
    type State = Drawn;

    fn build(self) -> Drawn {
        match painted::next(&self) {
            Some(node) => self.take_over(node, true),
            None => self.create(),
        }
    }

    fn rebuild(mut self, state: &mut Drawn) {
        if self.0.tag != state.from.0.tag {
            let mut fresh = self.create();
            state.insert_before_this(&mut fresh);
            state.unmount();
            *state = fresh;
            return;
        }
        state.find_children();
        if self.0.text != state.from.0.text {
            Rndr::set_text(state.node.unchecked_ref(), &self.0.text);
        }
        for (name, value) in &self.0.attributes {
            let known = state.from.0.attributes.iter().find(|it| it.0 == *name);
            if known.is_none_or(|it| it.1 != *value) {
                Rndr::set_attribute(state.element(), name, value);
            }
        }
        for (name, _) in &state.from.0.attributes {
            if !self.0.attributes.iter().any(|it| it.0 == *name) {
                Rndr::remove_attribute(state.element(), name);
            }
        }
        let children = std::mem::take(&mut self.0.children);
        for surplus in state.children.iter_mut().skip(children.len()) {
            surplus.unmount();
        }
        state.children.truncate(children.len());
        for (i, child) in children.into_iter().enumerate() {
            match state.children.get_mut(i) {
                Some(drawn) => child.rebuild(drawn),
                None => {
                    let mut drawn = child.create();
                    drawn.mount(state.element(), None);
                    state.children.push(drawn);
                }
            }
        }
        state.from = self;
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        if std::mem::take(&mut self.stands) {
            return;
        }
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match Rndr::get_parent(&self.node) {
            Some(parent) => {
                child.mount(parent.unchecked_ref(), Some(&self.node));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        if self.from.0.tag.is_empty() {
            Vec::new()
        } else {
            vec![self.element().clone()]
        }
    }
}

impl AddAnyAttr for Node {
    type Output<A: Attribute> = Node;

    /// Attributes from outside have no place on a finished tree.
    fn add_any_attr<A: Attribute>(self, _: A) -> Node
    where
        Node: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Node;
    type Owned = Node;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Node {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        self.print(buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Drawn {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        self.take_over(cursor.current(), true)
    }

    fn into_owned(self) -> Node {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_a_parser_reads_back() {
        let node = el("p", "a")
            .text("1 < 2")
            .text(" &\u{a0}3")
            .with(el("svg", "").attr("aria-hidden", ""))
            .text("");
        assert_eq!(
            node.to_html(),
            "<p class=\"a\">1 &lt; 2 &amp;&nbsp;3<svg aria-hidden=\"\"></svg></p>"
        );
    }
}

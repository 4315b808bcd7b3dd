//! The tree of elements that becomes the text of a drawing.

/// An element with its attributes, or a run of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Node {
    /// The element's name; empty for a run of text.
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Node>,
}

/// An element.
pub(crate) fn el(tag: &'static str) -> Node {
    Node {
        tag,
        ..Node::default()
    }
}

impl Node {
    /// Sets an attribute.
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets an attribute to a length in pixels.
    pub(crate) fn px(self, name: &'static str, value: f64) -> Self {
        self.attr(name, decimal(value))
    }

    /// Appends an element.
    pub(crate) fn with(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    /// Appends elements.
    pub(crate) fn all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    /// Appends text.
    pub(crate) fn text(self, text: &str) -> Self {
        self.with(Node {
            text: text.to_owned(),
            ..Node::default()
        })
    }

    /// Writes the markup.
    pub(crate) fn print(&self, out: &mut String) {
        if self.tag.is_empty() {
            escape(&self.text, out);
            return;
        }
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            child.print(out);
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What no XML document may hold.
            c if c.is_control() && !matches!(c, '\n' | '\r' | '\t') => {}
            c => out.push(c),
        }
    }
}

/// A number of pixels, to the nearest hundredth, as short as it can be written. Whatever is not
/// finite is nought.
pub(crate) fn decimal(value: f64) -> String {
    let hundredths = (value * 100.0).round();
    let hundredths = if hundredths.is_finite() {
        hundredths as i64
    } else {
        0
    };
    let mut out = String::new();
    if hundredths < 0 {
        out.push('-');
    }
    let size = hundredths.unsigned_abs();
    let (whole, rest) = (size / 100, size % 100);
    if whole > 0 || rest == 0 {
        out.push_str(&whole.to_string());
    }
    if rest > 0 {
        out.push('.');
        out.push_str(&(rest / 10).to_string());
        if rest % 10 > 0 {
            out.push_str(&(rest % 10).to_string());
        }
    }
    out
}

/// Writes a path: each number as short as it can be.
#[derive(Debug, Default)]
pub(crate) struct Path(String);

impl Path {
    /// Appends a command with its numbers.
    pub(crate) fn add(&mut self, command: char, numbers: &[f64]) {
        self.0.push(command);
        for (i, number) in numbers.iter().enumerate() {
            let written = decimal(*number);
            if i > 0 && !written.starts_with('-') {
                self.0.push(' ');
            }
            self.0.push_str(&written);
        }
    }

    /// The finished data; `None` where nothing was drawn.
    pub(crate) fn finish(self) -> Option<String> {
        (!self.0.is_empty()).then_some(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        #[track_caller]
        fn check(value: f64, expected: &str) {
            assert_eq!(decimal(value), expected);
        }
        check(0.0, "0");
        check(-0.001, "0");
        check(12.0, "12");
        check(0.5, ".5");
        check(-0.25, "-.25");
        check(7.1251, "7.13");
        check(10.05, "10.05");
        check(f64::NAN, "0");
    }

    #[test]
    fn markup_is_escaped() {
        let mut out = String::new();
        el("text")
            .attr("x", "\"<\"")
            .text("a & b < c\u{1}")
            .print(&mut out);
        assert_eq!(out, "<text x=\"&quot;&lt;&quot;\">a &amp; b &lt; c</text>");
    }
}

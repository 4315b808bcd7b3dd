use std::ops::Range;

/// Something that a person should mend, as data: `report` renders it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it keeps the bundle from being made.
    pub severity: Severity,
    /// What is wrong, as a lower-case sentence.
    pub message: String,
    /// Where; the first is the main one.
    pub marks: Vec<Mark>,
    /// What would mend it.
    pub hint: Option<String>,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// No bundle can be made.
    Error,
    /// The bundle is made, but somebody should look.
    Warning,
}

/// A place in one of the two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which file.
    pub document: Document,
    /// The bytes of it.
    pub range: Range<usize>,
    /// What to see there; may be empty.
    pub label: String,
}

/// The two files that an edition is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The edition file, TOML.
    Edition,
    /// The text of the report.
    Seed,
}

impl Diagnostic {
    /// An error without a place.
    pub fn error(message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            message: message.into(),
            marks: Vec::new(),
            hint: None,
        }
    }

    /// A warning without a place.
    pub fn warning(message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(message)
        }
    }

    /// Points at bytes of a file.
    #[must_use]
    pub fn at(mut self, document: Document, range: Range<usize>, label: impl Into<String>) -> Self {
        self.marks.push(Mark {
            document,
            range,
            label: label.into(),
        });
        self
    }

    /// Says what would mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

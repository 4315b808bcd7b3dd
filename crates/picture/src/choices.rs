//! What a person may choose: which metrics, in which language and layout.

use halfyear_bundle::{Bundle, Metric, Text};

/// The language of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a tag such as `en-GB` or `zh-Hans`, if a picture can speak it.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next().unwrap_or_default() {
            it if it.eq_ignore_ascii_case("zh") => Some(Self::Zh),
            it if it.eq_ignore_ascii_case("en") => Some(Self::En),
            _ => None,
        }
    }

    /// The tag for the page.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The text in this language; in the other where this one is missing.
    pub fn pick(self, text: &Text) -> &str {
        let (first, second) = match self {
            Self::Zh => (&text.zh, &text.en),
            Self::En => (&text.en, &text.zh),
        };
        if first.is_empty() { second } else { first }
    }
}

/// How the panels are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Everything, under a headline.
    #[default]
    Poster,
    /// One card for each metric.
    Cards,
    /// The lead figures in a row.
    Strip,
    /// A number in running text.
    Figure,
}

impl Layout {
    /// Every layout with its name.
    pub const ALL: &[(&str, Self)] = &[
        ("poster", Self::Poster),
        ("cards", Self::Cards),
        ("strip", Self::Strip),
        ("figure", Self::Figure),
    ];
}

/// What can be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hide {
    /// The headline.
    pub title: bool,
    /// The sentence underneath.
    pub lede: bool,
    /// Where it is from.
    pub source: bool,
    /// The table.
    pub table: bool,
    /// The menu.
    pub tools: bool,
}

impl Hide {
    /// Hides what `words` name; returns those that name nothing.
    fn take<'a>(&mut self, words: &'a str) -> Vec<&'a str> {
        let mut unknown = Vec::new();
        for word in words.split([' ', ',']).filter(|it| !it.is_empty()) {
            match word {
                "title" => self.title = true,
                "lede" => self.lede = true,
                "source" => self.source = true,
                "table" => self.table = true,
                "tools" => self.tools = true,
                other => unknown.push(other),
            }
        }
        unknown
    }
}

/// What a person chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Ids and groups separated by spaces or commas; `all`; a leading `-` removes. Empty for the
    /// edition's own choice.
    pub metrics: String,
    /// The language.
    pub lang: Lang,
    /// The arrangement.
    pub layout: Layout,
    /// What is left out.
    pub hide: Hide,
    /// A headline in place of the edition's.
    pub heading: Option<String>,
    /// The headline's level in the page's outline, 1 to 6; 2 where it is not given.
    pub heading_level: Option<u8>,
}

impl Choices {
    /// Takes an attribute of the element over, `None` where it is removed; returns what to say where
    /// its value makes no sense.
    pub fn set(&mut self, name: &str, value: Option<String>) -> Option<String> {
        let given = value.as_deref().unwrap_or_default().trim();
        match name {
            "metrics" => self.metrics = given.to_owned(),
            "heading" => self.heading = value,
            "lang" => self.lang = Lang::of(given).unwrap_or_default(),
            "layout" => {
                let known = Layout::ALL.iter().find(|it| it.0 == given);
                self.layout = known.map(|it| it.1).unwrap_or_default();
                if known.is_none() && !given.is_empty() {
                    return Some(nonsense(name, given, "poster cards strip figure"));
                }
            }
            "heading-level" => {
                let level = given.parse().ok().filter(|it| (1..=6).contains(it));
                self.heading_level = level;
                if level.is_none() && !given.is_empty() {
                    return Some(nonsense(name, given, "1 2 3 4 5 6"));
                }
            }
            "hide" => {
                self.hide = Hide::default();
                let unknown = self.hide.take(given);
                if !unknown.is_empty() {
                    let known = "title lede source table tools";
                    return Some(nonsense(name, &unknown.join(" "), known));
                }
            }
            _ => {}
        }
        None
    }

    /// The level of the headline.
    pub fn level(&self) -> u8 {
        self.heading_level.unwrap_or(2).clamp(1, 6)
    }
}

/// What to say of an attribute's value that makes no sense.
pub fn nonsense(name: &str, value: &str, known: &str) -> String {
    [name, "=\"", value, "\" makes no sense here; use: ", known].concat()
}

/// The chosen metrics in the order shown, and the words of the selection that choose nothing.
pub(crate) fn select<'b>(bundle: &'b Bundle, selection: &str) -> (Vec<&'b Metric>, Vec<String>) {
    let mut chosen: Vec<&Metric> = Vec::new();
    let mut unknown = Vec::new();
    let mut tokens = selection
        .split(|c: char| c == ',' || c == '，' || c.is_whitespace())
        .filter(|token| !token.is_empty())
        .peekable();
    // Nothing named, or things taken away first: the edition's choice, less those.
    if tokens.peek().is_none_or(|first| first.starts_with('-')) {
        let by_id = |id: &String| bundle.metrics.iter().find(|it| it.id == *id);
        if bundle.choice.is_empty() {
            chosen.extend(&bundle.metrics);
        } else {
            chosen.extend(bundle.choice.iter().filter_map(by_id));
        }
    }
    for token in tokens {
        let (name, removes) = match token.strip_prefix('-') {
            Some(name) => (name, true),
            None => (token, false),
        };
        let mut found = bundle
            .metrics
            .iter()
            .filter(|metric| name == "all" || metric.id == name || metric.group == name)
            .peekable();
        if found.peek().is_none() {
            unknown.push(name.to_owned());
        }
        for metric in found {
            let place = chosen.iter().position(|it| it.id == metric.id);
            match (place, removes) {
                (Some(place), true) => {
                    chosen.remove(place);
                }
                (None, false) => chosen.push(metric),
                _ => {}
            }
        }
    }
    (chosen, unknown)
}

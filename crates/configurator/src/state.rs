//! What is chosen, and how the address bar says it.

use crate::way::Way;

/// Everything that is chosen. What is empty is left to the element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The language of the page itself: `zh` or `en`; empty for the reader's own.
    pub page: String,
    /// Whether it is a report of the person's own.
    pub read: bool,
    /// The id of the edition; empty for the element's own.
    pub edition: String,
    /// Ids in the order shown; empty for the edition's own choice.
    pub metrics: Vec<String>,
    /// The element's attributes.
    pub lang: String,
    /// `light`, `dark`.
    pub theme: String,
    /// `cards`, `strip`, `figure`.
    pub layout: String,
    /// A headline.
    pub heading: String,
    /// What is left out.
    pub hide: Vec<String>,
    /// The width of the frame in pixels; none for all there is.
    pub width: Option<u32>,
    /// The way of embedding.
    pub way: Way,
}

/// The narrowest and the widest frame.
pub const WIDTHS: (u32, u32) = (240, 1600);

impl State {
    /// What a query such as `?metrics=gdp+stars&lang=en` says; what makes no sense is passed over.
    pub fn of(query: &str) -> Self {
        let mut state = Self::default();
        for pair in query.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            state.take(name, decoded(value));
        }
        state
    }

    fn take(&mut self, name: &str, value: String) {
        let words = |value: &str| value.split_whitespace().map(str::to_owned).collect();
        let known = |among: &[&str]| match among.contains(&&*value) {
            true => value.clone(),
            false => String::new(),
        };
        match name {
            "page" => self.page = known(&["zh", "en"]),
            "mode" => self.read = value == "read",
            "edition" => self.edition = value,
            "metrics" => self.metrics = words(&value),
            "lang" => self.lang = known(&["zh", "en"]),
            "theme" => self.theme = known(&["light", "dark"]),
            "layout" => self.layout = known(&["cards", "strip", "figure"]),
            "heading" => self.heading = value,
            "hide" => self.hide = words(&value),
            "width" => {
                let width = value.parse().ok();
                self.width = width.filter(|it| (WIDTHS.0..=WIDTHS.1).contains(it));
            }
            "way" => self.way = Way::named(&value),
            _ => {}
        }
    }

    /// The query that says all this; empty where nothing is chosen.
    pub fn query(&self) -> String {
        let mut out = String::new();
        let width = self.width.map(|it| it.to_string()).unwrap_or_default();
        let mode = if self.read { "read" } else { "" };
        let own = [("page", &*self.page), ("mode", mode), ("width", &*width)];
        let way = match self.way {
            Way::Element => "",
            way => way.name(),
        };
        let attributes = self.attributes();
        let attributes = attributes.iter().map(|(name, value)| (*name, &**value));
        for (name, value) in own.into_iter().chain(attributes).chain([("way", way)]) {
            if !value.is_empty() {
                out.push(if out.is_empty() { '?' } else { '&' });
                out.push_str(name);
                out.push('=');
                encode(value, &mut out);
            }
        }
        out
    }

    /// The attributes of the element, those with nothing in them too.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        vec![
            ("edition", self.edition.clone()),
            ("metrics", self.metrics.join(" ")),
            ("layout", self.layout.clone()),
            ("theme", self.theme.clone()),
            ("lang", self.lang.clone()),
            ("heading", self.heading.clone()),
            ("hide", self.hide.join(" ")),
        ]
    }

    /// Leaves `word` out, or shows it again.
    pub fn leave_out(&mut self, word: &str, out: bool) {
        self.hide.retain(|it| it != word);
        if out {
            self.hide.push(word.to_owned());
        }
    }
}

fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            byte => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let escaped = pair.and_then(|it| u8::from_str_radix(it, 16).ok());
        (bytes, rest) = match (first, escaped) {
            (b'%', Some(byte)) => ([bytes, vec![byte]].concat(), &after[2..]),
            (b'+', _) => ([bytes, vec![b' ']].concat(), after),
            (byte, _) => ([bytes, vec![*byte]].concat(), after),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &str) {
        assert_eq!(State::of(query).query(), expected);
        // What is said once is said the same again.
        assert_eq!(State::of(expected).query(), expected);
    }

    #[test]
    fn the_address_holds_what_is_chosen() {
        check("", "");
        check("?metrics=gdp+stars&lang=en", "?metrics=gdp+stars&lang=en");
        check(
            "?heading=%E5%8D%8A%E5%B9%B4+%26+%25&way=png",
            "?heading=%E5%8D%8A%E5%B9%B4+%26+%25&way=png",
        );
        check("?theme=sepia&layout=circle&width=12&way=fax&x=1", "");
        check(
            "?width=390&page=en&hide=lede+tools",
            "?page=en&width=390&hide=lede+tools",
        );
        check("?heading=%zz%e&edition=%", "?edition=%25&heading=%25zz%25e");
    }

    #[test]
    fn what_is_left_out_is_so_once() {
        let mut state = State::default();
        for out in [true, true, false, true] {
            state.leave_out("lede", out);
        }
        assert_eq!(state.hide, ["lede"]);
    }
}

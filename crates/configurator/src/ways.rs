//! What to paste for each way of embedding.

use crate::state::State;
use crate::way::Way;
use halfyear_snippet::{File, Files, frame, image, import, live, painted};

/// A file that the page itself refers to: its address, and what the browser holds it to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The address.
    pub address: String,
    /// `sha384-…`, or nothing.
    pub integrity: String,
}

impl Published {
    fn file(&self) -> File<'_> {
        File {
            address: &self.address,
            integrity: &self.integrity,
        }
    }
}

/// Where the files lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The folder of everything, with a slash at the end.
    pub folder: String,
    /// What the loader imports, where the page says so.
    pub glue: Published,
    /// What the glue runs, where the page says so.
    pub wasm: Published,
    /// The loader, where the page says so.
    pub loader: Published,
}

/// What is on the page: what a snippet needs to know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The edition's id.
    pub edition: String,
    /// The bundle's file, where it is no published edition.
    pub source: String,
    /// The language shown, `zh` or `en`.
    pub lang: String,
    /// The headline.
    pub title: String,
    /// Width and height of the infographic.
    pub size: (u32, u32),
    /// The markup of the declarative shadow root, and the digest of its styles.
    pub template: (String, String),
}

/// The package's name in registries.
pub const PACKAGE: &str = "half-year-infographic";

/// What to paste.
pub fn snippet(state: &State, place: &Place, shown: &Shown) -> String {
    let loader = Published {
        address: [&*place.folder, "half-year-infographic.js"].concat(),
        integrity: place.loader.integrity.clone(),
    };
    let bundle = [&*place.folder, "editions/", &*shown.edition, ".json"].concat();
    let files = Files {
        loader: loader.file(),
        glue: place.glue.file(),
        wasm: place.wasm.file(),
        bundle: match (place.glue.address.is_empty(), shown.source.is_empty()) {
            // Without the others it would be fetched first, for nothing.
            (true, _) => File::default(),
            (false, true) => File::from(&*bundle),
            (false, false) => File::from(&*shown.source),
        },
    };
    let chosen = state.attributes();
    let mut attributes: Vec<(&str, &str)> = vec![("src", &shown.source)];
    attributes.extend(chosen.iter().map(|(name, value)| (*name, &**value)));
    if !shown.source.is_empty() {
        attributes.retain(|it| it.0 != "edition");
    }
    let fallback = ["<p>", &*escaped(&shown.title), "</p>"].concat();
    match state.way {
        Way::Element => live(&files, &attributes, &fallback),
        Way::Painted => painted(&files, &attributes, &shown.template.0, &shown.template.1),
        Way::Frame => {
            let state = State {
                edition: match shown.source.is_empty() {
                    true => shown.edition.clone(),
                    false => String::new(),
                },
                page: String::new(),
                read: false,
                width: None,
                way: Way::Element,
                ..state.clone()
            };
            let mut embed = [&*place.folder, "embed.html", &state.query()].concat();
            if !shown.source.is_empty() {
                embed.push(if embed.contains('?') { '&' } else { '?' });
                embed.push_str("src=");
                embed.push_str(&shown.source);
            }
            let script = [&*place.folder, "embed.js"].concat();
            frame(&embed, &script, &shown.title, shown.size.1)
        }
        Way::Npm => {
            let install = ["npm install ", PACKAGE, "\n\n"].concat();
            let element = halfyear_snippet::element(&attributes, &fallback);
            [install, import(PACKAGE), "\n".to_owned(), element].concat()
        }
        Way::Svg | Way::Png => {
            let kind = state.way.name();
            let address = [&*shown.edition, ".", &*shown.lang, ".", kind].concat();
            image(&address, &shown.title, shown.size.0, shown.size.1)
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let place = Place {
            folder: "https://example.org/h/".into(),
            ..Place::default()
        };
        let shown = Shown {
            edition: "a-2023-h1".into(),
            source: String::new(),
            lang: "en".into(),
            title: "More & more".into(),
            size: (1200, 900),
            template: ("<template></template>".into(), "sha256-x".into()),
        };
        let snippet = snippet(&State::of(query), &place, &shown);
        for part in expected {
            assert!(snippet.contains(part), "no {part} in {snippet}");
        }
    }

    #[test]
    fn each_way_carries_what_is_chosen() {
        let loader = "src=\"https://example.org/h/half-year-infographic.js\"";
        check(
            "?metrics=gdp&lang=en",
            &[loader, "metrics=\"gdp\" lang=\"en\"><p>More &amp; more</p>"],
        );
        check(
            "?way=html&theme=dark",
            &[loader, "theme=\"dark\"><template>", "'sha256-x'"],
        );
        check(
            "?way=iframe&metrics=gdp+stars&width=390&page=zh",
            &[
                "src=\"https://example.org/h/embed.html?edition=a-2023-h1&amp;metrics=gdp+stars\"",
                "height=\"900\"",
            ],
        );
        check(
            "?way=npm",
            &[
                "npm install half-year-infographic",
                "import 'half-year-infographic'",
            ],
        );
        check(
            "?way=svg",
            &[
                "src=\"a-2023-h1.en.svg\"",
                "alt=\"More &amp; more\"",
                "width=\"1200\"",
            ],
        );
        check("?way=png", &["src=\"a-2023-h1.en.png\""]);
    }
}

//! What a page pastes to show an infographic, one function for each way of embedding.
//!
//! Pure text: where the files lie and what they are called, whoever publishes them says. Every
//! function ends its text with a line break.

/// A file as a page names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct File<'a> {
    /// Its address.
    pub address: &'a str,
    /// What the browser holds it to, `sha384-…`; empty for nothing.
    pub integrity: &'a str,
}

impl<'a> From<&'a str> for File<'a> {
    fn from(address: &'a str) -> Self {
        Self {
            address,
            integrity: "",
        }
    }
}

/// The files that a live element needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Files<'a> {
    /// The script that a page includes.
    pub loader: File<'a>,
    /// What the loader imports.
    pub glue: File<'a>,
    /// What the glue runs.
    pub wasm: File<'a>,
    /// What is drawn.
    pub bundle: File<'a>,
}

/// Attributes, in order; those with nothing in them are left out.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

const NAME: &str = "half-year-infographic";

/// The element, drawn when the page is open. The hints let a browser ask for everything at once in
/// place of one after the other. `fallback` is markup: what stands there until then, and where
/// nothing can be drawn.
pub fn live(files: &Files, attributes: Attributes, fallback: &str) -> String {
    let mut out = hints(files);
    out.push_str(&script(files.loader));
    out.push_str(&element(attributes, fallback));
    out
}

/// The element as it is painted: `template` is the markup of its declarative shadow root, and
/// `digest` that of its style sheet as a content security policy names it. The page fetches
/// nothing but the loader before somebody sees it, so that there are no hints, unless it is to
/// wake at once.
pub fn painted(files: &Files, attributes: Attributes, template: &str, digest: &str) -> String {
    let wakes = attributes.contains(&("wake", "load"));
    let mut out = [
        "<!-- A content security policy needs in its style-src: '",
        digest,
        "' -->\n",
    ]
    .concat();
    if wakes {
        out.push_str(&hints(files));
    }
    out.push_str(&script(files.loader));
    out.push_str(&element(attributes, template));
    out
}

/// A frame that holds the page `embed` (with its query), and the script that gives it its height.
pub fn frame(embed: &str, script: &str, title: &str, height: u32) -> String {
    let height = height.to_string();
    let frame = [
        ("src", embed),
        ("title", title),
        ("height", &height),
        ("loading", "lazy"),
        ("style", "width:100%;border:0"),
    ];
    let mut out = tag("iframe", &frame);
    out.push_str("</iframe>\n");
    out.push_str(&tag("script", &[("src", script), ("async", "async")]));
    out.push_str("</script>\n");
    out
}

/// A picture file, with what it says in words.
pub fn image(address: &str, words: &str, width: u32, height: u32) -> String {
    let (width, height) = (width.to_string(), height.to_string());
    let image = [
        ("src", address),
        ("alt", words),
        ("width", &width),
        ("height", &height),
        ("style", "max-width:100%;height:auto"),
    ];
    let mut out = tag("img", &image);
    out.push('\n');
    out
}

/// The import of a page that has a bundler.
pub fn import(package: &str) -> String {
    ["import '", package, "';\n"].concat()
}

/// What a browser may fetch before it has read the loader; nothing of files without an address.
pub fn hints(files: &Files) -> String {
    let module = [
        ("rel", "modulepreload"),
        ("href", files.glue.address),
        ("integrity", files.glue.integrity),
    ];
    // No integrity: what is preloaded to be fetched is not held to one, and the console would say so.
    let fetched = |file: File, kind| {
        let link = [
            ("rel", "preload"),
            ("as", "fetch"),
            ("type", kind),
            ("href", file.address),
            ("crossorigin", "anonymous"),
        ];
        tag("link", &link)
    };
    let mut out = String::new();
    for (file, link) in [
        (files.glue, tag("link", &module)),
        (files.wasm, fetched(files.wasm, "application/wasm")),
        (files.bundle, fetched(files.bundle, "application/json")),
    ] {
        if !file.address.is_empty() {
            out.push_str(&link);
            out.push('\n');
        }
    }
    out
}

/// The script that defines the element.
pub fn script(loader: File) -> String {
    let crossorigin = if loader.integrity.is_empty() {
        ""
    } else {
        "anonymous"
    };
    let script = [
        ("type", "module"),
        ("src", loader.address),
        ("integrity", loader.integrity),
        ("crossorigin", crossorigin),
    ];
    let mut out = tag("script", &script);
    out.push_str("</script>\n");
    out
}

/// The element alone, around the markup `content`.
pub fn element(attributes: Attributes, content: &str) -> String {
    let mut out = tag(NAME, attributes);
    for part in [content, "</", NAME, ">\n"] {
        out.push_str(part);
    }
    out
}

fn tag(name: &str, attributes: Attributes) -> String {
    let mut out = ["<", name].concat();
    for (name, value) in attributes.iter().filter(|it| !it.1.is_empty()) {
        for part in [" ", name, "=\""] {
            out.push_str(part);
        }
        for c in value.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '"' => out.push_str("&quot;"),
                '<' => out.push_str("&lt;"),
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push('>');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Files = Files {
        loader: File {
            address: "a.js",
            integrity: "",
        },
        glue: File {
            address: "b.js",
            integrity: "sha384-x",
        },
        wasm: File {
            address: "b.wasm",
            integrity: "sha384-y",
        },
        bundle: File {
            address: "c.json",
            integrity: "",
        },
    };

    fn check(snippet: &str, expected: &[&str]) {
        let lines: Vec<&str> = snippet.lines().collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn each_way_has_its_snippet() {
        let script = "<script type=\"module\" src=\"a.js\"></script>";
        check(
            &live(&FILES, &[("metrics", "gdp"), ("lang", "")], "<p>GDP</p>"),
            &[
                "<link rel=\"modulepreload\" href=\"b.js\" integrity=\"sha384-x\">",
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"b.wasm\" \
                 crossorigin=\"anonymous\">",
                "<link rel=\"preload\" as=\"fetch\" type=\"application/json\" href=\"c.json\" \
                 crossorigin=\"anonymous\">",
                script,
                "<half-year-infographic metrics=\"gdp\"><p>GDP</p></half-year-infographic>",
            ],
        );
        let told = "<!-- A content security policy needs in its style-src: 'sha256-y' -->";
        check(
            &painted(&FILES, &[("heading", "\"<b>\" & c")], "<p>", "sha256-y"),
            &[
                told,
                script,
                "<half-year-infographic heading=\"&quot;&lt;b>&quot; &amp; c\"><p></half-year-infographic>",
            ],
        );
        let woken = painted(&FILES, &[("wake", "load")], "", "sha256-y");
        assert!(woken.contains(&hints(&FILES)));
        check(
            &frame("e.html?lang=en&theme=dark", "e.js", "H1", 900),
            &[
                "<iframe src=\"e.html?lang=en&amp;theme=dark\" title=\"H1\" height=\"900\" \
                 loading=\"lazy\" style=\"width:100%;border:0\"></iframe>",
                "<script src=\"e.js\" async=\"async\"></script>",
            ],
        );
        check(
            &image("e.svg", "GDP", 1200, 800),
            &[
                "<img src=\"e.svg\" alt=\"GDP\" width=\"1200\" height=\"800\" \
               style=\"max-width:100%;height:auto\">",
            ],
        );
        check(&import("half-year"), &["import 'half-year';"]);
    }
}

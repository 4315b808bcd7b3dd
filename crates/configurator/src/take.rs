//! What to paste, and when to choose it.

use crate::browser::{self, blob, digest, download, method, module};
use crate::page::Page;
use crate::way::Way;
use crate::ways::{Shown, snippet};
use crate::words::{self, Tongue};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlElement};

#[component]
pub fn Take() -> impl IntoView {
    let page: Page = expect_context();
    let way = Memo::new(move |_| page.state.with(|it| it.way));
    let template = RwSignal::new((String::new(), String::new()));
    // What is painted is what the element has drawn.
    Effect::new(move |_| {
        page.drawn.track();
        let element = page.element.get();
        if let (Way::Painted, Some(element)) = (way.get(), element) {
            spawn_local(async move {
                if let Some(painted) = painted(&element).await {
                    template.set(painted);
                }
            });
        }
    });
    let text = Memo::new(move |_| {
        page.drawn.track();
        let shown = shown(page, template.get());
        page.state.with(|it| snippet(it, &browser::place(), &shown))
    });
    let copied = RwSignal::new(false);
    Effect::new(move |_| {
        text.track();
        copied.set(false);
    });
    let copy = move |_| {
        spawn_local(async move { copied.set(browser::copy(&text.get_untracked()).await) });
    };
    let tabs = Way::ALL
        .into_iter()
        .map(|it| {
            view! {
                <label>
                    <input
                        type="radio"
                        name="way"
                        value=it.name()
                        prop:checked=move || way.get() == it
                        on:change=move |_| page.change("way", |state| state.way = it)
                    />
                    <span>{page.say(words::way(it).0)}</span>
                </label>
            }
        })
        .collect_view();
    let file = move || matches!(way.get(), Way::Svg | Way::Png);
    view! {
        <section class="take" aria-labelledby="take">
            <h2 id="take">{page.say(words::TAKE)}</h2>
            <fieldset class="choice ways">
                <legend class="unseen">{page.say(words::TAKE)}</legend>
                <div>{tabs}</div>
            </fieldset>
            <p class="when">{move || page.tongue().say(words::way(way.get()).1)}</p>
            <pre tabindex="0" aria-labelledby="take"><code id="snippet">{text}</code></pre>
            <p class="bulk">
                <button type="button" class="main" id="copy" on:click=copy>
                    {move || page.tongue().say(if copied.get() { words::COPIED } else { words::COPY })}
                </button>
                <Show when=file>
                    <button type="button" id="download" on:click=move |_| save(page, way.get_untracked())>
                        {page.say(words::DOWNLOAD)}
                    </button>
                </Show>
            </p>
        </section>
    }
}

fn shown(page: Page, template: (String, String)) -> Shown {
    let element = page.element.get();
    let size = element.as_ref().map_or((0, 0), |it| {
        let side = |pixels: i32| u32::try_from(pixels).unwrap_or_default();
        (side(it.offset_width()), side(it.offset_height()))
    });
    let heading = page.state.with(|it| it.heading.clone());
    let title = page.bundle.with(|bundle| match bundle {
        _ if !heading.is_empty() => heading,
        Some(bundle) => match page.spoken() {
            Tongue::Zh => bundle.title.zh.clone(),
            Tongue::En => bundle.title.en.clone(),
        },
        None => String::new(),
    });
    let lang = page.spoken().tag().get(..2).unwrap_or("zh");
    let read = page.state.with(|it| it.read);
    Shown {
        edition: if read {
            "report".to_owned()
        } else {
            page.edition()
        },
        source: if read {
            "report.json".to_owned()
        } else {
            String::new()
        },
        lang: lang.to_owned(),
        title,
        size,
        template,
    }
}

/// The declarative shadow root of what an element shows, and the digest of its styles.
async fn painted(element: &HtmlElement) -> Option<(String, String)> {
    let glue = match browser::place().glue.address {
        none if none.is_empty() => [&*browser::folder(), "halfyear.js"].concat(),
        glue => glue,
    };
    let glue = module(&glue).await.ok()?;
    let style = js_sys::Reflect::get(&glue, &"style".into()).ok()?;
    let style = style.dyn_into::<js_sys::Function>().ok()?;
    let style = style.call0(&JsValue::NULL).ok()?.as_string()?;
    let root = element.shadow_root()?.query_selector(".hy").ok()??;
    let copy: HtmlElement = root.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy.set_class_name("hy");
    // What only lives: the glance at a number, and what was saved.
    for (selector, attribute) in [(".tip", ""), ("[data-saved]", "data-saved")] {
        if let Ok(Some(found)) = copy.query_selector(selector) {
            match attribute {
                "" => found.remove(),
                name => found.remove_attribute(name).ok()?,
            }
        }
    }
    let markup = [
        "<template shadowrootmode=\"open\"><style>",
        &*style,
        "</style>",
        &*copy.outer_html(),
        "</template>",
    ]
    .concat();
    let digest = digest(&style).await.ok()?.as_string()?;
    Some((markup, digest))
}

/// Hands the picture over as a file.
fn save(page: Page, way: Way) {
    let Some(element) = page.element.get_untracked() else {
        return;
    };
    let lang = page.spoken().tag().get(..2).unwrap_or("zh");
    let edition = page
        .bundle
        .with_untracked(|it| it.as_ref().map(|it| it.id.clone()));
    let name = [&*edition.unwrap_or_default(), ".", lang, ".", way.name()].concat();
    spawn_local(async move {
        let file = match way {
            Way::Svg => method(&element, "toSVG", &[]).await,
            _ => method(&element, "toPNG", &[]).await,
        };
        let file = file.ok().and_then(|file| match file.as_string() {
            Some(text) => blob(&text),
            None => file.dyn_into::<Blob>().ok(),
        });
        if let Some(file) = file {
            download(&name, &file);
        }
    });
}

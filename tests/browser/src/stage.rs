//! What every test works with: a browser, a server, the widget as it ships.

use crate::{Driver, Engine, Error, Page, Site, Tree, folder};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;

/// What a test comes to.
pub type Outcome = Result<(), Error>;
/// A test.
pub type Test = fn(Stage) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// The edition that the tests look at.
pub const EDITION: &str = "keqiao-2023-h1";

/// A browser with nothing open yet, and the server for it.
#[derive(Clone)]
pub struct Stage {
    /// The window.
    pub page: Arc<Page>,
    /// The server.
    pub site: Site,
}

/// Runs `test` in a browser of its own, and closes that whatever happens.
pub(crate) async fn run(driver: &Driver, site: Site, test: Test) -> Outcome {
    let page = Arc::new(Page::open(driver).await?);
    let stage = Stage {
        page: Arc::clone(&page),
        site,
    };
    // A task of its own, so that a failed assertion does not leave the browser
    // behind.
    let ran = tokio::spawn(test(stage)).await;
    page.browser().clone().quit().await?;
    ran.map_err(|_| Error::from("an assertion failed, see above"))?
}

impl Stage {
    /// The widget's files as they ship.
    ///
    /// # Errors
    /// When the folder is not known.
    pub fn widget() -> Result<Tree, Error> {
        Ok(Tree::of(folder("HALFYEAR_WIDGET")?))
    }

    /// The bundle of [`EDITION`].
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn bundle() -> Result<Value, Error> {
        let file = folder("HALFYEAR_WIDGET")?.join(format!("editions/{EDITION}.json"));
        Ok(serde_json::from_slice(&std::fs::read(file)?)?)
    }

    /// Opens a page with `body` after the loader, and waits until all its
    /// infographics are drawn.
    ///
    /// # Errors
    /// When one of them is not.
    pub async fn show(&self, body: &str) -> Outcome {
        self.open(Stage::widget()?, body).await?;
        self.page
            .drawn(body.matches("<half-year-infographic").count())
            .await
    }

    /// Opens a page with `body` after the loader, among the files of `tree`.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn open(&self, tree: Tree, body: &str) -> Outcome {
        let loader = "<script type=\"module\" src=\"half-year-infographic.js\"></script>";
        let address = self.site.serve(tree.with_page(&format!("{loader}{body}")));
        self.page.visit(&address).await
    }

    /// Opens pages in this window and in one of every other engine: on each
    /// `expression` has to give `expected`, and the console to stay empty. Pages
    /// are given as what they show and their address, which serves them recorded.
    ///
    /// # Errors
    /// With all that differs.
    pub async fn everywhere(
        &self,
        pages: &[(String, String)],
        expression: &str,
        expected: &Value,
    ) -> Outcome {
        self.everywhere_saying(pages, expression, expected, "")
            .await
    }

    /// The same where every console has to hold one line, with `said` in it.
    ///
    /// # Errors
    /// With all that differs.
    pub async fn everywhere_saying(
        &self,
        pages: &[(String, String)],
        expression: &str,
        expected: &Value,
        said: &str,
    ) -> Outcome {
        let mut faults = Vec::new();
        for engine in Engine::DRAWING {
            if engine == self.page.engine() {
                faults.extend(faulty(&self.page, pages, expression, expected, said).await);
                continue;
            }
            let driver = Driver::start(engine)?;
            let page = Page::open(&driver).await?;
            faults.extend(faulty(&page, pages, expression, expected, said).await);
            page.close().await?;
        }
        if faults.is_empty() {
            return Ok(());
        }
        Err(faults.join("\n").into())
    }

    /// The text that `expression` gives.
    ///
    /// # Errors
    /// When it gives none.
    pub async fn text(&self, expression: &str) -> Result<String, Error> {
        let value = self.page.value(expression).await?;
        value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| format!("{expression} is {value}").into())
    }

    /// What the first infographic on the page shows, as text.
    ///
    /// # Errors
    /// When it shows nothing.
    pub async fn shown(&self) -> Result<String, Error> {
        self.text("$.shadowRoot.querySelector('.hy').innerText")
            .await
    }

    /// Fails unless nothing was logged.
    ///
    /// # Errors
    /// When the browser is no longer there.
    ///
    /// # Panics
    /// When something was.
    pub async fn quiet(&self) -> Outcome {
        let console = self.page.console().await?;
        assert!(
            console.is_empty(),
            "the console holds:\n{}",
            console.join("\n")
        );
        Ok(())
    }
}

/// What differs on pages in one window.
async fn faulty(
    page: &Page,
    pages: &[(String, String)],
    expression: &str,
    expected: &Value,
    said: &str,
) -> Vec<String> {
    let mut faults = Vec::new();
    for (about, address) in pages {
        let fault = match differs(page, address, expression, expected, said).await {
            Ok(None) => continue,
            Ok(Some(fault)) => fault,
            Err(error) => error.to_string(),
        };
        faults.push(format!("{}, {about}: {fault}", page.engine().name()));
    }
    faults
}

async fn differs(
    page: &Page,
    address: &str,
    expression: &str,
    expected: &Value,
    said: &str,
) -> Result<Option<String>, Error> {
    page.visit(address).await?;
    let told = page.value(expression).await?;
    let console = page.console().await?;
    let as_expected = match said {
        "" => console.is_empty(),
        said => console.len() == 1 && console[0].contains(said),
    };
    Ok((told != *expected || !as_expected)
        .then(|| format!("{told}, console: {}", console.join("\n"))))
}

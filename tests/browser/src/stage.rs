//! What every test works with: a browser, a server, the widget as it ships.

use crate::{Driver, Error, Page, Site, Tree, folder};
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

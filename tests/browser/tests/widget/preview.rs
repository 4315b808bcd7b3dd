//! The preview page, as trunk builds it.

use halfyear_browser_tests::stage::{Outcome, Stage};
use halfyear_browser_tests::{Error, Tree, folder};

async fn open(stage: &Stage) -> Result<(), Error> {
    let address = stage.site.serve(Tree::of(folder("HALFYEAR_PREVIEW")?));
    stage.page.visit(&address).await?;
    stage.page.drawn(1).await
}

pub async fn loads_with_an_empty_console(stage: Stage) -> Outcome {
    open(&stage).await?;
    stage
        .page
        .until("$.shadowRoot?.querySelector('[data-n]') != null")
        .await?;
    stage.quiet().await
}

pub async fn every_infographic_on_it_is_drawn(stage: Stage) -> Outcome {
    open(&stage).await?;
    stage
        .page
        .until(
            "[...document.querySelectorAll('half-year-infographic')]
                .every(it => it.shadowRoot?.querySelector('[data-n]') != null)",
        )
        .await
}

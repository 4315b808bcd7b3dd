//! The npm package in the projects of those who have a bundler: packed, installed, built, opened.

mod project;

use halfyear_browser_tests::{Error, Outcome, Stage, Tree, run, tests};
use project::Project;
use serde_json::json;
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&tests![
        sites::with_react_are_built,
        sites::with_vue_are_built,
        sites::with_svelte_are_built,
        sites::are_served_while_people_write_them,
        types::tell_right_from_wrong,
    ])
}

/// Draws, tells the page what is chosen, and finds what saves: all three come from files that the
/// bundler had to take along.
const STATE: &str = "(async () => {
    const began = performance.now();
    const wait = async found => {
        while (!found() && performance.now() - began < 10000) await new Promise(done => setTimeout(done, 20));
        return found();
    };
    const it = await wait(() => document.querySelector('half-year-infographic'));
    await Promise.race([it.ready, new Promise((_, late) => setTimeout(late, 15000, 'not drawn'))]);
    const number = [...it.shadowRoot.querySelectorAll('[data-n]')].find(it => it.checkVisibility());
    number.click();
    await wait(() => document.querySelector('#quote').textContent);
    return {
        text: it.shadowRoot.querySelector('.hy').innerText.includes('93.763'),
        quote: document.querySelector('#quote').textContent.length > 5,
        drawing: (await it.toSVG()).slice(0, 5),
    };
})()";

fn expected() -> serde_json::Value {
    json!({ "text": true, "quote": true, "drawing": "<svg " })
}

mod sites {
    use super::*;

    /// Builds an example and opens it, below the address of its tree and at `base` as the project
    /// is told.
    async fn check(stage: Stage, example: &str, below: &str, told: fn(&str) -> String) -> Outcome {
        let project = Project::fresh(example, example)?;
        // Pages are read when they are asked for, so that it may be built where it already lies.
        let served = stage.site.serve(Tree::of(project.built()).recorded());
        let path = served.splitn(4, '/').nth(3).unwrap_or_default();
        project.build(below, &told(&format!("/{path}{below}")))?;
        project.holds_everything(below)?;
        let pages = [(example.to_owned(), format!("{served}{below}index.html"))];
        stage.everywhere(&pages, STATE, &expected()).await
    }

    pub async fn with_react_are_built(stage: Stage) -> Outcome {
        check(stage, "react", "deep/er/", str::to_owned).await
    }

    pub async fn with_vue_are_built(stage: Stage) -> Outcome {
        check(stage, "vue", "", str::to_owned).await
    }

    pub async fn with_svelte_are_built(stage: Stage) -> Outcome {
        check(stage, "svelte", "", |_| "./".to_owned()).await
    }

    pub async fn are_served_while_people_write_them(stage: Stage) -> Outcome {
        let project = Project::fresh("vue", "served")?;
        let server = project.serve()?;
        stage.page.visit(server.address()).await?;
        let told = stage.page.value(STATE).await?;
        assert_eq!(told, expected());
        let console = stage.page.console().await?;
        // Vite greets every page.
        let ours = console.iter().filter(|line| !line.contains("[vite]"));
        assert_eq!(ours.collect::<Vec<_>>(), Vec::<&String>::new());
        Ok(())
    }
}

mod types {
    use super::*;

    /// What the types have to refuse is marked so; what they refuse beyond that is an error too.
    const MARKED: &str = "
        import type { HalfYearInfographic, Layout } from 'half-year-infographic';
        const element: HalfYearInfographic = document.createElement('half-year-infographic');
        const layout: Layout = 'cards';
        element.layout = layout;
        element.headingLevel = '2';
        element.bundle = { version: 1 };
        element.addEventListener('half-year-select', ({ detail }) => detail.quote.length + detail.start);
        element.addEventListener('click', (event) => event.type);
        const drawing: Promise<string> = element.toSVG();
        const pixels: Promise<Blob> = element.toPNG({ scale: 2 });
        element.ready.then((it) => it.metrics);
        // @ts-expect-error there is no such layout
        element.layout = 'poster with cards';
        // @ts-expect-error an event has no such detail
        element.addEventListener('half-year-select', ({ detail }) => detail.number);
        // @ts-expect-error it has to be waited for
        const text: string = element.toCSV();
        export default [drawing, pixels, text];
    ";

    pub async fn tell_right_from_wrong(stage: Stage) -> Outcome {
        let project = Project::fresh("react", "typed")?;
        project.write("src/marked.ts", MARKED)?;
        project.write(
            "src/wrong.tsx",
            "// @ts-expect-error there is no such theme
            export default <half-year-infographic theme=\"sepia\" />;",
        )?;
        project.types()?;
        let _: Stage = stage;
        Ok::<(), Error>(())
    }
}

//! The pictures of every panel and layout.

use crate::folders::{Compiled, pages};
use crate::plan::Plan;
use crate::process::{Done, program, run_tests};
use crate::{machine, tools, widget};

/// Compares the widget with its pictures, or takes them anew.
pub fn hang(arguments: &[String]) -> Done {
    let renew = match arguments {
        [] => false,
        [one] if one == "--renew" => true,
        _ => return Err("`gallery` knows one option, `--renew`".into()),
    };
    let mut plan = Plan::default();
    machine::plan_rust(&mut plan);
    machine::plan_browser(&mut plan);
    machine::plan_node(&mut plan);
    tools::wasm_bindgen()?.plan(&mut plan);
    tools::wasm_opt().plan(&mut plan);
    plan.step(
        "build the widget as it ships",
        "Mend what the compiler names above.",
        || widget::ship(&pages("widget")),
    );
    let title = if renew {
        "take the pictures"
    } else {
        "compare with the pictures"
    };
    plan.tests(title, "", move |tally| {
        let compiled = Compiled::claim()?;
        let mut pictures = program("cargo", &["test", "--package", "halfyear-browser-tests"]);
        pictures
            .args(["--test", "gallery"])
            .env("CARGO_TARGET_DIR", &compiled.path)
            .env("HALFYEAR_WIDGET", pages("widget"));
        if renew {
            pictures.env("HALFYEAR_RENEW", "1");
        }
        machine::tell_browser(&mut pictures)?;
        run_tests(&mut pictures, tally)
    });
    plan.run_and_count()
}
